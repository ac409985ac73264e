"""mlcurric.subject.board: typed at the wall, kept in a file, held against the rules, drawn."""

from dataclasses import replace

import pytest

from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.draw import draw_board, save_drawing
from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.board.form import board_findings
from mlcurric.subject.board.kinds import KINDS, find_kind, nearest_kind
from mlcurric.subject.board.layout import lay_out
from mlcurric.subject.board.model import Board
from mlcurric.subject.board.tense import is_past
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, speaking

TYPED = """
e the customer signed up @1 #customer by Sato [sales]
イベント 顧客が解約した ＠３ #customer >1
h why did nobody notice @3 #office
E2 > 3
m warn of lost seats @2 > 3
2 !
"""


@pytest.fixture
def board() -> Board:
    board, answers = carry_out(Board(title="leaving"), TYPED)
    assert [answer.says for answer in answers if answer.says] == []
    return board


def test_what_is_typed_stands_on_the_wall(board):
    first, ml, left, hotspot = board
    assert (first.tag, first.at, first.lane, first.author, first.context) == ("E1", 1, "customer", "Sato", "sales")
    assert (left.tag, left.at, left.pivotal, left.links) == ("E2", 3, True, (1, 3))
    assert (ml.tag, ml.layer, ml.links) == ("M4", "to-be", (3,))
    assert [note.id for note in board.linked(hotspot)] == [4, 2]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("lost", "begins with no kind of note"),
        ("hotspt nobody answers", "begins with no kind of note"),
        ("E9 @3", "There is no note 9. The numbers run from 1 to 4."),
        ("3 = hotspott", "Did you mean hotspot (H)?"),
        ("3 !", "is no event, so it cannot be pivotal"),
        ("1 > 1", "cannot be tied to itself"),
        ("e", "The note is empty."),
    ],
)
def test_a_line_that_cannot_be_read_changes_nothing_and_is_answered(board, line, says):
    with speaking("en"):
        after, (wrong, right) = carry_out(board, f"{line}\ne it went on")
        assert says in str(wrong.says)
    assert len(after) == len(board) + 1
    assert right.says is None


def test_a_note_keeps_its_number_when_it_becomes_another_kind(board):
    after, _ = carry_out(board, "3 = o\n- 1")
    assert after.notes[3].tag == "O3"
    assert 3 in after.notes[2].links
    assert 1 not in after.notes[2].links


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_a_board_comes_back_from_its_file(board, tmp_path, encoding):
    board = board.put(replace(board.notes[1], text="=1+1, 「席」\nと電話"))
    path = tmp_path / "board.csv"
    path.write_text(board_text(board), encoding=encoding)
    reading = read_board(path)
    assert reading.faults == ()
    assert reading.board == board


def test_a_board_typed_by_hand_is_read_and_what_is_odd_is_named_with_its_line(tmp_path):
    path = tmp_path / "wall.csv"
    path.write_text(
        "種類,内容,位置,優先度\nオレンジ,解約した,2,高\nへん,届いた,x,\n,,,\nH,誰が決めたのか,1.5,\n", encoding="cp932"
    )
    reading = read_board(path)
    assert [note.text for note in reading.board] == ["誰が決めたのか", "解約した", "届いた"]
    assert reading.board.notes[1].more == {"優先度": "高"}
    assert [fault.line for fault in reading.faults] == [3, 3]


@pytest.mark.parametrize(
    ("content", "says"), [(b"", "is empty"), (b"\xff\x00\x81", "Line 1"), (b"a,b\n1,2\n", "no column")]
)
def test_a_file_that_is_no_board_is_answered(tmp_path, content, says):
    path = tmp_path / "board.csv"
    path.write_bytes(content)
    with speaking("en"), pytest.raises(Slip, match=says):
        read_board(path)


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("e the customer cancels", "tense"),
        ("e 顧客が解約する", "tense"),
        ("e who decided?", "question"),
        ("h alone", "hotspot_alone"),
        ("m another machine", "machine_first"),
        ("s an AI for support", "machine_words"),
        ("e ボタンをクリックした", "too_fine"),
        ("a ユーザー", "vague"),
        ("e The Customer signed up", "twins"),
    ],
)
def test_each_rule_finds_its_slip_and_only_then(board, line, finding):
    before = {found.id for found in board_findings(board)}
    after, _ = carry_out(board, line)
    assert finding not in before
    assert finding in {found.id for found in board_findings(after)}


@pytest.mark.parametrize(
    "text", ["The customer left", "contract was renewed", "解約した", "届いた。", "登録された(電話で)", "申し込んだ"]
)
def test_what_has_happened_is_told_in_the_past(text):
    assert is_past(text)


@pytest.mark.parametrize("text", ["the customer needs help", "解約する", "解約したい", "登録済み", "あした", "invoice"])
def test_what_has_not_happened_is_not(text):
    assert not is_past(text)


def test_kinds_are_known_by_letter_word_and_paper():
    assert len({kind.letter for kind in KINDS.values()}) == len(KINDS)
    for kind in KINDS.values():
        assert find_kind(kind.letter) == find_kind(kind.name.en) == find_kind(kind.name.ja) == kind
        assert nearest_kind(kind.colour) == kind
    assert nearest_kind("orange") is None


def test_no_two_notes_overlap_and_all_lie_on_the_wall(board):
    lines = "\n".join(f"{'ehacpsik'[at % 8]} note {at} @{at // 3} #{'ab'[at % 2]}" for at in range(120))
    wall, _ = lay_out(carry_out(board, lines)[0], 1.4, 1)
    boxes = list(wall.places.values())
    for at, one in enumerate(boxes):
        assert 0 <= one.x <= one.x + one.width <= wall.width
        assert 0 <= one.y <= one.y + one.height <= wall.height
        for other in boxes[at + 1 :]:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_board_is_drawn_in_any_language_without_a_missing_sign(board, tmp_path, recwarn, lang, ending):
    with speaking(lang):
        save_drawing(draw_board(board), tmp_path / f"wall.{ending}", 50)
    assert (tmp_path / f"wall.{ending}").stat().st_size > 5_000
    assert [str(warning.message) for warning in recwarn if "Glyph" in str(warning.message)] == []


def test_the_lanes_of_the_wall_on_screen_are_those_of_the_wall_that_is_read(tmp_path):
    wall, _ = carry_out(
        Board(), "e あとに起きた @5 #い\ne 先に起きた @1 #あ\ne 同時に起きた @1 #う\ne もう一度起きた @9 #あ"
    )
    path = tmp_path / "board.csv"
    path.write_text(board_text(wall), encoding="utf-8")
    read = read_board(path).board
    # From the first place on; of two that begin at one place, in the order of their numbers.
    assert wall.lanes == read.lanes == ("あ", "う", "い")
    assert [note.id for note in wall] == [note.id for note in read]
    assert board_text(read) == board_text(wall)
