"""Looks for the questions of a rule: grown one by one, or two at once where neither tells much without the other.

Not ``DecisionTreeClassifier``: with one-hot texts and 2 to 5 leaves by cross-validation its lists of a tenth held 48.9 leavers of 100
beside 51.1 here, on 12 tables of 2,000 rows with a planted rule; without those that sort by one column it was as good (54.1 beside 54.7), but it asks
nothing about blanks, and the codes that are counted here serve the pairs and the search for leaks, too.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
import pandas as pd

from mlcurric.report.contest.features import is_text
from mlcurric.report.contest.questions import Both, Group, Question

_BINS = 250
_COMMON_VALUES = 40
_COARSE = 12
_PAIRED = 40
"""So many columns, those that tell most alone, are paired with all others: all pairs of 400 columns would take seconds each time."""
_SMALLEST_SHARE, _SMALLEST = 0.01, 20
MOST_GROUPS, MOST_QUESTIONS_DEEP, MOST_PAIRS = 5, 3, 3


@dataclass(frozen=True)
class Coded:
    """The table in small whole numbers, so that all questions about a column are counted at once.

    Attributes:
        codes: rows × columns: 0 where blank; of a number the bin, by size; of a text its place among the common ones,
            and one more for the rare ones together.
        asked: for each column, its questions, and for each question the code above which (a number) or at which (a
            text, a blank) it holds.
    """

    codes: np.ndarray
    asked: tuple[tuple[tuple[Question, int], ...], ...]

    @property
    def smallest(self) -> int:
        """Fewer rows than this are no group."""
        return max(_SMALLEST, int(_SMALLEST_SHARE * len(self.codes)))

    def rows(self, places: np.ndarray) -> Coded:
        """Some of the rows."""
        return replace(self, codes=self.codes[places])

    def holds(self, column: int, asked: tuple[Question, int]) -> np.ndarray:
        question, code = asked
        return self.codes[:, column] > code if question.above is not None else self.codes[:, column] == code

    def counts(self, column: int, left: np.ndarray, among: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """For each question of a column, rows and leavers for which it holds, among some rows."""
        codes, asked = self.codes[among, column], self.asked[column]
        most = max(code for _, code in asked) + 2
        at = np.array([np.bincount(codes, minlength=most), np.bincount(codes, left[among], minlength=most)])
        above = at.sum(axis=1, keepdims=True) - at.cumsum(axis=1)
        codes_asked = [code for _, code in asked]
        is_above = np.array([question.above is not None for question, _ in asked])
        rows, leavers = np.where(is_above, above[:, codes_asked], at[:, codes_asked])
        return rows, leavers


def coded(table: pd.DataFrame) -> Coded:
    """Code a learnable table, and note the questions that can be asked about it."""
    codes, asked = [], []
    for name in table:
        one, questions = (_coded_text if is_text(table[name]) else _coded_number)(name, table[name])
        if questions:
            codes.append(one.astype(np.int16))
            asked.append(tuple(questions))
    return Coded(np.column_stack(codes) if codes else np.empty((len(table), 0), np.int16), tuple(asked))


def _coded_number(name: str, column: pd.Series) -> tuple[np.ndarray, list[tuple[Question, int]]]:
    values = column.to_numpy(dtype=float)
    known = values[~np.isnan(values)]
    edges = np.unique(known)
    if len(edges) > _BINS:
        edges = np.unique(np.quantile(known, np.linspace(0, 1, _BINS), method="lower"))
    codes = np.where(np.isnan(values), 0, 1 + np.searchsorted(edges, values))
    questions = [(Question(name, above=float(edge)), place + 1) for place, edge in enumerate(edges[:-1])]
    return codes, questions + _about_blanks(name, column)


def _coded_text(name: str, column: pd.Series) -> tuple[np.ndarray, list[tuple[Question, int]]]:
    common = list(column.value_counts().index[:_COMMON_VALUES])
    places = column.map({value: place for place, value in enumerate(common, 1)})
    codes = places.fillna(len(common) + 1).where(column.notna(), 0).to_numpy()
    # With two texts and no blanks, one question says it all.
    listed = common[:1] if len(common) == 2 and column.notna().all() else common
    questions = [(Question(name, value=value), place) for place, value in enumerate(listed, 1)]
    return codes, (questions if len(common) > 1 else []) + _about_blanks(name, column)


def _about_blanks(name: str, column: pd.Series) -> list[tuple[Question, int]]:
    return [(Question(name, blank=True), 0)] if 0 < column.isna().sum() < len(column) else []


def grown(data: Coded, left: np.ndarray) -> list[Group]:
    """Rules of 2, 3, 4 and 5 groups, each with one question more than the one before; the question that parts best first.

    Args:
        left: bools, row by row with ``data``.
    """
    root = np.arange(len(left))
    waiting: list = []
    found: dict[tuple[bool, ...], Question] = {}

    def consider(path: tuple[bool, ...], rows: np.ndarray) -> None:
        best = _best_question(data, left, rows) if len(path) < MOST_QUESTIONS_DEEP else None
        if best:
            heapq.heappush(waiting, (-best[0], path, rows, best[1]))

    consider((), root)
    rules = []
    while waiting and len(found) < MOST_GROUPS - 1:
        _, path, rows, (column, asked) = heapq.heappop(waiting)
        found[path] = asked[0]
        holds = data.holds(column, asked)[rows]
        consider((*path, True), rows[holds])
        consider((*path, False), rows[~holds])
        rules.append(_as_groups(found))
    return rules


def _as_groups(found: dict[tuple[bool, ...], Question], path: tuple[bool, ...] = ()) -> Group:
    if path not in found:
        return Group()
    return Group(0, 0, found[path], _as_groups(found, (*path, True)), _as_groups(found, (*path, False)))


def _best_question(data: Coded, left: np.ndarray, among: np.ndarray) -> tuple[float, tuple] | None:
    best = None
    for column in range(len(data.asked)):
        gains = _gain(*data.counts(column, left, among), len(among), left[among].sum(), data.smallest)
        place = int(np.argmax(gains))
        if gains[place] > 0 and (best is None or gains[place] > best[0]):
            best = float(gains[place]), (column, data.asked[column][place])
    return best


def _gain(rows: np.ndarray, leavers: np.ndarray, of_rows: float, of_leavers: float, smallest: int) -> np.ndarray:
    """How much purer two groups are than the one (Gini); 0 where one of them is too small."""
    other, others_left = of_rows - rows, of_leavers - leavers
    allowed = (rows >= smallest) & (other >= smallest)
    rows, other = np.maximum(rows, 1), np.maximum(other, 1)
    gain = leavers**2 / rows + others_left**2 / other - of_leavers**2 / of_rows
    return np.where(allowed, gain, 0.0)


def paired(data: Coded, left: np.ndarray) -> list[Group]:
    """Rules of one, two and three pairs of answers; each pair is the best one among those whom no pair before it names."""
    found: list[Both] = []
    rest = np.arange(len(left))
    rules = []
    for _ in range(MOST_PAIRS):
        pair = _best_pair(data.rows(rest), left[rest], further=bool(found))
        if pair is None:
            break
        found.append(Both(tuple((question, answer) for _, (question, _), answer in pair)))
        named = [data.holds(column, asked)[rest] == answer for column, asked, answer in pair]
        rest = rest[~(named[0] & named[1])]
        rules.append(reduce(lambda others, both: Group(0, 0, both, Group(), others), reversed(found), Group()))
    return rules


def _best_pair(data: Coded, left: np.ndarray, further: bool = False) -> list[tuple] | None:
    """The two answers that together single out one group best: “this and that”, or a band of one number.

    Pairs are tried with a dozen borders a column, a block of columns at a time, then the borders of the best pair are set
    finely. Of more than ``_PAIRED`` columns, one of the two is among those that tell most alone; of a further pair, both are.

    Returns:
        Of each the column, the question with its code, and the answer.
    """
    columns = range(len(data.asked))
    strongest = _strongest(data, left) if len(columns) > _PAIRED else columns
    strong = _coarse(data, strongest)
    if len(strong[0]) < 2:
        return None
    best, pair = 0.0, None
    columns = strongest if further else columns
    for start in range(0, len(columns), _PAIRED):
        gain, found = _best_of_block(left, strong, _coarse(data, columns[start : start + _PAIRED]), data.smallest)
        if gain > best:
            best, pair = gain, found
    if pair is None:
        return None
    for turn in (1, 0, 1, 0):
        pair[turn] = _set_finely(data, left, fixed=pair[1 - turn], moved=pair[turn])
    return None if pair[0][1] == pair[1][1] else pair


Block = tuple[list[tuple[int, tuple[Question, int]]], np.ndarray]
"""Questions, each with its column, and for which rows they hold: rows × questions."""


def _coarse(data: Coded, columns: Iterable[int]) -> Block:
    asked = [(column, one) for column in columns for one in _some(data.asked[column])]
    holds = [data.holds(*one) for one in asked]
    return asked, np.column_stack(holds).astype(np.float32) if holds else np.empty((len(data.codes), 0), np.float32)


def _strongest(data: Coded, left: np.ndarray) -> list[int]:
    everybody = np.arange(len(left))

    def gain(column: int) -> float:
        return float(
            _gain(*data.counts(column, left, everybody), len(left), float(left.sum()), data.smallest).max(initial=0)
        )

    return sorted(sorted(range(len(data.asked)), key=gain, reverse=True)[:_PAIRED])


def _best_of_block(left: np.ndarray, one: Block, other: Block, smallest: int) -> tuple[float, list[tuple] | None]:
    """The best pair of a question of one block and one of the other, each with its answer."""
    happened = left.astype(np.float32)
    counted = [
        (weighted.T @ other[1], weighted.sum(axis=0), (other[1] * weight).sum(axis=0), float(weight.sum()))
        for weight in (np.ones((len(left), 1), np.float32), happened[:, None])
        for weighted in (one[1] * weight,)
    ]
    best, pair = 0.0, None
    for first in (True, False):
        for second in (True, False):
            cell, cell_left = (_cell(*each, first, second) for each in counted)
            gains = np.where(cell_left * len(left) > cell * happened.sum(), 1, 0) * _gain(
                cell, cell_left, len(left), float(happened.sum()), smallest
            )
            place = np.unravel_index(np.argmax(gains), gains.shape)
            if gains[place] > best:
                best = float(gains[place])
                pair = [(*one[0][place[0]], first), (*other[0][place[1]], second)]
    return best, pair


def _some(asked: tuple[tuple[Question, int], ...]) -> list[tuple[Question, int]]:
    """A dozen of a column's questions, spread over its range; the most common texts."""
    borders = [one for one in asked if one[0].above is not None]
    others = [one for one in asked if one[0].above is None]
    if len(borders) > _COARSE:
        borders = [borders[place] for place in np.linspace(0, len(borders) - 1, _COARSE + 2).astype(int)[1:-1]]
    return borders + others[:_COARSE]


def _cell(
    both: np.ndarray, of_first: np.ndarray, of_second: np.ndarray, total: float, first: bool, second: bool
) -> np.ndarray:
    """Counts where the first question has this answer and the second that one.

    Args:
        both, of_first, of_second: counts where both hold, and where each does.
    """
    yes_of_second = both if first else of_second[None, :] - both
    if second:
        return yes_of_second
    return (of_first[:, None] if first else total - of_first[:, None]) - yes_of_second


def _set_finely(data: Coded, left: np.ndarray, fixed: tuple, moved: tuple) -> tuple:
    """Of the moved question's column, the question that singles out best among those who gave the fixed answer."""
    column, asked, answer = fixed
    among = np.flatnonzero(data.holds(column, asked) == answer)
    moved_column, _, moved_answer = moved
    rows, leavers = data.counts(moved_column, left, among)
    if not moved_answer:
        rows, leavers = len(among) - rows, left[among].sum() - leavers
    gains = _gain(rows, leavers, len(left), float(left.sum()), data.smallest)
    gains[leavers * len(left) <= rows * left.sum()] = 0
    return moved_column, data.asked[moved_column][int(np.argmax(gains))], moved_answer
