"""What one hand-in may use; plain numbers, so that whoever grades can name them on every system."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What one hand-in may use.

    Attributes:
        seconds: of the clock, for all of it; those for which it only waited for a processor are not counted, up to
            ``longest``.
        cpu_seconds: of the processor, for all its processes together.
        memory: bytes of all its processes together, beyond what the process it was forked from holds already.
        disk: bytes of each of its writable folders, and of any one file.
        processes: processes and threads, beside the first.
        files: open files of one process.
        report: bytes that it may report.
        lines: of its report.
    """

    seconds: float = 120.0
    cpu_seconds: float = 120.0
    memory: int = 1_000_000_000
    disk: int = 64_000_000
    processes: int = 48
    files: int = 256
    report: int = 8_000_000
    lines: int = 50_000

    @property
    def longest(self) -> float:
        """Seconds of the clock after which it is over, whatever it waited for."""
        return 3 * self.seconds


LONGEST_MESSAGE = 65_536
"""Bytes of what the parents of hand-ins say to each other at once."""
