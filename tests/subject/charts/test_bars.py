"""Ready-made bars: what each setting does, what is said of a wrong one, and that three dots run."""

import itertools
import math

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from mlcurric import subject
from mlcurric.subject import SettingError, bar_values, describe_chart, findings, show_bars, show_two
from mlcurric.text import LANGUAGES, T, speaking

STAYED = {"e-mail": (31, 50), "phone": (64, 90), "nobody": (120, 200), "letter": (27, 40)}
LABEL = T("customers who stayed", "残った顧客")
SALES = {"east": 120.5, "west": 80, "south": 101}


@pytest.fixture(params=LANGUAGES, autouse=True)
def language(request, recwarn):
    with speaking(request.param):
        subject.use_style()
        yield request.param
    # A glyph that no font has is only a warning to matplotlib, and a box to the reader.
    assert [str(warning.message) for warning in recwarn if "Glyph" in str(warning.message)] == []


def draw(*args, **settings):
    ax = show_bars(*args, **settings)
    plt.gcf().canvas.draw()
    return ax


def shown(ax):
    return {bar["label"]: bar["length"] for bar in describe_chart(ax)["bars"]}


def wilson(hits, of):
    """The interval of E. B. Wilson (1927), by its formula."""
    z, p = 1.959963984540054, hits / of
    middle = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return 100 * (middle - half), 100 * (middle + half)


def test_the_settings_it_begins_with_are_honest(language):
    ax = draw(STAYED, label=LABEL)
    assert findings(describe_chart(ax)) == ()
    assert shown(ax) == pytest.approx({way: 100 * hits / of for way, (hits, of) in STAYED.items()})
    assert ax.get_xlabel() == {"en": "customers who stayed (of 100)", "ja": "残った顧客(100人中)"}[language]


@pytest.mark.parametrize("hits", [0, 1, 31, 49, 50])
def test_intervals_are_wilsons(hits):
    ax = draw({"e-mail": (hits, 50), "phone": (25, 50), "letter": (20, 50)}, order="given", interval=True)
    bar = describe_chart(ax)["bars"][0]
    assert (bar["low"], bar["high"]) == pytest.approx(wilson(hits, 50), abs=1e-9)


@pytest.mark.parametrize("start", [-1, -20, -60, -100])
def test_where_the_axis_reaches_below_zero_it_shows_where_the_bars_begin(start):
    ax = draw(STAYED, starts_at=start, interval=True, label=LABEL)
    assert 0 in ax.get_xticks()
    assert len(ax.get_xticks()) > 1
    assert findings(describe_chart(ax), interval=True) == ()


@pytest.mark.parametrize(
    ("cut", "order", "interval"),
    list(itertools.product((False, True), ("largest", "smallest", "given"), (True, False))),
)
def test_each_setting_has_the_finding_that_it_should(cut, order, interval):
    ax = draw(STAYED, starts_at=50 if cut else 0, order=order, interval=interval, label=LABEL)
    wrong = {"cut_axis"} if cut else set()
    wrong |= ({"unsorted"} if order == "given" else set()) | (set() if interval else {"no_interval"})
    assert {finding.id for finding in findings(describe_chart(ax), interval=True)} == wrong


def test_the_largest_stands_on_top():
    chart = describe_chart(draw(STAYED))
    assert chart["y"]["inverted"]
    assert [bar["label"] for bar in sorted(chart["bars"], key=lambda bar: bar["at"])] == [
        "phone",
        "letter",
        "e-mail",
        "nobody",
    ]


def test_three_dots_everywhere_draw_the_chart_that_is_to_be_repaired(capsys):
    assert show_bars(STAYED, starts_at=..., order=..., interval=..., label=LABEL) is ...
    found = {finding.id for finding in findings(describe_chart(plt.gca()), interval=True)}
    assert found == {"cut_axis", "unsorted", "no_interval"}
    said = capsys.readouterr().out
    assert "starts_at, order, interval" in said


@pytest.mark.parametrize(
    ("settings", "names", "left"),
    [
        ({"starts_at": 0, "order": ..., "interval": ...}, "order, interval", {"unsorted", "no_interval"}),
        ({"starts_at": ..., "order": "largest", "interval": True}, "starts_at", {"cut_axis"}),
        ({"starts_at": 0, "order": "largest", "interval": ...}, "interval", {"no_interval"}),
    ],
)
def test_some_three_dots_are_named_and_drawn_as_they_were(capsys, settings, names, left):
    ax = show_bars(STAYED, **settings, label=LABEL)
    assert {finding.id for finding in findings(describe_chart(ax), interval=True)} == left
    assert f": {names}" in capsys.readouterr().out


def test_nothing_is_said_where_nothing_is_open(capsys):
    show_bars(STAYED)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "values", [SALES, pd.Series(SALES), {"a": np.int64(3), "b": np.float64(2.5)}, {"a": 5, "b": -3, "c": 0}]
)
def test_plain_numbers(values):
    ax = draw(values, label="revenue", unit="million yen")
    assert shown(ax) == {str(name): float(value) for name, value in dict(values).items()}
    assert findings(describe_chart(ax)) == ()


@pytest.mark.parametrize(
    "values", [{"a": 5, "b": 30, "c": 12}, {"a": 0.2, "b": 0.21, "c": 0.19}, {"a": 7, "b": 7, "c": 7}, {"a": 3}]
)
def test_an_open_axis_is_cut_whatever_the_values(values):
    ax = show_bars(values, starts_at=..., label="sales", unit="yen")
    assert 0 < ax.get_xlim()[0] < min(values.values())


@pytest.mark.parametrize("values", [{"a": -5, "b": 3}, {"a": 0, "b": 3}])
def test_an_axis_is_not_cut_where_a_bar_has_no_length_to_lose(values):
    assert show_bars(values, starts_at=...).get_xlim()[0] <= 0


def test_the_axis_names_the_number_at_which_it_begins():
    ax = draw(STAYED, starts_at=53)
    assert ax.get_xticklabels()[0].get_text() == "53"


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"starts_at": "0"}, '"0"'),
        ({"starts_at": (0, 5)}, "(0, 5)"),
        ({"starts_at": None}, "None"),
        ({"starts_at": True}, "True"),
        ({"starts_at": math.nan}, "nan"),
        ({"starts_at": 90}, "90"),
        ({"starts_at": "x" * 500}, "xxx"),
        ({"order": "biggest"}, '"smallest"'),
        ({"order": 1}, '"largest"'),
        ({"order": None}, '"given"'),
        ({"order": ["largest"]}, "largest"),
        ({"interval": "True"}, '"True"'),
        ({"interval": 95}, "95"),
    ],
)
def test_a_wrong_setting_gets_a_sentence_and_a_way_out(settings, says):
    with pytest.raises(SettingError) as raised:
        show_bars(STAYED, **settings)
    error = raised.value
    assert says in str(error)
    assert len(error.says) == 2
    assert isinstance(error, ValueError)
    for text in error.says:
        assert len(text.en) < 160
        assert "{" not in text.en.replace('{"', "")
    assert plt.get_fignums() == []


@pytest.mark.parametrize(
    "values",
    [
        {}, None, 3, "abc", [1, 2], {"a": "3"}, {"a": None}, {"a": (3, 2)}, {"a": (-1, 2)}, {"a": (0, 0)}, {"a": (1, 2, 3)}, {"a": (0.5, 2)},
        {"a": math.inf}, {"a": True}, {"a": (1, 2), "b": 3}, {"a": ...},
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_drawn_is_refused(values):
    with pytest.raises(SettingError):
        show_bars(values)


def test_intervals_need_counts():
    with pytest.raises(SettingError, match=r"(?i)interval|区間"):
        show_bars(SALES, interval=True)


@pytest.mark.parametrize("order", ["Largest", " largest ", "ＬＡＲＧＥＳＴ", "大きい順", "descending"])
def test_an_order_may_be_typed_as_people_type(order):
    assert shown(draw(STAYED, order=order)) == shown(draw(STAYED))


def test_bar_values_are_what_is_drawn():
    assert bar_values(STAYED) == pytest.approx(shown(draw(STAYED)))


def test_the_same_numbers_twice_mislead_only_on_the_left(language):
    show_two(
        STAYED,
        dict(starts_at=55, order="given"),
        dict(interval=True),
        label=LABEL,
        titles=(T("cut", "途中から"), T("whole", "0から")),
    )
    figure = plt.gcf()
    figure.canvas.draw()
    left, right = map(describe_chart, figure.axes)
    assert {finding.id for finding in findings(left)} == {"cut_axis", "unsorted"}
    assert findings(right, interval=True) == ()
    assert left["title"] == {"en": "cut", "ja": "途中から"}[language]
