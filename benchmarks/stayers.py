"""What ``SAFER`` of ``report/advice/stayers.py`` does: how often the range of a list of stayers holds those who then leave.

``.venv/bin/python benchmarks/stayers.py [TABLES]``. In each world customers of one score keep risks of their own, more or less
alike (ρ, 0: all have the score's). Beside the range that is promised stands the one that takes stayers to be as likely to leave
as everybody of their score. 95 of 100 is what is promised.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mlcurric.subject.ranges import Range

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.report.frail import held

ALIKE = (0.0, 0.1, 0.18, 0.35, 0.5)


def main(tables: int = 12) -> None:
    print(f"{'ρ':>5}{'promised':>12}{'as everybody':>16}   of 100 lists, so many are within the range")
    for alike in ALIKE:
        promised, plain = held(alike, tables=tables), held(alike, Range(1.0, 1.0), tables)
        print(f"{alike:>5}{100 * promised:>12.0f}{100 * plain:>16.0f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
