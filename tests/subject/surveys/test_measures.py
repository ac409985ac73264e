"""mlcurric.subject.surveys.measures: intervals that hold what they say, and no number about fewer than three people."""

from itertools import product

import numpy as np
import pytest

from mlcurric.subject.surveys.disclosure import LEAST, hide, told
from mlcurric.subject.surveys.measures import (
    SPREAD,
    SPREAD_OF_MEANS,
    WHOLE,
    Answered,
    compare,
    interval_of,
    mean_marks,
    measure_of,
)


def people(team: str, *values: float, start: int = 0) -> list[Answered]:
    return [Answered(f"{team}{start + at}", team, value) for at, value in enumerate(values)]


@pytest.mark.parametrize("n", [5, 8, 14])
@pytest.mark.parametrize(("items", "spread"), [(1, SPREAD), (3, SPREAD_OF_MEANS)])
@pytest.mark.parametrize(("shift", "noise"), [(0, 0.3), (0, 1.0), (0.7, 0.6), (1.5, 0.6)])
def test_the_interval_of_a_change_holds_the_truth_in_94_of_100_cases_or_more(n, items, spread, shift, noise):
    """People answer 1 to 5 before and after, each item with a noise of its own beside the person's."""
    random, runs = np.random.default_rng(5), 2_000

    def means(n: int) -> tuple[np.ndarray, np.ndarray]:
        before = random.normal(2.4, 0.6, (runs, n, 1)) + random.normal(0, 0.6, (runs, n, items))
        after = before + shift + random.normal(0, noise, (runs, n, items))
        return tuple(np.clip(np.rint(side), 1, 5).mean(axis=(1, 2)) for side in (before, after))

    truth = float(np.subtract(*means(400)[::-1]).mean())
    sides = list(zip(*means(n), strict=True))[:500]
    own = [interval_of([told(mean, n, items) for mean in each], (n, n), True, spread) for each in sides]
    held = sum(found.low - 1e-9 <= truth <= found.high + 1e-9 for found in own)
    assert held / len(own) >= 0.94 - 2 * np.sqrt(0.05 * 0.95 / len(own))


def test_a_step_of_six_people_has_not_yet_moved_and_one_of_twelve_has():
    def moved(n: int, before: int, after: int) -> tuple[float, int]:
        cell = compare("understand_dates", {0: people("A", *[before] * n), 1: people("A", *[after] * n)})[WHOLE]
        return round(cell.move.value, 1), cell.moved

    assert moved(5, 2, 3) == (1, 0)
    assert moved(12, 2, 3) == (1, 1)
    assert moved(6, 4, 2) == (-2, -1)


def test_people_are_followed_where_their_word_is_there_and_compared_as_groups_else():
    first = people("A", 1, 2, 3, 4, 2)
    same = compare("x", {0: first, 1: people("A", 2, 3, 4, 5, 3)})[WHOLE]
    assert (same.paired, same.people, same.move.value) == (True, (5, 5), 1)
    others = compare("x", {0: first, 1: people("A", 2, 3, 4, 5, 3, start=9)})[WHOLE]
    assert (others.paired, others.people) == (False, (5, 5))
    # The same people tell more.
    assert same.move.high - same.move.low < others.move.high - others.move.low


def test_only_the_ends_are_compared_and_one_form_is_a_level():
    cell = compare("x", {0: people("A", *[2] * 5), 2: people("A", *[9] * 5), 3: people("A", *[3] * 5)})[WHOLE]
    assert (cell.stages, cell.first.value, cell.last.value) == ((0, 3), 2, 3)
    level = compare("x", {2: people("A", 3, 4, 3, 4, 3)})[WHOLE]
    assert (level.move, level.first, level.last.value, level.stages) == (None, None, 3.5, (2, 2))
    assert compare("x", {}) == {}


@pytest.mark.parametrize("sizes", list(product(range(7), repeat=3)))
def test_what_is_shown_and_what_is_left_rest_on_three_people_or_nobody(sizes):
    """Whatever the teams' sizes: no number of fewer than three, be it by taking the shown teams from the whole."""
    answered = [one for name, size in zip("ABC", sizes, strict=True) for one in people(name, *[3] * size)]
    if not answered:
        return
    cells = compare("x", {1: answered}, [compare("x", {1: answered})[WHOLE]])
    shown = {team: cell for team, cell in cells.items() if not cell.hidden}
    assert all(cell.people[1] >= LEAST for cell in shown.values())
    if WHOLE in shown:
        left = len(answered) - sum(cell.people[1] for team, cell in shown.items() if team != WHOLE)
        assert left == 0 or left >= LEAST
    assert all(cell.move is cell.level is cell.last is None for cell in cells.values() if cell.hidden)


def test_on_both_sides_of_a_comparison_enough_are_left():
    assert hide({"A": (7, 7), "B": (6, 6), "C": (2, 6), "D": (6, 5)}) == {"C", "D"}
    assert hide({"A": (5,), "": (1,)}) == {"", "A"}
    assert hide({"A": (5,), "": (3,)}) == {""}
    assert hide({"A": (5,), "B": (5,)}) == set()


def test_the_shown_change_is_that_of_the_shown_means():
    """Figures on a page agree: “from 2.1 to 2.9” is “+0.8”."""
    for n in range(5, 30):
        before, after = [2] * (n - 2) + [3, 1], [3] * (n - 1) + [4]
        cell = compare("x", {0: people("A", *before), 1: people("A", *after)})[WHOLE]
        assert f"{cell.move.value:.1f}" == f"{float(f'{cell.last.value:.1f}') - float(f'{cell.first.value:.1f}'):.1f}"


def test_a_mean_of_marks_asks_for_half_of_them():
    assert mean_marks({"a": 2, "b": 4}, ("a", "b", "c", "d")) == 3
    assert mean_marks({"a": 2}, ("a", "b", "c")) is None
    assert mean_marks({}, ()) is None


def test_understanding_is_what_both_forms_ask():
    both = measure_of("understanding", (0, 3))
    assert set(both) == {f"understand_{id}" for id in ("learning", "money", "promise", "moving", "usecase", "choosing")}
    assert len(measure_of("motivation", (0, 3))) == 3
