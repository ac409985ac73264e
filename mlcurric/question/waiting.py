"""How long something waited for a processor: what others compute meanwhile must not use up its time."""

from __future__ import annotations


def waited(task: str) -> float:
    """Seconds for which a process, or one thread of it, was ready to run and no processor was free.

    Args:
        task: the number of a process, or ``self/task/…`` with that of a thread of this one.

    Returns:
        0 where the system does not tell; Linux does.
    """
    try:
        with open(f"/proc/{task}/schedstat", "rb") as told:
            return int(told.read().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0
