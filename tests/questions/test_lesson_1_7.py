"""Lesson 1-7: what its texts say is what its checks, its data and the simulated customers say."""

import json
import re

import numpy as np
import pytest

from mlcurric.curriculum import content, exercise_path, lesson_path, lessons
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.subject.campaigns import practice_campaign
from mlcurric.subject.effort import EFFORT
from mlcurric.subject.ranking import contact_list
from mlcurric.subject.roles import cover
from mlcurric.text import speaking

LESSON = next(lesson for lesson in lessons() if lesson.id == "1-7")
QUESTIONS = question_set("1-7")
PLAN = dict(
    goal="c", sponsor="b", data_owner="a", baseline="d", stop_date="2026-11-02", first_meeting="2026-06-04"
)  # fmt: skip
TRUTHS = {"a": "no", "b": "yes", "c": "yes", "d": "no"}


def cells(folder: str) -> list[str]:
    path = exercise_path(LESSON) if folder.startswith("exercises") else lesson_path(LESSON)
    notebook = json.loads((content() / folder / path).read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"]]


def verdict(name: str, **answer):
    with speaking("en"):
        return judge(QUESTIONS.find(name), answer)


@pytest.mark.parametrize("day", ["2026/6/4", "２０２６年６月４日", "20260604", "2026.06.04", " 2026-06-04 "])
def test_a_day_may_be_written_as_people_write_it(day):
    assert verdict("first_plan", **{**PLAN, "first_meeting": day}).status is Status.PASSED


@pytest.mark.parametrize(
    ("stop_date", "first_meeting", "found"),
    [
        ("2026-10-30", "2026-06-20", None),
        ("2026-11-30", "2026-06-01", None),
        ("2026-11-30", "2026-06-21", "meeting_too_late"),
        ("2026-10-29", "2026-06-20", "stop_before_goal"),
        ("2026-12-01", "2026-06-20", "stop_after_budget"),
        ("2026-10-30", "2026-05-31", "meeting_past"),
        ("2026-10-30", "2026-10-30", "meeting_after_stop"),
        ("2026-10-30", "9999-12-31", "meeting_after_stop"),
        ("2025-11-02", "2026-06-04", "meeting_after_stop"),
    ],
)
def test_the_days_of_the_first_plan_end_where_the_case_says(stop_date, first_meeting, found):
    said = verdict("first_plan", **{**PLAN, "stop_date": stop_date, "first_meeting": first_meeting})
    assert said.misconception == found
    assert said.status is (Status.FAILED if found else Status.PASSED)


def test_every_line_that_fits_earns_its_share():
    said = verdict("first_plan", **{**PLAN, "goal": "a", "sponsor": "a", "stop_date": "2027-01-01"})
    assert said.share == pytest.approx(3 / 6)
    assert "Fewer customers leave" in said.as_text()


def test_the_case_stands_in_the_exercise_as_the_check_counts():
    for lang, facts in (
        ("en", ["1 June 2026", "30 November", "28 days", "14 more", "90 more"]),
        ("ja", ["2026年6月1日", "11月30日", "28日", "14日", "90日"]),
    ):
        page = "\n".join(cells(f"exercises/{lang}"))
        assert [fact for fact in facts if fact not in page] == []


def test_half_a_missing_role_earns_half():
    assert verdict("missing_role", missing="f", yours="a").share == 0.5
    assert verdict("missing_role", missing="a", yours="d").share == 0.5
    assert verdict("missing_role", missing="f", yours="d").status is Status.PASSED


def test_the_bets_are_settled_by_the_data():
    bets = QUESTIONS.find("effort_bets")
    assert {key: "yes" if statement.truth() else "no" for key, statement in bets.statements.items()} == TRUTHS


def test_the_figures_in_the_bets_hold_for_no_other_reading():
    # The opposite of each truth is what the expected column would say, so that the picture surprises.
    expected = {name: phase.expected for name, phase in EFFORT.items()}
    assert expected["algorithm"] > 50
    assert expected["data"] < expected["algorithm"]
    assert expected["data"] + expected["infrastructure"] < 50
    assert expected["integration"] < 10


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_three_of_the_eight_jobs_are_empty_in_the_story(lang):
    cell = next(cell for cell in cells(f"notebooks/{lang}") if "who = dict(" in cell)
    names: dict = {}
    exec(cell.partition("print(")[0], names)
    assert len(cover(names["who"]).gaps) == 3
    said = next(cell for cell in cells(f"notebooks/{lang}") if cell.lstrip().startswith(("## Say it", "## 伝える")))
    assert {"en": "three of the eight jobs", "ja": "8つの役のうち3つ"}[lang] in said


def test_the_story_of_the_exercise_is_that_of_the_simulated_customers():
    """About 800 leave; the rule earns about nothing, the new list 1 to 3 million yen; most leavers are not on it."""
    campaign = practice_campaign()
    left_alone = np.asarray(campaign._truth.churn_if_left_alone)
    assert len(left_alone) == 10_000
    assert left_alone.sum() == pytest.approx(800, abs=20)
    assert abs(campaign.profit("ticket_or_price_rise", 1000)) < 300_000
    assert 1_000_000 < campaign.profit("expected_gain", 1000) < 3_000_000
    listed = contact_list(campaign.customers, campaign.scores["expected_gain"], 1000).index
    on_the_list = left_alone[campaign.customers.index.get_indexer(listed)].sum()
    assert on_the_list < left_alone.sum() / 2


def test_the_share_that_joined_is_about_3_of_100():
    page = "\n".join(cells("exercises/en"))
    joined, members = re.search(r"about ([\d,]+) people, (\d+) had joined", page).group(2, 1)
    assert round(100 * int(joined) / int(members.replace(",", ""))) == 3
