"""One way in which a chart misleads, and what every check needs to know of a described chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mlcurric.text import T


@dataclass(frozen=True)
class Finding:
    """One way in which a chart misleads.

    Attributes:
        id: a short name, such as ``"cut_axis"``.
        says: one sentence on what a reader would believe wrongly.
        mend: one sentence on how to mend it.
    """

    id: str
    says: T
    mend: T


def value_axis(chart: dict[str, Any]) -> str:
    """``"x"`` or ``"y"``: the axis along which bars grow; without bars the upright one, unless that one holds names."""
    if not chart["bars"]:
        return "x" if chart["y"]["holds"] == "categories" and chart["x"]["holds"] == "numbers" else "y"
    level = sum(bar["horizontal"] for bar in chart["bars"])
    return "x" if 2 * level > len(chart["bars"]) else "y"


def has_data(chart: dict[str, Any]) -> bool:
    """Whether anything is drawn in the units of the axes, but for lines of reference."""
    curves = [line for line in chart["lines"] if not line["reference"]]
    return bool(chart["bars"] or chart["points"] or curves or chart["areas"])
