"""What a scenario is made of: sides, scenes, options, and the things that nobody says unless asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mlcurric.text import T


@dataclass(frozen=True)
class Unsaid:
    """Something that goes without saying for one team, and that the other does not know.

    Attributes:
        side: whose it is.
        title: a few words for a list.
        text: as its owners would say it, if they were asked.
        until: the last day on which it still helps to hear it.
        bites: what happens at the review where it was not heard in time.
    """

    id: str
    side: str
    title: T
    text: T
    until: date
    bites: T


@dataclass(frozen=True)
class Option:
    """One thing to do in a scene.

    Attributes:
        says: what you say or do.
        minutes: what it takes of the time that the teams have together.
        trust: what it does to the trust between them, at once.
        surfaces: what is on the table afterwards, by id.
        reply: what happens then.
        note: what it brought, and why; told once the play is over.
        next: the scene that follows; ``None`` where the review is next.
        habit: the habit that it shows, if one.
    """

    letter: str
    says: T
    minutes: int
    trust: int
    surfaces: tuple[str, ...]
    reply: T
    note: T
    next: str | None
    habit: str | None


@dataclass(frozen=True)
class Scene:
    """One day on which something is to be chosen.

    Attributes:
        needs: the thing that must be on the table for this scene to take place; ``otherwise`` names the scene instead.
    """

    id: str
    side: str
    day: date
    title: T
    text: T
    options: Mapping[str, Option]
    needs: str | None = None
    otherwise: str | None = None


@dataclass(frozen=True)
class Side:
    """A team that can be played.

    Attributes:
        brief: what the players of this side are told before they begin.
        first: its first scene.
    """

    id: str
    name: T
    brief: T
    first: str


@dataclass(frozen=True)
class Belief:
    """What one side charitably believed of the other, and why that was not enough."""

    side: str
    about: str
    text: T
    why: T


@dataclass(frozen=True)
class Ending:
    """How the review goes where at least so many things were on the table in time, and so much trust is left."""

    at_least: int
    title: T
    text: T
    trust: int = 0


@dataclass(frozen=True)
class Scenario:
    """A month that two teams play, one of them at a time.

    Attributes:
        review: the day on which everything comes to light.
        minutes: how long the teams can talk to each other before it; a budget, spent without penalty.
        minutes_are: what that time is, as a sentence with ``{n}`` in it.
        trust, most_trust: where trust stands on the first day, and the most there can be; the least is 0.
        habits: what to say of each habit, by id.
        endings: from the best to the worst; the last one takes whatever is left.
    """

    id: str
    title: T
    intro: T
    review: date
    minutes: int
    minutes_are: T
    trust: int
    most_trust: int
    sides: Mapping[str, Side]
    unsaid: Mapping[str, Unsaid]
    scenes: Mapping[str, Scene]
    habits: Mapping[str, T]
    beliefs: tuple[Belief, ...]
    endings: tuple[Ending, ...]

    def side(self, name: str | None = None) -> Side:
        """The side of that name, or the first one.

        Raises:
            KeyError: naming the sides there are.
        """
        if name is None:
            return next(iter(self.sides.values()))
        if name not in self.sides:
            raise KeyError(f"{self.id} has no side {name!r}; it has {', '.join(self.sides)}.")
        return self.sides[name]
