"""Do the lines of a model card agree with each other? Works on any numbers and days; whatever is missing is not checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from mlcurric.subject.digits import as_count
from mlcurric.subject.model_card.people import about_deciding, about_stopping, same_text
from mlcurric.text import T

HORIZON_MONTHS = 3
"""So many months after a look it is known who left."""


@dataclass(frozen=True)
class Disagreement:
    """Lines of a card that cannot stand: two that contradict each other, or one that says nothing.

    Attributes:
        name: a short name, unique in this module.
        lines: the lines that it is about, the one to look at first in front.
        says: what is wrong, with the card's own numbers.
    """

    name: str
    lines: tuple[str, ...]
    says: T


def disagreements(
    *,
    trained_until: date | None = None,
    tested_from: date | None = None,
    horizon_months: int = HORIZON_MONTHS,
    list_size: float | None = None,
    capacity: float | None = None,
    hits_of_100: float | None = None,
    hits_low: float | None = None,
    hits_high: float | None = None,
    intended_use: str | None = None,
    not_for: str | None = None,
    who_decides: str | None = None,
    stop_when: str | None = None,
) -> Iterator[Disagreement]:
    """Find what cannot stand side by side, one line after the other.

    Args:
        trained_until: the last day on which rows that it learned from were looked at.
        tested_from: the first day on which rows were looked at on which it was judged.
        horizon_months: how long after a look it takes to know who left.
        list_size, capacity: customers.
        hits_of_100, hits_low, hits_high: of 100 on the list, how many left, with the ends of its range.
        intended_use, not_for: compared as they are written, apart from blanks, marks, capitals and full width.
        who_decides, stop_when: in English or Japanese; told is a decider who is nobody, or the model, and an end that
            never comes, or that nobody can see.
    """
    if trained_until is not None and tested_from is not None:
        yield from _about_days(_date(trained_until), _date(tested_from), horizon_months)
    if list_size is not None:
        yield from _about_size(list_size, capacity)
    if hits_of_100 is not None:
        yield from _about_hits(hits_of_100, hits_low, hits_high)
    if same_text(intended_use or "", not_for or ""):
        says = T(
            "What it is for and what it is not for are the same; “not for” is the use that somebody will try although it fails there.",
            "「使いみち」と「使ってはいけない場面」が同じです。後者には、誰かがやりそうなのに通用しない使い方を書きます。",
        )
        yield Disagreement("use_is_not_for", ("not_for", "intended_use"), says)
    for line, found in (
        ("who_decides", about_deciding(who_decides or "")),
        ("stop_when", about_stopping(stop_when or "")),
    ):
        if found is not None:
            name, says = found
            yield Disagreement(name, (line,), says)


def _about_days(until: date, tested: date, horizon: int) -> Iterator[Disagreement]:
    lines, known = ("trained_until", "tested_from"), _months_after(until, horizon)
    if until >= tested:
        says = T(
            "It learned from rows of {until} and was judged on rows of {tested}: it has seen what it was asked.",
            "学習データに{until}の行があり、評価は{tested}の行からです。見たことのある問題で試験をしています。",
        )
        yield Disagreement("trained_after_test", lines, says.format(until=_day(until), tested=_day(tested)))
    elif known > tested:
        says = T(
            "Who of the customers of {until} left is known on {known} only; on {tested} nobody could have learned from it.",
            "{until}の顧客のうち誰が解約したかは、{known}になるまでわかりません。{tested}の時点では、まだ学習に使えないデータです。",
        )
        filled = says.format(until=_day(until), known=_day(known), tested=_day(tested))
        yield Disagreement("labels_not_known", lines, filled)


def _about_size(size: float, capacity: float | None) -> Iterator[Disagreement]:
    if size <= 0:
        yield Disagreement(
            "size_nobody", ("list_size",), T("A list of nobody cannot be judged.", "0人のリストは評価できません。")
        )
    elif capacity is not None and size > capacity:
        says = T(
            "A list of {size}, and the team can call {capacity}: it was judged as it will never be used.",
            "リストは{size}人、チームが電話できるのは{capacity}人です。実際には使わない長さで評価しています。",
        )
        yield Disagreement(
            "size_over_capacity", ("list_size",), says.format(size=as_count(size), capacity=as_count(capacity))
        )


def _about_hits(hits: float, low: float | None, high: float | None) -> Iterator[Disagreement]:
    lines = ("hits_of_100", "hits_low", "hits_high")
    ends = [end for end in (hits, low, high) if end is not None]
    if any(not 0 <= end <= 100 for end in ends):
        says = T("Of 100 customers between 0 and 100 leave.", "100人のうちの人数なので、0〜100の値になります。")
        yield Disagreement("hits_not_of_100", lines, says)
        return
    if low is None or high is None:
        return
    if low > high:
        says = T("The range runs backwards: {low} to {high}.", "範囲の上下が逆です({low}〜{high})。")
        yield Disagreement("hits_turned", lines[1:], says.format(low=as_count(low), high=as_count(high)))
    elif low == high:
        says = T(
            "{low} to {high} is no range: other customers of the same kind would have given another count.",
            "{low}〜{high}では幅がありません。同じような別の顧客で数えれば、違う人数になります。",
        )
        yield Disagreement("hits_point", lines[1:], says.format(low=as_count(low), high=as_count(high)))
    elif not low <= hits <= high:
        says = T(
            "{hits} does not lie in its own range, {low} to {high}.",
            "{hits}が、それ自身の範囲({low}〜{high})に入っていません。",
        )
        named = {"hits": as_count(hits), "low": as_count(low), "high": as_count(high)}
        yield Disagreement("hits_outside", lines, says.format(**named))


def _date(day: date) -> date:
    """A day without its hour; a pandas ``Timestamp`` is a datetime."""
    return day.date() if isinstance(day, datetime) else day


def _months_after(day: date, months: int) -> date:
    try:
        return (pd.Timestamp(day) + pd.DateOffset(months=months)).date()
    except (ValueError, OverflowError):  # “9999-12-31”, which many write for “no date yet”, has no day after it.
        return date.max


def _day(day: date) -> T:
    return T(f"{day.day} {day:%B %Y}", f"{day.year}年{day.month}月{day.day}日")
