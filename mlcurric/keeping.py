"""Lose nothing: a file is written whole or not at all, never over what somebody else wrote, and its last good version stays beside it."""

from __future__ import annotations

import hashlib
import itertools
import os
import re
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from mlcurric.locks import held
from mlcurric.text import T

BYTE_ORDER_MARK = "\ufeff"
"""At the head of a text that Excel is to open; without it Excel takes it for Shift_JIS and shows Japanese as rubbish."""
NO_FILE = ""
"""The stamp of a file that is not there."""
BESIDE = CONFLICT, DAMAGED, ORIGINAL, BEFORE, RESCUED = "conflict", "damaged", "original", "before", "rescued"
"""Why a version of a file lies beside it under a number, as its name says: ``board.conflict-1.csv``."""
LINES, CELLS = T("lines", "件"), T("filled cells", "か所")
"""What may be gone."""
_LEFT_BEHIND = 3_600
"""Seconds after which nobody is writing a file any longer."""


class Changed(OSError):
    """Somebody else has written the file since it was read."""


def write_whole(
    path: Path, content: str | bytes, seen: str | None = None, private: bool = False, alone: bool = False
) -> str:
    """Write a file so that whoever reads it, even after a crash, finds the old content or the new one, whole.

    Args:
        content: a text, which is written in UTF-8 with the line breaks of Unix, or bytes as they are.
        seen: the ``stamp`` of the file as the writer knows it; by default it is written over in any case.
        private: whether nobody but its owner may read it.
        alone: whether nobody else can be writing it now; what a writer that was killed has left goes at once then.

    Returns:
        The ``stamp`` of what was written; the file itself may be somebody else's again by now.

    Raises:
        Changed: if it is another file by now; nothing is written then.
        OSError: if it cannot be written; the old content is untouched.
    """
    whole = content.encode("utf-8") if isinstance(content, str) else content
    name = _beside_whole(path, whole, private, alone)
    try:
        if seen is None:
            os.replace(name, path)
        else:
            with held(path):
                if stamp(path) != seen:
                    raise Changed(f"{path.name} was changed meanwhile.")
                os.replace(name, path)
    except BaseException:
        name.unlink(missing_ok=True)
        raise
    return _hash(whole)


def write_together(files: Mapping[Path, str | bytes]) -> None:
    """Write several files that belong together: all of them, or none.

    None takes its place before all of them are on the disk, whole; where one cannot, because the old one is open in Excel, those
    that have are put back. Ctrl-C waits until it is done. Only a machine that stops in that moment leaves some of each.

    Raises:
        OSError: if one of them cannot be written, or an old one cannot be replaced; what was there is as it was.
    """
    new: dict[Path, Path] = {}
    old: dict[Path, Path | None] = {}
    try:
        for path, content in files.items():
            new[path] = _beside_whole(path, content)
        with _uninterrupted():
            try:
                for path, name in new.items():
                    old[path] = _second_name(path) if path.exists() else None
                    os.replace(name, path)
            except BaseException:
                _put_back(old)
                raise
    finally:
        for name in filter(None, [*new.values(), *old.values()]):
            name.unlink(missing_ok=True)


def _second_name(path: Path) -> Path:
    """The same file under another name beside it; a copy where the disk has no second names."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    os.close(descriptor)
    Path(name).unlink()
    try:
        os.link(path, name)
    except OSError:
        shutil.copy2(path, name)
    return Path(name)


def _put_back(old: Mapping[Path, Path | None]) -> None:
    """Put files back in their places, and take away those that had none; the last one may not have been replaced."""
    for path, name in old.items():
        with suppress(OSError):
            if name is None:
                path.unlink(missing_ok=True)
            else:
                os.replace(name, path)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C and a request to end wait: they come through as soon as the block is done."""
    if threading.current_thread() is not threading.main_thread():
        # Only the main thread is ever interrupted.
        yield
        return
    came: list[int] = []
    before = {
        each: signal.signal(each, lambda number, _: came.append(number)) for each in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for each, handler in before.items():
            # Of a handler that Python has not set it knows nothing.
            signal.signal(each, signal.SIG_DFL if handler is None else handler)
        for number in came:
            signal.raise_signal(number)


def _beside_whole(path: Path, content: str | bytes, private: bool = False, alone: bool = False) -> Path:
    """The content in a file of another name in the same folder, on the disk, with the rights of any new file unless private."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        # A temporary file is readable by its owner only.
        if not private:
            umask = os.umask(0)
            os.umask(umask)
            os.chmod(name, 0o666 & ~umask)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sweep(path, Path(name), alone)
    return Path(name)


def _sweep(path: Path, new: Path, alone: bool) -> None:
    """Take away what a kernel that was killed while it wrote left behind: files of the same kind as a new one, old ones unless alone."""
    same_kind = re.compile(re.escape(f".{path.name}-") + r"[a-z0-9_]{8}")
    with suppress(OSError):
        # Held against the new one, not against a clock: that of a shared drive may go differently.
        old = new.stat().st_mtime - _LEFT_BEHIND
        for name in path.parent.iterdir():
            # By its name: the path of a new one is absolute.
            if name.name != new.name and same_kind.fullmatch(name.name) and (alone or name.stat().st_mtime < old):
                name.unlink()


def stamp(path: Path) -> str:
    """What tells one content of a file from another; ``NO_FILE`` if there is none."""
    try:
        return _hash(path.read_bytes())
    except FileNotFoundError:
        return NO_FILE


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def last_good(path: Path) -> Path:
    """Where the last good version of a file stands: ``board.last-good.csv`` beside ``board.csv``."""
    return path.with_name(f"{path.stem}.last-good{path.suffix}")


def keep_before_replacing(path: Path, content: str | bytes | None, lost: int, of: int, what: T = LINES) -> T | None:
    """Put a version in the place of the last good one; where something is gone, the one before stays under a number.

    A file that was cut off, or saved from an older copy, reads as well as a whole one. What is not in it any more is nowhere
    else, however little it is: so the version before stays beside it (``board.before-1.csv``).

    Args:
        content: of the new version; ``None`` leaves the last good version where it is, for one that is not wholly read.
        lost: so many lines (notes, filled cells) of the last good version are not in the new one.
        of: so many it had.
        what: what is counted.

    Returns:
        What is to be told of it: how many are gone, and where they are; ``None`` where nothing is.

    Raises:
        OSError: if a file cannot be read or written; the last good version is untouched then.
    """
    good, told = last_good(path), None
    if lost:
        before = _copied(good.read_bytes(), path, BEFORE)
        told = _FEWER.format(name=path.name, n=lost, of=of, what=what, before=before.name)
    if content is not None:
        write_whole(good, content)
    return told


def numbered(path: Path, folder: Path, why: str) -> Iterator[Path]:
    """What versions of a file are called that are kept in a folder for a reason: ``board.conflict-1.csv`` and so on."""
    return (folder / f"{path.stem}.{why}-{number}{path.suffix}" for number in itertools.count(1))


def versions(path: Path, folder: Path, why: str) -> list[Path]:
    """The files of a folder that are a version of a file for a reason (see ``numbered``), by their numbers.

    Raises:
        OSError: if the folder cannot be listed.
    """
    name = re.compile(rf"{re.escape(path.stem)}\.{why}-(\d+){re.escape(path.suffix)}")
    found = [
        (int(match[1]), each) for each in folder.iterdir() if (match := name.fullmatch(each.name)) and each.is_file()
    ]
    return [each for _, each in sorted(found)]


def free_names(path: Path, folder: Path, why: str) -> Iterator[Path]:
    """Those of the ``numbered`` names that nothing has yet."""
    return (name for name in numbered(path, folder, why) if not name.exists())


def set_aside(path: Path, why: str) -> Path:
    """Move a file out of the way, whole: ``board.damaged-1.csv`` for the reason ``"damaged"``.

    Raises:
        OSError: if it cannot be moved.
    """
    with held(path):
        free = next(free_names(path, path.parent, why))
        os.replace(path, free)
    return free


def copy_beside(path: Path, why: str) -> Path:
    """Copy a file beside itself, byte for byte, unless such a copy is there: ``board.original-1.csv`` for ``"original"``.

    Raises:
        OSError: if it cannot be read or written.
    """
    return _copied(path.read_bytes(), path, why)


def _copied(content: bytes, path: Path, why: str) -> Path:
    """The file beside another that holds a content, under the first number that is free unless it is there already."""
    for beside in numbered(path, path.parent, why):
        if not beside.exists():
            # Somebody else may have taken that number just now.
            with suppress(Changed):
                write_whole(beside, content, NO_FILE)
        if beside.read_bytes() == content:
            return beside
    raise AssertionError("unreachable")


_FEWER = T(
    "{n} of the {of} {what} that “{name}” had last time are gone. The earlier version is kept as “{before}”; unless they were "
    "taken out on purpose, paste them back from there.",
    "「{name}」に前回あった{of}{what}のうち、{n}{what}がなくなっています。前回の内容は「{before}」に残してあります。消すつもりがなかったのなら、そこから行を貼り戻してください。",
)
