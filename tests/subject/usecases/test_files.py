"""The list and the sheets as files: a round trip loses nothing, and what people do to a file is borne."""

import io
import itertools
from dataclasses import fields
from fractions import Fraction

import pytest
from openpyxl import load_workbook

from mlcurric.subject.typed import Slip
from mlcurric.subject.usecases.criteria import CRITERIA
from mlcurric.subject.usecases.method_last import MethodLast, MethodLastSheets
from mlcurric.subject.usecases.usecase import EVEN, UseCase, UseCaseList
from mlcurric.subject.usecases.workbook import (
    METHOD_LAST,
    USE_CASES,
    method_last_text,
    method_last_workbook,
    read_method_last,
    read_use_cases,
    use_cases_text,
    use_cases_workbook,
)
from mlcurric.text import speaking

FULL = UseCase(
    "U1",
    **{
        each.name: f"={each.name}、2行\n目"
        for each in fields(UseCase)
        if each.type == "str" and each.name not in ("id", "mode", "rule_enough", "chosen")
    },
    **{name: score for score, name in enumerate((*list(CRITERIA)[:5], "urgency"), 0) if score},
    mode="augment",
    rule_enough="not tried",
    chosen="runner-up",
    more={"備考": "@SUM(A1)"},
)
LIST = UseCaseList(
    (FULL, UseCase("U7", "空")), "次に作る, もの", "彩のチーム", {**EVEN, "value": Fraction(5, 2)}, ("備考",)
)
SHEETS = MethodLastSheets(
    (MethodLast("M1", **{each.name: f"+{each.name}" for each in fields(MethodLast) if each.name not in ("id", "mode", "rule_enough", "more")}, mode="automate", rule_enough="no", more={"メモ": "急ぎ"}), MethodLast("M2", whose="加藤")),
    "題", "チーム", ("メモ",),
)  # fmt: skip
# The peer's worksheet as the issue and source B name its columns: problems that ML may solve, their evaluation and obstacles.
PEERS = [
    "target_user",
    "problem",
    "as_is",
    "to_be",
    "urgency",
    "importance",
    "scenario",
    "input",
    "ml",
    "output",
    "obstacles",
]
ISSUES = [*PEERS, "value", "feasibility", "data", "workflow_fit", "risk", "sponsor", "gates", "board"]


def in_file(tmp_path, content, name):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_every_column_asked_for_is_there_and_headings_do_not_collide():
    names = [column.name for column in USE_CASES.columns]
    assert set(ISSUES) < set(names)
    for table in (USE_CASES, METHOD_LAST):
        for one, other in itertools.combinations([*table.columns], 2):
            assert one.headings.isdisjoint(other.headings), (one.name, other.name)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_list_goes_to_excel_and_to_csv_and_comes_back_whole(tmp_path, lang):
    with speaking(lang):
        for path in (
            in_file(tmp_path, use_cases_workbook(LIST), "u.xlsx"),
            in_file(tmp_path, use_cases_text(LIST), "u.csv"),
        ):
            found = read_use_cases(path)
            assert found.sheet == LIST
            assert ["備考" in fault.says.ja for fault in found.faults] == [True]
        for path in (
            in_file(tmp_path, method_last_workbook(SHEETS), "m.xlsx"),
            in_file(tmp_path, method_last_text(SHEETS), "m.csv"),
        ):
            assert read_method_last(path).sheet == SHEETS


def test_written_in_japanese_it_is_read_in_english(tmp_path):
    with speaking("ja"):
        path = in_file(tmp_path, use_cases_workbook(LIST), "u.xlsx")
    with speaking("en"):
        assert read_use_cases(path).sheet == LIST


def test_excel_adds_up_with_the_weights_above_the_headings(tmp_path):
    with speaking("ja"):
        page = load_workbook(in_file(tmp_path, use_cases_workbook(LIST), "u.xlsx")).active
    heads = {cell.value: cell.column_letter for cell in page[4]}
    first, last, total = heads["価値"], heads["スポンサーの本気度"], heads["合計"]
    assert page["A3"].value == "重み"
    assert page[f"{first}3"].value == 2.5
    assert (
        page[f"{total}5"].value == f'=IF(COUNT({first}5:{last}5)<6,"",SUMPRODUCT({first}5:{last}5,{first}$3:{last}$3))'
    )


def test_a_list_that_a_team_has_rearranged_is_read(tmp_path):
    text = (
        "2027年1月21日 アイデアソン,,,\n\n"
        "案,困りごと,スポンサー,価値,緊急度,ＩＤ,担当部署,リスク(5=小さい)\n"
        "並べ替え,急ぎが埋もれる,森,４,５点,ｕ３,サポート,3\n"
        "声かけ,更新を忘れる,,高い,9,,営業,3\n"
        "下書き,,佐藤,2,1,U3,,\n"
    )
    path = tmp_path / "u.csv"
    path.write_bytes(text.encode("cp932"))
    found = read_use_cases(path)
    first, second, third = found.sheet
    assert (first.id, first.name, first.problem, first.sponsor_name) == ("U3", "並べ替え", "急ぎが埋もれる", "森")
    assert (first.value, first.urgency, first.risk, first.sponsor) == (4, 5, 3, None)
    assert found.sheet.more == ("担当部署",)
    assert first.more == {"担当部署": "サポート"}
    assert (second.id, second.value, second.unread) == ("U4", None, {"value": "高い", "urgency": "9"})
    assert third.id == "U5"
    assert sorted(fault.line for fault in found.faults) == [3, 5, 5, 6]
    # What could not be read is not lost either.
    again = read_use_cases(in_file(tmp_path, use_cases_text(found.sheet), "again.csv"))
    assert again.sheet == found.sheet


def test_merged_cells_and_a_moved_heading_row_in_excel_are_read(tmp_path):
    with speaking("ja"):
        path = in_file(tmp_path, use_cases_workbook(LIST), "u.xlsx")
    book = load_workbook(path)
    page = book.active
    page.insert_rows(1, 3)
    page["A1"] = "社外秘"
    page.merge_cells("A1:F2")
    book.move_sheet(page, 2)
    book.save(path)
    found = read_use_cases(path).sheet
    assert found.cases == LIST.cases
    assert (found.title, found.weights) == (LIST.title, LIST.weights)


def test_weights_that_cannot_be_read_are_told(tmp_path):
    found = read_use_cases(in_file(tmp_path, "# weights: beauty 2\nid,name\nU1,a\n", "u.csv"))
    assert found.sheet.weights == EVEN
    assert "beauty" in str(found.faults[0].says.en)


def test_another_file_is_told(tmp_path):
    with pytest.raises(Slip):
        read_use_cases(in_file(tmp_path, "id,at,lane,kind,text\n1,1,,event,x\n", "board.csv"))
    with pytest.raises(Slip):
        read_method_last(in_file(tmp_path, "id,at,lane,kind,text\n1,1,,event,x\n", "board.csv"))


def test_sheets_become_the_beginning_of_the_list():
    first, second = (sheet.as_use_case(f"U{n}") for n, sheet in enumerate(SHEETS, 1))
    assert (first.target_user, first.as_is, first.data_now, first.mode) == ("+whose", "+by_hand", "+data", "automate")
    assert (second.id, second.target_user, second.name) == ("U2", "加藤", "")


@pytest.mark.parametrize("typed", ["4.5", "４．５", "4.5点", "4.5 / 5"])
def test_a_half_is_a_score(tmp_path, typed):
    found = read_use_cases(in_file(tmp_path, f"id,name,value,feasibility\nU1,a,{typed},3\n".encode(), "u.csv"))
    assert (found.sheet["U1"].value, found.sheet["U1"].feasibility) == (4.5, 3)
    assert not any(fault.missing for fault in found.faults)
    assert "4.5" in use_cases_text(found.sheet)


@pytest.mark.parametrize("typed", ["6", "three", "4 - high", "soon", "3.3", "0.5", "5.5"])
def test_what_is_no_score_is_missing_and_said_with_halves_allowed(tmp_path, typed):
    with speaking("ja"):
        found = read_use_cases(in_file(tmp_path, f"id,name,value\nU1,a,{typed}\n".encode(), "u.csv"))
        (missing,) = [fault for fault in found.faults if fault.missing]
        assert found.sheet["U1"].value is None
        assert "1〜5の数字(3.5 のような半分も可)を書いてください。" in str(missing)


def test_excel_offers_halves_and_keeps_them(tmp_path):
    cases = UseCaseList((UseCase("U1", "a", value=4.5, urgency=2.5),))
    content = use_cases_workbook(cases)
    found = read_use_cases(in_file(tmp_path, content, "u.xlsx")).sheet["U1"]
    assert (found.value, found.urgency) == (4.5, 2.5)
    choices = load_workbook(io.BytesIO(content))["_choices"]
    offered = {tuple(cell.value for cell in column if cell.value is not None) for column in choices.iter_cols()}
    assert (1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5) in offered


def test_a_choice_is_asked_for_with_or(tmp_path):
    text = "id,name,mode\nU1,a,both of them\nU2,b,automate\n"
    with speaking("en"):
        found = read_use_cases(in_file(tmp_path, text.encode(), "u.csv"))
        assert any("Write automate or augment a person." in str(fault) for fault in found.faults)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_weight_that_cannot_be_read_is_told_with_its_line(tmp_path, lang):
    path = tmp_path / "use-cases.xlsx"
    with speaking(lang):
        path.write_bytes(use_cases_workbook(LIST))
        book = load_workbook(path)
        page = book.worksheets[0]
        (line,) = [row[0].row for row in page.iter_rows() if row[0].value in ("weight", "重み")]
        next(cell for cell in page[line] if isinstance(cell.value, int)).value = "2x"
        book.save(path)
        (fault,) = [each for each in read_use_cases(path).faults if "2x" in each.says.en]
        assert (line, fault.line) == (3, 3)
        path = tmp_path / "use-cases.csv"
        path.write_text("# title: a\n# team: b\n# owner: c\n# weights: value twice\nid,name\nU1,a\n", encoding="utf-8")
        (fault,) = [each for each in read_use_cases(path).faults if "twice" in each.says.en]
        assert fault.line == 4


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("enough", "yes"), ("Not enough", "no"), ("not tried", "not tried"), ("十分でない", "no"), ("足りない", "no")],
)
def test_whether_the_rule_is_enough_is_read_in_the_words_of_the_exercise(tmp_path, typed, meant):
    path = tmp_path / "method-last.csv"
    path.write_text(f"whose,rule_enough\nAya,{typed}\n", encoding="utf-8")
    found = read_method_last(path)
    assert [sheet.rule_enough for sheet in found.sheet] == [meant]
    assert not any(fault.missing for fault in found.faults)
