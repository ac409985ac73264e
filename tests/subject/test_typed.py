"""mlcurric.subject.typed: a number within its range goes on, everything else gets a sentence."""

import math

import numpy as np
import pytest

from mlcurric.subject import check_range, read_letter
from mlcurric.subject.typed import Slip
from mlcurric.text import T, speaking


@pytest.mark.parametrize("value", [1, 1.0, 1000, 12.5, np.int64(3), np.float64(4)])
def test_a_number_in_the_range_goes_on(value):
    check_range(value, 1, 1000)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (0, T("You typed 0.", "0 が入っています。")),
        (0.01, T("You typed 0.01.", "0.01 が入っています。")),
        (-5, T("You typed -5.", "-5 が入っています。")),
        (5000, T("You typed 5,000.", "5,000 が入っています。")),
        (10**400, T("far too big", "大きすぎます")),
        (1e300, T("far too big", "大きすぎます")),
        (math.nan, T("divided by nothing", "0 で割ったか")),
        (math.inf, T("divided by nothing", "0 で割ったか")),
        ((1, 2), T("Leave out the thousands comma", "桁区切り")),
        ((-10, 5), T("1.5, not 1,5", "1,5 は 1.5")),
        ((0, 5), T("0.5, not 0,5", "0,5 ではなく")),
        ([5], T("a comma or a bracket too many", "余分な")),
        ("24", T("in quotes", "引用符")),
        ("−5", T("in quotes", "引用符")),
        ("many", T("the text “many”", "「many」という文字")),
        (..., T("three dots", "「...」のまま")),
        (None, T("print(…) shows a number and gives nothing back", "値を返しません")),
        (True, T("not a number", "数値ではありません")),
        (len, T("not a number", "数値ではない")),
    ],
)
def test_everything_else_gets_a_sentence_and_the_range(value, sentence):
    with pytest.raises(Slip) as raised:
        check_range(value, 1, 1000)
    for lang in ("en", "ja"):
        with speaking(lang):
            assert str(sentence) in str(raised.value)
            # Without a thousands comma: it is there to be typed.
            assert {"en": "Type a number from 1 to 1000.", "ja": "1〜1000 の数を入れてください。"}[lang] in str(
                raised.value
            )


@pytest.mark.parametrize("typed", ["c", "C", " c ", "Ｃ", "ｃ", "c)", "(c)", "c."])
def test_a_letter_is_read_in_any_dress(typed):
    assert read_letter(typed, "abcdef") == "c"


@pytest.mark.parametrize("typed", ["g", "", "ab", 3, None, ..., "Ｇ"])
def test_another_letter_is_told_those_there_are(typed):
    with pytest.raises(Slip) as raised:
        read_letter(typed, "abcdef")
    assert "a to f" in raised.value.says[0].en
    assert "a〜f の6つ" in raised.value.says[0].ja
