"""Where the work of a machine learning project goes: what people expect, and what was reported by those who did it."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from mlcurric.subject.digits import in_digits
from mlcurric.text import T

_MOST = 1e6
"""More days than that are a slip."""


@dataclass(frozen=True)
class Phase:
    """One part of the work.

    Attributes:
        name: one word for it.
        expected: its share of the effort as people expect it, in percent.
        reported: its share as those who had done it reported it, in percent.
    """

    name: T
    expected: int
    reported: int


EFFORT: Mapping[str, Phase] = MappingProxyType(
    {
        "goal": Phase(T("goal", "目標"), 15, 10),
        "data": Phase(T("data", "データ"), 10, 30),
        "infrastructure": Phase(T("infrastructure", "基盤"), 10, 30),
        "algorithm": Phase(T("algorithm", "アルゴリズム"), 60, 10),
        "integration": Phase(T("integration", "組み込み"), 5, 20),
    }
)
"""The five parts in their order, each column adding up to 100.

Source: the course "How Google does Machine Learning" (J. Cogan), in the notes of a listener, R. Wingate. Rounded
figures from conversations inside one company, not a survey: they show a direction, not a measurement.
"""


def reported(*phases: str) -> int:
    """The reported share of some parts together, in percent.

    Raises:
        KeyError: if there is no such part.
    """
    return sum(EFFORT[phase].reported for phase in phases)


def read_days(days: Mapping[str, Any]) -> tuple[dict[str, float], list[str]]:
    """A learner's own split of the work.

    Args:
        days: phase → days, as a beginner types them; ``"２０日"`` and ``20`` are the same.

    Returns:
        Phase → days, all five phases; and the names of those that hold no number of days, which count as 0.
    """
    clean, unread = {}, []
    for name in EFFORT:
        number = _number(days.get(name, 0))
        clean[name] = number if 0 <= number <= _MOST else 0.0
        if not 0 <= number <= _MOST:
            unread.append(name)
    return clean, unread


def _number(typed: Any) -> float:
    """What a beginner typed, in days; NaN where it is no number."""
    try:
        return float(unicodedata.normalize("NFKC", str(typed)).replace("−", "-").strip().rstrip("%日days "))
    except ValueError:
        return math.nan


def _about_days(name: str, number: float) -> T:
    if number < 0:
        says = T("{name} is below 0: type 0 or more.", "{name} が {number} です。0以上の数を入れてください。")
        return says.format(name=name, number=in_digits(number) if math.isfinite(number) else "−∞")
    if number > _MOST:
        return T("{name} is far too big.", "{name} の数が大きすぎます。").format(name=name)
    return T("{name} holds no number yet.", "{name} に数が入っていません。").format(name=name)


def split_in_words(days: Mapping[str, Any]) -> str:
    """What a learner's split adds up to, in one line or two, in the language spoken now."""
    clean, unread = read_days(days)
    total = sum(clean.values())
    lines = [str(T("Together: {n:g} days.", "合計: {n:g}日。").format(n=total))]
    if not total and not unread:
        lines = [str(T("All are 0; type your days.", "すべて0です。日数を入れてください。"))]
    if total and round(total, 6) != 100:
        lines.append(str(T("The picture will show them as shares of 100.", "図では、100日あたりに直して描きます。")))
    for name in unread:
        lines.append(str(_about_days(name, _number(days[name]))))
    return "\n".join(lines)
