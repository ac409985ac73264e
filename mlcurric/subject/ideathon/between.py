"""How something is told that two of an ideathon's files say differently: the files by their names in this folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mlcurric.subject.ideathon.contents import Contents
from mlcurric.subject.ideathon.noticed import Gravity, Noticed
from mlcurric.subject.usecases.usecase import UseCase
from mlcurric.text import T, listed


def about(all: Contents, sheets: str, gravity: Gravity, says: T, way_out: T, **values: object) -> Noticed:
    """What is told of some files, named with blanks between, the one to be mended first; ``values`` fill both texts."""
    files = tuple(all.shown(name) for name in sheets.split())
    return Noticed(files, says.format(**values), way_out.format(**values), gravity)


def asks(all: Contents, sheets: str, says: T, way_out: T, **values: object) -> Noticed:
    """The same of what may be meant so."""
    return about(all, sheets, Gravity.ASKS, says, way_out, **values)


def titles(cases: Sequence[UseCase]) -> T:
    """Use cases by number and name."""
    return texts(case.title for case in cases)


def texts(names: Iterable[str]) -> T:
    """Names one after the other."""
    return listed(T(name, name) for name in names)
