"""What counts as a unit, and what does not."""

import pytest

from mlcurric.subject.charts.units import has_unit, numbers_carry_unit, title_has_unit


@pytest.mark.parametrize(
    "label",
    [
        "churn rate (%)", "Churn rate, %", "churn rate in percent", "churned customers per 100", "leavers of 1,000",
        "leavers out of every 1,000 customers (of 1,000)", "revenue (million yen)", "Revenue, ¥", "revenue in USD", "price [EUR]",
        "sales (k$)", "customers", "customers who left", "number of calls", "Count", "days since the last login", "tenure (months)",
        "response time, ms", "probability of leaving", "share of accounts", "ratio", "ranking score", "index", "lift", "rank",
        "calls a day", "calls / day", "weight in kg", "change of logins (%)", "people", "value (index, 2020 = 100)", "rate (of 100)",
        "解約率(%)", "解約率（％）", "解約率 %", "解約(100人あたり)", "解約した人、100人中", "1,000人中の解約", "売上(百万円)", "売上［億円］",
        "売上 単位:千円", "価格(ドル)", "顧客数", "件数", "契約月数", "経過日数", "ログイン回数", "確率", "割合", "順位", "スコア", "解約した人",
        "通話時間(分)", "所要時間 分", "増減(ポイント)", "満足度(5点満点)",
    ],
)  # fmt: skip
def test_a_unit(label):
    assert has_unit(label)


@pytest.mark.parametrize(
    "label",
    [
        "", "churn rate", "Churn", "revenue", "Sales", "revenue from customers", "cost per call", "retention", "customer tenure",
        "time", "churn rate of customers", "Churn rate (2024)", "Churn rate (n = 200)", "revenue (estimated)", "monthly revenue",
        "churn rate by month", "churn rate, last 30 days", "value", "age", "performance", "status", "growth", "account size",
        "解約率", "売上", "売上高", "売上(2024年度)", "解約率(推定)", "1件あたりの費用", "期間", "利益", "価格", "成果", "解約率の変化", "円グラフ",
    ],
)  # fmt: skip
def test_no_unit(label):
    assert not has_unit(label)


@pytest.mark.parametrize("label", ["probability of leaving", "share", "割合", "確率"])
def test_a_share_that_runs_to_a_hundred_is_a_percentage_without_its_sign(label):
    assert has_unit(label, largest=1.0)
    assert not has_unit(label, largest=80)


@pytest.mark.parametrize("text", ["( ", "1 =", " 1=", "1\u3000=", "( a", "$\\mathdefault{", "1("])
@pytest.mark.parametrize("n", [1, 20_000])
def test_a_text_without_end_comes_to_an_end(text, n):
    """No clock is needed: where time grows with the cube of the length, these take days."""
    for filled in (text * n, text[0] + text[1] * n + text[2:]):
        assert has_unit(filled) == ("$" in text)
        assert not title_has_unit(filled)
        assert not numbers_carry_unit([filled])


@pytest.mark.parametrize("label", ["churn rate ( )", "churn rate (  2024  )", "churn  rate ( estimated )"])
def test_blanks_in_brackets_make_no_unit(label):
    assert not has_unit(label)


@pytest.mark.parametrize(
    "title",
    [
        "Churn by plan (%)",
        "Leavers of 1,000",
        "Revenue in yen",
        "契約別の解約率(%)",
        "解約(1,000人あたり)",
        "売上【百万円】",
    ],
)
def test_a_title_with_a_unit(title):
    assert title_has_unit(title)


@pytest.mark.parametrize(
    "title", ["", "Churn down 30%", "Churn (−30%)", "Churn in May", "¥5,000 a voucher?", "解約率が30%減", "売上(2024)"]
)
def test_a_number_in_a_title_is_no_unit_of_the_axis(title):
    assert not title_has_unit(title)


@pytest.mark.parametrize(
    "ticks",
    [
        ["0%", "50%"],
        ["¥0", "¥500"],
        ["$10K", "$20K"],
        ["10人", "20人"],
        ["0", "20%", "40%"],
        ["5円"],
        ["10 km", "20 km"],
        ["62 of 100"],
        ["US$5", "5人 (n=3)"],
        ["-5%", "5%"],
    ],
)
def test_numbers_with_a_unit(ticks):
    assert numbers_carry_unit(ticks)


@pytest.mark.parametrize(
    "ticks",
    [
        [], ["", "a"], ["0", "20", "40"], ["−10", "0", "10"], ["1e6", "2e6"], ["10K", "20K"], ["1万", "2万"], ["1,000", "2,000"],
        ["0.5", "1.0"], [r"$\mathdefault{10^{2}}$", r"$\mathdefault{10^{3}}$"], [r"$\mathdefault{2\times10^{2}}$"],
        ["62  (31/50)", "71  (64/90)"], ["n=50", "n=90"], ["Launch in 2023", "5"], ["62*", "(71)"],
    ],
)  # fmt: skip
def test_numbers_without_a_unit(ticks):
    assert not numbers_carry_unit(ticks)
