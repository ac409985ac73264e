"""Whose a file in a zip is, as far as its LMS says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Owner:
    """A learner, or a group that hands in together.

    Attributes:
        lms: ``"moodle"``, ``"canvas"`` or ``"folder"``.
        name: as the LMS writes it; empty where it hides it.
        id: the LMS's number in this zip; empty where there is none.
        lasting: whether the number is the learner's in every zip, or in this one only.
        rest: the file's own name, with the folders that the learner put it in.
        late: whether the LMS says that it came late.
        version: the higher, the later it was handed in; ``None`` where nothing says that.
        assignment: of a zip of assignments, the one in which the number is the learner's, where it is not lasting; else empty.
    """

    lms: str
    name: str
    id: str
    lasting: bool
    rest: tuple[str, ...]
    late: bool = False
    version: int | None = None
    assignment: str = ""
