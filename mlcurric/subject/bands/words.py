"""The bands in a reader's words: tables to look at, named in the language spoken now."""

from __future__ import annotations

import pandas as pd

from mlcurric.subject.columns import named_columns
from mlcurric.text import T

BANDS = {
    "call": T("called at once", "すぐに電話"),
    "look": T("a person looks first", "先に人が見る"),
    "leave": T("left alone", "電話しない"),
}
_HEADINGS = {
    "customers": T("customers", "人数"),
    "looks": T("looks", "見る回数"),
    "calls": T("calls", "電話の数"),
    "earned": T("earned (yen)", "利益(円)"),
    "machine": T("machine right, of 100", "機械が正しい(100人中)"),
    "person": T("person right, of 100", "人が正しい(100人中)"),
    "corrected": T("corrected, of 100", "修正される(100人中)"),
    "rightly": T("right, of 100 corrections", "正しい修正(修正100件中)"),
}


def bands_in_words(table: pd.DataFrame) -> pd.DataFrame:
    """A copy of a table to look at: bands and headings in the language spoken now, whole numbers as they are written.

    Args:
        table: numbers, one row a band, as ``bands_table`` or ``corrections_by_band`` gives it.

    Raises:
        ValueError: if a row is no band, or there is none.
    """
    named_columns(table, list(table.columns))
    if other := [name for name in table.index if name not in BANDS]:
        raise ValueError(f"The rows are bands ({', '.join(BANDS)}); here is {other[0]!r}.")
    named = table.rename(
        index={name: str(said) for name, said in BANDS.items()},
        columns={name: str(said) for name, said in _HEADINGS.items()},
    )
    return named.map(lambda number: "–" if pd.isna(number) else f"{number:,.0f}".replace("-", "−"))
