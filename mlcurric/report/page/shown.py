"""The list as page and files show it: a row a customer, and what is to be known of all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from mlcurric.report.advice.counted import Evidence, said_of_each
from mlcurric.report.advice.listing import on_several_days
from mlcurric.report.contest.model import Model
from mlcurric.report.contest.rules import Groups
from mlcurric.report.page.rows import Row, about_points, all_alike, are_shares, cents_of, most_apart, row_of
from mlcurric.subject.intervals import Measured, share
from mlcurric.subject.ranges import Range
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.page.page import Found

FIRST = 20
"""Customers in part 3, each with a card."""
MOST = 1_000
"""Customers on the page; more, and it could not be mailed any longer."""
_MATTERS = 0.02
"""If what is said of single customers and of the list as a whole lies further apart, the page says why."""
_QUITE = 0.1
"""So large a part of what is said of each, and the reader who takes the assumption off comes to another number."""


@dataclass(frozen=True)
class Shown:
    """The list as the page shows it.

    Attributes:
        rows: the first ``MOST`` of the list at most.
        size: of the whole list.
        said, leave: of the whole list, the share that leaves by what is said of each, and the share that is expected.
        seen: the share that left where it was tried, with its range, before anything is taken off for having stayed.
        points: what a point is.
        of: so many customers the risk of each is said of.
        ties: whether some stand at the same place, so that a lot decides.
        file, words_file: the list for a spreadsheet, and the words to be filled in.
        cut: the assumed factor by which fewer leave of those who have stayed already; ``None`` where nothing is assumed.
        by_rule: whether a rule made the list: then all are on it for the same few columns.
        numbers_hold: whether what is said of single customers came true where it was tried.
        order_holds: whether anybody may go by the order.
        followed: of customers who had stayed, the share that left by their next look; ``None`` where none were followed.
        is_narrow: whether the list only just beat a lot, so that part of its lead was taken for luck.
        all_alike: whether all of several stand at the same place.
        apart: so many points the same value counts more beside one customer than beside another, at most.
        hangs_together: whether points hang on other values, too.
        scored_apart: whether each was scored by a model that had learned from others only, so that there are several.
    """

    rows: Sequence[Row]
    size: int
    said: float
    leave: float
    seen: Measured
    points: T | None
    of: int
    ties: bool
    file: str
    words_file: str
    cut: Range[float] | None = None
    by_rule: bool = False
    numbers_hold: bool = True
    order_holds: bool = True
    followed: float | None = None
    apart: int = 0
    hangs_together: bool = False
    scored_apart: bool = False
    is_narrow: bool = False
    all_alike: bool = False

    @property
    def off(self) -> Literal["high", "low"] | None:
        """Whether what is said of each is too high or too low for those on the list: further off than luck puts what was counted."""
        if not self.is_apart or self.seen.low <= self.said <= self.seen.high:
            return None
        return "high" if self.said > self.seen.value else "low"

    @property
    def is_apart(self) -> bool:
        """Whether what is said of each comes to another share than was seen where it was tried, by luck or not."""
        if not self.numbers_hold or self.followed is not None:
            return False
        # What was taken off for luck was not seen where it was tried.
        if self.is_narrow and self.seen.value < self.said:
            return False
        if self.cut:
            return not self.cut.low * self.said <= self.leave <= self.cut.high * self.said
        return abs(self.said - self.leave) > _MATTERS

    @property
    def starts_elsewhere(self) -> bool:
        """Whether what is expected was taken down from a share that is not quite what is said of each, by luck."""
        if not self.cut or self.is_narrow or self.followed is not None:
            return False
        return abs(self.seen.value - self.said) > _QUITE * self.said

    @property
    def first(self) -> Sequence[Row]:
        """Those in part 3."""
        return self.rows[:FIRST]

    @property
    def rest(self) -> Sequence[Row]:
        """Those further down on the page."""
        return self.rows[FIRST:]


def shown(found: Found) -> Shown | None:
    """The list; ``None`` where there is none."""
    rows, evidence = found.at_risk.rows, found.promise.evidence
    if not rows or not evidence:
        return None
    by_shares, guessed = are_shares(rows), frozenset(found.at_risk.words.guessed)
    dated, hold, cents = on_several_days(rows), found.contest.trusted, cents_of(rows)
    file, words_file = found.files
    return Shown(
        [
            row_of(one, found.alone, guessed, by_shares, found.customers.currency, dated, about, hold, cents)
            for one, about in zip(rows[:MOST], expected(found), strict=False)
        ],
        len(rows),
        sum(row.risk for row in rows) / len(rows),
        evidence.hits.share,
        _seen(evidence, found.contest.k),
        points_of(found),
        found.contest.said_of,
        len({row.risk for row in rows}) < len(rows),
        file,
        words_file,
        evidence.cut,
        found.contest.winner == "rule",
        hold,
        found.contest.has_order,
        evidence.next_look,
        most_apart(rows),
        _hang_together(found.contest),
        found.contest.winner == "model" and found.split.listed_kind != "not yet known",
        evidence.is_narrow,
        all_alike(rows),
    )


def _seen(evidence: Evidence, tried: int) -> Measured:
    """The share that left where it was tried, of those with such scores; on a list of ``tried``, where stayers are taken down."""
    if not evidence.cut:
        return share(evidence.hits.count, evidence.hits.of)
    # Only the range needs whole leavers: part 4 tells this share as it is.
    return share(round(evidence.likely * tried), tried)._replace(value=evidence.likely)


def points_of(found: Found) -> T | None:
    """What a point is; ``None`` where there is no list."""
    rows = found.at_risk.rows
    if not rows:
        return None
    average = rows[0].codes.base_risk if found.contest.trusted else None
    return about_points(are_shares(rows), found.contest.said_of, average)


def _hang_together(contest: Contest) -> bool:
    """Whether what a value counts hangs on the other columns; not where points are only added up, or one column sorts."""
    if contest.winner == "rule":
        return isinstance(contest.rule, Groups)
    return isinstance(contest.model, Model) and contest.model.kind == "trees"


def expected(found: Found) -> list[float | None]:
    """Of each on the list, the risk of somebody who has stayed already; ``None`` where it is that of all who are like this."""
    rows, evidence = found.at_risk.rows, found.promise.evidence
    if evidence is None or not evidence.cut:
        return [None] * len(rows)
    return said_of_each(evidence, np.array([row.risk for row in rows])).tolist()
