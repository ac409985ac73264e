"""Names and days as people write them."""

import re
from datetime import date, timedelta

import pytest

from mlcurric.subject.team.days import (
    a_day,
    day_off,
    holidays_known,
    hour_in,
    read_day,
    working_day_from,
    working_days,
    wrong_weekday,
)
from mlcurric.subject.team.people import Whom, bare, is_among, names_in, whom
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking

START = date(2027, 1, 21)
DAY = date(2027, 2, 18)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("健さんと凛さん", ("健さん", "凛さん")), ("Ken + Rin", ("Ken", "Rin")), ("健・凛、健", ("健", "凛")), ("Ken and Rin", ("Ken", "Rin")),
        ("ジョン・スミス", ("ジョン・スミス",)), ("未定", ()), ("採用予定", ()), ("－", ()), ("", ()), ("nobody", ()), ("健\n凛", ("健", "凛")),
        ("翔太と由美", ("翔太", "由美")), ("マイクとリン", ("マイク", "リン")), ("Ana and Rui", ("Ana", "Rui")), ("さとみ", ("さとみ",)), ("美都と", ("美都と",)), ("まこと", ("まこと",)),
    ],
)  # fmt: skip
def test_the_names_in_a_cell(cell: str, names: tuple[str, ...]):
    assert names_in(cell) == names


@pytest.mark.parametrize(
    ("name", "kind"),
    [("営業部", Whom.GROUP), ("みんな", Whom.EVERYBODY), ("AI", Whom.MACHINE), ("服部", Whom.PERSON), ("？", Whom.NOBODY), ("the sales team", Whom.GROUP)],
)  # fmt: skip
def test_what_a_name_stands_for(name: str, kind: Whom):
    assert whom(name) is kind


def test_one_person_under_several_spellings():
    assert {bare(name) for name in ("佐藤", "佐藤さん", "佐藤部長(営業)", " 佐藤 様")} == {"佐藤"}
    assert {bare(name) for name in ("PdM", "私", "me", "プロダクトマネージャー")} == {"pdm"}
    assert bare("Mr Sato") == bare("sato")
    assert bare("山本部長") == bare("山本さん") == bare("山本本部長")
    assert is_among("健さん", ["凛", "健"])
    assert not is_among("健", ["健太"])


@pytest.mark.parametrize(
    "typed",
    ["2/18", "２月１８日（木）", "18 Feb", "Feb 18", "2027/2/18", "46436", "+28", "28日後", "令和9年2月18日", "20270218", "2027-02-18 00:00"],
)  # fmt: skip
def test_a_day_beside_the_first_one(typed: str):
    assert read_day(typed, START) == DAY


@pytest.mark.parametrize("typed", ["2/31", "2027年2月", "3/4/2027", "来週", "99日"])
def test_what_is_no_day_is_said_with_a_way_out(typed: str):
    with pytest.raises(Slip) as slip:
        read_day(typed, START)
    assert re.search("年から|月と日", slip.value.says[-1].ja)


@pytest.mark.parametrize("typed", ["4月末", "4月中", "来月20日"])
def test_beside_the_plan_month_and_day_are_asked_for_and_no_year(typed: str):
    with pytest.raises(Slip) as slip:
        read_day(typed, START)
    assert slip.value.says[-1].ja == "月と日を書いてください。例: 4/30"
    assert read_day("4/30", START) == date(2027, 4, 30)


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("2/25 10時", "10時"), ("2/25(木)10:00", "10:00"), ("2/25 午後2時", "午後2時"), ("2/25 10:00〜12:00", "10:00〜12:00"),
        ("2027-02-25 00:00:00", ""), ("2027-02-25 10:00:00", "10:00"), ("2027-02-25T10:00", "10:00"), ("2/25", ""), ("２／２５　１０時半", "10時半"),
    ],
)  # fmt: skip
def test_the_hour_beside_a_day_is_kept(typed: str, hour: str):
    assert hour_in(typed) == hour
    assert read_day(typed, START) == date(2027, 2, 25)


@pytest.mark.parametrize(
    "typed",
    [
        "2/18 15:00",
        "2/18 10:00-12:00",
        "2月18日(木)16時50分",
        "2027-02-18T00:00:00",
        "2/18(28日目)",
        "18 Feb, 3pm",
        "by 18 Feb",
    ],
)
def test_an_hour_or_a_word_beside_a_day_is_no_second_day(typed: str):
    assert read_day(typed, START) == DAY


@pytest.mark.parametrize(
    "typed",
    [
        "8-12 March",
        "8-12 Mar 2027",
        "3/8-3/12",
        "3/15-19",
        "3/15～3/19",
        "1-5 Mar",
        "2/18か2/19",
        "2/18・2/19",
        "3月8日〜12日",
    ],
)
def test_several_days_are_never_read_as_one(typed: str):
    with speaking("ja"), pytest.raises(Slip, match="1日に決まりません"):
        read_day(typed, START)


@pytest.mark.parametrize("typed", ["2月29日", "2/29", "29 Feb"])
def test_a_day_that_the_nearest_year_lacks_is_no_day_of_another_year(typed: str):
    with speaking("ja"), pytest.raises(Slip, match="2027年2月29日という日はありません"):
        read_day(typed, START)
    assert read_day(typed, date(2028, 1, 10)) == date(2028, 2, 29)


@pytest.mark.parametrize("typed", ["5/3", "05/03", "12/5", "5/3 10:00"])
def test_two_numbers_may_be_two_days_in_english_and_are_month_and_day_in_japanese(typed: str):
    with speaking("en"), pytest.raises(Slip, match="may be"):
        read_day(typed, START)
    with speaking("en"):
        assert read_day(typed, START, month_first=True)
        assert read_day("15/3", START) == read_day("3/15", START) == date(2027, 3, 15)
    with speaking("ja"):
        assert read_day("5/3", START) == date(2027, 5, 3)


def test_both_days_are_named():
    with speaking("en"):
        with pytest.raises(Slip) as slip:
            read_day("5/3", START)
        assert str(slip.value) == "“5/3” may be 3 May or 5 March. Write it with the year first, such as 2027-02-18."


@pytest.mark.parametrize("typed", ["", " ", "-", "未定", "TBD"])
def test_no_day_is_none(typed: str):
    assert read_day(typed, START) is None


def test_a_day_without_a_year_needs_a_plan():
    with pytest.raises(Slip, match="年がありません"):
        read_day("2/18")


def test_a_day_near_the_end_of_the_year_goes_into_the_next():
    assert read_day("1/15", date(2026, 11, 20)) == date(2027, 1, 15)


def test_the_weekday_is_held_against_the_date():
    assert wrong_weekday("2/18(木)", DAY) is None
    assert [name.ja for name in wrong_weekday("2月18日(金)", DAY)] == ["金曜日", "木曜日"]
    assert wrong_weekday("Fri 18 February 2027", DAY)
    assert wrong_weekday("1 March, at the month's end", DAY) is None


def test_week_ends_are_no_working_days():
    assert day_off(date(2027, 2, 20)).ja == "土曜日"
    assert day_off(DAY) is None
    assert working_day_from(date(2027, 2, 20)) == date(2027, 2, 22)
    assert working_day_from(date(2027, 2, 20), -1) == date(2027, 2, 19)
    assert a_day(DAY).ja == "2027年2月18日(木)"
    assert a_day(DAY).en == "Thursday 18 February 2027"


@pytest.mark.skipif(not holidays_known(), reason="jpholiday is not installed")
def test_public_holidays_of_japan():
    # Day 60 of a plan that begins on 21 January 2027: the equinox is a Sunday, so the Monday is off.
    assert "春分の日" in day_off(date(2027, 3, 22)).ja
    assert working_days(date(2027, 1, 21), date(2027, 4, 21)) == 62


def test_without_the_package_only_week_ends_are_known(monkeypatch):
    monkeypatch.setattr("mlcurric.subject.team.days.jpholiday", None)
    assert not holidays_known()
    assert day_off(date(2027, 3, 22)) is None
    assert day_off(date(2027, 3, 21)).ja == "日曜日"


@pytest.mark.skipif(not holidays_known(), reason="needs jpholiday")
def test_every_public_holiday_has_a_name_in_both_languages():
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(8 * 365)]
    named = [off for day in days if (off := day_off(day)) and "holiday" in off.en]
    assert len(named) > 100
    assert all(off.en.isascii() for off in named)
    assert str(day_off(date(2027, 3, 22)).ja) == "祝日(春分の日の振替休日)"
