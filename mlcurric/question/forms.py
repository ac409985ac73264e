"""The forms in which an answer is typed: a number, a date, a text (choices stand in ``choices.py``).

A form turns a plain value into a clean one, or says in one sentence what was typed instead. Beginners' slips
that are not about the subject (quotes around a number, a thousands comma) are answered here, once.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from mlcurric.question.plain import Opaque
from mlcurric.question.verdict import Verdict, failed
from mlcurric.subject.typed import about_no_number
from mlcurric.subject.typed_amounts import SHARES, amount_in
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


class OneLine:
    """What every form shares whose answer takes the place of three dots."""

    def untouched(self, value: Any) -> bool:
        return value is ...

    def template(self) -> str:
        return "..."


@dataclass(frozen=True)
class Number(OneLine):
    """A number with its unit, such as ``Number(T("customers", "人"), example="7")``."""

    unit: T
    example: str
    whole: bool = False

    def note(self) -> T:
        return T("a number, such as {example} ({unit})", "数値。例: {example}({unit})").format(
            example=self.example, unit=self.unit
        )

    def read(self, value: Any) -> float | Verdict:
        wanted = T(
            "A plain number is expected, such as {example}.", "{example} のような、ただの数値を入れてください。"
        ).format(example=self.example)
        if not isinstance(value, bool | str | list | int | float | None):
            return failed(_about_type(value), taken_out(value) or wanted)
        if isinstance(value, int) and abs(value) > sys.float_info.max:
            return failed(_TOO_BIG, wanted)
        if seen := about_no_number(value):
            own = self._own(value) if isinstance(value, str) else None
            return failed(seen[0], own or wanted, *seen[1:])
        if self.whole and value != round(value):
            return failed(
                T("{value} is not a whole number.", "{value} は整数ではありません。").format(value=f"{value:.10g}"),
                T(
                    "A whole number ({unit}) is expected, not a share or a percentage.",
                    "割合や%ではなく、整数({unit})で答えてください。",
                ).format(unit=self.unit),
            )
        return float(value)

    def _own(self, text: str) -> T | None:
        """How a number in quotes is to be typed, where it is told what number it is in the unit that is asked for."""
        asked = f"{self.unit.en} {self.unit.ja}"
        if "share" in asked and (fraction := _FRACTION.fullmatch(unicodedata.normalize("NFKC", text))):
            return _WITHOUT_QUOTES.format(number=fraction[1])
        amount = amount_in(text)
        if amount is None:
            return None
        number = amount.digits
        if amount.unit in SHARES:
            percent = float(number) * (10 if amount.unit == "割" else 1)
            if re.search("100|%", asked):
                number = f"{percent:.10g}"
            elif "share" in asked:
                number = f"{percent / 100:.10g}"
            else:
                return None
        elif amount.unit in _TIMES and not re.search(_TIMES[amount.unit], asked):
            return T("The number alone is expected, in {unit}.", "{unit}に直して、数だけを書いてください。").format(
                unit=self.unit
            )
        return _WITHOUT_QUOTES.format(number=number)


_WITHOUT_QUOTES = T("Write {number}, without quotes.", "引用符なしで {number} と書いてください。")
_FRACTION = re.compile(r"\s*(\d+\s*/\s*\d+)\s*")
# Times that are no number until they are in the unit of the question.
_TIMES = {"day": "日|day", "week": "週|week", "month": "月|month", "year": "年|year"}
_LONGEST_DAY = 40
# "1998-03-15T00:00:00", "1998-03-15 (Sun)", 「1998年3月15日(日)」.
_BESIDE_A_DAY = re.compile(
    r"(?<=\d)[T ]00:00(?::00(?:\.0+)?)?$|(?<=[\d日]) ?(?:\((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\)|\([月火水木金土日](?:曜日?)?\))$",
    re.IGNORECASE,
)
# What is left of 1997-9-30 without quotes.
_LIKE_A_DAY = range(1850, 2100)


@dataclass(frozen=True)
class Day(OneLine):
    """A date in quotes, year first: one day for certain, because it is graded.

    ``mlcurric.subject.product.dates`` reads what people write of their own accord, and there 07/01/2026 may be two days.
    """

    example: str

    def note(self) -> T:
        return T('a date in quotes, such as "{example}"', '日付を引用符で囲む。例: "{example}"').format(
            example=self.example
        )

    def read(self, value: Any) -> date | Verdict:
        wanted = T(
            'Write the date in quotes, year first: "{example}".', '日付は引用符で囲み、年から書きます: "{example}"'
        ).format(example=self.example)
        if isinstance(value, int) and value in _LIKE_A_DAY:
            return failed(
                T(
                    "The date has no quotes, so Python took it for a subtraction.",
                    "日付に引用符がないので、Python は引き算だと受け取りました。",
                ),
                wanted,
            )
        if not isinstance(value, str):
            return failed(
                T("You typed {value}, which is not a date.", "{value} は日付として読めません。").format(
                    value=shown(value)
                ),
                wanted,
            )
        # No date is longer; a long run of spaces would keep the patterns below busy for minutes.
        text = _BESIDE_A_DAY.sub("", unicodedata.normalize("NFKC", value.strip()[:_LONGEST_DAY]).strip())
        parts = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text) or re.fullmatch(
            r"(\d{4})\s*[-/.,年 ]\s*(\d{1,2})\s*[-/.,月 ]\s*(\d{1,2})\s*日?", text
        )
        if not parts:
            return failed(
                _about_day(text).format(value=value[:40]),
                wanted,
            )
        try:
            return date(*map(int, parts.groups()))
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


# What a date may begin with: 令和9年, R9.2.1, 平成31, 昭和六十年.
_ERA = re.compile(r"(?:令和|平成|昭和|[rhs]\s*\d{1,2}\s*[年./-])", re.IGNORECASE)
_NO_YEAR = re.compile(r"\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?")


def _about_day(text: str) -> T:
    """What keeps a text from being read as a day."""
    if _ERA.match(text):
        return T(
            "“{value}” counts the years of an era; write the year as 2027.",
            "「{value}」は元号です。西暦で 2027-02-01 のように書いてください。",
        )
    if _NO_YEAR.fullmatch(text):
        return T("“{value}” has no year.", "「{value}」には年がありません。")
    return T("“{value}” is not written year, month, day.", "「{value}」は年・月・日の順になっていません。")


_HOLDS_ONE = {"Series": ".item()", "Index": ".item()", "ndarray": ".item()", "DataFrame": ".iloc[0, 0]"}
_TAKE_OUT = T("If it holds one value, put {way} behind it.", "中の値が1つなら、後ろに {way} を付けると取り出せます。")
_TOO_BIG = T("That number is far too big.", "その数は大きすぎます。")


def shown(value: Any) -> str:
    """A value as the learner would recognise it, cut short."""
    text = value.type_name if isinstance(value, Opaque) else repr(value)
    return text if len(text) <= 40 else text[:39] + "…"


def taken_out(value: Any) -> T | None:
    """How the one value is had that a column, a table or an array may hold; nothing for whatever else."""
    way = _HOLDS_ONE.get(value.type_name) if isinstance(value, Opaque) else None
    return way and _TAKE_OUT.format(way=way)


def _about_type(value: Any) -> T:
    if isinstance(value, bool | int | float):
        return T("You typed {value}, without quotes.", "{value} と、引用符なしで書かれています。").format(
            value=shown(value)
        )
    if isinstance(value, list | dict):
        return T("There are several values.", "値が複数あります。")
    if value == Opaque("int"):
        return _TOO_BIG
    if taken_out(value):
        return T("You handed over a {kind} of pandas or NumPy.", "pandas か NumPy の {kind} のままです。").format(
            kind=value.type_name
        )
    return T("That is neither a number nor a text.", "数値でも文字でもないものが入っています。")
