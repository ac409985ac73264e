"""A world: how its customers decide. Its coefficients, and the effects that nobody observes, are drawn from a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.optimize import brentq
from scipy.special import expit

from mlcurric.subject.simulation.customers import draw_customers
from mlcurric.subject.simulation.keys import PRACTICE, generator
from mlcurric.subject.truth import Truth

BASE_RATE = 0.08
"""The share that leaves within three months where nobody is called; each world's level is set so that it comes out."""

# What moves the log-odds of leaving. These are the means; each world draws its own coefficients around them.
_RISK = {
    "new": 0.45,
    "yearly_contract": -0.9,
    "price_rise": 1.2,
    "falling_logins": 0.5,
    "silent": 0.7,
    "open_tickets": 0.8,
    "discontent": 0.35,
    "shrinking": 2.4,
}
# What a call does to them: it mends what can be mended, and reminds whoever had forgotten that they pay.
_EFFECT = {"price_rise": -1.5, "open_tickets": -1.2, "sleeping_dog": 1.5}
_SPREAD = 0.12
UNSEEN_RISK = 0.45
# A team that shrinks leaves for reasons of its own: little of what a call mends helps there.
_HELP_WHERE_SHRINKING = 0.05


@dataclass(frozen=True)
class _Call:
    """What a call does in one world, beside its coefficients. The values here are those of the practice world.

    Attributes:
        tilt: log-odds by which it helps more after a price rise and less with a ticket.
        long, silent: the months with us, and the days without a login, from which a customer sleeps.
        unseen: the standard deviation, on log-odds, of what no column tells of its effect.
    """

    tilt: float = 0.0
    long: float = 24.0
    silent: float = 14.0
    unseen: float = 0.25

    @classmethod
    def drawn(cls, random: np.random.Generator) -> _Call:
        """Another for each key: whoever knows the published middle still does not know which customers a call helps."""
        return cls(
            tilt=float(random.uniform(-1.1, 1.1)),
            long=24 * float(np.exp(0.4 * random.standard_normal())),
            silent=14 * float(np.exp(0.4 * random.standard_normal())),
            unseen=float(random.uniform(0.25, 0.4)),
        )


@dataclass(frozen=True)
class World:
    """How customers decide in one world; made by ``draw_world``. It shows nothing of its coefficients."""

    _key: bytes = field(repr=False)
    _risk: Mapping[str, float] = field(repr=False, hash=False)
    _effect: Mapping[str, float] = field(repr=False, hash=False)
    _call: _Call = field(repr=False)
    _level: float = field(repr=False)

    def draw(self, part: str, size: int) -> tuple[pd.DataFrame, Truth]:
        """Draw customers: what the company knows of them, and apart from it, what is true of them.

        Args:
            part: a name such as ``"today"``; the same name and size give the same customers again.
            size: how many; a million take about a second.

        Returns:
            The table (see ``draw_customers``), and its truth row by row.
        """
        table = draw_customers(generator(self._key, f"customers {part}"), size)
        return table, self._decide(table, generator(self._key, f"truth {part}"))

    def history(self, part: str, size: int) -> pd.DataFrame:
        """Customers whom nobody called, with what came true: the table and ``churned`` (bool)."""
        table, truth = self.draw(part, size)
        return table.assign(churned=truth.outcome(generator(self._key, f"outcome {part}")))

    def pilot(self, part: str, size: int) -> pd.DataFrame:
        """A randomised pilot: half of the customers are called by lot; the table, ``called`` and ``churned`` (bool)."""
        return self.campaign(part, size, lambda table: 0.5)

    def campaign(self, part: str, size: int, chance: Callable[[pd.DataFrame], ArrayLike]) -> pd.DataFrame:
        """A campaign as it was run: who was called followed a habit, and lots decided within it.

        Where the habit looks at what also moves customers to leave, called and uncalled differ before anybody calls
        (confounding), and the two groups must not be compared as they are.

        Args:
            chance: from the table to each customer's probability of being called, 0 to 1.

        Returns:
            The table, ``called`` and ``churned`` (bool).
        """
        table, truth = self.draw(part, size)
        called = generator(self._key, f"lot {part}").random(size) < np.asarray(chance(table), dtype=float)
        return table.assign(called=called, churned=truth.outcome(generator(self._key, f"outcome {part}"), called))

    def random(self, purpose: str) -> np.random.Generator:
        """Random numbers of this world for one purpose; see ``generator``."""
        return generator(self._key, purpose)

    def _decide(self, table: pd.DataFrame, random: np.random.Generator) -> Truth:
        """Both probabilities of leaving, with the effects that no column shows."""
        # Columns as 32-bit arrays: a million customers are then decided in well under a second.
        columns = {name: column.to_numpy(np.float32) for name, column in table.items()}
        return self.truth_of(columns, draw_unseen(random, len(table)), random)

    def truth_of(
        self,
        columns: Mapping[str, np.ndarray],
        unseen: np.ndarray,
        random: np.random.Generator,
        *,
        added: np.ndarray | float = 0.0,
        heard: np.ndarray | float = 1.0,
    ) -> Truth:
        """Both probabilities of leaving within three months.

        Args:
            columns: those of ``draw_customers``, as 32-bit arrays.
            unseen: what no column tells of each customer's risk, in log-odds; see ``draw_unseen``.
            random: draws what no column tells of the effect of a call.
            added: log-odds of leaving on top, as after a price shock.
            heard: the share of a call's help that is left; below 0 it does harm.
        """
        left_alone = self._level + _risk(columns, self._risk)
        left_alone += unseen
        left_alone += added
        effect = _effect(columns, self._effect, self._call, random)
        called = left_alone + np.where(effect < 0, effect * heard, effect)
        return Truth(expit(left_alone), expit(called), columns["value"])


def draw_unseen(random: np.random.Generator, size: int) -> np.ndarray:
    """What no column tells of customers' risk of leaving, in log-odds."""
    return UNSEEN_RISK * random.standard_normal(size, dtype=np.float32)


def draw_world(key: bytes) -> World:
    """Draw a world. Without its key neither its coefficients nor its truth can be computed.

    Args:
        key: any bytes; ``PRACTICE`` is the public one, and its world stands in the middle of what a call can do.
            All bits of a key count.
    """
    random = generator(key, "coefficients")
    risk, effect = ({name: mean * _around_one(random) for name, mean in means.items()} for means in (_RISK, _EFFECT))
    columns, unseen = _reference()
    log_odds = _risk(columns, risk) + unseen
    level = brentq(lambda level: expit(level + log_odds).mean() - BASE_RATE, -30, 30, xtol=1e-6)
    call = _Call() if key == PRACTICE else _Call.drawn(generator(key, "call"))
    return World(key, risk, effect, call, level)


def _around_one(random: np.random.Generator) -> float:
    return float(np.exp(_SPREAD * random.standard_normal()))


@cache
def _reference() -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Customers on whom the level of each world is set: the columns, and their unseen part of the log-odds."""
    random = generator(b"", "reference")
    table = draw_customers(random, 20_000)
    columns = {name: column.to_numpy(np.float32) for name, column in table.items()}
    return columns, draw_unseen(random, len(table))


def _risk(columns: Mapping[str, np.ndarray], weight: Mapping[str, float]) -> np.ndarray:
    """The log-odds of leaving that the columns explain, up to a constant."""
    return (
        -weight["new"] * np.log1p(columns["tenure"]) / 2.2
        + weight["yearly_contract"] * columns["yearly_contract"]
        + weight["price_rise"] * columns["price_rise"]
        - weight["falling_logins"] * columns["logins_trend"] / 25
        + weight["silent"] * np.log1p(columns["days_since_login"]) / 1.2
        + weight["open_tickets"] * np.minimum(columns["open_tickets"], 3)
        - weight["discontent"] * columns["nps"] / 2
        + weight["shrinking"] * (columns["seat_change"] < 0)
    )


def _effect(
    columns: Mapping[str, np.ndarray], weight: Mapping[str, float], call: _Call, random: np.random.Generator
) -> np.ndarray:
    """What a call adds to the log-odds of leaving; 0 for whoever has nothing to mend and is awake."""
    ticket, price = columns["open_tickets"] > 0, columns["price_rise"] > 0
    mended = (weight["price_rise"] - call.tilt) * price + (weight["open_tickets"] + call.tilt) * ticket
    mended = mended * np.where(columns["seat_change"] < 0, _HELP_WHERE_SHRINKING, 1)
    asleep = (columns["tenure"] >= call.long) & ~ticket & ~price
    woken = weight["sleeping_dog"] * asleep * expit((columns["days_since_login"] - call.silent) / 4)
    unseen = call.unseen * random.standard_normal(len(ticket), dtype=np.float32)
    return mended + woken + unseen * (ticket | price | asleep)
