"""The floor of the bench: a warm process that forks, executes the cells in the fork, and does nothing else.

It is run by path: ``python grading_floor.py LIBRARY CELLS MODULE…``, with the folder of the library that hand-ins import, a
JSON file of two lists of cells, those executed once before it forks and those executed in each fork, and the modules that it
imports. For every line that it reads it forks once, and prints the seconds of the clock and of the processor as JSON.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import resource
import sys
import time
from pathlib import Path


def main() -> None:
    """Fork, execute, and wait, whenever a line is read."""
    library, cells, *modules = sys.argv[1:]
    # What the cells print goes nowhere.
    told, nothing = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    sys.path.insert(0, library)
    for module in modules:
        importlib.import_module(module)
    from mlcurric.grading.guest.cells import Shell, close_charts, prepare

    prepare()
    shell = Shell.instance()
    before, each = json.loads(Path(cells).read_text(encoding="utf-8"))

    def execute(sources: list[str]) -> None:
        for source in sources:
            shell.run_cell(source, store_history=True)
            close_charts()

    execute(before)
    # As the warm parents of the grader do: a fork that looks for garbage would copy every page that it looks at.
    gc.collect()
    gc.freeze()
    for _ in sys.stdin:
        begun, used = time.perf_counter(), _used()
        child = os.fork()
        if child == 0:
            execute(each)
            os._exit(0)
        os.waitpid(child, 0)
        os.write(told, json.dumps([time.perf_counter() - begun, _used() - used]).encode() + b"\n")


def _used() -> float:
    """Seconds of the processor of this process and of those it waited for."""
    return sum(
        told.ru_utime + told.ru_stime
        for told in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


if __name__ == "__main__":
    main()
