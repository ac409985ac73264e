"""Looking again and again: what a test that holds for one look says when it is asked every week."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from mlcurric.subject.experiments.effects import z_of_difference
from mlcurric.subject.experiments.sizes import ALPHA


def simulate_looks(
    share_1: float,
    share_2: float,
    per_arm: int | tuple[int, int],
    looks: int,
    trials: int = 1_000,
    seed: int = 2026,
) -> NDArray:
    """The z of each look at each of many simulated experiments.

    Args:
        share_1, share_2: how many leave in each group by the last look, 0 to 1; the same share twice is a trial of
            nothing. Leavers leave evenly from look to look.
        per_arm: customers in each group, or in the first and the second.
        looks: how often somebody looks, the last time at the end.

    Returns:
        ``trials`` × ``looks`` values of ``z_of_difference``: above 0 where the first group has left more often so far.

    Raises:
        ValueError: if a share does not lie from 0 to 1; if there are no looks, no trials or an empty group.
    """
    sizes = (per_arm, per_arm) if np.ndim(per_arm) == 0 else tuple(per_arm)
    if looks < 1 or trials < 1 or min(sizes) < 1:
        raise ValueError("There is a look, a trial and a customer in each group at least.")
    if not (0 <= share_1 <= 1 and 0 <= share_2 <= 1):
        raise ValueError(f"A share lies from 0 to 1; here they are {share_1} and {share_2}.")
    random = np.random.default_rng(seed)
    left = [
        # The last column holds those who stay.
        random.multinomial(size, [share / looks] * looks + [1 - share], trials)[:, :looks].cumsum(axis=1)
        for size, share in zip(sizes, (share_1, share_2), strict=True)
    ]
    return z_of_difference(left[0], sizes[0], left[1], sizes[1])


def first_alarm(z: NDArray, alpha: float = ALPHA) -> NDArray:
    """At which look each experiment first looked significant, counted from 1; 0 where none did.

    Args:
        z: experiments × looks, as ``simulate_looks`` gives them.
        alpha: of the test, two-sided, taken anew at each look.
    """
    alarmed = np.abs(z) > norm.ppf(1 - alpha / 2)
    return np.where(alarmed.any(axis=1), alarmed.argmax(axis=1) + 1, 0)
