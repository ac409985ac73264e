"""What bands earn by what the first 0, 1, 2 … customers come to, in the order in which the machine puts them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.subject.bands.cut_offs import LOOKS_EACH, Bands

Sums = NDArray[np.float64]


@dataclass(frozen=True)
class Looked:
    """Looking first: ``earned`` (yen, looks paid) and ``calls`` (expected) of the first 0, 1, 2 … customers."""

    earned: Sums = field(repr=False)
    calls: Sums = field(repr=False)


@dataclass(frozen=True)
class CumulativeGains:
    """Customers in the order of the machine's expected gain, best first, and what the first of them come to.

    Attributes:
        expected: yen, one a customer, falling.
        called: yen, what calling the first 0, 1, 2 … of them at once earns; one longer than ``expected``.
        looked: by the number of people who look at each customer.
        looks: how many looks there are hours for.
    """

    expected: Sums = field(repr=False)
    called: Sums = field(repr=False)
    looked: Mapping[int, Looked] = field(repr=False)
    looks: int

    def first_from(self, cut_off: float) -> int:
        """How many customers are expected to gain at least so much."""
        return int(np.searchsorted(-self.expected, -cut_off, side="right"))

    def reached(self, bands: Bands) -> int:
        """How many of the middle band somebody looks at, from its top."""
        middle = self.first_from(bands.look_from) - self.first_from(bands.call_from)
        return min(middle, self.looks // bands.looks_each)

    def profit(self, bands: Bands) -> float:
        """The expected profit, in yen, against leaving everybody alone."""
        start, looked = self.first_from(bands.call_from), self.looked[bands.looks_each].earned
        return float(self.called[start] + looked[start + self.reached(bands)] - looked[start])

    def by_band(self, bands: Bands) -> pd.DataFrame:
        """What each band earns.

        Returns:
            One row a band (``call``, ``look``, ``leave``): ``customers``, ``looks``, ``calls`` (expected) and ``earned`` (yen,
            looks paid). Whoever stands in the middle band and is not reached counts as left alone.
        """
        start, reached = self.first_from(bands.call_from), self.reached(bands)
        stop, looked = start + reached, self.looked[bands.looks_each]
        calls, earned = (sums[stop] - sums[start] for sums in (looked.calls, looked.earned))
        rows = {
            "call": (start, 0, start, self.called[start]),
            "look": (reached, reached * bands.looks_each, calls, earned),
            "leave": (len(self.expected) - stop, 0, 0, 0.0),
        }
        return pd.DataFrame.from_dict(rows, orient="index", columns=["customers", "looks", "calls", "earned"])

    def as_table(self) -> pd.DataFrame:
        """All of it, one row a customer and one before the first; ``from_table`` reads it back."""
        columns = {"expected": np.append(self.expected, np.nan), "called": self.called, "looks": self.looks}
        for people, looked in self.looked.items():
            columns |= {f"earned_{people}": looked.earned, f"calls_{people}": looked.calls}
        return pd.DataFrame(columns)

    @classmethod
    def from_table(cls, table: pd.DataFrame) -> CumulativeGains:
        """What ``as_table`` wrote."""
        looked = {
            people: Looked(table[f"earned_{people}"].to_numpy(), table[f"calls_{people}"].to_numpy())
            for people in LOOKS_EACH
        }
        return cls(table["expected"].to_numpy()[:-1], table["called"].to_numpy(), looked, int(table["looks"].iloc[0]))
