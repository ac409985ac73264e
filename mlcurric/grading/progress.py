"""How far the grading is, and about how long it still takes: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from mlcurric.text import T

Done = TypeVar("Done")
_PARTS = 10
_FEW = 20
_GRADING = T("Grading", "採点中")
_SO_FAR = T(
    "Graded: {n} of {total}; about {minutes} more min",
    "{total} 件のうち {n} 件を採点しました。残りは約 {minutes} 分です。",
)
_NEARLY = T(
    "Graded: {n} of {total}; less than 1 more min", "{total} 件のうち {n} 件を採点しました。残りは1分未満です。"
)


def tracked(
    results: Iterable[Done],
    total: int,
    console: Console,
    clock: Callable[[], float] = time.monotonic,
    counts: Callable[[Done], bool] = lambda result: True,
) -> Iterator[Done]:
    """Give what comes, and show how much of the ``total`` has come.

    Args:
        results: what is done, one after the other.
        total: how many there will be that count.
        console: where it is shown.
        clock: the seconds since some moment.
        counts: whether one took its time; what is done at once would make the rest seem quick.
    """
    if console.is_terminal:
        return _with_bar(results, total, console, counts)
    return _with_lines(results, total, console, clock, counts)


def _with_bar(
    results: Iterable[Done], total: int, console: Console, counts: Callable[[Done], bool]
) -> Iterator[Done]:  # fmt: skip
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        shown = bar.add_task(str(_GRADING), total=total)
        for result in results:
            yield result
            bar.advance(shown, counts(result))


def _with_lines(
    results: Iterable[Done], total: int, console: Console, clock: Callable[[], float], counts: Callable[[Done], bool]
) -> Iterator[Done]:
    began, said, n = clock(), 0, 0
    for result in results:
        yield result
        n += counts(result)
        if total >= _FEW and n < total and n * _PARTS // total > said:
            said = n * _PARTS // total
            minutes = round((clock() - began) / n * (total - n) / 60)
            console.print(str((_SO_FAR if minutes else _NEARLY).format(n=n, total=total, minutes=minutes)))
