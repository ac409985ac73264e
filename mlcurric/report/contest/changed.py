"""Columns that mean something else in later looks: another unit (yen, then thousand yen), or words that are all new."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mlcurric.report.command import typed_option
from mlcurric.report.contest.features import is_flag, is_text, learnable
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits
from mlcurric.subject.product.dates import date_in_words
from mlcurric.text import T, run_on

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers

_STRETCHES, _FEWEST = 12, 30
_JUMPS = ((8.0, 0.75), (3.0, 0.9))
"""So many times larger or smaller, with so large a gap between the sizes before and after (1: they do not overlap at all). A
unit changes by 10, 60, 100 or 1,000, and overlaps little; a month's count that becomes a week's only by 4, but at once."""
_NEW = 0.8
"""Of the later cells, so many hold a word that no earlier cell holds."""
_SHIFTS = ((2.0, 0.5),)
_OFTEN_NEW, _COMMON, _ENOUGH = 0.3, 0.1, 100
"""The same for what is only told: another size at once, or a few new words that many later cells hold, and not one of so many
earlier ones."""
_SAME_PACE, _NEARLY_ALL = 0.2, 0.9
"""So near to the usual pace, for so many of the steps from look to look, a number counts time; months differ by a tenth."""
_TOLD, _LONGEST = 3, 40


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
    hardly any may be of a size that there was before (``_JUMPS``). A days column counts from its look and is not asked;
    nor is a number that grows with the calendar.

    Args:
        columns: that could be learned from.
        keep: columns to be used in any case; they are not asked.
    """
    found = []
    for name, column, stretch, day in _asked(customers, [name for name in columns if name not in keep]):
        at = _words_end(column, stretch) if is_text(column) else _size_jumps(column, stretch, _JUMPS)
        if at is not None:
            # The day on which the first stretch of the other kind begins.
            found.append(_told(name, day[stretch == at[0]].min(), at[1:]))
    return tuple(found)


def about_shifts(customers: Customers, columns: Collection[str]) -> Remark | None:
    """What is said of columns that are learned from and look otherwise from one look on: another size, words that are new.

    Args:
        columns: that are learned from.
    """
    said, named = [], []
    for name, column, stretch, day in _asked(customers, columns):
        if is_text(column):
            if new := _new_words(column, stretch):
                share, words = new
                since, shown = day[column.isin(words)].min(), ", ".join(word[:_LONGEST] for word in words[:_TOLD])
                said.append(
                    _NEW_WORDS.format(
                        column=name, day=date_in_words(since.date()), n=in_digits(100 * share), words=shown
                    )
                )
                named.append(name)
        elif jump := _size_jumps(column, stretch, _SHIFTS):
            at, before, after = jump
            since, usual = day[stretch == at].min(), {"before": in_digits(before), "after": in_digits(after)}
            said.append(_SHIFTED.format(column=name, day=date_in_words(since.date()), **usual))
            named.append(name)
    if not said:
        return None
    more = [_MORE_SHIFTED.format(n=len(said) - _TOLD)] if len(said) > _TOLD else []
    return Remark("shifted", run_on([*said[:_TOLD], *more, _NOT_SEEN]), _ASK_WHY, tuple(named))


def _asked(customers: Customers, columns: Collection[str]) -> Iterator[tuple[str, pd.Series, np.ndarray, pd.Series]]:
    """Columns that can be compared from look to look, each with the stretch and the day of every row."""
    if customers.observed is None:
        return
    day = pd.Series(customers.observed.to_numpy()).dt.normalize()
    stretch = _stretches(day, customers.left.isna().to_numpy())
    if stretch is None:
        return
    table = learnable(customers, list(columns))
    for name in table:
        if getattr(customers.columns[name], "kind", "") == "day" or is_flag(table[name]):
            continue
        if is_text(table[name]) or not _counts_time(table[name], customers.customer, day):
            yield name, table[name], stretch, day


def _counts_time(column: pd.Series, customer: np.ndarray, day: pd.Series) -> bool:
    """Whether a number grows with the calendar for each customer alike: months with us, days since the contract."""
    rows = pd.DataFrame({"customer": customer, "day": day.to_numpy(), "value": column.to_numpy()}).dropna()
    rows = rows.sort_values(["customer", "day"], kind="stable")
    steps = rows.groupby("customer")[["day", "value"]].diff().dropna()
    days = steps["day"].dt.days.to_numpy()
    pace = steps["value"].to_numpy()[days > 0] / days[days > 0]
    if len(pace) < _FEWEST:
        return False
    usual = np.median(pace)
    return bool(usual > 0 and (np.abs(pace - usual) <= _SAME_PACE * usual).mean() >= _NEARLY_ALL)


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


def _size_jumps(
    column: pd.Series, stretch: np.ndarray, jumps: Sequence[tuple[float, float]]
) -> tuple[int, float, float] | None:
    """The first stretch of another size, and what was usual before and is from there on.

    Args:
        jumps: so many times larger or smaller, with so large a gap, is another size.
    """
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
    if not any(times >= least and gap >= apart for least, apart in jumps):
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


def _new_words(column: pd.Series, stretch: np.ndarray) -> tuple[float, list[str]] | None:
    """Common words that from one stretch on are new: of the cells since, the share that holds one of them, and the words."""
    asked = (stretch >= 0) & column.notna().to_numpy()
    words, of = column[asked], stretch[asked]
    found: tuple[float, list[str]] = 0.0, []
    for at in range(1, stretch.max() + 1):
        later, earlier = words[of >= at], words[of < at]
        if min(len(later), len(earlier)) < _ENOUGH:
            continue
        shares = later.value_counts(normalize=True)
        new = shares[~shares.index.isin(earlier.unique()) & (shares >= _COMMON)]
        found = max(found, (float(new.sum()), [str(word) for word in new.index]))
    return found if found[0] >= _OFTEN_NEW else None


def _told(name: str, day: pd.Timestamp, usual: tuple[float, ...]) -> Changed:
    said = {"column": name, "day": date_in_words(day.date())}
    if usual:
        said |= {"before": in_digits(usual[0]), "after": in_digits(usual[1])}
    why, way_out, back = (_OTHER_SIZE, _ONE_UNIT, _REALLY_CHANGED) if usual else (_OTHER_WORDS, _SAME_WORDS, _AS_IT_IS)
    why = why.format(**said)
    says = _SAYS.format(column=name, why=why)
    for_maker = back.format(option=typed_option("--keep", name))
    remark = Remark("changed-column", says, way_out.format(column=name), (name,), Weight.DANGER, for_maker)
    return Changed(name, why, remark)


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
_SHIFTED = T(
    "The usual size of “{column}” is {before} before {day} and {after} from then on.",
    "「{column}」のふつうの大きさが、{day}より前の{before}から、それ以降は{after}に変わっています。",
)
_NEW_WORDS = T(
    "From {day} on, {n} of 100 rows of “{column}” hold what no earlier row holds ({words}).",
    "「{column}」では{day}以降、それまで一度もなかった値が100行中{n}行を占めています({words})。",
)
_MORE_SHIFTED = T("So it is with {n} more columns.", "ほかにも{n}列が変わっています。")
_NOT_SEEN = T(
    "Of such customers the earlier rows could teach little.",
    "こうした顧客については、前の時期の行からはあまり学べていません。",
)
_ASK_WHY = T(
    "Ask what changed then: the product, the prices, or how the column is filled in.",
    "そのころに何が変わったかを聞いてください(商品、料金、列の記入のしかたなど)。",
)
_ONE_UNIT = T(
    "Write “{column}” in one unit in all rows.",
    "「{column}」を、すべての行で同じ単位にそろえてください。",
)
_REALLY_CHANGED = T(
    "If it really changed so much, bring it back with {option}.", "本当にそれだけ変わったのなら、{option} で戻せます。"
)
_SAME_WORDS = T(
    "Write the same thing in “{column}” with the same word in all rows.",
    "「{column}」では、同じものをすべての行で同じ書き方にそろえてください。",
)
_AS_IT_IS = T("To use it as it is, bring it back with {option}.", "このまま使うなら、{option} で戻せます。")
