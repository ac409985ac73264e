"""Canvas's “Download submissions”: ``<name>_<learner>_<file>_<its name>``, all in one folder, ``_LATE`` after the name of a late one.

The name is the sortable one in small letters without blanks. An anonymous assignment has ``anon_<letters>`` instead of name and
number. A file that is handed in again under the same name is called ``…-1.ipynb``, then ``…-2.ipynb``.
"""

from __future__ import annotations

import re

from mlcurric.grading.collecting.owner import Owner

_NAMED = re.compile(r"(?P<name>.+?)(?P<late>_LATE)?_(?P<id>\d+)_(?P<file>\d+)_(?P<rest>.+)", re.DOTALL)
_ANONYMOUS = re.compile(r"(?P<late>LATE_)?(?P<id>anon_[A-Za-z0-9]+)_(?P<file>\d+)_(?P<rest>.+)", re.DOTALL)
_AGAIN = re.compile(r"(?P<stem>.+?)-(?P<times>\d{1,3})(?P<ending>\.[A-Za-z]+)")
_EXERCISE = re.compile(r"\d{1,2}-\d{1,2}")


def owner(path: tuple[str, ...]) -> Owner | None:
    """Whose file it is, or ``None`` where the name is none of Canvas's."""
    found = _ANONYMOUS.fullmatch(path[-1]) or _NAMED.fullmatch(path[-1])
    if not found:
        return None
    name = found.groupdict().get("name") or ""
    rest, times = found["rest"], 0
    again = _AGAIN.fullmatch(rest)
    # “1-1.ipynb” is an exercise, not the second try at “1.ipynb”.
    if again and not _EXERCISE.fullmatch(rest.rpartition(".")[0]):
        rest, times = again["stem"] + again["ending"], int(again["times"])
    return Owner("canvas", name, found["id"], True, (rest,), bool(found["late"]), (times, int(found["file"])))
