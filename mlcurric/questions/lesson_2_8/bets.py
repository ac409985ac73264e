"""Two bets on plans, laid before they are rehearsed."""

from __future__ import annotations

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.poc.colleagues import COLLEAGUES
from mlcurric.subject.poc.ground import NOTHING, WORKS
from mlcurric.subject.poc.rehearsal import rehearse_osaka
from mlcurric.text import T

plan_bets = estimate_question(
    name="plan_bets",
    title=T("Two bets on plans", "計画についての2つの賭け"),
    statements={
        "full": Statement(
            T(
                "whoever wants 5 fewer leavers of 100, has 2,400 customers, and says “go if we count 5 or more”, says go in at least 8 of 10 trials in which calls keep exactly 5",
                "「100人あたり5人減」が欲しくて、顧客2,400人で試し、「5人以上減っていたら実施」と決める。本当に5人減る電話なら、10回中8回以上は「実施」になる",
            ),
            truth=lambda: rehearse_osaka(COLLEAGUES["rin"]).go[WORKS] >= 0.8,
        ),
        "small": Statement(
            T(
                "with 600 customers and “go if we count 3 or more”, calls that do nothing get a go in more than 1 of 10 trials",
                "顧客600人で「3人以上減っていたら実施」と決めると、効果のない電話でも、10回に1回より多く「実施」になる",
            ),
            truth=lambda: rehearse_osaka(COLLEAGUES["yuki"]).go[NOTHING] > 0.1,
        ),
    },
    hints=(
        T(
            "What is counted is the truth plus luck, and luck goes both ways.",
            "数えた値は、真の値に偶然が足されたもの。偶然は上にも下にも動きます。",
        ),
        T("A guess is enough; this lesson counts both.", "勘でかまいません。どちらも、このレッスンで数えます。"),
    ),
    why=T("The lesson counts both.", "どちらも、このレッスンで数えます。"),
    settled_in="2-8",
    told_below=True,
)
