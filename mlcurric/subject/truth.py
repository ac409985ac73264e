"""What nobody in the company can know of its customers: a type of its own, which no table carries."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Truth:
    """What each customer does both ways; row by row with the table that was drawn with it.

    Attributes:
        churn_if_left_alone: probability of leaving within three months, 0 to 1.
        churn_if_called: the same if the customer is called.
        value: yen, what the customer earns us in the next twelve months if it stays.

    Raises:
        ValueError: if the three are not of one length.
    """

    churn_if_left_alone: np.ndarray = field(repr=False)
    churn_if_called: np.ndarray = field(repr=False)
    value: np.ndarray = field(repr=False)

    def __post_init__(self) -> None:
        for name in ("churn_if_left_alone", "churn_if_called", "value"):
            # A copy of its own: whoever changes a table must not change what is true.
            own = np.array(getattr(self, name), dtype=np.float64)
            own.setflags(write=False)
            object.__setattr__(self, name, own)
        lengths = {len(self.churn_if_left_alone), len(self.churn_if_called), len(self.value)}
        if len(lengths) > 1:
            raise ValueError(f"One truth holds one entry a customer; here the lengths are {sorted(lengths)}.")

    def __len__(self) -> int:
        return len(self.value)

    def outcome(self, random: np.random.Generator, called: np.ndarray | pd.Series | None = None) -> np.ndarray:
        """Let the three months pass: who left, as a bool array.

        Args:
            called: bool, one a customer; by default nobody.
        """
        risk = self.churn_if_left_alone
        if called is not None:
            risk = np.where(np.asarray(called, dtype=bool), self.churn_if_called, risk)
        return random.random(len(self)) < risk
