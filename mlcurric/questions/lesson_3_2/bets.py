"""Two bets on the three method-last sheets, laid before they are read."""

from __future__ import annotations

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.ideathon.example import example_method_last
from mlcurric.subject.said import is_none
from mlcurric.text import T

NOTES_A_MONTH, NOTES_AN_HOUR = 200, 40
"""As the worked example has them: the hotspot H44 and sheet M2."""
_DAY = 8


def _all_three() -> bool:
    return not any(is_none(sheet.ml) for sheet in example_method_last())


sheet_bets = estimate_question(
    name="sheet_bets",
    title=T("Two bets on three sheets", "3枚のシートについての2つの賭け"),
    statements={
        "all_three": Statement(
            T(
                "on all three sheets something is left for a machine to estimate",
                "3枚のシートのどれにも、機械が見積もるべきことが残る",
            ),
            truth=_all_three,
        ),
        "a_day": Statement(
            T(
                "to sort a month's 200 call notes by hand takes less than one working day",
                "1か月分の通話メモ200件を手で分けても、1人の1日(8時間)はかからない",
            ),
            truth=lambda: NOTES_A_MONTH / NOTES_AN_HOUR < _DAY,
        ),
    },
    hints=(
        T(
            "Three hotspots: trial teams that get stuck, call notes that nobody reads, a leader who moves. What would each need?",
            "3つの困りごとは、止まったままのお試しチーム、読まれない通話メモ、リーダーの異動です。それぞれ何が要るでしょう。",
        ),
        T("A guess is enough; this lesson tells both.", "勘でかまいません。どちらも、このレッスンでわかります。"),
    ),
    why=T("The lesson tells both.", "どちらも、このレッスンでわかります。"),
    settled_in="3-2",
    told_below=True,
)
