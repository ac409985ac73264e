"""What a board of 500 notes takes: read from its file, checked, laid out and drawn as a picture.

``.venv/bin/python benchmarks/board.py``. Each time stands beside that of sorting a million numbers, so that machines can be
compared. “The first time” counts what a fresh kernel has to fetch for it, fonts above all; “again” is the best of some runs of
the whole way, from the file to the picture that a notebook shows.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.board.form import board_findings
from mlcurric.subject.board.layout import lay_out_in_rows
from mlcurric.subject.board.model import TO_BE, Board, Note
from mlcurric.subject.board.paper import save_board
from mlcurric.subject.board.screen import ON_SCREEN, draw_on_screen, screen_picture

NOTES = 500
LANES = ("顧客", "営業", "サポート", "開発")
CONTEXTS = ("申し込み", "使い始め", "更新", "解約", "")
KINDS = ("event", "event", "hotspot", "actor", "command", "policy", "system", "information", "event", "opportunity")
TEXTS = (
    "解約が申し込まれた",
    "設定の途中で止まった人に、誰も気づかない",
    "a team leader, a week before the renewal",
    "the renewal was signed",
)
REPEATS = 3


def large_board() -> Board:
    """500 notes in four lanes, with links, contexts, pivotal events and a to-be layer."""
    notes = {
        id: Note(
            id,
            KINDS[id % len(KINDS)],
            f"{TEXTS[id % len(TEXTS)]} {id}",
            id // 4,
            LANES[id % len(LANES)] if id % 25 else "",
            links=(id - 3,) if id % 3 == 0 and id > 3 else (),
            context=CONTEXTS[id // 100 % len(CONTEXTS)],
            role=LANES[id % 4],
            layer="as-is" if id % 25 else TO_BE,
            pivotal=KINDS[id % len(KINDS)] == "event" and id % 60 == 0,
        )
        for id in range(1, NOTES + 1)
    }
    return Board(notes, "500")


def best_of(work: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds: what the machine can do when nothing else disturbs it."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def shown(path: Path) -> bytes:
    """What a notebook does with a board: read its file, check it, and draw it as a picture."""
    board = read_board(path).board
    board_findings(board)
    return screen_picture(draw_on_screen(board))


def main() -> None:
    numbers = np.random.default_rng(0).random(1_000_000)
    sorting = best_of(lambda: np.sort(numbers))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "board.csv"
        path.write_text(board_text(large_board()), encoding="utf-8-sig")
        start = time.perf_counter()
        shown(path)
        times = {"read, checked and drawn the first time": time.perf_counter() - start}
        times["read, checked and drawn again"] = best_of(lambda: shown(path))
        board = read_board(path).board
        steps = {
            "  read": lambda: read_board(path),
            "  checked": lambda: board_findings(board),
            "  laid out": lambda: lay_out_in_rows(board, ON_SCREEN),
            "  drawn": lambda: screen_picture(draw_on_screen(board)),
            "printed on A3 and A4": lambda: save_board(board, Path(folder)),
        }
        times |= {name: best_of(step) for name, step in steps.items()}
    for name, seconds in times.items():
        print(f"{NOTES} notes, {name}: {seconds:.2f} s, {seconds / sorting:.0f} times a sort of a million numbers")


if __name__ == "__main__":
    main()
