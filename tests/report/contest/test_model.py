"""The model learns from any table that was read, meets rows unlike those that it learned from, and its reasons add up."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import roc_auc_score
from sklearn.utils.estimator_checks import parametrize_with_checks

from mlcurric.report.contest import model as module
from mlcurric.report.contest.contenders import Contender
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.model import Evened, Model, learn_model, points_pipeline, trees_pipeline
from tests.report.planted import customers_of, honest, two_cells


def hard(rows: int, seed: int, later: bool = False) -> tuple[pd.DataFrame, np.ndarray]:
    """A table with all that may be wrong with one; ``later`` rows have what the earlier ones do not."""
    table, left = honest(rows, 0.15, seed)
    luck = np.random.default_rng(seed + 50)
    table["shop"] = luck.choice([f"shop {n}" for n in range(300 if later else 200)], rows)
    table["all_blank_before"] = luck.normal(size=rows) if later else np.nan
    table["constant_before"] = luck.normal(size=rows) if later else 5.0
    table["text_blank_before"] = luck.choice(["a", "b"], rows) if later else None
    table["blank_later"] = np.where(later & (luck.random(rows) < 0.5), np.nan, luck.normal(size=rows))
    table["money"] = luck.lognormal(8, 3, rows)
    table["huge"] = np.where(luck.random(rows) < 0.01, 1e300, luck.normal(size=rows))
    table["endless"] = np.where(luck.random(rows) < 0.01, np.inf, luck.normal(size=rows))
    table["started"] = pd.to_datetime("2025-01-01") + pd.to_timedelta(luck.integers(0, 300, rows), unit="D")
    table["contract"] = np.where(luck.random(rows) < 0.05, None, table["contract"].astype(object))
    return learnable(customers_of(table, left)), left


@pytest.mark.parametrize("kind", ["points", "trees"])
def test_a_hard_table_is_learned_and_later_rows_are_scored(kind):
    table, left = hard(2_000, 0)
    pipeline = points_pipeline(table) if kind == "points" else trees_pipeline(table, int(left.sum()))
    fitted = Model(pipeline, kind, tuple(table)).fit(table, left)
    later, gone = hard(2_000, 1, later=True)
    risk = fitted.risk(later)
    assert np.isfinite(risk).all()
    assert ((risk > 0) & (risk < 1)).all()
    assert roc_auc_score(gone, risk) > 0.7
    assert isinstance(fitted, Contender)
    assert (fitted.fit(table, left).risk(later) == risk).all()


@pytest.mark.parametrize("kind", ["points", "trees"])
def test_reasons_add_up_to_the_models_own_score(kind):
    if kind == "trees":
        pytest.importorskip("shap")
    table, left = hard(1_500, 2)
    pipeline = points_pipeline(table) if kind == "points" else trees_pipeline(table, int(left.sum()))
    fitted = Model(pipeline, kind, tuple(table)).fit(table, left)
    later, _ = hard(60, 3, later=True)
    found = fitted.contributions(later, table.head(200))
    np.testing.assert_allclose(found.risk, fitted.risk(later), atol=1e-6)
    assert set(found.values) == set(table)


def test_points_are_taken_unless_trees_find_clearly_more():
    luck = np.random.default_rng(4)
    table = pd.DataFrame(luck.normal(size=(4_000, 6)), columns=list("abcdef"))
    added = luck.random(4_000) < 1 / (1 + np.exp(2.5 - 1.5 * table["a"]))
    assert learn_model(table, added.to_numpy(), 0.1, trees=True).kind == "points"
    crossed = luck.random(4_000) < np.where(table["a"] * table["b"] > 0.5, 0.6, 0.05)
    found = learn_model(table, crossed, 0.1, trees=True)
    assert found.kind == "trees"
    assert "6" in found.says.en
    assert "6列" in found.says.ja


def test_trees_tell_texts_apart_of_which_as_many_left():
    table, left = two_cells(4_000, 8)
    found = learn_model(table, left, 0.1, trees=True)
    assert found.kind == "trees"
    later, gone = two_cells(4_000, 9)
    # Whoever knows the two cells finds 50 of 100.
    assert gone[np.argsort(-found.risk(later), kind="stable")[:400]].mean() > 0.42


def test_without_the_package_that_explains_trees_points_are_taken(monkeypatch):
    monkeypatch.setattr(module, "explains_trees", lambda: False)
    luck = np.random.default_rng(5)
    table = pd.DataFrame(luck.normal(size=(1_000, 2)), columns=["a", "b"])
    crossed = luck.random(1_000) < np.where(table["a"] * table["b"] > 0.5, 0.8, 0.02)
    assert learn_model(table, crossed, 0.1).kind == "points"


def test_many_shops_are_learned_from():
    luck = np.random.default_rng(6)
    shop = luck.integers(0, 200, 8_000)
    risky = luck.random(200) < 0.2
    left = luck.random(8_000) < np.where(risky[shop], 0.5, 0.05)
    table = pd.DataFrame({"shop": np.array([f"s{n}" for n in shop], dtype=object), "noise": luck.normal(size=8_000)})
    later = pd.DataFrame({"shop": [f"s{n}" for n in range(200)] + ["new"], "noise": 0.0})
    found = learn_model(table, left, 0.1)
    assert roc_auc_score(risky, found.risk(later)[:200]) > 0.9


def test_a_few_huge_numbers_do_not_pull():
    luck = np.random.default_rng(7)
    value = luck.normal(size=3_000)
    left = luck.random(3_000) < 1 / (1 + np.exp(2 - 2 * value))
    value[:3] = 1e15
    table = pd.DataFrame({"value": value})
    assert roc_auc_score(left[3:], learn_model(table, left, 0.1, trees=False).risk(table)[3:]) > 0.8


@parametrize_with_checks([Evened()])
def test_evened_is_a_transformer_of_scikit_learn(estimator, check):
    check(estimator)


def test_all_left_or_nobody():
    table = pd.DataFrame({"x": np.arange(50.0)})
    with pytest.raises(ValueError, match="nothing to learn"):
        learn_model(table, np.zeros(50, bool), 0.1)
