"""Reads scenarios from TOML, both languages in one file; what is missing is named with its file and its place."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

from mlcurric.subject.scenario.model import Belief, Ending, Option, Scenario, Scene, Side, Unsaid
from mlcurric.text import LANGUAGES, T

_LETTERS = "abcdef"
_SUFFIX = ".toml"


class ScenarioError(ValueError):
    """A scenario cannot be read; the message names the file, the place, and what is missing."""


def scenario_names() -> tuple[str, ...]:
    """The scenarios that ship with the package, in the order of their names."""
    files = (entry.name for entry in resources.files(__package__).joinpath("data").iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in files if name.endswith(_SUFFIX)))


@cache
def load_scenario(name: str) -> Scenario:
    """A scenario that ships with the package.

    Raises:
        KeyError: naming the scenarios there are.
        ScenarioError: where its file cannot be read.
    """
    if name not in scenario_names():
        raise KeyError(f"There is no scenario {name!r}; there are {', '.join(scenario_names())}.")
    file = resources.files(__package__).joinpath("data", f"{name}{_SUFFIX}")
    return read_scenario(name, file.read_text(encoding="utf-8"))


def read_scenario(name: str, text: str) -> Scenario:
    """Read a scenario; see ``data/`` for what a file holds.

    Args:
        name: its id, which messages call it by.
        text: its TOML.

    Raises:
        ScenarioError: for a missing twin, an unknown key, a scene that does not exist, or time that runs backwards.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(f"{name}: this is not TOML ({error}).") from None
    top = _Table(table, name)
    scenario = Scenario(
        id=name,
        title=top.text("title"),
        intro=top.text("intro"),
        review=top.value("review", date),
        minutes=top.value("minutes", int),
        minutes_are=top.text("minutes_are"),
        trust=top.value("trust", int),
        most_trust=top.value("most_trust", int),
        sides={key: _side(key, each) for key, each in top.tables("side")},
        unsaid={key: _unsaid(key, each) for key, each in top.tables("unsaid")},
        scenes={key: _scene(key, each) for key, each in top.tables("scene")},
        habits={key: each.only_text("says") for key, each in top.tables("habit")},
        beliefs=tuple(_belief(each) for each in top.list("belief")),
        endings=tuple(_ending(each) for each in top.list("ending")),
    )
    top.nothing_else()
    _check(scenario)
    return scenario


class _Table:
    """A table of the file: each key is taken once, and what is left over is a slip of the pen."""

    def __init__(self, table: Mapping[str, Any], place: str) -> None:
        self.left, self.place = dict(table), place

    def value(self, key: str, kind: type, default: Any = ...) -> Any:
        if key not in self.left and default is not ...:
            return default
        found = self.left.pop(key, None)
        # A bool is an int to Python, and a moment is a date.
        if type(found) is not kind:
            raise ScenarioError(f"{self.place}: {key!r} is to be a {kind.__name__}, not {found!r}.")
        return found

    def text(self, key: str) -> T:
        twins = self.value(key, dict)
        if set(twins) != set(LANGUAGES):
            raise ScenarioError(f"{self.place}: {key!r} is to have {' and '.join(LANGUAGES)}, and has {sorted(twins)}.")
        try:
            return T(
                **{lang: " ".join(text.split()) if lang == "en" else _joined(text) for lang, text in twins.items()}
            )
        except (ValueError, AttributeError):
            raise ScenarioError(f"{self.place}: a twin of {key!r} is empty or no text.") from None

    def only_text(self, key: str) -> T:
        text = self.text(key)
        self.nothing_else()
        return text

    def tables(self, key: str) -> list[tuple[str, _Table]]:
        return [(name, _Table(table, f"{self.place}, {key} {name}")) for name, table in self.value(key, dict).items()]

    def list(self, key: str) -> list[_Table]:
        return [_Table(table, f"{self.place}, {key} {n}") for n, table in enumerate(self.value(key, list), 1)]

    def nothing_else(self) -> None:
        if self.left:
            raise ScenarioError(f"{self.place}: nothing is known of {', '.join(sorted(self.left))}.")


def _joined(text: str) -> str:
    """A Japanese text without its line breaks, which stand for nothing there."""
    return "".join(line.strip() for line in text.splitlines())


def _side(key: str, table: _Table) -> Side:
    side = Side(key, table.text("name"), table.text("brief"), table.value("first", str))
    table.nothing_else()
    return side


def _unsaid(key: str, table: _Table) -> Unsaid:
    unsaid = Unsaid(
        key,
        table.value("side", str),
        table.text("title"),
        table.text("text"),
        table.value("until", date),
        table.text("bites"),
    )
    table.nothing_else()
    return unsaid


def _scene(key: str, table: _Table) -> Scene:
    letters = [letter for letter in _LETTERS if letter in table.left]
    options = {
        letter: _option(letter, _Table(table.value(letter, dict), f"{table.place} {letter}")) for letter in letters
    }
    scene = Scene(
        key,
        table.value("side", str),
        table.value("day", date),
        table.text("title"),
        table.text("text"),
        options,
        table.value("needs", str, None),
        table.value("otherwise", str, None),
    )
    table.nothing_else()
    return scene


def _option(letter: str, table: _Table) -> Option:
    option = Option(
        letter,
        table.text("says"),
        table.value("minutes", int),
        table.value("trust", int, 0),
        tuple(table.value("surfaces", list, [])),
        table.text("reply"),
        table.text("note"),
        table.value("next", str, None),
        table.value("habit", str, None),
    )
    table.nothing_else()
    return option


def _belief(table: _Table) -> Belief:
    belief = Belief(table.value("side", str), table.value("about", str), table.text("text"), table.text("why"))
    table.nothing_else()
    return belief


def _ending(table: _Table) -> Ending:
    ending = Ending(table.value("at_least", int), table.text("title"), table.text("text"), table.value("trust", int, 0))
    table.nothing_else()
    return ending


def _check(scenario: Scenario) -> None:
    """Every name that the file uses is one that it has, and time runs forward."""

    def known(place: str, name: str | None, among: Mapping[str, Any]) -> None:
        if name is not None and name not in among:
            raise ScenarioError(f"{scenario.id}, {place}: there is no {name!r}; there are {', '.join(among)}.")

    if not scenario.unsaid:
        raise ScenarioError(f"{scenario.id}: nothing goes unsaid; give it an [unsaid.…].")
    if scenario.minutes <= 0 or not 0 < scenario.trust <= scenario.most_trust:
        raise ScenarioError(f"{scenario.id}: minutes are above 0, and trust is above 0 and at most most_trust.")
    for side in scenario.sides.values():
        known(f"side {side.id}", side.first, scenario.scenes)
    for thing in (*scenario.unsaid.values(), *scenario.scenes.values(), *scenario.beliefs):
        known(f"{type(thing).__name__.lower()} {getattr(thing, 'id', '')}", thing.side, scenario.sides)
    for belief in scenario.beliefs:
        known("belief", belief.about, scenario.unsaid)
    for scene in scenario.scenes.values():
        place = f"scene {scene.id}"
        known(place, scene.needs, scenario.unsaid)
        known(place, scene.otherwise, scenario.scenes)
        if (scene.needs is None) != (scene.otherwise is None):
            raise ScenarioError(f"{scenario.id}, {place}: 'needs' and 'otherwise' go together.")
        _check_otherwise(scenario, scene)
        if len(scene.options) < 2:
            raise ScenarioError(f"{scenario.id}, {place}: there is nothing to choose; give it two options.")
        for option in scene.options.values():
            if option.minutes < 0:
                raise ScenarioError(f"{scenario.id}, {place} {option.letter}: it takes less than no minutes.")
            known(f"{place} {option.letter}", option.next, scenario.scenes)
            known(f"{place} {option.letter}", option.habit, scenario.habits)
            for name in option.surfaces:
                known(f"{place} {option.letter}", name, scenario.unsaid)
            later = scenario.review if option.next is None else scenario.scenes[option.next].day
            if later <= scene.day:
                raise ScenarioError(
                    f"{scenario.id}, {place} {option.letter}: what follows is not later than {scene.day}."
                )
    least = [(ending.at_least, ending.trust) for ending in scenario.endings]
    if not least or least[-1] != (0, 0) or any(one <= other for one, other in pairwise(least)):
        raise ScenarioError(f"{scenario.id}: the endings go from the best to the one with at_least = 0, and no trust.")


def _check_otherwise(scenario: Scenario, scene: Scene) -> None:
    """What stands in for a scene is played on the same day or later, and never leads back to it."""
    place = f"{scenario.id}, scene {scene.id}"
    passed = {scene.id}
    ahead = scene.otherwise
    while ahead is not None and ahead in scenario.scenes:
        if ahead in passed:
            raise ScenarioError(f"{place}: 'otherwise' leads back to {ahead}.")
        if scenario.scenes[ahead].day < scene.day:
            raise ScenarioError(f"{place}: 'otherwise' leads to {ahead}, which is earlier than {scene.day}.")
        passed.add(ahead)
        ahead = scenario.scenes[ahead].otherwise
