"""Canvas's “Download submissions”: ``<name>_<learner>_<file>_<its name>``, all in one folder, ``_LATE`` after the name of a late one.

The name is the sortable one in small letters without blanks. An anonymous assignment has ``anon_<letters>`` instead of name and
number. A file that is handed in again under the same name is called ``…-1.ipynb``, then ``…-2.ipynb``. The file's number rises
with every file that anybody uploads.
"""

from __future__ import annotations

import re

from mlcurric.grading.collecting.owner import Owner

_NAMED = re.compile(
    r"(?P<name>(?:(?!_assignsubmission_).)+?)(?P<late>_LATE)?_(?P<id>\d+)_(?P<file>\d+)_(?P<rest>.+)", re.DOTALL
)
_ANONYMOUS = re.compile(r"(?P<late>LATE_)?(?P<id>anon_[A-Za-z0-9]+)_(?P<file>\d+)_(?P<rest>.+)", re.DOTALL)
_AGAIN = re.compile(r"(?P<stem>.+?)-\d{1,3}(?P<ending>\.[A-Za-z]+)")
_EXERCISE = re.compile(r"\d{1,2}-\d{1,2}")


def owner(file: str) -> Owner | None:
    """Whose file it is, or ``None`` where the name is none of Canvas's."""
    found = _ANONYMOUS.fullmatch(file) or _NAMED.fullmatch(file)
    if not found:
        return None
    name = found.groupdict().get("name") or ""
    rest = found["rest"]
    again = _AGAIN.fullmatch(rest)
    # “1-1.ipynb” is an exercise, not the second try at “1.ipynb”.
    if again and not _EXERCISE.fullmatch(rest.rpartition(".")[0]):
        rest = again["stem"] + again["ending"]
    # The file's number alone tells which is the later: a “-2” in its name may be the learner's own.
    return Owner("canvas", name, found["id"], True, (rest,), bool(found["late"]), int(found["file"]))
