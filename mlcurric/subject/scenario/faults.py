"""What is wrong with a scenario as a game: dead ends, scenes that nobody reaches, choices that are none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from mlcurric.subject.scenario.engine import Played, play
from mlcurric.subject.scenario.model import Option, Scenario, Side


def find_faults(scenario: Scenario) -> tuple[str, ...]:
    """Play every path of every side and say, in English, what its author has to mend; nothing where all is well."""
    return tuple(
        fault for side in scenario.sides.values() for fault in (*_of_plays(scenario, side), *_beaten(scenario, side))
    )


def _of_plays(scenario: Scenario, side: Side) -> Iterator[str]:
    reached, chosen, in_time = set(), set(), set()
    ahead = [play(scenario, "", side.id)]
    while ahead:
        outcome: Played = ahead.pop()
        if outcome.finished:
            in_time |= {thing.id for thing in outcome.in_time}
            continue
        letters = outcome.affordable()
        reached.add(outcome.scene.id)
        chosen |= {(outcome.scene.id, letter) for letter in letters}
        if not letters:
            yield f"{side.id}: {outcome.path!r} is a dead end: no option of {outcome.scene.id} fits the minutes left."
        ahead += [outcome.choose(letter) for letter in letters]
    for scene in scenario.scenes.values():
        if scene.side != side.id:
            continue
        if scene.id not in reached:
            yield f"{side.id}: nobody reaches the scene {scene.id}."
            continue
        for letter in scene.options:
            if (scene.id, letter) not in chosen:
                yield f"{side.id}: there is never time for {letter} in {scene.id}."
    for name in scenario.unsaid:
        if name not in in_time:
            yield f"{side.id}: no path brings {name} to the table in time."


def _beaten(scenario: Scenario, side: Side) -> Iterator[str]:
    """Options that another one of the same scene beats in every account: minutes, trust, and what is heard."""
    for scene in scenario.scenes.values():
        for one, other in permutations(scene.options.values(), 2):
            if scene.side == side.id and one.next == other.next and _beats(one, other):
                yield f"{side.id}: in {scene.id}, {one.letter} beats {other.letter} in every account."


def _beats(one: Option, other: Option) -> bool:
    at_least = one.minutes <= other.minutes and one.trust >= other.trust and set(one.surfaces) >= set(other.surfaces)
    same = (one.minutes, one.trust, set(one.surfaces)) == (other.minutes, other.trust, set(other.surfaces))
    # Two options with the same price and the same gain are no choice either.
    return at_least and (not same or one.letter < other.letter)
