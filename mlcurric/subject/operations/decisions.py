"""What is decided in which month of a year, as learners type it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from numbers import Real

from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed

DECISIONS = {
    "go on": T("go on", "続行"),
    "trial": T("trial", "試行"),
    "switch off": T("switch off", "停止"),
    "roll back": T("roll back", "切り戻し"),
    "retrain": T("retrain", "再学習"),
    "recalibrate": T("recalibrate", "再較正"),
}
"""What can be decided in a month, and what it is called; see ``run_year``."""
_OTHER_WORDS = {
    "go on": ("続ける", "再開", "continue", "resume"),
    "trial": ("試す", "test"),
    "switch off": ("止める", "やめる", "中止", "stop", "pause"),
    "roll back": ("切戻し", "戻す", "ロールバック", "revert"),
    "retrain": ("学び直す", "relearn"),
    "recalibrate": ("再校正", "calibrate"),
}
_IN_PAIRS = T(
    'Write month and decision as a pair in braces, such as {7: "trial"}.',
    '{7: "trial"} のように、月と判断を組にして波括弧で書きます。',
)


def read_decisions(decisions: Mapping[int, str] | None, months: int) -> dict[int, str]:
    """Month → one of ``DECISIONS``, as typed: case and full width do not matter, and a month may stand in quotes.

    Raises:
        Slip: if it is no such pairing, or there is no such month or decision; it says which decision is near.
    """
    if decisions is None:
        return {}
    if not isinstance(decisions, Mapping):
        raise Slip(_IN_PAIRS)
    return {_month(month, months): _decision(decision) for month, decision in decisions.items()}


def check_month(month: object, months: int) -> None:
    """Let only a month of the year pass.

    Raises:
        Slip: naming the months there are.
    """
    if isinstance(month, bool) or not isinstance(month, Real) or month not in range(1, months + 1):
        said = T("The months are 1 to {last}; there is no {month}.", "月は1〜{last}です。{month} はありません。")
        raise Slip(said.format(last=months, month=repr(month)))


def _month(typed: object, months: int) -> int:
    month = typed
    if isinstance(typed, str) and re.fullmatch(r"\s*\d{1,3}\s*", plain := unicodedata.normalize("NFKC", typed)):
        month = int(plain)
    check_month(month, months)
    return int(month)


def _decision(typed: object) -> str:
    word = ""
    if isinstance(typed, str):
        word = " ".join(re.split(r"[\s_-]+", unicodedata.normalize("NFKC", typed).strip(" \"'「」").lower()))
    if word in DECISIONS:
        return word
    names = {other: name for name, said in DECISIONS.items() for other in (name, said.ja, *_OTHER_WORDS[name])}
    near = difflib.get_close_matches(word, names, 1, cutoff=0.6)
    known = listed(T(f'"{name}"', f'"{name}"') for name in DECISIONS)
    shown = typed[:40] if isinstance(typed, str) else repr(typed)[:40]
    seen = T("There is no decision “{typed}”.", "「{typed}」という判断はありません。").format(typed=shown)
    if not shown.strip():
        seen = T("There is nothing between the quotes.", "引用符の間に何もありません。")
    raise Slip(
        seen,
        *(T('Did you mean "{near}"?', '"{near}" でしょうか。').format(near=names[each]) for each in near),
        T("It is one of {known}.", "選べるのは {known} のどれかです。").format(known=known),
    )
