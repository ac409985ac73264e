"""Lists in Excel and CSV: what is written comes back, and what people do to a file in between is borne."""

import io
import itertools
import zipfile

import pytest
from openpyxl import load_workbook

from mlcurric.spreadsheets import defused
from mlcurric.subject.excel_cells import MOST_SIGNS
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.subject.typed import Slip
from mlcurric.subject.workbooks import read_table, table_text, workbook
from mlcurric.text import LANGUAGES, T, speaking

TABLE = Table(
    "tasks",
    T("tasks", "作業"),
    (
        Column("id", T("no.", "番号"), T("a number", "番号"), ("#",), 6),
        Column("task", T("task", "作業名"), T("what is done", "すること"), ("what", "内容")),
        Column("state", T("state", "状態"), T("how far", "どこまで"), choices={"open": T("open", "未着手"), "done": T("done", "完了")}, words={"済": "done"}),
        Column("hours", T("hours", "時間"), T("a week", "週あたり"), between=(0, 40), whole=False),
        Column("score", T("score", "点"), T("1 to 5", "1〜5"), between=(1, 5), if_words="said"),
        Column("said", T("in words", "言葉で"), T("why", "理由")),
        Column("due", T("due", "期日"), T("a day", "日付"), is_day=True),
        Column("double", T("double", "2倍"), T("computed", "計算"), formula="{score}{row}*2"),
    ),
    (Column("title", T("title", "題名"), T("what it is about", "題名")),),
    (T("Fill it in from the left.", "左から書きます。"),),
    frozen=2,
)  # fmt: skip
ROWS = [
    {"id": "1", "task": "=1+1", "state": "done", "hours": "4.5", "score": "4", "due": "2027-01-21", "別": "@x"},
    {"id": "2", "task": "2行\nの文、\"引用\"", "state": "いつか", "score": "7", "due": "来週", "said": "+81"},
    {"id": "3", "task": "-x", "state": "open", "hours": "10", "due": "2027-02-01", "said": "'quoted"},
]  # fmt: skip


def filled(rows):
    return [{name: cell for name, cell in row.items() if cell} for row in rows]


def in_file(tmp_path, content, name="t.xlsx"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_list_comes_back_from_excel_and_from_csv(tmp_path, lang):
    with speaking(lang):
        xlsx = in_file(tmp_path, workbook(TABLE, ROWS, {"title": "calls, mails"}, ("別",)))
        csv = in_file(tmp_path, table_text(TABLE, ROWS, {"title": "calls, mails"}, ("別",)), "t.csv")
    for path in (xlsx, csv):
        found = read_table(path, TABLE, "task")
        assert filled(cells for _, cells in found.rows) == ROWS
        assert found.about["title"] == "calls, mails"
        assert found.more == ("別",)
        assert [str(fault.says.en) for fault in found.faults] == [
            "headings that are not this sheet's: “別”.",
            "“いつか” under “state” cannot be read.",
            "“7” under “score” cannot be read.",
            "“来週” under “due” cannot be read.",
        ]


def test_headings_of_all_columns_differ():
    every = [column.headings for column in TABLE.columns]
    assert all(one.isdisjoint(other) for one, other in itertools.combinations(every, 2))


def test_columns_may_be_renamed_moved_and_added_and_the_headings_may_stand_lower(tmp_path):
    text = "作業の一覧\n\n内容,点,ＩＤ,メモ\n電話する,５点,1,急ぎ\n内容,点,ＩＤ,メモ\nメール,４ / 5,２,\n"
    found = read_table(in_file(tmp_path, text, "t.csv"), TABLE, "task")
    assert [dict(cells) for _, cells in found.rows] == [
        {"task": "電話する", "score": "5", "id": "1", "メモ": "急ぎ"},
        {"task": "メール", "score": "4", "id": "２", "メモ": ""},
    ]
    (told,) = found.faults
    assert (told.line, told.says.ja) == (
        3,
        "この表にない見出しがあります: 「メモ」。見つからない列があります: 「状態」「時間」「言葉で」「期日」。",
    )


def test_a_heading_over_words_means_the_column_of_words(tmp_path):
    found = read_table(in_file(tmp_path, "task,score\na,because\nb,4\nc,of rain\n", "t.csv"), TABLE, "task")
    assert [cells["said"] for _, cells in found.rows] == ["because", "4", "of rain"]


def test_two_columns_of_one_name_are_both_kept(tmp_path):
    found = read_table(in_file(tmp_path, "task,task,メモ,メモ,\na,b,c,d,e\n", "t.csv"), TABLE, "task")
    assert list(found.rows[0][1].values()) == ["a", "b", "c", "d", "e"]


def test_another_list_is_told_by_its_columns(tmp_path):
    with pytest.raises(Slip, match=r"作業名|task"):
        read_table(in_file(tmp_path, "foo,bar\n1,2\n", "t.csv"), TABLE, "task")


@pytest.mark.parametrize("typed", ["done", "Done", "完了", "済", " 完了 "])
def test_a_choice_is_read_in_either_language(tmp_path, typed):
    found = read_table(in_file(tmp_path, f"task,state\na,{typed}\n", "t.csv"), TABLE, "task")
    assert found.rows[0][1]["state"] == "done"


@pytest.mark.parametrize("typed", ["2027-01-21", "2027/1/21", "2027年1月21日", "令和9年1月21日"])
def test_a_day_is_read_as_people_write_it(tmp_path, typed):
    found = read_table(in_file(tmp_path, f"task,due\na,{typed}\n", "t.csv"), TABLE, "task")
    assert found.rows[0][1]["due"] == "2027-01-21"


def test_excel_offers_the_choices_from_a_hidden_sheet_and_is_set_up_for_paper(tmp_path):
    with speaking("ja"):
        book = load_workbook(in_file(tmp_path, workbook(TABLE, ROWS, {"title": "題"})))
    page = book.active
    assert page.freeze_panes == "C3"
    assert [cell.value for cell in page[2]] == [str(column.heading.ja) for column in TABLE.columns]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.print_title_rows == "$2:$2"
    rules = {str(rule.sqref).split("3")[0]: rule for rule in page.data_validations.dataValidation}
    assert rules["C"].formula1 == "'_choices'!$C$1:$C$2"
    assert [book["_choices"][f"C{line}"].value for line in (1, 2)] == ["未着手", "完了"]
    assert book["_choices"].sheet_state == "hidden"
    assert [book["_choices"].cell(line, 5).value for line in range(1, 6)] == [1, 2, 3, 4, 5]
    assert book.sheetnames[:2] == ["作業", "記入のしかた"]
    assert page["H3"].value == "=E3*2"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_row_is_as_high_as_its_texts_need_and_still_grows(tmp_path, lang):
    """Printed by LibreOffice as it comes, wrapped lines lay over the next row, in a serif font beside a sans one."""
    rows = [{"id": "1", "task": "a"}, {"id": "2", "task": "連絡する前に、担当者に確かめておくこと。" * 4}]
    with speaking(lang):
        content = workbook(TABLE, rows, {"title": "題"})
    page = load_workbook(in_file(tmp_path, content)).active
    one, other = (page.row_dimensions[line].height for line in (3, 4))
    lines = 4 * 40 / (page.column_dimensions["B"].width)
    assert other >= lines * one
    fonts = {cell.font.name for row in page.iter_rows(min_row=1, max_row=4) for cell in row if cell.value}
    assert len(fonts) == 1
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert b"customHeight" not in packed.read("xl/worksheets/sheet1.xml")
    assert page.page_margins.footer < page.page_margins.bottom


def test_no_text_is_a_formula(tmp_path):
    rows = [{"id": "1", "task": text} for text in ("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "＝1")]
    page = load_workbook(in_file(tmp_path, workbook(TABLE, rows))).active
    for line, row in enumerate(rows, 3):
        cell = page.cell(line, 2)
        assert (cell.value, cell.data_type) == (row["task"], "s")
    assert all(page.cell(line, 2).quotePrefix for line in range(3, 7))
    text = table_text(TABLE, rows)
    assert all(defused(row["task"]) in text for row in rows)


def test_what_excel_cannot_hold_does_not_break_the_file(tmp_path):
    rows = [{"id": "1", "task": "a\x00\x0b\ud800b" + "長" * 40_000, "said": "<b>太字</b>\r\n次"}]
    found = read_table(in_file(tmp_path, workbook(TABLE, rows)), TABLE, "task")
    task = found.rows[0][1]["task"]
    assert task.startswith("a?b長")
    assert len(task) == MOST_SIGNS
    assert found.rows[0][1]["said"] == "<b>太字</b>\n次"


def test_the_same_list_gives_the_same_bytes():
    assert workbook(TABLE, ROWS) == workbook(TABLE, ROWS)


def test_a_drop_down_warns_of_another_word_and_lets_it_through(tmp_path):
    """Who types 「済」 or “4 points” is understood; to stop them would lose what they wanted to say."""
    path = in_file(tmp_path, workbook(TABLE, ROWS))
    rules = load_workbook(path).worksheets[0].data_validations.dataValidation
    assert len(rules) == sum(not column.formula for column in TABLE.columns)
    assert {(rule.errorStyle, rule.showErrorMessage, rule.allowBlank) for rule in rules} == {("warning", True, True)}
    offered = [rule for rule in rules if rule.type == "list"]
    assert [rule.promptTitle for rule in offered] == ["state", "score"]


@pytest.mark.parametrize("typed", ["完了。", " ＤＯＮＥ ", "済", "※完了"])
def test_a_choice_is_read_with_the_marks_that_people_put_around_it(tmp_path, typed):
    path = in_file(tmp_path, f"task,state\n電話,{typed}\n", "t.csv")
    assert read_table(path, TABLE, "task").rows[0][1]["state"] == "done"


@pytest.mark.parametrize("typed", ["。", "・", "まだ"])
def test_a_mark_alone_is_no_choice(tmp_path, typed):
    path = in_file(tmp_path, f"task,state\n電話,{typed}\n", "t.csv")
    assert f"「状態」の「{typed}」が読めません。" in [fault.says.ja for fault in read_table(path, TABLE, "task").faults]
