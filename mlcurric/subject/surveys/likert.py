"""An answer on the scale as form tools write it: a number, a number with its words, or the words alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from mlcurric.subject.surveys.forms import SCALE

LABELS = {
    "en": ("no", "rather not", "half and half", "rather yes", "yes"),
    "ja": ("いいえ", "どちらかといえばいいえ", "どちらともいえない", "どちらかといえばはい", "はい"),
}
"""What our own forms write beside 1 to 5."""
# Whether “agree” is the end of a scale or the step before it shows in the other words of the same file.
_EXTREME = re.compile(
    r"とても|非常に|大変|たいへん|強く|完全に|まったく|全く|全然|ぜんぜん|strongly|very|completely|fully|at all|extremely"
)
_MILD = re.compile(r"やや|どちらかと|どちらかとい|まあ|少し|すこし|ある程度|somewhat|rather|slightly|mostly")
# Hardly: below the middle on any scale, and its end on none.
_HARDLY = re.compile(r"あまり|余り|ほとんど|not really|hardly|a little")
_MIDDLE = re.compile(
    r"^(どちらとも(いえ|言え)ない|どちらでもない|ふつう|普通|half and half|half|neither.*|neutral|undecided|so so|まあまあ)$"
)
_NO_ANSWER = re.compile(
    r"(わか[らり]|分か[らり]|答えられ)(ない|ません)|don.?t know|not sure|not applicable|^n/?a$|該当|無回答|回答しない|^-+$"
)
_NO = re.compile(r"ない$|いいえ$|ません$|反対$|^no\b|\bnot\b|disagree|不満$|いいえ")
_YES = re.compile(
    r"はい$|思う$|おもう$|思います$|当てはまる$|あてはまる$|賛成$|同意|できる$|ある$|\byes\b|agree|満足$|very much|^mostly|^fully|^completely"
)


def plain(text: str) -> str:
    """A text as it is compared: one width, one case, single blanks, no full stop."""
    return re.sub(r"^[ .。!、,]+|[ .。!、,]+$", "", " ".join(unicodedata.normalize("NFKC", text).casefold().split()))


def is_no_answer(text: str) -> bool:
    """Whether somebody says that they do not answer: “don't know”, 「わからない」, “n/a”."""
    return bool(_NO_ANSWER.search(plain(text)))


def number_of(text: str) -> int | None:
    """The number that an answer begins with, such as 4 of “４”, “4.0”, “4点” or “4: rather yes”, if it is on the scale."""
    found = re.match(r"(\d+)(?:\.0+)?(?!\d|[.,/]\d|\s*/|段階)", plain(text))
    return int(found[1]) if found and SCALE[0] <= int(found[1]) <= SCALE[1] else None


def other_scale(text: str) -> bool:
    """Whether an answer is a number of another scale: 0, or 6 to 100, alone or before its words (“8”, “10: certainly”)."""
    found = re.match(r"(\d+)(?:\.0+)?(?!\d|[.,/]\d|\s*/|段階)", plain(text))
    if not found or SCALE[0] <= int(found[1]) <= SCALE[1]:
        return False
    # “44” is 4 typed twice.
    return int(found[1]) <= 10 or (int(found[1]) <= 100 and len(set(found[1])) > 1)


def numbered(answers: Iterable[str]) -> dict[str, int]:
    """What words mean where some answers carry their number: “4: rather yes”."""
    pairs = [(number_of(answer), re.sub(r"^[\d.]+[\s:：.)）、点-]*", "", plain(answer))) for answer in answers]
    return {word: number for number, word in pairs if number is not None and word}


def read_words(answers: Iterable[str]) -> dict[str, int] | None:
    """What the words of one file mean on the scale of 1 to 5, by ``plain`` text.

    Our own labels and the usual scales of five in both languages are known. “Agree” alone is 4 where somebody agreed
    “strongly”, and 5 where somebody “rather” agreed. What is not known is left out.

    Returns:
        ``None`` if the words belong to a scale of more than five steps.
    """
    words = {plain(answer) for answer in answers} - {""}
    own = {plain(label): at for labels in LABELS.values() for at, label in enumerate(labels, 1)}
    if all(word in own for word in words):
        return {word: own[word] for word in words}
    kinds = {word: _kind(word) for word in words}
    # A label of ours among the words of another scale is read as that scale has it.
    extreme = any(strength == "extreme" for _, strength in filter(None, kinds.values()))
    mild = any(strength == "mild" for _, strength in filter(None, kinds.values()))
    if extreme and mild and any(strength == "plain" for _, strength in filter(None, kinds.values())):
        return None
    steps: Mapping[str, int | None] = {
        "extreme": 2,
        "plain": 1 if extreme else 2 if mild else None,
        "mild": 1,
        "hardly": 1,
    }
    meant: dict[str, int] = {}
    for word, kind in kinds.items():
        if kind == (0, "middle"):
            meant[word] = 3
        elif kind and (step := steps[kind[1]]) is not None:
            meant[word] = 3 + kind[0] * step
    return meant


def _kind(word: str) -> tuple[int, str] | None:
    """On which side of the middle a word stands, and how strongly."""
    if _MIDDLE.search(word):
        return 0, "middle"
    if _HARDLY.search(word):
        return (-1, "hardly")
    side = -1 if _NO.search(word) else 1 if _YES.search(word) else 0
    if not side:
        return None
    strength = "extreme" if _EXTREME.search(word) else "mild" if _MILD.search(word) else "plain"
    return side, strength
