"""A lot that hangs on the customer alone: who has drawn to be left alone stays so, whoever else is on the list, in any order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from hashlib import sha256

import numpy as np

LEFT_ALONE, FIRST_OF_ALIKE = "left alone", "first of alike"
"""What is drawn. One lot knows nothing of the other, or whoever wins a tie would be left alone more often."""


def lots(ids: Iterable[str], what: str) -> np.ndarray:
    """A number from 0 up to 1 for each id: as good as drawn, and the same on every machine and every day.

    Whoever is below a share belongs to it, so that a smaller share is part of a larger one. Of many ids *about* that share
    is below it, not exactly: to cut exactly there, a customer would have to change sides because of who else is listed.

    Args:
        what: is drawn; another word is another lot.
    """
    return np.array([_lot(f"mlcurric report\n{what}\n{_plain(each)}") for each in ids], dtype=float)


def _lot(text: str) -> float:
    # 53 bits are all that a number between 0 and 1 holds; more would round some of them up to 1.
    return (int.from_bytes(sha256(text.encode()).digest()[:8]) >> 11) / 2**53


def _plain(id: str) -> str:
    """An id as it stays when Excel has had the table: full-width digits are digits, and zeros in front are lost."""
    return unicodedata.normalize("NFKC", str(id)).strip().lstrip("0")
