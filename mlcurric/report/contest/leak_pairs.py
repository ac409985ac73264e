"""Two columns that know the answer only together: they are the same, one lies above the other, or both add up to something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from scipy.stats import rankdata

from mlcurric.report.contest.features import is_flag, is_text
from mlcurric.report.contest.folds import sample_of

_ROWS, _MOST = 3_000, 40
_FEWEST = 30
_TOLD, _SURE, _FAR_MORE = 0.92, 0.98, 0.1
# Two honest counts may matter by their total, but then each tells a good part of it alone.
_SUM_FAR_MORE = 0.25
# Nor do two honest ones leave hardly a pair wrong, however good one of them is alone: by totals of two counts 0.993 were put right
# at most, however steep.
_HARDLY_WRONG, _MORE = 0.998, 0.05


@dataclass(frozen=True)
class TellingPair:
    """Two columns that tell far more together than either does alone.

    Attributes:
        pairs: of a leaver and a stayer that the two put right together, as a share.
        alone: that the better one puts right alone.
        added: whether they tell it added up; else put beside each other.
    """

    columns: tuple[str, str]
    pairs: float
    alone: float
    added: bool = False

    @property
    def sure(self) -> bool:
        return self.pairs >= _SURE

    @property
    def striking(self) -> bool:
        far_more = _SUM_FAR_MORE if self.added else _FAR_MORE
        # Of a column that tells much alone no lead is left that were so large.
        told, more = (_HARDLY_WRONG, _MORE) if self.pairs >= _HARDLY_WRONG else (_TOLD, far_more)
        return self.pairs >= max(told, self.alone + more)

    def together(self, table: pd.DataFrame) -> np.ndarray:
        """The sum of the two, their difference, or, of words, whether they are the same: floats, NaN where one is blank."""
        one, other = (table[name] for name in self.columns)
        if is_text(one):
            return (one == other).to_numpy(dtype=float)
        return (one + other if self.added else one - other).to_numpy(dtype=float)


def telling_pairs(table: pd.DataFrame, left: np.ndarray) -> list[TellingPair]:
    """The pairs of columns whose difference, sum, or being the same tells who left; each column at most once, the best first.

    Numbers are subtracted and added; words, and yes and no, only compared. No more than 40 columns of a kind are looked at, on a sample of the rows:
    who left for 3 of 100 and a pair that tells 92 of 100 is still far beyond luck.

    Args:
        table: learnable.
        left: bools.
    """
    if min(left.sum(), (~left).sum()) < _FEWEST:
        return []
    some = sample_of(left, _ROWS)
    rows, gone = table.iloc[some].reset_index(drop=True), left[some]
    found = [
        one for one in (*_numbers(rows, gone), *_same(rows, gone, is_text), *_same(rows, gone, is_flag)) if one.striking
    ]
    taken: set[str] = set()
    best = []
    for one in sorted(found, key=lambda each: -each.pairs):
        if taken.isdisjoint(one.columns):
            best.append(one)
            taken.update(one.columns)
    return best


def _numbers(rows: pd.DataFrame, gone: np.ndarray) -> Iterator[TellingPair]:
    names = [name for name in rows if not is_text(rows[name]) and not is_flag(rows[name])][:_MOST]
    values = rows[names].to_numpy(dtype=float)
    alone = _put_right(values, gone)
    for at, name in enumerate(names):
        one, others = values[:, at : at + 1], values[:, at + 1 :]
        for added, found in ((False, one - others), (True, one + others)):
            together = np.maximum(_put_right(found, gone), _put_right(np.abs(found), gone))
            for other, pairs in enumerate(together, at + 1):
                yield TellingPair((name, names[other]), float(pairs), float(max(alone[at], alone[other])), added)


def _same(rows: pd.DataFrame, gone: np.ndarray, kind: Callable[[pd.Series], bool]) -> Iterator[TellingPair]:
    names = [name for name in rows if kind(rows[name])][:_MOST]
    for one, other in combinations(names, 2):
        same = (rows[one] == rows[other]).to_numpy(dtype=float)
        if 0 < same.sum() < len(same):
            alone = max(float(_put_right(_by_share(rows[name], gone), gone)[0]) for name in (one, other))
            yield TellingPair((one, other), float(_put_right(same[:, None], gone)[0]), alone)


def _by_share(words: pd.Series, gone: np.ndarray) -> np.ndarray:
    """For each word, or each answer, the share of its rows that left."""
    return pd.Series(gone, words.index).groupby(words, dropna=False).transform("mean").to_numpy(dtype=float)[:, None]


def _put_right(values: np.ndarray, gone: np.ndarray) -> np.ndarray:
    """Of each column, the share of pairs of a leaver and a stayer that it puts right, whichever way round; blanks lie below."""
    if not values.shape[1]:
        return np.empty(0)
    ranks = rankdata(np.where(np.isnan(values), -np.inf, values), axis=0)
    leavers, stayers = gone.sum(), (~gone).sum()
    above = (ranks[gone].sum(axis=0) - leavers * (leavers + 1) / 2) / (leavers * stayers)
    return np.maximum(above, 1 - above)
