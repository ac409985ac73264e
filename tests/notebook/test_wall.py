"""mlcurric.notebook.wall: what is typed hangs on the wall and is in the file, whatever happens to the file meanwhile."""

import pytest

from mlcurric.keeping import last_good
from mlcurric.notebook import wall_box
from mlcurric.notebook.exercise import exercise
from mlcurric.notebook.wall import open_wall
from mlcurric.notebook.wall_words import _COMMANDS
from mlcurric.notebook.workfolder import MARKER
from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.board.model import Board, Note
from mlcurric.subject.typed import Slip
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
        patched.setattr("pathlib.Path.home", lambda: spare)
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


EXPORT = "Id,Text,Color,X,Links\na,it ended,#ff9d48,9,\nb,why?,pink,300,a\n"


def tied(wall):
    return [(note.tag, note.at, note.links) for note in wall.board]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_that_came_over_before_does_not_come_again(path, shown, lang):
    export = path.with_name("export.csv")
    export.write_text(EXPORT, encoding="utf-8")
    said = {"en": "came over before; nothing is done again", "ja": "もう一度は貼っていません"}[lang]
    with speaking(lang):
        wall = open_wall(path)
        wall("e it began @7")
        wall.bring_in("export.csv")
        assert said not in shown[-1]["text/plain"]
        once = tied(wall)
        assert once == [("E1", 7, ()), ("E2", 8, ()), ("H3", 9, (2,))]
        wall.change("E2: it ended at last")
        wall.change("- H3")
        # Run again, by the same kernel and by the next, from where a browser saved it once more.
        export.with_name("export (1).csv").write_text(EXPORT, encoding="utf-8")
        for again, name in ((wall, "export.csv"), (open_wall(path), "export.csv"), (open_wall(path), "export (1).csv")):
            again.bring_in(name)
            assert said in shown[-1]["text/plain"]
            assert [note.text for note in again.board] == ["it began", "it ended at last"]
        # On purpose.
        export.rename(export.with_name("another.csv"))
        wall.bring_in("another.csv")
        assert len(wall.board) == 4


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_a_file_that_was_changed_only_what_is_new_comes_over(path, shown, lang):
    export = path.with_name("export.csv")
    export.write_text(EXPORT, encoding="utf-8")
    open_wall(path).bring_in(export)
    export.write_text(EXPORT.replace("why?,pink,300,a", "why?,pink,300,a c") + "c,it went on,orange,20,a\n", "utf-8")
    wall = open_wall(path)
    with speaking(lang):
        wall.bring_in(export)
    assert tied(wall) == [("E1", 1, ()), ("H2", 2, (1, 3)), ("E3", 3, (1,))]
    told = shown[-1]["text/plain"]
    assert "E3" in told
    assert ("2枚は、前に読み込んだか" if lang == "ja" else "came over before, or hang there: 2") in told


def test_what_came_over_is_known_by_what_hangs_there_where_nothing_else_is_left(path, shown):
    export = path.with_name("export.csv")
    export.write_text(EXPORT, encoding="utf-8")
    open_wall(path).bring_in(export)
    path.with_name("board.typed.txt").unlink()
    wall = open_wall(path)
    with speaking("ja"):
        wall.bring_in(export)
    assert len(wall.board) == 2
    assert "もう壁に貼られている" in shown[-1]["text/plain"]


def test_what_hangs_there_does_not_come_once_more_from_a_file_of_another_name(path, shown):
    """As a text of this wall does that was rescued, after an export had come over."""
    export = path.with_name("export.csv")
    export.write_text(EXPORT, encoding="utf-8")
    wall = open_wall(path)
    wall("e it began\ne it began")
    wall.bring_in(export)
    rescued = path.with_name("board.rescued-1.csv")
    rescued.write_text(f"{path.read_text(encoding='utf-8-sig')}99,9,,event,it went on\n", encoding="utf-8")
    before = [note.text for note in wall.board]
    with speaking("ja"):
        wall.bring_in(rescued)
        assert [note.text for note in wall.board] == [*before, "it went on"]
        assert "4枚は、前に読み込んだか、もう貼られているので飛ばしました" in shown[-1]["text/plain"]
        # What came over before hangs under a name that nobody has used, too.
        export.write_text(f"{EXPORT}c,it went on,orange,20,\n", encoding="utf-8")
        wall.bring_in(export)
        assert len(wall.board) == 5
        export.rename(path.with_name("another.csv"))
        wall.change("- H4")
        wall.bring_in("another.csv")
    assert sorted(note.text for note in wall.board) == sorted([*before, "it went on"])


def test_to_say_what_a_colour_means_turns_what_came_over_before_and_nothing_else(path, shown):
    export = path.with_name("export.csv")
    export.write_text(EXPORT + "c,who?,pink,400,\n", encoding="utf-8")
    wall = open_wall(path)
    wall.bring_in(export)
    wall("H3 = o")
    with speaking("ja"):
        wall.bring_in(export, colours={"pink": "system"})
        assert "種類を変えました(S2)" in shown[-1]["text/plain"]
        # The line that was there before stands in its cell too.
        wall = open_wall(path)
        wall.bring_in(export)
        wall.bring_in(export, colours={"pink": "system"})
    assert [note.tag for note in wall.board] == ["E1", "S2", "O3"]


def test_what_came_over_and_was_taken_back_may_come_again(path, shown):
    export = path.with_name("export.csv")
    export.write_text(EXPORT, encoding="utf-8")
    wall = open_wall(path)
    wall.bring_in(export)
    wall.undo()
    open_wall(path).bring_in(export)
    assert len(read_board(path).board) == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_export_is_looked_for_beside_the_notebook_and_the_board_and_both_are_named(
    tmp_path, monkeypatch, shown, lang
):
    notebooks, ideathon = tmp_path / "ja", tmp_path / "ideathon"
    notebooks.mkdir()
    monkeypatch.chdir(notebooks)
    wall = open_wall(ideathon / "board.csv")
    with speaking(lang):
        wall.bring_in("export.csv")
        told = shown[-1]["text/plain"]
        assert str(notebooks) in told
        assert str(ideathon) in told
        assert "board.csv" in told
        ideathon.mkdir(exist_ok=True)
        for folder in (ideathon, notebooks):
            (folder / "export.csv").write_text(f"text\n{folder.name}\n", encoding="utf-8")
            wall.bring_in("export.csv")
    assert [note.text for note in wall.board] == ["ideathon", "ja"]
    assert wall.board.title == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_note_changed_in_the_file_and_in_the_box_stays_as_both_said(path, lang):
    wall = open_wall(path)
    wall("e it began\ne it ended")
    hands = Typed(wall)
    elsewhere(path, "1: theirs\n2: also theirs")
    with speaking(lang):
        hands.text = "E1: mine\n- E2\nE1: mine again\n"
    assert {note.tag: note.text for note in wall.board} == {"E1": "mine again", "E2": "also theirs", "E3": "theirs"}
    assert read_board(path).board.notes == wall.board.notes
    for words in {"en": ("yours stands", "said “theirs”", "“- E2”"), "ja": ("こちらの文", "「theirs」", "「- E2」")}[
        lang
    ]:
        assert words in hands.page
    # What was read may be changed.
    hands.text += "E2: mine\n- E3\n"
    assert [note.text for note in wall.board] == ["mine again", "mine"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_undo_says_what_it_took_back_and_redo_does_it_once_more(path, shown, lang):
    wall = open_wall(path)

    def told(typed):
        wall(typed)
        return shown[-1]["text/plain"]

    with speaking(lang):
        for line in ("e it began", "h why? >E1", "E1: it began badly", "H2 = o", "E1 @7", "- O2"):
            wall(line)
        hung = wall.board
        words = {
            "en": ("O2 is on the wall again", "about E1", "O2 is H2 again", "E1 says “it began” again", "H2 is off the wall again", "E1 is off"),
            "ja": ("O2 は壁に戻り", "E1, O2 の位置", "O2 は H2 に戻り", "E1 の文は「it began」に戻り", "H2 は壁から外れ", "E1 は壁から外れ"),
        }[lang]  # fmt: skip
        for said in words:
            assert said in told("undo" if lang == "en" else "戻す")
        assert len(wall.board) == 0
        assert ("nothing to take back" if lang == "en" else "戻せるもの") in told("undo")
        for _ in words:
            assert told("redo") != told("?")
        assert wall.board == read_board(path).board == hung
        assert ("nothing to do once more" if lang == "en" else "やり直せる操作") in told("やり直す")
        wall.undo()
        wall("e it went on")
        assert ("nothing to do once more" if lang == "en" else "やり直せる操作") in told("redo")
    # No number is given twice: it may stand on paper.
    assert {note.tag for note in wall.board} == {"O2", "E3", "E1"}


def test_a_line_that_was_done_once_more_is_not_repeated_by_its_cell(path, shown):
    wall = open_wall(path)
    wall("e it began")
    wall("1: it began badly")
    wall.undo()
    wall.redo()
    wall.change("1: by hand")
    open_wall(path)("1: it began badly")
    assert [note.text for note in read_board(path).board] == ["by hand"]


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


class Typed:
    """A person at the box above a wall: the browser sends the whole text, at every key or, while the kernel is busy, less often."""

    def __init__(self, wall):
        self.box = wall_box.InputBox(wall, wall._file.path)

    @property
    def text(self):
        return self.box._lines.value

    @text.setter
    def text(self, text):
        self.box._lines.value = text

    @property
    def page(self):
        return self.box._page.value

    @property
    def waits(self):
        return self.box._waits.value


def test_in_the_box_enter_carries_a_line_out_and_nothing_typed_is_ever_overwritten(path):
    wall = open_wall(path)
    hands = Typed(wall)
    for end in range(len(typed := "e it began\ne it ended\nwhat now\ne it be") + 1):
        with speaking("en"):
            hands.text = typed[:end]
        assert hands.text == typed[:end]
    assert [note.text for note in read_board(path).board] == ["it began", "it ended"]
    assert "begins with no kind of note" in hands.page
    assert repr(wall) == "wall('board.csv')"


def test_lines_typed_while_the_wall_is_drawn_are_carried_out_each_by_itself(path):
    wall = open_wall(path)
    hands = Typed(wall)
    hands.text = "e it began\ne it en"
    hands.text = "e it began\ne it ended\ne it was a slip\nundo\nh why? >2\n\n"
    assert [note.text for note in wall.board] == ["it began", "it ended", "why?"]


def test_what_is_wrong_with_a_line_is_told_as_long_as_it_stands_there(path):
    hands = Typed(open_wall(path))
    with speaking("ja"):
        hands.text = "e 始まった\n1 @1O\n"
        hands.text += "e 終わった\n"
        assert "「1O」が数字では" in hands.waits
        assert "E2 を貼りました" in hands.page
        hands.text = "e 始まった\n1 @10\n\ne 終わった\n"
        assert hands.waits == ""
        assert "E1 を動かしました" in hands.page


def test_a_line_mended_in_its_place_waits_for_its_enter(path):
    wall = open_wall(path)
    hands = Typed(wall)
    hands.text = "e it began\n1 @1O\ne it ended\n"
    for text in ("e it began\n1 @1\ne it ended\n", "e it began\n1 @10\ne it ended\n"):
        hands.text = text
        assert wall.board.notes[1].at == 1
    hands.text = "e it began\n1 @10\n\ne it ended\n"
    assert wall.board.notes[1].at == 10
    # Enter once more, behind lines that were carried out.
    hands.text = "e it began\n\n1 @10\n\ne it ended\n"
    hands.text = "e it began\n\n1 @10\n\ne it ended\n\n"
    assert len(wall.board) == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_refused_line_is_counted_however_far_back_it_stands_until_it_is_mended_or_deleted(path, lang):
    wall = open_wall(path)
    hands = Typed(wall)
    one, two = {"ja": ("1行", "2行"), "en": ("yet: 1", "yet: 2")}[lang]
    with speaking(lang):
        hands.text = "h 首輪を忘れた子がいた > E99\n"
        assert one in hands.waits
        assert "E99" in hands.waits
        for at in range(14):
            hands.text += f"e {at}件目が届いた\n"
        assert one in hands.waits
        assert hands.box._waits.layout.display is None
        # Mended, and not entered: it still waits for its Enter.
        hands.text = hands.text.replace("E99", "E2")
        assert one in hands.waits
        assert "E99" not in hands.waits
        assert "Enter" in hands.waits
        hands.text += "what now\n"
        assert two in hands.waits
        hands.text = hands.text.replace("what now\n", "")
        assert one in hands.waits
        hands.text = hands.text.replace("> E2\n", "> E2\n\n", 1)
    assert hands.waits == ""
    assert hands.box._waits.layout.display == "none"
    assert [note.text for note in wall.board.of("hotspot")] == ["首輪を忘れた子がいた"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_stayed_in_words_is_told_until_the_note_is_mended_however_much_is_typed(path, lang):
    wall = open_wall(path)
    hands = Typed(wall)
    with speaking(lang):
        hands.text = "e it was paid @4 by lena\ne it ended\ne it came @1O\ne it rang\n"
        assert hands.box._waits.layout.display is None
        assert all(line in hands.waits for line in ("E1 by lena", "E1: it was paid", "E3 @10"))
        hands.text += "E1: it was paid\n"
        assert "lena" not in hands.waits
        # Wherever it is mended.
        wall._box = hands.box
        wall("- E3")
        assert hands.waits == ""


def test_the_question_mark_and_the_check_name_a_note_with_a_place_in_its_words(path):
    wall = open_wall(path, begin=Board({7: Note(7, "event", "it came @4 by lena/support", at=1)}))
    hands = Typed(wall)
    with speaking("en"):
        hands.text = "?\n"
        assert "E7: “@4 by lena/support” stands in its words." in hands.page.replace("&quot;", '"')


def test_a_line_that_enter_cuts_in_two_does_not_wait(path):
    hands = Typed(open_wall(path))
    hands.text = "e it began"
    hands.text = "e it\n began"
    assert hands.waits == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_stands_in_the_box_and_is_not_on_the_wall_survives_a_restart(path, lang):
    draft = path.with_name("board.draft.txt")
    with speaking(lang):
        hands = Typed(open_wall(path))
        hands.text = "e 届いた\nh 首輪を忘れた > E99\n"
        hands.text += "h 途中まで書いた付箋 @5"
        again = open_wall(path)
        hands = Typed(again)
        assert hands.text == "h 首輪を忘れた > E99\nh 途中まで書いた付箋 @5"
        (told,) = hands.box.told
        assert {"ja": "2行を、入力欄に戻しました", "en": "is back in it: 2 lines"}[lang] in str(told)
        assert "E99" in hands.waits
        assert [note.text for note in again.board] == ["届いた"]
        hands.text += "\n"
        hands.text = hands.text.replace("E99", "E1")
        hands.text = hands.text.replace("E1\n", "E1\n\n")
    assert [note.text for note in again.board] == ["届いた", "首輪を忘れた", "途中まで書いた付箋"]
    assert not draft.exists()
    assert Typed(open_wall(path)).text == ""


def test_two_boxes_of_one_board_keep_each_its_own_lines(path):
    one, other = Typed(open_wall(path)), Typed(open_wall(path))
    one.text, other.text = "h first", "h second"
    one.text = "h first\n"
    assert Typed(open_wall(path)).text == "h second"


def test_a_draft_that_cannot_be_written_stops_nobody(path, monkeypatch):
    hands = Typed(open_wall(path))
    monkeypatch.setattr("mlcurric.notebook.wall_draft.write_whole", full)
    hands.text = "h fir"
    hands.text = "h first\n"
    assert len(read_board(path).board) == 1


def full(*_, **__):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("", "e a", []),
        ("e a", "e a\n", ["e a"]),
        ("e a\n", "e a\ne a\n", ["e a"]),
        ("", "e a\ne b\ne c", ["e a", "e b"]),
        ("h a\ne x", "h a\ne\n x", ["e x"]),
        ("x b\ne c\n", "h b\n\ne c\n", ["h b"]),
        ("x b\ne c\n", "h b\ne c\ne d\n", ["h b", "e d"]),
        ("e a\ne b\n", "e b\n", []),
        ("e a\ne b\n", "", []),
        ("e a\n\n", "e a\n\n\n", []),
    ],
)
def test_a_line_is_entered_by_the_enter_that_ends_it(old, new, lines):
    assert wall_box.entered(old, new) == lines


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_box_says_itself_when_its_kernel_is_gone(path, lang):
    with speaking(lang):
        dead = wall_box.InputBox(open_wall(path)).box.children[0].value
    assert ".jupyter-widgets-disconnected .mlcurric-dead" in dead
    assert ("もう一度実行" if lang == "ja" else "run this cell again") in dead


CELL = """
e it began @3
e we call
E2: we called
E2 !
h why? >E1
e it ended
- 4
"""


def seen(wall):
    return [(note.tag, note.text, note.pivotal) for note in wall.board]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_cell_that_is_run_again_sticks_nothing_on_twice(path, shown, lang):
    with speaking(lang):
        wall = open_wall(path)
        wall(CELL)
        once = seen(wall)
        assert ("E2", "we called", True) in once
        wall(CELL)
        assert seen(wall) == once
        # The kernel is restarted, and what the box changed meanwhile stays.
        wall.change("E2: we answered")
        wall.change("- E1")
        changed = seen(wall)
        wall = open_wall(path)
        wall(CELL)
    assert seen(wall) == changed
    assert ("どれも前に実行した行" if lang == "ja" else "All 7 lines were carried out before") in shown[-1][
        "text/plain"
    ]
    with speaking("en"):
        wall(f"{CELL}e it went on")
        assert "7 lines were carried out before and are skipped" in shown[-1]["text/plain"]
    assert [note for note in seen(wall) if note not in changed] == [("E5", "it went on", False)]


def test_two_notes_of_the_same_words_are_stuck_on_by_two_lines_or_in_the_box(path, shown):
    wall = open_wall(path)
    wall("e it began\ne it began")
    wall("e it began\ne it began")
    assert len(wall.board) == 2
    wall("e it began\ne it began\ne it began")
    assert len(wall.board) == 3
    wall.change("e it began")
    assert len(wall.board) == 4
    wall("E1 @7")
    wall("E1 @9")
    wall("E1 @7")
    assert wall.board.notes[1].at == 9
    wall("E1 @7\nE1 @7")
    assert wall.board.notes[1].at == 7


def test_a_line_that_was_taken_back_may_be_run_again(path, shown):
    wall = open_wall(path)
    wall("e it began @1\ne it ended @2")
    wall.undo()
    open_wall(path)("e it began @1\ne it ended @2")
    assert len(read_board(path).board) == 2


def test_what_cells_have_done_is_known_to_the_board_and_to_no_other(path, shown):
    cell = "e it began @1 #calls by Aya/calls\n1 @4"
    open_wall(path)(cell)
    assert "typed" not in path.read_text(encoding="utf-8")
    # Two notebooks with one cell.
    other = open_wall(path)
    open_wall(path)("h why?")
    other(cell)
    assert len(other.board) == 2
    # Without its memory, by what hangs there.
    path.with_name("board.typed.txt").unlink()
    with speaking("en"):
        open_wall(path)("e  Ｉt began #calls @4 by Aya\nh why?")
    assert "Just the same hangs on the wall already: E1, H2" in shown[-1]["text/plain"]
    # Another board under the same name.
    open_wall(path)("E1 @9")
    path.unlink()
    wall = open_wall(path)
    wall("e it began @1\nE1 @9")
    assert [note.at for note in wall.board] == [9]
    assert "e1 @9" in path.with_name("board.typed.old-1.txt").read_text(encoding="utf-8")
    # An older state of it.
    older = path.read_bytes()
    wall("e it ended")
    path.write_bytes(older)
    wall = open_wall(path)
    wall("e it ended\nE1 @9")
    assert [note.text for note in wall.board] == ["it began", "it ended"]


def test_a_line_is_not_held_for_carried_out_whose_board_could_not_be_kept(path, shown, monkeypatch):
    wall = open_wall(path)
    wall("e it began")

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("mlcurric.keeping.tempfile.mkstemp", full)
        wall("e it ended")
        wall("e it ended")
        assert len(wall.board) == 2
    wall = open_wall(path)
    wall("e it ended")
    assert len(read_board(path).board) == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wall_that_is_kept_nowhere_says_so_at_every_line(path, shown, lang, monkeypatch):
    monkeypatch.chdir(path.parent)
    begin, _ = carry_out(Board(), "e it began")
    words = {"en": ("sample wall", "is not saved"), "ja": ("見本の壁", "保存されません")}[lang]
    with speaking(lang):
        sample = open_wall(None, begin)
        sample("e it ended")
        assert all(word in shown[-1]["text/plain"] for word in words)
        hands = Typed(sample)
        hands.text = "e it went on\n"
        assert words[1] in hands.page
        outside = exercise("1-1").wall()
        outside("e it ended")
        assert words[1] in shown[-1]["text/plain"]
        assert "ex.wall" not in shown[-1]["text/plain"]
        open_wall(path)("e it ended")
    assert words[1] not in shown[-1]["text/plain"]


def long_wall(path):
    wall = open_wall(path)
    wall("\n".join(f"e step {at} was done @{at}" for at in range(1, 31)))
    return wall


def test_a_long_wall_is_shown_where_something_changed(path, shown):
    with speaking("en"):
        wall = long_wall(path)
        assert "are shown" not in shown[-1]["text/plain"]
        wall("h why? @20 >20")
        assert "Places 17 to 23 are shown" in shown[-1]["text/plain"]
        wall("E2: it began\nE29: it ended")
        assert "are shown" not in shown[-1]["text/plain"]


def test_a_stretch_is_shown_until_the_whole_wall_is_asked_for(path, shown):
    with speaking("en"):
        wall = long_wall(path)
        for typed, places in (("@5-8", "5 to 8"), ("＠８〜５", "5 to 8"), ("@ 1", "1 to 7"), ("@30", "24 to 30")):
            wall(typed)
            assert f"Places {places} are shown" in shown[-1]["text/plain"], typed
        wall("e it went on @29.5")
        assert "Places 24 to 30" in shown[-1]["text/plain"]
        wall("e it began @0")
        assert "Places 0 to 6" in shown[-1]["text/plain"]
        wall("@70-90")
        assert "Nothing hangs there" in shown[-1]["text/plain"]
        wall("@")
        assert "are shown" not in shown[-1]["text/plain"]
    assert len(wall.board) == 32


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_form_and_the_help_are_a_word_away(path, shown, lang):
    with speaking(lang):
        wall = open_wall(path)
        wall("e it began\ne we call")
        wall("？")
        assert "E2" in shown[-1]["text/plain"]
        wall("help" if lang == "en" else "使い方")
        page = shown[-1]["text/html"]
        assert "<table" in page
        wall("")
        assert "<table" not in shown[-1]["text/html"]
        wall.help()
    assert shown[-1]["text/html"] in page
    assert len(wall.board) == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_of_the_help_can_be_typed(path, shown, lang):
    board, _ = carry_out(
        Board(), "e one was done\ne two was done\ne three was done\ne four was done\ne five was done @6 #our company"
    )
    board, _ = carry_out(board, "e six was done\ne seven was done\nh why?\nE1 [trial]\nE2 [お試し]")
    with speaking(lang):
        for typed, _ in _COMMANDS[2:]:
            wall = open_wall(None, board)
            # Something that can be taken back.
            wall("e nine was done")
            wall(str(typed).replace("H3", "H8"))
            assert f"“{typed}”" not in shown[-1]["text/plain"]
            assert f"「{typed}」" not in shown[-1]["text/plain"]


def test_the_last_good_version_follows_what_others_wrote(path, shown):
    wall = open_wall(path)
    wall("e it began")
    elsewhere(path, "e it ended")
    open_wall(path)
    assert len(read_board(last_good(path)).board) == 2
