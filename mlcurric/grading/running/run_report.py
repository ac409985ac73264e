"""What a run reports, read line by line as the word of a stranger, and the ``Run`` that comes of it.

A line is a JSON list: ``["ready"]``, ``["sets", cell, names]``, ``["start", cell]``, ``["answer", name, text]`` with the
text of ``plain.dumps``, ``["failed", cell, error, message, line or null]``, ``["end"]``. Every other line is passed over.
Only what counts in the end is read to its last value: a stranger may send megabytes of answers that do not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mlcurric.grading.running.job import Heard, Job
from mlcurric.question import plain

LONGEST_LINE = 4_000_000
"""Bytes of one line; a longer one is passed over."""
_LONGEST_ANSWER = 1_000_000
"""Characters; whatever runs cells sends a word for one that is longer."""
_MOST_COMMAS = 2 * plain.MAX_SIZE
"""Of one answer: a comma stands between two values or is a character, and what has no word in JSON brings one of its own."""
_MOST_LINES = 2**31


@dataclass(frozen=True)
class CellError:
    """A cell that failed.

    Attributes:
        cell: its index among the code cells, from 0.
        kind: the name of the error's type.
        says: what the error says, in one line; may be empty.
        sets: the answers that the cell would have set.
        line: the number of the line at which it stopped, from 1, as the run counts; the cell may have fewer lines.
    """

    cell: int
    kind: str
    says: str
    sets: tuple[str, ...]
    line: int | None = None


@dataclass(frozen=True)
class Run:
    """What a notebook answered, and what went wrong on the way.

    Attributes:
        answers: by name, as plain data; the last cell that succeeded counts.
        errors: the cells that failed, in their order.
        unfinished: the answers that a cell would have set which the run did not finish.
        stopped_in: the index of the cell in which the run was stopped or ended by itself.
        timed_out: whether it was stopped at the time limit.
        died: whether its process ended before its last cell.
        too_much: whether it was stopped because it held more memory, or reported more, than it may.
    """

    answers: Mapping[str, Any]
    errors: tuple[CellError, ...] = ()
    unfinished: frozenset[str] = frozenset()
    stopped_in: int | None = None
    timed_out: bool = False
    died: bool = False
    too_much: bool = False


def read_report(job: Job, heard: Heard) -> Run:
    """What a run answered, as far as what was heard of it can be believed."""
    report = Report(job.names, len(job.cells))
    for line in heard.report.split(b"\n"):
        if 0 < len(line) <= LONGEST_LINE:
            report.take(line)
    return report.run(heard.over)


@dataclass
class Report:
    """The lines of one run as they come in; ``names`` are the answers asked for, ``cells`` the number of code cells."""

    names: tuple[str, ...]
    cells: int
    ready: bool = False
    ended: bool = False
    _texts: dict[str, list[str]] = field(default_factory=dict)
    _sets: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _errors: dict[int, CellError] = field(default_factory=dict)
    _started: int | None = None

    def take(self, line: bytes) -> None:
        """Read one line; one that is not of the form above changes nothing."""
        try:
            message = json.loads(line)
        except (ValueError, RecursionError):
            return
        match message:
            case ["ready"]:
                self.ready = True
            case ["sets", cell, list(names)] if self._is_cell(cell):
                said = {name for name in names if isinstance(name, str)}
                self._sets[cell] = tuple(name for name in self.names if name in said)
            case ["start", cell] if self._is_cell(cell):
                self._started = cell
            case ["answer", str(name), str(text)] if name in self.names:
                if len(text) <= _LONGEST_ANSWER and text.count(",") <= _MOST_COMMAS:
                    self._texts.setdefault(name, []).append(text)
            case ["failed", cell, str(kind), str(says), line] if self._is_cell(cell) and _is_line(line):
                self._errors[cell] = CellError(
                    cell, _one_line(kind, 60), _one_line(says, 200), self._sets.get(cell, ()), line
                )
            case ["end"]:
                self.ended = True

    def run(self, over: str) -> Run:
        """The run as far as it was reported; ``over`` says why no more came."""
        finished = self.ended and over == "ended"
        return Run(
            answers=self._answers(),
            errors=tuple(self._errors[cell] for cell in sorted(self._errors)),
            unfinished=frozenset() if finished else self._unfinished(),
            stopped_in=None if finished else self._started,
            timed_out=over == "time",
            died=over == "ended" and not finished,
            too_much=over in ("memory", "stopped"),
        )

    def _answers(self) -> dict[str, Any]:
        """The last answer of each name that is plain data; what a copied cell leaves open further down was filled in above."""
        found = {}
        for name, texts in self._texts.items():
            last_first = texts[::-1]
            for text in sorted(last_first, key=plain.open_in):
                try:
                    found[name] = plain.loads(text)
                except ValueError:
                    continue
                break
        return found

    def _is_cell(self, number: Any) -> bool:
        return type(number) is int and 0 <= number < self.cells

    def _unfinished(self) -> frozenset[str]:
        open_cells = range(self._started or 0, self.cells)
        # What a cell sets that never said so is not known: it may be any of them.
        return frozenset(name for cell in open_cells for name in self._sets.get(cell, self.names))


def _is_line(number: Any) -> bool:
    return number is None or (type(number) is int and 0 < number < _MOST_LINES)


def _one_line(text: str, longest: int) -> str:
    """``text`` without control and half characters, cut short."""
    shown = "".join(character if character.isprintable() else " " for character in text[:1_000])
    return " ".join(shown.split())[:longest]
