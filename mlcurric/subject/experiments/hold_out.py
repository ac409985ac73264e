"""What a hold-out costs, and what the knowledge that it buys is worth: exact expected money, nothing is drawn.

The model, in one paragraph. A list of ``list_size`` customers goes out now, and ``lists_after`` more of the same size will
follow. Nobody knows in which world we live; each ``Belief`` is one, with its chance. ``hold_out`` customers of the first
list are left alone by lot and the others are called. When the outcomes are in, the shares that left are compared: if the
called lie below those left alone by ``go_from`` or more, all customers of all later lists are called, else none. Counts
are binomial with the world's shares. Without a hold-out there is nothing to compare, and people go on calling; with
nobody called there is nothing to compare either, and nobody is ever called.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from mlcurric.subject import amounts
from mlcurric.subject.experiments.chances import chance_to_reach, threshold
from mlcurric.subject.money import money_score


@dataclass(frozen=True)
class Belief:
    """One world that we may live in.

    Attributes:
        chance: that it is this one, 0 to 1.
        alone, called: the share that leaves if left alone, and if called, 0 to 1.
        gain: yen, what a call earns on average; below 0 where it does harm.

    Raises:
        ValueError: if a chance or a share does not lie from 0 to 1, or the gain is no number.
    """

    chance: float
    alone: float
    called: float
    gain: float

    def __post_init__(self) -> None:
        for name in ("chance", "alone", "called"):
            amounts.share(getattr(self, name), name)
        amounts.number(self.gain, "gain")


@dataclass(frozen=True)
class Lists:
    """The lists of a year, and what is believed of calling them.

    Attributes:
        beliefs: the worlds by name; their chances add up to 1.
        go_from: the difference of shares from which calling goes on, −1 to 1.
        list_size, lists_after: customers on a list (2 or more), and how many lists follow the first (0 or more).

    Raises:
        ValueError: if the chances do not add up to 1, the threshold does not lie from −1 to 1, or the sizes are no such
            whole numbers.
    """

    beliefs: dict[str, Belief]
    go_from: float
    list_size: int = 600
    lists_after: int = 3

    def __post_init__(self) -> None:
        if abs(sum(each.chance for each in self.beliefs.values()) - 1) > 1e-9:
            raise ValueError("The chances of the worlds add up to 1: we live in one of them.")
        threshold(amounts.number(self.go_from, "go_from"), "go_from")
        # A list of one customer cannot be split.
        amounts.whole(self.list_size, "list_size", least=2)
        amounts.whole(self.lists_after, "lists_after")

    def as_table(self) -> pd.DataFrame:
        """The beliefs, one a row: ``chance`` (0 to 1), ``alone`` and ``called`` (leave, of 100), ``gain`` (yen a call)."""
        rows = {
            name: {
                "chance": each.chance,
                "alone": round(100 * each.alone),
                "called": round(100 * each.called),
                "gain": round(each.gain),
            }
            for name, each in self.beliefs.items()
        }
        return pd.DataFrame.from_dict(rows, orient="index").astype(dict.fromkeys(("alone", "called", "gain"), int))

    def chance_to_go(self, belief: Belief, hold_out: ArrayLike) -> NDArray | float:
        """How often calling goes on, in one world, 0 to 1.

        Args:
            hold_out: customers left alone on the first list, 0 to ``list_size``; a number or an array.

        Raises:
            ValueError: if these are no whole numbers, or the list has not so many customers.
        """
        alone = np.atleast_1d(amounts.wholes(hold_out, "hold_out", most=self.list_size))
        chance = np.where(alone == 0, 1.0, 0.0)
        both = (alone > 0) & (alone < self.list_size)
        if both.any():
            chance[both] = chance_to_reach(
                self.go_from, belief.alone, alone[both], belief.called, self.list_size - alone[both]
            )
        return chance if np.ndim(hold_out) else float(chance[0])

    def money(self, hold_out: ArrayLike) -> NDArray | float:
        """The expected profit of all lists, in yen, against calling nobody.

        Raises:
            ValueError: as for ``chance_to_go``.
        """
        called = self.list_size - amounts.wholes(hold_out, "hold_out", most=self.list_size)
        later = self.lists_after * self.list_size
        total = sum(
            each.chance * each.gain * (called + later * self.chance_to_go(each, hold_out))
            for each in self.beliefs.values()
        )
        return total if np.ndim(hold_out) else float(total)

    @property
    def money_unasked(self) -> float:
        """What calling everybody on every list earns, in yen."""
        return self.money(0)

    @cached_property
    def best(self) -> tuple[int, float]:
        """The size that earns most, and what it earns, in yen."""
        earned = self.money(np.arange(self.list_size + 1))
        return int(np.argmax(earned)), float(np.max(earned))

    def score(self, profit: float) -> float:
        """How much of what there is to gain over asking nobody a profit is, 0 to 1; see ``money_score``."""
        return money_score(profit, self.money_unasked, self.best[1])
