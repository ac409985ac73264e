"""Planted rules are found among thirty columns of noise, said with round numbers, and their reasons add up."""

from __future__ import annotations

import re
from time import process_time

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit

from mlcurric.report.contest.better import pairs_told
from mlcurric.report.contest.contenders import Contender, expected_hits
from mlcurric.report.contest.day_words import DAYS_BEFORE, days_ahead, said_days
from mlcurric.report.contest.questions import Both, Group, Question, roundest, said_border
from mlcurric.report.contest.rule_choice import best_family
from mlcurric.report.contest.rule_pairs import paired
from mlcurric.report.contest.rule_search import coded, grown, refined
from mlcurric.report.contest.rule_words import said_answers, said_groups, said_order
from mlcurric.report.contest.rules import Groups, Order, learn_rule
from mlcurric.subject.explain.contributions import PROBABILITY
from mlcurric.subject.explain.reasons import reason_codes
from mlcurric.subject.explain.wordings import Wording
from mlcurric.text import T
from tests.report.planted import RULES, two_cells, with_rule

SHARE = 0.1


def best_possible(kind: str, share: float) -> float:
    """Hits of each listed customer, if one knew the planted rule."""
    table, left = with_rule(20_000, kind, seed=99)
    chance = {
        "flag": table["price_rise"],
        "threshold": table["days_since_login"] > 60,
        "and": (table["days_since_login"] > 30) & (table["plan"] == "b"),
        "band": table["tenure"].between(10, 14),
        "order": table["days_since_login"],
    }[kind]
    return expected_hits(left, chance.to_numpy(float), share * len(left)) / (share * len(left))


@pytest.mark.parametrize("kind", RULES)
@pytest.mark.parametrize("rows", [1_000, 4_000])
def test_a_planted_rule_is_found(kind, rows):
    table, left = with_rule(rows, kind, seed=rows)
    rule = learn_rule(table, left, SHARE)
    later, gone = with_rule(20_000, kind, seed=99)
    found = expected_hits(gone, rule.risk(later), SHARE * len(gone)) / (SHARE * len(gone))
    assert found > 0.93 * best_possible(kind, SHARE)
    assert isinstance(rule, Contender)


def test_with_enough_rows_it_is_said_as_it_was_planted():
    wanted = {
        "flag": ("price_rise: yes", "price_riseが「はい」"),
        "threshold": ("days_since_login 61 or more", "days_since_loginが61以上"),
        "band": ("tenure from 10 to 14", "tenureが10〜14"),
        "and": ("plan: b and days_since_login 31 or more", "planが「b」、かつdays_since_loginが31以上"),
        "order": ("By days_since_login, highest first.", "days_since_loginが大きい順。"),
    }
    for kind, (en, ja) in wanted.items():
        says = learn_rule(*with_rule(12_000, kind, seed=1), SHARE).says
        assert en in says.en, says
        assert ja in says.ja, says


def test_the_words_given_later_are_used():
    table, left = with_rule(8_000, "and", seed=2)
    words = {
        "days_since_login": Wording(
            T("days since last login", "最後のログインから"), says=T("{value} days", "{value}日")
        ),
        "plan": Wording(T("plan", "プラン"), values={"b": T("Basic", "ベーシック")}),
    }
    said = learn_rule(table, left, SHARE).in_words(words)
    assert "plan: Basic and days since last login 31 days or more" in said.en
    assert "プランが「ベーシック」、かつ最後のログインからが31日以上" in said.ja


def test_the_same_rows_teach_the_same_rule():
    table, left = with_rule(1_500, "and", seed=3)
    assert learn_rule(table, left, SHARE).says == learn_rule(table, left, SHARE).says


@pytest.mark.parametrize("kind", ["and", "band", "order"])
def test_reasons_add_up_to_the_share_of_the_group(kind):
    table, left = with_rule(4_000, kind, seed=4)
    rule = learn_rule(table, left, SHARE)
    found = rule.contributions(table.head(300), table)
    assert found.scale == PROBABILITY
    np.testing.assert_allclose(found.score, rule.risk(table.head(300)), atol=1e-12)
    codes = reason_codes(found, table.head(300)[list(rule.columns)], table[list(rule.columns)])
    assert all(sum(one.points for one in code.reasons) + code.rest == code.points for code in codes)
    if kind == "order":
        assert list(found.values) == ["days_since_login"]


def test_fit_counts_anew_and_asks_the_same():
    table, left = with_rule(4_000, "flag", seed=5)
    rule = learn_rule(table, left, SHARE)
    again = rule.fit(table, ~left)
    assert [*again.group.questions()] == [*rule.group.questions()]
    assert again.group.share == 1 - rule.group.share
    with pytest.raises(ValueError, match="nothing to learn"):
        rule.fit(table, np.ones(len(table), bool))


def test_an_order_keeps_its_order_and_places_blanks_and_what_lies_beyond():
    luck = np.random.default_rng(6)
    value = luck.exponential(30, 3_000)
    left = luck.random(3_000) < np.where(value > 20, 0.4, 0.05)
    value[:200] = np.nan
    rule = Order("value", True).fit(pd.DataFrame({"value": value}), left)
    asked = pd.DataFrame({"value": [0.0, 19, 21, 100, 1_000, 1e9, np.nan, -5]})
    risk = rule.risk(asked)
    order = asked["value"].dropna().sort_values().index
    assert (np.diff(risk[order]) > 0).all()
    assert ((risk > 0) & (risk < 1)).all()
    assert risk[6] == left[:200].mean()


@pytest.mark.parametrize("huge", [None, 9_999, 1e6, 1e15])
def test_one_huge_cell_moves_nothing_that_an_order_says(huge):
    luck = np.random.default_rng(12)
    value = luck.uniform(0, 200, 8_000).round(1)
    chance = np.maximum(1 / (1 + np.exp(-(value - 196) / 3)), 0.03)
    left = luck.random(8_000) < chance
    if huge:
        value[:5] = huge
        left[:5] = False
    rule = Order("value", True).fit(pd.DataFrame({"value": value[:5_600]}), left[:5_600])
    risk = rule.risk(pd.DataFrame({"value": value[5_600:]}))
    first = np.argsort(-risk, kind="stable")[:100]
    assert risk[first].mean() == pytest.approx(chance[5_600:][first].mean(), abs=0.1)
    # What is judged is the order that is listed, to nine digits.
    assert expected_hits(left[5_600:], risk, 40) == pytest.approx(left[5_600:][first[:40]].sum(), abs=2)


def test_an_order_by_money_of_which_few_have_most_says_what_came():
    luck = np.random.default_rng(13)
    money = np.exp(luck.normal(5, 2.2, 8_000))
    rank = money.argsort().argsort() / 8_000
    chance = np.maximum(1 / (1 + np.exp(-(rank - 0.98) / 0.012)), 0.03)
    left = luck.random(8_000) < chance
    rule = Order("money", True).fit(pd.DataFrame({"money": money}), left)
    step = rank >= 0.95
    assert rule.risk(pd.DataFrame({"money": money[step]})).mean() == pytest.approx(left[step].mean(), abs=0.02)


def test_of_hundreds_of_columns_a_pair_is_found_in_no_time():
    luck = np.random.default_rng(14)
    table = pd.DataFrame(luck.normal(size=(1_500, 300)), columns=[f"c{n}" for n in range(300)])
    left = luck.random(1_500) < np.where((table["c7"] > 0.8) & (table["c250"] < 0), 0.7, 0.1)
    start = process_time()
    pair = paired(coded(table), left)["pair"]
    assert {question.column for question in pair.questions()} == {"c7", "c250"}
    assert process_time() - start < 10


def test_of_a_or_b_both_are_said_though_a_alone_fills_the_list():
    def drawn(seed):
        luck = np.random.default_rng(seed)
        age, plan = luck.integers(18, 95, 3_000).astype(float), luck.choice(["a", "b", "c"], 3_000, p=[0.6, 0.3, 0.1])
        table = pd.DataFrame({"age": age, "plan": plan, "n": luck.normal(size=3_000), "m": luck.poisson(2.0, 3_000)})
        named = (age > 80) | (plan == "c")
        return table, luck.random(3_000) < np.where(named, 0.55, 0.08), named

    for seed in (0, 4):
        rule = learn_rule(*drawn(seed)[:2], 0.08)
        assert "– age 81 or more\n– age at most 80 and plan: c\n2. Everybody else" in rule.says.en
        assert "・ageが81以上\n・ageが80以下、かつplanが「c」\n2. そのほか" in rule.says.ja
        later, left, named = drawn(seed + 100)
        assert pairs_told(left, rule.risk(later)) > pairs_told(left, named.astype(float)) - 0.02


@pytest.mark.parametrize(
    ("lost", "more", "family"), [(0.02, 0.035, "3 groups"), (0.05, 0.035, "one question"), (0.02, 0.01, "one question")]
)
def test_two_of_100_on_the_list_are_no_reason_to_keep_quiet_about_b(lost, more, family):
    """“Gift or few opens” was said as “gift”: the list lost two of 100 where both are asked for, and the order of all rows was far better."""
    luck = np.random.default_rng(0).normal(scale=0.003, size=10)
    hits = {"one question": np.full(10, 0.92), "3 groups": 0.92 - lost + luck}
    pairs = {"one question": np.full(10, 0.70), "3 groups": 0.70 + more + luck}
    assert best_family(hits, hits, pairs) == family


def of_few(seed: int, rows: int = 14_000) -> tuple[pd.DataFrame, np.ndarray]:
    """Singles in their twelfth month, 8 of 1,000 customers, of whom 80 of 100 leave; of the others 4."""
    luck = np.random.default_rng(seed)
    months, kind = (
        luck.integers(0, 61, rows).astype(float),
        luck.choice(["single", "pair", "family"], rows, p=[0.5, 0.3, 0.2]),
    )
    table = pd.DataFrame({"visits": luck.gamma(2, 5, rows).round(1), "months": months, "kind": kind})
    return table, luck.random(rows) < np.where((months == 12) & (kind == "single"), 0.8, 0.04)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("share", [0.008, 0.1])
def test_a_group_of_less_than_1_of_100_is_the_first_line_where_it_stands_out(seed, share):
    says = learn_rule(*of_few(seed), share).says
    assert re.match(
        r"1\. Those with (months 12 and kind: single|kind: single and months 12) \(\d\d of 100 left\)\n", says.en
    ), says


@pytest.mark.parametrize("seed", range(2))
def test_a_small_group_is_found_beside_a_broad_one(seed):
    """Of one in ten, another 3 of 10 leave: a rule for lists as long is about them, and the few whom it is sure of still stand in it."""
    table, left = of_few(seed)
    luck = np.random.default_rng(seed + 10)
    table["old_card"] = luck.random(len(table)) < 0.1
    left = left | (table["old_card"].to_numpy() & (luck.random(len(table)) < 0.3))
    says = learn_rule(table, left, 0.05).says.en
    assert "months 12" in says, says
    assert "single" in says, says


def test_a_group_of_5_of_100_that_three_answers_tell_apart_is_found_beside_a_broad_one():
    """Only groups of 5 of 100 were asked a third question: two of the three answers single out more."""
    luck, border = np.random.default_rng(1), 0.05 ** (1 / 3)
    table = pd.DataFrame(luck.random((4_000, 4)), columns=list("xyzw"))
    named = ((table["x"] < border) & (table["y"] < border) & (table["z"] < border)).to_numpy()
    left = luck.random(4_000) < np.select([named, table["w"] < 0.2], [0.75, 0.25], 0.08)
    risk = learn_rule(table, left, 0.05).risk(table)
    assert named[np.argsort(-risk, kind="stable")[: named.sum()]].mean() > 0.7


@pytest.mark.parametrize("seed", [1, 4, 6])
def test_the_few_who_nearly_all_leave_come_first_on_a_list_that_is_far_longer(seed):
    """Of all without trips a few more leave than of others; nearly all of those whose card is not valid either, 2 of 100 customers.

    A list of 20 of 100 holds everybody without a trip, so it holds as many leavers whether the few are told apart or not.
    """
    luck = np.random.default_rng(seed)
    trips, card = (
        luck.poisson(2.2, 4_000),
        luck.choice(["valid", "expired", "expires soon"], 4_000, p=[0.85, 0.06, 0.09]),
    )
    late, few = luck.poisson(0.3, 4_000), (trips == 0) & (card != "valid")
    left = luck.random(4_000) < np.where(few, 0.82, expit(-2.9 + 0.3 * late - 0.1 * trips))
    table = pd.DataFrame({"trips": trips.astype(float), "card": card, "late": late.astype(float)})
    risk = learn_rule(table, left, 0.2).risk(table)
    assert few[np.argsort(-risk)[:50]].mean() > 0.9


@pytest.mark.parametrize("seed", range(3))
def test_the_few_are_asked_for_first_whatever_they_answer_to_the_question_about_many(seed):
    """Schools that pause leave, many boxes or few; and of all with few boxes 30 of 100 do, 3 of 10 customers."""
    luck = np.random.default_rng(seed)
    boxes, paused = luck.integers(1, 8, 6_000).astype(float), luck.integers(0, 40, 6_000).astype(float)
    kind = luck.choice(["home", "school"], 6_000, p=[0.93, 0.07])
    few = (kind == "school") & (paused >= 26)
    left = luck.random(6_000) < np.select([few, boxes <= 2], [0.92, 0.3], 0.06)
    table = pd.DataFrame({"boxes": boxes, "paused": paused, "kind": kind})
    rule = learn_rule(table, left, 0.3)
    assert few[np.argsort(-rule.risk(table), kind="stable")[: few.sum()]].mean() > 0.95
    assert "boxes" not in rule.says.en.splitlines()[0], rule.says.en


def test_luck_makes_no_group_of_less_than_1_of_100():
    """Two columns of which each value is rare: thousands of small groups, and in some of them twice as many left."""
    for seed in range(4):
        luck = np.random.default_rng(seed)
        table = pd.DataFrame({name: luck.choice([f"{n:02}" for n in range(30)], 14_000) for name in "abc"})
        left = luck.random(14_000) < (0.02, 0.1)[seed % 2]
        data = coded(table)
        for rule in (*grown(data, left), paired(data, left)["pair"]):
            named = Groups(refined(rule, table, data, left)).fit(table, left).group
            assert min(leaf.rows for _, leaf in named.leaves()) >= 140


def test_many_looks_at_a_few_customers_are_no_small_group_that_stands_out():
    """Ten looks at each of 1,400 customers, all ten alike, and who leaves a lot."""
    for seed in range(3):
        luck = np.random.default_rng(seed)
        table = pd.DataFrame({name: luck.choice([f"{n:02}" for n in range(30)], 1_400).repeat(10) for name in "abc"})
        left = (luck.random(1_400) < 0.1).repeat(10)
        smallest = {}
        for told, groups in (("rows alone", None), ("customers", np.arange(1_400).repeat(10))):
            data = coded(table, groups)
            rules = (*grown(data, left), paired(data, left)["pair"])
            smallest[told] = min(
                leaf.rows for rule in rules for _, leaf in Groups(rule).fit(table, left).group.leaves()
            )
        assert smallest["rows alone"] < 140 <= smallest["customers"]


def test_the_border_of_a_small_group_stays_its_own():
    luck = np.random.default_rng(1)
    table = pd.DataFrame({"km": luck.gamma(2, 1_000, 10_000).round(), "late": luck.poisson(0.4, 10_000).astype(float)})
    named = Both(((Question("late", above=1.0), True), (Question("km", above=331.0), False)))
    few = named.holds(table)
    rounded = named.rounded(table, np.ones(10_000, dtype=bool))
    # One in 200 of all is as many again as the group has.
    assert (rounded.holds(table) != few).sum() <= 0.1 * few.sum() < 0.005 * 10_000
    assert rounded != named


def test_a_second_pair_is_found_among_all_others_and_both_are_said():
    table, left = two_cells(4_000, 15)
    rule = learn_rule(table, left, 0.2)
    later, gone = two_cells(4_000, 16)
    risk = rule.risk(later)
    named = (later["tier"] + later["channel"]).isin(["goldweb", "bronzephone"])
    assert set(risk[named]) == {risk.max()}
    assert gone[risk == risk.max()].mean() > 0.4
    said = rule.says
    assert "– tier: bronze and channel: phone\n– tier: gold and channel: web\n2. Everybody else" in said.en
    assert "・tierが「bronze」、かつchannelが「phone」\n・tierが「gold」、かつchannelが「web」\n2. そのほか" in said.ja
    found = rule.contributions(later.head(300), table)
    np.testing.assert_allclose(found.score, risk[:300], atol=1e-12)


def test_who_is_named_by_a_pair_that_stands_above_is_not_said_again():
    def both(column, value):
        return Both(((Question(column, value=value), True), (Question("plan", value="b"), True)))

    def lines(first, second, other):
        rule = Group(0, 0, first, Group(100, 50), Group(0, 0, second, other, Group(900, 45)))
        return said_groups(rule, {}, (), (), ())

    below = lines(both("tier", "x"), both("shop", "y"), Group(100, 20))
    assert below.en.split("\n")[1] == "2. Those with shop: y and plan: b (20 of 100 left)"
    # Whoever gave all four answers was asked the first two first.
    above = lines(both("tier", "x"), both("shop", "y"), Group(100, 80))
    assert above.en.startswith(
        "1. Those with shop: y and plan: b and (tier: anything but “x” or plan: anything but “b”) (80 of 100 left)\n2."
    )
    assert above.ja.startswith("1. shopが「y」、かつplanが「b」、かつ(tierが「x」以外またはplanが「b」以外)の顧客")
    apart = lines(both("tier", "x"), both("tier", "y"), Group(100, 80))
    assert apart.en.startswith("1. Those with tier: y and plan: b (80 of 100 left)\n2.")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((Question("a", above=5.0), True), (Question("a", above=5.0), False), True),
        ((Question("a", above=5.0), True), (Question("a", above=3.0), False), True),
        ((Question("a", above=5.0), True), (Question("a", above=8.0), False), False),
        ((Question("a", blank=True), True), (Question("a", above=8.0), True), True),
        ((Question("a", value="x"), True), (Question("a", value="y"), True), True),
        ((Question("a", value="x"), True), (Question("a", value="y"), False), False),
        ((Question("a", value="x"), True), (Question("b", value="y"), True), False),
        ((Question("a", above=5.0, blank=True), False), (Question("a", blank=True), True), True),
        ((Question("a", above=5.0, blank=True), True), (Question("a", above=3.0), False), False),
    ],
)
def test_answers_that_nobody_can_give_at_once(one, other, apart):
    assert Both((one,)).excludes(Both((other,))) == Both((other,)).excludes(Both((one,))) == apart


def test_groups_that_hardly_differ_are_not_told_apart():
    inner = Group(0, 0, Question("b", above=0.0))
    rule = Group(
        0, 0, Question("a", above=0.0), Group(100, 50, inner.question, Group(60, 31), Group(40, 19)), Group(900, 30)
    )
    pooled = rule.alike_pooled()
    assert [question.column for question in pooled.questions()] == ["a"]
    assert pooled.yes.share == 0.5


def test_the_columns_of_the_first_group_are_those_that_lead_to_it():
    rule = Group(
        0,
        0,
        Question("a", above=0.0),
        Group(100, 60),
        Group(0, 0, Question("b", value="x"), Group(50, 5), Group(900, 30)),
    )
    assert Groups(rule).first_columns == ("a",)
    assert Groups(rule).columns == ("a", "b")
    assert Order("c", True).first_columns == ("c",)


def test_borders_are_round_and_part_the_rows_as_before():
    assert [roundest(*ends) for ends in ((44.7, 46.2), (-3, 2), (12, 13), (0.24, 0.26), (1_180, 1_240), (0.28, 0.31))] == [
        45, 0, 12, 0.25, 1_200, 0.3,
    ]  # fmt: skip
    values = np.random.default_rng(0).gamma(1.5, 20, 5_000)
    for border in np.quantile(values, [0.1, 0.5, 0.9]):
        said = said_border(values, border)
        assert len(f"{said:g}") <= 4
        assert ((values > said) != (values > border)).mean() <= 0.006


def test_blanks_and_other_texts_are_said():
    asked = (
        (Question("nps", blank=True), True),
        (Question("plan", value="b"), False),
        (Question("fee", above=9.0), False),
    )
    said = said_answers(asked, {}, gaps=("fee",))
    assert said.en == "nps blank and plan: anything but “b” and fee at most 9 (or blank)"
    assert said.ja == "npsが空欄、かつplanが「b」以外、かつfeeが9以下(空欄も含む)"


@pytest.mark.parametrize(
    ("answers", "en", "ja"),
    [
        (((Question("fee", above=2.0), False), (Question("fee", blank=True), True)), "fee blank", "feeが空欄"),
        (((Question("fee", above=2.0), False), (Question("fee", blank=True), False)), "fee at most 2", "feeが2以下"),
        (((Question("fee", above=2.0, blank=True), False),), "fee at most 2", "feeが2以下"),
        (
            ((Question("fee", above=2.0, blank=True), True), (Question("fee", above=8.0), False)),
            "fee more than 2 and up to 8 (or blank)",
            "feeが2超8以下(空欄も含む)",
        ),
        (
            ((Question("fee", above=2.0, blank=True), True), (Question("fee", above=2.0), False)),
            "fee blank",
            "feeが空欄",
        ),
        (
            ((Question("fee", value="b"), False), (Question("fee", blank=True), False)),
            "fee: anything but “b”",
            "feeが「b」以外",
        ),
        (((Question("fee", value="b"), False),), "fee: anything but “b” (or blank)", "feeが「b」以外(空欄も含む)"),
        (((Question("fee", blank=True), False),), "fee filled in", "feeに記入あり"),
    ],
)
def test_all_answers_about_a_column_are_said_as_one_with_its_blanks(answers, en, ja):
    """“Months left at most 2 (or blank) and months left blank” was printed."""
    assert said_answers(answers, {}, gaps=("fee",)) == T(en, ja)


@pytest.mark.parametrize("seed", range(3))
def test_blanks_hide_no_rule_about_numbers(seed):
    """Blanks were counted among the lowest numbers: of two groups, each told apart by two answers, one was lost or both were watered down."""
    luck, rows = np.random.default_rng(seed), 4_000
    table = pd.DataFrame(
        {
            "visits": luck.integers(0, 30, rows).astype(float),
            "calls": luck.poisson(2, rows).astype(float),
            "points": luck.gamma(2, 50, rows).round(),
            "app": luck.choice(["yes", "no"], rows),
        }
    )
    table.loc[luck.random(rows) < 0.1, "visits"] = np.nan
    table.loc[luck.random(rows) < 0.2, "points"] = np.nan
    likely = np.where(table["app"].eq("yes") & (table["visits"] < 6), 0.35, 0.08)
    likely[(table["points"] < 37) & (table["calls"] >= 3)] = 0.7
    rule = learn_rule(table, luck.random(rows) < likely, 0.15)
    first, second, _ = rule.says.en.split("\n")
    assert all(each in first for each in ("points at most 3", "calls 3 or more"))
    assert all(each in second for each in ("visits at most 5", "app: "))
    assert "blank" not in rule.says.en


def test_blanks_that_leave_as_often_as_low_numbers_stand_with_them():
    luck, rows = np.random.default_rng(3), 4_000
    table = pd.DataFrame({"points": luck.gamma(2, 50, rows).round(), "other": luck.normal(size=rows)})
    table.loc[luck.random(rows) < 0.1, "points"] = np.nan
    low = table["points"].isna() | (table["points"] <= 40)
    assert "at most 40 (or blank)" in learn_rule(table, luck.random(rows) < np.where(low, 0.6, 0.05), SHARE).says.en
    high = table["points"].isna() | (table["points"] > 150)
    assert "151 or more (or blank)" in learn_rule(table, luck.random(rows) < np.where(high, 0.6, 0.05), SHARE).says.en


def test_blanks_can_be_the_rule():
    luck = np.random.default_rng(7)
    table = pd.DataFrame(
        {"score": np.where(luck.random(3_000) < 0.2, np.nan, luck.normal(size=3_000)), "n": luck.normal(size=3_000)}
    )
    left = luck.random(3_000) < np.where(table["score"].isna(), 0.5, 0.05)
    assert "score blank" in learn_rule(table, left, SHARE).says.en


def test_without_anything_to_ask_everybody_is_alike():
    rule = learn_rule(pd.DataFrame({"same": np.ones(500)}), np.arange(500) % 10 == 0, SHARE)
    assert isinstance(rule, Groups)
    assert rule.columns == ()
    assert set(rule.risk(pd.DataFrame({"same": [1.0]}))) == {0.1}
    assert rule.contributions(pd.DataFrame({"same": [1.0]}), pd.DataFrame({"same": [1.0]})).base == 0.1


def test_hits_are_those_of_all_lots_on_average():
    left = np.array([True, False, True, False, False])
    assert expected_hits(left, np.array([0.9, 0.9, 0.5, 0.5, 0.5]), 3) == pytest.approx(1 + 1 / 3)
    assert expected_hits(left, np.zeros(5), 5) == 2


def test_numbers_flags_and_days_are_said_as_the_table_and_people_say_them():
    words = {
        "late": Wording(T("late payments", "支払遅延回数"), says=T("{value} times", "{value}回")),
        "link": Wording(T("link", "レセプト連携"), values={True: T("有", "有"), False: T("無", "無")}),
        "began": Wording(T("contract", "契約日"), says=DAYS_BEFORE),
    }
    rule = Group(
        0, 0, Question("late", above=0.0),
        Group(100, 60),
        Group(0, 0, Question("link", above=0.0), Group(500, 5), Group(0, 0, Question("began", above=950.0), Group(40, 3), Group(80, 40))),
    )  # fmt: skip
    said = said_groups(rule, words, flags={"link"}, whole={"late"}, gaps=()).ja.split("\n")
    assert said[0] == "1. 支払遅延回数が1回以上の顧客(100人中60人が解約)"
    assert said[1] == (
        "2. 支払遅延回数が0回、かつレセプト連携が「無」、かつ契約日から950日以内の顧客(100人中50人が解約)"
    )
    assert said[-1].startswith("4. そのほかの顧客")
    # Below 0 there may be somebody, too.
    assert "支払遅延回数が0回以下" in said_groups(rule, words, {"link"}, {"late"}, (), around={"late"}).ja
    assert said_order("began", True, words).ja == "契約日が古い順。"
    assert said_order("began", False, words).en == "By contract, the latest day first."


def test_where_few_leave_the_shares_of_a_rule_are_of_1000_like_the_points():
    """“1 of 100 left”, “fewer than 1 of 100 left”: 13 and 4 of 1,000."""
    rule = Group(0, 0, Question("late", above=0.0), Group(2_000, 26), Group(18_000, 72))
    said = said_groups(rule, {}, flags=(), whole={"late"}, gaps=())
    assert "(13 of 1,000 left)" in said.en
    assert "(4 of 1,000 left)" in said.en
    assert "(1,000人中13人が解約)" in said.ja


def test_groups_at_the_same_place_stand_below_each_other():
    rule = Group(
        0, 0, Question("a", above=0.5),
        Group(100, 50),
        Group(0, 0, Question("b", value="x"), Group(100, 50), Group(900, 9)),
    )  # fmt: skip
    said = said_groups(rule, {}, (), (), ()).ja.split("\n")
    assert said == [
        "1. 次のどれかにあてはまる顧客(100人中50人が解約)",
        "・aが0.5超",
        "・aが0.5以下、かつbが「x」",
        "2. そのほかの顧客(100人中1人が解約)",
    ]


def bands(rows: int, seed: int) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Column → its values as tables hold them, and who is in a narrow band of them."""
    luck = np.random.default_rng(seed)
    score = luck.normal(50, 10, rows).round(1)
    price = luck.uniform(10, 20, rows).round(2)
    temp = luck.normal(36.6, 0.35, rows).round(1)
    yen = luck.integers(100, 900, rows) * 130.0
    many = luck.integers(0, 40_000, rows) * 1.0
    return {
        "score": (score, (score >= 50.5) & (score <= 51.9)),
        "price": (price, (price > 14.37) & (price <= 14.98)),
        "temp": (temp, temp >= 37.3),
        "yen": (yen, (yen > 12_345) & (yen < 20_000)),
        "many": (many, (many > 12_345) & (many < 15_678)),
        "days": (many % 1_500, (many % 1_500) > 1_390),
        "soon": (-(many % 365) - 1, many % 365 < 44),
        "ahead": (-(many % 365) - 1, (many % 365 > 100) & (many % 365 < 140)),
        "mixed": (many % 365 - 200, (many % 365 - 200) > -45),
        "around": (many % 365 - 200, ((many % 365 - 200) > -45) & ((many % 365 - 200) <= 10)),
        "hours": (-many / 100 - 0.5, many < 4_000),
        "noise": (luck.normal(size=rows), score < 0),
    }


# Of days, with what lies after the look below 0: from so many days before, or in so many.
_up_to, _not_after = (lambda values, ago: values <= ago), (lambda values, ahead: -values <= ahead)
_in_more, _in_less = (lambda values, ahead: -values >= ahead), (lambda values, ahead: -values < ahead)
_in_up_to = _not_after
_BORDERS = {
    "en": [
        (r"from ([\d.,−]+) days ago to ([\d.,−]+) days ahead", _up_to, _not_after),
        (r"in ([\d.,−]+) days or more and less than ([\d.,−]+)", _in_more, _in_less),
        (r"in ([\d.,−]+) to ([\d.,−]+) days", _in_more, _in_up_to),
        (r"in less than ([\d.,−]+)() days", _in_less, None),
        (r"in ([\d.,−]+)() days or more", _in_more, None),
        (r"from ([\d.,−]+) to ([\d.,−]+)", np.greater_equal, np.less_equal),
        (r"more than ([\d.,−]+) and up to ([\d.,−]+)", np.greater, np.less_equal),
        (r"more than ([\d.,−]+)()", np.greater, None),
        (r"([\d.,−]+) or more()", np.greater_equal, None),
        (r"()at most ([\d.,−]+)", None, np.less_equal),
        (r"()within the last ([\d.,−]+) days", None, np.less_equal),
    ],
    "ja": [
        (r"([\d.,−]+)日前から([\d.,−]+)日後まで", _up_to, _not_after),
        (r"まで([\d.,−]+)日以上([\d.,−]+)日未満", _in_more, _in_less),
        (r"まで([\d.,−]+)〜([\d.,−]+)日", _in_more, _in_up_to),
        (r"まで([\d.,−]+)()日未満", _in_less, None),
        (r"まで([\d.,−]+)()日以上", _in_more, None),
        (r"([\d.,−]+)〜([\d.,−]+)", np.greater_equal, np.less_equal),
        (r"([\d.,−]+)(?:超|を過ぎ)([\d.,−]+)(?:以下|日以内)", np.greater, np.less_equal),
        (r"([\d.,−]+)(?:超|日を過ぎた)()", np.greater, None),
        (r"([\d.,−]+)以上()", np.greater_equal, None),
        (r"()([\d.,−]+)(?:以下|日以内)", None, np.less_equal),
    ],
}


def by_the_words(said: str, values: np.ndarray, lang: str) -> np.ndarray:
    """Whom somebody finds who has nothing but the words about one column of numbers."""
    for form, above, below in _BORDERS[lang]:
        if found := re.search(form, said):
            low, high = (float(each.replace(",", "").replace("−", "-") or "nan") for each in found.groups())
            # Only one end is named: what is past, or still to come, is in it only if that is said.
            if re.search(r"within the last|日以内", said) and not re.search(r"or still to come|これからの日も", said):
                assert (values >= 0).all()
            if re.search(r"in less than|日未満", said) and not re.search(r"past already|過ぎた日も|or more|以上", said):
                assert (values < 0).all()
            holds = np.ones(len(values), dtype=bool)
            holds &= above(values, low) if above else True
            return holds & (below(values, high) if below else True)
    raise AssertionError(f"No border in {said!r}")


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("column", sorted(bands(1, 0)))
def test_whoever_goes_by_the_words_finds_the_customers_of_the_rule(column, lang):
    """“More than 50 and up to 51” was printed of a rule from 50.5 to 51.4."""
    values, planted = bands(6_000, 21)[column]
    luck = np.random.default_rng(22)
    left = luck.random(6_000) < np.where(planted, 0.8, 0.05)
    table = pd.DataFrame({column: values, "other": luck.normal(size=6_000)})
    rounded = grown(coded(table), left)[1].rounded(table)
    rule = Groups(rounded).fit(table, left)
    days = ("days", "soon", "ahead", "mixed", "around", "hours")
    words = dict.fromkeys(days, Wording(T("visit", "訪問日"), says=DAYS_BEFORE))
    for answers, _ in rule.group.leaves():
        answers = tuple((each, answer) for each, answer in answers if each.column == column)
        if not answers:
            continue
        holds = np.logical_and.reduce([each.holds(table) == answer for each, answer in answers])
        said = said_answers(answers, words, rule.flags, rule.whole, rule.gaps, rule.around)
        assert (by_the_words(getattr(said, lang), values, lang) == holds).all(), said
        assert holds.any(), said


def test_borders_that_become_round_leave_nobody_out_of_words():
    """“More than 51 and up to 51”: both borders had been moved to the same round number."""
    values = np.r_[np.arange(0, 500) / 10, np.full(3, 50.6), np.full(3, 50.9), 51.2 + np.arange(500) / 10]
    table = pd.DataFrame({"x": values})
    inner = Group(0, 0, Question("x", above=50.95), Group(500, 5), Group(3, 3))
    rule = Group(0, 0, Question("x", above=50.7), inner, Group(503, 5)).rounded(table)
    for answers, _ in rule.leaves():
        assert np.logical_and.reduce([each.holds(table) == answer for each, answer in answers]).any()
    # An outer border that took all rows of the band takes its question, too.
    alone = Group(0, 0, Question("x", above=51.15), Group(9, 9), Group(9, 1))
    assert alone.rounded(table, values > 60) == Group(9, 9)
    assert alone.rounded(table, values < 40) == Group(9, 1)


def exchangeable(rows: int, seed: int) -> tuple[pd.DataFrame, np.ndarray]:
    """Two flags that do the same: each as often, and alone as little; only both together make many leave."""
    luck = np.random.default_rng(seed)
    table = pd.DataFrame({"light": luck.random(rows) < 0.2, "shop": luck.random(rows) < 0.2}).astype(float)
    both = (table["light"] == 1) & (table["shop"] == 1)
    return table, luck.random(rows) < np.where(both, 0.55, 0.1)


@pytest.mark.parametrize("order", [("light", "shop"), ("shop", "light")])
def test_answers_that_do_the_same_have_the_same_points_whichever_is_asked_first(order):
    table, left = exchangeable(40_000, 17)
    first, second = (Question(name, above=0.5) for name in order)
    rule = Groups(Group(0, 0, first, Group(0, 0, second, Group(), Group()), Group())).fit(table, left)
    both = table[(table["light"] == 1) & (table["shop"] == 1)].head(1)
    points = rule.contributions(both, table).values.iloc[0]
    assert points["light"] == pytest.approx(points["shop"], abs=0.02)
    assert points["light"] > 0.2
    # The average over both orders, counted here by hand.
    alone = [left[table[name] == 1].mean() for name in ("light", "shop")]
    together = left[(table["light"] == 1) & (table["shop"] == 1)].mean()
    by_hand = ((alone[0] - left.mean()) + (together - alone[1])) / 2
    assert points["light"] == pytest.approx(by_hand, abs=1e-12)


def test_a_column_that_is_asked_twice_is_one_reason_and_a_pair_has_its_own_points():
    table, left = exchangeable(20_000, 18)
    table["months"] = np.random.default_rng(19).integers(0, 60, len(table)).astype(float)
    left |= table["months"].between(10, 14).to_numpy()
    pair = Both(((Question("light", above=0.5), True), (Question("shop", above=0.5), True)))
    months = Group(
        0, 0, Question("months", above=9), Group(0, 0, Question("months", above=14), Group(), Group()), Group()
    )
    rule = Groups(Group(0, 0, pair, Group(), months)).fit(table, left)
    found = rule.contributions(table, table)
    np.testing.assert_allclose(found.score, rule.risk(table), atol=1e-12)
    named = (table["light"] == 1) & (table["shop"] == 1)
    assert (found.values.loc[named, "months"] == 0).all()
    between = found.values[table["months"].between(10, 14) & ~named].iloc[0]
    assert between["months"] > 0.6
    assert between["light"] == between["shop"] < 0


@pytest.mark.parametrize(
    ("low", "high", "around", "en", "ja"),
    [
        (-45, None, False, "renewal in less than 45 days", "更新日まで45日未満"),
        (-45, None, True, "renewal in less than 45 days (or past already)", "更新日まで45日未満(過ぎた日も含む)"),
        (None, -45, True, "renewal in 45 days or more", "更新日まで45日以上"),
        (-90, -45, False, "renewal in 45 to 89 days", "更新日まで45〜89日"),
        (-46, -45, False, "renewal in 45 days", "更新日まで45日"),
        (-45, 0, False, "renewal in 0 to 44 days", "更新日まで0〜44日"),
        (-45, 10, True, "renewal from 10 days ago to 44 days ahead", "更新日が10日前から44日後まで"),
        (-1, 10, True, "renewal within the last 10 days", "更新日から10日以内"),
        (
            None,
            10,
            True,
            "renewal within the last 10 days (or still to come)",
            "更新日から10日以内(これからの日も含む)",
        ),
        (None, 10, False, "renewal within the last 10 days", "更新日から10日以内"),
        (12, None, True, "renewal more than 12 days ago", "更新日から12日を過ぎた"),
        (0, None, True, "renewal past", "更新日を過ぎた"),
        (None, 0, True, "renewal not past yet", "更新日を過ぎていない"),
        (-1, None, True, "renewal on the day itself or past", "更新日が当日かそれより前"),
        (None, -1, True, "renewal still to come", "更新日がこれから"),
        (-2, None, False, "renewal in less than 2 days", "更新日まで2日未満"),
        (None, 1, False, "renewal within the last 1 day", "更新日から1日以内"),
    ],
)
def test_days_after_the_look_are_said_as_days_to_come(low, high, around, en, ja):
    assert said_days(T("renewal", "更新日"), low, high, True, around) == T(en, ja)


def test_days_with_hours_keep_their_borders():
    label = T("renewal", "更新日")
    assert said_days(label, -45.5, -2.0, False, False).ja == "更新日まで2日以上45.5日未満"
    assert said_days(label, -45.5, 2.0, False, True).en == "renewal from 2 days ago to less than 45.5 days ahead"


def test_reasons_and_orders_of_days_to_come():
    renewal = Wording(T("renewal", "更新日"), says=DAYS_BEFORE, below=days_ahead(T("renewal", "更新日")))
    assert renewal.value(-18.0) == T("in 18 days", "18日後")
    assert renewal.value(-1) == T("in 1 day", "1日後")
    assert renewal.value(3) == T("3 days before", "3日前")
    table = pd.DataFrame({"renewal": -np.arange(1.0, 401)})
    rule = Order("renewal", True).fit(table, np.arange(400) < 40)
    assert rule.in_words({"renewal": renewal}) == T("By renewal, the earliest day first.", "更新日が早い順。")
    codes = reason_codes(rule.contributions(table, table), table, table, {"renewal": renewal})
    assert codes[17].reasons[0].says == T("renewal: in 18 days (average: in 200 days)", "更新日: 18日後(平均: 200日後)")


def test_a_group_that_ends_in_a_verb_is_said_as_people_say_it():
    days = Wording(T("last login", "最終ログイン"), says=DAYS_BEFORE)
    rule = Group(0, 0, Question("last", above=12.0), Group(100, 60), Group(900, 20))
    said = said_groups(rule, {"last": days}, (), {"last"}, ()).ja
    assert said.startswith("1. 最終ログインから12日を過ぎた顧客(100人中60人が解約)")
    also = ((Question("last", above=12.0), True), (Question("plan", value="b"), True))
    assert said_answers(also, {"last": days}).ja == "最終ログインから12日を過ぎ、かつplanが「b」"
    neither = ((Both(((Question("last", above=12.0), False), (Question("plan", value="b"), True))), False),)
    assert said_answers(neither, {"last": days}) == T(
        "last login more than 12 days ago or plan: anything but “b”",
        "最終ログインから12日を過ぎたか、またはplanが「b」以外",
    )


def test_who_did_not_give_both_answers_is_said_without_a_not_and_is_the_same():
    luck = np.random.default_rng(5)
    table = pd.DataFrame(
        {
            "colour": luck.choice(list("rgb"), 400),
            "group": luck.choice(list("ABC"), 400),
            "score": luck.integers(45, 60, 400).astype(float),
        }
    )
    both = Both(((Question("colour", value="g"), False), (Question("group", value="C"), False)))
    answers = ((Question("score", above=49.0), True), (Question("score", above=52.0), False), (both, False))
    said = said_answers(answers, {}, whole={"score"})
    assert said.en == "score from 50 to 52 and (colour: g or group: C)"
    assert said.ja == "scoreが50〜52、かつ(colourが「g」またはgroupが「C」)"
    holds = np.logical_and.reduce([each.holds(table) == answer for each, answer in answers])
    by_words = table["score"].between(50, 52) & (table["colour"].eq("g") | table["group"].eq("C"))
    assert (holds == by_words).all()


def test_what_is_counted_is_many_or_few_in_japanese():
    for label, first, last in (
        ("利用回数", "多い", "少ない"),
        ("問い合わせ件数(30日)", "多い", "少ない"),
        ("指数", "大きい", "小さい"),
    ):
        words = {"x": Wording(T(label, label))}
        assert said_order("x", True, words).ja == f"{label}が{first}順。"
        assert said_order("x", False, words).ja == f"{label}が{last}順。"


def test_the_start_of_an_order_is_the_share_of_all_and_not_of_some_of_them():
    """“10 of 100 left” stood on top of a page, and “the average of all customers (11 of 100)” below: of 2,000 of its 4,114 rows."""
    luck = np.random.default_rng(2)
    table = pd.DataFrame({"calls": luck.poisson(2, 4_000).astype(float)})
    left = luck.random(4_000) < 0.03 * (1 + table["calls"].to_numpy())
    found = Order("calls", True).fit(table, left).contributions(table.head(5), table.tail(200))
    assert found.base == left.mean()
