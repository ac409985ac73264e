"""What an earlier report has told, so that a second one does not tell, by the difference, on whoever answered in between."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mlcurric.subject.surveys.disclosure import LEAST
from mlcurric.text import T

Counts = Mapping[int, Mapping[str, int]]
"""How many answered, by form and team; ``measures.WHOLE`` stands for all."""
Told = Mapping[tuple[tuple[int, ...], str, str], str]
"""What a page shows: the forms that it rests on, the team, and the measure → the value, as it is told."""
_HELD = re.compile(r'data-answers="([^"]*)"')
_TOLD = re.compile(r'data-told="([^"]*)"')


@dataclass(frozen=True)
class Earlier:
    """What a report has told. It stands on the page anyway: no answer follows from it that does not follow from the page.

    Attributes:
        counts: how many answered, as far as a report has told of them.
        told: what they said, in so far as it was told.
    """

    counts: Counts = field(default_factory=dict)
    told: Told = field(default_factory=dict)


ADVICE = T(
    "Make one report, after the last answer is in. Two reports minus each other tell on whoever came later; so do the report of one "
    "team and that of all.",
    "報告書は、最後の回答がそろってから一度だけ作ります。2つの報告書を引き算すると、あとから答えた人の点がわかるからです。"
    "一部のチームだけの報告書と、全体の報告書を並べても同じです。",
)
HELD = T(
    "Held back: since the last report, fewer than three answers were added or taken away, or some were changed, and the difference "
    "would tell on whoever gave them. Wait for three more; or, if nobody has seen that report, delete survey.html and survey.pdf in "
    "it and make it again.",
    "前の報告書のあとで、回答が1〜2人分だけ増減したか、書き直されたので、伏せた集計があります。引き算で、その人の点がわかってしまうためです。"
    "3人以上増えてから作り直してください。前の報告書をまだ誰にも見せていなければ、survey.html と survey.pdf を消して作り直せます。",
)


def held_back(now: Counts, before: Counts) -> set[int]:
    """The forms of which nothing may be told: the whole or a team has one or two answers more or fewer than it had."""
    return {
        stage
        for stage in now.keys() & before.keys()
        for team in now[stage].keys() | before[stage].keys()
        if 0 < abs(now[stage].get(team, 0) - before[stage].get(team, 0)) < LEAST
    }


def changed(told: Told, now: Counts, before: Earlier) -> set[int]:
    """The forms of which nothing may be told, because what a report told of the same number of people is not so any longer.

    Somebody's answer was changed then, and whoever knows whose can read it off the two pages. What rests on a form or a team
    that three have joined or left is not compared: it changes with them.

    Args:
        told: what would be told now.
        now: how many answered.
    """
    return {stage for stages in _unlike(told, now, before) for stage in stages}


def _unlike(told: Told, now: Counts, before: Earlier) -> Iterator[tuple[int, ...]]:
    if not before.told:
        # The page is of an older kind.
        return
    for key in told.keys() | before.told.keys():
        stages, team, _ = key
        # Whether something is told at all depends on everybody; its value on the team's own people.
        everybody = not (key in told and key in before.told)
        teams = now.get(stages[0], {}).keys() if everybody else (team,)
        forms = now.keys() | before.counts.keys() if everybody else stages
        as_many = all(
            now.get(stage, {}).get(each, 0) == before.counts.get(stage, {}).get(each, 0)
            for stage in forms
            for each in teams
        )
        if as_many and told.get(key) != before.told.get(key):
            yield stages


def as_kept(counts: Counts) -> str:
    """The counts as a page keeps them."""
    return json.dumps(counts, ensure_ascii=False, sort_keys=True)


def told_as_kept(told: Told) -> str:
    """What was told as a page keeps it."""
    lines = sorted([list(stages), team, measure, value] for (stages, team, measure), value in told.items())
    return json.dumps(lines, ensure_ascii=False)


def kept_in(page: str) -> Earlier:
    """What a page keeps; nothing if it is no report, or of an older kind."""
    try:
        counts = {
            int(stage): {str(team): int(n) for team, n in own.items()} for stage, own in _read(_HELD, page, {}).items()
        }
        told = {
            (tuple(map(int, stages)), str(team), str(measure)): str(value)
            for stages, team, measure, value in _read(_TOLD, page, [])
        }
    except (ValueError, AttributeError, TypeError):
        return Earlier()
    return Earlier(counts, told)


def _read(kept: re.Pattern, page: str, nothing: Any) -> Any:
    found = kept.search(page)
    return json.loads(html.unescape(found[1])) if found else nothing
