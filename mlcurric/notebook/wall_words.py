"""What a notebook says around the wall: what became of each line, what was found, and the picture, in two views."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape
from io import BytesIO

from PIL import Image

from mlcurric.notebook.kept_words import ASK, MEND, bullets
from mlcurric.subject.board.commands import Answer
from mlcurric.subject.board.finding import BoardFinding, short
from mlcurric.subject.board.kinds import KINDS, Kind
from mlcurric.subject.board.model import Board, Note
from mlcurric.text import T, listed, run_on

_LINE = T("“{line}”: {says}", "「{line}」: {says}")
_DONE = T("{done}.", "{done}。")
_BEFORE_ONE = T(
    "“{line}” was carried out by a cell before and is not done again.",
    "「{line}」は前にセルから実行した行なので、もう一度は行っていません。",
)
_BEFORE_ALL = T(
    "All {n} lines were carried out before; nothing is done again.",
    "この{n}行は、どれも前に実行した行なので、もう一度は行っていません。",
)
_BEFORE_SOME = T(
    "{n} lines were carried out before and are skipped; only the new ones are carried out.",
    "{n}行は前に実行した行なので飛ばし、新しい行だけを実行しました。",
)
_THERE = T(
    "Just the same hangs on the wall already: {tags}.", "同じ付箋がもう貼られているので、貼り足していません({tags})。"
)
_ONCE_MORE = T(
    "To do a line once more on purpose, type it into the box, or write it a second time in the cell.",
    "わざともう一度行うときは、入力欄に書くか、セルに同じ行をもう1行書き足してください。",
)
_EMPTY = T(
    "The wall is empty. Type for example: e the customer cancelled",
    "まだ何も貼られていません。たとえば「e 顧客が解約した」と書きます。",
)
_ALT = T("The board as a wall of {n} sticky notes", "{n}枚の付箋が貼られたボード")
_COUNT = T("Notes on the wall: {n}", "付箋: {n}枚")
_FOUND = T("{heading}: {says}", "{heading}: {says}")
GOOD = T("The board is in form.", "形の上で気になるところはありません。")
THEN = T(
    "This picture shows the wall as it was when this cell ran. As it is now, it hangs below the input box.",
    "この絵は、このセルを実行したときの壁です。いまの壁は、入力欄の下に出ています。",
)
THEN_NO_BOX = T(
    "This picture shows the wall as it was when this cell ran. To see it as it is now, run a cell with: wall",
    "この絵は、このセルを実行したときの壁です。いまの壁を見るには、wall と書いたセルを実行します。",
)
ALONE = T(
    '“{word}” was not done: it stands alone, in the input box or as wall("{word}").',
    '「{word}」は実行していません。付箋の行とは別に、入力欄か wall("{word}") に、それだけを書いてください。',
)
IS_SAVED = T(
    "There is no need to save: every line is kept in {path} as soon as it is carried out.",
    "保存の操作はいりません。実行した行は、そのつど {path} に保存されています。",
)
_COMMANDS = (
    (T("e the customer cancelled", "e 顧客が解約した"), T("a new note: its letter, then the words", "新しい付箋。種類の文字、それから文")),
    (T("e … @3 #support [trial] by Aya/calls", "e … @3 #サポート [お試し] by 彩/電話"),
     T("… its place, lane, border, and who wrote it; all may be left out", "…位置、レーン、境界の名前、書いた人。どれも省ける")),
    (T("E3: other words", "E3: 新しい文"), T("reword it", "書き直す")),
    (T("E3 @5", "E3 @5"), T("move it; 5.5 is between 5 and 6; several: E3 E4 @5", "動かす。5.5 なら 5 と 6 の間。何枚かなら E3 E4 @5")),
    (T("E3 h", "E3 h"), T("make it another kind", "種類を変える")),
    (T("H3 > E7", "H3 > E7"), T("tie two together; H3 x E7 unties them", "つなぐ。外すのは H3 x E7")),
    (T("E3 !", "E3 !"), T("mark it as pivotal; E3 -! takes the mark off", "転換点の印をつける。外すのは E3 -!")),
    (T("H3 ●●●", "H3 ●●●"), T("write down its dots, all of them; H3 3 dots does, too", "ついた丸の数を書く。H3 3票 でもよい")),
    (T("E3 to-be", "E3 これから"), T("put it on the to-be layer", "「これから」の段に移す")),
    (T("E3 []", "E3 []"), T("take it out of its border; E3 # out of its lane; by name: E3 -[trial]", "境界の外に出す。レーンから外すのは E3 #、名前で言うなら E3 -[お試し]")),
    (T("[trial]: first visit", "[お試し]: 初回の訪問"), T("give a border another name", "境界の名前を変える")),
    (T("- E3 E4", "- E3 E4"), T("take notes off; E3-E6 names all of that kind from 3 to 6", "はがす。E3-E6 なら、3から6までの同じ種類すべて")),
    (T("title how trials go", "題名 お試しの流れ"), T("title the wall", "壁に題名をつける")),
    (T("undo", "戻す"), T("take the last change back; redo makes it once more", "直前の変更を取り消す。取り消しすぎたら「やり直す」")),
    (T("?", "?"), T("check the form; help shows this list", "形を確かめる。この一覧は「使い方」")),
    (T("@3-9", "@3-9"), T("show only that stretch; @ shows the whole wall", "その範囲だけを大きく映す。全体は @")),
)  # fmt: skip
_ON_PAPER = T("{name} ({paper})", "{name}({paper})")
_PIXELS = 96
"""Of a page's to the inch."""
_HOW, _PAPER = T("What you can type", "書き方"), T("What each paper is for", "紙の色と、書くこと")
_COPY = T(
    "Copy this text and save it as a file ending in .csv:",
    "この文字をコピーし、末尾が .csv のファイルに保存してください:",
)


def about_lines(answers: Sequence[Answer]) -> list[T]:
    """What became of each line: what was done in one sentence, and a sentence for each that could not be read."""
    done = [answer.done for answer in answers if answer.done]
    unread = [_LINE.format(line=short(answer.line), says=answer.says) for answer in answers if answer.says]
    return [*([_DONE.format(done=listed(done))] if done else []), *unread]


def about_before(before: Sequence[str], there: Sequence[Note], any_new: bool) -> list[T]:
    """What is told of the lines of a cell that were not carried out, because they were before or their notes hang there."""
    told = []
    if len(before) == 1:
        told.append(_BEFORE_ONE.format(line=short(before[0])))
    elif before:
        told.append((_BEFORE_SOME if any_new else _BEFORE_ALL).format(n=len(before)))
    if there:
        told.append(_THERE.format(tags=", ".join(dict.fromkeys(note.tag for note in there))))
    return [*told, _ONCE_MORE] if told else []


def one_by_one(findings: Sequence[BoardFinding]) -> list[T]:
    """What is not in form, a sentence each; what to mend before what to ask."""
    said = [
        _FOUND.format(heading=MEND if found.wrong else ASK, says=run_on((found.says, found.way_out)))
        for found in findings
    ]
    return said or [GOOD]


def help_as_text() -> str:
    """What can be typed, and what each kind of paper is for."""
    kinds = [f"  {kind.letter}  {_on_paper(kind)}: {kind.holds}" for kind in KINDS.values()]
    return "\n".join([f"{_HOW}:", *(f"  {typed}  {does}" for typed, does in _COMMANDS), f"{_PAPER}:", *kinds])


def help_as_html() -> str:
    """As ``help_as_text``, with the colours of the paper; two tables beside each other where there is room."""
    commands = "".join(
        f'<tr><td style="text-align:left"><code>{escape(str(typed))}</code></td>'
        f'<td style="text-align:left">{escape(str(does))}</td></tr>'
        for typed, does in _COMMANDS
    )
    kinds = "".join(
        f'<tr><td style="background:{kind.colour};color:#1f2d3a;border:1px solid #1f2d3a;text-align:center;'
        f'font-weight:bold;min-width:1.6em">{kind.letter}</td>'
        f'<td style="text-align:left"><strong>{escape(_on_paper(kind))}</strong></td>'
        f'<td style="text-align:left">{escape(str(kind.holds))}</td></tr>'
        for kind in KINDS.values()
    )
    tables = "".join(
        f'<table style="line-height:1.5"><caption style="text-align:left;font-weight:bold">{escape(str(title))}</caption>'
        f"{rows}</table>"
        for title, rows in ((_HOW, commands), (_PAPER, kinds))
    )
    return f'<div style="display:flex;flex-wrap:wrap;gap:1.5em;align-items:flex-start">{tables}</div>'


def _on_paper(kind: Kind) -> str:
    return str(_ON_PAPER.format(name=kind.name, paper=kind.paper))


def as_text(says: Iterable[T], board: Board, unsaved: str = "") -> str:
    """The wall for a reader without pictures."""
    lines = [*map(str, says), str(_COUNT.format(n=len(board)) if len(board) else _EMPTY)]
    return "\n".join([*lines, str(_COPY), unsaved] if unsaved else lines)


def as_html(
    says: Iterable[T],
    picture: bytes,
    board: Board,
    unsaved: str = "",
    above: str = "",
    below: T | None = None,
) -> str:
    """The wall for a page: the sentences, then the picture, as wide as the page at most.

    Args:
        picture: a PNG; empty for an empty wall.
        above: what stands above all, as HTML.
        below: what stands below the picture.
    """
    if picture:
        alt = escape(str(_ALT.format(n=len(board))))
        with Image.open(BytesIO(picture)) as read:
            (width, height), dots = read.size, read.info["dpi"][0]
        # Its room is kept free while it loads: else the page jumps at every change.
        size = f'style="width:{_PIXELS * width / dots:.0f}px;max-width:100%;height:auto;aspect-ratio:{width}/{height}"'
        shown = f'<img src="data:image/png;base64,{b64encode(picture).decode()}" alt="{alt}" {size}>'
    else:
        shown = f"<p>{escape(str(_EMPTY))}</p>"
    text = (
        f'<p>{escape(str(_COPY))}</p><textarea readonly rows="8" style="width:100%">{escape(unsaved)}</textarea>'
        if unsaved
        else ""
    )
    foot = f'<p style="color:#555;margin:.2em 0">{escape(str(below))}</p>' if below else ""
    told = f'<div aria-live="polite">{bullets(map(str, says))}{text}</div>'
    return f"<div>{above}{told}{shown}{foot}</div>"
