"""The fixed form of a described chart, and a look whether data that came from elsewhere have it."""

from __future__ import annotations

from typing import Any

_AXIS = {
    "label": str,
    "low": float,
    "high": float,
    "inverted": bool,
    "scale": str,  # "linear", "log", …
    "holds": str,  # "numbers", "dates" or "categories"
    "ticks": [str],
}
_BAR = {
    "horizontal": bool,
    "series": int,
    "name": str,
    "label": str,
    "at": float,
    "width": float,
    "base": float,
    "length": float,
    "low": (float, None),
    "high": (float, None),
    "colour": str,
    "hatch": str,
}
_POINTS = {"name": str, "colour": str, "sign": str, "n": int, "x": [float], "y": [float]}
_ONE = {
    "kind": str,
    "projection": str,  # "rectilinear", "polar", "3d", …
    "title": str,
    "x": _AXIS,
    "y": _AXIS,
    "bars": [_BAR],
    "lines": [{**_POINTS, "reference": bool}],
    "points": [_POINTS],
    "error_bars": [{"vertical": bool, "at": float, "low": float, "high": float}],
    "wedges": [{"label": str, "share": float}],
    "texts": [str],
    "legend": [{"label": str, "colour": str, "sign": str}],
    "areas": int,
    "solids": int,
    "images": int,
    "left_out": int,
}
CHART = {**_ONE, "twin": ({**_ONE, "twin": None}, None)}
"""A described chart: a type stands for a value of exactly that type, a list for any number of its one item, a tuple for
alternatives."""


def is_description(value: Any) -> bool:
    """Whether ``value`` has the form of a chart that ``describe_chart`` described."""
    return _fits(value, CHART) and value["kind"] == "chart"


def _fits(value: Any, form: Any) -> bool:
    if isinstance(form, tuple):
        return any(_fits(value, one) for one in form)
    if isinstance(form, list):
        return type(value) is list and all(_fits(item, form[0]) for item in value)
    if isinstance(form, dict):
        return type(value) is dict and value.keys() == form.keys() and all(_fits(value[key], form[key]) for key in form)
    if form is float:
        return type(value) in (float, int)
    return value is None if form is None else type(value) is form
