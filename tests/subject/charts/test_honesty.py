"""Honest charts have no finding, and misleading ones exactly theirs, in both languages."""

import datetime

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.ticker import PercentFormatter

from mlcurric.subject.charts.describe import describe_chart
from mlcurric.subject.charts.honesty import findings
from mlcurric.subject.style import use_style
from mlcurric.text import LANGUAGES, T, speaking

WAYS = {"en": ["e-mail", "phone", "letter", "visit"], "ja": ["メール", "電話", "手紙", "訪問"]}
MONTHS = {"en": ["Apr", "May", "Jun", "Jul"], "ja": ["4月", "5月", "6月", "7月"]}
STAYED = {"en": "customers who stayed (of 100)", "ja": "残った顧客(100人中)"}
RATE = {"en": "churn rate", "ja": "解約率"}
SALES = {"en": "revenue (million yen)", "ja": "売上(百万円)"}
SORTED, MIXED = [71, 68, 62, 60], [62, 71, 60, 68]
DAYS = [datetime.date(2024, month, 1) for month in range(1, 7)]


@pytest.fixture(params=LANGUAGES, autouse=True)
def lang(request):
    with speaking(request.param):
        use_style()
        yield request.param


@pytest.fixture
def ax():
    return plt.subplots()[1]


def ids(ax, **claims):
    return {finding.id for finding in findings(describe_chart(ax), **claims)}


def bars(ax, lang, values=SORTED, names=WAYS, label=STAYED, **more):
    drawn = ax.bar(names[lang], values, **more)
    ax.set_ylabel(label[lang])
    return drawn


def level(ax, lang, values=SORTED, names=WAYS, label=STAYED, **more):
    ax.barh(names[lang], values, **more)
    ax.set_xlabel(label[lang])


def lines(ax, lang, first=(61, 64, 63, 66), second=(52, 51, 55, 54), **looks):
    for name, values, colour, look in (
        ("A-plan", first, "tab:blue", {}),
        ("B-plan", second, "tab:red", looks),
    ):
        ax.plot(MONTHS[lang], values, color=colour, label=name, **look)
    ax.set_ylabel(STAYED[lang])


class TestHonest:
    """False alarms teach people to ignore alarms."""

    def test_bars_from_zero_sorted_and_labelled(self, ax, lang):
        bars(ax, lang)
        assert ids(ax) == set()

    @pytest.mark.parametrize("upside_down", [False, True])
    @pytest.mark.parametrize("values", [SORTED, SORTED[::-1]])
    def test_level_bars_either_way_up(self, ax, lang, values, upside_down):
        level(ax, lang, values)
        if upside_down:
            ax.invert_yaxis()
        assert ids(ax) == set()

    def test_bars_in_several_colours_with_their_names_on_the_axis(self, ax, lang):
        bars(ax, lang, color=["tab:red", "tab:blue", "tab:green", "tab:grey"])
        assert ids(ax) == set()

    def test_colours_that_repeat_the_names_on_the_axis_in_a_legend(self, ax, lang):
        for way, value in zip(WAYS[lang], SORTED, strict=True):
            ax.bar(way, value, label=way)
        ax.set_ylabel(STAYED[lang])
        ax.legend()
        assert ids(ax) == set()

    def test_bars_of_months_in_their_own_order(self, ax, lang):
        bars(ax, lang, MIXED, MONTHS)
        assert ids(ax) == set()

    def test_bars_of_dates(self, ax, lang):
        ax.bar(DAYS, [3, 5, 2, 7, 1, 4], width=20)
        ax.set_ylabel(SALES[lang])
        assert ids(ax) == set()

    def test_two_bars_in_any_order(self, ax, lang):
        bars(ax, lang, [60, 71], {lang: WAYS[lang][:2]})
        assert ids(ax) == set()

    @pytest.mark.parametrize("values", [[-5, -3, -2, -1], [4, 2, -1, -6]])
    def test_bars_below_zero(self, ax, lang, values):
        bars(ax, lang, values, label=SALES)
        assert ids(ax) == set()

    def test_an_axis_that_begins_below_zero(self, ax, lang):
        bars(ax, lang)
        ax.set_ylim(-10, 80)
        assert ids(ax) == set()

    def test_bars_with_intervals_that_claim_them(self, ax, lang):
        bars(ax, lang, yerr=4)
        ax.set_title(str(T("with 95% confidence intervals", "95%信頼区間つき")))
        assert ids(ax, interval=True) == set()

    def test_intervals_drawn_apart_from_the_bars(self, ax, lang):
        bars(ax, lang)
        ax.vlines(WAYS[lang], [value - 4 for value in SORTED], [value + 4 for value in SORTED])
        assert ids(ax, interval=True) == set()
        level(other := plt.subplots()[1], lang)
        for row, value in enumerate(SORTED):
            other.plot([value - 4, value + 4], [row, row], color="black")
        assert ids(other, interval=True) == set()

    def test_grouped_bars_told_apart_by_hatching(self, ax, lang):
        places = np.arange(4)
        ax.bar(places - 0.2, SORTED, 0.4, label="2023")
        ax.bar(places + 0.2, MIXED, 0.4, label="2024", hatch="//")
        ax.set_xticks(places, WAYS[lang])
        ax.set_ylabel(STAYED[lang])
        ax.legend()
        assert ids(ax) == set()

    def test_stacked_bars_sorted_by_their_sum(self, ax, lang):
        ax.bar(WAYS[lang], [30, 35, 20, 25], label="A-plan")
        ax.bar(WAYS[lang], [41, 33, 42, 35], bottom=[30, 35, 20, 25], label="B-plan", hatch="..")
        ax.set_ylabel(STAYED[lang])
        ax.legend()
        assert ids(ax) == set()

    def test_a_histogram(self, ax, lang):
        ax.hist(np.random.default_rng(1).normal(20, 5, 200), bins=12)
        ax.set(xlabel=str(T("months as a customer", "契約月数")), ylabel=str(T("customers", "顧客数")))
        assert ids(ax) == set()

    def test_a_schedule_on_an_axis_of_dates(self, ax, lang):
        ax.barh(WAYS[lang], [datetime.timedelta(days=20)] * 4, left=DAYS[:4])
        assert ids(ax) == set()

    def test_ranges_that_begin_where_they_begin(self, ax, lang):
        bars(ax, lang, [10, 12, 8, 9], label={"en": "temperature (°C)", "ja": "気温(℃)"}, bottom=[12, 15, 11, 14])
        ax.set_ylim(10, 30)
        assert ids(ax) == set()

    def test_differences_to_both_sides_of_a_common_foot(self, ax, lang):
        bars(ax, lang, [12, 5, -4, -9], label={"en": "index (%)", "ja": "指数(%)"}, bottom=100)
        assert ids(ax) == set()

    def test_a_waterfall(self, ax, lang):
        steps = {"en": ["start", "won", "lost", "end"], "ja": ["期首", "獲得", "解約", "期末"]}
        bars(ax, lang, [100, 30, -20, 110], steps, SALES, bottom=[0, 100, 130, 0])
        assert ids(ax) == set()

    def test_a_line_need_not_begin_at_zero(self, ax, lang):
        ax.plot(MONTHS[lang], [61, 64, 63, 66])
        ax.set_ylabel(STAYED[lang])
        assert ids(ax) == set()

    def test_years_say_what_they_are(self, ax, lang):
        ax.plot([2021, 2022, 2023, 2024], [61, 64, 63, 66])
        ax.set_xticks([2021, 2022, 2023, 2024])
        ax.set_ylabel(STAYED[lang])
        assert ids(ax) == set()

    @pytest.mark.parametrize("look", [{"ls": "--"}, {"marker": "o"}, {"lw": 4}])
    def test_lines_that_differ_in_more_than_colour(self, ax, lang, look):
        lines(ax, lang, **look)
        ax.legend()
        assert ids(ax) == set()

    def test_error_bars_on_lines_that_differ(self, ax, lang):
        for name, look in (("A-plan", "o-"), ("B-plan", "s--")):
            ax.errorbar(MONTHS[lang], SORTED, yerr=3, fmt=look, label=name)
        ax.set_ylabel(STAYED[lang])
        ax.legend()
        assert ids(ax, interval=True) == set()

    def test_a_line_of_reference_over_bars(self, ax, lang):
        bars(ax, lang)
        ax.axhline(65, ls="--", color="red", label=str(T("target", "目標")))
        ax.legend()
        assert ids(ax) == set()

    def test_a_bar_that_is_missing(self, ax, lang):
        bars(ax, lang, [71, np.nan, 62, 60])
        assert ids(ax) == set()

    def test_lines_with_their_names_beside_them(self, ax, lang):
        lines(ax, lang)
        ax.legend()
        ax.text(3, 66, " A-plan")
        ax.annotate("B-plan", (3, 54))
        assert ids(ax) == set()

    def test_a_line_with_a_band_and_a_line_of_reference(self, ax, lang):
        ax.plot([1, 2, 3], [5.0, 6, 7], label="mean")
        ax.fill_between([1, 2, 3], [4, 5, 6], [6, 7, 8], alpha=0.3)
        ax.axhline(5.5, color="grey")
        ax.set(xlabel=str(T("week", "週")), ylabel=SALES[lang])
        assert ids(ax, interval=True) == set()

    def test_points_with_both_axes_labelled(self, ax, lang):
        ax.scatter([1, 2, 3], [30, 50, 40])
        ax.set(xlabel=str(T("seats", "席数")), ylabel=str(T("days since the last login", "最後のログインからの日数")))
        assert ids(ax) == set()

    def test_a_dot_plot_of_names(self, ax, lang):
        ax.plot(SORTED, WAYS[lang], "o")
        ax.set_xlabel(STAYED[lang])
        assert ids(ax) == set()

    def test_ticks_in_per_cent_carry_the_unit(self, ax, lang):
        bars(ax, lang, label=RATE)
        ax.yaxis.set_major_formatter(PercentFormatter())
        assert ids(ax) == set()

    def test_numbers_beside_the_bars_in_place_of_an_axis(self, ax, lang):
        drawn = bars(ax, lang, label=RATE)
        ax.bar_label(drawn, fmt="%.0f%%")
        ax.set_yticks([])
        assert ids(ax) == set()

    def test_a_title_that_says_what_and_in_which_unit(self, ax, lang):
        bars(ax, lang)
        ax.set_ylabel("")
        ax.set_title(str(T("Customers who stayed (% of those contacted)", "残った顧客(連絡した人のうち、%)")))
        assert ids(ax) == set()

    def test_panels_that_share_an_axis_and_its_label(self, lang):
        _, (left, right) = plt.subplots(1, 2, sharey=True)
        bars(left, lang)
        right.bar(WAYS[lang], SORTED)
        assert ids(right) == set()
        figure, panels = plt.subplots(1, 2)
        figure.supylabel(STAYED[lang])
        for panel in panels:
            panel.bar(WAYS[lang], SORTED)
            assert ids(panel) == set()

    def test_a_second_axis_that_repeats_the_first(self, ax, lang):
        bars(ax, lang)
        ax.twinx().set_ylim(ax.get_ylim())
        assert ids(ax) == set()
        ax.secondary_yaxis("right", functions=(lambda x: x / 100, lambda x: x * 100))
        assert ids(ax) == set()

    def test_a_rank_may_count_downwards(self, ax, lang):
        ax.plot(MONTHS[lang], [3, 2, 2, 1], marker="o")
        ax.set_ylabel(str(T("rank", "順位")))
        ax.invert_yaxis()
        assert ids(ax) == set()

    def test_a_chart_whose_caller_knows_the_order(self, ax, lang):
        bars(ax, lang, MIXED)
        assert ids(ax, ordered=True) == set()

    def test_what_pandas_draws(self, lang):
        table = pd.DataFrame({"A-plan": SORTED}, index=WAYS[lang])
        assert ids(table.plot.bar(ylabel=STAYED[lang], legend=False)) == set()
        assert ids(table.plot.barh(xlabel=STAYED[lang], legend=False)) == set()

    def test_room_below_zero_changes_no_length(self, ax, lang):
        bars(ax, lang)
        ax.set_ylim(-20, 80)
        assert ids(ax) == set()

    def test_an_empty_chart_misleads_nobody(self, ax):
        assert ids(ax) == set()
        assert ids(ax, interval=True) == set()

    def test_an_image_and_a_polar_chart_are_left_alone(self, ax):
        ax.imshow(np.eye(3))
        assert ids(ax) == set()
        polar = plt.subplots(subplot_kw={"projection": "polar"})[1]
        assert ids(polar) == set()
        polar.plot([0, 1, 2], [3, 5, 4])
        assert ids(polar) == set()


class TestMisleading:
    """Each slip, alone, gets its own name and no other."""

    @pytest.mark.parametrize("draw", [bars, level])
    @pytest.mark.parametrize("begin", [50, 61, 0.5])
    def test_an_axis_that_is_cut(self, ax, lang, draw, begin):
        draw(ax, lang)
        (ax.set_ylim if draw is bars else ax.set_xlim)(begin, 80)
        assert ids(ax) == {"cut_axis"}

    def test_an_axis_that_is_cut_above_bars_below_zero(self, ax, lang):
        bars(ax, lang, [-60, -62, -68, -71], label=SALES)
        ax.set_ylim(-80, -50)
        assert ids(ax) == {"cut_axis"}

    def test_bars_on_another_foot_than_zero(self, ax, lang):
        bars(ax, lang, [21, 18, 12, 10], bottom=50)
        ax.set_ylim(50, 80)
        assert ids(ax) == {"cut_axis"}

    def test_a_single_bar_on_a_cut_axis(self, ax, lang):
        bars(ax, lang, [62], {lang: WAYS[lang][:1]})
        ax.set_ylim(50, 70)
        (finding,) = findings(describe_chart(ax))
        assert "62" in str(finding.says)
        assert "12" in str(finding.says)

    def test_the_sentence_has_the_charts_own_numbers(self, ax, lang):
        bars(ax, lang, [90, 80, 70, 60])
        ax.set_ylim(50, 100)
        (finding,) = findings(describe_chart(ax))
        for number in ("50", "4", "1.5"):
            assert number in str(finding.says)

    def test_a_cut_too_small_for_the_digits_is_not_told_as_a_difference(self, ax, lang):
        bars(ax, lang, [71, 68, 62, 60])
        ax.set_ylim(10, 80)
        (finding,) = findings(describe_chart(ax))
        assert finding.id == "cut_axis"
        assert "10" in str(finding.says)
        assert "1.2" not in str(finding.says)

    def test_a_bar_that_the_cut_hides(self, ax, lang):
        bars(ax, lang)
        ax.set_ylim(61, 80)
        (finding,) = findings(describe_chart(ax))
        assert "60" in str(finding.says)

    def test_bars_on_a_logarithmic_axis(self, ax, lang):
        bars(ax, lang, log=True)
        assert ids(ax) == {"log_axis"}

    def test_a_bar_cut_off_above(self, ax, lang):
        bars(ax, lang)
        ax.set_ylim(0, 65)
        assert ids(ax) == {"cut_top"}

    def test_a_stack_cut_off_above(self, ax, lang):
        ax.bar(WAYS[lang], SORTED, label="A-plan")
        ax.bar(WAYS[lang], SORTED, bottom=SORTED, label="B-plan")
        ax.set_ylabel(STAYED[lang])
        ax.set_ylim(0, 100)
        assert ids(ax) == {"cut_top"}

    @pytest.mark.parametrize("draw", [bars, level])
    def test_bars_in_no_order(self, ax, lang, draw):
        draw(ax, lang, MIXED)
        assert ids(ax) == {"unsorted"}

    def test_months_out_of_order(self, ax, lang):
        bars(ax, lang, MIXED, {lang: [MONTHS[lang][i] for i in (2, 0, 3, 1)]})
        assert ids(ax) == {"unsorted"}

    def test_no_interval_where_the_caller_asks_for_one(self, ax, lang):
        bars(ax, lang)
        assert ids(ax, interval=True) == {"no_interval"}

    def test_no_interval_on_one_of_the_bars(self, ax, lang):
        bars(ax, lang, yerr=[4, 4, 0, 4])
        assert ids(ax, interval=True) == {"no_interval"}

    def test_no_interval_where_the_words_promise_one(self, ax, lang):
        bars(ax, lang)
        ax.set_title(str(T("bars with 95% CI", "棒の線は95%信頼区間")))
        assert ids(ax) == {"no_interval"}

    def test_a_line_without_its_band(self, ax, lang):
        ax.plot(MONTHS[lang], SORTED)
        ax.set_ylabel(STAYED[lang])
        assert ids(ax, interval=True) == {"no_interval"}

    def test_two_value_axes(self, ax, lang):
        ax.plot(MONTHS[lang], SORTED, marker="o")
        ax.set_ylabel(STAYED[lang])
        other = ax.twinx()
        other.plot(MONTHS[lang], [2.1, 2.3, 2.2, 2.6], ls="--")
        other.set_ylabel(SALES[lang])
        assert ids(ax) == ids(other) == {"two_axes"}

    def test_bars_and_a_line_on_two_value_axes(self, ax, lang):
        bars(ax, lang, MIXED, MONTHS)
        other = ax.twinx()
        other.plot(MONTHS[lang], [2.1, 2.3, 2.2, 2.6], ls="--")
        other.set_ylabel(SALES[lang])
        assert ids(ax) == {"two_axes"}

    def test_lines_told_apart_by_colour_alone(self, ax, lang):
        lines(ax, lang)
        ax.legend()
        (finding,) = findings(describe_chart(ax))
        assert finding.id == "colour_only"
        assert "A-plan" in str(finding.says)
        assert "B-plan" in str(finding.says)

    def test_a_legend_of_the_figure_counts(self, ax, lang):
        lines(ax, lang)
        ax.figure.legend()
        assert ids(ax) == {"colour_only"}

    def test_grouped_bars_told_apart_by_colour_alone(self, ax, lang):
        places = np.arange(4)
        ax.bar(places - 0.2, SORTED, 0.4, label="A-plan")
        ax.bar(places + 0.2, SORTED, 0.4, label="B-plan")
        ax.set_xticks(places, WAYS[lang])
        ax.set_ylabel(STAYED[lang])
        ax.legend()
        assert ids(ax) == {"colour_only"}

    @pytest.mark.parametrize("look", ["o-", "none"])
    def test_error_bars_told_apart_by_colour_alone(self, ax, lang, look):
        for name, colour in (("A-plan", "red"), ("B-plan", "blue")):
            ax.errorbar(MONTHS[lang], SORTED, yerr=3, fmt=look, color=colour, ecolor=colour, label=name)
        ax.set_ylabel(STAYED[lang])
        ax.legend()
        assert "colour_only" in ids(ax)

    def test_stacked_areas_told_apart_by_colour_alone(self, ax, lang):
        ax.stackplot([2022, 2023, 2024], SORTED[:3], SORTED[:3], labels=["A-plan", "B-plan"])
        ax.set(ylabel=STAYED[lang], xticks=[2022, 2023, 2024])
        ax.legend()
        assert ids(ax) == {"colour_only"}

    def test_points_told_apart_by_colour_alone(self, ax, lang):
        for name in ("stayed", "left"):
            ax.scatter([1, 2], [3, 4], label=name)
        ax.set(xlabel=str(T("seats", "席数")), ylabel=SALES[lang])
        ax.legend()
        assert ids(ax) == {"colour_only"}
        ax.clear()
        for name, marker in (("stayed", "o"), ("left", "D")):
            ax.scatter([1, 2], [3, 4], label=name, marker=marker)
        ax.set(xlabel=str(T("seats", "席数")), ylabel=SALES[lang])
        ax.legend()
        assert ids(ax) == set()

    def test_an_axis_without_a_label(self, ax, lang):
        bars(ax, lang)
        ax.set_ylabel("")
        assert ids(ax) == {"missing_label"}

    def test_a_title_is_no_label(self, ax, lang):
        bars(ax, lang)
        ax.set_ylabel("")
        ax.set_title(str(T("Phone calls keep 30% more", "電話なら30%多く残る")))
        assert ids(ax) == {"missing_label"}

    def test_numbers_along_the_bottom_that_say_nothing(self, ax, lang):
        ax.plot([1, 2, 3], SORTED[:3])
        ax.set_ylabel(STAYED[lang])
        assert ids(ax) == {"missing_label"}

    @pytest.mark.parametrize("draw", [bars, level])
    def test_a_label_without_a_unit(self, ax, lang, draw):
        draw(ax, lang, label=RATE)
        (finding,) = findings(describe_chart(ax))
        assert finding.id == "no_unit"
        assert RATE[lang] in str(finding.says)

    @pytest.mark.parametrize("draw", [bars, level])
    def test_a_value_axis_that_runs_backwards(self, ax, lang, draw):
        draw(ax, lang)
        (ax.invert_yaxis if draw is bars else ax.invert_xaxis)()
        assert ids(ax) == {"inverted"}

    def test_a_line_upside_down(self, ax, lang):
        ax.plot(MONTHS[lang], SORTED)
        ax.set_ylabel(STAYED[lang])
        ax.invert_yaxis()
        assert ids(ax) == {"inverted"}

    def test_a_pie(self, ax, lang):
        ax.pie(SORTED, labels=WAYS[lang])
        assert ids(ax) == {"pie"}

    @pytest.mark.parametrize("draw", ["bar", "barh"])
    def test_bars_on_a_circle(self, draw):
        ax = plt.subplots(subplot_kw={"projection": "polar"})[1]
        getattr(ax, draw)([0, 1, 2], [3, 5, 4])
        (finding,) = findings(describe_chart(ax))
        assert finding.id == "round_bars"
        assert str(finding.says)

    def test_bars_in_depth(self):
        ax = plt.figure().add_subplot(projection="3d")
        ax.bar3d([1, 2], [1, 1], [0, 0], 1, 1, [3, 4])
        assert ids(ax) == {"three_d"}


def test_the_gravest_comes_first_and_each_once(lang, ax):
    bars(ax, lang, MIXED, label=RATE)
    ax.set_ylim(55, 72)
    other = ax.twinx()
    other.bar(WAYS[lang], MIXED)
    other.set_ylim(50, 72)
    found = [finding.id for finding in findings(describe_chart(ax), interval=True)]
    assert found == ["two_axes", "cut_axis", "unsorted", "no_interval", "no_unit", "missing_label"]


def test_every_finding_says_what_and_the_way_out_in_one_sentence_each(lang, ax):
    bars(ax, lang, MIXED, label=RATE)
    ax.set_ylim(55, 65)
    for finding in findings(describe_chart(ax), interval=True):
        for text in (finding.says, finding.mend):
            assert str(text)[-1] in ".。"
            assert "{" not in str(text)
