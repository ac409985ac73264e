"""The decision in one or two sentences: go, a small round first, or no-go, and what it hangs on."""

from __future__ import annotations

from mlcurric.report.advice.promise_words import at_least, of_100
from mlcurric.report.advice.promised import Promise, more_likely_a_loss
from mlcurric.subject.digits import in_digits, so_many
from mlcurric.subject.expectation import Decision
from mlcurric.text import T, run_on


def decided(promise: Promise, column: str) -> T:
    """The decision, and what it hangs on: a few customers who hold most of the money, amounts of one month.

    Args:
        promise: whose ``says`` is not looked at.
        column: of the amounts; may be empty.
    """
    says = _verdict(promise), _first(promise), _few(promise), _months(promise, column)
    return run_on([each for each in says if each is not None])


def _verdict(promise: Promise) -> T:
    decision, profit, assumed, break_even = promise.decision, promise.profit, promise.assumed, promise.break_even
    never = break_even is not None and break_even > 1
    if profit and assumed and not never:
        words = _BY_MONEY[decision]
        if decision == Decision.SMALL_ROUND and profit.low == 0:
            words = _FROM_NOTHING
        elif more_likely_a_loss(profit, assumed, break_even):
            words = _MORE_LIKELY_A_LOSS
        elif decision == Decision.NO_GO and profit.high == 0:
            words = _BRINGS_NOTHING
        return words.format(
            opening=_opening(promise),
            better=_BETTER[promise.shows],
            assumed=of_100(assumed),
            of=in_digits(promise.evidence.of) if promise.evidence else "",
            leave=so_many(promise.evidence.hits.share, promise.evidence.of) if promise.evidence else "",
            needed=at_least(break_even),
        )
    if promise.pays_with_most and promise.evidence:
        of = promise.evidence.of
        return _ONLY_WITH_MOST.format(
            opening=_opening(promise),
            of=in_digits(of),
            leave=so_many(promise.evidence.hits.share, of),
            cost=_COST[promise.lost_by],
            most=so_many(promise.most_leave, of),
            needed=at_least(promise.break_even_of_most),
        )
    if decision == Decision.NO_GO:
        return _NEVER.format(opening=_opening(promise), cost=_COST[promise.lost_by])
    if break_even == 0:
        return _COSTS_NOTHING.format(opening=_opening(promise))
    if break_even is not None:
        return _ONLY_IF.format(opening=_opening(promise), needed=at_least(break_even))
    lacks = [each.says for each in promise.missing if each.for_money]
    missing = T("; ".join(each.en for each in lacks), "、".join(f"「{each.ja}」" for each in lacks))
    if not promise.shows:
        return _NOTHING_KNOWN.format(missing=missing)
    return _NOT_KNOWN.format(opening=_opening(promise), missing=missing)


def _opening(promise: Promise) -> T:
    if promise.decision == Decision.NO_GO:
        return _NOT_YET if promise.hangs_on_months else _NO_GO
    return _SMALL_ROUND if promise.shows else _UNPROVED


def _first(promise: Promise) -> T | None:
    """That a shorter list would pay where this one does not."""
    if not promise.first_that_pay or promise.hangs_on_months:
        return None
    return _FIRST_PAY.format(n=f"{promise.first_that_pay:,}")


def _few(promise: Promise) -> T | None:
    """That a few customers hold most of the money, and from when it pays without them."""
    few, others = promise.few, promise.break_even_of_others
    if few is None or others is None:
        return None
    holds, without = (_FEW_HOLD, _WITHOUT_THEM) if few.customers > 1 else (_ONE_HOLDS, _WITHOUT_IT)
    return run_on((holds, without[others > 1])).format(
        few=f"{few.customers:,}",
        part=f"{100 * few.part:.0f}",
        size=f"{promise.list_size:,}",
        needed=at_least(others),
    )


def _months(promise: Promise, column: str) -> T | None:
    """What is said where the money was reckoned with an amount that is, or may be, of one month."""
    if promise.in_a_year is None or not (promise.is_monthly or promise.hangs_on_months):
        return None
    reckoned = _OF_ONE_MONTH if promise.is_monthly else _MAY_BE_OF_ONE_MONTH
    return run_on((reckoned, _NEVER_IN_A_YEAR if promise.in_a_year > 1 else _IN_A_YEAR)).format(
        column=column, needed=at_least(promise.in_a_year)
    )


_SMALL_ROUND = T("Try it first: ", "まず試します。")
_UNPROVED = T(
    "Whether it pays cannot be checked with a list like this: ",
    "このようなリストでは、試しても効果を確かめられません。",
)
_NO_GO = T("No-go: ", "見送ります。")
_NOT_YET = T("This cannot be decided yet. With the amounts as they are, ", "まだ決められません。金額をそのまま使うと、")
_BETTER = {
    True: T(
        "Find a cheaper contact, or one that keeps more; or try it on some first.",
        "もっと安い連絡か、もっと効果の出そうな連絡を探すか、まず一部の人で試してください。",
    ),
    False: T(
        "Find a cheaper contact, or one that keeps more.",
        "もっと安い連絡か、もっと効果の出そうな連絡を探してください。",
    ),
}
"""By whether a round shows anything."""
_COST = {
    "contact": T("the contacts would cost more than they bring", "連絡の費用のほうが大きくなります"),
    "incentive": T(
        "the incentive, which goes to everybody who stays, would cost more than the contacts bring",
        "特典の費用のほうが大きくなります(もともと残る人にも渡すためです)",
    ),
    "both": T(
        "contacts and incentives together would cost more than they bring",
        "連絡と特典を合わせた費用のほうが大きくなります",
    ),
}
"""By what makes the loss."""
_NEVER = T(
    "{opening}even if everybody who would leave stayed, {cost}.",
    "{opening}解約するはずの人が全員残ったとしても、{cost}。",
)
_ONLY_WITH_MOST = T(
    "{opening}with about {leave} of {of} leaving, {cost} even if every leaver stayed; with as "
    "many as {most} of {of} leaving, {needed} of 100 of them would have to stay because of the contact.",
    "{opening}見込みどおり{of}人中約{leave}人の解約なら、全員が残っても{cost}。多めにみて{of}人中{most}人が解約するとしても、"
    "そのうち100人中{needed}人が連絡のおかげで残らないと、採算がとれません。",
)
_COSTS_NOTHING = T(
    "{opening}the contacts cost nothing, so they pay as soon as anybody stays because of them; but whether "
    "anybody does, nobody has counted yet.",
    "{opening}連絡に費用がかからないので、連絡のおかげで1人でも残れば採算がとれます。ただし、残る人がいるかどうかは、まだ誰も数えていません。",
)
_ONLY_IF = T(
    "{opening}it pays only if at least {needed} of 100 leavers stay because of the contact, and nobody "
    "has counted that yet.",
    "{opening}採算がとれるのは、解約するはずの100人のうち{needed}人以上が連絡のおかげで残る場合だけで、"
    "それを数えた人はまだいません。",
)
_NOT_KNOWN = T(
    "{opening}whether the contacts pay cannot be said yet. Needed: {missing}.",
    "{opening}連絡の採算がとれるかどうかは、{missing}が決まらないと言えません。",
)
_NOTHING_KNOWN = T(
    "With a list like this nobody can check whether contacts help, and not even whether they pay can be said yet. Needed: {missing}.",
    "このようなリストでは、試しても効果を確かめられません。採算がとれるかどうかも、{missing}が決まらないと言えません。",
)
_FIRST_PAY = T(
    "By the numbers beside them, the first {n} alone would pay: have this page made again for a list of {n} (--capacity {n}).",
    "ただし、一人ひとりの数字で計算すると、上位{n}人だけなら採算がとれそうです。リストの人数を{n}人にして(--capacity {n})、作り直してもらってください。",
)
_ONE_HOLDS = T(
    "One of the {size} holds {part}% of the money that may be kept: look at that one first, whatever is done about the others.",
    "引き止められる金額の{part}%は、{size}人のうち1人のものです。ほかの人をどうするかとは別に、まずその人を確かめてください。",
)
_FEW_HOLD = T(
    "{few} of the {size} hold {part}% of the money that may be kept: look at them one by one first, whatever is done about the others.",
    "引き止められる金額の{part}%は、{size}人のうち{few}人のものです。ほかの人をどうするかとは別に、まずその人たちを一人ずつ確かめてください。",
)
_WITHOUT_IT = {
    False: T(
        "Without that one it pays from {needed} of 100 leavers kept.",
        "その人を除くと、採算がとれるのは、解約するはずの100人のうち{needed}人以上が残るときです。",
    ),
    True: T(
        "Without that one it does not pay, even if everybody stayed.",
        "その人を除くと、全員が残っても採算はとれません。",
    ),
}
_WITHOUT_THEM = {
    False: T(
        "Without them it pays from {needed} of 100 leavers kept.",
        "その人たちを除くと、採算がとれるのは、解約するはずの100人のうち{needed}人以上が残るときです。",
    ),
    True: T(
        "Without them it does not pay, even if everybody stayed.",
        "その人たちを除くと、全員が残っても採算はとれません。",
    ),
}
"""By whether it does not pay without them at all."""
_OF_ONE_MONTH = T(
    "This is reckoned with one month’s worth of a customer, because “{column}” reads as a monthly amount.",
    "ただし「{column}」は1か月分の金額とみられるので、これは顧客の価値を1か月分とした計算です。",
)
_MAY_BE_OF_ONE_MONTH = T(
    "“{column}” was taken for all that a customer is worth; it may be the amount of one month.",
    "ただし、これは「{column}」を顧客1人の価値のすべてとした計算で、1か月分の金額かもしれません。",
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
        "Go, if {assumed} of 100 leavers really stay because of the contact: then even the low end of the range pays; "
        "leave some alone for comparison all the same, because nobody has counted that yet.",
        "実施します。解約するはずの100人のうち{assumed}人が連絡のおかげで残るなら、範囲の下限でも採算がとれます。"
        "ただし、この人数はまだ誰も数えたことのない仮定です。一部の人には比較のため連絡せず、本当かどうかを確かめましょう。",
    ),
    Decision.SMALL_ROUND: T(
        "{opening}both a loss and a gain are possible; with about {leave} of {of} leaving it pays from {needed} of 100 leavers kept.",
        "{opening}赤字にも黒字にもなりえます。{of}人中約{leave}人が解約する場合、採算がとれるのは、解約するはずの100人のうち{needed}人以上が残るときです。",
    ),
    Decision.NO_GO: T(
        "{opening}even the best end of the range is a loss; with about {leave} of {of} leaving it pays from {needed} of 100 leavers kept.",
        "{opening}範囲のいちばん良いところでも赤字です。{of}人中約{leave}人が解約する場合、採算がとれるのは、解約するはずの100人のうち{needed}人以上が残るときです。",
    ),
}


_FROM_NOTHING = T(
    "{opening}if {assumed} of 100 leavers stay because of the contact, there is no loss, but there may be no gain either.",
    "{opening}解約するはずの100人のうち{assumed}人が連絡のおかげで残る場合、赤字にはなりませんが、何も得られないこともあります。",
)
_BRINGS_NOTHING = T(
    "{opening}if {assumed} of 100 leavers stay because of the contact, the contacts bring nothing.",
    "{opening}解約するはずの100人のうち{assumed}人が連絡のおかげで残る場合、連絡しても得るものがありません。",
)
_MORE_LIKELY_A_LOSS = T(
    "Not worth it as planned: both a loss and a gain are possible, but the middle of the range is a loss; with about {leave} of {of} "
    "leaving it pays from {needed} of 100 leavers kept, and {assumed} are assumed. {better}",
    "この計画のままでは、採算がとれる見込みは薄いです。赤字にも黒字にもなりえますが、中心の見込みでは赤字です。{of}人中約{leave}人が解約する場合、"
    "採算がとれるのは、解約するはずの100人のうち{needed}人以上が残るときで、見込みは{assumed}人です。{better}",
)
