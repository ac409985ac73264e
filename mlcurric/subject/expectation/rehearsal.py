"""A rehearsal: many teams make the same kind of promise in the same way, and then their next quarter comes out."""

from __future__ import annotations

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from mlcurric.subject.expectation.evidence import chosen_in_pilot
from mlcurric.subject.expectation.sheet import ExpectationSheet
from mlcurric.subject.ranking import contact_list
from mlcurric.subject.simulation.practice import SIZES, practice_world
from mlcurric.subject.simulation.world import World
from mlcurric.subject.uplift import CallModel, expected_gain, learn_calls


def rehearse(teams: int, size: int = 600, world: World | None = None) -> pd.DataFrame:
    """Let each team run a pilot, count its list on later rows, promise, and live through the quarter after that.

    Every team has customers of its own, all of one world: nothing changes between the promise and the quarter, so what
    breaks a promise here is luck alone.

    Args:
        teams: how many; ten take about two seconds on one core.
        size: customers on each list, of 10,000.
        world: by default the one that the practice tables come from.

    Returns:
        One row a team, in customers kept (net of those whom the calls drove away): ``low``, ``point`` and ``high`` as
        promised, ``came`` as it came out.
    """
    world = world or practice_world()
    # So many small fits: threads that wait for each other would cost more than they bring, ten times so on a busy machine.
    with threadpool_limits(1):
        return pd.DataFrame([_one_team(world, team, size) for team in range(1, teams + 1)])


def _one_team(world: World, team: int, size: int) -> dict[str, float]:
    pilot = world.pilot(f"pilot of team {team}", SIZES["pilot"])
    later = world.history(f"later rows of team {team}", SIZES["summer"])
    model = learn_calls(pilot)
    listed = contact_list(later, expected_gain(model, later), size)
    sheet = ExpectationSheet.from_rows(listed, later, chosen_in_pilot(pilot, size / len(later)))
    came = _next_quarter(world, team, model, size)
    return {"low": sheet.kept.low, "point": sheet.kept_middle, "high": sheet.kept.high, "came": came}


def _next_quarter(world: World, team: int, model: CallModel, size: int) -> int:
    """How many fewer of the list leave than if nobody had called."""
    customers, truth = world.draw(f"next quarter of team {team}", SIZES["today"])
    listed = np.zeros(len(customers), dtype=bool)
    listed[contact_list(customers, expected_gain(model, customers), size).index] = True
    # The same luck both ways: a customer whom a call does not move does the same with and without it.
    alone, called = (truth.outcome(np.random.default_rng(team), given) for given in (None, listed))
    return int(alone.sum()) - int(called.sum())
