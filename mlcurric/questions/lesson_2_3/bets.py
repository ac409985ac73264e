"""Two bets, laid before Mr Sato's slide is taken apart."""

from __future__ import annotations

from functools import cache

import pandas as pd

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.listed import Outcome, practice_outcome
from mlcurric.subject.money import gain_of_call
from mlcurric.subject.ranking import contact_list
from mlcurric.subject.simulation.practice import load_customers
from mlcurric.subject.uplift import learn_calls
from mlcurric.text import T

LISTED = 600


def worried_about(rows: pd.DataFrame) -> pd.Series:
    """Whom the callers worried about before there was a list, as they tell it."""
    return (rows["days_since_login"] >= 10) | (rows["logins_trend"] < -20) | (rows["seat_change"] < 0)


@cache
def _helped_like_with_like() -> bool:
    habit = load_customers("habit")
    raised = habit[habit["price_rise"]]
    left = raised.groupby([worried_about(raised).rename("worried"), "called"])["churned"].mean().unstack()
    return bool((left[True] < left[False]).all())


@cache
def lists_by_uplift_and_gain() -> tuple[Outcome, Outcome]:
    """What the first 600 of today's customers do in truth, by uplift and by expected gain."""
    today = load_customers("today")
    churn = learn_calls(load_customers("pilot")).churn(today)
    gain = gain_of_call(churn["if_left_alone"], churn["if_called"], today["value"])
    uplift = churn["if_left_alone"] - churn["if_called"]
    by_uplift, by_gain = (practice_outcome(contact_list(today, score, LISTED)) for score in (uplift, gain))
    return by_uplift, by_gain


def _more_kept_more_earned() -> bool:
    by_uplift, by_gain = lists_by_uplift_and_gain()
    return (by_uplift.kept > by_gain.kept) == (by_uplift.profit > by_gain.profit)


uplift_bets = estimate_question(
    name="uplift_bets",
    title=T("What did the calls do?", "電話は何をしたのか"),
    statements={
        "helped": Statement(
            T(
                "once like is compared with like, fewer left of the customers whom Mr Sato's people rang",
                "似た顧客どうしで比べれば、佐藤さんの資料でも、解約は電話した人のほうが少ない",
            ),
            truth=_helped_like_with_like,
        ),
        "heads": Statement(
            T(
                "of two lists of 600 customers, the one that keeps more customers also earns more money",
                "600人のリストが2つあれば、引き止める人数が多いほうが、利益も多い",
            ),
            truth=_more_kept_more_earned,
        ),
    },
    hints=(
        T(
            "Ask how somebody came to be called, and what one who stays is worth.",
            "電話された人は、なぜ選ばれたのでしょう。残った人の価値は、みな同じでしょうか。",
        ),
        T("A guess is enough; this lesson works both out.", "勘でかまいません。どちらも、このレッスンで計算します。"),
    ),
    why=T("The lesson computes both.", "どちらも、このレッスンで計算します。"),
    settled_in="2-3",
    told_below=True,
)
