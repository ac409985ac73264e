"""How far each term alone moves the outcome of a formula, and where it turns the answer round."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy.optimize import brentq

from mlcurric.subject.typed import Slip
from mlcurric.subject.value.checks import check_numbers
from mlcurric.subject.value.terms import Formula, Terms, numbers_of, outcome_of
from mlcurric.text import T

_STEPS = 200
_BOUNDED = 100
_POLE = T(
    "Near {name} = {value} the formula divides by 0 and leaps from one sign to the other; it is never 0 there. Give a "
    "range without that value, or write the formula as a difference: gain less cost.",
    "{name} が {value} の近くで、式が 0 で割ることになり、符号が飛びます。値が 0 になるわけではありません。"
    "その値を含まない幅にするか、「得る額 − 払う額」のような差の式に書きかえてください。",
)


def sensitivity(formula: Formula, terms: Terms) -> pd.DataFrame:
    """Each term at its low and at its high end, all others at their best guess; the longest bar first.

    One term at a time: that two of them are wrong together is not in it. A formula that turns within a range, rather than
    only rising or falling, has its extreme between the ends, which this does not see.

    Args:
        formula: from all terms to one number; its sign is the decision.
        terms: those without a range are left out of the table.

    Returns:
        One row a term, by its name: ``owner``; ``at_low`` and ``at_high``, the formula there; ``swing``, the distance between
        the two; ``turns_at``, the value within the range at which the answer turns, as ``turning_point`` finds it, missing
        where it does not.

    Raises:
        ValueError: if no term has a range; if the formula gives anything but a finite number somewhere, or passes through a
            pole, as for ``turning_point``.
    """
    numbers_of(terms)
    rows = {}
    for name, term in terms.items():
        if term.is_open:
            at_low, at_high = (outcome_of(formula, terms, **{name: end}) for end in (term.low, term.high))
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

    How precise an answer has to be: on which side of this it lies is all that the decision asks. Where the formula jumps
    across 0, as with a price by steps, it is where the jump is.

    Args:
        low, high: where to look, by default in the term's range.

    Raises:
        ValueError: if there is no such term, or nowhere to look; if the formula gives anything but a finite number somewhere,
            or divides by 0 between two signs (a pole): there it is not 0, whatever its sign does.
    """
    numbers_of(terms, **{name: 0.0})
    low, high = terms[name].low if low is None else low, terms[name].high if high is None else high
    check_numbers(**{end: value for end, value in (("low", low), ("high", high)) if value is not None})
    if low is None or high is None or not low < high:
        raise ValueError(f"{name}: say from where to where to look, low < high; the term has no range of its own.")

    def outcome(value: float) -> float:
        return outcome_of(formula, terms, **{name: float(value)})

    def crossing(left: float, right: float) -> float:
        found = float(brentq(outcome, left, right))
        # Through 0, or in a jump across it, a formula stays near to what it is on both sides; at a pole it has no bounds.
        if abs(outcome(found)) > _BOUNDED * max(abs(outcome(left)), abs(outcome(right))):
            raise Slip(_POLE.format(name=name, value=f"{found:.6g}"))
        return found

    # A formula may turn round within the range; the crossing nearest to the best guess is the one that counts.
    grid = np.unique(
        [*np.linspace(low, high, _STEPS), *([terms[name].value] if low <= terms[name].value <= high else [])]
    )
    signs = np.sign([outcome(value) for value in grid])
    if (on_zero := grid[signs == 0]).size:
        return float(on_zero[np.abs(on_zero - terms[name].value).argmin()])
    crossings = [crossing(grid[at], grid[at + 1]) for at in np.flatnonzero(np.diff(signs))]
    return min(crossings, key=lambda value: abs(value - terms[name].value), default=math.nan)
