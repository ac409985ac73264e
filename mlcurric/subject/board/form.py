"""Whether a board is in form, by the rules of Event Storming as the ddd-crew tells it; the habits of a room are asked about too."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mlcurric.subject.board.finding import BoardFinding, about, short
from mlcurric.subject.board.habits import HABITS
from mlcurric.subject.board.kinds import KINDS, find_kind, nearest_kind
from mlcurric.subject.board.left_in_words import place_or_tie_in
from mlcurric.subject.board.model import Board
from mlcurric.subject.board.tense import is_past, is_question
from mlcurric.subject.said import plain
from mlcurric.text import T

ROLES_NEEDED = 3
"""People of three roles see what one of them takes for granted."""


def board_findings(board: Board) -> list[BoardFinding]:
    """Everything that is not in form, what is wrong before what is asked, in the order of ``_RULES``."""
    found = [finding for rule in _RULES for finding in rule(board)]
    return sorted(found, key=lambda finding: not finding.wrong)


def _tense(board: Board) -> Iterator[BoardFinding]:
    yield from about(
        "tense",
        (note for note in board.of("event") if not is_past(note.text) and not is_question(note.text)),
        T(
            "{tags}: not told as something that happened (“{text}”).",
            "{tags}: 起きたこととして書かれていません(「{text}」)。",
        ),
        T(
            "Write it in the past tense: “the customer cancelled”.",
            "過去形で書きましょう。「顧客が解約を申し込んだ」のように。",
        ),
    )


def _question(board: Board) -> Iterator[BoardFinding]:
    yield from about(
        "question",
        (note for note in board.of("event") if is_question(note.text)),
        T(
            "{tags}: a question on an event's paper (“{text}”).",
            "{tags}: イベントの付箋に質問が書かれています(「{text}」)。",
        ),
        T("Make it a hotspot.", "ホットスポットにしましょう。"),
    )


def _colour(board: Board) -> Iterator[BoardFinding]:
    yield from about(
        "colour",
        (note for note in board if note.colour and note.kind not in _kinds_of_colour(note.colour)),
        T("{tags}: the colour of the paper says another kind.", "{tags}: 紙の色と種類が合っていません。"),
        T("Retype the note, or write it on the other paper.", "種類を変えるか、正しい色の紙に書き直しましょう。"),
    )


def _kinds_of_colour(colour: str) -> set[str]:
    """The kinds that a colour may mean; yellow paper may be an actor or, when big, a constraint."""
    kind = find_kind(colour) or nearest_kind(colour)
    if kind is None:
        return set(KINDS)
    alike = (
        {"actor", "constraint"},
        {"hotspot", "system"},
        {"information", "opportunity", "value"},
        {"hotspot", "loss"},
    )
    return {kind.id}.union(*(group for group in alike if kind.id in group))


def _hotspot_alone(board: Board) -> Iterator[BoardFinding]:
    alone = [note for note in board.of("hotspot") if not any(other.kind == "event" for other in board.linked(note))]
    yield from about(
        "hotspot_alone",
        alone,
        T(
            "{tags}: a hotspot that is tied to no event.",
            "{tags}: どのイベントともつながっていないホットスポットです。",
        ),
        T("When does it hurt? Tie it to that event.", "困るのは、いつですか。そのイベントにつなぎましょう。"),
    )


def _nowhere(board: Board) -> Iterator[BoardFinding]:
    yield from about(
        "nowhere",
        (note for note in board if any(link not in board.notes for link in note.links)),
        T("{tags}: tied to a number that is not on the board.", "{tags}: ボードにない番号につながっています。"),
        T("Look up the number, or take the tie off.", "番号を確かめるか、つながりを消しましょう。"),
    )


def _left_in_words(board: Board) -> Iterator[BoardFinding]:
    """Note by note, for each has a part of its own."""
    for note in board:
        if part := place_or_tie_in(note.text):
            words = " ".join(note.text[: note.text.rindex(part)].split())
            yield BoardFinding(
                "left_in_words",
                (note.id,),
                _STANDS_IN_WORDS.format(tag=note.tag, part=short(part)),
                _SAY_IT_APART.format(tag=note.tag, part=part, words=words)
                if words
                else _REWORD_IT.format(tag=note.tag),
                wrong=False,
            )


_STANDS_IN_WORDS = T("{tag}: “{part}” stands in its words.", "{tag}: 文の中に「{part}」が入っています。")
_SAY_IT_APART = T(
    "Is it meant as place, tie or author? Then write “{tag} {part}”, and behind it “{tag}: {words}”.",
    "位置、つながり、書いた人のつもりなら「{tag} {part}」、続けて「{tag}: {words}」と書きましょう。",
)
_REWORD_IT = T("Write what is on the note: “{tag}: …”.", "付箋の言葉を「{tag}: …」と書きましょう。")


def _roles(board: Board) -> Iterator[BoardFinding]:
    roles = {plain(note.role) for note in board if note.role}
    if board and len(roles) < ROLES_NEEDED:
        yield BoardFinding(
            "roles",
            (),
            T(
                "Notes of {n} role(s) are on the wall; {need} at least took part.",
                "貼った人の役割が{n}種類です。最低{need}種類は必要です。",
            ).format(n=len(roles), need=ROLES_NEEDED),
            T(
                "Write the authors' roles down; if only one trade is in the room, invite another.",
                "貼った人の役割を書きましょう。同じ職種しかいなければ、ほかの職種の人を呼びましょう。",
            ),
        )


def _pivotal(board: Board) -> Iterator[BoardFinding]:
    if board.of("event") and not any(note.pivotal for note in board):
        yield BoardFinding(
            "pivotal",
            (),
            T("No event is marked as pivotal.", "転換点の印がついたイベントがありません。"),
            T("After which events is everything different? Mark two to four.", "それを境に状況が変わるイベントはどれですか。2〜4枚に印をつけましょう。"),
        )  # fmt: skip


def _no_hotspot(board: Board) -> Iterator[BoardFinding]:
    if len(board.of("event")) >= 5 and not board.of("hotspot"):
        yield BoardFinding(
            "no_hotspot",
            (),
            T("There is no hotspot.", "ホットスポットがひとつもありません。"),
            T(
                "Five silent minutes: everybody writes what annoys them most.",
                "5分間、黙って、いちばん困っていることを全員で書きましょう。",
            ),
        )


_RULES: tuple[Callable[[Board], Iterator[BoardFinding]], ...] = (
    _tense,
    _question,
    _colour,
    _hotspot_alone,
    _nowhere,
    _left_in_words,
    _pivotal,
    _roles,
    _no_hotspot,
    *HABITS,
)
