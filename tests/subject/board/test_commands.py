"""mlcurric.subject.board.commands: a few keystrokes, in either language, and every word kept as it was typed."""

import pytest

from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.model import Board


@pytest.fixture
def board() -> Board:
    return carry_out(Board(), "e one @1 by 彩/電話\ne two @2\nh three @2 >2")[0]


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("出来事 解約が申し込まれた＠１２", "event", "解約が申し込まれた"),
        ("出来事　解約した（電話で！）　＠3.5", "event", "解約した（電話で！）"),
        ("ポリシー：30日たったら知らせる", "policy", "30日たったら知らせる"),
        ("アクター ユーザー会の幹事", "actor", "ユーザー会の幹事"),
        ("Ｈ　なぜ①なのか？", "hotspot", "なぜ①なのか？"),
        ("ピンク ｱｲｳ", "system", "ｱｲｳ"),
        ("e the invoice was paid by card", "event", "the invoice was paid by card"),
        ("e チケット#12が閉じられた", "event", "チケット#12が閉じられた"),
        ("m 解約しそうなチームを見積もる", "ml_step", "解約しそうなチームを見積もる"),
    ],
)
def test_a_note_is_typed_as_people_type(board, line, kind, text):
    after, (answer,) = carry_out(board, line)
    assert answer.says is None
    note = after.notes[4]
    assert (note.kind, note.text) == (kind, text)


def test_everything_but_kind_and_text_may_be_given_in_any_order(board):
    after, _ = carry_out(board, "e 届いた [更新] >1 ＃営業 by 佐藤／営業 ＠2.5\ne また届いた by 彩")
    note, again = after.notes[4], after.notes[5]
    assert (note.at, note.lane, note.author, note.role, note.context, note.links) == (
        2.5,
        "営業",
        "佐藤",
        "営業",
        "更新",
        (1,),
    )
    # A role that the board knows need not be typed twice.
    assert (again.author, again.role) == ("彩", "電話")


@pytest.mark.parametrize(
    ("line", "sees"),
    [
        ("E1 @5", lambda board: board.notes[1].at == 5),
        ("Ｅ１＠５", lambda board: board.notes[1].at == 5),
        ("1 #営業 部", lambda board: board.notes[1].lane == "営業 部"),
        ("E1 h", lambda board: board.notes[1].tag == "H1"),
        ("E1 = ホットスポット", lambda board: board.notes[1].tag == "H1"),
        ("E1 -> H3", lambda board: board.notes[1].links == (3,)),
        ("E1 → H3", lambda board: board.notes[1].links == (3,)),
        ("H3 -x E2", lambda board: board.notes[3].links == ()),
        ("2 x 3", lambda board: board.notes[3].links == ()),
        ("E1：新しい　言葉！", lambda board: board.notes[1].text == "新しい　言葉！"),
        ("- E1", lambda board: 1 not in board.notes),
        ("E1 ！", lambda board: board.notes[1].pivotal),
    ],
)
def test_a_note_is_changed_by_its_number(board, line, sees):
    after, (answer,) = carry_out(board, line)
    assert answer.says is None
    assert sees(after)
