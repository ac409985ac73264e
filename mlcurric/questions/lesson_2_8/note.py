"""The note that goes with the page, to the one who signs it."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

sponsor_note = text_question(
    name="sponsor_note",
    title=T("What does Ms Mori sign?", "森さんは何に署名するのか"),
    hints=(
        T(
            "Begin with what she signs, and by when. Then the day on which she decides, and the two numbers that decide it.",
            "まず、何にいつまでに署名するのか。それから、決める日と、決め手になる2つの数です。",
        ),
        T(
            "Your rehearsal has the honest sentence: so many of 100 trials that work would be stopped, so many that do not would go on. And who may not move the numbers?",
            "正直なひと言は、リハーサルの中にあります。効くのに止めてしまうのが100回中何回、効かないのに進むのが何回か。数字を動かしてはいけないのは誰でしょう。",
        ),
    ),
    weak=T(
        "We propose a data-driven PoC in Osaka to validate our AI solution. Success will be evaluated comprehensively after completion, and we will share learnings with all stakeholders.",
        "大阪でAIソリューションの有効性を検証するPoCを、データドリブンに実施します。終了後に総合的に評価し、知見を関係者で共有します。",
    ),
    examples={
        "short": "Ms Mori, please sign by the 29th.",
        "no_number": "Ms Mori, please sign the plan for Osaka before the first call, because later nobody may move the thresholds any more.",
        "overclaim": "Ms Mori, please sign the plan for Osaka by 29 January: with 2,400 customers we are guaranteed to know whether the calls work.",
        "maybe": "Ms Mori, please sign the plan for Osaka by 29 January: with 2,400 customers we will probably see whether the calls keep 5 of 100.",
    },
    why=T(
        "It says what she signs and by when, gives the day and the numbers of her decision, how often the plan is wrong either way, what it costs if calls do nothing, who is left alone, and what happens on the Monday after.",
        "何にいつまでに署名するのか、いつどの数で決めるのか、計画がどちらの向きにどれだけ間違えるか、効果がなければいくらかかるか、誰に電話しないのか、そして決まったあとの月曜に何が起きるかが書かれています。",
    ),
)
