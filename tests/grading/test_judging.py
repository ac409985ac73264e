"""A judging process that hangs, dies or rests costs nobody a grade, and never outlives whoever started it."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from grading.made import GRADED

import mlcurric
from mlcurric import questions
from mlcurric.grading import apart
from mlcurric.grading.judging import court as judging
from mlcurric.grading.judging import courts, worlds
from mlcurric.grading.judging.court import PRACTICE, Court, JudgingFailed
from mlcurric.grading.judging.courts import Courts
from mlcurric.grading.judging.judge import judge_run
from mlcurric.grading.reading.read import Notebook, parse
from mlcurric.grading.running.place import Place
from mlcurric.grading.running.run_report import Run
from mlcurric.question.verdict import Status
from mlcurric.questions import QuestionSet

SHORT = 0.2


@pytest.fixture(scope="module")
def court(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    began = Court(PRACTICE, tmp_path_factory.mktemp("tables"))
    yield began
    began.close()


def process_of(court: Court) -> int:
    return court._ask(os.getpid)


def test_a_check_that_hangs_on_an_answer_is_stopped_and_the_others_are_judged(
    fake_questions: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hangs(answer: Any) -> None:
        while True:
            pass

    slow = replace(GRADED[0], check=hangs)
    monkeypatch.setattr(questions, "question_set", lambda asked: QuestionSet(asked, (slow, *GRADED[1:3]), ()))
    answers = {"hits": 1.0, "leaks": "a", "cause": "b"}
    graded = judging._judge_run("1-1", Notebook((), "en"), Run(answers), 60.0, SHORT)
    assert [one.verdict.status for one in graded] == [Status.ERROR, Status.FAILED, Status.PASSED]
    assert "failed by itself (TimeoutError)" in str(graded[0].verdict.seen)
    # Nothing is left that would interrupt what comes next.
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_one_that_no_exception_stops_ends_its_process_and_the_next_is_judged_in_a_new_one(court: Court) -> None:
    before = process_of(court)
    with pytest.raises(JudgingFailed, match="ended"):
        court._ask(hang_unheard)
    assert process_of(court) != before
    assert court.judge_run("1-1", Notebook((), "en"), Run({}), 60.0)


def test_a_process_that_is_killed_between_two_hand_ins_or_within_one_is_replaced(court: Court, tmp_path: Path) -> None:
    before = process_of(court)
    os.kill(before, signal.SIGKILL)
    graded = court.judge_run("1-1", Notebook((), "en"), Run({}), 60.0)
    assert {one.verdict.status for one in graded} == {Status.NOT_ATTEMPTED}
    # As the kernel does it where memory is short: once in the middle, and then not again.
    assert court._ask(die_once, tmp_path / "died") == "judged"


def test_what_a_step_raises_is_told_and_the_process_goes_on(court: Court) -> None:
    before = process_of(court)
    with pytest.raises(JudgingFailed, match="UnknownExercise"):
        court.calls("9-9")
    assert process_of(court) == before


@pytest.mark.skipif(sys.platform != "linux", reason="has no such limit")
def test_one_that_wants_all_the_memory_there_is_does_not_get_it(court: Court) -> None:
    before = process_of(court)
    with pytest.raises(JudgingFailed, match="MemoryError"):
        court._ask(hoard)
    assert process_of(court) == before


def test_a_court_that_rests_has_no_process_and_wakes_when_it_is_asked(court: Court) -> None:
    before = process_of(court)
    court.rest()
    assert before not in [child.pid for child in multiprocessing.active_children()]
    assert process_of(court) != before


def test_of_many_worlds_a_few_have_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courts, "_KEPT", 1)
    before = set(multiprocessing.active_children())
    place = Place()
    several = Courts(place, b"0123456789abcdef")
    try:
        first, second = several.of("2-1", 1), several.of("2-1", 2)
        assert first is several.of("2-1", 1)
        # The practice world's, and one more.
        first.calls("2-1")
        several.of("2-1", 1)
        assert len(set(multiprocessing.active_children()) - before) == 2
        assert len({first.tables, second.tables, several.practice.tables}) == 3
    finally:
        several.close()
        place.close()
    assert set(multiprocessing.active_children()) <= before


def test_a_closed_court_begins_nothing_any_more(tmp_path: Path) -> None:
    began = Court(PRACTICE, tmp_path)
    process = process_of(began)
    began.close()
    with pytest.raises(JudgingFailed):
        began.calls("1-1")
    assert process not in [child.pid for child in multiprocessing.active_children()]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_no_process_outlives_a_grader_that_was_killed(tmp_path: Path) -> None:
    program = (
        "import os, pathlib, sys, time\n"
        "from mlcurric.grading.judging.court import PRACTICE, Court\n"
        f"court = Court(PRACTICE, pathlib.Path({str(tmp_path)!r}))\n"
        "print(court._ask(os.getpid), flush=True)\n"
        "time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as grader:
        court = int(grader.stdout.readline())
        grader.kill()
    deadline = time.monotonic() + 60
    while Path(f"/proc/{court}").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_the_key_stands_in_no_message() -> None:
    world = judging.World(b"a very secret key", "2-1", 1)
    assert "secret" not in repr(world)
    assert worlds.is_keyed("2-1")


def hang_unheard() -> None:
    with apart.limited(SHORT):
        # Blocked in this thread alone it would be heard in another one that a library has.
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        while True:
            pass


def hoard() -> int:
    return len(bytearray(judging._MEMORY))


def die_once(mark: Path) -> str:
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "judged"


def test_a_name_nearly_an_answers_is_told_and_a_million_of_them_hold_nobody_up() -> None:
    def told(cells: tuple[str, ...]) -> list[str]:
        judged = judge_run(GRADED, Notebook(cells, "en"), Run({}), 60)
        assert {one.verdict.status for one in judged} == {Status.NOT_ATTEMPTED}
        return [one.verdict.next_step.en for one in judged]

    assert any("rename that to" in said for said in told((f"{GRADED[0].name}s = 1",)))
    began = time.monotonic()
    told(("\n".join(f"{GRADED[0].name}{number} =" for number in range(1_000_000)), "x" * 1_000_000 + "=1"))
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "cell",
    ["%%capture\n{name} = 1 / 0", "{name} = 1\ndel {name}", "def f():\n    {name} = 1", "if False:\n    {name} = 1"],
)
def test_a_name_that_a_cell_has_and_that_held_nothing_is_not_offered_for_itself(cell: str) -> None:
    name = GRADED[0].name
    (one,) = judge_run(GRADED[:1], Notebook(("1", cell.format(name=name)), "en"), Run({}), 60)
    assert one.verdict.status is Status.NOT_ATTEMPTED
    assert f"Code cell 2 has a line that sets {name}" in one.verdict.seen.en
    assert f"コードセルの 2 番目に {name} を決める行" in one.verdict.seen.ja
    assert "rename" not in one.verdict.next_step.en


def test_two_signs_in_place_of_one_are_told() -> None:
    (one,) = judge_run(GRADED[:1], Notebook(("1", "hits == 7041"), "en"), Run({}), 60)
    assert one.verdict.status is Status.NOT_ATTEMPTED
    assert "Code cell 2 has “hits == …”" in one.verdict.seen.en
    assert "値を入れません" in one.verdict.seen.ja
    assert one.verdict.next_step.en == "Write one “=”: hits = …"


@pytest.mark.parametrize(
    ("cell", "en", "ja"),
    [
        ("leave, stay = 35, 115\nhits == leave / stay", "“hits == …”, which asks", "「hits == …」がありますが"),
        ("# mine\n  hits == 7", "“hits == …”, which asks", "「==」は等しいかどうか"),
        ("a = 1\nhits : 35/150", "“hits: …”, and a colon sets nothing", "「:」では値が入りません"),
        ("hits <- 7", "“hits <- …”, which asks", "「マイナスの値より小さいか」"),
    ],
)
def test_a_sign_that_sets_nothing_is_told_in_whatever_line_it_stands(cell: str, en: str, ja: str) -> None:
    (one,) = judge_run(GRADED[:1], Notebook(("1", cell), "en"), Run({}), 60)
    assert one.verdict.status is Status.NOT_ATTEMPTED
    assert en in one.verdict.seen.en
    assert one.verdict.seen.en.startswith("Code cell 2")
    assert ja in one.verdict.seen.ja
    assert one.verdict.next_step.en == "Write one “=”: hits = …"


@pytest.mark.parametrize(
    ("exercise", "gone", "other"),
    [
        ("1-3", "recall_of_list", "precision_of_list"),
        ("1-3", "precision_of_list", "recall_of_list"),
        ("1-4", "profit_of_b", "profit_of_a"),
    ],
)
def test_the_answer_to_another_question_is_no_misspelt_one_even_where_its_cell_stopped(
    exercise: str, gone: str, other: str
) -> None:
    question = questions.question_set(exercise).find(gone)
    (one,) = judge_run((question,), Notebook((f"{other} = 1 / 0",), "en"), Run({}), 60, exercise)
    assert one.verdict.next_step.en == f"Put the cell “{gone} = …” back from a fresh copy of the exercise."
    assert one.verdict.next_step.ja == f"新しい演習ファイルから「{gone} = …」のセルを戻しましょう。"
    (own,) = judge_run((question,), Notebook((f"{gone}s = 1",), "en"), Run({}), 60, exercise)
    assert own.verdict.next_step.en == f"Is it “{gone}s”? Then rename that to “{gone}”."


def test_a_function_that_is_missing_is_asked_for_by_its_own_line() -> None:
    roi = questions.question_set("2-1").find("roi")

    def told(cell: str, **fields: Any) -> tuple[Any, Any]:
        verdict = judge_run((roi,), Notebook((cell,), "en", **fields), Run({}), 60)[0].verdict
        return verdict.seen, verdict.next_step

    seen, renamed = told("def ROI(earned, baseline):\n    return 1")
    assert seen.en == "No cell sets roi."
    assert renamed.en == "Is it “ROI”? Python tells capitals apart: rename that to “roi”."
    assert renamed.ja == "「ROI」のことなら、名前を「roi」に直しましょう。Python は大文字と小文字を区別します。"
    assert told("def roii(a): pass")[1].en == "Is it “roii”? Then rename that to “roi”."
    # Neither an argument on a line of its own nor what is imported is the answer by another name.
    for cell in ("x = 1", "plan = dict(\n    rois = 3,\n)", "from mlcurric.subject import rois"):
        gone = told(cell)[1]
        assert gone.en.startswith("Put the cell “def roi(…):” back")
    assert gone.en == "Put the cell “def roi(…):” back from a fresh copy of the exercise."
    assert gone.ja == "新しい演習ファイルから「def roi(…):」のセルを戻しましょう。"
    assert told("", as_text=frozenset({"roi"}))[0].en == "“def roi(…):” stands in a cell for text, which is not run."


def test_an_answer_in_a_cell_for_text_is_told_with_the_way_back() -> None:
    cells = [
        {"cell_type": kind, "source": source} for kind, source in (("raw", "hits = 7041"), ("code", "cause = 'b'"))
    ]
    notebook = parse(json.dumps({"nbformat": 4, "cells": cells, "metadata": {}}).encode())
    hits, leaks, cause = judge_run(GRADED[:3], notebook, Run({"cause": "b"}), 60)
    assert hits.verdict.status is Status.NOT_ATTEMPTED
    assert "a cell for text" in hits.verdict.seen.en
    assert "文章用" in hits.verdict.seen.ja
    assert "Esc and then Y" in hits.verdict.next_step.en
    assert "No cell sets leaks" in leaks.verdict.seen.en
    assert cause.verdict.status is Status.PASSED


@pytest.mark.parametrize(
    ("ended", "en", "ja"),
    [
        ({"too_much": True}, "a large table or list", "大きな表やリスト"),
        ({"died": True}, "a line that ends Python", "Python を終わらせる行"),
        ({"timed_out": True}, "a loop that never ends", "終わらないループ"),
    ],
)
def test_what_to_look_for_hangs_on_what_stopped_the_notebook(ended: dict[str, bool], en: str, ja: str) -> None:
    run = Run(answers={}, unfinished=frozenset({"hits"}), stopped_in=0, **ended)
    says = judge_run(GRADED, Notebook(("hits = 1",), "en"), run, 60)[0].verdict.next_step
    assert en in says.en
    assert ja in says.ja
    reasons = ("a large table", "ends Python", "never ends")
    assert [reason for reason in reasons if reason in says.en] == [reason for reason in reasons if reason in en]


def test_where_pythonpath_tells_of_a_copy_that_one_judges(tmp_path: Path) -> None:
    (tmp_path / "mlcurric").symlink_to(Path(mlcurric.__file__).parent)
    script = f"""
import sys
sys.path.insert(0, {str(tmp_path)!r})
from mlcurric.grading.apart import Apart
apart = Apart(8_000_000_000, 1, preload=("mlcurric.text",))
print(apart.ask(eval, "__import__('mlcurric').__file__"))
apart.close()
"""
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    told = subprocess.run([sys.executable, "-I", "-c", script], env=env, capture_output=True, text=True, check=True)
    assert told.stdout.strip().startswith(str(tmp_path))
