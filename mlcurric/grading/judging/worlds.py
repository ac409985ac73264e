"""The world that a hand-in is graded on, and its tables as files: the trusted side alone knows the key.

One process grades in one world: ``enter`` puts it behind every table and every check of the process.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from mlcurric import questions
from mlcurric.questions.lesson_2_5.three_bands import PASS
from mlcurric.subject.bands.cut_offs import Bands
from mlcurric.subject.bands.known_lists import KNOWN, gains_of
from mlcurric.subject.bands.triage import draw_year
from mlcurric.subject.campaigns import draw_campaign
from mlcurric.subject.experiments.april import april_lists, draw_lists
from mlcurric.subject.experiments.october import october_round
from mlcurric.subject.listed import draw_next_quarter, load_next_quarter
from mlcurric.subject.operations.rehearsal import draw_unforeseen
from mlcurric.subject.simulation.keys import world_key
from mlcurric.subject.simulation.practice import SIZES, enter_world, load_customers
from mlcurric.subject.simulation.world import World, draw_world
from mlcurric.subject.stakes import TooLittleAtStake

_WITH_LISTS, _WITH_BANDS = "2-4", "2-5"
_LEAST_HELP, _LEAST_APART = 2.0, 0.25
"""Of 100: so many a call keeps of customers with a ticket, at least; so far from that count a nearby slip has to lie."""
_GOOD_BANDS = tuple(Bands(call_from, look_from) for call_from in (3_000, 9_000, 12_000) for look_from in (-4_000, 0))
"""Around those that pass in the practice world, of which the hints and last year's lists tell; those between them pass where
they do (``tests/grading/test_keyed_questions.py``)."""


def _tickets_tell(world: World) -> None:
    """Count what exercise 2-3 asks for, with a ticket and with exactly one.

    Raises:
        TooLittleAtStake: if a call hardly helps them, or the slip comes out right by luck.
    """
    pilot = world.pilot("pilot", SIZES["pilot"])
    fewer = []
    for rows in (pilot[pilot["open_tickets"] > 0], pilot[pilot["open_tickets"] == 1]):
        left = 100 * rows.groupby("called")["churned"].mean()
        fewer.append(left[False] - left[True])
    if fewer[0] < _LEAST_HELP or abs(fewer[0] - fewer[1]) < _LEAST_APART:
        raise TooLittleAtStake


def _good_bands_stay_good(world: World) -> None:
    """Draw the year for which exercise 2-5 asks for bands. Learners find theirs on the practice world's last year, and type them in.

    Raises:
        TooLittleAtStake: if little depends on them, or if bands that pass in the practice world do not here.
    """
    year = draw_year(world)
    if any(year.score(year.profit(bands)) < PASS for bands in _GOOD_BANDS):
        raise TooLittleAtStake


def _numbers_are_others(exercise: str, world: World) -> None:
    """Compare the exercise's keyed numbers with those of the practice world, which everybody can read off the notebook.

    Raises:
        TooLittleAtStake: if a number that is typed in could be right in both.
    """
    asked = questions.question_set(exercise).graded
    if any(question.near_shown and question.near_shown(world) for question in asked):
        raise TooLittleAtStake


# What is decided on in an exercise; a world in which little depends on it is drawn again.
_STAKES: dict[str, tuple[Callable[[World], Any], ...]] = {
    "1-4": (draw_campaign,),
    "2-3": (_tickets_tell, draw_next_quarter),
    "2-4": (draw_lists,),
    "2-5": (_good_bands_stay_good,),
    "2-6": (draw_unforeseen,),
}


def enter(key: bytes, exercise: str, attempt: int) -> None:
    """Make the graded world that of this process; without a key it stays the practice world.

    So it does where no question of the exercise is keyed: there learners type what they read off the practice world's page.

    Args:
        key: the instructor's secret, or nothing.
        exercise: such as ``"1-4"``.
        attempt: counted from 1; another attempt meets other customers.
    """
    if key and is_keyed(exercise):
        enter_world(graded_world(key, exercise, attempt))


def key_of_round(key: bytes, round: int) -> bytes:
    """The key of a round of grading: what one round's pages may give away is worth nothing in the next.

    Args:
        key: the instructor's secret, or nothing.
        round: counted from 1; it goes on until its pages are written, however often it was stopped.
    """
    return world_key(key, "round", round) if key and round > 1 else key


def is_keyed(exercise: str) -> bool:
    """Whether what is right in an exercise depends on the customers of a world."""
    return any(question.data == "keyed" for question in questions.question_set(exercise).graded)


def graded_world(key: bytes, exercise: str, attempt: int) -> World:
    """A world that nobody has seen, in which the exercise's decisions are worth something."""
    own = world_key(key, exercise, attempt)
    while True:
        world = draw_world(own)
        try:
            for stake in (*_STAKES.get(exercise, ()), partial(_numbers_are_others, exercise)):
                stake(world)
        except TooLittleAtStake:
            own = world_key(own, exercise, attempt)
        else:
            return world


def write_tables(folder: Path, exercise: str = "") -> None:
    """Write every table of this process's world as CSV, and what else is told of it, for a sandbox to read.

    Args:
        exercise: what is only read in another exercise is left out; by default nothing is.
    """
    tables = {part: load_customers(part) for part in SIZES}
    tables |= {"next_quarter": load_next_quarter(), "october_round": october_round()}
    if exercise in ("", _WITH_BANDS):
        tables |= {f"bands {lists}": gains_of(lists).as_table() for lists in KNOWN}
    for name, table in tables.items():
        table.to_csv(folder / f"{name}.csv", index=False)
    # Not in every world do the lists differ enough to be drawn: where nobody reads them, none is refused for it.
    if exercise in ("", _WITH_LISTS):
        (folder / "april_lists.json").write_text(json.dumps(asdict(april_lists())), encoding="utf-8")
