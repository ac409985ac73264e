"""What speaks against one column, sign by sign: what it tells of who left, in all rows and in a part of them, and its days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mlcurric.report.contest.features import days_before_look, is_text
from mlcurric.report.contest.leak_means import counted_from_answer
from mlcurric.report.contest.leak_names import sounds_planned, sounds_written_after
from mlcurric.report.contest.leak_signs import Telling, blank_telling, given_away, telling
from mlcurric.report.contest.leak_stayers import never_left
from mlcurric.report.contest.leak_words import (
    Start,
    after_look,
    by_blanks,
    by_count,
    by_group,
    by_pairs,
    by_stayers,
    in_part,
)
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers

# Pairs sorted rightly, and leavers and stayers on their own side at least, from which on a column knows.
_ANSWER, _ANSWER_BOTH = 0.98, 0.965
_LIKELY, _LIKELY_BOTH = 0.92, 0.87
_ASK, _ASK_BOTH_LEAST = 0.88, 0.75
_FAR_MORE = 0.1
_AFTER_ROWS, _AFTER_SHARE = 5, 0.005


@dataclass(frozen=True)
class Sign:
    """Something that speaks against a column.

    Attributes:
        level: 3 it knows the answer, 2 it probably does, 1 it has to be asked about, 0 only its name sounds like it.
        why: what was seen.
        may_be_honest: whether a name of something known before makes it less suspicious.
        nobody_else: whether nobody but leavers is concerned.
        doubts: whether a list that is made of the column is to be doubted, though it is only asked about.
    """

    level: int
    why: T
    may_be_honest: bool = True
    nobody_else: bool = False
    doubts: bool = False


def signs_of(
    name: str,
    column: pd.Series,
    codes: np.ndarray,
    gone: np.ndarray,
    parts: dict[str, np.ndarray],
    start: Start = None,
) -> Iterator[Sign]:
    """What the column tells in all rows; and in a part, where it tells far more there than elsewhere.

    Args:
        start: from which day its days are counted back; ``None`` where it holds none.
    """
    texts, written_after = is_text(column), sounds_written_after(name)
    values = column.to_numpy(dtype=object if texts else float)
    blank = column.isna().to_numpy()
    for part, rows in parts.items():
        left = gone[rows]
        fewest = min(left.sum(), (~left).sum())
        seen: list[Sign] = []
        of_blanks, alone = blank_telling(blank[rows], left), telling(codes[rows], left, not texts)
        luck = luck_in_pairs(fewest)
        # Of three parts one looks stronger than all rows by luck alone.
        less = 0.0 if part == "all" else luck
        if level := _level(of_blanks, fewest, less):
            seen.append(Sign(level, by_blanks(name, blank[rows], left), may_be_honest=level == 1))
        level = _level(alone, fewest, less)
        # A name asks by itself; only what honest columns hardly ever tell makes more of it.
        if level == 1 and alone.pairs < _ASK and written_after:
            level = 0
        # Where blanks alone tell as much, the other values add nothing to say.
        if level and not (seen and seen[0].level >= level):
            seen.append(Sign(level, by_pairs(name, alone.pairs, level >= 2 or alone.pairs >= _ASK)))
        if group := given_away(values[rows], left, texts, written_after):
            named = group.side == "is" and texts and sounds_written_after(str(group.value))
            level = 2 if named else min(group.strength, 2)
            seen.append(Sign(level, by_group(name, group, start), not named, group.strength == 3))
        if not texts and counted_from_answer(values[rows], left):
            seen.append(Sign(3, by_count(name), may_be_honest=False))
        # Whoever cannot leave yet hardly ever does, and that was known: so it is only asked.
        if group := never_left(values[rows], left, texts):
            sure = group.strength == 3 and not sounds_planned(name)
            if sure or not seen:
                seen.append(Sign(1, by_stayers(name, group, float(left.mean()), start), not sure, doubts=sure))
        if part != "all" and seen:
            others = np.ones(len(gone), dtype=bool)
            others[rows] = False
            elsewhere = telling(codes[others], gone[others], not texts)
            if alone.pairs - elsewhere.pairs < _FAR_MORE:
                continue
            seen = [replace(sign, why=in_part(sign.why, later=part != "earlier")) for sign in seen]
        yield from seen


def _level(alone: Telling, fewest: int, less: float) -> int:
    if alone.pairs >= _ANSWER or alone.both >= _ANSWER_BOTH:
        return 3
    if alone.pairs - less >= _LIKELY or alone.both - less >= _LIKELY_BOTH:
        return 2
    # Nine of ten known, less what luck does to so few.
    luck = np.sqrt(0.09 / max(fewest, 1))
    return 1 if alone.pairs >= _ASK or alone.both >= max(_ASK_BOTH_LEAST, _LIKELY_BOTH - 2 * luck) else 0


def luck_in_pairs(fewest: int) -> float:
    """About the standard error of the share of pairs, for so many of the rarer kind."""
    return float(0.3 / np.sqrt(max(fewest, 1)))


def signs_of_days(name: str, customers: Customers, known: np.ndarray, gone: np.ndarray) -> list[Sign]:
    """Days that lie after the look: nobody can have known them, unless they were planned."""
    values = customers.columns[name].values
    looked = customers.looked if customers.observed is None else customers.observed
    if looked is None or not pd.api.types.is_datetime64_any_dtype(values):
        return []
    # A blank day lies nowhere, and compares as False.
    after = days_before_look(values, looked).to_numpy()[known] <= -1
    if after.sum() < max(_AFTER_ROWS, _AFTER_SHARE * len(known)):
        return []
    shares = after[gone].mean(), after[~gone].mean()
    luck = np.sqrt(after.mean() * (1 - after.mean()) * (1 / gone.sum() + 1 / (~gone).sum()))
    tells = abs(shares[0] - shares[1]) > 3 * luck
    planned = sounds_planned(name)
    return [Sign(2 if tells and not planned else 1, after_look(name, int(after.sum()), planned), may_be_honest=False)]
