"""Whether a name is that of an assignment or a try at one, such as “Week 2”, “2026-05-01” or “課題 1”, and of no learner."""

from __future__ import annotations

import re
import unicodedata

from mlcurric.grading.reading.collect import exercise_in

_DATE = re.compile(r"(?:19|20)\d\d[-._/ 年]\d{1,2}(?:[-._/ 月]\d{1,2}日?)?|\d{1,2}[-._/]\d{1,2}[-._/](?:19|20)\d\d")
# Months are left out: “April” and “May” are people too.
_WORD = re.compile(
    r"assignments?|home ?work|hw|exercises?|ex|lessons?|lectures?|sessions?|weeks?|wk|days?|stages?|parts?|units?|modules?|tasks?|quiz|"
    r"labs?|submissions?|hand-?ins?|notebooks?|files?|uploads?|responses?|work|drafts?|finals?|old|new|copy|backup|late|"
    r"課題|宿題|演習|練習|提出物?|レポート|ノートブック|ファイル|回答|第|回目?|週目?|日目|下書き|最終版?|旧|新|コピー|遅延"
)
_FILLED_IN = re.compile(r"\(file (?:responses|uploads?)\)")
"""What Google Forms puts after the name of a form in Drive."""


def of_assignment(name: str) -> bool:
    """Whether somebody who hands out or sorts assignments calls a folder or a file so.

    A number alone is none: learners have such numbers.
    """
    plain = unicodedata.normalize("NFKC", name).strip().casefold()
    if exercise_in(plain) or _FILLED_IN.search(plain) or _DATE.fullmatch(plain):
        return True
    tokens = re.findall(r"[^\W\d_]+(?:-?ins?\b)?", _DATE.sub(" ", plain))
    return bool(tokens) and all(re.fullmatch(rf"(?:{_WORD.pattern})+", token) for token in tokens)
