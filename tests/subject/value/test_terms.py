"""Terms: a formula read with their numbers, and once with their units."""

from __future__ import annotations

import copy
import math

import numpy as np
import pytest

from mlcurric.subject import Term, UnitError, list_terms, numbers_of, terms_as_table, ticket_gain, ticket_terms, unit_of
from mlcurric.subject.typed import Slip
from mlcurric.subject.value.terms import outcome_of
from mlcurric.text import speaking


def licence(t):
    return t.price * t.months


TERMS = {
    "price": Term("licence", 100, "yen/month", "Daichi", 80, 150),
    "months": Term("months", 3, "month/quarter", "the calendar"),
    "share": Term("stay", 0.25, "", "Aya", 0.04, 0.365),
}


def test_numbers_go_into_a_formula_and_may_be_exchanged():
    assert licence(numbers_of(TERMS)) == 300
    assert licence(numbers_of(TERMS, price=80)) == 240


@pytest.mark.parametrize(
    ("use", "en", "ja"),
    [
        (lambda: numbers_of(TERMS, prize=80), "“prize”.*left edge.*mean price", "prize という項は.*左端.*price でしょうか"),
        (lambda: unit_of(lambda t: t.Price * t.months, TERMS), "“Price”.*mean price", "Price という項は.*price でしょうか"),
        (lambda: numbers_of(TERMS).foo, r"“foo”.*table\.$", r"foo という項はありません。表の左端の名前を使います。$"),
        (lambda: outcome_of(lambda t: t.prices, TERMS), "“prices”.*mean price", "prices という項は"),
    ],
)  # fmt: skip
def test_a_name_that_is_no_term_gets_a_sentence_and_the_near_name(use, en, ja):
    for lang, says in (("en", en), ("ja", ja)):
        with speaking(lang), pytest.raises(Slip, match=says):
            use()


def test_values_are_asked_for_like_any_attributes():
    t = numbers_of(TERMS)
    assert not hasattr(t, "foo")
    assert copy.deepcopy(t) == t


def test_the_unit_of_a_formula_comes_out_or_the_formula_fails():
    assert unit_of(licence, TERMS) == "yen/quarter"
    assert unit_of(lambda t: t.share, TERMS) == ""
    assert unit_of(lambda t: 7, TERMS) == ""
    assert unit_of(ticket_gain, ticket_terms()) == "yen/quarter"
    with pytest.raises(UnitError, match="yen/quarter and yen/month"):
        unit_of(lambda t: licence(t) - t.price, TERMS)


@pytest.mark.parametrize(
    ("low", "high", "says"),
    [(1, None, "two ends"), (None, 3, "two ends"), (3, 4, "does not lie between"), (2, 1, "does not lie between")],
)
def test_a_range_holds_its_term(low, high, says):
    with pytest.raises(ValueError, match=says):
        Term("x", 2, "yen", "me", low, high)


@pytest.mark.parametrize("number", [math.nan, math.inf, "5", None, True])
def test_a_term_has_finite_numbers(number):
    with speaking("en"):
        if number is not None:
            for low, high in ((number, 3), (1, number)):
                with pytest.raises(ValueError, match=r"^price: "):
                    Term("price", 2, "yen", "me", low, high)
        with pytest.raises(ValueError, match=r"^price: "):
            Term("price", number, "yen", "me")
        with pytest.raises(ValueError, match=r"^price: "):
            numbers_of(TERMS, price=number)


@pytest.mark.parametrize("unit", [None, 5, ["yen"]])
def test_a_unit_is_a_text(unit):
    with pytest.raises(ValueError, match="A unit is a text such as 'yen/month'"):
        Term("x", 2, unit, "me")


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        (lambda t: max(t.price, 0), "yen/month"),
        (lambda t: max(0 * t.price, -t.price), "yen/month"),
        (lambda t: t.price if t.months > 0 else -t.price, "yen/month"),
        (lambda t: np.where(t.share > 0.2, 1, 2) * t.price, "yen/month"),
        (lambda t: np.where(t.share > 0.2, t.price, 0), "yen/month"),
        (lambda t: math.ceil(t.months / 2) * t.price, "yen/quarter"),
        (lambda t: t.price * np.exp(-t.share), "yen/month"),
        (lambda t: t.price * math.exp(-t.share), "yen/month"),
        (lambda t: t.price * (1 - t.share) ** 0.5, "yen/month"),
    ],
)
def test_formulas_as_people_write_them_have_their_unit(formula, unit):
    assert unit_of(formula, TERMS) == unit


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        (lambda t: f"{t.share} yen", "not a number"),
        (lambda t: None, "gives nothing back.*return"),
        (lambda t: t.share > 0, "gives True, not a number"),
        (lambda t: max(-t.price, 0), r"a plain 0.*max\(x, 0 \* x\)"),
        (lambda t: np.exp(t.price), "exp takes a bare number, not yen/month. Divide by"),
        (lambda t: math.nan, "The value is nan"),
        (lambda t: t.price * "3", "not with '3'"),
    ],
)
def test_what_has_no_unit_is_an_error_with_the_way_out(formula, says):
    with speaking("en"), pytest.raises(UnitError, match=says):
        unit_of(formula, TERMS)


def test_a_formula_that_divides_by_nothing_is_no_error_of_pythons():
    with speaking("en"), pytest.raises(ValueError, match="it divides by 0"):
        unit_of(lambda t: t.price / (t.share - 0.25), TERMS)


def test_what_is_no_term_is_named():
    for use in (numbers_of, lambda terms: unit_of(licence, terms)):
        with pytest.raises(ValueError, match="months is not a Term"):
            use({**TERMS, "months": 3})


def test_a_unit_that_is_none_is_refused_at_once():
    with pytest.raises(ValueError, match="is not a unit"):
        Term("x", 2, "yen per month", "me")


def test_a_term_is_told_in_its_unit():
    said = {
        "en": ["80 to 150 yen/month", "4 to 36 of 100", "0.5 of 100"],
        "ja": ["80〜150円/月", "100人中4〜36人", "100人中0.5人"],
    }
    for lang, wanted in said.items():
        with speaking(lang):
            share = TERMS["share"]
            told = [TERMS["price"].told(80, 150), share.told(share.low, share.high), share.told(0.005)]
            assert [str(each) for each in told] == wanted


def test_the_table_hides_the_owners_where_it_shall():
    with speaking("en"):
        assert list(terms_as_table(TERMS)) == ["term", "best guess", "range", "owner"]
        assert list(terms_as_table(TERMS, owners=False)) == ["term", "best guess", "range"]
        assert terms_as_table(TERMS).at["months", "range"] == ""


def test_the_terms_of_the_list_are_those_of_the_expectation_sheet():
    terms = list_terms()
    with speaking("en"):
        assert str(terms["hits"].told(terms["hits"].value)) == "27 of 100"
    assert terms["success"].value == pytest.approx(0.2136, abs=1e-4)
    assert 12 * terms["yen_per_month"].value == pytest.approx(91_734, abs=1)
    assert all(term.owner for term in terms.values())
