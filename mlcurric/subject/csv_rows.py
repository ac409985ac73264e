"""The rows of a text whose cells are parted by a sign, and what is said where a quotation mark swallows the rest.

Every reader of texts that come from outside splits them here: strictly, for a quotation mark that is never closed would
swallow every line after it, and nobody would be told.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager

from mlcurric.subject.typed import Slip
from mlcurric.text import T


def csv_rows(text: str, delimiter: str, name: str, longest: int) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line at which it begins, counted from 1; a cell with line breaks is still one row.

    Args:
        name: the file's, for what is said of it.
        longest: signs that a cell may have; beyond, a quotation mark was opened and never closed.

    Raises:
        Slip: where the text cannot be split, naming the line.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begin = 1
    with cells_up_to(longest):
        try:
            for cells in reader:
                yield begin, cells
                begin = reader.line_num + 1
        except csv.Error as error:
            # Such a file no spreadsheet shows as it is meant: an editor, which counts line breaks, finds the place.
            raise _cannot_be_split(name, begin, longest, error) from error


@contextmanager
def cells_up_to(longest: int) -> Iterator[None]:
    """Cells of up to so many signs; the limit is one for the whole program, and is put back."""
    before = csv.field_size_limit(longest)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _cannot_be_split(name: str, line: int, longest: int, error: Exception) -> Slip:
    says = T("Line {line} of “{name}” cannot be read.", "「{name}」の{line}行目が読めません。")
    why = T("Often a quotation mark was opened there and not closed.", "引用符が閉じられていないことがよくあります。")
    if "limit" in str(error):
        why = T(
            "A cell has more than {most} characters, or a quotation mark was not closed.",
            "{most}字を超えるセルがあるか、引用符が閉じられていません。",
        ).format(most=f"{longest:,}")
    way_out = T(
        "Close it in that line, or export the table once more, as .xlsx if it happens again.",
        "その行の引用符を閉じるか、表を書き出し直してください。くり返すときは .xlsx で書き出します。",
    )
    return Slip(says.format(line=line, name=name), why, way_out)
