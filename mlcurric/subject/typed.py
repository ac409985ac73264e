"""What learners type into the cells that they change: a number within its range, a letter, or a kind sentence."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from numbers import Real
from typing import Any

from mlcurric.text import T, run_on

_MOST = 10**15


class Slip(ValueError):
    """A value that was typed in a form, or in a size, that cannot be used.

    Attributes:
        says: what was typed, and the way out, a sentence each.
    """

    def __init__(self, *says: T) -> None:
        super().__init__(*says)
        self.says = says

    def __str__(self) -> str:
        return str(run_on(self.says))


def check_range(value: Any, low: float, high: float) -> None:
    """Let a cell go on only with a number from ``low`` to ``high``, both included.

    Raises:
        Slip: saying what was typed, and the range.
    """
    wanted = T("Type a number from {low} to {high}.", "{low}〜{high} の数を入れてください。").format(
        # As they are to be typed: no thousands comma, the keyboard's minus.
        low=low,
        high=high,
    )
    if seen := about_no_number(value):
        raise Slip(*seen, wanted)
    if not low <= value <= high:
        if abs(value) > _MOST:
            raise Slip(T("That number is far too big.", "その数は大きすぎます。"), wanted)
        raise Slip(T("You typed {typed}.", "{typed} が入っています。").format(typed=f"{float(value):,.10g}"), wanted)


def read_letter(value: Any, letters: Iterable[str]) -> str:
    """One of ``letters`` as it was typed: capital or small, full-width or not.

    Raises:
        Slip: naming the letters there are.
    """
    letters = list(letters)
    typed = unicodedata.normalize("NFKC", value).strip(" ().。").lower() if isinstance(value, str) else None
    if typed in letters:
        return typed
    raise Slip(
        T("There are the letters {first} to {last}.", "記号は {first}〜{last} の{n}つです。").format(
            first=letters[0], last=letters[-1], n=len(letters)
        ),
        T(
            'Type one of them in quotes, such as "{first}".', 'ひとつを引用符で囲んで書いてください。例: "{first}"'
        ).format(first=letters[0]),
    )


def about_no_number(value: Any) -> tuple[T, ...]:
    """What is wrong with a value where a plain number is asked; nothing where it is one."""
    if value is ...:
        return (T("The three dots are still there.", "「...」のままです。"),)
    if value is None:
        return (
            T("The value is None, which means nothing.", "値が None(何もない)になっています。"),
            T("print(…) shows a number and gives nothing back.", "print(…) は数値を表示するだけで、値を返しません。"),
        )
    if isinstance(value, bool):
        return (T("You typed {value}, which is not a number.", "{value} は数値ではありません。").format(value=value),)
    if isinstance(value, str):
        return (about_number_in_quotes(value),)
    if isinstance(value, tuple | list):
        return about_commas(value)
    if not isinstance(value, Real):
        return (T("That is not a number.", "数値ではないものが入っています。"),)
    if isinstance(value, int):
        # Any whole number is finite, however long.
        return ()
    if not math.isfinite(value):
        seen = T(
            "The value is {value}: somewhere it was divided by nothing, or a value was missing.",
            "値が {value} です。どこかで 0 で割ったか、欠けた値が混じっています。",
        )
        return (seen.format(value=value),)
    return ()


def about_commas(values: tuple[Any, ...] | list[Any]) -> tuple[T, ...]:
    """What a comma or square brackets did to a number: what is seen, and the next step where there is one."""
    if len(values) < 2:
        return (
            T(
                "There is a comma or a bracket too many around the number.",
                "数字のまわりに、余分な「,」か括弧があります。",
            ),
        )
    seen = T(
        "You typed several numbers; Python reads a comma as “and one more”.",
        "数値が複数あります。Python は「,」を「もうひとつの値」と読みます。",
    )
    if values[0] == 0:
        return seen, T("The decimal sign is a point: 0.5, not 0,5.", "小数点は「.」です。0,5 ではなく 0.5 と書きます。")
    return seen, T(
        "Leave out the thousands comma: 1200, not 1,200. The decimal sign is a point: 1.5, not 1,5.",
        "桁区切りの「,」は外して、1,200 は 1200 と書きます。小数点は「.」です。1,5 は 1.5 と書きます。",
    )


def about_number_in_quotes(text: str) -> T:
    """What is said of a text where a number is asked."""
    cleaned = unicodedata.normalize("NFKC", text).strip().replace(",", "")
    if re.fullmatch(r"[-+−]?[¥$]?\d+(\.\d+)?%?", cleaned):
        return T(
            "“{text}” is in quotes, so Python reads it as text.",
            "「{text}」は引用符で囲まれているので、Python は文字として読みます。",
        ).format(text=text)
    return T("You typed the text “{text}”.", "「{text}」という文字が入っています。").format(text=text[:40] or " ")
