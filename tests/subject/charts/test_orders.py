"""Orders that a reader knows, and rows of names that are in none."""

import itertools

import pytest

from mlcurric.subject.charts.orders import in_order, natural

NATURAL = [
    ["January", "February", "March"], ["Apr", "Jul", "Oct"], ["4月", "5月", "6月"], ["10月", "11月", "12月", "1月", "2月", "3月"],
    ["Oct", "Nov", "Dec", "Jan"], ["Jan 2024", "Feb 2024", "Mar 2024"], ["Nov 2023", "Dec 2023", "Jan 2024"],
    ["2023年11月", "2023年12月", "2024年1月"], ["2024-01", "2024-02", "2024-03"], ["2024/12", "2025/1", "2025/2"],
    ["Mon", "Tue", "Wed", "Thu"], ["Saturday", "Sunday", "Monday"], ["月", "火", "水"], ["土曜日", "日曜日", "月曜日"], ["日", "月", "火"],
    ["2022", "2023", "2024"], ["FY2022", "FY2023", "FY2024"], ["2022年度", "2023年度", "2024年度"], ["平成30年", "令和元年", "令和2年"],
    ["Q1", "Q2", "Q3"], ["Q4 2023", "Q1 2024", "Q2 2024"], ["1Q", "2Q", "3Q"], ["第1四半期", "第2四半期", "第3四半期"],
    ["0–9", "10–19", "20–29"], ["under 10", "10 to 19", "20 and over"], ["<10", "10-19", "20+"], ["10未満", "10〜19", "20以上"],
    ["10代", "20代", "30代"], ["1 seat", "2 seats", "3 seats"], ["1–5 seats", "6–20 seats", "21+ seats"], ["１人", "２人", "３人"],
    ["1st", "2nd", "3rd"], ["1回目", "2回目", "3回目"], ["1年", "2年", "3年"], ["¥1,000", "¥5,000", "¥10,000"], ["0%", "50%", "100%"],
    ["1 week", "1 month", "1 year"], ["1か月", "6か月", "1年"], ["one month", "two months", "three months"],
    ["Month-to-month", "One year", "Two year"], ["月ごと", "1年", "2年"], ["9:00", "10:00", "11:00"], ["22時", "23時", "0時", "1時"],
    ["low", "medium", "high"], ["Low risk", "Medium risk", "High risk"], ["低", "中", "高"], ["S", "M", "L", "XL"], ["小", "中", "大"],
    ["never", "sometimes", "often", "always"], ["disagree", "neutral", "agree"], ["とても不満", "不満", "普通", "満足"],
    ["beginner", "intermediate", "advanced"], ["初級", "中級", "上級"], ["A", "B", "C"], ["Plan A", "Plan B", "Plan C"], ["店舗A", "店舗B", "店舗C"],
    ["spring", "summer", "autumn", "winter"], ["冬", "春", "夏"], ["before", "during", "after"], ["昨日", "今日", "明日"],
]  # fmt: skip


@pytest.mark.parametrize("labels", NATURAL, ids=lambda labels: labels[0])
def test_a_natural_order_forwards_and_backwards(labels):
    assert natural(labels)
    assert natural(labels[::-1])
    assert in_order(labels, [[3, 1, 2, 5, 4, 6][: len(labels)]])


@pytest.mark.parametrize("labels", [labels for labels in NATURAL if len(labels) == 4], ids=lambda labels: labels[0])
def test_most_other_orders_of_the_same_names_are_none(labels):
    shuffles = list(itertools.permutations(labels))
    # Forwards and backwards, and for months, weekdays and hours from any start.
    assert sum(natural(list(shuffle)) for shuffle in shuffles) <= 2 * len(labels)


@pytest.mark.parametrize(
    "labels",
    [
        ["e-mail", "phone", "letter"], ["メール", "電話", "手紙"], ["Tokyo", "Osaka", "Nagoya"], ["東京", "大阪", "名古屋"], ["2022", "2024", "2023"],
        ["Mar", "Jan", "Feb"], ["3月", "1月", "2月"], ["水", "月", "火"], ["high", "low", "medium"], ["B", "A", "C"], ["10–19", "0–9", "20–29"],
        ["Team 3", "Team 1", "Team 2"], ["iPhone 12", "Galaxy 21", "Pixel 30"], ["1 year", "1 week", "1 month"], ["", "", ""], ["a", "a", "b"],
        ["low prices", "medium risk", "high hopes"], ["大阪", "小樽", "中野"], ["2 calls, letter", "3 letters, call", "4 visits"],
    ],
)  # fmt: skip
def test_no_natural_order(labels):
    assert not natural(labels)


WAYS = ["e-mail", "phone", "letter", "visit"]


@pytest.mark.parametrize(
    ("labels", "values", "ordered"),
    [
        (WAYS, [[4, 3, 2, 1]], True),
        (WAYS, [[1, 2, 2, 4]], True),
        (WAYS, [[1, 3, 2, 4]], False),
        (WAYS, [[1, 3, 2, 4], [4, 3, 2, 1]], True),
        (WAYS, [[1, 3, 2, 4], [4, 1, 1, -2]], True),
        (WAYS, [[1, 3, 2, 4], [4, 1, 3, 1]], False),
        ([*WAYS[:3], "Other"], [[4, 3, 2, 9]], True),
        ([*WAYS[:3], "その他"], [[4, 3, 2, 9]], True),
        (["All", *WAYS[:3]], [[3, 4, 2, 1]], True),
        (["All", *WAYS[:3]], [[3, 4, 1, 2]], False),
        (["Other", *WAYS[:3], "合計"], [[9, 3, 2, 1, 15]], True),
        ([WAYS[0], "Other", *WAYS[1:]], [[4, 9, 3, 2, 1]], False),
        (WAYS[:2], [[1, 2]], True),
        (WAYS[:1], [[1]], True),
        ([], [[]], True),
    ],
)
def test_bars_are_in_order_by_their_values_or_names(labels, values, ordered):
    assert in_order(labels, values) == ordered
