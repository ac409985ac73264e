"""The time in which customers may leave, as somebody typed it (“within 3 months”, 「3か月以内」): in words, and from day to day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mlcurric.subject.product.numerals import normalised
from mlcurric.subject.typed import Slip
from mlcurric.subject.typed_amounts import Amount, amount_in
from mlcurric.text import T

if TYPE_CHECKING:
    import pandas as pd

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_DAYS_A_MONTH = 365.25 / 12
_IN_MONTHS = {"day": 1 / _DAYS_A_MONTH, "week": 7 / _DAYS_A_MONTH, **_MONTHS}
_PERIODS = {"day": ("day", "日"), "week": ("week", "週間"), "month": ("month", "か月"), "year": ("year", "年")}
_LONGEST = 120
"""Months; nobody counts who left within ten years."""
_WORDS = {
    **dict.fromkeys(("半年", "半年間", "half a year", "half year", "half-year", "six months"), Amount("6", "month")),
    **dict.fromkeys(("四半期", "1四半期", "quarter", "a quarter", "one quarter", "1 quarter"), Amount("3", "month")),
    **{f"{article} {unit}": Amount("1", unit) for article in ("a", "one") for unit in ("day", "week", "month", "year")},
}
_ROUND_IT = re.compile(r"^within\b|以内に?$", re.IGNORECASE)


def period_in_words(within: str) -> T:
    """A period as each language says it, where it is a number and a unit in any of them; else as it was typed."""
    amount = _amount(within)
    if amount is None:
        return T(within, within)
    one, japanese = _PERIODS[amount.unit]
    plural = "" if float(amount.digits) == 1 else "s"
    return T(f"{amount.digits} {one}{plural}", f"{amount.digits}{japanese}")


def period_of(within: str) -> pd.DateOffset | None:
    """What is added to a day to get to the end of the period; ``None`` where it is no number with a unit of time."""
    amount = _amount(within)
    if amount is None or (number := float(amount.digits)) <= 0:
        return None
    # What is mistyped is said before anything heavy is loaded.
    import pandas as pd

    if amount.unit in _DAYS:
        return pd.DateOffset(days=max(1, round(number * _DAYS[amount.unit])))
    months = number * _MONTHS[amount.unit]
    # Half a month has no day of the calendar.
    return (
        pd.DateOffset(months=int(months))
        if months == int(months)
        else pd.DateOffset(days=round(months * _DAYS_A_MONTH))
    )


def check_period(within: str) -> str:
    """What was typed after ``--within``, if it is a period.

    Raises:
        Slip: if it is none: a word, a bare number, a letter for a unit, or nothing of a length that can be waited for.
    """
    amount = _amount(within)
    if amount and 0 < float(amount.digits) * _IN_MONTHS[amount.unit] <= _LONGEST:
        return within
    if amount:
        raise Slip(
            T(
                "--within: “{text}” is no time in which leavers are counted.",
                "--within: 「{text}」は、解約を数える期間になりません。",
            ).format(text=within[:40]),
            T("Write a time of at most 10 years, such as “3 months”.", "「3か月」のように、10年以内で書いてください。"),
        )
    raise Slip(
        T("--within: “{text}” is no period that can be read.", "--within: 「{text}」は期間として読めません。").format(text=within[:40]),
        T("Write it as “3 months” or “2 weeks”.", "「3か月」「2週間」のように書いてください。"),
    )  # fmt: skip


def _amount(within: str) -> Amount | None:
    # The sentence around it has that word already: “within 3 months”, 「3か月以内」.
    typed = _ROUND_IT.sub("", normalised(within)).strip()
    amount = _WORDS.get(typed) or amount_in(typed)
    return amount if amount and amount.unit in _PERIODS else None
