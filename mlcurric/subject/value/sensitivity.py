"""How far each term alone moves the outcome of a formula, and where it turns the answer round."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy.optimize import brentq

from mlcurric.subject.value.terms import Formula, Terms, numbers_of

_STEPS = 200


def sensitivity(formula: Formula, terms: Terms) -> pd.DataFrame:
    """Each term at its low and at its high end, all others at their best guess; the longest bar first.

    One term at a time: that two of them are wrong together is not in it. A formula that turns within a range, rather than
    only rising or falling, has its extreme between the ends, which this does not see.

    Args:
        formula: from all terms to one number; its sign is the decision.
        terms: those without a range are left out of the table.

    Returns:
        One row a term, by its name: ``owner``; ``at_low`` and ``at_high``, the formula there; ``swing``, the distance between
        the two; ``turns_at``, the value within the range at which the formula is 0, missing where none is.

    Raises:
        ValueError: if no term has a range.
    """
    rows = {}
    for name, term in terms.items():
        if term.is_open:
            at_low, at_high = (float(formula(numbers_of(terms, **{name: end}))) for end in (term.low, term.high))
            rows[name] = {
                "owner": str(term.owner),
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "turns_at": turning_point(formula, terms, name) if at_low * at_high < 0 else math.nan,
            }
    if not rows:
        raise ValueError("No term has a range; give the low and the high end of those that somebody doubts.")
    return pd.DataFrame.from_dict(rows, orient="index").sort_values("swing", ascending=False, kind="stable")


def turning_point(
    formula: Formula, terms: Terms, name: str, low: float | None = None, high: float | None = None
) -> float:
    """The value of one term at which the formula is 0, all others at their best guess; missing (NaN) where there is none.

    How precise an answer has to be: on which side of this it lies is all that the decision asks.

    Args:
        low, high: where to look, by default in the term's range.

    Raises:
        ValueError: if there is no such term, or nowhere to look.
    """
    numbers_of(terms, **{name: 0.0})
    low, high = terms[name].low if low is None else low, terms[name].high if high is None else high
    if low is None or high is None or not low < high:
        raise ValueError(f"{name}: say from where to where to look, low < high; the term has no range of its own.")

    def outcome(value: float) -> float:
        return float(formula(numbers_of(terms, **{name: value})))

    # A formula may turn round within the range; the crossing nearest to the best guess is the one that counts.
    grid = np.unique(
        [*np.linspace(low, high, _STEPS), *([terms[name].value] if low <= terms[name].value <= high else [])]
    )
    signs = np.sign([outcome(value) for value in grid])
    if (on_zero := grid[signs == 0]).size:
        return float(on_zero[np.abs(on_zero - terms[name].value).argmin()])
    crossings = [brentq(outcome, grid[at], grid[at + 1]) for at in np.flatnonzero(np.diff(signs))]
    return min(crossings, key=lambda value: abs(value - terms[name].value), default=math.nan)
