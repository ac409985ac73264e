"""Any chart that matplotlib can make gives a description of the fixed form, and what it says is what was drawn."""

import datetime
import json
import math
import random

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from mlcurric.question.plain import dumps, loads, to_plain
from mlcurric.subject.charts.describe import describe_chart, panels
from mlcurric.subject.charts.honesty import findings
from mlcurric.subject.charts.schema import is_description
from mlcurric.subject.charts.words import in_words

DAYS = [datetime.date(2024, month, 1) for month in (1, 2, 3)]
RANDOM = np.random.default_rng(3)


def colour_bar(ax):
    ax.figure.colorbar(ax.imshow(np.eye(4)))


def crowded(ax):
    for each in range(60):
        ax.plot(RANDOM.random(500), label=f"line {each} " + "x" * 300)
        ax.scatter(RANDOM.random(500), RANDOM.random(500), label=f"cloud {each}")
    ax.bar(range(400), RANDOM.random(400), yerr=0.1, label="b" * 500, tick_label=["t" * 300] * 400)
    for each in range(300):
        ax.text(each, 0.5, "note " * 100)
    ax.legend()
    twin = ax.twinx()
    twin.bar(range(400), RANDOM.random(400), yerr=0.1, label="c" * 500, tick_label=["t" * 300] * 400)
    for each in range(60):
        twin.plot(RANDOM.random(500), label=f"line {each} " + "x" * 300)
        twin.text(each, 0.5, "note " * 100)
    twin.legend()


DRAWN = {
    "nothing": lambda ax: None,
    "bars": lambda ax: ax.bar(["a", "b"], [1, 2]),
    "no bars": lambda ax: ax.bar([], []),
    "not a number": lambda ax: ax.bar(["a", "b"], [1, np.nan]),
    "endless": lambda ax: ax.plot([1, np.inf, 3], [1, 2, np.nan]),
    "masked": lambda ax: ax.scatter(np.ma.masked_less([1, 2, 3], 2), [1, 2, 3]),
    "huge": lambda ax: ax.bar(["a"], [1e308]),
    "pie": lambda ax: ax.pie([1, 2, 3], labels=["a", "b", "c"]),
    "image": lambda ax: ax.imshow(np.eye(4)),
    "colour bar": colour_bar,
    "dates": lambda ax: ax.bar(DAYS, [1, 2, 3]),
    "schedule": lambda ax: ax.barh(["a", "b"], [datetime.timedelta(3)] * 2, left=DAYS[:2]),
    "log": lambda ax: ax.bar(["a"], [3], log=True),
    "boxes": lambda ax: ax.boxplot([[1, 2, 3], [2, 3, 4]]),
    "violins": lambda ax: ax.violinplot([[1, 2, 3], [2, 3, 4]]),
    "steps": lambda ax: ax.stairs([1, 2, 3]),
    "histogram": lambda ax: ax.hist(RANDOM.normal(size=(200, 3)), histtype="step"),
    "stem": lambda ax: ax.stem([1, 2, 3]),
    "hexagons": lambda ax: ax.hexbin(*RANDOM.random((2, 50))),
    "contours": lambda ax: ax.contourf(RANDOM.random((5, 5))),
    "arrows": lambda ax: ax.quiver([0], [0], [1], [1]),
    "table": lambda ax: ax.table([["a", "b"]]),
    "spans": lambda ax: (ax.axhline(1), ax.axvspan(0, 1), ax.axline((0, 0), slope=1)),
    "half a character": lambda ax: (ax.bar(["a"], [1]), ax.set_title("\ud800")),
    "broken mathematics": lambda ax: ax.set_title("$\\frac{1}$"),
    "ten thousand points": lambda ax: (ax.plot(RANDOM.random(10_000)), ax.scatter(*RANDOM.random((2, 10_000)))),
    "two thousand bars": lambda ax: ax.bar(range(2_000), RANDOM.random(2_000), yerr=0.1),
    "hidden": lambda ax: (ax.bar(["a"], [1]), ax.axis("off")),
    "no ticks": lambda ax: (ax.bar(["a"], [1]), ax.set(xticks=[], yticks=[])),
    "pandas": lambda ax: pd.DataFrame({"a": [1, 2], "b": [2, 1]}).plot.bar(ax=ax),
    "periods": lambda ax: pd.Series([1, 2, 3], index=pd.period_range("2024-01", periods=3, freq="M")).plot(ax=ax),
}
PROJECTIONS = {
    "polar": lambda ax: ax.bar([0, 1], [3, 4]),
    "3d": lambda ax: ax.bar3d([1, 2], [1, 1], [0, 0], 1, 1, [3, 4]),
    "mollweide": lambda ax: ax.plot([0, 1], [0, 1]),
}


def holds(ax):
    """Describe, send, judge and say it."""
    description = to_plain(ax)
    assert is_description(description), description
    sent = loads(dumps(description))
    assert is_description(sent)
    # As text: not a number is not equal to itself.
    assert dumps(sent) == dumps(description)
    assert [finding.id for finding in findings(sent, interval=True)] == [
        finding.id for finding in findings(describe_chart(ax), interval=True)
    ]
    assert str(in_words(sent))
    return sent


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("draw", DRAWN.values(), ids=list(DRAWN))
def test_whatever_is_drawn_has_a_description(draw):
    ax = plt.subplots()[1]
    draw(ax)
    holds(ax)


@pytest.mark.parametrize("projection", PROJECTIONS)
def test_every_projection_has_a_description(projection):
    ax = plt.figure().add_subplot(projection=projection)
    PROJECTIONS[projection](ax)
    assert holds(ax)["projection"] == projection


def test_a_crowded_chart_is_cut_short_and_says_so():
    ax = plt.subplots()[1]
    crowded(ax)
    description = holds(ax)
    assert description["left_out"] > 500
    assert len(dumps(description)) < 1_000_000
    assert max(len(line["x"]) for line in description["lines"]) == 100
    assert description["lines"][0]["n"] == 500


def test_upright_bars():
    ax = plt.subplots()[1]
    ax.bar(["a", "b"], [3, -1], width=0.5, yerr=[0.5, 0], color=["red", "#00ff00"], hatch=["", "//"], label="plan")
    ax.set(xlabel="way", ylabel="people", title="Who\nstayed?", ylim=(-2, 5))
    chart = describe_chart(ax)
    first, second = chart["bars"]
    assert first == {
        "horizontal": False,
        "series": 0,
        "name": "plan",
        "label": "a",
        "at": 0.0,
        "width": 0.5,
        "base": 0.0,
        "length": 3.0,
        "low": 2.5,
        "high": 3.5,
        "colour": "#ff0000",
        "hatch": "",
    }
    assert (second["label"], second["length"], second["low"], second["hatch"]) == ("b", -1.0, None, "//")
    assert chart["title"] == "Who stayed?"
    assert (chart["x"]["label"], chart["x"]["holds"], chart["x"]["ticks"]) == ("way", "categories", ["a", "b"])
    assert (chart["y"]["low"], chart["y"]["high"], chart["y"]["inverted"]) == (-2, 5, False)


def test_level_bars_and_an_axis_the_other_way_round():
    ax = plt.subplots()[1]
    ax.barh(["a", "b"], [3, 4], left=[1, 0], xerr=1)
    ax.set(xlim=(9, 0), xscale="symlog")
    chart = describe_chart(ax)
    assert [(bar["horizontal"], bar["base"], bar["length"]) for bar in chart["bars"]] == [(True, 1, 3), (True, 0, 4)]
    assert [(bar["low"], bar["high"]) for bar in chart["bars"]] == [(3, 5), (3, 5)]
    assert (chart["x"]["inverted"], chart["x"]["scale"], chart["x"]["low"], chart["x"]["high"]) == (
        True,
        "symlog",
        0,
        9,
    )


def test_grouped_bars_share_the_name_of_their_tick():
    ax = plt.subplots()[1]
    ax.bar([-0.2, 0.8], [1, 2], 0.4, label="2023")
    ax.bar([0.2, 1.2], [3, 4], 0.4, label="2024")
    ax.set_xticks([0, 1], ["a", "b"])
    chart = describe_chart(ax)
    assert [(bar["series"], bar["label"]) for bar in chart["bars"]] == [(0, "a"), (0, "b"), (1, "a"), (1, "b")]


def test_lines_and_their_legend():
    ax = plt.subplots()[1]
    ax.plot([1, 2], [3, 4], "--", color="red", label="one")
    ax.plot([1, 2], [4, 3], "o", color="blue", mfc="none", label="two")
    ax.axhline(3.5)
    ax.legend()
    chart = describe_chart(ax)
    assert [line["reference"] for line in chart["lines"]] == [False, False, True]
    assert (chart["lines"][0]["x"], chart["lines"][0]["y"], chart["lines"][0]["colour"]) == ([1, 2], [3, 4], "#ff0000")
    assert [entry["label"] for entry in chart["legend"]] == ["one", "two"]
    assert [entry["colour"] for entry in chart["legend"]] == ["#ff0000", "#0000ff"]
    assert len({entry["sign"] for entry in chart["legend"]}) == 2


@pytest.mark.parametrize(
    ("draw", "holds"),
    [
        (lambda ax: ax.plot([1, 2], [1, 2]), "numbers"),
        (lambda ax: ax.plot(DAYS, [1, 2, 3]), "dates"),
        (lambda ax: ax.plot(["a", "b"], [1, 2]), "categories"),
        (lambda ax: (ax.plot([1, 2], [1, 2]), ax.set_xticks([1, 2])), "numbers"),
        (lambda ax: (ax.plot([1, 2], [1, 2]), ax.set_xticks([1, 2], ["2023", "2024"])), "categories"),
        (lambda ax: (ax.plot([1, 2], [1, 2]), ax.xaxis.set_major_formatter(PercentFormatter())), "numbers"),
        (lambda ax: pd.Series([1, 2], index=pd.period_range("2024", periods=2, freq="D")).plot(ax=ax), "dates"),
        (lambda ax: pd.Series([1, 2], index=["a", "b"]).plot.bar(ax=ax), "categories"),
    ],
)
def test_what_an_axis_holds(draw, holds):
    ax = plt.subplots()[1]
    draw(ax)
    assert describe_chart(ax)["x"]["holds"] == holds


def test_a_twin_is_seen_from_either_side_and_a_neighbour_is_none():
    _, (ax, neighbour) = plt.subplots(1, 2)
    ax.plot([1, 2])
    twin = ax.twinx()
    twin.plot([3, 4])
    assert describe_chart(ax)["twin"]["lines"][0]["y"] == [3, 4]
    assert describe_chart(twin)["twin"]["lines"][0]["y"] == [1, 2]
    assert describe_chart(neighbour)["twin"] is None


def test_the_panels_of_a_figure_leave_out_twins_and_colour_bars():
    figure, (left, right) = plt.subplots(1, 2)
    left.twinx()
    figure.colorbar(right.imshow(np.eye(3)))
    assert panels(figure) == [left, right]


def test_a_chart_of_a_closed_figure_is_described_all_the_same():
    figure, ax = plt.subplots()
    ax.bar(["a", "b"], [1, 2])
    before = describe_chart(ax)
    plt.close(figure)
    assert describe_chart(ax) == before
    figure.canvas.draw()
    assert describe_chart(ax) == before


def test_an_artist_that_fails_is_left_out():
    ax = plt.subplots()[1]
    bars = ax.bar(["a", "b"], [1, 2])
    bars[1].get_facecolor = lambda: 1 / 0
    ax.get_legend = lambda: 1 / 0
    ax.get_title = lambda loc: 1 / 0
    ax.get_xlim = lambda: 1 / 0
    ax.xaxis.get_ticklabels = lambda: 1 / 0
    chart = holds(ax)
    assert [bar["length"] for bar in chart["bars"]] == [1, 2]
    assert chart["bars"][1]["colour"] == ""


def forged(change):
    ax = plt.subplots()[1]
    ax.bar(["a", "b"], [1, 2])
    ax.twinx()
    chart = json.loads(json.dumps(describe_chart(ax)))
    assert is_description(chart)
    change(chart)
    return chart


@pytest.mark.parametrize(
    "change",
    [
        lambda chart: chart.update(kind="table"),
        lambda chart: chart.pop("bars"),
        lambda chart: chart.update(more=1),
        lambda chart: chart.update(bars={}),
        lambda chart: chart["bars"].append(3),
        lambda chart: chart["bars"][0].update(at="0"),
        lambda chart: chart["bars"][0].update(at=None),
        lambda chart: chart["bars"][0].update(low=[]),
        lambda chart: chart["bars"][0].pop("at"),
        lambda chart: chart["x"].update(inverted=1),
        lambda chart: chart["twin"].update(twin=chart["twin"].copy()),
        lambda chart: chart.update(twin=[]),
        lambda chart: chart.update(areas=True),
        lambda chart: chart.update(areas=-1),
        lambda chart: chart.update(title="x" * 201),
        lambda chart: chart.update(title="two\nlines"),
        lambda chart: chart["x"].update(label="(" + " " * 100),
        lambda chart: chart["x"].update(ticks=["1"] * 41),
        lambda chart: chart["x"].update(ticks=["t" * 81]),
        lambda chart: chart["x"].update(holds="people"),
        lambda chart: chart["x"].update(low=math.nan),
        lambda chart: chart["y"].update(high=math.inf),
        lambda chart: chart["y"].update(low=9.0, high=1.0),
        lambda chart: chart["y"].update(high=10**400),
        lambda chart: chart.update(bars=chart["bars"] * 101),
        lambda chart: chart["bars"][0].update(low=1.0),
        lambda chart: chart["bars"][0].update(low=math.nan, high=1.0),
        lambda chart: chart["bars"][0].update(colour="red"),
        lambda chart: chart.update(texts=["x"] * 51),
        lambda chart: chart.update(error_bars=[{"vertical": True, "at": 0.0, "low": math.nan, "high": 1.0}]),
        lambda chart: chart["twin"].update(title="x" * 201),
    ],
)
def test_a_forged_description_is_none(change):
    assert not is_description(forged(change))


NUMBERS = [0.0, -0.0, 1.0, -7.5, 5e-324, 1e308, -1e308]
ANY_NUMBERS = [*NUMBERS, math.nan, math.inf, -math.inf]


def changed(chart, lot):
    """A description with some of its numbers, texts and flags replaced, as whoever types one may do."""
    for layer in filter(None, (chart, chart["twin"])):
        for axis in (layer["x"], layer["y"]):
            axis["low"], axis["high"] = sorted(lot.choices(NUMBERS, k=2))
            axis["inverted"] = lot.random() < 0.2
            axis["scale"] = lot.choice(["linear", "linear", "log", "?"])
            axis["holds"] = lot.choice(["numbers", "categories", "dates"])
            axis["label"] = lot.choice(["", "churn rate", "people (%)", "(" * 200])
            axis["ticks"] = lot.choice([[], ["1", "2"], ["2024"], ["a"] * 40])
        for bar in layer["bars"]:
            bar.update(
                {name: lot.choice(ANY_NUMBERS) for name in ("at", "width", "base", "length") if lot.random() < 0.5}
            )
            bar["horizontal"], bar["series"] = lot.random() < 0.5, lot.randrange(3)
            bar["label"] = lot.choice(["a", "", "9" * 80, "令和元", "1月"])
        layer["projection"] = lot.choice(["rectilinear"] * 5 + ["polar", "3d", "mine"])
    return chart


@pytest.mark.parametrize("seed", range(150))
def test_whatever_is_a_description_is_judged_and_said(seed):
    lot = random.Random(seed)
    ax = plt.figure().add_subplot()
    ax.bar(["a", "b", "c", "d"], [3, 1, 2, 4], yerr=lot.choice([None, 0.5]))
    ax.bar(["a", "b", "c", "d"], [1, 1, 1, 1], bottom=[3, 1, 2, 4])
    if lot.random() < 0.5:
        ax.twinx().barh([1, 2], [3, 4])
    chart = changed(describe_chart(ax), lot)
    assert is_description(chart)
    for interval in (False, True):
        for finding in findings(chart, interval=interval):
            assert str(finding.says)
    assert str(in_words(chart))


def test_an_axis_that_ends_nowhere_is_no_description_and_honesty_is_asked_of_a_real_one():
    nowhere = forged(lambda chart: chart["y"].update(low=math.nan))
    assert not is_description(nowhere)
    ax = plt.subplots()[1]
    ax.bar(["a", "b"], [1, 2])
    ax.get_ylim = lambda: (math.nan, 3.0)
    assert (describe_chart(ax)["y"]["low"], describe_chart(ax)["y"]["high"]) == (0, 1)
    holds(ax)


class Stop(BaseException):
    """No ``Exception``: what a program ends with."""


@pytest.mark.parametrize("error", [ValueError, SystemExit, GeneratorExit, Stop, type("Key", (KeyboardInterrupt,), {})])
@pytest.mark.parametrize("name", ["xaxis", "name", "figure", "axison", "containers", "get_xlim", "get_title"])
def test_an_axes_of_ones_own_ends_nothing(name, error):
    class Own(Axes):
        armed = False

        def __getattribute__(self, wanted):
            if wanted == name and Axes.__getattribute__(self, "armed"):
                raise error
            return Axes.__getattribute__(self, wanted)

    figure = plt.figure()
    ax = figure.add_axes(Own(figure, [0.1, 0.1, 0.8, 0.8]))
    ax.bar(["a", "b"], [1, 2])
    ax.armed = True
    assert is_description(describe_chart(ax))
    assert is_description(to_plain(ax))
    assert to_plain([ax, 3])[1] == 3


def test_a_name_that_cannot_be_written_is_left_out():
    class Wordless:
        def __str__(self):
            raise SystemExit

    ax = plt.subplots()[1]
    ax.name = Wordless()
    assert describe_chart(ax)["projection"] == ""


def test_a_key_pressed_to_stop_stops():
    ax = plt.subplots()[1]

    def pressed():
        raise KeyboardInterrupt

    ax.get_xlim = pressed
    for read in (describe_chart, to_plain):
        with pytest.raises(KeyboardInterrupt):
            read(ax)


@pytest.mark.parametrize("value", [None, 3, "chart", plt.Figure()])
def test_only_a_chart_is_described(value):
    with pytest.raises(TypeError, match="needs the chart"):
        describe_chart(value)


def test_a_long_pattern_of_a_legend_is_cut_like_any_text():
    ax = plt.subplots()[1]
    ax.bar(["a"], [1], hatch="/" * 300, label="a")
    ax.legend()
    assert holds(ax)["legend"]


@pytest.mark.parametrize("value", [None, ..., 3, "chart", [], {}, {"kind": "chart"}])
def test_other_data_are_no_description(value):
    assert not is_description(value)
