"""Worlds worth deciding in: where the best decision earns little more than the simplest, another world is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from mlcurric.subject.simulation.keys import world_key
from mlcurric.subject.simulation.world import World, draw_world

Drawn = TypeVar("Drawn")


class TooLittleAtStake(ValueError):
    """In this world the best simple decision earns nearly as much as the best there is."""


def first_at_stake(draw: Callable[[World], Drawn], key: bytes, exercise: str, attempt: int) -> Drawn:
    """What ``draw`` makes of a world that nobody has seen, drawn from a secret key.

    Args:
        draw: from a world to what is decided on; it raises ``TooLittleAtStake`` for a world to be drawn again.
        key, exercise, attempt: as for ``world_key``.
    """
    own = world_key(key, exercise, attempt)
    while True:
        try:
            return draw(draw_world(own))
        except TooLittleAtStake:
            own = world_key(own, exercise, attempt)
