"""What held in the earlier looks and does not hold in the later ones: how many leave, and which order tells who does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from scipy.stats import binom
from sklearn.model_selection import GroupShuffleSplit

from mlcurric.report.contest.contenders import Contender
from mlcurric.report.contest.cut import first_looks
from mlcurric.report.contest.folds import sample_of
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits, so_many
from mlcurric.subject.explain.reasons import finer
from mlcurric.subject.product.dates import date_in_words
from mlcurric.subject.ranking import ranking_score
from mlcurric.text import T, run_on

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers

NO_LONGER_HOLDS = "no-longer-holds"
"""The remark's id where nobody wins because what told earlier leavers apart tells later ones no more."""
_BY_LUCK = 3.3
"""Standard errors; luck alone brings that about once in 1,000 tables."""
_FAR, _VERY_FAR = 1.25, 1.5
"""So many times as many, or as few, leave."""
_TOLD, _LOST = 0.6, 0.1
"""An order that told so many pairs of a leaver and a stayer apart was worth something; so many fewer of them is a loss."""
_LEFT_OVER = 0.25
"""Of what an order told beyond a lot, less than this is nothing to act on."""
_ROWS, _TRIED = 8_000, 0.3
# The latest looks are held against the earlier ones in such shares of the rows, whole days together.
_TAILS = (0.05, 0.1, 0.2, 0.3)
_FEW, _CHANCE = 0.5, 0.001


def leaving_changed(looks: pd.DataFrame, first: date, remarks: list[Remark]) -> tuple[float, float] | None:
    """The shares that left of all looks before and since, where they differ by more than luck and by so much that it matters.

    All looks, as somebody counts them who filters the table by its days: of each customer only the first look would hold the
    customers of long ago against the newcomers, who leave more often or more seldom however little has changed. Looks at one
    customer are alike, so that luck is more than that of so many rows, by Kish's design effect (1965, Survey Sampling, 8.2).

    Args:
        looks: ``customer``, ``day`` and ``left``; rows without a day are in neither share.
        first: the day on which the later ones begin.
        remarks: to which it is added.
    """
    earlier, later = (looks["day"] < pd.Timestamp(first)).to_numpy(), (looks["day"] >= pd.Timestamp(first)).to_numpy()
    left = looks["left"].to_numpy(dtype=float)
    if not earlier.any() or not later.any():
        return None
    shares = float(left[earlier].mean()), float(left[later].mean())
    times = max(shares) / max(min(shares), 1e-9)
    together = left[earlier | later].mean()
    pulls = (left - together) * (later / later.sum() - earlier / earlier.sum())
    by_customer = np.bincount(pd.factorize(looks["customer"])[0], pulls)
    alike = max(1.0, float((by_customer**2).sum() / (pulls**2).sum())) if pulls.any() else 1.0
    luck = np.sqrt(alike * together * (1 - together) * (1 / earlier.sum() + 1 / later.sum()))
    if times < _FAR or abs(shares[1] - shares[0]) < _BY_LUCK * luck:
        return None
    weight = Weight.DANGER if times >= _VERY_FAR else Weight.WARN
    remarks.append(_other_times(shares, first, weight, bool(looks["customer"].duplicated().any())))
    return shares


def too_few_at_the_end(looks: pd.DataFrame) -> Remark | None:
    """Whether strikingly few of the latest looks left: their time may not have run out.

    Looks at one customer are alike, so that luck is counted as of so many customers.

    Args:
        looks: ``customer``, ``day`` and ``left``.
    """
    last_looks = looks.sort_values("day", kind="stable").drop_duplicates("customer", keep="last")
    per_day = looks.groupby("day")["left"].agg(["size", "sum"])
    per_day["people"] = last_looks.groupby("day").size().reindex(per_day.index, fill_value=0)
    counted = per_day[::-1].cumsum()
    worst = None
    for tail in _TAILS:
        last = counted[counted["size"] >= tail * len(looks)].iloc[0]
        others, left = len(looks) - last["size"], per_day["sum"].sum() - last["sum"]
        if not others or last["size"] > len(looks) / 2:
            continue
        usual, share = left / others, last["sum"] / last["size"]
        few = share < _FEW * usual and binom.cdf(round(share * last["people"]), last["people"], usual) < _CHANCE
        if few and (worst is None or share <= worst[0]):
            worst = share, usual, last.name
    return None if worst is None else _time_not_run_out(*worst, bool(looks["customer"].duplicated().any()))


def _time_not_run_out(share: float, usual: float, first: pd.Timestamp, looks: bool) -> Remark:
    of = finer(usual)
    return Remark(
        "time-not-run-out",
        run_on((_FEW_YET[looks], _NOT_RUN_OUT)).format(
            day=date_in_words(first.date()), of=in_digits(of), few=so_many(share, of), usual=so_many(usual, of)
        ),
        T(
            "Leave the outcome blank in rows whose time is not over yet; they are then listed, not learned from.",
            "まだ期間が終わっていない行は、解約の列を空欄にしてください。学習には使わず、リストの対象にします。",
        ),
        weight=Weight.DANGER,
    )


_FEW_YET = {
    False: T(
        "Of {of} customers looked at from {day} on, {few} left; of {of} looked at before, {usual}.",
        "データの日付が{day}以降の顧客{of}人のうち、解約は{few}人。それより前は{of}人中{usual}人。",
    ),
    True: T(
        "Of {of} looks at customers from {day} on, {few} were followed by their leaving; of {of} before, {usual}.",
        "データの日付が{day}以降では、延べ{of}人のうち、解約は{few}人。それより前は延べ{of}人中{usual}人。",
    ),
}
"""By whether customers stand in several rows, so that rows are not people; so are the two that follow."""
_NOT_RUN_OUT = T(
    "Their time may not have run out: whoever is still going to leave counts as stayed.",
    "まだ期間が終わっておらず、これから解約する人が「続けた人」に入っているおそれがあります。",
)


class _Pairs(NamedTuple):
    """Of the pairs of a leaver and a stayer, the share that an order puts right, and its standard error."""

    share: float
    luck: float


def judging_alike(customers: Customers, earlier: np.ndarray, judge: np.ndarray) -> np.ndarray:
    """Bools of the earlier rows: those that judge as the later ones do, in a time as long, each customer once where those are.

    The first look of each customer in all of the earlier time would be of many more newcomers than the later ones hold.

    Args:
        earlier, judge: positions of rows with a day.
    """
    day, who = customers.observed.dt.normalize().to_numpy(), customers.customer
    if len(np.unique(who[earlier])) == len(earlier):
        return np.ones(len(earlier), dtype=bool)
    days = day[earlier]
    asked = np.argsort(days, kind="stable")
    asked = asked[days[asked] >= days.max() - np.ptp(day[judge])]
    if len(np.unique(who[judge])) == len(judge):
        asked = asked[first_looks(who[earlier][asked])]
    return np.isin(np.arange(len(earlier)), asked)


def order_faded(
    contender: Contender,
    table: pd.DataFrame,
    left: np.ndarray,
    groups: np.ndarray,
    judges: np.ndarray,
    later: tuple[np.ndarray, np.ndarray],
) -> tuple[float, float] | None:
    """The shares of pairs told apart among earlier and among later customers, where far fewer are later than earlier.

    On the earlier rows the contender is tried as it is on the later ones, on customers that it has not learned from: three
    of ten, drawn by lot.

    Args:
        contender: is learned anew on a part of the earlier rows.
        table, left, groups: the earlier rows, who left, and a number that rows of one customer share.
        judges: of the earlier rows, those that may judge, as ``judging_alike`` gives them.
        later: who left of the later rows, and their risks.
    """
    learn, judge = next(GroupShuffleSplit(1, test_size=_TRIED, random_state=0).split(left, groups=groups))
    learn, judge = learn[sample_of(left[learn], round((1 - _TRIED) * _ROWS))], judge[judges[judge]]
    if any(len(np.unique(left[part])) < 2 for part in (learn, judge)) or len(np.unique(later[0])) < 2:
        return None
    again = contender.fit(table.iloc[learn], left[learn])
    was, is_now = _pairs(left[judge], again.risk(table.iloc[judge])), _pairs(*later)
    lost = was.share - is_now.share
    if was.share < _TOLD or lost < max(_LOST, _BY_LUCK * np.hypot(was.luck, is_now.luck)):
        return None
    return was.share, is_now.share


def is_spent(pairs: tuple[float, float]) -> bool:
    """Whether so little is left of an order that a lot would do nearly as well, though a list by it may have been lucky.

    Args:
        pairs: as ``order_faded`` gives them.
    """
    was, now = pairs
    return now - 0.5 < _LEFT_OVER * (was - 0.5)


def _pairs(left: np.ndarray, risk: np.ndarray) -> _Pairs:
    """The standard error is that of Hanley and McNeil (1982, Radiology 143:29-36)."""
    share, leavers, stayers = ranking_score(left, risk), left.sum(), (~left).sum()
    one, two = share / (2 - share), 2 * share**2 / (1 + share)
    spread = share * (1 - share) + (leavers - 1) * (one - share**2) + (stayers - 1) * (two - share**2)
    return _Pairs(share, float(np.sqrt(max(spread, 0) / (leavers * stayers))))


def no_longer_holds(pairs: tuple[float, float], first: date) -> Remark:
    """Why nobody wins: not because the columns tell nothing, but because they tell something else now."""
    return Remark(
        NO_LONGER_HOLDS, _NO_LONGER.format(**_said(pairs, first)), run_on((_ASK, _IF_NOTHING)).format(day=date_in_words(first)),
        weight=Weight.DANGER,
    )  # fmt: skip


def order_fades(pairs: tuple[float, float], first: date) -> Remark:
    """That the order, though it still beats a lot, tells less than it did."""
    return Remark("order-fades", _FADES.format(**_said(pairs, first)), _ASK.format(day=date_in_words(first)))


def _said(pairs: tuple[float, float], first: date) -> dict[str, str | T]:
    return {"was": f"{100 * pairs[0]:.0f}", "now": f"{100 * pairs[1]:.0f}", "day": date_in_words(first)}


def _other_times(shares: tuple[float, float], first: date, weight: Weight, looks: bool) -> Remark:
    of = finer(min(shares))
    before, since = (so_many(share, of) for share in shares)
    says = run_on((_CHANGED[looks], _MORE if shares[1] > shares[0] else _FEWER)).format(
        day=date_in_words(first), of=in_digits(of), before=before, since=since
    )
    return Remark("leaving-changed", says, _ASK.format(day=date_in_words(first)), weight=weight)


_CHANGED = {
    False: T(
        "Of {of} customers looked at before {day}, {before} left; of {of} looked at from then on, {since}.",
        "解約は、データの日付が{day}より前の顧客では{of}人中{before}人、それ以降の顧客では{of}人中{since}人です。",
    ),
    True: T(
        "Of {of} looks at customers before {day}, {before} were followed by their leaving; of {of} from then on, {since}.",
        "解約は、データの日付が{day}より前では延べ{of}人中{before}人、それ以降では延べ{of}人中{since}人です。",
    ),
}
_MORE = T(
    "What was counted in the earlier looks says too little of what comes now.",
    "解約が増えていて、前の時期に数えた人数は、いまには少なすぎます。",
)
_FEWER = T(
    "What was counted in the earlier looks says too much of what comes now.",
    "解約が減っていて、前の時期に数えた人数は、いまには多すぎます。",
)
_NO_LONGER = T(
    "What told leavers apart before {day} has not done so from then on. Of 100 pairs of a leaver and a stayer, the order that was learned put "
    "{was} right among customers looked at before that day, and {now} among those looked at from then on (at random: 50). So there is "
    "nothing to list by; that the columns tell nothing is not shown.",
    "{day}より前に解約者を見分けていたものが、それ以降は通用していません。学んだ順番で見分けられたのは、解約した人と続けた人の100組のうち、"
    "その日より前のデータでは{was}組、それ以降のデータでは{now}組です(無作為なら50組)。そのためリストは作れませんが、列が役に立たないとわかったわけではありません。",
)
_FADES = T(
    "The order tells less than it did: of 100 pairs of a leaver and a stayer it put {was} right among customers looked at before "
    "{day}, and {now} among those looked at from then on (at random: 50). With the next list it may be fewer still.",
    "順番で見分けられる人が減っています。解約した人と続けた人の100組のうち、{day}より前のデータでは{was}組、"
    "それ以降のデータでは{now}組でした(無作為なら50組)。次のリストでは、もっと減るかもしれません。",
)
_ASK = T(
    "Ask what changed, and when: prices, the product, a competitor, a season, or how the table is made ({day} is only where this page "
    "parts earlier from later). If it stays so, have this page made again from the rows since then alone, as soon as there are enough.",
    "いつ、何が変わったかを聞いてください(料金、商品、競合、季節、表の作り方など。{day}は、このページが前後を分けた日にすぎません)。"
    "変化が続くなら、変わったあとの行が十分にたまったところで、その行だけで作り直してもらいます。",
)
_IF_NOTHING = T(
    "If nothing has changed it may be luck, though luck seldom does so much: have this page made again when the next look is there.",
    "何も変わっていないなら、偶然かもしれません(ここまでの差は、偶然ではめったにつきません)。次の時点のデータが入ったら、作り直してもらってください。",
)
