"""mlcurric.subject.board.commands: a few keystrokes, in either language, and every word kept as it was typed."""

import pytest

from mlcurric.subject.board.commands import carry_out, standing
from mlcurric.subject.board.model import Board, Note


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
        ("ピンク ｱｲｳ", "hotspot", "ｱｲｳ"),
        ("薄いピンク ｱｲｳ", "system", "ｱｲｳ"),
        ("light pink the booking desk", "system", "the booking desk"),
        ("pink: why paper?", "hotspot", "why paper?"),
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
    spaced, _ = carry_out(board, "e 連絡が届いた @2 [受付] #営業 by 佐藤 / 営業")
    assert (spaced.notes[4].text, spaced.notes[4].author, spaced.notes[4].role) == ("連絡が届いた", "佐藤", "営業")
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
        ("E1 E2 !", lambda board: board.notes[1].pivotal and board.notes[2].pivotal),
        ("E1 E2 @5", lambda board: board.notes[1].at == board.notes[2].at == 5),
        ("E1、E2 [お試し] >3", lambda board: board.notes[2].context == "お試し" and board.notes[1].links == (3,)),
        ("E1 by 凛 / 開発 部", lambda board: board.notes[1].role == "開発 部"),
        ("- E1、2", lambda board: list(board.notes) == [3]),
        ("- 1 1", lambda board: list(board.notes) == [2, 3]),
        ("E1 by 凛／開発", lambda board: (board.notes[1].author, board.notes[1].role) == ("凛", "開発")),
        ("E2 by 彩", lambda board: board.notes[2].role == "電話"),
        ("E2 by somebody", lambda board: board.notes[2].author == "somebody"),
        ("E1[お試し]", lambda board: board.notes[1].context == "お試し"),
        ("E1 これから", lambda board: board.notes[1].layer == "to-be"),
        ("E1 to-be @7 >2 >H3", lambda board: (board.notes[1].at, board.notes[1].links) == (7, (2, 3))),
        ("E1 E2 []", lambda board: board.notes[1].context == board.notes[2].context == ""),
        ("E1［］", lambda board: board.notes[1].context == ""),
        ("E1 -[受付]", lambda board: board.notes[1].context == ""),
        ("E1 x [受付]", lambda board: board.notes[1].context == ""),
        ("E1 E2 −［受付］", lambda board: (board.notes[1].context, board.notes[2].context) == ("", "請求")),
        ("E1 #", lambda board: board.notes[1].lane == ""),
        ("E1 ＃ @7", lambda board: (board.notes[1].lane, board.notes[1].at) == ("", 7)),
        ("E1 -#front desk", lambda board: board.notes[1].lane == ""),
        ("E1 x ＃Front Desk", lambda board: board.notes[1].lane == ""),
        ("E1 -# [請求]", lambda board: (board.notes[1].lane, board.notes[1].context) == ("", "請求")),
        ("E1 > 2, H3", lambda board: board.notes[1].links == (2, 3)),
        ("H3 x E1、E2", lambda board: board.notes[3].links == ()),
        ("E1 ＠７　＃営業　部", lambda board: (board.notes[1].at, board.notes[1].lane) == (7, "営業　部")),
    ],
)
def test_a_note_is_changed_by_its_number(board, line, sees):
    board, _ = carry_out(board, "E1 #front desk [受付]\nE2 [請求]")
    after, (answer,) = carry_out(board, line)
    assert answer.says is None
    assert sees(after)


def test_a_lane_of_two_words_need_not_be_learnt_twice(board):
    after, _ = carry_out(board, "E1 #our company\ne four #Our Company @9 to-be\ne it was sold #other firm")
    assert (after.notes[4].lane.casefold(), after.notes[4].text, after.notes[4].layer) == (
        "our company",
        "four",
        "to-be",
    )
    assert after.notes[5].text == "it was sold #other firm"


@pytest.mark.parametrize(
    ("line", "sees"),
    [
        ("E1 -[請求]", "「E1 []」"),
        ("E2 -[請求]", "「E2 [請求]」"),
        ("E1 -#電話", "「E1 #」"),
        ("E2 x #電話", "「E2 #電話」"),
        ("E1 [受付", "閉じられて"),
    ],
)
def test_a_note_that_is_not_inside_stays_where_it_is_and_that_is_told(board, line, sees):
    board, _ = carry_out(board, "E1 #front desk [受付]")
    after, (answer,) = carry_out(board, line)
    assert after == board
    assert sees in answer.says.ja


def test_what_was_taken_out_is_told(board):
    board, _ = carry_out(board, "E1 #front desk [受付]\nE2 [受付]")
    _, answers = carry_out(board, "E1 E2 []\nE1 # @9")
    assert [answer.done.ja for answer in answers] == [
        "E1, E2 を境界の外に出しました",
        "E1 を動かしました、E1 をレーンから外しました",
    ]


def test_a_new_note_may_be_tied_to_several(board):
    after, answers = carry_out(board, "m tell the desk who is late > H3, E2\ne 見積もった →１、２ ＠9")
    assert after.notes[4].links == (3, 2)
    assert (after.notes[5].text, after.notes[5].links, after.notes[5].at) == ("見積もった", (1, 2), 9)
    assert all("残し" not in answer.done.ja for answer in answers)


@pytest.mark.parametrize(
    ("line", "part", "fix"),
    [
        (
            "e guest lost the key #front desk @7.2 by Rui",
            "#front desk",
            "「E4 #front desk」、続けて「E4: guest lost the key」",
        ),
        ("e guest left [arrival @8", "[arrival", "「E4 [arrival]」"),
        ("e 客が帰った　＃裏口 側", "＃裏口 側", "「E4 #裏口 側」"),
        ("e x @2 [受付] #裏口 側", "@2 [受付] #裏口 側", "「E4 @2 [受付] #裏口 側」"),
        ("e it came @1O", "@1O", "「E4 @10」"),
        ("e it came > E1 and others", "> E1", "「E4 > E1」"),
        ("e it was sent by aya/sales", "by aya/sales", "「E4 by aya/sales」"),
        ("E1: 別の言葉 @5", "@5", "「E1 @5」、続けて「E1: 別の言葉」"),
    ],
)
def test_a_part_that_stays_in_the_words_is_told_with_the_line_that_makes_it_one(board, line, part, fix):
    after, (answer,) = carry_out(board, line)
    assert f"「{part}」は文の中に残しました" in answer.done.ja
    assert fix in answer.done.ja
    # And the lines do what they say.
    lines = fix.replace("」、続けて「", "\n").strip("「」")
    assert all(one.done and "残し" not in one.done.ja for one in carry_out(after, lines)[1])


@pytest.mark.parametrize(
    "line",
    [
        "e チケット #12 が閉じられた", "e the invoice was paid by card", "e [draft] was sent @2", "e more > 100 calls came in",
        "e met @noon", "e 届いた #電話 @2 by 彩/電話 >1 [受付]", "E1: the invoice was paid", "e it came by mail / phone",
    ],
)  # fmt: skip
def test_words_that_are_words_are_left_alone_without_a_word(board, line):
    _, (answer,) = carry_out(board, line)
    assert "残し" not in answer.done.ja
    assert "stayed" not in answer.done.en


@pytest.mark.parametrize("line", ["E1 by", "E9 @3", "E1 [a] b", "E1 > 9", "- 1 9", "E1 to-be or not", "E9 by Aya"])
def test_a_line_that_cannot_be_read_changes_nothing_and_says_why(board, line):
    after, (answer,) = carry_out(board, line)
    assert after == board
    assert answer.says is not None
    assert answer.notes == ()


def test_each_line_tells_which_notes_it_changed(board):
    _, answers = carry_out(board, "e four\nE1 @9\nH3 -x 2\n- 1")
    assert [answer.notes for answer in answers] == [(4,), (1,), (3,), ()]


def test_a_note_without_a_lane_hangs_in_that_of_its_neighbour(board):
    after, _ = carry_out(
        board, "E1 #calls\nE2 #support\nH3 #support\ne four @1.2\ne five\ne six @0.5 #sales\ne seven @0"
    )
    assert [after.notes[id].lane for id in (4, 5, 6, 7)] == ["calls", "support", "sales", "sales"]


def test_a_note_that_is_tied_to_another_hangs_by_it(board):
    after, _ = carry_out(board, "E1 #calls [trial]\nh why? >1\nh and why? @9 #support > 1")
    note, elsewhere = after.notes[4], after.notes[5]
    assert (note.at, note.lane, note.context) == (1, "calls", "trial")
    assert (elsewhere.at, elsewhere.lane, elsewhere.context) == (9, "support", "trial")


def test_a_mark_is_set_and_taken_off_and_never_flipped(board):
    for line, pivotal in (("E1 !", True), ("E1 !", True), ("E1 -!", False), ("E1 −！", False)):
        board, (answer,) = carry_out(board, line)
        assert board.notes[1].pivotal is pivotal, line
        assert answer.says is None
    board, (answer,) = carry_out(board, "E1 ! !")
    assert "「E1 -!」" in answer.says.ja
    assert not board.notes[1].pivotal


@pytest.mark.parametrize(
    ("line", "author", "role", "text"),
    [
        ("e 届いた by 佐藤 / 営業", "佐藤", "営業", "届いた"),
        ("e 届いた by 佐藤 / 営業 部 @3", "佐藤", "営業 部", "届いた"),
        ("e 届いた　ｂｙ　佐藤　／　営業 #電話", "佐藤", "営業", "届いた"),
        ("e 届いた by佐藤/営業", "佐藤", "営業", "届いた"),
        ("e 届いた by 加藤 美咲", "加藤 美咲", "", "届いた"),
        ("e 届いた by 彩 電話", "彩", "電話", "届いた"),
        ("e it came by Sato / sales team to-be", "Sato", "sales team", "it came"),
        ("e it came by mail / phone", "", "", "it came by mail / phone"),
    ],
)
def test_who_wrote_is_read_with_blanks_where_people_put_them(board, line, author, role, text):
    after, _ = carry_out(board, line)
    note = after.notes[4]
    assert (note.author, note.role, note.text) == (author, role, text)


@pytest.mark.parametrize("line", ["H1: 別", "h1：別", "- A1", "- E2 E3", "Z1: 別"])
def test_nothing_is_lost_to_a_number_with_the_letter_of_another_kind(board, line):
    after, (answer,) = carry_out(board, line)
    assert after == board
    assert any(f"{tag}(「" in answer.says.ja for tag in ("E1", "E2", "H3"))
    assert "何も変えていません" in answer.says.ja


@pytest.mark.parametrize("line", ["h1 @4", "E1 > E3", "e 届いた >H2", "H1 E2 @3", "H1 !", "H2 x H3"])
def test_a_letter_of_another_kind_is_told(board, line):
    after, (answer,) = carry_out(board, line)
    assert after != board
    assert any(f"ではなく {tag} です" in answer.done.ja for tag in ("E1", "E2", "H3"))


def test_a_note_turned_in_the_same_breath_answers_to_both_letters(board):
    after, answers = carry_out(board, "E1 h\nE1: 一\nH1 > E2")
    assert all(answer.done for answer in answers)
    assert (after.notes[1].text, after.notes[1].links) == ("一", (2,))


def test_a_note_that_is_gone_is_taken_off_again_without_a_word_of_blame(board):
    board, _ = carry_out(board, "- E1 H3")
    after, (off, _, number) = carry_out(board, "- e1 E2\n2\n3 @5")
    assert off.done.ja == "E2 をはがしました、E1 は、もうはがされています"
    assert "はがされています" in number.says.ja
    assert list(after.notes) == []
    assert carry_out(after, "- E9")[1][0].says is not None


@pytest.mark.parametrize(
    ("line", "sees"),
    [
        ("E1 @1O", "「E1 @10」"),
        ("E1 @", "@ の後に"),
        ("E1 @5、E2 @6", "「E1 E2 @5」"),
        ("E1〜H3 @5", "「E1 H3」"),
        ("E1とH3をつなぐ", "「E1 > H3」"),
        ("E1 H3", "「E1 > H3」"),
        ("E1 !!", "「E1 -!」"),
        ("E1", "「E1 @5」"),
        ("3", "「3 @5」"),
        ("24時間以内に返した", "種類を先に"),
        ("なんだこれは", "種類でも番号でも"),
    ],
)
def test_a_line_that_cannot_be_read_is_answered_by_what_it_seems_to_be_for(board, line, sees):
    after, (answer,) = carry_out(board, line)
    assert after == board
    assert sees in answer.says.ja
    assert ("始まって" in answer.says.ja) == (line == "なんだこれは")


def test_notes_that_hang_there_as_a_line_says_are_found(board):
    for line, ids in (
        ("e one", [1]),
        ("出来事　ｏｎｅ ＠1", [1]),
        ("e one @2", []),
        ("e one by 彩/別の役割", [1]),
        ("h three >2", [3]),
        ("h three >1", []),
        ("h one", []),
        ("E1: one", []),
        ("one", []),
    ):
        assert [note.id for note in standing(board, line)] == ids, line


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("E1 h", "E1 は H1 になりました"),
        # The letter that was typed is the one that the note has now; nothing is to be set right.
        ("H1 h", "E1 は H1 になりました"),
        ("A1 = 機会", "E1 は O1 になりました"),
        ("E2 e", "E2 はもともとイベントです"),
        ("H2 = イベント", "E2 はもともとイベントです(2 番は H2 ではなく E2 です)"),
        ("E2 h", "E2 は H2 になりました、転換点の印は外れました"),
    ],
)
def test_what_is_told_of_a_retyped_note_does_not_contradict_itself(board, line, told):
    board, _ = carry_out(board, "E2 !")
    after, (answer,) = carry_out(board, line)
    assert answer.done.ja == told
    assert (after == board) == ("もともと" in told)


def test_a_note_that_is_of_the_kind_already_forgets_what_its_paper_said():
    board = Board({1: Note(1, "event", "届いた", 1, colour="yellow")})
    after, (answer,) = carry_out(board, "E1 e")
    assert after.notes[1].colour == ""
    assert answer.done.ja == "E1 はイベントのままで、紙の色の記録を消しました"


@pytest.mark.parametrize("line", ["E1 @1000", "E1 @-1", "e 届いた @99999999999999999999", "E1 @1e9"])
def test_a_place_beyond_any_timeline_is_answered_and_changes_nothing(board, line):
    after, (answer,) = carry_out(board, line)
    assert after == board
    if "1e9" not in line:
        assert "0から999まで" in answer.says.ja
        assert "いまの右端は 2 です" in answer.says.ja


def test_a_board_that_its_file_put_farther_can_be_worked_on_there():
    board = Board({1: Note(1, "event", "届いた", 20270121), 2: Note(2, "event", "始まった", -3)})
    for typed, at in (("E1 @20270122", 20270122), ("E1 @-3", -3), ("E1 @999", 999), ("e 終わった", 20270122)):
        after, (answer,) = carry_out(board, typed)
        assert answer.says is None
        assert after.notes[1 if typed.startswith("E1") else 3].at == at
    assert carry_out(board, "E1 @-4")[1][0].says is not None
    assert carry_out(board, "E1 @20270124")[1][0].says is not None


@pytest.mark.parametrize(
    ("line", "sees"),
    [
        ("ー E1", lambda board: 1 not in board.notes),
        ("ー１", lambda board: 1 not in board.notes),
        ("― E1", lambda board: 1 not in board.notes),
        ("E1 ー> H3", lambda board: board.notes[1].links == (3,)),
        ("E2 ー！", lambda board: not board.notes[2].pivotal),
        ("E1 ー[受付]", lambda board: board.notes[1].context == ""),
        ("え１ ＠５", lambda board: board.notes[1].at == 5),
        ("え 届いた", lambda board: (board.notes[4].kind, board.notes[4].text) == ("event", "届いた")),
        ("＋ e 届いた", lambda board: (board.notes[4].kind, board.notes[4].text) == ("event", "届いた")),
        ("h ー1度目のデータ >え1", lambda board: (board.notes[4].text, board.notes[4].links) == ("ー1度目のデータ", (1,))),
        ("ポリシー メールー 2 通を送る", lambda board: board.notes[4].text == "メールー 2 通を送る"),
    ],
)  # fmt: skip
def test_what_a_keyboard_in_kana_makes_of_the_keys_is_read(board, line, sees):
    board, _ = carry_out(board, "E1 [受付]\nE2 !")
    after, (answer,) = carry_out(board, line)
    assert answer.says is None
    assert sees(after)


@pytest.mark.parametrize(
    ("line", "sees"), [("h電話が多い", "「h 電話が多い」"), ("ｈ電話が多い", "「h 電話が多い」"), ("A社が解約した", "「e A社が解約した」")]
)  # fmt: skip
def test_a_letter_without_a_blank_behind_it_is_answered_with_both_things_it_may_mean(board, line, sees):
    after, (answer,) = carry_out(board, line)
    assert after == board
    assert "空白がありません" in answer.says.ja
    assert sees in answer.says.ja
    assert "空白" not in carry_out(board, "Z社が解約した")[1][0].says.ja


@pytest.mark.parametrize(
    ("line", "part", "fix"),
    [
        ("+ e 届いた #教室 [体験] 大輔", "#教室 [体験] 大輔", "E4 #教室 [体験] by 大輔"),
        ("e 届いた [体験] 大輔/教室", "[体験] 大輔/教室", "E4 [体験] by 大輔/教室"),
        ("e 届いた #教室 @大輔", "#教室 @大輔", "E4 #教室 by 大輔"),
        ("e 大輔が 届けた @3 大輔", "@3 大輔", "E4 @3 by 大輔"),
        ("e it came [trial] Aya", "[trial] Aya", "E4 [trial] by Aya"),
    ],
)
def test_a_name_alone_behind_the_parts_is_told_with_the_line_that_makes_it_the_author(board, line, part, fix):
    after, (answer,) = carry_out(board, line)
    assert f"「{part}」は文の中に残しました" in answer.done.ja
    assert f"「{fix}」" in answer.done.ja
    named = fix.rpartition(" by ")[2].partition("/")[0]
    assert carry_out(after, fix)[0].notes[4].author == named
    kept = answer.done.ja.partition("「E4: ")[2].partition("」")[0]
    assert kept == line.removeprefix("+ ").removeprefix("e ").removesuffix(part).strip()


@pytest.mark.parametrize("line", ["e it came back [draft] again", "e 客が [旧] プランに変えた", "e met @noon"])
def test_a_word_at_the_end_of_a_sentence_is_no_name(board, line):
    assert "by" not in carry_out(board, line)[1][0].done.en.partition("stayed")[2]


def test_a_tag_with_a_blank_in_it_is_no_new_note(board):
    after, (answer,) = carry_out(board, "E ２ @5")
    assert after == board
    assert "空白を入れずに E2 と書きます" in answer.says.ja
    assert carry_out(board, "E 2027")[1][0].done is not None
    assert carry_out(board, "E 2 通目が届いた")[1][0].done is not None


@pytest.mark.parametrize(
    ("line", "tag", "kind"),
    [("ピンク 合わない", "H4", "ホットスポット"), ("薄いピンク 予約台帳", "S4", "システム"), ("pale pink: the ledger", "S4", "システム")],
)  # fmt: skip
def test_where_a_colour_alone_decides_the_answer_says_the_kind(board, line, tag, kind):
    _, (answer,) = carry_out(board, line)
    assert answer.done.ja.startswith(f"{tag}({kind})を貼りました")
    _, (answer,) = carry_out(board, "h 合わない")
    assert answer.done.ja == "H4 を貼りました"


@pytest.mark.parametrize(
    ("line", "place"),
    [("h 3つある?@6by坂本/営業", 6), ("h 3つある? @6.5by坂本/営業", 6.5), ("h 3つある? [お試し]by坂本/営業", 3)],
)
def test_who_wrote_may_follow_a_place_without_a_blank(board, line, place):
    note = carry_out(board, line)[0].notes[4]
    assert (note.text, note.at, note.author, note.role) == ("3つある?", place, "坂本", "営業")


@pytest.mark.parametrize(
    ("line", "sign", "fix"),
    [
        ("e チェックアウトした by", "by", "「E4 by 名前/役割」、続けて「E4: チェックアウトした」"),
        ("e 届いた @", "@", "「E4 @5」"),
        ("e 届いた ＞", ">", "「E4 > E3」"),
        ("e 届いた #", "#", "「E4 #"),
        ("e 届いた [", "[", "「E4 ["),
    ],
)
def test_a_sign_with_nothing_behind_it_is_told(board, line, sign, fix):
    after, (answer,) = carry_out(board, line)
    assert f"「{sign}」の後ろに何もない" in answer.done.ja
    assert fix in answer.done.ja
    assert len(after) == 4


@pytest.mark.parametrize("line", ["e the days went by", "e a customer passed by", "h なぜ?", "h ?", "e 客が来た!"])
def test_words_that_end_like_a_sign_are_left_alone(board, line):
    _, (answer,) = carry_out(board, line)
    assert answer.done.ja in ("E4 を貼りました", "H4 を貼りました")


@pytest.mark.parametrize("line", ["H >", "h　＞", "e @", "e !", "h ->"])
def test_signs_alone_are_no_note(board, line):
    after, (answer,) = carry_out(board, line)
    assert after == board
    assert "とだけ書いた" in answer.says.ja
    assert "番号で" in answer.says.ja


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("削除 E2", [1, 3, 4]), ("はがす E2", [1, 3, 4]), ("E2を削除", [1, 3, 4]), ("E2 を消す", [1, 3, 4]), ("delete e2", [1, 3, 4]),
        ("- E1-E4", [3]), ("- E1〜E4", [3]), ("E1～E4 はがす", [3]), ("- 1-3", [4]), ("- E4-E1 H3", []), ("- E1からE2", [3, 4]),
    ],
)  # fmt: skip
def test_notes_are_taken_off_as_people_say_it(board, line, left):
    board = carry_out(board, "e four")[0]
    after, (answer,) = carry_out(board, line)
    assert answer.says is None
    assert sorted(after.notes) == left


def test_a_stretch_names_the_notes_of_its_kind(board):
    board = carry_out(board, "e four")[0]
    after, _ = carry_out(board, "E1〜E4 [予約]")
    assert [note.id for note in after if note.context == "予約"] == [1, 2, 4]
    for line, sees in (("- E1-H3", "「E1 H3」"), ("- E20〜E30", "付箋はありません")):
        after, (answer,) = carry_out(board, line)
        assert after == board
        assert sees in answer.says.ja


def test_a_star_is_a_mark(board):
    for line, pivotal in (("E1 ★", True), ("E1 -★", False)):
        board, (answer,) = carry_out(board, line)
        assert answer.says is None
        assert board.notes[1].pivotal is pivotal


@pytest.mark.parametrize("line", ["h 首輪を忘れた子がいた > E99", "e 届いた @9999"])
def test_who_is_told_of_a_slip_in_a_part_hears_that_nothing_is_stuck_on_and_how_it_will_be(board, line):
    after, (answer,) = carry_out(board, line)
    assert after == board
    assert "まだ貼っていません" in answer.says.ja
    assert "Enter" in answer.says.ja
    assert "not on the wall yet" in answer.says.en
    _, (answer,) = carry_out(board, "E99 @3")
    assert "まだ貼って" not in answer.says.ja


def test_a_wall_is_titled(board):
    for line, title in (
        ("題名 予約の流れ", "予約の流れ"),
        ("title: how　booking goes", "how booking goes"),
        ("タイトル：Ａの壁", "Ａの壁"),
    ):
        board, (answer,) = carry_out(board, line)
        assert (board.title, answer.says, len(board)) == (title, None, 3)


@pytest.mark.parametrize("place", ["@7", "#desk", "@7 #desk"])
def test_a_hotspot_moves_with_its_event_and_that_is_told(board, place):
    board, _ = carry_out(board, "o make it easier > 2\nh elsewhere @9 > 2\na guest @2 > 2")
    after, (answer,) = carry_out(board, f"E2 {place}")
    for id in (3, 4):
        assert (after.notes[id].at, after.notes[id].lane) == (after.notes[2].at, after.notes[2].lane)
    assert [after.notes[id] for id in (1, 5, 6)] == [board.notes[id] for id in (1, 5, 6)]
    assert "H3, O4 moved along" in answer.done.en
    assert "H3, O4 も一緒に動かしました" in answer.done.ja
    assert set(answer.notes) == {2, 3, 4}


def test_a_hotspot_that_hurts_at_two_events_stays_with_the_one_that_stays(board):
    board, _ = carry_out(board, "e also here @2 > 3")
    after, (answer,) = carry_out(board, "E2 @7")
    assert after.notes[3].at == 2
    assert "along" not in answer.done.en
    assert carry_out(board, "E2 E4 @7")[0].notes[3].at == 7


@pytest.mark.parametrize("line", ["[arriving]: first visit", "［Arriving］：first visit", "[arriving] = [first visit]"])
def test_a_border_gets_another_name(board, line):
    board, _ = carry_out(board, "E1 E2 [arriving]\nH3 [leaving]")
    after, (answer,) = carry_out(board, line)
    assert [after.notes[id].context for id in (1, 2, 3)] == ["first visit", "first visit", "leaving"]
    assert "「first visit」にしました(E1, E2)" in answer.done.ja


@pytest.mark.parametrize(
    ("line", "en", "ja"),
    [
        ("[other]: first visit", "There are: arriving", "いまある境界: arriving"),
        ("rename arriving to first visit", "“[arriving]: first visit”", "「[arriving]: first visit」"),
        ("受付を窓口に変更", "“[受付]: 窓口”", "「[受付]: 窓口」"),
        ("clear", "“- 1-20”", "「- 1-20」"),
        ("全部はがす", "“- E1 E2”", "「- E1 E2」"),
    ],
)
def test_who_wants_to_rename_or_to_begin_again_is_told_how(board, line, en, ja):
    board, _ = carry_out(board, "E1 [arriving]")
    after, (answer,) = carry_out(board, line)
    assert after == board
    assert en in answer.says.en
    assert ja in answer.says.ja


def test_a_stretch_of_bare_numbers_empties_the_wall(board):
    assert len(carry_out(board, "- 1-20")[0]) == 0
