"""The effort by phase: its figures add up, a beginner's split is read kindly, and the picture shows both."""

import warnings

import matplotlib.pyplot as plt
import pytest

from mlcurric.subject import EFFORT, show_effort, split_in_words, use_style
from mlcurric.subject.effort import read_days, reported
from mlcurric.text import speaking

MINE = {"goal": 10, "data": 20, "infrastructure": 10, "algorithm": 50, "integration": 10}


def test_each_column_is_a_whole():
    assert sum(phase.expected for phase in EFFORT.values()) == 100
    assert reported(*EFFORT) == 100


def test_some_phases_together():
    assert reported("data", "infrastructure") == EFFORT["data"].reported + EFFORT["infrastructure"].reported


@pytest.mark.parametrize("typed", [20, 20.0, "20", "２０", " 20 ", "20日", "20 days", "20%"])
def test_days_are_read_as_beginners_type_them(typed):
    assert read_days({**MINE, "data": typed}) == ({name: float(days) for name, days in MINE.items()}, [])


@pytest.mark.parametrize("typed", ["twenty", "", ..., None, -5, float("nan"), float("inf"), [20]])
def test_what_is_no_number_of_days_counts_as_none_and_is_named(typed):
    clean, unread = read_days({**MINE, "data": typed})
    assert (clean["data"], unread) == (0, ["data"])
    with speaking("en"):
        assert "data" in split_in_words({**MINE, "data": typed})


def test_a_line_that_was_deleted_is_zero():
    clean, unread = read_days({name: days for name, days in MINE.items() if name != "data"})
    assert (clean["data"], unread) == (0, [])


def test_the_words_say_when_it_is_not_a_hundred():
    with speaking("en"):
        assert split_in_words(MINE) == "Together: 100 days."
        assert "shares of 100" in split_in_words({**MINE, "data": 40})


def test_days_below_zero_and_no_days_at_all_are_said():
    with speaking("en"):
        assert "goal is below 0" in split_in_words({**MINE, "goal": -20})
        assert "holds no number" not in split_in_words({**MINE, "goal": "−20日"})
        assert split_in_words(dict.fromkeys(EFFORT, 0)) == "All are 0; type your days."
        assert "far too big" in split_in_words({**MINE, "goal": 10**400})
        assert "below 0" in split_in_words({**MINE, "goal": float("-inf")})
    with speaking("ja"):
        assert "goal が −20 です。0以上の数を入れてください。" in split_in_words({**MINE, "goal": -20})
        assert split_in_words(dict.fromkeys(EFFORT, 0)) == "すべて0です。日数を入れてください。"


@pytest.fixture(params=["en", "ja"])
def drawn(request):
    """Draws, and returns the pieces of each bar from the top: a list of widths a row."""

    def draw(mine=None):
        show_effort(mine)
        figure = plt.gcf()
        figure.canvas.draw()
        bars = figure.axes[0].patches
        rows = sorted({bar.get_y() for bar in bars if hasattr(bar, "get_y")}, reverse=True)
        return [[round(bar.get_width(), 6) for bar in bars if hasattr(bar, "get_y") and bar.get_y() == y] for y in rows]

    with speaking(request.param), warnings.catch_warnings():
        # A missing glyph is only a warning to matplotlib, and a box to the reader.
        warnings.simplefilter("error", UserWarning)
        use_style()
        yield draw
    plt.close("all")


def test_the_bars_are_the_data(drawn):
    assert drawn(MINE) == [
        list(MINE.values()),
        [phase.expected for phase in EFFORT.values()],
        [phase.reported for phase in EFFORT.values()],
    ]


def test_another_total_is_drawn_as_shares_of_100(drawn):
    assert drawn({name: 2 * days for name, days in MINE.items()})[0] == list(MINE.values())


@pytest.mark.parametrize("mine", [None, {}, dict.fromkeys(EFFORT, 0), dict.fromkeys(EFFORT, "?")])
def test_without_a_split_two_bars_are_left(drawn, mine):
    assert len(drawn(mine)) == 2
