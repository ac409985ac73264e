"""Who can be listed: the customers of today, whose outcome is open; where the table holds none, everybody who has stayed."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from mlcurric.report.period import period_in_words, period_of
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits
from mlcurric.subject.product.dates import date_in_words
from mlcurric.text import T

ListedKind = Literal["not yet known", "still here", "here when last seen"]
_FEWEST = 10
_LAST_LOOK = 0.05
"""A last day with fewer of all rows than this is no look at the customers, only the last of many days."""

_LONG_AGO = pd.Timedelta(days=45)
"""Looks further apart than this are not one look at all customers, where nobody says how long they have to leave."""


def to_list(
    left: pd.Series, groups: np.ndarray, observed: pd.Series | None, remarks: list[Remark], within: str = ""
) -> tuple[np.ndarray, ListedKind]:
    """The latest row of everybody whose outcome is open; where there is nobody, of everybody who stayed.

    A blank outcome in an early look is not an open one: its time is over, and nobody has filled it in. Nor is a blank of
    somebody of whom a later row is known. Of somebody who stayed it is known until the end of the period after the look;
    if that is before the last look, nobody knows whether he is a customer still, and he is not listed. What became of somebody
    says the last look at him: who left after an earlier one and is there again has come back.

    Args:
        left: True, False or missing.
        groups: rows of one customer have the same number.
        observed: on which day each row was looked at.
        remarks: to which is added what was seen.
        within: in which time those counted as churned left, as somebody typed it.

    Returns:
        Positions of rows, one a customer.
    """
    rows = pd.DataFrame({"customer": groups, "open": left.isna().to_numpy(), "left": left.eq(True).fillna(False)})
    rows["day"] = pd.NaT if observed is None else observed.dt.normalize().to_numpy()
    latest = rows.sort_values("day", kind="stable", na_position="first").drop_duplicates("customer", keep="last")
    first = _first_of_today(rows)
    if back := _came_back(rows):
        remarks.append(_there_again(back))
    early = rows["open"] & (rows["day"] < first)
    if early.any():
        remarks.append(_never_filled_in(int(early.sum()), first))
    listed = latest[latest["open"] & ~early[latest.index]]
    if len(listed):
        return np.sort(listed.index.to_numpy()), "not yet known"
    # Of rows without a day nobody knows which is the last: whoever has left in one of them is gone.
    gone = rows.loc[rows["left"] & rows["day"].isna(), "customer"]
    here = latest[~latest["left"] & ~latest["customer"].isin(gone) & ~latest["open"]]
    kept, kind = _still_here(here["day"], rows["day"].max(), within, remarks)
    return np.sort(here.index[kept].to_numpy()), kind


def _still_here(
    day: pd.Series, last: pd.Timestamp, within: str, remarks: list[Remark]
) -> tuple[np.ndarray, ListedKind]:
    """Of whom it is known that they were still there on the last day; all of them where nobody says how long it is known.

    Args:
        day: of each customer's latest look.
        last: the last day of all.
    """
    everybody = np.ones(len(day), dtype=bool)
    if pd.isna(last) or not len(day):
        return everybody, "still here"
    if period := period_of(within):
        known = (day + period >= last).to_numpy()
        if known.sum() >= _FEWEST:
            if not known.all():
                remarks.append(_not_listed(int((~known).sum()), last, within))
            return known, "still here"
    old = ~(day >= last - _LONG_AGO).to_numpy()
    if not old.any():
        return everybody, "still here"
    remarks.append(_seen_long_ago(int(old.sum()), len(day), day.min(), last))
    return everybody, "here when last seen"


def _came_back(rows: pd.DataFrame) -> int:
    """How many customers have a row in which they left, and a later one in which they have not."""
    left_first = rows[rows["left"]].groupby("customer")["day"].min()
    there_last = rows[~rows["left"]].groupby("customer")["day"].max()
    return int((left_first < there_last.reindex(left_first.index)).sum())


def _first_of_today(rows: pd.DataFrame) -> pd.Timestamp:
    """The day on which the looks of today begin: from there on more outcomes are open than known, by as many as possible.

    Where they never are, the blanks of the last look are open, if that is a look at the customers; else none is. NaT where no
    day parts them.
    """
    dated = rows[rows["day"].notna()]
    if not dated["open"].any() or dated["open"].all():
        return pd.NaT
    per_day = dated.groupby("day")["open"].agg(["sum", "size"])
    more = (2 * per_day["sum"] - per_day["size"])[::-1].cumsum()[::-1]
    first = more.idxmax()
    if more[first] > 0 and per_day.loc[first:, "sum"].sum() >= _FEWEST:
        return first
    last = per_day.index[-1]
    return last if per_day["size"].iloc[-1] >= _LAST_LOOK * len(dated) else last + pd.Timedelta(days=1)


def _never_filled_in(n: int, first: pd.Timestamp) -> Remark:
    return Remark(
        "never-filled-in",
        T(
            "In {n} rows of looks before {day} the outcome is blank, though that of others looked at then is known. Those are "
            "not customers of today: they were not listed on the strength of these rows, not learned from, and not judged on.",
            "{day}より前に見た{n}行で、解約の列が空欄です。同じころに見たほかの人の結果はわかっているので、「いまの顧客」とはみなしていません。"
            "この{n}行は、リストにも、学ぶのにも、確かめるのにも使っていません。",
        ).format(n=in_digits(n), day=date_in_words(first.date())),
        T(
            "Fill in what came of them, or leave these rows out.",
            "その後どうなったかを入れるか、これらの行を除いてください。",
        ),
        for_maker=T(
            "If blank means “stayed”, say so with --blank-is stayed.",
            "空欄が「続けた」という意味なら、--blank-is stayed を付けてください。",
        ),
    )


def _there_again(n: int) -> Remark:
    return Remark(
        "there-again",
        T(
            "{n} customers left after one look and stand in a later one as if they were there again. That is read as: they left "
            "in the time after the earlier look, and came back. Whoever is there at the last look can be listed.",
            "ある時点のあとに解約したことになっているのに、それより後の行では続けている顧客が{n}人います。いったん解約し、その後戻ってきたものとして扱いました。"
            "最後の行で続けている人は、リストの対象です。",
        ).format(n=in_digits(n)),
        T(
            "If nobody can come back (a contract that has ended), the later rows are a fault: ask whoever makes the table, and "
            "have them left out.",
            "戻ってくることのない契約なら、後の行は誤りです。表を作った人に確かめて、その行を除いてもらってください。",
        ),
    )


def _not_listed(n: int, last: pd.Timestamp, within: str) -> Remark:
    return Remark(
        "long-ago",
        T(
            "{n} customers who stayed were looked at more than {within} before {last}, the day of the last look. Nobody knows "
            "whether they are customers still, so they were not listed.",
            "続けた顧客のうち{n}人は、表の最後の日付({last})より{within}以上前に見たきりです。いまも顧客かどうかわからないので、リストには入れていません。",
        ).format(n=in_digits(n), within=period_in_words(within), last=date_in_words(last.date())),
        T(
            "To have them listed, add a row of each as they are today, with a blank outcome.",
            "リストの対象にするなら、この人たちのいまの行を、解約の列を空欄にして加えてください。",
        ),
    )


def _seen_long_ago(n: int, of: int, first: pd.Timestamp, last: pd.Timestamp) -> Remark:
    return Remark(
        "seen-long-ago",
        T(
            "Of the {of} customers to choose from, {n} were last looked at more than {days} days before {last}, the earliest of "
            "them on {first}. They may have left since, and what is said of them may be old: the list shows the day of each look.",
            "リストの対象{of}人のうち{n}人は、表の最後の日付({last})より{days}日を超えて前に見たきりです(いちばん古いのは{first})。"
            "もう解約しているかもしれず、値も古いかもしれません。リストには、一人ひとりを見た日を載せています。",
        ).format(
            n=in_digits(n),
            of=in_digits(of),
            days=_LONG_AGO.days,
            first=date_in_words(first.date()),
            last=date_in_words(last.date()),
        ),
        T(
            "Before you contact anybody who was looked at long ago, see in your CRM whether they are still a customer.",
            "ずっと前に見た人に連絡する前に、いまも顧客かどうかをCRMで確かめてください。",
        ),
        weight=Weight.DANGER if n > of / 2 else Weight.WARN,
        for_maker=T(
            "With --within only those are listed of whom the table says that they were still there.",
            "--within で期間を指定すると、まだ顧客だったと表からわかる人だけがリストに載ります。",
        ),
    )
