"""Bands tried out on lists whose outcome is known: what each of them would have earned."""

from __future__ import annotations

import pandas as pd

from mlcurric.subject.bands.known_lists import gains_of
from mlcurric.subject.bands.typed import checked


def bands_table(call_from: float, look_from: float, looks_each: int = 1, *, of: str = "today") -> pd.DataFrame:
    """What each band earns, exactly: in the practice world, or in the one that a hand-in is graded on.

    Args:
        call_from, look_from: yen of expected gain, from which a customer is called at once, and from which somebody looks first.
        looks_each: how many people look at each customer: 1, or 3 of whom the majority decides.
        of: ``"today"`` (one list), or ``"last year"`` (the four lists of the year before).

    Returns:
        One row a band (``call``, ``look``, ``leave``): ``customers``, ``looks``, ``calls`` (expected, rounded), ``earned`` (yen).

    Raises:
        Slip: if a cut-off is no number, calling begins below looking, or neither 1 nor 3 look.
        ValueError: if there are no such lists.
    """
    table = gains_of(of).by_band(checked(call_from, look_from, looks_each))
    return table.round().astype(int)


def bands_profit(call_from: float, look_from: float, looks_each: int = 1, *, of: str = "today") -> float:
    """What bands earn in all, in yen, looks paid; arguments and errors as for ``bands_table``."""
    return gains_of(of).profit(checked(call_from, look_from, looks_each))
