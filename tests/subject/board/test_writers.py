"""mlcurric.subject.board.writers: who wrote a note, in the ways in which people write it; words of the note stay words."""

import pytest

from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.form import board_findings
from mlcurric.subject.board.model import Board, Note


@pytest.fixture
def board() -> Board:
    return carry_out(Board(), "e one @1 by 彩/電話\ne two @2 by Aya/calls")[0]


@pytest.mark.parametrize(
    ("typed", "author", "role"),
    [
        ("Wei Zhang/ML", "Wei Zhang", "ML"), ("Mr Chen/sales", "Mr Chen", "sales"), ("front desk/support", "front desk", "support"),
        ("lena/support", "lena", "support"), ("Lena (support)", "Lena", "support"), ("Lena, support", "Lena", "support"),
        ("Dr. O'Brien, front desk", "Dr. O'Brien", "front desk"), ("Jean-Luc van Dam / sales team", "Jean-Luc van Dam", "sales team"),
        ("Wei Zhang", "Wei Zhang", ""), ("Wei calls", "Wei", "calls"), ("Aya", "Aya", "calls"),
        ("佐藤 彩/電話", "佐藤 彩", "電話"), ("彩（電話）", "彩", "電話"), ("彩、受付", "彩", "受付"), ("彩", "彩", "電話"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("behind", ["@4", ">E1", "#desk", "[trial]"])
def test_a_name_behind_another_part_takes_nothing_of_it_along(board, typed, author, role, behind):
    after, (answer,) = carry_out(board, f"h Bells hurt most {behind} by {typed}")
    note = after.notes[3]
    assert (note.text, note.author, note.role) == ("Bells hurt most", author, role)
    assert {
        "@4": note.at == 4,
        ">E1": note.links == (1,),
        "#desk": note.lane == "desk",
        "[trial]": note.context == "trial",
    }[behind]
    assert "残し" not in answer.done.ja
    changed, (answer,) = carry_out(board, f"E1 by {typed}")
    assert (changed.notes[1].author, changed.notes[1].role, answer.says) == (author, role, None)


@pytest.mark.parametrize(
    ("line", "text", "author"),
    [
        ("e The bell rang a third time by Wei Zhang @4", "The bell rang a third time", "Wei Zhang"),
        ("e It was checked by Lena @4", "It was checked", "Lena"),
        ("e It was checked by Lena, twice @4", "It was checked", "Lena/twice"),
        ("e 届いた by 凛 @4", "届いた", "凛"),
    ],
)
def test_a_name_that_may_be_words_is_taken_and_told(board, line, text, author):
    after, (answer,) = carry_out(board, line)
    assert (after.notes[3].text, after.notes[3].author, after.notes[3].at) == (text, author.split("/")[0], 4)
    assert f"written by {author}" in answer.done.en
    assert f"書いた人: {author}" in answer.done.ja
    # Whoever is known, or has a role, is told no more.
    known, _ = carry_out(after, "e it came by Lena/ML")
    assert all("written" not in one.done.en for one in carry_out(known, "e it went by Lena\ne it ran by Rui/sales")[1])


@pytest.mark.parametrize(
    "line",
    [
        "e The invoice was paid by card @4", "e It goes out by Monday @4", "e It was sent by Email @4", "e It came by mail / phone @4",
        "e It was sent by Fax/SMS @4", "e passed by the house @4", "e It was begun by Lena, then closed @4", "e time went by @4",
        "e 用紙に 記入 してもらった @4", "e 届いた by メール @4", "e It was sold by The sales team @4",
    ],
)  # fmt: skip
def test_what_comes_by_something_has_no_writer(board, line):
    after, (answer,) = carry_out(board, line)
    assert after.notes[3].text == line.removeprefix("e ").removesuffix(" @4")
    assert (after.notes[3].at, after.notes[3].author) == (4, "")
    assert "written" not in answer.done.en


@pytest.mark.parametrize("part", ["@4", ">E2"])
def test_a_small_word_behind_a_place_stays_and_the_place_is_kept_and_it_is_told(board, part):
    after, (answer,) = carry_out(board, f"e It was paid {part} by lena")
    assert after.notes[3].text == "It was paid by lena"
    assert after.notes[3].at == (4 if part == "@4" else 2)
    assert "“E3 by lena”, then “E3: It was paid”" in answer.done.en
    assert answer.left
    mended, answers = carry_out(after, "E3 by lena\nE3: It was paid")
    assert (mended.notes[3].text, mended.notes[3].author) == ("It was paid", "lena")
    assert not any(answer.says for answer in answers)


@pytest.mark.parametrize("line", ["E1 by", "E1 by / sales", "E1 by /"])
def test_a_line_without_a_name_is_answered_by_how_names_are_written(board, line):
    after, (answer,) = carry_out(board, line)
    assert after == board
    assert "“E1 by Aya/calls”" in answer.says.en
    assert "「E1 by 彩/電話」" in answer.says.ja


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("x came @4 by lena/support", "@4 by lena/support"), ("Bells hurt >E1 by Wei", ">E1 by Wei"), ("鐘が鳴った ＠4", "＠4"),
        ("鐘が鳴った @4 記入 彩", "@4 記入 彩"), ("it rang -> H7", "-> H7"), ("it rang @4 #desk", "@4 #desk"),
    ],
)  # fmt: skip
def test_the_check_asks_about_a_place_or_a_tie_that_stands_in_words(board, text, part):
    found = [finding for finding in board_findings(board.put(Note(3, "event", text))) if finding.id == "left_in_words"]
    assert [(finding.notes, finding.wrong) for finding in found] == [((3,), False)]
    assert f"“{part}”" in found[0].says.en
    assert f"「E3 {part}」" in found[0].way_out.ja


@pytest.mark.parametrize(
    "text", ["met @3 pm", "more > 100 calls", "more >100", "met @noon", "wrote to a@4", "チケット#12 が閉じた"]
)
def test_the_check_asks_nothing_about_words(board, text):
    assert "left_in_words" not in {finding.id for finding in board_findings(board.put(Note(3, "event", text)))}
