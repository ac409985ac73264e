"""As whom hand-ins run inside the sandbox, and where what they need stands there; plain, so that every system can name it."""

from __future__ import annotations

NOBODY = 65534
"""The user and the group as whom hand-ins run."""
WORK, TABLES, DATA = "/mlcurric/work", "/mlcurric/tables", "/mlcurric/data"
"""Where a hand-in runs, where the tables of all runs lie, and where a hand-in finds those of its own."""
