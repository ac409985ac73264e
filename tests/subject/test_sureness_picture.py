"""mlcurric.subject.pictures.sureness: a point a band, at its sureness and its share, with its count written below."""

import warnings

import matplotlib.pyplot as plt
import numpy as np
import pytest

from mlcurric.subject.pictures.sureness import show_sureness
from mlcurric.subject.style import use_style
from mlcurric.subject.sureness import by_sureness
from mlcurric.text import speaking


@pytest.fixture(params=["en", "ja"], autouse=True)
def language(request):
    with speaking(request.param), warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        use_style()
        yield request.param
    plt.close("all")


@pytest.mark.parametrize("n", [1, 5, 20, 60])
def test_points_and_counts_are_those_of_the_estimates(n, language):
    random = np.random.default_rng(n)
    sure = list(random.choice([50, 59, 65, 70, 88, 90, 99], n))
    right = list(random.random(n) < 0.6)
    show_sureness(sure, right)
    figure = plt.gcf()
    figure.canvas.draw()
    (ax,) = figure.axes
    table = by_sureness(sure, right)
    points = ax.containers[0].lines[0].get_xydata()
    assert points == pytest.approx(np.column_stack([table["sure"], 100 * table["share"]]))
    names = [label.get_text() for label in ax.get_xticklabels()]
    for row in table.itertuples():
        count = {"en": f"{row.right} of {row.estimates}", "ja": f"{row.estimates}件中{row.right}件"}[language]
        assert names[row.band // 10 - 5].endswith(f"\n{count}")
    assert sum(name.endswith("–") for name in names) == 5 - len(table)
    assert str(n) in ax.get_title(loc="left")


def test_nothing_is_cut_off_at_the_ends_of_the_scale():
    show_sureness([50, 50, 99, 99], [True, False, True, False])
    (ax,) = plt.gcf().axes
    (left, right), (low, high) = ax.get_xlim(), ax.get_ylim()
    assert left < 50
    assert right > 99
    assert low < 0
    assert high > 100
