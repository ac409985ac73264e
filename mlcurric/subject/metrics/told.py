"""Lists compared in a reader's words: of 100 on the list so many left, of 100 leavers so many were found."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from mlcurric.subject.intervals import ranged
from mlcurric.subject.metrics.confusion import Confusion
from mlcurric.text import T

_OF_100_LISTED = T("of 100 on the list, left", "リストの100人中、解約した人")
_OF_100_LEAVERS = T("of 100 leavers, on the list", "解約者100人中、リストにいた人")
_TRADE_OFF = {
    "size": T("on the list", "リストの人数"),
    "right": T("right answers", "正しい判定"),
    "hits": T("hits", "当たり"),
    "misses": T("missed", "見逃し"),
    "of_100_called": _OF_100_LISTED,
    "of_100_leavers": _OF_100_LEAVERS,
}


def compare_lists(lists: Mapping[str, Confusion]) -> pd.DataFrame:
    """Several lists side by side, each figure with its range, as texts in the language spoken now.

    Args:
        lists: title → counts; each list holds somebody, and somebody left.

    Returns:
        One row a list: of 100 on the list and of 100 leavers (precision and recall), and lift, such as ``"38 (35–41)"``.

    Raises:
        ValueError: as for ``Confusion``.
    """
    rows = {
        name: {
            str(_OF_100_LISTED): ranged(counts.precision),
            str(_OF_100_LEAVERS): ranged(counts.recall),
            str(T("times a list by lot (lift)", "くじ引きの何倍か(リフト)")): ranged(counts.lift, per=1, digits=1),
        }
        for name, counts in lists.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index")


def tell_trade_off(table: pd.DataFrame) -> pd.DataFrame:
    """What ``trade_off`` returns, to look at: whole numbers, no row numbers, headings in the language spoken now."""
    told = pd.DataFrame({str(heading): table[column].map(_whole) for column, heading in _TRADE_OFF.items()})
    told.index = [""] * len(told)
    return told


def _whole(number: float) -> str:
    return "–" if pd.isna(number) else f"{number:,.0f}"
