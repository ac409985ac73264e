"""A process of our own beside the grader's for what a stranger's text or answer can keep busy: it is stopped, and replaced.

It is trusted, and never runs a line of a hand-in. What it is asked takes as long as the asked step says, at most twice as
long where no exception stops it, and its memory is bounded; whatever happens to it, the grader goes on.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import Any

_BEYOND = 2.0
"""So many times that long a step may take where no exception stops it, as in a loop of a compiled library."""


class Failed(Exception):
    """A step raised an exception, which this one names."""


class Ended(Exception):
    """The process ended on a step, each time it was asked, or is closed."""


class Apart:
    """One process; it may be asked from several threads, and answers one after the other.

    Args:
        memory: bytes that it may hold: what it reads must not make the machine end another process in its place.
        tries: how often a step is asked on which the process ends.
        enter: what the process does before it is asked anything.
        preload: modules that the server imports once from which all such processes are forked, where there is one; without
            any, the process starts anew and imports what it needs.
    """

    def __init__(
        self, memory: int, tries: int, enter: Callable[[], None] | None = None, preload: Sequence[str] = ()
    ) -> None:
        self._memory, self._tries, self._enter, self._preload = memory, tries, enter, list(preload)
        self._lock, self._closed = threading.Lock(), False
        self._process: multiprocessing.process.BaseProcess | None = None

    def ask(self, step: Callable[..., Any], *arguments: Any) -> Any:
        """What a step gives in the process; one that ends on it is replaced.

        Raises:
            Failed: if the step raises an exception.
            Ended: if the process ends on it, as often as it is tried.
        """
        with self._lock:
            for _ in range(self._tries):
                if self._closed:
                    break
                try:
                    if self._process is None:
                        self._begin()
                    self._there.send((step, arguments))
                    succeeded, result = self._there.recv()
                except (EOFError, OSError):
                    self._end()
                else:
                    if succeeded:
                        return result
                    raise Failed(result)
        raise Ended

    def rest(self) -> None:
        """End the process if it is idle; whoever asks again waits for a new one."""
        if self._lock.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._lock.release()

    def close(self) -> None:
        """End the process, whatever it does."""
        self._closed = True
        if process := self._process:
            process.kill()
        with self._lock:
            self._end()

    def _begin(self) -> None:
        # An isolated server does not hear of PYTHONPATH, and would import an installed copy in the place of that one.
        told = sys.flags.isolated and "PYTHONPATH" in os.environ
        forked = self._preload and not told and "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if forked else "spawn")
        if forked:
            context.set_forkserver_preload(self._preload)
        self._there, inside = context.Pipe()
        # Where only the process itself holds the other end, its end is heard.
        with inside, _unheard_ctrl_c():
            process = context.Process(target=_sit, args=(inside, self._memory, self._enter), daemon=True)
            process.start()
        self._process = process

    def _end(self) -> None:
        if self._process is not None:
            self._there.close()
            self._process.kill()
            self._process.join()
            self._process = None


def _sit(asked: Connection, memory: int, enter: Callable[[], None] | None) -> None:
    """The process: take one request after the other, until the other side is gone."""
    # Whoever stops the grading stops it in one place; where signals cannot be held back, this is the first chance to say so.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    if enter:
        enter()
    with suppress(EOFError, OSError):
        while True:
            step, arguments = asked.recv()
            try:
                answer = True, step(*arguments)
            except Exception as error:
                # As words: not every error can be sent.
                answer = False, f"{type(error).__name__}: {error}"
            asked.send(answer)


@contextmanager
def _unheard_ctrl_c() -> Iterator[None]:
    """Hold Ctrl-C back in what is started meanwhile: a terminal sends it to all, and one that still imports would cry out."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Begun with the first process, it would let the signal through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise ``TimeoutError`` in what takes longer; end the process where that is not heard. Only inside such a process."""

    def too_long(*_: object) -> None:
        raise TimeoutError(f"{seconds:g} s")

    on_time = hasattr(signal, "setitimer")
    with open(os.devnull, "w") as nothing:
        faulthandler.dump_traceback_later(_BEYOND * seconds, exit=True, file=nothing)
        if on_time:
            signal.signal(signal.SIGALRM, too_long)
            signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            yield
        finally:
            if on_time:
                signal.setitimer(signal.ITIMER_REAL, 0)
            faulthandler.cancel_dump_traceback_later()
