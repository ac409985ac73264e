"""The settings of the ready-made bars as people type them, and a kind sentence for those that cannot be used."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from numbers import Real
from typing import Any

from mlcurric.subject.typed import Slip
from mlcurric.text import T

ORDERS = {
    "largest": ("largest", "largest first", "descending", "大きい順"),
    "smallest": ("smallest", "smallest first", "ascending", "小さい順"),
    "given": ("given", "as given", "表の順"),
}
Counts = tuple[int, int]
"""Hits, and of how many."""


class SettingError(Slip):
    """A setting or a table that cannot be drawn."""


def read_start(value: Any) -> float:
    """Where the axis begins.

    Raises:
        SettingError: if it is not a number.
    """
    if isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    raise SettingError(
        T(
            "starts_at is {value}, which is not a number.",
            "starts_at が {value} になっています。これは数値ではありません。",
        ).format(value=_shown(value)),
        T(
            "Type the number at which the axis begins, without quotes, such as 10.",
            "軸の始まりを、引用符なしの数値で書いてください。例: 10",
        ),
    )


def read_order(value: Any) -> str:
    """One of ``ORDERS``.

    Raises:
        SettingError: naming the orders there are.
    """
    typed = unicodedata.normalize("NFKC", value).strip().lower() if isinstance(value, str) else None
    for order, words in ORDERS.items():
        if typed in words:
            return order
    names = ", ".join(f'"{order}"' for order in ORDERS)
    raise SettingError(
        T("There is no order {value}.", "{value} という並べ方はありません。").format(value=_shown(value)),
        T("Type one of these, in quotes: {names}.", "次のどれかを、引用符で囲んで書いてください: {names}").format(
            names=names
        ),
    )


def read_switch(value: Any) -> bool:
    """Whether intervals are drawn.

    Raises:
        SettingError: if it is neither ``True`` nor ``False``.
    """
    if value is None or isinstance(value, bool):
        return bool(value)
    raise SettingError(
        T("interval is {value}, which is neither True nor False.", "interval が {value} になっています。").format(
            value=_shown(value)
        ),
        T(
            "Type True or False, with a capital and without quotes.",
            "True か False を、先頭は大文字、引用符なしで書いてください。",
        ),
    )


def read_values(values: Any) -> dict[str, float | Counts]:
    """The table as category → number, or category → (hits, of).

    Raises:
        SettingError: if it is empty, mixes the two, or holds anything else.
    """
    rows = dict(values.items()) if isinstance(values, Mapping) or hasattr(values, "items") else {}
    if not rows:
        raise SettingError(
            T(
                "There is nothing to draw: a table of names and values is needed.",
                "描くものがありません。名前と値の表が必要です。",
            ),
            T(
                'Write it as {{"e-mail": (31, 50), "letter": (27, 40)}}.',
                '{{"メール": (31, 50), "手紙": (27, 40)}} のように書いてください。',
            ).format(),
        )
    clean = {str(name): _value(str(name), value) for name, value in rows.items()}
    if len({type(value) for value in clean.values()}) > 1:
        raise SettingError(
            T(
                "Some values are counts of so many, others are plain numbers.",
                "「何人中何人」の値と、ただの数値が混ざっています。",
            ),
            T("Write all of them the same way.", "すべて同じ形で書いてください。"),
        )
    return clean


def _value(name: str, value: Any) -> float | Counts:
    if isinstance(value, tuple | list) and len(value) == 2 and all(map(_is_whole, value)):
        hits, of = map(int, value)
        if 0 <= hits <= of and of > 0:
            return hits, of
        raise SettingError(
            T("“{name}”: {hits} of {of} cannot be.", "「{name}」: {of}のうち{hits}は、ありえません。").format(
                name=name, hits=hits, of=of
            ),
            T("Write (hits, of how many).", "(当てはまった数, 全体の数) の順に書いてください。"),
        )
    if isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    raise SettingError(
        T("The value of “{name}” is {value}.", "「{name}」の値が {value} になっています。").format(
            name=name, value=_shown(value)
        ),
        T("A number or (hits, of how many) is expected.", "数値か、(当てはまった数, 全体の数) を書いてください。"),
    )


def _is_whole(value: Any) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool) and float(value).is_integer()


def _shown(value: Any) -> str:
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return text if len(text) <= 40 else text[:39] + "…"
