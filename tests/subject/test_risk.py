"""mlcurric.subject.risk, on the practice tables and on a table of one's own."""

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit
from sklearn.ensemble import RandomForestClassifier

from mlcurric.subject import learn_risk, load_customers, predicted_risk, ranking_score


def own_table(size: int = 3_000) -> pd.DataFrame:
    """Customers of one's own: the more complaints, the sooner they leave; row labels that are no positions."""
    luck = np.random.default_rng(1)
    table = pd.DataFrame({"クレーム数": luck.poisson(2, size), "fleet": luck.random(size) < 0.3, "note": "x"})
    table["退会"] = (luck.random(size) < expit(table["クレーム数"] - 3)).astype(int)
    return table.set_axis(luck.permutation(size) + 100)


OWN = {"label": "退会", "columns": ["クレーム数", "fleet"]}


def test_the_risk_model_ranks_later_customers_and_is_calibrated():
    spring, summer = load_customers("spring"), load_customers("summer")
    risk = predicted_risk(learn_risk(spring), summer)
    assert ranking_score(summer["churned"], risk) > 0.75
    assert risk.mean() == pytest.approx(summer["churned"].mean(), abs=0.01)
    assert risk.between(0, 1).all()
    assert list(risk.index) == list(summer.index)


def test_there_is_nothing_to_learn_where_nobody_left():
    with pytest.raises(ValueError, match="nothing to learn"):
        learn_risk(load_customers("spring").assign(churned=False))


def test_a_model_of_one_s_own_table_ranks_it_and_knows_its_columns():
    table = own_table()
    learned, later = table.iloc[:2_000], table.iloc[2_000:]
    model = learn_risk(learned, **OWN)
    # Other columns, and another order of them, do no harm.
    risk = predicted_risk(model, later[["fleet", "note", "クレーム数"]])
    assert list(risk.index) == list(later.index)
    assert ranking_score(later["退会"], risk) > 0.7
    assert risk.mean() == pytest.approx(later["退会"].mean(), abs=0.04)
    forest = RandomForestClassifier(10, random_state=0).fit(learned[OWN["columns"]], learned["退会"])
    assert predicted_risk(forest, later).between(0, 1).all()


@pytest.mark.parametrize("churned", [True, False])
def test_there_is_nothing_to_learn_from_one_fate(churned):
    with pytest.raises(ValueError, match="nothing to learn"):
        learn_risk(load_customers("spring").assign(churned=churned))


@pytest.mark.parametrize(
    ("changed", "settings", "says"),
    [
        ({}, {}, "no column 'churned'; it has クレーム数, fleet, note, 退会"),
        ({}, {"label": "退会"}, "no column 'tenure'"),
        ({}, {"label": "退会", "columns": ["note"]}, "note holds 'x'; plain numbers are expected"),
        ({}, {"label": "退会", "columns": ["fleet", "退会"]}, "'退会' is what the model shall tell"),
        ({"退会": "はい"}, OWN, "退会 holds 'はい'; True and False are expected"),
        ({"退会": np.nan}, OWN, "退会 has 3000 gaps"),
        ({"クレーム数": np.nan}, OWN, "クレーム数 has 3000 gaps"),
        ({"クレーム数": np.inf}, OWN, "クレーム数: a number is infinite"),
    ],
)
def test_a_table_that_teaches_nothing_is_told_why(changed, settings, says):
    with pytest.raises(ValueError, match=says):
        learn_risk(own_table().assign(**changed), **settings)


def test_rows_without_a_risk_are_named():
    table = own_table(300)
    model = learn_risk(table, **OWN)
    with pytest.raises(ValueError, match="no column 'fleet'"):
        predicted_risk(model, table[["クレーム数"]])
    with pytest.raises(ValueError, match="クレーム数 has 300 gaps"):
        predicted_risk(model, table.assign(クレーム数=None))
