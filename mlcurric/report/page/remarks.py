"""All that is told of a table, of the test and of the list, where there is one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mlcurric.report.contest.today_words import ABOUT_LISTED
from mlcurric.report.remark import Remark, Weight

if TYPE_CHECKING:
    from mlcurric.report.page.page import Found


def all_remarks(found: Found) -> list[Remark]:
    """Everything that is told of the table, of the test and of the list."""
    return [*about_table(found), *found.contest.remarks, *about_list(found)]


def about_table(found: Found) -> list[Remark]:
    """What is told of the table and of its rows."""
    told = [*found.remarks, *found.customers.remarks, *found.split.remarks]
    if found.at_risk.rows:
        return told
    # Without a list nobody is contacted, so that nobody has to be looked up before.
    return [
        replace(each, way_out=None, for_maker=None, weight=Weight.NOTE) if each.id in ABOUT_LISTED else each
        for each in told
    ]


def about_list(found: Found) -> list[Remark]:
    """What is told of the list and of the words on it."""
    return [*found.at_risk.remarks, *found.about_words]
