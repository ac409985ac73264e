"""The picture of a thousand customers and the tables beside it: every person once, every count told."""

import re
import warnings

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.patches import Polygon

from mlcurric.subject import Confusion, Counts, compare_lists, show_thousand, tell_trade_off, trade_off, use_style
from mlcurric.text import speaking

FOUR = Counts(38, 62, 42, 858)


@pytest.fixture(params=["en", "ja"], autouse=True)
def language(request):
    with speaking(request.param), warnings.catch_warnings():
        # A missing glyph is only a warning to matplotlib, and a box to the reader.
        warnings.simplefilter("error", UserWarning)
        use_style()
        yield request.param
    plt.close("all")


def drawn() -> list[plt.Axes]:
    figure = plt.gcf()
    figure.canvas.draw()
    return figure.axes


def people(ax: plt.Axes) -> tuple[np.ndarray, np.ndarray]:
    """Where those stand who left (filled), and those who stayed (rings)."""
    filled = [c.get_offsets() for c in ax.collections if len(c.get_facecolor())]
    rings = [c.get_offsets() for c in ax.collections if not len(c.get_facecolor())]
    return np.concatenate(filled), np.concatenate(rings)


@pytest.mark.parametrize(
    "counts",
    [
        FOUR,
        Counts(0, 0, 80, 920),
        Counts(12, 8, 68, 912),
        Counts(20, 3, 60, 917),
        Counts(80, 920, 0, 0),
        Counts(5, 0, 0, 995),
    ],
)
def test_every_person_is_drawn_once_and_the_list_stands_in_its_frame(counts):
    show_thousand({"x": counts})
    (ax,) = drawn()
    left, stayed = people(ax)
    assert (len(left), len(stayed)) == (counts.happened, 1000 - counts.happened)
    assert len({tuple(place) for place in np.concatenate([left, stayed])}) == 1000
    frames = [patch.get_path() for patch in ax.patches if isinstance(patch, Polygon)]
    assert len(frames) == (1 if counts.listed else 0)
    if frames:
        assert frames[0].contains_points(left).sum() == counts.hits
        assert frames[0].contains_points(stayed).sum() == counts.false_alarms


def test_counts_of_any_size_are_told_of_a_thousand():
    show_thousand({"x": Confusion(384, 616, 414, 8586)})
    (ax,) = drawn()
    told = " ".join(text.get_text() for text in ax.texts)
    assert re.findall(r"\d+", told) == ["100", "38", "62", "900", "42", "858"]


def test_one_list_is_labelled_with_its_four_counts():
    show_thousand({"x": FOUR})
    told = " ".join(text.get_text() for text in drawn()[0].texts)
    assert re.findall(r"\d+", told) == ["100", "38", "62", "900", "42", "858"]


def test_several_lists_stand_side_by_side_with_hits_and_misses():
    show_thousand({"a": Counts(8, 92, 72, 828), "b": FOUR})
    for ax, (hits, misses) in zip(drawn(), ((8, 72), (38, 42)), strict=True):
        told = [number for text in ax.texts for number in re.findall(r"\d+", text.get_text())]
        assert sorted(told) == sorted(map(str, (hits, 80, 100, misses)))


def test_no_list_at_all_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        show_thousand({})


def test_lists_are_compared_with_their_ranges(language):
    table = compare_lists({"one": Confusion(384, 616, 414, 8586)})
    wanted = {"en": ["38 (35–41)", "48 (45–52)", "4.8 (4.5–5.1)"], "ja": ["38(35〜41)", "48(45〜52)", "4.8(4.5〜5.1)"]}
    assert table.loc["one"].tolist() == wanted[language]


def test_a_trade_off_is_told_in_whole_numbers():
    left = pd.Series([True] * 4 + [False] * 46)
    told = tell_trade_off(trade_off(left, pd.Series(np.arange(50.0, 0, -1)), [0, 100, 1000]))
    assert told.iloc[:, :4].to_numpy().tolist() == [
        ["0", "920", "0", "80"],
        ["100", "980", "80", "0"],
        ["1,000", "80", "80", "0"],
    ]
    assert told.iloc[:, 4].tolist() == ["–", "80", "8"]


def test_a_list_is_told_as_a_list_for_nobody_was_called(language):
    heading = compare_lists({"one": Confusion(384, 616, 414, 8586)}).columns[0]
    assert heading == {"en": "of 100 on the list, left", "ja": "リストの100人中、解約した人"}[language]
