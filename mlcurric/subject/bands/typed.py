"""Bands as somebody typed them: two cut-offs in yen, and how many people look."""

from __future__ import annotations

import re
import unicodedata
from numbers import Real
from typing import Any

from mlcurric.subject.bands.cut_offs import LOOKS_EACH, Bands
from mlcurric.subject.typed import Slip, check_range
from mlcurric.text import T

MOST = 1_000_000
"""Cut-offs are typed from minus this to this, in yen."""


def checked(call_from: float, look_from: float, looks_each: int) -> Bands:
    """The bands that somebody typed.

    Raises:
        Slip: if a cut-off is no number from ``-MOST`` to ``MOST``; if calling begins below looking; if neither 1 nor 3 look.
    """
    for cut_off in (call_from, look_from):
        check_range(cut_off, -MOST, MOST)
    people = read_people(looks_each)
    if call_from < look_from:
        raise Slip(
            T(
                "Calling begins at {call}, below {look}, where looking begins.",
                "すぐに電話するのが{call}円から、人が見るのが{look}円からで、順序が逆です。",
            ).format(call=f"{call_from:,.0f}", look=f"{look_from:,.0f}"),
            T("call_from must not lie below look_from.", "call_from は look_from 以上にしてください。"),
        )
    return Bands(call_from, look_from, people)


def read_people(value: Any) -> int:
    """How many look at a customer, as somebody typed it: 1 or 3, as a number or a text.

    Raises:
        Slip: if it is neither.
    """
    if isinstance(value, str):
        value = re.sub(r"\s*(人|people|person)$", "", unicodedata.normalize("NFKC", value).strip())
    for people in LOOKS_EACH:
        if value == str(people) or (isinstance(value, Real) and not isinstance(value, bool) and value == people):
            return people
    raise Slip(
        T(
            "1 or 3 people look at a customer; type 1 or 3.",
            "1人の顧客を見るのは1人か3人です。1 か 3 を入れてください。",
        )
    )
