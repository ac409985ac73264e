"""A play as pieces of a page, and a whole scenario as cards for a room, in the language spoken now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mlcurric.subject.scenario import words
from mlcurric.subject.scenario.engine import Played, play
from mlcurric.subject.scenario.model import Option, Scenario, Scene, Side
from mlcurric.templates import filled
from mlcurric.text import T

PACKAGE = "mlcurric.subject.scenario"


def play_as_html(outcome: Played) -> str:
    """Where a play stands: what came of the last choice, then the next day with its options, or the review."""
    return filled(PACKAGE, "play.html", play=outcome, last=outcome.steps[-1] if outcome.steps else None, say=words)


def choices_as_html(outcome: Played) -> str:
    """What each choice of a play brought, and why."""
    return filled(PACKAGE, "choices.html", play=outcome, say=words)


def beliefs_as_html(scenario: Scenario) -> str:
    """What each side charitably believed of the other, and why that was not enough, side by side."""
    return filled(PACKAGE, "beliefs.html", scenario=scenario)


@dataclass(frozen=True)
class Answer:
    """The card that is drawn after a choice.

    Attributes:
        to: the cards that may follow, each with the thing that has to lie on the table for it; without a thing, always.
    """

    name: str
    option: Option
    to: tuple[tuple[str | None, T | None], ...]


@dataclass(frozen=True)
class Card:
    """A day as a card, and the answers to it."""

    name: str
    scene: Scene
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Deck:
    """All the cards of one side."""

    side: Side
    cards: tuple[Card, ...]


def cards_of(scenario: Scenario, side: Side) -> Deck:
    """The cards of a side, numbered in the order of their days; a number is the same in both languages."""
    # One letter in front, so that the decks of two sides can lie on one table.
    mark = "ABCD"[list(scenario.sides).index(side.id)]
    scenes = sorted(
        (scene for scene in scenario.scenes.values() if scene.side == side.id), key=lambda scene: (scene.day, scene.id)
    )
    names = {scene.id: f"{mark}{number}" for number, scene in enumerate(scenes, 1)}

    def follow(option: Option) -> tuple[tuple[str | None, T | None], ...]:
        if option.next is None:
            return ((None, None),)
        scene = scenario.scenes[option.next]
        if scene.needs is None or scene.otherwise is None:
            return ((names[scene.id], None),)
        return ((names[scene.id], scenario.unsaid[scene.needs].title), (names[scene.otherwise], None))

    return Deck(
        side,
        tuple(
            Card(
                names[scene.id],
                scene,
                tuple(
                    Answer(f"{names[scene.id]}{letter}", option, follow(option))
                    for letter, option in scene.options.items()
                ),
            )
            for scene in scenes
        ),
    )


def cards_page(scenario: Scenario) -> str:
    """A scenario for a room: one self-contained HTML page for A4, with the rules, the cards to cut out, and the review."""
    decks = [cards_of(scenario, side) for side in scenario.sides.values()]
    first = {deck.side.id: _first(scenario, deck) for deck in decks}
    rules = _RULES if len(decks) > 1 else _RULES_ALONE
    return filled(
        PACKAGE, "cards.html", scenario=scenario, decks=decks, first=first, say=words, words=_WORDS, rules=rules
    )


def _first(scenario: Scenario, deck: Deck) -> str:
    scene = play(scenario, "", deck.side.id).scene
    return next(card.name for card in deck.cards if card.scene == scene)


_CHOOSE = (
    T(
        "Draw the day's card, talk for two minutes, agree on a letter. Only then does the answer card with that letter come on the table.",
        "その日のカードを引き、2分だけ話し合って記号をひとつ決めます。その記号の答えのカードを出すのは、決めたあとです。",
    ),
    T(
        "The answer card says what it costs in minutes and trust, and which “said” cards you lay open on the table. A choice for which there are not enough minutes left cannot be made.",
        "答えのカードには、使う時間と信頼の増減、机に開いて置く「話に出た」カードが書いてあります。残り時間が足りない選択はできません。",
    ),
    T(
        "Trust never falls below 0 and never rises above {most}. Minutes that are left over are worth nothing.",
        "信頼は0より下がらず、{most}より上がりません。余った時間に価値はありません。",
    ),
    T(
        "After the last day comes the review: each “said” card that does not lie open, or came too late, takes one trust. Score: (cards open in time ÷ {all}) × (trust left ÷ {most}).",
        "最後の日のあとがレビューです。開いていないカード、間に合わなかったカード1枚につき、信頼が1つ減ります。得点は(間に合ったカード ÷ {all})×(残った信頼 ÷ {most})です。",
    ),
)
_RULES = (
    T(
        "Two to four people a side. One reads aloud, one keeps the sheet, one holds the answer cards and shows them to nobody. Read the opening, then your own side's paragraph. Do not look at the other side's cards.",
        "ひとつの側を2〜4人で。読み上げ係、記録係、答えのカードを手に持つ係(誰にも見せません)を決めます。最初に「はじまり」と、自分の側の説明を読みます。相手の側のカードは見ません。",
    ),
    *_CHOOSE,
    T(
        "Then the sides meet: read the “what we believed” cards to each other, slowly.",
        "最後に、もう一方の側と集まります。「こう信じていた」カードを、ゆっくり読み上げます。",
    ),
)
_RULES_ALONE = (
    T(
        "Two to four people, all on one side. One reads aloud, one keeps the sheet, one holds the answer cards and shows them to nobody. Read the opening, then whom you play.",
        "2〜4人で、全員がひとつの役を演じます。読み上げ係、記録係、答えのカードを手に持つ係(誰にも見せません)を決めます。最初に「はじまり」と、自分たちの役の説明を読みます。",
    ),
    *_CHOOSE,
    T(
        "Then read the “what we believed” card, slowly. Who of you has believed it this week, and of whom?",
        "最後に「こう信じていた」カードを、ゆっくり読み上げます。今週、誰について、そう信じていましたか。",
    ),
)
_WORDS: dict[str, Any] = {
    "how": T("How to play", "遊び方"),
    "opening": T("The opening", "はじまり"),
    "sheet": T("Record sheet", "記録用紙"),
    "you": T("You are {name}", "あなたたちは{name}"),
    "begin": T("Begin with card {card}.", "カード {card} から始めます。"),
    "day": T("day", "日"),
    "letter": T("letter", "記号"),
    "minutes_left": T("minutes left", "残り時間"),
    "trust": T("trust", "信頼"),
    "said": T("said", "話に出たこと"),
    "start": T("start", "開始"),
    "keep_apart": T("Answers: in one person's hand, in order", "答えのカード: 1人が番号順に手に持つ"),
    "lay_open": T("Lay open", "開いて置く"),
    "go_on": T("Go on with {card}", "次は {card}"),
    "if_open": T("{card} if “{thing}” lies open, else {other}", "〈{thing}〉が開いていれば {card}、なければ {other}"),
    "to_review": T("Now the review", "次はレビュー"),
    "said_cards": T("“Said” cards: in the middle of the table, face down", "「話に出た」カード: 机の中央に伏せておく"),
    "until": T("helps until {day}", "{day}まで有効"),
    "at_review": T("The review, {day}", "レビュー({day})"),
    "otherwise": T("If it was not said in time:", "間に合わなかったら:"),
    "from_trust": T(
        "at least {n} in time, and trust of at least {trust} left", "{n}つ以上間に合い、信頼が{trust}以上残った"
    ),
    "from": T("at least {n} in time", "{n}つ以上間に合った"),
    "else": T("otherwise", "それ以外"),
    "believed": T("What we believed", "こう信じていた"),
    "by": T("said by {name}", "{name}から"),
    "why_not": T("Why it was not enough", "なぜ足りなかったか"),
    "after": T("For the talk afterwards", "ふりかえり"),
    "why": T("What each choice brought", "選択ごとの意味"),
}
