"""The rubric that every free text is marked with, by the learner and by an instructor alike."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from mlcurric.text import T

TOP_MARK = 3


@dataclass(frozen=True)
class Line:
    """One line of the rubric, marked 0 to ``TOP_MARK``."""

    name: str
    asks: T


RUBRIC = (
    Line("person", T("Names the person and the decision they face", "誰が、何を決めるのかが名指しされている")),
    Line("number", T("Gives a number with its denominator and a range", "数字に分母と幅がついている")),
    Line(
        "limit",
        T("States a limit, a miss, and what a person does then", "限界と見逃し、そのとき人がすることが書かれている"),
    ),
    Line(
        "plain",
        T("Plain words; nothing is said to cause what it only goes with", "平易な言葉で、関連を原因と言いきっていない"),
    ),
)

_OVERCLAIM = re.compile(
    r"100 ?%|\bguarantee[sd]?\b|\balways (?:right|works?)\b|\bnever wrong\b|\bcertainly\b"
    r"|絶対|必ず(?!(?:(?!ので|から)[^。]){0,12}(?:ください|下さい))|確実に|保証|間違いなく|完璧に",
    re.IGNORECASE,
)
# A limit that is stated honestly uses the same words: "cannot guarantee", 「必ずしも」.
_DENIED_BEFORE = re.compile(r"(?:\b(?:not|no|never|nobody|cannot|without)\b|n['’]t\b)[^.!?]{0,25}$", re.IGNORECASE)
_DENIED_AFTER = re.compile(r"^[^。.!?]{0,14}(?:しも|ない|ません|とは限|わけでは|不可能)")
_CAUSE = re.compile(
    r"\bcause[sd]?\b|\bbecause (?:we|they|you) (?:called|rang)\b"
    r"|(?:が|の)原因(?!か)|のせい|(?:電話|連絡)(?:した|をかけた|の)(?:から|ので|おかげ)",
    re.IGNORECASE,
)
_HOW_GOOD = re.compile(r"\baccura(?:cy|te)\b|精度", re.IGNORECASE)
_MAYBE = re.compile(r"\b(surely|probably|maybe|perhaps)\b|きっと|おそらく|たぶん", re.IGNORECASE)


def lint(text: str) -> list[tuple[str, T]]:
    """What a reader may stumble over in ``text``, as (id, warning); it warns and never marks."""
    text = unicodedata.normalize("NFKC", text)
    warnings = []
    if len(text) < 40:
        warnings.append(
            (
                "short",
                T(
                    "It is very short; could the reader act on it?",
                    "とても短い文章です。読み手はこれで動けるでしょうか。",
                ),
            )
        )
    if not re.search(r"\d|[一二三四五六七八九十百千万]+(人|件|割|円)", text):
        warnings.append(
            (
                "no_number",
                T(
                    "It has no number; of how many, and within what range?",
                    "数字がありません。何人中何人で、どのくらいの幅がありますか。",
                ),
            )
        )
    if found := _undenied(_OVERCLAIM, text):
        warnings.append(
            (
                "overclaim",
                T(
                    "“{word}”: would you bet on it? If not, say what the model misses.",
                    "「{word}」と言いきれますか。言いきれないなら、見逃しに触れましょう。",
                ).format(word=found.group()),
            )
        )
    if found := _undenied(_CAUSE, text):
        warnings.append(
            (
                "cause",
                T(
                    "“{word}”: what shows that it is the cause, and not only found beside it?",
                    "「{word}」: 一緒に起きているだけでなく、原因だと言える根拠は何でしょう。",
                ).format(word=found.group()),
            )
        )
    if found := _HOW_GOOD.search(text):
        warnings.append(
            (
                "how_good",
                T(
                    "“{word}”: how many of how many, and of whom?",
                    "「{word}」は、誰の、何人中何人のことですか。",
                ).format(word=found.group()),
            )
        )
    if found := _MAYBE.search(text):
        warnings.append(
            (
                "maybe",
                T(
                    "“{word}”: how could you turn that into a fact?",
                    "「{word}」を事実に変えるには、何を調べればよいでしょう。",
                ).format(word=found.group()),
            )
        )
    return warnings


def _undenied(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first word that claims too much, unless its own sentence denies it."""
    for found in pattern.finditer(text):
        denied = _DENIED_BEFORE.search(text[: found.start()]) or _DENIED_AFTER.search(text[found.end() :])
        if not denied:
            return found
    return None
