"""Answers that choose: one letter of several, or any number of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mlcurric.question.forms import OneLine, shown
from mlcurric.question.verdict import Verdict, failed
from mlcurric.text import LANGUAGES, T

_AND = {"and", "or"}


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
            wanted,
        )
    text = unicodedata.normalize("NFKC", value).strip().lower()
    for option, label in options.items():
        # "b", "b) the whole text of it", or that text alone.
        if re.fullmatch(rf"\(?{option}[).:]\s.*", text) or text in (getattr(label, lang).lower() for lang in LANGUAGES):
            return [option]
    letters = [word for word in re.findall(r"[^\W と]+", text) if word not in _AND]
    if len(letters) == 1 and len(letters[0]) <= len(options) and set(letters[0]) <= set(options):
        letters = list(letters[0])
    for letter in letters:
        if letter not in options:
            return failed(
                T("There is no option “{letter}”.", "「{letter}」という選択肢はありません。").format(
                    letter=letter[:40]
                ),
                wanted,
            )
    return letters or failed(T("There is no letter between the quotes.", "引用符の中に記号がありません。"), wanted)
