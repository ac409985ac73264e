"""What a check sees of a learner's object, and what it does not."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from mlcurric.question import plain
from mlcurric.question.plain import Opaque, dumps, loads, to_plain


class LyingFloat(float):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


class Explosive:
    __module__ = "numpy"

    @property
    def shape(self) -> tuple[int, ...]:
        raise RuntimeError("looked at")


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
        (LyingFloat(1), Opaque("LyingFloat")),
        (np.longdouble(1), Opaque("longdouble")),
        (pd.DataFrame(), Opaque("DataFrame")),
        (np.arange(3), Opaque("ndarray")),
        ({1: 2}, Opaque("dict")),
        (Explosive(), Opaque("Explosive")),
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
