"""Looking again and again: what a test that holds for one look says when it is asked every week."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from mlcurric.subject import amounts
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
        ValueError: if a share does not lie from 0 to 1; if the looks, the trials or the customers of a group are no whole
            number of 1 or more, or more than two groups are given.
    """
    share_1, share_2 = amounts.share(share_1, "share_1"), amounts.share(share_2, "share_2")
    looks, trials = amounts.whole(looks, "looks", least=1), amounts.whole(trials, "trials", least=1)
    sizes = amounts.wholes(per_arm, "per_arm", least=1)
    if sizes.shape not in ((), (2,)):
        raise ValueError(f"per_arm is one number, or one for each of the two groups; here it is {per_arm}.")
    sizes = np.broadcast_to(sizes, 2)
    seed = amounts.whole(seed, "seed")
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
        alpha: of the test, two-sided, taken anew at each look; between 0 and 1.

    Raises:
        ValueError: if ``z`` is no such table of numbers, or ``alpha`` does not lie between 0 and 1.
    """
    z = amounts.numbers(z, "z")
    if z.ndim != 2:
        raise ValueError(f"z holds a row an experiment and a column a look; its shape is {z.shape}.")
    alarmed = np.abs(z) > norm.isf(amounts.share(alpha, "alpha", ends=False) / 2)
    return np.where(alarmed.any(axis=1), alarmed.argmax(axis=1) + 1, 0)
