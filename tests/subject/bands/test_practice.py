"""Bands on the practice world: what reviewers correct, the records that are left, and what a model learns from them."""

import numpy as np
import pandas as pd
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from threadpoolctl import threadpool_limits

from mlcurric.subject import (
    CLUES,
    Bands,
    answers_by_lot,
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
from mlcurric.subject.bands.practice import USUAL, asked_by_lot, band_of, records
from mlcurric.subject.bands.triage import draw_triage, last_year, todays_triage
from mlcurric.subject.bands.typed import read_people
from mlcurric.subject.typed import Slip


def test_all_called_is_the_list_of_lesson_1_4():
    gain = expected_gain(learn_calls(load_customers("pilot")), load_customers("today"))
    size = int((gain > 0).sum())
    expected = practice_profit("expected_gain", size)
    assert bands_profit(0, 0) == pytest.approx(expected)
    assert profit_of_calls(gain > 0) == pytest.approx(expected)
    assert bands_table(0, 0)["customers"].tolist() == [size, 0, 10_000 - size]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (pd.Series([True]), "10000 rows"),
        (pd.Series([2] * 10_000), "True and False"),
        (["call"] * 10_000, "True and False"),
        (pd.Series([None] + [True] * 9_999), "1 gaps"),
        (True, "a column"),
    ],
)
def test_what_is_called_is_yes_or_no_a_customer(wrong, says):
    with pytest.raises(ValueError, match=says):
        profit_of_calls(wrong)


def test_a_column_in_another_order_is_not_taken_for_the_customers():
    called = todays_triage().expected > 0
    assert profit_of_calls(called.astype(int)) == profit_of_calls(called.to_numpy()) == profit_of_calls(called)
    with pytest.raises(ValueError, match="another order"):
        profit_of_calls(called.sample(frac=1, random_state=1))


def test_a_lot_draws_no_more_than_there_are():
    for size in (-1, 40_001, 2.5, "10"):
        with pytest.raises(ValueError, match="size is a whole number from 0 to 40000"):
            answers_by_lot(size)


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
    own = year_by_bands()
    own.loc[:, "churned"] = True
    assert not year_by_bands()["churned"].all()


@pytest.mark.parametrize("typed", [3, 3.0, "3", " 3 ", "３", "3人", "3 people", np.int64(3)])
def test_how_many_look_is_read_from_a_number_or_a_text(typed):
    assert read_people(typed) == 3
    assert bands_profit(3_000, -1_000, typed) == bands_profit(3_000, -1_000, 3)


@pytest.mark.parametrize("typed", [2, 0, -1, 1.5, True, "a", "", None, ..., [1]])
def test_any_other_number_of_people_is_answered_kindly(typed):
    with pytest.raises(Slip, match=r"type 1 or 3|1 か 3"):
        read_people(typed)


@pytest.mark.parametrize("wrong", [("3000", -1_000), (3_000, ...), (3_000, None), (10**12, 0), (3_000, -1_000, 2)])
def test_what_cannot_be_used_is_answered_kindly(wrong):
    with pytest.raises(Slip):
        bands_profit(*wrong)


def test_the_wrong_order_is_answered_kindly():
    with pytest.raises(Slip, match=r"must not lie below|以上にして"):
        bands_table(-1_000, 3_000)
    with pytest.raises(ValueError, match="last year"):
        bands_profit(0, 0, of="tomorrow")


def test_a_lot_draws_from_all_bands_and_hears_what_the_records_hold():
    asked, year = answers_by_lot(4_000), year_by_bands()
    assert asked["customer"].is_unique
    assert asked["says"].notna().all()
    # The same people: where both have asked, both heard the same.
    both = asked.index.intersection(year.index[year["says"].notna()])
    assert asked.loc[both, "says"].equals(year.loc[both, "says"])
    band = year.loc[asked.index, "band"].value_counts(normalize=True)
    assert band["leave"] == pytest.approx(year["band"].eq("leave").mean(), abs=0.02)


@pytest.mark.slow
def test_answers_from_the_middle_earn_less_than_as_many_by_lot_in_most_worlds():
    less = worse_alone = better_added = 0
    for number in range(8):
        world = draw_world(b"records %d" % number)
        year, today = draw_triage(world, "last year", 4), draw_triage(world, "today")
        kept, pilot = records(world, year, USUAL), world.pilot("pilot", 20_000)
        looked = kept[kept["says"].notna()]
        known = [*CLUES, "value"]

        def by_answers(rows, today=today, known=known):
            model = make_pipeline(StandardScaler(), LogisticRegression()).fit(rows[known], rows["says"].astype(bool))
            return today._gain[model.predict(today.customers[known])].sum()

        def by_outcome(rows, today=today):
            called = expected_gain(learn_calls(rows), today.customers) > 0
            return today._gain[called.to_numpy()].sum()

        with threadpool_limits(1):
            less += by_answers(looked) < by_answers(asked_by_lot(world, year, len(looked)))
            by_pilot = by_outcome(pilot)
            worse_alone += by_outcome(kept) < by_pilot
            better_added += by_outcome(pd.concat([pilot, kept[pilot.columns]])) > by_pilot
    assert less >= 6
    assert worse_alone >= 6
    assert better_added >= 6
