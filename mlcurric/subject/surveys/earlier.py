"""What an earlier report has told, so that a second one does not tell, by the difference, on whoever answered in between."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping

from mlcurric.subject.surveys.disclosure import LEAST
from mlcurric.text import T

Counts = Mapping[int, Mapping[str, int]]
"""How many answered, by form and team; ``measures.WHOLE`` stands for all."""
_HELD = re.compile(r'data-answers="([^"]*)"')

ADVICE = T(
    "Make one report, after the last answer is in. Two reports minus each other tell on whoever came later; so do the report of one "
    "team and that of all.",
    "報告書は、最後の回答がそろってから一度だけ作ります。2つの報告書を引き算すると、あとから答えた人の点がわかるからです。"
    "一部のチームだけの報告書と、全体の報告書を並べても同じです。",
)
HELD = T(
    "Held back: since the last report, fewer than three answers were added or taken away, and the difference would tell on them. "
    "Wait for three; or, if nobody has seen that report, delete survey.html and survey.pdf in it and make it again.",
    "前の報告書から増減した回答が3人未満なので、伏せた集計があります。引き算で、その人の点がわかってしまうためです。"
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


def as_kept(counts: Counts) -> str:
    """The counts as a page keeps them."""
    return json.dumps(counts, ensure_ascii=False, sort_keys=True)


def kept_in(page: str) -> Counts:
    """The counts that a page keeps; none if it is no report, or of an older kind."""
    found = _HELD.search(page)
    try:
        kept = json.loads(html.unescape(found[1])) if found else {}
        return {int(stage): {str(team): int(n) for team, n in counts.items()} for stage, counts in kept.items()}
    except (ValueError, AttributeError, TypeError):
        return {}
