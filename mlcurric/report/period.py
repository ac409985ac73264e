"""The time in which customers may leave, as somebody typed it (“within 3 months”, 「3か月以内」): in words, and from day to day."""

from __future__ import annotations

import re

import pandas as pd

from mlcurric.subject.typed_amounts import amount_in
from mlcurric.text import T

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_DAYS_A_MONTH = 365.25 / 12
_PERIODS = {"day": ("day", "日"), "week": ("week", "週間"), "month": ("month", "か月"), "year": ("year", "年")}
_ROUND_IT = re.compile(r"^within\b|以内に?$", re.IGNORECASE)


def period_in_words(within: str) -> T:
    """A period as each language says it, where it is a number and a unit in any of them; else as it was typed."""
    typed = _bare(within)
    amount = amount_in(typed)
    if not amount or amount.unit not in _PERIODS:
        return T(typed, typed)
    one, japanese = _PERIODS[amount.unit]
    plural = "" if float(amount.digits) == 1 else "s"
    return T(f"{amount.digits} {one}{plural}", f"{amount.digits}{japanese}")


def period_of(within: str) -> pd.DateOffset | None:
    """What is added to a day to get to the end of the period; ``None`` where it is no number with a unit of time."""
    amount = amount_in(_bare(within))
    if not amount or amount.unit not in _PERIODS or (number := float(amount.digits)) <= 0:
        return None
    if amount.unit in _DAYS:
        return pd.DateOffset(days=max(1, round(number * _DAYS[amount.unit])))
    months = number * _MONTHS[amount.unit]
    # Half a month has no day of the calendar.
    return (
        pd.DateOffset(months=int(months))
        if months == int(months)
        else pd.DateOffset(days=round(months * _DAYS_A_MONTH))
    )


def _bare(within: str) -> str:
    """Without the word that the sentence around it has already: “within 3 months”, 「3か月以内」."""
    typed = " ".join(within.split())
    # Who types that word alone has said nothing else.
    return _ROUND_IT.sub("", typed).strip() or typed
