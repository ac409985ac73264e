"""mlcurric.subject.board.renamed: a heading of board.csv that somebody gave another name costs no note its kind, place or ties."""

import csv
import io

import pytest

from mlcurric.keeping import BYTE_ORDER_MARK
from mlcurric.notebook.wall import open_wall
from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.board.model import Board
from mlcurric.subject.board.table import COLUMNS
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking

LINES = """e it began @1 #desk by Aya/calls [trial]
e it went on @2 #desk by Aya/calls [trial]
h why? @2 > E2 by Ken/support
a a guest @3 #room
m estimate it @4 > H3 by Ken/support
1!
H3 ●●
E2 ●"""


@pytest.fixture
def board() -> Board:
    return carry_out(Board(), LINES)[0]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "board.csv"


def with_headings(board: Board, **renamed: str) -> str:
    """The text of a board's file with other headings; ``""`` takes the whole column out."""
    rows = list(csv.DictReader(io.StringIO(board_text(board))))
    names = [name for name in rows[0] if renamed.get(name) != ""]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([renamed.get(name, name) for name in names])
    writer.writerows([row[name] for name in names] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()


def plainly(board: Board) -> list[tuple[object, ...]]:
    names = ("id", "text", "kind", "at", "lane", "author", "role", "context", "links", "layer", "pivotal", "dots")
    return [tuple(getattr(note, name) for name in names) for note in board]


@pytest.mark.parametrize("heading", ["Kind of note", "sort", "紙の種別メモ", ""])
@pytest.mark.parametrize("column", [*COLUMNS, "dots"])
def test_a_wall_that_hangs_keeps_what_a_column_said(board, path, column, heading, monkeypatch):
    monkeypatch.setattr("mlcurric.notebook.show.display", lambda view, raw: None)
    path.write_text(BYTE_ORDER_MARK + board_text(board), encoding="utf-8")
    wall = open_wall(path)
    path.write_text(with_headings(board, **{column: heading}), encoding="utf-8")
    with speaking("en"):
        told = " ".join(map(str, wall.change("?").told))
    assert plainly(wall.board) == plainly(board)
    # A column in which nothing stood is missed by nobody.
    if column != "colour":
        assert f"“{column}”" in told
    # The next line writes it as it hangs.
    wall.change("title it stays")
    assert plainly(read_board(path).board) == plainly(board)


@pytest.mark.parametrize("column", ["id", "kind"])
def test_a_wall_that_is_opened_anew_keeps_it_too(board, path, column):
    path.write_text(BYTE_ORDER_MARK + board_text(board), encoding="utf-8")
    open_wall(path)
    path.write_text(with_headings(board, **{column: ""}), encoding="utf-8")
    assert plainly(open_wall(path).board) == plainly(board)


def test_what_was_changed_beside_a_renamed_column_is_taken_up(board, path):
    text = with_headings(board, kind="Kind of note", lane="Team")
    path.write_text(text.replace("it went on", "it ended").replace("hotspot", "event", 1), encoding="utf-8")
    reading = read_board(path, board)
    assert [note.kind for note in reading.board.of("hotspot")] == []
    assert reading.board.notes[2].text == "it ended"
    assert reading.board.notes[1].lane == "desk"
    assert "Team" not in reading.board.notes[1].more
    assert {fault.line for fault in reading.faults} == {1}


def test_the_kinds_are_known_by_themselves(board, path):
    path.write_text(with_headings(board, kind="sort"), encoding="utf-8")
    reading = read_board(path)
    assert [note.tag for note in reading.board] == [note.tag for note in board]
    (fault,) = reading.faults
    assert "“sort”" in fault.says.en
    assert "「sort」" in fault.says.ja
    assert "「kind」" in fault.way_out.ja


def test_that_there_are_no_kinds_is_told_once_and_is_to_be_mended(board, path):
    path.write_text(with_headings(board, kind=""), encoding="utf-8")
    (fault,) = read_board(path).faults
    assert fault.missing
    assert "no column “kind”" in fault.says.en
    assert "「kind(種類)」の列がない" in fault.says.ja
    # On paper the colours say it.
    path.write_text("text,colour\nit began,orange\nwhy?,pink\n", encoding="utf-8")
    assert not read_board(path).faults


def test_another_table_of_the_same_name_is_no_renamed_one(board, path):
    path.write_text("text\nsomething else\nnothing alike\n", encoding="utf-8")
    assert len(read_board(path, board).board) == 2
    path.write_text("text\nit began\nit went on\n", encoding="utf-8")
    with speaking("ja"), pytest.raises(Slip, match="「id"):
        read_board(path, board)


def test_a_column_of_the_room_stays_one(board, path):
    text = with_headings(board, colour="ticket")
    path.write_text(text.replace("it began", "it began").replace("as-is,yes,", "as-is,yes,117"), encoding="utf-8")
    reading = read_board(path, board)
    assert reading.board.notes[1].more["ticket"] == "117"
    assert not reading.faults
