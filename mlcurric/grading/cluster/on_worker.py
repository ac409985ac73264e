"""What a machine of the cluster does: run a hand-in in a sandbox of its own, and hand back what was heard, as bytes.

Dask calls ``run_there`` in a worker's process, by its name: every worker has mlcurric[cluster] installed. No key, no truth
and no check of a graded world comes here. Warm sandboxes are kept, as many as hand-ins run side by side.
"""

from __future__ import annotations

import atexit
import queue
import threading
from contextlib import suppress
from dataclasses import replace
from functools import cache

from mlcurric.grading.cluster.messages import Answer, Order, library_hash, unpack_tables
from mlcurric.grading.running.job import Heard, Job
from mlcurric.grading.running.place import Place, hand_over
from mlcurric.grading.sandbox.launch import find_tools
from mlcurric.grading.sandbox.worker import Worker

_SHOWN = 300


def run_there(order: bytes, tables: bytes = b"") -> bytes:
    """Run a hand-in; see ``messages`` for what travels.

    Args:
        order: an ``Order``; one without cells only asks whether this machine can run any.
        tables: the packed tables, where this machine asked for them.
    """
    from distributed import get_worker

    machine = get_worker().address
    try:
        asked = Order.from_bytes(order)
        bench = _bench()
        if asked.library != bench.library:
            answer = Answer(why="another version of mlcurric is installed")
        elif asked.job.tables and not bench.has_tables(asked.job.tables, tables):
            answer = Answer(needs_tables=True)
        else:
            answer = Answer(bench.run(asked.job))
    except Exception as error:  # Whoever grades reads bytes, and nothing that Python pickled.
        answer = Answer(why=f"{type(error).__name__}: {error}"[:_SHOWN])
    return replace(answer, machine=machine).as_bytes()


class _Bench:
    """The sandboxes of this process.

    Raises:
        NoSandbox: if none can be had here.
    """

    def __init__(self) -> None:
        self._tools = find_tools()
        self._place = Place()
        self.library = library_hash(self._place.library)
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        self._lock = threading.Lock()
        atexit.register(self.close)

    def run(self, job: Job) -> Heard:
        """Run a hand-in in a sandbox that is idle, or in a new one."""
        try:
            runner = self._idle.get_nowait()
        except queue.Empty:
            runner = Worker(self._tools, self._place)
        try:
            heard = runner.run(job)
        except BaseException:
            # What is in doubt is not used again.
            runner.close()
            raise
        self._idle.put(runner)
        return heard

    def has_tables(self, name: str, packed: bytes) -> bool:
        """Whether the tables of that hash are here, or now are."""
        folder = self._place.tables / name
        with self._lock:
            if not folder.is_dir() and packed:
                # Under another name until it is whole.
                new = folder.with_name(f".{name}")
                new.mkdir(exist_ok=True)
                unpack_tables(packed, new)
                hand_over(new)
                new.rename(folder)
            return folder.is_dir()

    def close(self) -> None:
        """End the sandboxes, and leave nothing behind."""
        with suppress(queue.Empty):
            while True:
                self._idle.get_nowait().close()
        self._place.close()


_making = threading.Lock()


def _bench() -> _Bench:
    # Several hand-ins may come at once, and one bench is enough.
    with _making:
        return _one_bench()


@cache
def _one_bench() -> _Bench:
    return _Bench()
