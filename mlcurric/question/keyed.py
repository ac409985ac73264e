"""A number that is another among the customers of every world, so that nobody can type in that of the practice world."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mlcurric.subject.simulation.world import World


class OfWorld:
    """What is expected of a keyed number; called, it is that of this process's world.

    Args:
        compute: from any world to the number.
    """

    def __init__(self, compute: Callable[[World], float]) -> None:
        self._compute = compute

    def __call__(self) -> float:
        return self._here

    def lies_near_shown(self, tolerance: float, world: World) -> bool:
        """Whether one number could be right in a world and in the practice world.

        Args:
            tolerance: how far from what is expected a right answer may lie.
            world: any, entered or not.
        """
        return abs(self._compute(world) - self._shown) <= 2 * tolerance

    @cached_property
    def _here(self) -> float:
        # Imported here and below: most questions need no customers.
        from mlcurric.subject.simulation.practice import practice_world

        return self._compute(practice_world())

    @cached_property
    def _shown(self) -> float:
        from mlcurric.subject.simulation.practice import shown_world

        return self._compute(shown_world())
