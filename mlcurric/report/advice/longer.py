"""One long list in the place of several: it takes in customers who leave less often, so all is reckoned with its own share."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlcurric.report.advice.comparing import FEWEST_LEAVERS, by_luck, chance_to_go_on
from mlcurric.subject.experiments.sizes import POWER

_LENGTHS = 400
"""So many lengths are tried, each to two digits: a third one nobody has counted."""


def one_long_list(
    risks: np.ndarray, size: int, share: float, wanted: float, pays: Callable[[float], float | None]
) -> int | None:
    """The shortest list that goes on four times out of five with contacts that keep what is wanted, half of it left alone.

    Args:
        risks: of all who could be listed, 0 to 1; only how they lie to each other counts.
        size, share: customers on the list, and the share of them that leaves, 0 to 1.
        wanted: the share kept of those who would leave, 0 to 1.
        pays: for a share that leaves, the difference of shares from which contacts pay; of ``None`` nobody knows.

    Returns:
        To two digits; ``None`` where no list of those who could be listed would do.
    """
    if not size or len(risks) <= size:
        return None
    # What is said of the first so many, on average; the list's own share is what was counted.
    said = np.sort(risks)[::-1].cumsum() / np.arange(1, len(risks) + 1)
    if not said[size - 1] > 0:
        return None
    lengths = {int(float(f"{length:.1e}")) for length in np.geomspace(size, len(risks), _LENGTHS)}
    for length in sorted(each for each in lengths if size < each <= len(risks)):
        leave, half = share * float(said[length - 1] / said[size - 1]), length // 2
        bound = pays(leave)
        # Where what is wanted does not pay of so few leavers, nobody would contact such a list.
        if leave * half < FEWEST_LEAVERS or (bound is not None and leave * wanted <= bound):
            continue
        if chance_to_go_on(leave, wanted, max(by_luck(leave, half, half), bound or 0), half, half) >= POWER:
            return length
    return None
