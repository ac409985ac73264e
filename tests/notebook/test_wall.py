"""mlcurric.notebook.wall: what is typed hangs on the wall and is in the file, whatever happens to the file meanwhile."""

import pytest

from mlcurric.keeping import last_good
from mlcurric.notebook import wall as wall_module
from mlcurric.notebook.exercise import exercise
from mlcurric.notebook.wall import open_wall
from mlcurric.notebook.workfolder import MARKER
from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.board.model import Board
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, speaking


@pytest.fixture
def shown(monkeypatch):
    """What the notebook was given to show, newest last."""
    views = []
    for place in ("wall.display", "show.display"):
        monkeypatch.setattr(f"mlcurric.notebook.{place}", lambda view, raw: views.append(view))
    return views


@pytest.fixture
def path(tmp_path):
    return tmp_path / "board.csv"


def elsewhere(path, typed):
    """Somebody else opens the file, types, and saves."""
    board, answers = carry_out(read_board(path).board, typed)
    assert all(answer.done for answer in answers)
    path.write_text(board_text(board), encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_change_is_drawn_told_and_kept_at_once(path, shown, lang):
    with speaking(lang):
        wall = open_wall(path)
        wall("出来事 解約が申し込まれた ＠３ #顧客 by 彩/電話\nH 誰も気づかない >1\nなんだこれは")
    assert [note.tag for note in wall.board] == ["E1", "H2"]
    assert read_board(path).board == wall.board
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    view = shown[-1]
    assert "data:image/png" in view["text/html"]
    assert "なんだこれは" in view["text/plain"]
    assert ("E1 を貼りました" if lang == "ja" else "E1 is on the wall") in view["text/plain"]


def test_the_wall_hangs_again_after_a_restart(path, shown):
    open_wall(path)("e it ended @1")
    wall = open_wall(path)
    assert [note.text for note in wall.board] == ["it ended"]
    wall("- 1")
    wall = open_wall(path)
    wall("e it began")
    # A number on paper is not given twice.
    assert [note.id for note in wall.board] == [2]


def test_what_is_typed_in_two_places_hangs_on_both_walls(path, shown):
    one, other = open_wall(path), open_wall(path)
    one("e it began @1")
    other("h why? @1")
    one("e it ended @2")
    other("")
    texts = sorted(note.text for note in one.board)
    assert texts == ["it began", "it ended", "why?"]
    assert one.board == other.board == read_board(path).board
    assert not list(path.parent.glob("*conflict*"))


def test_undo_takes_back_the_own_change_and_leaves_those_of_others(path, shown):
    wall = open_wall(path)
    wall("e it began")
    wall("1: it began badly")
    elsewhere(path, "h why?")
    wall.undo()
    assert [note.text for note in wall.board] == ["it began", "why?"]
    wall.undo()
    assert [note.text for note in wall.board] == ["why?"]
    with speaking("en"):
        wall.undo()
    assert "nothing to take back" in shown[-1]["text/plain"]


def test_a_file_damaged_meanwhile_is_set_aside_with_its_line_and_the_wall_goes_on(path, shown):
    wall = open_wall(path)
    wall("e it began")
    path.write_bytes(b'id,text\n1,ok\n2,"never closed')
    with speaking("en"):
        wall("e it ended")
    assert "Line 3" in shown[-1]["text/plain"]
    assert (path.parent / "board.damaged-1.csv").read_bytes().endswith(b"never closed")
    assert [note.text for note in read_board(path).board] == ["it began", "it ended"]


def test_a_file_damaged_before_it_is_opened_is_replaced_by_the_last_good_version(path, shown):
    open_wall(path)("e it began")
    path.write_bytes(b"\xff\x00\x81")
    with speaking("en"):
        wall = open_wall(path)
        wall("")
    assert "last good version" in shown[-1]["text/plain"]
    assert [note.text for note in read_board(path).board] == ["it began"]


def test_a_damaged_file_without_a_good_version_is_left_alone(path):
    path.write_bytes(b"\xff\x00\x81")
    with pytest.raises(Slip):
        open_wall(path)
    assert path.read_bytes() == b"\xff\x00\x81"


def test_a_file_with_odd_lines_is_kept_as_it_was_before_it_is_written_over(path, shown):
    odd = "種類,内容,書いた人\nイベント,解約した,彩\n,,加藤\nへん,届いた,\n".encode("cp932")
    path.write_bytes(odd)
    wall = open_wall(path)
    with speaking("ja"):
        wall("e 終わった")
    assert "3行目" in shown[-1]["text/plain"]
    assert (path.parent / "board.original-1.csv").read_bytes() == odd
    assert [note.text for note in read_board(path).board] == ["解約した", "届いた", "終わった"]


def test_on_a_full_disk_the_wall_goes_on_and_its_text_can_be_copied(path, shown, monkeypatch):
    wall = open_wall(path)
    wall("e it began")

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched, speaking("en"):
        patched.setattr("mlcurric.keeping.tempfile.mkstemp", full)
        wall("e it ended")
        assert "it ended" in shown[-1]["text/plain"]
        assert "<textarea" in shown[-1]["text/html"]
    assert [note.text for note in read_board(path).board] == ["it began"]
    wall("1 @5")
    assert len(read_board(path).board) == 2
    assert "<textarea" not in shown[-1]["text/html"]


def test_what_is_rescued_elsewhere_is_one_file_that_goes_once_the_board_is_kept(path, shown, monkeypatch, tmp_path):
    import tempfile

    spare = tmp_path / "spare"
    spare.mkdir()
    make = tempfile.mkstemp
    wall = open_wall(path)
    with monkeypatch.context() as patched:

        def full(dir, **more):
            if dir == path.parent:
                raise OSError(28, "No space left on device")
            return make(dir=dir, **more)

        patched.setattr("mlcurric.keeping.tempfile.mkstemp", full)
        patched.setattr("mlcurric.keeping.tempfile.gettempdir", lambda: str(spare))
        wall("e it began")
        wall("e it ended")
        (rescued,) = spare.iterdir()
        assert len(read_board(rescued).board) == 2
    wall("e it went on")
    assert list(spare.iterdir()) == []
    assert len(read_board(path).board) == 3


def test_an_excel_file_is_read_and_kept_as_csv_beside_it(tmp_path, shown):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["内容", "種類"])
    book.active.append(["解約した", "イベント"])
    book.save(tmp_path / "壁.xlsx")
    wall = open_wall(tmp_path / "壁.xlsx")
    wall("e 終わった")
    assert len(read_board(tmp_path / "壁.csv").board) == 2
    again = open_wall(tmp_path / "壁.xlsx")
    assert len(again.board) == 2


def test_what_hostile_hands_type_is_shown_as_text(path, shown):
    wall = open_wall(path)
    wall(
        "e <script>alert(1)</script> was run\n<img src=x>\ne \ud800 half a sign came\ne =1+1 was typed\nE1 {tag} 5\ne {x} came"
    )
    page = shown[-1]["text/html"]
    assert "<script" not in page
    assert "<img src=x" not in page
    assert [note.text for note in read_board(path).board] == [note.text for note in wall.board]
    assert len(wall.board) == 4


def test_the_form_is_checked_in_two_parts(path, shown):
    wall = open_wall(path)
    with speaking("ja"):
        wall("e 解約する\na ユーザー")
        wall.check()
    text = shown[-1]["text/plain"]
    assert text.index("直すところ") < text.index("過去形") < text.index("みんなに聞くこと") < text.index("ユーザー")


def test_notes_from_a_whiteboard_hang_behind_the_others(path, tmp_path, shown):
    export = tmp_path / "export.csv"
    export.write_text("Text,Color,X\nit ended,#ff9d48,9\nwhy?,#ea94bb,300\n", encoding="utf-8")
    wall = open_wall(path)
    wall("e it began @7")
    with speaking("en"):
        wall.bring_in(export)
    assert [(note.tag, note.at) for note in wall.board] == [("E1", 7), ("E2", 8), ("H3", 9)]
    assert "read as hotspot" in shown[-1]["text/plain"]
    wall.undo()
    assert len(wall.board) == 1


def test_the_wall_is_printed_beside_its_file(path, shown):
    wall = open_wall(path)
    wall("e it began")
    wall.print()
    for name in ("board.svg", "board.png", "board.pdf", "board-a4.pdf"):
        assert (path.parent / name).stat().st_size > 2_000
        assert name in shown[-1]["text/html"]


def test_an_exercise_opens_the_teams_wall_in_the_learners_folder(tmp_path, monkeypatch, shown):
    work = tmp_path / "my-work"
    (work / MARKER).mkdir(parents=True)
    monkeypatch.chdir(work)
    begin, _ = carry_out(Board(title="rough"), "e it began")
    exercise("1-1").wall(begin=begin)("e it ended")
    assert len(read_board(work / "ideathon" / "board.csv").board) == 2
    assert len(exercise("1-1").wall(begin=begin).board) == 2


def test_outside_a_learners_folder_the_wall_hangs_and_nothing_is_written(tmp_path, monkeypatch, shown):
    monkeypatch.chdir(tmp_path)
    with speaking("en"):
        wall = exercise("1-1").wall()
        wall("e it began")
    assert len(wall.board) == 1
    assert "nothing was saved" in shown[0]["text/plain"]
    assert list(tmp_path.iterdir()) == []


def test_in_the_box_enter_carries_a_line_out_and_what_cannot_be_read_stays(path):
    wall = open_wall(path)
    box = wall_module._InputBox(wall, [])
    box._line.value = "e it began"
    assert box._line.value == ""
    assert [note.text for note in read_board(path).board] == ["it began"]
    with speaking("en"):
        box._line.value = "what now"
    assert box._line.value == "what now"
    assert "begins with no kind of note" in box._page.value
    assert repr(wall) == "wall('board.csv')"


def test_the_last_good_version_follows_what_others_wrote(path, shown):
    wall = open_wall(path)
    wall("e it began")
    elsewhere(path, "e it ended")
    open_wall(path)
    assert len(read_board(last_good(path)).board) == 2
