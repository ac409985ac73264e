"""mlcurric.notebook.team_sheets: a sheet is laid out once, never written over, read again, and its faults are told."""

import csv
import io
from dataclasses import replace
from datetime import date, time

import pandas as pd
import pytest
from openpyxl import load_workbook

from mlcurric import keeping
from mlcurric.keeping import BYTE_ORDER_MARK
from mlcurric.notebook import sheet_files, team_sheets
from mlcurric.notebook.team_sheets import open_sheet
from mlcurric.notebook.workfolder import WORKSHOP
from mlcurric.subject.ideathon.contents import read_contents
from mlcurric.subject.ideathon.example import example_team
from mlcurric.subject.ideathon.sheets import TEAM_SHEETS
from mlcurric.subject.typed import Slip
from mlcurric.subject.usecases.usecase import MODES
from mlcurric.text import LANGUAGES, speaking
from mlcurric.workshop.session import Session
from mlcurric.workshop.sheets import files

PLANNED = len(example_team("ja").plan.steps)
"""Lines of the example's plan."""


@pytest.fixture
def opened(desk, notebook):
    notebook.run('from mlcurric import exercise\nex = exercise("2-8", lang="ja")')
    return notebook


@pytest.mark.parametrize("name", TEAM_SHEETS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_worked_example_is_laid_out_and_read_again_as_it_was(desk, name, lang):
    with speaking(lang):
        first = open_sheet(desk, name, "example")
        again = open_sheet(desk, name)
        assert again.data == first.data
        assert [found.name for found in again.findings if found.wrong] == []
    assert (desk / "ideathon" / f"{name}.xlsx").exists()


@pytest.mark.parametrize("name", TEAM_SHEETS)
def test_a_blank_sheet_is_laid_out_for_a_team_and_stands_after_a_second_run(desk, name):
    with speaking("ja"):
        open_sheet(desk, name)
        path = desk / "ideathon" / f"{name}.xlsx"
        content = path.read_bytes()
        open_sheet(desk, name, "example")
    assert path.read_bytes() == content


def test_what_was_typed_in_excel_is_shown_with_what_does_not_fit(opened, desk):
    assert "use-cases.xlsx を作りました" in opened.run('sheet = ex.sheet("use-cases", begin="example")\nsheet')
    path = desk / "ideathon" / "use-cases.xlsx"
    book = load_workbook(path)
    page = book.worksheets[0]
    cell = next(cell for row in page.iter_rows() for cell in row if cell.value == 5)
    cell.value = "９点"
    book.save(path)
    shown = opened.run('ex.sheet("use-cases")')
    assert "9点" in shown or "９点" in shown
    assert f"{cell.row}行目" in shown
    assert (desk / "ideathon" / "use-cases.html").exists()


def test_a_heading_that_was_changed_is_told_in_the_notebook_and_the_good_version_is_kept(opened, desk):
    opened.run('ex.sheet("use-cases", begin="example")')
    path = desk / "ideathon" / "use-cases.xlsx"
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            cell.value = {"対象ユーザー": "困っている人", "実現しやすさ": "できそう度"}.get(cell.value, cell.value)
    book.save(path)
    shown = opened.run('sheet = ex.sheet("use-cases")\nprint([case.feasibility for case in sheet.data])')
    assert "見出し「困っている人」は「対象ユーザー」の列として読みました。違うときは見出しを直してください。" in shown
    assert "見出し「できそう度」は「実現しやすさ」の列として" in shown
    assert "None" not in shown
    assert (desk / "ideathon" / "use-cases.last-good.xlsx").read_bytes() == path.read_bytes()


@pytest.mark.parametrize(("name", "before"), [("use-cases", "method-last"), ("raci", "role-map")])
@pytest.mark.parametrize("laid_out", [True, False])
def test_a_sheet_is_carried_over_as_long_as_nobody_has_filled_in_the_next(opened, desk, name, before, laid_out):
    if laid_out:
        assert f"{name}.xlsx を作りました" in opened.run(f'ex.sheet("{name}")')
    assert "引き継いで" not in opened.run(f'ex.sheet("{name}", begin="{before}")')
    opened.run(f'ex.sheet("{before}", begin="example")')
    shown = opened.run(f'sheet = ex.sheet("{name}", begin="{before}")')
    assert "の内容を引き継いで" in shown
    assert f"{name}.xlsx を作りました。Excel で開いて続きを書き込み" in shown
    page = load_workbook(desk / "ideathon" / f"{name}.xlsx").worksheets[0]
    cells = {str(cell.value) for row in page.iter_rows() for cell in row}
    wanted = {
        "use-cases": {"U1", "U2", "U3", "自分の部署で試してみたいチームリーダー"},
        "raci": {"佐藤", "奈緒"},
    }[name]
    assert wanted <= cells


def test_what_was_filled_in_is_never_carried_over(opened, desk):
    opened.run('ex.sheet("method-last", begin="example")\nex.sheet("use-cases", begin="example")')
    path = desk / "ideathon" / "use-cases.xlsx"
    content = path.read_bytes()
    assert "引き継いで" not in opened.run('ex.sheet("use-cases", begin="method-last")')
    assert path.read_bytes() == content


def test_a_list_kept_as_csv_is_carried_over_as_csv(opened, desk):
    (desk / "ideathon").mkdir()
    path = desk / "ideathon" / "use-cases.csv"
    path.write_text("id,name,target_user,担当\n", encoding="utf-8")
    opened.run('ex.sheet("method-last", begin="example")\nex.sheet("use-cases", begin="method-last")')
    text = path.read_text(encoding="utf-8-sig")
    assert "自分の部署で試してみたいチームリーダー" in text
    assert "担当" in text.splitlines()[1]
    # The theme comes along.
    assert text.startswith("# title: 壁から選んだ")


def added_sheet(opened, desk, cells=()):
    """The example's three sheets, the list begun from them, and then a fourth one typed in Excel."""
    opened.run('ex.sheet("method-last", begin="example")\nex.sheet("use-cases", begin="method-last")')
    path = desk / "ideathon" / "method-last.xlsx"
    book = load_workbook(path)
    page = book.worksheets[0]
    head = next(row for row in page.iter_rows() if any(cell.value == "誰の幸せのためか" for cell in row))
    at = {cell.value: cell.column for cell in head}
    for heading, value in {
        "番号": "M4",
        "誰の幸せのためか": "経理の田中さん",
        "何が出てくるか(アウトプット)": "請求書の下書き",
        **dict(cells),
    }.items():
        page.cell(page.max_row + (heading == "番号"), at[heading]).value = value
    book.save(path)
    return desk / "ideathon" / "use-cases.xlsx"


def test_a_sheet_that_is_filled_in_later_comes_onto_a_list_that_nobody_touched(opened, desk):
    path = added_sheet(opened, desk)
    shown = opened.run('sheet = ex.sheet("use-cases", begin="method-last")\nprint([case.id for case in sheet.data])')
    assert "M4 がまだ一覧になかったので、行を足しました" in shown
    assert "['U1', 'U2', 'U3', 'U4']" in shown
    cells = {str(cell.value) for row in load_workbook(path).worksheets[0].iter_rows() for cell in row}
    assert {"U4", "経理の田中さん", "請求書の下書き"} <= cells
    again = opened.run('ex.sheet("use-cases", begin="method-last")')
    assert "M4" not in again.split("<")[0]


def test_a_list_that_was_changed_is_not_written_into_and_the_line_is_told(opened, desk):
    path = added_sheet(opened, desk, {"ボードの付箋": "H31"})
    book = load_workbook(path)
    book.worksheets[0].cell(5, 2).value = "最初の30日"
    book.save(path)
    content = path.read_bytes()
    shown = opened.run('ex.sheet("use-cases", begin="method-last")')
    assert "M4 が、まだ一覧にありません" in shown
    assert "M4: 対象ユーザー「経理の田中さん」、アウトプット「請求書の下書き」、ボードの付箋「H31」" in shown
    assert path.read_bytes() == content


def test_two_sheets_from_one_note_are_two_lines(opened, desk):
    added_sheet(opened, desk, {"ボードの付箋": "H8"})
    assert "M4 がまだ一覧になかった" in opened.run('ex.sheet("use-cases", begin="method-last")')


def test_every_value_that_is_missing_is_told_and_guesses_are_cut(opened, desk):
    opened.run('ex.sheet("use-cases", begin="example")')
    path = desk / "ideathon" / "use-cases.xlsx"
    book = load_workbook(path)
    page = book.worksheets[0]
    at = next(cell.column for row in page.iter_rows() for cell in row if cell.value == "価値")
    numbers = [row[at - 1] for row in page.iter_rows() if isinstance(row[at - 1].value, int) and row[at].value != 1]
    for n, cell in enumerate(numbers[-6:]):
        cell.value = f"4 - high {n}"
    book.save(path)
    shown = opened.run('ex.sheet("use-cases")')
    assert "読めなかったので、抜けている値(6か所)" in shown
    assert all(f"4 - high {n}" in shown for n in range(6))


def test_a_copy_beside_a_sheet_is_said_not_to_be_read(opened, desk):
    opened.run('ex.sheet("method-last", begin="example")')
    folder = desk / "ideathon"
    (folder / "method-last-2.xlsx").write_bytes((folder / "method-last.xlsx").read_bytes())
    shown = opened.run('ex.sheet("method-last")')
    assert "横にある method-last-2.xlsx は、読んでいません" in shown
    assert "last-good" not in shown


@pytest.mark.parametrize("name", ["plan", "role-map", "raci", "pre-mortem", "use-cases", "method-last"])
def test_a_sheet_as_a_workshop_lays_it_out_is_greeted_with_one_sentence(opened, desk, name):
    day = date(2027, 1, 21)
    with speaking("ja"):
        laid_out = files(Session(team="解約防止チーム", stage=3, day=day, start=time(13), lang="ja"))
    (desk / "ideathon").mkdir()
    (desk / "ideathon" / f"{name}.xlsx").write_bytes(laid_out[f"ideathon/{name}.xlsx"])
    shown = opened.run(f'ex.sheet("{name}")')
    assert "まだ何も書き込まれていません" in shown
    assert "<iframe" not in shown


@pytest.mark.parametrize("content", [b"", "計画\n2月に試す\n".encode(), b"<html><body>x</body></html>"])
def test_a_file_that_is_no_excel_file_is_said_and_the_last_good_one_is_shown(opened, desk, content):
    opened.run('ex.sheet("plan", begin="example")\nex.sheet("plan")')
    (desk / "ideathon" / "plan.xlsx").write_bytes(content)
    shown = opened.run('len(ex.sheet("plan").data.steps)')
    assert ("空です" if not content else "「plan.xlsx」は、Excelのファイルとして開けません") in shown
    assert "plan.last-good.xlsx" in shown
    assert str(PLANNED) in shown


def test_a_damaged_file_is_left_alone_and_the_last_good_one_is_shown(opened, desk):
    opened.run('ex.sheet("plan", begin="example")\nex.sheet("plan")')
    path = desk / "ideathon" / "plan.xlsx"
    path.write_bytes(b"PK\x03\x04 half of it")
    shown = opened.run('sheet = ex.sheet("plan")\nlen(sheet.data.steps)')
    assert "plan.last-good.xlsx" in shown
    assert path.read_bytes() == b"PK\x03\x04 half of it"
    assert str(PLANNED) in shown


def test_a_damaged_file_with_nothing_beside_it_is_a_sentence(desk):
    (desk / "ideathon").mkdir()
    (desk / "ideathon" / "raci.xlsx").write_bytes(b"no workbook")
    with pytest.raises(Slip):
        open_sheet(desk, "raci")


@pytest.mark.parametrize(
    ("name", "begin", "says"),
    [("use-case", "blank", "use-cases"), ("plan", "sample", "example"), ("raci", "plan", "role-map")],
)
def test_what_there_is_not_is_named_with_what_there_is(desk, name, begin, says):
    with pytest.raises(Slip, match=says):
        open_sheet(desk, name, begin)


def test_a_workshops_team_and_day_stand_in_a_blank_sheet(desk):
    (desk / ".mlcurric" / WORKSHOP).write_text('{"team": "大阪", "date": "2027-01-21", "people": 6}', encoding="utf-8")
    with speaking("ja"):
        assert open_sheet(desk, "raci").data.team == "大阪"
        open_sheet(desk, "plan")
        assert open_sheet(desk, "plan").data.start == pd.Timestamp("2027-01-21").date()
        assert open_sheet(desk, "use-cases").data.team == "大阪"


def test_outside_a_learners_folder_the_example_is_shown_and_nothing_written(notebook, tmp_path):
    notebook.run('from mlcurric import exercise\nex = exercise("2-8", lang="en")')
    shown = notebook.run('len(ex.sheet("use-cases", begin="example").data)')
    assert "not in a learner's folder" in shown
    assert "6" in shown
    assert not (tmp_path / "ideathon").exists()


def test_without_openpyxl_a_sheet_is_kept_as_csv(desk, monkeypatch):
    def missing(_):
        raise Slip(team_sheets._GOOD)

    kind = TEAM_SHEETS["plan"]
    monkeypatch.setattr(team_sheets, "TEAM_SHEETS", {"plan": kind.__class__(**{**vars(kind), "workbook": missing})})
    open_sheet(desk, "plan", "example")
    assert (desk / "ideathon" / "plan.csv").exists()
    assert len(open_sheet(desk, "plan").data.steps) == PLANNED


def test_a_full_disk_is_said(desk, monkeypatch, capsys):
    (desk / "ideathon").write_text("in the way")
    sheet = open_sheet(desk, "plan", "example")
    assert len(sheet.data.steps) == PLANNED
    said = capsys.readouterr().out
    assert "plan.xlsx could not be written (a file or a folder of that name is in the way)" in said
    assert "Excel, close it" not in said


@pytest.mark.parametrize("name", TEAM_SHEETS)
def test_a_blank_sheet_shows_no_page(opened, desk, name):
    opened.run(f'ex.sheet("{name}")')
    shown = opened.run(f'ex.sheet("{name}")')
    assert "まだ何も書き込まれていません" in shown
    assert not (desk / "ideathon" / f"{name}.html").exists()


def as_csv(name):
    with speaking("ja"):
        kind = TEAM_SHEETS[name]
        return BYTE_ORDER_MARK + kind.text(kind.example())


def blank(name):
    with speaking("ja"):
        kind = TEAM_SHEETS[name]
        return kind.workbook(kind.begin("大阪", None))


@pytest.mark.parametrize("other", ["use-cases.csv", "ユースケース一覧.csv", "Use Cases.CSV"])
def test_the_notebook_reads_the_file_that_the_report_reads_and_says_which_it_passed_over(opened, desk, other):
    folder = desk / "ideathon"
    folder.mkdir()
    (folder / "use-cases.xlsx").write_bytes(blank("use-cases"))
    (folder / other).write_text(as_csv("use-cases"), encoding="utf-8")
    shown = opened.run('sheet = ex.sheet("use-cases")\nlen(sheet.data)')
    assert f"{other} を読みました" in shown
    assert f"use-cases.xlsx は未記入です。書き込みのある {other} を読みました" in shown
    contents = read_contents(folder)
    assert contents.shown("use-cases") == other
    assert len(open_sheet(desk, "use-cases").data) == len(contents.cases)


def test_a_file_under_another_name_is_gone_on_from_and_no_second_one_is_laid_out(opened, desk):
    opened.run('ex.sheet("method-last", begin="example")')
    folder = desk / "ideathon"
    (folder / "method-last.xlsx").rename(folder / "手段は最後シート.xlsx")
    (folder / "ユースケース一覧.xlsx").write_bytes(blank("use-cases"))
    assert "引き継いで" in opened.run('ex.sheet("use-cases", begin="method-last")')
    assert not (folder / "use-cases.xlsx").exists()
    page = load_workbook(folder / "ユースケース一覧.xlsx").worksheets[0]
    assert "自分の部署で試してみたいチームリーダー" in {cell.value for row in page.iter_rows() for cell in row}


def test_a_table_of_a_kind_that_nobody_can_read_is_told(opened, desk):
    (desk / "ideathon").mkdir()
    (desk / "ideathon" / "plan.ods").write_bytes(b"PK\x03\x04")
    shown = opened.run('ex.sheet("plan")')
    assert "plan.ods は、.ods の形式なので読めません。作ったソフトで開き、.xlsx で保存し直してください" in shown


def without_lines(path, left):
    """A sheet as a CSV that was cut off after so many of its lines."""
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    head = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    path.write_text(BYTE_ORDER_MARK + "".join(lines[: head + 1 + left]), encoding="utf-8")


@pytest.mark.parametrize(("left", "gone"), [(0, PLANNED), (5, PLANNED - 5)])
def test_a_file_that_was_emptied_or_cut_off_does_not_take_the_last_good_one_away(opened, desk, left, gone):
    path = desk / "ideathon" / "plan.csv"
    path.parent.mkdir()
    path.write_text(as_csv("plan"), encoding="utf-8")
    whole = path.read_bytes()
    opened.run('ex.sheet("plan")')
    assert (desk / "ideathon" / "plan.last-good.csv").read_bytes() == whole
    without_lines(path, left)
    shown = opened.run('ex.sheet("plan")')
    assert f"前回あった{PLANNED}件のうち、{gone}件がなくなっています" in shown
    assert (desk / "ideathon" / "plan.before-1.csv").read_bytes() == whole
    # What was told once stands in a file; it is not told for ever.
    assert "なくなっています" not in opened.run('ex.sheet("plan")')


def test_one_line_that_is_gone_is_told_and_kept_too(opened, desk):
    path = desk / "ideathon" / "plan.csv"
    path.parent.mkdir()
    path.write_text(as_csv("plan"), encoding="utf-8")
    whole = path.read_bytes()
    opened.run('ex.sheet("plan")')
    without_lines(path, PLANNED - 1)
    assert f"前回あった{PLANNED}件のうち、1件がなくなっています" in opened.run('ex.sheet("plan")')
    assert (desk / "ideathon" / "plan.before-1.csv").read_bytes() == whole


def test_words_that_are_gone_from_lines_that_are_there_are_told_and_kept(opened, desk):
    path = desk / "ideathon" / "plan.csv"
    path.parent.mkdir()
    path.write_text(as_csv("plan"), encoding="utf-8")
    whole = path.read_bytes()
    opened.run('ex.sheet("plan")')
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    head = next(number for number, row in enumerate(rows) if len(row) > 3)
    fullest = max(range(2, len(rows[head])), key=lambda at: sum(bool(row[at]) for row in rows[head + 1 :]))
    emptied = [row if at <= head else [*row[:fullest], "", *row[fullest + 1 :]] for at, row in enumerate(rows)]
    text = io.StringIO(newline="")
    csv.writer(text).writerows(emptied)
    path.write_text(BYTE_ORDER_MARK + text.getvalue(), encoding="utf-8", newline="")
    shown = opened.run('ex.sheet("plan")')
    assert "か所がなくなっています" in shown
    assert (desk / "ideathon" / "plan.before-1.csv").read_bytes() == whole


@pytest.fixture
def open_in_excel(monkeypatch):
    """Windows, and the files of these names are open in Excel: they can be read, and not be replaced."""
    names: set[str] = set()
    replace = keeping.os.replace

    def refusing(old, new):
        if new.name in names:
            raise PermissionError(13, "Permission denied", str(new))
        replace(old, new)

    monkeypatch.setattr(keeping.os, "replace", refusing)
    return names


def test_a_list_that_is_open_in_excel_is_told_kept_under_another_name_and_written_once_it_is_closed(desk, capsys, open_in_excel):  # fmt: skip
    folder = desk / "ideathon"
    with speaking("ja"):
        open_sheet(desk, "use-cases")
        open_sheet(desk, "method-last", "example")
        before = (folder / "use-cases.xlsx").read_bytes()
        open_in_excel.add("use-cases.xlsx")
        sheet = open_sheet(desk, "use-cases", "method-last")
        said = capsys.readouterr().out
        assert (
            "use-cases.xlsx に書き込めませんでした(ほかのソフトで開いているか、権限がありません)。元の内容はそのままです"
            in said
        )
        assert "Excelで開いていたら閉じて、このセルをもう一度実行してください" in said
        assert "use-cases.rescued-1.xlsx に置きました" in said
        assert (folder / "use-cases.xlsx").read_bytes() == before
        assert len(sheet.data) == 3
        open_sheet(desk, "use-cases", "method-last")
        assert not (folder / "use-cases.rescued-2.xlsx").exists()
        open_in_excel.clear()
        capsys.readouterr()
        open_sheet(desk, "use-cases", "method-last")
        assert "引き継いで" in capsys.readouterr().out
    assert not (folder / "use-cases.rescued-1.xlsx").exists()


def test_later_lines_of_a_list_that_is_open_in_excel_are_told_as_what_they_are(opened, desk, capsys, open_in_excel):
    added_sheet(opened, desk)
    open_in_excel.add("use-cases.xlsx")
    capsys.readouterr()
    with speaking("ja"):
        open_sheet(desk, "use-cases", "method-last")
    said = capsys.readouterr().out
    assert "M4 が、まだ一覧にありません" in said
    assert "Excelで開いていたら閉じて" in said
    assert "書きかえられている" not in said


def test_a_file_that_may_not_be_read_is_a_sentence_with_a_way_out(desk, monkeypatch):
    with speaking("ja"):
        open_sheet(desk, "raci", "example")
        read = type(desk).read_bytes

        def refusing(path):
            if path.name == "raci.xlsx":
                raise PermissionError(13, "Permission denied", str(path))
            return read(path)

        monkeypatch.setattr(type(desk), "read_bytes", refusing)
        with pytest.raises(
            Slip, match=r"「raci\.xlsx」を開けません.ほかのソフトで開いているか、権限がありません."
        ) as slip:
            open_sheet(desk, "raci")
    assert "Permission" not in str(slip.value)


@pytest.mark.parametrize("laid_out", [True, False])
def test_a_damaged_sheet_keeps_the_next_one_from_nothing(opened, desk, laid_out):
    folder = desk / "ideathon"
    opened.run('ex.sheet("method-last", begin="example")')
    if laid_out:
        opened.run('ex.sheet("use-cases")')
    whole = (folder / "method-last.xlsx").read_bytes()
    (folder / "method-last.xlsx").write_bytes(b"PK\x03\x04 half of it")
    shown = opened.run('sheet = ex.sheet("use-cases", begin="method-last")\nlen(sheet.data)')
    assert "「method-last.xlsx」は壊れていて開けません" in shown
    assert "「手段は最後シート」からの引き継ぎは見送りました" in shown
    assert (folder / "method-last.xlsx").read_bytes() == b"PK\x03\x04 half of it"
    assert (folder / "use-cases.xlsx").exists()
    (folder / "method-last.xlsx").write_bytes(whole)
    assert "の内容を引き継いで" in opened.run('ex.sheet("use-cases", begin="method-last")')


def test_values_that_cannot_be_read_are_carried_over_as_typed_and_told(opened, desk):
    opened.run('ex.sheet("method-last", begin="example")')
    path = desk / "ideathon" / "method-last.xlsx"
    book, shown_as = load_workbook(path), {mode.ja for mode in MODES.values()}
    cell = next(cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value in shown_as)
    cell.value = "たぶん"
    book.save(path)
    shown = opened.run('sheet = ex.sheet("use-cases", begin="method-last")\nprint([case.mode for case in sheet.data])')
    assert "method-last.xlsx に読めない値が1か所あります。書かれたまま引き継ぎました" in shown
    assert "'たぶん'" in shown


def test_what_somebody_saved_meanwhile_is_not_written_over(desk, monkeypatch, capsys):
    path = desk / "ideathon" / "use-cases.xlsx"
    with speaking("ja"):
        open_sheet(desk, "use-cases")
        open_sheet(desk, "method-last", "example")
        theirs = TEAM_SHEETS["use-cases"].workbook(TEAM_SHEETS["use-cases"].example())
        source = sheet_files.read_source

        def meanwhile(*given):
            path.write_bytes(theirs)
            return source(*given)

        monkeypatch.setattr(team_sheets, "read_source", meanwhile)
        open_sheet(desk, "use-cases", "method-last")
    assert path.read_bytes() == theirs
    assert "use-cases.xlsx がたったいま別の人に保存されたので、上書きしませんでした" in capsys.readouterr().out


def test_a_board_that_cannot_be_read_is_told(opened, desk):
    opened.run('ex.sheet("use-cases", begin="example")')
    (desk / "ideathon" / "board.csv").write_bytes(b"\x00\x01" * 40)
    assert "付箋の番号は確かめていません" in opened.run('ex.sheet("use-cases")')


@pytest.mark.parametrize("saved", [False, True])
def test_what_was_mended_in_a_sheet_after_the_list_had_been_begun_is_said_and_filled_where_nobody_has_written(
    opened, desk, saved
):
    opened.run('ex.sheet("method-last", begin="example")\nex.sheet("use-cases", begin="method-last")')
    sheets, cases = (desk / "ideathon" / f"{name}.xlsx" for name in ("method-last", "use-cases"))
    found = TEAM_SHEETS["method-last"].read(sheets, None)[0]
    mended = tuple(replace(each, data="まだ何もない") if each.id == "M2" else each for each in found)
    sheets.write_bytes(TEAM_SHEETS["method-last"].workbook(replace(found, sheets=mended)))
    if saved:
        load_workbook(cases).save(cases)
    before = cases.read_bytes()
    shown = opened.run('sheet = ex.sheet("use-cases", begin="method-last")\nprint(sheet.data["U2"].data_now)')
    assert "U2(M2): いまあるデータ「まだ何もない」" in shown
    assert (cases.read_bytes() == before) == saved
    assert ("こちらからは書き込みません" in shown) == saved
    assert shown.startswith("まだ何もない") != saved
    again = opened.run('ex.sheet("use-cases", begin="method-last")')
    assert ("いまあるデータ「まだ何もない」" in again) == saved
