"""The exercises carry nbgrader's metadata, schema 3: these keys and no other."""

from __future__ import annotations

import re

from building.toy import code, exercise, prose

KEYS = {"schema_version", "grade", "solution", "locked", "grade_id"}


def of_exercise(prepare, *cells):
    pages, problems = prepare(None, exercise(*cells))
    assert problems == []
    page = next(page for page in pages if page.kind == "exercise")
    return [(cell.source, cell.metadata.get("nbgrader")) for cell in page.notebook.cells if cell.cell_type == "code"]


def test_the_kinds_of_cells(prepare):
    found = {metadata.pop("grade_id"): metadata for _, metadata in of_exercise(prepare) if metadata}
    three = {"schema_version": 3}
    answer = {**three, "grade": False, "solution": True, "locked": False}
    read_only = {**three, "grade": False, "solution": False, "locked": True}
    assert found == {
        "1-1-cell-what-a-machine-learns-2": read_only,
        "1-1-hits": answer,
        "1-1-hits-check": {**three, "grade": True, "solution": False, "locked": True, "points": 2},
        "1-1-means": answer,
        "1-1-means-check": {**three, "grade": True, "solution": False, "locked": True, "points": 4},
        "1-1-bet": answer,
        "1-1-bet-check": read_only,
        "1-1-pitch": {**three, "grade": True, "solution": True, "locked": False, "points": 12},
        "1-1-pitch-check": read_only,
    }


def test_the_keys_and_ids_are_those_that_nbgrader_takes(prepare):
    extra = prose("## Café “2”: *so*", "## カフェ")
    found = [
        metadata for _, metadata in of_exercise(prepare, extra, code("n = 1"), prose("{{ n }}", "{{ n }}")) if metadata
    ]
    for metadata in found:
        assert set(metadata) - {"points"} == KEYS
        assert ("points" in metadata) == metadata["grade"]
        assert re.fullmatch(r"[A-Za-z0-9_-]+", metadata["grade_id"])
    ids = [metadata["grade_id"] for metadata in found]
    assert len(set(ids)) == len(ids)
    assert "1-1-cell-prose-numbers" in ids


def test_a_cell_to_change_is_left_to_the_learner(prepare):
    cells = dict(of_exercise(prepare, code("months = 3", tags="change")))
    assert cells["months = 3"] is None
    assert next(metadata for source, metadata in cells.items() if source.startswith("ex.mark_myself")) is None


def test_only_the_exercises_carry_it(prepare):
    pages, _ = prepare()
    for page in pages:
        assert any("nbgrader" in cell.metadata for cell in page.notebook.cells) == (page.kind == "exercise")
