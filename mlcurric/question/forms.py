"""The forms in which an answer is typed: a number, a letter, letters, a date, a text.

A form turns a plain value into a clean one, or says in one sentence what was typed instead. Beginners' slips
that are not about the subject (quotes around a number, a thousands comma) are answered here, once.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from mlcurric.question.plain import Opaque
from mlcurric.question.verdict import Verdict, failed
from mlcurric.text import T


class Form(Protocol):
    """How an answer is typed."""

    def untouched(self, value: Any) -> bool:
        """Whether the learner has not typed anything yet."""

    def read(self, value: Any) -> Any | Verdict:
        """The clean value, or the verdict that says what was typed instead."""

    def template(self) -> str:
        """What stands to the right of ``=`` before the learner answers, as code."""

    def note(self) -> T:
        """A few words on what to type, for the comment beside the template."""


@dataclass(frozen=True)
class Number:
    """A number with its unit, such as ``Number(T("customers", "人"), example="7")``."""

    unit: T
    example: str
    whole: bool = False

    def untouched(self, value: Any) -> bool:
        return value is ...

    def template(self) -> str:
        return "..."

    def note(self) -> T:
        return T("a number, such as {example} ({unit})", "数値。例: {example}({unit})").format(
            example=self.example, unit=self.unit
        )

    def read(self, value: Any) -> float | Verdict:
        wanted = T(
            "A plain number is expected, such as {example}.", "{example} のような、ただの数値を入れてください。"
        ).format(example=self.example)
        if isinstance(value, bool) or value is None:
            return failed(
                T("You typed {value}, which is not a number.", "{value} は数値ではありません。").format(value=value),
                wanted,
            )
        if isinstance(value, str):
            return failed(_about_number_in_quotes(value), wanted)
        if isinstance(value, list):
            seen = T(
                "You typed several numbers; Python reads a comma as “and one more”.",
                "数値が複数あります。Python は「,」を「もうひとつの値」と読みます。",
            )
            return failed(
                seen,
                wanted,
                T(
                    "Leave out the thousands comma: 1200, not 1,200.",
                    "桁区切りの「,」は外して、1,200 は 1200 と書きます。",
                ),
            )
        if not isinstance(value, int | float):
            return failed(_about_type(value), wanted)
        if not math.isfinite(value):
            seen = T(
                "The value is {value}: somewhere it was divided by nothing, or a value was missing.",
                "値が {value} です。どこかで 0 で割ったか、欠けた値が混じっています。",
            )
            return failed(seen.format(value=value), wanted)
        if self.whole and value != round(value):
            seen = T("You typed {value}, but {unit} come whole.", "{value} ですが、{unit}は整数で数えます。").format(
                value=f"{value:.4g}", unit=self.unit
            )
            return failed(
                seen, T("Count them; a share or a percentage comes later.", "割合や%にせず、数を数えてください。")
            )
        return float(value)


@dataclass(frozen=True)
class Choice:
    """One letter of several, in quotes."""

    options: Mapping[str, T]

    def untouched(self, value: Any) -> bool:
        return value is ... or value == ""

    def template(self) -> str:
        return "..."

    def note(self) -> T:
        first = next(iter(self.options))
        return T('one of {all}; in quotes, such as "{first}"', '{all} のどれかを引用符で囲む。例: "{first}"').format(
            all=", ".join(self.options), first=first
        )

    def read(self, value: Any) -> str | Verdict:
        letters = read_letters(value, self.options)
        if isinstance(letters, Verdict):
            return letters
        if len(letters) > 1:
            return failed(
                T("You gave {n} letters.", "記号が {n}個あります。").format(n=len(letters)),
                T("One is asked for.", "1つだけ選んでください。"),
            )
        return letters[0]


@dataclass(frozen=True)
class Letters:
    """Any number of letters, in one pair of quotes; read as a sorted tuple."""

    options: Mapping[str, T]

    def untouched(self, value: Any) -> bool:
        return value is ... or value == ""

    def template(self) -> str:
        return "..."

    def note(self) -> T:
        return T('letters in quotes, such as "a, c"', '記号を引用符で囲む。例: "a, c"')

    def read(self, value: Any) -> tuple[str, ...] | Verdict:
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            value = ",".join(value)
        letters = read_letters(value, self.options)
        return letters if isinstance(letters, Verdict) else tuple(sorted(set(letters)))


@dataclass(frozen=True)
class Day:
    """A date in quotes, year first."""

    example: str

    def untouched(self, value: Any) -> bool:
        return value is ... or value == ""

    def template(self) -> str:
        return "..."

    def note(self) -> T:
        return T('a date in quotes, such as "{example}"', '日付を引用符で囲む。例: "{example}"').format(
            example=self.example
        )

    def read(self, value: Any) -> date | Verdict:
        wanted = T(
            'Write the date in quotes, year first: "{example}".', '日付は引用符で囲み、年から書きます: "{example}"'
        ).format(example=self.example)
        if not isinstance(value, str):
            # 1997-9-30 without quotes is a subtraction to Python.
            return failed(
                T("You typed {value}, which is not a date.", "{value} は日付として読めません。").format(
                    value=shown(value)
                ),
                wanted,
            )
        parts = re.findall(r"\d+", unicodedata.normalize("NFKC", value))
        try:
            year, month, day = map(int, parts)
            return date(year, month, day)
        except ValueError:
            return failed(
                T("There is no date “{value}”.", "「{value}」という日付はありません。").format(value=value), wanted
            )


@dataclass(frozen=True)
class Text:
    """A few sentences in triple quotes."""

    def untouched(self, value: Any) -> bool:
        return value is ... or (isinstance(value, str) and not value.strip())

    def template(self) -> str:
        return '"""\n\n"""'

    def note(self) -> T:
        return T("write between the triple quotes", '三重引用符 """ の間に書く')

    def read(self, value: Any) -> str | Verdict:
        if not isinstance(value, str):
            return failed(
                _about_type(value),
                T(
                    "A few sentences between the triple quotes are expected.",
                    "三重引用符の間に、文章で書いてください。",
                ),
            )
        return value.strip()


def read_letters(value: Any, options: Mapping[str, T]) -> list[str] | Verdict:
    """The letters in ``value``, forgiving case, full width, brackets and separators."""
    wanted = T("Type one of these, in quotes: {all}.", "次の中から、引用符で囲んで書きます: {all}").format(
        all=", ".join(f'"{option}"' for option in options)
    )
    if not isinstance(value, str):
        return failed(
            T("You typed {value}, which is not a letter.", "{value} は選択肢の記号ではありません。").format(
                value=shown(value)
            ),
            wanted,
        )
    letters = re.findall(r"\w+", unicodedata.normalize("NFKC", value).lower())
    for letter in letters:
        if letter not in options:
            return failed(
                T("There is no option “{letter}”.", "「{letter}」という選択肢はありません。").format(letter=letter),
                wanted,
            )
    return letters or failed(T("There is no letter between the quotes.", "引用符の中に記号がありません。"), wanted)


def shown(value: Any) -> str:
    """A value as the learner would recognise it, cut short."""
    text = value.type_name if isinstance(value, Opaque) else repr(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _about_type(value: Any) -> T:
    return T("You gave a {kind}.", "渡された値の型は {kind} です。").format(
        kind=value.type_name if isinstance(value, Opaque) else type(value).__name__
    )


def _about_number_in_quotes(text: str) -> T:
    cleaned = unicodedata.normalize("NFKC", text).strip().replace(",", "")
    if re.fullmatch(r"[-+]?[¥$]?\d+(\.\d+)?%?", cleaned):
        return T(
            "“{text}” is in quotes, so Python reads it as text.",
            "「{text}」は引用符で囲まれているので、Python は文字として読みます。",
        ).format(text=text)
    return T("You typed the text “{text}”.", "「{text}」という文字が入っています。").format(text=text[:40] or " ")
