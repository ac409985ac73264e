"""The promise: its ranges and its money against closed forms, its bound against the luck that it allows, its words."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from report.by_hand import Points, contest, parts, request, world
from scipy.stats import betabinom, binom

from mlcurric.report.advice.checks import stop_rule, when_to_look
from mlcurric.report.advice.counted import counted
from mlcurric.report.advice.listing import make_list
from mlcurric.report.advice.promise import make_promise, share_to_pay, with_stop
from mlcurric.report.advice.promise_words import in_lines
from mlcurric.report.advice.words import read_words
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.rules import Order
from mlcurric.report.period import period_in_words
from mlcurric.subject.expectation import Assumed, Counted, Decision
from mlcurric.subject.metrics.at_k import on_list
from mlcurric.subject.money import Offer, campaign_profit
from mlcurric.subject.ranges import Range
from mlcurric.text import LANGUAGES, speaking

COLUMNS = ("open_tickets", "tenure")
JARGON = re.compile(
    r"precision|recall|calibrat|\bAUC\b|SHAP|feature|log-odds|hold-?out|base rate|p-value|confidence|interval|"
    r"適合率|再現率|較正|特徴量|リーク|信頼区間|精度|ホールドアウト"
)
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@pytest.fixture(scope="module")
def made():
    """A list of 100 from 1,000 open customers; 1,000 later ones judge, of whom the first 100 are the list."""
    people, _ = world()
    split = parts(range(2_000), range(2_000, 3_000), range(3_000, 4_000))
    table = learnable(people, COLUMNS)
    model = Points(COLUMNS).fit(table.iloc[:2_000], people.left.iloc[:2_000].to_numpy(dtype=bool))
    happened = people.left.iloc[2_000:3_000].to_numpy(dtype=bool)
    held = contest(model, happened, model.risk(table.iloc[2_000:3_000]), 100)
    return people, split, held, make_list(people, split, held, COLUMNS, read_words(people, COLUMNS), 100)


def promised(made, **more):
    people, split, held, at_risk = made
    return make_promise(request(**more), people, split, held, at_risk)


MONEY = {"value": "value", "contact_cost": 4.0, "incentive": 10.0}


def test_the_leavers_of_the_next_list_are_those_that_the_count_allows(made):
    promise, of = promised(made), made[2].of_model
    assert promise.evidence.hits == Counted(of.hits, 100)
    exact = betabinom(100, of.hits + 0.5, 100 - of.hits + 0.5)
    assert promise.leavers.low == pytest.approx(exact.ppf(0.025), abs=1)
    assert promise.leavers.high == pytest.approx(exact.ppf(0.975), abs=1)
    # The next list's own luck is in it: it is wider than the range of the average.
    average = Counted(of.hits, 100).interval()
    assert promise.leavers.high - promise.leavers.low > 1.2 * 100 * (average.high - average.low)


def test_what_it_misses_is_counted_among_later_customers(made):
    of = made[2].of_model
    assert promised(made).misses_of_100 == pytest.approx(100 * of.misses / of.happened)


def test_a_short_list_that_was_judged_by_a_longer_one_does_not_boast_of_its_finds(made):
    people, split, held, at_risk = made
    short = replace(at_risk, rows=at_risk.rows[:10])
    promise = make_promise(request(10), people, split, held, short)
    leave_of_all = held.of_model.base_rate.value * 1_000
    assert promise.misses_of_100 == pytest.approx(100 * (1 - 10 * held.of_model.precision.value / leave_of_all), abs=1)
    assert promise.misses_of_100 > 95


def test_the_kept_are_drawn_from_an_assumption_with_its_luck(made):
    assumed = Range(0.1, 0.3)
    promise, hits = promised(made, save_rate=assumed), made[2].of_model.hits
    numbers = np.arange(101)
    leave = betabinom(100, hits + 0.5, 100 - hits + 0.5).pmf(numbers)
    rates = np.linspace(0.1, 0.3, 201)
    below = np.array([(leave * binom.cdf(kept, numbers[:, None], rates).mean(axis=1)).sum() for kept in numbers])
    assert promise.kept.low == pytest.approx(np.searchsorted(below, 0.025), abs=1)
    assert promise.kept.high == pytest.approx(np.searchsorted(below, 0.975), abs=1)


def test_the_money_is_that_of_a_retention_campaign(made):
    sure = Range(0.2, 0.2)
    promise, of = promised(made, save_rate=sure, **MONEY), made[2].of_model
    people, split = made[:2]
    listed = pd.Series(made[2].model_risk).sort_values(ascending=False, kind="stable").index[:100]
    rows = np.asarray(split.judge)[listed]
    left = people.left.iloc[rows].to_numpy(dtype=bool)
    value = people.value.iloc[rows[left]].mean()
    assert promise.evidence.value == pytest.approx(value)
    expected = campaign_profit(100, 1, of.hits / 100, 0.2, value, 4, 10)
    assert promise.profit.low < expected < promise.profit.high
    assert promise.profit.middle == pytest.approx(expected, abs=150)
    even = promise.break_even
    assert campaign_profit(100, 1, of.hits / 100, even, value, 4, 10) == pytest.approx(0, abs=1e-6)


def test_the_share_to_pay_solves_the_profit_for_any_numbers():
    luck = np.random.default_rng(3)
    for _ in range(50):
        leave, value = luck.uniform(0.05, 0.9), luck.uniform(50, 1_000)
        offer = Offer(luck.uniform(0, 30), luck.uniform(0, 40))
        even = share_to_pay(leave, value, offer)
        if even <= 1:
            profit = campaign_profit(1_000, 1, leave, even, value, offer.contact, offer.incentive)
            assert profit == pytest.approx(0, abs=1e-6)
        else:
            assert campaign_profit(1_000, 1, leave, 1, value, offer.contact, offer.incentive) < 0
    assert share_to_pay(0, 100, Offer(1, 0)) == share_to_pay(0.3, 10, Offer(1, 10)) == float("inf")


@pytest.mark.parametrize(
    ("more", "decision", "says"),
    [
        ({}, Decision.SMALL_ROUND, "as long as nobody says how many of 100 leavers stay because of the contact; what a"),
        ({"save_rate": Range(0.1, 0.3)}, Decision.SMALL_ROUND, "nobody says what a customer is worth; what one contact"),
        (MONEY, Decision.SMALL_ROUND, "only if at least"),
        ({**MONEY, "save_rate": Range(0.15, 0.4)}, Decision.SMALL_ROUND, "from a loss to a gain"),
        ({**MONEY, "save_rate": Range(0.05, 0.15)}, Decision.SMALL_ROUND, "its middle is a loss"),
        ({**MONEY, "contact_cost": 0.1, "incentive": None, "save_rate": Range(0.3, 0.4)}, Decision.GO, "Go, if 30 to 40"),
        ({**MONEY, "incentive": 25.0, "save_rate": Range(0.01, 0.05)}, Decision.NO_GO, "even the high end"),
        ({**MONEY, "contact_cost": 500.0, "save_rate": Range(0.1, 0.3)}, Decision.NO_GO, "even if everybody"),
        ({**MONEY, "incentive": 900.0, "save_rate": Range(0.1, 0.3)}, Decision.NO_GO, "even if everybody"),
        ({**MONEY, "contact_cost": 500.0}, Decision.NO_GO, "even if everybody"),
    ],
)  # fmt: skip
def test_go_small_round_or_no_go(made, more, decision, says):
    given = {**more}
    people = made[0] if given.pop("value", None) else replace(made[0], value=None)
    promise = promised((people, *made[1:]), **given, **({"value": "value"} if people.value is not None else {}))
    assert promise.decision == decision
    assert says in promise.says.en
    if promise.profit:
        ends = promise.profit.low >= 0, promise.profit.high < 0
        assert ends == (decision == Decision.GO, decision == Decision.NO_GO)


def test_what_is_missing_is_named_by_its_option(made):
    people = replace(made[0], value=None)
    bare = promised((people, *made[1:]))
    assert [each.option for each in bare.missing] == ["--within", "--save-rate", "--value", "--contact-cost"]
    assert [each.for_money for each in bare.missing] == [False, True, True, True]
    assert [line.name for line in bare.lines] == ["leavers", "misses"]
    assert bare.profit is bare.kept is bare.break_even is None
    full = promised(made, save_rate=Range(0.1, 0.3), within="3 months", **MONEY)
    assert full.missing == ()
    assert [line.name for line in full.lines] == ["leavers", "misses", "success", "kept", "break_even", "profit"]
    # A column of values that says nothing of the leavers on the list is missing, too.
    empty = replace(made[0], value=pd.Series(np.nan, index=range(4_000)))
    assert [each.option for each in promised((empty, *made[1:]), **MONEY).missing] == [
        "--within",
        "--save-rate",
        "--value",
    ]


@pytest.mark.parametrize("size", [100, 1_000, 40])
@pytest.mark.parametrize("count", [5, 30, 95])
def test_bad_luck_alone_stops_at_most_5_of_100_rounds(size, count):
    stop = stop_rule(Counted(count, 100), Assumed(Range(0, 0)), size)
    assert stop.of == size
    exact = betabinom(stop.of, count + 0.5, 100 - count + 0.5)
    if stop.can_happen:
        assert exact.sf(stop.left - 1) <= 0.055
    # One fewer would stop too many.
    assert exact.sf(stop.left - 2) > 0.045


def test_the_bound_reckons_with_those_who_are_kept():
    none, some = (stop_rule(Counted(300, 1_000), Assumed(Range(*ends)), 500) for ends in ((0, 0), (0.2, 0.4)))
    assert some.left < none.left
    luck = np.random.default_rng(8)
    leave = luck.beta(300.5, 700.5, 200_000) * (1 - luck.uniform(0.2, 0.4, 200_000))
    assert (luck.binomial(500, leave) >= some.left).mean() <= 0.055


def test_a_handful_of_customers_has_no_bound():
    assert not stop_rule(Counted(90, 100), Assumed(Range(0, 0)), 3).can_happen


def test_the_number_at_which_to_stop_is_of_all_who_are_contacted(made):
    promise = promised(made, save_rate=Range(0.1, 0.3))
    assert promise.stop is None
    stopped = with_stop(promise, 1_234, "3 months")
    assert stopped.stop == stop_rule(promise.evidence.hits, Assumed(Range(0.1, 0.3)), 1_234)
    assert f"{stopped.stop.left:,} of the 1,234 contacted have left within 3 months" in stopped.stops.en
    assert "1,234人のうち" in stopped.stops.ja
    assert with_stop(promise, 0, "").stops is None


@pytest.mark.parametrize(
    ("column", "monthly"),
    [
        ("月額料金", True), ("monthly_charges", True), ("MonthlyCharges", True), ("MRR", True), ("料金（月）", True),
        ("利用料(円/月)", True), ("1か月の売上", True), ("月間売上", True), ("fee per month", True), ("平均月商", True),
        ("年間売上", False), ("12か月の売上", False), ("value", False), ("契約月数", False), ("months", False),
        ("annual value", False), ("ltv", False), ("tenure_months", False),
    ],
)  # fmt: skip
def test_the_amount_of_one_month_is_told_beside_the_decision(made, column, monthly):
    promise = promised(made, **{**MONEY, "value": column}, within="3 months", save_rate=Range(0.1, 0.3))
    assert ("reckoned with one month" in promise.says.en) == monthly
    assert [each.option for each in promise.missing] == ["--value"] * monthly
    if monthly:
        share, value = promise.evidence.hits.share, promise.evidence.value
        needed = int(np.ceil(100 * share_to_pay(share, 12 * value, Offer(4, 10))))
        assert f"pay from {needed} of 100" in promise.says.en
        assert f"「{column}」は1か月分" in promise.says.ja
        dear = promised(made, value=column, contact_cost=9_000.0)
        assert "not pay either" in dear.says.en


def test_leavers_without_an_amount_are_told(made):
    people, *rest = made
    listed = pd.Series(made[2].model_risk).sort_values(ascending=False, kind="stable").index[:100]
    left = [row for row in np.asarray(made[1].judge)[listed] if people.left[row]]
    value = people.value.copy()
    value[left[:7]] = np.nan
    line = promised((replace(people, value=value), *rest), **MONEY).lines[-1]
    assert f"7 of {len(left)} leavers have no amount" in line.rests_on.en
    assert f"{len(left)}人のうち7人は金額がない" in line.rests_on.ja
    assert "no amount" not in promised(made, **MONEY).lines[-1].rests_on.en


def test_where_most_have_no_amount_the_money_is_reckoned_with_the_others_and_said(made):
    people, *rest = made
    value = people.value.mask(np.random.default_rng(0).random(len(people.value)) < 0.6)
    promise = promised((replace(people, value=value), *rest), save_rate=Range(0.2, 0.2), **MONEY)
    leavers = np.asarray(made[1].judge)[made[2].happened & on_list(made[2].model_risk, 100)]
    assert promise.evidence.value == pytest.approx(value[leavers].mean())
    assert promise.profit is not None
    line = next(each for each in promise.lines if each.name == "break_even")
    assert f"解約した{len(leavers)}人のうち{value[leavers].isna().sum()}人は金額がないので" in line.rests_on.ja


@pytest.mark.parametrize(
    ("missed", "english", "japanese"),
    [
        (Counted(0, 50), "nobody: everybody who leaves is on it", "全員載っている"),
        (Counted(1, 500), "fewer than 1 of 100 who leave", "解約する100人中1人未満"),
        (Counted(26, 50), "52 of 100 who leave", "解約する100人中52人"),
    ],
)
def test_whom_the_list_misses_is_said_as_people(made, missed, english, japanese):
    promise = promised(made)
    says = next(
        each.says
        for each in in_lines(replace(promise, evidence=replace(promise.evidence, missed=missed)))
        if each.name == "misses"
    )
    assert english in says.en
    assert japanese in says.ja


def test_a_rule_that_is_counted_anew_is_judged_by_the_shares_with_which_it_was_tried():
    """Else what the list is worth would hang on a share that nobody has judged."""
    people, _ = world(3_000, 0)
    left = people.left.to_numpy(dtype=bool)
    split = parts(range(1_500), range(1_500, 3_000), np.flatnonzero(~left), "still here")
    table = learnable(people, COLUMNS)
    rule = Order("open_tickets", True).fit(table.iloc[:1_500], left[:1_500])
    held = contest(rule, left[1_500:], rule.risk(table.iloc[1_500:]), 100, "rule")
    at_risk = make_list(people, split, held, COLUMNS, read_words(people, COLUMNS), 100)
    halved = replace(
        at_risk, risks=at_risk.risks / 2, rows=tuple(replace(row, risk=row.risk / 2) for row in at_risk.rows)
    )
    told = [counted(people, split, held, each) for each in (at_risk, halved)]
    assert told[0].hits == told[1].hits
    assert told[0].missed == told[1].missed


def test_a_list_of_everybody_who_is_still_here_misses_nobody():
    """The same is counted twice there, and rounded twice."""
    people, _ = world(3_000, 0)
    left = people.left.to_numpy(dtype=bool)
    split = parts(range(1_500), range(1_500, 3_000), np.flatnonzero(~left), "still here")
    table = learnable(people, COLUMNS)
    rule = Order("open_tickets", True).fit(table.iloc[:1_500], left[:1_500])
    held = contest(rule, left[1_500:], rule.risk(table.iloc[1_500:]), 1_500, "rule")
    at_risk = make_list(people, split, held, COLUMNS, read_words(people, COLUMNS), 5_000)
    assert len(at_risk.rows) == at_risk.could
    assert counted(people, split, held, at_risk).missed.count == 0


DAYS = pd.Series(pd.to_datetime(["2026-01-31", "2026-04-30", "2026-07-31"]))


@pytest.mark.parametrize(
    ("within", "observed", "english", "japanese"),
    [
        ("3 months", DAYS, "On 31 October 2026", "2026年10月31日"),
        ("1か月", DAYS, "On 31 August 2026", "最後の連絡から1か月後"),
        ("2 weeks", DAYS, "On 14 August 2026", "2週間後"),
        ("", DAYS, "On 29 October 2026", "最後の連絡から90日後"),
        ("3 months", None, "3 months after the last contact", "3か月後"),
        ("a season", DAYS, "a season after", "a season後"),
        ("", None, "One period after", "1期間後"),
        ("", pd.Series(pd.date_range("2026-01-01", periods=90)), "One period after", "1期間後"),
        ("", DAYS.head(1), "One period after", "1期間後"),
    ],
)
def test_when_to_look(within, observed, english, japanese):
    says = when_to_look(within, observed)
    assert english in says.en
    assert japanese in says.ja


@pytest.mark.parametrize(
    ("typed", "english", "japanese"),
    [
        ("3 months", "3 months", "3か月"),
        ("within 3 months", "3 months", "3か月"),
        ("３ヶ月", "3 months", "3か月"),
        ("3か月以内", "3 months", "3か月"),
        ("1 year", "1 year", "1年"),
        ("90日", "90 days", "90日"),
        ("2週間", "2 weeks", "2週間"),
        ("this season", "this season", "this season"),
        ("3〜6か月", "3〜6か月", "3〜6か月"),
        ("within", "within", "within"),
    ],
)
def test_a_period_is_said_in_the_language_of_the_page_whichever_it_was_typed_in(typed, english, japanese):
    assert (period_in_words(typed).en, period_in_words(typed).ja) == (english, japanese)


def test_without_a_list_nothing_is_promised(made):
    promise = promised((*made[:3], replace(made[3], rows=())), save_rate=Range(0.1, 0.3), **MONEY)
    assert (promise.decision, promise.lines, promise.leavers) == (Decision.NO_GO, (), None)
    assert promise.misses_of_100 is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_said_in_plain_words(made, lang):
    said = []
    for more in ({}, {"save_rate": Range(0.2, 0.2)}, {**MONEY, "save_rate": Range(0.1, 0.3), "within": "3 months"}):
        promise = with_stop(promised(made, **more), 50, more.get("within", ""))
        told = [promise.says, promise.when, promise.who, promise.stops]
        told += [part for each in promise.missing for part in (each.says, each.gives)]
        told += [part for line in promise.lines for part in (line.what, line.says, line.rests_on)]
        said += [getattr(each, lang) for each in told]
    text = "\n".join(said)
    assert "--" not in text
    assert not JARGON.search(text)
    assert "{" not in text
    assert bool(JAPANESE.search(text)) == (lang == "ja")
    with speaking(lang):
        assert "$" in str(promise.lines[-1].says)
