"""What was counted of the list and of today's rule, as expectation sheets and as the terms of a formula."""

from __future__ import annotations

from functools import cache

from mlcurric.subject.expectation.evidence import chosen_in_pilot
from mlcurric.subject.expectation.sheet import ExpectationSheet
from mlcurric.subject.money import OFFER
from mlcurric.subject.ranges import Range
from mlcurric.subject.ranking import contact_list
from mlcurric.subject.rules import RULES
from mlcurric.subject.simulation.practice import load_customers
from mlcurric.subject.uplift import expected_gain, learn_calls
from mlcurric.subject.value.terms import Term
from mlcurric.text import T

RULE_CALLS = 1_000
"""So many calls a quarter today's rule makes."""

CALENDAR = T("the calendar", "暦")
"""Who owns a term that nobody can argue with."""
_AYA, _KEN = T("Aya", "彩さん"), T("Ken", "健さん")
_UEDA, _SATO = T("Ms Ueda", "上田さん"), T("Mr Sato", "佐藤さん")
_LIST, _RULE = T("list: {label}", "リスト: {label}"), T("rule: {label}", "ルール: {label}")


@cache
def list_sheet(size: int = 600) -> ExpectationSheet:
    """The sheet of lesson 1-5 in the practice world: a list by expected gain, of ``size`` out of 10,000 customers."""
    pilot, later = load_customers("pilot"), load_customers("summer")
    listed = contact_list(later, expected_gain(learn_calls(pilot), later), size)
    return ExpectationSheet.from_rows(listed, later, chosen_in_pilot(pilot, share=size / len(later)))


@cache
def rule_sheet(calls: int = RULE_CALLS) -> ExpectationSheet:
    """The same of today's rule: calls to ``calls`` customers with an open ticket or a price rise.

    Nearly all of them tie, so a lot decides whom of them the calls reach, and all of them are counted.
    """
    pilot, later = load_customers("pilot"), load_customers("summer")
    rule = RULES["ticket_or_price_rise"]
    named, tried = later[rule(later) > 0], pilot[rule(pilot) > 0]
    return ExpectationSheet.from_rows(named, later, tried, list_size=calls)


def list_terms(size: int = 600) -> dict[str, Term]:
    """The terms of what a quarter brings with the list, and by today's rule; the licence is not among them.

    Shares are counted, with the ranges of the sheets. The ranges of the prices and of ``months_kept`` are what their
    owners say; the table counts twelve months, as if whoever is kept stayed the whole year.
    """
    terms = {}
    for prefix, sheet, list_or_rule in (("", list_sheet(size), _LIST), ("rule_", rule_sheet(), _RULE)):
        success = sheet.pilot.success_of_100 / 100
        said = {
            "calls": (T("calls a quarter", "四半期の電話件数"), sheet.list_size, "customer/quarter", _AYA),
            "hits": (T("of 100, leave", "100人中の解約者"), sheet.hits.share, "", _KEN, *_of_1(sheet.hits_of_100)),
            "success": (T("of 100 leavers called, stay", "解約者100人に電話、残る人"), success, "", _AYA,
                        *_of_1(sheet.success_of_100)),
            "yen_per_month": (T("what a leaver earns us", "解約者1人の利益"), sheet.value / 12, "yen/customer/month",
                              _UEDA),
        }  # fmt: skip
        for name, (label, *more) in said.items():
            terms[prefix + name] = Term(list_or_rule.format(label=label), *more)
    return terms | {
        "months_kept": Term(
            T("months that a kept customer stays", "引き止めた人が続ける月数"), 12, "month", _UEDA, 6, 18
        ),
        "yen_per_call": Term(T("a call (yen)", "電話1件(円)"), OFFER.contact, "yen/customer", _AYA, 1_200, 2_000),
        "yen_per_voucher": Term(
            T("a voucher (yen)", "クーポン1件(円)"), OFFER.incentive, "yen/customer", _SATO, 2_000, 5_000
        ),
        "months_per_quarter": Term(T("months in a quarter", "四半期の月数"), 3, "month/quarter", CALENDAR),
        "days_per_quarter": Term(T("days in a quarter", "四半期の日数"), 90, "day/quarter", CALENDAR),
    }


def _of_1(of_100: Range) -> tuple[float, float]:
    return of_100.low / 100, of_100.high / 100
