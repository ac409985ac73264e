"""Does a list pay, in the learner's own currency, from the worst case to the best?"""

from __future__ import annotations

from collections.abc import Iterator

from mlcurric.subject.product.collected import Collected
from mlcurric.subject.product.figures import currency_in, moneys, numbers, rough_moneys
from mlcurric.subject.product.finding import LineFinding, clash, question, quoted
from mlcurric.subject.product.sum_words import whole_people
from mlcurric.subject.product.sums import kept_by_sum, money_of, pays_from
from mlcurric.subject.ranges import Range
from mlcurric.text import T

_PRICES = ("contact_cost", "incentive_cost", "value_kept")


def about_money(lines: Collected) -> Iterator[LineFinding]:
    """Findings about currency, prices and the profit of a list."""
    for each in (_about_currency, _about_worth, _about_profit):
        found = list(each(lines))
        yield from found
        # Prices in two currencies, or of two periods, make every later sum wrong as well.
        if found:
            return


def _about_currency(lines: Collected) -> Iterator[LineFinding]:
    named = {name: code for name in ("currency", *_PRICES) if (code := currency_in(lines.text(name)))}
    if len(set(named.values())) > 1:
        first = next(iter(named))
        other = next(name for name, code in named.items() if code != named[first])
        yield clash(
            "currencies_differ",
            f"{other} {first}",
            T("{first} is “{one}”, {other} is “{two}”.", "{first} は「{one}」、{other} は「{two}」です。"),
            T("Count everything in one currency.", "すべてを同じ通貨で数えてください。"),
            first=first,
            other=other,
            one=quoted(lines.text(first)),
            two=quoted(lines.text(other)),
        )


def _about_worth(lines: Collected) -> Iterator[LineFinding]:
    """One kept customer against one contact: no list makes up for that."""
    currency, value = lines.text("currency"), lines.span("value_kept")
    for name, what in (
        ("contact_cost", T("one contact costs", "連絡1件に")),
        ("incentive_cost", T("the incentive costs", "特典に")),
    ):
        price = lines.span(name)
        if value and price and price.low > 0 and value.high <= price.low:
            yield question(
                f"value_below_{name.removesuffix('_cost')}",
                f"value_kept {name}",
                T(
                    "One kept customer is worth {value}, {what} {price}.",
                    "1件防げたときの価値は{value}、{what}{price}かかります。",
                ),
                T(
                    "Is one counted a month and the other a year? If both are right, no list pays.",
                    "片方が月額、片方が年額ではありませんか。どちらも正しいなら、どんなリストも採算がとれません。",
                ),
                what=what,
                value=moneys(value, currency),
                price=moneys(price, currency),
            )


def _about_profit(lines: Collected) -> Iterator[LineFinding]:
    found, kept, size = money_of(lines), kept_by_sum(lines), lines.span("list_size")
    if not (found and kept and size) or found.profit.low >= 0:
        return
    currency = lines.text("currency")
    values = dict(
        size=numbers(size),
        kept=whole_people(kept),
        profit=rough_moneys(found.profit, currency),
        best=rough_moneys(Range(found.at_best.high, found.at_best.high), currency),
        even=pays_from(found.break_even),
    )
    names = "value_kept contact_cost incentive_cost success_low hits_low"
    if found.at_best.high < 0:
        yield clash(
            "list_loses",
            names,
            T(
                "Contacting {size} and keeping {kept} brings {profit}: a loss at best, before anything is built.",
                "{size}人に連絡して{kept}件を防ぐと、損益は{profit}。作る費用を入れなくても、いちばんよくて赤字です。",
            ),
            T(
                "Mend a price if one is wrong. If not, no list pays: change the contact or the workflow first.",
                "金額が違っていれば直してください。合っているなら、リストでは採算がとれません。連絡のしかたや業務を先に変えましょう。",
            ),
            **values,
        )
    elif found.profit.high < 0:
        yield question(
            "list_loses_by_incentives",
            names,
            T(
                "If everybody who stays takes the incentive, one list brings {profit}; if only those take it who are kept by it, {best} at best.",
                "残った全員が特典を受け取るなら、損益は{profit}。連絡で変わった人だけが受け取るなら、よくて{best}です。",
            ),
            T("Who will take it?", "受け取るのは、どこまでの人ですか。"),
            **values,
        )
    else:
        yield question(
            "list_may_lose",
            names,
            T(
                "One list brings {profit}: {even}.",
                "1回のリストの損益は{profit}。{even}です。",
            ),
            T("Who carries the loss if the low end comes true?", "下限になったとき、損失を負うのは誰ですか。"),
            **values,
        )
