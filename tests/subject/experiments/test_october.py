"""The October round: half by lot, and a record of calls that tells of the outcome."""

import pandas as pd
import pytest

from mlcurric.subject import load_customers, october_round, practice_world
from mlcurric.subject.experiments.october import half_called


def test_the_lot_draws_half_and_only_they_are_called():
    rows = october_round()
    assert len(rows) == 600
    assert rows["customer"].is_unique
    assert rows["drawn"].sum() == 300
    assert not rows.loc[~rows["drawn"], "called_in_week"].notna().any()
    assert rows["left_in_week"].dropna().between(1, 13).all()
    assert rows["called_in_week"].dropna().between(1, 6).all()


def test_whoever_left_before_their_turn_was_never_called():
    rows = october_round()
    missed = rows[rows["drawn"] & rows["called_in_week"].isna()]
    assert len(missed)
    assert missed["left_in_week"].notna().all()
    both = rows.dropna(subset=["called_in_week", "left_in_week"])
    assert (both["left_in_week"] >= both["called_in_week"]).all()


def test_it_shows_no_truth_and_hands_out_copies():
    rows = october_round()
    assert not [name for name in rows if "churn" in name or "risk" in name]
    rows["drawn"] = False
    assert october_round()["drawn"].sum() == 300


def test_in_week_5_nobody_knows_of_week_6():
    then, later = october_round(week=5), october_round()
    for column in ("called_in_week", "left_in_week"):
        assert then[column].max() == 5
        assert then[column].notna().sum() == (later[column] <= 5).sum()


@pytest.mark.parametrize("week", [0, 14, 2.5, "5", None, float("nan")])
def test_a_week_that_the_round_does_not_have_is_refused(week):
    with pytest.raises(ValueError, match="week"):
        october_round(week=week)


def test_another_part_is_another_round():
    other = half_called(practice_world(), "another round", load_customers("pilot"))
    assert not pd.Series(other["customer"]).equals(october_round()["customer"])
    assert other["drawn"].sum() == 300


@pytest.mark.parametrize("size", [0, 1, 1_301, 600.5])
def test_a_list_that_cannot_be_split_or_called_in_a_quarter_is_refused(size):
    with pytest.raises(ValueError, match="size is a whole number from 2 to 1,300"):
        half_called(practice_world(), "another round", load_customers("pilot"), size)


def test_the_longest_list_is_called_within_the_quarter():
    rows = half_called(practice_world(), "another round", load_customers("pilot"), 1_300)
    assert rows["called_in_week"].max() == 13
