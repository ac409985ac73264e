"""The fixed form of a described chart, its limits, and a look whether data that came from elsewhere keep to them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

MOST_BARS = 200
MOST_SERIES = 20
MOST_POINTS = 100
MOST_TICKS = 40
MOST_TEXTS = 50
MOST_ENTRIES = 30
LONGEST_NAME = 80
LONGEST_TEXT = 200

Leaf = Callable[[Any], bool]
"""Whether a value may stand at a place."""


def _text(longest: int) -> Leaf:
    def fits(value: Any) -> bool:
        if type(value) is not str or len(value) > longest:
            return False
        # One line, single blanks; what was cut between two words may end in one.
        line = " ".join(value.split())
        return value in (line, f"{line} ")

    return fits


def _one_of(*words: str) -> Leaf:
    return lambda value: type(value) is str and value in words


def _colour(value: Any) -> bool:
    return type(value) is str and re.fullmatch(r"(?:#[0-9a-f]{6})?", value) is not None


def _number(value: Any) -> bool:
    """A number as data have it: it may be missing (``nan``) or endless."""
    return type(value) is float


def _finite(value: Any) -> bool:
    return type(value) is float and math.isfinite(value)


def _count(value: Any) -> bool:
    return type(value) is int and value >= 0


def _flag(value: Any) -> bool:
    return type(value) is bool


def _none(value: Any) -> bool:
    return value is None


_NAME, _TEXT = _text(LONGEST_NAME), _text(LONGEST_TEXT)
_AXIS = {
    "label": _TEXT,
    "low": _finite,
    "high": _finite,
    "inverted": _flag,
    "scale": _NAME,  # "linear", "log", …
    "holds": _one_of("numbers", "dates", "categories"),
    "ticks": [_NAME, MOST_TICKS],
    "tick_places": [_finite, MOST_TICKS],  # where these stand; none where matplotlib wrote its own numbers
}
_BAR = {
    "horizontal": _flag,
    "series": _count,
    "name": _NAME,
    "label": _NAME,
    "at": _number,
    "width": _number,
    "base": _number,
    "length": _number,
    "low": (_finite, _none),
    "high": (_finite, _none),
    "colour": _colour,
    "hatch": _NAME,
}
_POINTS = {
    "name": _NAME,
    "colour": _colour,
    "sign": _NAME,
    "n": _count,
    "x": [_number, MOST_POINTS],
    "y": [_number, MOST_POINTS],
}
_ONE = {
    "kind": _one_of("chart"),
    "projection": _NAME,  # "rectilinear", "polar", "3d", …
    "title": _TEXT,
    "x": _AXIS,
    "y": _AXIS,
    "bars": [_BAR, MOST_BARS],
    "lines": [{**_POINTS, "reference": _flag}, MOST_SERIES],
    "points": [_POINTS, MOST_SERIES],
    "error_bars": [{"vertical": _flag, "at": _finite, "low": _finite, "high": _finite}, MOST_BARS],
    "wedges": [{"label": _NAME, "share": _number}, MOST_BARS],
    "texts": [_TEXT, MOST_TEXTS],
    "legend": [{"label": _NAME, "colour": _colour, "sign": _NAME}, MOST_ENTRIES],
    "areas": _count,
    "solids": _count,
    "images": _count,
    "covered": _count,  # bars that something lies over
    "altered": _flag,  # whether something else than matplotlib answered
    "left_out": _count,
}
CHART = {**_ONE, "twin": ({**_ONE, "twin": _none}, _none)}
"""A described chart: a function tells whether a value may stand there, a list holds the form of one item and the most items
that there are, a tuple alternatives."""


def is_description(value: Any) -> bool:
    """Whether ``value`` could have come from ``describe_chart``: its form, exact types, lengths, and finite numbers.

    Data of any origin may be asked about, and what passes is small enough to be judged at once.
    """
    return _fits(value, CHART)


def _fits(value: Any, form: Any) -> bool:
    if isinstance(form, tuple):
        return any(_fits(value, one) for one in form)
    if isinstance(form, list):
        item, most = form
        return type(value) is list and len(value) <= most and all(_fits(one, item) for one in value)
    if isinstance(form, dict):
        if (
            type(value) is not dict
            or value.keys() != form.keys()
            or not all(_fits(value[key], form[key]) for key in form)
        ):
            return False
        # An axis, a bar's interval, an error bar: never the wrong way round, and both ends or none.
        ends = value.get("low"), value.get("high")
        return (ends[0] is None) == (ends[1] is None) and (ends[0] is None or ends[0] <= ends[1])
    return form(value)
