"""The four forms of the survey: what is asked before the first stage and at the end of each, and how one answer is read.

An item keeps its id for ever: answers before and after a stage, and those of different teams, are compared by it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from mlcurric.text import T

FORM_VERSION = 2
"""Raised whenever an item is added or changes its meaning."""
BEFORE = 0
"""The number of the form that is answered before the first stage."""
SCALE = (1, 5)
COLUMNS = ("stage", "date", "version", "item", "kind", "answer")
NO_ISSUES = "none"
MARKED = ("understanding", "motivation")
"""The kinds of items that are answered with a number of the scale."""
# Line breaks, the full-width space, and what holds the parts of one emoji together.
_KEPT = "\n\u3000\u200d"


@dataclass(frozen=True)
class Item:
    """One line of the form.

    Attributes:
        id: its name, in the form and in the file.
        kind: ``"understanding"`` or ``"motivation"`` (1 to 5), ``"issues"`` (letters), ``"open"`` (a text), or ``"about"``
            (the team, and a word that ties one person's forms together).
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


GOAL, DATA = T("goal", "目的"), T("data", "データ")
PEOPLE, LESSONS = T("people", "人"), T("lessons", "教材")
ISSUES = {
    "a": Issue("unclear_goal", GOAL, T("no clear goal", "目的がはっきりしない")),
    "b": Issue("no_sponsor", GOAL, T("no sponsor", "スポンサーがいない")),
    "c": Issue("no_data", DATA, T("cannot get at the data", "データが手に入らない")),
    "d": Issue("poor_data", DATA, T("poor data", "データの質が悪い")),
    "e": Issue("no_teamwork", PEOPLE, T("teams work apart", "部門の連携が弱い")),
    "f": Issue("no_specialist", PEOPLE, T("nobody to ask", "相談できる専門家がいない")),
    "g": Issue("no_time", PEOPLE, T("no time", "時間がない")),
    "h": Issue("too_hard", LESSONS, T("too hard", "難しすぎる")),
    "i": Issue("too_easy", LESSONS, T("too easy", "やさしすぎる")),
    "j": Issue("did_not_run", LESSONS, T("something did not run", "動かないところがあった")),
}
OTHER = Issue("other", T("something else", "その他"), T("something else", "その他"))
"""What people add of their own; no form offers it, and form tools do."""
ABOUT = {
    "team": Item("team", "about", T("your team", "チーム")),
    "code": Item(
        "code", "about", T("a word that only you know, the same each time", "自分だけの合い言葉(毎回同じもの)")
    ),
}
"""Two lines that any form may carry; without the second, before and after are compared as two groups."""
EXAMPLE_WORD = T("orange", "みかん")
"""The word that the forms show as an example; whoever copies it tells nobody who they are."""
LEADS = {
    "understanding": T("I can do this, or explain it, without help:", "人に頼らずに、できる・説明できる:"),
    "motivation": T("And from here on:", "これから:"),
}
_UNDERSTANDING = {
    "learning": T("what a machine learns from, and when to do without", "機械は何から学ぶか、いつ使わないか"),
    "dates": T("dates of a prediction; noticing a leak", "予測の日付の決め方、リークの見つけ方"),
    "hits": T("a list's hits and misses, of 1,000 people", "1,000人のうちの当たりと見逃し"),
    "money": T("whom to call: cost and gain, not risk alone", "誰に電話するか(リスクだけでなく損得で)"),
    "promise": T("a promise with a range, and what will be missed", "幅と見逃しをつけた約束のしかた"),
    "showing": T("showing a result so that it is used well", "うまく使われる結果の見せ方"),
    "moving": T("a plan to the end, and who must move", "運用までの計画、動いてもらう人"),
    "value": T("a value formula with units, and who owns each term", "単位のある価値の式、それぞれの数字の担い手"),
    "calibrated": T("from a rule to a model whose numbers hold", "ルールから、数字をそのまま信じられるモデルへ"),
    "uplift": T("whom a call changes, not who is at risk", "電話で変わるのは誰か(リスクの高さとは別)"),
    "proof": T("proving an effect: how many, how long, luck", "効果の証明(何人で、いつまで、偶然との見分け)"),
    "deciding": T("what the machine decides, and what people do", "機械が決めること、人が決めること"),
    "running": T("noticing that it has stopped working, and acting", "効かなくなったときの気づき方と、打つ手"),
    "unspoken": T("bringing up the rules that nobody says", "誰も口にしないルールの聞き出し方"),
    "poc": T("a trial that can tell success from failure", "成功と失敗を見分けられる試行(PoC)の計画"),
    "storming": T("laying out how the work runs, and where it hurts", "仕事の流れと困りごとを、付箋で並べること"),
    "usecase": T("from a problem to a use case, the method last", "困りごとからユースケースへ(手段は最後)"),
    "choosing": T("choosing what to build, and how firm the choice is", "何を作るかの選び方、その選択の確かさ"),
    "roles": T("who does what, who is missing, why projects fail", "誰が何をするか、足りない役割、失敗の理由"),
    "approval": T("a 90-day plan, and what gets it approved", "90日の計画と、承認を得るための手土産"),
}
# What every form asks again, so that all stages have something in common; then what each adds of its own.
_AGAIN = ("learning", "money", "promise", "moving")
_FIRST = ("learning", "dates", "hits", "money", "promise", "showing", "moving")
_ASKED = {
    BEFORE: (*_FIRST, "proof", "poc", "usecase", "choosing"),
    1: _FIRST,
    2: ("value", "calibrated", "uplift", "proof", "deciding", "running", "unspoken", "poc", *_AGAIN),
    3: ("storming", "usecase", "choosing", "roles", "approval", *_AGAIN),
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
_OPEN_BEFORE = {"hoped_for": T("what you hope to take home", "持ち帰りたいこと")}
STAGES = tuple(_ASKED)
MOMENTS = {
    BEFORE: T("before the first stage", "始める前"),
    **{stage: T(f"after Stage {stage}", f"ステージ{stage}のあと") for stage in STAGES if stage != BEFORE},
}


@cache
def survey_items(stage: int) -> tuple[Item, ...]:
    """The items of a stage's form, in their order; 0 is the form before the first stage.

    What is understood differs by stage, with four items that come every time; motivation and issues are the same.

    Raises:
        ValueError: if that stage has no form.
    """
    if stage not in _ASKED:
        raise ValueError(f"Stage {stage} has no form; there is one for {', '.join(map(str, _ASKED))}.")
    understanding = {f"understand_{id}": _UNDERSTANDING[id] for id in _ASKED[stage]}
    kinds = (("understanding", understanding), ("motivation", _MOTIVATION))
    scales = [Item(id, kind, asks) for kind, items in kinds for id, asks in items.items()]
    issues = Item("issues", "issues", T("what stands in the way", "困っていること"))
    texts = _OPEN_BEFORE if stage == BEFORE else _OPEN
    return (*scales, issues, *(Item(id, "open", asks) for id, asks in texts.items()))


def issues_of(stage: int) -> dict[str, Issue]:
    """The issues that a form offers, by letter; before the first stage nobody can say how the lessons were."""
    return {letter: issue for letter, issue in ISSUES.items() if stage != BEFORE or issue.group != LESSONS}


def every_item() -> dict[str, Item]:
    """The items of all forms, by id, those that come first in the forms first."""
    return {item.id: item for stage in STAGES for item in survey_items(stage)}


def read_answer(item: Item, typed: Any) -> str | T | None:
    """One answer as it was typed.

    Returns:
        What the file keeps: ``"4"``, ``"no_sponsor no_time"``, ``"none"``, or a text. ``None`` if the line is still open
        (``...`` or an empty text). A ``T`` that says what is wrong with it.
    """
    if typed is ... or typed is None or (isinstance(typed, str) and not typed.strip()):
        return None
    if item.kind in ("open", "about"):
        return clean_words(str(typed))
    text = unicodedata.normalize("NFKC", str(typed)).strip()
    return _read_issues(text) if item.kind == "issues" else _read_mark(item, text)


def clean_words(text: str) -> str:
    """A text without the signs that a screen obeys instead of showing them."""
    return "".join(c if c.isprintable() or c in _KEPT else " " for c in text).strip()


def survey_table(stage: int, date: str, kept: Mapping[str, str]) -> pd.DataFrame:
    """A form as the rows of its file: one an item, ``COLUMNS`` as columns, an open line's ``answer`` empty.

    Args:
        date: year first, ``"2026-04-01"``.
        kept: what ``read_answer`` returned, by item; the lines of ``ABOUT`` have rows only where they are filled in.
    """
    about = [item for item in ABOUT.values() if kept.get(item.id)]
    items = (*about, *survey_items(stage))
    rows = [(stage, date, FORM_VERSION, item.id, item.kind, kept.get(item.id, "")) for item in items]
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
