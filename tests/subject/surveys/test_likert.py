"""mlcurric.subject.surveys.likert: numbers and words of a scale, and no guess where a word may mean two steps."""

import pytest

from mlcurric.subject.surveys.likert import LABELS, is_no_answer, number_of, plain, read_words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("4", 4), ("４", 4), (" 4.0 ", 4), ("④", 4), ("4点", 4), ("4: どちらかといえばはい", 4), ("5 - strongly agree", 5)),
        *(("4 out of 5", 4), ("2.どちらかといえば", 2)),
        *(("0", None), ("6", None), ("4.5", None), ("45", None), ("4/5", None), ("5段階中4", None), ("", None), ("はい", None)),
    ],
)  # fmt: skip
def test_a_number_in_front_counts(text, number):
    assert number_of(text) == number


@pytest.mark.parametrize(
    "scale",
    [
        LABELS["en"],
        LABELS["ja"],
        ("strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"),
        ("Disagree", "Somewhat disagree", "Neutral", "Somewhat agree", "Agree"),
        ("まったくそう思わない", "あまりそう思わない", "どちらともいえない", "そう思う", "とてもそう思う"),
        ("全くそう思わない", "そう思わない", "どちらとも言えない", "そう思う", "非常にそう思う。"),
        ("そう思わない", "あまりそう思わない", "どちらともいえない", "ややそう思う", "そう思う"),
        ("当てはまらない", "どちらかといえば当てはまらない", "どちらでもない", "どちらかといえば当てはまる", "当てはまる"),
        ("まったく当てはまらない", "あまり当てはまらない", "どちらともいえない", "やや当てはまる", "とても当てはまる"),
        ("not at all", "a little", "half", "mostly", "completely"),
    ],
)  # fmt: skip
def test_the_usual_scales_of_five_are_known(scale):
    assert read_words(scale) == {plain(word): at for at, word in enumerate(scale, 1)}


def test_agree_alone_may_be_the_end_or_the_step_before_it_and_is_left_out():
    assert read_words(["そう思う", "どちらともいえない"]) == {"どちらともいえない": 3}


def test_a_scale_of_seven_is_not_squeezed_into_five():
    assert read_words(["strongly agree", "agree", "somewhat agree", "neutral", "disagree"]) is None


def test_what_is_no_scale_is_left_out():
    assert read_words(["バナナ", "はい", "いいえ"]) == {}


@pytest.mark.parametrize("text", ["わからない", "分かりません", "Don't know", "N/A", "該当なし", "無回答", "-"])
def test_no_answer_is_no_answer(text):
    assert is_no_answer(text)


@pytest.mark.parametrize(
    "text", ["4", "そう思わない", "まったく当てはまらない", "no", "いいえ", "いつ電話するかわかった"]
)
def test_an_answer_is_an_answer(text):
    assert not is_no_answer(text)
