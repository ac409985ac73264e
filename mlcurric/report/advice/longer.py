"""One long list in the place of several: it takes in customers who leave less often, so all is reckoned with its own share."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlcurric.report.advice.comparing import FEWEST_LEAVERS, by_luck, chance_to_go_on
from mlcurric.subject.experiments.sizes import POWER

_LENGTHS = 80
"""So many lengths are tried, each to two digits: a third one nobody has counted."""


def share_of_longer(risks: np.ndarray, size: int, share: float, length: int) -> float:
    """Of the first ``length`` customers, the share that leaves, if of the first ``size`` it is ``share``, 0 to 1.

    Args:
        risks: of all who could be listed, 0 to 1; only how they lie to each other counts.
    """
    first = np.sort(risks)[::-1]
    said = float(first[:size].mean())
    return share * min(float(first[:length].mean()) / said, 1) if said > 0 else 0.0


def one_long_list(
    risks: np.ndarray, size: int, share: float, wanted: float, pays: Callable[[float], float | None]
) -> int | None:
    """The shortest list that goes on four times out of five with contacts that keep what is wanted, half of it left alone.

    Args:
        risks, size, share: as for ``share_of_longer``.
        wanted: the share kept of those who would leave, 0 to 1.
        pays: for a share that leaves, the difference of shares from which contacts pay; of ``None`` nobody knows.

    Returns:
        To two digits; ``None`` where no list of those who could be listed would do.
    """
    if not size or len(risks) <= size:
        return None
    lengths = {int(float(f"{length:.1e}")) for length in np.geomspace(size, len(risks), _LENGTHS)}
    for length in sorted(each for each in lengths if size < each <= len(risks)):
        leave, half = share_of_longer(risks, size, share, length), length // 2
        bound = pays(leave)
        # Where what is wanted does not pay of so few leavers, nobody would contact such a list.
        if leave * half < FEWEST_LEAVERS or (bound is not None and leave * wanted <= bound):
            continue
        if chance_to_go_on(leave, wanted, max(by_luck(leave, half, half), bound or 0), half, half) >= POWER:
            return length
    return None
