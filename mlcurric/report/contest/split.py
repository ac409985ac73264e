"""Which rows are learned from, which ones judge, and which customers are listed. Later rows judge earlier ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from sklearn.model_selection import GroupShuffleSplit, train_test_split

from mlcurric.report.contest.drift import leaving_changed, too_few_at_the_end
from mlcurric.report.contest.today import ListedKind, to_list
from mlcurric.report.period import period_in_words, period_of
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits
from mlcurric.subject.product.dates import date_in_words
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers

JUDGE_SHARE = 0.3
FEWEST_TO_JUDGE = 10
FEWEST_TO_LEARN = 15
# A cut between whole days that leaves less than this on one side is none; then the lot decides.
_SMALLEST_PART, _LARGEST_PART = 0.05, 0.7


@dataclass(frozen=True)
class Split:
    """Positions of rows.

    Attributes:
        learn, judge: known rows; with dates, every day of ``judge`` is later than every day of ``learn``.
        today: rows to list, one a customer.
        by_date: whether later rows judge; else a part drawn by lot does.
        judged_from: the first day of the rows that judge.
        listed_kind: whether those to list are of unknown outcome, or have stayed so far.
        remarks: what is to be told about it.
        changed: the shares that left of ``learn`` and of ``judge``, 0 to 1, where they lie far apart.
    """

    learn: np.ndarray
    judge: np.ndarray
    today: np.ndarray
    by_date: bool
    judged_from: date | None
    listed_kind: ListedKind
    remarks: tuple[Remark, ...] = ()
    changed: tuple[float, float] | None = None


def split(customers: Customers, within: str = "") -> Split:
    """Cut the known rows by their day where there is one, else by lot; the same table is always cut the same way.

    On the first day that judges, nobody knew what would come of the looks shortly before it: rows whose period was not over
    then are neither learned from nor judged on.

    Args:
        within: in which time those counted as churned left, as somebody typed it.

    Raises:
        ValueError: if fewer than ten known customers left or stayed: then there is nothing to judge by.
    """
    left = customers.left.astype("boolean")
    known = np.flatnonzero(left.notna())
    happened = left.iloc[known].to_numpy(dtype=bool)
    if min(happened.sum(), (~happened).sum()) < FEWEST_TO_JUDGE:
        raise ValueError("Fewer than ten known customers left or stayed: there is nothing to judge a list by.")
    groups = customers.customer
    remarks: list[Remark] = []
    cut = None if customers.observed is None else _cut_by_day(known, happened, customers.observed, within, remarks)
    if cut is not None:
        learn, judge, first = cut
        # Where the time of the latest has not run out, what they did is not known yet.
        early = any(each.id == "time-not-run-out" for each in remarks)
        outcomes = (left.iloc[part].to_numpy(dtype=bool) for part in (learn, judge))
        changed = None if early else leaving_changed(*outcomes, first, remarks)
        if np.isin(groups[judge], groups[learn]).any():
            remarks.append(_SEEN_BEFORE)
    else:
        learn, judge = _cut_by_lot(known, happened, groups[known])
        first = changed = None
        if customers.observed is None:
            remarks.append(_NO_DAY)
        if len(np.unique(groups[known])) < len(known):
            remarks.append(_SEVERAL_ROWS)
    today, kind = to_list(left, groups, customers.observed, remarks, within)
    return Split(learn, judge, today, cut is not None, first, kind, tuple(remarks), changed)


def _cut_by_day(
    known: np.ndarray, happened: np.ndarray, observed: pd.Series, within: str, remarks: list[Remark]
) -> tuple[np.ndarray, np.ndarray, date] | None:
    day = pd.Series(observed.to_numpy()[known]).dt.normalize()
    dated = day.notna().to_numpy()
    if not dated.any():
        remarks.append(_NO_DAY)
        return None
    if (days := day[dated].nunique()) == 1:
        remarks.append(_one_day(day[dated].iloc[0]))
        return None
    known, happened, day = known[dated], happened[dated], day[dated].reset_index(drop=True)
    per_day = pd.DataFrame({"day": day, "left": happened}).groupby("day")["left"].agg(["size", "sum"])
    if late := too_few_at_the_end(per_day):
        remarks.append(late)
    period = period_of(within)
    first = _first_to_judge(per_day, period)
    if first is None and period:
        first, period = _first_to_judge(per_day, None), None
        if first is not None:
            remarks.append(_too_short(within))
    if first is None:
        remarks.append(_no_cut(days))
        return None
    if undated := int((~dated).sum()):
        remarks.append(_undated(undated))
    judges = (day >= first).to_numpy()
    over = (day + period <= first).to_numpy() if period else ~judges
    if between := int((~judges & ~over).sum()):
        remarks.append(_not_over(between, first, within))
    return known[over], known[judges], first.date()


def _first_to_judge(per_day: pd.DataFrame, period: pd.DateOffset | None) -> pd.Timestamp | None:
    """The day from which on rows judge, so that they are as near as possible to 3 of 10 of those used.

    Args:
        per_day: how many rows each day has (``size``), and how many of them left (``sum``), in the order of the days.
        period: after which it is known what came of a look; without one, at once.
    """
    days = per_day.index[1:]
    later = per_day[::-1].cumsum()[::-1].iloc[1:]
    # So many days are over by the day on which judging begins.
    over = np.searchsorted(per_day.index + period, days, side="right") if period else np.arange(1, len(per_day))
    counts = np.vstack([[0, 0], per_day[["size", "sum"]].cumsum()])[over]
    earlier = pd.DataFrame(counts, index=days, columns=["size", "sum"])
    part = later["size"] / (later["size"] + earlier["size"])
    fits = (
        part.between(_SMALLEST_PART, _LARGEST_PART)
        & (later["sum"] >= FEWEST_TO_JUDGE)
        & (earlier["sum"] >= min(FEWEST_TO_LEARN, per_day["sum"].sum() / 2))
        & (later["size"] > later["sum"])
        & (earlier["size"] > earlier["sum"])
    )
    return (part[fits] - JUDGE_SHARE).abs().idxmin() if fits.any() else None


def _cut_by_lot(known: np.ndarray, happened: np.ndarray, groups: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A part drawn by lot, as many leavers in each part as it deserves; all rows of one customer in the same part."""
    share = max(JUDGE_SHARE, min(0.5, FEWEST_TO_JUDGE / min(happened.sum(), (~happened).sum())))
    if len(np.unique(groups)) < len(groups):
        lots = GroupShuffleSplit(20, test_size=share, random_state=0).split(known, happened, groups)
        # Whole customers cannot be drawn in proportion; the first lot with enough leavers on both sides is taken.
        learn, judge = next(
            (lot for lot in lots if min(happened[lot[0]].sum(), happened[lot[1]].sum()) >= FEWEST_TO_JUDGE),
            next(GroupShuffleSplit(1, test_size=share, random_state=0).split(known, happened, groups)),
        )
    else:
        places = np.arange(len(known))
        learn, judge = train_test_split(places, test_size=share, random_state=0, stratify=happened)
    return known[np.sort(learn)], known[np.sort(judge)]


_NO_DAY = Remark(
    "no-day",
    T(
        "Nobody says on which day each row was looked at. So rule and model were judged on rows drawn by lot, not on later "
        "ones: next month may differ, and a value written after somebody left cannot be told by its date.",
        "各行をいつ見たものかがわかりません。そのためルールとモデルは、あとの時期の行ではなく、くじで選んだ行で確かめました。"
        "来月も同じとは限らず、解約のあとに書かれた値を日付で見分けることもできません。",
    ),
    for_maker=T(
        "Name the column with the day on which each row was looked at with --observed-at; where there is none, add it.",
        "各行を見た日の列を --observed-at で指定してください。その列がなければ、加えてください。",
    ),
)
_SEVERAL_ROWS = Remark(
    "several-rows-a-customer",
    T(
        "Some customers stand in several rows. All rows of a customer were either learned from or judged on, never both.",
        "複数の行に出てくる顧客がいます。同じ顧客の行は、学ぶ側か確かめる側のどちらか一方にまとめました。",
    ),
    weight=Weight.NOTE,
)
_SEEN_BEFORE = Remark(
    "seen-before",
    T(
        "Some of the customers judged on stand among the earlier rows too. That is as it will be with your list; with new "
        "customers it may go less well.",
        "確かめた行には、前の時期の行にもいた顧客が含まれます。いまの顧客のリストなら同じ状況ですが、新しい顧客ではこれより当たらないことがあります。",
    ),
    weight=Weight.NOTE,
)


def _one_day(day: pd.Timestamp) -> Remark:
    return Remark(
        "one-day",
        T(
            "All rows were looked at on one day, {day}. So rule and model were judged on rows drawn by lot, not on later ones; "
            "next month may differ.",
            "どの行も、{day}時点のものです。そのためルールとモデルは、あとの時期の行ではなく、くじで選んだ行で確かめました。来月も同じとは限りません。",
        ).format(day=date_in_words(day.date())),
        T(
            "Add an earlier look at the same customers, a month or more before.",
            "同じ顧客の、ひと月以上前の時点のデータも加えてください。",
        ),
    )


def _undated(rows: int) -> Remark:
    return Remark(
        "undated-rows",
        T(
            "{n} rows have no day on which they were looked at. They were neither learned from nor judged on.",
            "{n}行には、見た日がありません。学ぶのにも確かめるのにも使っていません。",
        ).format(n=in_digits(rows)),
        T("Fill in the day of these rows.", "これらの行に、見た日を入れてください。"),
    )


def _not_over(rows: int, first: pd.Timestamp, within: str) -> Remark:
    return Remark(
        "not-over-yet",
        T(
            "{n} rows were looked at less than {within} before {day}, the first day that judges. On that day nobody knew yet "
            "what would come of them, so they were neither learned from nor judged on.",
            "{day}(確かめる行の最初の日)の前{within}以内に見た行が{n}行あります。その日にはまだ結果がわからなかったはずなので、"
            "学ぶのにも確かめるのにも使っていません。",
        ).format(n=in_digits(rows), within=period_in_words(within), day=date_in_words(first.date())),
        weight=Weight.NOTE,
    )


def _too_short(within: str) -> Remark:
    return Remark(
        "too-short",
        T(
            "The table reaches over too little time to learn only from looks whose {within} were over before judging began. So "
            "rule and model know some outcomes that nobody knew then, and may look better than they will be.",
            "表の期間が短いため、確かめ始める前に{within}が終わっていた行だけから学ぶことはできませんでした。"
            "その時点では誰も知らなかった結果も一部学んでいるので、実際より良く見えているかもしれません。",
        ).format(within=period_in_words(within)),
        T(
            "Add earlier looks, with what came of them.",
            "もっと前に見た行を、その後どうなったかとあわせて加えてください。",
        ),
    )


def _no_cut(days: int) -> Remark:
    return Remark(
        "no-cut",
        T(
            "Between the {n} days there is no cut with enough leavers on both sides. So rows drawn by lot judged, not later ones.",
            "{n}日分の行を、前とあとの両方に十分な数の解約者が入るように分けられませんでした。そのため、くじで選んだ行で確かめました。",
        ).format(n=in_digits(days)),
        T(
            "Add rows of more days, with what came of them.",
            "ほかの日に見た行を、その後どうなったかとあわせて加えてください。",
        ),
    )
