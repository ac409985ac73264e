"""The four sheets: read as people type them, silent where they are good, written and read back whole."""

import csv
import io
import re
from datetime import date

import pytest
from openpyxl import load_workbook

from mlcurric.subject.roles import ROLES
from mlcurric.subject.team.about_plan import plan90_findings
from mlcurric.subject.team.about_raci import raci_findings
from mlcurric.subject.team.about_reasons import pre_mortem_findings
from mlcurric.subject.team.about_roles import role_map_findings
from mlcurric.subject.team.plan90 import KINDS as KINDS_OF_STEP
from mlcurric.subject.team.plan90 import plan_rows, plan_text, plan_workbook, read_plan
from mlcurric.subject.team.pre_mortem import pre_mortem_rows, pre_mortem_text, pre_mortem_workbook, read_pre_mortem
from mlcurric.subject.team.raci import raci_rows, raci_text, raci_workbook, read_raci
from mlcurric.subject.team.role_map import Share, read_role_map, role_map_rows, role_map_text, role_map_workbook
from mlcurric.subject.team.together import team_findings
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking

from .conftest import PLAN, PRE_MORTEM, RACI, ROLES as ROLE_MAP  # isort: skip

KINDS = {
    "roles": (ROLE_MAP, read_role_map, role_map_findings, role_map_text, role_map_workbook, role_map_rows),
    "raci": (RACI, read_raci, raci_findings, raci_text, raci_workbook, raci_rows),
    "pre-mortem": (PRE_MORTEM, read_pre_mortem, pre_mortem_findings, pre_mortem_text, pre_mortem_workbook, pre_mortem_rows),
    "plan": (PLAN, read_plan, plan90_findings, plan_text, plan_workbook, plan_rows),
}  # fmt: skip
TOLD = {"roles": ["この表にない見出しがあります: 「内線」。"], "plan": ["見つからない列があります: 「期」。"]}
every = pytest.mark.parametrize("kind", KINDS)


@every
def test_a_good_sheet_is_read_whole_and_silent(kind, typed):
    text, read, find, *_ = KINDS[kind]
    found = read(typed(text))
    # A column of one's own, and one that follows from another, are told in a sentence; no cell is.
    assert [fault.says.ja for fault in found.faults] == TOLD.get(kind, [])
    assert find(found.sheet) == []


@every
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932", "utf-16"])
def test_it_is_read_in_every_encoding_of_excel(kind, encoding, typed):
    text, read, *_ = KINDS[kind]
    # Shift_JIS has no full-width hyphen of ours.
    text = text.replace("－", "-").replace("〜", "~")
    assert read(typed(text, encoding=encoding)) == read(typed(text, "other.csv"))


@every
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_is_written_is_read_back(kind, lang, typed, tmp_path):
    text, read, _, as_text, as_workbook, rows = KINDS[kind]
    sheet = read(typed(text)).sheet
    with speaking(lang):
        again = read(typed(as_text(sheet), "again.csv"))
        (tmp_path / "again.xlsx").write_bytes(as_workbook(sheet))
        from_excel = read(tmp_path / "again.xlsx")
    assert again.faults == from_excel.faults
    assert [fault.says.ja for fault in again.faults] == ([] if kind == "plan" else TOLD.get(kind, []))
    assert rows(again.sheet) == rows(from_excel.sheet) == rows(sheet)
    assert again.sheet == from_excel.sheet


@every
def test_another_file_is_said_to_be_one(kind, typed):
    _, read, *_ = KINDS[kind]
    with pytest.raises(Slip, match="列がありません"):
        read(typed("a,b\n1,2\n"))


HOSTILE = {
    "roles": '現場,"=HYPERLINK(""http://x"")\x0b<b>",,,,+1,@x,\n',
    "raci": '"=HYPERLINK(""http://x"")\x0b<b>",R,A,,,,,,,,@x\n',
    "pre-mortem": '"=HYPERLINK(""http://x"")\x0b<b>",+1,@x,5,,,,\n',
    "plan": '3/1,,,"=HYPERLINK(""http://x"")\x0b<b>",+1,@x,,\n',
}


@every
def test_formulas_html_and_control_characters_are_text(kind, typed, tmp_path):
    text, read, _, as_text, as_workbook, rows = KINDS[kind]
    text = text.replace("不在", HOSTILE[kind] + "不在") if kind == "raci" else text + HOSTILE[kind]
    sheet = read(typed(text)).sheet
    assert any('=HYPERLINK("http://x")<b>' in row.values() for row in rows(sheet))
    cells = [cell for line in csv.reader(io.StringIO(as_text(sheet))) for cell in line]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    (tmp_path / "again.xlsx").write_bytes(as_workbook(sheet))
    formulas = [
        cell
        for line in load_workbook(tmp_path / "again.xlsx").active.iter_rows()
        for cell in line
        if cell.data_type == "f"
    ]
    assert formulas == []
    assert rows(read(tmp_path / "again.xlsx").sheet) == rows(sheet)


def test_own_columns_roles_and_reasons_are_kept(typed):
    found = read_role_map(typed(ROLE_MAP)).sheet
    assert found.seats[0].more == {"内線": "123"}
    assert [seat.role for seat in found.seats if seat.role not in ROLES] == ["現場のリーダー"]
    assert found.pdm == "遥"
    assert found.start == date(2027, 1, 21)
    reasons = read_pre_mortem(typed(PRE_MORTEM + "法律が変わる,,,5,,,,\n", "pre.csv")).sheet
    assert reasons.causes[-1].title.ja == "法律が変わる"


def test_the_gaps_and_whose_they_are(typed):
    found = read_role_map(typed(ROLE_MAP)).sheet
    assert [gap.role for gap in found.gaps] == [
        "project_engineering_manager",
        "mlops_engineer",
        "infrastructure_engineer",
    ]
    assert [gap.role for gap in found.pdm_gaps] == ["project_engineering_manager", "infrastructure_engineer"]
    assert found.gaps[0].by == date(2027, 2, 5)


def test_a_role_that_is_left_out_is_a_gap(typed):
    found = read_role_map(typed("role,who\nML engineer,Rin\n")).sheet
    assert len(found.gaps) == 7
    assert len(role_map_rows(found)) == 8


def test_one_role_over_several_lines(typed):
    found = read_role_map(typed("役割,担当\nMLエンジニア,凛\n,健\n,\n")).sheet
    assert [seat.who for seat in found.of("ml_engineer")] == ["凛", "健"]


def test_letters_are_read_as_people_type_them(typed):
    found = read_raci(typed(RACI)).sheet
    assert found.people == ("遥", "彩", "佐藤", "凛", "健", "拓海", "奈緒", "森")
    assert found.tasks[1].marks["拓海"] == {"A", "R"} == found.tasks[2].marks["健"]
    assert found.is_away("拓海", date(2027, 3, 12))
    assert not found.is_away("拓海", date(2027, 3, 15))


def test_a_letter_that_is_none_is_told_by_its_line(typed):
    found = read_raci(typed("task,Aya,Ken,phone\nCount,A,x,12\nCall,R,R,13\n"))
    assert found.sheet.people == ("Aya", "Ken")
    assert found.sheet.tasks[0].more == {"phone": "12"}
    assert [fault.line for fault in found.faults if "見つからない列" not in fault.says.ja] == [2]


def test_faults_name_the_line_and_the_way_out(typed):
    found = read_plan(typed(PLAN.replace("2/12,", "2/31,").replace("3/5,", "3月5日(土),")))
    headings, *days = found.faults
    assert headings.line == 4
    assert [fault.line for fault in days] == [6, 9]
    assert "2/31" in str(days[0])
    assert "年から" in str(days[0])
    assert "土曜日" in str(days[1])


def test_a_sheet_in_english(typed):
    text = "# start: 2027-01-21\nDate,Type,Task,Deliverable,Who\n18 Feb,demo,Show it,A screen,Ken\n"
    step = read_plan(typed(text)).sheet.steps[0]
    assert (step.kind, step.day, step.owner) == ("usable", date(2027, 2, 18), "Ken")


def test_the_four_sheets_agree(typed):
    read = [KINDS[kind][1](typed(KINDS[kind][0], f"{kind}.csv")).sheet for kind in KINDS]
    assert [finding.name for finding in team_findings(*read)] == []


@pytest.mark.parametrize("kind", ["roles", "raci", "pre-mortem", "plan"])
def test_a_sheet_that_nobody_has_begun_hears_one_sentence(kind, typed):
    text, read, find, *_ = KINDS[kind]
    head = next(line for line in text.splitlines() if not line.startswith("#"))
    begun = {
        "roles": ["UXデザイナー"],
        "raci": [],
        "pre-mortem": ["目標があいまい", "専門家がいない"],
        "plan": [",,経営判断", ",,次の打ち合わせ"],
    }[kind]
    (found,) = find(read(typed("\n".join([head, *begun]) + "\n")).sheet)
    assert (found.name, found.asks) == ("blank", True)


@pytest.mark.parametrize(
    ("cell", "hours", "told"),
    [
        ("８", 8, False), ("8.5h", 8.5, False), ("週に4時間", 4, False), ("約2時間/週", 2, False), ("6 hours a week", 6, False),
        ("2日", 16, True), ("半日", 4, True), ("0.5人日", 4, True), ("20%", 8, True),
        ("1〜2時間", None, True), ("適宜", None, True), ("100", None, True), ("", None, False), ("-", None, True),
    ],
)  # fmt: skip
def test_hours_are_read_with_what_they_count_and_guesses_are_told(cell, hours, told, typed):
    found = read_role_map(typed(f"役割,担当者,週の時間\nUXデザイナー,奈緒,{cell}\n"))
    assert found.sheet.seats[0].hours == hours
    assert any(fault.line > 1 for fault in found.faults) is told
    assert not any(fault.lost for fault in found.faults)


@pytest.mark.parametrize(
    ("cell", "likely", "told"),
    [("30%", 30, False), ("0.3", 30, True), ("3割", 30, True), ("３０", 30, False), ("30/100", 30, False), ("1", 1, False), ("高い", None, True)],
)  # fmt: skip
def test_how_likely_is_read_as_people_write_it(cell, likely, told, typed):
    found = read_pre_mortem(typed(f"理由,起こりやすさ,対策\nデータの質が悪い,{cell},数える\n"))
    assert found.sheet.causes[0].likely == likely
    assert any(fault.line > 1 for fault in found.faults) is told


def test_somebody_is_back_on_a_working_day(typed):
    late = RACI.replace("ＡＲ,R,,2027-03-15", "ＡＲ,R,,2027-03-12")
    (found,) = raci_findings(read_raci(typed(late)).sheet)
    # Away until Sunday, 14 March.
    assert "3月15日(月)" in found.way_out.ja
    friday = late.replace("3/8〜3/14", "3/8〜3/12")
    (found,) = raci_findings(read_raci(typed(friday)).sheet)
    assert "3月15日(月)" in found.way_out.ja


def test_a_gift_that_nothing_shows_is_asked_how_it_would_show(typed):
    bare_gift = PLAN.replace("3人が5分で操作できた", "")
    (found,) = plan90_findings(read_plan(typed(bare_gift)).sheet)
    assert (found.name, "何人が使えたら" in found.way_out.ja) == ("gift_without_evidence", True)


def years_told(found):
    return [fault for fault in found.faults if "年として" in fault.says.ja]


def test_days_without_a_year_lie_near_what_else_is_known_and_that_is_told_once(typed):
    heads = "日付,内容,責任者\n"
    alone = read_plan(typed(heads + "2/4,打ち合わせ,加藤\n4/15,決める,森\n"))
    assert [step.day for step in alone.sheet.steps] == [date(2027, 2, 4), date(2027, 4, 15)]
    assert alone.sheet.start is None
    (told,) = years_told(alone)
    assert "2027年として" in told.says.ja
    assert "開始日" in told.way_out.ja
    beside = read_plan(typed(heads + "2/4,打ち合わせ,加藤\n2029-03-15,決める,森\n"))
    assert beside.sheet.steps[0].day == date(2029, 2, 4)
    begins = read_plan(typed("# 開始日: 2/1\n" + heads + "1/15,前,加藤\n2028-03-15,決める,森\n"))
    assert begins.sheet.start == date(2028, 2, 1)
    assert [fault.line for fault in years_told(begins)] == [1]
    # Where somebody has said when the plan begins, nothing is a guess.
    assert years_told(read_plan(typed(heads + "2/4,打ち合わせ,加藤\n"), date(2028, 1, 20))) == []


def test_days_away_without_a_year_are_told_once_too(typed):
    found = read_raci(typed("作業,彩,加藤,期限\n試す,A,R,2/3\n不在,,3/1〜3/5,\n", "raci.csv"))
    assert found.sheet.is_away("加藤", date(2027, 3, 2))
    assert len(years_told(found)) == 1


def test_hours_that_two_share_count_once(typed):
    found = read_role_map(typed("役割,担当,週の時間\nML,凛、健,4\nデータサイエンティスト,健,8\nML,凛,2\nUX,,6\n")).sheet
    assert found.hours == 14
    shares = {name: (by_role, own) for name, by_role, own in found.shares_of()}
    assert shares["凛"] == ({"ml_engineer": Share(6, True)}, 2)
    assert shares["健"][1] == 8


@pytest.mark.parametrize(("word", "kind"), [
    ("PoC", "poc"), ("PoC(概念実証)", "poc"), ("trial", "poc"), ("trial (PoC)", "poc"), ("試行", "poc"), ("試行(PoC)", "poc"),
    ("hold-out drawn", "hold-out"), ("lot drawn", "hold-out"), ("非介入群を決める", "hold-out"), ("くじ", "hold-out"),
])  # fmt: skip
def test_the_trial_and_the_lot_are_read_by_their_words_of_before_and_of_now(word, kind, typed):
    sheet = read_plan(typed(f"種類,日付,内容\n{word},3/8,試す\n")).sheet
    assert [step.kind for step in sheet.steps] == [kind]


def test_no_kind_is_named_by_a_word_that_only_specialists_know():
    for kind in (KINDS_OF_STEP["poc"], KINDS_OF_STEP["hold-out"]):
        assert not re.match(r"PoC|hold-out|非介入群", kind.en)
        assert not re.match(r"PoC|非介入群", kind.ja)
