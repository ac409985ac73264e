"""The practice world, which all learners share, and the tables of it that the lessons use."""

from __future__ import annotations

from functools import cache

import pandas as pd

from mlcurric.subject.simulation.keys import PRACTICE
from mlcurric.subject.simulation.world import World, draw_world

SIZES = {"spring": 10_000, "summer": 10_000, "today": 10_000, "pilot": 20_000}
"""The tables, and their rows."""


@cache
def practice_world() -> World:
    """The world behind the practice tables; its truth is public, and no graded world is like it."""
    return draw_world(PRACTICE)


def load_customers(part: str) -> pd.DataFrame:
    """A table of simulated customers, as the company knows them (columns: see ``draw_customers``).

    Args:
        part: ``"spring"`` or ``"summer"``, with ``churned`` (bool: left within the following three months; nobody was
            called); ``"today"``, whose outcome nobody knows; or ``"pilot"``, last year's trial, half of it called by lot,
            with ``called`` and ``churned``.

    Raises:
        ValueError: naming the tables there are.
    """
    if part not in SIZES:
        raise ValueError(f"There is no table {part!r}; there are {', '.join(SIZES)}.")
    return _table(part).copy()


@cache
def _table(part: str) -> pd.DataFrame:
    world = practice_world()
    if part == "today":
        return world.draw(part, SIZES[part])[0]
    return (world.pilot if part == "pilot" else world.history)(part, SIZES[part])
