"""Folders that were taken for a learner's, and may be those of a group: the same exercise lies in several folders in them.

“Group A/Ann/1-1.ipynb” looks like “Ann/first try/1-1.ipynb”. With Ann's and Bo's in it there are two of one exercise; then
nobody's work is called another's, and whoever collects decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from mlcurric.grading.collecting.assignments import of_assignment
from mlcurric.grading.collecting.owner import Owner


def groups(found: Iterable[tuple[Owner, str]]) -> dict[str, list[str]]:
    """The names that stand for several learners, perhaps, with two or more folders in each that may be learners'.

    Args:
        found: whose each notebook of a zip would be, and the name under which it would be put.
    """
    within: dict[tuple[str, str], set[str]] = defaultdict(set)
    for owner, file in found:
        if owner.lms == "folder" and len(owner.rest) > 1 and not of_assignment(owner.rest[0]):
            within[owner.name, file].add(owner.rest[0])
    return {name: sorted(folders) for (name, _), folders in within.items() if len(folders) > 1}
