"""Looks for two answers that single out one group together, where neither tells much without the other, and for further pairs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

import numpy as np

from mlcurric.report.contest.questions import Both, Group, Question
from mlcurric.report.contest.rule_search import Coded, gain

_COARSE = 12
_PAIRED = 40
"""So many columns, those that tell most alone, are paired with all others: all pairs of 400 columns would take seconds each time."""


def paired(data: Coded, left: np.ndarray) -> dict[str, Group]:
    """Family → the rule of one, two or three pairs of answers; each pair is the best one among those whom no pair before it names."""
    found: list[Both] = []
    rest = np.arange(len(left))
    rules = {}
    for family in ("pair", "2 pairs", "3 pairs"):
        pair = _best_pair(data.rows(rest), left[rest], further=bool(found))
        if pair is None:
            break
        found.append(_both(pair))
        rest = rest[~_named(data.rows(rest), pair)]
        rules[family] = reduce(lambda others, both: Group(0, 0, both, Group(), others), reversed(found), Group())
    return rules


def _both(answers: list[tuple]) -> Both:
    return Both(tuple((question, answer) for _, (question, _), answer in answers))


def _named(data: Coded, answers: list[tuple]) -> np.ndarray:
    """Bools: who gave all of these answers."""
    return np.logical_and.reduce([data.holds(column, asked) == answer for column, asked, answer in answers])


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
        gained, found = _best_of_block(left, strong, _coarse(data, columns[start : start + _PAIRED]), data)
        if gained > best:
            best, pair = gained, found
    if pair is None:
        return None
    for turn in (1, 0, 1, 0):
        pair[turn] = _set_finely(data, left, [pair[1 - turn]], pair[turn])
    return None if pair[0][1] == pair[1][1] else pair


Block = tuple[list[tuple[int, tuple[Question, int]]], np.ndarray]
"""Questions, each with its column, and for which rows they hold: rows × questions."""


def _coarse(data: Coded, columns: Iterable[int]) -> Block:
    asked = [(column, one) for column in columns for one in _some(data.asked[column])]
    holds = [data.holds(*one) for one in asked]
    return asked, np.column_stack(holds).astype(np.float32) if holds else np.empty((len(data.codes), 0), np.float32)


def _strongest(data: Coded, left: np.ndarray) -> list[int]:
    everybody = np.arange(len(left))

    def alone(column: int) -> float:
        return float(gain(*data.counts(column, left, everybody), len(left), float(left.sum()), data).max(initial=0))

    return sorted(sorted(range(len(data.asked)), key=alone, reverse=True)[:_PAIRED])


def _best_of_block(left: np.ndarray, one: Block, other: Block, data: Coded) -> tuple[float, list[tuple] | None]:
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
            gains = np.where(cell_left * len(left) > cell * happened.sum(), 1, 0) * gain(
                cell, cell_left, len(left), float(happened.sum()), data
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


def _set_finely(data: Coded, left: np.ndarray, fixed: list[tuple], moved: tuple) -> tuple:
    """Of the moved question's column, the question that singles out best among those who gave the fixed answers."""
    among = np.flatnonzero(_named(data, fixed))
    moved_column, _, moved_answer = moved
    rows, leavers = data.counts(moved_column, left, among)
    if not moved_answer:
        rows, leavers = len(among) - rows, left[among].sum() - leavers
    gains = gain(rows, leavers, len(left), float(left.sum()), data)
    gains[leavers * len(left) <= rows * left.sum()] = 0
    if not (gains > 0).any():
        return moved
    return moved_column, data.asked[moved_column][int(np.argmax(gains))], moved_answer
