"""mlcurric.notebook.calibration: the first estimate of each statement counts, once its lesson has settled it."""

import json

import matplotlib.pyplot as plt
import pytest

from mlcurric.notebook import calibration
from mlcurric.notebook.calibration import Record, in_words, read_estimates
from mlcurric.notebook.progress import FILE_NAME, Progress
from mlcurric.notebook.workfolder import MARKER
from mlcurric.question.estimates import Estimate, Statement, estimate_question
from mlcurric.question.verdict import in_one_line
from mlcurric.questions import QuestionSet, UnknownExercise, lesson_ids, question_set
from mlcurric.text import LANGUAGES, T, speaking

_SAME = T("same", "同じ")


def bets(name: str, settled_in: str | None) -> Estimate:
    return estimate_question(
        name=name,
        title=_SAME,
        statements={"a": Statement(_SAME, truth=lambda: True), "b": Statement(_SAME, truth=lambda: False)},
        hints=(_SAME,),
        why=_SAME,
        settled_in=settled_in,
    )


REAL = question_set("1-1")
SETS = {
    "1-1": QuestionSet("1-1", (bets("at_once", None), bets("later", "1-2")), ()),
    "1-2": QuestionSet("1-2", (bets("own", "1-2"), REAL.find("rule_hits")), (REAL.find("quick_score"),)),
}


@pytest.fixture
def progress(tmp_path, monkeypatch):
    def made_up(id):
        if id not in SETS:
            raise UnknownExercise(id)
        return SETS[id]

    monkeypatch.setattr(calibration, "question_set", made_up)
    return Progress.of(tmp_path)


def estimate(progress, lesson, question, event="passed", **guesses):
    logged = {name: {"answer": answer, "sure": sure} for name, (answer, sure) in guesses.items()}
    progress.record(lesson, question, event, estimates=logged)


def test_what_is_told_at_once_is_settled_at_once(progress):
    estimate(progress, "1-1", "at_once", a=("yes", 70), b=("yes", 90))
    assert read_estimates(progress) == Record((70, 90), (True, False), 0)


@pytest.mark.parametrize(
    ("question", "event", "still_open"),
    [
        ("rule_hits", "passed", 0),
        ("rule_hits", "failed", 2),
        ("rule_hits", "hint", 2),
        ("quick_score", "passed", 2),
        ("own", "passed", 2),
    ],
)
def test_a_later_lesson_settles_it_with_its_first_graded_question(progress, question, event, still_open):
    estimate(progress, "1-1", "later", a=("yes", 70), b=("no", 60))
    progress.record("1-2", question, event)
    record = read_estimates(progress)
    assert record.still_open == still_open
    assert record.right == (() if still_open else (True, True))


def test_the_first_passed_estimate_of_each_statement_counts(progress):
    estimate(progress, "1-1", "at_once", event="failed", a=("no", 55), b=("no", 55))
    estimate(progress, "1-1", "at_once", a=("no", 99))
    estimate(progress, "1-1", "at_once", a=("yes", 99), b=("no", 60))
    estimate(progress, "1-1", "at_once", a=("yes", 99), b=("no", 99))
    assert read_estimates(progress) == Record((99, 60), (False, True), 0)


def test_a_damaged_log_costs_its_damaged_lines_only(progress, tmp_path):
    estimate(progress, "1-1", "at_once", a=("yes", 70))
    path = tmp_path / MARKER / FILE_NAME
    odd = [
        *(None, 3, [], "yes", {"b": None}, {"b": {}}, {"b": {"answer": "maybe", "sure": 70}}),
        *({"b": {"answer": "yes", "sure": sure}} for sure in ("70", None, True, 49, 100, [70], float("nan"))),
        {"c": {"answer": "yes", "sure": 70}},
        {"": {"answer": ["yes"], "sure": 70}},
    ]
    line = {"exercise": "1-1", "question": "at_once", "event": "passed"}
    lines = [json.dumps({**line, "estimates": estimates}) for estimates in odd]
    lines += [json.dumps(line), json.dumps({**line, "exercise": "9-9"}), json.dumps({**line, "question": "gone"})]
    lines += ['{"exercise": "1-1", "question": "at_on', "\xff", "[]"]
    with path.open("ab") as file:
        file.write("\n".join(lines).encode("latin-1") + b"\n")
    estimate(progress, "1-1", "at_once", b=("no", 80))
    assert read_estimates(progress) == Record((70, 80), (True, True), 0)


@pytest.mark.parametrize(
    ("record", "english"),
    [
        (Record((), (), 0), ["no estimates yet"]),
        (Record((), (), 1), ["one estimate, which is still open"]),
        (Record((), (), 3), ["3 estimates, all still open"]),
        (Record((75,), (False,), 0), ["One of your estimates", "75% sure, and you were wrong", "too few"]),
        (Record((75, 65), (False, True), 4), ["1 of 2 were right", "70% sure", "too few", "Still open: 4."]),
        (Record((90,) * 9, (False,) * 9, 0), ["0 of 9", "too few"]),
        (Record((90,) * 10, (False,) * 10, 0), ["0 of 10", "over-confident"]),
        (Record((90,) * 10, (True,) * 9 + (False,), 0), ["9 of 10", "chance can explain"]),
        (Record((60,) * 20, (True,) * 20, 0), ["20 of 20", "under-confident"]),
    ],
)
def test_the_words_say_how_many_they_rest_on_and_no_more(record, english):
    with speaking("en"):
        said = in_one_line(in_words(record))
    for words in english:
        assert words in said
    if len(record.sure) < 10:
        assert "-confident" not in said
    with speaking("ja"):
        assert str(len(record.sure) or record.still_open or "まだ") in in_one_line(in_words(record))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_shown_in_a_notebook(desk, notebook, lang):
    notebook.run(f'from mlcurric import exercise\nex = exercise("start-here", lang="{lang}")')
    plt.close("all")
    assert {"en": "no estimates yet", "ja": "予想はまだ"}[lang] in notebook.run("ex.calibration()")
    assert plt.get_fignums() == []
    Progress.of(desk).record("1-1", "perfect_knowledge", "passed", estimates={"earns": {"answer": "yes", "sure": 70}})
    assert {"en": "one estimate", "ja": "予想は1件"}[lang] in notebook.run("ex.calibration()")


@pytest.mark.parametrize("id", lesson_ids())
def test_every_statement_of_the_curriculum_has_a_truth(id):
    for question in question_set(id).all:
        if isinstance(question, Estimate):
            assert question.settled_in is None or question.settled_in in lesson_ids()
            for statement in question.statements.values():
                assert statement.truth() in (True, False)
