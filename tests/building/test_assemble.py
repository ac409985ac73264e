"""Cells keep their ids, so that a change in one place is a small change in the notebook."""

from __future__ import annotations

import nbformat
from building.toy import code, exercise, lesson, prose

from mlcurric.building.source import SHARED

BEFORE = (prose("## One", "## 一"), code("a = 1"), prose("## Two", "## 二"), code("b = 1"), code("c = 1"))


def ids(prepare, *cells):
    pages, problems = prepare(lesson(*cells))
    assert problems == []
    nbformat.validate(pages[0].notebook)
    return {cell.source: cell.id for cell in pages[0].notebook.cells}


def test_ids_stay_when_cells_come_in_elsewhere(prepare):
    before = ids(prepare, *BEFORE)
    after = ids(prepare, BEFORE[0], code("new = 1"), *BEFORE[1:], prose("## Three", "## 三"))
    moved = {source for source in before if before[source] != after[source]}
    assert moved == {"a = 1"}
    assert len(set(after.values())) == len(after)


def test_ids_are_those_of_the_place_and_not_of_the_words(prepare):
    before = ids(prepare, *BEFORE)
    assert ids(prepare, *BEFORE[:-1], code("c = 2"))["c = 2"] == before["c = 1"]


def test_every_page_has_ids_of_its_own(prepare):
    pages, _ = prepare()
    exercise, solved = (next(page for page in pages if page.kind == kind) for kind in ("exercise", "solved"))
    assert not {cell.id for cell in exercise.notebook.cells} & {cell.id for cell in solved.notebook.cells}


def test_tags_and_questions_are_kept(prepare):
    pages, _ = prepare(lesson(code("months = 3", tags="change, nbval-skip")))
    by_source = {cell.source: cell.metadata for cell in pages[0].notebook.cells}
    assert by_source["months = 3"] == {"tags": ["change", "nbval-skip", "raises-exception"]}
    answers = [metadata for metadata in by_source.values() if "mlcurric" in metadata]
    assert answers == [{"tags": ["answer", "raises-exception"], "mlcurric": {"question": "quick_one"}}]


def test_what_stands_before_the_first_cell_to_edit_is_shared_by_all_hand_ins(prepare):
    pages, problems = prepare(exercise=exercise(code("rows = 1"), code("tried = 2", tags="change"), code("rows = 3")))
    assert problems == []
    tagged = {
        page.kind: [cell.source for cell in page.notebook.cells if SHARED in cell.metadata.get("tags", ())]
        for page in pages
    }
    assert [source.splitlines()[-1] for source in tagged["exercise"]] == [")", "rows = 1"]
    assert tagged["lesson"] == tagged["solved"] == []
