"""The measured sheet: its counts, its ranges against other ways to compute them, its money, its words."""

import re
from dataclasses import replace
from math import sqrt

import numpy as np
import pandas as pd
import pytest
from scipy.stats import norm
from scipy.stats.contingency import relative_risk
from sklearn.metrics import recall_score

from mlcurric.subject.expectation import (
    Assumed,
    Counted,
    Decision,
    ExpectationSheet,
    NextLists,
    Pilot,
    between,
    chosen_in_pilot,
    evidence_as_table,
    promise_in_words,
    sheet_as_table,
)
from mlcurric.subject.money import Offer, campaign_profit
from mlcurric.subject.ranges import Range
from mlcurric.subject.ranking import contact_list
from mlcurric.subject.risk import learn_risk, predicted_risk
from mlcurric.subject.simulation.practice import load_customers
from mlcurric.subject.uplift import expected_gain, learn_calls
from mlcurric.text import LANGUAGES, speaking

PILOT = Pilot(called=Counted(180, 1_000), alone=Counted(240, 1_000))
SHEET = ExpectationSheet(
    list_size=1_000, hits=Counted(250, 1_000), pilot=PILOT, missed=Counted(550, 800), value=100_000
)
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def test_a_count_cannot_be_more_than_there_are():
    for count, of in ((-1, 10), (11, 10), (0, 0)):
        with pytest.raises(ValueError, match="cannot be counted"):
            Counted(count, of)


def test_the_interval_of_a_share_is_wilsons():
    share, n, z = 0.25, 1_000, norm.ppf(0.975)
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    interval = Counted(250, 1_000).interval()
    assert (interval.low, interval.high) == (pytest.approx(middle - half), pytest.approx(middle + half))


def test_success_is_the_difference_among_those_who_would_leave():
    assert PILOT.success_of_100 == pytest.approx(100 * (0.24 - 0.18) / 0.24)
    assert Pilot(Counted(30, 100), Counted(20, 100)).success_of_100 == pytest.approx(-50)
    with pytest.raises(ValueError, match="nobody could have been kept"):
        _ = Pilot(Counted(0, 100), Counted(0, 100)).success_of_100


def test_the_interval_of_success_agrees_with_that_of_a_relative_risk():
    other = relative_risk(180, 1_000, 240, 1_000).confidence_interval(0.95)
    interval = PILOT.interval()
    assert interval.low == pytest.approx(100 * (1 - other.high), abs=0.7)
    assert interval.high == pytest.approx(100 * (1 - other.low), abs=0.7)


def test_a_pilot_is_counted_by_group():
    rows = pd.DataFrame({"called": [True, True, False, False, False], "churned": [True, False, True, True, False]})
    assert Pilot.from_rows(rows) == Pilot(called=Counted(1, 2), alone=Counted(2, 3))
    with pytest.raises(ValueError, match="both groups"):
        Pilot.from_rows(rows[rows["called"]])


def test_a_sheet_is_counted_on_tables():
    summer, pilot = load_customers("summer"), load_customers("pilot")
    listed = contact_list(summer, summer["nps"] * -1.0, 500)
    sheet = ExpectationSheet.from_rows(listed, summer, pilot, owner="Aya")
    on_list = summer.index.isin(listed.index)
    assert sheet.misses_of_100 == pytest.approx(100 * (1 - recall_score(summer["churned"], on_list)))
    assert sheet.hits == Counted(int(listed["churned"].sum()), 500)
    assert sheet.value == pytest.approx(listed.groupby("churned")["value"].mean()[True])
    assert (sheet.list_size, sheet.owner) == (500, "Aya")
    with pytest.raises(ValueError, match="Nobody on this list left"):
        ExpectationSheet.from_rows(listed[~listed["churned"]], summer, pilot)


OWN = {"called": "rung up", "label": "退会"}


def own_pilot(**changed) -> pd.DataFrame:
    rows = pd.DataFrame({"rung up": [1, 1, 0, 0, 0], "退会": [True, False, True, True, False]})
    return rows.assign(**changed)


def test_a_pilot_of_one_s_own_is_counted_by_its_own_columns():
    assert Pilot.from_rows(own_pilot(), **OWN) == Pilot(called=Counted(1, 2), alone=Counted(2, 3))


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (own_pilot().drop(columns="退会"), "no column '退会'; it has rung up"),
        (own_pilot().drop(columns="rung up"), "no column 'rung up'; it has 退会"),
        # A text is true whatever it says: “no” must not count as called.
        (
            own_pilot(**{"rung up": ["yes", "yes", "no", "no", "no"]}),
            "rung up holds 'yes'; True and False are expected",
        ),
        (own_pilot(退会=["はい", "いいえ", "はい", "はい", "いいえ"]), "退会 holds 'はい'"),
        (own_pilot(退会=[True, None, True, True, False]), "退会 has 1 gaps"),
        (own_pilot(**{"rung up": 1}), "both groups: .* of these 5, 5 were called"),
        (own_pilot(**{"rung up": 0}), "both groups: .* of these 5, 0 were called"),
        (own_pilot().head(0), "rung up is empty"),
    ],
)
def test_a_pilot_that_cannot_be_counted_is_told_why(rows, says):
    with pytest.raises(ValueError, match=says):
        Pilot.from_rows(rows, **OWN)


def own_tables() -> dict[str, pd.DataFrame]:
    everybody = pd.DataFrame({"退会": [1, 1, 0, 0, 1, 0], "売上": [40_000, 60_000, 90_000, 20_000, 30_000, 10_000]})
    return {"listed": everybody.head(3), "everybody": everybody, "pilot": own_pilot()}


def test_a_sheet_of_one_s_own_tables():
    sheet = ExpectationSheet.from_rows(**own_tables(), **OWN, value="売上", owner="Aya")
    assert (sheet.hits, sheet.missed, sheet.list_size) == (Counted(2, 3), Counted(1, 3), 3)
    assert (sheet.value, sheet.owner) == (50_000, "Aya")
    assert sheet.pilot == Pilot.from_rows(own_pilot(), **OWN)
    assert ExpectationSheet.from_rows(**own_tables(), **OWN, value=70_000, list_size=9).value == 70_000


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"label": "churned"}, "no column 'churned'; it has 退会, 売上"),
        ({"called": "called"}, "no column 'called'; it has rung up, 退会"),
        ({"value": "value"}, "no column 'value'"),
        ({"value": "plan"}, "plan holds 'pro'"),
        ({"value": float("nan")}, "worth more than the incentive"),
        ({"listed": own_tables()["everybody"].head(0)}, "退会 is empty"),
        ({"everybody": own_tables()["everybody"].head(0)}, "退会 is empty"),
        ({"everybody": own_tables()["everybody"].head(2)}, "3 customers, of whom 2 left, .* has 2, of whom 2 left"),
        ({"everybody": own_tables()["everybody"].tail(3)}, "of whom 2 left, .* of whom 1 left"),
        ({"pilot": own_pilot(**{"rung up": "yes"})}, "rung up holds 'yes'"),
        ({"pilot": own_pilot(**{"rung up": 1})}, "both groups"),
    ],
)
def test_tables_that_make_no_sheet_are_told_why(changed, says):
    tables = own_tables()
    tables["listed"] = tables["listed"].assign(plan="pro")
    with pytest.raises(ValueError, match=says):
        ExpectationSheet.from_rows(**{**tables, **OWN, "value": "売上", **changed})


def test_the_range_of_customers_kept_agrees_with_the_delta_method():
    """Relative variances add up: both parts', and the luck of the next list."""
    hits, alone, called = 0.25, 0.24, 0.18
    success = 1 - called / alone
    of_ratio = (called / alone) ** 2 * ((1 - called) / (called * 1_000) + (1 - alone) / (alone * 1_000))
    kept = 1_000 * hits * success
    of_means = kept**2 * ((1 - hits) / (hits * 1_000) + of_ratio / success**2)
    half = norm.ppf(0.975) * sqrt(of_means + kept * (1 - hits * success))
    assert SHEET.kept.low == pytest.approx(kept - half, abs=4)
    assert SHEET.kept.high == pytest.approx(kept + half, abs=4)
    assert SHEET.kept_middle == pytest.approx(kept, abs=1.5)


def test_what_comes_lies_in_the_range_as_often_as_it_says():
    """Coverage under a known truth: a list, a pilot and a next list are drawn 400 times."""
    luck = np.random.default_rng(11)
    held = {0.95: 0, 0.8: 0}
    for _ in range(400):
        precision, success = luck.uniform(0.15, 0.5), luck.uniform(0, 0.5)
        hits = Counted(int(luck.binomial(600, precision)), 600)
        alone = Counted(int(luck.binomial(700, precision)), 700)
        called = Counted(int(luck.binomial(700, precision * (1 - success))), 700)
        came = luck.binomial(luck.binomial(600, precision), success)
        sheet = ExpectationSheet(600, hits, Pilot(called, alone), Counted(1, 2), 60_000, draws=2_000)
        for level in held:
            held[level] += replace(sheet, level=level).kept.holds(came)
    assert held[0.95] / 400 == pytest.approx(0.95, abs=0.025)
    assert held[0.8] / 400 == pytest.approx(0.8, abs=0.05)


def test_more_counting_narrows_what_it_is_about():
    def width(sheet):
        return sheet.kept.high - sheet.kept.low

    by_list, by_pilot = replace(SHEET, hits=SHEET.hits.times(10)), replace(SHEET, pilot=PILOT.times(10))
    assert by_list.hits.share == SHEET.hits.share
    assert by_pilot.pilot.success_of_100 == pytest.approx(PILOT.success_of_100)
    assert width(SHEET) > width(by_list) > width(by_pilot)


def test_at_the_break_even_neslins_profit_is_nothing():
    offer = Offer(contact=1_500, incentive=3_000)
    saved = SHEET.break_even / SHEET.hits.count
    assert campaign_profit(1_000, 1, 0.25, saved, 100_000, offer.contact, offer.incentive) == pytest.approx(0, abs=1e-6)


def test_the_break_even_can_be_found_again_from_what_is_said_of_it():
    # 1,000 calls at 1,500 yen, vouchers of 3,000 yen for 750 who stay anyway and for all who are kept.
    cost = 1_000 * 1_500 + (750 + SHEET.break_even) * 3_000
    assert SHEET.cost_at_break_even == pytest.approx(cost)
    assert SHEET.cost_at_break_even / SHEET.value == pytest.approx(SHEET.break_even)
    with speaking("en"):
        assert "costs ¥3,870,000 ÷ ¥100,000 a leaver" in sheet_as_table(SHEET).to_string()
    with speaking("ja"):
        assert "費用 387万円 ÷ 解約する人の価値 10万円" in sheet_as_table(SHEET).to_string()


@pytest.mark.parametrize("called", [300, 500, 900])
@pytest.mark.parametrize("success", [0, 15, 40])
def test_a_round_passes_as_often_as_the_normal_approximation_says(called, success):
    risk, risk_called = 0.25, 0.25 * (1 - success / 100)
    spread = sqrt(risk * (1 - risk) / (1_000 - called) + risk_called * (1 - risk_called) / called)
    expected = norm.sf((SHEET.break_even / 1_000 - (risk - risk_called)) / spread)
    assert SHEET.chance_to_pass(called, success) == pytest.approx(expected, abs=0.02)


def test_a_round_tells_most_where_half_is_left_alone_and_nothing_where_nobody_is():
    assert SHEET.chance_to_pass(500, 0) < SHEET.chance_to_pass(900, 0)
    assert SHEET.chance_to_pass(500, 40) > SHEET.chance_to_pass(900, 40)
    for called in (0, 1_000):
        with pytest.raises(ValueError, match="both groups"):
            SHEET.chance_to_pass(called, 20)


def test_the_profit_is_neslins_too():
    sure = replace(SHEET, hits=SHEET.hits.times(10_000), pilot=PILOT.times(10_000), list_size=1_000_000)
    expected = campaign_profit(1_000_000, 1, 0.25, 0.25, 100_000, 1_500, 3_000)
    assert sure.profit_middle == pytest.approx(expected, rel=0.01)
    assert sure.profit.low < expected < sure.profit.high


@pytest.mark.parametrize(
    ("value", "decision"), [(400_000, Decision.GO), (100_000, Decision.SMALL_ROUND), (30_000, Decision.NO_GO)]
)
def test_the_range_beside_the_break_even_decides(value, decision):
    sheet = replace(SHEET, value=value)
    assert sheet.decision == decision
    assert (sheet.kept.low >= sheet.break_even) == (decision == Decision.GO)
    assert (sheet.kept.high < sheet.break_even) == (decision == Decision.NO_GO)


def test_a_call_that_drives_away_shows_below_zero():
    harmful = replace(SHEET, pilot=Pilot(Counted(300, 1_000), Counted(240, 1_000)))
    assert harmful.kept.high < 0
    assert "drive away" in promise_in_words(harmful)[2].en


@pytest.mark.parametrize(
    "changed",
    [
        {"list_size": 0},
        {"level": 95},
        {"value": 2_000},
        {"value": 3_000},
        {"offer": Offer(-1, 0)},
        {"offer": Offer(0, -1)},
    ],
)
def test_nonsense_is_refused(changed):
    with pytest.raises(ValueError, match=r"one customer at least|share between|Costs cannot"):
        replace(SHEET, **changed)


def test_the_same_counts_promise_the_same_again():
    again = replace(SHEET)
    assert (again.kept, again.profit) == (SHEET.kept, SHEET.profit)
    assert replace(SHEET, seed=1).kept.low == pytest.approx(SHEET.kept.low, abs=3)


def test_the_model_never_chooses_among_customers_it_has_learned_from():
    pilot = load_customers("pilot")
    chosen = chosen_in_pilot(pilot, 0.06)
    assert len(chosen) == 1_200
    assert chosen.index.is_unique
    first, second = pilot.iloc[:10_000], pilot.iloc[10_000:]
    by_second = contact_list(first, expected_gain(learn_calls(second), first), 600)
    assert set(chosen.index) & set(first.index) == set(by_second.index)
    # Among its own rows it picks the lucky ones, and the calls look better than they are.
    own = contact_list(pilot, expected_gain(learn_calls(pilot), pilot), 1_200)
    assert Pilot.from_rows(own).success_of_100 > Pilot.from_rows(chosen).success_of_100 + 3
    with pytest.raises(ValueError, match="share of the customers"):
        chosen_in_pilot(pilot, 1.2)


def test_the_list_can_be_chosen_in_a_pilot_of_one_s_own():
    luck = np.random.default_rng(4)
    pilot = pd.DataFrame({"x": luck.normal(size=4_000), "rung up": luck.permutation(4_000) % 2, "売上": 50_000})
    risk = np.where((pilot["rung up"] == 1) & (pilot["x"] > 0), 0.05, 0.3)
    pilot["退会"] = luck.random(4_000) < risk
    own = {"columns": ["x"], **OWN, "value": "売上"}
    chosen = chosen_in_pilot(pilot, 0.1, **own)
    assert len(chosen) == 400
    assert (chosen["x"] > 0).mean() > 0.9
    assert Pilot.from_rows(chosen, **OWN).success_of_100 > 50
    with pytest.raises(ValueError, match="compares"):
        chosen_in_pilot(pilot.sort_values("rung up"), 0.1, **own)
    with pytest.raises(ValueError, match="no two halves"):
        chosen_in_pilot(pilot.head(1), 0.1, **own)


def test_the_effect_of_a_call_is_not_the_same_for_everybody():
    pilot = load_customers("pilot")
    riskiest = contact_list(pilot, predicted_risk(learn_risk(load_customers("spring")), pilot), 1_200)
    everybody, at_risk = Pilot.from_rows(pilot), Pilot.from_rows(riskiest)
    assert at_risk.interval().low < 0 < Pilot.from_rows(chosen_in_pilot(pilot, 0.06)).interval().low
    assert everybody.success_of_100 < 10


def test_words_and_tables_say_the_numbers_in_both_languages():
    sheet = replace(SHEET, owner="Aya", check_date="15 December", stop_rule="fewer than 47 kept")
    low, high = f"{sheet.kept.low:.0f}", f"{sheet.kept.high:.0f}"
    with speaking("en"):
        english = " ".join(map(str, promise_in_words(sheet)))
        assert f"Expect {low} to {high} customers kept" in english
        assert "19 of 20" in english
        assert "Of 100 who leave, 69 are not on the list; the list does not lead anybody to them" in english
        assert not JAPANESE.search(english + sheet_as_table(sheet).to_string() + evidence_as_table(sheet).to_string())
    with speaking("ja"):
        japanese = "".join(map(str, promise_in_words(sheet)))
        assert f"{low}〜{high}人" in japanese
        assert "20回に19回" in japanese
        assert "100人のうち69人はリストに載らず、リストからは連絡が届きません" in japanese
    for lang in LANGUAGES:
        with speaking(lang):
            cells = sheet_as_table(sheet).to_string()
            assert all(said in cells for said in (low, high, "69", "Aya", "15 December", "fewer than 47 kept"))
            assert len(sheet_as_table(sheet)) == len(sheet_as_table(SHEET)) + 3


ASSUMED = replace(SHEET, pilot=Assumed(Range(0.1, 0.3)))


def test_an_assumption_runs_from_one_share_to_another():
    for low, high in ((-0.1, 0.3), (0.3, 0.1), (0.1, 1.1), (float("nan"), 0.3)):
        with pytest.raises(ValueError, match="from one share to another"):
            Assumed(Range(low, high))


def test_an_assumption_is_drawn_evenly():
    drawn = Assumed(Range(0.1, 0.3)).drawn(100_000, np.random.default_rng(2))
    assert np.quantile(drawn, [0, 0.25, 0.5, 0.75, 1]) == pytest.approx([0.1, 0.15, 0.2, 0.25, 0.3], abs=0.002)
    assert ASSUMED.pilot.success_of_100 == pytest.approx(20)
    assert (ASSUMED.success_of_100.low, ASSUMED.success_of_100.high) == (
        pytest.approx(10.5, abs=0.2),
        pytest.approx(29.5, abs=0.2),
    )


def test_an_assumption_of_one_number_leaves_only_the_luck_of_the_list():
    sure = replace(SHEET, pilot=Assumed(Range(0.2, 0.2)))
    spread = sqrt(0.2**2 * 1_000 * 0.25 * 0.75 * (1 + 1) + 250 * 0.2 * 0.8)
    assert sure.kept_middle == pytest.approx(50, abs=1)
    assert sure.kept.high - sure.kept.low == pytest.approx(2 * norm.ppf(0.975) * spread, rel=0.06)
    assert sure.kept.high - sure.kept.low < ASSUMED.kept.high - ASSUMED.kept.low


def test_what_comes_lies_in_the_range_as_often_as_it_says_with_an_assumption_that_is_right():
    luck = np.random.default_rng(21)
    held = 0
    for _ in range(400):
        leave, success = luck.uniform(0.1, 0.6), luck.uniform(0.1, 0.3)
        hits = Counted(int(luck.binomial(300, leave)), 300)
        lists = NextLists.drawn(300, hits, Assumed(Range(0.1, 0.3)), 2_000, 0)
        held += between(lists.kept, 0.95).holds(luck.binomial(luck.binomial(300, leave), success))
    assert held / 400 == pytest.approx(0.95, abs=0.03)


@pytest.mark.parametrize(("lang", "says"), [("en", "nobody has counted it"), ("ja", "数えた人はまだいない")])
def test_a_sheet_says_that_its_success_is_assumed(lang, says):
    with speaking(lang):
        assert says in sheet_as_table(ASSUMED).to_string()
        assert says in evidence_as_table(ASSUMED).to_string()
        assert says not in sheet_as_table(SHEET).to_string() + evidence_as_table(SHEET).to_string()
        assert len(sheet_as_table(ASSUMED)) == len(sheet_as_table(SHEET))
    assert len(promise_in_words(ASSUMED)) == len(promise_in_words(SHEET))
