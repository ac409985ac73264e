"""The grader starts Python anew and isolated, so that no file among the hand-ins is imported in a library's place.

Whoever stands in the folder of the hand-ins would else run a ``multiprocessing.py`` that somebody handed in: the processes
that Python starts for us look for modules in the current folder first.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

_START = (
    # Until a grading has begun there is nothing to say of Ctrl-C: it ends, without a traceback of what is still imported.
    "import signal; signal.getsignal(2) is signal.default_int_handler and signal.signal(2, signal.SIG_DFL); "
    "import json, sys; sys.path[:0] = [each for each in json.loads(sys.argv.pop(1)) if each not in sys.path]; "
    "sys.argv[0] = 'mlcurric'; from mlcurric.cli import main; main()"
)


def start_isolated() -> None:
    """Start the same command again as ``python -I``; it returns only where that was done already.

    What the isolated process has no other way to find, such as libraries of this user alone, it is told.
    """
    if sys.flags.isolated:
        return
    command = [sys.executable, "-I", "-c", _START, json.dumps(_trusted(sys.path)), *sys.argv[1:]]
    if os.name == "posix":
        os.execv(sys.executable, command)
    # On Windows the new process would run beside this one, and the prompt come back before it ends.
    process = subprocess.Popen(command)
    while True:
        try:
            sys.exit(process.wait())
        except KeyboardInterrupt:
            # It is stopped by the same key, and says so itself.
            continue


def _trusted(folders: list[str]) -> list[str]:
    """Where modules may come from: not the current folder, unless this package itself lies there."""
    home, here = Path(__file__).parents[2], Path.cwd()
    return [each for each in folders if os.path.isabs(each) and (Path(each) == home or Path(each) != here)]
