"""mlcurric.subject.tables: what ships is what the datasheets say."""

import pandas as pd
import pytest

from mlcurric.subject import tables


def test_telco_is_as_its_datasheet_says():
    telco = tables.load_telco()
    assert len(telco) == 7043
    assert telco["churned"].dtype == bool
    assert telco["churned"].mean() == pytest.approx(0.265, abs=5e-4)
    assert telco.loc[telco["total_charges"].isna(), "tenure"].tolist() == [0] * 11


def test_cdnow_is_as_its_datasheet_says():
    orders = tables.load_cdnow()
    assert len(orders) == 69_659
    assert orders["customer"].nunique() == 23_570
    assert (orders["date"].min(), orders["date"].max()) == (pd.Timestamp("1997-01-01"), pd.Timestamp("1998-06-30"))
    assert (orders["usd"] == 0).sum() == 80
    assert orders.groupby("customer")["date"].is_monotonic_increasing.all()


def test_a_learner_who_changes_a_table_does_not_change_the_next():
    for load in (tables.load_telco, tables.load_cdnow, tables.load_subscriptions):
        first = load()
        first.iloc[:, 0] = first.iloc[0, 0]
        assert load().iloc[:, 0].nunique() > 1


@pytest.mark.parametrize("name", tables.TABLES)
def test_each_table_has_a_datasheet_with_its_origin_and_licence(name):
    sheet = tables.datasheet(name)
    for heading in ("What it is", "Where it comes from", "Licence"):
        assert heading in sheet


def test_an_unknown_datasheet_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="telco_churn"):
        tables.datasheet("titanic")
