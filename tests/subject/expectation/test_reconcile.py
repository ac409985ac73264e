"""Sums and contradictions of a sheet, against sums done by hand."""

import numpy as np
import pytest

from mlcurric.subject.expectation import (
    Counted,
    ExpectationSheet,
    Pilot,
    contradictions,
    expected_kept,
    expected_misses,
    kept_bounds,
)
from mlcurric.subject.ranges import Range
from mlcurric.text import LANGUAGES, speaking

# 1,000 on the list, 25 to 30 of 100 leave, 10 to 40 of 100 of those stay: 25 to 120 kept. 275 of 800 leavers are found.
GOOD = {
    "list_size": 1_000,
    "hits_of_100": Range(25, 30),
    "success_of_100": Range(10, 40),
    "kept": Range(25, 120),
    "misses_of_100": 66,
    "leavers": 800,
}


def names(**changed):
    return [finding.name for finding in contradictions(**{**GOOD, **changed})]


def test_kept_is_a_product():
    assert expected_kept(1_000, 25, 10) == pytest.approx(25)
    assert expected_kept(600, 35, -10) == pytest.approx(-21)


def test_bounds_take_the_worst_and_the_best_ends_whatever_their_signs():
    assert kept_bounds(1_000, Range(20, 30), Range(10, 40)) == Range(pytest.approx(20), pytest.approx(120))
    # With a success below zero the worst is that of the longest row of leavers.
    assert kept_bounds(1_000, Range(20, 30), Range(-10, 40)) == Range(pytest.approx(-30), pytest.approx(120))


def test_misses_are_what_recall_leaves():
    assert expected_misses(1_000, 25, 800) == pytest.approx(100 - 100 * 250 / 800)
    with pytest.raises(ValueError, match="only 200 leave"):
        expected_misses(1_000, 25, 200)
    with pytest.raises(ValueError, match="nobody does"):
        expected_misses(1_000, 0, 0)


def test_a_sheet_that_adds_up_has_no_contradiction():
    assert names() == []


def test_a_person_may_round():
    assert names(kept=Range(20, 130)) == []
    assert names(misses_of_100=65) == names(misses_of_100=70) == []


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"hits_of_100": Range(30, 25)}, "hits_turned"),
        ({"success_of_100": Range(40, 10)}, "success_turned"),
        ({"kept": Range(120, 25)}, "kept_turned"),
        ({"hits_of_100": Range(27, 27)}, "hits_point"),
        ({"success_of_100": Range(25, 25)}, "success_point"),
        ({"kept": Range(70, 70)}, "kept_point"),
        ({"hits_of_100": Range(250, 300)}, "hits_not_of_100"),
        ({"hits_of_100": Range(-5, 30)}, "hits_not_of_100"),
        ({"success_of_100": Range(10, 101)}, "success_not_of_100"),
        ({"misses_of_100": 101}, "misses_not_of_100"),
        ({"kept": Range(25, 301)}, "kept_above_leavers"),
        ({"kept": Range(25, 140)}, "kept_too_high"),
        ({"kept": Range(5, 100)}, "kept_too_low"),
        ({"kept": Range(90, 120)}, "kept_off_middle"),
        ({"kept": Range(60, 80)}, "kept_too_narrow"),
        ({"misses_of_100": 34}, "misses_are_finds"),
        ({"misses_of_100": 72.5}, "misses_are_false_alarms"),
        ({"misses_of_100": 50}, "misses_off"),
    ],
)
def test_each_contradiction_has_its_name(changed, name):
    assert names(**changed)[0] == name


def test_a_contradiction_shows_the_sum_in_both_languages():
    (found,) = contradictions(**{**GOOD, "kept": Range(25, 140)})
    assert found.fields == ("kept_high", "hits_high", "success_high")
    for lang in LANGUAGES:
        with speaking(lang):
            assert "1,000 × 30/100 × 40/100 = 120" in str(found.says)
            assert "140" in str(found.says)


def test_what_is_missing_is_not_checked():
    assert contradictions() == ()
    assert contradictions(kept=Range(5, 500)) == ()
    assert names(list_size=None, kept=Range(25, 900)) == []
    assert names(leavers=None, misses_of_100=3) == []


def test_a_line_that_is_wrong_in_itself_is_not_said_twice():
    assert names(hits_of_100=Range(250, 300), kept=Range(25, 900)) == ["hits_not_of_100"]


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        # The misses are made of the list and its hits, not of the success.
        ({"success_of_100": Range(40, 10), "misses_of_100": 34}, ["success_turned", "misses_are_finds"]),
        ({"success_of_100": Range(10, 101), "misses_of_100": 50}, ["success_not_of_100", "misses_off"]),
        ({"kept": Range(120, 25), "misses_of_100": 50}, ["kept_turned", "misses_off"]),
        ({"misses_of_100": 101, "kept": Range(25, 140)}, ["misses_not_of_100", "kept_too_high"]),
        ({"hits_of_100": Range(30, 25), "kept": Range(25, 140), "misses_of_100": 50}, ["hits_turned"]),
        ({"hits_of_100": Range(30, 25), "success_of_100": Range(40, 10)}, ["hits_turned", "success_turned"]),
        ({"hits_of_100": Range(30, 25), "misses_of_100": 101}, ["hits_turned", "misses_not_of_100"]),
        ({"success_of_100": Range(40, 10), "kept": Range(25, 140)}, ["success_turned"]),
        ({"kept": Range(140, 25)}, ["kept_turned"]),
    ],
)
def test_a_line_that_is_wrong_in_itself_hides_only_the_sums_that_use_it(changed, found):
    assert names(**changed) == found


@pytest.mark.parametrize("endless", [float("nan"), float("inf"), -float("inf")])
def test_a_line_without_a_finite_number_is_named(endless):
    for line, value in GOOD.items():
        changed = Range(value.low, endless) if isinstance(value, Range) else endless
        with pytest.raises(ValueError, match=f"{line} runs from .* finite numbers are expected"):
            names(**{line: changed})


def test_measured_sheets_and_sums_by_hand_never_contradict_themselves():
    luck = np.random.default_rng(5)
    for _ in range(150):
        size, pilot = int(luck.integers(200, 2_000)), int(luck.integers(300, 3_000))
        hits, alone = luck.binomial(size, rate := luck.uniform(0.1, 0.6)), luck.binomial(pilot, rate)
        called = luck.binomial(pilot, rate * luck.uniform(0.5, 1))
        leavers = int(hits) + int(luck.integers(50, 2_000))
        sheet = ExpectationSheet(
            list_size=size,
            hits=Counted(int(hits), size),
            pilot=Pilot(Counted(int(called), pilot), Counted(int(alone), pilot)),
            missed=Counted(leavers - int(hits), leavers),
            value=60_000,
        )
        parts = {"list_size": size, "hits_of_100": sheet.hits_of_100, "success_of_100": sheet.success_of_100}
        rest = {"misses_of_100": sheet.misses_of_100, "leavers": leavers}
        bounds = kept_bounds(**parts)
        assert contradictions(**parts, **rest, kept=sheet.kept) == ()
        assert contradictions(**parts, **rest, kept=bounds) == ()
        assert bounds.low - 2 <= sheet.kept.low < sheet.kept.high <= bounds.high + 2
