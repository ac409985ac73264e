"""The pages: complete, escaped, fetching nothing, in both languages."""

import re
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import sync_playwright
from subject.product.test_pages import ARGUMENTS, CHROMIUM, needs_browser

from mlcurric.notebook.sheet_of_paper import _SHEET
from mlcurric.subject.ideathon.example import example_team
from mlcurric.subject.team.about_plan import plan90_findings
from mlcurric.subject.team.about_raci import raci_findings
from mlcurric.subject.team.about_reasons import pre_mortem_findings
from mlcurric.subject.team.about_roles import role_map_findings
from mlcurric.subject.team.pages import plan_page, pre_mortem_page, raci_page, role_map_page
from mlcurric.subject.team.plan90 import Plan, read_plan
from mlcurric.subject.team.pre_mortem import REASONS, PreMortem, read_pre_mortem
from mlcurric.subject.team.raci import Raci, read_raci
from mlcurric.subject.team.role_map import RoleMap, read_role_map
from mlcurric.text import LANGUAGES, speaking

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


def test_shared_hours_carry_a_star_and_count_once(typed):
    sheet = read_role_map(typed("役割,担当,週の時間\nML,凛、健,4\nデータサイエンティスト,健,8\n")).sheet
    html = role_map_page(sheet, [], date(2027, 1, 21))
    assert html.count('<span class="tile">4*</span>') == 2
    assert "(全員で12)" in html
    assert "1回だけ数え" in html
    alone = replace(sheet, seats=sheet.seats[1:])
    assert "*" not in re.sub(r"<style.*?</style>", "", role_map_page(alone, [], date(2027, 1, 21)), flags=re.DOTALL)


@needs_browser
def test_the_plan_of_the_worked_example_does_not_scroll_in_its_frame():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        view = browser.new_page(viewport={"width": _SHEET[0], "height": _SHEET[1]})
        for lang in LANGUAGES:
            with speaking(lang):
                plan = example_team(lang).plan
                view.set_content(plan_page(plan, plan90_findings(plan), DAY))
            size = view.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
            assert size == list(_SHEET), lang
        browser.close()
