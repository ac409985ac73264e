"""The untrusted side of a run: executes one notebook's cells and reports its named answers, cell by cell.

It runs in a process of its own, holds no question and no check, and imports none. The report leaves as one JSON list a
line (see ``run_report.py``); what the learner's code prints goes nowhere, and ``input()`` ends at once.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import sys
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from IPython.core.history import HistoryManager
from IPython.core.interactiveshell import InteractiveShell

from mlcurric.grading.guest import luck, unchanged
from mlcurric.question.asking import answer_of
from mlcurric.question.assigned import names_set
from mlcurric.question.plain import Opaque, dumps, name_of

LONGEST_ANSWER = 1_000_000


class Shell(InteractiveShell):
    """An interactive shell with no screen: charts are drawn in memory, tracebacks are not, ``exit()`` goes on."""

    def enable_matplotlib(self, gui: str | None = None) -> tuple[str, str]:
        return "agg", "agg"

    def enable_gui(self, gui: str | None = None) -> None:
        """Ignore ``%gui``: there is no window to wait for."""

    def ask_exit(self) -> None:
        """Go on after ``exit()``, as if the cell had not said it."""

    def showtraceback(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing: formatting can take longer than the cell did, and nobody reads it."""

    showsyntaxerror = showindentationerror = showtraceback

    def _tee(self, channel: str) -> contextlib.AbstractContextManager[None]:
        """Keep nothing of what is printed: IPython 9 would hold all of it in memory."""
        return contextlib.nullcontext()


class Channel:
    """The way out for what the notebook answered."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._owner = os.getpid()

    def send(self, *message: Any) -> None:
        if os.getpid() != self._owner:
            # A cell called fork(): the copy must not report a second time.
            os._exit(0)
        # The line break before keeps whatever a cell may have written here from spoiling this line.
        left = memoryview(f"\n{json.dumps(message)}\n".encode())
        while left:
            left = left[os.write(self._descriptor, left) :]


class Answers:
    """The named answers as they stand after each cell; only what a cell that succeeded assigned counts."""

    def __init__(
        self, names: list[str], calls: dict[str, list[Any]], namespace: dict[str, Any], channel: Channel
    ) -> None:
        self._names = names
        self._calls = calls
        self._namespace = namespace
        self._channel = channel
        self._before: dict[str, Any] = {}
        self._void: set[str] = set()
        self._sent: dict[str, str] = {}
        self._lacked: dict[str, None] = {}
        self._untouched: dict[str, None] = {}

    def before_cell(self) -> None:
        self._before = {name: self._namespace[name] for name in self._names if name in self._namespace}

    def after_cell(self, sets: list[str], succeeded: bool) -> None:
        asked = []
        for name in self._names:
            if name not in self._namespace:
                continue
            changed = name in sets or self._namespace[name] is not self._before.get(name, self)
            if changed:
                (self._void.discard if succeeded else self._void.add)(name)
            # A function is asked once, where it is written; a list may be filled further down.
            if succeeded and name not in self._void and (changed or self._is_asked_again(name)):
                asked.append(name)
        # All of them are looked at before: one that is described may be a chart of the same figure as the next.
        for name in asked:
            self._send(name)

    def _is_asked_again(self, name: str) -> bool:
        if name in self._calls:
            return False
        if unchanged.is_as_noted(self._namespace[name]):
            self._untouched[name] = None
            return False
        return True

    def after_last(self) -> None:
        """Ask those functions again that lacked a name, because a helper may have been written further down, and look at the charts once more."""
        for name in (*self._lacked, *self._untouched):
            if name in self._namespace and name not in self._void:
                self._send(name)

    def _send(self, name: str) -> None:
        value = self._namespace[name]
        answer = answer_of(value, self._calls.get(name))
        unchanged.note(value)
        self._lacked.pop(name, None)
        if name in self._calls and callable(value) and lacks_a_name(answer):
            self._lacked[name] = None
        text = dumps(answer)
        if len(text) > LONGEST_ANSWER:
            text = dumps(Opaque(name_of(type(value))))
        if self._sent.get(name) != text:
            self._sent[name] = text
            self._channel.send("answer", name, text)


def lacks_a_name(answer: Any) -> bool:
    """Whether a function that was asked stopped at a name that nobody had set."""
    return answer is not ... and any(outcome.get("raised") == NameError.__name__ for outcome in answer["asked"])


def error_of(result: Any) -> BaseException | None:
    return result.error_before_exec or result.error_in_exec


def one_line(error: BaseException) -> str:
    """What the error says, in one short line."""
    try:
        said = str(error.msg if isinstance(error, SyntaxError) else error)
    except Exception:  # A learner's own error class may fail when it is printed.
        said = ""
    return " ".join(said[:1_000].split())[:200]


def line_of(error: BaseException) -> int | None:
    """The line of the cell at which Python stopped to read or, called from there or not, to run it."""
    cell = line = None
    for frame, number in traceback.walk_tb(error.__traceback__):
        # The first thing below IPython's own frames that runs as a module is the cell.
        if cell is None and frame.f_code.co_name == "<module>":
            cell = frame.f_code.co_filename
        if frame.f_code.co_filename == cell:
            line = number
    if cell is None and isinstance(error, SyntaxError):
        line = error.lineno
    return line if type(line) is int else None


def close_charts() -> None:
    """Close what the cell drew, as a notebook does."""
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close("all")


def prepare() -> None:
    """Make the shell that every fork inherits, with all that its first cell loads."""
    HistoryManager.enabled = False
    shell = Shell.instance()
    shell.run_cell("None", store_history=False)
    shell.reset(new_session=True)


def work_here() -> None:
    """Let a module that a cell writes be imported, as in a notebook; last, so that it stands in nobody's place."""
    sys.path.append(os.getcwd())


@dataclass(frozen=True)
class Beginning:
    """What the shell has run already when a hand-in comes to it.

    Attributes:
        cells: how many of its first cells.
        luck: the state of Python's ``random`` after them, which a fork seeds anew.
    """

    cells: int = 0
    luck: tuple[Any, ...] = ()


NOTHING_RUN = Beginning()


class Failed(Exception):
    """A cell that hand-ins share did not get through, or gave an answer."""


def begin(cells: Iterable[str], names: Iterable[str]) -> Beginning:
    """Run the cells with which hand-ins begin, as ``run`` would.

    Args:
        names: the answers; none of them may be given in these cells.

    Raises:
        Failed: if that is so, or one of them fails.
    """
    shell, done = Shell.instance(), 0
    luck.settle()
    for source in cells:
        try:
            error = error_of(shell.run_cell(source, store_history=True))
        except BaseException as escaped:
            error = escaped
        if error is not None:
            raise Failed(f"a cell failed: {type(error).__name__}")
        close_charts()
        done += 1
    if given := [name for name in names if name in shell.user_ns]:
        raise Failed(f"an answer was given: {', '.join(given)}")
    return Beginning(done, random.getstate())


def run(
    cells: list[str],
    names: list[str],
    calls: dict[str, list[Any]],
    channel: Channel,
    beginning: Beginning = NOTHING_RUN,
) -> None:
    """Run the cells of a hand-in after those that were run already, and report as if all had been run now."""
    shell = Shell.instance()
    if beginning.cells:
        random.setstate(beginning.luck)
    else:
        luck.settle()
    answers = Answers(names, calls, shell.user_ns, channel)
    channel.send("ready")
    sets = [names_set(source, names, shell.transform_cell) for source in cells]
    for index, found in enumerate(sets):
        channel.send("sets", index, found)
    for index, source in enumerate(cells):
        channel.send("start", index)
        if index < beginning.cells:
            continue
        answers.before_cell()
        try:
            error = error_of(shell.run_cell(source, store_history=True))
            close_charts()
            answers.after_cell(sets[index], succeeded=error is None)
        except BaseException as escaped:  # Whatever a cell lets out must not stop the next one.
            error = escaped
            answers.after_cell(sets[index], succeeded=False)
        if error is not None:
            channel.send("failed", index, type(error).__name__, one_line(error), line_of(error))
    answers.after_last()
    channel.send("end")
