"""Who is a customer of today: a blank outcome of today's look, not one that nobody has ever filled in."""

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.contest.split import split
from mlcurric.report.contest.today import to_list
from mlcurric.report.contest.today_words import ALL_OVER
from mlcurric.report.reading.looks import OLD
from mlcurric.report.remark import Remark
from mlcurric.text import T
from tests.report.planted import customers_of, honest

LOOKS = pd.to_datetime(["2026-01-31", "2026-04-30", "2026-07-31", "2026-10-31"])


def listed(left, observed, ids=None, within=""):
    remarks = []
    groups = np.arange(len(left)) if ids is None else np.asarray(ids)
    rows, kind = to_list(pd.Series(left, dtype="boolean"), groups, observed, remarks, within)
    return rows, kind, remarks


def looks(each: int = 100) -> pd.Series:
    return pd.Series(np.repeat(LOOKS, each))


def test_blanks_of_early_looks_are_not_customers_of_today():
    luck = np.random.default_rng(1)
    left = [bool(each) for each in luck.random(300) < 0.2] + [None] * 100
    for row in range(0, 200, 10):
        left[row] = None
    rows, kind, remarks = listed(left, looks())
    assert kind == "not yet known"
    assert rows.tolist() == list(range(300, 400))
    assert [each.id for each in remarks] == ["never-filled-in"]
    assert "In 20 rows of looks before 31 October 2026" in remarks[0].says.en
    assert "20行" in remarks[0].says.ja
    assert "--blank-is" in remarks[0].for_maker.ja


def test_a_look_that_is_only_half_over_is_todays():
    left = [False] * 280 + [True] * 50 + [None] * 70
    rows, kind, remarks = listed(left, looks())
    assert (kind, rows.tolist(), remarks) == ("not yet known", list(range(330, 400)), [])


def test_blanks_at_random_on_single_days_are_nobody_of_today():
    luck = np.random.default_rng(2)
    left = [
        None if blank else bool(gone)
        for blank, gone in zip(luck.random(400) < 0.3, luck.random(400) < 0.2, strict=True)
    ]
    days = pd.Series(pd.Timestamp("2026-01-01") + pd.to_timedelta(np.arange(400), unit="D"))
    rows, kind, remarks = listed(left, days)
    assert kind == "here when last seen"
    assert all(left[row] is False for row in rows)
    assert [each.id for each in remarks] == ["never-filled-in", "seen-long-ago"]


def test_a_blank_of_whom_a_later_row_is_known_is_not_open():
    left = [False, True] * 50 + [None] + [False] * 49 + [None] * 50
    ids = [*range(50), *range(50), *range(100, 150), *range(200, 250)]
    ids[100] = 7
    observed = pd.Series(np.repeat(LOOKS[:3], [50, 50, 100]))
    rows, kind, _ = listed(left, observed, ids)
    assert kind == "not yet known"
    assert set(rows) == {100, *range(150, 200)}
    later = observed.copy()
    later[100] = LOOKS[0] - pd.Timedelta(days=1)
    rows, _, remarks = listed(left, later, ids)
    assert set(rows) == set(range(150, 200))
    assert remarks[0].id == "never-filled-in"


def test_who_left_once_and_is_there_at_the_last_look_has_come_back():
    left = [True] * 20 + [False] * 80 + [False] * 90 + [True] * 10
    observed = pd.Series(np.repeat(LOOKS[-2:], 100))
    rows, kind, remarks = listed(left, observed, [*range(100), *range(100)])
    assert (kind, rows.tolist()) == ("still here", list(range(100, 190)))
    assert [each.id for each in remarks] == ["there-again"]
    assert "20 customers left after one look" in remarks[0].says.en
    assert "顧客が20人います" in remarks[0].says.ja
    # Who leaves within a long time leaves after each of its looks.
    rows, _, remarks = listed([True] * 200, observed, [*range(100), *range(100)])
    assert (len(rows), remarks) == (0, [])


def test_where_nobody_says_which_row_is_the_last_whoever_left_is_gone():
    rows, _, remarks = listed([True, False, False, False], None, [1, 1, 2, 3])
    assert (rows.tolist(), remarks) == ([2, 3], [])


def test_without_days_every_blank_is_open():
    rows, kind, remarks = listed([True, False, None, None], None)
    assert (rows.tolist(), kind, remarks) == ([2, 3], "not yet known", [])


def test_who_was_last_seen_before_the_period_ended_is_not_still_here():
    left = [False] * 90 + [True] * 10
    observed = looks(25)
    rows, kind, remarks = listed(left, observed, within="3 months")
    # 31 July and three months is the day of the last look.
    assert (kind, rows.tolist()) == ("still here", list(range(50, 90)))
    assert [each.id for each in remarks] == ["long-ago"]
    assert "50 customers who stayed" in remarks[0].says.en
    assert "続けた顧客のうち50人" in remarks[0].says.ja
    assert "blank outcome" in remarks[0].way_out.en
    everybody, kind, remarks = listed(left, observed, within="1 year")
    assert (len(everybody), kind, remarks) == (90, "still here", [])


def test_without_a_period_old_looks_are_listed_and_told():
    left = [False] * 90 + [True] * 10
    rows, kind, remarks = listed(left, looks(25))
    assert (len(rows), kind) == (90, "here when last seen")
    assert [each.id for each in remarks] == ["seen-long-ago"]
    assert "75 were last looked at more than 45 days before 31 October 2026" in remarks[0].says.en
    assert "90人のうち75人" in remarks[0].says.ja
    assert remarks[0].weight == "danger"
    # Whoever reads the page can do it, so that it stands among what to do now.
    assert "CRM" in remarks[0].way_out.en
    assert "--within" in remarks[0].for_maker.ja
    near = pd.Series(LOOKS[0] + pd.to_timedelta(np.arange(100) // 4, unit="D"))
    assert listed(left, near)[1:] == ("still here", [])


def panel(months=12, people=600, unlabelled=1, reach=1, missed=0.0, seed=5, days=None):
    """Customers looked at every month until they leave, some of whom join late; the latest months have no outcome.

    Args:
        unlabelled: months whose outcome is blank.
        reach: whoever leaves in so many months after a look counts as churned there.
        missed: share of the looks of those who are there that are not in the table.
        days: of the month, on which each is looked at; by default the last for all.

    Returns:
        The table, and of each customer the month after whose look he leaves.
    """
    luck = np.random.default_rng(seed)
    joined = np.where(luck.random(people) < 0.8, 0, luck.integers(0, months, people))
    gone = joined + luck.geometric(0.07, people) - 1
    who, month = (each.ravel() for each in np.meshgrid(np.arange(people), np.arange(months), indexing="ij"))
    there = (joined[who] <= month) & (month <= gone[who]) & (luck.random(len(who)) >= missed)
    who, month = who[there], month[there]
    left = pd.Series(gone[who] < month + reach, dtype="boolean").mask(month >= months - unlabelled)
    day = pd.Series([pd.Timestamp("2025-11-30") + pd.offsets.MonthEnd(int(each)) for each in month])
    if days is not None:
        day = day.dt.to_period("M").dt.start_time + pd.to_timedelta(days[who], unit="D")
    return pd.DataFrame({"who": who, "month": month, "day": day, "left": left}), gone


def of_panel(table, within="", told_again=False):
    remarks = []
    rows, kind = to_list(table["left"], table["who"].to_numpy(), table["day"], remarks, within, told_again)
    return table.iloc[rows], kind, {each.id: each for each in remarks}


@pytest.mark.parametrize("within", ["", "1 month"])
def test_who_is_missing_from_the_last_look_of_a_panel_has_left_and_is_not_listed(within):
    """29 of 150 listed had no row in the last look, and had all left."""
    table, gone = panel(unlabelled=2)
    listed, kind, remarks = of_panel(table, within)
    assert kind == "not yet known"
    assert set(listed["who"]) == set(table.loc[table["month"] == 11, "who"])
    left = (gone[table.loc[table["month"] == 10, "who"]] == 10).sum()
    assert left >= 10
    assert list(remarks) == ["missing-from-last-look"]
    remark = remarks["missing-from-last-look"]
    assert (
        f"{left} customers whose last row has no known outcome were not looked at again by 31 October 2026"
        in remark.says.en
    )
    assert f"最後の行の結果がまだわからない顧客のうち{left}人は、表の最後の日付(2026年10月31日)までに" in remark.says.ja
    assert "add a row of each" in remark.way_out.en


def test_the_shortest_month_and_stray_days_are_looks_like_others():
    table, _ = panel(months=4, people=900, unlabelled=2)
    assert table["day"].max() == pd.Timestamp("2026-02-28")
    assert set(of_panel(table)[0]["who"]) == set(table.loc[table["month"] == 3, "who"])
    # Two customers are looked at once more.
    some = table[table["month"] == 3].iloc[:2]
    stray = pd.concat([table, some.assign(day=pd.Timestamp("2026-03-03"))], ignore_index=True)
    listed, _, remarks = of_panel(stray)
    assert set(listed["who"]) == set(table.loc[table["month"] == 3, "who"])
    assert list(remarks) == ["missing-from-last-look"]


def test_who_had_left_by_the_last_look_as_an_earlier_row_says_is_not_listed():
    """13 of the first 20 of a list had left in the three months after the look of July, as the table itself said."""
    table, gone = panel(months=15, unlabelled=3, reach=3)
    listed, _, remarks = of_panel(table, "3 months", told_again=True)
    assert set(listed["who"]) == set(table.loc[table["month"] == 14, "who"])
    left = len(set(table.loc[(table["month"] > 11) & (gone[table["who"]] < 14), "who"]))
    assert list(remarks) == ["had-left"], "nobody has come back"
    assert (
        f"{left} customers whose last row has no known outcome had left by 31 January 2027"
        in remarks["had-left"].says.en
    )
    assert (
        f"顧客のうち{left}人は、前の行によると、表の最後の日付(2027年1月31日)までに解約" in remarks["had-left"].says.ja
    )
    # Where nobody says how long they have, they are missing all the same.
    listed, _, remarks = of_panel(table, told_again=True)
    assert set(listed["who"]) == set(table.loc[table["month"] == 14, "who"])
    assert list(remarks) == ["missing-from-last-look"]


def test_who_left_by_an_earlier_row_whose_time_was_not_over_is_told():
    """The table was made a month after the last look: of the look three months before that it is known what came of it."""
    table, gone = panel(months=15, unlabelled=2, reach=3)
    last = table.loc[table["month"] == 14, "who"]
    unsure = int((gone[np.intersect1d(last, table.loc[table["month"] == 12, "who"])] == 14).sum())
    for within in ("3 months", ""):
        listed, _, remarks = of_panel(table, within, told_again=True)
        assert set(listed["who"]) == set(last)
        assert "there-again" not in remarks
        remark = remarks["may-have-left"]
        assert (
            f"Of the {len(last)} customers to choose from, {unsure} left by what an earlier row says" in remark.says.en
        )
        assert f"リストの対象{len(last)}人のうち{unsure}人は、前の行では解約" in remark.says.ja
        assert ("--within" in str(remark.for_maker)) == (not within)


def test_who_is_there_again_after_the_time_to_leave_has_come_back():
    day = pd.Series(np.repeat(LOOKS, 50))
    ids = [*range(50)] * 4
    left = [False] * 50 + [True] * 20 + [False] * 80 + [None] * 50
    for within, back in (("3 months", True), ("9 months", True), ("", True)):
        assert ("there-again" in [each.id for each in listed(left, day, ids, within)[2]]) == back
    # Of open outcomes alone it is not known, unless the time is over.
    left[100:150] = [None] * 50
    for within, back in (("3 months", True), ("6 months", True), ("9 months", False)):
        rows, _, remarks = listed(left, day, ids, within)
        assert ("there-again" in [each.id for each in remarks]) == back
        assert len(rows) == 50
        assert ("may-have-left" in [each.id for each in remarks]) == (not back)


def test_who_has_a_day_of_his_own_is_missing_once_everybody_would_have_been_looked_at_again():
    luck = np.random.default_rng(7)
    table, gone = panel(people=1_500, unlabelled=3, days=luck.integers(0, 28, 1_500))
    listed, _, remarks = of_panel(table, "1 month")
    assert set(table.loc[table["month"] == 11, "who"]) <= set(listed["who"])
    left = table[(table["month"] == 9) & (gone[table["who"]] == 9)]
    assert not set(left["who"]) & set(listed["who"])
    assert list(remarks) == ["missing-from-last-look"]


@pytest.mark.parametrize("missed", [0.1, 0.5])
def test_where_not_everybody_stands_in_each_look_nobody_is_taken_to_be_gone_and_it_is_told(missed):
    table, _ = panel(people=1_500, unlabelled=2, missed=missed)
    listed, _, remarks = of_panel(table)
    at_last = set(table.loc[table["month"] == 11, "who"])
    assert set(listed["who"]) == set(table.loc[table["month"] >= 10, "who"]) > at_last
    assert list(remarks) == ["may-be-missing"]
    n = len(listed) - len(at_last)
    says = remarks["may-be-missing"].says
    assert (
        f"{n} were not looked at again by 31 October 2026 (the earliest was last looked at on 30 September 2026)"
        in says.en
    )
    assert (
        f"リストの対象{len(listed):,}人のうち{n}人は、表の最後の日付(2026年10月31日)までに新しい行がありません"
        in says.ja
    )
    assert "CRM" in remarks["may-be-missing"].way_out.ja


def test_a_last_look_at_only_some_says_nothing_of_the_others():
    table, _ = panel(unlabelled=3)
    partly = table[(table["month"] < 11) | (table["who"] % 3 == 0)].reset_index(drop=True)
    listed, _, remarks = of_panel(partly)
    assert set(listed["who"]) >= set(table.loc[table["month"] == 10, "who"])
    assert remarks["may-be-missing"].weight == "danger"


def one_row_each():
    luck = np.random.default_rng(8)
    day = pd.Series(pd.Timestamp("2026-01-01") + pd.to_timedelta(np.sort(luck.integers(0, 300, 3_000)), unit="D"))
    left = pd.Series(luck.random(3_000) < 0.2, dtype="boolean").mask(day >= "2026-08-01")
    return left, day


@pytest.mark.parametrize("within", ["", "6 months"])
def test_of_customers_with_one_row_each_everybody_who_is_open_is_listed(within):
    left, day = one_row_each()
    rows, _, remarks = listed(left, day, within=within)
    assert (len(rows), remarks) == (left.isna().sum(), [])


def test_whose_time_was_over_by_the_last_look_is_not_listed_and_it_is_told():
    """13 of a list of 44 had had their two months by the last look: their blanks said that nobody had filled them in."""
    left, day = one_row_each()
    rows, kind, remarks = listed(left, day, within="1 month")
    over = left.isna() & (day + pd.DateOffset(months=1) <= day.max())
    assert kind == "not yet known"
    assert set(rows) == set(np.flatnonzero(left.isna() & ~over))
    assert [each.id for each in remarks] == ["outcome-overdue"]
    assert f"Of {over.sum()} customers the outcome is blank, though 1 month had passed" in remarks[0].says.en
    assert (
        f"結果が空欄の顧客のうち{over.sum()}人は、表の最後の日付(2026年10月27日)までに、データの日付から1か月"
        in remarks[0].says.ja
    )
    assert "add a row of each" in remarks[0].way_out.en
    # Where hardly anybody would be left, all of them are listed.
    few = day.where(left.notna(), pd.Timestamp("2026-09-01"))
    few.iloc[-9:] = day.max()
    rows, _, remarks = listed(left, few, within="1 month")
    assert (len(rows), remarks) == (left.isna().sum(), [])


@pytest.mark.parametrize(
    ("today", "n"), [("2026-09-15", 0), ("2026-09-30", 300), ("2026-10-02", 400), ("2026-10-30", 600), ("2026-11-23", 600)]
)  # fmt: skip
def test_whose_time_is_over_on_the_day_of_the_page_is_not_listed_or_the_table_is_too_old(today, n):
    """For all 86 of a list the month was over, and nothing on top of the page said so. Of another list three were not to be
    contacted, and stood in its file as “contact”."""
    day = pd.Series(np.repeat(pd.to_datetime(["2026-06-30", "2026-07-31", "2026-08-30", "2026-09-29"]), 300))
    day[900:1_000] = pd.Timestamp("2026-09-01")
    left = pd.Series(np.arange(1_200) % 5 == 0, dtype="boolean").mask(day >= "2026-08-01")
    remarks = []
    rows, _ = to_list(left, np.arange(1_200), day, remarks, "1 month", today=pd.Timestamp(today).date())
    assert rows.tolist() == list(range(900 if n == 300 else 600, 1_200))
    found = {each.id: each for each in remarks}
    id = ALL_OVER if n > 300 else "time-over"
    assert set(found) == ({id} if n else set())
    if not n:
        return
    over = found[id]
    # Whoever may not be contacted stands on top of the page; whoever is not on the list need not.
    assert over.weight == ("danger" if n > 300 else "warn")
    if n == 600:
        assert "All 600 customers to choose from were looked at 1 month or more before" in over.says.en
        assert "リストの対象600人は全員" in over.says.ja
    elif n == 400:
        assert "Of the 600 customers to choose from, 400 were looked at 1 month or more before 2 Oct" in over.says.en
        assert "リストの対象600人のうち400人は" in over.says.ja
    else:
        assert (
            "Of 600 customers whose outcome is not known yet, 300 were looked at 1 month or more before 30"
            in over.says.en
        )
        assert "They were not listed" in over.says.en
        assert (
            "600人のうち300人は、このページを作った2026年9月30日の時点で、データの日付から1か月が過ぎています"
            in over.says.ja
        )
    assert ("新しい表で作り直し" in over.way_out.ja) == (n > 300)


@pytest.mark.parametrize(("today", "over"), [("2026-09-17", False), ("2026-10-17", False), ("2026-10-18", True)])
def test_a_list_of_those_who_stayed_is_of_the_time_after_that(today, over):
    """Two months after the last look “Contact 100 customers” stood over “the table is old”; one month after it nothing else can be."""
    day = pd.Series(np.repeat(pd.to_datetime(["2026-07-18", "2026-08-18"]), 300))
    left, remarks = pd.Series(np.arange(600) % 5 == 0, dtype="boolean"), []
    rows, kind = to_list(left, np.arange(600), day, remarks, "1 month", today=pd.Timestamp(today).date())
    assert kind == "still here"
    assert len(rows)
    told = [each for each in remarks if each.id == ALL_OVER]
    assert len(told) == over
    if over:
        assert "the time after that, of which a list would be, was over by 18 October 2026" in told[0].says.en
        assert "リストが見込むその次の1か月も、このページを作った2026年10月18日までに過ぎています" in told[0].says.ja


@pytest.mark.parametrize(("today", "n"), [("2026-11-08", 0), ("2026-11-23", 261), ("2026-11-25", 270)])
def test_a_list_of_those_who_stayed_is_too_old_once_the_time_of_most_of_them_is_over(today, n):
    """Looks of each day until 26 September: of 80 listed the thirty days after the known ones were over for nearly all."""
    days = pd.Series(pd.Timestamp("2026-08-27") + pd.to_timedelta(np.arange(300) // 10, unit="D"))
    left, remarks = pd.Series(np.arange(300) % 10 == 0, dtype="boolean"), []
    to_list(left, np.arange(300), days, remarks, "30 days", today=pd.Timestamp(today).date())
    told = [each for each in remarks if each.id == ALL_OVER]
    assert len(told) == (n > 0)
    if n == 261:
        assert "For 261 of them this time, too, was over by 23 November 2026" in told[0].says.en
        assert "the 270 customers to choose from stayed for 30 days after their look" in told[0].says.en
        assert "リストの対象270人について、データの日付から30日は続けたとわかっていて" in told[0].says.ja
        assert "このうち261人は、このページを作った2026年11月23日までに、その期間も過ぎています" in told[0].says.ja
    elif n:
        assert "The latest look in this table is of 25 September 2026" in told[0].says.en


def test_of_a_table_that_is_old_as_a_whole_it_is_said_once():
    table, left = honest(600, 0.3, 5)
    observed = np.repeat(pd.to_datetime(["2025-12-31", "2026-01-31", "2026-02-28"]), 200)
    people = customers_of(table, left.astype(object), observed=observed)
    people.left[400:] = None
    assert ALL_OVER in {each.id for each in split(people, "1 month").remarks}
    people.remarks = (Remark(OLD, T("old", "古い")),)
    assert ALL_OVER not in {each.id for each in split(people, "1 month").remarks}
