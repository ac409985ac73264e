"""All that is told of a table, of the test and of the list, where there is one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mlcurric.report.contest.today_words import ABOUT_LISTED, ALL_OVER
from mlcurric.report.reading.looks import OLD
from mlcurric.report.remark import Remark, Weight

if TYPE_CHECKING:
    from mlcurric.report.page.page import Found


def all_remarks(found: Found) -> list[Remark]:
    """Everything that is told of the table, of the test and of the list."""
    return [*about_table(found), *found.contest.remarks, *about_list(found)]


def about_table(found: Found) -> list[Remark]:
    """What is told of the table and of its rows."""
    told = [*found.remarks, *found.customers.remarks, *found.split.remarks]
    if found.at_risk.rows and not is_void(found):
        return told
    # Without a list, or with one that nobody is to use, nobody is contacted, so that nobody has to be looked up before.
    weight = Weight.WARN if found.at_risk.rows else Weight.NOTE
    return [
        replace(each, way_out=None, for_maker=each.for_maker if found.at_risk.rows else None, weight=weight)
        if each.id in ABOUT_LISTED
        else each
        for each in told
    ]


def is_void(found: Found) -> bool:
    """Whether the table is so old that a new page has to be made before anybody is contacted: its list then takes the place of
    this one."""
    told = [*found.customers.remarks, *found.split.remarks]
    return bool(found.at_risk.rows) and any(each.id in (OLD, ALL_OVER) for each in told)


def about_list(found: Found) -> list[Remark]:
    """What is told of the list and of the words on it."""
    return [*found.at_risk.remarks, *found.about_words]
