"""Run one hand-in in a process of its own, without a sandbox: for whoever trusts the submissions.

The job comes in on standard input; the report leaves on what was standard output.
"""

from __future__ import annotations

import json
import os
import sys

from mlcurric.grading.guest.cells import Channel, prepare, run, work_here


def main() -> None:
    """Read the job, run it, and be gone."""
    job = json.loads(sys.stdin.buffer.read())
    channel = Channel(os.dup(sys.stdout.fileno()))
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    prepare()
    work_here()
    run(job["cells"], job["names"], job["calls"], channel)
    # Not sys.exit: a thread that a cell left behind would keep the process alive.
    os._exit(0)


if __name__ == "__main__":
    main()
