"""The lines of a card contradict each other in known ways, and only then."""

from datetime import date

import pandas as pd
import pytest

from mlcurric.subject.model_card.agree import disagreements
from mlcurric.text import speaking

GOOD = {
    "trained_until": date(2025, 10, 1),
    "tested_from": date(2026, 1, 1),
    "list_size": 600,
    "capacity": 1_000,
    "hits_of_100": 29,
    "hits_low": 26,
    "hits_high": 33,
    "intended_use": "order customers",
    "not_for": "rate people",
}
WRONG = {
    "trained_after_test": {"trained_until": date(2026, 1, 1)},
    "labels_not_known": {"trained_until": date(2025, 10, 2)},
    "size_nobody": {"list_size": 0},
    "size_over_capacity": {"list_size": 1_001},
    "hits_not_of_100": {"hits_high": 101},
    "hits_turned": {"hits_low": 33, "hits_high": 26},
    "hits_point": {"hits_low": 29, "hits_high": 29},
    "hits_outside": {"hits_of_100": 34},
    "use_is_not_for": {"not_for": " Order  customers"},
}


def test_a_card_that_agrees_has_no_finding_and_what_is_missing_is_not_checked():
    assert list(disagreements(**GOOD)) == []
    assert list(disagreements()) == []
    for name in GOOD:
        assert list(disagreements(**{key: value for key, value in GOOD.items() if key != name})) == []


@pytest.mark.parametrize(("name", "lines"), WRONG.items(), ids=WRONG)
def test_each_contradiction_is_found_alone(name: str, lines: dict):
    (found,) = disagreements(**GOOD | lines)
    assert found.name == name
    assert set(found.lines) <= set(GOOD)
    for lang in ("en", "ja"):
        with speaking(lang):
            assert str(found.says)


def test_the_days_of_pandas_do_as_well_and_the_last_day_there_is_does_not_break_it():
    days = {name: pd.Timestamp(GOOD[name]) for name in ("trained_until", "tested_from")}
    assert list(disagreements(**days)) == []
    (found,) = disagreements(trained_until=date(9999, 11, 30), tested_from=date(9999, 12, 1))
    assert found.name == "labels_not_known"


def test_a_shorter_horizon_needs_less_time_between():
    close = {"trained_until": date(2025, 12, 1), "tested_from": date(2026, 1, 1)}
    assert [found.name for found in disagreements(**close)] == ["labels_not_known"]
    assert list(disagreements(**close, horizon_months=1)) == []
