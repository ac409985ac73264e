"""What is wrong with a source, as a sentence that names the file, the place and the way out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


class SourceError(Exception):
    """Something in a source or a built notebook that an author has to mend.

    Attributes:
        path: the file, seen from the root of the checkout.
        place: where in it, or an empty string for the file as a whole.
        problem: one sentence on what is wrong.
        mend: one sentence on what to do.
    """

    def __init__(self, path: Path | str, place: str, problem: str, mend: str) -> None:
        super().__init__(path, place, problem, mend)
        self.path, self.place, self.problem, self.mend = path, place, problem, mend

    def __str__(self) -> str:
        where = f"{self.path}, {self.place}" if self.place else f"{self.path}"
        return f"{where}: {self.problem} {self.mend}"


@dataclass(frozen=True)
class Place:
    """A place in a file, which rules carry so that their errors can name it."""

    path: Path
    where: str = ""

    def error(self, problem: str, mend: str) -> SourceError:
        return SourceError(self.path, self.where, problem, mend)


@dataclass
class Findings:
    """Every error found so far: an author mends them in one go instead of one a run."""

    errors: list[SourceError] = field(default_factory=list)

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """Keep a ``SourceError`` raised inside the ``with`` block and go on after it."""
        try:
            yield
        except SourceError as error:
            self.errors.append(error)
