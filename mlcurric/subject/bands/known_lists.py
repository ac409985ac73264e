"""The lists on which bands can be tried out: what their customers come to, in the order in which the machine puts them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mlcurric.subject.bands.cumulative import CumulativeGains
from mlcurric.subject.bands.triage import Triage, last_year, todays_triage

KNOWN: Mapping[str, Callable[[], Triage]] = {"today": todays_triage, "last year": last_year}


def gains_of(lists: str) -> CumulativeGains:
    """What the customers of ``"today"`` (one list) or ``"last year"`` (four) come to.

    Raises:
        ValueError: if there are no such lists.
    """
    if lists not in KNOWN:
        raise ValueError(f"There are lists of {', '.join(KNOWN)}, not of {lists!r}.")
    return KNOWN[lists]().gains
