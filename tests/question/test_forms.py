"""mlcurric.question.forms and fields: a beginner's slip gets a sentence of its own, a right answer in odd dress is read."""

import math
from datetime import date

import pytest

from mlcurric.question.choices import Choice, Letters
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Day, Number, Text
from mlcurric.question.plain import Opaque
from mlcurric.question.verdict import Status, Verdict
from mlcurric.text import T, speaking

NUMBER = Number(T("customers", "人"), example="9", whole=True)
RATE = Number(T("share", "割合"), example="0.25")
OPTIONS = {letter: T(letter, letter) for letter in "abc"}


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (True, "not a number"),
        (None, "which means nothing"),
        ("14", "in quotes"),
        ("１４", "in quotes"),
        ("¥1,200", "in quotes"),
        ("fourteen", "the text"),
        ([1, 200], "thousands comma"),
        (10**400, "far too big"),
        (-(10**400), "far too big"),
        (Opaque("set"), "neither a number nor a text"),
        (Opaque("DataFrame"), "You handed over a DataFrame of pandas"),
        (math.nan, "divided by nothing"),
        (math.inf, "divided by nothing"),
        (2.5, "not a whole number"),
        ([4], "comma or a bracket too many"),
        ([0, 22], "0.5, not 0,5"),
    ],
)
def test_what_is_no_number_is_said_so(value, sentence):
    verdict = NUMBER.read(value)
    assert isinstance(verdict, Verdict)
    assert sentence in verdict.as_text()


@pytest.mark.parametrize(
    ("kind", "way"), [("Series", ".item()"), ("ndarray", ".item()"), ("Index", ".item()"), ("DataFrame", ".iloc[0, 0]")]
)
def test_how_the_one_value_of_a_column_is_had_is_said(kind, way):
    for form in (NUMBER, Choice(OPTIONS)):
        verdict = form.read(Opaque(kind))
        assert f"put {way} behind it" in verdict.expected.en
        assert f"後ろに {way} を付ける" in verdict.expected.ja


def test_numbers_are_read():
    assert NUMBER.read(4) == 4.0
    assert NUMBER.read(4.0) == 4.0
    assert RATE.read(2 / 9) == 2 / 9


WEEKS, DAYS = Number(T("weeks", "週"), example="8"), Number(T("days", "日"), example="30")
YEN, OF_100 = Number(T("yen", "円"), example="1000000"), Number(T("of 100", "100人中の人数"), example="50")


@pytest.mark.parametrize(
    ("form", "typed", "english", "japanese"),
    [
        (WEEKS, "28", "Write 28, without quotes", "引用符なしで 28 と書いて"),
        (WEEKS, "28週", "Write 28,", "28 と書いて"),
        (YEN, "540万円", "Write 5400000,", "5400000 と書いて"),
        (YEN, "¥1,200", "Write 1200,", "1200 と書いて"),
        (NUMBER, "約5人", "Write 5,", "5 と書いて"),
        (OF_100, "25%", "Write 25,", "25 と書いて"),
        (OF_100, "3割", "Write 30,", "30 と書いて"),
        (RATE, "25%", "Write 0.25,", "0.25 と書いて"),
        (RATE, "35/150", "Write 35/150,", "35/150 と書いて"),
        (OF_100, "35/150", "such as 50", "50 のような"),
        (DAYS, "3か月", "alone is expected, in days", "日に直して"),
        # What may be another number gets no number of ours.
        (NUMBER, "25%", "such as 9", "9 のような"),
        (NUMBER, "5人に1人", "such as 9", "9 のような"),
        (NUMBER, "60〜70", "such as 9", "9 のような"),
    ],
)
def test_a_number_in_quotes_is_given_back_as_it_is_to_be_typed(form, typed, english, japanese):
    for lang, sentence in (("en", english), ("ja", japanese)):
        with speaking(lang):
            assert sentence in form.read(typed).as_text()


@pytest.mark.parametrize("value", ["b", "B", " b ", "ｂ", "Ｂ", "b)", "(b)", "b.", "b) the second"])
def test_a_letter_is_read_in_any_dress(value):
    assert Choice(OPTIONS).read(value) == "b"


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("d", "no option “d”"),
        (2, "none of the options"),
        ("ab", "2 letters"),
        ("", "no letter"),
        ("a, b", "2 letters"),
        ("?", "no letter"),
    ],
)
def test_what_is_no_letter_is_said_so(value, sentence):
    assert sentence in Choice(OPTIONS).read(value).as_text()


@pytest.mark.parametrize(
    "value", ["a, c", "c,a", "ac".replace("", " "), ["a", "c"], "a、c", "Ａ，Ｃ", "a c a", "ac", "a and c", "aとc"]
)
def test_letters_are_a_set(value):
    assert Letters(OPTIONS).read(value) == ("a", "c")


@pytest.mark.parametrize("value", ["a-c", "a~c", "Ａ～Ｃ", "a 〜 c", "(a)–(c)", "a to c", "aからcまで"])
def test_letters_from_one_to_another_may_mean_more_than_two(value):
    for lang, says in (("en", "may mean two letters or all between"), ("ja", "間も含むのか")):
        with speaking(lang):
            assert says in Letters(OPTIONS).read(value).as_text()


def test_neighbours_are_the_same_either_way():
    assert Letters(OPTIONS).read("a-b") == ("a", "b")


@pytest.mark.parametrize(
    "value",
    [
        "1997-09-30",
        "1997/9/30",
        "1997年9月30日",
        "１９９７-０９-３０",
        "1997.9.30",
        "19970930",
        "1997-09-30T00:00:00",
        "1997-09-30 00:00",
        "1997-09-30 (Tue)",
        "1997年9月30日(火)",
        "1997/9/30 (火曜日)",
    ],
)
def test_a_day_is_read_year_first(value):
    assert Day("1997-09-30").read(value) == date(1997, 9, 30)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (1958, "no quotes, so Python took it for a subtraction"),
        (20260701, "not a date"),
        (6.75, "not a date"),
        ("1997-13-01", "no date"),
        ("30 Sept", "year, month, day"),
        ("", "year, month, day"),
        ("03-15-1998", "year, month, day"),
        ("98-03-15", "year, month, day"),
    ],
)
def test_what_is_no_day_is_said_so(value, sentence):
    assert sentence in Day("1997-09-30").read(value).as_text()


FORM = Fields({"who": Field(T("who", "誰"), Choice(OPTIONS)), "days": Field(T("days", "日数"), NUMBER)})


def test_the_lines_that_can_be_read_are_had_without_the_others():
    typed = {"who": "A", "days": "soon", "more": 1}
    assert FORM.filled_in(typed) == ["who", "days"]
    assert FORM.readable(typed) == {"who": "a"}
    assert FORM.filled_in({"who": ..., "more": 1}) == FORM.filled_in(...) == []


def test_fields_not_yet_typed_are_named():
    verdict = FORM.read({"who": "a", "days": ...})
    assert verdict.status is Status.NOT_ATTEMPTED
    assert "days" in verdict.as_text()


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ({"who": "a", "day": 3}, "Did you mean “days”"),
        ({"who": "a", "days": "x"}, "days: You typed the text"),
        ("a", "replaced the whole form"),
        ([1, 2], "replaced the whole form"),
    ],
)
def test_a_slip_in_a_field_names_the_field(value, sentence):
    assert sentence in FORM.read(value).as_text()


def test_untouched_forms():
    for form in (NUMBER, Choice(OPTIONS), Letters(OPTIONS), Day("1997-09-30"), Text(), FORM):
        assert form.untouched(...)
    assert Text().untouched("\n  \n")
    assert FORM.untouched({"who": ..., "days": ...})
    assert not FORM.untouched({"who": "a", "days": ...})


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_templates_are_code_that_is_untouched(lang):
    with speaking(lang):
        for form in (NUMBER, Choice(OPTIONS), Letters(OPTIONS), Day("1997-09-30"), Text(), FORM):
            assert form.untouched(eval(form.template()))
