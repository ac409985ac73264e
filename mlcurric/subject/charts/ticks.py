"""Numbers at the ticks of a value axis that are not those of the places where they stand."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from mlcurric.subject.charts.finding import Finding, value_axis
from mlcurric.subject.charts.lengths import measuring
from mlcurric.subject.charts.units import plain
from mlcurric.subject.digits import in_digits
from mlcurric.text import T

_DECIMAL_COMMA = re.compile(r"(?<![\d,.])(\d+),(\d{1,2})(?![\d,.])")
_NUMBER = re.compile(r"[-+]?(?:\d[\d,]*(?:\.(\d+))?|\.(\d+))(?:e[-+]?\d+)?", re.IGNORECASE)
# “10^3”, “1/2” and the like are not read.
_OTHER_FORMS = re.compile(r"[×^/*]|\d\s+\d")
_LARGE = (10**3, 10**4, 10**6, 10**8, 10**9)
"""What numbers are counted in: thousands, 万, millions, 億, billions."""


def wrong_ticks(chart: dict[str, Any]) -> Iterator[Finding]:
    """Ticks beside bars whose texts are other numbers than those of their places.

    They may be per cent of shares, and in thousands, 万 and the like where numbers are as large; all in the same way.
    """
    axis = chart[value_axis(chart)]
    if axis["scale"] != "linear" or axis["holds"] == "dates" or not measuring(chart):
        return
    read = [
        (place, text, number)
        for place, text in zip(axis["tick_places"], axis["ticks"], strict=False)
        if (number := _number(text))
    ]
    largest = max(abs(axis["low"]), abs(axis["high"]))
    # 1割 is 10 per cent.
    tenths = largest <= 1.5 and any("割" in text for _, text, _ in read)
    times = [
        1.0,
        *([100.0] if largest <= 1.5 else []),
        *([10.0] if tenths else []),
        *(1 / size for size in _LARGE if largest >= size / 5),
    ]
    wrong = [[(place, text) for place, text, number in read if not _is_at(place * by, *number)] for by in times]
    if all(wrong):
        place, text = wrong[0][-1]
        yield Finding(
            "wrong_ticks",
            T(
                "Where the axis stands at {place} it says “{text}”: the bars read as other numbers than theirs.",
                "軸の{place}の位置に「{text}」と書かれています。棒が、実際とは違う値に読めます。",
            ).format(place=in_digits(place), text=text),
            T("Let the axis write its own numbers.", "軸の数字は、自動でつくものに任せましょう。"),
        )


def _number(text: str) -> tuple[float, float] | None:
    """The number that a text shows, and by how much it may be rounded; ``None`` where it shows none, or in another form."""
    found = _NUMBER.search(shown := _DECIMAL_COMMA.sub(r"\1.\2", plain(text)))
    if not found or _OTHER_FORMS.search(shown):
        return None
    number = float(found[0].replace(",", ""))
    return (number, 10.0 ** -len(found[1] or found[2] or "")) if math.isfinite(number) else None


def _is_at(place: float, number: float, rounded: float) -> bool:
    return abs(number - place) <= 0.51 * rounded + 1e-6 * abs(place)
