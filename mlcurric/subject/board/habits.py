"""The habits of rooms that hide the problem: a machine before a need, steps too fine to see the whole, a persona that is nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlcurric.subject.board.finding import BoardFinding, about, plain
from mlcurric.subject.board.model import AS_IS, TO_BE, Board, Note
from mlcurric.text import T


def _machine_now(board: Board) -> Iterator[BoardFinding]:
    yield from about(
        "machine_now",
        board.of("ml_step", layer=AS_IS),
        T("{tags}: an ML step among what happens today.", "{tags}: MLの出番が「いま」の層にあります。"),
        T("What is not there yet belongs on the to-be layer.", "まだないものは「これから」の層に置きます。"),
    )


def _machine_first(board: Board) -> Iterator[BoardFinding]:
    loose = [
        note
        for note in board.of("ml_step", layer=TO_BE)
        if not any(other.kind in ("hotspot", "opportunity") for other in board.linked(note))
    ]
    yield from about(
        "machine_first",
        loose,
        T("{tags}: a machine that answers no hotspot.", "{tags}: どのホットスポットの答えでもない、機械の出番です。"),
        T(
            "Whose problem is it? Tie it to that hotspot, or take it off.",
            "誰の困りごとですか。そのホットスポットにつなぐか、はがしましょう。",
        ),
    )


def _names_machine(text: str) -> bool:
    return bool(_MACHINE.search(plain(text)))


def _machine_words(board: Board) -> Iterator[BoardFinding]:
    named = (note for note in board if note.layer == AS_IS and note.kind != "ml_step" and _names_machine(note.text))
    yield from about(
        "machine_words",
        named,
        T(
            "{tags}: the method stands on the wall before the problem (“{text}”).",
            "{tags}: 課題より先に手段が書かれています(「{text}」)。",
        ),
        T(
            "Write what is missing or hurts; the method comes last.",
            "足りないこと、困ることを書きましょう。手段は最後です。",
        ),
        wrong=False,
    )


def _too_fine(board: Board) -> Iterator[BoardFinding]:
    yield from about(
        "too_fine",
        (note for note in board.of("event") if _HANDS.search(plain(note.text))),
        T(
            "{tags}: a movement of the hand, no event of the business (“{text}”).",
            "{tags}: 業務の出来事ではなく、手の動きです(「{text}」)。",
        ),
        T("What was achieved by it? Write that, once.", "それで何が済んだのですか。そちらを1枚だけ書きましょう。"),
        wrong=False,
    )


def _vague(board: Board) -> Iterator[BoardFinding]:
    yield from about(
        "vague",
        (note for note in board.of("actor") if plain(note.text) in _NOBODY),
        T("{tags}: “{text}” may be anybody.", "{tags}: 「{text}」では、誰のことかわかりません。"),
        T("Which one, in what situation? “A team leader, a week before the renewal”.", "どんな人が、どんなときに? 「更新を1週間後に控えたチームリーダー」のように書きましょう。"),
        wrong=False,
    )  # fmt: skip


def _twins(board: Board) -> Iterator[BoardFinding]:
    seen: dict[tuple[str, str, str], Note] = {}
    twins = []
    for note in board:
        first = seen.setdefault((note.kind, note.layer, plain(note.text)), note)
        if first is not note:
            twins.append(note)
    yield from about(
        "twins",
        twins,
        T("{tags}: stands on the wall twice (“{text}”).", "{tags}: 同じ付箋がもう1枚あります(「{text}」)。"),
        T(
            "Do both mean the same? Keep one, or say what differs.",
            "本当に同じ意味ですか。1枚にするか、違いを書きましょう。",
        ),
        wrong=False,
    )


_HANDS = re.compile(
    r"\b(?:click|tapp|scroll|typed|pressed|hover|swip|screen (?:opened|shown)|page (?:opened|loaded))|"
    r"クリック|タップ|スクロール|ボタンを押|入力欄|画面を開|画面が開|画面が表示|ページを開"
)
_MACHINE = re.compile(
    r"\b(?:ai|ml|llm|gpt|chatgpt|machine learning|deep learning|neural|predictive model|generative)\b|"
    r"機械学習|人工知能|深層学習|ディープラーニング|予測モデル|生成ai|(?<![a-z])(?:ai|ml|llm)(?![a-z])"
)
_NOBODY = frozenset(
    [
        "user",
        "users",
        "the",
        "user",
        "customer",
        "customers",
        "the",
        "customer",
        "people",
        "everybody",
        "everyone",
        "somebody",
        "someone",
        "person",
        "stakeholder",
        "ユーザー",
        "ユーザ",
        "利用者",
        "顧客",
        "お客様",
        "お客さま",
        "みんな",
        "皆",
        "全員",
        "誰か",
        "担当者",
        "担当",
        "関係者",
        "人",
    ]
) | {"the user", "the customer", "end user"}

HABITS = (_machine_now, _machine_first, _machine_words, _too_fine, _vague, _twins)
