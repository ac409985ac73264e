"""mlcurric.subject.board.files: what rooms hand over, read or answered by its line; nothing is dropped without a word."""

import csv
import io
from dataclasses import replace

import pytest

from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.board.merge import merge
from mlcurric.subject.board.model import LONGEST_TEXT, Board
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, speaking


def read(tmp_path, text: str, encoding: str = "utf-8"):
    path = tmp_path / "board.csv"
    path.write_bytes(text.encode(encoding))
    return read_board(path)


def test_long_texts_and_html_are_kept_whole(tmp_path):
    long, page = "長" * LONGEST_TEXT, "<script>alert('x')</script>\n<b>解約</b>"
    board, answers = carry_out(Board(), f"e {long}")
    assert answers[0].done
    board = carry_out(board, "e x")[0]
    board = board.put(board.notes[2].__class__(2, "event", page, 2))
    reading = read(tmp_path, board_text(board))
    assert reading.board == board
    assert reading.faults == ()


def test_a_text_that_is_too_long_is_cut_and_told(tmp_path):
    reading = read(tmp_path, f"種類,内容\nE,{'長' * (LONGEST_TEXT + 5)}\n")
    assert len(reading.board.notes[1].text) == LONGEST_TEXT
    assert reading.faults[0].line == 2


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
def test_what_a_spreadsheet_would_run_is_text_in_the_file_and_comes_back(tmp_path, sign):
    board, _ = carry_out(Board(title=f"{sign}A1"), f"e {sign}HYPERLINK(1) by {sign}彩")
    written = board_text(board)
    cells = [cell for row in csv.reader(io.StringIO(written)) for cell in row]
    assert not [
        cell for cell in cells if cell.startswith(("=", "+", "@", "＝")) or (cell.startswith("-") and cell != "-")
    ]
    assert read(tmp_path, written).board == board


def test_ids_twice_missing_and_odd_are_mended_by_the_line(tmp_path):
    reading = read(tmp_path, "id,text,kind\nE1,a,E\n1,b,E\n,c,E\nx,d,E\nＥ９,e,E\n")
    assert [(note.id, note.text) for note in sorted(reading.board, key=lambda note: note.text)] == [
        (1, "a"), (10, "b"), (11, "c"), (12, "d"), (9, "e")
    ]  # fmt: skip
    assert [fault.line for fault in reading.faults] == [3, 5]


def test_all_faults_are_told_and_not_the_first_alone(tmp_path):
    reading = read(tmp_path, "番号,位置,種類,内容,つながり,レイヤー\n1,あとで,へん,a,だれか,未来\n2,,E,,,\n", "cp932")
    assert [fault.line for fault in reading.faults] == [2, 2, 2, 2, 3]
    with speaking("ja"):
        assert all(str(fault).startswith(f"{fault.line}行目") for fault in reading.faults)


def test_excel_with_merged_cells_a_title_above_and_renamed_columns(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    page = book.active
    page.append(["解約までの壁", None, None, None])
    page.append(["レーン", "付箋番号", "本文", "種別"])
    page.append(["営業", 1, "解約した", "オレンジ"])
    page.append([None, 2, "届いた", "イベント"])
    page.merge_cells("A3:A4")
    page.merge_cells("A1:D1")
    book.save(tmp_path / "壁.xlsx")
    reading = read_board(tmp_path / "壁.xlsx")
    assert [(note.id, note.lane, note.text, note.kind) for note in reading.board] == [
        (1, "営業", "解約した", "event"),
        (2, "営業", "届いた", "event"),
    ]
    assert reading.faults == ()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'id,text\n1,a\n2,"never closed\n3,b\n', "Line 3"),
        (b"id,text\n1,a\n2,\xff\xff\n", "Line 3"),
        (b"PK\x03\x04 no zip", "damaged"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "Line|no table"),
    ],
)
def test_a_damaged_file_says_where(tmp_path, content, says):
    path = tmp_path / "board.csv"
    path.write_bytes(content)
    with speaking("en"), pytest.raises(Slip, match=says):
        read_board(path)


def test_a_number_that_was_given_once_stays_given_in_the_file(tmp_path):
    board, _ = carry_out(Board(title="a, b"), "e one\ne two\n- 2")
    again = read(tmp_path, board_text(board)).board
    assert (again.title, again.next_id) == ("a, b", 3)


def test_what_people_wrote_beside_the_notes_stays_in_the_file(tmp_path):
    path = tmp_path / "board.csv"
    path.write_bytes(
        (
            '# チーム: A\n"# 種類の記号: E イベント, H ホットスポット"\n# Excelで開く: 下から書く,,\n昨日の続き,,\n'
            'id,kind,text,lane\n1,e,"解約した\n# 続き",\n# ここから午後,,,\n#7,h,なぜ,\n'
        ).encode("cp932")
    )
    reading = read_board(path)
    remarks = ("種類の記号: E イベント, H ホットスポット", "Excelで開く: 下から書く", "昨日の続き", "ここから午後")
    assert reading.board.comments == remarks
    assert [note.text for note in reading.board] == ["解約した\n# 続き", "なぜ"]
    assert [fault for fault in reading.faults if fault.lost] == []
    path.write_text(board_text(reading.board), encoding="utf-8")
    assert read_board(path).board == reading.board
    after, _ = carry_out(reading.board, "e 終わった")
    theirs = replace(reading.board, comments=(*remarks[1:], "新しいメモ"))
    assert merge(reading.board, after, theirs).board.comments == theirs.comments


def test_a_note_may_begin_with_the_sign_of_a_remark(tmp_path):
    path = tmp_path / "board.csv"
    path.write_text("lane,text\n#サポート,問い合わせが届いた\n", encoding="utf-8")
    assert [note.lane for note in read_board(path).board] == ["#サポート"]
    path.write_text("text,kind\n#解約 が広まった,e\n", encoding="utf-8")
    assert [note.text for note in read_board(path).board] == ["#解約 が広まった"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_empty_board_keeps_what_it_says_about_itself(tmp_path, lang):
    with speaking(lang):
        path = tmp_path / "board.csv"
        path.write_text(board_text(Board(comments=("how to: one note a line",))), encoding="utf-8")
        board, _ = carry_out(read_board(path).board, "e one")
        assert board_text(board).startswith("# how to: one note a line\nid,")


def test_a_new_note_gets_no_number_that_was_given_before_or_that_a_note_is_tied_to(tmp_path):
    board = read(tmp_path, "# last: 9\nid,text,kind,links\n1,a,e,10\n,b,e,\n,c,e,\n").board
    assert {note.text: note.id for note in board} == {"a": 1, "b": 11, "c": 12}
    # Typed on: the number that is looked for in vain stays free.
    board = read(tmp_path, "id,text,kind,links\n1,a,e,2 3\n").board
    board, _ = carry_out(board, "e 届いた")
    assert sorted(board.notes) == [1, 4]
    # Where no line has a number the ties count the lines.
    board = read(tmp_path, "text,kind,links\na,e,2\nb,h,\n").board
    assert {note.text: note.id for note in board} == {"a": 1, "b": 2}


@pytest.mark.parametrize("links", ["1234567", "900000", "9" * 5_000, "0"])
def test_a_number_that_no_note_can_have_is_told_and_not_cut_into_two(tmp_path, links):
    reading = read(tmp_path, f"id,text,kind,links\n1,a,e,{links} 2\n2,b,e,\n")
    assert reading.board.notes[1].links == (2,)
    assert [fault.line for fault in reading.faults] == [2]
    assert "付箋の番号" in reading.faults[0].says.ja


def test_after_the_highest_number_in_a_file_there_is_room_for_new_ones(tmp_path):
    reading = read(tmp_path, "# last: 999999\nid,text,kind\n899999,a,e\n900000,b,e\n")
    assert sorted(reading.board.notes) == [899_999, 900_000]
    assert [fault.line for fault in reading.faults] == [4]
    after, answers = carry_out(reading.board, "e 届いた\nE900001 @5")
    assert [answer.says for answer in answers] == [None, None]
    assert after.notes[900_001].at == 5


@pytest.mark.parametrize("at", ["3", "3.25", "1234567.5", "0.1", "3.1415926535", "20270121", "-2"])
def test_a_place_comes_back_as_just_that_place(tmp_path, at):
    board = read(tmp_path, f"text,kind,at\na,e,{at}\n").board
    assert board.notes[1].at == float(at)
    text = board_text(board)
    assert f"1,{at}," in text.replace("'", "")
    assert read(tmp_path, text).board == board


@pytest.mark.parametrize("at", ["1e400", "99999999999", "nan", "1e30", "十"])
def test_a_place_that_is_none_is_told(tmp_path, at):
    reading = read(tmp_path, f"text,kind,at\na,e,4\nb,e,{at}\n")
    assert reading.board.notes[2].at == 5
    assert [fault.line for fault in reading.faults] == [3]


def test_a_pivotal_mark_on_a_hotspot_is_not_dropped_without_a_word(tmp_path):
    reading = read(tmp_path, "text,kind,pivotal\na,h,yes\nb,e,yes\nc,h,\n")
    assert [note.pivotal for note in reading.board] == [False, True, False]
    (fault,) = reading.faults
    assert fault.line == 2
    assert "ホットスポット" in fault.says.ja


EMPTY_FORM = '# team: Front desk\n"# how to: one note a line; only {0}kind{1} and {0}text{1} are needed, the rest may stay empty"\n'


@pytest.mark.parametrize("quotes", ["“”", "''"])
def test_what_excel_saves_on_an_english_windows_is_read_and_told(tmp_path, quotes):
    text = EMPTY_FORM.format(*quotes) + "id,kind,text,author\n1,E,the café’s bell rang – twice,Zoë\n2,H,why?,José\n"
    reading = read(tmp_path, text, "cp1252")
    assert [note.text for note in reading.board] == ["the café’s bell rang – twice", "why?"]
    assert [note.author for note in reading.board] == ["Zoë", "José"]
    (fault,) = reading.faults
    assert "1252" in fault.says.ja
    assert "CSV UTF-8" in fault.way_out.en
    assert not read(tmp_path, text, "utf-8").faults


def test_japanese_that_is_cut_is_not_read_as_western(tmp_path):
    path = tmp_path / "board.csv"
    path.write_bytes("種類,内容\nE,解約が申し込まれた\nH,誰も気づかない\n".encode("cp932")[:-3] + b"\x80,\n")
    with pytest.raises(Slip):
        read_board(path)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_the_line_of_the_headings_says_what_splits_the_cells(tmp_path, delimiter):
    table = "id,at,lane,kind,text\n1,1,,E,it began\n2,2,,H,why?\n".replace(",", delimiter)
    reading = read(tmp_path, EMPTY_FORM.format("'", "'") + table, "utf-8")
    assert [(note.tag, note.text) for note in reading.board] == [("E1", "it began"), ("H2", "why?")]
    assert "how to" in reading.board.comments[0]
