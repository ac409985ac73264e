"""A report from beginning to end, on three tables; its numbers are counted again by the test, from the table alone."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from report.pages import JARGON, read, text_of
from report.tables import LOOKS, cdnow_looks, japanese_csv, telco_csv

from mlcurric.report import make
from mlcurric.report.make import STEPS, make_report
from mlcurric.report.options import read_request
from mlcurric.subject.product.dates import date_in_words
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking


def made(lang: str, table: Path, out: Path, **options: str):
    """What was made, the page's text, the list's rows, and the contest behind them."""
    held = []
    hold = make.hold_contest

    def watched(*arguments):
        held.append((hold(*arguments), arguments[1]))
        return held[-1][0]

    with pytest.MonkeyPatch.context() as patch, speaking(lang):
        patch.setattr(make, "hold_contest", watched)
        steps = []
        result = make_report(read_request(path=str(table), out=str(out), **options), steps.append)
    assert steps == list(STEPS)
    page = out.read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(out.with_suffix(".csv").read_text(encoding="utf-8-sig"))))
    return result, page, rows, *held[0]


def hits_between(left: np.ndarray, risk: np.ndarray, k: int) -> tuple[int, int]:
    """The fewest and the most leavers that a list of the ``k`` highest risks can hold, however ties are broken."""
    cut = np.sort(np.round(risk, 9))[-k]
    above, tied = np.round(risk, 9) > cut, np.round(risk, 9) == cut
    open_places, leavers = k - above.sum(), left[tied].sum()
    fewest = max(0, open_places - (tied.sum() - leavers))
    return int(left[above].sum() + fewest), int(left[above].sum() + min(open_places, leavers))


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shop")
    table = cdnow_looks(folder / "cdnow.csv")
    options = dict(churned="went_silent", id="customer", value="usd", observed_at="observed_at", capacity="200")
    options["within"] = "15 weeks"
    return pd.read_csv(table), *made("en", table, folder / "out" / "report.html", **options)


def test_the_numbers_of_the_contest_are_those_of_the_table(shop):
    table, _, page, _, contest, _ = shop
    words = text_of(page)
    first = str(pd.to_datetime(re.search(r"by the first look from (\d+ \w+ \d{4}) on", words)[1]).date())
    judge = table[(table["observed_at"] >= first) & table["went_silent"].notna()].drop_duplicates("customer")
    left = judge["went_silent"].eq("yes").to_numpy()
    assert f"Tried on {len(judge):,} customers with" in words
    assert f"of 100 picked at random {100 * left.mean():.0f}" in words
    k = round(200 / (table["observed_at"] == LOOKS[-1]).sum() * len(judge))
    assert f"Each was to name {k:,} of the {len(judge):,}" in words
    for name, risk in (("simple rule’s", contest.rule_risk), ("model’s", contest.model_risk)):
        said = re.search(rf"on the (?:best )?{name}(?: list)? (\d+)", words)
        fewest, most = hits_between(left, risk, k)
        assert round(100 * fewest / k) <= int(said[1]) <= round(100 * most / k)


def sum_of(row: dict[str, str]) -> float:
    """The sum of points, whose heading says of how many customers one is where a rule counts."""
    return next(float(cell) for name, cell in row.items() if name.startswith("sum of points"))


def test_the_list_holds_those_whose_outcome_is_open_each_once_and_in_the_order_of_risk(shop):
    table, _, page, rows, contest, _ = shop
    today = set(table.loc[table["observed_at"] == LOOKS[-1], "customer"].astype(str))
    ids = [row["customer"] for row in rows]
    assert len(ids) == len(set(ids)) == 200
    assert set(ids) <= today
    assert [int(row["place"]) for row in rows] == list(range(1, 201))
    sums = [sum_of(row) for row in rows]
    assert sums == sorted(sums, reverse=True)
    # Where forecasts were off, no number of them stands beside anybody.
    assert ("of 100 like this leave" in rows[0]) is contest.trusted
    assert re.findall(r'<span class="place">\d+</span> <(?:h3|strong)>(\d+)<', page) == ids


def test_in_the_file_the_points_add_up_and_the_values_are_those_of_the_table(shop):
    table, _, _, rows, *_ = shop
    worth = table[table["observed_at"] == LOOKS[-1]].set_index("customer")["usd"]
    for row in rows:
        parts = [float(row.get(f"points {n}") or 0) for n in range(1, 6)]
        assert sum(parts) + float(row["everything else together"]) == sum_of(row)
        assert float(row["worth"]) == pytest.approx(worth[int(row["customer"])], abs=0.01)


def test_a_lot_has_drawn_as_many_as_the_plan_says(shop):
    _, _, page, rows, *_ = shop
    alone = sum(row["contact?"].startswith("leave alone") for row in rows)
    assert alone
    assert f"those {alone}, here and in" in text_of(page)
    assert page.count('<span class="mark lot">') == alone


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-16"])
def test_a_japanese_table_in_any_encoding_gives_the_same_japanese_page(tmp_path, encoding):
    table = japanese_csv(tmp_path / "顧客.csv", encoding)
    options = dict(churned="解約", id="顧客番号", value="年間売上", observed_at="観測日", capacity="３００")
    money = dict(contact_cost="￥1,500", incentive="3000円", save_rate="1割〜3割", within="1か月")
    result, page, rows, *_ = made("ja", table, tmp_path / "レポート.html", **options, **money)
    words = text_of(page)
    assert '<html lang="ja">' in page
    assert [path.name for path in result.files] == [
        "レポート.html",
        "レポート.csv",
        "レポート.xlsx",
        "レポート-words.csv",
    ]
    assert rows[0]["顧客"].startswith("K")
    assert "「氏名」" in words
    # Names and addresses are neither on the page nor in the list.
    for text in (words, " ".join(" ".join(row.values()) for row in rows)):
        assert not re.search(r"佐藤|鈴木|example\.co\.jp|次は価格の説明", text)
    assert re.search(r"100人中\d+人", words)
    assert re.search(r"\d円", words)
    assert [word for word in JARGON if re.search(word, words, re.IGNORECASE)] == []
    assert read(page).runs == []


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_table_without_days_is_judged_by_lot_and_says_so(tmp_path, lang):
    table = telco_csv(tmp_path / "telco.csv")
    result, page, rows, contest, split = made(
        lang, table, tmp_path / "r.html", churned="churned", id="customer", capacity="500"
    )
    truth = pd.read_csv(table)["churned"].eq("Yes").to_numpy()
    assert np.array_equal(contest.happened, truth[split.judge])
    assert not np.intersect1d(split.learn, split.judge).size
    # Only who is still there is listed.
    assert not truth[[int(row[next(name for name in row if name in ("customer", "顧客"))]) - 1 for row in rows]].any()
    assert any("--observed-at" in str(each.for_maker) for each in result.gravest)
    for_reader, for_maker = page.split('<section id="maker">')
    assert "--" not in text_of(for_reader)
    assert "--observed-at" in text_of(for_maker)
    assert len(page.encode()) < 3_000_000


def lot_of(out: Path) -> dict[str, str]:
    """Customer → side, as the list beside a page has it; nobody where no lot is drawn."""
    rows = csv.DictReader(io.StringIO(out.with_suffix(".csv").read_text(encoding="utf-8-sig")))
    return {row["顧客"]: row["連絡"] for row in rows if row.get("連絡", "いまは連絡しない") != "いまは連絡しない"}


def test_a_lot_outlives_a_table_that_changes_and_is_drawn_wherever_a_round_is_proposed(tmp_path):
    whole, fewer = japanese_csv(tmp_path / "whole.csv"), tmp_path / "fewer.csv"
    lines = whole.read_text(encoding="utf-8").splitlines()
    fewer.write_text("\n".join([lines[0], *reversed(lines[4:])]), encoding="utf-8")
    options = dict(churned="解約", id="顧客番号", capacity="600")
    pages = tmp_path / "whole-page.html", tmp_path / "fewer-page.html"
    results = [made("ja", table, page, **options)[0] for table, page in zip((whole, fewer), pages, strict=True)]
    first, again = map(lot_of, pages)
    both = first.keys() & again.keys()
    assert len(both) > 200
    # Three customers are gone: so many at most change their side, or the groups would not stay as large as planned.
    assert sum(first[each] != again[each] for each in both) <= 3
    page = text_of(pages[0].read_text(encoding="utf-8"))
    alone = sum("連絡しない" in side for side in first.values())
    assert (
        f"リストの{len(first)}人のうち{len(first) - alone}人に連絡し、抽選で選んだ{alone}人には比較のため連絡しません"
        in page
    )
    assert 200 < len(first) <= 600
    # Whoever makes the page is told what nobody has said, and how to say it.
    told = "\n".join(map(str, results[0].says))
    assert all(option in told for option in ("--within", "--save-rate", "--value", "--contact-cost"))
    assert "中止のめやす" in page


def test_where_contacts_cannot_pay_there_is_neither_a_lot_nor_a_round(tmp_path):
    table = japanese_csv(tmp_path / "t.csv")
    costs = dict(value="月額料金", contact_cost="90000", save_rate="20%", within="3か月")
    made("ja", table, tmp_path / "r.html", churned="解約", id="顧客番号", capacity="600", **costs)
    assert lot_of(tmp_path / "r.html") == {}
    page = text_of((tmp_path / "r.html").read_text(encoding="utf-8"))
    assert "抽選はしていません" in page
    assert "「月額料金」は1か月分の金額とみられる" in page
    assert "おすすめ" not in page


def test_a_words_file_that_is_not_there_is_found_before_the_table_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(make, "read_table", lambda *_: pytest.fail("the table was read"))
    table = telco_csv(tmp_path / "telco.csv")
    request = read_request(
        path=str(table),
        out=str(tmp_path / "r.html"),
        churned="churned",
        id="customer",
        capacity="5",
        words="nosuch.csv",
    )
    with pytest.raises(Slip, match=r"nosuch\.csv"):
        make_report(request)


def test_what_cannot_be_read_in_the_words_file_is_said_to_whoever_has_written_it(tmp_path):
    """An answer that was not understood stood on the mailed page alone, for those who cannot mend it."""
    luck = np.random.default_rng(5)
    visits, fee = luck.poisson(3, 600), luck.integers(10, 90, 600)
    left = np.where(luck.random(600) < 1 / (1 + np.exp(visits - 1.5)), "yes", "no")
    table = pd.DataFrame({"id": [f"K{n}" for n in range(600)], "visits": visits, "fee": fee, "left": left})
    table.to_csv(tmp_path / "t.csv", index=False)
    (tmp_path / "w.csv").write_text("列,手を打てる?\nvisits,たぶん\nfee,無理\n", encoding="utf-8")
    options = dict(path=str(tmp_path / "t.csv"), out=str(tmp_path / "r.html"), churned="left", id="id", capacity="60")
    with speaking("ja"):
        says = "".join(each.ja for each in make_report(read_request(**options, words=str(tmp_path / "w.csv"))).says)
    assert "「w.csv」の2行目" in says
    assert "たぶん" in says
    assert "無理" not in says


def test_what_cannot_be_used_writes_nothing(tmp_path):
    table = telco_csv(tmp_path / "telco.csv")
    for options in (dict(churned="nobody"), dict(churned="tenure"), dict(id="contract", churned="churned")):
        request = read_request(
            path=str(table), out=str(tmp_path / "o" / "r.html"), **{"id": "customer", "capacity": "5"} | options
        )
        with pytest.raises(Slip):
            make_report(request)
    assert not list((tmp_path / "o").iterdir())


def test_too_little_memory_is_said_in_a_sentence(tmp_path, monkeypatch):
    def full(*_):
        raise MemoryError

    monkeypatch.setattr(make, "read_table", full)
    request = read_request(path="huge.csv", out=str(tmp_path / "r.html"), churned="a", id="b", capacity="5")
    with pytest.raises(Slip, match=r"huge\.csv"):
        make_report(request)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_old_looks_are_listed_with_their_day_or_not_at_all_and_a_change_stands_on_top(tmp_path, lang):
    luck = np.random.default_rng(3)
    month, x = luck.integers(0, 12, 3_000), luck.normal(size=3_000)
    left = luck.random(3_000) < 1 / (1 + np.exp(np.where(month < 9, 3.0, 0.8) - 1.2 * x))
    looked = pd.Timestamp("2025-06-01") + pd.to_timedelta(30 * month, unit="D")
    table = pd.DataFrame({"id": np.arange(3_000), "seen": looked, "complaints": x.round(2), "left": left.astype(int)})
    table.to_csv(tmp_path / "looks.csv", index=False)
    options = dict(churned="left", id="id", observed_at="seen", capacity="100")
    last, (looked_at, changed) = looked.max(), {
        "en": ("looked at", "and {since} from then on"), "ja": ("データの日付", "それ以降は{since}人"),
    }[lang]  # fmt: skip
    for within, oldest in (("1 month", last - pd.DateOffset(months=1)), ("", looked.min())):
        _, page, rows, contest, parts = made(
            lang, tmp_path / "looks.csv", tmp_path / "r.html", within=within, **options
        )
        days = pd.to_datetime([row[looked_at] for row in rows])
        assert days.min() >= oldest
        assert (days.min() < last - pd.DateOffset(months=2)) == (within == "")
        assert list(days) == list(table.set_index("id")["seen"][[int(list(row.values())[1]) for row in rows]])
        words = text_of(page)
        assert changed.format(since=f"{100 * contest.happened.mean():.0f}") in words
        assert getattr(date_in_words(parts.judged_from), lang) in words
        day = days[0].date()
        assert (
            f"looked at {day.day} {day:%B %Y}" in words
            if lang == "en"
            else f"データの日付 {day.year}年{day.month}月{day.day}日" in words
        )
        assert [word for word in JARGON if re.search(word, words, re.IGNORECASE)] == []
