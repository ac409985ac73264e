"""The survey that ends a stage: what is asked, how an answer is read, and the rows that a report is made from.

An item keeps its id for ever: answers before and after a stage, and those of different teams, are compared by it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from mlcurric.text import T

FORM_VERSION = 1
"""Raised whenever an item is added or changes its meaning."""
SCALE = (1, 5)
COLUMNS = ("stage", "date", "version", "item", "kind", "answer")
NO_ISSUES = "none"
# Line breaks, the full-width space, and what holds the parts of one emoji together.
_KEPT = "\n\u3000\u200d"


@dataclass(frozen=True)
class Item:
    """One line of the form.

    Attributes:
        id: its name, in the form and in the file.
        kind: ``"understanding"`` or ``"motivation"`` (1 to 5), ``"issues"`` (letters), or ``"open"`` (a text).
        asks: what it asks, in a few words.
    """

    id: str
    kind: str
    asks: T


@dataclass(frozen=True)
class Issue:
    """Something that stands in a team's way.

    Attributes:
        id: what the file says, so that a report survives other letters.
        group: where it comes from: the goal, the data, the people, or the lessons themselves.
    """

    id: str
    group: T
    label: T


_GOAL, _DATA = T("goal", "目的"), T("data", "データ")
_PEOPLE, _LESSONS = T("people", "人"), T("lessons", "教材")
ISSUES = {
    "a": Issue("unclear_goal", _GOAL, T("no clear goal", "目的がはっきりしない")),
    "b": Issue("no_sponsor", _GOAL, T("no sponsor", "スポンサーがいない")),
    "c": Issue("no_data", _DATA, T("cannot get at the data", "データが手に入らない")),
    "d": Issue("poor_data", _DATA, T("poor data", "データの質が悪い")),
    "e": Issue("no_teamwork", _PEOPLE, T("teams work apart", "部門の連携が弱い")),
    "f": Issue("no_specialist", _PEOPLE, T("nobody to ask", "相談できる専門家がいない")),
    "g": Issue("no_time", _PEOPLE, T("no time", "時間がない")),
    "h": Issue("too_hard", _LESSONS, T("too hard", "難しすぎる")),
    "i": Issue("too_easy", _LESSONS, T("too easy", "やさしすぎる")),
    "j": Issue("did_not_run", _LESSONS, T("something did not run", "動かないところがあった")),
}
_UNDERSTANDING = {
    1: {
        "learning": T("what a machine learns from, and when to do without", "機械は何から学ぶか、いつ使わないか"),
        "dates": T("dates of a prediction; noticing a leak", "予測の日付の決め方、リークの見つけ方"),
        "hits": T("a list's hits and misses, of 1,000 people", "1,000人のうちの当たりと見逃し"),
        "money": T("whom to call: cost and gain, not risk alone", "誰に電話するか(リスクだけでなく損得で)"),
        "promise": T("a promise with a range, and what will be missed", "幅と見逃しをつけた約束のしかた"),
        "showing": T("showing a result so that it is used well", "うまく使われる結果の見せ方"),
        "moving": T("a plan to the end, and who must move", "運用までの計画、動いてもらう人"),
    }
}
_MOTIVATION = {
    "motivation_try": T("I want to try this on my own product", "自分のプロダクトで試したい"),
    "motivation_next": T("I know my next step", "次の一歩が決まっている"),
    "motivation_others": T("I want to bring colleagues in", "同僚も巻き込みたい"),
}
_OPEN = {
    "helped_most": T("what helped most", "いちばん役に立ったこと"),
    "still_missing": T("what is still missing", "まだ足りないこと"),
}


def survey_items(stage: int) -> tuple[Item, ...]:
    """The items of a stage's form, in their order; what is understood differs by stage, all others are the same.

    Raises:
        ValueError: if that stage has no form.
    """
    if stage not in _UNDERSTANDING:
        raise ValueError(f"Stage {stage} has no form; there is one for {', '.join(map(str, _UNDERSTANDING))}.")
    understanding = {f"understand_{id}": asks for id, asks in _UNDERSTANDING[stage].items()}
    kinds = (("understanding", understanding), ("motivation", _MOTIVATION))
    scales = [Item(id, kind, asks) for kind, items in kinds for id, asks in items.items()]
    issues = Item("issues", "issues", T("what stands in the way", "困っていること"))
    return (*scales, issues, *(Item(id, "open", asks) for id, asks in _OPEN.items()))


def read_answer(item: Item, typed: Any) -> str | T | None:
    """One answer as it was typed.

    Returns:
        What the file keeps: ``"4"``, ``"no_sponsor no_time"``, ``"none"``, or a text. ``None`` if the line is still open
        (``...`` or an empty text). A ``T`` that says what is wrong with it.
    """
    if typed is ... or typed is None or (isinstance(typed, str) and not typed.strip()):
        return None
    if item.kind == "open":
        # A sign that a screen obeys instead of showing it has no place in a table.
        return "".join(c if c.isprintable() or c in _KEPT else " " for c in str(typed)).strip()
    text = unicodedata.normalize("NFKC", str(typed)).strip()
    return _read_issues(text) if item.kind == "issues" else _read_mark(item, text)


def survey_table(stage: int, date: str, kept: Mapping[str, str]) -> pd.DataFrame:
    """A form as the rows of its file: one an item, ``COLUMNS`` as columns, an open line's ``answer`` empty.

    Args:
        date: year first, ``"2026-04-01"``.
        kept: what ``read_answer`` returned, by item.
    """
    rows = [(stage, date, FORM_VERSION, item.id, item.kind, kept.get(item.id, "")) for item in survey_items(stage)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _read_mark(item: Item, text: str) -> str | T:
    low, high = SCALE
    if re.fullmatch(r"\d+(\.0+)?", text) and low <= float(text) <= high:
        return str(int(float(text)))
    return T(
        "{item}: a whole number from {low} to {high} is expected, not {typed}.",
        "{item}: {low}から{high}までの整数で答えてください({typed} と書かれています)。",
    ).format(item=item.id, low=low, high=high, typed=text[:20])


def _read_issues(text: str) -> str | T:
    letters = [word for word in re.findall(r"[^\W_と]+", text.lower()) if word not in ("and", "or")]
    if letters in (["none"], ["なし"], ["特になし"]):
        return NO_ISSUES
    if len(letters) == 1 and letters[0].isascii():
        letters = list(letters[0])
    unknown = next((letter for letter in letters or [text] if letter not in ISSUES), None)
    if unknown is not None:
        return T(
            'issues: there is no “{letter}”; type letters such as "a, d", or "none".',
            'issues: 「{letter}」はありません。"a, d" のような記号か、"none" と書いてください。',
        ).format(letter=unknown[:20])
    return " ".join(issue.id for letter, issue in ISSUES.items() if letter in letters)
