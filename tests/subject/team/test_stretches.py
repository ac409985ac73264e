"""Stretches of days as people write them: read whole, or said that they cannot be."""

import re
from datetime import date
from functools import partial

import pytest

from mlcurric.subject.team.about_raci import raci_findings
from mlcurric.subject.team.days import read_day
from mlcurric.subject.team.raci import read_raci
from mlcurric.subject.team.stretches import parts_of, read_stretch
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, speaking

START = date(2027, 1, 21)
MARCH_8_TO_12 = (date(2027, 3, 8), date(2027, 3, 12))
MARCH_15_TO_19 = (date(2027, 3, 15), date(2027, 3, 19))


def read(cell, lang="ja"):
    with speaking(lang):
        found = [read_stretch(part, partial(read_day, start=START), lang == "ja") for part in parts_of(cell)]
    return [(days.low, days.high) for days in found]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "cell",
    [
        "8-12 March", "8–12 March", "8 — 12 March", "8 to 12 March", "from 8 to 12 March", "between 8 and 12 March", "8-12 Mar 2027",
        "8th–12th of March", "March 8-12", "March 8-12, 2027", "Mon 8 - Fri 12 March", "8 March until 12 March",
        "3/8-3/12", "3/8–12", "3/8～3/12", "3/8〜12", "3月8日〜12日", "3月8日(月)〜3月12日(金)", "3月8日から12日まで", "３月８日－１２日",
        "2027-03-08 〜 2027-03-12", "2027-03-08-2027-03-12", "2027/3/8-3/12", "2027年3月8日〜12日", "出張 3/8〜3/12", "3/8〜3/12(出張)",
    ],
)  # fmt: skip
def test_a_stretch_with_any_dash(cell, lang):
    if lang == "en" and cell in ("3/8–12", "3/8〜12"):
        pytest.skip("month and day are told by the language")
    assert read(cell, lang) == [MARCH_8_TO_12]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("cell", ["3/15-19", "3/15～3/19", "15-19/3", "15/3-19/3"])
def test_where_only_one_order_fits_it_is_taken(cell, lang):
    assert read(cell, lang) == [MARCH_15_TO_19]


@pytest.mark.parametrize(
    ("cell", "count"), [("2/8、2/15〜17", 2), ("2/8, 2/15-17", 2), ("2/8・2/9", 2), ("2月8日〜2月12日 / 3月1日", 2), ("3月8日と3月10日", 2), ("2/8\n2/9", 2)]
)  # fmt: skip
def test_several_one_after_the_other(cell, count):
    assert len(read(cell)) == count


def test_over_the_end_of_a_year():
    assert read("12/28-1/3") == read("28 Dec to 3 Jan 2027", "en") == [(date(2026, 12, 28), date(2027, 1, 3))]


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("8-12", "読めません"), ("来週", "読めません"), ("3/8-3/12-3/15", "読めません"), ("until 12 March", "片方"), ("3/12まで", "片方"), ("3/8〜", "片方"), ("3/8以降", "片方"),
        ("3/12-3/8", "終わりが始まりより前"), ("2/30-3/2", "2月30日"), ("2/25〜2/29", "2月29日"), ("8 and 12 March", "読めません"), ("2027年3月", "1日に決まりません"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_a_way_out(cell, why):
    with pytest.raises(Slip, match=why) as slip:
        read(cell)
    assert re.search(r"2027-|4/30", slip.value.says[-1].ja)


def test_two_readings_are_both_named():
    with pytest.raises(Slip, match="8月3日"):
        read("3/8-12", "en")


def raci(tmp_path, cell, lang):
    words = {"en": ("task", "by", "away"), "ja": ("作業", "いつまでに", "不在")}[lang]
    task, by, away = words
    path = tmp_path / "raci.csv"
    path.write_text(f'{task},Ana,{by},note\nShow it,AR,2027-03-10,\n{away},"{cell}",,\n', encoding="utf-8")
    with speaking(lang):
        return read_raci(path, START)


@pytest.mark.parametrize(
    ("cell", "lang"), [("8–12 March", "en"), ("8-12 Mar 2027", "en"), ("3/8～3/12", "ja"), ("3/8-12", "ja")]
)
def test_whoever_is_away_on_the_day_is_named_by_the_check(tmp_path, cell, lang):
    found = raci(tmp_path, cell, lang)
    assert found.faults == ()
    assert [each.name for each in raci_findings(found.sheet)] == ["away"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_that_the_sheet_itself_gives_is_read(tmp_path, lang):
    cell = {"en": "8–12 Feb", "ja": "2/8〜2/12"}[lang]
    found = raci(tmp_path, cell, lang)
    assert [(days.low.day, days.high.day) for days in found.sheet.away["Ana"]] == [(8, 12)]


def test_days_away_that_cannot_be_read_are_missing_and_name_the_person(tmp_path):
    found = raci(tmp_path, "3/12まで", "ja")
    (fault,) = found.faults
    assert fault.missing
    assert str(fault.says.ja) == "Ana: 「3/12まで」は、始まりか終わりの片方しかわかりません。"
    assert raci(tmp_path, "なし", "ja").faults == ()
