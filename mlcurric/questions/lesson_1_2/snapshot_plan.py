"""Planning a snapshot: look, prepare, act, and only then watch, all inside the table."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Day, Number
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.snapshots import LABEL, Windows, snapshot
from mlcurric.subject.tables import load_cdnow
from mlcurric.text import T

_LEAD_NEEDED, _LEAD_STALE, _HORIZON, _HISTORY = 14, 60, 90, 180


@cache
def _orders() -> pd.DataFrame:
    return load_cdnow()


def _ends() -> tuple[date, date]:
    days = _orders()["date"]
    return days.min().date(), days.max().date()


_PLAN = {"observation_date": "1998-03-15", "lead_days": 14, "horizon_days": 90}


_plan_misconceptions = {
    "past_the_end": Misconception(
        "past_the_end",
        {**_PLAN, "observation_date": "1998-06-30"},
        T(
            "Your horizon ends after the last order in the table: beyond it nobody can be seen to come back.",
            "予測期間が、表の最後の注文より先まで延びています。その先では、戻ってきた人が見えません。",
        ),
    ),
    "no_lead": Misconception(
        "no_lead",
        {**_PLAN, "lead_days": 0},
        T(
            "With no lead time the calls would start the day you look, before a list exists.",
            "リードタイムが0では、見たその日に電話が始まります。まだリストもありません。",
        ),
    ),
    "short_lead": Misconception(
        "short_lead",
        {**_PLAN, "lead_days": 7},
        T(
            "The team needs two weeks; your list would come too late for its own calls.",
            "準備には2週間かかります。それではリストが電話に間に合いません。",
        ),
    ),
    "short_horizon": Misconception(
        "short_horizon",
        {**_PLAN, "horizon_days": 30},
        T(
            "The shop says “gone” after 90 days without an order; in so short a time many are only between two orders.",
            "この店の「いなくなった」は90日注文がないこと。それより短いと、次の注文を待っているだけの人まで入ります。",
        ),
    ),
    "long_horizon": Misconception(
        "long_horizon",
        {**_PLAN, "observation_date": "1997-12-01", "horizon_days": 120},
        T(
            "The shop's word for “gone” is 90 days. Whoever orders again only after day 90, but within your horizon, is gone by its word, and your label would say otherwise.",
            "この店の「いなくなった」は90日です。90日を過ぎてから期間内に戻ってきた人は「いなくなった」はずなのに、その期間では逆のラベルがつきます。",
        ),
    ),
    "negative": Misconception(
        "negative",
        {**_PLAN, "lead_days": -14},
        T("A number of days cannot be negative.", "日数にマイナスは使えません。"),
    ),
    "no_history": Misconception(
        "no_history",
        {**_PLAN, "observation_date": "1997-02-01"},
        T(
            "On that day the table holds less than 180 days of orders: there is little to learn from yet.",
            "その日には、まだ180日分の注文がたまっていません。学ぶ材料が足りません。",
        ),
    ),
    "stale": Misconception(
        "stale",
        {**_PLAN, "observation_date": "1997-10-01", "lead_days": 120},
        T(
            "So long after looking, the list is stale: it describes people as they were more than 60 days ago.",
            "見てから電話までが長すぎます。リストに書かれているのは、60日より前の姿です。",
        ),
    ),
}


def _finding(plan: dict[str, Any]) -> str | None:
    """The first thing that is wrong with a plan, as the id of its misconception."""
    first, last = _ends()
    lead, horizon = plan["lead_days"], plan["horizon_days"]
    if plan["observation_date"] > last:
        return "past_the_end"
    if min(lead, horizon) < 0:
        return "negative"
    if lead == 0:
        return "no_lead"
    if lead < _LEAD_NEEDED:
        return "short_lead"
    if lead > _LEAD_STALE:
        return "stale"
    if horizon < _HORIZON:
        return "short_horizon"
    if horizon > _HORIZON:
        return "long_horizon"
    if (plan["observation_date"] - first).days < _HISTORY:
        return "no_history"
    return "past_the_end" if Windows(plan["observation_date"], int(lead), int(horizon)).ends > last else None


def _check_plan(plan: dict[str, Any]) -> Verdict:
    if found := _finding(plan):
        return failed(_plan_misconceptions[found].says, misconception=found)
    table = snapshot(_orders(), **plan)
    return passed(
        T(
            "The dates fit. snapshot() finds {n} customers on that day; of 100 of them, {silent} went silent.",
            "日付がかみ合いました。snapshot() によると、その日の対象は{n}人。100人あたり{silent}人が休眠しました。",
        ).format(n=f"{len(table):,}", silent=f"{100 * table[LABEL].mean():.0f}")
    )


snapshot_plan = Question(
    name="snapshot_plan",
    data="fixed",
    kind="S",
    form=Fields(
        {
            "observation_date": Field(
                T("the day you look", "観測日"),
                Day("1997-09-30"),
                comment=T('the day you look, in quotes: "1997-09-30"', '観測日。引用符で囲む: "1997-09-30"'),
            ),
            "lead_days": Field(
                T("days from looking to the calls", "観測日から電話までの日数"),
                Number(T("days", "日数"), "20", whole=True),
            ),
            "horizon_days": Field(
                T("days of watching after that", "そのあと見守る日数"), Number(T("days", "日数"), "120", whole=True)
            ),
        }
    ),
    points=4,
    title=T("Plan a snapshot", "スナップショットを計画する"),
    check=_check_plan,
    hints=(
        T(
            "Start from the end: the table stops on 30 June 1998, and the horizon must fit before it.",
            "終わりから逆算します。表は1998年6月30日まで。予測期間はその前に収まらなければなりません。",
        ),
        T(
            "Ninety days back from the end of June, two weeks back from there: look on that day or earlier.",
            "6月末から90日さかのぼり、さらに2週間さかのぼる。観測日は、その日かそれより前です。",
        ),
    ),
    misconceptions=tuple(_plan_misconceptions.values()),
    why=T(
        "Many dates are right. What counts is the order: look, prepare, act, and only then watch, all inside the table.",
        "正解の日付はいくつもあります。大切なのは順番です。見る、準備する、手を打つ、それから見守る。すべてが表の中に収まること。",
    ),
)
