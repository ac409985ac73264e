"""What people wrote into the list after they had talked to a customer: it outlives the next report."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from mlcurric.keeping import copy_beside
from mlcurric.subject.list_kinds import Table
from mlcurric.subject.typed import Slip
from mlcurric.subject.workbooks import read_table
from mlcurric.text import T

_WHY = "before"


def notes_of(lists: Iterable[Path], table: Table, ids: Collection[str]) -> tuple[dict[str, str], tuple[T, ...]]:
    """The notes of older lists by customer; a list with a note that finds no customer is copied beside itself.

    Args:
        lists: the older lists, as far as they are there; the first that has a note of a customer counts.
        table: the columns of a list, ``id`` and ``said`` among them.
        ids: the customers on the new list.

    Raises:
        OSError: if a copy cannot be written.
    """
    notes: dict[str, str] = {}
    told: list[T] = []
    for path in filter(Path.is_file, lists):
        try:
            written = {row["id"]: row["said"] for _, row in read_table(path, table, "id").rows if row.get("said")}
        except (Slip, OSError):
            # Whatever somebody has made of it, it is theirs.
            told.append(_UNREAD.format(name=path.name, copy=copy_beside(path, _WHY).name))
            continue
        lost = [
            customer for customer, note in written.items() if customer not in ids or notes.get(customer, note) != note
        ]
        notes = written | notes
        if lost:
            copy = copy_beside(path, _WHY).name
            told.append(_GONE.format(n=f"{len(lost):,}", name=path.name, copy=copy))
    return {customer: note for customer, note in notes.items() if customer in ids}, tuple(told)


_GONE = T(
    "{n} notes in “{name}” find no place on the new list; the old one is kept as “{copy}”.",
    "「{name}」のメモのうち{n}件は、新しいリストに行き先がありません。前のリストを「{copy}」に残しました。",
)
_UNREAD = T(
    "“{name}” could not be read as an older list; a copy is kept as “{copy}”.",
    "「{name}」を前のリストとして読めなかったので、控えを「{copy}」に残しました。",
)
