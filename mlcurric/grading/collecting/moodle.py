"""Moodle's “Download all submissions”: ``<name>_<number>_assignsubmission_file/<file>``, older ones with one more ``_``, or
the same without the folder.

The number is of one assignment: the same learner has another one in the next. With “anonymous submissions” the name is the
word for participant. What was typed into the page comes as ``…_assignsubmission_onlinetext_/onlinetext.html``; no notebook.
"""

from __future__ import annotations

import re

from mlcurric.grading.collecting.owner import Owner

_PREFIX = re.compile(
    r"(?P<name>.+?)(?:[_ ](?P<id>\d+))?_assignsubmission_(?:file|onlinetext)(?:_(?P<rest>.*))?", re.DOTALL
)
_HIDDEN_NAMES = ("participant", "参加者")


def owner(path: tuple[str, ...], level: int) -> Owner | None:
    """Whose file it is, or ``None`` where the path is none of Moodle's.

    Args:
        level: the place in the path at which Moodle's own names stand; what follows is the learner's.
    """
    found = _PREFIX.fullmatch(path[level])
    if not found:
        return None
    name = found["name"].strip()
    rest = (*((found["rest"],) if found["rest"] else ()), *path[level + 1 :])
    hidden = name.casefold() in _HIDDEN_NAMES
    return Owner("moodle", "" if hidden else name, found["id"] or "", hidden, rest)
