"""mlcurric.subject.board.whiteboards: what an online whiteboard exports becomes a board, and what was guessed is told."""

import pytest

from mlcurric.subject.board.kinds import nearest_kind
from mlcurric.subject.board.whiteboards import read_whiteboard
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking

JAPANESE = """テキスト,背景色,x座標,y座標,作成者,タグ,フレーム,種類
<p>解約が<br>申し込まれた</p>,#FF9D48,420,100,aya@example.com,転換点,解約,sticky_note
無料お試しに申し込まれた,オレンジ,0,102,佐藤,,申し込み,sticky_note
誰も気づかない,#ea94bb,430,320,加藤,重要,解約,sticky_note
課長 <部長>,薄い黄色,210,95,拓海,,,sticky_note
,,,,,,,connector
灰色のメモ,#999,640,100,,,,sticky_note
"""


@pytest.fixture
def file(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "export.csv"
        path.write_text(text, encoding=encoding)
        return path

    return write


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932", "utf-16"])
def test_a_japanese_export_becomes_a_board(file, encoding):
    came = read_whiteboard(file(JAPANESE, encoding))
    assert [(note.tag, note.at, note.text) for note in came.board] == [
        ("E1", 1, "無料お試しに申し込まれた"),
        ("A2", 2, "課長 <部長>"),
        ("E3", 3, "解約が\n申し込まれた"),
        ("H4", 3, "誰も気づかない"),
        ("E5", 4, "灰色のメモ"),
    ]
    assert came.board.contexts == ("申し込み", "解約")
    assert came.board.notes[3].pivotal
    assert [note.author for note in came.board] == ["佐藤", "拓海", "aya", "加藤", ""]
    assert came.board.notes[4].more == {"tags": "重要"}
    with speaking("ja"):
        told = "\n".join(map(str, came.guesses))
    for words in (
        "#999(1枚)は凡例にない色",
        "#ea94bb(1枚)は「ホットスポット」",
        "枠(フレーム)は「コンテキスト」",
    ):
        assert words in told


def test_a_line_that_is_no_note_is_counted_in_english_too(file):
    with speaking("en"):
        told = "\n".join(map(str, read_whiteboard(file(JAPANESE)).guesses))
    assert "empty ones): 1." in told
    assert "1 lines" not in told


def test_the_whole_line_that_says_what_a_colour_means_is_told_with_a_colour_of_the_file(file):
    for colours, line in (
        (("#ff9d48", "#999"), 'wall.bring_in("export.csv", colours={"#999": "hotspot"})'),
        (("#ff9d48", "pink"), 'wall.bring_in("export.csv", colours={"pink": "system"})'),
        (("#ff9d48",), 'wall.bring_in("export.csv", colours={"#ff9d48": "hotspot"})'),
        (("blue",), 'wall.bring_in("export.csv", colours={"blue": "event"})'),
    ):
        came = read_whiteboard(file("text,color\n" + "".join(f"届いた,{colour}\n" for colour in colours)))
        for told in came.guesses:
            if "colours=" in told.ja:
                assert line in told.ja
                assert line in told.en
        assert sum("colours=" in told.ja for told in came.guesses) == 1


@pytest.mark.parametrize(
    ("colours", "kinds"),
    [
        (["pink"], ["hotspot"]),
        (["ピンク", "薄いピンク"], ["hotspot", "system"]),
        (["PINK", "light_pink"], ["hotspot", "system"]),
        (["pink", "red"], ["system", "hotspot"]),
        (["pink", "#ff4f9a"], ["system", "hotspot"]),
        (["hot pink"], ["hotspot"]),
        (["濃いピンク"], ["hotspot"]),
        (["#ffcee0"], ["system"]),
    ],
)
def test_plain_pink_is_the_paper_of_hotspots_unless_another_is(file, colours, kinds):
    came = read_whiteboard(file("text,color\n" + "".join(f"届いた{at},{one}\n" for at, one in enumerate(colours))))
    assert [note.kind for note in came.board] == kinds


def test_addresses_in_any_column_but_the_words_are_taken_out(file):
    came = read_whiteboard(file("text,Last editor,Tel\n届いた,aya@example.com,090-1234-5678\n"))
    assert came.board.notes[1].more == {"Last editor": "aya", "Tel": ""}


def test_a_file_gives_the_board_no_title(file):
    assert read_whiteboard(file(JAPANESE)).board.title == ""


def test_arrows_become_ties_and_pages_no_notes(file):
    came = read_whiteboard(
        file(
            "Id,Name,Shape Library,Line Source,Line Destination,Text Area 1\n1,Document,,,,Wall\n2,Sticky note,s,,,the line broke\n"
            "3,Sticky note,s,,,why?\n4,Line,s,3,2,\n"
        )
    )
    first, second = came.board
    assert (first.text, second.text, second.links) == ("the line broke", "why?", (1,))


def test_frames_below_each_other_and_wide_gaps_are_lanes(file):
    frames = read_whiteboard(file("Text,X,Y,Frame\na,0,0,顧客\nb,200,10,顧客\nc,0,500,営業\nd,210,510,営業\n"))
    assert [note.lane for note in frames.board] == ["顧客", "営業", "顧客", "営業"]
    assert frames.board.contexts == ()
    gaps = read_whiteboard(file("Text,X,Y,Width\na,0,0,100\nb,200,10,100\nc,0,700,100\nd,210,720,100\n"))
    assert [note.lane for note in gaps.board] == ["1", "2", "1", "2"]
    even = read_whiteboard(file("Text,X,Y,Width\na,0,0,100\nb,0,110,100\nc,200,0,100\n"))
    assert [(note.text, note.at, note.lane) for note in even.board] == [("a", 1, ""), ("b", 1, ""), ("c", 2, "")]


def test_the_room_says_what_a_colour_means(file):
    path = file("text,color\nit ended,#fff9b1\n")
    assert [note.kind for note in read_whiteboard(path).board] == ["actor"]
    assert [note.kind for note in read_whiteboard(path, {"#FFF9B1": "event"}).board] == ["event"]
    with speaking("en"), pytest.raises(Slip, match="no kind “evnt”"):
        read_whiteboard(path, {"#fff9b1": "evnt"})


def test_without_texts_the_columns_are_named(file):
    with speaking("ja"), pytest.raises(Slip, match="担当, 締切"):
        read_whiteboard(file("担当,締切\n彩,明日\n"))


def test_without_places_the_lines_are_the_order_and_that_is_told(file):
    came = read_whiteboard(file("text\nsecond\nfirst\n"))
    assert [note.text for note in came.board] == ["second", "first"]
    assert any("行の順" in told.ja for told in came.guesses)


# Sticky notes of palettes in common use are paler than the legend's paper.
@pytest.mark.parametrize(
    ("colour", "kind"),
    [
        ("#FFD3A8", "event"), ("#FFC061", "event"), ("#ff9d48", "event"), ("rgb(255, 157, 72)", "event"),
        ("#FFE299", "actor"), ("#fff9b1", "actor"), ("#ffcee0", "system"), ("#ea94bb", "hotspot"), ("#A8DAFF", "command"),
        ("#a6ccf5", "command"), ("#D3BDFF", "policy"), ("#be88c7", "policy"), ("#B3EFBD", "information"), ("#ffffff", "ml_step"),
    ],
)  # fmt: skip
def test_pale_papers_are_known_by_their_hue(colour, kind):
    assert nearest_kind(colour).id == kind


@pytest.mark.parametrize("colour", ["#999999", "#000", "transparent", "", "#12", "rgb(1)"])
def test_what_is_no_paper_is_no_kind(colour):
    assert nearest_kind(colour) is None


MURAL = """ID,TEXT,BG COLOR,AREA,LAST UPDATED BY,POSITION X,POSITION Y,TAGS
0-1,解約した,"rgba(255, 191, 88, 1)",解約,Aya,100,40,
0-2,誰が決めたのか,"rgba(255, 79, 154, 1)",,Sato,300,40,重要
"""
LUCID = """Id,Name,Shape Library,Page ID,Contained By,Group,Line Source,Line Destination,Source Arrow,Destination Arrow,Tags,Status,Text Area 1,Comments
1,Document,,,,,,,,,,Draft,Wall,
2,Page,,,,,,,,,,,Page 1,
3,Container,Containers,2,,,,,,,,,解約,
4,Sticky note,Sticky Notes,2,3,,,,,,,,解約した,
5,Sticky note,Sticky Notes,2,3,,,,,,,,誰が決めたのか,
6,Line,,2,,,5,4,None,Arrow,,,,
"""


def test_an_area_is_a_context_and_the_columns_read_are_told(file):
    came = read_whiteboard(file(MURAL))
    assert [(note.tag, note.context, note.author) for note in came.board] == [("E1", "解約", "Aya"), ("H2", "", "Sato")]
    told = "\n".join(guess.ja for guess in came.guesses)
    assert "「TEXT」(言葉)、「BG COLOR」(色)、「POSITION X」(位置)、「LAST UPDATED BY」(書いた人)、「AREA」(枠)" in told


def test_a_container_named_by_its_number_gives_its_words_and_is_no_note(file):
    came = read_whiteboard(file(LUCID))
    assert [(note.text, note.context) for note in came.board] == [("解約した", "解約"), ("誰が決めたのか", "解約")]
    assert [note.links for note in came.board] == [(), (1,)]
    told = "\n".join(guess.ja for guess in came.guesses)
    assert "colours=" not in told
    assert "Group" not in told


def test_a_list_without_a_heading_is_notes_from_its_first_line(file):
    came = read_whiteboard(file('顧客が解約した\n誰も気づかない\n"請求書, 届いた"\n'))
    assert [note.text for note in came.board] == ["顧客が解約した", "誰も気づかない", "請求書, 届いた"]
    assert any("1行目から" in guess.ja for guess in came.guesses)
    assert [note.text for note in read_whiteboard(file("内容\n届いた\n")).board] == ["届いた"]


# The names that whiteboards give to their papers.
@pytest.mark.parametrize(
    ("colour", "kind"),
    [
        ("light_yellow", "actor"), ("LIGHT_RED", "hotspot"), ("light_green", "opportunity"), ("dark_blue", "command"),
        ("cyan", "command"), ("light pink", "system"), ("dark-green", "value"), ("violet", "policy"), ("薄い紫", "policy"),
        ("black", None), ("gray", None), ("LIGHT_GRAY", None), ("灰色", None),
    ],
)  # fmt: skip
def test_names_of_colours_are_known_and_no_letter_of_them_is_taken_for_a_kind(file, colour, kind):
    came = read_whiteboard(file(f"text,color\n届いた,{colour}\n"))
    assert [note.kind for note in came.board] == [kind or "event"]
    assert any("凡例にない色" in guess.ja for guess in came.guesses) is (kind is None)


def test_signs_that_a_web_page_writes_as_words_are_signs_again_with_or_without_other_marks(file):
    came = read_whiteboard(file("text,frame,color\nQ&amp;A が 3 &lt; 5&nbsp;件,R&amp;D,orange\na & b; &copy,,orange\n"))
    assert [(note.text, note.context) for note in came.board] == [("Q&A が 3 < 5 件", "R&D"), ("a & b; &copy", "")]
    came = read_whiteboard(file("text,color\n<p>&lt;b&gt; 届いた</p>,orange\n"))
    assert [note.text for note in came.board] == ["<b> 届いた"]


@pytest.mark.parametrize(
    "table",
    [
        "Type,Text,X,Y\nsticky,it began,1,1\nshape,Frame 1,0,0\nframe,Arriving,0,0\nshape,why late?,5,1\nArrow,a,1,1\nconnector,b,1,1\n",
        "種類,テキスト,X,Y\n付箋,it began,1,1\n図形,フレーム 1,0,0\nフレーム,受付,0,0\n図形,why late?,5,1\n矢印,次,1,1\nコネクター,→,1,1\n",
    ],
)
def test_frames_and_arrows_are_no_notes_whatever_is_written_on_them(tmp_path, table):
    path = tmp_path / "export.csv"
    path.write_text(table, encoding="utf-8")
    came = read_whiteboard(path)
    assert [note.text for note in came.board] == ["it began", "why late?"]
    assert any("no notes (arrows, frames, empty ones): 4" in told.en for told in came.guesses)
    # What is said on a sticky note is a note, even so.
    path.write_text(table.replace("it began", "Frame 1"), encoding="utf-8")
    assert [note.text for note in read_whiteboard(path).board] == ["Frame 1", "why late?"]
