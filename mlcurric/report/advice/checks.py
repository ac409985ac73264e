"""When somebody looks at what came true, and at which number the contacts stop: both said before the first contact."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from scipy.stats import binom

from mlcurric.report.period import period_in_words, period_of
from mlcurric.subject.digits import as_count
from mlcurric.subject.expectation import Assumed, Counted
from mlcurric.subject.product.dates import in_words
from mlcurric.subject.ranges import Range
from mlcurric.text import T, run_on

BAD_LUCK = 0.05
"""How often bad luck alone may reach the number at which to stop."""
_DRAWS, _SEED = 4_000, 0
_LEAST_GAP = 14
"""Days between two looks; days nearer to each other are those on which single customers were looked at."""
_GUESSED = T(
    "That is a guess: nobody has said how long the customers counted in this table had to leave, and {gap} days is only what "
    "lies between two looks.",
    "ただし、この日は目安です。この表がどれだけの期間の解約を数えたのかは決まっておらず、{gap}日は、見た日と見た日の間隔にすぎません。",
)
_WITHIN = T("within {period}", "{period}以内に")


@dataclass(frozen=True)
class Stop:
    """“Of the ``of`` contacted, ``left`` or more have left.”

    ``left`` is more than ``of`` where no count could tell bad luck from a promise that was wrong.
    """

    left: int
    of: int

    @property
    def can_happen(self) -> bool:
        return self.left <= self.of


def stop_rule(hits: Counted, success: Assumed, contacted: int) -> Stop:
    """How many of those contacted may leave before the promise can no longer be believed.

    The bound is the least that bad luck alone reaches in at most 5 of 100 cases, if everything that was counted and assumed
    is true: each draw has a share of leavers, fewer by those who stay, and its own luck among the contacted. Whoever is
    contacted first, all of them are counted: a lot has drawn them from the list, but not the first 100 of them.

    Args:
        contacted: customers of the list whom the lot has not left alone.
    """
    luck = np.random.default_rng(_SEED)
    leave = hits.drawn(_DRAWS, luck) * (1 - success.drawn(_DRAWS, luck))
    least = bisect_left(
        range(contacted + 2), True, key=lambda left: binom.sf(left - 1, contacted, leave).mean() <= BAD_LUCK
    )
    return Stop(least, contacted)


def stop_in_words(stop: Stop, within: str, with_contact: bool) -> T:
    """When to stop, as a number that can be counted."""
    if not stop.can_happen:
        return T(
            "On so few customers no count tells bad luck from a wrong promise; add the next list to it, and count both.",
            "この人数では、運の悪さと見込み違いを区別できません。次のリストと合わせて数えてください。",
        )
    period = _WITHIN.format(period=period_in_words(within)) if within.strip() else T("in the period", "期間内に")
    says = T(
        "As soon as {left} of the {of} contacted have left {within}, stop. If all on this page is true, bad luck alone brings "
        "that about in at most 5 of 100 cases.",
        "連絡した{of}人のうち、{within}解約した人が{left}人になったら、そこで中止します。このページの見込みどおりなら、"
        "運の悪さだけでそうなるのは100回に5回までです。",
    ).format(of=as_count(stop.of), left=as_count(stop.left), within=period)
    if with_contact:
        return says
    more = T(
        "It is counted as if the contact did nothing: who reaches it has driven customers away, or times have changed.",
        "これは、連絡に効果がない場合の人数です。そこまで増えたら、連絡がかえって解約を招いたか、状況が変わっています。",
    )
    return run_on((says, more))


def when_to_look(within: str, observed: pd.Series | None) -> T:
    """On which day to look at what came true: a day if the table has any, else so long after the contacts."""
    days = pd.Series(dtype="datetime64[ns]") if observed is None else observed.dropna()
    latest = None if days.empty else days.max().date()
    if latest and (period := period_of(within)):
        return _looked((pd.Timestamp(latest) + period).date(), period_in_words(within))
    if within.strip():
        return T("{period} after the last contact.", "最後の連絡から{period}後。").format(
            period=period_in_words(within)
        )
    gaps = days.dt.normalize().drop_duplicates().sort_values().diff().dropna().dt.days
    if latest and len(gaps) and gaps.median() >= _LEAST_GAP:
        gap = int(gaps.median())
        says = _looked(latest + timedelta(days=gap), T(f"{gap} days", f"{gap}日"))
        return run_on((says, _GUESSED.format(gap=gap)))
    return T(
        "One period after the last contact: as long as those counted in this table had time to leave.",
        "最後の連絡から1期間後。この表で解約を数えたのと同じ長さの期間です。",
    )


def _looked(day: date, after: T) -> T:
    return T(
        "On {day}, if the contacts go out on the day of the latest look at these customers; else {after} after the last one.",
        "顧客を最後に観測した日に連絡するなら{day}。それより後なら、最後の連絡から{after}後。",
    ).format(day=in_words(Range(day, day)), after=after)
