"""A unit is a product of powers of names, such as yen per month: how it is read, told, multiplied and divided."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from mlcurric.subject.typed import Slip
from mlcurric.text import T

_WORD = re.compile(r"[^\W\d_]+")
_JA = {
    "yen": "円",
    "customer": "人",
    "call": "通話",
    "ticket": "件",
    "quarter": "四半期",
    "year": "年",
    "month": "月",
    "day": "日",
    "hour": "時間",
    "minute": "分",
}
# As they are read; no two names share one word, or apples and days would add up.
_READ_JA = {ja: name for name, ja in _JA.items()} | {"か月": "month", "ヶ月": "month", "カ月": "month", "ヵ月": "month"}
_BARE = T("a bare number", "単位のない数")


class UnitError(Slip):
    """Amounts whose units do not go together, or a formula that comes out without one."""


@dataclass(frozen=True, eq=False)
class Unit:
    """A product of powers, such as yen per month: ``(("month", -1), ("yen", 1))``. Nothing at all is a bare number.

    It is printed in the language spoken, and equals a text that names the same unit in either: ``unit == "yen/month"``,
    ``unit == "円/月"``.
    """

    powers: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, text: str) -> Unit:
        """Read a unit: names multiplied by ``·`` or ``*``, then a ``/`` before each one divided by.

        Args:
            text: such as ``"yen/month"``, ``"円/月"``, ``"1/month"``, ``"yen/customer/month"``, or ``""`` for a bare number.

        Raises:
            ValueError: if it is not written like that.
        """
        if not isinstance(text, str):
            raise ValueError(f"A unit is a text such as 'yen/month', or '' for a bare number, not {text!r}.")
        above, *below = (part.strip() for part in unicodedata.normalize("NFKC", text).split("/"))
        names = [] if above in ("", "1") else [name.strip() for name in re.split(r"[·・*]", above)]
        if wrong := [name for name in (*names, *below) if not _WORD.fullmatch(name)]:
            raise ValueError(
                f"{text!r} is not a unit: {wrong[0]!r} is not a name. Write it like 'yen/month', or '' for a bare number."
            )
        named = (Counter(_READ_JA.get(name, name) for name in part) for part in (names, below))
        return cls._from(*named)

    @classmethod
    def _from(cls, above: Counter[str], below: Counter[str]) -> Unit:
        powers = {name: above[name] - below[name] for name in (*above, *below)}
        return cls(tuple(sorted((name, power) for name, power in powers.items() if power)))

    def _split(self) -> tuple[Counter[str], Counter[str]]:
        above = Counter({name: power for name, power in self.powers if power > 0})
        return above, Counter({name: -power for name, power in self.powers if power < 0})

    def times(self, other: Unit) -> Unit:
        """The unit of a product: yen/month times month is yen."""
        (a, b), (c, d) = self._split(), other._split()
        return self._from(a + c, b + d)

    def per(self, other: Unit) -> Unit:
        """The unit of a quotient: yen per month is yen/month; what stands on both sides falls out."""
        (a, b), (c, d) = self._split(), other._split()
        return self._from(a + d, b + c)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            try:
                other = Unit.of(other)
            except ValueError:
                return False
        return self.powers == other.powers if isinstance(other, Unit) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.code)

    def __str__(self) -> str:
        return str(self.label)

    @property
    def code(self) -> str:
        """The unit as ``of`` reads it, whatever language is spoken: “yen/month”, “” for a bare number."""
        above, below = self._split()
        # Money first: “yen·day/month” reads as money that days have got into.
        names = sorted(above.elements(), key=lambda name: (name != "yen", name))
        return "/".join(["·".join(names) or "1", *sorted(below.elements())]) if self.powers else ""

    @property
    def label(self) -> T:
        """The unit as a reader likes it: “yen/month”, 「円/月」."""
        if not self.powers:
            return _BARE
        # “3月” would be March.
        ja = re.sub(r"^month\b", "か月", self.code)
        return T(self.code, _WORD.sub(lambda name: _JA.get(name[0], name[0]), ja))
