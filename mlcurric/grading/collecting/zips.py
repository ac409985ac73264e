"""Read the notebooks in a zip under limits: whatever its author meant, it fills no disk, reaches no other file and hangs nothing."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from mlcurric.grading.collecting.encodings import name_of
from mlcurric.grading.reading.read import LARGEST
from mlcurric.text import T

MOST_MEMBERS = 20_000
"""Files in one zip, with the notebooks in the zips within it."""
LARGEST_TOTAL = 2_000_000_000
"""Bytes that the notebooks of one zip may unpack to, with those in the zips within it."""
LARGEST_INNER = 100_000_000
"""Bytes of a zip within a zip."""
MOST_INSIDE, LARGEST_INSIDE = 2_000, 300_000_000
"""The same of a zip within a zip: it is one learner's, or a class's for one exercise."""
DEEPEST = 12
"""Folders in one another."""
HIGHEST_RATIO = 200
"""Times that a file may grow in unpacking, from ``RATIO_FROM`` bytes on: notebooks grow tenfold, bombs a thousandfold."""
RATIO_FROM = 1_000_000
_LARGEST_DIRECTORY = 4_000_000
"""Bytes of the list of files in a zip within a zip."""
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
    "With it the zip would unpack to more than {most}. Unpack the zip yourself, and give the hand-ins in several zips.",
    "これを含めると、zip の中身が {most} を超えます。いったん展開し、いくつかの zip に分けて指定してください。",
)
_MANY_INSIDE = T(
    "There are more than {most} files in this zip. Ask for the notebooks alone; if it is a whole class's, give it to “mlcurric "
    "collect” by itself.",
    "この zip の中のファイルが {most} 件を超えています。ノートブックだけを出し直してもらってください。"
    "クラス全体の zip なら、それだけを「mlcurric collect」に渡してください。",
)
_MUCH_INSIDE = T(
    "The notebooks in this zip unpack to more than {most}. Ask for the one that is to be graded alone; if it is a whole class's, "
    "give it to “mlcurric collect” by itself.",
    "この zip のノートブックを展開すると {most} を超えます。採点するノートブックだけを出し直してもらってください。"
    "クラス全体の zip なら、それだけを「mlcurric collect」に渡してください。",
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
_EMPTY = T(
    "There is no file in this zip. Ask for the notebook itself.",
    "この zip にはファイルがありません。ノートブックそのものを出し直してもらってください。",
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
class _Room:
    """What a zip may still unpack to."""

    notebooks: int
    bytes: int

    def take(self, infos: Sequence[zipfile.ZipInfo]) -> None:
        """Keep these free for notebooks that are about to be read.

        Raises:
            _Bad: if they do not fit in; nothing is taken then.
        """
        # No more than a zip says comes out of it, so nothing need be unpacked to know.
        unpacked = sum(info.file_size for info in infos)
        if len(infos) > self.notebooks:
            raise _Bad(_TOO_MANY.format(most=f"{MOST_MEMBERS:,}"))
        if unpacked > self.bytes:
            raise _Bad(_TOO_MUCH.format(most=_size(LARGEST_TOTAL)))
        self.notebooks, self.bytes = self.notebooks - len(infos), self.bytes - unpacked


class _Bad(Exception):
    def __init__(self, why: T) -> None:
        super().__init__(why.en)
        self.why = why


class _Inner(io.BytesIO):
    """A zip within a zip. Its list of files would be read into memory at once, however long one of its two ends says it is."""

    def read(self, size: int | None = -1) -> bytes:
        if size is not None and size > _LARGEST_DIRECTORY:
            raise _Bad(_MANY_INSIDE.format(most=f"{MOST_INSIDE:,}"))
        return super().read(size)


def members(path: Path) -> Iterator[Member | Refused | Other]:
    """The notebooks in a zip and in the zips within it, one at a time; it never raises."""
    try:
        # Asked first: a pipe would be waited for.
        if not stat.S_ISREG(path.stat().st_mode) or not zipfile.is_zipfile(path):
            yield Refused("", _NO_ZIP)
            return
        with open(path, "rb") as file, _opened(file) as archive:
            yield from _of(archive)
    except OSError as error:
        yield Refused("", _CLOSED.format(why=error.strerror or type(error).__name__))
    except _Bad as error:
        yield Refused("", error.why)


def _opened(file: IO[bytes], damaged: T = _DAMAGED) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, EOFError, OverflowError):
        raise _Bad(damaged) from None


def _of(archive: zipfile.ZipFile) -> Iterator[Member | Refused | Other]:
    if len(archive.infolist()) > MOST_MEMBERS:
        raise _Bad(_TOO_MANY.format(most=f"{MOST_MEMBERS:,}"))
    room = _Room(MOST_MEMBERS, LARGEST_TOTAL)
    for info, parts, wrong in _listed(archive):
        place, kind = "/".join(parts), _kind(parts)
        try:
            if not kind:
                yield Other(place)
            elif wrong:
                raise wrong
            elif kind == "ipynb":
                room.take([info])
                yield Member(parts, (), _read(archive, info))
            else:
                yield from _inside(_read(archive, info), parts, room)
        except _Bad as error:
            yield Refused(place, error.why)


def _inside(data: bytes, outer: tuple[str, ...], room: _Room) -> Iterator[Member | Refused | Other]:
    """The same of a zip within a zip; one that is beyond a limit is refused as a whole, before any of it is unpacked."""
    with _opened(_Inner(data), _BROKEN) as archive:
        if len(archive.infolist()) > MOST_INSIDE:
            raise _Bad(_MANY_INSIDE.format(most=f"{MOST_INSIDE:,}"))
        listed = list(_listed(archive))
        if not listed:
            raise _Bad(_EMPTY)
        notebooks = [info for info, parts, wrong in listed if _kind(parts) == "ipynb" and not wrong]
        if sum(info.file_size for info in notebooks) > LARGEST_INSIDE:
            raise _Bad(_MUCH_INSIDE.format(most=_size(LARGEST_INSIDE)))
        room.take(notebooks)
        for info, parts, wrong in listed:
            place, kind = f"{'/'.join(outer)} > {'/'.join(parts)}", _kind(parts)
            try:
                if not kind:
                    yield Other(place)
                elif wrong or kind == "zip":
                    raise wrong or _Bad(_NESTED)
                else:
                    yield Member(outer, parts, _read(archive, info))
            except _Bad as error:
                yield Refused(place, error.why)


def _listed(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, tuple[str, ...], _Bad | None]]:
    """The files of a zip with their folders and names, and why one is not to be read; the smallest first.

    So what fills the limits comes last, and keeps nobody else's from being read.
    """
    infos = [(info, name_of(info)) for info in archive.infolist() if not info.is_dir()]
    named = Counter(name for _, name in infos)
    for info, name in sorted(infos, key=lambda one: one[0].file_size):
        parts = tuple(part for part in name.replace("\\", "/").split("/") if part not in ("", "."))
        if parts and not _is_hidden(parts):
            yield info, parts, _wrong(info, name, parts, named[name])


def _kind(parts: tuple[str, ...]) -> str:
    """``"ipynb"``, ``"zip"``, or nothing for all else."""
    kind = parts[-1].lower().rpartition(".")[2]
    return kind if kind in ("ipynb", "zip") else ""


def _wrong(info: zipfile.ZipInfo, name: str, parts: tuple[str, ...], times: int) -> _Bad | None:
    """Why a file is not to be read, as far as the zip itself says it."""
    mode = info.external_attr >> 16
    most = LARGEST if _kind(parts) == "ipynb" else LARGEST_INNER
    if ".." in parts or _ABSOLUTE.match(name) or "\0" in name:
        return _Bad(_OUTSIDE)
    if len(parts) > DEEPEST:
        return _Bad(_DEEP.format(most=DEEPEST))
    # A zip that no Unix wrote has no kind of file at all.
    if stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        return _Bad(_LINK)
    if info.flag_bits & 0x1:
        return _Bad(_LOCKED)
    if times > 1:
        return _Bad(_TWICE)
    if info.file_size > max(RATIO_FROM, HIGHEST_RATIO * info.compress_size):
        return _Bad(_BOMB.format(most=HIGHEST_RATIO))
    return _Bad(_LARGE.format(most=_size(most))) if info.file_size > most else None


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of one file, and no more than the zip says it has."""
    try:
        with archive.open(info) as file:
            return file.read(info.file_size)
    # lzma has an error class of its own, and is not on every machine; of a broken zip any of them may come.
    except Exception:
        raise _Bad(_BROKEN) from None


def _is_hidden(parts: tuple[str, ...]) -> bool:
    return parts[-1].startswith("._") or any(part in _HIDDEN for part in parts)


def _size(of: int) -> str:
    return f"{of // 1_000_000_000} GB" if of >= 1_000_000_000 else f"{of // 1_000_000} MB"
