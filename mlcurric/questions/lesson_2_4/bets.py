"""Two bets on proof: on looking often, and on how many customers it takes."""

from __future__ import annotations

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.experiments.looks import first_alarm, simulate_looks
from mlcurric.subject.experiments.sizes import power_of_comparison
from mlcurric.text import T

ALONE, CALLED = 0.27, 0.21
"""What last year's pilot counted of customers like those on the list, as the lesson tells it."""
PER_GROUP, MONDAYS = 300, 13


def _more_than_100_of_1000() -> bool:
    return int((first_alarm(simulate_looks(ALONE, ALONE, PER_GROUP, MONDAYS)) > 0).sum()) > 100


proof_bets = estimate_question(
    name="proof_bets",
    title=T("Two bets on proof", "証明についての2つの賭け"),
    statements={
        "looks": Statement(
            T(
                "of 1,000 rounds in which a call does nothing, more than 100 look significant (p < 0.05) on at least one of 13 Mondays",
                "電話にまったく効果がなくても、13回の月曜のどこかで「有意」(p < 0.05)に見えるものが、1,000回のうち100回を超える",
            ),
            truth=_more_than_100_of_1000,
        ),
        "enough": Statement(
            T(
                "300 called and 300 left alone are enough to find, in at least 8 of 10 such rounds, a fall from 27 to 21 of 100",
                "電話した300人としなかった300人を比べれば、100人中27人から21人への減少を、10回中8回以上は見つけられる",
            ),
            truth=lambda: power_of_comparison(ALONE, CALLED, PER_GROUP) >= 0.8,
        ),
    },
    hints=(
        T(
            "One look raises a false alarm in 5 of 100. And how many more chances do 13 looks give to luck?",
            "1回見るだけなら、空騒ぎは100回中5回。13回見ると、偶然の出番はどれだけ増えるでしょう。",
        ),
        T("A guess is enough; this lesson counts both.", "勘でかまいません。どちらも、このレッスンで数えます。"),
    ),
    why=T("The lesson counts both.", "どちらも、このレッスンで数えます。"),
    settled_in="2-4",
)
