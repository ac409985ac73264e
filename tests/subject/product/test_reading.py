"""mlcurric.subject.product: numbers, stretches of time and days, read as people write them."""

from __future__ import annotations

import math
import time
from datetime import date

import pytest

from mlcurric.subject.product.dates import lacks_year, read_date
from mlcurric.subject.product.reading import is_unknown, read_count, read_days, read_money, read_share
from mlcurric.subject.ranges import Range

JUNK = (
    "",
    " ",
    "　",
    "abc",
    "あいう",
    "。",
    "1" * 5_000,
    "一" * 5_000,
    "1〜" * 2_000,
    "(" * 5_000,
    "-" * 5_000,
    "\0",
    "\u200b",
)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1,000", 1_000, 1_000),
        ("１０００人", 1_000, 1_000),
        ("１，０００人", 1_000, 1_000),
        ("約1,000人", 1_000, 1_000),
        ("about 200 a week", 200, 200),
        ("60〜70", 60, 70),
        ("60～70人", 60, 70),
        ("60人から70人", 60, 70),
        ("60-70", 60, 70),
        ("60 to 70 people", 60, 70),
        ("between 60 and 70", 60, 70),
        ("1万5千", 15_000, 15_000),
        ("12万3400", 123_400, 123_400),
        ("三十人", 30, 30),
        ("二百五十人", 250, 250),
        ("10k", 10_000, 10_000),
        ("1.5 million", 1_500_000, 1_500_000),
        ("a hundred", 100, 100),
        ("ten", 10, 10),
        ("200 (two clerks, 3 days)", 200, 200),
        ("200以上", 200, math.inf),
        ("at least 200", 200, math.inf),
        ("up to 30", 0, 30),
        ("〜30", 0, 30),
    ],
)
def test_a_count(text: str, low: float, high: float):
    assert read_count(text) == Range(low, high)


@pytest.mark.parametrize(
    "text", ["30 in March, 40 in April", "1日20人", "many", "一般の顧客", "千葉の店", "-5", "70〜60", "3, 4", "unknown"]
)
def test_two_numbers_or_none_are_never_guessed_at(text: str):
    assert read_count(text) is None


@pytest.mark.parametrize(
    ("text", "of_100"),
    [
        ("30", 30),
        ("３０％", 30),
        ("3割", 30),
        ("30 of 100", 30),
        ("30 out of 100", 30),
        ("100人中30人", 30),
        ("10人のうち3人", 30),
        ("12人に1人", 100 / 12),
        ("one in ten", 10),
        ("half", 50),
        ("半分", 50),
        ("0.5%", 0.5),
        ("80/1,000", 8),
        ("none", 0),
        ("なし", 0),
    ],
)
def test_a_share(text: str, of_100: float):
    assert read_share(text, 100).low == pytest.approx(of_100)


def test_a_share_is_counted_of_what_the_line_asks():
    assert read_share("8%", 1_000) == Range(80, 80)
    assert read_share("80 of 1,000", 100) == Range(8, 8)
    assert read_share("2〜3割", 1_000) == Range(200, 300)
    assert read_share("100人中30〜40人", 100) == Range(30, 40)


@pytest.mark.parametrize("text", ["0.3", "0.08", "20% of 300 and 10% of 200"])
def test_a_share_that_may_mean_two_things_is_not_read(text: str):
    assert read_share(text, 100) is None


def test_only_what_is_net_lies_below_zero():
    assert read_share("-2〜10", 100, net=True) == Range(-2, 10)
    assert read_share("−2 to 10", 100, net=True) == Range(-2, 10)
    assert read_count("▲3", net=True) == Range(-3, -3)
    assert read_share("-2〜10", 100) is None
    assert read_money("-¥500") is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("¥1,500", 1_500, 1_500),
        ("￥１，５００", 1_500, 1_500),
        ("1,500円(15分込み)", 1_500, 1_500),
        ("$12.50", 12.5, 12.5),
        ("1〜2万円", 10_000, 20_000),
        ("5,000〜1万円", 5_000, 10_000),
        ("3千万円", 30_000_000, 30_000_000),
        ("¥1,000〜¥1,500", 1_000, 1_500),
        ("free", 0, 0),
        ("無料", 0, 0),
    ],
)
def test_money(text: str, low: float, high: float):
    assert read_money(text) == Range(low, high)


def test_time_is_money_only_where_it_is_the_currency():
    assert read_money("15分", "時間") == Range(0.25, 0.25)
    assert read_money("2 hours", "minutes") == Range(120, 120)
    assert read_money("15 minutes", "yen") is None
    assert read_money("30分×3,000円") is None


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("14", 14, 14),
        ("14日", 14, 14),
        ("2週間", 14, 14),
        ("2〜3週間", 14, 21),
        ("1日〜2日", 1, 2),
        ("10営業日", 10, 20),
        ("翌日", 1, 1),
        ("当日", 0, 1),
        ("48時間", 2, 2),
        ("within 7 days", 7, 7),
        ("a week", 7, 7),
    ],
)
def test_days(text: str, least: float, most: float):
    assert read_days(text) == Range(least, most)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("約3か月", (89, 92)),
        ("3 months", (89, 92)),
        ("半年", (181, 184)),
        ("half a year", (181, 184)),
        ("1年", (365, 366)),
    ],
)
def test_a_month_holds_every_length_that_it_can_have(text: str, days: tuple[int, int]):
    span = read_days(text)
    assert span.low <= days[0]
    assert span.high >= days[1]
    assert span.high - span.low < 10


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2031-07-01",
            "2031/7/1",
            "2031.7.1",
            "2031年7月1日(火)",
            "２０３１年７月１日",
            "20310701",
            "令和13年7月1日",
            "R13.7.1",
        ),
        *("1 July 2031", "July 1st, 2031", "Tuesday, 1 Jul 2031 at 10:00", "by 2031-07-01 at the latest"),
    ],
)
def test_a_day(text: str):
    assert read_date(text) == Range(date(2031, 7, 1), date(2031, 7, 1))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("07/01/2031", date(2031, 1, 7), date(2031, 7, 1)),
        ("13/01/2031", date(2031, 1, 13), date(2031, 1, 13)),
        ("July 2031", date(2031, 7, 1), date(2031, 7, 31)),
        ("2031年9月末", date(2031, 9, 1), date(2031, 9, 30)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031-07-01 and 2031-10-01", date(2031, 7, 1), date(2031, 10, 1)),
    ],
)
def test_days_that_a_line_may_mean(text: str, earliest: date, latest: date):
    assert read_date(text) == Range(earliest, latest)


@pytest.mark.parametrize("text", ["7月1日", "July 1", "1st of July", "7/1", "the 3 May meeting"])
def test_a_day_without_its_year_is_not_compared(text: str):
    assert read_date(text) is None
    assert lacks_year(text)


@pytest.mark.parametrize("text", ["next Monday", "毎週月曜", "2031-02-30", "it may be 3", "2031年度", "3か月後"])
def test_what_is_no_day_is_none(text: str):
    assert read_date(text) is None
    assert not lacks_year(text)


@pytest.mark.parametrize(
    "text",
    [
        "unknown",
        "?",
        "？",
        "TBD",
        "we don't know yet",
        "unknown, ask Sato",
        "わからない",
        "不明です",
        "未定",
        "まだわかりません",
    ],
)
def test_not_knowing_is_an_answer(text: str):
    assert is_unknown(text)


@pytest.mark.parametrize(
    "text", ["open the ticket", "わからない顧客に電話する", "Unknown callers are left out", "30", ""]
)
def test_words_that_only_begin_like_it_are_none(text: str):
    assert not is_unknown(text)


def test_beside_a_number_the_words_say_nothing():
    assert is_unknown("まだわからないので佐藤さんに聞く", number=True)
    assert not is_unknown("30, the rest is unknown", number=True)


@pytest.mark.parametrize("text", JUNK, ids=range(len(JUNK)))
def test_junk_is_read_at_once_and_raises_nothing(text: str):
    start = time.perf_counter()
    for read in (read_count, read_money, read_days, read_date, lacks_year, is_unknown):
        read(text)
    read_share(text, 100)
    assert time.perf_counter() - start < 2
