"""The warm parent: it has imported what hand-ins import, and forks once for each of them.

It runs inside the sandbox and is started by ``mlcurric.grading.sandbox``. Over its control socket it is told
``{"run": …}`` with two descriptors, the job to read and the report to write, and answers ``{"over": why}`` when no process of
that hand-in is left. What a hand-in reports goes past it, straight to whoever asked.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import select
import signal
import socket
import sys
import time
from typing import Any

from mlcurric.grading.guest import confine
from mlcurric.grading.guest.cells import Channel, prepare, run
from mlcurric.grading.guest.confine import Limits

_LOOK = 0.02
_SOCKET = 512 * 1024
_LONGEST_MESSAGE = 65_536
_MOST_DESCRIPTORS = 2**31 - 1


def serve(control: socket.socket, system_calls: bytes, preload: list[str]) -> None:
    """Take one hand-in after the other, until the other side closes the socket."""
    for module in preload:
        importlib.import_module(module)
    prepare()
    control.send(json.dumps({"ready": os.getpid()}).encode())
    while (received := _receive(control)) is not None:
        message, descriptors = received
        if "run" not in message:
            # To stop a hand-in that was over already.
            continue
        try:
            why = _one(control, message["run"], descriptors, system_calls)
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        control.send(json.dumps({"over": why}).encode())


def _receive(control: socket.socket) -> tuple[dict[str, Any], list[int]] | None:
    data, descriptors, _flags, _address = socket.recv_fds(control, _LONGEST_MESSAGE, 2)
    return (json.loads(data), descriptors) if data else None


def _one(control: socket.socket, job: dict[str, Any], descriptors: list[int], system_calls: bytes) -> str:
    """Run one hand-in in a fork, and leave nothing of it.

    Returns:
        Why it is over: ``"ended"``, ``"time"``, ``"memory"``, ``"stopped"``, or ``"unconfined: …"`` where it was not run.
    """
    limits = Limits(**job["limits"])
    told, tell = os.pipe()
    before = _memory_of(os.getpid())
    deadline = time.monotonic() + limits.seconds
    child = os.fork()
    if child == 0:
        os.close(told)
        control.close()
        _in_fork(job["tables"], limits, descriptors, tell, system_calls)
    os.close(tell)
    try:
        return _watch(control, child, told, deadline, before, limits)
    finally:
        _end_all()
        os.close(told)


def _watch(control: socket.socket, child: int, told: int, deadline: float, before: int, limits: Limits) -> str:
    if complaint := _complaint(told, deadline):
        return f"unconfined: {complaint}"
    ended = os.pidfd_open(child)
    try:
        while True:
            ready, _, _ = select.select([ended, control], [], [], _LOOK)
            if ended in ready:
                return "ended"
            if control in ready:
                # Whatever is said now, or an end of the line, stops the hand-in.
                control.recv(_LONGEST_MESSAGE)
                return "stopped"
            if time.monotonic() > deadline:
                return "time"
            if _too_much(child, before, limits.memory):
                return "memory"
    finally:
        os.close(ended)


def _complaint(told: int, deadline: float) -> str:
    """What the fork said before it ran anything; nothing where it is shut in."""
    said = b""
    while time.monotonic() < deadline:
        if select.select([told], [], [], _LOOK)[0]:
            if not (part := os.read(told, 4096)):
                break
            said += part
    return said.decode("utf-8", "replace")


def _in_fork(tables: str, limits: Limits, descriptors: list[int], tell: int, system_calls: bytes) -> None:
    """The fork: namespaces, then a process within them that is shut in and runs the cells. It does not return."""
    try:
        confine.leave_the_others()
        inner = os.fork()
        if inner:
            _keep_only()
            os.waitpid(inner, 0)
            os._exit(0)
        confine.shut_in(tables, limits, system_calls)
        os.chdir(confine.WORK)
    except BaseException as error:
        os.write(tell, f"{type(error).__name__}: {error}".encode()[:1_000])
        os._exit(1)
    os.close(tell)
    _run_cells(*descriptors)


def _run_cells(job: int, report: int) -> None:
    with open(os.dup(job), "rb") as file:
        asked = json.load(file)
    _keep_only(report)
    channel = Channel(report)
    run(asked["cells"], asked["names"], asked["calls"], channel)
    os._exit(0)


def _keep_only(*wanted: int) -> None:
    """Close whatever was inherited but what is wanted; what is printed goes nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    below = 3
    for descriptor in sorted(wanted):
        os.closerange(below, descriptor)
        below = descriptor + 1
    os.closerange(below, _MOST_DESCRIPTORS)


def _end_all() -> None:
    """End every process in the sandbox but this one and the first, and wait until none is left."""
    while True:
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG) != (0, 0):
                pass
        if not list(_others()):
            return
        time.sleep(0.001)


def _others() -> list[int]:
    return [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) not in (1, os.getpid())]


def _too_much(child: int, before: int, most: int) -> bool:
    """Whether the processes of the hand-in hold more than ``most`` bytes; what they share is counted once."""
    left = most - _memory_of_sockets(child)
    if sum(max(0, _memory_of(process) - before) for process in _others()) <= left:
        return False
    # Quick to read and too high where a process forked; what follows is slow to read and exact.
    return sum(_share_of(process) or _memory_of(process) for process in _others()) > left


def _memory_of(process: int) -> int:
    """Bytes that a process holds beside what is read from files; right after a fork, as many as its parent."""
    return _held(process, "status", ("RssAnon:", "RssShmem:", "VmSwap:"))


def _share_of(process: int) -> int:
    """The same, with its part of what several processes hold; 0 where the kernel does not tell."""
    return _held(process, "smaps_rollup", ("Pss_Anon:", "Pss_Shmem:", "SwapPss:"))


def _held(process: int, file: str, fields: tuple[str, ...]) -> int:
    if told := _told(f"/proc/{process}/{file}", fields):
        return sum(told)
    # Its first thread may have ended before the others, and then tells nothing of what they hold.
    threads = f"/proc/{process}/task"
    return max((sum(_told(f"{threads}/{thread}/{file}", fields)) for thread in _listed(threads)), default=0)


def _memory_of_sockets(child: int) -> int:
    """Bytes that may wait in the sockets of the hand-in, closed or not; the kernel holds them for no process."""
    try:
        with open(f"/proc/{child}/net/sockstat", encoding="ascii") as told:
            return _SOCKET * int(told.readline().split()[-1])
    except (OSError, ValueError, IndexError):
        return 0


def _told(path: str, fields: tuple[str, ...]) -> list[int]:
    """Bytes that the kernel tells; nothing of a process that is gone."""
    try:
        with open(path, encoding="ascii", errors="replace") as told:
            return [1024 * int(line.split()[1]) for line in told if line.startswith(fields)]
    except (OSError, ValueError):
        return []


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def main() -> None:
    """Serve whoever started this: the control socket and the filter are inherited as descriptors."""
    control, filter_ = (int(number) for number in sys.argv[1:3])
    with open(filter_, "rb") as file:
        system_calls = file.read()
    serve(socket.socket(fileno=control), system_calls, sys.argv[3:])


if __name__ == "__main__":
    main()
