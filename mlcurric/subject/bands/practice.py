"""Bands tried out on the practice world: what they earn, what reviewers correct, and the records that a year of them leaves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from numbers import Integral, Real
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from mlcurric.subject.bands.cut_offs import LOOKS_EACH, Bands
from mlcurric.subject.bands.triage import Triage, last_year, todays_triage
from mlcurric.subject.simulation.practice import practice_world
from mlcurric.subject.simulation.world import World
from mlcurric.subject.typed import Slip, check_range
from mlcurric.text import T

MOST = 1_000_000
"""Cut-offs are typed from minus this to this, in yen."""
_TRIALS: Mapping[str, Callable[[], Triage]] = {"today": todays_triage, "last year": last_year}
USUAL = Bands(call_from=3_000, look_from=-1_000)
"""The bands by which the year of ``year_by_bands`` is worked."""


def bands_table(call_from: float, look_from: float, looks_each: int = 1, *, of: str = "today") -> pd.DataFrame:
    """What each band earns in the practice world, exactly.

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
    table = _trial(of).as_table(checked(call_from, look_from, looks_each))
    return table.round().astype(int)


def bands_profit(call_from: float, look_from: float, looks_each: int = 1, *, of: str = "today") -> float:
    """What bands earn in all, in yen, looks paid; arguments and errors as for ``bands_table``."""
    return _trial(of).profit(checked(call_from, look_from, looks_each))


def profit_of_calls(called: ArrayLike) -> float:
    """What calling some of the customers of ``load_customers("today")`` really earns, in yen.

    Args:
        called: True or False (or 1 and 0), one a customer, in the order of that table; a pandas column with its row labels.

    Raises:
        ValueError: if it holds anything else, or belongs to other rows, or to the same in another order.
    """
    return todays_triage().earned_by(called)


def corrections_by_band(call_from: float, look_from: float) -> pd.DataFrame:
    """If somebody looked at everybody of today: how often they would say otherwise than the machine, and how often rightly.

    The machine says call where its expected gain lies above 0.

    Returns:
        One row a band (``call``, ``look``, ``leave``): ``customers``; of 100 of them ``machine`` (judged rightly by it),
        ``person`` (by whoever looks) and ``corrected``; and ``rightly``, of 100 corrections.

    Raises:
        Slip: if calling begins below looking.
    """
    triage, bands = todays_triage(), checked(call_from, look_from, 1)
    says, person = triage.says_call(), triage.people_right()
    calls = triage.expected.to_numpy() > 0
    machine = calls == triage.worth_a_call
    corrected = np.where(calls, 1 - says, says)
    table = pd.DataFrame(
        {
            "customers": 1,
            "machine": machine,
            "person": person,
            "corrected": corrected,
            "rightly": np.where(machine, 0, corrected),
        }
    )
    sums = (
        table.groupby(band_of(triage.expected, bands).to_numpy()).sum().reindex(["call", "look", "leave"], fill_value=0)
    )
    of_100 = 100 * sums[["machine", "person", "corrected"]].div(sums["customers"], axis=0)
    return sums[["customers"]].join(of_100).assign(rightly=100 * sums["rightly"] / sums["corrected"])


def band_of(expected: pd.Series, bands: Bands) -> pd.Series:
    """The band of each customer: ``"call"``, ``"look"`` or ``"leave"``."""
    names = np.select([expected >= bands.call_from, expected >= bands.look_from], ["call", "look"], "leave")
    return pd.Series(names, index=expected.index, name="band")


def records(world: World, triage: Triage, bands: Bands) -> pd.DataFrame:
    """What the CRM has kept of lists that were worked by bands, once their outcomes are in.

    Whoever was looked at was called if the reviewer said so; nobody else of the middle band was called.

    Returns:
        One row a customer: the columns of ``draw_customers``, ``expected`` (yen), ``band``, ``says`` (the reviewer's answer,
        “call” as True; missing where nobody looked), ``called`` and ``churned`` (bool).
    """
    band = band_of(triage.expected, bands)
    place = triage.expected[band.eq("look")].rank(method="first", ascending=False)
    looked = place.reindex(band.index).le(triage.reached(bands))
    says = _answers(world, triage)
    called = band.eq("call") | (looked & says.astype(bool))
    # Other bands meet the same luck.
    churned = triage.outcomes(called, world.random("bands: outcome"))
    return triage.customers.assign(
        expected=triage.expected, band=band, says=says.where(looked), called=called, churned=churned
    )


def asked_by_lot(world: World, triage: Triage, size: int) -> pd.DataFrame:
    """What reviewers say of customers whom a lot drew out of all bands alike.

    Returns:
        ``size`` rows: the columns of ``draw_customers``, and ``says`` (as in ``records``, there for every row).

    Raises:
        ValueError: if ``size`` is no whole number from 0 to the customers there are.
    """
    if not isinstance(size, Integral) or not 0 <= size <= len(triage.customers):
        raise ValueError(f"size is a whole number from 0 to {len(triage.customers)} customers; here it is {size!r}.")
    drawn = world.random("bands: lot").choice(len(triage.customers), size, replace=False)
    return triage.customers.assign(says=_answers(world, triage)).iloc[drawn]


def _answers(world: World, triage: Triage) -> pd.Series:
    """One reviewer's answer for each customer; the same whenever it is asked for."""
    return triage.answers(world.random("bands: answers"))


@cache
def _year() -> pd.DataFrame:
    return records(practice_world(), last_year(), USUAL)


def year_by_bands() -> pd.DataFrame:
    """The records of a year of four lists in the practice world, worked by ``USUAL``; columns as for ``records``."""
    return _year().copy()


def answers_by_lot(size: int) -> pd.DataFrame:
    """The same people and the same year of the practice world, had a lot chosen whom they look at; see ``asked_by_lot``."""
    return asked_by_lot(practice_world(), last_year(), size)


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


def _trial(of: str) -> Triage:
    if of not in _TRIALS:
        raise ValueError(f"There are lists of {', '.join(_TRIALS)}, not of {of!r}.")
    return _TRIALS[of]()
