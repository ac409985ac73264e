"""mlcurric.subject.product: every line that a lesson takes back has its place, and of two texts the later holds."""

from __future__ import annotations

import ast
import re
from datetime import date

import pytest
from subject.product.examples import CLINIC, HALF, SCHOOL

from mlcurric.building.source import locations
from mlcurric.curriculum import content, stage_of
from mlcurric.subject.product import LINES, Collected, Kind, Page, State, line_findings, overlay
from mlcurric.subject.ranges import Range
from mlcurric.text import speaking

STAGE = [lesson.id for lesson in stage_of("1-8").lessons]


def taken_back(lesson: str) -> list[list[str]]:
    """The names in each ``ex.take_back(...)`` of a lesson's source."""
    path = next(path for path, place in locations().items() if place.lesson == lesson and place.kind == "lesson")
    cells = re.findall(r"^```\{code-cell\}\n(.*?)^```", (content() / path).read_text(encoding="utf-8"), re.M | re.S)
    calls = [cell for cell in cells if "ex.take_back(" in cell]
    code = ["\n".join(line for line in cell.splitlines() if not line.startswith(":")) for cell in calls]
    return [
        [keyword.arg for keyword in node.keywords]
        for cell in code
        for node in ast.walk(ast.parse(cell))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "take_back"
    ]


@pytest.mark.parametrize("lesson", STAGE[:-1])
def test_the_pages_know_what_each_lesson_takes_back(lesson: str):
    (names,) = taken_back(lesson)
    assert sorted(names) == sorted(line.name for line in LINES.values() if line.lesson == lesson)


def test_the_capstone_mends_every_line_on_its_page():
    cells = taken_back("1-8")
    assert cells == [[line.name for line in LINES.values() if line.page is page] for page in Page]


def test_every_line_says_what_waits_for_it_in_both_languages():
    for name, line in LINES.items():
        assert line.name == name
        for text in filter(None, (line.label, line.missing)):
            assert re.search(r"[\u3040-\u30ff\u3400-\u9fff]", text.ja)
            assert not re.search(r"[\u3040-\u30ff\u3400-\u9fff]", text.en)


def test_the_later_lesson_holds_and_the_capstone_before_all():
    files = {"1-8": {"owner": "c"}, "1-5": {"owner": "b", "kpi": "x"}, "1-1": {"owner": "a"}}
    assert overlay(files) == {"owner": "c", "kpi": "x"}


@pytest.mark.parametrize("product", [CLINIC, SCHOOL])
def test_a_full_product_has_nothing_open(product: dict[str, dict[str, str]]):
    assert [entry.line.name for entry in Collected(overlay(product)) if entry.is_open] == []


def test_how_a_line_stands():
    lines = Collected(overlay(HALF))
    states = {name: lines[name].state for name in ("list_size", "rule_hits_of_100", "hits_low", "owner")}
    assert list(states.values()) == [State.READ, State.UNKNOWN, State.UNREAD, State.EMPTY]
    assert [lines[name].is_open for name in states] == [False, True, True, True]
    assert not lines["reason_3"].is_open


@pytest.mark.parametrize("dash", ["-", "–", "ー"])
def test_a_dash_takes_a_line_back(dash: str):
    assert Collected({"owner": dash})["owner"].state is State.EMPTY


def test_nobody_is_an_answer_where_it_can_be_one():
    lines = Collected({"owner": "誰もいない", "harmed_by_call": "誰もいない", "incentive_cost": "なし"})
    assert [lines[name].is_open for name in ("owner", "harmed_by_call", "incentive_cost")] == [True, False, False]


def test_a_range_in_one_of_two_lines_is_what_both_say():
    lines = Collected({"hits_low": "20〜30", "success_high": "10 to 15%"})
    assert lines.ends("hits") == Range(20, 30)
    assert lines.ends("success") == Range(10, 15)
    assert not lines["hits_high"].is_open
    assert Collected({"hits_low": "20"}).ends("hits") is None


def test_at_least_has_no_end_to_count_with():
    lines = Collected({"list_size": "200以上", "hits_low": "30以上", "hits_high": "40以下"})
    assert lines.span("list_size") is None
    assert not lines["list_size"].is_open
    assert lines.ends("hits") == Range(30, 40)


def test_a_day_may_stand_in_words():
    lines = Collected({"day_we_look": "every Monday", "horizon": "until the next visit"})
    assert [lines[name].state for name in ("day_we_look", "horizon")] == [State.READ, State.READ]
    assert lines.day("day_we_look") is None


@pytest.mark.parametrize(
    "junk", ["\0\x07", "\ud83d", "1e999", "٣", "½", "{}", "{0}", "{{ x }}", "%s", "<b>", "９" * 400, "3万.", "5千.."]
)
@pytest.mark.parametrize("name", LINES)
def test_junk_in_a_line_raises_nothing(name: str, junk: str):
    for lang in ("en", "ja"):
        with speaking(lang):
            lines = Collected({name: junk})
            entry = lines[name]
            line_findings(lines, date(2031, 5, 14))
    assert entry.text.isprintable()
    assert "\ud83d" not in entry.text
    assert entry.line.kind in Kind
