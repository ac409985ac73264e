"""Everything that the answers say, ready to be shown: measures by team, issues, texts, who goes first, what should change."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mlcurric.subject.surveys.answers import Answers, Response
from mlcurric.subject.surveys.changes import Change, changes
from mlcurric.subject.surveys.forms import MARKED, every_item
from mlcurric.subject.surveys.issues import IssueCount, count_issues
from mlcurric.subject.surveys.measures import LEAST, WHOLE, Answered, Cell, compare, mean_marks, measure_of
from mlcurric.subject.surveys.pilot import Pilot, choose_pilot
from mlcurric.subject.surveys.teams import squeeze, team_key
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_CLIPPED = 600
_NOTHING = {"", "なし", "特になし", "とくになし", "ない", "特にない", "none", "nothing", "no", "na", "未記入"}
_REMOVED = "[…]"
_TELLS = re.compile(
    r"[^\s@、。]+@[^\s@、。]+\.[A-Za-z]{2,}|https?://\S+|(?<!\d)0\d{1,4}[-‐–ー(（ ]?\d{1,4}[-‐–ー)） ]?\d{3,4}(?!\d)"
)


@dataclass(frozen=True)
class Results:
    """What the report shows; nothing in it rests on fewer than three people.

    Attributes:
        teams: in order, those of whom nothing can be shown too.
        answered: how many answered, by form and team; ``WHOLE`` for all.
        cells: by measure (``"understanding"``, ``"motivation"``, then the items), and by team in it.
        issues: on the last form that asked; those most named first.
        issues_before: the same on the first form; empty if it is the same one.
        issues_at: the last and the first of these forms; one of them, or none.
        texts: by item, at least three or none, in an order that tells nothing.
        texts_kept_back: the items that fewer wrote anything on; how many is not told.
    """

    teams: tuple[str, ...]
    answered: Mapping[int, Mapping[str, int]]
    cells: Mapping[str, Mapping[str, Cell]]
    issues: tuple[IssueCount, ...]
    issues_before: tuple[IssueCount, ...]
    issues_at: tuple[int, ...]
    texts: Mapping[str, tuple[str, ...]]
    texts_kept_back: tuple[str, ...]
    pilot: Pilot
    changes: tuple[Change, ...]

    @property
    def stages(self) -> tuple[int, ...]:
        """The forms that were answered."""
        return tuple(self.answered)

    @property
    def compared(self) -> int:
        """How many comparisons are shown; about one in twenty seems to have moved by luck alone."""
        return sum(cell.move is not None for by_team in self.cells.values() for cell in by_team.values())


def find_results(answers: Answers) -> Results:
    """Count the answers.

    Raises:
        Slip: if fewer than three people answered the last form; nothing could be shown.
    """
    responses = answers.responses
    by_stage = {stage: [each for each in responses if each.stage == stage] for stage in answers.stages}
    stages = [stage for stage, own in by_stage.items() if len(own) >= LEAST]
    if not stages:
        raise Slip(
            T("At most {n} people answered a form; a report needs at least {least}.", "回答は最大でも{n}人です。報告書には{least}人以上が必要です。").format(
                n=max(map(len, by_stage.values()), default=0), least=LEAST
            ),
            T("Ask again, or put several teams together.", "もう一度お願いするか、複数のチームをまとめてください。"),
        )  # fmt: skip
    answered = {
        stage: {WHOLE: len(own), **dict(Counter(response.team for response in own if response.team))}
        for stage, own in by_stage.items()
    }
    cells: dict[str, Mapping[str, Cell]] = {}
    for kind in MARKED:
        items = measure_of(kind, (stages[0], stages[-1]))
        ends = {stage: _people(responses, stage, items) for stage in {stages[0], stages[-1]}}
        cells[kind] = compare(kind, ends, items=max(len(items), 1))
    for item in every_item().values():
        if item.kind in MARKED:
            cells[item.id] = compare(item.id, {stage: _people(responses, stage, (item.id,)) for stage in stages})
    asked = [stage for stage in stages if count_issues(responses, stage)]
    issues = count_issues(responses, asked[-1]) if asked else ()
    open_items = [item.id for item in every_item().values() if item.kind == "open"]
    wrote = {item: _wrote(responses, item) for item in open_items}
    return Results(
        answers.teams,
        answered,
        {measure: found for measure, found in cells.items() if found},
        issues,
        count_issues(responses, asked[0]) if len(asked) > 1 else (),
        (asked[-1], asked[0]) if len(asked) > 1 else tuple(asked),
        {item: texts for item in open_items if (texts := _texts(wrote[item], item))},
        tuple(item for item in open_items if wrote[item] and not _texts(wrote[item], item)),
        choose_pilot(responses, [cells[kind] for kind in MARKED], _readiness(responses, stages), asked[-1] if asked else stages[-1]),
        changes(issues),
    )  # fmt: skip


def _person(response: Response, at: int) -> object:
    """Who that is on every form; without a code somebody new each time."""
    return (team_key(response.team), response.code) if response.code else at


def _people(responses: Sequence[Response], stage: int, items: Sequence[str]) -> list[Answered]:
    return [
        Answered(_person(response, at), response.team, mean)
        for at, response in enumerate(responses)
        if response.stage == stage and (mean := mean_marks(response.marks, items)) is not None
    ]


def _readiness(responses: Sequence[Response], stages: Sequence[int]) -> list[list[float]]:
    """Each person's mean of motivation and understanding on the last form, by team; for their spread alone."""
    means = [
        {one.person: one for one in _people(responses, stages[-1], measure_of(kind, (stages[0], stages[-1])))}
        for kind in MARKED
    ]
    teams: dict[str, list[float]] = {}
    for person in sorted(means[0].keys() & means[1].keys(), key=str):
        one, other = (each[person] for each in means)
        teams.setdefault(one.team, []).append((one.value + other.value) / 2)
    return list(teams.values())


def _wrote(responses: Sequence[Response], item: str) -> list[Response]:
    """Those who wrote something, and not that there is nothing to say."""
    return [response for response in responses if squeeze(response.words.get(item, "")) not in _NOTHING]


def _texts(wrote: Sequence[Response], item: str) -> tuple[str, ...]:
    """What people wrote, if three or more did; sorted by a fingerprint of each text, which no other answer shares."""
    if not wrote:
        return ()
    # Without a code nobody knows whether two forms are one person's; on one form they are two.
    people = [len({each.code for each in wrote if each.code}), *Counter(each.stage for each in wrote).values()]
    if max(people) < LEAST:
        return ()
    texts = [each.words[item] for each in wrote]
    shown = [_TELLS.sub(_REMOVED, text) for text in texts]
    shown = [text if len(text) <= _CLIPPED else f"{text[: _CLIPPED - 1]}…" for text in shown]
    return tuple(sorted(shown, key=lambda text: hashlib.sha256(f"{item}\n{text}".encode()).hexdigest()))
