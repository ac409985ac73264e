"""Sensitivity: each term alone, the longest bar first, and where the answer turns round."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mlcurric.subject import Term, numbers_of, sensitivity, ticket_gain, ticket_terms, turning_point
from mlcurric.text import speaking

TERMS = {
    "a": Term("a", 2, "yen", "Aya", -1, 4),
    "b": Term("b", 10, "", "Ken", 9, 11),
    "fixed": Term("fixed", 5, "yen", "the calendar"),
}


def formula(t):
    return t.a * t.b + t.fixed


def test_each_term_alone_and_the_longest_bar_first():
    bars = sensitivity(formula, TERMS)
    assert list(bars.index) == ["a", "b"]
    assert bars.loc["a", ["at_low", "at_high", "swing"]].tolist() == [-5, 45, 50]
    assert bars.loc["b", ["at_low", "at_high", "swing"]].tolist() == [23, 27, 4]
    assert bars["owner"].tolist() == ["Aya", "Ken"]
    assert bars.at["a", "turns_at"] == pytest.approx(-0.5)
    assert math.isnan(bars.at["b", "turns_at"])


def test_without_a_range_there_is_nothing_to_draw():
    with pytest.raises(ValueError, match="No term has a range"):
        sensitivity(formula, {"fixed": TERMS["fixed"], **{n: Term(n, 1, "", "x") for n in "ab"}})


def test_a_turning_point_makes_the_formula_zero():
    terms = ticket_terms()
    minutes = turning_point(ticket_gain, terms, "minutes_lost")
    assert ticket_gain(numbers_of(terms, minutes_lost=minutes)) == pytest.approx(0, abs=1e-6)
    # By hand: 270,000 yen of licence over 1,080 tickets at 60 yen a minute.
    assert minutes == pytest.approx(270_000 / (1_080 * 60))


def test_where_the_answer_does_not_turn_there_is_no_point():
    assert math.isnan(turning_point(ticket_gain, ticket_terms(), "licence"))
    assert turning_point(ticket_gain, ticket_terms(), "licence", 0, 10**6) == pytest.approx(777_600 / 3)


def test_of_several_crossings_the_nearest_counts():
    terms = {"x": Term("x", 2.5, "", "me", -4, 4)}
    assert turning_point(lambda t: (t.x - 3) * (t.x + 3), terms, "x") == pytest.approx(3)
    assert turning_point(lambda t: t.x - 2.5, terms, "x") == 2.5


@pytest.mark.parametrize(("low", "high"), [(None, None), (3, 3), (4, 1)])
def test_it_has_to_know_where_to_look(low, high):
    with pytest.raises(ValueError, match="say from where to where"):
        turning_point(formula, TERMS, "fixed", low, high)


def test_there_is_no_such_term():
    with pytest.raises(ValueError, match=r"term “c”|^c という項"):
        turning_point(formula, TERMS, "c", 0, 1)


ONE = {"a": Term("a", 5, "yen", "Aya", 3, 7)}


@pytest.mark.parametrize(
    "formula", [lambda t: 1 / (t.a - 5.0001), lambda t: -2e-9 / (t.a - 3.1), lambda t: 1e9 / (t.a - 6.9) ** 3]
)
def test_a_pole_is_no_crossing(formula):
    for look in (lambda: sensitivity(formula, ONE), lambda: turning_point(formula, ONE, "a")):
        with speaking("en"), pytest.raises(ValueError, match=r"Near a = .* divides by 0.*Give a range without"):
            look()


@pytest.mark.parametrize("slope", [-1, 0, 1])
@pytest.mark.parametrize("jump", [1e-6, 1, 1e6])
def test_a_jump_across_zero_turns_the_answer(slope, jump):
    def by_steps(t):
        return jump * (1 if t.a > 5.5 else -1) + 1e-3 * jump * slope * (t.a - 5.5)

    assert sensitivity(by_steps, ONE).at["a", "turns_at"] == pytest.approx(5.5)


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        (lambda t: math.nan, "Where a is 3: The value is nan"),
        (lambda t: math.inf * t.a, "Where a is 3: The value is inf"),
        (lambda t: 1 / (t.a - 7), "Where a is 7: .* divides by 0"),
        (lambda t: np.float64(10) ** (1000 * t.a), "The value is inf"),
        (lambda t: 10.0 ** (1000 * t.a), "far too big"),
        (lambda t: None, "Where a is 3: The formula gives nothing back"),
        (lambda t: f"{t.a} yen", "Where a is 3: The formula gives '3"),
        (lambda t: (t.a - 6) ** 0.5, "not a number"),
    ],
)
@pytest.mark.filterwarnings("ignore:overflow")
def test_a_formula_gives_a_finite_number_everywhere(formula, says):
    for look in (lambda: sensitivity(formula, ONE), lambda: turning_point(formula, ONE, "a")):
        with speaking("en"), pytest.raises(ValueError, match=says):
            look()


@pytest.mark.parametrize("end", [math.nan, math.inf, "3"])
def test_where_to_look_is_told_in_finite_numbers(end):
    with pytest.raises(ValueError, match=r"^low: "):
        turning_point(formula, TERMS, "a", end, 4)
    with pytest.raises(ValueError, match=r"^high: "):
        turning_point(formula, TERMS, "a", 1, end)
