"""Cells as numbers, days, and yes and no, as people in several countries write them."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.reading.cells import all_plain, are_blank, are_unknown, as_flags, as_numbers
from mlcurric.report.reading.days import as_days


def numbers(*texts):
    return as_numbers(pd.Series(texts, dtype="str"))


def days(*texts, **more):
    return as_days(pd.Series(texts, dtype="str"), **more)


def shown(cells):
    return ["" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in cells.values]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("１，２００", 1200), ("¥1,200", 1200), ("￥１，２００", 1200), ("\\1,200", 1200), ("1,200円", 1200), ("12%", 12)),
        *(("(300)", -300), ("−3", -3), ("▲300", -300), ("△1,000", -1000), ("300-", -300), ("1.2e3", 1200), ("3万", 30_000)),
        *(("1億2,000万円", 120_000_000), ("1'200", 1200), ("1 200", 1200), ("+5", 5), ("4e-320", 0), ("-¥500", -500), ("¥-500", -500), ("5件", 5)),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(text, number):
    cells = numbers(text)
    assert cells.values.iloc[0] == number
    assert not cells.odd.any()


@pytest.mark.parametrize(
    "text", ["1,2,3", "A1", "090-1234-5678", "2026/4/1", "abc", "(300", "1-2", "12:30", "1.2.3", "1e999"]
)
def test_what_is_no_number_is_odd(text):
    cells = numbers(text, "5")
    assert np.isnan(cells.values.iloc[0])
    assert cells.odd.tolist() == [True, False]


@pytest.mark.parametrize(
    "text", ["", "NULL", "N/A", "NA", "-", "―", "ー", "#N/A", "#DIV/0!", "nan", "inf", "-Infinity", "∞"]
)
def test_a_mark_of_nothing_is_blank_and_not_odd(text):
    cells = numbers(text, "5")
    assert cells.values.isna().tolist() == [True, False]
    assert not cells.odd.any()
    assert are_blank(all_plain([text])).all()


def test_none_may_be_a_value_and_is_no_blank():
    assert not are_blank(["なし", "none"]).any()
    assert are_unknown(all_plain(["なし", "None", "不 明", "x"])).tolist() == [True, True, False, False]


def test_the_decimal_sign_is_that_of_the_column():
    assert numbers("1,5", "2,25", "1.234").values.tolist() == [1.5, 2.25, 1234]
    assert numbers("1.5", "2.25", "1,234").values.tolist() == [1.5, 2.25, 1234]


def test_a_cell_with_another_unit_than_most_is_odd():
    cells = numbers("3日", "5日", "2か月", "7")
    assert cells.unit == "日"
    assert cells.odd.tolist() == [False, False, True, False]
    assert numbers("$5", "¥500", "$6").odd.tolist() == [False, True, False]


def test_the_index_and_the_currency_are_kept():
    cells = as_numbers(pd.Series(["¥5", "6円"], index=[7, 3]))
    assert list(cells.values.index) == [7, 3]
    assert cells.unit == "JPY"


@pytest.mark.parametrize(
    "text",
    [
        *("2026/4/1", "2026-04-01", "2026.4.1", "20260401", "２０２６／４／１", "2026年4月1日", "2026年4月1日(水)", "R8.4.1", "令和8年4月1日"),
        *("2026-04-01 23:59:59", "2026-04-01T10:00:00Z", "2026/4/1 9:05", "1 Apr 2026", "April 1, 2026", "01-Apr-2026", "2026/04", "2026年4月"),
        *("4/1/2026 10:23 AM", "Wed, 1 April 2026", "20260401123000", "2026-04-01T10:00:00+09:00", "2026年4月1日 10時30分"),
        *("Apr 2026", "April-2026", "apr. 2026"),
        *("1-Apr-26", "01-APR-26", "1 Apr 26", "01/Apr/2026", "1-Apr-2026 09:05", "01-APR-26 10.15.30.000000 AM", "2026-04-01 09.05"),
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text):
    cells = days(text)
    assert shown(cells) == ["2026-04-01"]
    assert cells.values.dtype == "datetime64[ns]"
    assert not cells.odd.any()


@pytest.mark.parametrize(
    "text", ["2026/2/30", "2026/13/1", "abc", "46113", "2026", "12.5", "1.2.3.4", "Marketing 2026", "Apr 26"]
)
def test_what_is_no_day_is_odd(text):
    assert days(text, "2026/4/1").odd.tolist() == [True, False]


@pytest.mark.parametrize("text", ["", "9999-12-31", "9999/12/31 00:00:00", "0000-00-00", "1900-01-01", "-"])
def test_a_day_that_never_comes_is_missing(text):
    cells = days(text, "2026/4/1")
    assert shown(cells) == ["", "2026-04-01"]
    assert not cells.odd.any()


def test_the_first_year_of_an_era_and_older_eras():
    assert shown(days("令和元年5月1日", "平成30年4月1日", "S60.1.2")) == ["2019-05-01", "2018-04-01", "1985-01-02"]


def test_a_year_in_two_digits_beside_a_month_in_letters_is_that_of_1970_to_2069():
    """11-Jan-26, as Oracle and Excel write it, was a word like any other, and the rule on it was missed."""
    assert shown(days("11-Jan-26", "25-FEB-99", "1-May-70", "1-May-69")) == [
        "2026-01-11",
        "1999-02-25",
        "1970-05-01",
        "2069-05-01",
    ]
    assert days("11-Marketing-26", "11Jan26", "2-Jan-6", "2026/4/1").odd.tolist() == [True, True, True, False]


def test_the_order_is_that_of_the_column():
    assert shown(days("4/1/2026", "4/13/2026")) == ["2026-04-01", "2026-04-13"]
    assert shown(days("1/4/2026", "13/4/2026")) == ["2026-04-01", "2026-04-13"]
    assert shown(days("26/4/1", "26/4/30")) == ["2026-04-01", "2026-04-30"]
    assert shown(days("4/1/26", "4/30/26")) == ["2026-04-01", "2026-04-30"]


def test_a_year_has_two_digits_or_four():
    assert days("2.1.5", "3.4.1", "1-2-3", "2/10/6").odd.all()
    assert shown(days("25.12.5", "26.1.10")) == ["2025-12-05", "2026-01-10"]
    # A nought is no day, and one in five is no slip.
    assert days("14.4.1", "14.5.0", "15.1.2", "15.2.3", "15.3.1").odd.all()
    assert days("00/00/00", *["4/1/26"] * 9).odd.sum() == 1


def test_an_order_of_which_nobody_can_tell_is_said():
    assert days("1/4/2026", "2/3/2026").unsure == ("month", "day")
    assert days("4/13/2026", "2/3/2026").unsure is None
    assert days("2/2/2026").unsure is None


def test_of_two_orders_the_one_that_leads_to_fewer_days_to_come_is_taken():
    for text, day in (("12/08/2026", "2026-08-12"), ("08/12/2026", "2026-08-12"), ("03/04/2026", "2026-03-04")):
        read = days(text, today=date(2026, 11, 23))
        assert read.values[0] == pd.Timestamp(day)
        assert read.unsure


def test_excels_numbers_are_days_only_where_they_may_be():
    assert shown(days("46113", "", serials=True)) == ["2026-04-01", ""]


@pytest.mark.parametrize(
    ("no", "yes"), [("No", "YES"), ("いいえ", "はい"), ("０", "１"), ("0.0", "1.0"), ("×", "◯"), ("なし", "あり"), ("未", "済み"), ("FALSE", "True"), ("f", "t")]
)  # fmt: skip
def test_yes_and_no(no, yes):
    cells = as_flags(pd.Series([no, yes, "", yes]))
    assert cells.values.tolist()[:2] == [0, 1]
    assert cells.values.isna().tolist() == [False, False, True, False]
    assert not cells.odd.any()


def test_yes_of_one_pair_and_no_of_another_are_odd():
    assert as_flags(pd.Series(["yes", "×"])).odd.all()
    assert as_flags(pd.Series(["yes", "no", "maybe"])).odd.tolist() == [False, False, True]


def test_first_days_of_months_are_no_days_of_one_month():
    """Looks on the first of each month, written 01/02/2026, were read as the 1st to the 10th of January."""
    day_first = days(*(f"01/{month:02}/2026" for month in range(1, 11)))
    assert list(day_first.values) == list(pd.date_range("2026-01-01", periods=10, freq="MS"))
    month_first = days(*(f"{month:02}/01/2026" for month in range(1, 11)))
    assert list(month_first.values) == list(pd.date_range("2026-01-01", periods=10, freq="MS"))
    assert day_first.unsure == ("day", "month")
    # Also where the last of them are still to come.
    ahead = days("01/04/2026", "01/10/2026", "01/11/2026", "01/12/2026", today=date(2026, 11, 23))
    assert ahead.values.iloc[-1] == pd.Timestamp("2026-12-01")
    # Two days say nothing yet.
    assert days("01/02/2026", "01/03/2026").unsure == ("month", "day")
