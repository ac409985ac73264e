"""What a check sees of a learner's object, and what it does not."""

from __future__ import annotations

import math
import subprocess
import sys
from datetime import date, datetime
from fractions import Fraction

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from mlcurric.question import plain
from mlcurric.question.plain import Opaque, dumps, loads, to_plain
from mlcurric.subject.charts.describe import describe_chart


class LyingFloat(float):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


class Explosive:
    __module__ = "numpy"

    @property
    def shape(self) -> tuple[int, ...]:
        raise RuntimeError("looked at")


class Ending:
    __module__ = "numpy"

    @property
    def shape(self) -> tuple[int, ...]:
        raise SystemExit


class LyingName(type):
    @property
    def __name__(cls) -> str:
        return "float"


@pytest.mark.parametrize(
    ("value", "copy"),
    [
        (True, True),
        (7, 7),
        (0.1, 0.1),
        ("é", "é"),
        (None, None),
        (..., ...),
        ((1, 2), [1, 2]),
        ({"a": [1]}, {"a": [1]}),
        (np.int64(7), 7),
        (np.float64(0.5), 0.5),
        (np.bool_(True), True),
        (np.array(3), 3),
        (np.str_("a"), "a"),
        (2**63 - 1, 2**63 - 1),
        (2**63, Opaque("int")),
        (Fraction(10**400), Opaque("Fraction")),
        (LyingFloat(1), Opaque("LyingFloat")),
        (np.longdouble("1.5"), 1.5),
        (date(1998, 3, 15), "1998-03-15"),
        (datetime(1998, 3, 15), "1998-03-15"),
        (datetime(1998, 3, 15, 9, 30), "1998-03-15T09:30:00"),
        (pd.Timestamp("1998-03-15"), "1998-03-15"),
        (pd.Timestamp("1998-03-15 00:00:00.000000001"), "1998-03-15"),
        (np.datetime64("1998-03-15"), "1998-03-15"),
        (np.datetime64("1998-03-15T00:00:00.000000000"), "1998-03-15"),
        (np.datetime64("NaT"), None),
        (pd.NaT, Opaque("NaTType")),
        ([np.array(np.longdouble(2))], [2.0]),
        (np.clongdouble(1), Opaque("clongdouble")),
        (pd.DataFrame(), Opaque("DataFrame")),
        (np.arange(3), Opaque("ndarray")),
        ({1: 2}, Opaque("dict")),
        (Explosive(), Opaque("Explosive")),
        (Ending(), Opaque("Ending")),
        (LyingName("Liar", (), {})(), Opaque("Liar")),
        ([LyingFloat(1)], [Opaque("LyingFloat")]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_is_copied_into_exact_plain_types(value: object, copy: object) -> None:
    assert to_plain(value) == copy
    assert type(to_plain(value)) is type(copy)


def test_half_characters_are_replaced_in_texts_and_in_keys() -> None:
    assert to_plain({"k\ud800": "v\udfff"}) == {"k?": "v?"}


def test_a_long_text_is_cut() -> None:
    assert len(to_plain("x" * 1_000_000)) == plain.MAX_TEXT


def test_what_is_too_long_or_too_deep_is_opaque() -> None:
    assert to_plain([0] * (plain.MAX_ITEMS + 1)) == Opaque("list")
    endless: list[object] = []
    endless.append(endless)
    assert "Opaque(type_name='list')" in repr(to_plain(endless))


def test_a_small_object_that_unfolds_without_end_is_opaque() -> None:
    bomb: list[object] = [0] * plain.MAX_ITEMS
    for _ in range(5):
        bomb = [bomb] * plain.MAX_ITEMS
    assert to_plain(bomb) == Opaque("list")


@pytest.mark.parametrize(
    "value",
    [
        ...,
        Opaque("DataFrame"),
        math.inf,
        -math.inf,
        {"$": "opaque", "is": "x"},
        {"$": {"$": 1}},
        [[[[[[[1]]]]]]],
        {"a": [1, "２", None, True, 0.1]},
    ],
    ids=lambda value: type(value).__name__,
)
def test_json_gives_back_what_it_was_given(value: object) -> None:
    assert loads(dumps(to_plain(value))) == to_plain(value)


def test_json_gives_back_not_a_number() -> None:
    assert math.isnan(loads(dumps(math.nan)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "NaN",
        "[Infinity]",
        '{"$": "float", "is": "1"}',
        '{"$": "pickle", "is": ""}',
        '{"$": 1}',
        '{"$": []}',
        "[" * 100_000,
        "9" * 5_000,
        b"\xff\xfe",
    ],
)
def test_hostile_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(ValueError, match="not plain data"):
        loads(text)


def test_hostile_json_is_held_to_the_same_limits() -> None:
    assert loads(str(2**70)) == Opaque("int")
    assert loads("[" * 50 + "]" * 50) == to_plain(loads("[" * 50 + "]" * 50))
    assert loads(str([0] * 2_000)) == Opaque("list")
    assert loads(r'{"\ud800": "\ud800"}') == {"?": "?"}


@pytest.fixture
def bars():
    figure, ax = plt.subplots()
    ax.bar(["a", "b"], [1, 2], yerr=0.5)
    yield ax
    plt.close(figure)


def test_a_chart_becomes_its_description(bars) -> None:
    description = describe_chart(bars)
    assert to_plain(bars) == description
    assert to_plain({"chart": bars}) == {"chart": description}
    assert loads(dumps(to_plain(bars))) == description
    bars.twinx()
    assert to_plain(bars)["twin"] is not None


def test_a_figure_becomes_its_charts(bars) -> None:
    assert to_plain(bars.figure) == describe_chart(bars)
    bars.twinx().plot([1, 2])
    assert to_plain(bars.figure)["kind"] == "chart"
    two, axes = plt.subplots(2)
    assert to_plain(two) == [describe_chart(ax) for ax in axes]
    assert to_plain(plt.figure()) == Opaque("Figure")
    plt.close("all")


def test_charts_without_end_are_opaque(bars) -> None:
    assert to_plain([bars] * plain.MAX_ITEMS) == Opaque("list")


def test_a_number_that_lies_in_a_chart_is_copied_like_any_other(bars) -> None:
    bars.patches[0].get_height = lambda: np.float64(7)
    assert to_plain(bars)["bars"][0]["length"] == 7.0
    assert type(to_plain(bars)["bars"][0]["length"]) is float


@pytest.mark.parametrize("module", ["matplotlib.axes", "matplotlib.figure"])
@pytest.mark.parametrize("forged", [None, 3, type("Module", (), {"Axes": 3, "FigureBase": object()})])
def test_a_forged_library_changes_nothing(monkeypatch: pytest.MonkeyPatch, module: str, forged: object) -> None:
    monkeypatch.setitem(sys.modules, module, forged)
    assert to_plain(pd.DataFrame()) == Opaque("DataFrame")


def test_what_is_no_chart_loads_no_library() -> None:
    code = (
        "import sys; from mlcurric.question.plain import to_plain; to_plain([object(), 1, {'a': 2.0}])\n"
        "print([name for name in ('matplotlib', 'numpy', 'mlcurric.subject') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
