"""The promise in words for somebody in customer success: no term of the trade, every number with what it was counted from."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, isfinite
from typing import TYPE_CHECKING

from mlcurric.subject.digits import in_digits
from mlcurric.subject.expectation import Decision
from mlcurric.subject.product.figures import moneys, numbers, rough_moneys
from mlcurric.subject.ranges import Range
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.advice.promise import Promise
    from mlcurric.report.request import Request


@dataclass(frozen=True)
class Line:
    """One line of the sheet.

    Attributes:
        name: for whoever looks for it: ``"leavers"``, ``"success"``, ``"kept"``, ``"misses"``, ``"break_even"``, ``"profit"``.
        what: it is about.
        says: what is expected.
        rests_on: what it was counted or computed from.
    """

    name: str
    what: T
    says: T
    rests_on: T


@dataclass(frozen=True)
class Missing:
    """Something that nobody has said, the option that says it, and what could be said with it."""

    option: str
    says: T


WHO = T(
    "Somebody who has made neither the list nor the contacts, for instance from finance or sales planning, with the list and "
    "the names of those left alone put away beforehand.",
    "リストを作った人でも連絡した人でもない人。たとえば経理や営業企画の担当者です。リストと、連絡しなかった人の名簿は、始める前に預けておきます。",
)
NO_LIST = T("No-go. {why}", "見送り。{why}")


def verdict(
    decision: Decision,
    profit: Range[float] | None,
    break_even: float | None,
    assumed: Range[float] | None,
    currency: str,
    missing: tuple[Missing, ...],
) -> T:
    """Go, a small round first, or no-go, in one sentence."""
    never = break_even is not None and break_even > 1
    if profit and assumed and not never:
        return _BY_MONEY[decision].format(
            assumed=of_100(assumed), profit=rough_moneys(profit, currency), needed=at_least(break_even)
        )
    if decision == Decision.NO_GO:
        return T(
            "No-go: even if everybody who would leave stayed, the contacts would cost more than they bring.",
            "見送り。解約するはずの人が全員残ったとしても、連絡の費用のほうが大きくなります。",
        )
    if break_even is not None:
        return T(
            "A small round first: it pays only if at least {needed} of 100 leavers stay because of the contact, and nobody "
            "has counted that yet.",
            "まず小さく試す。採算がとれるのは、解約するはずの100人のうち{needed}人以上が連絡のおかげで残る場合だけで、"
            "それを数えた人はまだいません。",
        ).format(needed=at_least(break_even))
    options = T(", ".join(each.option for each in missing), "、".join(each.option for each in missing))
    return T(
        "A small round first: whether the contacts pay cannot be said without {options}.",
        "まず小さく試す。連絡の採算がとれるかどうかは、{options} がないと言えません。",
    ).format(options=options)


_BY_MONEY = {
    Decision.GO: T(
        "Go, if {assumed} of 100 leavers really stay because of the contact: then even the low end of the range pays "
        "({profit}); leave some alone by lot all the same, because nobody has counted that yet.",
        "実施。ただし、解約するはずの100人のうち{assumed}人が、本当に連絡のおかげで残るならです。それなら範囲の下限でも採算がとれます"
        "({profit})。まだ誰も数えていない仮定なので、一部はくじで選んで連絡せずにおきましょう。",
    ),
    Decision.SMALL_ROUND: T(
        "A small round first: the range runs from a loss to a gain ({profit}); it pays from {needed} of 100 leavers kept.",
        "まず小さく試す。範囲が損から得にまたがっています({profit})。採算がとれるのは、解約するはずの100人のうち{needed}人以上が残るときです。",
    ),
    Decision.NO_GO: T(
        "No-go: even the high end of the range loses money ({profit}); it pays from {needed} of 100 leavers kept.",
        "見送り。範囲の上限でも赤字です({profit})。採算がとれるのは、解約するはずの100人のうち{needed}人以上が残るときです。",
    ),
}


def in_lines(promise: Promise) -> tuple[Line, ...]:
    """The sheet, a line each, as far as it can be said."""
    evidence, size = promise.evidence, f"{promise.list_size:,}"
    assert evidence
    assert promise.leavers
    rows = [
        Line(
            "leavers",
            T("would leave, if nobody contacts them", "何もしなければ解約する人"),
            T("{people} of the {size} on the list", "リストの{size}人のうち{people}人").format(
                people=numbers(promise.leavers), size=size
            ),
            evidence.rests_on,
        )
    ]
    if evidence.missed:
        missed = evidence.missed
        rows.append(
            Line(
                "misses",
                T("missed by the list", "リストが見逃す人"),
                T("{n} of 100 who leave", "解約する100人のうち{n}人").format(n=f"{100 * missed.share:.0f}"),
                evidence.missed_on,
            )
        )
    if promise.assumed and promise.kept:
        rows += [
            Line(
                "success",
                T("stay because of the contact", "連絡のおかげで残る人"),
                T("{assumed} of 100 who would leave", "解約するはずの100人のうち{assumed}人").format(
                    assumed=of_100(promise.assumed)
                ),
                T("assumed; nobody has counted it", "仮定。数えた人はまだいない"),
            ),
            Line(
                "kept",
                T("kept by this list", "このリストで引き止められる人"),
                T("{people} customers", "{people}人").format(people=numbers(promise.kept)),
                T("from the lines above", "上の行から"),
            ),
        ]
    if promise.break_even is not None and promise.offer and evidence.value is not None:
        rows.append(
            Line("break_even", T("pays from", "採算がとれるのは"), _break_even(promise.break_even), _costs(promise))
        )
    if promise.profit:
        rows.append(
            Line(
                "profit",
                T("in money", "お金にすると"),
                rough_moneys(promise.profit, promise.currency),
                T("kept × worth − contacts − incentives", "引き止めた人数×価値−連絡の費用−特典"),
            )
        )
    return tuple(rows)


def _break_even(share: float) -> T:
    if share > 1:
        return T("never, even if all of them stayed", "全員が残っても、とれない")
    return T(
        "{n} of 100 leavers who stay because of the contact",
        "解約するはずの100人のうち{n}人が、連絡のおかげで残るとき",
    ).format(n=at_least(share))


def _costs(promise: Promise) -> T:
    assert promise.offer
    assert promise.evidence
    assert promise.evidence.value is not None
    said = {
        "value": rough_moneys(Range(promise.evidence.value, promise.evidence.value), promise.currency),
        "contact": moneys(Range(promise.offer.contact, promise.offer.contact), promise.currency),
        "incentive": moneys(Range(promise.offer.incentive, promise.offer.incentive), promise.currency),
    }
    if not promise.offer.incentive:
        return T(
            "a leaver is worth {value}, a contact costs {contact}", "解約する人の価値 {value}、連絡1件 {contact}"
        ).format(**said)
    return T(
        "a leaver is worth {value}, a contact costs {contact}, and whoever is contacted and stays gets {incentive}",
        "解約する人の価値 {value}、連絡1件 {contact}、連絡して残った人すべてに特典 {incentive}",
    ).format(**said)


def what_is_missing(request: Request, value: float | None) -> tuple[Missing, ...]:
    """What nobody has said, and what could be said with it."""
    lines = []
    if request.save_rate is None:
        lines.append(
            Missing(
                "--save-rate",
                T(
                    "How many of 100 leavers stay because of the contact. With it: how many customers the list keeps.",
                    "解約するはずの100人のうち、連絡のおかげで残る人数。わかれば、このリストで何人引き止められるかを言えます。",
                ),
            )
        )
    if value is None:
        lines.append(Missing("--value", _NO_VALUE if request.value is None else _EMPTY_VALUE))
    if request.contact_cost is None:
        lines.append(
            Missing(
                "--contact-cost",
                T(
                    "What one contact costs, working time included. With it, and with what a customer is worth: from when it "
                    "pays, and the profit.",
                    "連絡1件の費用(作業時間も含む)。顧客の価値とあわせてわかれば、採算の分かれ目と利益を言えます。",
                ),
            )
        )
    if request.incentive is None and request.contact_cost is not None:
        lines.append(
            Missing(
                "--incentive",
                T(
                    "What everybody contacted who stays is given. It was taken as nothing.",
                    "連絡して残った人すべてに渡す特典。ここでは「なし」として計算しました。",
                ),
            )
        )
    return tuple(lines)


_NO_VALUE = T(
    "The column that says what a customer is worth. With it, and with the cost of a contact: from when it pays, and the profit.",
    "顧客の価値がわかる列。連絡の費用とあわせてわかれば、採算の分かれ目と利益を言えます。",
)
_EMPTY_VALUE = T(
    "The column says nothing of the leavers on the list. With it: from when it pays, and the profit.",
    "指定された列に、リストに載る解約者の値がありません。わかれば、採算の分かれ目と利益を言えます。",
)


def of_100(shares: Range[float]) -> T:
    """Shares as people of 100."""
    return numbers(shares.scaled(100))


def at_least(share: float | None) -> str:
    """Of 100 people, rounded up: fewer are not enough."""
    # Rounded first, or the last bit of a product is one more.
    return in_digits(ceil(round(100 * share, 6))) if share is not None and isfinite(share) else "–"
