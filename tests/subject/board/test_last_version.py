"""mlcurric.subject.board.last_version: a board that was cut off does not take the place of the last whole one without a word."""

import pytest

from mlcurric.keeping import last_good
from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.board.last_version import keep_last_good
from mlcurric.subject.board.merge import about_gone, merge
from mlcurric.subject.board.model import Board

NOTES = 12


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "board.csv"
    board, _ = carry_out(Board(), "\n".join(f"e 知らせ{number}が届いた" for number in range(NOTES)))
    path.write_text(board_text(board), encoding="utf-8")
    last_good(path).write_text(board_text(board), encoding="utf-8")
    return path


def cut(path, left: int, end: str = "") -> str:
    """Leave the headings and so many notes; the whole text is returned."""
    whole = path.read_text(encoding="utf-8")
    path.write_text("".join(whole.splitlines(keepends=True)[: left + 1]) + end, encoding="utf-8")
    return whole


@pytest.mark.parametrize(("left", "end"), [(0, ""), (8, ""), (NOTES - 1, ""), (8, "9,x,,e\n")])
def test_where_notes_are_gone_the_version_before_stays_under_a_number(path, left, end):
    whole = cut(path, left, end)
    (told,) = keep_last_good(path, read_board(path))
    assert f"前回あった{NOTES}件のうち、{NOTES - left}件がなくなっています" in told.ja
    before = path.with_name("board.before-1.csv")
    assert before.name in told.ja
    assert before.name in told.en
    assert before.read_text(encoding="utf-8") == whole
    assert len(read_board(last_good(path)).board) == (NOTES if end else left)
    # Opened once more it is the same version.
    keep_last_good(path, read_board(path))
    assert len(list(path.parent.glob("board.before-*"))) == 1


def test_where_nothing_is_gone_nothing_is_said(path):
    cut(path, NOTES)
    assert keep_last_good(path, read_board(path)) == []
    assert list(path.parent.glob("board.before-*")) == []


def test_the_merge_tells_which_notes_somebody_took_out_of_the_file(path):
    base = read_board(path).board
    theirs = base.without(2).without(5)
    merged = merge(base, base, theirs)
    assert [note.id for note in merged.gone] == [2, 5]
    (told,) = about_gone(merged.gone)
    assert told.ja == "2枚の付箋がファイルから消えていたので、この壁からも外しました(E2, E5)。"
    (told,) = about_gone(merge(base, base, base.without(3)).gone)
    assert "E3(「知らせ2が届いた」)" in told.ja
    assert merge(base, base.without(3), base).gone == merge(base, base.without(3), base.without(3)).gone == ()
    assert list(about_gone(())) == []
