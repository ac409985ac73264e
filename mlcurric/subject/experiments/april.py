"""The lists of April to January, after a price rise: what may be believed of calling them, drawn from a world."""

from __future__ import annotations

from functools import cache

import numpy as np

from mlcurric.subject.experiments.hold_out import Belief, Lists
from mlcurric.subject.money import OFFER, gain_of_call
from mlcurric.subject.ranking import contact_list
from mlcurric.subject.simulation.practice import SIZES, practice_world
from mlcurric.subject.simulation.world import World, draw_unseen
from mlcurric.subject.stakes import TooLittleAtStake, first_at_stake
from mlcurric.subject.uplift import expected_gain, learn_calls

HARM_CHANCE = 0.3
"""What the team believes of the calls after a price rise: 7 to 3 that they still help."""
HEARD_AFTER_RISE = -0.2
"""In the other world a call reminds of what one pays; the share of its help that is left, as in ``PriceShock``."""
_LEAST_AT_STAKE = 1_000_000
"""Yen between never asking and the best hold-out; with less, luck decides more than the decision."""


def draw_lists(world: World, list_size: int = 600) -> Lists:
    """The lists of a world, in whole customers of 100 and hundreds of yen, as somebody would write down what they believe.

    The list is made by expected gain from the world's pilot; both worlds are those of its customers, once as they are and
    once with what is left of the calls after a price rise.

    Raises:
        TooLittleAtStake: if in one of them calls do not do what it says, or a hold-out earns too little.
    """
    customers, _ = world.draw("today", SIZES["today"])
    model = learn_calls(world.pilot("pilot", SIZES["pilot"]))
    listed = contact_list(customers, expected_gain(model, customers), list_size)
    at = customers.index.get_indexer(listed.index)
    columns = {name: column.to_numpy(np.float32) for name, column in customers.items()}
    beliefs = {}
    for name, chance, heard in (("work", 1 - HARM_CHANCE, 1.0), ("harm", HARM_CHANCE, HEARD_AFTER_RISE)):
        # Begun anew for both worlds: they differ in what a call does and in nothing else.
        random = world.random("hold-out")
        truth = world.truth_of(columns, draw_unseen(random, len(customers)), random, heard=heard)
        alone, called = truth.churn_if_left_alone[at], truth.churn_if_called[at]
        gain = np.mean(gain_of_call(alone, called, truth.value[at], OFFER))
        beliefs[name] = Belief(chance, round(float(alone.mean()), 2), round(float(called.mean()), 2), round(gain, -2))
    work, harm = beliefs.values()
    if not (work.gain > 0 > harm.gain and work.called < work.alone):
        raise TooLittleAtStake
    # Between both worlds what a call earns is a straight line in what it keeps; calling pays from where it is 0.
    kept_by = {each.gain: each.alone - each.called for each in (work, harm)}
    go_from = float(np.interp(0, sorted(kept_by), [kept_by[gain] for gain in sorted(kept_by)]))
    lists = Lists(beliefs, round(go_from, 2), list_size)
    if lists.best[1] - max(0.0, lists.money_unasked) < _LEAST_AT_STAKE:
        raise TooLittleAtStake
    return lists


def keyed_lists(key: bytes, exercise: str, attempt: int) -> Lists:
    """Lists that nobody has seen, drawn from a secret key; a world with too little at stake is drawn again."""
    return first_at_stake(draw_lists, key, exercise, attempt)


@cache
def april_lists() -> Lists:
    """The lists of April to January in the practice world, after a price rise."""
    return draw_lists(practice_world())
