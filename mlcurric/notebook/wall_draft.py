"""What stands in the box above a wall and is not on the wall yet, in a file of its own: a restart of the kernel loses none of it."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from mlcurric.keeping import write_whole
from mlcurric.text import T

_HEAD = T(
    "# Lines in the input box that are not on the wall yet; this file goes when they are.",
    "# 入力欄に書いて、まだ壁に貼られていない行です。貼られると、このファイルは消えます。",
)


class Draft:
    """The lines that wait in the box of one wall, ``board.draft.txt``.

    Two boxes may have one board: each changes only lines of its own.

    Args:
        path: the board's file; ``None`` keeps nothing.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path.with_name(f"{path.stem}.draft.txt") if path else None
        self._mine: list[str] = []

    def take_up(self) -> list[str]:
        """The lines that were left behind; from now on they are this box's."""
        self._mine = self._read()
        return list(self._mine)

    def keep(self, lines: Iterable[str]) -> None:
        """Keep the lines that wait now in place of those that did before; where that cannot be, the wall goes on without."""
        lines = [line for line in lines if line.strip()]
        if self._path is None or lines == self._mine:
            return
        others = (Counter(self._read()) - Counter(self._mine)).elements()
        every = [*others, *lines]
        with contextlib.suppress(OSError):
            if every:
                write_whole(self._path, "\n".join([str(_HEAD), *every, ""]))
            else:
                self._path.unlink(missing_ok=True)
        self._mine = lines

    def _read(self) -> list[str]:
        try:
            text = self._path.read_text(encoding="utf-8", errors="replace") if self._path else ""
        except OSError:
            return []
        lines = text.split("\n")
        heads = (_HEAD.en, _HEAD.ja)
        return [line for at, line in enumerate(lines) if line.strip() and not (at == 0 and line in heads)]
