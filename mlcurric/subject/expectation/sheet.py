"""The expectation sheet as data: counts in, and out of them what the next list may be expected to bring."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from mlcurric.subject.columns import column, labels, numbers
from mlcurric.subject.expectation.evidence import Assumed, Counted, Pilot, between
from mlcurric.subject.money import OFFER, Offer, fewer_to_pay
from mlcurric.subject.ranges import Range


class Decision(StrEnum):
    """What the range says beside the break-even."""

    GO = "go"
    """Even the low end pays."""
    SMALL_ROUND = "small round"
    """The range holds the break-even: a smaller round, with some of the list left alone, finds out more."""
    NO_GO = "no-go"
    """Even the high end does not pay."""


@dataclass(frozen=True)
class NextLists:
    """Many next lists, one a row; each has a precision and a success that the counts allow, then its own luck.

    Attributes:
        hits: customers on it who would leave if nobody contacted them.
        success: the share of them who stay because of the contact, net of those driven away.
        kept: customers whom it keeps, likewise net.
    """

    hits: np.ndarray
    success: np.ndarray
    kept: np.ndarray

    @classmethod
    def drawn(cls, list_size: int, hits: Counted, success: Pilot | Assumed, draws: int, seed: int) -> NextLists:
        """Draw them; the same seed draws the same ones."""
        luck = np.random.default_rng(seed)
        precision, kept_share = hits.drawn(draws, luck), success.drawn(draws, luck)
        leave = luck.binomial(list_size, precision)
        # A success below zero drives customers away; the luck of that is drawn among the same number of customers.
        kept = np.sign(kept_share) * luck.binomial(leave, np.clip(np.abs(kept_share), 0, 1))
        return cls(leave, kept_share, kept)


@dataclass(frozen=True)
class ExpectationSheet:
    """What may be promised of the next list, and what not.

    Every range holds what the *next* list brings, not an average: each of ``draws`` lists has a precision and a success
    of contacts that the counts allow, then its own luck. The two parts are drawn apart from each other, because they
    come from different customers. Not in it: a market that changes after the counting.

    Attributes:
        list_size: customers on the next list; all of them are contacted.
        hits: of a list made in the same way on later rows, where nobody was contacted: how many left, of how many.
        pilot: customers like those on the list, called or left alone by lot; without a pilot, what is assumed instead.
        missed: of all customers who left on those later rows, how many were not on the list.
        value: what one customer who is kept earns us, in yen.
        offer: what a contact costs; the incentive goes to everybody on the list who stays, whatever the reason.
        owner: who checks what came true.
        check_date: on which day.
        stop_rule: at which number the contacts stop.
        level: how many of a hundred such ranges shall hold what comes, as a share.
    """

    list_size: int
    hits: Counted
    pilot: Pilot | Assumed
    missed: Counted
    value: float
    offer: Offer = OFFER
    owner: str = ""
    check_date: str = ""
    stop_rule: str = ""
    level: float = 0.95
    draws: int = 20_000
    seed: int = 0

    @classmethod
    def from_rows(
        cls,
        listed: pd.DataFrame,
        everybody: pd.DataFrame,
        pilot: pd.DataFrame,
        *,
        label: str = "churned",
        called: str = "called",
        value: str | float = "value",
        **more: Any,
    ) -> ExpectationSheet:
        """Count a sheet on tables.

        Args:
            listed: the list as it would have been made on later rows.
            everybody: all of those later rows, the listed ones among them; nobody was contacted.
            pilot: the customers of a pilot whom such a list would have held (see ``chosen_in_pilot``).
            label: the column of all three that says who left (True and False, or 1 and 0).
            called: the column of the pilot that says who was called, likewise.
            value: the column of the list that says what a customer who stays is worth (yen), or one amount for all.
            **more: the other attributes, such as ``offer`` or ``owner``.

        Returns:
            A sheet for a list as long as ``listed``. ``value`` is that of the listed customers who left, not of all on
            the list: only who would have left can be kept, and customers who leave are often the smaller ones.

        Raises:
            ValueError: if nobody on the list left, so that there was nobody to keep; if more left on the list than among
                everybody; if the pilot has one group only; naming a column that is missing, has gaps or holds anything else.
        """
        left_of_list = labels(column(listed, label), label)
        left, all_left = int(left_of_list.sum()), int(labels(column(everybody, label), label).sum())
        if not left:
            raise ValueError("Nobody on this list left, so it could have kept nobody; a sheet cannot be made of it.")
        if left > all_left or len(listed) > len(everybody):
            raise ValueError(
                f"The list has {len(listed)} customers, of whom {left} left, and everybody together has {len(everybody)}, of "
                f"whom {all_left} left; the list is taken from everybody, so it cannot have more."
            )
        if isinstance(value, str):
            value = float(numbers(column(listed, value), value)[left_of_list].mean())
        hits, missed = Counted(left, len(listed)), Counted(all_left - left, all_left)
        counted = Pilot.from_rows(pilot, called=called, label=label)
        return cls(hits=hits, pilot=counted, missed=missed, value=value, **({"list_size": len(listed)} | more))

    def __post_init__(self) -> None:
        if self.list_size < 1 or self.draws < 1:
            raise ValueError("A list holds one customer at least, and one draw is the least there can be.")
        if not 0 < self.level < 1:
            raise ValueError(f"A level is a share between 0 and 1, such as 0.95; {self.level} is not.")
        # Asked for what shall be, or an amount that is missing would pass every comparison.
        if not (self.offer.contact >= 0 and 0 <= self.offer.incentive < self.value):
            raise ValueError("Costs cannot be negative, and a kept customer has to be worth more than the incentive.")

    @cached_property
    def _drawn(self) -> NextLists:
        return NextLists.drawn(self.list_size, self.hits, self.pilot, self.draws, self.seed)

    @property
    def leavers(self) -> Range:
        """Customers on the next list who would leave if nobody contacted them."""
        return between(self._drawn.hits, self.level)

    @property
    def hits_of_100(self) -> Range:
        """The same for each 100 on the list."""
        return self.leavers.scaled(100 / self.list_size)

    @property
    def success_of_100(self) -> Range:
        """Of 100 leavers contacted, how many stay because of it, net of those driven away."""
        return between(100 * self._drawn.success, self.level)

    @property
    def kept(self) -> Range:
        """Customers whom the next list keeps, net of those driven away."""
        return between(self._drawn.kept, self.level)

    @property
    def kept_middle(self) -> float:
        """The point that a point promise would name: half of the draws keep fewer."""
        return float(np.median(self._drawn.kept))

    @property
    def misses_of_100(self) -> float:
        """Of 100 customers who leave, how many the list does not hold."""
        return 100 * self.missed.share

    @property
    def profit(self) -> Range:
        """What the next list earns, in yen: kept × value − contacts − incentives for all who stay."""
        return between(self._profit(self._drawn.hits, self._drawn.kept), self.level)

    @property
    def profit_middle(self) -> float:
        """The profit that half of the draws exceed, in yen."""
        return float(np.median(self._profit(self._drawn.hits, self._drawn.kept)))

    def _profit(self, hits: np.ndarray, kept: np.ndarray) -> np.ndarray:
        staying = self.list_size - hits + kept
        return kept * self.value - self._cost(staying)

    def _cost(self, staying: Any) -> Any:
        """Yen, for one number of customers who stay, or for an array of them."""
        return self.list_size * self.offer.contact + staying * self.offer.incentive

    @property
    def cost_at_break_even(self) -> float:
        """What the calls and the incentives for all who stay cost where they just pay, in yen: break-even × value."""
        return self._cost(self.list_size * (1 - self.hits.share) + self.break_even)

    @property
    def break_even(self) -> float:
        """Customers that the list must keep so that it costs nothing in the end.

        It is ``money.fewer_to_pay`` at the share of leavers that was counted.
        """
        return self.list_size * fewer_to_pay(self.hits.share, self.value, self.offer)

    def chance_to_pass(self, called: int, success_of_100: float) -> float:
        """Of many rounds in which a lot calls only some of the list: the share in which the count reaches the break-even.

        Such a round counts by itself: the difference of both groups' churn rates, times the whole list. It is compared
        with the break-even of the whole list.

        Args:
            called: customers whom the lot calls; the rest of the list is left alone.
            success_of_100: what a call is supposed to do, 0 to 100: of 100 who would leave, so many stay because of it.

        Returns:
            0 to 1.

        Raises:
            ValueError: if one of the two groups is empty.
        """
        alone = self.list_size - called
        if called < 1 or alone < 1:
            raise ValueError("A round needs both groups: customers called and customers left alone.")
        luck, risk = np.random.default_rng(self.seed), self.hits.share
        left_alone = luck.binomial(alone, risk, self.draws) / alone
        left_called = luck.binomial(called, risk * (1 - success_of_100 / 100), self.draws) / called
        return float(np.mean(self.list_size * (left_alone - left_called) >= self.break_even))

    @property
    def decision(self) -> Decision:
        """Go, no-go, or a smaller round first: where the range of customers kept lies beside the break-even."""
        if self.kept.low >= self.break_even:
            return Decision.GO
        return Decision.NO_GO if self.kept.high < self.break_even else Decision.SMALL_ROUND
