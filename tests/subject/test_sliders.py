"""A slider moves its picture; a page on which nothing runs has the picture all the same."""

import sys

import matplotlib.pyplot as plt
import pytest

from mlcurric.subject import sliders
from mlcurric.text import LANGUAGES, speaking


@pytest.fixture
def shown(monkeypatch):
    bundles = []
    monkeypatch.setattr(sliders, "display", lambda bundle, raw: bundles.append(bundle))
    return bundles


def figure_of(value):
    figure, ax = plt.subplots()
    ax.plot([0, value])
    return figure


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_widget_stands_beside_a_picture_and_words_that_never_change(shown, lang):
    with speaking(lang):
        sliders.slide(figure_of, range(0, 100, 10), 50, "calls")
        sliders.slide(figure_of, range(0, 100, 10), 50, "calls")
    first, second = shown
    assert {"application/vnd.jupyter.widget-view+json", "image/png", "text/plain"} <= set(first)
    assert first["text/plain"] == second["text/plain"]
    assert first["image/png"] == second["image/png"]
    assert plt.get_fignums() == []


def test_dragging_draws_the_picture_anew(shown, monkeypatch):
    drawn, made = [], []
    import ipywidgets

    real = ipywidgets.SelectionSlider
    monkeypatch.setattr(ipywidgets, "SelectionSlider", lambda **options: made.append(real(**options)) or made[-1])
    sliders.slide(lambda value: drawn.append(value) or figure_of(value), range(0, 100, 10), 50, "calls")
    made[0].value = 80
    assert drawn == [50, 80]


def test_without_widgets_the_picture_stands_still(monkeypatch, shown):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    pictures = []
    monkeypatch.setattr(plt, "show", lambda: pictures.append(plt.get_fignums()))
    sliders.slide(figure_of, range(0, 100, 10), 50, "calls")
    assert len(pictures) == 1
    assert shown == []
    plt.close("all")
