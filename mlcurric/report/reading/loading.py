"""The lines of a table as a CRM exports it, up to some hundred thousand: its cells as texts, nothing left out yet.

What people write by hand is read by ``mlcurric.subject.sheets``, whose decoding is used here too.
"""

from __future__ import annotations

import csv
import difflib
import gzip
import io
import os
import re
import zlib
from collections import Counter
from contextlib import suppress
from pathlib import Path

from mlcurric.disk_errors import why_refused
from mlcurric.report.command import TABLES
from mlcurric.report.reading.loading_excel import lines_of_workbook
from mlcurric.report.reading.loading_lines import MOST_BYTES, Lines, too_big
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.csv_rows import cells_up_to, csv_rows
from mlcurric.subject.file_kinds import decoded, refuse_old_office, refuse_web_page
from mlcurric.subject.typed import Slip
from mlcurric.subject.unseen import straight
from mlcurric.text import T, listed

MOST_CELL = 1_000_000
"""Signs in one cell; beyond, a quotation mark was opened and never closed."""
_LOOKED_AT = 200
_SOME = 4_000
_DELIMITERS = (",", "\t", ";", "|")
_WITHIN_CELLS = "|"
"""Parts what stands in one cell, too: “A|B|C”. Between cells it stands from the headings on."""
_PICTURE, _PACKED = T("a picture", "画像"), T("a packed file", "圧縮ファイル")
_NO_TEXT = {
    **dict.fromkeys((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0"), _PICTURE),
    **dict.fromkeys((b"7z\xbc\xaf", b"Rar!"), _PACKED),
    b"%PDF": T("a PDF", "PDF"),
    b"SQLite format 3": T("a database (SQLite)", "データベース(SQLite)"),
    b"PAR1": T("data of a program (Parquet)", "プログラム用のデータ(Parquet)"),
}
"""How files begin that hold no text, and what they are."""
_ADDRESS = re.compile(r"(?:https?|ftp|s3|gs):/", re.IGNORECASE)
_NEAR = 3
_CSV = T("Export it as CSV, or save it as .xlsx.", "CSVで書き出すか、.xlsx で保存し直してください。")


def read_lines(path: Path, known: tuple[str, ...] = ()) -> Lines:
    """Read every line of a CSV, TSV, .csv.gz or .xlsx file.

    Args:
        known: headings that are asked for; of an Excel file with several sheets the one that has most of them is read.

    Raises:
        Slip: if there is no such file, or it is a folder, empty, too big, no table, or one that cannot be opened.
    """
    content, name = _content(path), shown_name(path)
    if content[:2] == b"PK":
        return lines_of_workbook(content, name, known)
    return _from_text(content, name)


def shown_name(path: Path) -> str:
    """The name of a file as it can be shown: bytes that are no UTF-8 come out of the folder as signs that nobody can write."""
    return straight(path.name.encode("utf-8", "replace").decode())


def no_line_fits(name: str, line: int) -> Slip:
    """What is said of a text, such as a letter, with a comma here and there."""
    return Slip(
        T(
            "“{name}” does not look like a table: no line has as many cells as line {line}, which was taken for the headings.",
            "「{name}」は表の形になっていません。見出しとみなした{line}行目と、セルの数が同じ行がひとつもありません。",
        ).format(name=name, line=line),
        _CSV,
    )


def _content(path: Path) -> bytes:
    name = shown_name(path)
    # Of a name that is too long for any file, pathlib raises an error.
    if os.path.isdir(path):
        raise Slip(
            T("“{name}” is a folder, not a table.", "「{name}」はフォルダーで、表のファイルではありません。").format(
                name=name or path.resolve().name or path
            ),
            T("Name the file inside it.", "その中のファイルを指定してください。"),
        )
    if os.path.exists(path) and not os.path.isfile(path):
        # A pipe or a device never ends, or never begins.
        raise Slip(
            T("“{name}” is no ordinary file (a pipe or a device).", "「{name}」は普通のファイルではありません(パイプか装置)。").format(
                name=name
            ),
            T("Save the table as a file and name that.", "表をファイルに保存してから、そのファイルを指定してください。"),
        )  # fmt: skip
    if not os.path.isfile(path) and _ADDRESS.match(str(path)):
        raise Slip(
            T("“{name}” is on the web, and only files are read.", "「{name}」はWeb上のアドレスです。読めるのはファイルだけです。").format(
                name=str(path).replace(":/", "://", 1)
            ),
            T("Download the table first, and name the file.", "先にダウンロードして、そのファイルを指定してください。"),
        )  # fmt: skip
    if not os.path.isfile(path):
        raise _not_there(path, name)
    if path.stat().st_size > MOST_BYTES:
        raise too_big(name, path.stat().st_size)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Slip(
            T("“{name}” cannot be read ({why}).", "「{name}」を読めません({why})。").format(
                name=name, why=why_refused(error)
            ),
            T(
                "Close it elsewhere, or ask whoever owns it.",
                "ほかで開いていたら閉じるか、持ち主に権限を確かめてください。",
            ),
        ) from error
    if content.startswith(b"\x1f\x8b"):
        content = _unpacked(content, name)
    if name.startswith("~$"):
        raise Slip(
            T("“{name}” is left by Excel while “{table}” is open.", "「{name}」は、「{table}」をExcelで開いている間だけある一時ファイルです。").format(
                name=name, table=name[2:]
            ),
            T("Name “{table}”.", "「{table}」を指定してください。").format(table=name[2:]),
        )  # fmt: skip
    if not content.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
        raise Slip(
            T("“{name}” is empty.", "「{name}」は空です。").format(name=name),
            T("Export the table once more.", "表を書き出し直してください。"),
        )
    _check_kind(content, name)
    return content


def _not_there(path: Path, name: str) -> Slip:
    folder = path.absolute().parent
    said = T("There is no file “{name}”.", "「{name}」というファイルがありません。").format(name=name)
    looked = T("It was looked for in {folder}.", "{folder} を探しました。").format(
        folder=str(folder).encode("utf-8", "replace").decode()
    )
    with suppress(OSError):
        tables = [
            each.name for each in sorted(folder.iterdir()) if each.name.lower().endswith(TABLES) and each.is_file()
        ]
        if near := difflib.get_close_matches(path.name, tables, _NEAR) or tables[:_NEAR]:
            there = listed([T(f"“{each}”", f"「{each}」") for each in near])
            return Slip(
                said, looked, T("What is there: {names}.", "そこにあるのは{names}などです。").format(names=there)
            )
    return Slip(
        said,
        looked,
        T("Type its name with the folder in which it lies.", "ファイルのあるフォルダーも付けて指定してください。"),
    )


def _unpacked(content: bytes, name: str) -> bytes:
    try:
        with gzip.open(io.BytesIO(content)) as packed:
            unpacked = packed.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Slip(
            T("“{name}” is damaged and cannot be unpacked.", "「{name}」は壊れていて、展開できません。").format(
                name=name
            ),
            T("Copy or export it once more.", "コピーか書き出しをやり直してください。"),
        ) from error
    if len(unpacked) > MOST_BYTES:
        raise too_big(name, len(unpacked))
    return unpacked


def _check_kind(content: bytes, name: str) -> None:
    refuse_old_office(content, name)
    start = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    # A heading may begin with a brace, too.
    if re.match(rb"\{\s*[\"}]|\[\s*[{\[]", start):
        raise Slip(
            T("“{name}” is data of a program (JSON), not a table.", "「{name}」は表ではなく、プログラム用のデータ(JSON)です。").format(
                name=name
            ),
            _CSV,
        )  # fmt: skip
    for begins, what in _NO_TEXT.items():
        if content.startswith(begins):
            said = T("“{name}” holds {what}, no table.", "「{name}」の中身は{what}で、表ではありません。")
            raise Slip(said.format(name=name, what=what), _CSV)


def _no_table(name: str) -> Slip:
    return Slip(
        T(
            "“{name}” holds neither text nor an Excel workbook, so no table can be read from it.",
            "「{name}」の中身は文字でもExcelのブックでもないので、表として読めません。",
        ).format(name=name),
        _CSV,
    )


def _from_text(content: bytes, name: str) -> Lines:
    remarks: list[Remark] = []
    if _is_utf_16(content[:_SOME]):
        content = b"\xff\xfe" + content
    try:
        text = decoded(content, name)
    except Slip:
        # A file full of signs that no text has is no text in another encoding.
        if sum(map(content[:10_000].count, [bytes([code]) for code in (*range(9), *range(14, 27))])) > 10:
            raise _no_table(name) from None
        raise
    refuse_web_page(text, name)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        if text.count("\0") * 100 > len(text):
            raise _no_table(name)
        remarks.append(
            Remark(
                "nul-signs",
                T(
                    "The file holds signs that no text has (from line {line} on); they were left out.",
                    "文字ではない記号(NUL)が混じっています({line}行目から)。読み飛ばしました。",
                ).format(line=line),
                T("See whether the export was cut short.", "書き出しが途中で切れていないか、確かめてください。"),
            )
        )
        text = text.replace("\0", "")
    rows = [list(map(str.strip, cells)) for _, cells in csv_rows(text, _delimiter(text), name, MOST_CELL)]
    if "\ufffd" in text:
        line = next(number for number, cells in enumerate(rows, 1) if "\ufffd" in "".join(cells))
        remarks.append(
            Remark(
                "broken-signs",
                T(
                    "Some signs are broken (from line {line} on) and show as “\ufffd”.",
                    "壊れた文字があり({line}行目から)、「\ufffd」と出ます。",
                ).format(line=line),
                T("Export it once more as “CSV UTF-8”.", "「CSV UTF-8」で書き出し直してください。"),
                weight=Weight.NOTE,
            )
        )
    return Lines(list(range(1, len(rows) + 1)), rows, tuple(remarks))


def _is_utf_16(start: bytes) -> bool:
    """Whether it is UTF-16 without its mark: every delimiter and digit has a zero for its second byte, nothing for its first."""
    return b"\0" not in start[::2] and start[1::2].count(0) > len(start) / 40


def _delimiter(text: str) -> str:
    """The sign between the cells: what parts the lines into many cells, as many in each from the heading's line on."""
    start = io.StringIO("".join(text[: _LOOKED_AT * 5_000].splitlines(keepends=True)[:_LOOKED_AT]), newline="")
    best, sign = (0.0, 0), ","
    for delimiter in _DELIMITERS:
        start.seek(0)
        widths = []
        with cells_up_to(MOST_CELL), suppress(csv.Error):
            for cells in csv.reader(start, delimiter=delimiter):
                widths.append(len(cells))
        width, _ = max(Counter(widths).items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        first = widths.index(width) if widths else 0
        even = widths[first:].count(width) / max(1, len(widths) - first)
        within = delimiter == _WITHIN_CELLS and best[0] and first > -best[1]
        if width > 1 and not within and (rank := (width * even, -first)) > best:
            best, sign = rank, delimiter
    return sign
