"""What any file of a table comes to: its rows as texts, numbered as a spreadsheet numbers them; and how big it may be."""

from __future__ import annotations

from dataclasses import dataclass

from mlcurric.report.remark import Remark
from mlcurric.subject.typed import Slip
from mlcurric.text import T

MOST_BYTES = 200_000_000
"""Of the table as text; far more than 100,000 customers with 30 columns, which take some 25 MB."""
_SMALLER = T(
    "Export only the rows of one look (one row a customer) and only the columns that may matter; leave out logs and notes.",
    "ある一時点の行だけ(顧客1人につき1行)、関係がありそうな列だけに絞って、書き出し直してください。ログや記録の列は要りません。",
)


@dataclass(frozen=True)
class Lines:
    """What a file holds.

    Attributes:
        numbers: of each row, counted from 1 as a spreadsheet counts them: a row whose cells hold line breaks is one.
        rows: the cells of each, stripped.
        remarks: about what was read otherwise than it stands.
        in_excel: whether the file is a workbook.
    """

    numbers: list[int]
    rows: list[list[str]]
    remarks: tuple[Remark, ...] = ()
    in_excel: bool = False


def too_big(name: str, size: int) -> Slip:
    """What is said of a file, ``size`` bytes as text, that is too much to read."""
    return Slip(
        T(
            "“{name}” is too big: {size:,} MB, and up to {most:,} MB are read.",
            "「{name}」は{size:,} MBあり、大きすぎます。読めるのは {most:,} MBまでです。",
        ).format(name=name, size=round(size / 1e6), most=MOST_BYTES // 1_000_000),
        _SMALLER,
    )
