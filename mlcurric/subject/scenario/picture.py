"""Two pictures: one month with what was said on which day, and all months in which a scenario can end."""

from __future__ import annotations

from datetime import date

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from mlcurric.subject.scenario.engine import GOES_WELL, Played
from mlcurric.subject.scenario.model import Unsaid
from mlcurric.subject.scenario.words import day_in_words, whose
from mlcurric.subject.style import INK, LEFT, MACHINE, MUTED, PALE, RULE, STAYED
from mlcurric.text import T

_LARGEST_DOT = 900
"""In square points: the area of the dot that stands for the largest number of plays."""


def month_figure(outcome: Played) -> Figure:
    """Each thing that goes without saying as a row: until when it helped to hear it, when it was said, what came to light.

    What has not been said stays a question mark until the play is over.
    """
    things = list(outcome.scenario.unsaid.values())
    days = sorted({scene.day for scene in outcome.scenario.scenes.values() if scene.side == outcome.side.id})
    figure, ax = plt.subplots(figsize=(9.4, 0.5 * len(things) + 1.5), layout="constrained")
    for row, thing in enumerate(things):
        _row(ax, row, thing, outcome, days[0])
    review = date2num(outcome.scenario.review)
    ax.axvline(review, color=INK, lw=1.5)
    ticks = [date2num(day) for day in days]
    ax.set(xlim=(ticks[0] - 1, review + 1.2), ylim=(len(things) - 0.4, -0.7), yticks=range(len(things)))
    ax.set_yticklabels([_name(thing, outcome) for thing in things], color=INK)
    marked = [*days, outcome.scenario.review]
    ax.set_xticks([*ticks, review], [_short(day) if _has_room(day, marked) else "" for day in marked])
    ax.set_title(str(T("What was said, and when", "いつ、何が話に出たか")))
    ax.set_xlabel(_key(outcome), color=MUTED)
    ax.spines["left"].set_visible(False)
    ax.tick_params(axis="y", length=0)
    return figure


def _row(ax: Axes, row: int, thing: Unsaid, outcome: Played, first: date) -> None:
    said = outcome.heard.get(thing.id)
    if said is None and not outcome.finished:
        middle = (date2num(first) + date2num(outcome.scenario.review)) / 2
        ax.text(middle, row, "?", ha="center", va="center", fontsize=15, color=MUTED)
        return
    until = date2num(thing.until)
    ax.plot([date2num(first), until], [row, row], lw=7, color=PALE, solid_capstyle="butt", zorder=1)
    in_time = said is not None and said <= thing.until
    if said is not None:
        marker, colour = ("o", MACHINE) if in_time else ("D", RULE)
        ax.plot(date2num(said), row, marker=marker, ms=11, color=colour, mec=INK, zorder=3)
    if outcome.finished and not in_time:
        ax.plot(date2num(outcome.scenario.review), row, marker="X", ms=12, color=LEFT, mec=INK, zorder=3)


def _name(thing: Unsaid, outcome: Played) -> str:
    known = outcome.finished or thing.id in outcome.heard
    title = thing.title if known else T("something", "何か")
    if len(outcome.scenario.sides) == 1:
        return str(title)
    return str(T("{title} ({whose})", "{title}({whose})").format(title=title, whose=whose(thing, outcome)))


def _key(outcome: Played) -> str:
    if not outcome.finished:
        return str(
            T(
                "● said in time · ? not said yet · line: the review",
                "● 間に合った ・ ? まだ出ていない ・ 縦線: レビュー",
            )
        )
    return str(
        T(
            "pale bar: it still helps · ● said in time · ◆ said too late · × comes to light at the review",
            "薄い帯: まだ間に合う ・ ● 間に合った ・ ◆ 遅かった ・ × レビューで発覚",
        )
    )


def _has_room(day: date, marked: list[date]) -> bool:
    """Whether the day before it in the row leaves room for its name."""
    return not any(0 < (day - other).days < 2 for other in marked)


def _short(day: date) -> str:
    return str(T(day_in_words(day).en.partition(" ")[2], f"{day.month}/{day.day}"))


def plays_figure(plays: pd.DataFrame, passes: float = GOES_WELL) -> Figure:
    """All plays of a side: trust on the eve of the review against what is on the table by then, a dot's area their number.

    Args:
        plays: as ``plays_as_table`` makes it; needs ``trust_before``, ``on_the_table`` and ``score``.
        passes: the score from which a month goes well.
    """
    dots = plays.groupby(["trust_before", "on_the_table"], as_index=False).agg(
        n=("score", "size"), score=("score", "first")
    )
    well = dots["score"] >= passes
    figure, ax = plt.subplots(figsize=(8.4, 5), layout="constrained")
    for rows, marker, colour, label in (
        (dots[~well], "o", STAYED, T("goes badly", "うまくいかない")),
        (dots[well], "s", MACHINE, T("goes well", "うまくいく")),
    ):
        ax.scatter(
            rows["trust_before"],
            rows["on_the_table"],
            s=_LARGEST_DOT * rows["n"] / dots["n"].max(),
            marker=marker,
            color=colour,
            edgecolor=INK,
            lw=0.8,
            label=str(T("{label}: {n} months", "{label}: {n}通り").format(label=label, n=rows["n"].sum())),
        )
    mean = plays.groupby("trust_before")["on_the_table"].mean()
    ax.plot(mean.index, mean, color=LEFT, ls="--", lw=1.8, label=str(T("on average", "平均")))
    ax.set(
        xlabel=str(T("trust on the eve of the review", "レビュー前日の信頼")),
        ylabel=str(T("things said in time", "間に合った話の数")),
        title=str(T("Every way to spend the month", "この1か月の過ごし方、すべて")),
        yticks=range(int(plays["on_the_table"].max()) + 1),
        ylim=(-0.6, plays["on_the_table"].max() + 0.7),
    )
    legend = ax.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), labelspacing=1.2)
    for handle in legend.legend_handles[:2]:
        handle.set_sizes([90])
    return figure
