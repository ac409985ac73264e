"""The learner's copies: laid out once, renewed when a lesson changes, never written over what the learner wrote."""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, count
from pathlib import Path
from typing import Any

from mlcurric.curriculum import PROSE_NUMBERS, content
from mlcurric.keeping import write_whole
from mlcurric.notebook.workfolder import MARKER, write_json
from mlcurric.text import T, language


class WorkplaceError(Exception):
    """Something in the way that a learner can clear; ``says`` tells what and how."""

    def __init__(self, says: T) -> None:
        super().__init__(says.en)
        self.says = says


class Arrival(StrEnum):
    """How a notebook came to its place."""

    NEW = "new"
    RENEWED = "renewed"
    BESIDE = "beside"


@dataclass(frozen=True)
class Delivery:
    """One notebook that was put into the learner's folder.

    Attributes:
        path: where it stands below the learner's folder, such as ``en/1-tomorrow/1-1-….ipynb``.
    """

    path: Path
    arrival: Arrival
    says: T


def lay_out(work: Path) -> list[Delivery]:
    """Put the notebooks of the current language into ``work/<language>/``.

    A file that is gone, or still as it was delivered, gets the lesson of today. A file that the learner changed stays,
    and a lesson that changed since arrives beside it, once.

    Returns:
        What was written; nothing if everything was in place.

    Raises:
        WorkplaceError: if the folder cannot be read or written, or this installation has no notebooks.
    """
    copies = dict(_todays_copies())
    if not copies:
        raise WorkplaceError(
            T(
                f"There are no notebooks in {content()}; install mlcurric again (in a checkout: mlcurric build).",
                f"{content()} にノートブックがありません。mlcurric を入れ直してください(チェックアウトなら mlcurric build)。",
            )
        )
    try:
        (work / MARKER).mkdir(parents=True, exist_ok=True)
        manifest = _Manifest(work)
        deliveries = [delivery for name, text in copies.items() if (delivery := _deliver(work, name, text, manifest))]
        manifest.save()
    except OSError as error:
        raise WorkplaceError(_in_the_way(work, error)) from error
    return deliveries


def learner_copy(notebook: dict[str, Any]) -> dict[str, Any]:
    """A notebook as a learner gets it: nothing has run yet, and the cells that only serve the build are gone."""
    copy = deepcopy(notebook)
    copy["cells"] = [cell for cell in copy["cells"] if PROSE_NUMBERS not in cell["metadata"].get("tags", [])]
    for cell in copy["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
    return copy


def _todays_copies() -> Iterator[tuple[str, str]]:
    """The place below the learner's folder and the text of each notebook; lessons and exercises share one tree."""
    for kind in ("notebooks", "exercises"):
        root = content() / kind / language()
        for source in sorted(root.rglob("*.ipynb")):
            place = Path(language()) / source.relative_to(root)
            notebook = learner_copy(json.loads(source.read_text(encoding="utf-8")))
            yield place.as_posix(), json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


class _Manifest:
    """What was delivered: the hash of each file as it was written, and the lesson last offered for each place.

    A damaged file counts as an empty one: every notebook is then taken for the learner's own.
    """

    def __init__(self, work: Path) -> None:
        self.path = work / MARKER / "manifest.json"
        try:
            stored = json.loads(self.path.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            stored = {}
        self.written = self._table(stored, "written")
        self.offered = self._table(stored, "offered")

    @staticmethod
    def _table(stored: Any, name: str) -> dict[str, str]:
        table = stored.get(name) if isinstance(stored, dict) else None
        return dict(table) if isinstance(table, dict) else {}

    def save(self) -> None:
        write_json(self.path, {"written": self.written, "offered": self.offered})


def _deliver(work: Path, name: str, text: str, manifest: _Manifest) -> Delivery | None:
    todays = _hash(text.encode())
    before = manifest.offered.get(name)
    manifest.offered[name] = todays
    present = _hash_of(work / name)
    if present == todays:
        manifest.written[name] = todays
        return None
    if present is None or present == manifest.written.get(name):
        write_whole(work / name, text)
        manifest.written[name] = todays
        return _arrived_in_place(name, Arrival.NEW if present is None else Arrival.RENEWED)
    if before == todays:
        return None
    beside = _place_beside(work, name, todays, manifest)
    write_whole(work / beside, text)
    manifest.written[beside] = todays
    return Delivery(
        Path(beside),
        Arrival.BESIDE,
        T(
            f"{name} has a new version. Yours is untouched; the new one is {Path(beside).name}, beside it.",
            f"{name} に新しい版があります。あなたのファイルはそのままです。新しい版はとなりの {Path(beside).name} です。",
        ),
    )


def _arrived_in_place(name: str, arrival: Arrival) -> Delivery:
    says = {
        Arrival.NEW: T(f"{name} is new.", f"{name} を置きました。"),
        Arrival.RENEWED: T(
            f"{name} has a new version. You had not changed the old one, so it was replaced.",
            f"{name} を新しい版に入れ替えました(前の版には何も書き込まれていませんでした)。",
        ),
    }
    return Delivery(Path(name), arrival, says[arrival])


def _place_beside(work: Path, name: str, todays: str, manifest: _Manifest) -> str:
    """The first name beside a notebook that is free, or holds a delivery that nobody touched."""
    stem = name.removesuffix(".ipynb")
    names = chain([f"{stem}.new.ipynb"], (f"{stem}.new-{number}.ipynb" for number in count(2)))
    return next(
        beside for beside in names if _hash_of(work / beside) in (None, todays, manifest.written.get(beside, todays))
    )


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _hash_of(path: Path) -> str | None:
    """The hash of a file, or ``None`` where there is none."""
    try:
        return _hash(path.read_bytes())
    except FileNotFoundError:
        return None


def disk_full(work: Path) -> T:
    """What to say where no room is left."""
    return T(
        f"The disk is full: {work} could not be written. Free some space and start again; nothing of yours is lost.",
        f"ディスクに空きがなく、{work} に書き込めませんでした。空きを作ってからもう一度始めてください。書いた内容は失われていません。",
    )


def _in_the_way(work: Path, error: OSError) -> T:
    place = error.filename or work
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(work)
    if error.errno in (errno.EEXIST, errno.ENOTDIR, errno.EISDIR):
        return T(
            f"A file and a folder have changed places at {place}. Rename it, or choose another folder with --work.",
            f"{place} は、ファイルとフォルダーが食い違っています。名前を変えるか、--work で別のフォルダーを指定してください。",
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return T(
            f"{place} is not allowed to be written or read. Change its permissions, or choose another folder with --work.",
            f"{place} を読み書きする許可がありません。アクセス権を変えるか、--work で別のフォルダーを指定してください。",
        )
    return T(
        f"{place} could not be used: {error.strerror}. Choose another folder with --work.",
        f"{place} を使えませんでした({error.strerror})。--work で別のフォルダーを指定してください。",
    )
