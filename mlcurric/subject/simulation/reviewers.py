"""People who look at a customer before anybody calls: what a look costs, how often it is right, and how many there are hours for.

A reviewer reads a customer's notes and tickets and answers one question: would a call to this customer pay? In truth it
would where its gain (yen, see ``gain_of_call``) lies above 0. The reviewer is right with probability

    lapse / 2 + (1 − lapse) · Φ(|gain| / blur),

a psychometric function with lapses (Wichmann and Hill 2001, *Perception & Psychophysics* 63:1293-1313): a coin toss where
it is close, ``1 − lapse / 2`` where it is plain, and never perfect, because people are tired, hurried or missing a fact.
Several reviewers of one customer read the same notes: with probability ``alike`` all of them answer as one, else each for
itself. Nobody is shown what the machine says; whoever sees that first tends to agree with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from numbers import Integral, Real

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import binom, norm

from mlcurric.subject.columns import numbers


@dataclass(frozen=True)
class Reviewers:
    """A team that looks.

    Attributes:
        minutes: what a look takes.
        wage: yen an hour.
        hours: how many the team can spend on the looks of one list.
        blur: yen; at a gain of this size an attentive reviewer is right in 84 of 100.
        lapse: the share of looks, 0 to 1, at which a reviewer does not attend and tosses a coin.
        alike: how often several reviewers of one customer answer as one, 0 to 1.

    Raises:
        ValueError: if a look takes no time, the blur is not above 0, ``lapse`` or ``alike`` is no share, or one of them all is
            no finite number.
    """

    minutes: float = 5
    wage: float = 3_000
    hours: float = 36
    blur: float = 1_500
    lapse: float = 0.3
    alike: float = 0.75

    def __post_init__(self) -> None:
        for name, number in vars(self).items():
            if not isinstance(number, Real) or not isfinite(number):
                raise ValueError(f"{name} is a number, such as {getattr(type(self), name):g}; here it is {number!r}.")
        if not (self.minutes > 0 and self.blur > 0 and self.wage >= 0 and self.hours >= 0):
            raise ValueError("A look takes minutes and has a blur above 0; wage and hours are not negative.")
        for name, share in (("lapse", self.lapse), ("alike", self.alike)):
            if not 0 <= share <= 1:
                raise ValueError(f"{name} is a share from 0 to 1, such as 0.3; here it is {share}.")

    @property
    def cost(self) -> float:
        """Yen a look."""
        return self.wage * self.minutes / 60

    @property
    def looks(self) -> int:
        """How many looks the hours of one list are enough for."""
        return int(self.hours * 60 // self.minutes)

    def right(self, gain: ArrayLike, looks_each: int = 1) -> NDArray[np.float64]:
        """The probability of a right answer, 0 to 1, one a customer.

        Args:
            gain: yen, what a call to each customer earns in truth; without gaps.
            looks_each: how many people look at each, an odd number; the majority decides.

        Raises:
            ValueError: if ``looks_each`` is no odd whole number, or a gain is missing or no number.
        """
        if not isinstance(looks_each, Integral) or looks_each < 1 or looks_each % 2 == 0:
            raise ValueError(f"An odd number of people has a majority; {looks_each!r} may have none.")
        one = self.lapse / 2 + (1 - self.lapse) * norm.cdf(np.abs(_yen(gain)) / self.blur)
        if looks_each == 1:
            return one
        return self.alike * one + (1 - self.alike) * binom.sf(looks_each // 2, looks_each, one)

    def says_call(self, gain: ArrayLike, looks_each: int = 1) -> NDArray[np.float64]:
        """The probability of the answer “call”, 0 to 1, one a customer; arguments and errors as for ``right``."""
        right = self.right(gain, looks_each)
        return np.where(_yen(gain) > 0, right, 1 - right)

    def judge(self, gain: ArrayLike, random: np.random.Generator) -> NDArray[np.bool_]:
        """Let one reviewer look at each customer: whether the answer is “call”; errors as for ``right``."""
        return random.random(np.size(gain)) < self.says_call(gain)


def _yen(gain: ArrayLike) -> NDArray[np.float64]:
    """Gains as numbers, in the shape in which they came."""
    return numbers(np.ravel(gain), "gain").reshape(np.shape(gain))
