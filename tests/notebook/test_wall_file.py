"""The board's file when something stands in the way: no traceback, nothing lost, and what was put elsewhere is named again."""

import os
from pathlib import Path

import pytest

from mlcurric.disk_errors import why_refused
from mlcurric.keeping import last_good
from mlcurric.notebook import wall_file, wall_rescued
from mlcurric.notebook.wall import open_wall
from mlcurric.notebook.wall_file import WallFile
from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.board.model import Board
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, speaking


@pytest.fixture
def shown(monkeypatch):
    """What the notebook was given to show, newest last."""
    views = []
    monkeypatch.setattr("mlcurric.notebook.show.display", lambda view, raw: views.append(view))
    return views


@pytest.fixture
def path(tmp_path):
    return tmp_path / "team" / "board.csv"


@pytest.fixture(autouse=True)
def own_places(tmp_path, monkeypatch):
    """A home and a folder for temporary files that nobody else uses."""
    for name in ("home", "temporary"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "temporary"))
    return [tmp_path / "home", tmp_path / "temporary"]


def board_of(*lines):
    return carry_out(Board(), "\n".join(lines))[0]


def forbidden(*_, **__):
    raise PermissionError(13, "Permission denied")


def said(slip, lang="ja"):
    with speaking(lang):
        return " ".join(map(str, slip.value.says))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("where", ["read_board", "stamp"])
def test_a_board_that_may_not_be_read_is_told_with_the_way_out(path, lang, where, monkeypatch):
    open_wall(path)("e it began")
    before = path.read_bytes()
    monkeypatch.setattr(wall_file, where, forbidden)
    with speaking(lang), pytest.raises(Slip) as slip:
        open_wall(path)
    words = {
        "ja": ("読めません", "権限がありません", "閉じ", "もう一度実行"),
        "en": ("cannot be read", "no right", "Close it"),
    }
    assert all(word in said(slip, lang) for word in ("board.csv", str(path.parent), *words[lang]))
    assert path.read_bytes() == before


def test_a_folder_that_may_not_be_looked_into_is_told_too(path, monkeypatch):
    monkeypatch.setattr(Path, "exists", forbidden)
    with speaking("ja"), pytest.raises(Slip) as slip:
        open_wall(path)
    assert "権限がありません" in said(slip)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_folder_with_the_boards_name_is_left_alone(path, lang):
    path.mkdir(parents=True)
    last_good(path).write_text(board_text(board_of("e it began")), encoding="utf-8")
    with speaking(lang), pytest.raises(Slip) as slip:
        open_wall(path)
    assert {"ja": "フォルダーなので", "en": "is a folder"}[lang] in said(slip, lang)
    assert path.is_dir()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_is_followed_and_one_that_leads_nowhere_is_told(path, tmp_path, shown, lang):
    shared = tmp_path / "shared" / "ours.csv"
    shared.parent.mkdir()
    path.parent.mkdir()
    path.symlink_to(shared)
    with speaking(lang), pytest.raises(Slip) as slip:
        open_wall(path)
    assert str(shared) in said(slip)
    assert {"ja": "つなぎ直して", "en": "Connect the disk"}[lang] in said(slip, lang)
    assert path.is_symlink()
    shared.write_text(board_text(board_of("e it began")), encoding="utf-8")
    open_wall(path)("e it ended")
    assert path.is_symlink()
    assert len(read_board(shared).board) == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_why_is_said_in_plain_words(lang):
    with speaking(lang):
        assert (
            str(why_refused(OSError(28, "No space left on device")))
            == {"ja": "ディスクに空きがありません", "en": "the disk is full"}[lang]
        )
        assert "読み取り専用" in str(why_refused(OSError(30, "Read-only file system"))) or lang == "en"
        assert "Input" not in str(why_refused(OSError(5, "Input/output error")))
        assert str(why_refused(OSError())).endswith("OSError")


def test_a_file_that_comes_over_and_may_not_be_read_is_told(path, shown, monkeypatch):
    export = path.with_name("export.csv")
    wall = open_wall(path)
    wall("e it began")
    export.write_text("text\nit ended\n", encoding="utf-8")
    monkeypatch.setattr("mlcurric.notebook.wall.read_whiteboard", forbidden)
    with speaking("ja"):
        wall.bring_in("export.csv")
    assert (
        "「export.csv」はありますが、読めません(ほかのソフトで開いているか、権限がありません)"
        in shown[-1]["text/plain"]
    )


def test_a_file_written_while_it_is_read_is_read_again_whole(path, monkeypatch):
    """Else the next change would be written over what was never read, as if it had been."""
    path.parent.mkdir()
    path.write_text(board_text(board_of("e it began")), encoding="utf-8")
    reads = []

    def read_slowly(file, hung=None):
        reading = read_board(file, hung)
        reads.append(reading)
        if len(reads) == 1:
            file.write_text(board_text(board_of("e it began", "h why?")), encoding="utf-8")
        return reading

    monkeypatch.setattr(wall_file, "read_board", read_slowly)
    assert len(WallFile(path, Board()).board) == 2
    assert len(reads) == 2


def test_what_is_written_behind_the_last_reading_is_taken_up_at_the_next_look(path, monkeypatch):
    """Somebody who saves all the time does not hold the wall up, and nothing of it is missed."""
    path.parent.mkdir()
    path.write_text(board_text(board_of("e one was done")), encoding="utf-8")
    lines = ["e one was done"]

    def read_slowly(file, hung=None):
        reading = read_board(file, hung)
        lines.append(f"e {len(lines)} more were done")
        file.write_text(board_text(board_of(*lines)), encoding="utf-8")
        return reading

    with monkeypatch.context() as patched:
        patched.setattr(wall_file, "read_board", read_slowly)
        file = WallFile(path, Board())
    assert len(file.board) < len(lines)
    file.look()
    assert len(file.board) == len(lines)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", [0, 1])
def test_what_could_not_be_saved_is_named_when_the_board_is_opened_again(path, shown, own_places, place, lang):
    wall = open_wall(path)
    wall("e it began\nh why?")
    rescued = own_places[place] / "board.rescued-1.csv"
    rescued.write_text(board_text(board_of("e it began", "h why?", "e it ended")), encoding="utf-8")
    with speaking(lang):
        wall = open_wall(path)
        wall("")
        told = shown[-1]["text/plain"]
        assert str(rescued) in told
        assert {"ja": "この壁にない付箋: E3", "en": "missing: E3"}[lang] in told
        # As it says.
        wall.bring_in(rescued)
        assert {note.text for note in wall.board} == {"it began", "why?", "it ended"}
        wall = open_wall(path)
        wall("e it went on")
    assert "rescued" not in shown[-1]["text/plain"]
    assert rescued.exists()


def test_of_texts_elsewhere_only_those_of_this_board_and_this_person_are_named(path, own_places, monkeypatch):
    board, home = board_of("e it began"), own_places[0]
    (home / "board.rescued-1.csv").write_text(board_text(board_of("e another team began", "h why?")), encoding="utf-8")
    (home / "wall.rescued-1.csv").write_text(board_text(board_of("e it began", "h why?")), encoding="utf-8")
    assert wall_rescued.left_behind(path, board) == []
    (home / "board.rescued-2.csv").write_bytes(b"\xff\x00\x81")
    with speaking("ja"):
        (told, way_out) = map(str, wall_rescued.left_behind(path, board))
    assert "board.rescued-2.csv" in told
    assert "Excel" in way_out
    if hasattr(os, "getuid"):
        monkeypatch.setattr(os, "getuid", lambda: -1)
        assert wall_rescued.left_behind(path, board) == []


def test_of_a_board_that_was_never_written_everything_elsewhere_is_named(path, own_places):
    (own_places[0] / "board.rescued-1.csv").write_text(board_text(board_of("e it began")), encoding="utf-8")
    with speaking("en"):
        assert "E1" in str(wall_rescued.left_behind(path, Board())[0])
