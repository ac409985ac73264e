"""Accept the card, or override it: four customers of last summer, drawn by lot, whose ends are known."""

from __future__ import annotations

from collections.abc import Callable

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.questions.lesson_1_6.customers import drawn
from mlcurric.text import T


def _left(name: str) -> Callable[[], bool]:
    return lambda: bool(drawn().at[name, "churned"])


accept_or_override = estimate_question(
    name="accept_or_override",
    title=T("Accept or override?", "信じるか、上書きするか"),
    statements={
        "sakura": Statement(T("Sakura left within three months", "さくら社は3か月以内に解約した"), _left("sakura")),
        "matsu": Statement(T("Matsu left within three months", "まつ社は3か月以内に解約した"), _left("matsu")),
        "kaede": Statement(T("Kaede left within three months", "かえで社は3か月以内に解約した"), _left("kaede")),
        "sugi": Statement(T("Sugi left within three months", "すぎ社は3か月以内に解約した"), _left("sugi")),
    },
    hints=(
        T(
            "The first row says how many of 100 such customers left. Start there; how sure may you be, at most?",
            "1行目は、似た100人のうち何人が解約したかです。まずそこから。確信度は、高くてもどのくらいでしょう。",
        ),
        T(
            "57 of 100 is little more than a coin toss: “yes, 57% sure” is an honest answer. Then look whether the other rows fit.",
            "100人中57人は、コイン投げと大差ありません。「yes、確信度57」が正直な答えです。そのうえで、ほかの行と見比べましょう。",
        ),
    ),
    why=T(
        "Write what you believe. What a card can know is how many of 100 such customers left; which of them this one is, it cannot.",
        "信じるとおりに書いてください。カードにわかるのは、似た100人のうち何人が解約したかまで。この顧客がそのどちらに入るかは、わかりません。",
    ),
)
