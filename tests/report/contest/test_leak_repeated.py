"""A count up to the day of the export, repeated on every look, is found; what is known from the first look on stays."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.contest.contest import hold_contest
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.leak_alarm import MADE_OF
from mlcurric.report.contest.leak_names import sounds_summed_up
from mlcurric.report.contest.leak_repeated import looks_behind, sign_of_repeated
from mlcurric.report.contest.leaks import suspects
from mlcurric.report.contest.rule_search import coded
from mlcurric.report.contest.split import split
from tests.report.planted import customers_of
from tests.report.repeated import HONEST, honest_looks, leaking_looks


def found_in(customers) -> dict[str, object]:
    return {one.column: one for one in suspects(customers, split(customers).learn)}


@pytest.mark.parametrize("kind", ["count", "sum", "days since the last order"])
@pytest.mark.parametrize("seed", range(2))
def test_what_counts_up_to_the_export_is_taken_out_under_a_name_that_says_nothing(kind, seed):
    luck = np.random.default_rng(seed)
    found = found_in(leaking_looks(kind, luck, 1_500, 6, 0.1, alike=20.0))
    assert found["x7"].is_out
    assert "tickets" not in found


@pytest.mark.parametrize("kind", HONEST)
@pytest.mark.parametrize("joining", [False, True])
def test_what_is_known_from_the_first_look_on_is_not_taken_out_however_strong(kind, joining):
    found = found_in(honest_looks(kind, np.random.default_rng(3), 1_500, 6, 0.06, joining=joining))
    assert not any(one.is_out for one in found.values())


def sign_in(customers, name: str):
    column = learnable(customers)[name]
    codes = coded(column.to_frame()).codes[:, 0].astype(int)
    gone = customers.left.to_numpy(bool)
    behind = looks_behind(customers, np.arange(len(gone)), gone)
    return next(iter(sign_of_repeated(name, column, codes, customers.customer, behind, gone)), None)


def test_a_weak_sign_is_asked_about_and_takes_out_what_its_name_says_it_counts():
    def made(name):
        return leaking_looks("count", np.random.default_rng(2), 1_500, 6, 0.1, name, alike=5.0)

    asked = sign_in(made("x7"), "x7")
    assert (asked.level, asked.doubts) == (1, True)
    assert "it tells when customers leave" in asked.why.en
    assert "いつ解約するかまで言い当てています" in asked.why.ja
    assert sign_in(made("orders_total"), "orders_total").level == 2
    # How much has been agreed on is known before, and may well tell when.
    assert sign_in(made("next_orders_total"), "next_orders_total").level == 1


def test_of_few_values_it_may_have_been_agreed_when_somebody_leaves():
    luck = np.random.default_rng(6)
    months = luck.integers(3, 9, 1_500)
    who = np.repeat(np.arange(1_500), months)
    look = np.concatenate([np.arange(each) for each in months])
    left = look == months[who] - 1
    days = pd.Timestamp("2025-01-31") + pd.to_timedelta(30 * look, "D")
    customers = customers_of(pd.DataFrame({"months": months[who].astype(float)}), left, who.astype(str), days)
    sign = sign_in(customers, "months")
    assert (sign.level, sign.doubts) == (1, True)


def test_a_count_that_never_grows_is_asked_about_and_makes_a_list_doubtful():
    customers = leaking_looks("count", np.random.default_rng(0), 3_000, 4, 0.1, "累計購入回数", alike=5.0)
    parts = split(customers)
    (found,) = suspects(customers, parts.learn)
    assert (found.column, found.grade, found.doubts) == ("累計購入回数", "ask", True)
    assert "it is the same on every look of a customer" in found.why.en
    assert "名前からすると増えていく値なのに" in found.why.ja
    contest = hold_contest(customers, parts, list(customers.columns), 300, [found.column])
    assert MADE_OF in {each.id for each in contest.remarks}


def test_a_count_that_grows_from_look_to_look_is_no_sign():
    luck = np.random.default_rng(2)
    customers = leaking_looks("count", luck, 1_500, 6, 0.1, "orders_total", alike=20.0)
    rows = pd.DataFrame({"who": customers.customer, "n": luck.poisson(3, len(customers.left))})
    customers.columns["orders_total"].values = rows.groupby("who")["n"].cumsum().astype(float)
    assert "orders_total" not in found_in(customers)


def test_one_look_a_customer_or_no_day_of_the_look_says_nothing():
    customers = leaking_looks("count", np.random.default_rng(4), 1_500, 6, 0.1, alike=20.0)
    assert sign_in(customers, "x7").level == 2
    customers.looked, customers.observed = customers.observed, None
    assert sign_in(customers, "x7").level == 2
    customers.looked = None
    assert sign_in(customers, "x7") is None
    luck = np.random.default_rng(5)
    once = pd.DataFrame({"orders_total": luck.poisson(9, 2_000).astype(float)})
    day = np.full(2_000, np.datetime64("2026-01-31", "ns"))
    assert sign_in(customers_of(once, luck.random(2_000) < 0.2, observed=day), "orders_total") is None


def test_names_of_what_grows():
    for name in ("orders_total", "lifetime_value", "totalSpent", "累計購入額", "総利用額", "来店回数"):
        assert sounds_summed_up(name), name
    for name in ("age", "price", "seats", "contract_months", "年齢", "料金", "総合評価"):
        assert not sounds_summed_up(name), name
