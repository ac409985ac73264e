"""mlcurric.subject.columns: what a table must hold, and what is said where it does not."""

from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from sklearn.dummy import DummyClassifier

from mlcurric.subject.columns import (
    check_rows,
    column,
    days,
    labels,
    learned_columns,
    named_columns,
    number_columns,
    numbers,
    shares,
)

TABLE = pd.DataFrame({"顧客": ["a", "b"], "金額": [10, 20], "契約": [True, False]})


def test_a_column_is_taken_by_its_name():
    assert list(column(TABLE, "金額")) == [10, 20]
    with pytest.raises(ValueError, match="no column 'amount'; it has 顧客, 金額, 契約"):
        column(TABLE, "amount")
    with pytest.raises(ValueError, match="none at all"):
        column(pd.DataFrame(), "amount")
    with pytest.raises(ValueError, match="2 columns called '金額'"):
        column(pd.concat([TABLE, TABLE[["金額"]]], axis=1), "金額")
    for other in (TABLE["金額"], [1, 2], None):
        with pytest.raises(ValueError, match="A table with the column '金額' is expected"):
            column(other, "金額")


def test_of_a_wide_table_some_columns_are_named():
    wide = pd.DataFrame(np.zeros((1, 300)), columns=[f"c{number}" for number in range(300)])
    with pytest.raises(ValueError, match=r"c0, .*c11, …") as error:
        column(wide, "d")
    assert "c12" not in str(error.value)


@pytest.mark.parametrize("kind", [float, "Int64", "Float64", object, np.int8, "category"])
def test_numbers_of_every_kind_are_numbers(kind):
    values = numbers(pd.Series([3, 1, 2]).astype(kind), "n")
    assert values.tolist() == [3.0, 1.0, 2.0]
    assert values.dtype == np.float64
    assert numbers([True, False], "n").tolist() == [1, 0]
    assert numbers([Decimal("0.5"), 1], "n").tolist() == [0.5, 1]
    assert numbers([], "n").size == 0


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ([1, None], "n has 1 gaps"),
        (pd.Series([1, pd.NA, pd.NA], dtype="Int64"), "n has 2 gaps"),
        (["12", "13"], "n holds '12'; plain numbers are expected"),
        ([1, "¥1,200"], "n holds '¥1,200'"),
        (pd.to_datetime(["2026-04-01"]), r"n holds Timestamp\('2026-04-01"),
    ],
)
def test_what_is_no_number_is_named(values, says):
    with pytest.raises(ValueError, match=says):
        numbers(values, "n")


def test_yes_and_no_in_words_are_refused_with_the_way_out():
    with pytest.raises(ValueError, match=r"called holds 'yes'; True and False are expected\. .* == 'yes'"):
        labels(["yes", "no"], "called")


def test_columns_for_a_model_become_floats():
    table = number_columns(TABLE, ["契約", "金額"])
    assert table.values.tolist() == [[1, 10], [0, 20]]
    assert list(table.index) == [0, 1]
    assert set(table.dtypes) == {np.dtype(float)}


@pytest.mark.parametrize(
    ("rows", "names", "says"),
    [
        (TABLE, ["顧客"], "顧客 holds 'a'"),
        (TABLE, ["amount"], "no column 'amount'"),
        (TABLE, "金額", "list of texts"),
        (TABLE, [], "list of texts"),
        (TABLE.rename(columns={"金額": 0}), [0], "list of texts"),
        (TABLE.head(0), ["金額"], "no rows"),
        (TABLE.assign(金額=[1, np.inf]), ["金額"], "金額: a number is infinite"),
        (TABLE.assign(金額=[1, np.nan]), ["契約", "金額"], "金額 has 1 gaps"),
    ],
)
def test_columns_that_a_model_cannot_take_are_named(rows, names, says):
    with pytest.raises(ValueError, match=says):
        number_columns(rows, names)


def test_shares_lie_between_0_and_1():
    assert shares([0, 0.5, 1], "risk").tolist() == [0, 0.5, 1]
    for risk in ([-0.01, 0.5], [0.5, 1.01]):
        with pytest.raises(ValueError, match="risk lies between"):
            shares(risk, "risk")


def test_a_table_and_a_column_are_of_the_same_rows():
    check_rows(TABLE, pd.Series([1, 2]))
    check_rows(TABLE, [1, 2])
    check_rows(TABLE.set_axis([5, 6]), np.array([1, 2]))
    with pytest.raises(ValueError, match=r"^The table has 2 rows, the score 3\."):
        check_rows(TABLE, [1, 2, 3], ("the table", "the score"))
    for single in (5, None, np.array(5)):
        with pytest.raises(ValueError, match="a column each is expected"):
            check_rows(TABLE, single)
    for index in ([1, 0], [0, 2]):
        with pytest.raises(ValueError, match="The table and the score belong to other rows"):
            check_rows(TABLE, pd.Series([1, 2], index), ("the table", "the score"))


def test_a_model_knows_the_columns_that_it_learned_from():
    fitted = DummyClassifier().fit(TABLE[["金額", "契約"]], [True, False])
    assert learned_columns(fitted) == ["金額", "契約"]
    for model in (DummyClassifier(), DummyClassifier().fit([[1], [2]], [True, False])):
        with pytest.raises(ValueError, match="does not know its columns"):
            learned_columns(model)


def test_named_columns_are_taken_as_they_are():
    pd.testing.assert_frame_equal(named_columns(TABLE, ("契約", "顧客")), TABLE[["契約", "顧客"]])
    for names in ("顧客", [], [0]):
        with pytest.raises(ValueError, match="a list of texts"):
            named_columns(TABLE, names)
    with pytest.raises(ValueError, match="no column 'amount'"):
        named_columns(TABLE, ["顧客", "amount"])
    with pytest.raises(ValueError, match="no rows"):
        named_columns(TABLE.iloc[:0], ["顧客"])


def test_days_of_every_kind_are_timestamps():
    day = pd.Timestamp("2026-04-01")
    for kind in (day, date(2026, 4, 1), day.to_pydatetime(), np.datetime64("2026-04-01")):
        found = days(pd.Series([kind], index=["a"]), "day")
        assert (found.tolist(), list(found.index)) == ([day], ["a"])


@pytest.mark.parametrize(
    ("values", "says"),
    [
        (["2026-04-01"], "day holds '2026-04-01'; days are expected.*to_datetime"),
        ([20260401], "day holds 20260401"),
        ([pd.Timestamp("2026-04-01"), pd.NaT], "day has 1 gaps"),
        ([], "day is empty"),
    ],
)
def test_what_is_no_day_is_named(values, says):
    with pytest.raises(ValueError, match=says):
        days(values, "day")
