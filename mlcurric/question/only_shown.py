"""The error of a function that is there to try things out, and cannot be had while answers are graded."""

from __future__ import annotations


class OnlyShown(RuntimeError):
    """Raised inside the sandbox where a hand-in calls it; whoever reads the report knows it by its name."""
