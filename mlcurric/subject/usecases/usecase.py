"""The ML use-case list: one line a use case, from the person who suffers to what stands in the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from types import MappingProxyType

from mlcurric.subject.usecases.criteria import CRITERIA, LEAST, MOST, PROBLEM
from mlcurric.subject.usecases.origins import Origin
from mlcurric.text import T

AUTOMATE, AUGMENT = "automate", "augment"
MODES: Mapping[str, T] = MappingProxyType(
    {AUTOMATE: T("automate", "自動でやる"), AUGMENT: T("augment a person", "人を助ける")}
)
YES, NO, NOT_TRIED = "yes", "no", "not tried"
RULE_ENOUGH: Mapping[str, T] = MappingProxyType(
    {YES: T("yes", "足りる"), NO: T("no", "足りない"), NOT_TRIED: T("not tried", "試していない")}
)
CHOSEN, RUNNER_UP = "chosen", "runner-up"
CHOICE: Mapping[str, T] = MappingProxyType({CHOSEN: T("chosen", "○"), RUNNER_UP: T("runner-up", "次点")})
EVEN: Mapping[str, Fraction] = MappingProxyType(dict.fromkeys(CRITERIA, Fraction(1)))
_SCORED = (*PROBLEM, *CRITERIA)


@dataclass(frozen=True)
class UseCase:
    """One line of the list; texts as somebody wrote them, ``""`` where nothing stands yet.

    Attributes:
        id: such as ``"U1"``, kept for ever.
        name: in a few words.
        target_user: who suffers, by role and situation.
        problem: what hurts, without the method.
        as_is: how it is done today.
        to_be: how it will be done.
        urgency, importance: of the problem, 1 to 5, in halves.
        scenario: what happens on an ordinary day when it is there.
        input: what the machine gets.
        ml: what it estimates from that.
        output: what people get.
        who_acts: who does what with the output.
        mode: ``AUTOMATE`` or ``AUGMENT``.
        rule: the simplest rule that would do it.
        rule_enough: ``YES``, ``NO`` or ``NOT_TRIED``.
        value, feasibility, data, workflow_fit, risk, sponsor: 1 to 5 in halves, see ``CRITERIA``; 5 always speaks for it.
        data_now: what data there are today.
        workflow_owner: who answers for the work that changes.
        sponsor_name: who answers for it to the management.
        gates: what stops it whatever its score, in the team's own words; empty or “none” if nothing does.
        obstacles: what stands in the way and has to be removed.
        board: the notes on the board that it comes from, as they are typed: “H12 E7”.
        chosen: ``CHOSEN`` or ``RUNNER_UP``, as the room decided after it had scored.
        decided_by: the sentence that decided.
        look_again: the day on which the choice is looked at again, as it is typed.
        mode_why: why ``mode`` is the one or the other.
        unread: cells of scores that hold no score.
        more: what stands in columns that are not ours.
    """

    id: str
    name: str = ""
    target_user: str = ""
    problem: str = ""
    as_is: str = ""
    to_be: str = ""
    urgency: float | None = None
    importance: float | None = None
    scenario: str = ""
    input: str = ""
    ml: str = ""
    output: str = ""
    who_acts: str = ""
    mode: str = ""
    rule: str = ""
    rule_enough: str = ""
    value: float | None = None
    feasibility: float | None = None
    data: float | None = None
    workflow_fit: float | None = None
    risk: float | None = None
    sponsor: float | None = None
    data_now: str = ""
    workflow_owner: str = ""
    sponsor_name: str = ""
    gates: str = ""
    obstacles: str = ""
    board: str = ""
    chosen: str = ""
    decided_by: str = ""
    look_again: str = ""
    mode_why: str = ""
    unread: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def scores(self) -> dict[str, float | None]:
        """The six scores that are added up, by criterion."""
        return {name: getattr(self, name) for name in CRITERIA}

    @property
    def notes(self) -> tuple[int, ...]:
        """The numbers of the board's notes that it is linked to."""
        return note_numbers(self.board)

    @property
    def title(self) -> str:
        """Its id and name, for a sentence."""
        return f"{self.id} {self.name}".strip()


@dataclass(frozen=True)
class UseCaseList:
    """A team's list.

    Attributes:
        cases: in the order of the file.
        title: what the list is about.
        team: whose it is.
        weights: criterion → how much a point of it counts.
        more: the headings of columns that are not ours.
        origins: by number: the method-last sheet that a line was carried over from, and what that said then.
    """

    cases: tuple[UseCase, ...] = ()
    title: str = ""
    team: str = ""
    weights: Mapping[str, Fraction] = field(default_factory=lambda: EVEN)
    more: tuple[str, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def __iter__(self) -> Iterator[UseCase]:
        return iter(self.cases)

    def __len__(self) -> int:
        return len(self.cases)

    def __getitem__(self, id: str) -> UseCase:
        """The use case of an id.

        Raises:
            KeyError: if there is none.
        """
        for case in self.cases:
            if case.id == id:
                return case
        raise KeyError(id)

    @property
    def chosen(self) -> tuple[UseCase, ...]:
        """Those that the room has marked as chosen, whatever their points."""
        return tuple(case for case in self.cases if case.chosen == CHOSEN)

    @property
    def runners_up(self) -> tuple[UseCase, ...]:
        """Those that it has marked as runner-up."""
        return tuple(case for case in self.cases if case.chosen == RUNNER_UP)

    def put(self, case: UseCase) -> UseCaseList:
        """The list with a use case in place of the one of its id, or behind the others."""
        if case.id not in {each.id for each in self.cases}:
            return replace(self, cases=(*self.cases, case))
        return replace(self, cases=tuple(case if each.id == case.id else each for each in self.cases))


def note_numbers(typed: str) -> tuple[int, ...]:
    """The numbers of notes in a cell: “H12 E7”, “12, 7”, 「H１２、E７」."""
    plain = unicodedata.normalize("NFKC", typed)
    return tuple(dict.fromkeys(int(number) for number in re.findall(r"(?<!\d)(\d{1,6})(?!\d)", plain)))


def to_row(case: UseCase) -> dict[str, str]:
    """A use case as the cells of its line."""
    row = {name: str(value) for name in _TEXTS if (value := getattr(case, name))}
    row |= {name: str(value) for name in _SCORED if (value := getattr(case, name)) is not None}
    return {**case.more, **case.unread, **row}


def from_row(cells: Mapping[str, str], id: str) -> UseCase:
    """A use case from the cells of its line; a score that is none stays in ``unread``."""
    scores = {name: score for name in _SCORED if (score := _score(cells.get(name, ""))) is not None}
    return UseCase(
        **{name: cells.get(name, "") for name in _TEXTS if name != "id"},
        **scores,
        id=id,
        unread={name: cell for name in _SCORED if (cell := cells.get(name, "")) and name not in scores},
        more={name: cell for name, cell in cells.items() if cell and name not in _TEXTS and name not in _SCORED},
    )


def _score(cell: str) -> float | None:
    """A score, whole where it is; ``None`` for anything else."""
    if not re.fullmatch(r"[0-9](?:\.[0-9])?", cell):
        return None
    score = float(cell)
    fits = LEAST <= score <= MOST and (score * 2).is_integer()
    return (int(score) if score.is_integer() else score) if fits else None


_TEXTS = tuple(each.name for each in fields(UseCase) if each.name not in (*_SCORED, "unread", "more"))
