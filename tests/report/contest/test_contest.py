"""A rule against a model: what is planted decides, and where nothing tells anything nobody wins."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.contest import contest as module
from mlcurric.report.contest.better import better_by
from mlcurric.report.contest.contenders import expected_counts
from mlcurric.report.contest.contest import as_said, hold_contest
from mlcurric.report.contest.model import Model, trees_pipeline
from mlcurric.report.contest.split import split
from mlcurric.subject.metrics.at_k import at_k
from mlcurric.subject.simulation.practice import load_customers
from mlcurric.subject.tables import load_telco
from mlcurric.subject.typed import Slip
from tests.report.by_hand import Same
from tests.report.by_hand import contest as by_hand
from tests.report.planted import RULES, customers_of, honest, monthly_looks, with_rule


def contest_of(table, left, capacity, **more):
    customers = customers_of(table, left, **more)
    return hold_contest(customers, split(customers), list(table), capacity)


def by_trees(table, left, share, groups):
    """The model that recognises most, whether or not it finds more of others."""
    return Model(trees_pipeline(table, int(left.sum())), "trees", tuple(table)).fit(table, left)


@pytest.mark.parametrize(("within", "window"), [("", 6), ("2 months", 6), ("6 months", 6), ("1 month", 1)])
def test_customers_looked_at_again_and_again_are_not_recognised_and_not_counted_twice(within, window, monkeypatch):
    monkeypatch.setattr(module, "learn_model", by_trees)
    won = []
    for seed in range(5):
        customers, columns = monthly_looks(seed, window=window)
        found = hold_contest(customers, split(customers, within), columns, 40)
        won.append(found.winner)
    assert won.count("nobody") >= 4


def ids_of(found) -> set[str]:
    return {one.id for one in found.remarks}


@pytest.mark.parametrize("kind", RULES)
@pytest.mark.parametrize("rows", [1_500, 6_000])
def test_where_a_rule_is_planted_the_rule_is_used(kind, rows):
    found = contest_of(*with_rule(rows, kind, seed=rows + 7), rows // 10)
    assert found.winner == "rule"
    # With few rows the range of the difference is wide, and that is what is said.
    assert ("too-few-to-choose" if found.better_by.high >= 0.1 else "use-the-rule") in ids_of(found)
    assert found.best is found.rule


def test_a_model_wins_where_many_columns_add_up():
    luck = np.random.default_rng(0)
    table = pd.DataFrame(luck.normal(size=(8_000, 15)), columns=[f"c{n}" for n in range(15)])
    left = luck.random(8_000) < 1 / (1 + np.exp(3.5 - 0.6 * table.sum(axis=1)))
    found = contest_of(table, left, 800)
    assert found.winner == "model"
    assert found.better_by.low > 0
    assert found.trusted
    assert found.better_by.value == pytest.approx((found.of_model.hits - found.of_rule.hits) / found.k, abs=1 / found.k)


def test_where_nothing_tells_anything_nobody_wins():
    won = []
    for seed in range(6):
        luck = np.random.default_rng(seed)
        table = pd.DataFrame(luck.normal(size=(1_500, 12)), columns=[f"c{n}" for n in range(12)])
        found = contest_of(table, luck.random(1_500) < 0.1, 150)
        won.append(found.winner)
        assert (found.winner == "nobody") == bool(ids_of(found) & {"nobody-wins", "too-few-to-tell"})
        assert not (found.trusted and won[-1] == "nobody")
    assert won.count("nobody") >= 5


def test_the_telephone_company_end_to_end():
    telco = load_telco()
    table = telco.drop(columns=["customer", "churned", "month_to_month"])
    found = contest_of(table, telco["churned"], 1_000)
    assert found.k == round(1_000 / (~telco["churned"]).sum() * len(found.happened))
    for counts, risk in ((found.of_rule, found.rule_risk), (found.of_model, found.model_risk)):
        lots = [at_k(found.happened, risk, found.k, seed).hits for seed in range(200)]
        assert counts.hits == pytest.approx(np.mean(lots), abs=1)
        assert counts.listed == found.k
        assert counts.happened == found.happened.sum()
        assert counts.lift.low > 1.8
    assert found.trusted
    assert found.said_and_came["customers"].sum() == len(found.happened)
    again = contest_of(table, telco["churned"], 1_000)
    assert again.better_by == found.better_by
    assert again.rule.says == found.rule.says


def test_simulated_customers_spring_teaches_and_summer_judges():
    spring, summer, today = (load_customers(part) for part in ("spring", "summer", "today"))
    rows = pd.concat([spring, summer, today], ignore_index=True)
    observed = np.repeat(
        pd.to_datetime(["2026-03-01", "2026-06-01", "2026-09-01"]), [len(spring), len(summer), len(today)]
    )
    left = rows["churned"].astype(object).where(rows["churned"].notna(), None)
    found = contest_of(rows.drop(columns=["customer", "churned"]), left, 1_000, observed=observed)
    assert len(found.happened) == len(summer)
    assert found.k == 1_000
    assert (found.happened == summer["churned"].to_numpy()).all()
    assert found.of_rule.lift.low > 3
    assert found.of_model.lift.low > 3
    assert found.trusted
    assert (found.winner == "model") == (found.better_by.low > 0 and found.better_by.value >= 0.01)


def test_the_paired_range_holds_what_other_rows_give():
    luck = np.random.default_rng(1)

    def drawn(rows):
        one, other = luck.normal(size=rows), luck.normal(size=rows)
        left = luck.random(rows) < 1 / (1 + np.exp(2.5 - one - 0.5 * other))
        return left, one, one + 0.5 * other

    left, rule, model = drawn(200_000)
    true = (at_k(left, model, 20_000).hits - at_k(left, rule, 20_000).hits) / 20_000
    held = 0
    for _ in range(40):
        found = better_by(*drawn(1_000), 100)
        held += found.low <= true <= found.high
    assert held >= 34
    same = better_by(left[:500], rule[:500], rule[:500], 50)
    assert same == (0, 0, 0)


def test_a_rule_does_not_lose_by_the_lot_among_its_own_ties():
    """Nothing beats “45 days or more”; how the rows happen to stand in the table, and so the lot, changes nothing."""
    luck = np.random.default_rng(9)
    group = np.arange(2_000) < 500
    left = luck.random(2_000) < np.where(group, 0.72, 0.03)
    rule = group.astype(float)
    model = rule + 0.01 * luck.random(2_000)
    hits = at_k(left, model, 40).hits
    for _ in range(12):
        rows = luck.permutation(2_000)
        found = better_by(left[rows], rule[rows], model[rows], 40)
        # The rule’s list is as good as its group, not as 40 of the 500 that one lot has taken.
        assert found.value == pytest.approx(hits / 40 - left[group].mean())
        assert found.low < 0 < found.high
        counts = expected_counts(left[rows], rule[rows], 40)
        assert counts.hits == round(40 * left[group].mean())


def test_the_lists_are_counted_on_average_over_the_lots():
    left = np.arange(1_000) % 4 == 0
    found = expected_counts(left, np.zeros(1_000), 100)
    assert (found.hits, found.false_alarms, found.misses, found.quiet) == (25, 75, 225, 675)
    tied = better_by(left, np.zeros(1_000), np.zeros(1_000), 100)
    assert tied.value == 0
    assert tied.low < -0.05
    assert tied.high > 0.05


def test_a_short_list_is_made_longer_and_one_for_everybody_is_told():
    table, left = honest(1_500, 0.2, 1)
    short, everybody = contest_of(table, left, 5), contest_of(table, left, 10_000)
    assert short.k == 30
    assert "short-list" in ids_of(short)
    one = next(each for each in contest_of(table, left, 1).remarks if each.id == "short-list")
    assert "not one of the rows that judge" in one.says.en
    assert "1行も入りません" in one.says.ja
    assert everybody.k == len(everybody.happened)
    assert ids_of(everybody) == {"everybody-fits"}
    assert "1,200人だけ" in next(one.says.ja for one in everybody.remarks)
    assert everybody.winner == "rule"
    assert everybody.better_by == (0, 0, 0)


def test_everybody_is_listed_even_if_no_order_is_any_good():
    luck = np.random.default_rng(0)
    table = pd.DataFrame(luck.normal(size=(600, 4)), columns=list("abcd"))
    found = contest_of(table, luck.random(600) < 0.2, 10_000)
    assert found.winner == "rule"
    assert "no-order" in ids_of(found)
    assert not found.has_order
    assert "誰がリストに載るかは使えます" not in "".join(one.says.ja for one in found.remarks)


def test_where_few_leave_the_lists_that_are_compared_are_longer():
    table, left = honest(12_000, 0.01, 1)
    found = contest_of(table, left, 30)
    assert found.k == ceil(len(found.happened) / found.happened.sum())
    assert "short-list" in ids_of(found)


def test_a_leak_that_no_check_has_found_is_asked_about_by_the_rule_that_uses_it():
    table, left = honest(3_000, 0.2, 7)
    given = left & (np.random.default_rng(7).random(3_000) < 0.12)
    table = table[["region", "noise"]].assign(last_invoice=np.where(given, 1.0, 0.0))
    asked = next(one for one in contest_of(table, left, 600).remarks if one.id == "too-sure")
    assert "last_invoice" in asked.columns


def test_another_season_is_told():
    table, left = honest(4_000, 0.2, 2)
    observed = np.repeat(pd.to_datetime(["2026-01-01", "2026-04-01"]), 2_000)
    left = left | ((np.arange(4_000) >= 2_000) & (np.random.default_rng(0).random(4_000) < 0.2))
    found = contest_of(table, left, 400, observed=observed)
    assert not found.trusted
    assert "other-share" in ids_of(found)


def test_what_is_too_good_is_told():
    table, left = honest(2_000, 0.2, 3)
    luck = np.random.default_rng(3)
    table["a"] = luck.random(2_000)
    table["b"] = np.where(left, table["a"] + 0.5, table["a"]) % 1
    table["c"] = left + luck.normal(scale=0.2, size=2_000)
    found = contest_of(table, left, 200)
    assert "too-good" in ids_of(found)
    # An order by the answer is no order to go by, and no remark praises it.
    assert found.winner != "nobody"
    assert not found.has_order
    assert not [each for each in found.remarks if "Go by who stands on the list" in each.says.en]


def test_a_list_of_leavers_alone_is_told_whoever_wins():
    """Half of the leavers are given away, so that few pairs of a leaver and a stayer are told apart."""
    table, left = honest(2_000, 0.2, 3)
    luck = np.random.default_rng(3)
    table["given"] = (left & (luck.random(2_000) < 0.5)).astype(float)
    found = contest_of(table, left, 160)
    alarm = next(one for one in found.remarks if one.id == "too-good")
    assert f"{found.k}人のうち、{found.k}人" in alarm.says.ja
    assert "100組" not in alarm.says.ja
    won = [contest_of(*honest(1_000, 0.2, 3), 100)]
    assert "too-good" not in ids_of(won[0])


def test_the_alarm_is_asked_about_what_is_shown_also_where_nobody_wins(monkeypatch):
    asked = []
    monkeypatch.setattr(module, "too_good", lambda *shown: asked.append(shown))
    luck = np.random.default_rng(1)
    table = pd.DataFrame(luck.normal(size=(600, 3)), columns=list("abc"))
    found = contest_of(table, luck.random(600) < 0.3, 60)
    assert found.winner == "nobody"
    ((happened, risk, k),) = asked
    assert (happened == found.happened).all()
    better = found.model_risk if found.of_model.hits > found.of_rule.hits else found.rule_risk
    assert (risk == better).all()
    assert k == found.k


def test_without_shap_it_is_told(monkeypatch):
    monkeypatch.setattr(module, "explains_trees", lambda: False)
    assert "no-trees" in ids_of(contest_of(*honest(600, 0.2, 4), 60))


def test_no_column_left():
    table, left = honest(600, 0.2, 5)
    customers = customers_of(table, left)
    with pytest.raises(Slip) as slip:
        hold_contest(customers, split(customers), [], 60)
    assert "--keep" in slip.value.says[1].en


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_jargon_is_said(language):
    banned = [
        "AUC",
        "precision",
        "recall",
        "calibrat",
        "SHAP",
        "feature",
        "log-odds",
        "hold-out",
        "base rate",
        "p-value",
        "leak",
    ]
    banned += ["適合率", "再現率", "較正", "特徴量", "リーク"]
    table, left = honest(2_000, 0.2, 6)
    found = contest_of(table, left, 5)
    texts = [text for one in found.remarks for text in (one.says, one.way_out, one.for_maker) if text]
    texts += [found.rule.says, found.model.says]
    said = " ".join(getattr(text, language) for text in texts)
    assert not [word for word in banned if word.lower() in said.lower()]


@pytest.mark.parametrize(("off", "trusted"), [((0, 1), True), ((0, 2), False), ((2,), True), ((), True)])
def test_groups_that_are_off_matter_where_the_list_reaches_one_of_them(off, trusted):
    """No number stood beside 37 customers of a group that had held, because two others had not."""
    forecast, came = np.array([0.1, 0.3, 0.7]), np.array([0.1, 0.3, 0.7])
    for at in off:
        came[at] += (0.06, -0.06, -0.13)[at]
    happened = np.concatenate([np.arange(300) < 300 * share for share in came])
    risk, remarks = np.repeat(forecast, 300), []
    table = pd.DataFrame(
        {"predicted": forecast, "observed": came, "low": came - 0.04, "high": came + 0.04, "customers": [300] * 3}
    )
    assert module._came_true(table, happened, risk, 90, remarks) == trusted
    assert [each.id for each in remarks] == [] if trusted else ["off"]


@pytest.mark.parametrize(
    ("came", "judged", "trusted"), [(0.8, 0.3001, False), (0.8, 0.2999, True), (0.4, 0.3001, True)]
)
def test_one_group_far_beyond_luck_is_known_by_its_customers_and_not_by_their_new_number(came, judged, trusted):
    """Of ten forecast at 30 of 100 eight had left, beside as many groups of luck; three of them were first on the list, said to
    leave at 27 of 100, which lay nearer to another group: “nobody like these is on the list”."""
    forecast, observed = np.array([0.06, 0.11, 0.2995, 0.3005]), np.array([0.06, 0.12, 0.29, came])
    table = pd.DataFrame({"predicted": forecast, "observed": observed, "customers": [300, 300, 200, 10]})
    table = table.assign(low=observed - 0.05, high=observed + 0.05, lowest=[0.02, 0.1, 0.29, 0.3])
    risk = np.linspace(0, 1, 100)
    found = replace(by_hand(Same(("a",)), risk > 0.8, risk, 30), said_and_came=table)
    assert as_said(found, [judged] * 3).trusted == trusted


@pytest.mark.parametrize(
    ("apart", "off", "listed", "trusted"),
    [(0.12, 5, 0.7, False), (0.12, 2, 0.7, True), (0.12, 5, 0.05, True), (0.015, 5, 0.7, True)],
)
def test_forecasts_that_are_off_in_shape_are_not_shown_beside_those_who_are_listed(apart, off, listed, trusted):
    """Five groups of ten were off, somebody like them was on the list, and that was called luck."""
    forecast = np.linspace(0.05, 0.7, 10)
    came = forecast - np.where(np.arange(10) >= 10 - off, apart, 0.0)
    table = pd.DataFrame({"predicted": forecast, "observed": came, "low": came - 0.01, "high": came + 0.01})
    table = table.assign(customers=10, lowest=forecast - 0.03)
    risk = np.linspace(0, 1, 100)
    found = replace(by_hand(Same(("a",)), risk > 0.8, risk, 30), said_and_came=table)
    judged = as_said(found, [listed] * 20)
    assert judged.trusted == trusted
    assert [each.id for each in judged.remarks] == ([] if trusted else ["off"])
