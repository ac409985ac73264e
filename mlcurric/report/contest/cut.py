"""Where looks are cut into earlier and later ones, and whose: a customer judges once, and never by an outcome learned from."""

from __future__ import annotations

import numpy as np
import pandas as pd
from sklearn.model_selection import GroupShuffleSplit, train_test_split

JUDGE_SHARE = 0.3
FEWEST_TO_JUDGE = 10
FEWEST_TO_LEARN = 15
# A cut between whole days that leaves less than this on one side is none; then the lot decides.
_SMALLEST_PART, _LARGEST_PART = 0.05, 0.7
_FEW_AGAIN = 0.05
"""Of all customers; so few who were looked at again are not missed among those learned from."""
_SEEN_AFTER, _COME_BACK, _FEWEST_SEEN = 0.05, 0.05, 3
"""Of the looks that ended with leaving, so many were followed by another one after the period; and of those, fewer than so
many as a customer who stays, as somebody who has come back does."""


def first_looks(customer: np.ndarray) -> np.ndarray:
    """Places of each customer's first look: whoever was looked at often counts once.

    The first, because among the looks of months more customers leave than after a look at all of them on one day.

    Args:
        customer: whose look each is, in their order.
    """
    return np.sort(np.unique(customer, return_index=True)[1])


def parted_by_lot(customer: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Whose looks may be learned from, and whose may judge, where nobody knows when an outcome was known: never both.

    Of a customer looked at several times, what came of an early look may have come after judging began, and whoever
    recognises the customer knows it. Where many were looked at again, a half of all customers learns, by lot: to take only the
    looks of those who left before judging began would make leavers of most of them. Where few were, those do not learn.

    Args:
        customer: of each look.

    Returns:
        Bools of each look: may be learned from, may judge.
    """
    people, looks = np.unique(customer, return_counts=True)
    again = looks > 1
    if again.mean() < _FEW_AGAIN:
        return np.isin(customer, people[~again]), np.ones(len(customer), dtype=bool)
    learn, _ = next(GroupShuffleSplit(1, test_size=0.5, random_state=0).split(customer, groups=customer))
    learns = np.zeros(len(customer), dtype=bool)
    learns[learn] = True
    return learns, ~learns


def first_to_judge(looks: pd.DataFrame, period: pd.DateOffset | None) -> pd.Timestamp | None:
    """The day from which on looks judge, so that they are as near as possible to 3 of 10 of the customers used on either side.

    Where the same customers are looked at again and again, that is the last day with enough leavers: what judges is then the
    customers of one day, as those to list are.

    Args:
        looks: ``day``, ``left``, ``counts_as`` whom (of one number only the first look judges), and whether each ``learns`` and
            ``judges``.
        period: after which it is known what came of a look; without one, at once.
    """
    days, at = np.unique(looks["day"].to_numpy(), return_inverse=True)
    days, rows = pd.DatetimeIndex(days), looks.assign(at=at).sort_values("at", kind="stable")
    judging, learning = rows[rows["judges"]], rows[rows["learns"]]
    over = np.searchsorted(days + period, days, side="right") if period else np.arange(len(days))
    later = {left: _firsts(judging, len(days), judging["left"] == left) for left in (True, False)}
    earlier = {left: _people(learning[learning["left"] == left], len(days))[over] for left in (True, False)}
    sizes = pd.DataFrame({"later": later[True] + later[False], "earlier": _people(learning, len(days))[over]}, days)
    part = sizes["later"] / sizes.sum(axis=1)
    fits = (
        part.between(_SMALLEST_PART, _LARGEST_PART)
        & (later[True] >= FEWEST_TO_JUDGE)
        & (later[False] > 0)
        & (earlier[True] >= min(FEWEST_TO_LEARN, learning.loc[learning["left"], "counts_as"].nunique() / 2))
        & (earlier[False] > 0)
    )
    return (part[fits] - JUDGE_SHARE).abs().idxmin() if fits.any() else None


def _firsts(looks: pd.DataFrame, days: int, which: pd.Series) -> np.ndarray:
    """For a cut at each day, how many of these looks are the first from it on: those before which the last one lies before it."""
    after = looks.groupby("counts_as")["at"].shift(fill_value=-1) + 1
    begin, end = (np.bincount(each[which], minlength=days + 1) for each in (after, looks["at"] + 1))
    return (begin - end).cumsum()[:days]


def _people(looks: pd.DataFrame, days: int) -> np.ndarray:
    """How many customers were looked at in the first day, the first two days, and so on; before any of them, nobody."""
    firsts = looks.drop_duplicates("counts_as")["at"]
    return np.concatenate([[0], np.bincount(firsts, minlength=days).cumsum()])


def seen_after(looks: pd.DataFrame, period: pd.DateOffset) -> int:
    """How many customers who left within the period were looked at after it, and had not come back.

    Args:
        looks: ``customer``, ``day`` and ``left``.

    Returns:
        0 where they are so few that they may be slips of the table, or where they come back.
    """
    gone = looks.loc[looks["left"], ["customer", "day"]]
    again = pd.merge_asof(
        gone.assign(over=gone["day"] + period).sort_values("over", kind="stable"),
        looks[["customer", "day", "left"]].sort_values("day", kind="stable"),
        left_on="over",
        right_on="day",
        by="customer",
        direction="forward",
    ).dropna(subset="left")
    still = again[again["left"].astype(bool)]
    enough = len(again) >= _SEEN_AFTER * len(gone) and len(still) > (1 - _COME_BACK) * len(again)
    people = still["customer"].nunique()
    return people if enough and people >= _FEWEST_SEEN else 0


def told_again(looks: pd.DataFrame) -> bool:
    """Whether of one leaver several looks in a row say that he leaves: then they are one event, not several.

    Where none does, what came of a look was over by the next one.

    Args:
        looks: ``customer`` and ``left``, the looks of each in their order.
    """
    gone = looks["left"].astype(bool)
    again = gone & looks.assign(gone=gone).groupby("customer")["gone"].shift(-1, fill_value=False)
    return bool(again.sum() >= _SEEN_AFTER * gone.sum()) and looks.loc[again, "customer"].nunique() >= _FEWEST_SEEN


def cut_by_lot(happened: np.ndarray, customer: np.ndarray, judges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A part drawn by lot, as many leavers in each part as it deserves; all rows of one customer in the same part.

    Args:
        happened: bools, who left.
        customer: whose row each is.
        judges: places of the rows that may judge: one a customer, or all.

    Returns:
        Places of the rows to learn from and of those to judge by.
    """
    left, groups = happened[judges], customer[judges]
    share = max(JUDGE_SHARE, min(0.5, FEWEST_TO_JUDGE / min(left.sum(), (~left).sum())))
    if len(np.unique(groups)) == len(groups):
        chosen = train_test_split(np.arange(len(groups)), test_size=share, random_state=0, stratify=left)[1]
    else:
        lots = GroupShuffleSplit(20, test_size=share, random_state=0).split(left, left, groups)
        # Whole customers cannot be drawn in proportion; the first lot with enough leavers on both sides is taken.
        chosen = next(
            (lot[1] for lot in lots if min(left[lot[0]].sum(), left[lot[1]].sum()) >= FEWEST_TO_JUDGE),
            next(GroupShuffleSplit(1, test_size=share, random_state=0).split(left, left, groups))[1],
        )
    judge = np.sort(judges[chosen])
    return np.flatnonzero(~np.isin(customer, customer[judge])), judge
