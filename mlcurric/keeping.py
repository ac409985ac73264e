"""Lose nothing: a file is written whole or not at all, never over what somebody else wrote, and its last good version stays beside it."""

from __future__ import annotations

import hashlib
import itertools
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mlcurric.text import T

BYTE_ORDER_MARK = "\ufeff"
"""At the head of a text that Excel is to open; without it Excel takes it for Shift_JIS and shows Japanese as rubbish."""
NO_FILE = ""
"""The stamp of a file that is not there."""
MANY, MANY_OF_ALL = 3, 0.2
"""So many lines gone, and such a share of all, are more than somebody takes out on purpose between two savings."""
_LEFT_BEHIND = 3_600
"""Seconds after which nobody is writing a file any longer."""


class Changed(OSError):
    """Somebody else has written the file since it was read."""


@dataclass(frozen=True)
class Kept:
    """Where a text is kept now.

    Attributes:
        path: the file that holds it; ``None`` if nothing could be written.
        stamp: the stamp of the file that was meant, as it stands now.
        says: what the writer has to know; empty if all went well.
    """

    path: Path | None
    stamp: str
    says: tuple[T, ...] = ()


def write_whole(path: Path, content: str | bytes, seen: str | None = None) -> None:
    """Write a file so that whoever reads it, even after a crash, finds the old content or the new one, whole.

    Args:
        content: a text, which is written in UTF-8 with the line breaks of Unix, or bytes as they are.
        seen: the ``stamp`` of the file as the writer knows it; by default it is written over in any case.

    Raises:
        Changed: if it is another file by now; nothing is written then.
        OSError: if it cannot be written; the old content is untouched.
    """
    name = _beside_whole(path, content)
    try:
        if seen is not None and stamp(path) != seen:
            raise Changed(f"{path.name} was changed meanwhile.")
        os.replace(name, path)
    except BaseException:
        name.unlink(missing_ok=True)
        raise


def write_together(files: Mapping[Path, str | bytes]) -> None:
    """Write several files that belong together: none takes its place before all of them are on the disk, whole.

    Raises:
        OSError: if one of them cannot be written, or an old one cannot be replaced because it is open elsewhere; what was
            there is untouched unless that happens after some have taken their places.
    """
    new: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            new[path] = _beside_whole(path, content)
        for path, name in new.items():
            os.replace(name, path)
    finally:
        for name in new.values():
            name.unlink(missing_ok=True)


def _beside_whole(path: Path, content: str | bytes) -> Path:
    """The content in a file of another name in the same folder, on the disk, with the rights of any new file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        # A temporary file is readable by its owner only.
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sweep(path, Path(name))
    return Path(name)


def _sweep(path: Path, new: Path) -> None:
    """Take away what a kernel that was killed while it wrote left behind: old files of the same kind as a new one."""
    same_kind = re.compile(re.escape(f".{path.name}-") + r"[a-z0-9_]{8}")
    with suppress(OSError):
        # Held against the new one, not against a clock: that of a shared drive may go differently.
        old = new.stat().st_mtime - _LEFT_BEHIND
        for name in path.parent.iterdir():
            if same_kind.fullmatch(name.name) and name.stat().st_mtime < old:
                name.unlink()


def stamp(path: Path) -> str:
    """What tells one content of a file from another; ``NO_FILE`` if there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return NO_FILE


def last_good(path: Path) -> Path:
    """Where the last good version of a file stands: ``board.last-good.csv`` beside ``board.csv``."""
    return path.with_name(f"{path.stem}.last-good{path.suffix}")


def keep(path: Path, text: str, seen: str) -> Kept:
    """Keep a text in its file, and once more beside it as the last good version.

    A file that was changed since it was seen is left alone, and the text goes beside it (``board.conflict-1.csv``). On a disk
    that is full, or a folder that cannot be written to, it goes to the folder for temporary files or home.

    Args:
        seen: the ``stamp`` of the file when it was read or written last.
    """
    try:
        write_whole(path, text, seen)
    except Changed:
        return _beside(path, text)
    except OSError as error:
        return _elsewhere(path, text, error)
    says: tuple[T, ...] = ()
    try:
        write_whole(last_good(path), text)
    except OSError as error:
        says = (_NO_COPY.format(name=last_good(path).name, why=_why(error)),)
    return Kept(path, stamp(path), says)


def keep_before_replacing(path: Path, content: str | bytes | None, lost: int, of: int) -> T | None:
    """Put a version in the place of the last good one; where many lines are gone, the one before stays under a number.

    A file that was cut off, or saved with nothing but its headings, reads as well as a whole one; only the number of its lines
    shows it. A version that lost ``MANY`` lines and ``MANY_OF_ALL`` of them, or all, does not take the earlier one away: that
    stays beside it (``board.before-1.csv``).

    Args:
        content: of the new version; ``None`` leaves the last good version where it is, for one that is not wholly read.
        lost: so many lines (notes) of the last good version are not in the new one.
        of: so many it had.

    Returns:
        What is to be told of it: how many are gone, and where they are; ``None`` where nothing is.

    Raises:
        OSError: if a file cannot be read or written; the last good version is untouched then.
    """
    good, told = last_good(path), None
    if lost and (lost == of or (lost >= MANY and lost >= MANY_OF_ALL * of)):
        before = _copied(good.read_bytes(), path, "before")
        told = _FEWER.format(name=path.name, n=lost, of=of, before=before.name)
    if content is not None:
        write_whole(good, content)
    return told


def set_aside(path: Path, why: str) -> Path:
    """Move a file out of the way, whole: ``board.damaged-1.csv`` for the reason ``"damaged"``.

    Raises:
        OSError: if it cannot be moved.
    """
    for free in _free(path, path.parent, why):
        os.replace(path, free)
        return free
    raise AssertionError("unreachable")


def copy_beside(path: Path, why: str) -> Path:
    """Copy a file beside itself, byte for byte, unless such a copy is there: ``board.original-1.csv`` for ``"original"``.

    Raises:
        OSError: if it cannot be read or written.
    """
    return _copied(path.read_bytes(), path, why)


def _copied(content: bytes, path: Path, why: str) -> Path:
    """The file beside another that holds a content, under the first number that is free unless it is there already."""
    for number in itertools.count(1):
        beside = path.with_name(f"{path.stem}.{why}-{number}{path.suffix}")
        if not beside.exists():
            write_whole(beside, content, NO_FILE)
        if beside.read_bytes() == content:
            return beside
    raise AssertionError("unreachable")


def _beside(path: Path, text: str) -> Kept:
    try:
        for free in _free(path, path.parent, "conflict"):
            write_whole(free, text, NO_FILE)
            says = _CHANGED.format(name=path.name, beside=free.name), _COMPARE
            return Kept(free, stamp(path), says)
    except OSError as error:
        return _elsewhere(path, text, error)
    raise AssertionError("unreachable")


def _elsewhere(path: Path, text: str, error: OSError) -> Kept:
    seen = _seen_or_none(path)
    for folder in (Path(tempfile.gettempdir()), Path.home()):
        try:
            for free in _free(path, folder, "rescued"):
                write_whole(free, text, NO_FILE)
                return Kept(free, seen, (_RESCUED.format(name=path.name, why=_why(error), path=free), _MAKE_ROOM))
        except (OSError, RuntimeError):
            continue
    return Kept(None, seen, (_NOWHERE.format(name=path.name, why=_why(error)), _COPY))


def _free(path: Path, folder: Path, why: str) -> Iterable[Path]:
    names = (folder / f"{path.stem}.{why}-{number}{path.suffix}" for number in itertools.count(1))
    return (name for name in names if not name.exists())


def _seen_or_none(path: Path) -> str:
    try:
        return stamp(path)
    except OSError:
        return NO_FILE


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__


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
_FEWER = T(
    "{n} of the {of} lines that “{name}” had last time are gone. The earlier version is kept as “{before}”; unless they were "
    "taken out on purpose, paste them back from there.",
    "「{name}」に前回あった{of}件のうち、{n}件がなくなっています。前回の内容は「{before}」に残してあります。消すつもりがなかったのなら、そこから行を貼り戻してください。",
)
_NO_COPY = T(
    "Saved; but the copy “{name}” beside it could not be written ({why}).",
    "保存しました。ただし、控えの「{name}」は書けませんでした({why})。",
)
