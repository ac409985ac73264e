"""What travels between whoever grades and a machine of the cluster: bytes, both ways.

An order holds cells, names, calls, limits, and by which hash the tables go; an answer one line of JSON and the report, both
the word of a stranger.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, get_args

from mlcurric.grading.guest.limits import Limits
from mlcurric.grading.running.job import End, Heard, Job, Lost

_LONGEST_HEADER = 4_000


@dataclass(frozen=True)
class Order:
    """A job for another machine.

    Attributes:
        job: what is to be run; its tables are named by their hash.
        library: the hash of the library that hand-ins import; a machine that has another one must not run it.
    """

    job: Job
    library: str

    def as_bytes(self) -> bytes:
        """The same, ready to travel."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, order: bytes) -> Order:
        """What ``as_bytes`` made."""
        told = json.loads(order)
        job = told["job"]
        exact = {"cells": tuple(job["cells"]), "names": tuple(job["names"]), "limits": Limits(**job["limits"])}
        return cls(Job(**(job | exact)), told["library"])


@dataclass(frozen=True)
class Answer:
    """What a machine of the cluster says of an order.

    Attributes:
        heard: what was heard of the hand-in, if it was run.
        needs_tables: whether it has to be sent the tables first.
        machine: its address in the cluster.
        why: why it could not run it.
    """

    heard: Heard | None = None
    needs_tables: bool = False
    machine: str = ""
    why: str = ""

    def as_bytes(self) -> bytes:
        """The same, ready to travel."""
        told: dict[str, Any] = {name: value for name, value in vars(self).items() if name != "heard"}
        told["over"] = self.heard.over if self.heard else ""
        return json.dumps(told).encode() + b"\n" + (self.heard.report if self.heard else b"")

    @classmethod
    def from_bytes(cls, answer: Any, most: int) -> Answer:
        """Read what a stranger says.

        Args:
            answer: what came; it may be anything.
            most: bytes of the report that are heard.

        Raises:
            Lost: if it is no answer.
        """
        if type(answer) is not bytes:
            raise Lost("no answer came, but something else")
        header, _, report = answer.partition(b"\n")
        try:
            told = json.loads(header) if len(header) <= _LONGEST_HEADER else None
        except (ValueError, RecursionError):
            told = None
        match told:
            case {"over": str(over), "needs_tables": bool(needs), "machine": str(machine), "why": str(why)} if over in ("", *get_args(End)) and len(report) <= most:  # fmt: skip
                return cls(Heard(report, over) if over else None, needs, machine, why)
        raise Lost("an answer came that cannot be read")


def packed_tables(folder: Path) -> bytes:
    """All files of a folder of tables; the same files give the same bytes."""
    tables = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}
    return zlib.compress(json.dumps(tables).encode(), 1)


def unpack_tables(packed: bytes, folder: Path) -> None:
    """Write to ``folder`` what ``packed_tables`` packed."""
    for name, text in json.loads(zlib.decompress(packed)).items():
        (folder / Path(name).name).write_text(text, encoding="utf-8")


def hash_of(packed: bytes) -> str:
    """By which name tables go; nothing of the world can be told from it."""
    return hashlib.sha256(packed).hexdigest()[:32]


def library_hash(library: Path) -> str:
    """What tells one version of the library that hand-ins import from another."""
    found = hashlib.sha256()
    for path in sorted(each for each in library.rglob("*") if each.is_file() and each.suffix != ".pyc"):
        found.update(f"{path.relative_to(library).as_posix()}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()
