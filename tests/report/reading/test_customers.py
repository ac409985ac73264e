"""Customers out of a table: who left, who is who, what is set aside; and what is asked where that is not sure."""

import numpy as np
import pandas as pd
import pytest
from report.tables import cdnow_looks, japanese_csv, telco_csv

from mlcurric.report.options import read_request
from mlcurric.report.reading.customers import read_customers
from mlcurric.report.reading.kinds import Kind
from mlcurric.report.reading.table import RawTable, read_table
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking

N = 300


def request(**typed):
    return read_request(**{"path": "a.csv", "churned": "left", "id": "id", "capacity": "9", "out": "r.html", **typed})


def table(rows=N, **columns):
    """Three hundred customers, the first fifty of whom left; a column is a list, or what everybody has."""
    made = {"id": [f"K{n:04d}" for n in range(rows)], "left": ["yes"] * 50 + ["no"] * (rows - 50)}
    made |= {"seats": [str(n * 7 % 90) for n in range(rows)]} | columns
    frame = pd.DataFrame({name: cells if isinstance(cells, list) else [cells] * rows for name, cells in made.items()})
    return RawTable(frame.astype("str"), np.arange(rows) + 2, "a.csv")


def outcome(cells, **typed):
    return read_customers(table(left=cells), request(**typed)).left


def slip(raw, **typed):
    with pytest.raises(Slip) as caught:
        read_customers(raw, request(**typed))
    with speaking("ja"):
        assert str(caught.value)
    assert len(caught.value.says) > 1, "the way out is missing"
    with speaking("en"):
        return str(caught.value)


def ids(customers):
    return [remark.id for remark in customers.remarks]


def half(left, stayed):
    return [left] * 50 + [stayed] * (N - 50)


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_a_japanese_table_is_read(tmp_path, encoding):
    raw = read_table(japanese_csv(tmp_path / "t.csv", encoding, 600))
    typed = dict(churned="解約", id="顧客番号", value="年間売上", observed_at="観測日", contact_cost="1500円")
    customers = read_customers(raw, request(**typed))
    assert customers.left.dtype == "boolean"
    assert customers.left.sum() == raw.cells["解約"].eq("解約").sum()
    assert customers.value.min() == 980 * 12
    assert customers.currency == "JPY"
    assert str(customers.observed.dtype) == "datetime64[ns]"
    assert {name: read.kind for name, read in customers.columns.items()} == {
        "契約月数": Kind.NUMBER,
        "月額料金": Kind.NUMBER,
        "契約形態": Kind.CATEGORY,
        "未解決の問い合わせ件数(直近3か月、電話とメールの合計)": Kind.NUMBER,
        "最終ログイン日": Kind.DAY,
    }
    assert set(customers.aside) == {"氏名", "メールアドレス", "担当者メモ", "年間売上"}
    assert "「月額料金」と値が一対一に対応" in customers.aside["年間売上"].ja, "twelve times the fee"
    assert "personal" in ids(customers)


def test_the_tables_of_the_lessons_are_read(tmp_path):
    telco = read_customers(read_table(telco_csv(tmp_path / "t.csv")), request(churned="churned", id="customer"))
    assert telco.left.sum() == 1869
    looks = read_table(cdnow_looks(tmp_path / "c.csv", 800))
    customers = read_customers(looks, request(churned="went_silent", id="customer", observed_at="Observed At"))
    assert customers.left.isna().sum() == looks.cells["went_silent"].eq("").sum() > 0
    assert "not-known-yet" in ids(customers)


@pytest.mark.parametrize(
    ("left", "stayed"),
    [
        *(("yes", "no"), ("はい", "いいえ"), ("1", "0"), ("１", "０"), ("1.0", "0.0"), ("解約", "継続"), ("解約済み", "契約中"), ("退会", "会員")),
        *(("Churned", "Active"), ("○", "×"), ("TRUE", "FALSE"), ("あり", "なし"), ("Attrited Customer", "Existing Customer"), ("Y", "N")),
    ],
)  # fmt: skip
def test_who_left_is_read_however_it_is_said(left, stayed):
    read = outcome(half(left, stayed))
    assert read.tolist() == [True] * 50 + [False] * (N - 50)


def test_blanks_beside_two_values_are_not_known_yet():
    cells = ["yes"] * 50 + ["no"] * 200 + ["", "NULL", "不明"] * 16 + [""] * 2
    assert outcome(cells).isna().sum() == 50
    assert outcome(cells, blank_is="stayed").isna().sum() == 0


def test_a_day_of_leaving_means_left():
    customers = read_customers(table(left=half("2026/4/1", "")), request())
    assert customers.left.sum() == 50
    assert "left-by-day" in ids(customers)
    assert outcome(half("2026/4/1", "9999-12-31")).sum() == 50
    assert outcome(half("2026/4/1", "継続中")).sum() == 50
    assert "everybody has a day of leaving" in slip(table(left="2026/4/1"))


def test_two_values_that_may_mean_either_are_asked():
    said = slip(table(left=half("A", "B")))
    assert "“A”, “B”" in said or "“B”, “A”" in said
    assert "--left-is A or --left-is B" in said, "the rarer first"
    assert outcome(half("A", "B"), left_is=["Ａ"]).sum() == 50
    assert "no “C”" in slip(table(left=half("A", "B")), left_is=["C"])


def test_three_values_are_named_and_asked():
    cells = ["left"] * 50 + ["paused"] * 50 + ["active"] * 200
    said = slip(table(left=cells))
    assert all(word in said for word in ("3", "“left”", "“paused”", "“active”", "--left-is"))
    assert outcome(cells, left_is=["left", "paused"]).sum() == 100


def test_one_value_and_blanks_are_asked():
    said = slip(table(left=half("解約", "")))
    assert "--blank-is" in said
    assert outcome(half("解約", ""), blank_is="stayed").sum() == 50
    assert outcome(half("継続", ""), blank_is="left").sum() == N - 50
    assert "only" in slip(table(left=half("解約", "")), blank_is="unknown")


def test_one_class_and_nothing_at_all_are_said():
    assert "only “no”" in slip(table(left="no"))
    assert "blank in every row" in slip(table(left=""))
    assert "only “解約”" in slip(table(left="解約"), left_is=["解約"])


@pytest.mark.parametrize("name", ["継続フラグ", "is_active", "有効", "Retained"])
def test_a_column_that_says_who_stayed_is_asked(name):
    raw = table(**{name: half("0", "1")})
    assert "somebody stayed" in slip(raw, churned=name)
    assert read_customers(raw, request(churned=name, left_is=["0"])).left.sum() == 50


@pytest.mark.parametrize("name", ["非継続", "inactive", "not renewed", "churn"])
def test_a_column_that_says_who_left_is_not_asked(name):
    assert read_customers(table(**{name: half("1", "0")}), request(churned=name)).left.sum() == 50


def test_a_column_that_is_not_there_is_said_with_those_near():
    raw = table(解約フラグ="1", 解約日="2026/4/1")
    assert "Did you mean “解約フラグ”" in slip(raw, churned="解約フラッグ")
    assert "--value" in slip(raw, value="nothing")
    assert "The table has “id”" in slip(raw, drop=["zzz"])
    assert read_customers(raw, request(churned=" ＬＥＦＴ", id="I D")).left.sum() == 50


@pytest.mark.parametrize("typed", [{"id": "left"}, {"value": "left"}, {"value": "id"}, {"observed_at": "left"}])
def test_a_column_named_twice_is_said(typed):
    assert "the same column" in slip(table(), **typed)


def test_dropped_and_kept_columns():
    customers = read_customers(table(a="1", b=["x", "y"] * 150, mail="a@b.com"), request(drop=["b"], keep=["mail"]))
    assert set(customers.columns) == {"seats"}
    assert customers.aside["b"].en == "You asked to leave it out."
    assert "cannot-keep" in ids(customers)
    assert "--keep" in slip(table(), drop=["seats"], keep=["seats"])
    assert "No column is left" in slip(table(), drop=["seats"])


def test_twenty_rows_are_too_few():
    few = table(rows=100)
    few = RawTable(few.cells.iloc[40:60].reset_index(drop=True), few.lines[:20], "a.csv")
    assert "Only 20 rows say whether" in slip(few)
    assert "At least 200 are needed, with at least 30 who left and 30 who stayed" in slip(few)
    assert "10 left, 290 stayed" in slip(table(left=["yes"] * 10 + ["no"] * 290))


def test_rows_without_an_id_are_left_out_and_told():
    raw = table(id=[*(f"K{n}" for n in range(N - 2)), "", "-"])
    customers = read_customers(raw, request())
    assert len(customers.left) == len(customers.ids) == len(customers.lines) == N - 2
    assert all(len(read.values) == N - 2 for read in customers.columns.values())
    assert "300, 301" in str(next(remark for remark in customers.remarks if remark.id == "blank-id").says)
    assert "blank in 200 of 300" in slip(table(id=["a" + str(n) for n in range(100)] + [""] * 200))


def test_the_same_row_twice_counts_once_and_is_told():
    raw = table()
    twice = RawTable(pd.concat([raw.cells, raw.cells.iloc[:3]], ignore_index=True), np.arange(N + 3) + 2, "a.csv")
    customers = read_customers(twice, request())
    assert len(customers.left) == N
    assert "same-rows" in ids(customers)


def test_different_rows_of_one_customer_are_refused_without_a_day():
    cells = [f"K{n // 2}" for n in range(N)]
    assert "line 2, 3" in slip(table(id=cells))
    days = ["2026-01-01", "2026-02-01"] * 150
    assert len(read_customers(table(id=cells, day=days), request(observed_at="day")).left) == N
    assert "twice on one day" in slip(table(id=cells, day="2026-01-01"), observed_at="day")


def test_ids_in_another_width_are_the_same_customer():
    assert "line 2, 3" in slip(table(id=["K1", "Ｋ１", *(f"X{n}" for n in range(N - 2))]))


def test_an_id_that_is_personal_is_not_shown():
    mails = [f"u{n // 2}@example.com" for n in range(N)]
    customers = read_customers(table(id=mails, day=["2026-01-01", "2026-02-01"] * 150), request(observed_at="day"))
    assert not customers.ids.str.contains("@").any()
    assert customers.ids.nunique() == customers.people == N // 2, "the rows of one customer belong together"
    with speaking("ja"):
        ja = read_customers(table(id=[f"u{n}@example.com" for n in range(N)]), request())
    assert ja.ids.iloc[0] == "2行目"
    assert "personal-id" in ids(ja)


def test_zeros_in_front_of_an_id_stay():
    assert read_customers(table(id=[f"{n:05d}" for n in range(N)]), request()).ids.iloc[7] == "00007"


def test_a_look_that_is_no_day_is_said():
    said = slip(table(), observed_at="seats")
    assert "--observed-at: in 300 of 300 rows “seats” holds no day that can be read (such as “0”, “7”, “14”)" in said


def test_of_days_and_what_is_none_the_cells_that_cannot_be_read_are_shown():
    """“2026-01-31” was shown as what is no day, and “2026-04-01” as what to write."""
    days = ["2026-01-31", "2026-13-45", "31/02/2026", ""] * 75
    said = "in 225 of 300 rows “day” holds no day that can be read (such as “2026-13-45”, “31/02/2026”, blank)"
    assert said in slip(table(day=days), observed_at="day")
    with (
        speaking("ja"),
        pytest.raises(Slip, match=r"300行中225行が日付として読めません.例: 「2026-13-45」、「31/02/2026」、空欄"),
    ):
        read_customers(table(day=days), request(observed_at="day"))


def test_customers_who_had_left_before_they_were_looked_at():
    left = ["2025/12/1"] * 10 + ["2026/3/1"] * 50 + [""] * 240
    customers = read_customers(table(left=left, day="2026-01-01"), request(observed_at="day"))
    assert customers.left.sum() == 50
    assert "left-before-look" in ids(customers)
    late = read_customers(table(left=half("2025/12/1", ""), day="2026-01-01"), request(observed_at="day"))
    assert late.left.sum() == 50
    assert "looked-too-late" in ids(late)


def test_a_value_that_cannot_be_read_is_told():
    customers = read_customers(table(fee=["¥1,200", "不明", "-¥5"] * 100), request(value="fee"))
    assert customers.value.isna().sum() == 100
    assert customers.currency == "JPY"
    assert [id for id in ids(customers) if id.startswith("value")] == [
        "value-missing",
        "value-below-zero",
        "value-sales",
    ]
    assert "too few amounts" in slip(table(fee=["高い", "安い"] * 150), value="fee")
    assert "two-currencies" in ids(read_customers(table(fee="¥5"), request(value="fee", contact_cost="$5")))


@pytest.mark.parametrize(
    ("heading", "cell", "typed", "currency"),
    [
        *(("fee", "¥1,200", {}, "JPY"), ("fee", "1,200円", {}, "JPY"), ("fee", "￥１，２００", {}, "JPY"), ("fee", "1,200", {}, "")),
        *(("usd", "9.5", {}, "USD"), ("Revenue (EUR)", "9.5", {}, "EUR"), ("売上(円)", "1,200", {}, "JPY"), ("spend", "$9", {}, "USD")),
        *(("fee", "1,200", {"contact_cost": "¥500"}, "JPY"), ("fee", "1,200", {"currency": "£"}, "£"), ("eurythmics", "9", {}, "")),
    ],
)  # fmt: skip
def test_an_amount_has_only_the_currency_that_somebody_has_written(heading, cell, typed, currency):
    customers = read_customers(table(**{heading: cell}), request(value=heading, **typed))
    assert customers.currency == currency
    assert "two-currencies" not in ids(customers)


def test_a_heading_in_another_currency_than_the_costs_is_told():
    assert "two-currencies" in ids(read_customers(table(usd="9"), request(value="usd", contact_cost="¥500")))


@pytest.mark.parametrize(
    ("heading", "cell", "value"),
    [
        *(("売上(千円)", "1,200", 1_200_000), ("年商_百万円", "3", 3_000_000), ("ARR ($k)", "9.5", 9_500), ("revenue in thousands", "2", 2_000)),
        *(("売上(千円)", "1,200円", 1_200), ("売上(円)", "1,200", 1_200), ("万円", "1.5", 15_000), ("k", "7", 7)),
    ],
)  # fmt: skip
def test_amounts_in_thousands_count_as_what_they_are_and_that_is_told(heading, cell, value):
    customers = read_customers(table(**{heading: cell}), request(value=heading))
    assert set(customers.value) == {value}
    assert ("value-scaled" in ids(customers)) == ("円" not in cell and value > 1_200)


def test_customers_are_counted_apart_from_rows():
    once = read_customers(table(), request())
    assert once.people == len(once.left) == N
    looks = table(id=[f"K{n // 3}" for n in range(N)], day=["2026-01-31", "2026-02-28", "2026-03-31"] * (N // 3))
    assert read_customers(looks, request(observed_at="day")).people == N // 3


def test_the_page_is_not_said_to_be_free_of_names():
    mail = [f"u{n}@b.com" for n in range(N)]
    told = next(remark for remark in read_customers(table(mail=mail), request()).remarks if remark.id == "personal")
    assert "overlooked" in told.says.en
    assert "--drop" in told.for_maker.ja


def test_excel_makes_a_point_of_a_number_and_it_is_taken_off():
    assert read_customers(table(id=[f"{n}.0" for n in range(1001, 1001 + N)]), request()).ids.iloc[0] == "1001"
    long = [f"123456789012345678{n:02d}" if n < 100 else f"9{n:019d}" for n in range(N)]
    assert read_customers(table(id=long), request()).ids.tolist() == long


def test_ids_that_differ_in_little_are_told():
    customers = read_customers(table(id=["ab1", "AB1", *(f"X{n}" for n in range(N - 2))]), request())
    told = next(remark for remark in customers.remarks if remark.id == "ids-alike")
    assert "「ab1」と「AB1」" in told.says.ja
    assert customers.people == N


def test_ids_that_excel_has_cut_short_are_told():
    cells = [f"1.{n:05d}E+11" for n in range(N)]
    assert "shortened-ids" in ids(read_customers(table(id=cells), request()))
    assert "cut short" in slip(table(id=["1.2E+11"] * 2 + cells[2:]))


def test_one_id_that_names_somebody_is_a_row():
    customers = read_customers(table(id=["a@b.com", *(f"X{n}" for n in range(N - 1))]), request())
    with speaking("en"):
        assert str(customers.ids.iloc[1]) == "X0"
    assert "@" not in customers.ids.iloc[0]
    assert "personal-id" in ids(customers)


def numbers(digits, write="{}", count=N):
    """Customer numbers as a system gives them, and nobody’s telephone: of some of them the last digit fits by chance."""
    luck = np.random.default_rng(12)
    return [write.format(*map("".join, np.split(luck.integers(0, 10, digits).astype(str), 3))) for _ in range(count)]


@pytest.mark.parametrize(
    "cells",
    [
        *(numbers(12, "{}{}{}"), numbers(12, "{}-{}-{}"), numbers(15, "1{}{}{}"), numbers(15, "{}{}{}"), numbers(9, "08{}{}{}")),
        [*numbers(12, "{}{}{}", N - 40), *(f"K{n}" for n in range(40))],
    ],
)  # fmt: skip
def test_a_customer_number_is_no_card_and_no_telephone_because_one_in_ten_looks_like_it(cells):
    """Of 600 customers 60 stood on the list as rows of a file, and nobody could look them up."""
    customers = read_customers(table(id=cells), request())
    assert customers.ids.tolist() == cells
    assert "personal-id" not in ids(customers)


@pytest.mark.parametrize(
    "cell",
    ["4111 1111 1111 1111", "123456789018", "1234-5678-9018", "09012345678", "03-1234-5678", "小林様", "a@b.com"],
)
def test_one_number_of_somebody_among_codes_is_not_shown(cell):
    customers = read_customers(table(id=[cell, *(f"10{n:09d}" for n in range(N - 1))]), request())
    assert cell not in set(customers.ids)
    assert customers.ids.iloc[1] == "10000000000"
    assert "personal-id" in ids(customers)


def test_a_copy_is_learned_from_once():
    fee = [str(n * 37 % 101) for n in range(N)]
    more = dict(fee=fee, thousands=[str(int(n) / 1000) for n in fee], turned=[str(500 - int(n)) for n in fee])
    customers = read_customers(table(**more, plan=["A", "B", "C"] * 100, code=["3", "1", "2"] * 100), request())
    assert {"thousands", "turned"} <= set(customers.aside)
    assert "「fee」と値が一対一に対応" in customers.aside["thousands"].ja
    assert "one to one with those of “fee”" in customers.aside["thousands"].en
    assert "fee" in customers.columns


def test_a_copy_of_what_is_dropped_is_dropped_too_and_told():
    fee = [str(n * 37 % 101) for n in range(N)]
    raw = table(copy=fee, fee=fee)
    customers = read_customers(raw, request(drop=["fee"]))
    assert "left out as well" in customers.aside["copy"].en
    told = next(remark for remark in customers.remarks if remark.id == "dropped-too")
    assert "--keep copy" in told.for_maker.en
    assert "copy" in read_customers(raw, request(drop=["fee"], keep=["copy"])).columns


def test_words_that_hardly_anybody_has_are_put_together():
    cells = ["医療", "小売", "飲食"] * 98 + ["青空歯科"] * 2 + ["やまね薬局"] * 4
    customers = read_customers(table(業種=cells), request())
    assert "青空歯科" not in set(customers.columns["業種"].values)
    assert {"医療", "やまね薬局"} <= set(customers.columns["業種"].values)
    assert "rare-words" in ids(customers)


def test_a_table_with_nothing_to_learn_from_is_a_sentence():
    raw = table()
    bare = RawTable(raw.cells[["id", "left"]], raw.lines, raw.name)
    assert "no column to learn from" in slip(bare)
    said = slip(RawTable(raw.cells[["id", "left"]].assign(plan="A"), raw.lines, raw.name))
    assert "“plan”: It is the same in every row." in said


def test_a_value_that_is_mostly_blank_stays_missing():
    customers = read_customers(table(fee=["", "", "", "¥5", "¥9"] * 60), request(value="fee"))
    assert customers.value.isna().sum() == 180
    told = next(remark for remark in customers.remarks if remark.id == "value-missing")
    assert "300行中180行" in told.says.ja
    assert "blank in every row" in slip(table(fee=""), value="fee")


def test_of_thirteen_columns_the_last_is_named_too():
    """The one that was wanted stood last, where exports put it, and was the one that “…” hid."""
    others = {f"列{n}": ["1"] * N for n in range(11)}
    said = slip(table(**others, 解約日時=["x"] * N), churned="zzz")
    assert "解約日時" in said
    assert "…" not in said
