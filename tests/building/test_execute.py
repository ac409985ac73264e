"""A page runs in a kernel of its own; a cell that fails is named, and the answers it arrives at are judged."""

from __future__ import annotations

import pytest
from building.toy import ANSWERS, LESSON, answer, code, exercise, lesson

from mlcurric.building import execute as module
from mlcurric.building.clean import check_outputs
from mlcurric.building.execute import check_verdicts, execute
from mlcurric.building.problems import Findings, SourceError

RIGHT = {"hits": 3, "means": {"calls": "b"}, "bet": {"pays": "yes", "pays_sure": 70}}
RIGHT["pitch"] = "Mori-san, 30 of the 100 on your list will leave; call them first."
UNTOUCHED = {"hits": ..., "means": {"calls": ...}, "bet": {"pays": ..., "pays_sure": ...}, "pitch": ""}


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("1 / 0", "this cell failed with “ZeroDivisionError: division by zero”. Mend the code"),
        ("import os\nos._exit(1)", "the kernel died (DeadKernelError)"),
        ("while True:\n    pass", "this cell ran longer than 1 seconds. Make it do less."),
    ],
)
def test_a_cell_that_fails_is_named(prepare, monkeypatch, cell, says):
    monkeypatch.setattr(module, "CELL_SECONDS", 1 if "while" in cell else 25)
    pages, _ = prepare(lesson(code(cell)))
    with pytest.raises(SourceError) as caught:
        execute(pages[0])
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"{LESSON}, cell 4, line 25: On the page {pages[0].path} ")


def test_a_warning_is_named(prepare):
    pages, _ = prepare(lesson(code("import warnings\nwarnings.warn('old')")))
    execute(pages[0])
    findings = Findings()
    check_outputs(pages[0], findings)
    assert "this cell writes to stderr" in str(findings.errors[0])


def test_the_folder_is_empty_and_the_answers_are_handed_over(prepare):
    cell = code("import os\n\nprint(os.listdir(), os.environ['MLCURRIC_LANG'])")
    pages, problems = prepare(lesson(cell, quick=answer("quick_one", '"a"')), exercise())
    assert problems == []
    assert execute(pages[1]) == {"quick_one": "a"}
    assert pages[1].notebook.cells[2].outputs[0].text == "[] ja\n"
    # The model answer ran, and the page still shows the question open.
    assert pages[1].notebook.cells[3].source.startswith("quick_one = ...")
    assert not any("dumps" in cell.source for cell in pages[1].notebook.cells)


@pytest.mark.parametrize(
    ("kind", "answers", "says"),
    [
        ("solved", RIGHT, None),
        ("exercise", UNTOUCHED, None),
        ("solved", {**RIGHT, "hits": 6}, "“hits” has a model answer that its own check does not accept"),
        ("solved", {**RIGHT, "hits": ...}, "says “○ Not attempted: hits is still “...”"),
        ("solved", {**RIGHT, "pitch": "Too short."}, "“pitch” has a model answer that its own check does not accept"),
        ("exercise", {**UNTOUCHED, "hits": 0}, "“hits” is taken for an answer before the learner has typed one"),
    ],
)
def test_both_sides_are_judged(prepare, kind, answers, says):
    pages, _ = prepare()
    page = next(page for page in pages if page.kind == kind)
    findings = Findings()
    assert check_verdicts(page, answers, findings) == (says is None)
    assert [says in str(error) for error in findings.errors] == ([] if says is None else [True])


def test_the_model_answer_of_a_quick_check_is_judged(prepare):
    pages, _ = prepare(lesson(quick=answer("quick_one", '"b"')))
    findings = Findings()
    assert not check_verdicts(pages[0], {"quick_one": "b"}, findings)
    assert "“quick_one” has a model answer that its own check does not accept" in str(findings.errors[0])


def test_a_quick_check_without_a_model_answer_is_not_judged(prepare):
    pages, _ = prepare(lesson(), exercise(answers=ANSWERS))
    assert check_verdicts(pages[0], {}, Findings())
