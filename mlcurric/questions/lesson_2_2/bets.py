"""Three bets on models, laid before the first fit."""

from __future__ import annotations

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.questions.lesson_2_2.counted import hits_in_the_lesson
from mlcurric.text import T

MANY = 20
"""So many leavers more among 600 would be worth a new method."""

model_bets = estimate_question(
    name="model_bets",
    title=T("Which model finds the leavers?", "解約する人を見つけるのはどのモデル?"),
    statements={
        "boosting": Statement(
            T(
                "among the first 600 of 6,000 customers, boosted trees (many small trees, each mending what the ones before got wrong) find at least 20 leavers more than the best linear model (a sum of columns, each times its weight)",
                "6,000人の上位600人に入る解約者は、ブースティング(小さな木を、前の木の誤りを直すように何本も重ねる)のほうが、最良の線形モデル(列に重みを掛けて足す)より20人以上多い",
            ),
            truth=lambda: hits_in_the_lesson()["boosting"] >= hits_in_the_lesson()["linear"] + MANY,
        ),
        "points": Statement(
            T(
                "a rule of three columns on a napkin finds at least three quarters of what the best model finds",
                "紙ナプキンに書いた3列だけのルールで、最良のモデルが見つける解約者の4分の3以上が見つかる",
            ),
            truth=lambda: hits_in_the_lesson()["points"] >= 0.75 * max(hits_in_the_lesson().values()),
        ),
        "balanced": Statement(
            T(
                'counting each of the rare leavers many times over (class_weight="balanced") finds at least 20 more',
                '少数派の解約者を1人につき何人分にも数える(class_weight="balanced")と、20人以上多く見つかる',
            ),
            truth=lambda: hits_in_the_lesson()["balanced"] >= hits_in_the_lesson()["linear"] + MANY,
        ),
    },
    hints=(
        T("About 1 of 15 leaves.", "解約するのは、およそ15人に1人です。"),
        T("A guess is enough; this lesson counts it.", "勘でかまいません。このレッスンで数えます。"),
    ),
    why=T("The lesson counts all three.", "3つとも、このレッスンで数えます。"),
    settled_in="2-2",
    told_below=True,
)
