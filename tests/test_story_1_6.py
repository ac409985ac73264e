"""What lesson 1-6 and its exercise tell of their customers holds in the data, and typed figures are the computed ones."""

from __future__ import annotations

import json
import re
from functools import cache

import pandas as pd
import pytest

from mlcurric.curriculum import content, exercise_path, lessons
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions.lesson_1_6 import accept_or_override, card_in_words, missing_points, quick_headline
from mlcurric.questions.lesson_1_6.customers import MOMIJI, drawn, momiji_codes
from mlcurric.questions.lesson_1_6.repaired_chart import stayed
from mlcurric.subject.explain.card import left_of_alike
from mlcurric.subject.explain.contributions import linear_contributions
from mlcurric.subject.explain.reasons import ReasonCodes, reason_codes
from mlcurric.subject.explain.trial import trial_by_reason
from mlcurric.subject.explain.wordings import SIMULATED
from mlcurric.subject.intervals import Measured, share
from mlcurric.subject.ranking import contact_list
from mlcurric.subject.risk import learn_risk, predicted_risk
from mlcurric.subject.simulation.practice import load_customers

LESSON = next(lesson for lesson in lessons() if lesson.id == "1-6")
SPRING, SUMMER, TODAY, PILOT = (load_customers(part) for part in ("spring", "summer", "today", "pilot"))
MODEL = learn_risk(SPRING)
SCORE = predicted_risk(MODEL, SUMMER)


def codes_of(rows: pd.DataFrame) -> ReasonCodes:
    return reason_codes(linear_contributions(MODEL, rows, SPRING), rows, SPRING, SIMULATED)[0]


def today(customer: int) -> pd.DataFrame:
    return TODAY[TODAY["customer"] == customer]


def alike(risk: float) -> Measured:
    return left_of_alike(risk, SCORE, SUMMER["churned"])


def overlap(one: Measured, other: Measured) -> bool:
    return one.low <= other.high and other.low <= one.high


@cache
def exercise_text(folder: str) -> str:
    """The cells of a built exercise and what they show, tables as HTML."""
    path = content() / folder / exercise_path(LESSON)
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    shown = ["".join(cell["source"]) for cell in cells]
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    return "\n".join([*shown, *("".join(output.get("data", {}).get("text/html", "")) for output in outputs)])


def test_the_commonest_largest_reason_is_one_where_a_call_did_nothing():
    trial = trial_by_reason(PILOT, linear_contributions(MODEL, PILOT, SPRING))
    assert trial.index[0] == "logins_trend"
    logins = trial.loc["logins_trend"]
    assert overlap(logins["alone"], logins["called"])
    assert abs(logins["alone"].value - logins["called"].value) < 0.02
    for mendable in ("open_tickets", "price_rise"):
        assert trial.loc[mendable, "called"].high < trial.loc[mendable, "alone"].low
        assert trial.loc[mendable, "called"].value == pytest.approx(trial.loc[mendable, "alone"].value / 2, abs=0.01)
    silent = trial.loc["days_since_login"]
    assert silent["called"].value > silent["alone"].value


def test_part_of_the_falling_logins_is_teams_that_shrink():
    logins = SPRING.groupby(SPRING["seat_change"] < 0)["logins_trend"].mean()
    assert logins[True] < logins[False] - 20


def test_hinoki_is_told_as_it_is():
    codes = codes_of(today(44))
    assert today(44)["logins_trend"].item() == -49
    assert codes.reasons[0].column == "logins_trend"
    assert [one.column for one in codes.reasons if one.actionable] == ["price_rise"]
    left = alike(codes.risk)
    assert left.low < codes.risk < left.high
    assert left.high < 0.5, "“most of them stay”"
    # The headline that invents a digit is the score's own.
    assert f"{100 * codes.risk:.1f}%" in quick_headline.options["a"].en
    assert f"{100 * codes.risk:.1f}%" in quick_headline.options["a"].ja


def test_improving_a_cell_lowers_the_score():
    better = predicted_risk(MODEL, today(44).assign(logins_trend=0)).item()
    assert better < codes_of(today(44)).risk / 2


def test_the_surest_scores_promise_too_much():
    surest = contact_list(SUMMER, SCORE, 100)
    assert SCORE[surest.index].mean() > surest["churned"].mean() + 0.1
    assert surest["churned"].mean() < 0.8


def test_a_gap_in_the_records_makes_an_emergency_of_tsubaki():
    tsubaki = today(81)
    assert predicted_risk(MODEL, tsubaki).item() < 0.015
    codes = codes_of(tsubaki.assign(logins_trend=-100, days_since_login=90))
    assert codes.risk > 0.5
    assert [one.column for one in codes.reasons if one.points > 0] == ["logins_trend", "days_since_login"]
    assert [one.column for one in codes.reasons if one.points < 0] == ["nps", "seat_change"]
    assert (tsubaki["nps"].item(), tsubaki["seat_change"].item()) == (10, 1)


def test_the_slide_of_the_lesson_shows_a_difference_that_is_none():
    groups = [PILOT[PILOT["called"]], PILOT[~PILOT["called"]], SUMMER]
    stayed_of = [share(int((~rows["churned"]).sum()), len(rows)) for rows in groups]
    assert all(overlap(one, other) for one in stayed_of for other in stayed_of)
    assert all(0.91 < one.value < 1 for one in stayed_of), "the cut axis begins at 91"


def test_the_ranges_of_the_repaired_chart_overlap():
    ranges = [share(count, of) for count, of in stayed().values()]
    assert all(overlap(one, other) for one in ranges for other in ranges)
    assert sorted(of for _, of in stayed().values()) == [40, 50, 90, 200]


def test_no_two_ways_of_adding_up_momiji_agree():
    answers = [one.wrong_answer() for one in missing_points.misconceptions]
    right = next(one.points for one in momiji_codes().reasons if one.column == "seat_change")
    assert len({*answers, right}) == len(answers) + 1
    assert judge(missing_points, right).status is Status.PASSED
    assert [one.points < 0 for one in momiji_codes().reasons].count(True) == 1, "the diagnosis says which line it is"
    assert momiji_codes().rest < 0
    assert momiji_codes().reasons[-1].column == "yearly_contract"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_exercise_shows_the_customers_that_its_questions_judge(lang):
    shown = exercise_text(f"exercises/{lang}")
    assert f'["customer"] == {MOMIJI}]' in shown
    heading = {"en": "days since last login", "ja": "最後のログインからの日数"}[lang]
    (row,) = re.findall(rf"<th>{heading}</th>(.*?)</tr>", shown, re.DOTALL)
    assert [int(days) for days in re.findall(r"\d+", row)] == drawn()["days_since_login"].tolist()


def test_one_confident_card_is_wrong_and_one_is_right():
    """By lot, and not by choice: the lot's number is that of the lesson."""
    confident = drawn()[
        [alike(SCORE[SUMMER["customer"] == number].item()).value > 0.5 for number in drawn()["customer"]]
    ]
    assert sorted(confident["churned"]) == [False, True]
    assert [one.truth() for one in accept_or_override.statements.values()] == drawn()["churned"].tolist()


def test_whoever_was_wrong_hears_of_all_four():
    left = drawn()["churned"]
    opposite = {name: "no" if gone else "yes" for name, gone in left.items()}
    told = judge(accept_or_override, {**opposite, **{f"{name}_sure": 60 for name in opposite}}).seen
    names = dict(zip(left.index, ("Sakura", "Matsu", "Kaede", "Sugi"), strict=True))
    assert [name for key, name in names.items() if name in told.en] == [names[key] for key in left.index[left]]
    assert "さくら社だけ" in told.ja


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_typed_figures_of_the_exercise_are_the_computed_ones(lang):
    momiji = alike(momiji_codes().risk)
    n, low, high = (f"{100 * part:.0f}" for part in momiji)
    answer = re.sub(r"\s+", "", exercise_text(f"exercises/solved/{lang}").split("card_in_words = ")[1])
    said = {"en": f"about{n}leftwithinthreemonths({low}to{high}),ofallcustomers8.", "ja": f"約{n}人({low}〜{high}人)"}
    assert said[lang] in answer
    assert round(100 * SUMMER["churned"].mean()) == 8
    assert 0.4 < momiji.value < 0.5 < 1 - momiji.value, "“nearly half left”, “more than half stayed”"
    row = today(MOMIJI)
    assert (row["seat_change"].item(), row["open_tickets"].item()) == (-3, 1)
    assert row["logins_trend"].item() < 0
    hint = getattr(accept_or_override.hints[1], lang)
    tops = {f"{100 * alike(SCORE[SUMMER['customer'] == number].item()).value:.0f}" for number in drawn()["customer"]}
    assert set(re.findall(r"\d+", hint)) - {"100"} <= tops
    examples = " ".join(one.example for one in card_in_words.misconceptions)
    assert set(re.findall(r"\d+", examples)) - {"100"} == {n, low, high, f"{100 * momiji_codes().risk:.0f}"}
