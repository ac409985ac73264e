"""A primed parent: the tables of one world, and the beginning that hand-ins of one exercise share, run once.

It is forked from the warm parent into namespaces of its own, and forks once for each hand-in. Only cells of ours have run in
it, so it is as trusted as the warm parent. A beginning that leaves behind what a fork does not inherit, or what its hand-ins
must not share, is not kept: such hand-ins run in full.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
from dataclasses import dataclass
from typing import Any

from mlcurric.grading.guest import confine, using
from mlcurric.grading.guest.cells import NOTHING_RUN, Beginning, Failed, begin, work_here
from mlcurric.grading.guest.descriptors import keep_only, open_now
from mlcurric.grading.guest.inside import WORK
from mlcurric.grading.guest.limits import LONGEST_MESSAGE, Limits
from mlcurric.grading.guest.watch import Order, run_one


@dataclass(frozen=True)
class Shared:
    """What hand-ins have in common.

    Attributes:
        tables: the folder of their tables, or an empty text.
        cells: the cells with which they begin, ours and unchanged.
        names: the answers that are asked for, where there are such cells.
    """

    tables: str
    cells: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Unfit(Exception):
    """What was run in a primed parent is not to be shared."""


class Gone(Exception):
    """The primed parent ended."""


class Unconfined(Gone):
    """It could not be given a place of its own."""


class Primed:
    """A primed parent, as the warm parent drives it.

    Args:
        shared: what its hand-ins have in common.
        control: the socket of whoever asks for runs.
        seconds: how long its cells may take.
        system_calls: the program of ``linux.filter_system_calls``.

    Raises:
        Unfit: if its cells are not to be shared.
        Gone: if it could not be shut in, or ended.
    """

    def __init__(self, shared: Shared, control: socket.socket, seconds: float, system_calls: bytes) -> None:
        self._talk, inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with inside:
            self._process = os.fork()
            if self._process == 0:
                _in_fork(shared, control, inside, system_calls)
        self._ended = False
        self._talk.settimeout(seconds)
        try:
            if unfit := self._hear()["unfit"]:
                raise Unfit(unfit)
        except Gone as gone:
            self.close()
            if shared.cells and not isinstance(gone, Unconfined):
                raise Unfit(str(gone)) from gone
            raise
        except Unfit:
            self.close()
            raise
        self._talk.settimeout(None)

    def run(self, limits: dict[str, Any], descriptors: list[int]) -> str:
        """Run one hand-in; see ``watch.run_one``.

        Args:
            descriptors: the job to read, and the report to write.

        Raises:
            Gone: if it is gone.
        """
        try:
            socket.send_fds(self._talk, [json.dumps(limits).encode()], descriptors)
        except OSError as error:
            raise Gone(str(error)) from error
        return self._hear()["over"]

    def is_there(self) -> bool:
        """Whether it waits for hand-ins."""
        self._ended = self._ended or os.waitpid(self._process, os.WNOHANG) != (0, 0)
        return not self._ended

    def close(self) -> None:
        """End it."""
        self._talk.close()
        if self.is_there():
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            self._ended = True

    def _hear(self) -> dict[str, str]:
        try:
            heard = json.loads(self._talk.recv(LONGEST_MESSAGE))
        except (OSError, ValueError) as error:
            raise Gone(f"a primed parent ended: {error}") from error
        if "unconfined" in heard:
            raise Unconfined(f"unconfined: {heard['unconfined']}")
        return heard


def _in_fork(shared: Shared, control: socket.socket, talk: socket.socket, system_calls: bytes) -> None:
    """The fork: namespaces, then the primed parent within them. It does not return."""
    try:
        keep_only(control.fileno(), talk.fileno())
        confine.leave_the_others()
        confine.settle(shared.tables)
        os.chdir(WORK)
        work_here()
    except BaseException as error:
        talk.send(json.dumps({"unconfined": f"{type(error).__name__}: {error}"[:1_000]}).encode())
        os._exit(1)
    beginning, unfit = _begun(shared)
    talk.send(json.dumps({"unfit": unfit}).encode())
    if not unfit:
        _serve(control, talk, beginning, system_calls)
    os._exit(0)


def _begun(shared: Shared) -> tuple[Beginning, str]:
    """Run the cells; what was begun, and why it is not to be shared."""
    before = open_now()
    try:
        beginning = begin(shared.cells, shared.names)
    except Failed as failed:
        return NOTHING_RUN, str(failed)
    gc.collect()
    # A fork that looks for garbage would copy every page that it looks at.
    gc.freeze()
    left = {
        # A fork has no other threads, and whoever waits for one that OpenMP had waits for ever.
        "a thread": len(os.listdir("/proc/self/task")) != 1,
        "a process": bool(using.others()),
        "an open file": open_now() != before,
        "a file": any(os.listdir(folder) for folder in confine.WRITABLE),
        "another folder": os.getcwd() != WORK,
    }
    return beginning, ", ".join(what for what, is_left in left.items() if is_left)


def _serve(control: socket.socket, talk: socket.socket, beginning: Beginning, system_calls: bytes) -> None:
    """Run one hand-in after the other, until the warm parent closes its end."""
    while True:
        data, descriptors, _flags, _address = socket.recv_fds(talk, LONGEST_MESSAGE, 2)
        if not data:
            return
        try:
            why = run_one(control, Order(*descriptors, Limits(**json.loads(data))), beginning, system_calls)
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        talk.send(json.dumps({"over": why}).encode())
