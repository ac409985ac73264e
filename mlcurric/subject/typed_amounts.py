"""One amount as people write it, with its unit: “28 weeks”, 「540万円」, “¥1,200”, 「3割」."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from mlcurric.subject.product.numerals import plain_figures

_UNITS = {
    "%": r"%|パーセント|percent",
    "割": r"割",
    "day": r"日間?|days?",
    "week": r"週間?|weeks?",
    "month": r"(?:か|ヶ|カ|ヵ|ケ|箇|個)?月間?|months?",
    "year": r"年間?|years?",
    "": r"人|名|件|社|円|個|回|点|通り|倍|yen|people|customers|accounts|calls|points|times|lists|questions|ways",
}
SHARES = ("%", "割")
"""Units of which nobody can tell what number they stand for unless it is known how shares are asked for."""
_MINUS = str.maketrans(dict.fromkeys("−–—△▲", "-"))
_AMOUNT = re.compile(
    r"(?:約|およそ|about )?([-+]?)\s*[¥$€]?\s*(\d+(?:\.\d+)?)\s*(?P<unit>"
    + "|".join(_UNITS.values())
    + r"|)\s*(?:くらい|ぐらい|程度|ほど|以上|以下|未満|or more|at least)?"
)


@dataclass(frozen=True)
class Amount:
    """A number and what it counts.

    Attributes:
        digits: as Python reads them, scales such as 万 worked in: ``"5400000"``.
        unit: ``"%"``, ``"割"``, ``"day"``, ``"week"``, ``"month"``, ``"year"``, or empty for whatever is counted in ones.
    """

    digits: str
    unit: str


def amount_in(text: str) -> Amount | None:
    """The amount that a text is; ``None`` if it is anything else, such as a range, a share of another number, or words."""
    found = _AMOUNT.fullmatch(plain_figures(unicodedata.normalize("NFKC", text).translate(_MINUS)))
    if not found:
        return None
    unit = next(name for name, words in _UNITS.items() if not found["unit"] or re.fullmatch(words, found["unit"]))
    return Amount(found[1].replace("+", "") + found[2], unit if found["unit"] else "")
