"""Defending the cut-off before somebody who wanted another one."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

defend_cutoff = text_question(
    name="defend_cutoff",
    title=T("Defend where you stop", "どこでやめるかを説明する"),
    hints=(
        T(
            "Begin with what the sponsor has to decide: release the rest of the budget, or not?",
            "まず、スポンサーが決めることを書きましょう。残りの予算をどうするか、です。",
        ),
        T(
            "Give one pair of numbers from the pilot with its denominator, and one range for the money.",
            "試行の数字をひと組、分母つきで。金額には幅をつけて書きましょう。",
        ),
    ),
    weak=T(
        "We optimised the threshold with an uplift model, so 500 calls are guaranteed to be the best.",
        "アップリフトモデルでしきい値を最適化しました。500件が間違いなくベストです。",
    ),
    examples={
        "short": "500 calls are enough.",
        "no_number": "Ms Mori, please release only a part of the budget, because further calls cost more than they bring us in return.",
        "overclaim": "Ms Mori, please release 500 calls: of 100 with a ticket 10 left, and 3 when called, which is guaranteed to hold again.",
        "maybe": "Ms Mori, please release 500 calls: of 100 customers with an open ticket, probably 3 leave if called, against 10 left alone.",
    },
    why=T(
        "It names the decision, gives one pair of numbers of 100 and a range of money, says whom the list leaves out, and how you will find out.",
        "決めてほしいことを言い、100人あたりの数字と金額の幅を示し、リストに載らない人と、これからの確かめ方にも触れています。",
    ),
)
