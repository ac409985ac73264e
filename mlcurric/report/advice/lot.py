"""A lot that hangs on the customers alone: the same list draws the same again, on every machine, on every day, in any order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from hashlib import sha256

import numpy as np

LEFT_ALONE, FIRST_OF_ALIKE = "left alone", "first of alike"
"""What is drawn. One lot knows nothing of the other, or whoever wins a tie would be left alone more often."""


def lots(ids: Iterable[str], what: str) -> np.ndarray:
    """A number from 0 up to 1 for each id: as good as drawn, and the same on every machine and every day.

    Args:
        what: is drawn; another word is another lot.
    """
    return np.array([_lot(f"mlcurric report\n{what}\n{_plain(each)}") for each in ids], dtype=float)


def drawn(ids: Iterable[str], size: int) -> frozenset[int]:
    """Whom of a list the lot leaves alone, exactly so many: those with the lowest lots, so that a smaller group is part of a
    larger one.

    From list to list nearly all keep their side; whoever is near the border may change it because of who else is listed. To
    keep them there, the group would have to be larger or smaller than was wanted: 20 of 30, where half was.

    Returns:
        Places on the list, from 1.
    """
    return frozenset((np.argsort(lots(ids, LEFT_ALONE), kind="stable")[:size] + 1).tolist())


def _lot(text: str) -> float:
    # 53 bits are all that a number between 0 and 1 holds; more would round some of them up to 1.
    return (int.from_bytes(sha256(text.encode()).digest()[:8]) >> 11) / 2**53


def _plain(id: str) -> str:
    """An id as it stays when Excel has had the table: full-width digits are digits, and zeros in front are lost."""
    return unicodedata.normalize("NFKC", str(id)).strip().lstrip("0")
