"""What cannot be read, or must not be shown, is said with the way out."""

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.command import typed_option
from mlcurric.report.options import read_request
from mlcurric.report.reading.customers import read_customers
from mlcurric.report.reading.loading import read_lines
from mlcurric.report.reading.table import RawTable, read_table
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking

N = 300


def read(value=None, keep=(), **columns):
    made = {"id": [f"K{n:04d}" for n in range(N)], "left": ["yes"] * 50 + ["no"] * (N - 50)}
    made |= {"seats": [str(n * 7 % 90) for n in range(N)]} | columns
    request = read_request(path="a.csv", churned="left", id="id", capacity="9", out="r.html", value=value, keep=keep)
    return read_customers(RawTable(pd.DataFrame(made).astype("str"), np.arange(N) + 2, "a.csv"), request)


def remark(customers, id):
    return next((each for each in customers.remarks if each.id == id), None)


def slip(**columns):
    with speaking("en"), pytest.raises(Slip) as caught:
        read(**columns)
    with speaking("en"):
        return str(caught.value)


@pytest.mark.parametrize("heading", ["Account Name", "会社名"])
def test_what_customers_are_called_is_no_reason_unless_it_is_kept(heading):
    columns = {heading: [f"Umbrella {'ABCDE'[n % 5]}" for n in range(N)]}
    customers = read(**columns)
    assert heading in customers.aside
    assert typed_option("--keep", heading) in remark(customers, "names-of-customers").for_maker.ja
    assert heading in read(**columns, keep=[heading]).columns


@pytest.mark.parametrize("names", [("John Smith", "Mary Jones"), ("佐藤 花子", "鈴木 一郎")])
def test_two_people_are_people_too(names):
    assert "introduced" in read(introduced=[names[n % 2] for n in range(N)]).aside


@pytest.mark.parametrize("name", ["John Smith", "佐藤 花子"])
def test_an_id_that_is_a_name_and_a_number_is_not_shown(name):
    customers = read(id=[f"{name} {n}" for n in range(N)])
    assert name not in "".join(customers.ids)
    assert customers.people == N


def test_an_amount_that_cannot_be_read_is_told_with_its_line():
    customers = read(value="fee", fee=["¥1,980", "?1,980", "不明", "¥980", "¥1,200", "¥90"] * 50)
    told = remark(customers, "value-odd")
    assert "3行目: 「?1,980」" in told.says.ja
    assert told.way_out
    assert "50 of 300" in remark(customers, "value-missing").says.en


@pytest.mark.parametrize(
    ("code", "shown"),
    [("-9999", "−9,999"), ("-1", "−1"), ("-999", "−999"), ("-99999999", "−99,999,999"), ("9999", "9,999")],
)
def test_a_number_apart_from_all_others_in_many_rows_is_a_code_and_no_amount(code, shown):
    """−9999 in one row of ten made a leaver “worth −850”, and the contact a no-go."""
    fees = [code if n % 10 == 0 else str(100 + n % 60) for n in range(N)]
    customers = read(value="fee", fee=fees)
    assert customers.value.isna().sum() == N / 10
    assert customers.value.min() > 100
    assert customers.value.max() < 160
    # Nor is it learned that −9999 is a small fee.
    assert customers.columns["fee"].values.between(100, 160).sum() == N * 9 / 10
    assert customers.columns["fee"].missing == N / 10
    told = remark(customers, "value-code")
    assert f"is “{shown}” in {N // 10} of {N} rows, and all others lie between 101 and 159" in told.says.en
    assert f"{N}行中{N // 10}行が「{shown}」で、ほかはすべて101〜159です" in told.says.ja
    assert "Clear these cells" in told.way_out.en
    assert not {"value-below-zero", "value-missing", "number-code", "value-huge"} & {
        each.id for each in customers.remarks
    }


@pytest.mark.parametrize("losses", [["-1", "-2", "-3"], ["-120", "-80.5", "-9"], ["-5"]])
def test_losses_are_losses_and_it_is_said_what_was_done_with_them(losses):
    fees = [losses[n // 10 % len(losses)] if n % 10 == 0 else str(100 + n % 60) for n in range(N)]
    customers = read(value="fee", fee=fees)
    assert (customers.value < 0).sum() == N / 10
    told = remark(customers, "value-below-zero")
    assert "counted as they stand" in told.says.en
    assert "引き止めると損になる" in told.says.ja
    assert "not known" in told.way_out.en
    assert "「不明」" in told.way_out.ja


def test_an_amount_out_of_all_proportion_is_told_with_its_line():
    """A page said “from a loss of 110 to a gain of 2,000,000,000,000,000,000” and nothing of the one cell that did it."""
    fees = ["-5", "0", "10", "12.50"] * 75
    fees[7] = "1e12"
    told = remark(read(value="fee", fee=fees), "value-huge")
    assert "at least 1,000 times as much as in any other: 1 of 300 (line 9: “1e12”)" in told.says.en
    assert "largest amount of the others is 12.50" in told.says.en
    assert "1,000倍以上の金額になっている行があります(300行中1行。9行目: 「1e12」など)" in told.says.ja
    assert "zeros too many" in told.way_out.en
    assert "0が多い" in told.way_out.ja
    of_many = read(value="fee", fee=["-5", "0", "10", "1e12"] * 75)
    assert "75 of 300" in remark(of_many, "value-huge").says.en
    # Whoever is not on the list decides nothing there.
    assert "where one of these customers is on the list" in told.says.en
    assert "リストに入ると" in told.says.ja


@pytest.mark.parametrize("cell", ["1.7976931348623157e+308", "-1e30", "1e999", "9" * 30])
def test_what_nobody_can_be_worth_is_not_known_and_told_with_its_line(cell):
    """A database says its largest number for “no value”; a page reckoned with it, and broke."""
    customers = read(value="fee", fee=["5", "10", "12.50", cell] + ["10"] * (N - 4))
    assert customers.value.isna().sum() == 1
    told = remark(customers, "value-odd")
    assert f"1 of {N} (line 5: “{cell[:30]}”)" in told.says.en
    assert f"{N}行中1行。5行目: 「{cell[:30]}」など" in told.says.ja
    assert "too few amounts" in slip(value="fee", fee=[cell] * 200 + ["5"] * (N - 200))


@pytest.mark.parametrize(
    "fees",
    [
        [str(980 + n) for n in range(N)],
        ["1"] * 20 + ["48000"] * (N - 20),
        [f"{10 ** (1 + 5 * n / N):.0f}" for n in range(N)],
        ["0"] * N,
    ],
)
def test_amounts_that_are_unlike_as_customers_are_are_not_doubted(fees):
    assert "value-huge" not in {each.id for each in read(value="fee", fee=fees).remarks}


def test_of_three_values_the_yes_is_proposed_and_of_many_another_column():
    assert "--left-is yes" in slip(left=["yes"] * 100 + ["no"] * 190 + ["maybe"] * 10)
    assert "Name the column that says who left" in slip(left=[str(18 + n % 59) for n in range(N)])


def test_codes_of_very_many_digits_are_not_all_the_same():
    why = read(code=[str(10**300 + n) for n in range(N)]).aside["code"]
    assert "same in every row" not in why.en


def test_an_address_in_a_heading_or_in_the_name_of_the_file_is_not_shown(tmp_path):
    path = tmp_path / "from-yamada@example.com.csv"
    path.write_text("id,left,by tanaka@example.com\nK1,yes,3\n", encoding="utf-8")
    raw = read_table(path)
    assert "@" not in raw.name + "".join(raw.cells)
    assert raw.name.endswith(".csv")


def test_a_heading_may_begin_with_a_brace_and_json_is_no_table(tmp_path):
    (tmp_path / "a.csv").write_text("{c} <i>,id\nyes,1\n", encoding="utf-8")
    assert read_lines(tmp_path / "a.csv").rows[0] == ["{c} <i>", "id"]
    for text in ('{"id": 1}', '[{"id": 1}]', '{ \n "id": 1}'):
        (tmp_path / "b.csv").write_text(text, encoding="utf-8")
        with pytest.raises(Slip, match="JSON"):
            read_lines(tmp_path / "b.csv")


def test_a_file_that_is_not_there_is_looked_for_beside(tmp_path):
    (tmp_path / "customers.csv").write_text("a,b\n", encoding="utf-8")
    with speaking("ja"), pytest.raises(Slip) as caught:
        read_lines(tmp_path / "custmers.csv")
    with speaking("ja"):
        assert "「customers.csv」" in str(caught.value)


@pytest.mark.parametrize(
    "heading",
    [
        "年間売上", "annual_contract_value", "ARR", "Revenue (EUR)", "total_sales", "利用額",
        # What a subscription is called.
        "年間利用料", "利用料金", "月額", "月額費用", "年会費", "月謝", "保険料", "受講料", "購読料", "料金", "支払金額", "月額単価",
        "yearly_fee", "Fee (USD)", "premium", "annual premium", "MonthlyCharges", "subscription", "membership_dues", "tuition",
        "rent", "plan price", "amount_paid", "payments_12m", "net_sales", "net_revenue", "subscription_cost", "fee_after_discount",
    ],
)  # fmt: skip
def test_sales_are_not_taken_for_what_remains_of_them(heading):
    """“A gain of $100,000” was a third of that, or a loss: nobody had said that the column held sales."""
    told = remark(read(value=heading, **{heading: [str(100 + n) for n in range(N)]}), "value-sales")
    assert (heading in told.says.en, heading in told.says.ja) == (True, True)
    assert "粗利の列" in told.way_out.ja
    assert "--value" in told.for_maker.en


@pytest.mark.parametrize(
    "heading",
    [
        "粗利", "売上総利益", "margin", "worth", "annual_value", "net revenue margin", "salesperson_value",
        "年間粗利", "利用料粗利", "fee_margin", "net_premium", "payments less costs",
        # Words that only hold one of them.
        "coffee", "無料", "材料", "current_value", "unpaid", "discharge", "billion", "feed", "資料数", "送料", "会費なし粗利",
    ],
)  # fmt: skip
def test_what_remains_is_not_called_sales(heading):
    made = read(value=heading, **{heading: [str(100 + n) for n in range(N)]})
    assert "value-sales" not in {each.id for each in made.remarks}
