"""The wall of the first ten minutes, mended by commands: in form afterwards, and still saying what the room said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from mlcurric.question.forms import Text
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.board.commands import Answer, carry_out, lines_of
from mlcurric.subject.board.finding import BoardFinding, short
from mlcurric.subject.board.form import board_findings
from mlcurric.subject.board.kinds import KINDS
from mlcurric.subject.board.model import Board
from mlcurric.subject.ideathon.example import example_board
from mlcurric.text import LANGUAGES, T

TO_MEND = ("tense", "question", "hotspot_alone", "machine_first", "machine_words", "too_fine", "vague", "twins")
"""What is to be mended, in the order in which it is told. Who took part, who acts, what turns it round: that comes later."""
_QUESTION = frozenset({11})
STAYS: tuple[tuple[frozenset[int], str], ...] = (
    (frozenset({7, 8}), "event"),
    *((frozenset({id}), "event") for id in (9, 10, 12, 13, 17, 18)),
    (frozenset({19, 20}), "event"),
    (frozenset({22, 23}), "event"),
    (_QUESTION, "hotspot"),
    *((frozenset({id}), "hotspot") for id in (15, 21, 25)),
    (frozenset({14}), "system"),
    (frozenset({2, 16}), "actor"),
)
"""What the room said, and on which paper it belongs: of each group one note at least has to be left."""
_MOST_SIGNS, _MOST_LINES = 20_000, 500
MODEL = T(
    """
- E3 E4 E5 E6 E7
- E1 M24
A2: Team leader who wants to try it in one department
A16: Head of department going through expenses in March
E9: Colleagues were invited
E11 h
H11 > E10
E12: The answer was sent
H15 > E13
E17: The price went up at the renewal
- E19
e A note on the call was written @15
H21 > E26
- E23
H25 > E22
""",
    """
- E3 E4 E5 E6 E7
- E1 M24
A2: 自分の部署で試してみたいチームリーダー
A16: 3月に経費を見直している部長
E9: メンバーが招待された
E11 h
H11 > E10
E12: 返事が送られた
H15 > E13
E17: 更新で料金が上がった
- E19
e 通話メモが書かれた @15
H21 > E26
- E23
H25 > E22
""",
)


@dataclass(frozen=True)
class Mended:
    """The wall after somebody's commands, in each language: a note that was left alone speaks its own."""

    boards: Mapping[str, Board]
    unread: tuple[T, T] | None


def mend(typed: str) -> Mended:
    """Carry commands out on the wall of the first ten minutes."""
    boards, unread = {}, {}
    for lang in LANGUAGES:
        boards[lang], answers = carry_out(_rough(lang), typed)
        if first := next((answer for answer in answers if answer.says), None):
            unread[lang] = first
    return Mended(boards, _each_its_own(unread) if unread else None)


def _each_its_own(unread: Mapping[str, Answer]) -> tuple[T, T]:
    """The first line that cannot be read, and why: the answer names notes by the words on the wall that its reader sees."""
    either = next(iter(unread.values()))
    en, ja = (unread.get(lang, either) for lang in LANGUAGES)
    return T(short(en.line), short(ja.line)), T(en.says.en, ja.says.ja)


def check(typed: str) -> Verdict:
    """Lines that cannot be read, then what has been torn off, then what is not in form, in that order."""
    if too_long := _too_long(typed):
        return failed(too_long, T("Fifteen short lines mend this wall.", "15行ほどの短い命令で直せます。"))
    mended = mend(typed)
    findings = _findings(mended)
    left = [id for id in TO_MEND if any(id in found for found in findings.values())]
    share = 1 - len(left) / len(TO_MEND)
    if mended.unread:
        line, says = mended.unread
        seen = T("“{line}” could not be read.", "「{line}」が読めません。").format(line=line)
        return failed(seen, says, share=min(share, 0.8), misconception="unread")
    for group, kind in STAYS:
        # A question that is still on an event's paper has a sentence of its own.
        asked = group == _QUESTION and "question" in left
        if not asked and (odd := _about_the_room(mended.boards, group, kind)):
            return odd
    if not left:
        return passed(
            T(
                "{n} notes are left, in form, and all that the room said is still there.",
                "残った付箋は{n}枚。形が整い、みんなの話もすべて残っています。",
            ).format(n=len(mended.boards["en"])),
        )
    seen = T("Mended: {n} of {all}.", "直ったものは{all}種類のうち{n}種類です。").format(
        n=len(TO_MEND) - len(left), all=len(TO_MEND)
    )
    says, way_out = _told(findings, left[0])
    return failed(seen, says, way_out, share=share, misconception=left[0])


def _too_long(typed: str) -> T | None:
    """What no hand has typed: so many signs, or so many lines, each of which is a board of its own."""
    if len(typed) > _MOST_SIGNS:
        return T("That is {n} signs long.", "{n}字あります。").format(n=f"{len(typed):,}")
    lines = len(lines_of(typed))
    return T("That is {n} lines.", "{n}行あります。").format(n=f"{lines:,}") if lines > _MOST_LINES else None


def _about_the_room(boards: Mapping[str, Board], group: frozenset[int], kind: str) -> Verdict | None:
    """What is wrong where nothing of a group is left, or where it hangs on other paper."""
    board = boards["en"]
    here = [board.notes[id] for id in sorted(group) if id in board.notes]
    if not here:
        tags = " / ".join(_rough("en").notes[id].tag for id in sorted(group))
        text = T(*(short(_rough(lang).notes[min(group)].text) for lang in LANGUAGES))
        return failed(
            T("{tags} is gone (“{text}”).", "{tags} がありません(「{text}」)。").format(tags=tags, text=text),
            T(
                "Somebody in the room said that, and nothing else on the wall says it. Mend the note, do not tear it off: it keeps its number.",
                "部屋の誰かが話したことで、ほかの付箋には書かれていません。はがさずに、その番号のまま直しましょう。",
            ),
            misconception="torn_off",
        )
    if not any(note.kind == kind for note in here):
        note = here[0]
        return failed(
            T("{tag} is on the paper of: {now}.", "{tag} は「{now}」の紙になっています。").format(
                tag=note.tag, now=note.of_kind.name
            ),
            T(
                "It belongs on: {kind} ({holds}). Other paper hides from the check what is not in form.",
                "ここは「{kind}」({holds})です。紙を変えると、形の乱れがチェックから隠れるだけです。",
            ).format(kind=KINDS[kind].name, holds=KINDS[kind].holds),
            misconception="other_paper",
        )
    return None


def _findings(mended: Mended) -> dict[str, dict[str, BoardFinding]]:
    """What is not in form, by language and by rule."""
    return {lang: dict(_of(board)) for lang, board in mended.boards.items()}


def _of(board: Board) -> Iterator[tuple[str, BoardFinding]]:
    for finding in board_findings(board):
        yield finding.id, finding


def _told(findings: Mapping[str, Mapping[str, BoardFinding]], id: str) -> tuple[T, T]:
    """A finding and its way out, each language quoting the wall that its reader sees."""
    found = {lang: own.get(id) for lang, own in findings.items()}
    either = next(filter(None, found.values()))
    own = {lang: one or either for lang, one in found.items()}
    return T(own["en"].says.en, own["ja"].says.ja), T(own["en"].way_out.en, own["ja"].way_out.ja)


@cache
def _rough(lang: str) -> Board:
    return example_board("rough", lang)


def _without(*lines: str) -> str:
    """The model answer without some of its lines."""
    return "\n".join(line for line in MODEL.en.splitlines() if line not in lines)


mended_board = Question(
    "mended_board",
    "S",
    Text(),
    8,
    T("Mend the wall of the first ten minutes", "最初の10分の壁を直す"),
    check,
    hints=(
        T(
            "First what is too much: clicks, the same thing twice, machines that answer nobody. “- E3 E4” takes two notes off at once.",
            "まず、余分なものから。手の動き、同じこと、誰の困りごとにも応えない機械。「- E3 E4」で2枚まとめてはがせます。",
        ),
        T(
            "Then words: “E12: The answer was sent”. E11 asks something (“E11 h”). A pink note is tied with “H15 > E13”, and where its event is missing, put one up: “e A note on the call was written @15”.",
            "次に言葉。「E12: 返事が送られた」。E11 は質問です(「E11 h」)。ピンクの付箋は「H15 > E13」でつなぎます。つなぐ先がなければ貼りましょう。「e 通話メモが書かれた @15」。",
        ),
        T(
            "A2 and A16: which leader, which head of department, in what situation? After “E22” and “E23” ask whether they are one; E19 and E20 as well.",
            "A2 と A16 は、どんな立場の人が、どんなときにいるのかを書きます。E22 と E23、E19 と E20 は、それぞれ同じことではありませんか。",
        ),
    ),
    misconceptions=(
        Misconception(
            "torn_off",
            "- E1 E3 E4 E5 E6 E7 E9 E11 E12 E17 E19 E23\n- H15 H21 H25 M24 A2 A16",
            T(
                "Tears off what is not in form, and with it what the room said.",
                "形の整わない付箋をはがし、話の中身まで捨てている。",
            ),
        ),
        Misconception(
            "other_paper",
            MODEL.en.replace("E12: The answer was sent", "E12 h\nH12 > E10"),
            T(
                "Retypes a note so that the check falls silent.",
                "チェックが黙るように、種類を変えている。",
            ),
        ),
        Misconception(
            "unread",
            MODEL.en.replace("E11 h", "E11 is a question"),
            T("A line that is no command.", "命令になっていない行がある。"),
        ),
        Misconception(
            "tense",
            _without("E12: The answer was sent"),
            T("Leaves what is done as it is done every time.", "いつもの作業のまま、過去形にしていない。"),
        ),
        Misconception(
            "question",
            _without("E11 h", "H11 > E10").replace("E9:", "H11 > E10\nE9:") + "\nE11 e",
            T("Leaves a question among the events.", "質問をイベントのまま残している。"),
        ),
        Misconception(
            "hotspot_alone",
            _without("H25 > E22"),
            T("A hotspot that hurts at no time.", "いつ困るのかわからないホットスポットがある。"),
        ),
        Misconception(
            "machine_first",
            MODEL.en.replace("- E1 M24", "- E1"),
            T("Leaves a machine that answers nobody.", "誰の困りごとにも応えない機械を残している。"),
        ),
        Misconception(
            "machine_words",
            MODEL.en.replace("- E1 M24", "- M24\nE1: AI predicted churn"),
            T("Puts the solution into the past tense.", "解決策を過去形にしただけ。"),
        ),
        Misconception(
            "too_fine",
            MODEL.en.replace("- E3 E4 E5 E6 E7", "- E3 E5 E6 E7"),
            T("Leaves movements of the hand.", "手の動きを残している。"),
        ),
        Misconception(
            "vague",
            _without("A16: Head of department going through expenses in March"),
            T("Leaves a persona that may be anybody.", "誰のことかわからない人物を残している。"),
        ),
        Misconception(
            "twins",
            _without("- E23"),
            T("Leaves the same thing twice.", "同じことを2枚残している。"),
        ),
    ),
    why=T(
        "Clicks and twins go, for something else on the wall says the same. All the rest is mended under its number: what was always done becomes what happened, the question goes on pink, and each pink note gets its moment; for “nobody reads our notes” the moment had to be put up first.",
        "手の動きと重複は、同じことが別の付箋に書いてあるのではがします。残りは番号のまま直します。いつもの作業は「起きたこと」に、質問はピンクに。ピンクの付箋はどれも、困る場面につなぎます。「うちのメモを誰も読まない」は、その場面の付箋から貼る必要がありました。",
    ),
    data="fixed",
)
