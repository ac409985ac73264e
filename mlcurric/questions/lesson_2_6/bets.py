"""Two bets on a year in which nobody touches the model, laid before it runs."""

from __future__ import annotations

from functools import cache

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.operations.year import Year, run_year
from mlcurric.text import T


@cache
def untouched() -> Year:
    """The year in which nobody decides anything."""
    return run_year()


def _worst_promises_least() -> bool:
    months = untouched().months
    return bool(months["earned"].idxmin() == months["promised"].idxmin())


def _half_comes_in() -> bool:
    months = untouched().months
    return bool(months["earned"].sum() > months["promised"].sum() / 2)


year_bets = estimate_question(
    name="year_bets",
    title=T("A year that nobody touches", "誰も触らない1年"),
    statements={
        "half": Statement(
            T(
                "over the twelve months, more than half of what the model promises is really earned",
                "12か月を通して、モデルの約束の半分を超える利益が実際に出る",
            ),
            truth=_half_comes_in,
        ),
        "worst": Statement(
            T(
                "the month that earns least is the one for which the model promises least",
                "利益がいちばん少ない月は、モデルの約束もいちばん少ない",
            ),
            truth=_worst_promises_least,
        ),
    },
    hints=(
        T(
            "Remember lesson 1-4: of what the pilot promised, about half was there in truth, and nothing had changed.",
            "1-4 を思い出しましょう。何も変わらなくても、試行にもとづく約束のうち、実際に出たのは半分ほどでした。",
        ),
        T("A guess is enough; the next cell settles it.", "勘でかまいません。次のセルで答えが出ます。"),
    ),
    why=T(
        "Both are settled by the two sums and the bars of the next cell.",
        "どちらも、次のセルの合計と棒で答えが出ます。",
    ),
    settled_in="2-6",
    told_below=True,
)
