"""The habits of rooms that hide the problem, or tell too much: a machine before a need, steps too fine, a persona that is nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlcurric.subject.board.finding import BoardFinding, about
from mlcurric.subject.board.model import AS_IS, TO_BE, Board, Note
from mlcurric.subject.contacts import CONTACT
from mlcurric.subject.said import is_anybody, names_method, plain
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


def _machine_words(board: Board) -> Iterator[BoardFinding]:
    yield from about(
        "machine_words",
        (note for note in board if note.layer == AS_IS and note.kind != "ml_step" and _before_the_need(board, note)),
        T(
            "{tags}: a note about today names a machine (“{text}”).",
            "{tags}: 「いま」の付箋に機械の名前が出てきます(「{text}」)。",
        ),
        T(
            "If it runs today, tie it to its event; else write what hurts, the method comes last.",
            "もう動いているものなら、イベントにつなぎましょう。まだなら、困ることを先に書きます。手段は最後です。",
        ),
        wrong=False,
    )


def _before_the_need(board: Board, note: Note) -> bool:
    """Whether a note names a machine and nothing shows that the machine is there today."""
    return names_method(note.text) and not any(
        other.kind == "event" and other.layer == AS_IS for other in board.linked(note)
    )


def _to_be_alone(board: Board) -> Iterator[BoardFinding]:
    ahead = [note for note in board if note.layer == TO_BE]
    if not board.of("event", layer=AS_IS):
        yield from about(
            "to_be_alone",
            ahead,
            T("{tags}: what is to be stands on a wall that does not say what is.", "{tags}: 「いま」のイベントがないのに、「これから」が書かれています。"),
            T("First tell what happens today.", "まず、いま何が起きているかを書きましょう。"),
        )  # fmt: skip


def _nobody_acts(board: Board) -> Iterator[BoardFinding]:
    """Asked once somebody has begun to say who acts; before that every event would be named."""
    causes = board.of(*_CAUSES, layer=AS_IS)
    if not any(note.kind in ("actor", "command") for note in causes):
        return
    places = sorted(note.at for note in causes)
    yield from about(
        "nobody_acts",
        (
            note
            for note in board.of("event", layer=AS_IS)
            if not any(other.kind in _CAUSES for other in board.linked(note))
            and not any(abs(place - note.at) <= 1 for place in places)
        ),
        T(
            "{tags}: nobody stands by it who made it happen (“{text}”).",
            "{tags}: 誰が、何がきっかけで起きたのかが書かれていません(「{text}」)。",
        ),
        T(
            "Who or what did it? Add the actor, the command, the rule or the system.",
            "アクター、コマンド、ポリシー、システムのどれかを添えましょう。",
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
        (note for note in board.of("actor") if is_anybody(note.text)),
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


def _contact(board: Board) -> Iterator[BoardFinding]:
    # The words are not quoted: what is asked here is shown on a wall.
    yield from about(
        "contact",
        (note for note in board if CONTACT.search("\n".join((note.text, note.author, *note.more.values())))),
        T(
            "{tags}: what is written there looks like a telephone number or an e-mail address.",
            "{tags}: 電話番号かメールアドレスのようなものが書かれています。",
        ),
        T(
            "The wall is photographed and its file goes round. Is it needed? Else write “customer A, 12 seats”.",
            "壁は写真に残り、ファイルは人に渡ります。本当に要りますか。要らなければ「A社、12席」のように書きかえましょう。",
        ),
        wrong=False,
    )


_CAUSES = ("actor", "command", "policy", "system")
_HANDS = re.compile(
    r"\b(?:(?:double-?)?click(?:s|ed|ing)?|(?:tap(?:s|ped|ping)?)\b(?! into)|scroll(?:s|ed|ing)?|swiped (?:left|right|up|down)|"
    r"hovered|press(?:es|ed)? (?:the |an? )?(?:\w+ )?(?:button|key|enter|ok)|"
    r"(?:screen|page|tab|menu|dialog|window|popup) (?:was |is )?(?:opened|shown|displayed|loaded)|"
    r"open(?:s|ed) (?:the|an?) (?:[\w-]+ )?(?:screen|page|tab|menu|dialog|window|popup)|"
    r"typed (?:in )?(?:the|an?|their|his|her) (?:[\w-]+ )?(?:e-?mail|address|password|name)|"
    r"(?:typed|entered|filled) .{0,40}\bin(?:to)? (?:the|an?) (?:[\w-]+ )?(?:field|box))\b|"
    r"クリック|タップ(?!ダンス)|スクロール|スワイプ|ボタン[をが]押|入力欄|チェックを(?:入|外)|ドロップダウン|プルダウン|"
    r"(?:画面|ページ|タブ|メニュー|ダイアログ|ポップアップ)[がをに](?:開|表示|遷移|切り替)"
)
HABITS = (_machine_now, _machine_first, _to_be_alone, _machine_words, _nobody_acts, _too_fine, _vague, _twins, _contact)
