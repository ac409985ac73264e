"""Figures of one's own product as a reader likes them: 30 to 40 · ¥1,500 · −€200 to €50, each in both languages.

Money stands here in the currency that the learner writes, and as exactly as it is known; the yen of the lessons, rounded to
10,000 and counted in 万, stand in ``mlcurric.subject.digits``.
"""

from __future__ import annotations

import re

from mlcurric.subject.digits import TEN_THOUSAND, as_count, from_to, rough_yen
from mlcurric.subject.product.numerals import normalised, plain_figures
from mlcurric.subject.ranges import Range
from mlcurric.text import T

_CURRENCIES = {
    "JPY": re.compile(r"¥|円|\byen\b|\bjpy\b"),
    "USD": re.compile(r"(?<![a-z])(?:us)?\$|\busd\b|\bdollars?\b|ドル"),
    "EUR": re.compile(r"€|\beur\b|\beuros?\b|ユーロ"),
    "GBP": re.compile(r"£|\bgbp\b|\bpounds?\b|ポンド"),
}
# How each is written: a sign stands before the number, a word behind it.
_WORDS = {
    "JPY": T("¥{n}", "{n}円"),
    "USD": T("${n}", "{n}ドル"),
    "EUR": T("€{n}", "{n}ユーロ"),
    "GBP": T("£{n}", "{n}ポンド"),
}
_SIGNS = {"JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£"}


def numbers(span: Range[float]) -> T:
    """A range of counts: “30 to 40”, or “30” where both ends are the same."""
    return from_to(as_count(span.low), as_count(span.high))


def two_digits(span: Range[float]) -> Range[float]:
    """Both ends to two digits that count: what a sum of guesses deserves."""
    return Range(*(float(f"{end:.2g}") for end in (span.low, span.high)))


def rough_moneys(span: Range[float], currency: str) -> T:
    """A computed sum of money to two digits: “€10 to €94”, 「96,000〜460,000円」; small change beside it is left out."""
    rough = two_digits(span)
    if max(abs(rough.low), abs(rough.high)) >= 10:
        rough = Range(float(round(rough.low)), float(round(rough.high)))
    return moneys(rough, currency)


def rough_moneys_in_words(span: Range[float], currency: str) -> T:
    """The same within a sentence, where Japanese counts large sums of yen in 万: 「約8万〜160万円」."""
    said, rough = rough_moneys(span, currency), two_digits(span)
    if currency_in(currency) != "JPY" or min(abs(rough.low), abs(rough.high)) < TEN_THOUSAND:
        return said
    first, last = (rough_yen(end).ja for end in (rough.low, rough.high))
    return T(said.en, f"約{last}" if first == last else f"約{first.removesuffix('円')}〜{last}")


def currency_in(text: str) -> str | None:
    """The one currency that a text names outside brackets, as three letters; ``None`` for none that is known, or several."""
    named = [code for code, words in _CURRENCIES.items() if words.search(plain_figures(text))]
    return named[0] if len(named) == 1 else None


def moneys(span: Range[float], currency: str, digits: int | None = None) -> T:
    """From one sum of money to another: “€84 to €332”, 「96,000〜456,000円」, in whole units from 100 on; a loss has a minus.

    Args:
        currency: as a person names it: “yen”, “$”, 「円」, “Swiss francs”; may be empty.
        digits: behind the point, where others stand below each other; by default as many as this sum needs.
    """
    if digits is None:
        whole = span.low == round(span.low) and span.high == round(span.high)
        digits = 0 if whole or max(abs(span.low), abs(span.high)) >= 100 else 2
    # Adding zero takes the minus off what rounds to nothing.
    low, high = (f"{round(value, digits) + 0.0:,.{digits}f}".replace("-", "−") for value in (span.low, span.high))
    written = _written(currency)
    ends = {name: [_with(getattr(written, name), end) for end in (low, high)] for name in ("en", "ja")}
    if low == high:
        return T(ends["en"][0], ends["ja"][0])
    # A word behind both ends would be said twice.
    japanese = f"{low}〜{ends['ja'][1]}" if written.ja.startswith("{n}") else "〜".join(ends["ja"])
    return T(" to ".join(ends["en"]), japanese)


def in_currency(amount: str, currency: str) -> T:
    """An amount as somebody typed it, with the currency that they name elsewhere: “€85”, 「1500円」."""
    written = _written(currency)
    return T(_with(written.en, amount), _with(written.ja, amount))


def _with(written: str, amount: str) -> str:
    """An amount with its currency; the minus stands before the sign."""
    minus, digits = ("−", amount[1:]) if amount.startswith("−") else ("", amount)
    return minus + written.replace("{n}", digits)


def _written(currency: str) -> T:
    """Where the number stands in a currency: as the learner writes it, with a sign or with a word."""
    code, plain = currency_in(currency), " ".join(currency.split())
    if code is None:
        return T(f"{{n}} {plain}".rstrip(), f"{{n}}{plain}")
    sign = _SIGNS[code]
    return T(f"{sign}{{n}}", f"{sign}{{n}}") if sign in normalised(currency) else _WORDS[code]
