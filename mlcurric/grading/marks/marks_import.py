"""Read ``marks.csv`` back, as Excel or whoever has saved it: everything that is wrong with it is said at once.

A blank cell changes nothing, so that two people may each mark a part and import both files; a single ``-`` takes back what
was given.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from mlcurric.grading.gradebook.file_rows import column_letter, rows_of
from mlcurric.grading.gradebook.mark_table import WHOLE, Given, Place, WrittenText
from mlcurric.grading.gradebook.titles import question_title
from mlcurric.grading.marks.marks_file import (
    BREAKS,
    HEADINGS,
    line_title,
    lines_of_text,
    row_id,
)
from mlcurric.grading.reading.clean import clean, clean_text
from mlcurric.question.rubric import TOP_MARK
from mlcurric.spreadsheets import unquoted
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, T, speaking

_NEEDED = ("id", "mark", "comment")
_TAKEN_BACK = ("-", "−", "－", "ー", "–", "—")
_NUMBER = re.compile(r"([0-9]+)(?:[.,]([0-9]{1,2})0*)?|[.,]([0-9]{1,2})0*")
_LONGEST = 10_000
"""Characters of a comment."""


@dataclass(frozen=True)
class Fault:
    """A cell that cannot be used; ``column`` is empty where the whole row cannot."""

    row: int
    column: str
    heading: str
    says: T

    def __str__(self) -> str:
        if not self.column:
            return str(_IN_ROW.format(row=self.row, says=self.says))
        return str(_IN_CELL.format(row=self.row, column=self.column, heading=self.heading, says=self.says))


@dataclass(frozen=True)
class Import:
    """What a file says.

    Attributes:
        given: what is to stand at each place that the file changes.
        faults: what cannot be used; where there is one, nothing of the file is taken.
        old: rows whose text is not the learner's newest any more.
        blank: how many marks were left blank.
    """

    given: Mapping[Place, Given] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    old: tuple[int, ...] = ()
    blank: int = 0


@dataclass(frozen=True)
class _Row:
    number: int
    cells: Mapping[str, str]


def read_marks(
    content: bytes,
    name: str,
    texts: Iterable[WrittenText],
    kept: Mapping[Place, Given],
    shown: Mapping[str, str],
    moved: Iterable[tuple[str, str, str]] = (),
) -> Import:
    """What a marks file says about the texts of a class.

    Args:
        name: the file's.
        texts: those of all attempts.
        kept: what was given before.
        shown: the name of each learner as people read it.
        moved: what lay in another folder when the file was written; see ``Gradebook.moved``.

    Raises:
        Slip: if the file is no such table at all.
    """
    texts = list(texts)
    formerly = _names_before(moved)
    places = {
        row_id(replace(one.place(line), learner=learner)): (one, one.place(line))
        for one in texts
        for learner in formerly[one.learner, one.exercise]
        for line in lines_of_text()
    } | {row_id(one.place(line)): (one, one.place(line)) for one in texts for line in lines_of_text()}
    letters, rows = _table(content, name)
    others = _Others(texts, shown)
    given: dict[Place, Given] = {}
    seen: dict[Place, _Row] = {}
    faults: list[Fault] = []
    old: list[int] = []
    blank = 0
    for row in rows:
        wrong = _Faults(row.number, letters, faults)
        id = unicodedata.normalize("NFKC", row.cells["id"]).strip().lower()
        if id not in places:
            wrong("id", _UNKNOWN.format(id=_short(row.cells["id"])) if id else _NO_ID)
            continue
        one, place = places[id]
        if place in seen:
            if _said(row) != _said(seen[place]):
                wrong("id", _TWICE.format(row=seen[place].number))
            continue
        seen[place] = row
        for column in others.of_somebody_else(one, place.line, row.cells):
            wrong(column, _SHIFTED.format(cell=_short(row.cells[column])))
        before = kept.get(place, Given())
        after = _read(row, place, before, wrong)
        blank += place.line != WHOLE and not row.cells["mark"].strip()
        if not one.newest and _said(row) != ("", ""):
            old.append(row.number)
        if after != before:
            given[place] = after
    return Import(given, tuple(faults), tuple(old), blank)


def _names_before(moved: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], set[str]]:
    """By learner and exercise, the folders that it lay in before."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for learner, exercise, to in moved:
        names[to, exercise] |= {learner, *names[learner, exercise]}
    return names


def _read(row: _Row, place: Place, before: Given, wrong: _Faults) -> Given:
    mark, comment = _said(row)
    points = before.points
    if mark in _TAKEN_BACK:
        points = None
    elif mark and place.line == WHOLE:
        wrong("mark", _NO_MARK_HERE)
    elif mark:
        number = _number(mark)
        if number is None:
            wrong("mark", _NO_NUMBER.format(typed=_short(mark), most=TOP_MARK))
        elif number > TOP_MARK:
            wrong("mark", _TOO_MUCH.format(typed=_short(mark), most=TOP_MARK))
        else:
            points = number
    if len(comment) > _LONGEST:
        wrong("comment", _TOO_LONG.format(n=f"{len(comment):,}", most=f"{_LONGEST:,}"))
    said = before.comment if not comment else "" if comment in _TAKEN_BACK else comment
    return Given(points, said)


def _said(row: _Row) -> tuple[str, str]:
    """Mark and comment as they are meant; a comment keeps its line breaks, however the file writes them."""
    mark = unquoted(row.cells["mark"].strip()).strip()
    # Full-width digits are digits; a small ² is a slip, and not a 2.
    if not any(unicodedata.category(sign) == "No" for sign in mark):
        mark = unicodedata.normalize("NFKC", mark).strip()
    typed = row.cells["comment"].replace("\r\n", "\n").replace("\r", "\n").strip(" \n")
    return mark, clean_text(unquoted(typed), keep=BREAKS)


def _number(typed: str) -> float | None:
    found = _NUMBER.fullmatch(typed)
    return float(typed.replace(",", ".")) if found else None


class _Others:
    """What the cells of other rows say: one that stands beside a foreign id was moved alone."""

    def __init__(self, texts: list[WrittenText], shown: Mapping[str, str]) -> None:
        self._shown = shown
        self._names = {_bare(name) for name in shown.values()}
        self._titles = {asked: _in_both(question_title, *asked) for asked in {one.asked for one in texts}}
        self._lines = {line: _in_both(line_title, line) for line in lines_of_text()}
        self._all_titles = set().union(*self._titles.values())
        self._all_lines = set().union(*self._lines.values())

    def of_somebody_else(self, one: WrittenText, line: str, cells: Mapping[str, str]) -> Iterator[str]:
        """The columns whose cell is that of another row; what Excel has made of a name is nobody's and passes."""
        for column, own, all_of in (
            ("learner", {_bare(self._shown[one.learner])}, self._names),
            ("question", self._titles[one.asked], self._all_titles),
            ("line", self._lines[line], self._all_lines),
        ):
            cell = _bare(unquoted(cells.get(column, "")))
            if cell in all_of and cell not in own:
                yield column


def _in_both(title: Callable[..., object], *of: str) -> set[str]:
    """A title in both languages, bare."""
    found = set()
    for lang in LANGUAGES:
        with speaking(lang):
            found.add(_bare(str(title(*of))))
    return found


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _short(text: str) -> str:
    return clean(text if len(text) <= 40 else f"{text[:39]}…")


class _Faults:
    """Notes what is wrong with the cells of one row."""

    def __init__(self, row: int, letters: Mapping[str, tuple[str, str]], faults: list[Fault]) -> None:
        self._row, self._letters, self._faults = row, letters, faults

    def __call__(self, column: str, says: T) -> None:
        self._faults.append(Fault(self._row, *self._letters.get(column, ("", "")), says))


def _table(content: bytes, name: str) -> tuple[dict[str, tuple[str, str]], list[_Row]]:
    """The letter and heading of each column that is known, and the rows that hold anything, numbered as in Excel."""
    lines = rows_of(content, name)
    known = {_heading(title): column for column, title_ in HEADINGS.items() for title in (title_.en, title_.ja)}
    headings = [
        {known[bare]: at for at, cell in enumerate(cells) if (bare := _heading(cell)) in known} for _, cells in lines
    ]
    # Somebody may have put a line above them.
    top = next((at for at, columns in enumerate(headings) if "id" in columns), None)
    if top is None:
        raise Slip(_NO_TABLE.format(name=name), _EXPORT_AGAIN)
    columns = headings[top]
    if missing := [HEADINGS[column] for column in _NEEDED if column not in columns]:
        raise Slip(_NO_COLUMN.format(name=name, column=missing[0]), _EXPORT_AGAIN)
    letters = {column: (column_letter(at), lines[top][1][at].strip()) for column, at in columns.items()}
    rows = [
        _Row(number, {column: cells[at] if at < len(cells) else "" for column, at in columns.items()})
        for number, cells in lines[top + 1 :]
    ]
    return letters, [row for row in rows if any(row.cells[column].strip() for column in _NEEDED)]


def _heading(cell: str) -> str:
    return _bare(re.sub(r"[(（].*", "", cell))


_IN_CELL = T("row {row}, column {column} ({heading}): {says}", "{row}行目 {column}列({heading}): {says}")
_IN_ROW = T("row {row}: {says}", "{row}行目: {says}")
_NO_TABLE = T(
    "“{name}” is no marks file: no column is called “row id”.",
    "「{name}」は採点用のファイルではありません。「行ID」の列が見つかりません。",
)
_NO_COLUMN = T("“{name}” has no column “{column}”.", "「{name}」に「{column}」の列がありません。")
_EXPORT_AGAIN = T(
    "Write it anew under another name with “mlcurric marks export” and copy the marks over.",
    "「mlcurric marks export」で別の名前に書き出し直し、点数を写してください。",
)
_NO_ID = T("the row id is gone; copy it from the export.", "行IDが消えています。書き出したファイルから写してください。")
_UNKNOWN = T(
    "“{id}” is no row of this gradebook; copy it from the export, or take the row out.",
    "「{id}」は、この成績簿にない行IDです。書き出したファイルから写すか、行を消してください。",
)
_TWICE = T(
    "the same row stands in row {row} with another mark or comment; keep one of them.",
    "{row}行目と同じ行で、点数かコメントが違います。どちらかを残してください。",
)
_SHIFTED = T(
    "“{cell}” belongs to another row id; was one column sorted alone? Undo that, or export again.",
    "「{cell}」は別の行IDのものです。この列だけ並べ替えていませんか。元に戻すか、書き出し直してください。",
)
_NO_NUMBER = T(
    "“{typed}” is no mark; type a number from 0 to {most}, or “-” to take a mark back.",
    "「{typed}」は点数として読めません。0〜{most} の数か、取り消すなら「-」を入れてください。",
)
_TOO_MUCH = T("“{typed}” is over {most}.", "「{typed}」は上限の {most} を超えています。{most} 以下の数にしてください。")
_NO_MARK_HERE = T(
    "this row is for a comment on the whole; leave the mark blank.",
    "この行は全体へのコメント用です。点数は空欄にしてください。",
)
_TOO_LONG = T(
    "the comment has {n} characters, and {most} is the most; shorten it.",
    "コメントが {n} 字あります。{most} 字以内に縮めてください。",
)
