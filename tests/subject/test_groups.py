"""mlcurric.subject.groups, counted by hand."""

import pandas as pd
import pytest

from mlcurric.subject import effect_by_group, group_of


def test_the_groups_are_told_apart_by_what_a_call_can_do():
    row = dict(seat_change=0, price_rise=False, open_tickets=0, tenure=30, days_since_login=20)
    rows = [row, {**row, "open_tickets": 1}, {**row, "seat_change": -2, "price_rise": True}, {**row, "tenure": 23}]
    assert list(group_of(pd.DataFrame(rows))) == ["asleep", "mendable", "shrinking", "others"]
    edges = [{**row, "tenure": 24, "days_since_login": 14}, {**row, "tenure": 24, "days_since_login": 13}]
    assert list(group_of(pd.DataFrame(edges))) == ["asleep", "others"]


def test_the_effect_of_a_group_is_counted_by_hand():
    churned = [True, False, False, False, True, True, False, False, False]
    pilot = pd.DataFrame({"called": [True] * 4 + [False] * 5, "churned": churned})
    table = effect_by_group(pilot, pd.Series(["others"] * 9))
    assert table.loc["others", ("called", "left")] == 25
    assert table.loc["others", ("alone", "left")] == 40
    assert table.loc["others", ("alone", "customers")] == 5
    assert table.loc["others", ("called", "low")] < 25 < table.loc["others", ("called", "high")]


def test_groups_of_one_s_own_are_kept_after_the_known_ones():
    pilot = pd.DataFrame({"called": [True, False] * 3, "churned": [True, False, False, True, True, True]})
    table = effect_by_group(pilot, pd.Series(["north", "north", "south", "south", "others", "others"]))
    assert list(table.index) == ["others", "north", "south"]
    assert table.loc["north", ("called", "left")] == 100


@pytest.mark.parametrize(
    ("pilot", "says"),
    [
        ({"called": [True, True], "churned": [True, False]}, "nobody was alone"),
        ({"called": ["yes", "no"], "churned": [True, False]}, "called holds 'yes'"),
        ({"called": [True, False], "churned": [True, None]}, "churned has 1 gaps"),
    ],
)
def test_a_pilot_that_cannot_be_compared_is_named(pilot, says):
    with pytest.raises(ValueError, match=says):
        effect_by_group(pd.DataFrame(pilot), pd.Series(["others"] * 2))


def test_a_pilot_s_own_columns_are_counted_by_their_names():
    pilot = pd.DataFrame({"rung up": [1, 0] * 3, "gone": [1, 0, 0, 1, 1, 1]})
    table = effect_by_group(pilot, list("aabbaa"), called="rung up", label="gone")
    assert table.loc["a", ("called", "left")] == 100
    assert table.loc["b", ("alone", "left")] == 100
    for names, says in (({}, "no column 'called'"), ({"called": "rung up"}, "no column 'churned'")):
        with pytest.raises(ValueError, match=says):
            effect_by_group(pilot, list("aabbaa"), **names)


@pytest.mark.parametrize(
    ("group", "says"),
    [
        (["a", None], "1 customers have no group"),
        (["a"], "The pilot has 2 rows, the groups 1"),
        (pd.Series(["a", "b"], [1, 0]), "The pilot and the groups belong to other rows"),
    ],
)
def test_groups_of_other_rows_are_refused(group, says):
    with pytest.raises(ValueError, match=says):
        effect_by_group(pd.DataFrame({"called": [True, False], "churned": [True, False]}), group)


def test_the_columns_that_a_group_needs_are_named():
    with pytest.raises(ValueError, match="no column 'seat_change'"):
        group_of(pd.DataFrame({"seats": [3]}))
