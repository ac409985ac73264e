"""Lesson 2-4: what is said of sizes that are not rounded up, of slips in the formula, and of ends of the interval."""

from math import ceil

import pytest
from scipy.stats import norm

from mlcurric.question.asking import answer_of
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.questions.lesson_2_4.fewer_at_least import effects
from mlcurric.subject import sample_size_per_arm
from mlcurric.text import speaking

QUESTIONS = question_set("2-4")


def verdict(name, answer):
    question = QUESTIONS.find(name)
    with speaking("en"):
        return judge(question, answer_of(answer, question.calls()))


def sized(rounded, z=lambda one, other: (one + other) ** 2, apart=lambda d: d**2, pooled=False):
    def sample_size(alone, called, alpha=0.05, power=0.8):
        if alone == called or not (0 < alone < 1 and 0 < called < 1):
            raise ValueError
        if pooled:
            middle, spread = (alone + called) / 2, alone * (1 - alone) + called * (1 - called)
            errors = norm.ppf(1 - alpha / 2) * (2 * middle * (1 - middle)) ** 0.5 + norm.ppf(power) * spread**0.5
            return rounded(errors**2 / (alone - called) ** 2)
        spread = alone * (1 - alone) + called * (1 - called)
        return rounded(z(norm.ppf(1 - alpha / 2), norm.ppf(power)) * spread / apart(alone - called))

    return sample_size


@pytest.mark.parametrize("pooled", [False, True])
@pytest.mark.parametrize("rounded", [ceil, lambda n: float(ceil(n)), lambda n: int(n) + 1])
def test_a_size_rounded_up_is_right_by_either_formula(rounded, pooled):
    assert verdict("sample_size", sized(rounded, pooled=pooled)).status is Status.PASSED


@pytest.mark.parametrize("pooled", [False, True])
@pytest.mark.parametrize(
    ("rounded", "found"),
    [(lambda n: n, "fraction"), (lambda n: round(n, 1), None), (int, "rounded_down"), (round, "rounded_down")],
)
def test_a_size_that_is_not_rounded_up_is_told_so(rounded, found, pooled):
    said = verdict("sample_size", sized(rounded, pooled=pooled))
    assert said.status is Status.FAILED
    assert found is None or said.misconception == found


@pytest.mark.parametrize("rounded", [ceil, int, round, float])
@pytest.mark.parametrize(
    ("slip", "found"),
    [
        ({"apart": lambda d: d}, "not_squared_signed"),
        ({"apart": abs}, "not_squared"),
        ({"z": lambda one, other: one + other}, "z_not_squared"),
        ({"z": lambda one, other: one**2 + other**2}, "z_squared_apart"),
        ({"z": lambda one, other: (one - other) ** 2}, "z_below_zero"),
    ],
)
def test_a_slip_in_the_formula_is_named_however_it_is_rounded(slip, found, rounded):
    assert verdict("sample_size", sized(rounded, **slip)).misconception == found


def test_near_is_not_right():
    near = verdict("sample_size", lambda *each: ceil(1.01 * sample_size_per_arm(*each)))
    assert near.status is Status.FAILED
    assert "2551 is right" in near.as_text()


def test_whoever_gives_both_ends_is_not_told_of_commas():
    low, high = effects()["by_lot"][1:]
    said = verdict("fewer_at_least", (low, high)).as_text()
    assert "both ends" in said
    assert "comma" not in said
    # A list of more than two is still what it was.
    assert "several numbers" in verdict("fewer_at_least", (low, high, 1)).as_text()
