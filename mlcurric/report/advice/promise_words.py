"""The promise in words for somebody in customer success: no term of the trade, every number with what it was counted from."""

from __future__ import annotations

from math import ceil, isfinite

from mlcurric.report.advice.counted import Evidence
from mlcurric.report.advice.counted_words import ALL_ON
from mlcurric.report.advice.promised import Line, Promise
from mlcurric.subject.digits import in_digits, of_one, so_many
from mlcurric.subject.expectation import Counted
from mlcurric.subject.explain.reasons import of_100 as share_of_100
from mlcurric.subject.product.figures import moneys, numbers, rough_moneys, rough_moneys_in_words
from mlcurric.subject.ranges import Range
from mlcurric.text import T


def in_lines(promise: Promise) -> tuple[Line, ...]:
    """The sheet, a line each, as far as it can be said."""
    evidence, size = promise.evidence, f"{promise.list_size:,}"
    assert evidence
    assert promise.leavers
    rows = [
        Line(
            "leavers",
            _would_leave(evidence.time),
            T("{people} of the {size} on the list", "リストの{size}人のうち{people}人").format(
                people=numbers(promise.leavers), size=T("one" if promise.list_size == 1 else size, size)
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
                _misses(evidence, missed),
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
                    "from the two lines above, and the luck of who of them stays; that hardly ever puts all at the same end",
                    "上の2行と、そのうち誰が残るかの運から計算(すべてがそろって下限や上限になることは、まずない)",
                ),
            ),
        ]
    if promise.break_even is not None and promise.offer and evidence.value is not None:
        rows.append(Line("break_even", T("breaks even", "採算がとれるのは"), _break_even(promise), _costs(promise)))
    if promise.profit:
        rows.append(
            Line(
                "profit",
                T("in money, if everybody on it is contacted", "全員に連絡した場合の損益"),
                gain_or_loss(promise.profit, promise.currency),
                _earned(promise),
            )
        )
    return tuple(rows)


def about_contacted(profit: Range[float], contacted: int, currency: str) -> Line:
    """The line of the money of those on the list who are contacted."""
    return Line(
        "profit_contacted",
        of_one(
            T("in money, for the {n} customers who are contacted", "連絡する{n}人の損益").format(n=f"{contacted:,}")
        ),
        gain_or_loss(profit, currency),
        T("the same reckoning, of them alone", "同じ計算を、連絡する人だけでしたもの"),
    )


def _would_leave(time: T | None) -> T:
    if time is None:
        return T("would leave, if nobody contacts them", "何もしなければ解約する人")
    return T("would leave {time}, if nobody contacts them", "何もしなければ{time}解約する人").format(time=time)


def _misses(evidence: Evidence, missed: Counted) -> T:
    if missed.count:
        return T("{n} who leave", "解約する{n}").format(n=share_of_100(missed.share))
    if evidence.misses_were_seen:
        return T("nobody, where it was tried", "試したときは、いなかった")
    if evidence.missed_on == ALL_ON:
        return T("nobody", "いない")
    return T("hardly anybody is expected", "ほとんどいない見込み")


def _break_even(promise: Promise) -> T:
    share, evidence = promise.break_even, promise.evidence
    assert share is not None
    assert evidence
    if promise.pays_with_most:
        return _ONLY_WITH_MOST.format(
            of=in_digits(evidence.of),
            leave=so_many(evidence.hits.share, evidence.of),
            most=so_many(promise.most_leave, evidence.of),
            n=at_least(promise.break_even_of_most),
        )
    if share > 1:
        return T("never, even if all of them stayed", "全員が残っても、とれない")
    if share == 0:
        return T("with the first who stays because of the contact", "連絡のおかげで1人でも残るとき")
    return T(
        "when {n} of 100 who would leave stay because of the contact",
        "解約するはずの100人のうち{n}人が、連絡のおかげで残るとき",
    ).format(n=at_least(share))


_ONLY_WITH_MOST = T(
    "not with about {leave} of {of} leaving, even if all of them stayed; with {most} of {of}, when {n} of 100 of these stay because "
    "of the contact",
    "{of}人中約{leave}人の解約では、全員が残っても、とれない。{of}人中{most}人が解約する場合は、その100人中{n}人が連絡のおかげで残るとき",
)


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
    few = promise.few
    if few is None:
        return _EARNED
    return (
        T("{earned}; {few}", "{earned}。{few}")
        .format(earned=_EARNED, few=_FEW if few.customers > 1 else _ONE)
        .format(few=f"{few.customers:,}", part=f"{100 * few.part:.0f}", size=f"{promise.list_size:,}")
    )


_EARNED = T(
    "what each customer kept is worth − contacts − incentives; reckoned with the amount of each, so it need not be the number kept "
    "times an average",
    "引き止めた人それぞれの価値の合計−連絡の費用−特典。一人ひとりの金額で計算しているので、引き止める人数に平均の価値を掛けた額とは一致しません",
)
_FEW = T(
    "{few} of the {size} on the list hold {part}% of what may be kept, so it hangs on whether just these are kept: look at them "
    "one by one",
    "引き止められる金額の{part}%は、リストの{size}人のうち{few}人のものです。結果はその人たちを引き止められるかどうかで大きく変わるので、一人ずつ確かめてください",
)
_ONE = T(
    "one of the {size} on the list holds {part}% of what may be kept, so it hangs on that one alone: look there first",
    "引き止められる金額の{part}%は、リストの{size}人のうち1人のものです。結果はその人を引き止められるかどうかで大きく変わるので、まずその人を確かめてください",
)


_LOSS = T("a loss of {money}", "{money}の赤字")
_GAIN = T("a gain of {money}", "{money}の黒字")
_LOSS_TO_GAIN = T("from a loss of {loss} to a gain of {gain}", "{loss}の赤字から{gain}の黒字まで")
_COSTS = T(
    "a leaver is worth {value} on average, a contact costs {contact}, and whoever is contacted and stays gets {incentive}",
    "解約する人の価値(平均) {value}、連絡1件 {contact}、連絡して残った人すべてに特典 {incentive}",
)
_COSTS_ALONE = T(
    "a leaver is worth {value} on average, a contact costs {contact}",
    "解約する人の価値(平均) {value}、連絡1件 {contact}",
)
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


def gain_or_loss(profit: Range[float], currency: str) -> T:
    """A sum of money as a loss or a gain, or from the one to the other: “a loss of ¥120,000 to ¥250,000”."""
    low, high = profit.low, profit.high
    if low < 0 < high:
        loss, gain = (rough_moneys_in_words(Range(end, end), currency) for end in (-low, high))
        return _LOSS_TO_GAIN.format(loss=loss, gain=gain)
    if high <= 0 and low < 0:
        return _LOSS.format(money=rough_moneys_in_words(Range(-high, -low), currency))
    return _GAIN.format(money=rough_moneys_in_words(profit, currency))


def at_least(share: float | None) -> str:
    """Of 100 people, rounded up: fewer are not enough."""
    # Rounded first, or the last bit of a product is one more.
    return in_digits(ceil(round(100 * share, 6))) if share is not None and isfinite(share) else "–"
