"""What comes again: changed, removed, swapped back, once too often, under another key; and what is said of it."""

from __future__ import annotations

import errno
import io
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest
from grading.class_of import handed_in, run
from grading.made import EXPECTED, GRADED, RIGHT, Class
from grading.test_marks import export, fill_in
from rich.console import Console

from mlcurric import questions
from mlcurric.grading import batch, command, summary
from mlcurric.grading.batch import grade_folder
from mlcurric.grading.exclusive import Busy, only_one
from mlcurric.grading.gradebook.store import FILE_NAME
from mlcurric.grading.progress import tracked
from mlcurric.grading.reading.hand_ins import Problem
from mlcurric.grading.running import trusting
from mlcurric.grading.running.job import Heard, Job, Lost
from mlcurric.grading.sandbox.launch import NoSandbox
from mlcurric.grading.submission import Submission
from mlcurric.keeping import write_whole
from mlcurric.questions import QuestionSet
from mlcurric.text import T, speaking

WRONG = ["hits = 9", *RIGHT[1:]]


def attempts(a_class: Class) -> list[tuple[int, str]]:
    """Every attempt that the gradebook keeps, and how its first question stands."""
    with closing(sqlite3.connect(a_class.out / FILE_NAME)) as base:
        return base.execute(
            "select attempt, status from submissions join verdicts on submission = submissions.id where place = 0 "
            "order by learner, exercise, attempt"
        ).fetchall()


def test_a_changed_hand_in_is_graded_anew_and_the_earlier_result_kept(a_class: Class) -> None:
    assert a_class.grade_one(WRONG)["hits"]["status"] == "failed"
    assert a_class.grade_one(RIGHT)["hits"]["status"] == "passed"
    assert attempts(a_class) == [(1, "failed"), (2, "passed")]


def test_one_that_is_the_same_is_not_graded_again(a_class: Class, capsys: pytest.CaptureFixture[str]) -> None:
    a_class.grade_one(RIGHT)
    a_class.grade()
    assert attempts(a_class) == [(1, "passed")]
    assert "Nothing new" in capsys.readouterr().out


def test_a_removed_one_keeps_its_grade(a_class: Class) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    a_class.hand_in("bob/1-1.ipynb", RIGHT)
    before = a_class.grade()
    (a_class.submissions / "ann" / "1-1.ipynb").unlink()
    assert a_class.grade() == before
    assert "Those are the hits." in a_class.page()


def test_an_old_text_that_is_swapped_back_is_a_new_attempt_so_that_the_newest_file_always_counts(
    a_class: Class,
) -> None:
    for cells in (RIGHT, WRONG, RIGHT):
        rows = a_class.grade_one(cells)
    assert attempts(a_class) == [(1, "passed"), (2, "failed"), (3, "passed")]
    assert rows["hits"]["status"] == "passed"


def test_what_comes_after_the_last_attempt_is_said_and_not_graded(
    a_class: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    a_class.hand_in("ann/1-1.ipynb", WRONG)
    asked = replace(a_class.asked(), attempts=1)
    assert grade_folder(asked) == 0
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    capsys.readouterr()
    assert grade_folder(asked) == 0
    assert "Handed in more often than is graded:\n  ann/1-1.ipynb" in capsys.readouterr().out
    assert attempts(a_class) == [(1, "failed")]


def test_another_key_or_none_is_refused_and_the_grades_stay(a_class: Class, capsys: pytest.CaptureFixture[str]) -> None:
    a_class.hand_in("ann/1-1.ipynb", WRONG)
    keyed = replace(a_class.asked(), key=b"0123456789abcdef")
    assert grade_folder(keyed) == 0
    grades = (a_class.out / "grades.csv").read_bytes()
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    for key in (b"", b"fedcba9876543210"):
        assert grade_folder(replace(keyed, key=key)) == 2
        assert "made with another key, or without one" in capsys.readouterr().err
    assert (a_class.out / "grades.csv").read_bytes() == grades
    assert grade_folder(keyed) == 0
    # Which key it was is told apart, and not told.
    with closing(sqlite3.connect(a_class.out / FILE_NAME)) as base:
        assert "0123456789abcdef" not in "".join(base.iterdump())


def test_a_key_file_that_is_missing_is_not_made_anew_for_a_class_that_has_begun(
    a_class: Class, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The handlers are for a process of its own.
    monkeypatch.setattr(command, "_stop_once", lambda: None)
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    options = {"jobs": 1, "seconds": 60.0, "attempts": 10, "trusted": True}
    key = tmp_path / "key"
    assert command.grade(a_class.submissions, a_class.out, key, **options) == 0
    assert key.stat().st_size == 64
    key.rename(tmp_path / "elsewhere")
    assert command.grade(a_class.submissions, a_class.out, key, **options) == 2
    assert "a class keeps its key" in capsys.readouterr().err
    assert not key.exists()


@pytest.mark.parametrize("graded", [False, True])
def test_an_empty_key_file_is_said_to_be_one_and_what_to_do(
    a_class: Class, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, graded: bool
) -> None:
    monkeypatch.setattr(command, "_stop_once", lambda: None)
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    options = {"jobs": 1, "seconds": 60.0, "attempts": 10, "trusted": True}
    key = tmp_path / "key"
    if graded:
        assert command.grade(a_class.submissions, a_class.out, key, **options) == 0
    write_whole(key, "", private=True)
    assert command.grade(a_class.submissions, a_class.out, key, **options) == 2
    assert ("put back a copy of its key" if graded else "delete it") in capsys.readouterr().err


def test_a_new_key_is_on_the_disk_whole_or_not_at_all(
    a_class: Class, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert command.grade(
        a_class.submissions, a_class.out, tmp_path / "key", jobs=1, seconds=60.0, attempts=10, trusted=True
    ) == 2  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["submissions"]


def test_whoever_could_not_begin_may_still_choose_the_key(
    a_class: Class, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_stop_once", lambda: None)
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    options = {"jobs": 1, "seconds": 60.0, "attempts": 10}
    with monkeypatch.context() as missing:
        missing.setattr(batch, "find_tools", nothing_found)
        assert command.grade(a_class.submissions, a_class.out, None, **options, trusted=False) == 2
    assert "not here" in capsys.readouterr().err
    assert command.grade(a_class.submissions, a_class.out, tmp_path / "key", **options, trusted=True) == 0
    assert (tmp_path / "key").exists()
    assert attempts(a_class) == [(1, "passed")]
    # From then on it is kept.
    assert command.grade(a_class.submissions, a_class.out, None, **options, trusted=True) == 2
    assert "made with another key, or without one" in capsys.readouterr().err


def nothing_found() -> NoReturn:
    raise NoSandbox(T("not here", "ありません"))


def test_a_gradebook_that_another_program_holds_or_that_is_damaged_is_said_and_not_touched(
    a_class: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    assert grade_folder(a_class.asked()) == 0
    a_class.hand_in("ben/1-1.ipynb", RIGHT)
    path = a_class.out / FILE_NAME
    with closing(sqlite3.connect(path, isolation_level=None)) as held:
        held.execute("begin immediate")
        assert grade_folder(a_class.asked()) == 2
    assert "is being written by another program" in capsys.readouterr().err
    assert grade_folder(a_class.asked()) == 0
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"x" * (len(whole) - 4096))
    damaged = path.read_bytes()
    assert grade_folder(a_class.asked()) == 2
    assert "Put back a copy of it" in capsys.readouterr().err
    assert path.read_bytes() == damaged


def test_a_folder_in_the_place_of_the_key_is_told_to_be_one(
    a_class: Class, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "keys").mkdir()
    assert (
        command.grade(
            a_class.submissions, a_class.out, tmp_path / "keys", jobs=1, seconds=60.0, attempts=10, trusted=True
        )
        == 2
    )
    said = capsys.readouterr().err
    assert "it is a folder" in said
    assert "chmod" not in said


def test_a_key_among_the_hand_ins_is_refused_and_none_is_made_there(
    a_class: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    key = a_class.submissions / "ann" / "key"
    key.parent.mkdir(parents=True, exist_ok=True)
    asked = {"jobs": 1, "seconds": 60.0, "attempts": 10, "trusted": True}
    assert command.grade(a_class.submissions, a_class.out, key, **asked) == 2
    assert "among the hand-ins" in capsys.readouterr().err
    assert not key.exists()


def test_a_hand_in_that_takes_its_runner_with_it_has_its_own_row_and_the_next_goes_on(
    a_class: Class, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = trusting.Trusting.run

    def lose(self: trusting.Trusting, job: Job) -> Heard:
        if "kills = 1" in job.cells:
            raise Lost("it fell silent")
        return run(self, job)

    for learner, cells in (("ann", RIGHT), ("bob", [*RIGHT, "kills = 1"]), ("cid", RIGHT)):
        a_class.hand_in(f"{learner}/1-1.ipynb", cells)
    with monkeypatch.context() as once:
        once.setattr(trusting.Trusting, "run", lose)
        rows = {row["learner"]: row for row in a_class.grade() if row["question"] == "hits"}
    assert {name: row["status"] for name, row in rows.items()} == {"ann": "passed", "bob": "error", "cid": "passed"}
    assert "not your mistake" in rows["bob"]["message"]
    assert "it fell silent" in capsys.readouterr().out
    # What was our fault is graded again, and is still the same attempt.
    assert all(row["status"] == "passed" for row in a_class.grade() if row["question"] == "hits")
    assert attempts(a_class) == [(1, "passed")] * 3


def test_what_costs_a_learner_most_is_listed_first(a_class: Class, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("1-1", "1-1-other", "1-1-third", "1-1-fourth", "1-1-fifth"):
        a_class.hand_in(f"ann/{name}.ipynb", [f"# {name}", *RIGHT])
    a_class.hand_in("bob/1-1.ipynb", [*RIGHT, "import os; os._exit(1)"])
    a_class.write("cid/1-1.ipynb", "{")
    a_class.write("cid/1-1-other.ipynb", "{{")
    a_class.grade()
    said = capsys.readouterr().out.partition("Hand-ins with a problem:\n")[2].splitlines()
    assert [line.split(":")[0].strip() for line in said[:7]] == [
        "cid/1-1.ipynb", "bob/1-1.ipynb", "ann/1-1-fifth.ipynb", "ann/1-1-fourth.ipynb", "ann/1-1-other.ipynb", "ann",
        "cid/1-1-other.ipynb",
    ]  # fmt: skip


def test_a_check_of_ours_that_failed_is_tried_again_and_leaves_nobody_with_an_error(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(answer: float) -> None:
        raise TimeoutError

    broken = replace(GRADED[0], check=fails)
    with monkeypatch.context() as once:
        once.setattr(questions, "question_set", lambda asked: QuestionSet(asked, (broken, *GRADED[1:]), ()))
        rows = a_class.grade_one(RIGHT)
    assert "The check for hits failed by itself (TimeoutError)" in rows["hits"]["message"]
    assert [row["status"] for row in a_class.grade()] == ["passed"] * 4 + ["needs_marking"]
    assert attempts(a_class) == [(1, "passed")]


def test_a_folder_that_another_grading_holds_is_left_alone(a_class: Class, capsys: pytest.CaptureFixture[str]) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    with only_one(a_class.out):
        assert grade_folder(a_class.asked()) == 2
        assert "Another “mlcurric grade” is at work" in capsys.readouterr().err
        assert not (a_class.out / FILE_NAME).exists()
        with pytest.raises(Busy), only_one(a_class.out):
            pass
    assert grade_folder(a_class.asked()) == 0


def test_away_from_a_terminal_a_line_now_and_then_says_how_far_it_is() -> None:
    shown, clock = io.StringIO(), count(0, 30)
    numbers = list(tracked(range(300), 300, Console(file=shown, width=200), clock=lambda: next(clock)))
    assert numbers == list(range(300))
    lines = shown.getvalue().splitlines()
    assert len(lines) == 9
    # The first look is at 0, the second, with 30 done, at 30 seconds.
    assert lines[0] == "Graded: 30 of 300; about 4 more min"
    few = io.StringIO()
    assert len(list(tracked(range(5), 5, Console(file=few), clock=lambda: 0.0))) == 5
    assert few.getvalue() == ""


def test_what_is_done_at_once_does_not_make_the_rest_seem_quick() -> None:
    shown, clock = io.StringIO(), count(0, 30)
    files = [*[False] * 700, *[True] * 300]
    console = Console(file=shown, width=200)
    assert list(tracked(files, 300, console, lambda: next(clock), bool)) == files
    assert shown.getvalue().splitlines()[0] == "Graded: 30 of 300; about 4 more min"
    on_terminal = io.StringIO()
    assert list(tracked([False, True], 1, Console(file=on_terminal, force_terminal=True, width=80), counts=bool))
    assert "1/1" in on_terminal.getvalue()


def test_on_a_terminal_a_bar_with_an_estimate_is_shown_and_goes_away() -> None:
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=True, width=80)
    assert list(tracked(range(3), 3, console)) == [0, 1, 2]
    assert "3/3" in shown.getvalue()
    assert "0:00:00" in shown.getvalue() or "-:--:--" in shown.getvalue()
    # The last that is written takes its line away.
    assert shown.getvalue().rstrip().endswith("\x1b[2K")


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "to be marked 2, texts that this class does not mark 1"),
        ("ja", "正解 6、もう一歩 0、未回答 6、エラー 0、人が採点 2、このクラスでは採点しない記述 1"),
    ],
)
def test_what_is_to_be_marked_is_what_this_class_marks(lang: str, says: str, fake_questions: None) -> None:
    shown = io.StringIO()
    answers = {"hits": EXPECTED, "cause": "b", "pitch": "Of your 200 customers 40 to 60 leave by June."}
    places = (("ann", "1-1"), ("ann", "1-2"), ("bob", "1-2"))
    with speaking(lang):
        every = [handed_in(learner, exercise, answers) for learner, exercise in places]
        summary.show(Console(file=shown, width=300), every, 3, ["1-2/pitch"], ["1-2/pitch"])
    assert says in shown.getvalue()
    assert "1-2/pitch" in shown.getvalue()


def test_what_pages_told_of_the_maximum_stays_when_a_later_exercise_comes(
    a_class: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    def most_of_first() -> list[str]:
        return [row["max_points"] for row in a_class.grade() if row["exercise"] == "1-1"]

    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    before = most_of_first()
    assert "from now on, one text a stage: 1-1/pitch." in capsys.readouterr().out
    a_class.hand_in("ann/1-2.ipynb", RIGHT)
    # 1-2 comes later in the same stage, and its text would have been the choice.
    assert most_of_first() == before
    assert "from now on" not in capsys.readouterr().out
    assert "12 points" in a_class.page()


@pytest.mark.parametrize(
    ("lang", "now", "before"),
    [
        ("en", "Graded now: 1; the others were graded before.\nHand-ins: 3, learners: 3.", "Nothing new: "),
        (
            "ja",
            "今回採点した提出: 1 件。ほかは採点済みです。\n全部で 3 人、3 件の提出があります。",
            "新しい提出はありません。",
        ),
    ],
)
def test_a_run_that_goes_on_tells_of_the_whole_class(
    a_class: Class, capsys: pytest.CaptureFixture[str], lang: str, now: str, before: str
) -> None:
    """Whoever stopped in the middle learns what was found there from the run that goes on."""
    a_class.write("ann/1-1.ipynb", "{damaged")
    a_class.hand_in("bob/1-1.ipynb", RIGHT)
    a_class.grade()
    a_class.write("cy/1-1.ipynb", "")
    for says in (now, before):
        capsys.readouterr()
        with speaking(lang):
            a_class.grade()
        shown = capsys.readouterr().out
        assert says in shown
        assert "  ann/1-1.ipynb: " in shown
        assert "  cy/1-1.ipynb: " in shown


@pytest.mark.parametrize(
    ("lang", "kept", "way"),
    [
        ("en", "attempt 1 was graded and is kept: 17 of 17 points", "Your {kept}. If it is to count, hand that notebook in again."),
        ("ja", "1 回目の提出は採点済みで、結果を残してあります(17 点中 17 点)", "{kept}。その結果を使うには、"),
    ],
)  # fmt: skip
def test_what_an_earlier_attempt_earned_is_told_where_the_newest_cannot_be_graded(
    a_class: Class, capsys: pytest.CaptureFixture[str], lang: str, kept: str, way: str
) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    good = (a_class.submissions / "ann/1-1.ipynb").read_bytes()
    a_class.grade()
    marks = export(a_class.out)
    fill_in(marks, "3")
    run("marks", "import", marks, "--gradebook", a_class.out)
    with speaking(lang):
        a_class.write("ann/1-1.ipynb", "{damaged")
        capsys.readouterr()
        a_class.grade()
        assert way.format(kept=kept) in a_class.page()
        index = (a_class.out / "feedback/index.html").read_text(encoding="utf-8")
        for shown in (capsys.readouterr().out, index, run("gradebook", a_class.out)):
            assert kept in shown
        assert kept in (a_class.out / "gradebook.html").read_text(encoding="utf-8")
        a_class.write("ann/1-1.ipynb", good)
        a_class.grade()
        assert kept not in a_class.page()
        assert kept not in run("gradebook", a_class.out)


def test_what_is_said_of_three_hundred_stays_short() -> None:
    shown = io.StringIO()
    problem = Problem(T("It is damaged.", "壊れています。"), T("Again.", "もう一度。"))
    every = [
        Submission(f"l{number:03}", "1-1", 1, "", "1-1.ipynb", "", "en", problem=problem)
        for number in reversed(range(300))
    ]
    summary.show(Console(file=shown, width=200), every, 300)
    assert len(shown.getvalue().splitlines()) < 30
    assert shown.getvalue().index("l000/1-1.ipynb") < shown.getvalue().index("l001/1-1.ipynb")
    assert "and 280 more; all of them are in grades.csv" in shown.getvalue()


@pytest.mark.parametrize(("lang", "more"), [("en", "ann: and 2997 more"), ("ja", "ann: ほか 2997 件")])
def test_one_who_hands_in_thousands_of_files_does_not_bury_the_others(lang: str, more: str) -> None:
    shown = io.StringIO()
    problem = Problem(T("It is damaged.", "壊れています。"), T("Again.", "もう一度。"))
    places = [*(("ann", number) for number in range(3_000)), *((f"b{number}", 0) for number in range(9))]
    every = [
        Submission(learner, f"{number}", 1, "", f"{number}.ipynb", "", "en", problem=problem)
        for learner, number in places
    ]
    with speaking(lang):
        summary.show(Console(file=shown, width=200), every, len(every))
    lines = shown.getvalue().splitlines()
    assert f"  {more}" in lines
    assert all(any(f"b{number}/0.ipynb" in line for line in lines) for number in range(9))
