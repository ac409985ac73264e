"""mlcurric.subject.surveys.measures: intervals that hold what they say, and no number about fewer than three people."""

from itertools import product

import numpy as np
import pytest

from mlcurric.subject.surveys.measures import (
    LEAST,
    WHOLE,
    Answered,
    compare,
    hide,
    interval,
    mean_marks,
    measure_of,
    pooled,
)


def people(team: str, *values: float, start: int = 0) -> list[Answered]:
    return [Answered(f"{team}{start + at}", team, value) for at, value in enumerate(values)]


@pytest.mark.parametrize("sizes", [(3,), (4,), (5,), (8,), (3, 3, 3), (3, 5, 6)])
@pytest.mark.parametrize(("shift", "noise"), [(0, 0.3), (0, 1.0), (0.7, 0.6), (1.5, 0.6)])
def test_the_interval_of_a_change_holds_the_truth_in_94_of_100_cases_or_more(sizes, shift, noise):
    random, runs = np.random.default_rng(5), 3_000

    def changes(n: int) -> np.ndarray:
        before = random.normal(2.4, 0.8, (runs, n))
        after = before + shift + random.normal(0, noise, (runs, n))
        return np.clip(np.rint(after), 1, 5) - np.clip(np.rint(before), 1, 5)

    truth = changes(200).mean()
    teams = [changes(size) for size in sizes]
    held = 0
    for run in range(400):
        variance, freedom = pooled([team[run] for team in teams], 2 / 12)
        own = interval(teams[0][run].mean(), variance, sizes[0], freedom, (-4, 4))
        held += own.low - 1e-9 <= truth <= own.high + 1e-9
    assert held / 400 >= 0.94 - 2 * np.sqrt(0.05 * 0.95 / 400)


def test_three_people_who_all_moved_one_step_have_not_yet_moved():
    cells = compare("understand_dates", {0: people("A", 2, 2, 2), 1: people("A", 3, 3, 3)})
    assert cells["A"].move.value == 1
    assert cells["A"].moved == 0
    assert compare("understand_dates", {0: people("A", *[2] * 6), 1: people("A", *[3] * 6)})["A"].moved == 1
    assert compare("understand_dates", {0: people("A", *[4] * 6), 1: people("A", *[2] * 6)})["A"].moved == -1


def test_people_are_followed_where_their_word_is_there_and_compared_as_groups_else():
    first = people("A", 1, 2, 3, 4)
    same = compare("x", {0: first, 1: people("A", 2, 3, 4, 5)})[WHOLE]
    assert (same.paired, same.people, same.move.value) == (True, (4, 4), 1)
    others = compare("x", {0: first, 1: people("A", 2, 3, 4, 5, start=9)})[WHOLE]
    assert (others.paired, others.people) == (False, (4, 4))
    # The same people tell more.
    assert same.move.high - same.move.low < others.move.high - others.move.low


def test_only_the_ends_are_compared_and_one_form_is_a_level():
    cell = compare("x", {0: people("A", 1, 1, 1), 2: people("A", 9, 9, 9), 3: people("A", 3, 3, 3)})[WHOLE]
    assert (cell.stages, cell.first, cell.last) == ((0, 3), 1, 3)
    level = compare("x", {2: people("A", 3, 4, 5)})[WHOLE]
    assert (level.move, level.first, level.last, level.stages) == (None, None, 4, (2, 2))
    assert compare("x", {}) == {}


@pytest.mark.parametrize("sizes", list(product(range(6), repeat=3)))
def test_what_is_shown_and_what_is_left_rest_on_three_people_or_nobody(sizes):
    """Whatever the teams' sizes: no number of fewer than three, be it by taking the shown teams from the whole."""
    answered = [one for name, size in zip("ABC", sizes, strict=True) for one in people(name, *[3] * size)]
    if not answered:
        return
    cells = compare("x", {1: answered})
    shown = {team: cell for team, cell in cells.items() if not cell.hidden}
    assert all(cell.people[1] >= LEAST for cell in shown.values())
    if WHOLE in shown:
        left = len(answered) - sum(cell.people[1] for team, cell in shown.items() if team != WHOLE)
        assert left == 0 or left >= LEAST
    assert all(cell.move is cell.level is cell.last is None for cell in cells.values() if cell.hidden)


def test_on_both_sides_of_a_comparison_enough_are_left():
    hidden = hide({"A": (5, 5), "B": (4, 4), "C": (2, 6), "D": (6, 3)})
    assert hidden == {"C", "D"} or hidden == {"C", "B"}
    assert hide({"A": (5,), "": (1,)}) == {"", "A"}
    assert hide({"A": (5,), "": (3,)}) == {""}
    assert hide({"A": (5,), "B": (3,)}) == set()


def test_a_teams_own_spread_is_not_told():
    """Three answers could be worked out of their mean and their spread; the interval's width is the same for both teams."""
    cells = compare("x", {1: [*people("A", 1, 3, 5), *people("B", 3, 3, 3)]})
    widths = {team: cells[team].level.high - cells[team].level.low for team in "AB"}
    assert widths["A"] == pytest.approx(widths["B"])


def test_a_mean_of_marks_asks_for_half_of_them():
    assert mean_marks({"a": 2, "b": 4}, ("a", "b", "c", "d")) == 3
    assert mean_marks({"a": 2}, ("a", "b", "c")) is None
    assert mean_marks({}, ()) is None


def test_understanding_is_what_both_forms_ask():
    both = measure_of("understanding", (0, 3))
    assert set(both) == {f"understand_{id}" for id in ("learning", "money", "promise", "moving", "usecase", "choosing")}
    assert len(measure_of("motivation", (0, 3))) == 3
