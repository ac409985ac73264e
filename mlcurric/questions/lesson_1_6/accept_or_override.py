"""Accept the card, or override it: four customers of last summer, drawn by lot, whose ends are known."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.questions.lesson_1_6.customers import drawn
from mlcurric.text import T, listed

_NAMES = {
    "sakura": T("Sakura", "さくら社"),
    "matsu": T("Matsu", "まつ社"),
    "kaede": T("Kaede", "かえで社"),
    "sugi": T("Sugi", "すぎ社"),
}


def _left(name: str) -> Callable[[], bool]:
    return lambda: bool(drawn().at[name, "churned"])


def _who_left(truths: Mapping[str, bool]) -> T:
    left = [_NAMES[name] for name, true in truths.items() if true]
    if not left:
        return T("None of them left.", "解約した会社はありませんでした。")
    if len(left) == 1:
        return T("Only {name} left.", "解約したのは{name}だけでした。").format(name=left[0])
    return T("These left: {names}.", "解約したのは{names}でした。").format(names=listed(left))


accept_or_override = estimate_question(
    name="accept_or_override",
    title=T("Accept or override?", "信じるか、上書きするか"),
    statements={
        key: Statement(
            T("{name} left within three months", "{name}は3か月以内に解約した").format(name=name), _left(key)
        )
        for key, name in _NAMES.items()
    },
    outcome=_who_left,
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
