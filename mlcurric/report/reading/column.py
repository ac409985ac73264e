"""One column while it is looked at and once it is read: its distinct cells, how often each occurs, and what kind it is of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.reading.cells import Cells, all_plain, are_blank, are_unknown, distinct_of
from mlcurric.report.reading.personal import is_somebody
from mlcurric.report.remark import Remark
from mlcurric.text import T

MOSTLY = 0.9
"""A column is of the kind that so large a share of its filled cells is of; the others are odd, and told."""
PARTLY = 0.3
SAMPLE = 400
_EXAMPLES = 3
_SHORT_CODE = re.compile(r"[A-Z]{2,5}")

HIDDEN = "***"
BLANK = T("blank", "空欄")
_NOT_READ = T("blank or not readable", "空欄か読めない値")
_NOT_KNOWN = T("blank or not known", "空欄か不明")


class Kind(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    CATEGORY = "category"
    TEXT = "text"
    """Free text: sentences that somebody wrote."""
    PERSONAL = "personal"
    IDENTIFIER = "identifier"
    """As many values as rows, or nearly: it tells rows apart and says nothing about them."""
    CONSTANT = "constant"
    EMPTY = "empty"


@dataclass(frozen=True)
class Read:
    """A column as it was read.

    Attributes:
        name: its heading.
        values: floats (a FLAG's are 1 and 0), datetime64[ns], or objects of ``str``; missing where blank or odd.
        missing: cells that are blank, or say that nothing is there.
        odd: cells that could not be read.
        odd_examples: the line and the cell of a few of them; ``HIDDEN`` for one that names somebody.
        labels: of a FLAG: the texts of 0 and of 1; ``""`` where the blank cells stand for it.
        why: why it is of this kind, where that needs saying.
        unit: what its numbers carry: ``"JPY"``, ``"%"``, ``"件"``; or empty.
        remarks: what somebody should check.
        codes: numbers that stand for “not known”; their cells are missing.
        gap: how its missing cells stand in the table: 「空欄」, 「不明」, 「空欄か「不明」」.
        source: of one that was made of another column: which; else empty.
    """

    name: str
    kind: Kind
    values: pd.Series
    missing: int
    odd: int = 0
    odd_examples: tuple[tuple[int, str], ...] = ()
    labels: tuple[str, str] | None = None
    why: T | None = None
    unit: str = ""
    remarks: tuple[Remark, ...] = ()
    gap: T = BLANK
    codes: tuple[float, ...] = ()
    source: str = ""

    def only(self, rows: NDArray[np.bool_]) -> Read:
        """The same column with some of its rows, renumbered; the odd cells stay as they were counted."""
        values = self.values[rows].reset_index(drop=True)
        return replace(self, values=values, missing=max(0, int(values.isna().sum()) - self.odd))


class Column:
    """A column while it is looked at: its distinct cells, and how often each occurs."""

    def __init__(self, name: str, texts: pd.Series, lines: NDArray[np.int_]):
        self.name, self.cells, self.lines = name, texts, lines
        self.codes, self.distinct = distinct_of(texts)
        self.counts = np.bincount(self.codes, minlength=len(self.distinct))
        self.plain = all_plain(self.distinct)
        self.blank = are_blank(self.plain)
        if "na" in self.plain and all(map(_SHORT_CODE.fullmatch, self.distinct[~self.blank])):
            # Among EU and APAC, NA is North America.
            self.blank &= np.array([text != "na" for text in self.plain])
        self.unknown = are_unknown(self.plain) & ~self.blank
        self.words = self.distinct[~self.blank]
        self.filled = int(self.counts[~self.blank].sum())

    @property
    def are_numbers_too(self) -> bool:
        return bool(np.isfinite(pd.to_numeric(pd.Series(self.words[:SAMPLE]), errors="coerce")).mean() > PARTLY)

    def share(self, good: NDArray[np.bool_]) -> float:
        """Of the filled cells that are not said to be unknown."""
        counted = np.where(self.blank | self.unknown, 0, self.counts)
        return float(counted[good].sum() / max(1, counted.sum()))

    def mostly(self, reader: object, least: float = MOSTLY) -> Cells | None:
        """The column read as something, if so many of its cells can be; a sample tells first."""
        some = pd.Series(self.words[:: max(1, len(self.words) // SAMPLE)], dtype=object)
        if reader(some).values.notna().mean() < min(least, PARTLY) / 3:  # type: ignore[operator]
            return None
        cells = reader(pd.Series(self.distinct, dtype=object))  # type: ignore[operator]
        readable = cells.values.notna().to_numpy() | ~(cells.odd | self.blank)
        if self.share(readable) < least or not cells.values.notna().any():
            return None
        values = cells.values.take(self.codes).reset_index(drop=True)
        return replace(cells, values=values, odd=(cells.odd & ~self.blank)[self.codes])

    def texts(self) -> pd.Series:
        """The cells as they stand, missing where they are blank."""
        words = self.distinct.copy()
        words[self.blank] = np.nan
        return pd.Series(words[self.codes], dtype=object)

    def read(
        self, kind: Kind, values: pd.Series, cells: Cells | None = None, *, coded: bool = False, **more: object
    ) -> Read:
        """The column as it was read.

        Args:
            cells: as which its cells were read.
            coded: whether some of those that are missing hold a code for “not known”.
        """
        odd = np.zeros(len(values), dtype=bool) if cells is None else cells.odd
        places = np.flatnonzero(odd)
        cells_shown = ((int(self.lines[at]), self.cells.iloc[at]) for at in places[:_EXAMPLES])
        examples = tuple((line, HIDDEN if is_somebody(cell) else cell) for line, cell in cells_shown)
        missing = int(values.isna().sum()) - len(places)
        unit = "" if cells is None else cells.unit
        gap = self._gap(values.isna().to_numpy(), coded)
        return Read(self.name, kind, values, missing, len(places), examples, unit=unit, gap=gap, **more)  # type: ignore[arg-type]

    def _gap(self, missing: NDArray[np.bool_], coded: bool) -> T:
        at = np.unique(self.codes[missing])
        said = [str(self.distinct[each]) for each in at if not self.blank[each]]
        if not said:
            return BLANK
        if len(said) > 1 or not (coded or self.unknown[at].any()):
            return _NOT_KNOWN if coded else _NOT_READ
        (said,) = said
        return T(f"blank or “{said}”", f"空欄か「{said}」") if self.blank[at].any() else T(f"“{said}”", f"「{said}」")
