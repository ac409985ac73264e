"""The pages: complete, escaped, fetching nothing, in both languages."""

import re
from datetime import date

import pytest

from mlcurric.subject.team.about_plan import plan90_findings
from mlcurric.subject.team.about_raci import raci_findings
from mlcurric.subject.team.about_reasons import pre_mortem_findings
from mlcurric.subject.team.about_roles import role_map_findings
from mlcurric.subject.team.pages import plan_page, pre_mortem_page, raci_page, role_map_page
from mlcurric.subject.team.plan90 import Plan, read_plan
from mlcurric.subject.team.pre_mortem import REASONS, PreMortem, read_pre_mortem
from mlcurric.subject.team.raci import Raci, read_raci
from mlcurric.subject.team.role_map import RoleMap, read_role_map
from mlcurric.text import speaking

from .conftest import PLAN, PRE_MORTEM, RACI, ROLES  # isort: skip

DAY = date(2027, 1, 21)
PAGES = {
    "roles": (ROLES, read_role_map, role_map_findings, role_map_page, RoleMap(())),
    "raci": (RACI, read_raci, raci_findings, raci_page, Raci((), ())),
    "pre-mortem": (PRE_MORTEM, read_pre_mortem, pre_mortem_findings, pre_mortem_page, PreMortem(())),
    "plan": (PLAN, read_plan, plan90_findings, plan_page, Plan(())),
}
every = pytest.mark.parametrize("kind", PAGES)


@every
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_page_stands_alone(kind, lang, typed):
    text, read, find, page, _ = PAGES[kind]
    sheet = read(typed(text.replace("奈緒", "<b>奈緒").replace("比べて", "<script>"))).sheet
    with speaking(lang):
        html = page(sheet, find(sheet), DAY)
    assert f'<html lang="{lang}">' in html
    assert "default-src 'none'" in html
    assert "<script" not in html
    assert "<b>奈緒" not in html
    assert not re.search(r"https?://|src=|url\(", html)
    assert "2027-01-21" in html


@every
def test_an_empty_sheet_has_a_page(kind):
    *_, find, page, empty = PAGES[kind]
    assert "</html>" in page(empty, find(empty), DAY)


@every
def test_what_cannot_stand_is_said_on_the_page_and_questions_are_not(kind, typed):
    *_, find, page, empty = PAGES[kind]
    findings = find(empty)
    html = page(empty, findings, DAY)
    for finding in findings:
        assert (finding.says.ja.replace("「", "") in html.replace("「", "")) is not finding.asks
    if not findings:
        assert 'class="box"' not in html


def test_the_gaps_stand_apart_by_who_closes_them(typed):
    html = role_map_page(read_role_map(typed(ROLES)).sheet, [], DAY)
    mine, others = html.split("PdMが埋める空席")[1].split("ほかの人が埋める空席")
    assert "インフラエンジニア" in mine
    assert "MLOpsエンジニア" in others


def test_the_likeliest_reason_comes_first(typed):
    html = pre_mortem_page(read_pre_mortem(typed(PRE_MORTEM)).sheet, [], DAY)
    order = [html.index(str(REASONS[name].name)) for name in ("data", "cooperation", "goal", "specialists", "sponsor")]
    assert order == sorted(order)


def test_marks_lie_on_the_line_of_days(typed):
    html = plan_page(read_plan(typed(PLAN)).sheet, [], DAY)
    lefts = [float(left) for left in re.findall(r'class="mark" style="left: ([\d.]+)%', html)]
    assert len(lefts) == 9
    assert lefts == sorted(lefts)
    assert 0 <= lefts[0] < lefts[-1] <= 100


def test_the_page_says_whether_holidays_were_looked_at(typed, monkeypatch):
    monkeypatch.setattr("mlcurric.subject.team.days.jpholiday", None)
    assert "祝日はカレンダーで" in plan_page(read_plan(typed(PLAN)).sheet, [], DAY)
