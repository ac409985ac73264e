"""Twenty teams and their promises, on the simulator: how often does each kind hold?"""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from mlcurric.subject.expectation import rehearse
from mlcurric.subject.expectation.rehearsal import _next_quarter
from mlcurric.subject.pictures.promises import show_promises
from mlcurric.subject.simulation.practice import practice_world
from mlcurric.subject.style import use_style
from mlcurric.subject.uplift import expected_gain, learn_calls
from mlcurric.text import LANGUAGES, speaking


def test_a_point_breaks_about_every_other_time_and_a_range_hardly_ever():
    teams = rehearse(40)
    short = (teams["came"] < teams["point"]).mean()
    held = teams["came"].between(teams["low"], teams["high"]).mean()
    assert 0.3 <= short <= 0.65
    assert held >= 0.87
    assert (teams["low"] < teams["point"]).all()
    assert (teams["point"] < teams["high"]).all()


def test_the_next_quarter_comes_out_as_its_truth_says():
    """On average over many quarters: the sum of what each call changes for those on the list."""
    world = practice_world()
    model = learn_calls(world.pilot("a pilot", 20_000))
    came, expected = [], []
    for team in range(30):
        came.append(_next_quarter(world, team, model, 600))
        customers, truth = world.draw(f"next quarter of team {team}", 10_000)
        best = np.argsort(-expected_gain(model, customers).to_numpy())[:600]
        expected.append((truth.churn_if_left_alone - truth.churn_if_called)[best].sum())
    assert np.mean(came) == pytest.approx(np.mean(expected), abs=4)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_picture_marks_each_team_once_and_rings_those_outside(lang):
    teams = pd.DataFrame({"low": [10, 10, 10], "point": [20, 20, 20], "high": [30, 30, 30], "came": [25, 15, 40]})
    with speaking(lang):
        use_style()
        show_promises(teams)
        ax = plt.gcf().axes[0]
        marks = [line.get_marker() for line in ax.lines if line.get_marker() not in ("None", None)]
        assert marks == ["o", "D", "o", "o"]
        rings = [line for line in ax.lines if line.get_markersize() == 15]
        assert [line.get_xdata()[0] for line in rings] == [40]
        assert ax.get_xlim()[0] <= 0
        plt.close("all")
