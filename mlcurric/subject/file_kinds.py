"""What a file that should hold a table turns out to be: text in some encoding, a workbook of Excel, or neither.

Every reader of tables opens files through here, so that a file of the wrong kind is told in the same words.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_PACKED, _OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"
_WEB = re.compile(r"\s*<(?:!doctype|html|head|meta|table|\?xml)\b", re.IGNORECASE)
_WESTERN = re.compile("[‘’“”–—…•€£§°·«»\xa0À-ÖØ-öø-þŒœŠšŽžŸ]{1,2}")
_OTHER_OFFICE = {"word/": T("a Word document", "Wordの文書"), "ppt/": T("a PowerPoint file", "PowerPointのファイル")}
_NAMED = 5
DAMAGED = (
    zipfile.BadZipFile, zlib.error, SyntaxError, EOFError, OSError, RuntimeError,
    AttributeError, IndexError, KeyError, TypeError, ValueError,
)  # fmt: skip
"""What openpyxl and the parsers below it raise on a file that is broken."""


def is_text(content: bytes) -> bool:
    """Whether a file is no Excel file, whatever its name says."""
    return not content.startswith((_PACKED, _OLD_OFFICE))


def refuse_old_office(content: bytes, name: str) -> None:
    """Go on with anything but an Excel file that is locked, or of the form before .xlsx.

    Raises:
        Slip: saying how to save it.
    """
    if content.startswith(_OLD_OFFICE):
        raise Slip(
            T(
                "“{name}” is an Excel file of the old form (.xls), or one with a password.",
                "「{name}」は古い形式(.xls)か、パスワード付きのExcelファイルです。",
            ).format(name=name),
            T("Save it as .xlsx, without a password.", "パスワードを外し、.xlsx で保存し直してください。"),
        )


def refuse_web_page(text: str, name: str) -> None:
    """Go on with anything but a web page, which many a system hands out as “Excel”.

    Raises:
        Slip: saying how to save it.
    """
    if _WEB.match(text):
        raise Slip(
            T("“{name}” holds a web page (HTML or XML), no table.", "「{name}」の中身は、表ではなくWebページの形式(HTML・XML)です。").format(name=name),
            T("Open it in Excel and save it as .xlsx.", "Excelで開き、「名前を付けて保存」で .xlsx を選んでください。"),
        )  # fmt: skip


def refuse_open_document(packed: zipfile.ZipFile, name: str) -> None:
    """Go on with anything but a table of LibreOffice, or of Numbers, under whatever name.

    Raises:
        Slip: saying how to save it.
    """
    parts = packed.namelist()
    is_open_document = "mimetype" in parts and packed.read("mimetype").startswith(b"application/vnd.oasis")
    if is_open_document or any(part.startswith("Index/") for part in parts):
        raise Slip(
            T("“{name}” is a table of LibreOffice or Numbers.", "「{name}」は、LibreOfficeかNumbersの形式の表です。").format(name=name),
            T("Save it there as .xlsx or CSV.", "そのソフトで、.xlsx かCSVの形式で保存し直してください。"),
        )  # fmt: skip


def refuse_other_packed(packed: zipfile.ZipFile, name: str) -> None:
    """Go on with a workbook alone, of all that is packed in the same way.

    Raises:
        Slip: if it is a text, slides, or a folder of files; saying how to get at the table.
    """
    parts = packed.namelist()
    for folder, what in _OTHER_OFFICE.items():
        if any(part.startswith(folder) for part in parts):
            raise Slip(
                T("“{name}” is {what}, not a table.", "「{name}」は{what}で、表のファイルではありません。").format(name=name, what=what),
                T("Copy the table into Excel and save it as .xlsx.", "表をExcelに貼り付け、.xlsx で保存してください。"),
            )  # fmt: skip
    if "[Content_Types].xml" in parts:
        return
    files = [part for part in parts if not part.endswith("/")][:_NAMED]
    inside = listed([T(f"“{part}”", f"「{part}」") for part in files])
    raise Slip(
        T("“{name}” is a packed file (ZIP) that holds {inside}.", "「{name}」はZIPで圧縮されています(中身: {inside})。").format(
            name=name, inside=inside
        ),
        T("Unpack it first, and name the table in it.", "先に展開(解凍)して、中の表のファイルを指定してください。"),
    )  # fmt: skip


def unpacks_to_too_much(name: str) -> Slip:
    """What is said of a packed file that would fill the memory."""
    return Slip(
        T("“{name}” is far too big once it is unpacked.", "「{name}」は、展開すると大きすぎて読めません。").format(
            name=name
        ),
        T("Copy the table alone into a new workbook.", "表だけを新しいブックにコピーし、保存し直してください。"),
    )


def decoded(content: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16 with its mark, Shift_JIS as Windows writes it, or what Windows writes in the West.

    The last one only where nothing else can be read and the few signs beyond ASCII are those of a text in English.

    Raises:
        Slip: if it is neither, naming the line.
    """
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    for encoding in ("utf-8", "cp932"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
        else:
            # Python reads the bytes that Shift_JIS has no sign for as signs of private use.
            odd = re.search("[\uf8f0-\uf8f3\x80]", text) if encoding == "cp932" else None
            if odd is None:
                return text
            line = text.count("\n", 0, odd.start()) + 1
    if (text := _western(content)) is not None:
        return text
    raise Slip(
        T(
            "Line {line} of “{name}” is neither UTF-8 nor Shift_JIS.",
            "「{name}」の{line}行目は、UTF-8でもShift_JISでもありません。",
        ).format(line=line, name=name),
        T("Save it once more as “CSV UTF-8”.", "「CSV UTF-8」で保存し直してください。"),
    )


def is_western(content: bytes) -> bool:
    """Whether ``decoded`` reads a text as Windows writes it in the West, for nothing else can be read."""
    try:
        return (
            is_text(content)
            and not content.startswith(tuple(_MARKS))
            and decoded(content, "") == _western(content)
            and not content.isascii()
        )
    except Slip:
        return False


def _western(content: bytes) -> str | None:
    """A text in the West's encoding of Windows; ``None`` if signs stand in it that no such text has."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    # Shift_JIS with a sign cut in two, too, can be read so; then many signs stand in a row, and odd ones.
    return text if all(_WESTERN.fullmatch(run) for run in re.findall(r"[^\x00-\x7f]+", text)) else None


def load_workbook_by(name: str) -> Callable[..., Any]:
    """openpyxl's ``load_workbook``, which only a reader of Excel files needs.

    Raises:
        Slip: if it is not installed, with the way around it.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise Slip(
            T(
                "“{name}” is an Excel file, and openpyxl is missing.",
                "「{name}」はExcelのファイルで、読むには openpyxl が要ります。",
            ).format(name=name),
            T(
                "Save it as CSV, or install mlcurric[workshop].",
                "CSVで保存するか、mlcurric[workshop] を入れてください。",
            ),
        ) from None
    return load_workbook


def damaged(name: str) -> Slip:
    """What is said of a workbook that cannot be opened."""
    return Slip(
        T("“{name}” is damaged and cannot be opened.", "「{name}」は壊れていて開けません。").format(name=name),
        T("Open it in Excel and save it once more.", "Excelで開き、保存し直してください。"),
    )


def as_typed(value: object) -> str:
    """A cell of Excel as it would be typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time().isoformat() == "00:00:00" else value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else str(value)
