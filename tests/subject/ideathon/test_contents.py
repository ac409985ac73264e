"""A folder of an ideathon is read as a whole, whatever its files are called and whatever is wrong with one of them."""

import os

import pytest
from openpyxl import load_workbook

from mlcurric.keeping import BYTE_ORDER_MARK
from mlcurric.subject.ideathon.across import noticed_in
from mlcurric.subject.ideathon.contents import PARTS, read_contents
from mlcurric.subject.ideathon.example import IDEATHON_DAY, copy_example
from mlcurric.subject.ideathon.noticed import Gravity
from mlcurric.subject.ideathon.sheets import TEAM_SHEETS
from mlcurric.subject.ideathon.unreadable import damaged
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking


@pytest.fixture
def folder(tmp_path):
    copy_example(tmp_path, "ja")
    return tmp_path


def read(folder):
    return read_contents(folder, IDEATHON_DAY)


def told(contents):
    """What is noticed beyond the questions that a sheet's own rules ask about the finished example."""
    return [
        each
        for each in noticed_in(contents, IDEATHON_DAY)
        if not (each.gravity is Gravity.ASKS and each.files == ("method-last.csv",))
    ]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_example_is_there_whole_and_silent(tmp_path, lang):
    copy_example(tmp_path, lang)
    contents = read(tmp_path)
    assert all(file.amount for file in contents.files.values())
    assert contents.board
    assert contents.cases
    assert contents.plan
    assert contents.roles
    assert told(contents) == []


def test_an_empty_folder_or_none_is_no_mistake(tmp_path):
    for place in (tmp_path, tmp_path / "nowhere"):
        contents = read(place)
        assert contents.board is None
        assert contents.plan is None
        assert told(contents) == []


def test_a_damaged_file_names_its_last_good_version_and_leaves_the_others(folder):
    (folder / "board.csv").write_bytes(b"\x00\x01\x02" * 40)
    (folder / "board.last-good.csv").write_text("text\nx\n")
    contents = read(folder)
    assert contents.files["board"].is_damaged
    assert contents.board is None
    assert contents.cases
    found = [each for each in noticed_in(contents, IDEATHON_DAY) if each.gravity is Gravity.DAMAGED]
    assert [each.files for each in found] == [("board.csv",)]
    assert "board.last-good.csv" in found[0].way_out.ja


def test_a_line_that_cannot_be_read_is_told_by_its_number(folder):
    path = folder / "plan.csv"
    text = path.read_text(encoding="utf-8-sig") + "90,2027-02-30,,milestone,あとで決める,紙,PdM,,\n"
    path.write_text(text, encoding="utf-8")
    lines = [each.line for each in noticed_in(read(folder), IDEATHON_DAY) if each.files == ("plan.csv",) and each.line]
    assert lines == [len(text.splitlines())]


@pytest.mark.parametrize(("old", "new"), [("use-cases.csv", "ユースケース一覧.csv"), ("role-map.csv", "Roles.CSV"), ("plan.csv", "計画.csv")])  # fmt: skip
def test_files_are_found_by_other_names(folder, old, new):
    (folder / old).rename(folder / new)
    contents = read(folder)
    assert new in {file.shown for file in contents.files.values()}
    assert told(contents) == []


def test_of_excel_and_csv_the_one_that_is_filled_in_counts(folder):
    with speaking("ja"):
        for name, sheet in TEAM_SHEETS.items():
            (folder / f"{name}.xlsx").write_bytes(sheet.workbook(sheet.begin("解約防止チーム", IDEATHON_DAY)))
    contents = read(folder)
    assert {file.path.suffix for file in contents.files.values()} == {".csv"}
    found = told(contents)
    assert {each.gravity for each in found} == {Gravity.READ}
    assert "plan.xlsx は未記入です。書き込みのある plan.csv を読みました。" in [each.says.ja for each in found]


@pytest.mark.parametrize("name", ["plan.ods", "計画.xls", "plan.numbers"])
def test_a_table_of_a_kind_that_cannot_be_read_is_told_and_a_print_is_none(folder, name):
    (folder / name).write_bytes(b"x")
    for beside in ("plan.html", "plan.pdf"):
        (folder / beside).write_bytes(b"x")
    (found,) = told(read(folder))
    assert (found.files, found.gravity) == ((name,), Gravity.WRONG)
    assert ".xlsx で保存し直してください" in found.way_out.ja


@pytest.mark.parametrize(("number", "ja"), [(13, "ほかのソフトで開いているか"), (28, "ディスクに空きがありません"), (999, "システムの表示: odd")])  # fmt: skip
def test_why_a_file_cannot_be_read_is_told_in_the_readers_language(folder, number, ja):
    found = damaged(folder / "plan.csv", OSError(number, "odd"))
    assert ja in found.says.ja
    assert number == 999 or "odd" not in found.says.ja + found.says.en


def test_two_filled_in_files_are_told_and_the_later_one_is_read(folder):
    with speaking("ja"):
        sheet = TEAM_SHEETS["plan"]
        (folder / "plan.xlsx").write_bytes(sheet.workbook(read(folder).plan))
    os.utime(folder / "plan.csv", (1, 1))
    contents = read(folder)
    assert contents.shown("plan") == "plan.xlsx"
    assert [each.gravity for each in told(contents)] == [Gravity.WRONG]


def test_what_is_not_filled_in_is_not_criticised(tmp_path):
    with speaking("ja"):
        for name, sheet in TEAM_SHEETS.items():
            blank = sheet.begin("解約防止チーム", IDEATHON_DAY)
            (tmp_path / f"{name}.csv").write_text(BYTE_ORDER_MARK + sheet.text(blank), encoding="utf-8")
    contents = read(tmp_path)
    assert all(contents.files[name].path and contents.sheet(name) is None for name in TEAM_SHEETS)
    assert told(contents) == []


def test_another_version_beside_a_file_is_told(folder):
    (folder / "board.conflict-1.csv").write_bytes((folder / "board.csv").read_bytes())
    found = told(read(folder))
    assert [each.gravity for each in found] == [Gravity.ASKS]
    assert "board.conflict-1.csv" in found[0].says.ja


def test_every_part_is_called_by_no_name_of_another():
    names = [name for part in PARTS for name in part.names]
    assert len(names) == len(set(names))


def test_excels_lock_beside_an_open_file_is_no_file(folder):
    (folder / "~$plan.xlsx").write_bytes(b"x")
    assert told(read(folder)) == []


def test_a_broken_copy_is_told_and_the_whole_one_is_read(folder):
    (folder / "plan.xlsx").write_bytes(b"PK broken")
    contents = read(folder)
    assert contents.shown("plan") == "plan.csv"
    assert contents.plan
    found = told(contents)
    assert [(each.gravity, each.files) for each in found] == [(Gravity.DAMAGED, ("plan.xlsx",))]


@pytest.mark.parametrize(
    "name", ["method-last-2.csv", "method-last (1).csv", "method-last のコピー.csv", "手段は最後シート-b.csv"]
)
def test_a_copy_that_is_not_read_is_told(folder, name):
    (folder / name).write_bytes((folder / "method-last.csv").read_bytes())
    (found,) = [each for each in noticed_in(read(folder), IDEATHON_DAY) if name in each.says.ja]
    assert "読んでいません" in found.says.ja
    assert "method-last.csv の続きにコピー" in found.way_out.ja


@pytest.mark.parametrize("name", ["planning.csv", "plan.last-good.csv", "raci notes.csv", "use-cases-page.csv"])
def test_another_file_is_no_copy(folder, name):
    (folder / name).write_text("x\n", encoding="utf-8")
    assert not any(name in each.says.ja for each in noticed_in(read(folder), IDEATHON_DAY))


@pytest.mark.parametrize("kind", ["raci", "pre-mortem"])
def test_the_first_day_stays_in_a_sheet(tmp_path, kind):
    sheet = TEAM_SHEETS[kind]
    blank = sheet.begin("大阪", IDEATHON_DAY)
    with speaking("ja"):
        (tmp_path / f"{kind}.xlsx").write_bytes(sheet.workbook(blank))
        (tmp_path / f"{kind}.csv").write_text(sheet.text(blank), encoding="utf-8")
    page = load_workbook(tmp_path / f"{kind}.xlsx").worksheets[0]
    above = {page.cell(line, 1).value: page.cell(line, 2).value for line in (1, 2, 3)}
    assert above["開始日"] == "2027-01-21"
    for ending in ("xlsx", "csv"):
        data, _ = sheet.read(tmp_path / f"{kind}.{ending}", None)
        assert data.start == IDEATHON_DAY


@pytest.mark.parametrize("name", ["iterdir", "is_dir"])
def test_a_folder_that_nobody_may_look_into_is_told(folder, monkeypatch, name):
    def forbidden(self):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr("pathlib.Path." + name, forbidden)
    with pytest.raises(Slip) as slip:
        read(folder)
    assert "の中を見られません(ほかのソフトで開いているか、権限がありません)" in slip.value.says[0].ja
    assert "もう一度実行" in slip.value.says[1].ja


def test_versions_that_were_kept_are_never_taken_for_the_sheet_and_are_told(folder):
    for why in ("before", "rescued", "conflict"):
        (folder / f"plan.{why}-1.csv").write_bytes((folder / "plan.csv").read_bytes())
    contents = read(folder)
    assert contents.shown("plan") == "plan.csv"
    (found,) = told(contents)
    assert "plan.before-1.csv, plan.conflict-1.csv, plan.rescued-1.csv" in found.says.ja
