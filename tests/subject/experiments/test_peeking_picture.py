"""The picture of peeking says what it draws."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from mlcurric.subject import first_alarm, simulate_looks
from mlcurric.subject.pictures.peeking import peeking_figure
from mlcurric.text import LANGUAGES, speaking


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_title_and_the_bars_count_the_same_experiments(lang):
    z = simulate_looks(0.27, 0.27, 300, 13, trials=400)
    alarms = int((first_alarm(z) > 0).sum())
    with speaking(lang):
        figure = peeking_figure(z)
    above, below = figure.axes
    assert str(alarms) in above.get_title(loc="left")
    heights = [bar.get_height() for bar in below.patches]
    assert heights[:13] == sorted(heights[:13])
    assert heights[12] == alarms
    assert heights[-1] == (np.abs(z[:, -1]) > 1.95996).sum()
    assert below.get_ylim()[0] == 0
    plt.close(figure)


def test_experiments_without_any_alarm_can_be_drawn():
    figure = peeking_figure(np.zeros((5, 3)))
    assert "0" in figure.axes[0].get_title(loc="left")
    plt.close(figure)
