"""The wall in a cell: what is asked of it in a word, printing, what stays below a cell, and what the box still tells."""

from types import SimpleNamespace

import pytest

from mlcurric.notebook import wall_print
from mlcurric.notebook.wall import open_wall
from mlcurric.notebook.wall_asked import asked, stretch_in
from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.files import board_text, read_board
from mlcurric.text import LANGUAGES, speaking


@pytest.fixture
def shown(monkeypatch):
    """What the notebook was given to show, newest last."""
    views = []
    for place in ("wall_box.display", "show.display"):
        monkeypatch.setattr(f"mlcurric.notebook.{place}", lambda view, raw: views.append(view))
    return views


@pytest.fixture
def path(tmp_path):
    return tmp_path / "board.csv"


@pytest.fixture
def in_browser(monkeypatch):
    """A kernel that answers what is typed into a box."""
    monkeypatch.setattr("mlcurric.notebook.wall.get_ipython", lambda: SimpleNamespace(kernel=object()))


def type_line(wall, line):
    wall._box._lines.value += f"{line}\n"
    return wall._box._page.value


def test_a_line_that_asks_something_is_told_from_one_for_a_note():
    for word, name in (
        ("保存", "save"),
        (" Ｓave ", "save"),
        ("保存して。", "save"),
        ("戻す", "undo"),
        ("？", "check"),
        ("e 保存", ""),
    ):
        assert asked(word) == name
    for word, places in (("@", ()), ("＠３", (3.0,)), ("@3.5〜9", (3.5, 9.0)), ("E3 @5", None)):
        assert stretch_in(word) == places


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_asks_to_save_hears_that_all_is_saved_and_where(path, shown, lang):
    with speaking(lang):
        wall = open_wall(path)
        wall("e it began")
        wall("保存" if lang == "ja" else "save")
        told = shown[-1]["text/plain"]
        assert {"ja": "保存の操作はいりません", "en": "no need to save"}[lang] in told
        assert str(path) in told
        sample = open_wall(None)
        sample("save")
        assert {"ja": "保存されません", "en": "is not saved"}[lang] in shown[-1]["text/plain"]
        assert {"ja": "いりません", "en": "no need"}[lang] not in shown[-1]["text/plain"]
    assert len(wall.board) == 1


def test_among_other_lines_a_word_is_answered_and_no_line_is_lost(path, shown):
    wall = open_wall(path)
    with speaking("ja"):
        wall("e 解約した\n戻す\nh なぜ\n保存")
        told = shown[-1]["text/plain"]
    assert [note.text for note in wall.board] == ["解約した", "なぜ"]
    assert "「戻す」は実行していません" in told
    assert "保存の操作はいりません" in told
    assert "種類でも番号でも" not in told


def test_to_save_writes_what_could_not_be_written(path, shown, monkeypatch):
    wall = open_wall(path)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched, speaking("en"):
        patched.setattr("mlcurric.keeping.tempfile.mkstemp", full)
        wall("e it began")
        wall("save")
        assert "no need to save" not in shown[-1]["text/plain"]
        assert "it began" in shown[-1]["text/plain"]
    assert not path.exists()
    wall.save()
    assert [note.text for note in read_board(path).board] == ["it began"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_printed_is_named_with_its_folder(path, shown, lang, monkeypatch):
    wall = open_wall(path)
    wall("e it began")
    with speaking(lang):
        for paper, names in (("", {"board.pdf", "board-a4.pdf", "board.png", "board.svg"}), ("a3", {"board.pdf"}), ("Ａ４", {"board-a4.pdf"})):  # fmt: skip
            wall.print(paper)
            for view in ("text/plain", "text/html"):
                told = shown[-1][view]
                assert str(path.parent) in told
                assert {
                    name for name in ("board.pdf", "board-a4.pdf", "board.png", "board.svg") if name in told
                } == names
        for paper in ("B5", 3, None):
            wall.print(paper)
            assert str(paper) in shown[-1]["text/plain"]
            assert "wall.print()" in shown[-1]["text/plain"]

        def is_open(*_):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(wall_print, "save_board", is_open)
        wall.print()
    assert {"ja": "権限がありません", "en": "no right"}[lang] in shown[-1]["text/plain"]
    assert {"ja": "閉じ", "en": "close it"}[lang] in shown[-1]["text/plain"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_picture_below_a_cell_says_that_it_stays_as_it_was(path, shown, in_browser, lang):
    then = {"ja": "このセルを実行したときの壁", "en": "as it was when this cell ran"}[lang]
    where = {"ja": ("wall と書いたセル", "入力欄の下"), "en": ("with: wall", "below the input box")}[lang]
    with speaking(lang):
        wall = open_wall(path)
        wall("e it began")
        assert then in shown[-1]["text/html"]
        assert where[0] in shown[-1]["text/html"]
        wall.show()
        assert then not in wall._box._page.value
        wall("e it ended")
        assert then in shown[-1]["text/html"]
        assert where[1] in shown[-1]["text/html"]


def test_the_wall_below_the_box_is_never_older_than_one_below_a_cell(path, shown, in_browser):
    with speaking("en"):
        wall = open_wall(path)
        wall.show()
        box = wall._box
        for n, change in enumerate((lambda: wall("e it began"), lambda: wall("e it ended"), wall.undo, wall.redo)):
            before = box._page.value
            change()
            assert f"{(1, 2, 1, 2)[n]} sticky" in box._page.value
            assert box._page.value != before
        # What somebody else wrote.
        board, _ = carry_out(read_board(path).board, "h why?")
        path.write_text(board_text(board), encoding="utf-8")
        wall.check()
        assert "3 sticky" in box._page.value
        # Shown once more it is the same: what is typed into either, both show.
        wall.show()
        assert wall._box is box
        assert "4 sticky" in type_line(wall, "e it went on")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_refusal_is_folded_by_the_next_line_and_goes_with_its_own(path, shown, in_browser, lang):
    with speaking(lang):
        wall = open_wall(path)
        wall.show()
        first = type_line(wall, "E9 @2")
        assert "<details" not in first
        assert "E9" in first
        second = type_line(wall, "what now")
        third = type_line(wall, "e it began")
        for page, n in ((second, 1), (third, 2)):
            told, folded = page.split("<details>")
            assert "E9" not in told
            assert "E9" in folded
            assert {"ja": f"{n}行", "en": f"yet: {n}"}[lang] in folded
        assert "what now" in second.split("<details>")[0]
        # A command of a cell folds them no less.
        wall("e it ended")
        assert wall._box._page.value.count("<details>") == 1
        wall._box._lines.value = "e it began\n"
        assert "<details" not in type_line(wall, "e it went on")
    assert len(wall.board) == 3
