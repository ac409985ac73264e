"""The warm parent: it has imported what hand-ins import, and keeps a few primed parents that run them.

It runs inside the sandbox and is started by ``mlcurric.grading.sandbox``. Over its control socket it is told
``{"run": …}`` with two descriptors, the job to read and the report to write, and answers ``{"over": why}`` when no process of
that hand-in is left. What a hand-in reports goes past it, straight to whoever asked.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import socket
import sys
from collections import OrderedDict
from typing import Any

from mlcurric.grading.guest.cells import prepare
from mlcurric.grading.guest.limits import LONGEST_MESSAGE
from mlcurric.grading.guest.primed import Gone, Primed, Shared, Unfit

_MOST_PRIMED = 4
"""Primed parents that are kept at once; hand-ins come by exercise and world."""
_MOST_UNFIT = 100


def serve(control: socket.socket, system_calls: bytes, preload: list[str]) -> None:
    """Take one hand-in after the other, until the other side closes the socket."""
    # What judges comes first, however many processes hand-ins start.
    os.nice(10)
    for module in preload:
        importlib.import_module(module)
    prepare()
    gc.collect()
    # A fork that looks for garbage would copy every page that it looks at.
    gc.freeze()
    crew = _Crew(control, system_calls)
    control.send(json.dumps({"ready": os.getpid()}).encode())
    while (received := _receive(control)) is not None:
        message, descriptors = received
        if "run" not in message:
            # To stop a hand-in that was over already.
            continue
        try:
            why = crew.run(message["run"], descriptors)
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        control.send(json.dumps({"over": why}).encode())


def _receive(control: socket.socket) -> tuple[dict[str, Any], list[int]] | None:
    data, descriptors, _flags, _address = socket.recv_fds(control, LONGEST_MESSAGE, 2)
    return (json.loads(data), descriptors) if data else None


class _Crew:
    """The primed parents there are, the one last used last."""

    def __init__(self, control: socket.socket, system_calls: bytes) -> None:
        self._control, self._system_calls = control, system_calls
        self._kept: OrderedDict[Shared, Primed] = OrderedDict()
        self._unfit: OrderedDict[Shared, None] = OrderedDict()

    def run(self, job: dict[str, Any], descriptors: list[int]) -> str:
        """Run one hand-in where its beginning was run, or else from its first cell; see ``watch.run_one``."""
        plain = Shared(job["tables"])
        cells = tuple(job["beginning"])
        shared = Shared(job["tables"], cells, tuple(job["names"])) if cells else plain
        seconds = job["limits"]["seconds"]
        try:
            try:
                primed = self._primed(shared, seconds)
            except Unfit:
                primed = self._primed(plain, seconds)
            return primed.run(job["limits"], descriptors)
        except Gone as gone:
            return str(gone)

    def _primed(self, shared: Shared, seconds: float) -> Primed:
        if shared in self._unfit:
            raise Unfit
        if shared in self._kept and not self._kept[shared].is_there():
            self._kept.pop(shared).close()
        if shared not in self._kept:
            while len(self._kept) >= _MOST_PRIMED:
                self._kept.popitem(last=False)[1].close()
            try:
                self._kept[shared] = Primed(shared, self._control, seconds, self._system_calls)
            except Unfit:
                self._unfit[shared] = None
                while len(self._unfit) > _MOST_UNFIT:
                    self._unfit.popitem(last=False)
                raise
        self._kept.move_to_end(shared)
        return self._kept[shared]


def main() -> None:
    """Serve whoever started this: the control socket and the filter are inherited as descriptors."""
    control, filter_ = (int(number) for number in sys.argv[1:3])
    with open(filter_, "rb") as file:
        system_calls = file.read()
    serve(socket.socket(fileno=control), system_calls, sys.argv[3:])


if __name__ == "__main__":
    main()
