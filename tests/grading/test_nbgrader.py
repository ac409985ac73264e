"""mlcurric.grading.nbgrader: the files it writes, and what the real nbgrader makes of them."""

import hashlib
import json
import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

import mlcurric
from mlcurric.curriculum import lessons
from mlcurric.grading.nbgrader.course import CONFIG, README, SOURCE, WRITTEN, write_course
from mlcurric.grading.nbgrader.points import NoPoints, earn
from mlcurric.grading.nbgrader.texts import CODE_STUB
from mlcurric.notebook.exercise import Exercise
from mlcurric.questions import exercise_ids, question_set
from mlcurric.text import LANGUAGES

EXERCISES = ("1-1", "1-4", "1-6", "2-1", "3-1")
STEMS = {lesson.id: lesson.file_stem for lesson in lessons()}
KEYS = {"schema_version", "grade", "solution", "locked", "grade_id", "points"}
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
# One of the six is wrong, so that a part of the six points is earned.
PARTLY = dict(invoices="a", calls="b", replies="c", first_login="d", tickets="b", silent="c")


def page(course: Path, exercise: str) -> Path:
    return course / SOURCE / STEMS[exercise] / f"{exercise}-your-turn.ipynb"


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def text(cell: dict) -> str:
    return "".join(cell["source"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_exercise_is_a_source_that_nbgrader_accepts(tmp_path, lang):
    assert write_course(tmp_path / "course", lang) == 0
    for exercise in exercise_ids():
        cells = read(page(tmp_path / "course", exercise))["cells"]
        marked = [cell["metadata"]["nbgrader"] for cell in cells if "nbgrader" in cell["metadata"]]
        graded = [one for one in marked if one["grade"]]
        questions = question_set(exercise).graded
        assert all(set(one) <= KEYS and one["schema_version"] == 3 for one in marked)
        assert all(re.fullmatch(r"[A-Za-z0-9_-]+", one["grade_id"]) for one in marked)
        assert len({one["grade_id"] for one in marked}) == len(marked)
        assert len({cell["id"] for cell in cells}) == len(cells)
        assert sum(one["points"] for one in graded) == sum(question.points for question in questions)
        assert [one["solution"] for one in graded] == [
            question.kind == "T" for question in questions if question.points
        ]
        for cell in cells:
            is_solution = cell["metadata"].get("nbgrader", {}).get("solution", False)
            assert (BEGIN in text(cell)) is (END in text(cell)) is is_solution
            assert not cell.get("outputs")
            assert "ex.solution" not in text(cell)
            assert "mark_myself" not in text(cell)


def test_a_new_course_gets_its_settings_and_is_told_what_it_is_worth(tmp_path, capsys):
    course = tmp_path / '2026 "spring"'
    (course / ".git").mkdir(parents=True)
    assert write_course(course, "en", ["1-1"]) == 0
    settings = (course / CONFIG).read_text(encoding="utf-8")
    compile(settings, CONFIG, "exec")
    assert CODE_STUB in settings
    assert [path.name for path in (course / SOURCE).iterdir() if path.is_dir()] == [STEMS["1-1"]]
    said = (course / SOURCE / README).read_text(encoding="utf-8")
    assert "The security is nbgrader's" in said
    assert "practice data" in said
    assert "practice data" in capsys.readouterr().out
    write_course(tmp_path / "ja", "ja", ["1-1"])
    assert "nbgrader と同じ" in (tmp_path / "ja" / SOURCE / README).read_text(encoding="utf-8")


def test_what_an_instructor_changed_stays_and_what_nobody_changed_is_renewed(tmp_path, capsys):
    course = tmp_path / "course"
    write_course(course, "en", ["1-1", "1-4"])
    page(course, "1-1").write_text("mine", encoding="utf-8")
    # As if an earlier version of this package had written it.
    old = b"{}"
    page(course, "1-4").write_bytes(old)
    written = read(course / SOURCE / WRITTEN)
    written[f"{STEMS['1-4']}/1-4-your-turn.ipynb"] = hashlib.sha256(old).hexdigest()
    (course / SOURCE / WRITTEN).write_text(json.dumps(written), encoding="utf-8")
    capsys.readouterr()
    assert write_course(course, "en", ["1-1", "1-4"]) == 0
    assert page(course, "1-1").read_text(encoding="utf-8") == "mine"
    assert page(course, "1-4").read_bytes() != old
    said = capsys.readouterr().out
    assert f"because it was changed: {page(course, '1-1')}" in said
    assert f"Written: {page(course, '1-4')}" in said


def test_a_course_that_was_there_keeps_its_settings_and_is_told_the_missing_line(tmp_path, capsys):
    (tmp_path / CONFIG).write_text("c = get_config()\n", encoding="utf-8")
    (tmp_path / SOURCE / STEMS["1-1"]).mkdir(parents=True)
    page(tmp_path, "1-1").write_text("theirs", encoding="utf-8")
    assert write_course(tmp_path, "en", ["1-1"]) == 0
    assert (tmp_path / CONFIG).read_text(encoding="utf-8") == "c = get_config()\n"
    assert page(tmp_path, "1-1").read_text(encoding="utf-8") == "theirs"
    assert CODE_STUB in capsys.readouterr().out
    (tmp_path / CONFIG).write_text(CODE_STUB, encoding="utf-8")
    assert write_course(tmp_path, "en", ["1-4"]) == 0
    assert CODE_STUB not in capsys.readouterr().out


def test_it_refuses_a_folder_that_is_no_course_and_an_exercise_that_there_is_not(tmp_path, capsys):
    (tmp_path / "thesis.tex").write_text("mine", encoding="utf-8")
    assert write_course(tmp_path, "en") == 2
    assert "no nbgrader course" in capsys.readouterr().err
    assert write_course(tmp_path / "new", "en", ["9-9"]) == 2
    assert "9-9" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


def test_a_verdict_becomes_points(capsys):
    answers = {"why_flattered": ...}
    ex = Exercise(question_set("1-1"), answers, None)
    with pytest.raises(NoPoints, match="0 of 2"):
        earn(ex, "1-1", "why_flattered")
    answers["method_for"] = PARTLY
    assert 0 < earn(ex, "1-1", "method_for") < 6
    with pytest.raises(LookupError):
        earn(ex, "1-1", "no_such")
    assert capsys.readouterr().err == ""


# --- the real nbgrader ---

SCORES = """
import json, sys
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as gradebook:
    print(json.dumps([
        [assignment.name, submission.student.id, grade.name, grade.auto_score, grade.max_score, grade.needs_manual_grade]
        for assignment in gradebook.assignments for submission in assignment.submissions
        for notebook in submission.notebooks for grade in notebook.grades
    ]))
"""


class NbGrader:
    """nbgrader in an environment of its own, which runs the notebooks with the Python of this one."""

    def __init__(self, place: Path) -> None:
        self.place = place / "environment"
        venv.create(self.place, with_pip=True)
        self.bin = self.place / ("Scripts" if os.name == "nt" else "bin")
        done = subprocess.run(
            [self.bin / "python", "-m", "pip", "install", "-q", "nbgrader>=0.9.6"], capture_output=True, text=True
        )
        if done.returncode:
            if os.environ.get("CI") == "true":
                pytest.fail(f"nbgrader cannot be installed: {done.stderr}")
            pytest.skip("nbgrader cannot be installed here (no network?)")
        kernel = self.place / "share" / "jupyter" / "kernels" / "python3" / "kernel.json"
        kernel.parent.mkdir(parents=True, exist_ok=True)
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        root = str(Path(mlcurric.__file__).parent.parent)
        kernel.write_text(
            json.dumps({"argv": argv, "display_name": "here", "language": "python", "env": {"PYTHONPATH": root}}),
            encoding="utf-8",
        )
        home = place / "home"
        home.mkdir()
        self.environment = {**os.environ, "HOME": str(home), "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}"}
        for name in ("PYTHONPATH", "JUPYTER_PATH", "JUPYTER_CONFIG_DIR", "MLCURRIC_LANG"):
            self.environment.pop(name, None)

    def run(self, course: Path, *command: str) -> str:
        done = subprocess.run(
            [self.bin / command[0], *command[1:]], cwd=course, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def nbgrader(tmp_path_factory) -> NbGrader:
    return NbGrader(tmp_path_factory.mktemp("nbgrader"))


def hand_in(course: Path, exercise: str, student: str, answers: dict[str, str]) -> None:
    """The released notebook with some cells rewritten, by their grade_id, where a student's are collected."""
    name = f"{exercise}-your-turn.ipynb"
    notebook = read(course / "release" / STEMS[exercise] / name)
    for cell in notebook["cells"]:
        found = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if found in answers:
            cell["source"] = answers[found]
    folder = course / "submitted" / student / STEMS[exercise]
    folder.mkdir(parents=True)
    (folder / name).write_text(json.dumps(notebook), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_real_nbgrader_gives_the_model_answer_all_points_and_the_untouched_one_none(tmp_path, nbgrader, lang):
    course = tmp_path / "course"
    if lang == "ja":
        # A course that was there, with nbgrader's own settings.
        (course / SOURCE).mkdir(parents=True)
        (course / CONFIG).write_text("c = get_config()\n", encoding="utf-8")
    assert write_course(course, lang, EXERCISES) == 0
    for exercise in EXERCISES:
        nbgrader.run(course, "nbgrader", "generate_assignment", STEMS[exercise])
        source = read(page(course, exercise))["cells"]
        released = read(course / "release" / STEMS[exercise] / f"{exercise}-your-turn.ipynb")["cells"]
        assert not any(BEGIN in text(cell) for cell in released)
        assert any("NotImplementedError" in text(cell) for cell in released) is (lang == "ja")
        models = {
            cell["metadata"]["nbgrader"]["grade_id"]: text(cell)
            for cell in source
            if cell["metadata"].get("nbgrader", {}).get("solution")
        }
        hand_in(course, exercise, "model", models)
        hand_in(course, exercise, "untouched", {})
        if exercise == "1-1":
            hand_in(course, exercise, "partly", {"1-1-method_for": f"method_for = {PARTLY}"})
        nbgrader.run(course, "nbgrader", "autograde", STEMS[exercise])
    rows = json.loads(nbgrader.run(course, "python", "-c", SCORES))
    texts = {
        f"{one}-{question.name}" for one in EXERCISES for question in question_set(one).graded if question.kind == "T"
    }
    for student, share in (("model", 1.0), ("untouched", 0.0)):
        machine = {name: auto / top for _, who, name, auto, top, _ in rows if who == student and name not in texts}
        assert machine == dict.fromkeys(machine, share)
        assert len(machine) == sum(
            question.points > 0 and question.kind != "T" for one in EXERCISES for question in question_set(one).graded
        )
    by_hand = {(who, name): (auto, needs) for _, who, name, auto, _, needs in rows if name in texts}
    assert {by_hand["model", name] for name in texts} == {(None, True)}
    assert {by_hand["untouched", name] for name in texts} == {(0, False)}
    (partly,) = [auto for _, who, name, auto, _, _ in rows if who == "partly" and name == "1-1-method_for-check"]
    assert 0 < partly < 6
