"""Rules that compete with the model: a few questions with yes or no, or a sort by one column. The best sayable one is taken."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pandas as pd
from sklearn.isotonic import IsotonicRegression
from threadpoolctl import threadpool_limits

from mlcurric.report.contest.better import pairs_told
from mlcurric.report.contest.contenders import both_kinds, expected_hits
from mlcurric.report.contest.credit import credited
from mlcurric.report.contest.features import is_flag, is_text
from mlcurric.report.contest.folds import folds_of, sample_of, side_by_side
from mlcurric.report.contest.questions import Both, Group
from mlcurric.report.contest.rule_choice import WORDINESS, best_family, first_of
from mlcurric.report.contest.rule_pairs import paired
from mlcurric.report.contest.rule_search import Coded, coded, grown, refined
from mlcurric.report.contest.rule_words import said_groups, said_order
from mlcurric.subject.explain.contributions import PROBABILITY, Contributions
from mlcurric.subject.explain.wordings import NO_WORDS, Wording
from mlcurric.text import T

_STEPS, _STEP_ROWS, _GROWS = 20, 50, 0.5
_TIE, _BEYOND = 1e-5, 0.01
_FEW_BLANKS = 20


@dataclass(frozen=True)
class Groups:
    """A rule of up to five groups; who is in the group of which most left comes first.

    Attributes:
        group: the groups with their questions, and the rows of which they were counted.
        added: of each group, what each column adds to the share of everybody, as ``credited`` gives it.
        flags, whole, gaps, around: of its columns, those that hold yes and no only, whole numbers only, blanks too, numbers
            below 0 and others.
    """

    group: Group
    added: tuple[Mapping[str, float], ...] = ()
    flags: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    gaps: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    name: Literal["rule"] = "rule"

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(question.column for question in self.group.questions()))

    @property
    def first_columns(self) -> tuple[str, ...]:
        """Those by which the riskiest group is found."""
        leaves = list(self.group.leaves())
        most = max(leaf.share for _, leaf in leaves)
        paths = [path for path, leaf in leaves if leaf.share == most]
        # That he is not meant by another pair of answers is not how somebody is found.
        asked = [each for path in paths for each, answer in path if answer or not isinstance(each, Both)]
        return tuple(dict.fromkeys(question.column for each in asked for question in each.asked))

    @property
    def says(self) -> T:
        return self.in_words(NO_WORDS)

    def in_words(self, wordings: Mapping[Hashable, Wording], of: int | None = None) -> T:
        """The rule with these words for its columns.

        Args:
            of: so many customers the share of each group is said of; by default as ``finer`` has it.
        """
        return said_groups(self.group, wordings, self.flags, self.whole, self.gaps, self.around, of)

    def fit(self, table: pd.DataFrame, left: np.ndarray) -> Groups:
        """The same questions, counted on these rows: a rule that was judged is not another one the next day."""
        left = both_kinds(left)
        group = self.group.counted(table, left).alike_pooled()
        return replace(
            self,
            group=group,
            added=credited(group, table, left),
            flags=frozenset(name for name in self.columns if is_flag(table[name])),
            whole=frozenset(name for name in self.columns if _is_whole(table[name])),
            gaps=frozenset(name for name in self.columns if table[name].isna().any()),
            around=frozenset(name for name in self.columns if _is_around_0(table[name])),
        )

    def risk(self, table: pd.DataFrame) -> np.ndarray:
        return np.array([leaf.share for _, leaf in self.group.leaves()])[self.group.places(table)]

    def contributions(self, rows: pd.DataFrame, background: pd.DataFrame) -> Contributions:
        """What each column adds to the share that left, from everybody to the group; they add up to its share.

        The start is the share of everybody of whom the rule was counted; the background is not asked.
        """
        added = pd.DataFrame(self.added, columns=list(self.columns), dtype=float).fillna(0.0)
        values = added.iloc[self.group.places(rows)].set_axis(rows.index)
        return Contributions(values, self.group.share, PROBABILITY)


@dataclass(frozen=True)
class Order:
    """A rule that sorts by one column of numbers.

    What it says hangs on the ranks of the values alone: one cell of 10¹⁵, or money of which few have most, moves nothing.

    Attributes:
        column: to sort by.
        highest_first: whether the highest value is the riskiest.
        values: the different values that were counted, rising.
        shares: of each of them, the share that left in its step; along the values they never turn back.
        blank_share: of those whose cell is blank.
        share: of all that were counted.
    """

    column: str
    highest_first: bool
    values: np.ndarray | None = None
    shares: np.ndarray | None = None
    blank_share: float = 0.0
    share: float = 0.0
    name: Literal["rule"] = "rule"

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.column,)

    first_columns = columns

    @property
    def says(self) -> T:
        return self.in_words(NO_WORDS)

    def in_words(self, wordings: Mapping[Hashable, Wording], of: int | None = None) -> T:
        """The rule with these words for its column; no share stands in it, whatever it would be said ``of``."""
        below = self.values is not None and bool((self.values < 0).any())
        return said_order(self.column, self.highest_first, wordings, below)

    def fit(self, table: pd.DataFrame, left: np.ndarray) -> Order:
        """The same order; the shares that go with it are counted on these rows."""
        left, cells = both_kinds(left), table[self.column].to_numpy(dtype=float)
        known, usual = ~np.isnan(cells), float(left.mean())
        blank = float(left[~known].mean()) if (~known).sum() >= _FEW_BLANKS else usual
        if not known.any():
            return replace(self, values=np.zeros(1), shares=np.array([usual]), blank_share=usual, share=usual)
        values, at = np.unique(cells[known], return_inverse=True)
        rows, turn = np.bincount(at), -1 if self.highest_first else 1
        step = _steps(rows[::turn])[::turn]
        sizes = np.bincount(step, rows)
        came = np.bincount(step, np.bincount(at, left[known])) / sizes
        falling = IsotonicRegression(increasing=False, y_min=0, y_max=1)
        shares = falling.fit_transform(np.arange(len(sizes)), came, sample_weight=sizes)
        return replace(self, values=values, shares=shares[step], blank_share=blank, share=usual)

    def risk(self, table: pd.DataFrame) -> np.ndarray:
        cells = table[self.column].to_numpy(dtype=float)
        # A value that was not counted belongs to the step of the one below it.
        at = np.clip(np.searchsorted(self.values, cells, side="right") - 1, 0, len(self.values) - 1)
        place = self._place(cells) if self.highest_first else 1 - self._place(cells)
        return np.where(np.isnan(cells), self.blank_share, self.shares[at] * (1 - _TIE) + _TIE * place)

    def _place(self, cells: np.ndarray) -> np.ndarray:
        """0 to 1, rising with the value: within a step, and beyond the ends, the order is still by the column."""
        values, ranks = self.values, np.linspace(_BEYOND, 1 - _BEYOND, len(self.values))
        usual = np.subtract(*np.quantile(values, [0.75, 0.25])) or 1.0
        beyond = np.maximum(cells - values[-1], 0) - np.maximum(values[0] - cells, 0)
        return np.interp(cells, values, ranks) + _BEYOND * np.arctan(beyond / usual) / np.pi

    def contributions(self, rows: pd.DataFrame, background: pd.DataFrame) -> Contributions:
        """One reason: how far the share that left at this value lies from that of everybody of whom the rule was counted.

        The background is not asked: the page says elsewhere how many left of all, and a part of them would say another number.
        """
        values = pd.DataFrame({self.column: self.risk(rows) - self.share}, index=rows.index)
        return Contributions(values, self.share, PROBABILITY)


@threadpool_limits.wrap(limits=1)
def learn_rule(table: pd.DataFrame, left: np.ndarray, share: float, groups: np.ndarray | None = None) -> Groups | Order:
    """The best rule that can be said, by its hits on rows that it was not learned from, and by the order in which it puts them.

    Args:
        table: learnable.
        left: bools.
        share: of the customers that fits on the list, 0 to 1.
        groups: rows of one customer have the same number; they are never parted.

    Raises:
        ValueError: if all left, or nobody did.
    """
    left = both_kinds(left)
    some = sample_of(left)
    rows, happened = table.iloc[some].reset_index(drop=True), left[some]
    data = coded(rows, None if groups is None else groups[some])

    def tried(learn: np.ndarray, judge: np.ndarray) -> list[tuple[float, float, float]]:
        made = _families(rows.iloc[learn], data.rows(learn), happened[learn], share)
        told, size, came = [], share * len(judge), happened[judge]
        for family in WORDINESS:
            risk = np.zeros(len(judge))
            if rule := made.get(family):
                risk = rule.fit(rows.iloc[learn], happened[learn]).risk(rows.iloc[judge])
            hits, first = (expected_hits(came, risk, part) / max(part, 1) for part in (size, first_of(size)))
            told.append((hits, first, pairs_told(came, risk)))
        return told

    turns = np.array(side_by_side(tried, folds_of(happened, None if groups is None else groups[some])))
    found = _families(rows, data, happened, share)
    by_turn = dict(zip(WORDINESS, turns.swapaxes(0, 1), strict=True))
    family = best_family(*({name: by_turn[name][:, what] for name in found} for what in range(3)))
    return found[family].fit(table, left) if family else Groups(Group()).fit(table, left)


def _families(rows: pd.DataFrame, data: Coded, left: np.ndarray, share: float) -> dict[str, Groups | Order]:
    """Family → the rule of it that these rows teach, not counted yet."""
    made: dict[str, Group | Order] = {}
    names = ["one question", "3 groups", "4 groups", "5 groups"]
    made.update(zip(names, grown(data, left), strict=False))
    made.update(paired(data, left))
    if (order := _best_order(rows, left, share)) is not None:
        made["order"] = order
    return {
        name: rule if isinstance(rule, Order) else Groups(refined(rule, rows, data, left).rounded(rows))
        for name, rule in made.items()
    }


def _orders(rows: pd.DataFrame) -> list[str]:
    return [name for name in rows if not is_text(rows[name]) and not is_flag(rows[name]) and rows[name].notna().any()]


def _best_order(rows: pd.DataFrame, left: np.ndarray, share: float) -> Order | None:
    best = None
    for name in _orders(rows):
        values = rows[name].to_numpy(dtype=float)
        for sign in (1, -1):
            placed = np.where(np.isnan(values), -np.inf, sign * values)
            hits = _hits_of_order(left, placed, share * len(left))
            if best is None or hits > best[0]:
                best = hits, Order(name, sign > 0)
    return best[1] if best else None


def _hits_of_order(left: np.ndarray, placed: np.ndarray, size: float) -> float:
    ranks = np.unique(placed, return_inverse=True)[1]
    return expected_hits(left, ranks.astype(float), size)


def _steps(rows: np.ndarray) -> np.ndarray:
    """The step of each value, from 0, the riskiest: few rows each where lists end, more and more further down.

    Args:
        rows: of each value, the riskiest first.
    """
    ends = rows.cumsum()
    starts, reached, most = np.zeros(len(rows), dtype=int), 0, ends[-1] / _STEPS
    while True:
        least = max(_STEP_ROWS, min(_GROWS * reached, most))
        last = int(np.searchsorted(ends, reached + least))
        # What is left over belongs to the last step.
        if last >= len(rows) or ends[-1] - ends[last] < least:
            return starts.cumsum()
        starts[last + 1], reached = 1, ends[last]


def _is_whole(column: pd.Series) -> bool:
    return not is_text(column) and bool((column.dropna() % 1 == 0).all())


def _is_around_0(column: pd.Series) -> bool:
    return not is_text(column) and bool((column < 0).any() and (column >= 0).any())
