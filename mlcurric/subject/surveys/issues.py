"""What stands in the way, counted so that nobody can be told: no count of one or two people, nor of all but one or two.

Of three or four people no count leaves each of them in doubt about the others, so none is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil

from mlcurric.subject.intervals import Measured, wilson
from mlcurric.subject.surveys.answers import Response
from mlcurric.subject.surveys.disclosure import FEW, LEAST, tightened
from mlcurric.subject.surveys.forms import ISSUES, OTHER, Issue, issues_of
from mlcurric.text import T

_MOST_TEAMS = 12
BY_ID: Mapping[str, Issue] = {issue.id: issue for issue in (*ISSUES.values(), OTHER)}


@dataclass(frozen=True)
class IssueCount:
    """How many named an issue on one form.

    Attributes:
        issue: its id.
        low, high: so many named it; a range where the number itself would tell on one or two people.
        of: so many answered.
        share: 0 to 1, with Wilson's 95% interval over the whole range of counts.
    """

    issue: str
    low: int
    high: int
    of: int
    share: Measured

    @property
    def named(self) -> bool:
        """Whether three people or more named it."""
        return self.low >= LEAST

    @property
    def says(self) -> T:
        """How many of how many, as it may be told."""
        if self.low == self.high:
            return T(f"{self.low} of {self.of}", f"{self.of}人中{self.low}人")
        if self.low == 0:
            return T(f"fewer than {LEAST} of {self.of}", f"{self.of}人中{LEAST}人未満")
        return T(f"{self.low} or more of {self.of}", f"{self.of}人中{self.low}人以上")


def count_issues(responses: Sequence[Response], stage: int) -> tuple[IssueCount, ...]:
    """The issues named on a form, those that most people named first; empty if fewer than five people answered."""
    answered = [response for response in responses if response.stage == stage and response.issues is not None]
    if len(answered) < FEW:
        return ()
    counts = [_counted(issue.id, answered) for issue in (*issues_of(stage).values(), OTHER)]
    order = list(BY_ID)
    return tuple(sorted(counts, key=lambda count: (-count.low, order.index(count.issue))))


def _counted(issue: str, answered: Sequence[Response]) -> IssueCount:
    of, count = len(answered), sum(issue in response.issues for response in answered)
    low, high = told_range(count, of)
    # The middle only says where a bar ends; where the count is a range, the bar ends at its lower end.
    share = Measured(low / of, float(wilson(low, of)[0]), float(wilson(high, of)[1]))
    return IssueCount(issue, low, high, of, share)


def most_of_team(people: int) -> int:
    """From how many people on an issue blocks a team: three, and half of those who answered."""
    return max(LEAST, ceil(people / 2))


def may_tell_teams(whole: IssueCount, judged: Sequence[int], others: int) -> bool:
    """Whether it may be told, beside the count of the whole, in which teams most named an issue.

    It may if, whichever teams these are, it follows of nobody that they named it, even for who knows one of the others.
    The answer depends on what is told of the whole alone, and so tells nothing itself.

    Args:
        whole: what is told of the whole.
        judged: how many answered in each team that is judged.
        others: how many answered besides.
    """
    if len(judged) > _MOST_TEAMS:
        return False
    rest = [(0, others)] if others else []
    sizes = [*judged, others]
    for named in product((False, True), repeat=len(judged)):
        bounds = [
            (most_of_team(n), n) if yes else (0, most_of_team(n) - 1) for n, yes in zip(judged, named, strict=True)
        ] + rest
        if sum(low for low, _ in bounds) > whole.high or sum(high for _, high in bounds) < whole.low:
            continue
        if any(
            low > max(n - 2, 0) for (low, _), n in zip(tightened((whole.low, whole.high), bounds), sizes, strict=False)
        ):
            return False
    return True


def told_range(count: int, of: int) -> tuple[int, int]:
    """The range in which a count is told: 0 to 2, the number itself, or “all but at most two”."""
    if count < LEAST:
        return 0, LEAST - 1
    if count > of - LEAST:
        return max(LEAST, of - LEAST + 1), of
    return count, count
