"""Who can be listed: the customers of today, whose outcome is open; where the table holds none, everybody who has stayed."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits
from mlcurric.text import T

ListedKind = Literal["not yet known", "still here"]
_FEWEST = 10
_LAST_LOOK = 0.05
"""A last day with fewer of all rows than this is no look at the customers, only the last of many days."""


def to_list(
    left: pd.Series, groups: np.ndarray, observed: pd.Series | None, remarks: list[Remark]
) -> tuple[np.ndarray, ListedKind]:
    """The latest row of everybody whose outcome is open; where there is nobody, of everybody who stayed.

    A blank outcome in an early look is not an open one: its time is over, and nobody has filled it in. Nor is a blank of
    somebody of whom a later row is known.

    Args:
        left: True, False or missing.
        groups: rows of one customer have the same number.
        observed: on which day each row was looked at.
        remarks: to which is added what was seen.

    Returns:
        Positions of rows, one a customer.
    """
    rows = pd.DataFrame({"customer": groups, "open": left.isna().to_numpy(), "left": left.eq(True).fillna(False)})
    rows["day"] = pd.NaT if observed is None else observed.dt.normalize().to_numpy()
    latest = rows.sort_values("day", kind="stable", na_position="first").drop_duplicates("customer", keep="last")
    first = _first_of_today(rows)
    early = rows["open"] & (rows["day"] < first)
    if early.any():
        remarks.append(_never_filled_in(int(early.sum()), first))
    listed = latest[latest["open"] & ~early[latest.index]]
    if len(listed):
        return np.sort(listed.index.to_numpy()), "not yet known"
    gone = rows.loc[rows["left"], "customer"]
    return np.sort(latest.index[~latest["customer"].isin(gone) & ~latest["open"]].to_numpy()), "still here"


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
        "never_filled_in",
        T(
            "In {n} rows of looks before {day} the outcome is blank, though that of others looked at then is known. Those are "
            "not customers of today: they were not listed on the strength of these rows, not learned from, and not judged on.",
            "{day}より前に見た{n}行で、解約の列が空欄です。同じころに見たほかの人の結果はわかっているので、「いまの顧客」とはみなしていません。"
            "この{n}行は、リストにも、学ぶのにも、確かめるのにも使っていません。",
        ).format(n=in_digits(n), day=first.date().isoformat()),
        T(
            "Fill in what came of them, or leave these rows out. If blank means “stayed”, say so with --blank-is stayed.",
            "その後どうなったかを入れるか、これらの行を除いてください。空欄が「続けた」という意味なら、--blank-is stayed を付けてください。",
        ),
        weight=Weight.WARN,
    )
