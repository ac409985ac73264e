"""The promise in words for somebody in customer success: no term of the trade, every number with what it was counted from."""

from __future__ import annotations

from math import ceil, isfinite

from mlcurric.report.advice.missing import Missing
from mlcurric.report.advice.promised import Line, Promise, more_likely_a_loss
from mlcurric.subject.digits import in_digits
from mlcurric.subject.expectation import Counted, Decision
from mlcurric.subject.explain.reasons import of_100 as share_of_100
from mlcurric.subject.product.figures import moneys, numbers, rough_moneys
from mlcurric.subject.ranges import Range
from mlcurric.text import T, run_on

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
        words = _BY_MONEY[decision]
        if decision == Decision.SMALL_ROUND and profit.low == 0:
            words = _FROM_NOTHING
        elif more_likely_a_loss(profit, assumed, break_even):
            words = _MORE_LIKELY_A_LOSS
        elif decision == Decision.NO_GO and profit.high == 0:
            words = _BRINGS_NOTHING
        return words.format(assumed=of_100(assumed), profit=rough_moneys(profit, currency), needed=at_least(break_even))
    if decision == Decision.NO_GO:
        return T(
            "No-go: even if everybody who would leave stayed, the contacts would cost more than they bring.",
            "見送り。解約するはずの人が全員残ったとしても、連絡の費用のほうが大きくなります。",
        )
    if break_even == 0:
        return T(
            "A small round first: the contacts cost nothing, so they pay as soon as anybody stays because of them; but whether "
            "anybody does, nobody has counted yet.",
            "まず小さく試す。連絡に費用がかからないので、連絡のおかげで1人でも残れば採算がとれます。ただし、残る人がいるかどうかは、まだ誰も数えていません。",
        )
    if break_even is not None:
        return T(
            "A small round first: it pays only if at least {needed} of 100 leavers stay because of the contact, and nobody "
            "has counted that yet.",
            "まず小さく試す。採算がとれるのは、解約するはずの100人のうち{needed}人以上が連絡のおかげで残る場合だけで、"
            "それを数えた人はまだいません。",
        ).format(needed=at_least(break_even))
    lacks = [each.says for each in missing if each.for_money]
    return T(
        "A small round first: whether the contacts pay cannot be said as long as nobody says {missing}.",
        "まず小さく試す。連絡の採算がとれるかどうかは、{missing}が決まらないと言えません。",
    ).format(missing=T("; ".join(each.en for each in lacks), "".join(f"「{each.ja}」" for each in lacks)))


def of_one_month(column: str, in_a_year: float) -> T:
    """What is said beside a decision that was reckoned with a monthly amount.

    Args:
        in_a_year: of those who would leave, the share that has to stay for the contacts to pay if a customer is worth twelve
            of those amounts.
    """
    reckoned = T(
        "This is reckoned with one month’s worth of a customer, because “{column}” reads as a monthly amount.",
        "ただし「{column}」は1か月分の金額とみられるので、これは顧客の価値を1か月分とした計算です。",
    )
    return run_on((reckoned, _NEVER_IN_A_YEAR if in_a_year > 1 else _IN_A_YEAR)).format(
        column=column, needed=at_least(in_a_year)
    )


_IN_A_YEAR = T(
    "With twelve months’ worth it would pay from {needed} of 100 leavers kept. Make this page again with a column that holds it.",
    "12か月分とすれば、解約するはずの100人のうち{needed}人以上が残れば採算がとれます。12か月分の金額の列を加えて、作り直してください。",
)
_NEVER_IN_A_YEAR = T(
    "With twelve months’ worth it would not pay either, even if everybody stayed.",
    "12か月分としても、全員が残っても採算はとれません。",
)
_BY_MONEY = {
    Decision.GO: T(
        "Go, if {assumed} of 100 leavers really stay because of the contact: then even the low end of the range pays "
        "({profit}); leave some alone by lot all the same, because nobody has counted that yet.",
        "実施。解約するはずの100人のうち{assumed}人が連絡のおかげで残るなら、範囲の下限でも採算がとれます({profit})。"
        "ただし、この人数はまだ誰も数えたことのない仮定です。一部の人はくじで選んで連絡せず、本当かどうかを確かめましょう。",
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


_FROM_NOTHING = T(
    "A small round first: the range runs from nothing to a gain ({profit}), if {assumed} of 100 leavers stay because of the contact.",
    "まず小さく試す。解約するはずの100人のうち{assumed}人が連絡のおかげで残る場合、損益は{profit}で、何も得られないこともあります。",
)
_BRINGS_NOTHING = T(
    "No-go: the contacts bring nothing ({profit}), if {assumed} of 100 leavers stay because of the contact.",
    "見送り。解約するはずの100人のうち{assumed}人が連絡のおかげで残る場合、連絡しても得るものがありません({profit})。",
)
_MORE_LIKELY_A_LOSS = T(
    "Not worth it as planned: the range runs from a loss to a gain ({profit}), but its middle is a loss; it pays from {needed} of "
    "100 leavers kept, and {assumed} are assumed. Find a cheaper contact, or one that keeps more; or begin with a small round.",
    "この計画のままでは、採算がとれる見込みは薄いです。範囲は損から得にまたがっていますが({profit})、中心の見込みでは赤字です。採算がとれるのは、"
    "解約するはずの100人のうち{needed}人以上が残るときで、見込みは{assumed}人です。もっと安い連絡か、もっと効果の出そうな連絡を探すか、まず小さく試してください。",
)


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
                _misses(missed),
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
                T("kept, if everybody on it is contacted", "全員に連絡した場合に引き止められる人"),
                T("{people} customers", "{people}人").format(people=numbers(promise.kept)),
                T(
                    "from the two lines above; luck hardly ever puts both at the same end",
                    "上の2行から計算(両方がそろって下限や上限になることは、まずない)",
                ),
            ),
        ]
    if promise.break_even is not None and promise.offer and evidence.value is not None:
        rows.append(
            Line("break_even", T("breaks even", "採算がとれるのは"), _break_even(promise.break_even), _costs(promise))
        )
    if promise.profit:
        rows.append(
            Line(
                "profit",
                T("in money, if everybody on it is contacted", "全員に連絡した場合の損益"),
                rough_moneys(promise.profit, promise.currency),
                _earned(promise),
            )
        )
    return tuple(rows)


def _misses(missed: Counted) -> T:
    if not missed.count:
        return T("nobody, where it was tried", "試したときは、いなかった")
    return T("{n} who leave", "解約する{n}").format(n=share_of_100(missed.share))


def _break_even(share: float) -> T:
    if share > 1:
        return T("never, even if all of them stayed", "全員が残っても、とれない")
    return T(
        "when {n} of 100 who would leave stay because of the contact",
        "解約するはずの100人のうち{n}人が、連絡のおかげで残るとき",
    ).format(n=at_least(share))


def _costs(promise: Promise) -> T:
    assert promise.offer
    assert promise.evidence
    assert promise.evidence.value is not None
    costs = _COSTS if promise.offer.incentive else _COSTS_ALONE
    said = {
        "value": rough_moneys(Range(promise.evidence.value, promise.evidence.value), promise.currency),
        "contact": moneys(Range(promise.offer.contact, promise.offer.contact), promise.currency),
        "incentive": moneys(Range(promise.offer.incentive, promise.offer.incentive), promise.currency),
    }
    known = promise.evidence.worth.known if promise.evidence.worth else None
    if known and known.count < known.of:
        unvalued = _UNVALUED if known.count else _NOBODY_VALUED
        costs = T("{costs}; {unvalued}", "{costs}。{unvalued}").format(costs=costs, unvalued=unvalued)
        said |= {"without": f"{known.of - known.count:,}", "all": f"{known.of:,}"}
    return costs.format(**said)


def _earned(promise: Promise) -> T:
    """How the money is reckoned, and where it hangs on a few."""
    assert promise.evidence
    assert promise.evidence.worth
    few = promise.evidence.worth.few(promise.evidence.hits.share)
    if few is None:
        return _EARNED
    return (
        T("{earned}; {few}", "{earned}。{few}")
        .format(earned=_EARNED, few=_FEW if few > 1 else _ONE)
        .format(few=f"{few:,}", size=f"{promise.list_size:,}")
    )


_EARNED = T(
    "what each customer kept is worth − contacts − incentives", "引き止めた人それぞれの価値の合計−連絡の費用−特典"
)
_FEW = T(
    "{few} of the {size} on the list hold half of what may be kept, so it hangs on whether just these are kept: look at them "
    "one by one",
    "引き止められる金額の半分は、リストの{size}人のうち{few}人のものです。結果はその人たちを引き止められるかどうかで大きく変わるので、一人ずつ確かめてください",
)
_ONE = T(
    "one of the {size} on the list holds half of what may be kept, so it hangs on that one alone: look there first",
    "引き止められる金額の半分は、リストの{size}人のうち1人のものです。結果はその人を引き止められるかどうかで大きく変わるので、まずその人を確かめてください",
)


_COSTS = T(
    "a leaver is worth {value}, a contact costs {contact}, and whoever is contacted and stays gets {incentive}",
    "解約する人の価値 {value}、連絡1件 {contact}、連絡して残った人すべてに特典 {incentive}",
)
_COSTS_ALONE = T("a leaver is worth {value}, a contact costs {contact}", "解約する人の価値 {value}、連絡1件 {contact}")
_UNVALUED = T(
    "{without} of the {all} on the list have no amount and were taken to be worth as much as the others",
    "リストの{all}人のうち{without}人は金額がないので、ほかの人と同じとみなした",
)
_NOBODY_VALUED = T(
    "nobody on the list has an amount, so the amounts of those who left where it was tried were taken",
    "リストの人には金額がないので、試したときに解約した人の金額を使った",
)


def of_100(shares: Range[float]) -> T:
    """Shares as people of 100."""
    return numbers(shares.scaled(100))


def at_least(share: float | None) -> str:
    """Of 100 people, rounded up: fewer are not enough."""
    # Rounded first, or the last bit of a product is one more.
    return in_digits(ceil(round(100 * share, 6))) if share is not None and isfinite(share) else "–"
