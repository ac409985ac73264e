"""Axes that do not say what their numbers count, or in which unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mlcurric.subject.charts.finding import Finding, has_data, value_axis
from mlcurric.subject.charts.units import has_unit, numbers_carry_unit, title_has_unit
from mlcurric.text import T

_YEAR = re.compile(r"(?:1[6-9]|20|21)\d\d(?:\.\d+)?")


def unlabelled(chart: dict[str, Any], title: str) -> Iterator[Finding]:
    """Axes whose numbers say neither what they count nor in which unit."""
    if not has_data(chart) or chart["images"]:
        return
    names = ("y", "x") if chart["points"] and not (chart["bars"] or chart["lines"]) else (value_axis(chart),)
    for name in names:
        axis = chart[name]
        if axis["holds"] != "numbers":
            continue
        # Where ticks are taken away, the numbers beside the bars speak for the axis.
        numbers = axis["ticks"] if any(re.search(r"\d", tick) for tick in axis["ticks"]) else chart["texts"]
        unit = (
            has_unit(axis["label"], axis["high"])
            or numbers_carry_unit(numbers)
            or numbers_carry_unit(text for text in chart["texts"] if chart["bars"])
            or title_has_unit(title)
        )
        if not axis["label"].strip() and not (unit and title.strip()):
            yield _missing(name)
        elif not unit:
            yield Finding(
                "no_unit",
                T(
                    "“{label}” has no unit: 8 may be per cent, people or yen, a month or a year.",
                    "「{label}」に単位がありません。8と読めても、8%なのか8人なのか8円なのか、ひと月の値か1年の値かがわかりません。",
                ).format(label=axis["label"]),
                T("Put the unit in brackets behind the label.", "軸の名前のあとに、括弧で単位を書きましょう。"),
            )
    other = "x" if value_axis(chart) == "y" else "y"
    if other not in names and not chart[other]["label"].strip() and not _names_itself(chart, other):
        yield _missing(other)


def _missing(name: str) -> Finding:
    which = {"x": T("horizontal", "横"), "y": T("vertical", "縦")}[name]
    return Finding(
        "missing_label",
        T(
            "The {which} axis has no label: the reader takes its numbers for whatever is on their mind.",
            "{which}軸に名前がありません。読む人は、自分の頭にあるものの数字だと思って読みます。",
        ).format(which=which),
        T("Say on the axis what it counts, and in which unit.", "何の数字か、単位は何かを、軸に書きましょう。"),
    )


def _names_itself(chart: dict[str, Any], name: str) -> bool:
    """Whether the axis of the categories needs no label: names, dates and years say what they are."""
    axis, ticks = chart[name], chart[name]["ticks"]
    if axis["holds"] != "numbers":
        return True
    if not ticks:
        return bool(chart["texts"] or chart["legend"]) or not (chart["bars"] or chart["lines"])
    return all(_YEAR.fullmatch(tick) for tick in ticks) or numbers_carry_unit(ticks)
