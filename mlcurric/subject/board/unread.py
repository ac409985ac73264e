"""Why a typed line could not be read, by what it seems to be meant for, and how it is written."""

from __future__ import annotations

import re

from mlcurric.subject.board.finding import short
from mlcurric.subject.board.kinds import BY_LETTER
from mlcurric.subject.board.typed_parts import TAG, TAGS, number_of
from mlcurric.subject.typed import Slip
from mlcurric.text import T

# Letters that are taken for digits, by the eye and by hands on a keyboard.
_LIKE_DIGITS = str.maketrans("oOlI|", "00111")

_RENAME = re.compile(
    r"(?:rename|名前を?変更)\s*:?\s*(?P<old>.+?)\s+(?:to|as|->|>)\s+(?P<new>.+)|(?P<old_ja>.+?)を(?P<new_ja>.+?)に(?:改名|変更|名前を?変更)(?:する|して)?",
    re.IGNORECASE,
)
_CLEAR = re.compile(
    r"(?:clear|reset|empty|clear all|start over|全部はがす|全部消す|すべて消す|クリア|リセット|最初から)(?: the wall)?",
    re.IGNORECASE,
)


def unread(plain: str) -> Slip:
    """What to answer to a line that is none of the commands.

    Args:
        plain: the line with narrow signs.
    """
    head = re.match(rf"-?\s*({TAGS})(?!\d)", plain, re.IGNORECASE)
    if head is None:
        if found := _RENAME.fullmatch(plain):
            return Slip(
                _HOW_RENAMED.format(
                    old=(found["old"] or found["old_ja"]).strip(" []"),
                    new=(found["new"] or found["new_ja"]).strip(" []"),
                )
            )
        if _CLEAR.fullmatch(plain):
            return Slip(_NOT_CLEARED, _HOW_CLEARED)
        letter = re.match(r"[a-z](?=[^\x00-\x7f])", plain, re.IGNORECASE)
        if letter is None or letter[0].upper() not in BY_LETTER:
            return Slip(*_NEITHER)
        values = {"letter": letter[0], "rest": short(plain[1:]), "line": short(plain)}
        return Slip(_NO_BLANK.format(**values), _WITH_BLANK.format(**values))
    tags, rest = re.findall(TAG, head[1], re.IGNORECASE), plain[head.end() :].strip()
    tag = tags[0].upper()
    others = [other.upper() for other in (*tags[1:], *re.findall(r"(?<![a-z])[a-z]\d{1,6}", rest, re.IGNORECASE))]
    if tag.isdigit() and re.match(r"[^\W\d]", plain[head.end() :]):
        return Slip(*_DIGITS_FIRST)
    if found := re.search(r"@\s*([^\s@#\[>,、・]*)", rest):
        return _no_place(tag, found[1], others)
    if found := re.search(r"\[([^\[\]]*)$", rest):
        return Slip(_NOT_CLOSED, _BORDER.format(tag=tag, name=found[1].strip()[:20] or "…"))
    if re.fullmatch(r"!(\s*!)+", rest):
        return Slip(_TWO_MARKS, _MARK.format(tag=tag))
    if re.match(r"(?:by|記入)(?!\w)", rest, re.IGNORECASE):
        return Slip(_NO_WRITER, _WRITER.format(tag=tag))
    if others:
        return Slip(_UNTOLD.format(tag=tag), _TIE.format(tag=tag, other=others[0]))
    return Slip(_UNTOLD.format(tag=tag), _CAN.format(tag=tag, other=number_of(tag) + 1))


def _no_place(tag: str, typed: str, others: list[str]) -> Slip:
    if re.fullmatch(r"-?\d+(?:\.\d+)?", typed):
        # The place is one; something else is not.
        return Slip(
            _UNTOLD.format(tag=tag), _TOGETHER.format(tag=tag, other=others[0] if others else number_of(tag) + 1)
        )
    meant = typed.translate(_LIKE_DIGITS)
    place = meant if re.fullmatch(r"\d+(?:\.\d+)?", meant) else "5"
    says = _NO_PLACE.format(typed=typed[:20]) if typed else _NO_PLACE_AT_ALL
    return Slip(says, _MOVE.format(tag=tag, place=place))


_HOW_RENAMED = T(
    "A border gets another name with “[{old}]: {new}”, a note other words with “E3: {new}”.",
    "境界の名前を変えるなら「[{old}]: {new}」、付箋の文を変えるなら「E3: {new}」と書きます。",
)
_NOT_CLEARED = T("The wall is not emptied with one word.", "壁全体を一度に空にはできません。")
_HOW_CLEARED = T(
    "“- E1 E2” takes notes off, “- 1-20” all from number 1 to 20; numbers are not given twice. To begin at 1 again, give the "
    "board's file another name and run the cell that opens the wall.",
    "「- E1 E2」ではがせます。「- 1-20」なら1番から20番までのすべてです。番号は続きから付きます。1番から始め直すなら、"
    "ボードのファイルの名前を変えてから、壁を開くセルを実行してください。",
)
_NEITHER = (
    T("This line begins with no kind of note and no number.", "この行は、種類でも番号でも始まっていません。"),
    T(
        "Write for example “e the customer cancelled”, or “E3 @5”.",
        "たとえば「e 顧客が解約した」「E3 @5」のように書きます。",
    ),
)
_NO_BLANK = T("There is no blank behind the letter “{letter}”.", "「{letter}」のあとに空白がありません。")
_WITH_BLANK = T(
    "For a new note of that kind: “{letter} {rest}”. If the words begin so: “e {line}”.",
    "その種類の付箋なら「{letter} {rest}」、文がそう始まるなら「e {line}」と書きます。",
)
_DIGITS_FIRST = (
    T(
        "A line that begins with a number is read as being about a note.",
        "数字で始まる行は、付箋の番号として読みます。",
    ),
    T(
        "For a new note, write its kind first: “e 30 days passed”.",
        "新しい付箋なら、種類を先に書いてください。「e 30日が過ぎた」のように書きます。",
    ),
)
_NO_PLACE = T("The place “{typed}” is no number.", "位置「{typed}」が数字ではありません。")
_NO_PLACE_AT_ALL = T("Behind the @ the place is missing.", "@ の後に位置の数字がありません。")
_MOVE = T("Write “{tag} @{place}” to move it.", "動かすなら「{tag} @{place}」と書きます。")
_TOGETHER = T(
    "Several notes at once: their numbers with blanks between, then one place: “{tag} {other} @5”.",
    "何枚かをまとめて動かすなら、番号を空白で区切り、最後に位置を1つ書きます。たとえば「{tag} {other} @5」です。",
)
_NOT_CLOSED = T("The bracket “[” is not closed.", "「[」が閉じられていません。")
_BORDER = T(
    "“{tag} [{name}]” puts it inside a border, “{tag} []” takes it out.",
    "境界の中に入れるなら「{tag} [{name}]」、外に出すなら「{tag} []」と書きます。",
)
_TWO_MARKS = T("Is the mark to be there or not?", "転換点の印をつけるのか、外すのかが読めません。")
_MARK = T("“{tag} !” puts it on, “{tag} -!” takes it off.", "つけるなら「{tag} !」、外すなら「{tag} -!」と書きます。")
_NO_WRITER = T("Behind “by” no name can be read.", "「by」の後ろの名前が読めません。")
_WRITER = T(
    "A name, then a slash and the role: “{tag} by Aya/calls”.",
    "名前、スラッシュ、役割の順に「{tag} by 彩/電話」のように書きます。役割は省けます。",
)
_UNTOLD = T("What is to become of {tag}?", "{tag} をどうするのかが読めません。")
_TIE = T(
    "“{tag} > {other}” ties the two, “{tag} x {other}” unties them.",
    "つなぐなら「{tag} > {other}」、外すなら「{tag} x {other}」と書きます。",
)
_CAN = T(
    "“{tag} @5” moves it, “{tag}: other words” rewords it, “{tag} > {other}” ties it, “- {tag}” takes it off.",
    "動かすなら「{tag} @5」、書き直すなら「{tag}: 新しい文」、つなぐなら「{tag} > {other}」、はがすなら「- {tag}」と書きます。",
)
