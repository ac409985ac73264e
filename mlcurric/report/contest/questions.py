"""Questions with yes or no about one column, or two at once, the groups that they make, and the number a person would say as a border."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from mlcurric.report.contest.allowed import allowed

# A border may move as long as no more than this share of the rows changes sides.
_MATERIAL = 0.005
# … and no more than this share of the smaller of the two groups that it makes.
_OF_GROUP = 0.1
_STEPS = (5, 2, 1)
# Groups differ if their shares lie two standard errors apart, and a fifth of what is usual.
_BY_LUCK, _TOO_LITTLE = 2.0, 0.2


@dataclass(frozen=True)
class Question:
    """One question about one column: whether one of these is true of it.

    Attributes:
        column: of the table.
        above: the value lies above it; a blank does not.
        value: the text is this one.
        blank: the cell is blank. Beside a border it says on which side of it the blanks are.
    """

    column: str
    above: float | None = None
    value: str | None = None
    blank: bool = False

    def holds(self, table: pd.DataFrame) -> np.ndarray:
        """Bools, row by row."""
        column = table[self.column]
        holds = column.isna().to_numpy() if self.blank else np.zeros(len(table), dtype=bool)
        if self.value is not None:
            holds = holds | column.eq(self.value).to_numpy(dtype=bool)
        if self.above is not None:
            holds = holds | (column.to_numpy(dtype=float) > self.above)
        return holds

    @property
    def asked(self) -> tuple[Question, ...]:
        return (self,)

    def rounded(self, table: pd.DataFrame, among: np.ndarray) -> Question:
        """The same with a border that a person would say, and that parts those ``among`` the rows who are asked."""
        if self.above is None:
            return self
        values = table[self.column].to_numpy(dtype=float)
        return replace(self, above=said_border(values, self.above, values[among]))


@dataclass(frozen=True)
class Both:
    """Answers asked for at once: whoever gave only one of them is with all others, and may be asked something else.

    Attributes:
        answers: each question, and the answer to it.
    """

    answers: tuple[tuple[Question, bool], ...]

    def holds(self, table: pd.DataFrame) -> np.ndarray:
        """Bools, row by row."""
        return np.logical_and.reduce([question.holds(table) == answer for question, answer in self.answers])

    @property
    def asked(self) -> tuple[Question, ...]:
        return tuple(question for question, _ in self.answers)

    def rounded(self, table: pd.DataFrame, among: np.ndarray) -> Both:
        """The same with borders that a person would say, each for those who gave the other answers."""
        given = [question.holds(table) == answer for question, answer in self.answers]
        others = [np.logical_and.reduce([among, *given[:place], *given[place + 1 :]]) for place in range(len(given))]
        both = zip(self.answers, others, strict=True)
        return Both(tuple((question.rounded(table, asked), answer) for (question, answer), asked in both))

    def excludes(self, other: Both) -> bool:
        """Whether nobody can be meant by both."""
        answers = (*self.answers, *other.answers)
        return any(
            allowed(each for each in answers if each[0].column == column).nothing
            for column in {question.column for question in self.asked}
        )


@dataclass(frozen=True)
class Group:
    """Customers who gave the same answers; with a question, they part into two.

    Attributes:
        rows, leavers: that were counted in it.
        question: that parts them, or ``None``.
        yes, no: the two groups then.
        pooled: the share together with groups from which it does not differ enough to be told apart.
    """

    rows: int = 0
    leavers: int = 0
    question: Question | Both | None = None
    yes: Group | None = None
    no: Group | None = None
    pooled: float | None = None

    @property
    def share(self) -> float:
        """Of those counted, the share that left, 0 to 1."""
        if self.pooled is not None:
            return self.pooled
        return self.leavers / self.rows if self.rows else 0.0

    def counted(self, table: pd.DataFrame, left: np.ndarray, usual: float | None = None) -> Group:
        """The same groups, counted on other rows; one without rows has the share of the group that it was parted from."""
        rows, leavers = len(left), float(left.sum())
        if not rows and usual is not None:
            rows, leavers = 1, usual
        if self.question is None:
            return Group(rows, leavers)
        holds, share = self.question.holds(table), leavers / rows if rows else 0.0
        return Group(
            rows,
            leavers,
            self.question,
            self.yes.counted(table[holds], left[holds], share),
            self.no.counted(table[~holds], left[~holds], share),
        )

    def alike_pooled(self) -> Group:
        """The same with one share for groups that can hardly be told apart, so that nobody is put before others for nothing."""
        blocks: list[list[Group]] = []
        for _, leaf in sorted(self.leaves(), key=lambda one: -one[1].share):
            if blocks and alike(_summed(blocks[-1]), (leaf.rows, leaf.leavers)):
                blocks[-1].append(leaf)
            else:
                blocks.append([leaf])
        shares = {id(leaf): block for block in blocks for leaf in block}

        def pooled(group: Group) -> Group:
            if group.question is not None:
                yes, no = pooled(group.yes), pooled(group.no)
                if yes.question is None and no.question is None and yes.share == no.share:
                    return Group(group.rows, group.leavers, pooled=yes.share)
                return replace(group, yes=yes, no=no)
            rows, leavers = _summed(shares[id(group)])
            return replace(group, pooled=leavers / rows if rows else 0.0)

        return pooled(self)

    def lowest_apart(self) -> float | None:
        """The lowest share at which more leave than of everybody else, by more than luck and by so much that it matters; ``None``
        where no group is so far from the others."""
        found = None
        for share in sorted({leaf.share for _, leaf in self.leaves()}, reverse=True):
            some, others = (
                [leaf for _, leaf in self.leaves() if (leaf.share == share) is same] for same in (True, False)
            )
            if share > self.share and not alike(_summed(some), _summed(others)):
                found = share
        return found

    def rounded(self, table: pd.DataFrame, among: np.ndarray | None = None) -> Group:
        """The same questions with borders that a person would say; one that parts nobody any more is not asked.

        Args:
            among: the rows that come to this group, by default all.
        """
        if self.question is None:
            return self
        among = np.ones(len(table), dtype=bool) if among is None else among
        question = self.question.rounded(table, among)
        holds = question.holds(table)
        yes, no = self.yes.rounded(table, among & holds), self.no.rounded(table, among & ~holds)
        # A border that moved further up may have taken all of its rows: “more than 51 and up to 51” is nobody.
        if not (among & holds).any():
            return no
        return replace(self, question=question, yes=yes, no=no) if (among & ~holds).any() else yes

    def questions(self) -> Iterator[Question]:
        """All questions, the first one first."""
        if self.question is not None:
            yield from self.question.asked
            yield from self.yes.questions()
            yield from self.no.questions()

    def leaves(self, path: tuple[tuple[Question, bool], ...] = ()) -> Iterator[tuple[tuple, Group]]:
        """The groups that are not parted any more, each with the answers that lead to it."""
        if self.question is None:
            yield path, self
            return
        yield from self.yes.leaves((*path, (self.question, True)))
        yield from self.no.leaves((*path, (self.question, False)))

    def places(self, table: pd.DataFrame) -> np.ndarray:
        """Of each row, the place among ``leaves`` of the group that it is in."""
        if self.question is None:
            return np.zeros(len(table), dtype=int)
        holds = self.question.holds(table)
        places = np.empty(len(table), dtype=int)
        places[holds] = self.yes.places(table[holds])
        places[~holds] = self.no.places(table[~holds]) + len([*self.yes.leaves()])
        return places


def _summed(groups: list[Group]) -> tuple[float, float]:
    return sum(group.rows for group in groups), sum(group.leavers for group in groups)


def alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two groups, so many rows and leavers each, differ by no more than luck, or by too little to matter."""
    shares = [leavers / max(rows, 1) for rows, leavers in (one, other)]
    apart = abs(shares[0] - shares[1])
    usual = (one[1] + other[1]) / max(one[0] + other[0], 1)
    luck = math.sqrt(usual * (1 - usual) * (1 / max(one[0], 1) + 1 / max(other[0], 1)))
    return apart <= max(_BY_LUCK * luck, _TOO_LITTLE * usual)


def said_border(values: np.ndarray, border: float, asked: np.ndarray | None = None) -> float:
    """The roundest number that parts the values as ``border`` does, but for one in 200 of them and one in ten of the smaller group.

    Args:
        asked: those of the values that it has to part, by default all.
    """
    known = np.sort(values[~np.isnan(values)])
    parted = known if asked is None else np.sort(asked[~np.isnan(asked)])
    low, high = _between(known, border, _MATERIAL * len(known))
    if len(parted):
        above = int((parted > border).sum())
        ends = _between(parted, border, _OF_GROUP * min(above, len(parted) - above))
        low, high = max(low, ends[0]), min(high, ends[1])
    return roundest(low, high) if low < high else border


def _between(values: np.ndarray, border: float, most: float) -> tuple[float, float]:
    """The values, in their order, up to which a border may move down and up, so that ``most`` of them change sides."""
    place, most = int(np.searchsorted(values, border, side="right")), int(most)
    return float(values[max(place - 1 - most, 0)]), float(values[min(place + most, len(values) - 1)])


def roundest(low: float, high: float) -> float:
    """The number with the fewest digits from ``low`` up to, and without, ``high``: 45 in [44.7, 46.2), 0 in [−3, 2)."""
    if low <= 0 < high:
        return 0.0
    largest = max(abs(low), abs(high))
    for power in range(math.floor(math.log10(largest)) + 1, -300, -1):
        for step in _STEPS:
            # Divided rather than multiplied below 1, or 0.3 becomes 0.30000000000000004.
            unit = 10.0 ** abs(power)
            steps = round((low * unit if power < 0 else low / unit) / step, 6)
            found = math.ceil(steps) * step / unit if power < 0 else math.ceil(steps) * step * unit
            if low <= found < high:
                return float(found)
    return low
