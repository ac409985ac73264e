"""What a column holds: its kind, its odd cells, and what must not be mailed around."""

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.reading.kinds import Kind, read_column, read_columns
from mlcurric.report.reading.table import RawTable

PEOPLE = ["佐藤 花子", "鈴木 一郎", "高橋 健", "田中 美咲", "伊藤 さくら"]


def column(cells, name="列", **more):
    texts = pd.Series(list(cells), dtype="str")
    return read_column(name, texts, np.arange(len(texts)) + 2, **more)


def kind(cells, name="列"):
    return column(cells, name).kind


def test_numbers_with_a_few_odd_cells_are_numbers_and_the_cells_are_told():
    read = column([f"{n},000円" for n in range(1, 98)] + ["不明", "別途", ""])
    assert read.kind is Kind.NUMBER
    assert (read.missing, read.odd) == (1, 2)
    assert read.odd_examples == ((99, "不明"), (100, "別途"))
    assert read.unit == "JPY"
    assert read.values.iloc[0] == 1000


def test_numbers_and_words_half_and_half_are_words_and_that_is_told():
    read = column(["10", "20", "30"] * 20 + ["多い", "少ない"] * 20)
    assert read.kind is Kind.CATEGORY
    assert "numbers in 60 rows, words in 40" in read.why.en
    assert [remark.id for remark in read.remarks] == ["mixed"]


def test_numbers_days_and_words_in_one_column_are_told_each():
    read = column(["12", "abc", "¥3,000", "2026/4/1", "TBD", "-5", "", ""] * 50, "mixed")
    assert read.kind is Kind.CATEGORY
    (told,) = read.remarks
    assert "numbers in 150 rows, days in 50 rows, words in 100 rows" in told.says.en
    assert "数が150行、日付が50行、言葉が100行" in told.says.ja
    assert told.columns == ("mixed",)


def test_numbers_and_days_without_any_word_are_told():
    (told,) = column(["12", "15", "18", "2026/4/1", "2026/4/2"] * 50, "mixed").remarks
    assert "numbers" in told.says.en
    assert "days" in told.says.en
    assert "words" not in told.says.en


def test_numbers_stay_numbers_where_the_rest_is_not_known():
    read = column([str(n) for n in range(60)] + ["不明"] * 40)
    assert read.kind is Kind.NUMBER
    assert read.odd == 40


def test_none_is_a_value_among_words_and_nothing_among_numbers():
    words = column(["あり", "なし", "見積中"] * 20)
    assert words.kind is Kind.CATEGORY
    assert set(words.values) == {"あり", "なし", "見積中"}
    assert column(["あり", "なし"] * 20).labels == ("なし", "あり")
    assert column(["NA", "EU", "APAC"] * 20).values.notna().all()
    assert column(["NA", "東京", "大阪"] * 20).missing == 20


def test_an_id_with_zeros_in_front_stays_a_text():
    read = column([f"{n:05d}" for n in range(1, 200)], "コード")
    assert read.kind is Kind.IDENTIFIER
    assert read.values.iloc[0] == "00001"
    assert column(["001", "002", "010"] * 30).kind is Kind.CATEGORY


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        *(("app version", ["2.0.5", "2.1.1", "3.4.1"]), ("バージョン", ["1.1.5", "2.10.6", "3.5.2"]), ("列", ["1.12.5", "2.1.1", "10.5.2"])),
        *(("os", ["14.4.1", "15.1.1", "13.2.3"]), ("version", ["2024.1.2", "2024.2.1"]), ("SDK ver.", ["2.9", "2.10", "3.1"])),
        *(("iosバージョン", ["17.5.1", "17.6.2", "16.1.1"]), ("サイズ", ["1-2-3", "4-5-6"])),
    ],
)  # fmt: skip
def test_versions_are_words_and_neither_days_nor_numbers(name, cells):
    read = column(cells * 40, name)
    assert read.kind is Kind.CATEGORY
    assert set(read.values) == set(cells)
    assert not read.remarks


@pytest.mark.parametrize("cells", [["203.0.113.7", "192.0.2.15", "198.51.100.3"], ["10.1.2.3", "10.1.2.4"]])
@pytest.mark.parametrize("name", ["ip", "last login from", "version"])
def test_the_address_of_a_machine_is_personal_and_no_day(name, cells):
    found = column(cells * 40, name)
    assert found.kind is Kind.PERSONAL
    assert "(IP) addresses" in found.why.en
    assert "IPアドレス" in found.why.ja


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("version date", ["2024.1.2", "2024.2.1"]),
        ("バージョン更新日", ["24.1.2", "24.2.1"]),
        ("開始", ["1.4.26", "13.4.26"]),
    ],
)
def test_days_with_points_are_days_still(name, cells):
    assert column(cells * 40, name).kind is Kind.DAY


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("No.", range(1, 200)),
        ("customer_id", range(5, 2000, 7)),
        ("顧客番号", [f"K{n}" for n in range(99)]),
        ("x", range(300, 500)),
    ],
)
def test_what_only_tells_rows_apart_is_an_identifier(name, cells):
    assert kind(map(str, cells), name) is Kind.IDENTIFIER


def test_amounts_that_never_repeat_are_numbers():
    assert kind([str(n * n * 37 % 99_991) for n in range(200)], "売上") is Kind.NUMBER


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("氏名", PEOPLE * 9),
        ("担当者", ["佐藤", "鈴木", "高橋"] * 20),
        ("フリガナ", ["サトウ ハナコ", "スズキ イチロウ"] * 20),
        ("name", ["John Smith", "Mary O'Neil", "Zoë van Dyke"] * 20),
        ("owner", ["Smith", "Jones"] * 20),
        ("列", [f"{family}{given}" for family in ("佐藤", "鈴木", "高橋", "堀内", "三好") for given in ("花子", "健", "さくら", "一郎")]),
        ("列", [f"{given} {family}" for given in ("Ann", "Bob", "Cy", "Di", "Ed", "Flo") for family in ("Hill", "Ito", "Ray", "Poe")]),
        ("contact", [f"user{n}@example.co.jp" for n in range(50)]),
        ("連絡先", ["なし"] * 90 + [f"u{n}@example.com" for n in range(10)]),
        ("列", [f"090-1234-{n:04d}" for n in range(50)]),
        ("列", [f"+1 (555) 010-{n:04d}" for n in range(50)]),
        ("TEL", [f"090123{n:05d}" for n in range(50)]),
        ("住所", [f"東京都港区芝{n}-1" for n in range(1, 50)]),
        ("address", [f"{n} Main Street" for n in range(50)]),
        ("列", [f"大阪府大阪市北区梅田{n}丁目" for n in range(1, 50)]),
        ("郵便番号", [f"{n:03d}-0001" for n in range(100, 150)]),
        ("生年月日", [f"19{n}/4/1" for n in range(50, 99)]),
        ("列", ["4111 1111 1111 1111", "5555-5555-5555-4444", "4012888888881881"]),
        ("マイナンバー", ["123456789018"] * 3 + ["1"]),
        ("列", [f"10.0.0.{n}" for n in range(50)]),
        ("Latitude", [f"{35 + n / 100}" for n in range(50)]),
    ],
)  # fmt: skip
def test_what_should_not_be_mailed_around_is_personal(name, cells):
    read = column(cells, name)
    assert read.kind is Kind.PERSONAL
    assert read.why.ja


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("プラン名", ["基本プラン", "特別プラン"] * 30),
        ("商品名", ["Alpha Suite", "Beta Suite", "Gamma Suite"] * 30),
        ("担当", ["営業一課", "営業二課"] * 30),
        ("都道府県", ["東京都", "大阪府", "北海道"] * 30),
        ("住所変更回数", ["1", "2", "5"] * 30),
        ("電話回数", ["0", "1", "5"] * 30),
        ("phone_service", ["1", "0"] * 30),
        ("契約日", ["2026/4/1", "2026/5/1"] * 30),
        ("顧客名", ["株式会社山田", "㈱鈴木商店", "有限会社高橋"] * 30),
        ("payment_method", ["Credit Card", "Bank Transfer", "Mailed Check"] * 30),
        ("region", ["North East", "South West"] * 30),
        ("email_opens", ["1", "2", "3"] * 30),
    ],
)
def test_what_names_no_person_is_not_personal(name, cells):
    assert kind(cells, name) is not Kind.PERSONAL


def test_free_text_is_told_from_categories():
    assert kind(["特になし。", "前回は価格の話をした。", "機能の要望あり。"] * 30, "担当者メモ") is Kind.TEXT
    assert kind([f"電話で{n}分ほど話した。次回は見積もりを持参する。" for n in range(60)]) is Kind.TEXT
    assert kind(["Month-to-month", "One year", "Two year"] * 30) is Kind.CATEGORY
    assert kind(["あ" * 100_000, "い" * 100_000] * 5) is Kind.TEXT


def test_values_that_differ_only_in_how_they_are_written_are_one():
    read = column(["Basic"] * 9 + ["basic", "ＢＡＳＩＣ", "Pro"] * 3)
    assert set(read.values) == {"Basic", "Pro"}
    assert [remark.id for remark in read.remarks] == ["written-apart"]


def test_constant_and_empty_columns_are_told():
    assert kind(["同じ"] * 9) is Kind.CONSTANT
    assert kind(["5", "5.0"] * 9) is Kind.CONSTANT
    assert kind(["", "NULL", "-"] * 9) is Kind.EMPTY


def test_a_mark_and_blanks_are_yes_and_no():
    read = column(["○", "", ""] * 9, "優待")
    assert read.kind is Kind.FLAG
    assert read.labels == ("", "○")
    assert read.values.tolist()[:3] == [1, 0, 0]
    assert [remark.id for remark in read.remarks] == ["blank-means-no"]


def test_one_day_and_blanks_are_days():
    assert kind(["2026/4/1", "", ""] * 9, "解約日") is Kind.DAY
    assert kind(["090-0000-0000", ""] * 9, "電話番号") is Kind.PERSONAL


def test_numbers_with_a_unit_among_words_are_words():
    assert column(["1年", "2年", "月次"] * 30, "契約期間").remarks == ()


def test_days_and_their_order():
    assert kind(["2026/4/1", "", "2026/4/9"] * 9) is Kind.DAY
    assert kind(["20260401", "20260409", "20251231"] * 9) is Kind.DAY
    assert kind(["12345678", "99999999", "20251231"] * 9) is Kind.NUMBER
    assert [remark.id for remark in column(["1/4/2026", "2/3/2026"] * 9).remarks] == ["unsure-days"]


def test_excels_bare_days_are_days_under_such_a_heading_only():
    assert column(["46113", "46114"] * 9, "契約日", serials=True).kind is Kind.DAY
    assert column(["46113", "46114"] * 9, "売上", serials=True).kind is Kind.NUMBER


def test_a_column_keeps_its_counts_with_fewer_rows():
    read = column([*map(str, range(50)), "", "odd"]).only(np.arange(52) % 2 == 0)
    assert len(read.values) == 26
    assert list(read.values.index) == list(range(26))


def test_each_column_of_a_table_is_read():
    table = pd.DataFrame({"a": ["1", "2"], "b": ["yes", "no"]}, dtype="str")
    assert list(read_columns(RawTable(table, np.array([2, 3]), "t.csv"))) == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "ending"),
    [("医院名", "歯科医院"), ("列", "デンタルクリニック"), ("社名", "商店"), ("company", " shop"), ("列", " Inc.")],
)
def test_what_customers_are_called_is_not_learned_from(name, ending):
    cells = [f"{chr(0x4E00 + n % 40)}{ending}" for n in range(2_000)]
    read = column(cells, name)
    assert read.kind is Kind.IDENTIFIER
    assert "顧客の名称" in read.why.ja
    assert kind(cells[:5] * 400, name) is Kind.CATEGORY, "five may be a group's branches"


@pytest.mark.parametrize(
    ("cells", "gap"),
    [
        (["1", "2", "3", ""], "空欄"),
        (["1", "2", "3", "NULL"], "空欄"),
        (["1", "2", "3", "不明"], "「不明」"),
        (["1", "2", "3", "不明", ""], "空欄か「不明」"),
        (["1", "2", "3", "x" * 9], "空欄か読めない値"),
        (["東京", "不明", "大阪", ""], "空欄"),
    ],
)
def test_what_is_missing_is_said_as_it_stands_in_the_table(cells, gap):
    read = column([*cells[:3] * 30, *cells[3:]])
    assert read.gap.ja == gap


def test_an_odd_cell_that_names_somebody_is_not_shown():
    read = column([str(n % 50) for n in range(90)] + ["小林様に確認", "別途"])
    assert [cell for _, cell in read.odd_examples] == ["***", "別途"]


def test_a_code_of_a_kind_is_no_number_of_somebody_because_one_in_ten_looks_like_it():
    codes = [f"0012{n * 7919 % 10**8:08d}" for n in range(1, 31)]
    read = column(codes * 10, "代理店")
    assert read.kind is Kind.CATEGORY
    assert read.odd == 0
    assert column([*codes * 10, "小林様"], "代理店").odd == 1
