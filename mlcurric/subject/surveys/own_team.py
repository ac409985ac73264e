"""Whose answers the results are, where a report is one team's and others have answered too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mlcurric.subject.surveys.measures import Cell
from mlcurric.subject.surveys.results import Results
from mlcurric.subject.surveys.teams import team_key
from mlcurric.subject.surveys.words import KINDS, change_in_words, mean_in_words
from mlcurric.text import T, listed, run_on


def of_own_team(results: Results, team: str) -> list[T]:
    """What the answers say of one team alone, so that nobody takes what all teams said for its own.

    Args:
        team: whose report it is; where it is nobody's, or all answers are its own, nothing is to be said.
    """
    if not team or not results.teams or {team_key(each) for each in results.teams} == {team_key(team)}:
        return []
    name = next((each for each in results.teams if team_key(each) == team_key(team)), None)
    if name is None:
        # People of several teams may have made one for the day.
        return [_OF_OTHERS.format(others=listed(T(each, each) for each in results.teams))]
    cells = {kind: found[name] for kind, found in results.cells.items() if kind in KINDS and name in found}
    told = {kind: cell for kind, cell in cells.items() if cell.sides}
    if not told:
        return [] if results.held else [_NOT_TOLD.format(team=name)]
    return [_OF_TEAM.format(team=name, says=run_on(_sentences(told)))]


def _sentences(told: dict[str, Cell]) -> Iterator[T]:
    """A measure each; those of the same people together."""
    groups: dict[tuple[int, ...], list[str]] = {}
    for kind, cell in told.items():
        groups.setdefault(tuple(dict.fromkeys(cell.people)), []).append(kind)
    for people, kinds in groups.items():
        yield _SAYS.format(says=listed(_said(kind, told[kind]) for kind in kinds), n=_people(people))


def _said(kind: str, cell: Cell) -> T:
    value = change_in_words(cell.move) if cell.move else mean_in_words(cell.last, cell.few)
    return T("{kind} {value}", "{kind}は{value}").format(kind=KINDS[kind], value=value)


def _people(people: Sequence[int]) -> T:
    return T(f"{' and '.join(map(str, people))} people", "と".join(f"{n}人" for n in people))


_OF_TEAM = T("{team} alone: {says}", "このうち{team}だけでは、{says}")
_SAYS = T("{says} ({n}).", "{says}({n})。")
_NOT_TOLD = T(
    "What {team} alone said is not told: single answers would follow from it.",
    "{team}だけの結果は、ひとりひとりの点がわかってしまうので載せません。",
)
_OF_OTHERS = T("The answers come from: {others}.", "回答したチーム: {others}。")
