"""Forms whose lines are judged one by one: a line that is missing, unreadable or one too many costs its own share alone."""

from __future__ import annotations

from typing import Any

import pytest

from mlcurric.question.question import Question, judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set

REPLY_TO = question_set("1-5").find("reply_to")
SHEET = question_set("1-5").find("promise_sheet")
RACI = question_set("2-6").find("raci")
RIGHT = {
    "promise_sheet": {
        "list_size": 600, "hits_low": 30, "hits_high": 40, "success_low": 19, "success_high": 43, "kept_low": 34,
        "kept_high": 103, "misses_of_100": 74, "owner": "b", "stop_rule": "c",
    },
    "raci": {
        "read_alarm": "C - R C R A", "write_list": "I - C R R A", "stop_calls": "I I C I R A", "release_model": "I I R A R C",
        "say_so": "I I - - C AR",
    },
}  # fmt: skip


def right(question: Question) -> dict[str, Any]:
    if question is REPLY_TO:
        return {name: next(m for m in "abcdef" if _fits(name, m)) for name in question.items}
    return RIGHT[question.name]


def _fits(name: str, letter: str) -> bool:
    return f"{name}_{letter}" not in {each.id for each in REPLY_TO.misconceptions}


@pytest.mark.parametrize("question", [REPLY_TO, SHEET, RACI], ids=lambda question: question.name)
def test_a_line_that_is_gone_open_unreadable_or_too_many_costs_its_own_share(question: Question) -> None:
    whole = right(question)
    assert judge(question, whole).status is Status.PASSED
    line = list(whole)[-1]
    gone = judge(question, {name: value for name, value in whole.items() if name != line})
    open_, unreadable = judge(question, {**whole, line: ...}), judge(question, {**whole, line: [1, 2]})
    assert gone == open_
    assert (gone.status, unreadable.status) == (Status.FAILED, Status.FAILED)
    assert f"Still to fill in: {line}" in gone.seen.en
    assert unreadable.seen.ja.startswith(f"{line}: ")
    assert 0.5 < gone.share == unreadable.share < 1
    more = judge(question, {**whole, "more": 1})
    assert "no line called “more”" in more.seen.en
    assert (more.status, more.share) == (Status.FAILED, pytest.approx(len(whole) / (len(whole) + 1)))


@pytest.mark.parametrize("question", [REPLY_TO, SHEET, RACI], ids=lambda question: question.name)
def test_what_cannot_be_read_earns_nothing_and_what_nobody_has_begun_is_not_attempted(question: Question) -> None:
    lines = right(question)
    assert judge(question, dict.fromkeys(lines, ...)).status is Status.NOT_ATTEMPTED
    assert judge(question, {}).status is Status.NOT_ATTEMPTED
    unread = judge(question, dict.fromkeys(lines, None))
    assert (unread.status, unread.share) == (Status.FAILED, 0)
    assert judge(question, [1]).share == 0


def test_a_number_in_quotes_costs_the_sheet_its_line_alone() -> None:
    as_text = judge(SHEET, {**RIGHT["promise_sheet"], "misses_of_100": "74"})
    wrong = judge(SHEET, {**RIGHT["promise_sheet"], "misses_of_100": 26})
    assert as_text.share == pytest.approx(wrong.share)
    assert "without quotes" in as_text.as_text()


def test_of_lines_that_hang_together_nothing_is_told_before_all_can_be_read() -> None:
    request = question_set("1-1").find("request")
    assert judge(request, {"who": "a", "decision": "b", "prediction": "c", "date": "a", "action": ...}).share == 0
