"""Columns that mean something else in later looks: another unit (yen, then thousand yen), or words that are all new."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mlcurric.report.contest.features import is_flag, is_text, learnable
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers

_STRETCHES, _FEWEST = 12, 30
_JUMPS = ((8.0, 0.75), (3.0, 0.9))
"""So many times larger or smaller, with so large a gap between the sizes before and after (1: they do not overlap at all). A
unit changes by 10, 60, 100 or 1,000, and overlaps little; a month's count that becomes a week's only by 4, but at once."""
_NEW = 0.8
"""Of the later cells, so many hold a word that no earlier cell holds."""


@dataclass(frozen=True)
class Changed:
    """A column that is not the same before and after a day.

    Attributes:
        why: how that is seen, for the column's line among those left aside.
        remark: the same with the way out, for what is to be known of the table.
    """

    column: str
    why: T
    remark: Remark


def changed_columns(customers: Customers, columns: Collection[str], keep: Collection[str] = ()) -> tuple[Changed, ...]:
    """The columns whose numbers jump to another size, or whose words are replaced by others, between two looks.

    Numbers are compared by their size, without sign and zeros: their middle has to change by a multiple and stay so, and
    hardly any may be of a size that there was before (``_JUMPS``). A days column counts from its look and is not asked.

    Args:
        columns: that could be learned from.
        keep: columns to be used in any case; they are not asked.
    """
    if customers.observed is None:
        return ()
    day = pd.Series(customers.observed.to_numpy()).dt.normalize()
    stretch = _stretches(day, customers.left.isna().to_numpy())
    if stretch is None:
        return ()
    table = learnable(customers, [name for name in columns if name not in keep])
    found = []
    for name in table:
        if getattr(customers.columns[name], "kind", "") == "day" or is_flag(table[name]):
            continue
        at = (_words_end if is_text(table[name]) else _size_jumps)(table[name], stretch)
        if at is not None:
            # The day on which the first stretch of the other kind begins.
            found.append(_told(name, day[stretch == at[0]].min(), at[1:]))
    return tuple(found)


def _stretches(day: pd.Series, is_open: np.ndarray) -> np.ndarray | None:
    """Looks in their order, whole days together, in at most a dozen stretches, and those whose outcome is open as the last.

    −1 stands where there is no day; None where all is one stretch.
    """
    known = day.notna().to_numpy()
    if day[known].nunique() < 2:
        return None
    ranks = day[known].rank(method="min", pct=True)
    stretch = np.full(len(day), -1)
    stretch[known] = pd.factorize(np.floor(_STRETCHES * ranks.clip(upper=1 - 1e-9)), sort=True)[0]
    stretch[known & is_open] = stretch.max() + 1
    return stretch if stretch.max() > 0 else None


def _size_jumps(column: pd.Series, stretch: np.ndarray) -> tuple[int, float, float] | None:
    """The first stretch of another size, and what was usual before and is from there on."""
    values = column.abs().to_numpy()
    asked = (stretch >= 0) & (values > 0)
    sizes = pd.Series(np.log(values[asked])).groupby(stretch[asked]).agg(["median", "size"])
    sizes = sizes[sizes["size"] >= _FEWEST]
    if len(sizes) < 2:
        return None
    at = int(sizes["median"].diff().abs().idxmax())
    before, after = (values[asked & side] for side in (stretch < at, stretch >= at))
    usual = np.median(before), np.median(after)
    times, gap = np.exp(abs(np.log(usual[1] / usual[0]))), _gap(before, after)
    if not any(times >= least and gap >= apart for least, apart in _JUMPS):
        return None
    return at, float(usual[0]), float(usual[1])


def _gap(one: np.ndarray, other: np.ndarray) -> float:
    """The largest distance between the two cumulated shares (Kolmogorov-Smirnov)."""
    places = np.concatenate([one, other])
    shares = [np.searchsorted(np.sort(each), places, side="right") / len(each) for each in (one, other)]
    return float(np.abs(shares[0] - shares[1]).max())


def _words_end(column: pd.Series, stretch: np.ndarray) -> tuple[int] | None:
    """The first stretch from which on nearly all words are new."""
    asked = (stretch >= 0) & column.notna().to_numpy()
    words, of = column[asked], stretch[asked]
    first_seen = pd.Series(of).groupby(words.to_numpy()).min()
    seen = words.map(first_seen).to_numpy()
    # A column in which most words stand only once has new ones every day.
    if words.nunique() > len(words) / 10:
        return None
    for at in range(1, stretch.max() + 1):
        later, earlier = of >= at, of < at
        if min(later.sum(), earlier.sum()) >= _FEWEST and (seen[later] >= at).mean() >= _NEW:
            return (at,)
    return None


def _told(name: str, day: pd.Timestamp, usual: tuple[float, ...]) -> Changed:
    said = {"column": name, "day": day.date().isoformat()}
    if usual:
        said |= {"before": in_digits(usual[0]), "after": in_digits(usual[1])}
    why, way_out = (_OTHER_SIZE, _ONE_UNIT) if usual else (_OTHER_WORDS, _SAME_WORDS)
    why = why.format(**said)
    says = _SAYS.format(column=name, why=why)
    return Changed(name, why, Remark("changed_column", says, way_out.format(column=name), (name,), Weight.DANGER))


_SAYS = T(
    "“{column}” is not the same column throughout. {why} It was left out.",
    "「{column}」は、途中から別の列になっているようです。{why}学習には使いませんでした。",
)
_OTHER_SIZE = T(
    "Its usual size is {before} before {day} and {after} from then on: that reads as another unit, not as other customers.",
    "ふつうの大きさが、{day}より前は{before}、それ以降は{after}です。顧客が変わったのではなく、単位が変わったとみられます。",
)
_OTHER_WORDS = T(
    "Nearly all of its words from {day} on do not occur before.",
    "{day}以降の値のほとんどが、それより前には一度も出てきません。",
)
_ONE_UNIT = T(
    "Write it in one unit in all rows. If it really changed so much, bring it back with --keep {column}.",
    "すべての行を同じ単位にそろえてください。本当にそれだけ変わったのなら、--keep {column} で戻せます。",
)
_SAME_WORDS = T(
    "Write the same thing with the same word in all rows; or bring it back with --keep {column}.",
    "同じものは、すべての行で同じ書き方にそろえてください。このまま使うなら、--keep {column} で戻せます。",
)
