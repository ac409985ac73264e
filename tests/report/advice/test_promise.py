"""The promise: its ranges and its money against closed forms, its bound against the luck that it allows, its words."""

import re
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from report.by_hand import Points, contest, parts, request, world
from scipy.stats import betabinom, binom

from mlcurric.report.advice.checks import Stop, stop_in_words, stop_rule, when_to_look
from mlcurric.report.advice.counted import counted
from mlcurric.report.advice.counted_words import ALL_ON, BESIDE, MISSED
from mlcurric.report.advice.listing import make_list
from mlcurric.report.advice.promise import make_promise, of_those_contacted, share_to_pay, with_stop, without_proof
from mlcurric.report.advice.promise_words import in_lines
from mlcurric.report.advice.words import read_words
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.rules import Order
from mlcurric.report.period import period_in_words
from mlcurric.subject.expectation import Assumed, Counted, Decision
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
    assert promise.misses_of_100 == pytest.approx(100 * (1 - 10 * promise.evidence.hits.share / leave_of_all), abs=1)
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
    listed = made[3].rows
    # Of 100 whose worth has nothing to do with whether they leave, a leaver is worth what each of them is.
    value = promise.evidence.value
    assert value == pytest.approx(np.mean([row.value for row in listed]), rel=0.05)
    expected = campaign_profit(100, 1, of.hits / 100, 0.2, value, 4, 10)
    assert promise.profit.low < expected < promise.profit.high
    assert promise.profit.middle == pytest.approx(expected, abs=200)
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
        ({}, Decision.SMALL_ROUND, "cannot be said yet. Needed: how many of 100 leavers stay because of the contact; what a"),
        ({"save_rate": Range(0.1, 0.3)}, Decision.SMALL_ROUND, "Needed: what a customer is worth; what one contact"),
        (MONEY, Decision.SMALL_ROUND, "only if at least"),
        ({**MONEY, "save_rate": Range(0.15, 0.4)}, Decision.SMALL_ROUND, "both a loss and a gain are possible"),
        ({**MONEY, "save_rate": Range(0.05, 0.15)}, Decision.SMALL_ROUND, "the middle of the range is a loss"),
        ({**MONEY, "contact_cost": 0.1, "incentive": None, "save_rate": Range(0.3, 0.4)}, Decision.GO, "Go, if 30 to 40"),
        ({**MONEY, "incentive": 25.0, "save_rate": Range(0.01, 0.05)}, Decision.NO_GO, "even the best end"),
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
        ends = promise.profit.low > 0, promise.profit.high <= 0
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


def stopped(stop: Stop, leave: float, kept: float, rounds: int = 4_000) -> float:
    """Of many rounds, the share in which the number to stop at is reached on any day of the period."""
    luck = np.random.default_rng(11)
    days = 60
    gone = luck.integers(0, days, (rounds, stop.contacted + stop.alone))
    share = np.r_[np.full(stop.contacted, leave * (1 - kept)), np.full(stop.alone, leave)]
    gone[luck.random(gone.shape) >= share] = days
    ahead = [
        (gone[:, : stop.contacted] <= day).mean(axis=1) - (gone[:, stop.contacted :] <= day).mean(axis=1)
        for day in range(days)
    ]
    return float((np.max(ahead, axis=0) >= stop.more).mean())


@pytest.mark.parametrize(("count", "sizes"), [(35, (148, 152)), (53, (148, 152)), (20, (900, 100)), (90, (60, 40))])
def test_bad_luck_alone_stops_at_most_5_of_100_rounds_whenever_one_looks(count, sizes):
    hits = Counted(10 * count, 1_000)
    stop = stop_rule(hits, *sizes)
    assert stopped(stop, hits.share, 0) <= 0.055


@pytest.mark.parametrize("leave", [0.35, 0.53])
def test_a_contact_that_keeps_20_of_100_is_hardly_ever_stopped_even_if_more_leave_than_was_promised(leave):
    """Of those contacted alone 64 of 148 was the number, which 53 of 100 leavers reach in 45 of 100 rounds."""
    stop = stop_rule(Counted(35, 100), 148, 152)
    assert stopped(stop, leave, 0.2) <= 0.01
    # But contacts that wake customers are.
    assert stopped(stop, leave, -0.6) >= 0.6


def test_a_handful_of_customers_has_no_bound():
    assert stop_rule(Counted(90, 100), 3, 3) is None
    assert stop_rule(Counted(30, 100), 300, 0) is None
    assert "next list" in stop_in_words(None, "").en
    assert "次のリスト" in stop_in_words(None, "").ja


def test_the_number_at_which_to_stop_is_beside_those_left_alone(made):
    promise = promised(made, save_rate=Range(0.1, 0.3))
    assert promise.stop is None
    told = with_stop(promise, 1_234, 321, "3 months")
    assert told.stop == stop_rule(promise.evidence.hits, 1_234, 321)
    left, too_many = told.stop.example
    assert left / 321 + told.stop.more == pytest.approx(too_many / 1_234, abs=1 / 1_234)
    assert f"of the 321 left alone have left, stop at {too_many:,} of the 1,234 contacted" in told.stops.en
    assert "left within 3 months, in both groups" in told.stops.en
    assert f"{round(1_000 * told.stop.more)} more of 1,000 have left of those contacted" in told.stops.en
    assert f"連絡した1,234人のうち{too_many:,}人" in told.stops.ja
    assert with_stop(promise, 0, 321, "").stops is None
    assert "given the list and the names of those left alone before the contacts begin" in told.who.en
    # Of a list on which everybody is contacted there are no such names.
    all_of_them = with_stop(promise, 1_234, 0, "").who
    assert "left alone" not in all_of_them.en
    assert "連絡しなかった人" not in all_of_them.ja


@pytest.mark.parametrize(
    ("column", "monthly"),
    [
        ("月額料金", True), ("monthly_charges", True), ("MonthlyCharges", True), ("MRR", True), ("料金（月）", True),
        ("利用料(円/月)", True), ("1か月の売上", True), ("月間売上", True), ("fee per month", True), ("平均月商", True),
        ("年間売上", False), ("12か月の売上", False), ("value", False), ("契約月数", False), ("months", False),
        ("annual value", False), ("ltv", False), ("tenure_months", False),
        ("月会費", True), ("月謝", True), ("月払い額", True), ("月々の支払額", True), ("月売上", True), ("月単価", True),
        ("月利用料", True), ("会費／月", True), ("ひと月の料金", True), ("ARPU", True), ("fee_month", True), ("plan_price_mo", True),
        ("先月の請求額", True), ("契約月額", True), ("month_fee", True), ("last_month_revenue", True), ("月平均売上", True),
        ("月数", False), ("入会月", False), ("月初残高", False), ("月末残高", False), ("直近3か月売上", False), ("12-month revenue", False),
        ("年会費", False), ("請求月", False), ("前月比", False), ("annual_fee", False), ("revenue last 3 months", False),
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


@pytest.mark.parametrize("column", ["会費", "料金", "plan_price", "利用料", "fee", "subscription"])
def test_where_a_name_does_not_say_for_what_time_is_paid_it_is_asked(made, column):
    promise = promised(made, **{**MONEY, "value": column}, within="3 months", save_rate=Range(0.1, 0.3))
    (missing,) = promise.missing
    assert "reckoned with one month" not in promise.says.en
    assert f"what time “{column}” is paid for" in missing.says.en
    assert f"「{column}」が何か月分の金額か" in missing.says.ja
    assert not missing.for_money


@pytest.mark.parametrize(("column", "named"), [("月謝", True), ("会費", None)])
def test_a_no_go_on_what_may_be_one_month_is_none(made, column, named):
    """“Contact nobody for now” was all that stood there, though with twelve months’ worth it would have paid."""
    value = promised(made, **MONEY).evidence.value
    doubtful = promised(made, value=column, contact_cost=1.5 * value * promised(made).evidence.hits.share)
    assert doubtful.decision == Decision.NO_GO
    assert (doubtful.hangs_on_months, doubtful.is_monthly) == (True, named)
    assert "No-go" not in doubtful.says.en
    assert doubtful.says.en.startswith("This cannot be decided yet. With the amounts as they are")
    assert doubtful.says.ja.startswith("まだ決められません。")
    assert f"pay from {int(np.ceil(round(100 * doubtful.in_a_year, 6)))} of 100" in doubtful.says.en
    never = promised(made, value=column, contact_cost=9_000.0)
    assert not never.hangs_on_months
    assert never.says.ja.startswith("見送ります。")
    # What is assumed would not be enough with twelve months either.
    assert not promised(made, value=column, contact_cost=5 * value, save_rate=Range(0.01, 0.02)).hangs_on_months


def test_what_no_round_shows_is_no_reason_for_a_small_round(made):
    promise = promised(made, save_rate=Range(0.1, 0.3), **MONEY)
    unproved = without_proof(replace(promise, decision=Decision.SMALL_ROUND), "value")
    assert not unproved.shows
    assert unproved.says.en.startswith("Whether it pays cannot be checked with a list like this")
    assert "まず試します" not in unproved.says.ja
    assert "試しても効果を確かめられません" in unproved.says.ja
    unsaid = without_proof(promised(made), "value").says
    assert unsaid.en.startswith(
        "With a list like this nobody can check whether contacts help, and not even whether they pay"
    )
    assert "cannot be checked with a list like this" not in unsaid.en
    assert "採算がとれるかどうかも、" in unsaid.ja
    assert unsaid.ja.startswith("このようなリストでは、試しても効果を確かめられません。")


@pytest.mark.parametrize(
    ("save", "decision", "english", "japanese"),
    [
        (Range(0.0, 0.0), Decision.NO_GO, "bring nothing", "得るものがありません"),
        (
            Range(0.0, 0.004),
            Decision.SMALL_ROUND,
            "there is no loss, but there may be no gain either",
            "何も得られないこともあります",
        ),
        (None, Decision.SMALL_ROUND, "as soon as anybody stays", "1人でも残れば"),
        (Range(0.3, 0.4), Decision.GO, "Go, if 30 to 40", "実施します。"),
    ],
)
def test_what_costs_nothing_and_brings_nothing_is_no_go(made, save, decision, english, japanese):
    free = {"value": "value", "contact_cost": 0.0, "incentive": 0.0, "save_rate": save}
    promise = promised(made, **free, currency="$")
    assert promise.decision == decision
    assert english in promise.says.en
    assert japanese in promise.says.ja


def test_customers_without_an_amount_are_told(made):
    people, *rest = made
    listed = [row.row for row in made[3].rows]
    value = people.value.copy()
    value[listed[:7]] = np.nan
    line = promised((replace(people, value=value), *rest), **MONEY).lines[-1]
    assert "7 of the 100 on the list have no amount" in line.rests_on.en
    assert "リストの100人のうち7人は金額がない" in line.rests_on.ja
    assert "no amount" not in promised(made, **MONEY).lines[-1].rests_on.en
    value[listed] = np.nan
    nobody = promised((replace(people, value=value), *rest), **MONEY)
    assert "nobody on the list has an amount" in nobody.lines[-1].rests_on.en
    assert nobody.break_even is not None


def test_where_a_few_are_worth_most_the_money_says_so_and_is_wider(made):
    people, *rest = made
    dear = people.value.copy()
    dear[made[3].rows[3].row] = 20_000.0
    plain, uneven = (
        promised((replace(people, value=value), *rest), save_rate=Range(0.2, 0.2), **MONEY)
        for value in (people.value, dear)
    )
    says = uneven.lines[-1].rests_on
    part = round(100 * uneven.few.part)
    assert f"one of the 100 on the list holds {part}% of" in says.en
    assert "half" not in says.en
    assert "リストの100人のうち1人のもの" in says.ja
    # On top as well, with the break-even of all others: with the one customer it paid from 1 of 100.
    needed = int(np.ceil(round(100 * share_to_pay(uneven.few.others_leave, uneven.few.others_value, Offer(4, 10)), 6)))
    assert needed > 100 * uneven.break_even
    assert f"One of the 100 holds {part}%" in uneven.says.en
    assert f"Without that one it pays from {needed} of 100" in uneven.says.en
    assert f"その人を除くと、採算がとれるのは、解約するはずの100人のうち{needed}人以上" in uneven.says.ja
    assert plain.few is None
    assert "Without" not in plain.says.en
    assert "% of what" not in plain.lines[-1].rests_on.en
    assert uneven.profit.high - uneven.profit.low > 8 * (plain.profit.high - plain.profit.low)


def test_the_range_of_the_kept_says_why_it_is_no_product_of_the_ends(made):
    line = next(each for each in promised(made, save_rate=Range(0.1, 0.3)).lines if each.name == "kept")
    assert "the luck of who of them stays" in line.rests_on.en
    assert "誰が残るかの運から計算" in line.rests_on.ja


@pytest.mark.parametrize(
    ("missed", "on", "english", "japanese"),
    [
        (Counted(0, 50), MISSED, "nobody, where it was tried", "試したときは、いなかった"),
        (Counted(0, 50), ALL_ON, "nobody", "いない"),
        (Counted(0, 2), BESIDE, "hardly anybody is expected", "ほとんどいない見込み"),
        (Counted(1, 500), BESIDE, "fewer than 1 of 100 who leave", "解約する100人中1人未満"),
        (Counted(26, 50), MISSED, "52 of 100 who leave", "解約する100人中52人"),
    ],
)
def test_whom_the_list_misses_is_said_as_people(made, missed, on, english, japanese):
    """What was rounded to nobody was not seen where it was tried."""
    promise = promised(made)
    says = next(
        each.says
        for each in in_lines(replace(promise, evidence=replace(promise.evidence, missed=missed, missed_on=on)))
        if each.name == "misses"
    )
    assert says.en.startswith(english)
    assert says.ja.startswith(japanese)
    assert (on == MISSED) or "where it was tried" not in says.en


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
    evidence = counted(people, split, held, at_risk)
    assert evidence.missed.count == 0
    assert evidence.missed_on == ALL_ON
    # “Of the first 1,500 of 1,500” chose nobody.
    assert "(of all of them, " in evidence.rests_on.en
    assert "(その全員では" in evidence.rests_on.ja
    # Nor were leavers there missed by a list that everybody is on.
    split = parts(range(1_500), range(1_500, 3_000), np.arange(3_000), "not yet known")
    evidence = counted(people, split, held, make_list(people, split, held, COLUMNS, read_words(people, COLUMNS), 5_000))
    assert evidence.rests_on.en.endswith("of all 1,500 later customers left")
    assert "1,500人全員のうち" in evidence.rests_on.ja
    assert evidence.missed.count == 0
    assert evidence.missed_on == ALL_ON


DAYS = pd.Series(pd.to_datetime(["2026-01-31", "2026-04-30", "2026-07-31"]))


@pytest.mark.parametrize(
    ("within", "observed", "english", "japanese"),
    [
        ("3 months", DAYS, "On 1 November 2026, if the contacts go out on 1 August 2026", "2026年11月1日"),
        ("1か月", DAYS, "On 1 September 2026", "最後の連絡から1か月後"),
        ("2 weeks", DAYS, "On 15 August 2026", "2週間後"),
        ("", DAYS, "On 30 October 2026", "最後の連絡から90日後"),
        ("3 months", None, "3 months after the last contact", "3か月後"),
        ("a season", DAYS, "a season after", "a season後"),
        ("", None, "One period after", "1期間後"),
        ("", pd.Series(pd.date_range("2026-01-01", periods=90)), "One period after", "1期間後"),
        ("", DAYS.head(1), "One period after", "1期間後"),
    ],
)
def test_when_to_look(within, observed, english, japanese):
    says = when_to_look(within, observed, date(2026, 8, 1))
    assert english in says.en
    assert japanese in says.ja


@pytest.mark.parametrize(
    ("today", "old", "english", "japanese"),
    [
        (date(2026, 7, 31), False, "On 31 October 2026, if", "このページを作った2026年7月31日に連絡するなら2026年10月31日"),
        # What came of the latest look is known by now: else there would be nothing to count.
        (date(2026, 10, 31), False, "On 31 January 2027, if", "連絡するなら2027年1月31日"),
        (date(2027, 5, 1), True, "3 months after the last contact. (The latest look is of 31 July 2026: the table is old",
         "最後の連絡から3か月後。(表の最後の日付は2026年7月31日で、表が古くなっています"),
        (date(2026, 7, 30), False, "lies in the future", "まだ先の日付"),
    ],
)  # fmt: skip
def test_the_day_to_look_never_lies_in_the_past_and_only_an_old_table_is_called_old(today, old, english, japanese):
    """“Contact 100 customers” stood on top, and “the table is old” beside the day to look."""
    says = when_to_look("3 months", DAYS, today, old)
    assert english in says.en
    assert japanese in says.ja
    assert ("the table is old" in says.en) == old
    guessed = when_to_look("", DAYS, today, old)
    assert ("On 29 October" in guessed.en) == (today == date(2026, 7, 31))
    assert "That is a guess" in guessed.en


def test_a_day_to_look_that_is_only_guessed_is_said_to_be_a_guess():
    for within, is_guess in (("", True), ("3 months", False)):
        says = when_to_look(within, DAYS, date(2026, 8, 1))
        assert ("That is a guess" in says.en) == is_guess
        assert ("この日は目安です" in says.ja) == is_guess


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
        promise = with_stop(promised(made, **more), 50, 50, more.get("within", ""))
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


@pytest.mark.parametrize("part", [0.5, 0.9])
def test_the_money_of_those_who_are_contacted_is_theirs_alone(made, part):
    """The box told somebody to contact 42 of 100, and gave the money of 100."""
    promise = promised(made, **MONEY, save_rate=Range(0.1, 0.3))
    alone = frozenset(range(1, 101, round(1 / (1 - part))))
    told = of_those_contacted(promise, alone, "value")
    worth, contacted = promise.evidence.worth, np.array([place not in alone for place in range(1, 101)])
    assert told.of_contacted.middle == pytest.approx(promise.profit.middle * contacted.mean(), rel=0.3, abs=150)
    assert told.of_contacted.high < promise.profit.high
    # Whoever is left alone costs nothing and brings nothing: the two parts add up draw by draw, and so do their averages.
    offer, success = promise.offer, Assumed(Range(0.2, 0.2))
    both = [worth.profit(promise.evidence.hits, success, offer, 0.0, 0, who).middle for who in (contacted, ~contacted)]
    assert sum(both) == pytest.approx(
        worth.profit(promise.evidence.hits, success, offer, 0.0, 0).middle, rel=0.1, abs=60
    )
    assert [line.name for line in told.lines][-2:] == ["profit", "profit_contacted"]
    assert f"for the {contacted.sum()} customers" in told.lines[-1].what.en
    assert f"連絡する{contacted.sum()}人" in told.lines[-1].what.ja
    assert of_those_contacted(promise, frozenset(), "value") is promise
    assert of_those_contacted(promised(made), alone, "").of_contacted is None


def test_where_only_the_whole_list_pays_at_its_low_end_a_small_round_comes_first(made):
    sure = promised(made, value="value", contact_cost=0.5, incentive=0.0, save_rate=Range(0.3, 0.3))
    assert sure.decision == Decision.GO
    told = of_those_contacted(sure, frozenset(range(4, 101)), "value")
    assert told.of_contacted.low <= 0 < sure.profit.low
    assert told.decision == Decision.SMALL_ROUND
    assert "low end of the range pays" not in told.says.en


def test_a_contact_that_costs_nothing_pays_with_the_first_who_stays(made):
    """“When 0 of 100 stay” is no condition."""
    free = promised(made, value="value", contact_cost=0.0, incentive=0.0)
    line = next(line for line in free.lines if line.name == "break_even")
    assert (line.says.en, line.says.ja) == (
        "with the first who stays because of the contact",
        "連絡のおかげで1人でも残るとき",
    )


def test_what_pays_only_with_more_leavers_than_expected_is_not_said_to_pay_never(made):
    """“Never, even if all of them stayed” stood on a page whose own range held enough leavers."""
    promise = promised(made, value="value", contact_cost=1.0, incentive=0.0, save_rate=Range(0.05, 0.1))
    leave = promise.evidence.hits.share
    cost = (leave + promise.most_leave) / 2 * promise.evidence.value
    seldom = promised(made, value="value", contact_cost=cost, incentive=0.0, save_rate=Range(0.05, 0.1))
    assert seldom.break_even > 1 > seldom.break_even_of_most
    assert seldom.decision == Decision.NO_GO
    most = f"{100 * seldom.most_leave:.0f}"
    line = next(line for line in seldom.lines if line.name == "break_even")
    assert f"as many as {most} of 100 leaving" in seldom.says.en
    assert f"多めにみて100人中{most}人" in seldom.says.ja
    assert f"with {most} of 100, when" in line.says.en
    assert f"100人中{most}人が解約する場合は" in line.says.ja
    never = promised(made, value="value", contact_cost=100 * cost, incentive=0.0, save_rate=Range(0.05, 0.1))
    assert "even if everybody who would leave stayed, the contacts would cost more" in never.says.en
    dear = promised(made, value="value", contact_cost=0.1 * cost, incentive=100 * cost, save_rate=Range(0.05, 0.1))
    assert "the incentive, which goes to everybody who stays, would cost more" in dear.says.en
    assert "特典の費用のほうが大きくなります(もともと残る人にも渡すためです)" in dear.says.ja


def test_where_only_the_first_of_a_list_pay_a_shorter_one_is_proposed(made):
    """Said of a list of 1,046 was that there is nothing to try, though its first 38 paid by the numbers beside them."""
    people, split, held, at_risk = made
    first = people.ids.isin([row.id for row in at_risk.rows[:10]])
    people = replace(people, value=pd.Series(np.where(first, 200.0, 20.0), people.value.index))

    def promised_at(cost):
        asked = request(value="value", contact_cost=cost, incentive=0.0, save_rate=Range(0.14, 0.16))
        return make_promise(asked, people, split, held, at_risk)

    promise = promised_at(15.0)
    assert (promise.decision, promise.first_that_pay) == (Decision.NO_GO, 10)
    assert "the first 10 alone would pay" in promise.says.en
    assert "上位10人だけなら" in promise.says.ja
    assert promised_at(3_000.0).first_that_pay == 0
    assert promised_at(0.1).first_that_pay == 0
