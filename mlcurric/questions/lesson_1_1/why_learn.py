"""Why a colleague should learn this, in the learner's own words."""

from __future__ import annotations

from mlcurric.question.makers import (
    text_question,
)
from mlcurric.text import T

why_learn = text_question(
    name="why_learn",
    title=T("“Why should I learn this?”", "「なぜ学ぶ必要があるの?」"),
    hints=(
        T(
            "Name the colleague, and one decision of theirs in the coming month.",
            "同僚の名前と、その人が来月決めることをひとつ書きましょう。",
        ),
        T(
            "Use one count from the lesson (of 100 on the list, so many …), and say what it will miss.",
            "レッスンの数字をひとつ使い(100人のリストのうち何人…)、見逃しにも触れましょう。",
        ),
    ),
    weak=T(
        "AI is the future and will certainly transform our business, so all of us need to understand it.",
        "これからはAIの時代です。必ず事業が変わるので、全員が理解しておくべきです。",
    ),
    examples={
        "short": "Because AI is the future.",
        "no_number": "Aya, you choose whom your team calls. A model could order that list for you, and you would reach more of those who want to leave.",
        "overclaim": "Aya, machine learning always works and is guaranteed to find the 100 customers who leave next month for you.",
        "maybe": "Aya, of 100 customers on the list maybe 60 would leave, and probably the calls would help to keep a few of them.",
    },
    why=T(
        "It names a person and a decision, gives a count with its hundred, says what is missed, and promises nothing.",
        "人と判断を名指しし、100人という分母つきの数を挙げ、見逃しに触れ、守れない約束をしていません。",
    ),
)
