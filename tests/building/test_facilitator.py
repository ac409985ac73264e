"""The facilitator's edition: the learners' page with its outputs and the notes; learners get the page without a trace."""

from __future__ import annotations

import json
import re
from pathlib import Path

import nbformat
import pytest
from building.toy import ANSWERS, LESSON, build_toys, code, exercise, lesson, note, prose, write

from mlcurric.building import build
from mlcurric.building.notes import framed, unframed
from mlcurric.text import LANGUAGES

CELLS = (
    code("n = 1234"),
    prose("## One", "## 一"),
    code("print(T('printed', '表示'), n)"),
    prose("There are {{ n:, }}.", "{{ n:, }} 人です。"),
    code("print('last')"),
)
TIMING = note(
    "| minute | what happens |\n|---|---|\n| 0 | read aloud |", "| 分 | すること |\n|---|---|\n| 0 | 読み上げる |"
)
STUMBLE = note(
    "### Stumbles\n\nThey forget that half is {{ n / 2:.0f }}.", "### つまずき\n\n半分は {{ n / 2:.0f }} です。"
)
WITH_NOTES = (CELLS[0], TIMING, *CELLS[1:3], STUMBLE, *CELLS[3:])
EXERCISE_NOTE = note("Ask what three is made of.", "3が何でできているかを聞く。")
TITLE = prose("# What a machine learns\n\n*1-1 · 5 minutes*", "# 機械は何を学ぶのか\n\n*1-1 ・ 5分*")
PAGES = {lang: Path("notebooks", lang, "1-tomorrow", "1-1-what-a-machine-learns.ipynb") for lang in LANGUAGES}
EDITIONS = {lang: Path("facilitator", *path.parts[1:]) for lang, path in PAGES.items()}


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("checkout")
    write(root, lesson(*WITH_NOTES, title=TITLE), exercise(EXERCISE_NOTE))
    ran = []
    with pytest.MonkeyPatch.context() as patch:
        execute = build.execute
        patch.setattr(build, "execute", lambda page: ran.append(page.path) or execute(page))
        build_toys(root)
    assert len(ran) == 6
    assert not [path for path in ran if "facilitator" in path.parts]
    return root


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)


def is_note(cell: nbformat.NotebookNode) -> bool:
    return "facilitator" in cell.metadata.get("tags", [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_edition_is_the_page_with_its_outputs_and_the_notes(built, lang):
    page, edition = read(built / PAGES[lang]), read(built / EDITIONS[lang])
    assert [cell for cell in edition.cells if not is_note(cell)] == page.cells
    assert edition.metadata.mlcurric.kind == "facilitator"
    notes = [cell.source for cell in edition.cells if is_note(cell)]
    label = {"en": "**For the facilitator**", "ja": "**ファシリテーター用**"}[lang]
    assert all(note.splitlines()[2] == label for note in notes)
    assert {"en": "| 0 | read aloud |", "ja": "| 0 | 読み上げる |"}[lang] in notes[0].splitlines()
    assert "617" in notes[1]
    place = edition.cells.index(next(cell for cell in edition.cells if cell.source == notes[1]))
    assert edition.cells[place - 1].outputs[0].text.endswith("1234\n")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_learners_notebook_shows_a_note(built, lang):
    for path in built.rglob("*.ipynb"):
        if "facilitator" not in path.relative_to(built).parts:
            text = path.read_text(encoding="utf-8")
            assert not [word for word in ("facilitator", "read aloud", "読み上げる", "Stumbles") if word in text], path


def test_notes_rename_no_cell_of_the_learners(prepare):
    def cells(*slots):
        pages, problems = prepare(lesson(*slots))
        assert problems == []
        return [(cell.id, cell.source) for cell in pages[0].notebook.cells if "json.dumps" not in cell.source]

    assert cells(*WITH_NOTES) == cells(*CELLS)


def test_the_edition_of_an_exercise_shows_the_model_answers(built):
    edition = read(built / "facilitator/en/1-tomorrow/1-1-your-turn.ipynb")
    assert any("hits = 1 + 2" in cell.source for cell in edition.cells)
    assert unframed(next(cell.source for cell in edition.cells if is_note(cell))) == "Ask what three is made of."


def test_a_second_build_is_the_same_and_the_check_covers_it(built, capsys):
    before = {path: path.read_bytes() for path in built.rglob("*.ipynb")}
    assert build.build_all(root=built) == 0
    assert {path: path.read_bytes() for path in built.rglob("*.ipynb")} == before
    assert build.check_all(root=built) == 0
    assert "10 notebooks are in step with their sources." in capsys.readouterr().out


@pytest.mark.parametrize("break_it", ["source", "edition", "missing", "outputs"])
def test_an_edition_out_of_step_is_named(built, capsys, break_it):
    edition = built / EDITIONS["ja"]
    if break_it == "source":
        write(built, lesson(*WITH_NOTES, title=TITLE).replace("読み上げる", "黙って読む"), exercise(EXERCISE_NOTE))
    elif break_it == "edition":
        edition.write_text(edition.read_text(encoding="utf-8").replace("読み上げる", "読む"), encoding="utf-8")
    elif break_it == "outputs":
        edition.write_text(edition.read_text(encoding="utf-8").replace("表示 1234", "表示 4321"), encoding="utf-8")
    else:
        edition.unlink()
    assert build.check_all(root=built) == 1
    out = capsys.readouterr().out
    assert f"✗ {EDITIONS['ja']}" in out
    assert "Run `mlcurric build 1-1` and commit the result." in out
    assert "1 to mend." in out


def test_the_edition_of_a_source_that_lost_its_notes_is_a_stray(built, capsys):
    write(built, lesson(*CELLS), exercise(EXERCISE_NOTE))
    build.check_all(root=built)
    out = capsys.readouterr().out
    for path in EDITIONS.values():
        assert f"{path}: No source makes this notebook." in out
    assert "facilitator/en/1-tomorrow/1-1-your-turn.ipynb" not in out


def test_a_source_that_cannot_be_read_makes_no_stray_of_its_edition(built, capsys):
    write(built, lesson(*WITH_NOTES) + '+++ {"lang": "en"}\n\nAlone.\n', exercise(EXERCISE_NOTE))
    build.check_all(root=built)
    assert "No source makes this notebook" not in capsys.readouterr().out


def test_a_page_that_does_not_run_leaves_its_edition(built):
    before = (built / EDITIONS["en"]).read_bytes()
    write(built, lesson(*WITH_NOTES, code("1 / 0")), exercise(EXERCISE_NOTE, answers=ANSWERS))
    assert build.build_all(["1-1"], root=built) == 1
    assert (built / EDITIONS["en"]).read_bytes() == before


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        (
            prose("Say it.", "言う。").replace('"ja"}', '"ja", "tags": ["facilitator"]}'),
            "Its English twin is tagged otherwise.",
        ),
        (note("Say it.", "言う。").replace("facilitator", "faciliator"), "A text has no tag “faciliator”."),
        (note("## Timing", "## 時間"), "The note's heading “Timing” cuts the page in two. Write it with ###."),
        (note("After 12.5 minutes.", "12.5 分後。"), "The number 12.5 is typed."),
        (note("See `hits`.", "見る。"), "The twins differ in their inline code"),
        (note("There are {{ m }}.", "{{ m }} 人。"), "reads “m”, which no cell assigns."),
    ],
)
def test_a_slip_in_a_note_is_named(prepare, cell, says):
    _, problems = prepare(lesson(cell))
    assert any(says in problem and problem.startswith(f"{LESSON}, cell ") for problem in problems), problems


@pytest.mark.parametrize("text", ["One line.", "a\n\n| b |\n|---|\n\n> quoted\n>\n> more", "```\ncode\n\n  more\n```"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_framed_note_can_be_unframed(text, lang):
    assert unframed(framed(text, lang)) == text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_page_leads_to_every_page_with_notes(built, lang):
    index = built / "facilitator" / lang / "README.md"
    text = index.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert {(index.parent / link).resolve() for link in links} == set((built / "facilitator" / lang).rglob("*.ipynb"))
    assert {"en": "| 1-1 What a machine learns | 5 minutes |", "ja": "| 1-1 機械は何を学ぶのか | 5分 |"}[lang] in text
    assert all(word in text for word in ("make slides", "make doctor", "save_cards"))


def test_the_first_page_leads_to_the_learners_page_where_there_are_no_notes(built):
    write(built, lesson(*WITH_NOTES), exercise())
    (built / "facilitator/en/1-tomorrow/1-1-your-turn.ipynb").unlink()
    (built / "facilitator/ja/1-tomorrow/1-1-your-turn.ipynb").unlink()
    build.build_all(root=built)
    text = (built / "facilitator/en/README.md").read_text(encoding="utf-8")
    link = re.search(r"\[exercise\]\(([^)]+)\)", text)[1]
    assert (built / "facilitator/en" / link).resolve() == built / "exercises/solved/en/1-tomorrow/1-1-your-turn.ipynb"


def test_a_first_page_out_of_step_is_named_and_a_build_mends_it(built, capsys):
    index = built / "facilitator/ja/README.md"
    index.write_text(index.read_text(encoding="utf-8").replace("make doctor", "make docter"), encoding="utf-8")
    assert build.check_all(root=built) == 1
    assert "✗ facilitator/ja/README.md: It does not show what is built." in capsys.readouterr().out
    build.build_all(root=built)
    assert build.check_all(root=built) == 0


def test_the_metadata_hold_nothing_else(built):
    metadata = json.loads((built / EDITIONS["en"]).read_text(encoding="utf-8"))["metadata"]
    assert metadata["mlcurric"] == {"kind": "facilitator", "lang": "en", "lesson": "1-1"}
