"""With and without: whether one column lifts all the others together far above what they reach without it."""

from __future__ import annotations

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from threadpoolctl import threadpool_limits

from mlcurric.report.contest.features import is_text
from mlcurric.report.contest.folds import sample_of

_ROWS, _FEWEST = 6_000, 30
_TOO_GOOD, _FAR = 0.93, 0.08
_TRIED = 4


@threadpool_limits.wrap(limits=1)
def lifting(table: pd.DataFrame, left: np.ndarray) -> list[tuple[str, float, float]]:
    """Columns without which all the others sort far fewer pairs rightly, where all together do so suspiciously well.

    Returns:
        Column, the share of pairs without it, and with it, for at most one column; the most striking one.
    """
    if table.shape[1] < 2 or min(left.sum(), (~left).sum()) < _FEWEST:
        return []
    some = sample_of(left, _ROWS)
    rows = table.iloc[some].apply(_in_numbers)
    gone = left[some]
    together = _pairs(rows, gone)
    if together < _TOO_GOOD:
        return []
    alone = {name: abs(roc_auc_score(gone, rows[name]) - 0.5) for name in rows}
    tried = sorted(alone, key=alone.get, reverse=True)[:_TRIED]
    without = {name: _pairs(rows.drop(columns=name), gone) for name in tried}
    name = min(without, key=without.get)
    return [(name, without[name], together)] if together - without[name] >= _FAR else []


def _pairs(rows: pd.DataFrame, left: np.ndarray) -> float:
    model = HistGradientBoostingClassifier(max_iter=40, max_leaf_nodes=8, early_stopping=False, random_state=0)
    folds = StratifiedKFold(3, shuffle=True, random_state=0)
    return float(roc_auc_score(left, cross_val_predict(model, rows, left, cv=folds, method="predict_proba")[:, 1]))


def _in_numbers(column: pd.Series) -> pd.Series:
    """Texts as numbers, and blanks as less than everything."""
    numbers = pd.Series(pd.factorize(column)[0], column.index) if is_text(column) else column
    return numbers.fillna(numbers.min() - 1 if numbers.notna().any() else 0)
