"""Bands on the practice world: what reviewers correct, the records that are left, and what a model learns from them."""

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject import (
    Bands,
    bands_profit,
    bands_table,
    corrections_by_band,
    draw_world,
    expected_gain,
    learn_calls,
    load_customers,
    practice_profit,
    profit_of_calls,
    year_by_bands,
)
from mlcurric.subject.bands.practice import USUAL, band_of, records
from mlcurric.subject.bands.triage import draw_triage, last_year, todays_triage
from mlcurric.subject.typed import Slip


def test_all_called_is_the_list_of_lesson_1_4():
    gain = expected_gain(learn_calls(load_customers("pilot")), load_customers("today"))
    size = int((gain > 0).sum())
    expected = practice_profit("expected_gain", size)
    assert bands_profit(0, 0) == pytest.approx(expected)
    assert profit_of_calls(gain > 0) == pytest.approx(expected)
    assert bands_table(0, 0)["customers"].tolist() == [size, 0, 10_000 - size]


def test_what_is_called_is_one_bool_a_customer():
    for wrong in (pd.Series([True]), pd.Series([1] * 10_000)):
        with pytest.raises(ValueError, match="True or False"):
            profit_of_calls(wrong)


def test_corrections_are_what_drawn_answers_say():
    triage, table = todays_triage(), corrections_by_band(3_000, -1_000)
    random, machine = np.random.default_rng(2), triage.expected > 0
    good = pd.Series(triage._gain > 0)
    band = band_of(triage.expected, Bands(3_000, -1_000))
    rounds = [pd.Series(triage.reviewers.judge(triage._gain, random)) for _ in range(300)]
    for name in ("call", "look", "leave"):
        inside = band.eq(name)
        corrected = [(says != machine)[inside] for says in rounds]
        share = np.mean([one.mean() for one in corrected])
        rightly = np.mean([(one & (good != machine)[inside]).sum() for one in corrected])
        assert table.loc[name, "corrected"] == pytest.approx(100 * share, abs=0.5)
        assert table.loc[name, "rightly"] == pytest.approx(100 * rightly / (share * inside.sum()), abs=0.6)
        assert table.loc[name, "machine"] == pytest.approx(100 * (good == machine)[inside].mean())
        assert table.loc[name, "person"] == pytest.approx(
            100 * np.mean([(says == good)[inside].mean() for says in rounds]), abs=0.5
        )


def test_records_tell_who_was_looked_at_and_called():
    year = year_by_bands()
    looked = year["says"].notna()
    assert set(year.loc[looked, "band"]) == {"look"}
    assert looked.sum() == last_year().reached(USUAL)
    assert (year["called"] == (year["band"].eq("call") | year["says"].fillna(False))).all()
    # From the top: whoever was not reached is expected to gain less than whoever was.
    missed = year["band"].eq("look") & ~looked
    assert year.loc[missed, "expected"].max() <= year.loc[looked, "expected"].min()


def test_records_are_as_the_truth_has_it():
    triage, year = last_year(), year_by_bands()
    alone, called = triage._churn
    risk = np.where(year["called"], called, alone)
    for rows in (year["called"], ~year["called"]):
        spread = np.sqrt((risk * (1 - risk))[rows].sum())
        assert abs(year.loc[rows, "churned"].sum() - risk[rows].sum()) < 4 * spread


def test_a_copy_is_handed_out():
    year_by_bands().loc[:, "churned"] = True
    assert not year_by_bands()["churned"].all()


@pytest.mark.parametrize("wrong", [("3000", -1_000), (3_000, ...), (3_000, None), (10**12, 0), (3_000, -1_000, 2)])
def test_what_cannot_be_used_is_answered_kindly(wrong):
    with pytest.raises(Slip):
        bands_profit(*wrong)


def test_the_wrong_order_is_answered_kindly():
    with pytest.raises(Slip, match=r"must not lie below|以上にして"):
        bands_table(-1_000, 3_000)
    with pytest.raises(ValueError, match="last year"):
        bands_profit(0, 0, of="tomorrow")


@pytest.mark.slow
def test_learned_only_where_people_looked_the_model_does_worse_in_most_worlds():
    worse = better_with_all = 0
    for number in range(8):
        world = draw_world(b"records %d" % number)
        year, today = draw_triage(world, "last year", 4), draw_triage(world, "today")
        kept, pilot = records(world, year, USUAL), world.pilot("pilot", 20_000)

        def earned(rows, today=today):
            called = expected_gain(learn_calls(rows), today.customers) > 0
            return today._gain[called.to_numpy()].sum()

        by_pilot = earned(pilot)
        worse += earned(kept[kept["says"].notna()]) < by_pilot
        better_with_all += earned(pd.concat([pilot, kept[pilot.columns]])) > by_pilot
    assert worse >= 6
    assert better_with_all >= 5
