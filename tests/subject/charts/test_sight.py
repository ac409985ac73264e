"""A chart whose reader sees something else than its numbers has a finding, and one that only looks different has none."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.patheffects import Stroke
from matplotlib.ticker import EngFormatter, FuncFormatter, PercentFormatter
from matplotlib.transforms import Affine2D

from mlcurric.question.plain import to_plain
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions.lesson_1_6.repaired_chart import repaired_chart, stayed
from mlcurric.subject.charts import covering
from mlcurric.subject.charts.bars import show_bars
from mlcurric.subject.charts.describe import describe_chart
from mlcurric.subject.charts.honesty import findings
from mlcurric.text import LANGUAGES, T, speaking


class Elsewhere(Axes):
    def get_xlim(self):
        return 0.0, 100.0


def another_class(ax):
    ax.__class__ = Elsewhere
    ax.set_xlim(50, 100)


def another_method(ax):
    ax.set_xlim(50, 100)
    ax.get_xlim = lambda: (0.0, 100.0)


def another_length(ax):
    ax.patches[0].get_width = lambda: 71.1
    Rectangle.set_width(ax.patches[0], 99)


def other_texts(ax):
    ax.set_xticks(ax.get_xticks()[:5], ["0", "500", "900", "9999", "99999"])


def each(change):
    return lambda ax: [change(bar) for bar in ax.patches]


def clipped(ax):
    for bar in ax.patches:
        bar.set_clip_path(Rectangle((0, 0), 0.3, 1, transform=ax.transAxes))


def stretched(ax):
    ax.patches[0].set_transform(Affine2D().scale(2, 1) + ax.patches[0].get_transform())


def another_chart_on_top(ax):
    ax.figure.add_axes(ax.get_position(), xlim=(0, 1)).set_position([0.1, 0.1, 0.9, 0.9])


def bars_of_the_ground(ax):
    for bar in list(ax.patches)[1:]:
        half = bar.get_width() / 2
        ax.barh(bar.get_y() + bar.get_height() / 2, half, bar.get_height(), left=half, color="w", zorder=9)


LIES = {
    "a class of one's own": (another_class, "altered"),
    "a method of one's own": (another_method, "altered"),
    "a bar's method of one's own": (another_length, "altered"),
    "texts at the ticks": (other_texts, "wrong_ticks"),
    "ten times the numbers": (lambda ax: ax.xaxis.set_major_formatter(lambda v, p: f"{10 * v:g} %"), "wrong_ticks"),
    "per cent of ten": (lambda ax: ax.xaxis.set_major_formatter(PercentFormatter(xmax=10)), "wrong_ticks"),
    "an area over all": (lambda ax: ax.add_patch(Rectangle((0, 0), 1, 1, transform=ax.transAxes, color="w", zorder=9)), "covered"),
    "bars in the colour of the ground": (bars_of_the_ground, "covered"),
    "a picture over all": (lambda ax: ax.imshow(np.ones((2, 2)), extent=(0, 100, -1, 5), aspect="auto", zorder=50), "covered"),
    "an area over the ends": (lambda ax: ax.fill_betweenx([-1, 4], 60, 90, color="w", zorder=9), "covered"),
    "an area of the figure": (lambda ax: ax.figure.add_artist(Rectangle((0, 0), 1, 1, color="w")), "covered"),
    "a chart over all": (another_chart_on_top, "covered"),
    "a thick line": (lambda ax: ax.plot([10, 40], [1, 1], lw=90, color="w", zorder=9), "covered"),
    "a line of reference": (lambda ax: ax.axvline(40, lw=200, color="w", zorder=9), "covered"),
    "a large point": (lambda ax: ax.scatter([40], [1], s=40_000, marker="s", color="w", zorder=9), "covered"),
    "a box of text": (lambda ax: ax.text(40, 1.5, "\n".join([" " * 110] * 12), bbox={"fc": "w", "ec": "w"}, zorder=9, ha="center", va="center"), "covered"),
    "a legend": (lambda ax: ax.legend(ax.patches[:1], ["\n".join([" " * 100] * 12)], frameon=True, facecolor="w", edgecolor="w", framealpha=1, loc="center"), "covered"),
    "a table": (lambda ax: ax.table([["", ""]], bbox=[0.2, 0, 0.6, 0.6], cellColours=[["w", "w"]], zorder=9), "covered"),
    "blocks of text": (lambda ax: ax.text(10, 1.5, "\n".join(["█" * 60] * 20), family="DejaVu Sans", color="w", zorder=9, va="center", linespacing=0.7), "covered"),
    "thin lines side by side": (lambda ax: ax.hlines(np.linspace(-0.5, 3.5, 400), 30, 90, color="w", lw=1, zorder=9), "covered"),
    "thin white lines, a few": (lambda ax: ax.vlines(np.linspace(45, 62, 30), -0.5, 3.5, color="w", lw=2.5, zorder=9), "covered"),
    "a stroke around a line": (lambda ax: ax.axvline(45, lw=1, color="k", zorder=9, path_effects=[Stroke(linewidth=300, foreground="w")]), "covered"),
    "a grid": (lambda ax: (ax.set_axisbelow(False), ax.grid(axis="x", lw=60, color="w")), "covered"),
    "a text that says it is not drawn": (lambda ax: setattr(ax.text(40, 1, " " * 90), "draw", lambda renderer: None), "altered"),
    "see-through bars": (each(lambda bar: bar.set_alpha(0)), "other_data"),
    "bars as white as the paper": (each(lambda bar: bar.set(facecolor="w", edgecolor="w")), "other_data"),
    "clipped bars": (clipped, "other_data"),
    "a stretched bar": (stretched, "other_data"),
    "a turned bar": (lambda ax: ax.patches[0].set_angle(5), "other_data"),
    "a chart as small as a point": (lambda ax: ax.set_position([0, 0, 0.001, 0.001]), "other_data"),
    "see-through intervals": (lambda ax: [each.set_alpha(0) for each in ax.collections], "no_interval"),
    "intervals elsewhere": (lambda ax: [each.set_transform(ax.transAxes) for each in ax.collections], "no_interval"),
    "an axis that never ends": (lambda ax: ax.set_xlim(0, 100_000), "empty_axis"),
    "an axis four times too long": (lambda ax: ax.set_xlim(0, 300), "empty_axis"),
}  # fmt: skip


def answer(change):
    ax = show_bars(stayed(), starts_at=0, order="largest", interval=True, label=T("customers who stayed", "残った顧客"))
    change(ax)
    return judge(repaired_chart, to_plain(ax))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("lie", LIES)
def test_what_the_reader_does_not_see_is_no_full_answer(lie, lang):
    change, found = LIES[lie]
    with speaking(lang):
        told = answer(change)
    assert (told.status, told.misconception) == (Status.FAILED, found)
    assert told.share == {"wrong_ticks": 3 / 4, "empty_axis": 3 / 4, "no_interval": 1 - 1 / 3}.get(found, 0)


HONEST = {
    "as it is": lambda ax: None,
    "hollow bars": each(lambda bar: bar.set(facecolor="none", edgecolor="k", linewidth=1)),
    "pale bars": each(lambda bar: bar.set_alpha(0.3)),
    "hatched bars": each(lambda bar: bar.set(facecolor="w", hatch="//")),
    "an area behind": lambda ax: ax.axvspan(0, 50, color="0.9", zorder=0),
    "a pale area": lambda ax: ax.axvspan(0, 50, color="r", alpha=0.2),
    "notes in boxes": lambda ax: ax.text(30, 0, "30", bbox={"facecolor": "w"}),
    "numbers in the bars": lambda ax: ax.bar_label(ax.containers[0], label_type="center", color="w", weight="bold"),
    "boxed numbers in the bars": lambda ax: ax.bar_label(ax.containers[0], label_type="center", bbox={"fc": "w"}),
    "boxed numbers at the ends": lambda ax: [ax.text(bar.get_width(), i, "68 %", bbox={"fc": "w"}, ha="right", va="center") for i, bar in enumerate(ax.patches)],
    "a grid above": lambda ax: (ax.set_axisbelow(False), ax.grid(color="k", lw=1.5)),
    "a line of reference": lambda ax: ax.axvline(60, color="r", lw=2, zorder=9),
    "points at the ends": lambda ax: ax.plot([bar.get_width() for bar in ax.patches], range(len(ax.patches)), "ko", ms=10),
    "an arrow": lambda ax: ax.annotate("here", (60, 1), (20, 2), arrowprops={"arrowstyle": "->"}),
    "a legend with its usual frame": lambda ax: ax.legend(ax.patches[:1], ["stayed"], frameon=True, loc="center"),
    "thick edges": each(lambda bar: bar.set(edgecolor="k", linewidth=3)),
    "a title that cannot be set": lambda ax: ax.set_title("$\\frac{1}$ (of 100)"),
    "a small picture beside": lambda ax: ax.inset_axes([0.97, 0.9, 0.03, 0.05]),
    "per cent": lambda ax: ax.xaxis.set_major_formatter(PercentFormatter()),
    "a unit at each tick": lambda ax: ax.xaxis.set_major_formatter(lambda v, p: f"{v:.0f}人"),
    "ticks of one's own": lambda ax: ax.set_xticks([0, 20, 40, 60], ["0", "20", "40", "60 of 100"]),
    "words at the ends": lambda ax: ax.set_xticks([0, 70], ["none", "most"]),
    "the axis to 100": lambda ax: ax.set_xlim(0, 100),
    "reaching past the paper": lambda ax: [bar.set_clip_on(False) for bar in ax.patches],
    "another ground": lambda ax: ax.set_facecolor("#eeeeee"),
}  # fmt: skip


@pytest.mark.parametrize("look", HONEST)
def test_looks_that_leave_the_numbers_readable_cost_nothing(look):
    told = answer(HONEST[look])
    assert told.status is Status.PASSED, (told.misconception, told.seen)


def test_a_chart_with_nothing_on_its_bars_is_not_drawn(monkeypatch):
    """To draw it twice costs ten times as much as all the rest of the description."""
    drawn = []
    monkeypatch.setattr(covering, "_picture", lambda *_: drawn.append(1))
    assert answer(HONEST["as it is"]).status is Status.PASSED
    assert not drawn
    answer(LIES["a large point"][0])
    assert drawn


OTHERS = {
    "stacked": lambda ax: (ax.bar([0, 1], [5, 4]), ax.bar([0, 1], [3, 2], bottom=[5, 4])),
    "side by side": lambda ax: (ax.bar([0, 1], [5, 4], width=0.4), ax.bar([0.4, 1.4], [3, 2], width=0.4)),
    "one in the other": lambda ax: (ax.bar([0, 1], [5, 4], color="0.8"), ax.bar([0, 1], [5, 3], width=0.3)),
    "a waterfall on white feet": lambda ax: (ax.bar([0, 1], [0, 4], color="w"), ax.bar([0, 1], [4, 2], bottom=[0, 4])),
    "downwards": lambda ax: ax.bar([0, 1], [-5, -4], yerr=0.2),
    "upside down": lambda ax: (ax.bar([0, 1], [5, 4], yerr=0.2), ax.invert_yaxis()),
    "many, with error bars": lambda ax: ax.bar(range(60), range(60, 0, -1), yerr=5),
    "short and long, with numbers": lambda ax: ax.bar_label(ax.bar(range(12), [2**n for n in range(12)])),
    "a histogram in front of another": lambda ax: (ax.hist([1, 2, 2, 3], alpha=0.5), ax.hist([2, 3, 3], alpha=0.5)),
    "the edge of the picture": lambda ax: (ax.bar([0, 1], [5, 4]), ax.set_ylim(0, 3)),
}


@pytest.mark.parametrize("dpi", [40, 300])
@pytest.mark.parametrize("drawn", OTHERS)
def test_bars_do_not_hide_each_other(drawn, dpi):
    figure, ax = plt.subplots(dpi=dpi)
    OTHERS[drawn](ax)
    looks = ("_facecolor", "_edgecolor", "_alpha", "_fill", "_hatch", "_path_effects")
    before = [[vars(bar)[look] for look in looks] for bar in ax.patches]
    assert describe_chart(ax)["covered"] == 0
    assert [[vars(bar)[look] for look in looks] for bar in ax.patches] == before
    assert figure.dpi == dpi


@pytest.mark.parametrize("upside_down", [False, True])
@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("level", [False, True])
def test_what_lies_over_the_end_of_a_bar_is_found_on_either_side_of_zero(level, sign, upside_down):
    """A foot that is not seen leaves its end to be read; an end that is not seen makes it another number."""
    for low, high, found in ((80, 101, 2), (0, 21, 0)):
        ax = plt.subplots()[1]
        (ax.barh if level else ax.bar)(["a", "b"], [sign * 100, sign * 95])
        (ax.axvspan if level else ax.axhspan)(sign * low, sign * high, color="w", zorder=9)
        if upside_down:
            (ax.invert_xaxis if level else ax.invert_yaxis)()
        assert describe_chart(ax)["covered"] == found


@pytest.mark.parametrize(
    ("values", "form", "wrong"),
    [
        ([0.7, 0.6], PercentFormatter(xmax=1), False),
        ([0.7, 0.6], FuncFormatter(lambda v, p: f"{v:.1f}"), False),
        ([0.7, 0.6], FuncFormatter(lambda v, p: f"{10 * v:.0f}割"), False),
        ([0.7, 0.6], FuncFormatter(lambda v, p: f"{10 * v:.0f}"), True),
        ([0.7, 0.6], FuncFormatter(lambda v, p: f"{v:.2f}".replace(".", ",")), False),
        ([7e6, 6e6], FuncFormatter(lambda v, p: f"{v / 1e6:.0f}M"), False),
        ([7e6, 6e6], FuncFormatter(lambda v, p: f"{v / 1e4:,.0f}万円"), False),
        ([7e6, 6e6], FuncFormatter(lambda v, p: f"¥{v:,.0f}"), False),
        ([7e3, 6e3], EngFormatter(), False),
        ([7e6, 6e6], None, False),
        ([-7, 6], FuncFormatter(lambda v, p: f"−{-v:.0f}" if v < 0 else f"{v:.0f}"), False),
        ([7e6, 6e6], FuncFormatter(lambda v, p: f"{v / 1e5:.0f}M"), True),
        ([0.7, 0.6], FuncFormatter(lambda v, p: f"{1000 * v:.0f}%"), True),
        ([70, 60], FuncFormatter(lambda v, p: f"{100 * v:.0f}"), True),
        ([70, 60], FuncFormatter(lambda v, p: "5"), True),
        ([70, 60], FuncFormatter(lambda v, p: f"{v + 20:.0f}"), True),
    ],
)
def test_numbers_at_ticks_may_be_counted_in_thousands_and_not_be_others(values, form, wrong):
    ax = plt.subplots()[1]
    ax.bar(["a", "b"], values)
    if form:
        ax.yaxis.set_major_formatter(form)
    ids = {finding.id for finding in findings(describe_chart(ax))}
    assert ("wrong_ticks" in ids) == wrong
