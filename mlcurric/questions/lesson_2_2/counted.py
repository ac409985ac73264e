"""What the models of the lesson and of the exercise find, computed once a process: the answers are judged against it."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler
from threadpoolctl import threadpool_limits

from mlcurric.subject.clues import CLUES
from mlcurric.subject.metrics.at_k import on_list
from mlcurric.subject.model_card.evidence import Evidence, measure_model
from mlcurric.subject.simulation.practice import is_entered, load_customers, load_shown

LIST_SIZE, CAPACITY = 600, 1_000
_YES_NO = ["yearly_contract", "price_rise"]
NUMBERS = [name for name in CLUES if name not in _YES_NO]


def looks(months: pd.DataFrame | None = None) -> list[pd.DataFrame]:
    """The customers look by look, in the order of the days; by default those of this process's world."""
    rows = load_customers("months") if months is None else months
    return [look for _, look in rows.groupby("observed_at")]


def linear(**settings: object) -> Pipeline:
    """The linear model of the lesson, with what Aya knows as a column of its own; ``settings`` are the regression's."""
    columns = make_column_transformer(
        (FunctionTransformer(_gave_up), ["seat_change"]), (StandardScaler(), NUMBERS), ("passthrough", _YES_NO)
    )
    return make_pipeline(columns, LogisticRegression(**settings))


def plain_linear() -> Pipeline:
    """The same without what Aya knows."""
    return make_pipeline(
        make_column_transformer((StandardScaler(), NUMBERS), ("passthrough", _YES_NO)), LogisticRegression()
    )


def boosting() -> HistGradientBoostingClassifier:
    """The boosted trees of the lesson."""
    return HistGradientBoostingClassifier(max_iter=40, early_stopping=False, random_state=0)


def rule_of_aya(rows: pd.DataFrame) -> pd.Series:
    """Two points for seats given up, one for an open ticket, one for a price rise."""
    return 2 * (rows["seat_change"] < 0) + (rows["open_tickets"] > 0) + rows["price_rise"]


def _gave_up(seats: pd.DataFrame) -> pd.DataFrame:
    return (seats < 0).astype(int)


def scores_of(model: BaseEstimator, train: pd.DataFrame, later: pd.DataFrame) -> np.ndarray:
    """Fit on some rows, score others."""
    with threadpool_limits(1):
        return model.fit(train[CLUES], train["churned"]).predict_proba(later[CLUES])[:, 1]


def hits(score: np.ndarray, later: pd.DataFrame, size: int = LIST_SIZE) -> int:
    """How many of the ``size`` highest scores left."""
    return int(later["churned"].to_numpy()[on_list(score, size)].sum())


@cache
def hits_in_the_lesson() -> dict[str, int]:
    """Of the first 600 on the last look, how many left, by the model that ordered them."""
    *before, later = looks()
    train = pd.concat(before)
    models = {"linear": linear(), "boosting": boosting(), "balanced": linear(class_weight="balanced")}
    found = {name: hits(scores_of(model, train, later), later) for name, model in models.items()}
    return found | {"points": hits(rule_of_aya(later).to_numpy(float), later)}


def exercise_rows(months: pd.DataFrame | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The exercise learns from the first two looks and judges on the third."""
    first, second, third, _ = looks(months)
    return pd.concat([first, second]), third


def promised(score: np.ndarray, size: int = LIST_SIZE) -> float:
    """Leavers among the ``size`` highest scores, if scores are read as shares."""
    return float(score[on_list(score, size)].sum())


def weighted_scores(months: pd.DataFrame | None = None) -> np.ndarray:
    """The scores of the balanced model on the exercise's later rows."""
    return scores_of(linear(class_weight="balanced"), *exercise_rows(months))


@cache
def balanced_scores() -> np.ndarray:
    """The same among the customers of this process's world, computed once."""
    return weighted_scores()


@cache
def promised_in_the_lesson() -> float:
    """What the balanced model's list promises on the last look: the lesson's own table."""
    *before, later = looks()
    return promised(scores_of(linear(class_weight="balanced"), pd.concat(before), later))


@cache
def evidence() -> Evidence:
    """What the exercise's model, not balanced, measured."""
    return _measured(*exercise_rows())


@cache
def evidence_shown() -> Evidence:
    """The same as every learner has read it off the card in the notebook."""
    return _measured(*exercise_rows(load_shown("months"))) if is_entered() else evidence()


def _measured(train: pd.DataFrame, later: pd.DataFrame) -> Evidence:
    return measure_model(linear().fit(train[CLUES], train["churned"]), train, later, LIST_SIZE)
