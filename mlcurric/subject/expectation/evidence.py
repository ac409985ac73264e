"""What a promise rests on: a count on later rows, and a pilot in which a lot decided who was called, or an assumption in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.base import ClassifierMixin
from sklearn.model_selection import KFold
from sklearn.pipeline import Pipeline

from mlcurric.subject import intervals
from mlcurric.subject.clues import CLUES
from mlcurric.subject.columns import column, labels
from mlcurric.subject.money import OFFER, Offer
from mlcurric.subject.ranges import Range
from mlcurric.subject.ranking import contact_list
from mlcurric.subject.uplift import expected_gain, learn_calls

JEFFREYS = 0.5
"""What is added to both counts of a proportion before its Beta distribution is drawn (Jeffreys' prior)."""


@dataclass(frozen=True)
class Counted:
    """So many of so many.

    Attributes:
        count: those to whom it happened.
        of: those to whom it could have happened.

    Raises:
        ValueError: unless 0 ≤ count ≤ of, and of ≥ 1.
    """

    count: int
    of: int

    def __post_init__(self) -> None:
        if self.of < 1 or not 0 <= self.count <= self.of:
            raise ValueError(f"{self.count} of {self.of} cannot be counted.")

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.count / self.of

    def times(self, factor: int) -> Counted:
        """The same share, counted on ``factor`` times as many: what a larger sample would have told."""
        return Counted(self.count * factor, self.of * factor)

    def interval(self, level: float = 0.95) -> Range:
        """The share's interval, from 0 to 1 (Wilson's)."""
        estimate = intervals.share(self.count, self.of, level)
        return Range(estimate.low, estimate.high)

    def drawn(self, draws: int, luck: np.random.Generator) -> np.ndarray:
        """``draws`` shares that could have given this count, from the Beta distribution that it leaves (Jeffreys)."""
        return luck.beta(self.count + JEFFREYS, self.of - self.count + JEFFREYS, draws)


@dataclass(frozen=True)
class Pilot:
    """Customers like those on the list, some of whom were called: who was called, a lot decided.

    The effect of a call is *not* the same for everybody. Count only pilot customers whom the list would have chosen,
    and choose them without looking at what became of them; the effect on all customers together is another number.

    Attributes:
        called: of those called, how many left.
        alone: of those left alone, how many left.
    """

    called: Counted
    alone: Counted

    @classmethod
    def from_rows(cls, rows: pd.DataFrame, *, called: str = "called", label: str = "churned") -> Pilot:
        """Count it.

        Args:
            rows: one row a customer of the pilot.
            called: the column that says who was called (True and False, or 1 and 0); a lot decided it.
            label: the column that says who left, likewise.

        Raises:
            ValueError: if one of the two groups is empty; naming a column that is missing, has gaps or holds anything else.
        """
        was_called, left = labels(column(rows, called), called), labels(column(rows, label), label)
        if was_called.all() or not was_called.any():
            raise ValueError(
                f"A pilot needs both groups: customers called and customers left alone; of these {len(rows)}, "
                f"{was_called.sum()} were called."
            )
        return cls(*(Counted(int(left[side].sum()), int(side.sum())) for side in (was_called, ~was_called)))

    def times(self, factor: int) -> Pilot:
        """The same two shares, from ``factor`` times as many customers."""
        return Pilot(self.called.times(factor), self.alone.times(factor))

    @property
    def success_of_100(self) -> float:
        """Of 100 who would leave, how many stay because of a call: 100 × (1 − churn rate called / churn rate alone).

        It is net: whoever leaves because of the call is taken off, so it may be negative.

        Raises:
            ValueError: if nobody left alone left.
        """
        if not self.alone.count:
            raise ValueError("Nobody in the group left alone left; nobody could have been kept.")
        return 100 * (1 - self.called.share / self.alone.share)

    def interval(self, level: float = 0.95, draws: int = 20_000, seed: int = 0) -> Range:
        """The interval of ``success_of_100``, from draws of both groups' churn rates."""
        return between(100 * self.drawn(draws, np.random.default_rng(seed)), level)

    def drawn(self, draws: int, luck: np.random.Generator) -> np.ndarray:
        """``draws`` successes, as shares, that could have given these counts."""
        alone = self.alone.drawn(draws, luck)
        return 1 - self.called.drawn(draws, luck) / alone


@dataclass(frozen=True)
class Assumed:
    """A success of contacts that nobody has counted: somebody says between which shares it lies.

    It is drawn evenly from there. Whoever says “10 to 30 of 100” has named two ends and nothing else; any other form, such
    as a Beta distribution, would add a middle that nobody vouches for, and make the promise look surer than its author is.

    Attributes:
        shares: of those who would leave, the share that stays because of a contact, 0 to 1; both ends may be one.

    Raises:
        ValueError: unless 0 ≤ low ≤ high ≤ 1.
    """

    shares: Range[float]

    def __post_init__(self) -> None:
        if not 0 <= self.shares.low <= self.shares.high <= 1:
            raise ValueError(
                f"An assumed success runs from one share to another, such as 0.1 to 0.3; "
                f"{self.shares.low} to {self.shares.high} does not."
            )

    @property
    def success_of_100(self) -> float:
        """The middle of what is assumed, of 100 who would leave."""
        return 100 * self.shares.middle

    def drawn(self, draws: int, luck: np.random.Generator) -> np.ndarray:
        """``draws`` successes, as shares."""
        return luck.uniform(self.shares.low, self.shares.high, draws)


def chosen_in_pilot(
    pilot: pd.DataFrame,
    share: float,
    offer: Offer = OFFER,
    *,
    columns: Sequence[str] = CLUES,
    called: str = "called",
    label: str = "churned",
    value: str = "value",
    model: Pipeline | ClassifierMixin | None = None,
) -> pd.DataFrame:
    """The pilot customers whom a list by expected gain would have held, each chosen by a model that has not seen it.

    A model that chooses among the customers it learned from picks those whose luck it remembers, and the calls look
    better than they are. So one half of the pilot teaches the model that chooses in the other half, and the reverse. It
    learns from half as many customers as the model in use does, which makes the promise a little too modest.

    Args:
        pilot: one row a customer, in no order: its first half and its second are taken apart. If yours are sorted, shuffle
            them first, with ``pilot.sample(frac=1)``.
        share: of all customers, how many the list holds, above 0 and at most 1.
        offer: what a call costs.
        columns, called, label, model: as for ``learn_calls``.
        value: the column that says what a customer who stays is worth, as for ``expected_gain``.

    Returns:
        The chosen rows of ``pilot``.

    Raises:
        ValueError: if ``share`` is out of range; if a half has nobody who was called, or nobody who was not, or one fate
            only; naming a column that is missing, has gaps or holds anything else.
    """
    if not 0 < share <= 1:
        raise ValueError(f"A list holds a share of the customers above 0 and up to 1; {share} is not.")
    if len(pilot) < 2:
        raise ValueError(f"A pilot of {len(pilot)} customers has no two halves.")
    chosen = []
    for teaches, chosen_from in KFold(2).split(pilot):
        others = pilot.iloc[chosen_from]
        learned = learn_calls(pilot.iloc[teaches], columns=columns, called=called, label=label, model=model)
        gain = expected_gain(learned, others, offer, value=value)
        chosen.append(contact_list(others, gain, round(share * len(others))))
    return pd.concat(chosen)


def between(values: np.ndarray, level: float) -> Range:
    """The middle ``level`` of many values."""
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2])
    return Range(float(low), float(high))
