"""mlcurric.subject.explain.shapley: models that are not linear, by shap; the sums are the model's own output."""

import sys

import numpy as np
import pandas as pd
import pytest
from sklearn.compose import make_column_transformer
from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler
from sklearn.svm import LinearSVC
from sklearn.tree import DecisionTreeClassifier

from mlcurric.subject.explain.contributions import linear_contributions
from mlcurric.subject.explain.shapley import shap_contributions
from mlcurric.text import speaking

RANDOM = np.random.default_rng(61)
SIZE = 600
ROWS = pd.DataFrame(
    {
        "logins": RANDOM.normal(size=SIZE),
        "tickets": RANDOM.poisson(1, SIZE),
        "plan": RANDOM.choice(["basic", "team", "big"], SIZE),
        "rise": RANDOM.random(SIZE) < 0.3,
    }
)
LEFT = np.asarray(ROWS["logins"] * (ROWS["plan"] == "big") + ROWS["rise"] * ROWS["tickets"] > RANDOM.normal(size=SIZE))
FEW, BACKGROUND = ROWS.head(12), ROWS.tail(60)


def with_encoder(model):
    encoded = make_column_transformer(
        (StandardScaler(), ["logins", "tickets"]), (OneHotEncoder(), ["plan"]), remainder="passthrough"
    )
    return make_pipeline(encoded, model).fit(ROWS, LEFT)


@pytest.mark.parametrize("model", [GradientBoostingClassifier(), HistGradientBoostingClassifier(max_iter=30)])
def test_boosting_adds_up_on_log_odds(model):
    fitted = with_encoder(model)
    found = shap_contributions(fitted, FEW, BACKGROUND)
    assert found.scale == "log-odds"
    np.testing.assert_allclose(found.score, fitted.decision_function(FEW), atol=1e-6)
    assert sorted(found.values) == sorted(ROWS)


@pytest.mark.parametrize(
    "model", [RandomForestClassifier(20, random_state=0), DecisionTreeClassifier(max_depth=4), GaussianNB()]
)
def test_other_models_add_up_on_probability(model):
    fitted = with_encoder(model)
    found = shap_contributions(fitted, FEW, BACKGROUND)
    assert found.scale == "probability"
    np.testing.assert_allclose(found.risk, fitted.predict_proba(FEW)[:, 1], atol=1e-6)


def test_on_a_linear_model_it_agrees_with_the_formula():
    model = with_encoder(LogisticRegression())
    asked, formula = (explain(model, FEW, BACKGROUND) for explain in (shap_contributions, linear_contributions))
    np.testing.assert_allclose(asked.values[list(ROWS)], formula.values[list(ROWS)], atol=1e-9)
    assert asked.base == pytest.approx(formula.base)


def test_a_column_that_no_branch_asks_about_adds_nothing():
    tree = with_encoder(DecisionTreeClassifier(max_depth=1))
    found = shap_contributions(tree, FEW, BACKGROUND)
    assert (found.values.abs().max() > 0).sum() == 1


def test_categories_that_shap_reads_wrongly_are_asked_about_instead():
    """A tree that splits on whole sets of categories is beyond TreeExplainer: its sums are wrong, and that is noticed."""
    texts = ROWS.assign(plan=ROWS["plan"].astype("category"))
    native = HistGradientBoostingClassifier(max_iter=4, categorical_features="from_dtype").fit(texts, LEFT)
    coded = make_pipeline(
        make_column_transformer((OrdinalEncoder(), ["plan"]), remainder="passthrough"),
        HistGradientBoostingClassifier(max_iter=4, categorical_features=[0]),
    ).fit(ROWS, LEFT)
    for model, table in ((native, texts), (coded, ROWS)):
        found = shap_contributions(model, table.head(3), table.tail(30))
        np.testing.assert_allclose(found.score, model.decision_function(table.head(3)), atol=1e-6)


def test_holes_that_the_model_can_read_are_no_obstacle():
    numbers = ROWS[["logins", "tickets"]].mask(RANDOM.random((SIZE, 2)) < 0.2)
    model = HistGradientBoostingClassifier(max_iter=20).fit(numbers, LEFT)
    found = shap_contributions(model, numbers.head(30), numbers.tail(30))
    np.testing.assert_allclose(found.score, model.decision_function(numbers.head(30)), atol=1e-6)


def test_it_is_the_same_each_time():
    model = with_encoder(GaussianNB())
    first, second = (shap_contributions(model, FEW, BACKGROUND) for _ in range(2))
    pd.testing.assert_frame_equal(first.values, second.values)


def test_what_cannot_be_explained_is_said():
    three = LogisticRegression().fit(ROWS[["logins", "tickets"]], ROWS["plan"])
    with pytest.raises(ValueError, match="two classes"):
        shap_contributions(three, FEW, BACKGROUND)
    with pytest.raises(ValueError, match="do not have: plan"):
        shap_contributions(with_encoder(GaussianNB()), FEW.drop(columns="plan"), BACKGROUND)
    with pytest.raises(ValueError, match="predict_proba"):
        shap_contributions(with_encoder(LinearSVC()), FEW, BACKGROUND)


@pytest.mark.parametrize(("lang", "says"), [("en", "needs the library shap"), ("ja", "ライブラリ shap が必要")])
def test_a_missing_library_is_named_with_its_extra(lang, says, monkeypatch):
    monkeypatch.setitem(sys.modules, "shap", None)
    with speaking(lang), pytest.raises(ImportError, match=says) as refused:
        shap_contributions(with_encoder(GaussianNB()), FEW, BACKGROUND)
    assert "pip install 'mlcurric[explain]'" in str(refused.value)
