"""Bands in the practice world: what reviewers correct, and the records that a year of them leaves."""

from __future__ import annotations

from functools import cache
from numbers import Integral

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from mlcurric.subject.bands.cut_offs import Bands
from mlcurric.subject.bands.triage import Triage, last_year, todays_triage
from mlcurric.subject.bands.typed import checked
from mlcurric.subject.simulation.practice import practice_world
from mlcurric.subject.simulation.world import World

USUAL = Bands(call_from=3_000, look_from=-1_000)
"""The bands by which the year of ``year_by_bands`` is worked."""


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
