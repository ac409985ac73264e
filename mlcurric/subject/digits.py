"""Numbers, ranges and yen as a reader likes them; each way of rounding stands here once.

There are three kinds of number that round, and they round apart. A *measured* one (``in_digits``) may have any size and any unit, and
keeps the two digits that count: 0.034, 2.5, 12. A *count* (``as_count``) is of people or days, mostly of 100, and somebody
may have written it: 12.5 of 100 stays 12.5, and 0.034 of 100 is nobody. A *share* (``so_many``) is told as so many of 100 or 1,000, and who is there does not round
away. Money of the lessons is yen, rounded to
10,000; a currency of one's own is written by ``mlcurric.subject.product.figures``. What somebody looks up in a table, or
goes by, does not round at all (``in_full``): 50.45.
"""

from __future__ import annotations

import re

import numpy as np

from mlcurric.text import T

_ONE_OF_THEM = re.compile(r"(?<![\d,.–−])(?<!to )1 (customer|look|row|column|leaver|group)s\b")
TEN_THOUSAND = 10_000
"""In these Japanese counts its money."""


def in_digits(number: float, signed: bool = False) -> str:
    """A measured number: whole from 10 on, two digits that count below: “1,234,567”, “8.3”, “0.034”, “−12”.

    Args:
        signed: whether a number above zero keeps its plus.
    """
    size = abs(float(number))
    whole = size >= 10 or size.is_integer()
    text = f"{size:,.0f}" if whole else np.format_float_positional(float(f"{size:.2g}"), trim="-")
    if not text.strip("0.,"):
        return "0"
    return ("−" if number < 0 else "+" if signed else "") + text


def in_full(number: float, signed: bool = False) -> str:
    """A number with all its digits, as it has to stand where somebody looks it up or goes by it: “50.45”, “1,189.5”.

    Args:
        signed: whether a number above zero keeps its plus.
    """
    whole, _, rest = np.format_float_positional(abs(float(number)), trim="-").partition(".")
    text = (f"{int(whole):,}" if whole.isdigit() else whole) + (f".{rest}" if rest else "")
    return ("−" if number < 0 else "+" if signed and number > 0 else "") + text


def so_many(share: float, of: int = 100) -> str:
    """A share, 0 to 1, as so many of ``of``, without the words around it: never 0 where there is somebody, and fewer than 3 in parts."""
    n = of * share
    text = f"{n:,.1f}" if 0 < n < 3 else f"{n:,.0f}"
    return in_digits(n) if text == "0.0" else text.removesuffix(".0")


def as_count(number: float) -> str:
    """A count: whole from 20 on, one place behind the point below: “1,235”, “15.2”, “3”, “−2.5”."""
    text = f"{number:,.0f}" if abs(number) >= 20 or round(number, 1) == round(number) else f"{number:,.1f}"
    return text.replace("-", "−") if text != "-0" else "0"


def of_one(says: T) -> T:
    """The same as English says it of one: “1 customer”, not “1 customers”; Japanese counts them alike."""
    return T(_ONE_OF_THEM.sub(r"1 \1", says.en), says.ja)


def from_to(low: str, high: str) -> T:
    """From one number to another, both in digits: “30 to 40”, 「30〜40」, or “30” where they look the same."""
    return T(low, low) if low == high else T(f"{low} to {high}", f"{low}〜{high}")


def yen_in_words(yen: float, to: int = TEN_THOUSAND) -> T:
    """An amount as each language counts it: “−¥1,470,000”, 「−147万円」.

    Args:
        to: rounded to a multiple of so many yen.
    """
    amount = _yen(yen, to)
    return T(amount.en, f"{amount.ja}円")


def rough_yen(yen: float) -> T:
    """A computed sum to the two digits that it deserves: “−¥4,800,000”, 「−480万円」."""
    rough = float(f"{yen:.2g}")
    return yen_in_words(rough) if abs(rough) >= TEN_THOUSAND else whole_yen(rough)


def whole_yen(amount: float) -> T:
    """An amount to the yen, as a cell prints it: “−¥7,800”, 「−7,800円」."""
    text = f"{abs(amount):,.0f}"
    sign = "−" if amount < 0 and text != "0" else ""
    return T(f"{sign}¥{text}", f"{sign}{text}円")


def yen_from_to(low: float, high: float) -> T:
    """From one amount to another, rounded to 10,000 yen: “−¥20,000 to ¥1,470,000”, 「−2万〜147万円」."""
    first, last = _yen(low), _yen(high)
    return T(f"{first.en} to {last.en}", f"{first.ja}〜{last.ja}円")


def _yen(yen: float, to: int = TEN_THOUSAND) -> T:
    """An amount with its sign, in Japanese without its currency."""
    rounded = round(yen / to) * to
    sign = "−" if rounded < 0 else ""
    return T(f"{sign}¥{abs(rounded):,}", f"{sign}{abs(rounded) / TEN_THOUSAND:,.15g}万" if rounded else "0")
