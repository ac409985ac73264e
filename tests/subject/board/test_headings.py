"""mlcurric.subject.board.headings: each column of ours once, all else under a name of its own, and what was kept is told."""

import pytest

from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.board.whiteboards import read_whiteboard


def read(tmp_path, text: str):
    path = tmp_path / "board.csv"
    path.write_text(text, encoding="utf-8")
    return read_board(path)


@pytest.mark.parametrize(
    ("table", "text", "author", "more", "told"),
    [
        ("who,author,text,kind\nA,B,届いた,e\n", "届いた", "B", {"who (2)": "A"}, ["「author」と「who」", "「who (2)」"]),
        ("内容,text,kind\n甲,乙,e\n", "乙", "", {"内容 (2)": "甲"}, ["「text」と「内容」", "「内容 (2)」"]),
        ("内容,元の言葉,kind\n甲,乙,e\n", "甲", "", {"元の言葉": "乙"}, []),
        ("text,text,text,kind\na,b,c,e\n", "a", "", {"text (2)": "b", "text (3)": "c"}, ["いくつも", "「text (2)」", "「text (3)」"]),
        ("text,kind\na,e,c,d\n", "a", "", {"(3)": "c", "(4)": "d"}, ["左から3列目", "「(3)」", "左から4列目"]),
        ("text,,kind,\na,x,e,\n", "a", "", {"(2)": "x"}, ["左から2列目"]),
        # A column that is empty does not hide the one that is filled in, and is no column of the room's own.
        ("author,記入者,text,kind\n,彩,a,e\n", "a", "彩", {}, []),
        ("text,who (2),who,author,kind\na,1,2,3,e\n", "a", "3", {"who (2)": "1", "who (3)": "2"}, ["「who (3)」"]),
    ],
)  # fmt: skip
def test_no_cell_is_lost_to_another_heading_and_it_comes_back_without_a_word(tmp_path, table, text, author, more, told):
    reading = read(tmp_path, table)
    (note,) = reading.board
    assert (note.text, note.author, note.more) == (text, author, more)
    says = "\n".join(fault.says_all.ja for fault in reading.faults)
    for words in told:
        assert words in says
    assert bool(told) == bool(says)
    again = read(tmp_path, board_text(reading.board))
    assert (again.board, again.faults) == (reading.board, ())


def test_a_remark_with_many_commas_is_no_column(tmp_path):
    reading = read(tmp_path, "id,text,kind\n1,a,e\n# 午後から, 奈緒, 加藤, 佐藤, 凛,\n")
    assert reading.faults == ()
    assert reading.board.notes[1].more == {}


def test_a_whiteboard_with_two_texts_keeps_both_and_tells_it(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text("text,text,内容,Locked,color\n届いた,二つ目,三つ目,no,orange\n", encoding="utf-8")
    came = read_whiteboard(path)
    more = {"text (2)": "二つ目", "内容 (2)": "三つ目", "Locked": "no"}
    assert [(note.text, note.more) for note in came.board] == [("届いた", more)]
    assert came.guesses[-1].ja == "ほかの列(「text (2)」「内容 (2)」「Locked」)も、付箋と一緒にそのまま残します。"
    assert read(tmp_path, board_text(came.board)).board == came.board
