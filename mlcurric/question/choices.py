"""Answers that choose: one letter of several, or any number of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mlcurric.question.forms import OneLine, shown, taken_out
from mlcurric.question.verdict import Verdict, failed
from mlcurric.text import LANGUAGES, T

_AND = {"and", "or"}
_ALSO_YES = frozenset({"yes", "y", "true", "t", "はい", "うん", "正しい", "真", "○", "〇"})
_ALSO_NO = frozenset({"no", "n", "false", "f", "いいえ", "いや", "正しくない", "誤り", "偽", "×", "✕", "✗"})


@dataclass(frozen=True)
class Choice(OneLine):
    """One letter of several, in quotes."""

    options: Mapping[str, T]

    def note(self) -> T:
        first = next(iter(self.options))
        return T('one of {all}; in quotes, such as "{first}"', '{all} のどれかを引用符で囲む。例: "{first}"').format(
            all=", ".join(self.options), first=first
        )

    def read(self, value: Any) -> str | Verdict:
        letters = read_letters(value, self.options)
        if isinstance(letters, Verdict):
            return letters
        if len(set(letters)) > 1:
            return failed(
                T("You gave {n} letters.", "記号が{n}個あります。").format(n=len(letters)),
                T("One is asked for.", "1つだけ選んでください。"),
            )
        return letters[0]


@dataclass(frozen=True)
class YesNo(Choice):
    """Yes or no, in quotes or as Python's own ``True``; read as ``"yes"`` or ``"no"``."""

    def note(self) -> T:
        return T('"yes" or "no"', '"yes"(はい)か "no"(いいえ)')

    def read(self, value: Any) -> str | Verdict:
        if type(value) is bool:
            return "yes" if value else "no"
        # In quotes, with a full stop, in capitals or full width: the same word.
        word = unicodedata.normalize("NFKC", value).strip(" .。!") if isinstance(value, str) else ""
        if word.lower() in _ALSO_YES:
            return "yes"
        if word.lower() in _ALSO_NO:
            return "no"
        return failed(
            T(
                "You typed {value}, which is neither yes nor no.", "{value} は、はい・いいえのどちらでもありません。"
            ).format(value=shown(value)),
            T('Type "yes" or "no", in quotes.', '"yes"(はい)か "no"(いいえ)を、引用符で囲んで書きます。'),
        )


@dataclass(frozen=True)
class Letters(OneLine):
    """Any number of letters, in one pair of quotes; read as a sorted tuple."""

    options: Mapping[str, T]

    def note(self) -> T:
        return T('letters in quotes, such as "a, c"', '記号を引用符で囲む。例: "a, c"')

    def read(self, value: Any) -> tuple[str, ...] | Verdict:
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            value = ",".join(value)
        letters = read_letters(value, self.options)
        return letters if isinstance(letters, Verdict) else tuple(sorted(set(letters)))


_FROM_TO = re.compile(r"\(?([a-z])\)?\s*(?:[-~〜–—−]|から|to|through)\s*\(?([a-z])\)?(?:まで)?")


def read_letters(value: Any, options: Mapping[str, T]) -> list[str] | Verdict:
    """The letters in ``value``, forgiving case, full width, brackets, separators, and an option's own words."""
    wanted = T("Type one of these, in quotes: {all}.", "次の中から、引用符で囲んで書きます: {all}").format(
        all=", ".join(f'"{option}"' for option in options)
    )
    if not isinstance(value, str):
        return failed(
            T("You typed {value}, which is none of the options.", "{value} は選択肢にありません。").format(
                value=shown(value)
            ),
            taken_out(value) or wanted,
        )
    text = _plain(value)
    if (ends := _FROM_TO.fullmatch(text)) and ord(ends[2]) - ord(ends[1]) > 1:
        # For some “a and d”, for most all four.
        seen = T(
            "“{typed}” may mean two letters or all between them.",
            "「{typed}」では、両端の2つなのか、間も含むのかがわかりません。",
        )
        return failed(
            seen.format(typed=value.strip()[:_LONGEST_SHOWN]),
            T('Write each letter: "{one}, {other}".', '記号をひとつずつ書いてください。例: "{one}, {other}"').format(
                one=ends[1], other=chr(ord(ends[1]) + 1)
            ),
        )
    letters = [word for word in re.findall(r"[^\W と]+", text) if word not in _AND]
    if len(letters) > 1 and set(letters) <= set(options):
        # "(a) (c)", "a. c." too.
        return letters
    for option in options:
        # "b) the whole text of it", "b.".
        if re.fullmatch(rf"\(?{option}[).:]\s.*", text):
            return [option]
    names = _names(options)
    if text in names:
        return [names[text]]
    if len(letters) == 1 and len(letters[0]) <= len(options) and set(letters[0]) <= set(options):
        letters = list(letters[0])
    if not set(letters) <= set(options):
        # Names in place of letters: "event, policy", 「イベント、ポリシー」.
        parts = [_plain(part) for part in re.split(r"[,、;/・\n]|\band\b", text)]
        parts = list(filter(None, parts))
        if unknown := next((part for part in parts if part not in names), None):
            stands = _where_it_stands(unknown, options)
            odd = unknown if stands else next(letter for letter in letters if letter not in options)
            seen = T("There is no option “{letter}”.", "「{letter}」という選択肢はありません。")
            return failed(seen.format(letter=odd[:_LONGEST_SHOWN]), stands or wanted)
        letters = [names[part] for part in parts]
    return letters or failed(T("There is no letter between the quotes.", "引用符の中に記号がありません。"), wanted)


def _names(options: Mapping[str, T]) -> dict[str, str]:
    """What an option may be called in place of its letter: its letter, its whole text, or what stands before its colon.

    A name that two options share is none.
    """
    found: dict[str, str | None] = {}
    for option, label in options.items():
        for text in (getattr(label, lang) for lang in LANGUAGES):
            whole = _plain(text)
            for name in {whole, _plain(whole.partition(":")[0])}:
                found[name] = option if found.get(name, option) == option else None
    return {name: option for name, option in found.items() if name and option} | {option: option for option in options}


def _plain(text: str) -> str:
    """A text as it is compared: one width, one case, without the quotes around it and the stop behind it."""
    return unicodedata.normalize("NFKC", text).strip(_AROUND).lower()


def _where_it_stands(typed: str, options: Mapping[str, T]) -> T | None:
    """The letter of the one option in whose text the typed words stand, for whoever typed a part of it."""
    if len(typed) < _SHORTEST_NAME:
        return None
    # A part of an English word is no name; Japanese has no blanks between words.
    ends = (r"\b" if typed[at].isascii() and typed[at].isalnum() else "" for at in (0, -1))
    words = re.compile(re.escape(typed).join(ends))
    within = [
        option
        for option, label in options.items()
        if any(words.search(_plain(getattr(label, lang))) for lang in LANGUAGES)
    ]
    return _STANDS_IN.format(letter=within[0]) if len(within) == 1 else None


_AROUND = " \t\n　\"'“”‘’「」『』()（）.。:"
_SHORTEST_NAME, _LONGEST_SHOWN = 2, 40
_STANDS_IN = T("It stands in the option “{letter}”: write that letter.", "その言葉があるのは選択肢 {letter} です。記号の {letter} を書いてください。")  # fmt: skip
