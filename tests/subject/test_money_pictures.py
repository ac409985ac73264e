"""The pictures of money: amounts as each language says them, the marked point, and kind words for a number out of range."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from mlcurric.subject import (
    cutoff_figure,
    effect_by_group,
    list_figure,
    load_customers,
    money_in_words,
    show_cutoff,
    show_effects,
    show_lists,
)
from mlcurric.subject.charts.settings import SettingError
from mlcurric.text import speaking

PLAN = pd.Series([-500_000.0, 250_000.0, 100_000.0], index=[5, 22, 50])
PLAN.attrs["calls"] = pd.Series([2_000, 900, 200], index=PLAN.index)
CURVES = {
    "gain": pd.Series([0.0, 3e6, 2e6], index=[0, 500, 1_000]),
    "risk": pd.Series([0.0, -1e6, -2e6], index=[0, 500, 1_000]),
}


@pytest.fixture(autouse=True)
def closed(monkeypatch):
    monkeypatch.setattr(plt, "show", lambda: None)
    yield
    plt.close("all")


@pytest.mark.parametrize(
    ("yen", "en", "ja"),
    [
        (3_140_820, "¥3,140,000", "314万円"),
        (-1_465_900, "−¥1,470,000", "−147万円"),
        (-4_000, "¥0", "0円"),
        (0, "¥0", "0円"),
    ],
)
def test_an_amount_is_said_in_the_reader_s_units(yen, en, ja):
    with speaking("en"):
        assert money_in_words(yen) == en
    with speaking("ja"):
        assert money_in_words(yen) == ja


def words(figure) -> str:
    ax = figure.axes[0]
    return " ".join(
        [
            ax.get_title(loc="left"),
            ax.get_title(),
            ax.get_ylabel(),
            ax.get_xlabel(),
            *(text.get_text() for text in ax.texts),
        ]
    )


def test_the_nearest_cutoff_is_marked_with_its_calls_and_its_money():
    with speaking("en"):
        figure = cutoff_figure(PLAN, 24, capacity=1_000)
    assert "cut-off 22: 900 calls, ¥250,000" in words(figure)
    assert "more than 1,000 calls" in words(figure)
    assert "million yen" in words(figure)


def test_where_no_cutoff_asks_for_too_much_nothing_is_shaded():
    with speaking("en"):
        assert "more than" not in words(cutoff_figure(PLAN, 24, capacity=5_000))


def test_each_order_is_named_with_what_it_promises_at_that_length():
    with speaking("ja"):
        figure = list_figure(CURVES, 500)
    assert "gain: 300万円" in words(figure)
    assert "risk: −100万円" in words(figure)
    assert "500件" in words(figure)


@pytest.mark.parametrize(
    "draw",
    [
        lambda: show_cutoff(PLAN, 0.22),
        lambda: show_cutoff(PLAN, 80),
        lambda: show_lists(CURVES, -1),
        lambda: show_lists(CURVES, 5_000),
    ],
)
def test_a_number_out_of_range_gets_two_sentences(draw):
    with pytest.raises(SettingError, match=r"Type a number from|の数を入れてください"):
        draw()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_pilot_is_drawn_with_both_sides_of_each_group(lang):
    effects = effect_by_group(load_customers("pilot"))
    with speaking(lang):
        show_effects(effects)
    ax = plt.gcf().axes[0]
    assert len(ax.get_legend().get_texts()) == 2
    shown = [text.get_text() for text in ax.texts]
    assert sorted(shown) == sorted(f"{left:.0f}" for left in effects.xs("left", axis=1, level=1).to_numpy().ravel())
