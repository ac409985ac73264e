"""A chart in a sentence: its bars in the order in which they are read."""

import matplotlib.pyplot as plt
import pytest

from mlcurric.subject.charts.describe import describe_chart
from mlcurric.subject.charts.words import in_words


@pytest.fixture
def ax():
    return plt.subplots()[1]


@pytest.mark.parametrize(("upside_down", "bars"), [(False, "b 2.5, a 1,000"), (True, "a 1,000, b 2.5")])
def test_level_bars_are_read_from_the_top(ax, upside_down, bars):
    ax.barh(["a", "b"], [1000, 2.5], xerr=1)
    ax.set(xlim=(0, 1200), xlabel="customers")
    if upside_down:
        ax.invert_yaxis()
    words = in_words(describe_chart(ax))
    assert words.en == f"bars: {bars}; axis from 0 to 1,200, “customers”; with intervals"
    assert words.ja == f"棒グラフ: {bars.replace(', ', '、')}。軸は0から1,200まで、「customers」。区間あり"


def test_upright_bars_are_read_from_the_left(ax):
    ax.bar(["a", "b"], [1, 2])
    ax.set_ylim(0.5, 3)
    assert in_words(describe_chart(ax)).en == "bars: a 1, b 2; axis from 0.5 to 3, no label; without intervals"


def test_many_bars_are_counted(ax):
    ax.bar([f"bar {i}" for i in range(12)], range(12))
    assert " and 4 more; axis" in in_words(describe_chart(ax)).en


def test_other_charts(ax):
    assert in_words(describe_chart(ax)).en == "a chart without bars"
    ax.plot([1, 2])
    ax.scatter([1], [2])
    assert in_words(describe_chart(ax)).en == "a chart (lines: 1, clouds of points: 1)"
