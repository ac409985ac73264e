"""What a line of the use-case list was carried over from: the sheet, and what its texts said then.

It is kept on a hidden sheet of the list's Excel file and travels with it, so that whoever mends a method-last sheet later can be told
which cells of the list still say the old text. Of the texts only fingerprints are kept: nobody is handed words that were mended.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mlcurric.subject.said import plain

CARRIED = ("board", "target_user", "as_is", "to_be", "input", "output", "who_acts", "rule", "rule_enough", "data_now", "ml", "mode", "mode_why")  # fmt: skip
"""The columns of the list that a method-last sheet fills, in the order of the sheet."""
_SIGNS = 12
_HEAD = tuple(f"was:{name}" for name in ("id", "sheet", *CARRIED))
"""Not the columns' own headings: by these the list itself is told from other sheets of its file."""


@dataclass(frozen=True)
class Origin:
    """Where a line comes from.

    Attributes:
        sheet: the number of the method-last sheet, such as ``"M1"``.
        texts: column → the fingerprint of what stood there when the two were last alike.
    """

    sheet: str
    texts: Mapping[str, str] = field(default_factory=dict)


def fingerprint(text: str) -> str:
    """The same for texts that differ in blanks, width or case only; empty for an empty one."""
    return hashlib.sha256(plain(text).encode()).hexdigest()[:_SIGNS] if text.strip() else ""


def origin_lines(origins: Mapping[str, Origin]) -> list[list[str]]:
    """The origins as lines of a table, with its headings; none where there is no origin."""
    if not origins:
        return []
    lines = [[id, origin.sheet, *(origin.texts.get(name, "") for name in CARRIED)] for id, origin in origins.items()]
    return [list(_HEAD), *lines]


def read_origins(lines: Sequence[Sequence[str]]) -> dict[str, Origin]:
    """The origins by the number of the use case; none if the table is not ours."""
    if not lines or tuple(lines[0][: len(_HEAD)]) != _HEAD:
        return {}
    whole = [(*cells, *[""] * (len(_HEAD) - len(cells))) for cells in lines[1:]]
    return {id: Origin(sheet, dict(zip(CARRIED, texts, strict=False))) for id, sheet, *texts in whole if id and sheet}
