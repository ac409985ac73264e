"""The picture of the bands: a bar a step, in its colour, and the words of the bands apart from each other."""

import re
from itertools import pairwise

import matplotlib.pyplot as plt
import pytest

from mlcurric.subject import bands_figure, bands_in_words, bands_table, corrections_by_band, show_bands
from mlcurric.subject.bands.triage import todays_triage
from mlcurric.subject.style import use_style
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, speaking


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "cut_offs", [(3_000, -1_000), (20_000, 3_000), (0, 0), (1_000_000, 1_000_000), (-5_000, -9_000)]
)
def test_bars_are_what_a_look_adds_and_the_words_of_the_bands_stand_apart(lang, cut_offs):
    with speaking(lang):
        use_style()
        figure = bands_figure(todays_triage().steps(), bands_table(*cut_offs))
        figure.canvas.draw()
    ax = figure.axes[0]
    steps = todays_triage().steps()
    added = steps["looked"] - steps["called"].where(steps["from_gain"] > 0, 0)
    assert [bar.get_height() for bar in ax.patches[: len(steps)]] == pytest.approx(added.tolist())
    boxes = [text.get_bbox_patch().get_window_extent() for text in ax.texts if text.get_bbox_patch()]
    assert len(boxes) == 3
    assert all(one.x1 < other.x0 for one, other in pairwise(boxes))
    # No bar's number runs into them.
    numbers = [text.get_window_extent() for text in ax.texts if not text.get_bbox_patch()]
    assert not any(box.overlaps(number) for box in boxes for number in numbers)
    plt.close(figure)


@pytest.mark.parametrize("make", [bands_table, corrections_by_band])
def test_a_table_is_shown_in_the_readers_words(make):
    table = make(3_000, -1_000)
    with speaking("en"):
        assert bands_in_words(table).index.tolist() == ["called at once", "a person looks first", "left alone"]
    with speaking("ja"):
        shown = bands_in_words(table)
    assert not re.search("[a-z]", " ".join([*shown.index, *shown.columns]))
    assert shown.iloc[1, 0] == f"{table.iloc[1, 0]:,}"
    assert table.index.tolist() == ["call", "look", "leave"]


def test_a_number_that_is_not_there_is_a_dash():
    with speaking("ja"):
        shown = bands_in_words(corrections_by_band(1_000_000, -1_000))
    assert shown.loc["すぐに電話"].tolist() == ["0", "–", "–", "–", "–"]


def test_other_tables_are_refused_by_name():
    bands, steps = bands_table(3_000, -1_000), todays_triage().steps()
    with pytest.raises(ValueError, match="'maybe'"):
        bands_in_words(bands.rename(index={"look": "maybe"}))
    with pytest.raises(ValueError, match="no rows"):
        bands_in_words(bands.iloc[:0])
    with pytest.raises(ValueError, match="'looked'"):
        bands_figure(steps.drop(columns="looked"), bands)
    with pytest.raises(ValueError, match="two steps"):
        bands_figure(steps.iloc[:1], bands)
    with pytest.raises(ValueError, match="call, look, leave"):
        bands_figure(steps, bands.iloc[::-1])


def test_cut_offs_in_the_wrong_order_draw_nothing():
    with pytest.raises(Slip):
        show_bands(0, 1)
