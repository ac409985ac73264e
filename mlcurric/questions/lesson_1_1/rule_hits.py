"""Counting hits: the rule's list against who really left."""

from __future__ import annotations

from functools import cache

import pandas as pd

from mlcurric.question.forms import Number
from mlcurric.question.makers import (
    number_question,
)
from mlcurric.question.question import Misconception
from mlcurric.subject.tables import load_telco
from mlcurric.text import T

CUSTOMERS_OF_EXERCISE = 7822
"""Seed of the draw in the exercise: no point hides another, and no two ways of counting agree."""


@cache
def _customers() -> pd.DataFrame:
    return load_telco().sample(20, random_state=CUSTOMERS_OF_EXERCISE)


def _count(listed: bool | None = None, churned: bool | None = None) -> int:
    """How many of the 20 the rule lists (or not) and that left (or not)."""
    rows = _customers()
    keep = pd.Series(True, rows.index)
    if listed is not None:
        keep &= (rows["tenure"] < 12) == listed
    if churned is not None:
        keep &= rows["churned"] == churned
    return int(keep.sum())


rule_hits = number_question(
    name="rule_hits",
    data="fixed",
    title=T("How many leavers does the rule hit?", "ルールは解約者を何人当てましたか"),
    points=2,
    form=Number(T("customers", "人"), example="9", whole=True),
    expected=lambda: _count(listed=True, churned=True),
    tolerance=0.01,
    right=T(
        "Those are the hits: on the rule's list, and really gone. What the rule missed stands outside the shaded area.",
        "これが「当たり」です。ルールのリストに載り、実際に解約した人たち。網かけの外の解約者は見逃しです。",
    ),
    otherwise=T(
        "Count the points that are two things at once: in the shaded area, and a diamond.",
        "「網かけの中」で、しかも「ひし形」の点を数えてください。",
    ),
    misconceptions=(
        Misconception(
            "listed",
            lambda: _count(listed=True),
            T(
                "You counted everybody on the rule's list; some of them stayed.",
                "ルールのリストに載った全員を数えています。その中には続けた人もいます。",
            ),
        ),
        Misconception(
            "leavers",
            lambda: _count(churned=True),
            T(
                "You counted everybody who left; the rule did not list all of them.",
                "解約した全員を数えています。ルールはその全員を挙げてはいません。",
            ),
        ),
        Misconception(
            "missed",
            lambda: _count(listed=False, churned=True),
            T(
                "You counted the leavers that the rule missed, outside the shaded area.",
                "網かけの外にいる、ルールが見逃した解約者を数えています。",
            ),
        ),
        Misconception(
            "false_alarms",
            lambda: _count(listed=True, churned=False),
            T(
                "You counted the false alarms: on the list, but they stayed.",
                "空振りを数えています。リストに載ったのに続けた人たちです。",
            ),
        ),
        Misconception(
            "right_answers",
            lambda: _count(listed=True, churned=True) + _count(listed=False, churned=False),
            T(
                "You counted every right answer; the stayers that the rule left alone are no hits.",
                "正しい判定をすべて数えています。リストに載らず続けた人は「当たり」には入れません。",
            ),
        ),
    ),
    hints=(
        T(
            "The shaded area is the rule's list: fewer than 12 months.",
            "網かけがルールのリスト、つまり契約12か月未満の人たちです。",
        ),
        T(
            "Diamonds left. Count the diamonds inside the shade.",
            "ひし形が解約した人です。網かけの中のひし形を数えます。",
        ),
    ),
    why=T(
        "Every count about a list needs two questions: was it on the list, and did it happen?",
        "リストについて数えるときは、いつも2つを問います。リストに載ったか。そして、それは起きたか。",
    ),
)
