"""Read the notebooks in a zip under limits: whatever its author meant, it fills no disk, reaches no other file and hangs nothing."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from mlcurric.grading.collecting.encodings import name_of
from mlcurric.grading.reading.read import LARGEST
from mlcurric.text import T

MOST_MEMBERS = 20_000
"""Files in one zip, with those in the zips within it."""
LARGEST_TOTAL = 2_000_000_000
"""Bytes that one zip may unpack to."""
LARGEST_INNER = 100_000_000
"""Bytes of a zip within a zip."""
DEEPEST = 12
"""Folders in one another."""
HIGHEST_RATIO = 200
"""Times that a file may grow in unpacking, from ``RATIO_FROM`` bytes on: notebooks grow tenfold, bombs a thousandfold."""
RATIO_FROM = 1_000_000
_LARGEST_DIRECTORY = 4_000_000
_CHUNK = 1 << 16
_ABSOLUTE = re.compile(r"[A-Za-z]:[\\/]|[\\/]")
_HIDDEN = ("__MACOSX", ".ipynb_checkpoints", ".DS_Store", "Thumbs.db", "desktop.ini")
"""What systems and editors leave in a zip. A name with a dot in front may be a learner's all the same."""

_NO_ZIP = T(
    "This is not a zip file. Download it again from the LMS, and give the .zip as it is.",
    "zip ファイルではありません。LMS からもう一度ダウンロードし、.zip のまま指定してください。",
)
_CLOSED = T("The file cannot be opened ({why}).", "ファイルを開けません({why})。")
_DAMAGED = T(
    "The zip is damaged. Download it again from the LMS; the download was probably cut off.",
    "zip が壊れています。ダウンロードが途中で切れた可能性があります。LMS からもう一度ダウンロードしてください。",
)
_TOO_MANY = T(
    "There are more than {most} files in the zip. Unpack it yourself, and give the hand-ins in several zips.",
    "zip の中のファイルが {most} 件を超えています。いったん展開し、いくつかの zip に分けて指定してください。",
)
_TOO_MUCH = T(
    "The zip unpacks to more than {most}; the rest was not read. Give the hand-ins in several zips.",
    "zip を展開すると {most} を超えるため、残りは読んでいません。いくつかの zip に分けて指定してください。",
)
_OUTSIDE = T(
    "The name leads out of the folder (an absolute path or “..”). No LMS writes that; look at who handed it in.",
    "フォルダーの外を指す名前です(絶対パスか「..」)。LMS がこの名前を付けることはありません。誰の提出か確かめてください。",
)
_DEEP = T(
    "It lies more than {most} folders deep. Ask for it without the folders.",
    "フォルダーが {most} 段を超えています。フォルダーなしで出し直してもらってください。",
)
_LINK = T(
    "It is a link or a special file, not a file. Ask for the notebook itself.",
    "リンクか特殊なファイルです。ノートブックそのものを出し直してもらってください。",
)
_LOCKED = T(
    "It is protected by a password. Ask for it without one.",
    "パスワードがかかっています。パスワードなしで出し直してもらってください。",
)
_TWICE = T(
    "The zip holds two files of this name, so it is not clear which one counts; neither was taken. Ask the learner.",
    "zip に同じ名前のファイルが2つあり、どちらが有効かわからないため、どちらも読んでいません。本人に確かめてください。",
)
_LARGE = T(
    "It is larger than {most}. Ask the learner to clear the outputs (Edit > Clear Outputs of All Cells) and to hand it in again.",
    "{most} を超えています。出力を消去して(「編集」→「すべてのセルの出力を消去」)、もう一度提出してもらってください。",
)
_BOMB = T(
    "It unpacks to more than {most} times its size, as no notebook does. Look at who handed it in.",
    "展開すると {most} 倍を超える大きさになります。ふつうのノートブックではありえません。誰の提出か確かめてください。",
)
_BROKEN = T(
    "It is damaged inside the zip. Download the zip again; if it stays so, ask the learner to hand it in again.",
    "zip の中で壊れています。zip をもう一度ダウンロードし、それでも直らなければ、本人に出し直してもらってください。",
)
_NESTED = T(
    "A zip in a zip in a zip is not opened. Ask for the notebooks themselves.",
    "zip の中の zip の、さらに中にある zip は開きません。ノートブックそのものを出し直してもらってください。",
)


@dataclass(frozen=True)
class Member:
    """A notebook in a zip.

    Attributes:
        path: its folders and its name.
        inside: the same in the zip within the zip; empty for a notebook that lies in none.
        data: its bytes.
    """

    path: tuple[str, ...]
    inside: tuple[str, ...]
    data: bytes


@dataclass(frozen=True)
class Refused:
    """Something in a zip, or a whole one, that was not read, and what to do about it; ``place`` is empty for the whole."""

    place: str
    why: T


@dataclass(frozen=True)
class Other:
    """Something in a zip that is no notebook."""

    place: str


@dataclass
class _Budget:
    members: int = field(default_factory=lambda: MOST_MEMBERS)
    total: int = field(default_factory=lambda: LARGEST_TOTAL)


class _Bad(Exception):
    def __init__(self, why: T) -> None:
        super().__init__(why.en)
        self.why = why


class _Spent(_Bad):
    """The whole zip has used up what one may."""


def members(path: Path) -> Iterator[Member | Refused | Other]:
    """The notebooks in a zip and in the zips within it, one at a time; it never raises."""
    try:
        # Asked first: a pipe would be waited for.
        if not stat.S_ISREG(path.stat().st_mode) or not zipfile.is_zipfile(path):
            yield Refused("", _NO_ZIP)
            return
        with open(path, "rb") as file:
            yield from _of(file, _Budget(), ())
    except OSError as error:
        yield Refused("", _CLOSED.format(why=error.strerror or type(error).__name__))
    except _Bad as error:
        yield Refused("", error.why)


def _of(file: IO[bytes], budget: _Budget, outer: tuple[str, ...]) -> Iterator[Member | Refused | Other]:
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, EOFError, OverflowError):
        raise _Bad(_DAMAGED) from None
    with archive:
        infos = [(info, name_of(info)) for info in archive.infolist()]
        budget.members -= len(infos)
        if budget.members < 0:
            raise _Spent(_TOO_MANY.format(most=f"{MOST_MEMBERS:,}"))
        named = Counter(name for info, name in infos if not info.is_dir())
        for info, name in infos:
            parts = tuple(part for part in name.replace("\\", "/").split("/") if part not in ("", "."))
            if info.is_dir() or not parts or _is_hidden(parts):
                continue
            place = " > ".join(("/".join(outer), "/".join(parts))) if outer else "/".join(parts)
            kind = parts[-1].lower().rpartition(".")[2]
            if kind not in ("ipynb", "zip"):
                yield Other(place)
                continue
            try:
                _check(info, name, parts, named[name])
                if kind == "ipynb":
                    data = _read(archive, info, LARGEST, budget)
                    yield Member(outer or parts, parts if outer else (), data)
                    continue
                if outer:
                    raise _Bad(_NESTED)
                inner = _read(archive, info, LARGEST_INNER, budget)
                _check_inner(inner)
                yield from _of(io.BytesIO(inner), budget, parts)
            except _Spent:
                raise
            except _Bad as error:
                yield Refused(place, error.why)


def _check(info: zipfile.ZipInfo, name: str, parts: tuple[str, ...], times: int) -> None:
    mode = info.external_attr >> 16
    if ".." in parts or _ABSOLUTE.match(name) or "\0" in name:
        raise _Bad(_OUTSIDE)
    if len(parts) > DEEPEST:
        raise _Bad(_DEEP.format(most=DEEPEST))
    # A zip that no Unix wrote has no kind of file at all.
    if stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        raise _Bad(_LINK)
    if info.flag_bits & 0x1:
        raise _Bad(_LOCKED)
    if times > 1:
        raise _Bad(_TWICE)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int, budget: _Budget) -> bytes:
    """The bytes of one file, counted as they come: what the zip says of their number may be a lie."""
    content = bytearray()
    try:
        with archive.open(info) as file:
            while chunk := file.read(_CHUNK):
                content += chunk
                budget.total -= len(chunk)
                if budget.total < 0:
                    raise _Spent(_TOO_MUCH.format(most=_size(LARGEST_TOTAL)))
                if len(content) > RATIO_FROM and len(content) > HIGHEST_RATIO * max(1, info.compress_size):
                    raise _Bad(_BOMB.format(most=HIGHEST_RATIO))
                if len(content) > most:
                    raise _Bad(_LARGE.format(most=_size(most)))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        struct.error,
    ):
        raise _Bad(_BROKEN) from None
    except Exception as error:
        # lzma has an error class of its own, and is not on every machine.
        if isinstance(error, _Bad):
            raise
        raise _Bad(_BROKEN) from None
    return bytes(content)


def _check_inner(data: bytes) -> None:
    """Whether a learner's zip may be opened: its list of files is read into memory at once."""
    end = data.rfind(b"PK\5\6")
    if end < 0 or len(data) < end + 22:
        raise _Bad(_BROKEN)
    (size,) = struct.unpack("<L", data[end + 12 : end + 16])
    if size > _LARGEST_DIRECTORY:
        raise _Bad(_TOO_MANY.format(most=f"{MOST_MEMBERS:,}"))


def _is_hidden(parts: tuple[str, ...]) -> bool:
    return parts[-1].startswith("._") or any(part in _HIDDEN for part in parts)


def _size(of: int) -> str:
    return f"{of // 1_000_000_000} GB" if of >= 1_000_000_000 else f"{of // 1_000_000} MB"
