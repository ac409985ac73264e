"""Two bets on the scores of the six use cases, laid before they are added up."""

from __future__ import annotations

from fractions import Fraction

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.ideathon.example import example_use_cases
from mlcurric.subject.usecases.scoring import rank
from mlcurric.subject.usecases.survival import survival
from mlcurric.text import T


def _without_sponsor() -> bool:
    cases = example_use_cases()
    return rank(cases).winner != rank(cases, {"sponsor": Fraction(0)}).winner


score_bets = estimate_question(
    name="score_bets",
    title=T("Two bets on the order", "順位についての2つの賭け"),
    statements={
        "holds": Statement(
            T(
                "whoever comes first stays alone in front, whichever single score is a point off",
                "どれかひとつの点が1点ずれても、1位は単独1位のまま",
            ),
            truth=lambda: survival(rank(example_use_cases())).of_one,
        ),
        "sponsor": Statement(
            T(
                "without the column “sponsor” another use case would be first",
                "「スポンサー」の列を外すと、1位が入れ替わる",
            ),
            truth=_without_sponsor,
        ),
    },
    hints=(
        T("By how many points is the first ahead of the second?", "1位と2位は、何点差でしょう。"),
        T("A guess is enough; this lesson computes both.", "勘でかまいません。どちらも、このレッスンで計算します。"),
    ),
    why=T("The lesson computes both.", "どちらも、このレッスンで計算します。"),
    settled_in="3-3",
    told_below=True,
)
