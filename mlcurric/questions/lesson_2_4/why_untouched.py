"""Answering Aya, who is not allowed to call customers whom she could keep."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

why_untouched = text_question(
    name="why_untouched",
    title=T("Why leave customers untouched?", "なぜ、電話しない顧客を残すのか"),
    hints=(
        T(
            "Begin with what Aya has to decide: does her team keep to the lot on the April list, or not?",
            "まず、彩さんが決めることを書きましょう。4月のリストで、くじを守るかどうかです。",
        ),
        T(
            "Her sheet of 1-5 has two lines for it: the range promised, and the number at which you stop. Set January's count beside them.",
            "1-5 のシートに、使える行が2つあります。約束した範囲と、やめる条件です。1月に数えた結果を並べてみましょう。",
        ),
    ),
    weak=T(
        "A statistically valid experiment always needs a control group, so please do not call those customers.",
        "統計的に正しい実験には必ず対照群が必要です。ですから、その人たちには電話しないでください。",
    ),
    examples={
        "short": "Aya, the lot decides: 200 of 600.",
        "no_number": "Aya, please leave some of the customers on the April list alone, because otherwise nobody will know whether the calls do good.",
        "overclaim": "Aya, please leave 200 of the 600 alone in April; then we are guaranteed to know whether your calls keep anybody.",
        "maybe": "Aya, please leave 200 of the 600 alone in April; the calls probably helped in October, 59 left instead of 80 of 300.",
    },
    why=T(
        "It asks Aya for one decision, sets January's count beside the promise of her sheet, says what the lot costs and what may be lost, and what her team may do all the same.",
        "彩さんに決めてほしいことがひとつ。1月の結果をシートの約束と並べ、くじの費用と失うかもしれないもの、それでもチームにできることを書いています。",
    ),
)
