"""One run of a hand-in as plain data: what is asked of whatever runs it, and what was heard from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Literal, Protocol

from mlcurric.grading.guest.limits import Limits
from mlcurric.question.asking import Call

_LONGEST_ORDERS = 60_000
"""Bytes."""


@dataclass(frozen=True)
class Job:
    """What is to be run.

    Attributes:
        cells: the sources of the code cells, in order; one that fails does not stop the next.
        names: the answers asked for.
        calls: for those of the answers that are functions, the calls to make of them.
        tables: the folder of its tables, below those of the place where it runs; an empty text for none.
        limits: what it may use.
        shared: so many of the first cells are the exercise's own, unchanged; they may be run once for many hand-ins.
            See ``beginnings.shared_cells``.
    """

    cells: tuple[str, ...]
    names: tuple[str, ...]
    calls: Mapping[str, list[Call]] = field(default_factory=dict)
    tables: str = ""
    limits: Limits = field(default_factory=Limits)
    shared: int = 0

    def cells_as_json(self) -> bytes:
        """What the fork itself reads."""
        return json.dumps({"cells": self.cells, "names": self.names, "calls": dict(self.calls)}).encode()

    def orders_as_json(self) -> bytes:
        """What the warm parent is told of it: nothing that a learner wrote."""
        shared = {"beginning": self.cells[: self.shared], "names": self.names if self.shared else ()}
        told = {"limits": asdict(self.limits), "tables": self.tables}
        orders = json.dumps({"run": told | shared}).encode()
        # They travel as one message; a beginning that is too long for it is run with the rest.
        return orders if len(orders) <= _LONGEST_ORDERS else replace(self, shared=0).orders_as_json()


End = Literal["ended", "time", "memory", "stopped"]
"""Why a run was over: it ended by itself, its time was up, it held too much memory, or it reported too much."""


@dataclass(frozen=True)
class Heard:
    """What came out of a run, as bytes of a stranger.

    Attributes:
        report: its lines; see ``run_report``.
        over: why it was over.
    """

    report: bytes
    over: End


class Runner(Protocol):
    """Whatever runs hand-ins, one after the other."""

    def run(self, job: Job) -> Heard:
        """Run one.

        Raises:
            Lost: if what runs them is gone; no fault of the hand-in.
        """

    def close(self) -> None:
        """End it, and all that it started."""


class Lost(Exception):
    """Whatever runs hand-ins ended or fell silent."""
