"""Days as somebody would say them: “last login more than 12 days ago”, “renewal in less than 45 days”.

Rules and models count days before the look; what lies after it is below 0, and is said as a day still to come.
"""

from __future__ import annotations

import re

from mlcurric.subject.digits import in_full
from mlcurric.subject.explain.wordings import Wording
from mlcurric.text import T

DAYS_BEFORE = T("{value} days before", "{value}日前")
"""How a column of days is said: so many days before the look. In a rule it is a day again, on one side of another."""
_AHEAD, _ONE_AHEAD = T("in {value} days", "{value}日後"), T("in {value} day", "{value}日後")

_LONG_AGO = T("{label} more than {low} days ago", "{label}から{low}日を過ぎた")
_LATELY = T("{label} within the last {high} days", "{label}から{high}日以内")
_BETWEEN = T("{label} more than {low} and up to {high} days ago", "{label}から{low}日を過ぎ{high}日以内")
_SOON = T("{label} in less than {low} days", "{label}まで{low}日未満")
_FAR = T("{label} in {high} days or more", "{label}まで{high}日以上")
_FAR_BUT_LESS = T("{label} in {high} days or more and less than {low}", "{label}まで{high}日以上{low}日未満")
_FROM_TO = T("{label} in {high} to {low} days", "{label}まで{high}〜{low}日")
_ON = T("{label} in {low} days", "{label}まで{low}日")
_AROUND = T("{label} from {high} days ago to less than {low} days ahead", "{label}が{high}日前から{low}日後の手前まで")
_WHOLE_AROUND = T("{label} from {high} days ago to {low} days ahead", "{label}が{high}日前から{low}日後まで")
_PAST = T("{label} past", "{label}を過ぎた")
_REACHED = T("{label} on the day itself or past", "{label}が当日かそれより前")
_NOT_PAST = T("{label} not past yet", "{label}を過ぎていない")
_TO_COME = T("{label} still to come", "{label}がこれから")
_OR_PAST = T("{said} (or past already)", "{said}(過ぎた日も含む)")
_OR_TO_COME = T("{said} (or still to come)", "{said}(これからの日も含む)")

_OLDEST = T("By {label}, the day longest ago first.", "{label}が古い順。")
_NEWEST = T("By {label}, the latest day first.", "{label}が新しい順。")
_EARLIEST = T("By {label}, the earliest day first.", "{label}が早い順。")
_LAST = T("By {label}, the latest day first.", "{label}が遅い順。")
_ONE_OF_THEM = re.compile(r"(?<![\d.,])1 days\b")


def is_day(wording: Wording) -> bool:
    """Whether a column is said as so many days before: also in the words of a file, in one of the languages."""
    return wording.says.en.endswith(DAYS_BEFORE.en[7:]) or wording.says.ja.endswith(DAYS_BEFORE.ja[7:])


def days_ahead(label: T) -> Wording:
    """How days after the look are said, by how many they are."""
    return Wording(label, _AHEAD, says_one=_ONE_AHEAD)


def said_days(label: T, low: float | None, high: float | None, whole: bool, around: bool) -> T:
    """A day more than ``low`` and up to ``high`` days before the look, one of the two at least; below 0 it lies after it.

    Args:
        whole: whether the column holds whole days only.
        around: whether it holds days before the look and days after it.
    """
    if whole:
        low, high = (None if border is None else float(border // 1) for border in (low, high))
    if whole and low == -1 and high is not None and high > 0:
        # From the day itself on nothing is to come.
        form = _LATELY
    elif high is None:
        form = _since(low, whole, around)
    elif low is None:
        form = _until(high, whole, around)
    elif low >= 0:
        form = _BETWEEN
    elif not whole:
        form = _AROUND if high > 0 else _FAR_BUT_LESS
    else:
        # Less than 45 of whole days is up to 44.
        low += 1
        form = _WHOLE_AROUND if high > 0 else _ON if low == high else _FROM_TO
    ends = {name: None if border is None else in_full(abs(border)) for name, border in (("low", low), ("high", high))}
    said = form.format(label=label, **ends)
    return T(_ONE_OF_THEM.sub("1 day", said.en), said.ja)


def _since(low: float, whole: bool, around: bool) -> T:
    """More than so many days before the look."""
    if around and low == 0:
        return _PAST
    if around and whole and low == -1:
        return _REACHED
    if low >= 0:
        return _LONG_AGO
    return _OR_PAST.format(said=_SOON) if around else _SOON


def _until(high: float, whole: bool, around: bool) -> T:
    """Up to so many days before the look."""
    if around and high == 0:
        return _NOT_PAST
    if around and whole and high == -1:
        return _TO_COME
    if high < 0:
        return _FAR
    return _OR_TO_COME.format(said=_LATELY) if around else _LATELY


def said_day_order(label: T, oldest_first: bool, ahead: bool) -> T:
    """A rule that sorts by days.

    Args:
        ahead: whether some lie after the look.
    """
    first, last = (_EARLIEST, _LAST) if ahead else (_OLDEST, _NEWEST)
    return (first if oldest_first else last).format(label=label)
