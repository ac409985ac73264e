"""What stands in the way, counted so that nobody can be told: no count of one or two people, nor of all but one or two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mlcurric.subject.intervals import Measured, wilson
from mlcurric.subject.surveys.answers import Response
from mlcurric.subject.surveys.forms import ISSUES, Issue, issues_of
from mlcurric.subject.surveys.measures import LEAST
from mlcurric.text import T

BY_ID: Mapping[str, Issue] = {issue.id: issue for issue in ISSUES.values()}


@dataclass(frozen=True)
class IssueCount:
    """How many named an issue on one form.

    Attributes:
        issue: its id.
        low, high: so many named it; a range where the number itself would tell on one or two people.
        of: so many answered.
        share: 0 to 1, with Wilson's 95% interval over the whole range of counts.
        teams: where three people or more of a team named it.
    """

    issue: str
    low: int
    high: int
    of: int
    share: Measured
    teams: tuple[str, ...] = ()

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
    """The issues named on a form, those that most people named first; empty if fewer than three people answered."""
    answered = [response for response in responses if response.stage == stage and response.issues is not None]
    if len(answered) < LEAST:
        return ()
    counts = [_counted(issue.id, answered) for issue in issues_of(stage).values()]
    order = list(BY_ID)
    return tuple(sorted(counts, key=lambda count: (-count.low, order.index(count.issue))))


def _counted(issue: str, answered: Sequence[Response]) -> IssueCount:
    of, count = len(answered), sum(issue in response.issues for response in answered)
    low, high = told_range(count, of)
    # The middle only says where a bar ends; where the count is a range, the bar ends at its lower end.
    share = Measured(low / of, float(wilson(low, of)[0]), float(wilson(high, of)[1]))
    by_team: dict[str, int] = {}
    for response in answered:
        if issue in response.issues:
            by_team[response.team] = by_team.get(response.team, 0) + 1
    marked = {team for team, named in by_team.items() if team and named >= LEAST}
    # What is left of the whole's count when those of the marked teams are taken away may not be one or two people either.
    while marked and 0 < count - sum(by_team[team] for team in marked) < LEAST:
        marked.remove(min(marked, key=lambda team: (by_team[team], team)))
    return IssueCount(issue, low, high, of, share, tuple(sorted(marked)))


def told_range(count: int, of: int) -> tuple[int, int]:
    """The range in which a count is told: 0 to 2, the number itself, or “all but at most two”."""
    if count < LEAST:
        return 0, LEAST - 1
    if count > of - LEAST:
        return max(LEAST, of - LEAST + 1), of
    return count, count
