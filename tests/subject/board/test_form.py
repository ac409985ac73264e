"""mlcurric.subject.board.form: each rule finds its slip in both languages, and a board in form is silent."""

from dataclasses import replace

import pytest

from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.form import board_findings
from mlcurric.subject.board.model import Board
from mlcurric.text import LANGUAGES, speaking

GOOD = {
    "ja": """
e 無料お試しに申し込まれた @1 by 佐藤/営業
a 予算を持つ課長 @1 by 佐藤
e 解約が申し込まれた @2 by 彩/電話
c 解約を申し込む @2 >3 by 彩
h 誰も気づかない >3 @2 by 加藤/サポート
m 止まりそうなチームを見積もる >5 @2.5
s AIチャットボット @1 >1
3!
""",
    "en": """
e a team signed up @1 by Sato/sales
a the lead who holds the budget @1 by Sato
e the team cancelled @2 by Aya/calls
c cancel >3 @2 by Aya
h nobody notices >3 @2 by Kato/support
m estimate which teams get stuck >5 @2.5
s an AI chatbot @1 >1
3!
""",
}


def found(board: Board) -> set[str]:
    return {finding.id for finding in board_findings(board)}


@pytest.fixture(params=LANGUAGES)
def good(request) -> Board:
    board, answers = carry_out(Board(), GOOD[request.param])
    assert [answer.says for answer in answers if answer.says] == []
    return board


def test_a_board_in_form_is_silent(good):
    assert board_findings(good) == []
    assert board_findings(Board()) == []


@pytest.mark.parametrize(
    "text",
    [
        "called 03-1234-5678", "０９０−１２３４−５６７８に電話した", "(03) 1234-5678 rang", "+81 90 1234 5678 rang", "020 7946 0958 rang",
        "555-123-4567 was called", "wrote to aya@example.com", "aya＠example.co.jp に送られた",
    ],
)  # fmt: skip
def test_how_somebody_is_reached_is_asked_about_and_not_repeated(good, text):
    after, _ = carry_out(good, f"e {text} @2")
    (finding,) = [finding for finding in board_findings(after) if finding.id == "contact"]
    assert not finding.wrong
    assert "@" not in finding.says.en
    assert not any(sign.isdigit() for sign in finding.says.en.replace(f"E{max(after.notes)}", ""))


@pytest.mark.parametrize(
    "text",
    [
        "2027-01-21に届いた", "01-21-2027 came", "09:00-10:00 was booked", "¥1,234,567 was paid", "ticket #0123456 was closed",
        "第0312号が届いた", "12,000,000円が払われた", "id 1234567890 was given", "0 10 20 30 40 50 60 came", "@aya was told",
    ],
)  # fmt: skip
def test_other_numbers_are_nobodys(good, text):
    assert "contact" not in found(carry_out(good, f"e {text} @2")[0])


def test_an_address_in_another_column_is_asked_about_too(good):
    note = good.notes[1]
    assert "contact" in found(good.put(replace(note, more={"mail": "aya@example.com"})))
    assert "contact" in found(good.put(replace(note, author="aya@example.com")))


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("e 顧客が解約する @2", "tense"), ("e 解約完了 @2", "tense"), ("e the customer cancels @2", "tense"),
        ("e なぜ解約されたのですか @2", "question"), ("e who decided? @2", "question"),
        ("h 気になる @2", "hotspot_alone"), ("h odd @2", "hotspot_alone"),
        ("m 機械に任せる @3", "machine_first"), ("m let a machine do it @3", "machine_first"),
        ("s AIによる予測 @9", "machine_words"), ("o 機械学習で防ぐ", "machine_words"), ("h use ML here", "machine_words"),
        ("e ボタンがクリックされた @2", "too_fine"), ("e 設定画面が開かれた @2", "too_fine"),
        ("e the user clicked “cancel” @2", "too_fine"), ("e the screen was shown @2", "too_fine"),
        ("e she opened the sign-up page @2", "too_fine"), ("e the address was typed into the field @2", "too_fine"),
        ("e the user typed the e-mail address @2", "too_fine"), ("e she typed in a new password @2", "too_fine"),
        ("a ユーザーさん", "vague"), ("a お客様", "vague"), ("a the customer", "vague"), ("a Users", "vague"),
        ("e 担当が替わった @9", "nobody_acts"), ("e it was sent @9", "nobody_acts"),
        ("c 解約を　申し込む\nc 解約を 申し込む", "twins"), ("c Cancel\nc cancel", "twins"),
    ],
)  # fmt: skip
def test_each_slip_is_found(good, line, finding):
    assert finding in found(carry_out(good, line)[0])


# What looks like a slip and is none: no finding is better than a false one.
@pytest.mark.parametrize(
    "line",
    [
        "e 契約が切れた😢(自動) @2", "e 返事をもらえなかった @2", "e 未払いだった @2", "e the list beat the lot @2",
        "e the sales team tapped into a new market @2", "e they pressed for a discount @2", "e a card was swiped @2",
        "e 画面の外で話し合われた @2", "a 更新を1週間後に控えたチームリーダー", "a a new user in their first week",
        "h メールが届かない >3 @2", "s MLB公式サイト @1", "e email was sent @2", "e 段階的に見直された @2",
    ],
)  # fmt: skip
def test_what_is_no_slip_is_left_alone(good, line):
    assert found(carry_out(good, line)[0]) == set()


def test_what_a_whole_board_lacks_is_found(good):
    assert found(Board({note.id: replace(note, pivotal=False) for note in good})) == {"pivotal"}
    for roles, is_told in ((["営業"], True), (["営業", "開発"], True), (["営業", "開発", "デザイン"], False)):
        notes = {note.id: replace(note, role=roles[note.id % len(roles)]) for note in good}
        assert ("roles" in found(Board(notes))) is is_told
    ahead = Board({note.id: replace(note, layer="to-be", pivotal=False) for note in good})
    assert "to_be_alone" in found(ahead)
    assert "machine_now" in found(good.put(replace(good.notes[6], layer="as-is")))
    assert "nowhere" in found(good.put(replace(good.notes[1], links=(99,))))
    assert "colour" in found(good.put(replace(good.notes[1], colour="青")))
    assert "colour" not in found(good.put(replace(good.notes[1], colour="#ffa050")))
    happy, _ = carry_out(Board(), "\n".join(f"e it went on {n}" for n in range(6)))
    assert "no_hotspot" in found(happy)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_ends_in_a_way_out(good, lang):
    board, _ = carry_out(good, "e x\nh y\na user\nm z")
    with speaking(lang):
        for finding in board_findings(board):
            assert str(finding.way_out).strip()
            assert "{" not in str(finding.says) + str(finding.way_out)
