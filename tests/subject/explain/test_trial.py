"""mlcurric.subject.explain.trial and .beside: counts of a trial by largest reason, and facts beside each other."""

import pandas as pd
import pytest

from mlcurric.subject.explain.beside import beside_each_other
from mlcurric.subject.explain.contributions import Contributions
from mlcurric.subject.explain.trial import tell_trial, trial_by_reason
from mlcurric.subject.explain.wordings import SIMULATED
from mlcurric.subject.intervals import Measured, share
from mlcurric.text import speaking

# Twelve customers: seven whose largest reason is “a”, four “price_rise”, one without a reason worth five points.
VALUES = pd.DataFrame(
    {"a": [1.0] * 7 + [0.2] * 4 + [0.4], "price_rise": [0.3] * 7 + [0.9] * 4 + [-2.0]}, index=range(100, 112)
)
TRIAL = pd.DataFrame(
    {
        "called": [True, True, True, False, False, False, False, True, True, False, False, True],
        "churned": [True, False, False, True, True, False, False, False, False, True, False, True],
    },
    index=VALUES.index,
)


def test_it_counts_either_side_of_the_lot():
    table = trial_by_reason(TRIAL, Contributions(VALUES, -2.0))
    assert list(table.index) == ["a", "price_rise"]
    assert list(table["customers"]) == [7, 4]
    assert table.loc["a", "called"] == share(1, 3)
    assert table.loc["a", "alone"] == share(2, 4)
    assert table.loc["price_rise", "called"] == share(0, 2)


def test_a_reason_that_only_one_side_has_cannot_be_compared():
    one_sided = TRIAL.assign(called=TRIAL["called"] & (TRIAL.index < 107))
    assert list(trial_by_reason(one_sided, Contributions(VALUES, -2.0)).index) == ["a"]
    everybody = trial_by_reason(TRIAL, Contributions(VALUES, -2.0), least=4)
    assert everybody["customers"].sum() == 12


def test_other_rows_are_refused():
    with pytest.raises(ValueError, match="other rows"):
        trial_by_reason(TRIAL.reset_index(drop=True), Contributions(VALUES, -2.0))


def test_it_is_told_with_ranges_in_both_languages():
    table = trial_by_reason(TRIAL, Contributions(VALUES, -2.0))
    with speaking("en"):
        told = tell_trial(table, SIMULATED)
        assert list(told["largest reason"]) == ["a", "price went up at renewal"]
        assert told.iloc[0, 2] == "50 (15–85)"
    with speaking("ja"):
        told = tell_trial(table, SIMULATED)
        assert told.iloc[1, 0] == "更新時の値上げ"
        assert told.iloc[0, 2] == "50(15〜85)"


def test_without_words_a_column_is_called_by_its_name():
    with speaking("ja"):
        told = tell_trial(trial_by_reason(TRIAL, Contributions(VALUES, -2.0)))
    assert list(told["いちばん大きい理由"]) == ["a", "price_rise"]


def test_facts_stand_beside_each_other():
    rows = pd.DataFrame({"price_rise": [True, False], "seat_change": [-3, 2], "plan": ["b", "c"]})
    left = [Measured(0.57, 0.51, 0.62), Measured(0.32, 0.27, 0.38)]
    with speaking("en"):
        table = beside_each_other(rows, ["Sakura", "Matsu"], left, ["seat_change", "price_rise", "plan"], SIMULATED)
    assert list(table["Sakura"]) == ["57 (51–62)", "−3", "yes", "b"]
    assert list(table["Matsu"]) == ["32 (27–38)", "+2", "no", "c"]
    assert list(table.index[2:]) == ["price went up at renewal", "plan"]
