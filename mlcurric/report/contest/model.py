"""The model that competes with the rule: a sum of points, or many small trees where they find clearly more."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass, replace
from typing import Literal, Self

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, OneToOneFeatureMixin, TransformerMixin, clone
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler, TargetEncoder
from sklearn.utils.validation import check_is_fitted, validate_data
from threadpoolctl import threadpool_limits

from mlcurric.report.contest.contenders import both_kinds, expected_hits
from mlcurric.report.contest.features import is_text
from mlcurric.report.contest.folds import folds_of, sample_of, side_by_side
from mlcurric.subject.explain.contributions import Contributions, linear_contributions
from mlcurric.subject.explain.shapley import shap_contributions
from mlcurric.text import T

# Boosting has to find more by this many standard errors of the difference, fold by fold.
_CLEARLY = 1.0
_MOST_VALUES = 30
_TAIL = 0.001
_SKEWED = 2.0

_POINTS = T(
    "a score that adds up points (columns: {n}), learned from those who left and stayed",
    "解約した人と続けた人から学び、{n}列の点を足し合わせた点数",
)
_TREES = T(
    "a score learned by many small trees (columns: {n}) from those who left and stayed",
    "解約した人と続けた人の{n}列から、たくさんの小さな枝分かれで学んだ点数",
)


class Evened(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Numbers without the pull of a few huge ones: cut at the outermost of 1,000, and on a log scale where very skewed.

    Not scikit-learn's, measured by the leavers of 100 listed (a tenth of the rows, five folds): ``PowerTransformer`` is lost where 3
    of 1,000 numbers are a million times too large (28 beside 49), and it and ``QuantileTransformer`` bend what was straight (33 to
    36 beside 40 on the tests' Japanese table); on Telco, CDNOW and skewed numbers all were alike within 3.
    """

    def fit(self, X: np.ndarray, y: object = None) -> Self:
        X = validate_data(self, X, dtype=float)
        self.low_, self.high_ = np.quantile(X, [_TAIL, 1 - _TAIL], axis=0)
        cut = np.clip(X, self.low_, self.high_)
        size = np.where(cut == 0, np.nan, np.abs(cut))
        with np.errstate(all="ignore"):
            spread = cut.std(axis=0)
            skew = np.abs(((cut - cut.mean(axis=0)) ** 3).mean(axis=0)) / np.where(spread > 0, spread, np.inf) ** 3
        # The usual size of a number that is not 0 parts what is linear from what is logarithmic.
        self.unit_ = np.array([np.median(one[~np.isnan(one)]) if (~np.isnan(one)).any() else 1.0 for one in size.T])
        self.log_ = skew > _SKEWED
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        check_is_fitted(self)
        cut = np.clip(validate_data(self, X, dtype=float, reset=False), self.low_, self.high_)
        return np.where(self.log_, np.sign(cut) * np.log1p(np.abs(cut) / self.unit_), cut)


class NothingFilled(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Zeros where a column was blank in every row that was learned from: trees cannot ask about such a column."""

    def fit(self, X: np.ndarray, y: object = None) -> Self:
        X = validate_data(self, X, dtype=float, ensure_all_finite="allow-nan")
        self.blank_ = np.isnan(X).all(axis=0)
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        check_is_fitted(self)
        X = validate_data(self, X, dtype=float, reset=False, ensure_all_finite="allow-nan")
        return np.where(self.blank_, 0.0, X)


@dataclass(frozen=True)
class Model:
    """A fitted pipeline; ``contributions`` are true to it, not to the world.

    Attributes:
        pipeline: of scikit-learn, with two classes.
        kind: whether points are added up, or trees ask.
        columns: that it reads.
    """

    pipeline: Pipeline
    kind: Literal["points", "trees"]
    columns: tuple[str, ...]
    name: Literal["model"] = "model"

    @property
    def says(self) -> T:
        return (_POINTS if self.kind == "points" else _TREES).format(n=len(self.columns))

    # As in ``side_by_side``.
    @threadpool_limits.wrap(limits=1)
    def fit(self, table: pd.DataFrame, left: np.ndarray) -> Model:
        """The same kind of model, learned on these rows."""
        pipeline = clone(self.pipeline).fit(table[list(self.columns)], both_kinds(left))
        return replace(self, pipeline=pipeline)

    @threadpool_limits.wrap(limits=1)
    def risk(self, table: pd.DataFrame) -> np.ndarray:
        return self.pipeline.predict_proba(table[list(self.columns)])[:, 1]

    def contributions(self, rows: pd.DataFrame, background: pd.DataFrame) -> Contributions:
        """On the scale of log-odds; of trees by the ``shap`` package.

        Raises:
            ImportError: if it is needed and not installed.
        """
        explain = linear_contributions if self.kind == "points" else shap_contributions
        return explain(self.pipeline, rows, background)


def learn_model(
    table: pd.DataFrame, left: np.ndarray, share: float, groups: np.ndarray | None = None, *, trees: bool | None = None
) -> Model:
    """A sum of points, or trees if they clearly find more leavers on rows that neither was learned from.

    Args:
        table, left, share, groups: as for ``learn_rule``.
        trees: whether trees may be used; by default where the package is installed that explains them.

    Raises:
        ValueError: if all left, or nobody did, or there is no column.
    """
    left = both_kinds(left)
    points = Model(points_pipeline(table), "points", tuple(table))
    if not (explains_trees() if trees is None else trees):
        return points.fit(table, left)
    others = Model(trees_pipeline(table, int(left.sum())), "trees", tuple(table))
    some = sample_of(left)
    rows, happened = table.iloc[some], left[some]

    def gain(learn: np.ndarray, judge: np.ndarray) -> float:
        size = share * len(judge)
        each = [
            expected_hits(happened[judge], model.fit(rows.iloc[learn], happened[learn]).risk(rows.iloc[judge]), size)
            for model in (points, others)
        ]
        return (each[1] - each[0]) / max(size, 1)

    gained = side_by_side(gain, folds_of(happened, None if groups is None else groups[some]))
    clearly = np.mean(gained) > _CLEARLY * np.std(gained, ddof=1) / np.sqrt(len(gained))
    return (others if clearly else points).fit(table, left)


def explains_trees() -> bool:
    """Whether the package that explains trees is installed."""
    return importlib.util.find_spec("shap") is not None


def points_pipeline(table: pd.DataFrame) -> Pipeline:
    """A logistic regression on a learnable table, not fitted.

    Blanks are the median and a column that says so; rare texts, and those never seen, are one kind together.
    """
    numbers = make_pipeline(
        SimpleImputer(strategy="median", add_indicator=True, keep_empty_features=True), Evened(), StandardScaler()
    )
    return make_pipeline(_prepared(table, numbers), LogisticRegression(solver="newton-cholesky", max_iter=200))


def trees_pipeline(table: pd.DataFrame, leavers: int) -> Pipeline:
    """Gradient boosting on a learnable table, not fitted.

    Each common text is a column of its own, or two of which as many left would be one, and what they do together with another
    column would be lost; a column of many texts has the share that left where each stands as well. Not the categories that
    boosting has itself: shap cannot explain them (shap/shap#3436).

    Args:
        leavers: to learn from; the fewer there are, the less the trees may ask.
    """
    boosting = HistGradientBoostingClassifier(
        learning_rate=0.08,
        max_iter=60 if leavers < 300 else 120,
        max_leaf_nodes=8 if leavers < 300 else 15,
        min_samples_leaf=30,
        l2_regularization=1.0,
        early_stopping=False,
        random_state=0,
    )
    shares = TargetEncoder(target_type="binary", cv=StratifiedKFold(5, shuffle=True, random_state=0))
    of_many = [name for name in table if is_text(table[name]) and table[name].nunique() > _MOST_VALUES]
    return make_pipeline(_prepared(table, NothingFilled(), ("shares", shares, of_many)), boosting)


def _prepared(table: pd.DataFrame, numbers: object, *others: tuple[str, object, list[str]]) -> ColumnTransformer:
    texts = OneHotEncoder(
        handle_unknown="infrequent_if_exist", min_frequency=20, max_categories=_MOST_VALUES, sparse_output=False
    )
    of_texts = [name for name in table if is_text(table[name])]
    of_numbers = [name for name in table if name not in of_texts]
    parts = [("numbers", numbers, of_numbers), ("texts", texts, of_texts), *others]
    return ColumnTransformer([part for part in parts if part[2]])
