"""The tornado: bars as long as the table says, hatched below 0, with the owner's name on each row."""

from __future__ import annotations

import matplotlib.pyplot as plt
import pytest

from mlcurric.subject import Term, sensitivity, ticket_gain, ticket_terms, tornado_figure
from mlcurric.subject.style import use_style
from mlcurric.text import LANGUAGES, speaking

UNIT = {"en": 1e6, "ja": 1e4}


@pytest.fixture(autouse=True)
def _closed():
    yield
    plt.close("all")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bars_run_from_the_low_to_the_high_end(lang: str):
    with speaking(lang):
        use_style()
        terms = ticket_terms()
        ax = tornado_figure({"x": ticket_gain}, terms).axes[0]
        bars = sensitivity(ticket_gain, terms)
        names = [label.get_text() for label in ax.get_yticklabels()]
        assert names == [f"{terms[name].owner}\n{terms[name].label}" for name in bars.index]
    drawn: dict[int, list[float]] = {}
    for patch in ax.patches:
        row = round(patch.get_y() + patch.get_height() / 2)
        drawn.setdefault(row, []).extend([patch.get_x(), patch.get_x() + patch.get_width()])
        assert bool(patch.get_hatch()) == (patch.get_x() < 0)
    for row, name in enumerate(bars.index):
        ends = sorted(bars.loc[name, ["at_low", "at_high"]] / UNIT[lang])
        assert [min(drawn[row]), max(drawn[row])] == pytest.approx(ends)
    assert ("1 bar crosses 0" if lang == "en" else "1本だけが0をまたぐ") in ax.get_title("left")


def test_panels_share_rows_and_scale_and_a_term_that_moves_nothing_has_no_bar():
    terms = {"a": Term("a", 1e6, "yen", "Aya", -2e6, 3e6), "b": Term("b", 1e6, "yen", "Ken", -2e6, 2e6)}
    with speaking("en"):
        figure = tornado_figure({"both": lambda t: t.a + t.b, "a alone": lambda t: t.a}, terms)
    left, right = figure.axes
    assert left.get_xlim() == right.get_xlim()
    # One bar that crosses 0 is two pieces.
    assert (len(left.patches), len(right.patches)) == (4, 2)
    assert "2 bars cross 0" in left.get_title("left")


def test_no_bar_crosses_where_the_answer_is_safe():
    with speaking("en"):
        figure = tornado_figure({"x": lambda t: t.a}, {"a": Term("a", 2e6, "yen", "Aya", 1e6, 3e6)})
    assert "no bar crosses 0" in figure.axes[0].get_title("left")
