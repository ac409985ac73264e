"""Time as a ruler: subscriptions and orders as lines and dots, the observation date as a wall one cannot see past."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from mlcurric.subject.snapshots import Windows
from mlcurric.subject.style import INK, LEFT, MACHINE, MUTED, PALE, RULE, STAYED
from mlcurric.text import T


def show_subscriptions(subscriptions: pd.DataFrame, first_day: str, last_day: str, begin: str, end: str) -> None:
    """Draw each subscription as a bar, the period of a churn rate as a band.

    Args:
        subscriptions: columns ``customer``, ``started``, ``ended`` (days; ``ended`` may be missing).
        first_day, last_day: the period, both days included.
        begin, end: the stretch of time to draw.
    """
    left, right = pd.Timestamp(begin), pd.Timestamp(end)
    _, ax = plt.subplots(figsize=(9.4, 4.4), layout="constrained")
    ax.axvspan(pd.Timestamp(first_day), pd.Timestamp(last_day) + pd.Timedelta(days=1), color=PALE, zorder=0)
    for row, subscription in enumerate(subscriptions.itertuples()):
        ended = subscription.ended
        start = max(subscription.started, left)
        # Noon: the mark of a last day stands within that day, not on the border to the next.
        stop = right if pd.isna(ended) else ended + pd.Timedelta(hours=12)
        ax.plot([start, stop], [row, row], lw=7, color=STAYED, solid_capstyle="butt")
        if subscription.started >= left:
            ax.plot(start, row, marker="|", ms=15, mew=2, color=INK)
        if not pd.isna(ended):
            ax.plot(stop, row, marker="D", ms=8, color=LEFT)
            ax.annotate(
                _day(ended), (stop, row), (9, 0), textcoords="offset points", va="center", fontsize=9.5, color=LEFT
            )
    middle = pd.Timestamp(first_day) + (pd.Timestamp(last_day) - pd.Timestamp(first_day)) / 2
    ax.text(
        middle,
        -0.9,
        f"{_day(pd.Timestamp(first_day))} – {_day(pd.Timestamp(last_day))}",
        ha="center",
        va="bottom",
        color=INK,
    )
    ax.set(xlim=(left, right), ylim=(len(subscriptions) - 0.4, -0.8), yticks=range(len(subscriptions)))
    ax.set_yticklabels(subscriptions["customer"], color=INK)
    _ruler(ax)
    ax.set_xlabel(str(T("bar: subscription runs · ◆ last day of service", "棒: 契約中 ・ ◆ 最終利用日")), color=MUTED)
    plt.show()


def show_windows(
    orders: pd.DataFrame, customers: Iterable[int], observation_date: str | date, lead_days: int, horizon_days: int
) -> None:
    """Draw the orders of a few customers, and what the observation date lets us see.

    Args:
        orders: columns ``customer`` and ``date``.
        customers: who is drawn, one a row.
        observation_date, lead_days, horizon_days: as for ``snapshot``.
    """
    customers = list(customers)
    windows = Windows(pd.Timestamp(observation_date).date(), int(lead_days), int(horizon_days))
    _, ax = plt.subplots(figsize=(9.4, 0.42 * len(customers) + 1.9), layout="constrained")
    first, last = orders["date"].min(), orders["date"].max()
    observed, acted, ends = map(pd.Timestamp, (windows.observed, windows.acted, windows.ends))
    spans = (
        (first - pd.Timedelta(days=6), observed, PALE, T("known: the features", "わかっている: 特徴量")),
        (observed, acted, "#fae6bd", T("lead time", "リードタイム")),
        (acted, ends, "#d4ebee", T("horizon: the label", "予測期間: 正解ラベル")),
    )
    for level, (begin, end, colour, label) in enumerate(spans):
        ax.axvspan(begin, end, color=colour, zorder=0)
        # The lead time is too narrow for its word: it stands one line higher than its neighbours.
        height = -0.75 - 0.55 * (level == 1)
        ax.text(begin + (end - begin) / 2, height, str(label), ha="center", va="bottom", fontsize=10, color=INK)
    ax.axvline(observed, color=INK, lw=2)
    for row, customer in enumerate(customers):
        dates = orders.loc[orders["customer"] == customer, "date"]
        silent = not ((dates > acted) & (dates <= ends)).any()
        seen = dates <= observed
        ax.plot(dates[seen], [row] * seen.sum(), ls="", marker="o", ms=7, color=MACHINE)
        ax.plot(dates[~seen], [row] * (~seen).sum(), ls="", marker="o", ms=7, mfc="white", mec=MUTED)
        word = T("silent", "休眠") if silent else T("came back", "また注文")
        ax.annotate(
            str(word), (1.01, row), xycoords=("axes fraction", "data"), va="center", color=LEFT if silent else MACHINE
        )
    # A little room, or the orders of the first day are cut in half.
    ax.set(xlim=(first - pd.Timedelta(days=6), last), ylim=(len(customers) - 0.4, -0.7), yticks=[])
    ax.spines["left"].set_visible(False)
    _ruler(ax)
    ax.set_xlabel(
        str(T("● order that we know of · ○ order that comes later", "● その日までに届いた注文 ・ ○ あとから届く注文")),
        color=MUTED,
    )
    plt.show()


def show_promise(promised: dict[str, float], kept: dict[str, float]) -> None:
    """Draw ranking scores: what was measured beforehand against what came true in use.

    Args:
        promised: model → ranking score on held-out customers, 0.5 to 1.
        kept: the same models in use.
    """
    _, ax = plt.subplots(figsize=(8.4, 1.0 * len(promised) + 1.5), layout="constrained")
    for row, (name, before) in enumerate(promised.items()):
        after = kept[name]
        ax.annotate(
            "",
            (after, row),
            (before, row),
            arrowprops={"arrowstyle": "-|>", "color": MUTED, "lw": 1.6, "shrinkA": 8, "shrinkB": 7},
        )
        ax.plot(before, row, marker="o", ms=13, mfc="white", mec=RULE, mew=2.6)
        ax.plot(after, row, marker="D", ms=10, color=MACHINE)
        ax.text(before, row - 0.24, f"{before:.2f}", ha="center", va="bottom", color=INK)
        ax.text(after, row + 0.26, f"{after:.2f}", ha="center", va="top", color=MACHINE)
    ax.axvline(0.5, color=MUTED, lw=1, ls=":")
    ax.text(0.502, -0.72, str(T("coin toss", "コイン投げ")), color=MUTED, va="bottom", fontsize=10)
    ax.set(xlim=(0.48, 1.0), ylim=(len(promised) - 0.3, -0.75), yticks=range(len(promised)))
    ax.set_yticklabels(promised, color=INK)
    ax.tick_params(length=0)
    ax.spines["left"].set_visible(False)
    ax.set_xlabel(str(T("ranking score   ○ in the test   ◆ in use", "順位付けのスコア   ○ テストで   ◆ 本番で")))
    plt.show()


def _ruler(ax: Axes) -> None:
    locator = mdates.AutoDateLocator(minticks=4, maxticks=9)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(mdates.DateFormatter(str(T("%b %Y", "%Y/%m"))))
    ax.tick_params(axis="both", length=0)


def _day(day: pd.Timestamp) -> str:
    return str(T("{day:%b} {day.day}", "{day.month}月{day.day}日").format(day=day))
