"""Later rows judge, whole days together; whoever is listed stands there once."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.contest.split import split
from mlcurric.report.reading.looks import about_look_columns
from mlcurric.subject.product.dates import date_in_words
from mlcurric.subject.typed import Slip
from tests.report.planted import customers_of, honest, joining, monthly_looks


def days(start: str, offsets) -> pd.Series:
    return pd.Series(pd.to_datetime(start) + pd.to_timedelta(np.asarray(offsets), unit="D"))


def ids_of(remarks) -> set[str]:
    return {one.id for one in remarks}


def test_later_days_judge_and_no_day_is_cut():
    table, left = honest(2_000, 0.2, 0)
    observed = days("2026-01-01", np.random.default_rng(0).integers(0, 40, 2_000))
    found = split(customers_of(table, left, observed=observed))
    assert found.by_date
    assert observed[found.learn].max() < observed[found.judge].min()
    assert observed[found.judge].min().date() == found.judged_from
    assert 0.25 < len(found.judge) / 2_000 < 0.35
    assert len(found.learn) + len(found.judge) == 2_000
    assert found.listed_kind == "still here"
    assert not left[found.today].any()
    assert len(found.today) == (~left).sum()


def test_hours_of_a_day_stay_together():
    table, left = honest(600, 0.3, 1)
    observed = days("2026-01-01", np.arange(600) // 200) + pd.to_timedelta(np.arange(600) % 24, unit="h")
    found = split(customers_of(table, left, observed=observed))
    assert set(observed[found.learn].dt.date).isdisjoint(observed[found.judge].dt.date)


def test_an_earlier_day_is_taken_where_the_late_ones_have_too_few_leavers():
    table, _ = honest(1_000, 0.2, 2)
    left = np.arange(1_000) % 10 == 0
    left[600:] = False
    left[[700, 800, 900]] = True
    found = split(customers_of(table, left, observed=days("2026-01-01", np.arange(1_000) // 100)))
    assert left[found.judge].sum() >= 10
    assert found.by_date
    assert "time-not-run-out" in ids_of(found.remarks)
    remark = next(one for one in found.remarks if one.id == "time-not-run-out")
    assert " January 2026" in remark.says.en
    assert "2026年1月" in remark.says.ja


def test_steady_looks_are_not_suspected():
    for seed in range(20):
        luck = np.random.default_rng(seed)
        left = luck.random(3_000) < 0.08
        table = pd.DataFrame({"x": luck.normal(size=3_000)})
        found = split(customers_of(table, left, observed=days("2026-01-01", luck.integers(0, 12, 3_000) * 30)))
        # Nobody says how long they have to leave, and some were looked at long ago: nothing else is told.
        assert ids_of(found.remarks) == {"seen-long-ago"}
        assert found.changed is None


def test_without_a_day_or_with_one_day_the_lot_decides_and_it_is_told():
    table, left = honest(1_000, 0.1, 3)
    for observed, told in ((None, "no-day"), (days("2026-04-01", np.zeros(1_000)), "one-day")):
        found = split(customers_of(table, left, observed=observed))
        again = split(customers_of(table, left, observed=observed))
        assert not found.by_date
        assert found.judged_from is None
        assert ids_of(found.remarks) == {told}
        assert len(found.judge) == 300
        assert abs(left[found.judge].mean() - 0.1) < 0.005
        assert (found.judge == again.judge).all()
        assert np.intersect1d(found.judge, found.learn).size == 0


def test_of_a_column_that_reads_like_the_day_of_the_look_one_warning_speaks_and_not_two():
    """The second one said “where there is none, add it”, of a day that the first one had found."""
    table, left = honest(1_000, 0.1, 3)
    customers = customers_of(table, left)
    customers.remarks = (about_look_columns(["基準日"]),)
    assert not ids_of(split(customers).remarks)
    (told,) = customers.remarks
    assert "picked at random, not on later ones: next month may differ" in told.says.en
    assert "あとの時期の行ではなく、無作為に選んだ行で確かめました。来月も同じとは限りません" in told.says.ja


def test_a_customer_in_several_rows_stands_on_one_side():
    table, left = honest(900, 0.3, 4)
    ids = np.repeat([f"c{n}" for n in range(300)], 3)
    found = split(customers_of(table, left, ids=ids))
    assert set(ids[found.learn]).isdisjoint(ids[found.judge])
    assert "several-rows-a-customer" in ids_of(found.remarks)
    gone = set(ids[left])
    assert len(set(ids[found.today])) == len(found.today)
    assert not gone & set(ids[found.today])


def test_who_is_not_known_yet_is_listed_by_the_latest_row_only():
    table, left = honest(1_200, 0.3, 5)
    outcome = left.astype(object)
    outcome[800:] = None
    ids = np.tile([f"c{n}" for n in range(400)], 3)
    observed = days("2026-01-01", np.arange(1_200) // 100 * 30)
    found = split(customers_of(table, outcome, ids=ids, observed=observed), "1 month")
    assert found.listed_kind == "not yet known"
    # Of the looks of August and September the month was over by the last look, and nobody has filled in what came of it.
    assert (found.today == np.arange(1_000, 1_200)).all()
    assert max(found.learn) < min(found.judge) < max(found.judge) < 800
    assert {"seen-before", "outcome-overdue"} <= ids_of(found.remarks)
    found = split(customers_of(table, outcome, ids=ids, observed=observed))
    assert (found.today == np.arange(800, 1_200)).all()


def test_rows_without_a_day_are_told_and_not_used():
    table, left = honest(1_000, 0.3, 6)
    observed = days("2026-01-01", np.arange(1_000) // 50)
    observed[:30] = pd.NaT
    found = split(customers_of(table, left, observed=observed))
    assert "undated-rows" in ids_of(found.remarks)
    assert min(found.learn) == 30


def test_thirty_leavers_are_shared_out_so_that_ten_judge():
    left = np.arange(300) < 30
    found = split(customers_of(pd.DataFrame({"x": np.arange(300.0)}), left))
    assert left[found.judge].sum() >= 10
    assert left[found.learn].sum() >= 15


def test_nine_leavers_are_too_few():
    with pytest.raises(ValueError, match="Fewer than ten"):
        split(customers_of(pd.DataFrame({"x": np.arange(300.0)}), np.arange(300) < 9))


def monthly(rows: int, months: int, seed: int):
    luck = np.random.default_rng(seed)
    observed = pd.Series(pd.Timestamp("2025-01-01") + pd.to_timedelta(30 * luck.integers(0, months, rows), unit="D"))
    return pd.DataFrame({"x": luck.normal(size=rows)}), observed, luck.random(rows)


def test_nothing_is_learned_from_looks_whose_time_was_not_over_when_judging_began():
    table, observed, chance = monthly(4_000, 18, 1)
    customers = customers_of(table, chance < 0.2, observed=observed)
    for within, months in (("1 month", 1), ("3か月", 3), ("within 6 months", 6)):
        found = split(customers, within)
        first = observed[found.judge].min()
        assert first.date() == found.judged_from
        assert (observed[found.learn] + pd.DateOffset(months=months) <= first).all()
        told = next(one for one in found.remarks if one.id == "not-over-yet")
        between = 4_000 - len(found.learn) - len(found.judge)
        assert between > 0
        assert f"{between:,} rows were looked at less than {months} month" in told.says.en
        assert f"{months}か月以内の行が{between:,}行" in told.says.ja
        assert 0.2 < len(found.judge) / (len(found.judge) + len(found.learn)) < 0.4
    # Everybody is looked at once: without a period nobody stands on both sides, and all rows are used.
    open_ended = split(customers)
    assert len(open_ended.learn) + len(open_ended.judge) == 4_000


def told(found, which: str):
    return next((one for one in found.remarks if one.id == which), None)


def test_of_customers_looked_at_again_and_again_each_judges_once_by_the_first_look():
    customers, _ = monthly_looks(1)
    found = split(customers, "3 months")
    who, day = customers.customer, customers.observed
    first = pd.Timestamp(found.judged_from)
    there = pd.Series(who[day >= first]).unique()
    assert found.once
    assert sorted(who[found.judge]) == sorted(there)
    assert (
        day[found.judge] == pd.Series(day[day >= first]).groupby(who[day >= first]).min()[who[found.judge]].values
    ).all()
    assert (day[found.learn] + pd.DateOffset(months=3) <= first).all()
    assert set(who[found.judge]) & set(who[found.learn])
    assert told(found, "seen-before")
    assert told(found, "parted-by-lot") is None


@pytest.mark.parametrize(("within", "window"), [("", 3), ("1 month", 4), ("2か月", 6), ("3 years", 3)])
def test_where_nobody_knows_when_an_outcome_was_known_other_customers_judge(within, window):
    customers, _ = monthly_looks(2, 600, window=window)
    found = split(customers, within)
    who, day = customers.customer, customers.observed
    assert not set(who[found.judge]) & set(who[found.learn])
    assert len(set(who[found.judge])) == len(found.judge)
    assert day[found.learn].max() < day[found.judge].min()
    remark = told(found, "parted-by-lot")
    assert "half of them, picked at random" in remark.says.en
    assert "無作為に選んだ半分の顧客" in remark.says.ja
    assert date_in_words(found.judged_from).ja in remark.says.ja
    assert ("--within" in str(remark.for_maker)) == (not within)
    again = split(customers, within)
    assert (found.judge == again.judge).all()


def test_a_period_after_which_those_who_left_are_seen_is_told_to_be_too_short():
    customers, _ = monthly_looks(3, 600, window=4)
    remark = told(split(customers, "2 months"), "seen-after")
    assert remark.weight == "danger"
    assert "left within 2 months stand in a row of a later day" in remark.says.en
    assert "2か月以内に解約したとされる顧客" in remark.says.ja
    assert told(split(customers, "4 months"), "seen-after") is None
    # Who has come back is seen after the period too; there the period is right.
    luck = np.random.default_rng(3)
    back = customers_of(
        pd.DataFrame({"x": luck.normal(size=4_000)}),
        luck.random(4_000) < 0.3,
        ids=np.tile(np.arange(500), 8).astype(str),
        observed=days("2026-01-01", np.arange(4_000) // 500 * 30),
    )
    assert ids_of(split(back, "1 month").remarks) & {"seen-after", "parted-by-lot"} == set()


def test_where_an_outcome_is_over_by_the_next_look_nobody_has_to_be_left_out():
    customers, _ = monthly_looks(4, 900, window=1)
    found = split(customers)
    who = customers.customer
    assert told(found, "parted-by-lot") is None
    assert set(who[found.judge]) & set(who[found.learn])
    assert found.once
    # Too few leave in any one month: then looks judge, each a trial of its own, and they are called so.
    few, _ = monthly_looks(4, 100, window=1, often=(0.03, 0.04))
    found = split(few, "1 month")
    assert found.by_date
    assert not found.once


def test_where_few_are_looked_at_again_they_do_not_learn_and_everybody_judges():
    table, left = honest(2_000, 0.3, 8)
    ids = np.arange(2_000)
    ids[1_940:] = np.arange(60)
    left = left | (ids < 60)
    observed = days("2026-01-01", np.arange(2_000) // 50)
    customers = customers_of(table, left, ids=ids.astype(str), observed=observed)
    found = split(customers)
    assert not set(ids[found.learn]) & set(range(60))
    assert len(found.learn) + len(found.judge) == 2_000 - 60
    assert told(found, "parted-by-lot") is None
    assert told(found, "seen-before") is None


def test_too_few_customers_in_many_looks_are_said_to_be_too_few():
    luck = np.random.default_rng(9)
    ids = np.repeat(np.arange(40), 10)
    left = ids < 6
    with pytest.raises(Slip, match="6 of 40 left"):
        split(customers_of(pd.DataFrame({"x": luck.normal(size=400)}), left, ids=ids.astype(str)))


def test_a_table_that_reaches_over_less_than_the_period_is_cut_all_the_same_and_it_is_told():
    table, observed, chance = monthly(2_000, 4, 2)
    found = split(customers_of(table, chance < 0.2, observed=observed), "1 year")
    assert found.by_date
    assert "too-short" in ids_of(found.remarks)
    assert "not-over-yet" not in ids_of(found.remarks)


@pytest.mark.parametrize(
    ("before", "since", "weight"), [(0.08, 0.29, "danger"), (0.3, 0.18, "danger"), (0.2, 0.27, "warn")]
)
def test_that_more_or_fewer_leave_than_before_is_told(before, since, weight):
    table, observed, chance = monthly(12_000, 10, 3)
    left = chance < np.where(observed < "2025-07-15", before, since)
    found = split(customers_of(table, left, observed=observed), "1 month")
    told = next(one for one in found.remarks if one.id == "leaving-changed")
    assert told.weight == weight
    later = observed >= pd.Timestamp(found.judged_from)
    assert found.changed == pytest.approx((left[~later].mean(), left[later].mean()))
    assert date_in_words(found.judged_from).ja in told.says.ja
    assert date_in_words(found.judged_from).en in told.way_out.en
    assert (
        f"{100 * left[later].mean():.0f}人です。解約が{'増' if since > before else '減'}えて"
        in told.says.ja.replace("減って", "減えて")
    )


def test_that_fewer_left_whose_time_is_not_over_is_no_change():
    table, observed, chance = monthly(6_000, 10, 4)
    left = chance < np.where(observed < "2025-08-01", 0.2, 0.02)
    found = split(customers_of(table, left, observed=observed))
    assert "time-not-run-out" in ids_of(found.remarks)
    assert "leaving-changed" not in ids_of(found.remarks)


@pytest.mark.parametrize(("within", "window"), [("", 3), ("3 months", 3), ("1 month", 1)])
def test_that_newcomers_leave_more_often_is_no_change_in_time(within, window):
    """Each customer's first look is of newcomers mostly, or mostly of none; of all looks as many leave early as late."""
    for seed in range(5):
        found = split(joining(seed, window=window), within)
        assert found.changed is None
        assert "leaving-changed" not in ids_of(found.remarks)


@pytest.mark.parametrize(("within", "window"), [("", 3), ("3 months", 3), ("1 month", 1)])
@pytest.mark.parametrize(("times", "word"), [(2.5, "増えて"), (0.6, "減って")])
def test_of_customers_looked_at_again_and_again_all_looks_tell_that_leaving_changed(within, window, times, word):
    customers = joining(7, 120, window=window, since=19, times=times)
    found = split(customers, within)
    left, later = (
        customers.left.to_numpy(dtype=bool),
        (customers.observed >= pd.Timestamp(found.judged_from)).to_numpy(),
    )
    assert found.changed == pytest.approx((left[~later].mean(), left[later].mean()))
    remark = told(found, "leaving-changed")
    before, since = (round(100 * left[side].mean()) for side in (~later, later))
    assert (
        f"Of 100 looks at customers before {date_in_words(found.judged_from).en}, {before} were followed"
        in remark.says.en
    )
    assert f"より前では延べ100人中{before}人、それ以降では延べ100人中{since}人です。解約が{word}" in remark.says.ja


def test_a_few_customers_of_whom_many_rows_say_the_same_are_no_change_in_time():
    """Sixteen customers leave late: of 2,000 rows it would be a change far beyond luck, of 200 customers it is none."""
    ids = np.repeat(np.arange(200), 10)
    observed = days("2026-01-01", 30 * (np.arange(2_000) % 10))
    left = (np.isin(ids, np.arange(16)) & (np.arange(2_000) % 10 > 6)) | (ids >= 170)
    table = pd.DataFrame({"x": np.random.default_rng(1).normal(size=2_000)})
    steady = split(customers_of(table, left, ids=ids.astype(str), observed=observed))
    assert steady.changed is None
    # As many rows of as many customers: there it is one.
    alone = split(customers_of(table, left, observed=observed))
    assert alone.changed is not None


def test_leavers_of_whom_it_is_known_before_the_others_are_no_change_in_time():
    """In the looks of today those who have left already are known and nobody else: 100 of 100 of them left."""
    customers = joining(3)
    running = (customers.observed >= customers.observed.max() - pd.DateOffset(months=2)).to_numpy()
    customers.left = customers.left.mask(running & ~customers.left.to_numpy(dtype=bool))
    assert split(customers, "3 months").changed is None
