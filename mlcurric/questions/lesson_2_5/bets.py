"""Two bets on people who look first, laid before anything is counted."""

from __future__ import annotations

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.bands.cut_offs import ALL_CALLED, ALL_LOOKED_AT
from mlcurric.subject.bands.practice import corrections_by_band
from mlcurric.subject.bands.triage import todays_triage
from mlcurric.text import T


def _looking_earns_more() -> bool:
    triage = todays_triage()
    return triage.profit(ALL_LOOKED_AT) > triage.profit(ALL_CALLED)


def _half_are_right() -> bool:
    return bool(corrections_by_band(0, 0).loc["leave", "rightly"] >= 50)


look_bets = estimate_question(
    name="look_bets",
    title=T("Two bets on people who look first", "先に人が見ることについての2つの賭け"),
    statements={
        "more": Statement(
            T(
                "the list earns more if people look at each name first, as far as their 36 hours go, than if nobody looks",
                "36時間の許すかぎり一人ひとりを先に人が見るほうが、誰も見ずに電話するより、リストの利益が大きい",
            ),
            truth=_looking_earns_more,
        ),
        "half": Statement(
            T(
                "where the machine says “leave alone” and a person says “call”, the person is right in at least half of the cases",
                "機械が「電話しない」と言い、人が「電話すべきだ」と言うとき、少なくとも半分は人が正しい",
            ),
            truth=_half_are_right,
        ),
    },
    hints=(
        T(
            "Where it is plain, these people are right in 85 of 100. And how many of those left alone are worth a call at all?",
            "はっきりした相手なら、人は100回中85回正しく答えます。では、電話しない人の中に、電話する価値のある人は何人いるでしょう。",
        ),
        T("A guess is enough; this lesson counts both.", "勘でかまいません。どちらも、このレッスンで数えます。"),
    ),
    why=T("The lesson counts both.", "どちらも、このレッスンで数えます。"),
    settled_in="2-5",
)
