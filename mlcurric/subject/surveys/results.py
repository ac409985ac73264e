"""Everything that the answers say, ready to be shown: measures by team, issues, texts, who goes first, what should change."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from mlcurric.subject.contacts import CONTACT
from mlcurric.subject.surveys.answers import Answers, Response
from mlcurric.subject.surveys.changes import Change, changes
from mlcurric.subject.surveys.disclosure import LEAST
from mlcurric.subject.surveys.earlier import Earlier, Told, changed, held_back
from mlcurric.subject.surveys.forms import MARKED, every_item
from mlcurric.subject.surveys.issues import IssueCount, count_issues
from mlcurric.subject.surveys.measures import WHOLE, Answered, Cell, compare, mean_marks, measure_of
from mlcurric.subject.surveys.pilot import Pilot, choose_pilot
from mlcurric.subject.surveys.teams import squeeze, team_key
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_CLIPPED = 600
_NOTHING = {"", "なし", "特になし", "とくになし", "ない", "特にない", "none", "nothing", "no", "na", "未記入"}
_REMOVED = "[…]"
_LINK = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Results:
    """What the report shows; nothing in it rests on fewer than three people, or lets an answer be worked out.

    Attributes:
        teams: in order, those of whom nothing can be shown too.
        answered: how many answered, by form and team; ``WHOLE`` for all.
        cells: by measure (``"understanding"``, ``"motivation"``, then the items), and by team in it.
        issues: on the last form that asked; those most named first.
        issues_before: the same on the first form; empty if it is the same one.
        issues_at: the last and the first of these forms; one of them, or none.
        texts: by item, at least three or none, in an order that tells nothing.
        texts_kept_back: the items that fewer wrote anything on; how many is not told.
        held: the forms of which nothing is told, because an earlier report is too near.
        told: what a report has told by then, for the next one to be compared with.
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
    held: tuple[int, ...] = ()
    told: Earlier = field(default_factory=Earlier)

    @property
    def stages(self) -> tuple[int, ...]:
        """The forms that were answered."""
        return tuple(self.answered)

    @property
    def compared(self) -> int:
        """How many comparisons are shown; about one in twenty seems to have moved by luck alone."""
        return sum(cell.move is not None for by_team in self.cells.values() for cell in by_team.values())


def find_results(answers: Answers, before: Earlier | None = None) -> Results:
    """Count the answers.

    Args:
        before: what an earlier report told of, as ``earlier.kept_in`` reads it; of a form that has one or two answers more or
            fewer since, or as many and others, nothing is told.

    Raises:
        Slip: if no form was answered by three people or more; nothing could be shown.
    """
    before = before or Earlier()
    free = _found(answers, set())
    told = _told(free)
    held = held_back(free.answered, before.counts) | changed(told, free.answered, before)
    if not held:
        return replace(free, told=Earlier(free.answered, told))
    found = _found(answers, held)
    # What a form has told once stays what it is compared with.
    counts = {stage: before.counts[stage] if stage in held else own for stage, own in free.answered.items()}
    kept = {key: value for key, value in before.told.items() if held & {*key[0]}}
    return replace(found, told=Earlier(counts, _told(found) | kept))


def _found(answers: Answers, held: set[int]) -> Results:
    """The results, without what rests on the forms that are held back."""
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
    ends = stages[0], stages[-1]
    cells = {item: _unheld(found, held) for item, found in _measured(responses, stages).items()}
    asked = [stage for stage in stages if stage not in held and count_issues(responses, stage)]
    issues = count_issues(responses, asked[-1]) if asked else ()
    open_items = [item.id for item in every_item().values() if item.kind == "open"]
    wrote = {item: _wrote(responses, item) for item in open_items}
    texts = {item: _texts(wrote[item], item) if not held else () for item in open_items}
    return Results(
        answers.teams,
        answered,
        cells,
        issues,
        count_issues(responses, asked[0]) if len(asked) > 1 else (),
        (asked[-1], asked[0]) if len(asked) > 1 else tuple(asked),
        {item: own for item, own in texts.items() if own},
        tuple(item for item in open_items if wrote[item] and not texts[item]) if not held else (),
        choose_pilot(responses, [cells.get(kind, {}) for kind in MARKED], ends, asked[-1] if asked else ends[1]),
        changes(issues),
        tuple(sorted(held)),
    )


def _told(results: Results) -> Told:
    """What a page shows of the answers, by the forms that it rests on."""
    told: dict[tuple[tuple[int, ...], str, str], str] = {}
    for measure, by_team in results.cells.items():
        for team, cell in by_team.items():
            sides = [f"{side.value:g}" for side in cell.sides]
            stages = tuple(dict.fromkeys(cell.stages))
            if cell.paired:
                told[(stages, team, measure)] = " ".join(sides)
            elif sides:
                # Each side is its own form's people; where there is nothing to compare with, the last one is shown.
                told |= {
                    ((stage,), team, measure): side for stage, side in zip(stages[-len(sides) :], sides, strict=True)
                }
    for stage, counts in zip(results.issues_at, (results.issues, results.issues_before), strict=False):
        told |= {((stage,), WHOLE, count.issue): f"{count.low}-{count.high}" for count in counts}
    for each in results.pilot.teams:
        told[(results.issues_at[:1] or results.stages[-1:], each.team, "blocked")] = " ".join(each.blocked_by)
    for item, texts in results.texts.items():
        told[(results.stages, WHOLE, item)] = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    return told


def _measured(responses: Sequence[Response], stages: Sequence[int]) -> dict[str, dict[str, Cell]]:
    """The cells by measure, the means of a kind first."""
    items = {
        item.id: compare(item.id, {stage: _people(responses, stage, (item.id,)) for stage in stages})
        for item in every_item().values()
        if item.kind in MARKED
    }
    kinds = {}
    for kind in MARKED:
        of_kind = measure_of(kind, (stages[0], stages[-1]))
        people = {stage: _people(responses, stage, of_kind) for stage in {stages[0], stages[-1]}}
        kinds[kind] = compare(kind, people, [items[item][WHOLE] for item in of_kind if items[item]])
    return {measure: found for measure, found in (kinds | items).items() if found}


def _unheld(cells: Mapping[str, Cell], held: set[int]) -> dict[str, Cell]:
    """The cells, without numbers where they rest on a form that is held back."""
    return {
        team: replace(cell, hidden=True, sides=(), move=None, level=None) if held & {*cell.stages} else cell
        for team, cell in cells.items()
    }


def _person(response: Response, at: int) -> object:
    """Who that is on every form; without a code somebody new each time."""
    return (team_key(response.team), response.code) if response.code else at


def _people(responses: Sequence[Response], stage: int, items: Sequence[str]) -> list[Answered]:
    return [
        Answered(_person(response, at), response.team, mean)
        for at, response in enumerate(responses)
        if response.stage == stage and (mean := mean_marks(response.marks, items)) is not None
    ]


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
    shown = [CONTACT.sub(_REMOVED, _LINK.sub(_REMOVED, text)) for text in texts]
    shown = [text if len(text) <= _CLIPPED else f"{text[: _CLIPPED - 1]}…" for text in shown]
    return tuple(sorted(shown, key=lambda text: hashlib.sha256(f"{item}\n{text}".encode()).hexdigest()))
