"""Whether a file is a table that an earlier export wrote: it may be written anew, and whatever else stands there may not."""

from __future__ import annotations

from mlcurric.grading.exports.lms_tables import TOTALS
from mlcurric.grading.exports.roster import exercise_of, read_roster
from mlcurric.grading.gradebook.file_rows import rows_of
from mlcurric.subject.typed import Slip


def is_export(content: bytes, name: str) -> bool:
    """Whether these bytes are such a table, in either language; also when Excel has saved it since. Nothing at all is, too.

    Args:
        name: the file's.
    """
    if not content:
        return True
    try:
        rows = rows_of(content, name)
    except Slip:
        return False
    headings = {cell.strip() for cell in rows[0][1]} if rows else set()
    if headings & {TOTALS[-1].en, TOTALS[-1].ja}:
        return True
    try:
        table = read_roster(content, name)
    except Slip:
        return False
    # A gradebook that Canvas itself exported has more columns than who and the exercises.
    return bool(table.points) and all(map(exercise_of, set(table.headings) - set(table.who)))
