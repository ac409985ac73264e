"""The charts: honest by the project's own check, in both languages, with words of their own for whoever does not see them."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.colors import to_hex

from mlcurric.report.page.pictures import CHOSEN, NAMES, draw_difference, draw_lists, draw_said
from mlcurric.subject.charts.describe import describe_chart
from mlcurric.subject.charts.honesty import findings
from mlcurric.subject.intervals import Measured, share
from mlcurric.subject.metrics.calibration import calibration_table
from mlcurric.subject.style import INK, MACHINE
from mlcurric.text import LANGUAGES, speaking

FOUND = {
    "usual": {"model": share(123, 300), "rule": share(110, 300), "lot": share(270, 3_000)},
    "rule first": {"model": share(3, 30), "rule": share(9, 30), "lot": share(9, 100)},
    "all alike": {"model": share(30, 30), "rule": share(30, 30), "lot": share(100, 100)},
    "nobody found": {"model": share(0, 30), "rule": share(0, 30), "lot": share(12, 1_000)},
}


DIFFERENCES = {
    "more": Measured(0.27, 0.03, 0.4),
    "perhaps": Measured(0.08, -0.03, 0.2),
    "fewer": Measured(-0.1, -0.25, -0.02),
    "hardly any": Measured(0.004, 0.001, 0.008),
}


def said(seed: int, groups: int, factor: float = 1.0):
    luck = np.random.default_rng(seed)
    risk = luck.beta(1, 8, 2_000)
    return calibration_table(luck.random(2_000) < factor * risk, risk, groups)


@pytest.mark.parametrize("winner", ["model", "rule", "nobody"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("found", FOUND.values(), ids=FOUND)
def test_the_lists_are_drawn_honestly_and_the_one_that_is_used_comes_first(lang, found, winner):
    with speaking(lang):
        chart = describe_chart(draw_lists(found, winner).axes[0])
        assert findings(chart, interval=True) == ()
        bars = sorted(chart["bars"], key=lambda bar: bar["at"])
        by_name = {str(NAMES[name]): one for name, one in found.items()}
        assert chart["x"]["low"] == 0
        names = [bar["label"].removesuffix(f" {CHOSEN}") for bar in bars]
        if winner in NAMES:
            assert names[0] == str(NAMES[winner])
        assert [bar["label"].endswith(str(CHOSEN)) for bar in bars] == [winner in NAMES, False, False]
        others = [bar["length"] for bar in bars[winner in NAMES :]]
        assert others == sorted(others, reverse=True)
        for name, bar in zip(names, bars, strict=True):
            one = by_name[name]
            assert (bar["length"], bar["low"], bar["high"]) == pytest.approx(tuple(100 * end for end in one))


@pytest.mark.parametrize("winner", ["model", "rule"])
def test_only_the_list_that_is_used_is_drawn_in_full_colour(winner):
    drawn = draw_lists(FOUND["usual"], winner).axes[0].patches
    assert [to_hex(bar.get_facecolor()) == MACHINE for bar in drawn] == [True, False, False]
    assert [bool(bar.get_hatch()) for bar in drawn] == [False, True, True]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "table",
    [said(0, 10), said(1, 1), said(2, 5, 0.0), said(3, 5, 6.0)],
    ids=["ten groups", "one", "none came true", "all did"],
)
def test_said_and_came_true_stand_on_scales_of_one_size(lang, table):
    with speaking(lang):
        ax = draw_said(table).axes[0]
        chart = describe_chart(ax)
        assert findings(chart, interval=True) == ()
        assert (chart["x"]["low"], chart["x"]["high"]) == (chart["y"]["low"], chart["y"]["high"])
        assert len(chart["error_bars"]) == len(table)
        assert chart["y"]["high"] >= min(100, 100 * max(table["high"].max(), table["predicted"].max()))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("better", DIFFERENCES.values(), ids=DIFFERENCES)
def test_the_difference_is_drawn_with_its_range_beside_none(lang, better):
    with speaking(lang):
        ax = draw_difference(better).axes[0]
        chart = describe_chart(ax)
    assert findings(chart, interval=True) == ()
    assert chart["x"]["low"] < min(0, 100 * better.low)
    assert max(0, 100 * better.high) < chart["x"]["high"]


def test_letters_are_large_and_dark_enough_for_a_phone():
    figures = [draw_lists(FOUND["usual"], "model"), draw_difference(DIFFERENCES["more"]), draw_said(said(0, 10))]
    for figure in figures:
        figure.canvas.draw()
        ax = figure.axes[0]
        titles = [ax.xaxis.label, ax.yaxis.label]
        ticks = [tick.label1 for axis in (ax.xaxis, ax.yaxis) for tick in axis.get_major_ticks()]
        # A figure of 4.5 inches is 324 points wide, a phone shows it on 358 pixels.
        assert all(text.get_fontsize() * 358 / 324 >= 12 for text in [*titles, *ticks])
        assert {to_hex(text.get_color()) for text in ticks} <= {INK}


def seen(axis):
    """The words at those ticks that lie within the picture."""
    low, high = sorted(axis.get_view_interval())
    return [tick.label1 for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_words_lie_over_each_other(lang):
    with speaking(lang):
        figures = [draw_lists(found, winner) for found in FOUND.values() for winner in ("model", "rule", "nobody")] + [
            draw_said(said(0, 10)),
            *map(draw_difference, DIFFERENCES.values()),
        ]
        for figure in figures:
            figure.canvas.draw()
            ax = figure.axes[0]
            texts = [ax.xaxis.label, ax.yaxis.label, *ax.texts, *seen(ax.xaxis), *seen(ax.yaxis)]
            boxes = [text.get_window_extent() for text in texts if text.get_text().strip() and text.get_visible()]
            overlaps = [
                (i, j) for i, one in enumerate(boxes) for j, other in enumerate(boxes) if i < j and one.overlaps(other)
            ]
            assert not overlaps
