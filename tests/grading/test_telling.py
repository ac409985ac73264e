"""What is told of a keyed run: nothing that it computed, also where a literal answer stands beside what was computed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from grading.made import EXPECTED, GRADED

from mlcurric.grading.judging.judge import CELL_FAILED, RUN_STOPPED, Graded, judge_run
from mlcurric.grading.judging.telling import needs_practice, told
from mlcurric.grading.reading.literals import literals
from mlcurric.grading.reading.read import Notebook
from mlcurric.grading.running.run_report import CellError, Run
from mlcurric.question.question import Question
from mlcurric.question.verdict import LABELS, Status, Verdict, failed, passed
from mlcurric.text import T

LOOT = "LOOT-of-the-keyed-run"
HITS = replace(GRADED[0], data="keyed", near_shown=lambda world: False)
QUESTIONS = (HITS, *GRADED[1:])
BY_NAME: dict[str, Question] = {question.name: question for question in QUESTIONS}


def graded(cells: tuple[str, ...], answers: dict[str, Any], errors: tuple[CellError, ...] = ()) -> tuple[Graded, ...]:
    return judge_run(QUESTIONS, Notebook(cells, "en"), Run(answers, errors), 60)


@pytest.mark.parametrize(
    ("cells", "keyed", "practice"),
    [
        (('cause = "a"', "globals()['cause'] = loot"), {"cause": LOOT}, {"cause": "mine"}),
        (('cause = "a"', "globals()['cause'] = loot"), {"cause": {LOOT: 1}}, {"cause": {"mine": 1}}),
        (('leaks = "a"',), {"leaks": [LOOT]}, {"leaks": ["mine"]}),
        (('guess = dict(pays="yes", pays_sure=80)',), {"guess": {LOOT: "yes"}}, {"guess": {"mine": "yes"}}),
        (('pitch = "x"',), {"pitch": LOOT * 5}, {"pitch": "mine " * 20}),
        (("hits = 9",), {"hits": LOOT}, {"hits": "mine"}),
    ],
)
def test_a_literal_does_not_speak_for_what_was_computed_in_its_place(
    cells: tuple[str, ...], keyed: dict[str, Any], practice: dict[str, Any]
) -> None:
    run, spelled = graded(cells, keyed), literals(cells, tuple(BY_NAME))
    assert needs_practice(BY_NAME, run, spelled)
    said = told(BY_NAME, run, graded(cells, practice), spelled)
    assert LOOT not in repr(said)
    assert "mine" in repr(said), "what the practice run computed is told"


@pytest.mark.parametrize("kept", [True, False])
def test_an_error_of_the_keyed_run_is_not_told_for_a_literal_beside_it(kept: bool) -> None:
    cells = ('cause = "b"\nraise ValueError(loot)',)
    run = graded(cells, {}, (CellError(0, "ValueError", LOOT, ("cause",), 2),))
    assert LOOT in repr(run)
    practice = graded(cells, {}, (CellError(0, "ValueError", "mine", ("cause",), 1),)) if kept else None
    assert needs_practice(BY_NAME, run, literals(cells, tuple(BY_NAME)))
    said = told(BY_NAME, run, practice, literals(cells, tuple(BY_NAME)))
    cause = next(one for one in said if one.name == "cause")
    assert (cause.verdict.status, cause.label) == (Status.ERROR, CELL_FAILED)
    assert LOOT not in repr(said)
    # Which line it was tells ten bits of a thousand lines.
    assert cause.line == ('cause = "b"' if kept else "")


def test_a_literal_that_is_what_was_judged_is_told_without_another_run() -> None:
    cells = ('cause = "a"', 'leaks = "a, b"', "hits = ...")
    run = graded(cells, {"cause": "a", "leaks": "a, b", "hits": ...})
    spelled = literals(cells, tuple(BY_NAME))
    only = tuple(one for one in run if one.name in ("cause", "leaks", "hits"))
    assert not needs_practice(BY_NAME, only, spelled)
    said = {one.name: one for one in told(BY_NAME, only, None, spelled)}
    assert said["cause"].verdict.seen.en == "Not chance."
    assert (said["leaks"].answered, said["leaks"].answer) == (True, "a, b")
    assert (said["hits"].answered, said["hits"].verdict.status) == (False, Status.NOT_ATTEMPTED)


@pytest.mark.parametrize(
    "other", ["ｈｉｔｓ = 3", "if True:\n    hits = 3", "hits += 1", "for hits in [1]: pass", "hits: int = 3"]
)
def test_a_literal_is_forgotten_where_the_name_is_set_in_another_way(other: str) -> None:
    assert literals(("hits = 9", "# nothing"), ("hits",)) == {"hits": 9}
    assert literals(("hits = 9", other), ("hits",)).get("hits") != 9


def test_an_answer_in_dict_is_spelled_out_and_one_that_is_computed_in_it_is_not() -> None:
    cells = ('guess = dict(pays="yes", who=dict(leads="a", others=[1, -2.5]))',)
    assert literals(cells, ("guess",)) == {"guess": {"pays": "yes", "who": {"leads": "a", "others": [1, -2.5]}}}
    for other in ("dict(pays=loot)", "dict({'pays': 1})", "dict(**loot)", "dict(pays=1, **loot)", "mine(pays=1)"):
        assert literals((*cells, f"guess = {other}"), ("guess",)) == {}


@pytest.mark.parametrize(
    ("typed", "gives"),
    [
        ("2 * 50_000 - 100 * 1_500", -50_000),
        ("(35 + 5) / 150", 40 / 150),
        ("-2 * 3", -6),
        ("dict(a=2 / 10, b=[1 + 1])", {"a": 0.2, "b": [2]}),
    ],
)
def test_a_sum_of_plain_numbers_is_spelled_out(typed: str, gives: Any) -> None:
    assert literals((f"hits = {typed}",), ("hits",)) == {"hits": gives}


@pytest.mark.parametrize("typed", ["9**9**9", "1 / 0", "'a' * 3", "10**15 * loot", " * ".join(["999999999999999"] * 9)])
def test_what_is_no_such_sum_or_too_large_is_not(typed: str) -> None:
    assert literals((f"hits = {typed}",), ("hits",)) == {}


def test_an_untouched_copy_below_an_answer_is_passed_over() -> None:
    filled, untouched = 'guess = dict(pays="yes", sure=80)', "guess = dict(pays=..., sure=80)"
    said = {"guess": {"pays": "yes", "sure": 80}}
    assert literals((untouched, filled, untouched, "guess = ..."), ("guess",)) == said
    assert literals((filled, "guess = compute()", "guess = ..."), ("guess",)) == {}
    assert literals((untouched,), ("guess",)) == {"guess": {"pays": ..., "sure": 80}}


def test_which_fields_are_open_is_told_of_the_practice_run_or_not_at_all():
    leak = Verdict(Status.NOT_ATTEMPTED, T("Still to fill in: 4, 8, 8", "残り: 4、8、8"))
    practice = Verdict(Status.NOT_ATTEMPTED, T("Still to fill in: 1", "残り: 1"))
    keyed, tried = (Graded("hits", 2, said, LABELS[said.status], answer={"a": ...}) for said in (leak, practice))
    assert needs_practice(BY_NAME, (keyed,), {})
    assert told(BY_NAME, (keyed,), (tried,), {})[0].verdict.seen == practice.seen
    passed_there = replace(tried, verdict=Verdict(Status.PASSED, T("yes", "はい"), share=1.0))
    assert "8" not in told(BY_NAME, (keyed,), (passed_there,), {})[0].verdict.seen.en
    # What the hand-in spells out gives nothing away.
    assert told(BY_NAME, (keyed,), None, {"hits": {"a": ...}})[0].verdict.seen == leak.seen


@pytest.mark.parametrize(("label", "way"), [(CELL_FAILED, T("LOOT", "LOOT")), (RUN_STOPPED, None)])
def test_a_hand_in_that_stops_on_other_customers_alone_is_told_so_and_is_no_fault_of_ours(label: T, way: T | None):
    stopped = Graded("hits", 2, Verdict(Status.ERROR, T("in cell 7", "セル7"), way=way), label)
    right = Graded("hits", 2, Verdict(Status.PASSED, T("yes", "はい"), share=1.0), LABELS[Status.PASSED])
    waiting = replace(right, verdict=Verdict(Status.NEEDS_MARKING, T("here", "ここ")))
    for practice in (right, waiting):
        (one,) = told(BY_NAME, (stopped,), (practice,), {})
        assert (one.verdict.status, one.label, one.ours) == (Status.ERROR, label, False)
        assert "on other customers than yours, the notebook stopped" in one.verdict.seen.en
        assert one.verdict.seen.en.startswith("Right on the practice data") == (practice is right)
        assert LOOT[:4] not in repr(one)
        assert (one.verdict.way is None) == (way is None)


def test_a_check_that_fails_on_other_customers_alone_is_a_fault_of_ours():
    def check(hits: float) -> Verdict:
        return passed(T("yes", "はい")) if hits == EXPECTED else failed(T(f"{1 / 0}", "いいえ"))

    broken = {"hits": replace(HITS, check=check)}
    keyed, practice = (
        judge_run(broken.values(), Notebook((), "en"), Run({"hits": hits}), 60) for hits in (9, EXPECTED)
    )
    assert needs_practice(broken, keyed, {})
    (one,) = told(broken, keyed, practice, {})
    assert (one.verdict.status, one.label, one.ours) == (Status.ERROR, LABELS[Status.ERROR], True)
    assert "failed by itself" in one.verdict.seen.en
