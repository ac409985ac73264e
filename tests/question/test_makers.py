"""mlcurric.question.makers: the edges of what is right, and the points of what is partly right."""

import pytest

from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set


def verdict(lesson: str, name: str, value):
    return judge(question_set(lesson).find(name), value)


def test_a_tolerance_of_nothing_still_accepts_the_right_number():
    assert verdict("start-here", "first_answer", 14).status is Status.PASSED
    assert verdict("start-here", "first_answer", 14.001).status is Status.FAILED


MATCH = {"invoices": "a", "calls": "b", "replies": "c", "first_login": "d", "tickets": "b", "silent": "a"}


@pytest.mark.parametrize(
    ("wrong", "share"), [({}, 1.0), ({"calls": "c"}, 5 / 6), ({"calls": "c", "silent": "b"}, 4 / 6)]
)
def test_each_match_earns_its_share(wrong, share):
    found = verdict("1-1", "method_for", {**MATCH, **wrong})
    assert found.share == pytest.approx(share)
    assert (found.status is Status.PASSED) == (share == 1)


@pytest.mark.parametrize(
    ("letters", "share"), [("c, d, f, h", 1.0), ("c, d", 0.5), ("c, d, a", 0.25), ("a, b, e, g", 0.0)]
)
def test_a_false_letter_costs_a_right_one(letters, share):
    assert verdict("1-2", "leaks", letters).share == share


@pytest.mark.parametrize(
    ("rate", "found"),
    [
        (2 / 9, None),
        (0.222, None),
        (22, "percent"),
        (22.2, "percent"),
        (78, "retained_percent"),
        (0.25, "may"),
        (3 / 9, "one_leaver_too_many"),
    ],
)
def test_a_rate_as_people_type_it(rate, found):
    assert verdict("1-2", "april_churn", rate).misconception == found


@pytest.mark.parametrize(
    ("day", "lead", "horizon", "found"),
    [
        ("1998-03-18", 14, 90, None),
        ("1998-03-19", 14, 90, "past_the_end"),
        ("9999-12-31", 14, 90, "past_the_end"),
        ("1997-06-30", 14, 90, None),
        ("1997-06-29", 14, 90, "no_history"),
        ("1998-01-01", 60, 90, None),
        ("1998-01-01", 61, 90, "stale"),
        ("1998-01-01", 13, 90, "short_lead"),
        ("1998-01-01", 14, 89, "short_horizon"),
        ("1998-01-01", 14, 91, "long_horizon"),
        ("1998-01-01", 14, -1, "negative"),
    ],
)
def test_the_edges_of_a_snapshot_plan(day, lead, horizon, found):
    plan = {"observation_date": day, "lead_days": lead, "horizon_days": horizon}
    result = verdict("1-2", "snapshot_plan", plan)
    assert result.misconception == found
    assert (result.status is Status.PASSED) == (found is None)


@pytest.mark.parametrize("odd", [{"who": "b"}, {"who": "b", "date": "c"}])
def test_a_request_of_two_stories_earns_part(odd):
    story = {"who": "a", "decision": "b", "prediction": "c", "date": "a", "action": "b"}
    assert verdict("1-1", "request", story).status is Status.PASSED
    assert verdict("1-1", "request", {**story, **odd}).share == 0.4


def test_the_other_story_is_as_right():
    shifts = {"who": "b", "decision": "c", "prediction": "a", "date": "c", "action": "a"}
    assert verdict("1-1", "request", shifts).status is Status.PASSED


@pytest.mark.parametrize("form", [{}, {"foo": 1}, {"who": ...}])
def test_a_form_without_its_lines_is_not_called_untouched(form):
    assert "..." not in verdict("1-1", "request", form).as_text()
