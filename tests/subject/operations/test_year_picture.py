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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_letters_are_large_and_words_of_months_in_a_row_do_not_cover_each_other(lang: str):
    daily = {3: "roll back", 4: "recalibrate", 5: "switch off", 6: "retrain", 7: "go on", 8: "switch off", 10: "trial"}
    with speaking(lang):
        figure = year_figure({"x": run_year(daily)})
    (ax,) = figure.axes
    figure.canvas.draw()
    for label in (*ax.get_xticklabels(), *ax.get_yticklabels(), ax.xaxis.label, ax.yaxis.label, *ax.get_legend().texts):
        assert label.get_fontsize() >= 13
    boxes = [text.get_window_extent() for text in ax.texts]
    assert len(boxes) == len(daily)
    assert not [1 for place, one in enumerate(boxes) for other in boxes[place + 1 :] if one.overlaps(other)]
    assert max(box.y1 for box in boxes) < ax.transData.transform((0, min(0, *(bar.get_y() for bar in ax.patches))))[1]
    plt.close(figure)


def test_one_year_can_be_shown_alone():
    with speaking("ja"):
        show_years({"x": run_year({1: "switch off"})})
    plt.close("all")
