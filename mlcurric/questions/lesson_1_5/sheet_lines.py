"""The lines of a filled-in sheet as ranges, and those with which no sum can be made: they must not spoil the sums of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mlcurric.questions.lesson_1_5.counted import counted
from mlcurric.subject.expectation import contradictions
from mlcurric.subject.expectation.reconcile import SPOILING
from mlcurric.subject.ranges import Range
from mlcurric.text import T

Finding = tuple[str, T]
"""The name of what is wrong, and what is said about it."""
_PEOPLE = 8e9
"""On earth; nobody counts more customers."""


def number(value: float) -> str:
    """A number as a learner typed it; one of three hundred digits is cut short."""
    return f"{value:,.4g}" if abs(value) < 10_000 else f"{value:,.0f}" if abs(value) < 1e9 else f"{value:.3g}"


def told(says: T, **values: float) -> T:
    """A sentence with numbers in it."""
    return says.format(**{name: number(value) for name, value in values.items()})


def range_of(sheet: Mapping[str, Any], name: str) -> Range:
    """From ``name_low`` to ``name_high``."""
    return Range(sheet[f"{name}_low"], sheet[f"{name}_high"])


def lines_of(sheet: Mapping[str, Any], part: str) -> dict[str, Any]:
    """The lines whose names begin with ``part``."""
    return {line: value for line, value in sheet.items() if line.startswith(part)}


def of_itself(**line: Range) -> Iterator[Finding]:
    """What the library finds in one range whatever the others say."""
    for found in contradictions(**line):
        yield found.name, found.says


def beyond_counting(sheet: Mapping[str, Any], part: str) -> Iterator[Finding]:
    """What no sum can take: with a number of three hundred digits it would have no end."""
    for value in lines_of(sheet, part).values():
        if not isinstance(value, str) and abs(value) > _PEOPLE:
            says = T(
                "{value} is beyond counting: so many people do not exist. Is there a zero, or an “e”, too many?",
                "{value}という人数は、地球の人口を超えていて数えられません。0 や e が余分に入っていませんか。",
            )
            yield "beyond_counting", told(says, value=value)


def to_count_with(sheet: Mapping[str, Any]) -> dict[str, Any]:
    """The sheet for the sums of other lines: where one would spoil them, the table's stands in; its own finding names it."""
    table = {
        "list_size": counted().list_size,
        "hits_low": counted().hits_of_100.low,
        "hits_high": counted().hits_of_100.high,
        "success_low": counted().success_of_100.low,
        "success_high": counted().success_of_100.high,
    }
    spoilt = tuple(part for part in ("list_size", "hits", "success") if _spoils(sheet, part))
    return {line: table[line] if line.startswith(spoilt) else value for line, value in sheet.items()}


def _spoils(sheet: Mapping[str, Any], part: str) -> bool:
    if any(beyond_counting(sheet, part)):
        return True
    if part == "list_size":
        return False
    return any(name.endswith(SPOILING) for name, _ in of_itself(**{f"{part}_of_100": range_of(sheet, part)}))
