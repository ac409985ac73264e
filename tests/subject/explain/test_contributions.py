"""mlcurric.subject.explain.contributions: what each column adds is the formula, and adds up, whatever encodes the table."""

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit
from sklearn.compose import make_column_transformer
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, KBinsDiscretizer, OneHotEncoder, StandardScaler

from mlcurric.subject.explain.contributions import Contributions, linear_contributions
from mlcurric.subject.simulation.practice import load_customers
from mlcurric.subject.uplift import learn_calls

RANDOM = np.random.default_rng(16)


def table(rows: int = 400) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "logins": RANDOM.normal(50, 30, rows),
            "tickets": RANDOM.poisson(0.4, rows),
            "rise": RANDOM.random(rows) < 0.2,
            "plan": RANDOM.choice(["basic", "team", "big"], rows, p=[0.6, 0.3, 0.1]),
            "same": 7,
        }
    )


def left(rows: pd.DataFrame) -> np.ndarray:
    wish = rows["tickets"] + rows["rise"] - rows["logins"] / 30 + (rows["plan"] == "basic") * 1.5
    return np.asarray(wish + RANDOM.logistic(size=len(rows)) > 0)


NUMBERS = ["logins", "tickets", "rise"]
LEARNED, OTHERS = table(), table(50)


def plain_model():
    return make_pipeline(StandardScaler(), LogisticRegression()).fit(LEARNED[NUMBERS], left(LEARNED))


def encoding_model():
    encoded = make_column_transformer(
        (StandardScaler(), ["tickets", "logins"]), (OneHotEncoder(), ["plan"]), remainder="passthrough"
    )
    return make_pipeline(encoded, LogisticRegression()).fit(LEARNED, left(LEARNED))


def test_it_is_the_coefficient_times_the_distance_from_the_mean():
    model = plain_model()
    found = linear_contributions(model, OTHERS, LEARNED)
    by_hand = (OTHERS[NUMBERS].astype(float) - LEARNED[NUMBERS].astype(float).mean()) * (
        model[-1].coef_[0] / model[0].scale_
    )
    np.testing.assert_allclose(found.values[NUMBERS], by_hand, atol=1e-9)
    assert list(found.values.index) == list(OTHERS.index)


def test_a_model_without_other_steps_is_explained_alike():
    bare = LogisticRegression().fit(LEARNED[["tickets"]], left(LEARNED))
    found = linear_contributions(bare, OTHERS, LEARNED)
    by_hand = bare.coef_[0, 0] * (OTHERS["tickets"] - LEARNED["tickets"].mean())
    np.testing.assert_allclose(found.values["tickets"], by_hand, atol=1e-9)


@pytest.mark.parametrize("model", [plain_model(), encoding_model()], ids=["scaled", "encoded"])
def test_they_add_up_to_the_log_odds(model):
    found = linear_contributions(model, OTHERS, LEARNED)
    np.testing.assert_allclose(found.score, model.decision_function(OTHERS[model.feature_names_in_]), atol=1e-9)
    np.testing.assert_allclose(found.risk, model.predict_proba(OTHERS[model.feature_names_in_])[:, 1], atol=1e-9)
    # Of the background itself each column adds nothing on average, so base is the mean log-odds.
    of_background = linear_contributions(model, LEARNED, LEARNED)
    np.testing.assert_allclose(of_background.values.mean(), 0, atol=1e-9)
    assert of_background.base == pytest.approx(model.decision_function(LEARNED[model.feature_names_in_]).mean())
    assert of_background.base_risk == pytest.approx(expit(of_background.base))


def test_what_an_encoder_makes_of_a_column_is_summed_for_it():
    model = encoding_model()
    found = linear_contributions(model, OTHERS, LEARNED)
    assert sorted(found.values) == sorted(LEARNED)
    # Two customers who differ in nothing but the plan differ by the plan's contributions alone.
    pair = OTHERS.head(1).loc[[0, 0]].assign(plan=["basic", "big"]).reset_index(drop=True)
    both = linear_contributions(model, pair, LEARNED)
    assert np.ptp(model.decision_function(pair)) == pytest.approx(np.ptp(both.values["plan"]))
    np.testing.assert_allclose(np.ptp(both.values.drop(columns="plan"), axis=0), 0, atol=1e-12)


def test_a_constant_column_adds_nothing():
    found = linear_contributions(encoding_model(), OTHERS, LEARNED)
    assert (found.values["same"] == 0).all()


def test_steps_of_any_kind_are_found_out_by_trial():
    odd = make_column_transformer(
        (make_pipeline(SimpleImputer(add_indicator=True), StandardScaler()), ["logins"]),
        (KBinsDiscretizer(4, encode="onehot-dense", quantile_method="averaged_inverted_cdf"), ["tickets"]),
        (FunctionTransformer(lambda rows: rows == "basic"), ["plan"]),
    )
    holed = LEARNED.assign(logins=LEARNED["logins"].mask(LEARNED.index % 7 == 0))
    model = make_pipeline(odd, LogisticRegression()).fit(holed, left(LEARNED))
    found = linear_contributions(model, holed, holed)
    np.testing.assert_allclose(found.score, model.decision_function(holed), atol=1e-9)
    assert (found.values["rise"] == 0).all()


def test_one_row_and_further_columns_do_not_disturb():
    model = plain_model()
    all_of_them = linear_contributions(model, OTHERS, LEARNED)
    one = linear_contributions(model, OTHERS.tail(1).assign(churned=True, note="x"), LEARNED)
    pd.testing.assert_frame_equal(one.values, all_of_them.values.tail(1))


def test_unknown_columns_and_empty_tables_are_named():
    with pytest.raises(ValueError, match="rows do not have: tickets"):
        linear_contributions(plain_model(), OTHERS.drop(columns="tickets"), LEARNED)
    with pytest.raises(ValueError, match="background rows do not have: logins, rise"):
        linear_contributions(plain_model(), OTHERS, LEARNED[["tickets"]])
    with pytest.raises(ValueError, match="There are no rows"):
        linear_contributions(plain_model(), OTHERS.head(0), LEARNED)


def test_holes_are_counted_and_named():
    holed = OTHERS.assign(logins=OTHERS["logins"].where(OTHERS.index > 2))
    with pytest.raises(ValueError, match=r"3 of 50 rows have no usable number in logins; .*SimpleImputer"):
        linear_contributions(plain_model(), holed, LEARNED)
    endless = OTHERS.assign(tickets=OTHERS["tickets"].where(OTHERS.index > 0, np.inf))
    passing_on = LogisticRegression(max_iter=1000).fit(LEARNED[NUMBERS], left(LEARNED))
    with pytest.raises(ValueError, match="1 of 50 rows have no usable number in tickets;"):
        linear_contributions(passing_on, endless, LEARNED)


def test_what_is_not_linear_is_sent_on():
    with pytest.raises(ValueError, match=r"RandomForestClassifier .*shap_contributions"):
        linear_contributions(RandomForestClassifier(5).fit(LEARNED[NUMBERS], left(LEARNED)), OTHERS, LEARNED)
    three = LogisticRegression(max_iter=1000).fit(LEARNED[NUMBERS], LEARNED["plan"])
    with pytest.raises(ValueError, match="two classes"):
        linear_contributions(three, OTHERS, LEARNED)
    mixed = make_pipeline(PCA(2), LogisticRegression()).fit(LEARNED[NUMBERS], left(LEARNED))
    with pytest.raises(ValueError, match=r"mixes the columns logins and tickets.*shap_contributions"):
        linear_contributions(mixed, OTHERS, LEARNED)


def mixing(step):
    """A model that learned from the columns a, b and c after this step."""
    rows = pd.DataFrame({name: RANDOM.integers(0, 6, 300) for name in "abc"})
    rows.iloc[0] = 0
    return make_pipeline(FunctionTransformer(step), LogisticRegression()).fit(rows, RANDOM.random(300) < 0.5), rows


@pytest.mark.parametrize(
    ("step", "first", "second"),
    [
        (lambda rows: rows.assign(both=rows["a"] * rows["b"]), "a", "b"),
        (lambda rows: rows.assign(b=0, both=rows["a"] * rows["b"] * rows["c"]), "a", "b"),
        (lambda rows: rows.assign(both=(rows["a"] > 3) & (rows["c"] > 3)), "a", "c"),
        (lambda rows: rows.assign(both=np.where(rows["a"] > 4, rows["b"], 0)), "a", "b"),
    ],
    ids=["product", "of three", "both large", "switch"],
)
def test_a_mixture_is_seen_where_the_first_row_hides_it(step, first, second):
    """Beside a 0 a product stays 0, so that it looked as if it were no column's, or one column's alone."""
    model, rows = mixing(step)
    assert (rows.head(1) == 0).all(axis=None)
    with pytest.raises(ValueError, match=f"mixes the columns {first} and {second}"):
        linear_contributions(model, rows.tail(20), rows)


def test_the_model_of_the_pilot_is_found_to_mix_whichever_customer_comes_first():
    pilot = load_customers("pilot").head(4_000)
    model = learn_calls(pilot).left_alone
    for ascending in (True, False):
        background = pilot.sort_values("days_since_login", ascending=ascending, kind="stable")
        with pytest.raises(ValueError, match="mixes the columns tenure and days_since_login"):
            linear_contributions(model, pilot.tail(20), background)


def test_on_the_scale_of_probability_the_score_is_the_risk():
    found = Contributions(pd.DataFrame({"a": [0.1, -0.05]}), 0.2, "probability")
    np.testing.assert_allclose(found.risk, [0.3, 0.15])
    assert found.base_risk == 0.2
