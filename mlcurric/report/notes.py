"""What people wrote into the list after they had talked to a customer: it outlives the next report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from mlcurric.subject.list_kinds import Table
from mlcurric.subject.typed import Slip
from mlcurric.subject.workbooks import read_table


def notes_of(lists: Iterable[Path], table: Table, ids: Collection[str]) -> tuple[dict[str, str], Mapping[Path, int]]:
    """The notes of older lists by customer, and of each list how many find no customer on the new one.

    Args:
        lists: the older lists, as far as they are there; the first that has a note of a customer counts.
        table: the columns of a list, ``id`` and ``said`` among them.
        ids: the customers on the new list.
    """
    notes: dict[str, str] = {}
    lost: Counter[Path] = Counter()
    for path in filter(Path.is_file, lists):
        try:
            written = {row["id"]: row["said"] for _, row in read_table(path, table, "id").rows if row.get("said")}
        except (Slip, OSError):
            # Whatever it is, it holds no notes.
            continue
        gone = [each for each, note in written.items() if each not in ids or notes.get(each, note) != note]
        if gone:
            lost[path] = len(gone)
        notes = written | notes
    return {customer: note for customer, note in notes.items() if customer in ids}, lost
