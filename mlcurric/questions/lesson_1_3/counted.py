"""What the questions share: the list that the exercise draws, and what the same slips look like in another unit."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from mlcurric.question.question import Misconception
from mlcurric.subject.metrics.at_k import at_k
from mlcurric.subject.metrics.confusion import Counts
from mlcurric.subject.simulation.practice import load_customers
from mlcurric.text import T

LISTED = 1500
"""Customers on the exercise's list, of 10,000."""
TOLERANCE = 0.008
"""Of a share: two digits, rounded or cut off."""
_IN_PERCENT = T(
    "{says} (And it is in percent; as a share, 5% is 0.05.)",
    "{says}(しかも%で書いています。割合では、5%は 0.05 です。)",
)
_AS_SHARE = T(
    "{says} (And the answer is a number of 100 people: 0.7 is 70.)",
    "{says}(また、答えは100人あたりの人数です。割合の 0.7 なら 70 と書きます。)",
)
_A_COUNT = T(
    "That is a number of people: {who}. A share is one such number divided by another.",
    "それは人数です({who})。割合は、人数を人数で割って求めます。",
)
_WHO = {
    "hits": T("the hits", "当たり"),
    "false_alarms": T("the false alarms", "空振り"),
    "misses": T("the misses", "見逃し"),
    "listed": T("everybody on the list", "リストの全員"),
    "happened": T("everybody who left", "解約した全員"),
}


@cache
def of_1000() -> Counts:
    """The list of exercise 1-3, told of 1,000 customers: whose logins fell most comes first."""
    summer = load_customers("summer")
    return at_k(summer["churned"], -summer["logins_trend"], LISTED).per(1000)


def with_percent(misconceptions: Iterable[Misconception]) -> tuple[Misconception, ...]:
    """Each misconception about a share, and the same in percent."""
    misconceptions = tuple(misconceptions)
    return misconceptions + tuple(
        _scaled(one, "percent", 100, _IN_PERCENT, within=100 * (one.within or TOLERANCE)) for one in misconceptions
    )


def with_shares(misconceptions: Iterable[Misconception]) -> tuple[Misconception, ...]:
    """Each misconception about a number of 100 customers, and the same as a share."""
    misconceptions = tuple(misconceptions)
    return misconceptions + tuple(_scaled(one, "share", 0.01, _AS_SHARE, within=0.005) for one in misconceptions)


def plain_counts() -> tuple[Misconception, ...]:
    """One misconception for each count of the picture, typed as it stands."""

    def counted(name: str) -> Misconception:
        return Misconception(f"count_{name}", lambda: getattr(of_1000(), name), _A_COUNT.format(who=_WHO[name]))

    return tuple(counted(name) for name in _WHO)


def _scaled(one: Misconception, unit: str, times: float, says: T, within: float) -> Misconception:
    return Misconception(
        f"{one.id}_{unit}", lambda: times * one.wrong_answer(), says.format(says=one.says), within=within
    )
