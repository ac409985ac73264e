"""When somebody looks at what came true, and at which number the contacts stop: both said before the first contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil

import pandas as pd

from mlcurric.report.advice.comparing import FEWEST_LEAVERS, by_luck_at_any_time
from mlcurric.report.period import period_in_words, period_of
from mlcurric.subject.digits import as_count
from mlcurric.subject.expectation import Counted
from mlcurric.subject.product.dates import date_in_words
from mlcurric.text import T, run_on

BAD_LUCK = 0.05
"""How often bad luck alone may reach the number at which to stop."""
_LEAST_GAP = 14
"""Days between two looks; days nearer to each other are those on which single customers were looked at."""
_GUESSED = T(
    "That is a guess: nobody has said how long the customers counted in this table had to leave, and {gap} days is only what "
    "lies between two looks.",
    "ただし、この日は目安です。この表がどれだけの期間の解約を数えたのかは決まっておらず、{gap}日は、データの日付どうしの間隔にすぎません。",
)
_WITHIN = T("within {period}", "{period}以内に")


@dataclass(frozen=True)
class Stop:
    """“So many more of 1,000 have left among those contacted than among those left alone.”

    Attributes:
        more: that difference of shares, rounded up to whole customers of 1,000.
        contacted, alone: customers of the list, the second left alone by lot.
        leave: of the list, the share that leaves if left alone, 0 to 1.
    """

    more: float
    contacted: int
    alone: int
    leave: float

    @property
    def example(self) -> tuple[int, int]:
        """Half-way, so many of those left alone have left; and of those contacted so many are then too many."""
        alone = round(self.leave * self.alone / 2)
        return alone, ceil(round((alone / self.alone + self.more) * self.contacted, 6))


def stop_rule(hits: Counted, contacted: int, alone: int) -> Stop | None:
    """By how much more of those contacted may leave than of those left alone, before contacts do harm beyond bad luck.

    Both groups are counted at the same moment, as often as one likes: whatever moves all customers moves both, and a promise
    that was wrong about them stops nothing. If the contact does nothing, the bound is reached at any moment of the round in at
    most 5 of 100 rounds; if it keeps anybody, in fewer. So a contact that pays is hardly ever stopped by it; whether it pays
    is decided at the end (``experiment``).

    Returns:
        ``None`` where so few leave that no count tells bad luck from harm.
    """
    if not contacted or hits.share * alone < FEWEST_LEAVERS:
        return None
    # The more leave, the more there is to cross: of what the count allows, the most.
    most = min(hits.interval().high, 1 - 1e-6)
    more = ceil(round(1_000 * by_luck_at_any_time(most, contacted, alone, BAD_LUCK), 6)) / 1_000
    stop = Stop(more, contacted, alone, hits.share)
    return stop if stop.example[1] <= contacted else None


def stop_in_words(stop: Stop | None, within: str) -> T:
    """When to stop, as a number that can be counted; ``None`` where there is none."""
    if stop is None:
        return T(
            "On so few customers no count tells bad luck from a contact that does harm; add the next list to it, and count both.",
            "この人数では、運の悪さと、連絡がかえって解約を招いたこととを区別できません。次のリストと合わせて数えてください。",
        )
    period = _WITHIN.format(period=period_in_words(within)) if within.strip() else T("in the period", "期間内に")
    left, too_many = stop.example
    return T(
        "Count those who have left {within}, in both groups on the same day, and convert both to a rate per 1,000. As soon as "
        "{more} more of 1,000 have left of those contacted than of those left alone, stop: the contacts drive customers away. For example (not a forecast), when "
        "{left} of the {alone} left alone have left, stop at {too_many} of the {contacted} contacted. If a contact does neither good nor "
        "harm, bad luck alone brings that about in at most 5 of 100 cases; if it keeps customers, more rarely.",
        "{within}解約した人を、連絡した組としない組とで同じ日に数え、1,000人あたりに直して比べます。連絡した組のほうが{more}人以上多くなったら、"
        "連絡がかえって解約を招いているので、中止します。たとえば(予想ではなく、計算の例です)、連絡しない{alone}人のうち{left}人が解約した時点で、"
        "連絡した{contacted}人のうち{too_many}人が解約していたら、中止です。連絡に良い効果も悪い効果もないとき、運の悪さだけでそうなるのは"
        "100回に5回まで、効果があればもっとまれです。",
    ).format(
        more=as_count(round(1_000 * stop.more)),
        left=as_count(left),
        alone=as_count(stop.alone),
        too_many=as_count(too_many),
        contacted=as_count(stop.contacted),
        within=period,
    )


def when_to_look(within: str, observed: pd.Series | None, today: date, old: bool = False) -> T:
    """On which day to look at what came true: a day if the table has any, else so long after the contacts.

    It is counted from today: nobody can be contacted on the day of a look that is past.

    Args:
        old: whether the table is too old for a list; no day is named then.
    """
    days = pd.Series(dtype="datetime64[ns]") if observed is None else observed.dropna()
    latest = None if days.empty else days.max().date()
    if latest and (period := period_of(within)):
        return _looked(period, period_in_words(within), latest, today, old)
    if within.strip():
        return T("{period} after the last contact.", "最後の連絡から{period}後。").format(
            period=period_in_words(within)
        )
    gaps = days.dt.normalize().drop_duplicates().sort_values().diff().dropna().dt.days
    if latest and len(gaps) and gaps.median() >= _LEAST_GAP:
        gap = int(gaps.median())
        says = _looked(pd.DateOffset(days=gap), T(f"{gap} days", f"{gap}日"), latest, today, old)
        return run_on((says, _GUESSED.format(gap=gap)))
    return T(
        "One period after the last contact: as long as those counted in this table had time to leave.",
        "最後の連絡から1期間後。この表で解約を数えたのと同じ長さの期間です。",
    )


def _looked(period: pd.DateOffset, after: T, latest: date, today: date, old: bool) -> T:
    day = (pd.Timestamp(today) + period).date()
    said = {"day": date_in_words(day), "after": after, "latest": date_in_words(latest), "today": date_in_words(today)}
    if latest > today:
        return T(
            "{after} after the last contact. (The latest look, {latest}, lies in the future; no day can be told from it.)",
            "最後の連絡から{after}後。(表の最後の日付の{latest}はまだ先の日付なので、そこからは数えられません。)",
        ).format(**said)
    if old:
        return T(
            "{after} after the last contact. (The latest look is of {latest}: the table is old. With a new one the page tells what holds "
            "today.)",
            "最後の連絡から{after}後。(表の最後の日付は{latest}で、表が古くなっています。新しい表で作り直すと、いまの見込みがわかります。)",
        ).format(**said)
    return T(
        "On {day}, if the contacts go out on {today}, the day of this page; else {after} after the last one.",
        "このページを作った{today}に連絡するなら{day}。それより後なら、最後の連絡から{after}後。",
    ).format(**said)
