"""Plays a scenario: the same letters always lead to the same month, and nothing in it is left to chance."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import pandas as pd

from mlcurric.subject.scenario.model import Ending, Option, Scenario, Scene, Side, Unsaid
from mlcurric.text import T

GOES_WELL = 0.5
"""The score from which a month has gone well: five of six things in time and three of five trust left, for example."""


class NoSuchOption(ValueError):
    """A letter that cannot be chosen where it stands; ``says`` tells the player why, and what can be."""

    def __init__(self, says: T) -> None:
        super().__init__(says)
        self.says = says

    def __str__(self) -> str:
        return str(self.says)


@dataclass(frozen=True)
class Step:
    """One choice that was made.

    Attributes:
        minutes_left, trust: how they stand afterwards.
        heard: what it brought to the table that was not there before.
    """

    scene: Scene
    option: Option
    minutes_left: int
    trust: int
    heard: tuple[str, ...]


@dataclass(frozen=True)
class Played:
    """How far a play has come; once it is over, how the review went.

    Attributes:
        scene: where the play stands; ``None`` once it is over.
    """

    scenario: Scenario
    side: Side
    steps: tuple[Step, ...]
    scene: Scene | None

    @property
    def path(self) -> str:
        """The letters chosen."""
        return "".join(step.option.letter for step in self.steps)

    @property
    def finished(self) -> bool:
        """Whether the story is at its end."""
        return self.scene is None

    @property
    def minutes_left(self) -> int:
        return self.steps[-1].minutes_left if self.steps else self.scenario.minutes

    @property
    def trust(self) -> int:
        """The trust between the teams before the review."""
        return self.steps[-1].trust if self.steps else self.scenario.trust

    @property
    def heard(self) -> Mapping[str, date]:
        """The day on which each thing came to the table."""
        return MappingProxyType({name: step.scene.day for step in self.steps for name in step.heard})

    @property
    def in_time(self) -> tuple[Unsaid, ...]:
        """What was on the table while it still helped."""
        heard = self.heard
        return tuple(
            thing for name, thing in self.scenario.unsaid.items() if name in heard and heard[name] <= thing.until
        )

    @property
    def bitten(self) -> tuple[Unsaid, ...]:
        """What was heard too late, or not at all, and comes to light at the review."""
        in_time = self.in_time
        return tuple(thing for thing in self.scenario.unsaid.values() if thing not in in_time)

    @property
    def trust_after(self) -> int:
        """The trust that is left on the evening of the review: each thing that comes to light there takes one."""
        return max(0, self.trust - len(self.bitten))

    @property
    def score(self) -> float:
        """The share of the things that were on the table in time, times the share of the trust that is left; 0 to 1."""
        return len(self.in_time) / len(self.scenario.unsaid) * self.trust_after / self.scenario.most_trust

    @property
    def ending(self) -> Ending:
        heard, trust = len(self.in_time), self.trust_after
        return next(ending for ending in self.scenario.endings if heard >= ending.at_least and trust >= ending.trust)

    @property
    def habit(self) -> str | None:
        """The habit shown most often, of several the one shown first; ``None`` where none was shown."""
        shown = Counter(step.option.habit for step in self.steps if step.option.habit)
        return shown.most_common(1)[0][0] if shown else None

    def affordable(self) -> dict[str, Option]:
        """The options for which there is time enough."""
        options = {} if self.scene is None else self.scene.options
        return {letter: option for letter, option in options.items() if option.minutes <= self.minutes_left}

    def choose(self, letter: str) -> Played:
        """The play after one more choice.

        Raises:
            NoSuchOption: if the play is over, there is no such letter, or it takes more minutes than are left.
        """
        here = len(self.steps) + 1
        if self.scene is None:
            raise NoSuchOption(
                T(
                    "Letter {n} (“{letter}”) comes after the end: this month has {all} choices.",
                    "{n}文字目の「{letter}」は余分です。この月の選択は{all}回で終わりです。",
                ).format(n=here, letter=letter, all=len(self.steps))
            )
        if letter not in self.affordable():
            raise NoSuchOption(self._about(letter, here))
        option = self.scene.options[letter]
        heard = self.heard
        step = Step(
            self.scene,
            option,
            self.minutes_left - option.minutes,
            min(max(self.trust + option.trust, 0), self.scenario.most_trust),
            tuple(name for name in option.surfaces if name not in heard),
        )
        known = {*heard, *step.heard}
        return Played(self.scenario, self.side, (*self.steps, step), _next(self.scenario, option.next, known))

    def _about(self, letter: str, here: int) -> T:
        option = self.scene.options.get(letter)
        can = ", ".join(self.affordable())
        if option is None:
            return T(
                "Letter {n} is “{letter}”; on that day there are {can}.",
                "{n}文字目が「{letter}」になっています。この日に選べるのは {can} です。",
            ).format(n=here, letter=letter, can=can)
        return T(
            "Letter {n}, “{letter}”, takes {minutes} minutes, and {left} are left; there is time for {can}.",
            "{n}文字目の「{letter}」には{minutes}分かかりますが、残りは{left}分です。選べるのは {can} です。",
        ).format(n=here, letter=letter, minutes=option.minutes, left=self.minutes_left, can=can)


def letters_of(text: str) -> str:
    """The letters of a path as somebody typed it: without spaces and commas, in half-width small letters."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


def play(scenario: Scenario, path: str = "", side: str | None = None) -> Played:
    """Play a side of a scenario as far as the letters go.

    Args:
        path: one letter a choice, such as ``"bac"``.
        side: which side; by default the first one.

    Raises:
        KeyError: if there is no such side.
        NoSuchOption: naming the letter that cannot be chosen, counted from 1.
    """
    team = scenario.side(side)
    outcome = Played(scenario, team, (), _next(scenario, team.first, set()))
    for letter in path:
        outcome = outcome.choose(letter)
    return outcome


def every_play(scenario: Scenario, side: str | None = None) -> Iterator[Played]:
    """Every way in which a side can be played, in the order of the letters; one that runs into a dead end is left out."""
    ahead = [play(scenario, "", side)]
    while ahead:
        outcome = ahead.pop()
        if outcome.finished:
            yield outcome
        ahead += [outcome.choose(letter) for letter in reversed(outcome.affordable())]


def plays_as_table(scenario: Scenario, side: str | None = None) -> pd.DataFrame:
    """Every play of a side, one a row: ``minutes`` spent, ``on_the_table`` in time, ``trust_before`` and ``trust_after`` the review, ``score``."""
    return pd.DataFrame(
        {
            "minutes": scenario.minutes - outcome.minutes_left,
            "on_the_table": len(outcome.in_time),
            "trust_before": outcome.trust,
            "trust_after": outcome.trust_after,
            "score": outcome.score,
        }
        for outcome in every_play(scenario, side)
    )


def _next(scenario: Scenario, name: str | None, known: set[str]) -> Scene | None:
    while name is not None:
        scene = scenario.scenes[name]
        if scene.needs is None or scene.needs in known:
            return scene
        name = scene.otherwise
    return None
