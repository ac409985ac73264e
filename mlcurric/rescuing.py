"""A text that cannot be written into its file is kept beside it, at home or among the temporary files, and found there again."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mlcurric.disk_errors import why_refused
from mlcurric.keeping import (
    CONFLICT,
    NO_FILE,
    RESCUED,
    Changed,
    free_names,
    last_good,
    numbered,
    stamp,
    versions,
    write_whole,
)
from mlcurric.text import T


@dataclass(frozen=True)
class Kept:
    """Where a text is kept now.

    Attributes:
        path: the file that holds it; ``None`` if nothing could be written.
        stamp: the stamp of the file that was meant, as whoever wrote knows it: their own version, or one that they have been told of.
        says: what the writer has to know; empty if all went well.
    """

    path: Path | None
    stamp: str
    says: tuple[T, ...] = ()


def keep(path: Path, text: str, seen: str) -> Kept:
    """Keep a text in its file, and once more beside it as the last good version.

    A file that was changed since it was seen is left alone, and the text goes beside it (``board.conflict-1.csv``). On a disk
    that is full, or a folder that cannot be written to, it goes home or to the folder for temporary files (see ``rescued``).

    Args:
        seen: the ``stamp`` of the file when it was read or written last.
    """
    try:
        written = write_whole(path, text, seen)
    except Changed:
        return _beside(path, text)
    except OSError as error:
        return _elsewhere(path, text, error)
    says: tuple[T, ...] = ()
    try:
        write_whole(last_good(path), text)
    except OSError as error:
        says = (_NO_COPY.format(name=last_good(path).name, why=why_refused(error)),)
    return Kept(path, written, says)


def rescue(path: Path, content: str | bytes, beside: bool = False) -> Path | None:
    """Put the content of a file that cannot be written where it can be: home, or among the temporary files.

    Nobody but its owner may read it there: everybody may look into the folder for temporary files. A copy that is there
    already is not made again.

    Args:
        beside: whether it is tried beside the file first, with the rights of any file of that folder.

    Returns:
        ``None`` if it can be written nowhere.
    """
    whole = content.encode("utf-8") if isinstance(content, str) else content
    for folder in _spare_folders(path, beside):
        try:
            for copy in numbered(path, folder, RESCUED):
                if not copy.exists():
                    write_whole(copy, whole, NO_FILE, private=folder != path.parent)
                elif not _is_mine(copy):
                    continue
                if copy.read_bytes() == whole:
                    return copy
        except OSError:
            continue
    return None


def rescued(path: Path, beside: bool = False) -> Iterator[Path]:
    """The files into which ``rescue`` has put the content of a file, each folder's newest last; only those of whoever asks.

    Args:
        beside: whether those beside the file are among them.
    """
    for folder in _spare_folders(path, beside):
        with suppress(OSError):
            yield from filter(_is_mine, versions(path, folder, RESCUED))


def _spare_folders(path: Path, beside: bool) -> list[Path]:
    folders = [path.parent] if beside else []
    # Home first: what lies among the temporary files may be gone after a restart.
    for find in (Path.home, tempfile.gettempdir):
        with suppress(OSError, RuntimeError):
            if (folder := Path(find())).is_dir():
                folders.append(folder)
    return list(dict.fromkeys(folders))


def _beside(path: Path, text: str) -> Kept:
    try:
        for free in free_names(path, path.parent, CONFLICT):
            # Somebody else may take the same free name: then the next one is tried.
            with suppress(Changed):
                write_whole(free, text, NO_FILE)
                return Kept(free, stamp(path), (_CHANGED.format(name=path.name, beside=free.name), _COMPARE))
    except OSError as error:
        return _elsewhere(path, text, error)
    raise AssertionError("unreachable")


def _elsewhere(path: Path, text: str, error: OSError) -> Kept:
    try:
        seen = stamp(path)
    except OSError:
        seen = NO_FILE
    copy, why = rescue(path, text), why_refused(error)
    says = (_RESCUED.format(name=path.name, why=why, path=copy), _MAKE_ROOM) if copy else (_NOWHERE.format(name=path.name, why=why), _COPY)  # fmt: skip
    return Kept(copy, seen, says)


def _is_mine(path: Path) -> bool:
    """Whether a file belongs to whoever asks: in the folder for temporary files everybody may leave something."""
    return not hasattr(os, "getuid") or path.stat().st_uid == os.getuid()


_CHANGED = T(
    "“{name}” was changed elsewhere meanwhile, so it was left alone; yours is in “{beside}”.",
    "「{name}」が別の場所で書き換えられていたので、上書きしていません。こちらの内容は「{beside}」にあります。",
)
_COMPARE = T(
    "Put the two side by side and keep one; nothing of either is lost.",
    "2つを見比べて、1つにまとめてください。どちらも消えていません。",
)
_RESCUED = T(
    "“{name}” could not be written ({why}); what was there is untouched, and yours is in {path}.",
    "「{name}」に書けませんでした({why})。元のファイルはそのままで、こちらの内容は {path} にあります。",
)
_MAKE_ROOM = T(
    "Make room, or ask for the right to write there, and save once more.",
    "空きを作るか、書き込みの権限をもらってから、もう一度保存してください。",
)
_NOWHERE = T(
    "“{name}” could not be written ({why}), nor any other place.",
    "「{name}」にも、ほかの場所にも書けませんでした({why})。",
)
_COPY = T("Copy the text from here now.", "いまのうちに、ここから内容をコピーしてください。")
_NO_COPY = T(
    "Saved; but the copy “{name}” beside it could not be written ({why}).",
    "保存しました。ただし、控えの「{name}」は書けませんでした({why})。",
)
