"""A team's folder: laid out once, filled up when something is missing, and never written over what somebody wrote."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mlcurric.disk_errors import why_refused
from mlcurric.keeping import NO_FILE, Changed, stamp, write_whole
from mlcurric.notebook.workfolder import MARKER, load_workshop, session_file, write_json
from mlcurric.subject.typed import Slip
from mlcurric.text import T, speaking
from mlcurric.workplace.copies import Delivery, WorkplaceError, disk_full
from mlcurric.workplace.copies import lay_out as lay_out_notebooks
from mlcurric.workshop.session import Session, session_as_json, session_from
from mlcurric.workshop.sheets import files

_LAID_OUT = "laid_out"


class Arrival(StrEnum):
    """What became of a file."""

    NEW = "new"
    SAME = "same"
    RENEWED = "renewed"
    KEPT = "kept"


@dataclass(frozen=True)
class Folder:
    """A team's folder after it was laid out.

    Attributes:
        arrivals: what became of each file, by its path below the folder. ``KEPT`` is one that somebody wrote or changed, and
            that differs from what would stand there.
        notebooks: which notebooks were put into it.
    """

    path: Path
    arrivals: Mapping[str, Arrival]
    notebooks: tuple[Delivery, ...]

    def of(self, arrival: Arrival) -> list[str]:
        """The files of one kind of arrival, in their order."""
        return [name for name, each in self.arrivals.items() if each is arrival]


def lay_out(folder: Path, session: Session, wanted: Mapping[str, bytes] | None = None) -> Folder:
    """Put everything that a session needs into a folder, which is made where it is missing.

    A file that is there stays as it is, unless it is still what was laid out before, for another day, say; then it is renewed.

    Args:
        wanted: what stands in each file, by its path below the folder; without it, what a team fills in.

    Raises:
        Slip: if the folder belongs to another team or stage, is a file, cannot be written to, or the disk is full.
    """
    before = _before(folder, session)
    with speaking(session.lang):
        wanted = files(session) if wanted is None else wanted
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / MARKER).mkdir(exist_ok=True)
            laid_out, arrivals = dict(before), {}
            for name, content in wanted.items():
                arrivals[name] = _put(folder / name, content, before.get(name))
                if arrivals[name] is not Arrival.KEPT:
                    laid_out[name] = _hash(content)
            write_json(session_file(folder), {**session_as_json(session), _LAID_OUT: laid_out})
            notebooks = lay_out_notebooks(folder)
        except OSError as error:
            raise _in_the_way(folder, error) from error
        except WorkplaceError as error:
            raise Slip(error.says) from error
    return Folder(folder, arrivals, tuple(notebooks))


def _before(folder: Path, session: Session) -> dict[str, str]:
    """The hashes of what was laid out here before; nothing where nobody did, or where that file is damaged."""
    try:
        kept = load_workshop(folder)
        there = session_from(kept, folder)
    except (OSError, ValueError, Slip):
        return {}
    if (there.team, there.stage) != (session.team, session.stage):
        says = _ANOTHERS.format(folder=folder, team=there.team, stage=there.stage)
        raise Slip(says, _CHOOSE if there.team != session.team else _COPY)
    laid_out = kept.get(_LAID_OUT)
    return dict(laid_out) if isinstance(laid_out, dict) else {}


def _put(path: Path, content: bytes, laid_out: str | None) -> Arrival:
    present = stamp(path)
    if present == _hash(content):
        return Arrival.SAME
    if present not in (NO_FILE, laid_out):
        return Arrival.KEPT
    try:
        write_whole(path, content, present)
    except Changed:
        return Arrival.KEPT
    return Arrival.NEW if present == NO_FILE else Arrival.RENEWED


def _hash(content: bytes) -> str:
    """As ``stamp`` does with a file."""
    return hashlib.sha256(content).hexdigest()


def _in_the_way(folder: Path, error: OSError) -> Slip:
    place = error.filename or folder
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Slip(disk_full(folder))
    if error.errno in (errno.EEXIST, errno.ENOTDIR, errno.EISDIR):
        return Slip(
            T("{place}: a file stands where a folder is needed, or the other way round.", "{place} は、フォルダーであるべき場所のファイルか、その逆です。").format(place=place),
            T("Rename it, or choose another folder.", "名前を変えるか、別のフォルダーを指定してください。"),
        )  # fmt: skip
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Slip(
            T("{place} may not be written.", "{place} に書き込む許可がありません。").format(place=place),
            T("Change its permissions, close the file if it is open in Excel, or choose another folder.", "アクセス権を変えるか、Excelで開いていれば閉じるか、別のフォルダーを指定してください。"),
        )  # fmt: skip
    return Slip(
        T("{place} could not be used ({why}).", "{place} を使えませんでした({why})。").format(
            place=place, why=why_refused(error)
        ),
        _CHOOSE,
    )


_ANOTHERS = T(
    "{folder} is the folder of “{team}” for stage {stage}.", "{folder} は「{team}」のステージ{stage}のフォルダーです。"
)
_CHOOSE = T("Choose another folder.", "別のフォルダーを指定してください。")
_COPY = T(
    "Choose another folder, and copy surveys/answers-….csv there, so that the report can compare.",
    "別のフォルダーを指定してください。アンケートを比べるため、surveys/answers-….csv をそちらにもコピーします。",
)
