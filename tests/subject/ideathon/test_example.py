"""The worked example: clean in every check, one and the same in both languages, and built on the surprises it is told for."""

from collections import Counter

import pytest

from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.board.form import board_findings
from mlcurric.subject.board.kinds import KINDS
from mlcurric.subject.board.model import AS_IS, TO_BE
from mlcurric.subject.ideathon.example import (
    EXAMPLE,
    copy_example,
    example_board,
    example_file,
)
from mlcurric.text import LANGUAGES, speaking

BOARDS = ("board", "rough")
FIRST_INVOICE = 10


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLE)
def test_every_file_is_there_in_both_languages(name, lang):
    assert example_file(name, lang).is_file()


def test_the_language_spoken_is_taken():
    with speaking("ja"):
        assert example_file("board").name == "board.ja.csv"


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: example_file("plans"), "it has rough, board"),
        (lambda: example_file("board", "fr"), "not one of en, ja"),
        (lambda: example_board("plan"), "there are 'board' and 'rough'"),
    ],
)
def test_what_is_not_there_is_said(call, says):
    with pytest.raises(ValueError, match=says):
        call()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", BOARDS)
def test_a_board_is_written_as_it_was_read(name, lang):
    path = example_file(name, lang)
    reading = read_board(path)
    assert reading.faults == ()
    assert board_text(reading.board).lstrip("\ufeff") == path.read_text(encoding="utf-8-sig")
    # Without the mark Excel in Japan takes it for Shift_JIS.
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", BOARDS)
def test_the_twins_are_one_board(name):
    bare = [
        [(note.id, note.kind, note.at, note.links, note.layer, note.pivotal) for note in example_board(name, lang)]
        for lang in LANGUAGES
    ]
    assert bare[0] == bare[1]


def test_the_twins_have_contexts_lanes_and_authors_one_to_one():
    english, japanese = (example_board(lang=lang) for lang in LANGUAGES)
    for of in ("context", "lane", "author", "role"):
        pairs = {(getattr(english.notes[id], of), getattr(japanese.notes[id], of)) for id in english.notes}
        assert len(pairs) == len(dict(pairs)) == len({ja for _, ja in pairs}), of


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_finished_board_is_in_form(lang):
    assert board_findings(example_board(lang=lang)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_finished_board_is_a_whole_one(lang):
    board = example_board(lang=lang)
    assert 55 <= len(board) <= 75
    assert {note.kind for note in board} == set(KINDS)
    assert len({note.role for note in board}) == 3
    assert len({note.author for note in board}) == 8
    assert 2 <= sum(note.pivotal for note in board) <= 4
    assert len(board.contexts) == 5
    assert len(board.of("ml_step", layer=TO_BE)) == 3
    assert not board.of("ml_step", layer=AS_IS)


def test_the_trouble_is_at_the_beginning():
    at = [note.at for note in example_board(lang="en").of("hotspot")]
    cancelled = next(
        note.at for note in example_board(lang="en").of("event") if note.text == "The contract was cancelled"
    )
    before = sum(place < FIRST_INVOICE for place in at)
    behind = sum(place >= cancelled for place in at)
    assert 2 * before >= len(at)
    assert before >= 2 * behind


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_ml_step_is_there_for_a_hotspot_and_one_hotspot_is_answered_by_a_rule(lang):
    board = example_board(lang=lang)
    answered = {other.id for note in board.of("ml_step") for other in board.linked(note) if other.kind == "hotspot"}
    by_rule = {
        other.id for note in board.of("policy", layer=TO_BE) for other in board.linked(note) if other.kind == "hotspot"
    }
    assert len(answered) >= 3
    assert by_rule
    assert not by_rule & answered


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_ten_minutes_break_the_rules_that_a_room_breaks(lang):
    rough = example_board("rough", lang)
    assert len(rough) == 25
    assert Counter(finding.id for finding in board_findings(rough)).keys() >= {
        "tense",
        "question",
        "hotspot_alone",
        "pivotal",
        "roles",
        "machine_first",
        "machine_words",
        "too_fine",
        "vague",
        "twins",
    }


def test_a_copy_leaves_what_stands_there(tmp_path):
    (tmp_path / "board.csv").write_text("mine", encoding="utf-8")
    written = copy_example(tmp_path, "ja")
    assert [path.stem for path in written] == [name for name in EXAMPLE if name != "board"]
    assert (tmp_path / "board.csv").read_text(encoding="utf-8") == "mine"
    assert copy_example(tmp_path, "ja") == []
