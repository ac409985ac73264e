"""Contributions for models that are not linear, by the ``shap`` package (the extra ``explain``)."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np
import pandas as pd
from scipy.special import expit

from mlcurric.subject.explain.contributions import LOG_ODDS, PROBABILITY, Contributions
from mlcurric.subject.explain.parts import MixedColumns, columns_read, parts_of, picked, split
from mlcurric.text import T

_NO_SHAP = T(
    "Explaining this model needs the library shap: run  pip install 'mlcurric[explain]'.",
    "このモデルの説明にはライブラリ shap が必要です。pip install 'mlcurric[explain]' を実行してください。",
)
# The general explainer asks the model this often for each row and column and each row of the background.
_ROUNDS = 10
_CLOSE = 1e-6


def shap_contributions(model: Any, rows: pd.DataFrame, background: pd.DataFrame) -> Contributions:
    """Shapley values of any model with two classes, by shap.

    Trees and forests of them are explained by shap's TreeExplainer, which follows the rows that they learned from down
    the branches: there ``base`` is the average over those rows. Every other model is asked about mixtures of each row
    with rows of the background, whose average is then ``base``; that takes ``rows × columns × background`` predictions,
    so some hundred rows of background are plenty. What an encoder makes of one column is summed for it.

    Args:
        model: fitted, with ``predict_proba``; a pipeline or a bare model.
        rows: whom to explain, with the columns that the model was fitted on; further columns are ignored.
        background: the rows to compare with.

    Returns:
        In log-odds where the model has a ``decision_function`` that gives them (boosting, logistic regression), else in
        probability (forests, neighbours). They add up to the model's own output.

    Raises:
        ImportError: if shap is not installed, saying how to install it.
        ValueError: naming the columns that are missing; if there are no rows; if the model gives no probability of two
            classes.
    """
    shap = _import_shap()
    if len(getattr(model, "classes_", ())) != 2 or not hasattr(model, "predict_proba"):
        raise ValueError(
            f"{type(split(model)[1]).__name__} gives no probability of one of two classes (predict_proba)."
        )
    columns = columns_read(model, background)
    rows, background = picked(rows, columns, "rows"), picked(background, columns, "background rows")
    output, scale = _output(model, background)
    found = _by_trees(shap, model, rows, background, scale)
    # Where a tree's own format is read wrongly, the sums betray it; asking the model itself cannot go wrong that way.
    if found is None or not np.allclose(found.score, output(rows), atol=_CLOSE):
        found = _by_asking(shap, output, rows, background, scale)
    return found


def _import_shap() -> ModuleType:
    try:
        import shap
    except ImportError:
        raise ImportError(str(_NO_SHAP)) from None
    return shap


def _output(model: Any, background: pd.DataFrame) -> tuple[Callable[[pd.DataFrame], np.ndarray], str]:
    """What the model says of rows, and on which scale; a ``decision_function`` need not be log-odds, so it is tried."""

    def probability(rows: pd.DataFrame) -> np.ndarray:
        return model.predict_proba(rows)[:, 1]

    if hasattr(model, "decision_function"):
        some = background.head(100)
        if np.allclose(expit(model.decision_function(some)), probability(some), atol=_CLOSE):
            return model.decision_function, LOG_ODDS
    return probability, PROBABILITY


def _by_trees(
    shap: ModuleType, model: Any, rows: pd.DataFrame, background: pd.DataFrame, scale: str
) -> Contributions | None:
    """By shap's TreeExplainer; ``None`` where the model is none of its trees, reads texts, or a step mixes columns."""
    steps, final = split(model)
    reads_texts = steps is None and not all(map(pd.api.types.is_numeric_dtype, rows.dtypes))
    if reads_texts or not shap.TreeExplainer.supports_model_with_masker(final, None):
        return None
    try:
        parts = parts_of(steps, rows, background)
    except MixedColumns:
        return None
    found = shap.TreeExplainer(final)(parts.transform(rows), check_additivity=False)
    values, base = found.values, np.atleast_2d(found.base_values)
    if values.ndim == 3:  # One layer a class: the second is “yes”.
        values, base = values[:, :, 1], base[:, 1]
    return Contributions(parts.summed(values, rows.index), float(np.ravel(base)[0]), scale)


def _by_asking(
    shap: ModuleType,
    output: Callable[[pd.DataFrame], np.ndarray],
    rows: pd.DataFrame,
    background: pd.DataFrame,
    scale: str,
) -> Contributions:
    """By shap's PermutationExplainer, on the columns of the table itself; texts travel as numbers."""
    codes = {name: pd.Index(pd.concat([background[name], rows[name]]).unique()) for name in rows}

    def coded(table: pd.DataFrame) -> np.ndarray:
        return np.column_stack([codes[name].get_indexer(table[name]) for name in table]).astype(float)

    def asked(numbers: np.ndarray) -> np.ndarray:
        table = {name: codes[name].take(numbers[:, place].astype(int)) for place, name in enumerate(codes)}
        return output(pd.DataFrame(table))

    mixed_with = shap.maskers.Independent(coded(background), max_samples=len(background))
    explainer = shap.PermutationExplainer(asked, mixed_with, seed=0)
    found = explainer(coded(rows), max_evals=_ROUNDS * (2 * rows.shape[1] + 1), silent=True)
    base = float(np.ravel(found.base_values)[0])
    return Contributions(pd.DataFrame(found.values, columns=rows.columns, index=rows.index), base, scale)
