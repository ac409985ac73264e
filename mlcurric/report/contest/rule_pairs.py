"""Looks for two answers that single out one group together, where neither tells much without the other, and for further pairs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

import numpy as np

from mlcurric.report.contest.questions import Both, Group, Question
from mlcurric.report.contest.rule_search import Coded, gain, with_blanks

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
    if len(strong.answers) < 4:
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


@dataclass(frozen=True)
class _Block:
    """Answers to some questions, of which all pairs are counted at once.

    Attributes:
        answers: each with its column and question.
        holds: rows × questions, for which rows each holds, and a column of ones at last.
        made_of: answers × the columns of ``holds``: of whom each answer consists. “No” is everybody without those for whom it
            holds; of a number, without the blanks, too: they are on neither side of a border here.
    """

    answers: list[tuple[int, tuple[Question, int], bool]]
    holds: np.ndarray
    made_of: np.ndarray


def _coarse(data: Coded, columns: Iterable[int]) -> _Block:
    asked = [(column, one) for column in columns for one in _some(data.asked[column])]
    holds = np.column_stack([*(data.holds(*one) for one in asked), np.ones(len(data.codes))]).astype(np.float32)
    yes = np.eye(len(asked), len(asked) + 1, dtype=np.float32)
    no = -yes
    no[:, -1] = 1
    blanks = {column: place for place, (column, (question, _)) in enumerate(asked) if _is_about_blanks(question)}
    answers = [(*one, True) for one in asked]
    for place, (column, one) in enumerate(asked):
        apart = column in blanks and one[0].above is not None
        if apart:
            no[place, blanks[column]] = -1
        answers.append((column, with_blanks(one) if apart else one, False))
    return _Block(answers, holds, np.vstack([yes, no]))


def _strongest(data: Coded, left: np.ndarray) -> list[int]:
    everybody = np.arange(len(left))

    def alone(column: int) -> float:
        return float(gain(*data.counts(column, left, everybody), len(left), float(left.sum()), data).max(initial=0))

    return sorted(sorted(range(len(data.asked)), key=alone, reverse=True)[:_PAIRED])


def _best_of_block(left: np.ndarray, one: _Block, other: _Block, data: Coded) -> tuple[float, list[tuple] | None]:
    """The best pair of an answer of one block and one of the other."""
    if not (one.answers and other.answers):
        return 0.0, None
    rows, leavers = (
        one.made_of @ ((one.holds * weight[:, None]).T @ other.holds) @ other.made_of.T
        for weight in (np.ones(len(left), np.float32), left.astype(np.float32))
    )
    happened = float(left.sum())
    gains = np.where(leavers * len(left) > rows * happened, gain(rows, leavers, len(left), happened, data), 0)
    place = np.unravel_index(np.argmax(gains), gains.shape)
    return float(gains[place]), [one.answers[place[0]], other.answers[place[1]]]


def _some(asked: tuple[tuple[Question, int], ...]) -> list[tuple[Question, int]]:
    """A dozen of a column's questions, spread over its range; the most common texts."""
    borders = [one for one in asked if one[0].above is not None and not one[0].blank]
    others = [one for one in asked if one[0].above is None]
    if len(borders) > _COARSE:
        borders = [borders[place] for place in np.linspace(0, len(borders) - 1, _COARSE + 2).astype(int)[1:-1]]
    return borders + others[:_COARSE]


def _is_about_blanks(question: Question) -> bool:
    return question.blank and question.above is None


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
