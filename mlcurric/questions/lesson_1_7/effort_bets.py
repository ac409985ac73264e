"""Bets on where the effort goes, settled by the figures of ``mlcurric.subject.effort``."""

from __future__ import annotations

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.effort import reported
from mlcurric.text import T

effort_bets = estimate_question(
    name="effort_bets",
    title=T("Where does the effort go?", "手間はどこにかかりますか"),
    statements={
        "a": Statement(
            T("more than half of the effort goes into the algorithm", "手間の半分より多くが、アルゴリズムにかかる"),
            truth=lambda: reported("algorithm") > 50,
        ),
        "b": Statement(
            T("the data takes more effort than the algorithm", "データには、アルゴリズムより手間がかかる"),
            truth=lambda: reported("data") > reported("algorithm"),
        ),
        "c": Statement(
            T(
                "data and infrastructure together take more than half of the effort",
                "データと基盤を合わせると、手間の半分を超える",
            ),
            truth=lambda: reported("data", "infrastructure") > 50,
        ),
        "d": Statement(
            T("integration takes less than a tenth of the effort", "組み込みの手間は、全体の1割に満たない"),
            truth=lambda: reported("integration") < 10,
        ),
    },
    hints=(
        T("Look at your own hundred days: what do they say?", "自分で分けた100日を見ましょう。どう読めますか。"),
        T("A guess is enough; the picture comes next.", "勘でかまいません。すぐ次に図が出ます。"),
    ),
    why=T("The picture below shows the reported figures.", "報告された数字は、下の図で見られます。"),
)
