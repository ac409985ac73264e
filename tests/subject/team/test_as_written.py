"""What cannot be read stays as it was typed, in the files and on the pages; so does the hour beside a day."""

from datetime import date

import pytest

from mlcurric.subject.team.about_plan import plan90_findings
from mlcurric.subject.team.pages import plan_page, pre_mortem_page, raci_page, role_map_page
from mlcurric.subject.team.plan90 import plan_rows, plan_text, plan_workbook, read_plan
from mlcurric.subject.team.pre_mortem import pre_mortem_rows, pre_mortem_text, pre_mortem_workbook, read_pre_mortem
from mlcurric.subject.team.raci import raci_rows, raci_text, raci_workbook, read_raci
from mlcurric.subject.team.role_map import read_role_map, role_map_rows, role_map_text, role_map_workbook
from mlcurric.text import speaking

from .conftest import PLAN, PRE_MORTEM, RACI, ROLES  # isort: skip

DAY = date(2027, 1, 21)
KINDS = {
    "plan": (
        PLAN.replace("2/12,", "4月中,", 1).replace("2/15,", "来月20日,").replace("3/31", "3月末ごろ"),
        read_plan, plan_rows, plan_text, plan_workbook, plan_page,
        ["4月中(日付として読めません)", "来月20日(日付として読めません)", "3月末ごろ(日付として読めません)"],
    ),
    "raci": (
        RACI.replace("2/12,", "来週,").replace("2/26", "月末").replace("A/R", "○"),
        read_raci, raci_rows, raci_text, raci_workbook, raci_page,
        ["来週(日付として読めません)", "月末(日付として読めません)", "○(R・A・C・Iではありません)"],
    ),
    "roles": (
        ROLES.replace(",20,", ",4〜6時間,").replace("3/19", "来月"),
        read_role_map, role_map_rows, role_map_text, role_map_workbook, role_map_page,
        ["凛: 4〜6時間(数として読めません)", "来月(日付として読めません)"],
    ),
    "pre-mortem": (
        PRE_MORTEM.replace(",60,", ",低い,").replace("2027-02-26", "来週"),
        read_pre_mortem, pre_mortem_rows, pre_mortem_text, pre_mortem_workbook, pre_mortem_page,
        ["低い(数として読めません)", "来週(日付として読めません)"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_what_cannot_be_read_is_shown_as_it_was_typed(kind, typed, tmp_path):
    text, read, rows, as_text, as_workbook, page, shown = KINDS[kind]
    sheet = read(typed(text)).sheet
    html = page(sheet, [], DAY)
    assert [words for words in shown if words not in html] == []
    (tmp_path / "again.xlsx").write_bytes(as_workbook(sheet))
    for again in (typed(as_text(sheet), "again.csv"), tmp_path / "again.xlsx"):
        found = read(again)
        assert rows(found.sheet) == rows(sheet)
        assert sum(fault.missing for fault in found.faults) == len(shown)
    with speaking("en"):
        assert "cannot be read as" in page(sheet, [], DAY)


def test_a_share_in_kanji_is_a_number(typed):
    text = PRE_MORTEM.replace(",60,", ",三割,").replace(",40,", ",4割くらい,")
    causes = read_pre_mortem(typed(text)).sheet.causes
    assert causes[1].likely == 30
    assert causes[0].unread == {"likely": "4割くらい"} or causes[0].likely == 40


@pytest.mark.parametrize(("day", "hour"), [("2/25 10時", "10時"), ("2/25(木)10:00", "10:00")])
def test_the_hour_of_the_next_meeting_is_kept(day, hour, typed, tmp_path):
    sheet = read_plan(typed(PLAN.replace("2/2(火)", day))).sheet
    assert f"2月25日(木) {hour}" in plan_page(sheet, [], DAY)
    (tmp_path / "again.xlsx").write_bytes(plan_workbook(sheet))
    assert read_plan(tmp_path / "again.xlsx").sheet.steps[0].hours == {"day": hour}


def test_a_day_that_cannot_be_read_is_not_said_to_be_missing(typed):
    found = read_plan(typed(PLAN.replace("2/12,", "4月中,", 1)))
    assert sum("4月中" in fault.says.ja for fault in found.faults) == 1
    # That is told once, by whoever reads the cell, with its own way out.
    says = [finding.says.ja for finding in plan90_findings(found.sheet)]
    assert not any("4月中" in each or "日付がありません" in each for each in says)
    assert "4月中(日付として読めません)" in plan_page(found.sheet, [], DAY)
