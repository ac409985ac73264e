"""One hand-in in a fork of a primed parent: shut in, watched, and nothing left of it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import time
from dataclasses import dataclass

from mlcurric.grading.guest import confine, using
from mlcurric.grading.guest.cells import Beginning, Channel, run
from mlcurric.grading.guest.descriptors import keep_only
from mlcurric.grading.guest.inside import WORK
from mlcurric.grading.guest.limits import LONGEST_MESSAGE, Limits
from mlcurric.question.waiting import waited

_LOOK = 0.02


@dataclass(frozen=True)
class Order:
    """One hand-in that is to be run.

    Attributes:
        job: the descriptor of what is to be run; see ``Job.cells_as_json``.
        report: the descriptor that it reports to.
        limits: what it may use.
    """

    job: int
    report: int
    limits: Limits


def run_one(control: socket.socket, order: Order, beginning: Beginning, system_calls: bytes) -> str:
    """Run one hand-in in a fork, and leave nothing of it.

    Args:
        control: of whoever asked; whatever is said there meanwhile stops the hand-in.
        beginning: what this process has run for it already.
        system_calls: the program of ``linux.filter_system_calls``.

    Returns:
        Why it is over: ``"ended"``, ``"time"``, ``"memory"``, ``"stopped"``, or ``"unconfined: …"`` where it was not run.
    """
    told, tell = os.pipe()
    before = using.held_by(os.getpid())
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(told)
        control.close()
        _in_fork(order, beginning, tell, system_calls)
    os.close(tell)
    try:
        return _watch(control, child, told, began, before, order.limits)
    finally:
        _end_all()
        os.close(told)


def _watch(control: socket.socket, child: int, told: int, began: float, before: int, limits: Limits) -> str:
    if complaint := _complaint(told, began + limits.longest):
        return f"unconfined: {complaint}"
    ended, clock = os.pidfd_open(child), using.Clock()
    # In namespaces of its own the cells are run by another process than the one that was forked here.
    cells = using.forked_by(child)
    try:
        while True:
            ready, _, _ = select.select([ended, control], [], [], _LOOK)
            if ended in ready:
                return "ended"
            if control in ready:
                # Whatever is said now, or an end of the line, stops the hand-in.
                control.recv(LONGEST_MESSAGE)
                return "stopped"
            processes = using.others()
            if _is_over(began, cells, limits) or clock.seconds(processes) > limits.cpu_seconds:
                return "time"
            if using.too_much(processes, child, before, limits.memory):
                return "memory"
    finally:
        os.close(ended)


def _is_over(began: float, cells: int, limits: Limits) -> bool:
    """Whether a hand-in has used up its time, without that which others took from the process that runs its cells."""
    passed = time.monotonic() - began
    return passed > limits.seconds and (passed > limits.longest or passed - waited(str(cells)) > limits.seconds)


def _complaint(told: int, deadline: float) -> str:
    """What the fork said before it ran anything; nothing where it is shut in."""
    said = b""
    while (left := deadline - time.monotonic()) > 0:
        if select.select([told], [], [], left)[0]:
            if not (part := os.read(told, 4096)):
                break
            said += part
    return said.decode("utf-8", "replace")


def _in_fork(order: Order, beginning: Beginning, tell: int, system_calls: bytes) -> None:
    """The fork: namespaces, then a process within them that is shut in and runs the cells. It does not return."""
    try:
        confine.leave_the_others()
        confine.shut_in(order.limits, system_calls)
        os.chdir(WORK)
    except BaseException as error:
        os.write(tell, f"{type(error).__name__}: {error}".encode()[:1_000])
        os._exit(1)
    os.close(tell)
    with open(os.dup(order.job), "rb") as file:
        asked = json.load(file)
    keep_only(order.report)
    run(asked["cells"], asked["names"], asked["calls"], Channel(order.report), beginning)
    os._exit(0)


def _end_all() -> None:
    """End every process of this PID namespace but this one and the first, and wait until none is left."""
    while True:
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG) != (0, 0):
                pass
        if not using.others():
            return
        time.sleep(0.001)
