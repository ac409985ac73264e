"""The lines in words of one's own plan that a rehearsal goes by: which of the known ways each of them means.

A text is read clause by clause, with what is denied in it left out. Where it names one way, that one is rehearsed; where it
names none, or a sound one beside another, nothing is guessed: the line is asked for again, with a letter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mlcurric.subject.poc.options import REHEARSED, RIGHT
from mlcurric.subject.product.finding import LineFinding, clash, quoted
from mlcurric.subject.product.numerals import normalised
from mlcurric.text import T

WAYS: Mapping[str, Mapping[str, T]] = {
    "metric": {
        "accuracy": T("how often the model is right", "モデルの正解率"),
        "hits": T("how many on the list really leave", "リストの当たりの数"),
        "say_so": T("what people say when they are asked", "聞いたときの返事"),
        "fewer_leavers": T("how many fewer of the called leave", "電話した人の解約が何人少ないか"),
    },
    "baseline": {
        "off_list": T("customers who are not on the list", "リストに載らない顧客"),
        "elsewhere": T("another time or place", "別の時期や場所の数"),
        "hold_out": T("those on the list whom a lot leaves uncalled", "リストのうち、くじで電話しない人"),
        "promise": T("a forecast or a target", "予測や目標"),
    },
    "left_alone_by": {
        "score": T("the order of the list", "リストの順番"),
        "lot": T("a lot", "くじ"),
        "callers": T("people choose them", "人が選ぶ"),
        "nobody": T("nobody is left alone", "全員に電話する"),
    },
    "decides": {
        "peeking": T("looked at again and again; go as soon as it looks good", "何度も見て、良さそうなら実施"),
        "afterwards": T("go if one group of customers looks good", "どれかのグループが良ければ実施"),
        "thresholds": T("counted once, at the end, by go_from and stop_below", "最後に一度だけ数え、go_from と stop_below で決める"),
    },
    "people_do": {
        "keep_lot": T("call, and never those whom the lot leaves uncalled", "電話する。くじで電話しないと決めた人にはかけない"),
        "reach_over": T("call, and some of the others as well", "電話する。電話しないはずの人にもかけることがある"),
        "obey": T("call, and keep no notes", "電話する。記録は残さない"),
    },
}  # fmt: skip
"""Line → key of ``OPTIONS`` → what it means for any product; in the order of the exercise's letters."""
_LETTER = re.compile(r"[(\[]?([a-d])(?:[)\].:=、。].*)?", re.DOTALL)
_CLAUSES = re.compile(r"[,;:()、。；：（）\n]|\.(?!\d)|\bbut\b")


@dataclass(frozen=True)
class _Signs:
    """What somebody writes who means a way."""

    wrong: Mapping[str, re.Pattern[str]]
    right: re.Pattern[str]
    right_first: bool = False
    """Whether a clause with both means the sound way: 「店長がくじで選ぶ」 is a lot."""


_CALL = r"(?:call|ring|rung|phone|contact)"
_UNCALLED = r"(?:電話|連絡|接触)(?:し|を?かけ)な(?:い|かった)|残(?:す|し|した)"
_SIGNS: Mapping[str, _Signs] = {
    "metric": _Signs(
        {
            "accuracy": re.compile(r"accura|\bauc\b|\bf1\b|precision|recall|正解率|適合率|再現率|精度"),
            "hits": re.compile(r"\bhits?\b|hit rate|当たり(?!前)|的中"),
            "say_so": re.compile(
                r"\b(?:say|says|said|tell|answer(?:s|ed)?|promise)\b|survey|satisf|\bnps\b|返事|回答|アンケート|満足|と(?:答|言)"
            ),
        },
        re.compile(
            r"leav|\bleft\b|churn|cancel|quit|\bgone\b|\bgo away|lost|no-?shows?|stay|renew|return|buy|bought|use"
            r"|解約|退会|離脱|離反|離れ|キャンセル|来な|休眠|辞め|やめ|継続|更新|残る|残った|購入|利用"
        ),
    ),
    "baseline": _Signs(
        {
            "off_list": re.compile(
                r"(?:not|n['’]t) (?:\w+ ){0,2}(?:on|in) (?:the|our|that|this) list|off the list|\brest of\b|\bthe rest\b"
                r"|(?:all|every|other) (?:other )?customers?\b|everybody else|リストに(?:載|の)(?:ら|って(?:い)?|せて(?:い)?)?な"
                r"|リスト(?:の)?(?:外|以外)|(?:ほか|他|その他)の(?:顧客|人)|全(?:顧客|員|体)"
            ),
            "elsewhere": re.compile(
                r"(?<!as )\b(?:last|previous|past|prior|earlier) (?:\w+ )?(?:years?|months?|weeks?|quarters?|periods?|times?|seasons?"
                r"|rounds?|autumn|spring|summer|winter)|year before|before (?:the|we|our)|another (?:time|region|branch|shop|quarter)"
                r"|(?:去年|昨年|前年|前回|前期|先月|昨季|以前|過去)(?!と同じ)|別の(?:店|支店|地域|時期|回)"
            ),
            "promise": re.compile(r"forecast|predict|promis|expect|target|\bgoal|estimate|予測|予想|目標|見込|約束"),
        },
        re.compile(
            r"left alone|hold-?out|control|(?:not|never|n['’]t|un) ?(?:being |be )?" + _CALL + r"|without (?:a |the )?" + _CALL
            + "|" + _UNCALLED + r"|対照|くじ(?:で|の)"
        ),
    ),
    "left_alone_by": _Signs(
        {
            "score": re.compile(r"\bscore|order of|\blast names?|bottom|lowest|\btop\b|順番|下のほう|下位|上位|スコア"),
            "callers": re.compile(
                r"\bby (?!lot|chance|coin|draw|random)|chooses?|chosen|picks?|picked|decides?|select|team|manager|選|判断|担当|現場|地域|店長|希望"
            ),
            "nobody": re.compile(r"^(?:nobody|no one|none|0)\b|^(?:誰も|いない|なし)|全員に"),
        },
        re.compile(
            r"^lots?$|\b(?:a|the|by) lot\b(?! of)|\blots are drawn|lottery|random|\bdrawn?\b|\bcoin|dice|くじ|抽選|無作為|ランダム|乱数|サイコロ"
        ),
        right_first=True,
    ),
    "decides": _Signs(
        {
            "peeking": re.compile(
                r"every|each (?:day|week|month)|weekly|daily|monday|as soon as|first (?:day|week|time|moment)|\bwhen(?:ever)? (?:it|p)\b"
                r"|once a (?:day|week|month)|once (?:it|p)\b|at any time|p\s*[<＜]|significan|毎(?:週|日|月|朝|回)|すぐ|次第|随時|いつでも|途中|有意|出たら"
            ),
            "afterwards": re.compile(
                r"(?:each|any|by|best|one|some) (?:of the )?(?:sub-?)?(?:groups?|segments?)|(?:グループ|セグメント|層|属性)(?:ごと|別)|どれか|いずれか"
            ),
        },
        re.compile(
            r"\bonce\b|one (?:look|count|time|day)|\bat the end|last day|\bfinal|\bend of\b|after the last|thresholds?|go_from|stop_below"
            r"|最後|最終|一度だけ|1度だけ|1回だけ|一回だけ|終わ(?:り|って)|終了|しきい値|\d+週目に"
        ),
    ),
    "people_do": _Signs(
        {
            "reach_over": re.compile(
                r"\b(?:also|too|even|as well|all the same|anyway|worr\w+)\b|(?:人|客|組|顧客)に(?:も|対しても)|心配|気になる"
            ),
            "obey": re.compile(r"\b(?:no|without|keep no) (?:notes|records?)|記録(?:は|を|も)?(?:残さ|し|取ら|つけ)?な(?:い|し)|メモなし"),
        },
        re.compile(
            r"\blot\b|left alone|hold-?out|as drawn|\bonly (?:those|the|who)|(?:nobody|no one|never|not?|n['’]t) (?:\w+ ){0,2}" + _CALL
            + r"|くじ|(?:しない|残した|残す|電話しないと決めた)(?:人|客|組|顧客)に(?:は|も)?.{0,12}(?:しない|しません|かけない|かけません)|だけに"
        ),
    ),
}  # fmt: skip
_UNFAIR = {
    "left_alone_by": (
        "no_lot",
        T("left_alone_by: “{text}” names no lot.", "left_alone_by:「{text}」は、くじではありません。"),
        T(
            "Whoever or whatever chooses, the two groups differ before anybody is called. Draw by lot.",
            "誰が選んでも、何で選んでも、電話の前から2組は違ってしまいます。くじで決めましょう。",
        ),
    ),
    "baseline": (
        "no_one_alike",
        T(
            "baseline: “{text}” is no group of like customers at the same time.",
            "baseline:「{text}」は、同じ時期の、似た顧客ではありません。",
        ),
        T(
            "Compare with those whom the lot left alone: then nothing but the calls differs.",
            "くじで電話しないと決めた人と比べましょう。違いは、電話だけになります。",
        ),
    ),
}
"""What is said of a comparison that is none, rehearsed or not."""
# “not at random”, 「くじではなく」: narrower than product.denial, for 「くじで残し、電話しない」 denies no lot.
_DENIED_BEFORE = re.compile(r"(?:\bnot?|\bnever|n['’]t|\bwithout|\binstead of|\brather than)\s+(?:\w+\s+){0,2}$")
_DENIED_AFTER = re.compile(
    r"^\S{0,5}?(?:で(?:は|も)?な|じゃな|(?:は|には|に|も)?見(?:ない|ません|ず)|しな(?:い|く)|しません|せず|なし|ではありません)"
)


def _says(pattern: re.Pattern[str], clause: str) -> bool:
    return any(
        not _DENIED_BEFORE.search(clause[: found.start()]) and not _DENIED_AFTER.search(clause[found.end() :])
        for found in pattern.finditer(clause)
    )


def way_meant(line: str, text: str) -> str | None:
    """The key of ``OPTIONS`` that somebody means by a text; ``None`` where it names none, or a sound way beside another.

    Args:
        line: of ``REHEARSED``.
        text: as written, or a letter of ``WAYS``, alone or with a remark behind it: “c”, “c: as in 2-4”.
    """
    plain = normalised(text).strip().casefold()
    if letter := _LETTER.fullmatch(plain):
        return dict(zip("abcd", WAYS[line], strict=False)).get(letter[1])
    signs, meant = _SIGNS[line], []
    for clause in filter(None, map(str.strip, _CLAUSES.split(plain))):
        right = _says(signs.right, clause)
        wrong = next((key for key, pattern in signs.wrong.items() if _says(pattern, clause)), None)
        if wrong and not (right and signs.right_first):
            meant.append(wrong)
        elif right:
            meant.append(RIGHT[line])
    if not meant or (RIGHT[line] in meant and set(meant) != {RIGHT[line]}):
        return None
    return meant[0]


def read_ways(written: Mapping[str, str]) -> tuple[dict[str, str], list[LineFinding]]:
    """What the lines mean that a rehearsal goes by, and a finding for all that are open and for each that cannot be read.

    Args:
        written: line → text, not empty.

    Returns:
        Line → key of ``OPTIONS``, without those that cannot be read; an open line is taken for the sound way.
    """
    meant: dict[str, str] = {}
    found: list[LineFinding] = []
    open_ = [line for line in REHEARSED if line not in written]
    for line in REHEARSED:
        key = RIGHT[line] if line in open_ else way_meant(line, written[line])
        if key is None:
            found.append(_unread(line, written[line]))
            continue
        meant[line] = key
        if key != RIGHT[line] and line in _UNFAIR and key != "nobody":
            name, says, way_out = _UNFAIR[line]
            found.append(clash(name, line, says, way_out, text=quoted(written[line])))
    if open_:
        names = ", ".join(open_)
        says = T(
            "Open: {names}. The rehearsal goes by these lines, and took them as they should be.",
            "{names} が空いています。リハーサルはこの行で決まるので、望ましい書き方だと仮定しました。",
        )
        way_out = T("Write them: {first}.", "書いてください。{first}。")
        first = T(f"{open_[0]} – {_letters(open_[0]).en}", f"{open_[0]} なら {_letters(open_[0]).ja}")
        found.append(clash("way_open", " ".join(open_), says, way_out, names=names, first=first))
    return meant, found


def _unread(line: str, text: str) -> LineFinding:
    says = T(
        "{line}: from “{text}” it cannot be told which of these is meant, so the plan is not rehearsed.",
        "{line}:「{text}」からは、どの意味か読み取れません。そのため、リハーサルはまだです。",
    )
    way_out = T(
        'Put a letter before your words, as in "{letter}: …". {letters}.',
        '言葉の前に記号を付けてください("{letter}: …" のように)。{letters}。',
    )
    letter = "abcd"[list(WAYS[line]).index(RIGHT[line])]
    return clash("way_unread", line, says, way_out, line=line, text=quoted(text), letters=_letters(line), letter=letter)


def _letters(line: str) -> T:
    pairs = list(zip("abcd", WAYS[line].values(), strict=False))
    return T(
        "; ".join(f"{letter}: {said.en}" for letter, said in pairs),
        "、".join(f"{letter}: {said.ja}" for letter, said in pairs),
    )
