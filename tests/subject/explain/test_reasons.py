"""mlcurric.subject.explain.reasons: at most four, in plain words, and they add up."""

import re

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject.clues import CLUES
from mlcurric.subject.explain.beside import beside_each_other
from mlcurric.subject.explain.contributions import Contributions, linear_contributions
from mlcurric.subject.explain.reasons import of_100, reason_codes, risk_after, rounded_to_add_up, signed
from mlcurric.subject.explain.wordings import SIMULATED, Wording, counts, default_wording
from mlcurric.subject.intervals import Measured
from mlcurric.subject.risk import learn_risk, predicted_risk
from mlcurric.subject.simulation.practice import load_customers
from mlcurric.text import LANGUAGES, T, speaking

SPRING, SUMMER = load_customers("spring"), load_customers("summer").head(500)
MODEL = learn_risk(SPRING)
FOUND = linear_contributions(MODEL, SUMMER, SPRING)
CODES = reason_codes(FOUND, SUMMER, SPRING, SIMULATED)


def codes_of(values: dict[str, float], rows: dict[str, object], scale="log-odds", base=-2.0, **options):
    """The reasons of one made-up customer, compared with ten of whom every second has another value."""
    row = pd.DataFrame([rows])
    background = pd.DataFrame([rows] * 5 + [{name: _other(value) for name, value in rows.items()}] * 5)
    return reason_codes(Contributions(pd.DataFrame([values]), base, scale), row, background, **options)[0]


def _other(value: object) -> object:
    return value + 10 if isinstance(value, int | float) and not isinstance(value, bool) else f"not {value}"


def test_the_points_of_every_customer_add_up():
    for codes, row in zip(CODES, FOUND.values.to_numpy(), strict=True):
        assert sum(one.points for one in codes.reasons) + codes.rest == codes.points
        assert codes.points == round(10 * row.sum())
        assert len(codes.reasons) <= 4
        assert all(abs(one.points) >= 1 for one in codes.reasons)


def test_each_reason_is_its_columns_contribution_and_the_largest_come_first():
    for codes, (_, row) in zip(CODES, FOUND.values.iterrows(), strict=True):
        sizes = [abs(row[one.column]) for one in codes.reasons]
        assert sizes == sorted(sizes, reverse=True)
        assert all(abs(one.points - 10 * row[one.column]) < 1 for one in codes.reasons)
        left_out = row.drop([one.column for one in codes.reasons]).abs()
        assert left_out.max() <= sizes[-1] or left_out.max() < 0.1


def test_the_risks_are_the_models():
    np.testing.assert_allclose([codes.risk for codes in CODES], predicted_risk(MODEL, SUMMER), atol=1e-9)
    assert CODES[0].base_risk == FOUND.base_risk


def test_a_number_lies_on_the_side_of_the_average_that_its_sign_says():
    """Points are counted from the average; were they shown beside a median, reader and points could disagree."""
    sign = dict(zip(CLUES, np.sign(MODEL[-1].coef_[0]), strict=True))
    means = SPRING[CLUES].astype(float).mean()
    for codes, (_, row) in zip(CODES, SUMMER.iterrows(), strict=True):
        for one in codes.reasons:
            assert np.sign(one.points) == sign[one.column] * np.sign(float(row[one.column]) - means[one.column])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_reason_claims_a_cause(lang):
    claims = re.compile(r"because|caus|due to|leads? to|driv|make[sn]?\b|原因|せい|ため|ので|から解約|によ(る|って|り)")
    with speaking(lang):
        said = {f"{one.says}" for codes in CODES for one in codes.reasons}
        for codes in CODES[:20]:
            said |= {codes.as_text(), codes.as_html()}
    assert not [text for text in said if claims.search(text)]


def test_every_clue_of_the_simulated_customers_is_worded_and_marked():
    assert set(SIMULATED) == set(CLUES)
    assert all(isinstance(word.actionable, bool) for word in SIMULATED.values())
    assert {name for name, word in SIMULATED.items() if word.action} == {
        name for name, word in SIMULATED.items() if word.actionable
    }


def test_the_words_of_a_customer_in_both_languages():
    row = pd.DataFrame([SUMMER.iloc[0].to_dict() | {"days_since_login": 41, "price_rise": True, "seat_change": 2}])
    (codes,) = reason_codes(linear_contributions(MODEL, row, SPRING), row, SPRING, SIMULATED, most=9)
    said = {one.column: one for one in codes.reasons}
    with speaking("en"):
        assert str(said["days_since_login"].says) == "days since last login: 41 (average: 8.3)"
        assert str(said["price_rise"].says) == "price went up at renewal: yes (as 10 of 100 customers)"
        assert str(said["seat_change"].own) == "+2"
    with speaking("ja"):
        assert str(said["days_since_login"].says) == "最後のログインからの日数: 41日(平均: 8.3日)"
        assert str(said["price_rise"].says) == "更新時の値上げ: あり(100人中10人が同じ)"
    assert said["price_rise"].actionable
    assert not said["days_since_login"].actionable


def test_a_value_that_hardly_anybody_else_has_is_not_said_to_be_had_by_nobody():
    background = pd.DataFrame({"area": ["Z1"] + ["Z2"] * 400})
    found = Contributions(pd.DataFrame({"area": [1.0]}), -2.0)
    said = reason_codes(found, background.head(1), background)[0].reasons[0].says
    assert said.en == "area: Z1 (as fewer than 1 of 100 customers)"
    assert said.ja == "area: Z1(100人中1人未満が同じ)"


def test_strange_columns_are_said_by_their_own_names():
    strange = {"月額(円)": 1200, "col_7": "Ｂ ", "": False, "地域<br>": None}
    codes = codes_of({"月額(円)": 1.0, "col_7": -0.5, "": 0.3, "地域<br>": 0.2}, strange)
    assert [one.points for one in codes.reasons] == [10, -5, 3, 2]
    assert [one.actionable for one in codes.reasons] == [None] * 4
    with speaking("en"):
        said = [str(one.says) for one in codes.reasons]
        assert "&lt;br&gt;" in codes.as_html()
        assert codes.as_html().count(">ask<") == 4
    assert said[0] == "月額(円): 1,200 (average: 1,205)"
    assert said[1] == "col_7: Ｂ (as 50 of 100 customers)"
    assert said[2].startswith("–: no (")
    assert said[3].startswith("地域<br>: unknown (")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([0.51, -0.5, 1.5, -1.499], "0"),
        ([0.031, 0.042, 0.038], "0.037"),
        ([7, 8, 10, 10], "8.8"),
        ([2.5], "2.5"),
        ([0.001, 0.001], "0.001"),
        ([np.nan, np.nan], "unknown"),
        ([1500.5, 2500.25], "2,000"),
        ([np.nan, 4.0], "4"),
    ],
)
def test_an_average_is_no_more_precise_than_its_column(values, said):
    background = pd.DataFrame({"x": values})
    row = background.tail(1)
    found = Contributions(pd.DataFrame({"x": [1.0]}, index=row.index), -2.0)
    with speaking("en"):
        assert reason_codes(found, row, background)[0].reasons[0].usual.en == f"average: {said}"


@pytest.mark.parametrize(
    ("values", "own", "said"),
    [
        # The decimals of the table.
        ([36.2, 36.6, 36.9, 37.2], 37.2, "37.2 (average: 36.7)"),
        ([20.5, 64.05, 118.75, 70.1], 106.35, "106.35 (average: 68.3)"),
        ([18_200.5, 90.25, 1_889.75], 1_889.5, "1,890 (average: 6,727)"),
        # Those that tell the value from the average: “51 (average: 51)” could be on either side.
        ([40, 60, 51, 54], 51, "51 (average: 51.2)"),
        ([49.9, 50.1, 50.1], 50.0, "50 (average: 50.03)"),
        # Noise has no end of digits.
        ([0.1234567, 0.7654321, 1.3], 1 / 3, "0.3333 (average: 0.73)"),
        ([4.5, 4.5], 4.5, "4.5 (average: 4.5)"),
    ],
)
def test_a_value_can_be_told_from_the_average(values, own, said):
    background, row = pd.DataFrame({"x": values}), pd.DataFrame({"x": [own]})
    found = Contributions(pd.DataFrame({"x": [1.0]}), -2.0)
    says = reason_codes(found, row, background)[0].reasons[0].says
    assert says.en == f"x: {said}"
    assert says.ja == f"x: {said}".replace(" (average", "(平均")


def test_a_column_of_ones_own_has_no_words_of_the_simulation():
    """A tenure in days is no “1,701 months”, although a column of the simulated customers has that name."""
    (reason,) = codes_of({"tenure": 1.0}, {"tenure": 1701}).reasons
    assert (reason.label, reason.own, reason.actionable) == (T("tenure", "tenure"), T("1,701", "1,701"), None)
    with speaking("ja"):
        table = beside_each_other(pd.DataFrame({"tenure": [1701]}), ["A"], [Measured(0.5, 0.4, 0.6)], ["tenure"])
    assert (table.index[1], table.iloc[1, 0]) == ("tenure", "1,701")


def test_a_wording_of_ones_own():
    words = {"plan": Wording(T("plan", "プラン"), values={"b": T("basic", "基本")}, actionable=True)}
    codes = codes_of({"plan": 1.0}, {"plan": "b"}, wordings=words)
    with speaking("ja"):
        assert str(codes.reasons[0].says) == "プラン: 基本(100人中50人が同じ)"
        assert ">はい<" in codes.as_html()


def test_a_reason_worth_less_than_a_point_is_none():
    codes = codes_of({"a": 0.5, "b": 0.09, "c": -0.02}, {"a": 1, "b": 1, "c": 1})
    assert [one.column for one in codes.reasons] == ["a"]
    assert (codes.rest, codes.points) == (1, 6)
    flat = codes_of({"a": 0.0, "b": 0.0}, {"a": 1, "b": 1})
    assert (flat.reasons, flat.rest, flat.points) == ((), 0, 0)


def test_nobody_is_without_a_reason_as_long_as_anything_counts():
    small = codes_of({"a": 0.02, "b": -0.06, "c": 0.01}, {"a": 1, "b": 1, "c": 1})
    assert [(one.column, one.points) for one in small.reasons] == [("b", 0)]
    assert (small.rest, small.points, small.others) == (0, 0, 2)


@pytest.mark.parametrize(
    ("base", "added", "of", "points", "start", "end"),
    [
        (0.2, 0.12, 100, 12, "20 of 100", "32 of 100"),
        (0.02, 0.03, 100, 3, "2 of 100", "5 of 100"),
        (0.005, 0.0041, 1_000, 4, "5 of 1,000", "9 of 1,000"),
        (0.0004, 0.0011, 10_000, 11, "4 of 10,000", "15 of 10,000"),
    ],
)
def test_where_few_leave_a_point_is_one_of_more_customers(base, added, of, points, start, end):
    row, background = pd.DataFrame([{"a": 3}]), pd.DataFrame([{"a": 1}] * 5)
    (codes,) = reason_codes(Contributions(pd.DataFrame([{"a": added}]), base, "probability"), row, background)
    assert (codes.of, codes.points, [one.points for one in codes.reasons], codes.rest) == (of, points, [points], 0)
    with speaking("en"):
        assert codes.as_text().startswith(f"   0  an average customer: {start} leave")
        assert codes.as_text().endswith(f"this customer: {end} leave")


@pytest.mark.parametrize("scale", ["log-odds", "probability"])
def test_points_of_several_learners_count_from_one_start_and_order_as_the_risks_do(scale):
    """Of two learners one starts lower: +28 stood below +27, and the average customer had two risks."""
    rows, background = pd.DataFrame({"a": [1.0]}), pd.DataFrame({"a": [0.0, 2.0]})
    starts, added = ((-2.0, -2.5), (2.7, 2.8)) if scale == "log-odds" else ((0.30, 0.22), (0.27, 0.28))
    found = [
        reason_codes(Contributions(pd.DataFrame({"a": [own]}), base, scale), rows, background, start=starts[0])[0]
        for base, own in zip(starts, added, strict=True)
    ]
    assert found[0].base_risk == found[1].base_risk
    assert found[0].risk > found[1].risk
    assert found[0].points > found[1].points
    for one, base, own in zip(found, starts, added, strict=True):
        assert one.reasons[0].points + one.rest == one.points
        whole = 10 if scale == "log-odds" else 100
        assert one.points == pytest.approx(whole * (base + own - starts[0]), abs=1)
        # What the column adds is the learner's own; where it starts is not the column's.
        assert one.reasons[0].points == pytest.approx(whole * own, abs=1)


def test_points_of_a_probability_are_of_100():
    codes = codes_of({"a": 0.12, "b": -0.03}, {"a": 1, "b": 1}, scale="probability", base=0.1)
    assert [one.points for one in codes.reasons] == [12, -3]


@pytest.mark.parametrize("seed", range(200))
def test_rounding_adds_up_and_moves_nothing_by_a_whole_point(seed):
    values = np.random.default_rng(seed).normal(scale=10 ** (seed % 4 - 1), size=1 + seed % 6)
    rounded = rounded_to_add_up(values)
    assert sum(rounded) == round(float(values.sum()))
    assert np.abs(rounded - values).max() < 1


def test_the_sum_as_text_can_be_added_up_from_its_lines():
    for codes in CODES[:50]:
        with speaking("en"):
            lines = codes.as_text().splitlines()
        points = [int(line.split()[0].replace("−", "-")) for line in lines]
        assert sum(points[:-1]) == points[-1]


def test_a_hidden_reason_shows_a_question_mark_and_nothing_else():
    codes = CODES[0]
    column = codes.reasons[0].column
    hidden = codes.hiding(column)
    with speaking("en"):
        assert hidden.as_text().splitlines()[1].split()[0] == "?"
        assert hidden.as_html().count(">?<") == 1
        assert len(hidden.as_text().splitlines()) == len(codes.as_text().splitlines())
    with pytest.raises(ValueError, match="none of the reasons"):
        codes.hiding("value")


def test_contributions_of_other_rows_are_refused():
    with pytest.raises(ValueError, match="other rows"):
        reason_codes(FOUND, SUMMER.tail(500).reset_index(drop=True).tail(10), SPRING)


def test_points_and_shares_as_one_says_them():
    assert [signed(points) for points in (3, -4, 0, None)] == ["+3", "−4", "0", "?"]
    with speaking("en"):
        assert [str(of_100(share)) for share in (0.001, 0.42, 0.999)] == [
            "fewer than 1 of 100",
            "42 of 100",
            "more than 99 of 100",
        ]


def test_seven_points_about_double_the_odds():
    for risk in (0.04, 0.3, 0.9):
        after = risk_after(risk, 7)
        assert after / (1 - after) == pytest.approx(2 * risk / (1 - risk), rel=0.01)
        assert risk_after(after, -7) == pytest.approx(risk)


@pytest.mark.parametrize(
    ("heading", "counted"),
    [
        ("visits_last_month", True), ("newsletters_opened", True), ("ticketsLast30Days", True), ("number_of_logins", True),
        ("emails_sent_this_month", True), ("late_invoices", True), ("ログイン回数", True), ("logins", True),
        ("visits_per_order", False), ("team_size", False), ("revenue", False), ("logins_trend", False), ("数量指数", False),
        ("overtimes_pay", False), ("account", False), ("discount", False),
    ],
)  # fmt: skip
def test_what_counts_is_many_or_few_in_japanese_under_english_headings_too(heading, counted):
    """「visits_last_monthが小さい順」."""
    wording = default_wording(heading)
    assert counts(wording.label, wording.says) == counted
