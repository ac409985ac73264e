"""Whether the column of --observed-at says when a row was looked at, or something of the customer's own."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.command import typed_option
from mlcurric.report.contest.split import split
from mlcurric.report.options import read_request
from mlcurric.report.reading.customers import read_customers
from mlcurric.report.reading.table import RawTable
from mlcurric.report.remark import Weight
from mlcurric.subject.typed import Slip

N = 400


def read(days, name, ids=None, cells=None):
    frame = pd.DataFrame(
        {
            "id": ids or [f"K{n:03d}" for n in range(N)],
            "left": ["yes"] * 60 + ["no"] * (N - 60),
            "seats": [str(n % 90) for n in range(N)],
            name: cells or [str(day.date()) for day in days],
        }
    )
    request = read_request(path="a.csv", churned="left", id="id", capacity="9", out="r.html", observed_at=name)
    return read_customers(RawTable(frame.astype("str"), np.arange(N) + 2, "a.csv"), request)


@pytest.mark.parametrize("shape", ["{}", "{}.0", "{}.4375"])
def test_days_as_excel_counts_them_are_read_and_told(shape):
    """46187 in a CSV was refused as “no days”."""
    numbers = [shape.format(46_000 + n % 4 * 30) for n in range(N)]
    customers = read((), "seen", cells=numbers)
    assert customers.observed.min() == pd.Timestamp("2025-12-09")
    (remark,) = (each for each in customers.remarks if each.id == "serial-days")
    assert f"“{numbers[0]}” is 9 December 2025" in remark.says.en
    assert f"「{numbers[0]}」は2025年12月9日" in remark.says.ja
    with pytest.raises(Slip):
        read((), "seen", cells=["12", *numbers[1:]])


def test_where_the_look_is_counted_as_excel_does_so_are_other_days_and_it_is_told():
    """“key_day 46,097 or more” was a rule: the day lay after the look of whoever left."""
    frame = pd.DataFrame(
        {
            "id": [f"K{n:03d}" for n in range(N)],
            "left": ["yes"] * 60 + ["no"] * (N - 60),
            "seen": [str(46_000 + n % 4 * 30) for n in range(N)],
            "鍵の日": [str(45_900 + n % 50) if n % 9 else "" for n in range(N)],
            "joined_date": [str(44_000 + n) for n in range(N)],
            "fee": [str(45_000 + n % 90) for n in range(N)],
            "days_used": [str(n % 70) for n in range(N)],
        }
    )

    def reading(look):
        request = read_request(path="a.csv", churned="left", id="id", capacity="9", out="r.html", observed_at=look)
        return read_customers(RawTable(frame.astype("str"), np.arange(N) + 2, "a.csv"), request)

    customers = reading("seen")
    kinds = {name: read.kind.name for name, read in customers.columns.items()}
    assert kinds == {"鍵の日": "DAY", "joined_date": "DAY", "fee": "NUMBER", "days_used": "NUMBER"}
    assert customers.columns["joined_date"].values.min() == pd.Timestamp("2020-06-18")
    (remark,) = (each for each in customers.remarks if each.id == "serial-days")
    assert remark.says.en.endswith("Read so, too: “鍵の日”, “joined_date”.")
    assert remark.says.ja.endswith("「鍵の日」、「joined_date」も、同じように日付に直しました。")
    assert {read.kind.name for read in reading(None).columns.values()} == {"NUMBER"}


def told(customers):
    return next((remark for remark in customers.remarks if remark.id == "own-days"), None)


YEARS = pd.to_datetime("2019-05-05") + pd.to_timedelta(np.arange(N) * 6, unit="D")
WEEKS = pd.to_datetime("2026-01-05") + pd.to_timedelta(np.arange(N) // 4, unit="D")
MONTHS = pd.to_datetime(["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"] * (N // 4))


@pytest.mark.parametrize(
    "name", ["契約日", "契約開始日", "入会日", "登録日", "最終ログイン日", "signup_date", "Start Date", "created_at"]
)
@pytest.mark.parametrize("days", [YEARS, WEEKS])
def test_a_day_of_the_customers_own_is_no_day_of_looking(name, days):
    customers = read(days, name)
    assert customers.observed is None
    assert name in customers.columns, "it may be learned from like any other day"
    assert told(customers).weight is Weight.DANGER


def test_days_over_years_under_a_heading_that_says_nothing_are_believed_and_told():
    customers = read(YEARS, "日付")
    assert customers.observed is not None
    assert told(customers).weight is Weight.DANGER
    assert "2019年5月5日から" in told(customers).says.ja


@pytest.mark.parametrize(
    ("days", "name"),
    [(WEEKS, "日付"), (YEARS, "基準日"), (WEEKS, "観測日"), (MONTHS, "登録日"), (YEARS, "snapshot started")],
)
def test_days_of_looking_are_believed(days, name):
    customers = read(days, name)
    assert customers.observed is not None
    assert told(customers) is None


def test_a_start_that_stands_in_many_rows_of_each_customer_is_believed():
    customers = read(YEARS, "登録日", ids=[f"K{n // 4}" for n in range(N)])
    assert customers.observed is not None


def unnamed(name, days=MONTHS, **more):
    frame = pd.DataFrame(
        {
            "id": [f"K{n:03d}" for n in range(N)],
            "left": ["yes"] * 60 + ["no"] * (N - 60),
            "seats": [str(n % 90) for n in range(N)],
            name: [str(day.date()) for day in days],
        }
    )
    request = read_request(path="a.csv", churned="left", id="id", capacity="9", out="r.html", **more)
    customers = read_customers(RawTable(frame.astype("str"), np.arange(N) + 2, "a.csv"), request)
    return customers, next((remark for remark in customers.remarks if remark.id == "look-column"), None)


@pytest.mark.parametrize(
    "name", ["基準日", "観測日", "集計日", "対象月", "snapshot_date", "As of", "observed", "report date"]
)
def test_a_look_that_nobody_has_named_is_proposed_and_not_learned_from(name):
    customers, remark = unnamed(name)
    assert name not in customers.columns
    assert "was looked at" in customers.aside[name].en
    assert remark.columns == (name,)
    option = typed_option("--observed-at", name)
    assert option in remark.for_maker.en
    assert option in remark.for_maker.ja
    assert customers.observed is None


@pytest.mark.parametrize("name", ["契約年月", "入会日", "first observed", "renewal date"])
def test_a_day_of_the_customers_own_is_learned_from_and_not_proposed(name):
    customers, remark = unnamed(name)
    assert name in customers.columns
    assert remark is None


def test_a_look_that_differs_for_everybody_or_is_kept_or_is_named_is_not_proposed():
    assert unnamed("基準日", YEARS)[1] is None
    for more in ({"keep": ("基準日",)}, {"drop": ("基準日",)}, {"observed_at": "基準日"}):
        assert unnamed("基準日", **more)[1] is None
    assert "基準日" in unnamed("基準日", keep=("基準日",))[0].columns


def looked(first):
    """Everybody was looked at on this day or in one of the eight months before."""
    days = [pd.Timestamp(first) - pd.DateOffset(months=n % 9) for n in range(N)]
    frame = pd.DataFrame({"id": [f"K{n:03d}" for n in range(N)], "left": ["yes"] * 60 + ["no"] * (N - 60)})
    frame["seats"], frame["seen"] = [str(n % 90) for n in range(N)], [str(day.date()) for day in days]
    request = read_request(path="a.csv", churned="left", id="id", capacity="9", out="r.html", observed_at="seen")
    raw = RawTable(frame.astype("str"), np.arange(N) + 2, "a.csv")
    return {each.id: each for each in read_customers(raw, request, date(2026, 11, 23)).remarks}


def test_days_to_come_and_days_long_gone_are_told_and_the_way_out():
    ahead = looked("2027-02-01")["looks-ahead"]
    assert ahead.weight is Weight.DANGER
    assert "2027年2月1日" in ahead.says.ja
    old = looked("2026-04-01")["looks-old"]
    # The list would send somebody to customers of long ago: it is said first, on top of the page.
    assert old.weight == Weight.DANGER
    assert "months old" in old.way_out.en
    assert "か月前のものです" in old.way_out.ja
    assert "7 months ago" in old.says.en
    assert "7か月前" in old.says.ja
    assert ahead.way_out
    assert old.way_out
    assert "2 years ago" in looked("2024-05-01")["looks-old"].says.en
    assert not {"looks-ahead", "looks-old"} & set(looked("2026-10-31"))


ENGLISH = [f"{13 + n % 16}/06/2026" for n in range(N)]
ISO = [f"2026-06-{13 + n % 16}" for n in range(N)]


@pytest.mark.parametrize(
    ("most", "one", "id"),
    [(ENGLISH, "13/05/2026", None), (ENGLISH, "07/23/2025", "doubtful-days"), (ISO, "08/4/1", "doubtful-days"), (ISO, "2008-04-01", None)],
)  # fmt: skip
def test_days_in_two_orders_and_short_years_beside_long_ones_are_told(most, one, id):
    customers = read([], "seen", cells=[*most[20:], *[one] * 20])
    found = next((remark for remark in customers.remarks if remark.id.startswith("doubtful")), None)
    assert (found and found.id) == id
    if found:
        assert one in found.says.en
        assert one in found.says.ja


def monthly(within="1 month", today=date(2026, 11, 23), last="2026-10-31"):
    """Everybody was looked at at the end of four months; one of seven left after each, of the last look so far only some."""
    ends = [pd.Timestamp(last) + pd.offsets.MonthEnd(-back) for back in (3, 2, 1, 0)]
    rows = [
        (f"K{n:03d}", "yes" if (n + at) % (7 if at < 3 else 20) == 0 else "no", str(n % 90), str(end.date()))
        for at, end in enumerate(ends)
        for n in range(N)
    ]
    frame = pd.DataFrame(rows, columns=["id", "left", "seats", "seen"])
    request = read_request(
        path="a.csv", churned="left", id="id", capacity="9", out="r.html", observed_at="seen", within=within
    )
    customers = read_customers(RawTable(frame.astype("str"), np.arange(4 * N) + 2, "a.csv"), request, today)
    return customers, next((each for each in customers.remarks if each.id == "time-running"), None)


def test_of_looks_whose_time_is_not_over_today_nothing_is_known_yet():
    """The unfinished month alone judged, and “ask what changed” was said of it."""
    customers, remark = monthly()
    last = customers.observed == pd.Timestamp("2026-10-31")
    assert customers.left[last].isna().all()
    # Twenty of them have left already: without the stayers they would make too high a share, and they are not there to be listed.
    assert last.sum() == N - 20
    assert customers.left[~last].notna().all()
    assert (~last).sum() == 3 * N
    assert (
        "400 rows were looked at from 31 October 2026 on, less than 1 month before 23 November 2026" in remark.says.en
    )
    assert "20 rows of customers who have left already" in remark.says.en
    assert (
        "データの日付が2026年10月31日以降の400行は、このページを作った2026年11月23日の時点で、その日付からまだ1か月たっていません"
        in remark.says.ja
    )
    assert "is 1 month from 23 November 2026 on, not the rest of that time" in remark.says.en
    assert "残りの期間ではなく、2026年11月23日から1か月の間の解約です" in remark.says.ja
    # Of thirty days 23 are over, and all of them have stayed so long.
    assert customers.stayed[last] == pytest.approx(23 / 30)
    assert not customers.stayed[~last].any()
    parted = split(customers, "1 month")
    assert parted.listed_kind == "not yet known"
    assert set(parted.today) == set(np.flatnonzero(last))
    assert not {"time-not-run-out", "leaving-changed"} & {each.id for each in parted.remarks}


def test_who_has_left_after_the_last_look_is_not_there_as_he_was_before_it():
    """41 had left after the last look by their own rows, which were taken out; then they “had no row on the last day”."""
    customers, remark = monthly("2 months")
    n = customers.ids.str[1:].astype(int)
    september, october = (customers.observed == pd.Timestamp(day) for day in ("2026-09-30", "2026-10-31"))
    gone = {each for each in range(N) if (each + 3) % 20 == 0}
    back = {each for each in range(N) if (each + 2) % 7 == 0} - gone
    assert set(n[october]) == set(range(N)) - gone, "whoever left before and is there again has come back"
    assert set(n[september]) == set(range(N)) - gone - back
    out = 2 * len(gone) + len(back)
    assert f"the {out} rows of customers who have left already" in remark.says.en
    assert f"すでに解約した人の{out}行" in remark.says.ja
    parted = split(customers, "2 months")
    assert set(parted.today) == set(np.flatnonzero(october))
    assert "missing-from-last-look" not in {each.id for each in parted.remarks}


@pytest.mark.parametrize(
    "more",
    [
        {"today": date(2026, 11, 30)},
        {"within": None},
        # Days that lie ahead are wrong themselves.
        {"last": "2026-12-31"},
    ],
)
def test_looks_whose_time_is_over_or_of_which_nobody_says_how_long_it_takes_are_known(more):
    customers, remark = monthly(**more)
    assert remark is None
    assert customers.stayed is None
    assert len(customers.left) == 4 * N
    assert customers.left.notna().all()


def test_where_hardly_any_time_is_over_it_is_said_why_too_little_is_known():
    with pytest.raises(Slip) as slip:
        monthly(within="6 months")
    assert "less than 6 months before 23 November 2026" in slip.value.says[1].en
    assert "6か月たっていない" in slip.value.says[1].ja
