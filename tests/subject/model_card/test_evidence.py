"""What a run measured, against sums done by hand."""

import numpy as np
import pandas as pd
import pytest
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from mlcurric.subject import CLUES, load_customers, measure_model

ROWS = load_customers("months")
LAST = ROWS["observed_at"].max()
TRAIN, LATER = ROWS[ROWS["observed_at"] < LAST], ROWS[ROWS["observed_at"] == LAST]


class Says(ClassifierMixin, BaseEstimator):
    """A model whose score is a column of the table."""

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


@pytest.mark.parametrize("size", [0, -1, 5])
def test_a_list_that_cannot_be_drawn_is_refused(size: int):
    later = small([0.9, 0.6, 0.3, 0.1], [True, False, True, False])
    with pytest.raises(ValueError, match="cannot be drawn"):
        measure_model(Says(), later, later, size, columns=["score"])


def test_a_missing_column_is_named():
    later = small([0.9, 0.6], [True, False])
    with pytest.raises(ValueError, match="churned"):
        measure_model(Says(), later, later.drop(columns="churned"), 1, columns=["score"])
