"""The picture of a year: one scale for all, zero in sight, and a loss that does not rest on colour."""

import matplotlib.pyplot as plt
import pytest

from mlcurric.subject import run_year, show_years, year_figure
from mlcurric.text import LANGUAGES, T, speaking

YEARS = {T("go on", "続行"): run_year(), T("yours", "あなた"): run_year({4: "roll back", 7: "switch off", 11: "trial"})}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bars_are_what_was_earned_and_share_one_scale_that_holds_zero(lang: str):
    with speaking(lang):
        figure = year_figure(YEARS)
    unit = {"en": 1e6, "ja": 1e4}[lang]
    low, high = figure.axes[0].get_ylim()
    assert low < 0 < high
    for ax, year in zip(figure.axes, YEARS.values(), strict=True):
        assert ax.get_ylim() == (low, high)
        heights = [bar.get_height() for bar in ax.patches if bar.get_width() == pytest.approx(0.62)]
        assert heights == pytest.approx((year.months["earned"] / unit).tolist())
        for bar, amount in zip(ax.patches, year.months["earned"], strict=False):
            assert bool(bar.get_hatch()) is bool(amount < 0)
    plt.close(figure)


def test_decisions_are_written_where_they_were_taken():
    with speaking("en"):
        figure = year_figure(YEARS)
    assert [text.get_text() for text in figure.axes[1].texts] == ["roll back", "switch off", "trial"]
    assert not figure.axes[0].texts
    plt.close(figure)


def test_one_year_can_be_shown_alone():
    with speaking("ja"):
        show_years({"x": run_year({1: "switch off"})})
    plt.close("all")
