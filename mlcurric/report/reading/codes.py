"""Numbers and days that stand for “not known”: 9999 among counts of a few, −1 among ages, 1 January 1970 among days of this year.

Learned from as it stands, such a code is the largest of all, and whoever has it the first on the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.command import typed_option
from mlcurric.report.remark import Remark
from mlcurric.text import T, listed

_FEWEST_ROWS = 5
_FEWEST_OTHERS = 3
"""Different values beside the code; where there are fewer, it may be the dearest of three plans."""
_NINES = re.compile(r"9{2,}(?:\.9+)?")
_BESIDE = 2
"""97 and 98 beside 99 are codes, too, as surveys have them: “refused”, “does not apply”."""
_SMALL = (-1.0, -9.0)
_FAR_FROM_SMALL = 20
"""The usual value beside −1; among counts of a few it may be one less than none."""
_SELDOM = 3
"""−1 right below 0 and 1 is “yesterday” or a step down, unless so many times as many rows hold it as either of them."""
_FEW_STEPS, _TIMES = 8, 100
"""Fewer different values are prices, or limits, of which 999 may be the dearest, unless it is so many times the next one; but not
where they go up by ones."""
_QUARTER, _WIDER = 0.25, 5
"""A gap of a quarter of all the others span, five times as wide as any among them, parts a code from a long tail."""
_HALF = 0.5
_EPOCH, _FAR_AHEAD = 1970, 2050
"""Years up to which, and from which on, hardly anything of a customer happens."""
NUMBER_CODE = "number-code"
"""The remark's id where a number was taken for a code."""


def codes_in(values: pd.Series) -> tuple[float, ...]:
    """The numbers of a column that stand for “not known”, if any do.

    A code is the largest or the smallest number of all, stands in several rows, is written in nines alone (99, 999, −9999) or
    is −1 or −9 where nothing else lies below zero, and lies apart from all others. The end of a scale (0 to 99), a number at
    which counting stops (“99 or more”) and a price do not.

    Args:
        values: floats, missing where a cell is blank.
    """
    numbers, rows = np.unique(values[np.isfinite(values)].to_numpy(dtype=float), return_counts=True)
    below = _below(numbers, rows)
    others = ~np.isin(numbers, below)
    return (*below, *_above(numbers[others], rows[others]))


def day_codes_in(days: pd.Series) -> tuple[pd.Timestamp, ...]:
    """The days of a column that stand for “not known” or “never”: the first or last of all, such as 1 January 1970 or 31 December
    2099 in several rows, and further from the next than all others are from each other.

    Args:
        days: datetime64[ns], missing where a cell is blank.
    """
    found = days.dropna().dt.normalize().value_counts().sort_index()
    codes = []
    for at in (0, -1):
        others = found.index.delete(at) if len(found) > _FEWEST_OTHERS else found.index[:0]
        day = found.index[at] if len(others) else None
        if day is None or found.iloc[at] < _FEWEST_ROWS or (day.month, day.day) not in ((1, 1), (12, 31)):
            continue
        beyond = day.year <= _EPOCH or day.year >= _FAR_AHEAD
        if beyond and abs(day - others[at]) > others[-1] - others[0]:
            codes.append(day)
    return tuple(codes)


def about_codes(name: str, values: pd.Series, codes: tuple[float, ...], *, worth: bool = False) -> Remark:
    """That numbers were taken for codes.

    Args:
        values: of the column, as it stands; the codes are among them.
        worth: whether the column says what a customer is worth.
    """
    shown = [_shown(code) for code in codes]
    others = values[~values.isin(codes)].dropna()
    taken = _told(name, shown, int(values.isin(codes).sum()), len(values), _shown(others.min()), _shown(others.max()))
    if worth:
        return Remark("value-code", _joined(taken, _WORTH_UNKNOWN), _CLEAR_CODES, (name,), for_maker=_keep(name))
    return Remark(NUMBER_CODE, _joined(taken, _COUNT_AS_BLANK), _if_real(shown), (name,), for_maker=_keep(name))


def about_day_codes(name: str, days: pd.Series, codes: tuple[pd.Timestamp, ...]) -> Remark:
    """The same of days."""
    coded, shown = days.dt.normalize().isin(codes), [f"{code:%Y-%m-%d}" for code in codes]
    others = days[~coded].dropna()
    taken = _told(name, shown, int(coded.sum()), len(days), f"{others.min():%Y-%m-%d}", f"{others.max():%Y-%m-%d}")
    return Remark("day-code", _joined(taken, _COUNT_AS_BLANK), _if_real(shown), (name,), for_maker=_keep(name))


def _told(name: str, codes: Sequence[str], n: int, of: int, low: str, high: str) -> T:
    quoted = [T(f"“{code}”", f"「{code}」") for code in codes]
    return _ARE_CODES.format(name=name, codes=listed(quoted), n=n, all=of, low=low, high=high)


def _joined(taken: T, done: T) -> T:
    return T(f"{taken.en}{done.en}", f"{taken.ja}{done.ja}")


def _if_real(codes: Sequence[str]) -> T:
    return _IF_REAL.format(codes=listed([T(code, code) for code in codes]))


def _keep(name: str) -> T:
    return _AS_THEY_STAND.format(name=name, option=typed_option("--keep", name))


def _above(numbers: NDArray[np.float64], rows: NDArray[np.int_]) -> list[float]:
    """Of numbers in order, each once, those at the upper end that are codes."""
    if not len(numbers) or rows[-1] < _FEWEST_ROWS or not _is_nines(numbers[-1]) or numbers[-1] < 0:
        return []
    others = numbers[numbers < numbers[-1] - _BESIDE]
    return [*numbers[len(others) :]] if _are_apart(others, numbers[len(others)]) else []


def _below(numbers: NDArray[np.float64], rows: NDArray[np.int_]) -> list[float]:
    """The same of the lower end; of losses the largest may be one, if half of them are the same."""
    below = numbers < 0
    if not below.any() or rows[0] < _FEWEST_ROWS or not _are_many(numbers[1:]):
        return []
    code, others, alone = numbers[0], numbers[1:], below.sum() == 1
    apart = _are_apart(-others[::-1], -code)
    if code in _SMALL:
        known, times = numbers[numbers > 0], rows[numbers > 0]
        usual = float(np.median(np.repeat(known, times))) if len(known) else 0.0
        near = rows[1:][others <= 1]
        far = usual >= _FAR_FROM_SMALL and (code != -1 or rows[0] > _SELDOM * near.max(initial=0))
        return [code] if alone and (far or (apart and code != -1)) else []
    common = rows[0] >= _HALF * rows[below].sum() and not _are_prices(others)
    return [code] if _is_nines(code) and (common or apart) else []


def _are_apart(others: NDArray[np.float64], code: float) -> bool:
    """Whether a number lies above others, in order, in such a way that it is none of them."""
    if not _are_many(others) or _are_prices(others):
        return False
    if len(others) < _FEW_STEPS and (np.diff(others) != 1).any() and code < _TIMES * others[-1]:
        return False
    gap, span = code - others[-1], others[-1] - others[0]
    return bool(gap > span or (gap > _QUARTER * span and gap > _WIDER * np.diff(others).max()))


def _are_many(others: NDArray[np.float64]) -> bool:
    # Yes and no may be written as 1 and 0.
    return len(others) >= _FEWEST_OTHERS or (len(others) == 2 and others[1] - others[0] == 1)


def _are_prices(others: NDArray[np.float64]) -> bool:
    """Whether most of the values end in a nine: 9.99, 29, 199; then 999 is one more."""
    filled = others[others != 0]
    return bool(len(filled)) and bool(np.mean([f"{each:.10g}".endswith("9") for each in filled]) > _HALF)


def _is_nines(number: float) -> bool:
    return bool(_NINES.fullmatch(f"{abs(number):.15g}"))


def _shown(number: float) -> str:
    return f"{number:,.10g}".replace("-", "−")


_ARE_CODES = T(
    "“{name}” is {codes} in {n:,} of {all:,} rows, and all others lie between {low} and {high}. That reads as a code for “not known”",
    "「{name}」は、{all:,}行中{n:,}行が{codes}で、ほかはすべて{low}〜{high}です。「不明」などを表す値とみて、",
)
_COUNT_AS_BLANK = T(": these cells count as blank.", "空欄として扱いました。")
_WORTH_UNKNOWN = T(
    ": what these customers are worth was taken as not known.", "この顧客の金額は「不明」として扱いました。"
)
_IF_REAL = T(
    "If {codes} means what it says, have this page made again with these cells as they stand.",
    "{codes}がそのままの意味なら、値をそのまま使うように指定して作り直せます。",
)
_CLEAR_CODES = T(
    "Clear these cells, or fill in the amounts, and have this page made again.",
    "これらのセルを空欄にするか、正しい金額を入れて、作り直してもらってください。",
)
_AS_THEY_STAND = T("To use “{name}” as it stands: {option}.", "「{name}」をそのまま使うときの指定は {option} です。")
