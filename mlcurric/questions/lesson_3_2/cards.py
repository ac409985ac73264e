"""A sheet that fell apart: its cards are read out in an order in which no method comes before its need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mlcurric.question.choices import read_letters
from mlcurric.question.forms import OneLine
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.text import T

CARDS: Mapping[str, T] = {
    "a": T("of all earlier questions, the one most like it", "過去の質問のうち、いちばん似ているもの"),
    "b": T(
        "a support person in the second month, alone on duty at noon",
        "入社2か月目、昼番を1人で受け持つサポート担当",
    ),
    "c": T("one page with the twenty commonest questions", "よくある質問20件を1ページにまとめたもの"),
    "d": T(
        "five people write it from scratch each time: a thousand a month, three minutes each",
        "5人が毎回ゼロから書く。月1,000件、1件3分",
    ),
    "e": T("an AI chatbot answers the customer", "AIチャットボットがお客さまに答える"),
    "f": T("three earlier answers, with date and author", "過去の返事3つ。日付と書いた人の名前付き"),
    "g": T("the words of the question", "質問の文章"),
    "h": T(
        "three years of questions and answers; which answer helped was not kept",
        "3年分の質問と返事。どれが役に立ったかは残っていない",
    ),
    "i": T("whoever writes takes one and changes it, or none", "書く人が選び、手を入れる。使わなくてもよい"),
}
_LEFT_OUT = "e"
MODEL = "b d g f i c h a"
_SAYS = {
    "chatbot": T(
        "“e” is a method with nobody in trouble behind it. It belongs on no line; leave it out.",
        "「e」は手段だけで、困っている人がいません。シートのどの欄のものでもないので、外しましょう。",
    ),
    "ml_first": T(
        "You begin with what the machine estimates (a). Whoever reads on fits the problem to it.",
        "機械が見積もること(a)から始まっています。あとの欄が、それに合わせて書かれてしまいます。",
    ),
    "ml_early": T(
        "The machine's card (a) comes before {cards}. Without them nobody can tell whether a machine is needed.",
        "機械のカード(a)が、{cards} より先にあります。それを聞かないと、機械が要るかどうかわかりません。",
    ),
    "nobody_first": T(
        "You begin with “{first}”. Whose trouble is it? That card comes first.",
        "「{first}」から始まっています。それで困っているのは誰ですか。そのカードが最初です。",
    ),
    "by_hand_late": T(
        "How it is done by hand today (d) comes after {cards}. What people look at, hand on and go by is seen in today's work.",
        "いま手でどうやっているか(d)が、{cards} より後ろです。何を見て、何を渡し、何に従うかは、いまの仕事を見ればわかります。",
    ),
    "acts_on_nothing": T(
        "Somebody acts (i) before there is anything to act on (f).",
        "受け取るもの(f)が出てくる前に、人が動いて(i)います。",
    ),
}
_EXAMPLES = {
    "chatbot": "b e d g f i c h a",
    "ml_first": "a b d g f i c h",
    "ml_early": "b d g a f i c h",
    "nobody_first": "d b g f i c h a",
    "by_hand_late": "b g f d i c h a",
    "acts_on_nothing": "b d g i f c h a",
}


@dataclass(frozen=True)
class InOrder(OneLine):
    """Letters in the order in which they are meant, in one pair of quotes."""

    options: Mapping[str, T]

    def note(self) -> T:
        """How such an answer is typed."""
        return T('letters in their order, such as "a, c, b"', '記号を順番に。例: "a, c, b"')

    def read(self, value: Any) -> tuple[str, ...] | Verdict:
        """The letters as they stand in an answer; a verdict where they are none."""
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            value = ",".join(value)
        letters = read_letters(value, self.options)
        if isinstance(letters, Verdict):
            return letters
        if twice := sorted({letter for letter in letters if letters.count(letter) > 1}):
            return failed(
                T("{letters}: there more than once.", "{letters} が2回以上あります。").format(letters=_names(twice)),
                T("Each card is read once.", "1枚のカードを読むのは1回です。"),
            )
        return tuple(letters)


def _names(cards: Iterable[str]) -> str:
    return ", ".join(sorted(cards))


def _before(order: tuple[str, ...], late: str, cards: str) -> str | None:
    """Those of ``cards`` that stand before ``late``."""
    early = [card for card in cards if order.index(card) < order.index(late)]
    return _names(early) if early else None


def _check(order: tuple[str, ...]) -> Verdict:
    def wrong(name: str, **values: object) -> Verdict:
        return failed(_SAYS[name].format(**values), misconception=name)

    if _LEFT_OUT in order:
        return wrong("chatbot")
    missing = [card for card in CARDS if card not in order and card != _LEFT_OUT]
    if missing:
        return failed(
            T("Not read out yet: {cards}.", "まだ読んでいないカードがあります: {cards}。").format(
                cards=_names(missing)
            ),
            T("One card of the nine is left over, not more.", "余るのは、9枚のうち1枚だけです。"),
        )
    if order[0] == "a":
        return wrong("ml_first")
    if late := order[order.index("a") + 1 :]:
        return wrong("ml_early", cards=_names(late))
    if order[0] != "b":
        return wrong("nobody_first", first=CARDS[order[0]])
    if early := _before(order, "d", "gfich"):
        return wrong("by_hand_late", cards=early)
    if _before(order, "f", "i"):
        return wrong("acts_on_nothing")
    return passed(
        T(
            "In this order everybody in the room can still say “a page will do” before a machine is named.",
            "この順番なら、機械の名前が出る前に、部屋の誰もが「1ページで足りるのでは?」と言えます。",
        )
    )


cards_in_order = Question(
    name="cards_in_order",
    data="fixed",
    kind="S",
    form=InOrder(CARDS),
    points=3,
    title=T("The sheet that fell apart", "ばらばらになったシート"),
    check=_check,
    hints=(
        T(
            "Which card names a person, and which one today's work? They come first. One card names only a method.",
            "人が書かれたカードと、いまの仕事が書かれたカードはどれですか。その2枚が先です。手段だけのカードが1枚あります。",
        ),
        T(
            "Then what they look at, what comes out, who acts on it, the simplest rule and the data. The machine's card is last.",
            "続いて、見るもの、出てくるもの、動く人、いちばん簡単なルール、データ。機械のカードは最後です。",
        ),
    ),
    misconceptions=tuple(
        Misconception(name, typed, _check(tuple(typed.split())).seen) for name, typed in _EXAMPLES.items()
    ),
    why=T(
        "Whose, by hand, input, output, who acts, rule, data, and only then ML. Input and output may change places, rule and data too.",
        "誰の、手作業、インプット、アウトプット、動く人、ルール、データ、そして最後にML。インプットとアウトプット、ルールとデータは、入れかわってもかまいません。",
    ),
    options=CARDS,
)
