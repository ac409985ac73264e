"""What a run measured, against sums done by hand."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression, Perceptron
from sklearn.metrics import brier_score_loss
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from mlcurric.subject import CLUES, ModelCard, load_customers, measure_model

ROWS = load_customers("months")
LAST = ROWS["observed_at"].max()
TRAIN, LATER = ROWS[ROWS["observed_at"] < LAST], ROWS[ROWS["observed_at"] == LAST]


class Says(ClassifierMixin, BaseEstimator):
    """A model whose score is a column of the table."""

    def __init__(self, classes: tuple = (False, True)):
        self.classes = classes

    @property
    def classes_(self) -> np.ndarray:
        return np.array(self.classes)

    def predict_proba(self, rows: pd.DataFrame) -> np.ndarray:
        score = rows["score"].to_numpy()
        return np.column_stack([1 - score, score])


def small(scores: list[float], left: list[bool]) -> pd.DataFrame:
    return pd.DataFrame({"score": scores, "churned": left, "observed_at": pd.Timestamp("2026-04-01")})


def test_a_list_of_two_counted_by_hand():
    train = small([0.1, 0.2], [True, False]).assign(observed_at=pd.to_datetime(["2025-07-01", "2026-01-01"]))
    later = small([0.9, 0.6, 0.3, 0.1], [True, False, True, False])
    ran = measure_model(Says(), train, later, 2, columns=["score"])
    assert (ran.counts.hits, ran.counts.misses, ran.list_size) == (1, 1, 2)
    assert ran.promised == pytest.approx(1.5)
    assert ran.hits_of_100.value == pytest.approx(50)
    assert ran.brier == pytest.approx((0.1**2 + 0.6**2 + 0.7**2 + 0.1**2) / 4)
    assert ran.brier_of_nobody == pytest.approx(0.25)
    assert (ran.trained_on, ran.trained_leavers) == (2, 1)
    assert (ran.trained_from, ran.trained_until) == (pd.Timestamp("2025-07-01"), pd.Timestamp("2026-01-01"))
    assert ran.steps == ("Says",)


def test_a_model_with_weights_does_not_keep_its_promise_and_one_without_does():
    kept = {}
    for weights in (None, "balanced"):
        model = make_pipeline(StandardScaler(), LogisticRegression(class_weight=weights))
        ran = measure_model(model.fit(TRAIN[CLUES], TRAIN["churned"]), TRAIN, LATER, 600)
        kept[weights] = ran.kept_its_promise
        assert ran.brier == pytest.approx(brier_score_loss(LATER["churned"], model.predict_proba(LATER[CLUES])[:, 1]))
        assert ran.steps == ("StandardScaler", "LogisticRegression")
        assert ran.groups["customers"].sum() == len(LATER)
    assert kept == {None: True, "balanced": False}


@pytest.mark.parametrize("size", [0, -1, 5, 2.5, np.nan, "2", True])
def test_a_list_that_cannot_be_drawn_is_refused(size: object):
    later = small([0.9, 0.6, 0.3, 0.1], [True, False, True, False])
    with pytest.raises(ValueError, match="cannot be drawn"):
        measure_model(Says(), later, later, size, columns=["score"])


def test_a_missing_column_is_named():
    later = small([0.9, 0.6], [True, False])
    with pytest.raises(ValueError, match="churned"):
        measure_model(Says(), later, later.drop(columns="churned"), 1, columns=["score"])


FOUR = small([0.9, 0.6, 0.3, 0.1], [True, False, True, False])


def test_a_whole_number_of_any_type_is_a_size():
    assert [measure_model(Says(), FOUR, FOUR, k, columns=["score"]).list_size for k in (2.0, np.int16(2))] == [2, 2]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"columns": ["score", "nps"]}, "no column 'nps'; it has score, churned, observed_at"),
        ({"columns": "score"}, "a list of texts"),
        ({"columns": []}, "a list of texts"),
        ({"columns": [0]}, "a list of texts"),
        ({"label": "left"}, "no column 'left'"),
        ({"day": "date"}, "no column 'date'"),
        ({"later": FOUR.iloc[:0]}, "no rows"),
        ({"later": FOUR.assign(churned=False)}, "churned: in later nobody left"),
        ({"train": FOUR.assign(churned=0)}, "churned: in train nobody left"),
        ({"later": FOUR.assign(observed_at="2026-04-01")}, "observed_at holds '2026-04-01'; days are expected"),
        ({"train": FOUR.assign(observed_at=pd.NaT)}, "observed_at has 4 gaps"),
        ({"later": FOUR.assign(score=2.0)}, "shares from 0 to 1"),
        ({"model": Says((0, 1, 2))}, r"Says was fitted on \[.*2.*\]"),
        ({"model": Says((True,))}, "Says was fitted on"),
        ({"model": Says(("left", "stayed"))}, "== 'left'"),
        ({"model": Says(())}, "Says is not fitted"),
        ({"model": make_pipeline(StandardScaler(), LogisticRegression())}, "Pipeline is not fitted"),
        ({"model": Perceptron().fit(FOUR[["score"]], FOUR["churned"])}, "gives probabilities"),
    ],
)
def test_what_cannot_be_measured_is_refused_with_the_place_and_the_way_out(changed: dict, says: str):
    asked = {"model": Says(), "train": FOUR, "later": FOUR, "columns": ["score"]} | changed
    with pytest.raises(ValueError, match=says):
        measure_model(size=2, **asked)


def test_gaps_and_words_are_welcome_where_the_model_can_read_them():
    rows = pd.DataFrame(
        {
            "plan": ["basic", "team"] * 10,
            "seats": [1.0, np.nan] * 10,
            "churned": [1, 0, 0, 0] * 5,
            "observed_at": date(2026, 4, 1),
        }
    )
    words = make_column_transformer((OneHotEncoder(sparse_output=False), ["plan"]), remainder="passthrough")
    model = make_pipeline(words, HistGradientBoostingClassifier(max_iter=2))
    ran = measure_model(model.fit(rows[["plan", "seats"]], rows["churned"]), rows, rows, 5, columns=["plan", "seats"])
    assert ran.list_size == 5
    assert ran.tested_until == pd.Timestamp("2026-04-01")
    assert "2026-04-01" in str(ModelCard("c", ran, capacity=5))
