"""Answers to the survey as form tools hand them over: CSV or Excel, one line a person, or one line an item as the notebook keeps it.

What could tell who somebody is (names, addresses) is dropped as it is read, and that is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mlcurric.subject.product.finding import quoted
from mlcurric.subject.sheets import Fault, Sheet, read_sheet
from mlcurric.subject.surveys.forms import STAGES, every_item, survey_items
from mlcurric.subject.surveys.headings import Column, read_headings
from mlcurric.subject.surveys.likert import LABELS, number_of, plain
from mlcurric.subject.surveys.rows import Line, Row, stage_in
from mlcurric.subject.surveys.teams import one_spelling
from mlcurric.subject.surveys.whose import FileFault, FoundRow, about_teams, once, own_words
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_LABELS = {plain(label) for labels in LABELS.values() for label in labels}
ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")


@dataclass(frozen=True)
class Response:
    """What one person answered on one form.

    Attributes:
        stage: the form; 0 is the one before the first stage.
        team: as the report names it; empty if none was given.
        code: the word that ties a person's forms together, as it is compared; empty if none was given.
        marks: 1 to 5, by item.
        issues: ids; ``None`` if that was not answered, empty if nothing stands in the way.
        words: free texts, by item.
    """

    stage: int
    team: str = ""
    code: str = ""
    marks: Mapping[str, int] = field(default_factory=dict)
    issues: frozenset[str] | None = None
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answers:
    """All answers that were read.

    Attributes:
        responses: one a person and form.
        faults: in the order of files and lines.
    """

    responses: tuple[Response, ...]
    faults: tuple[FileFault, ...] = ()

    @property
    def teams(self) -> tuple[str, ...]:
        """Their names in order; without those who named none."""
        return tuple(sorted({response.team for response in self.responses} - {""}))

    @property
    def stages(self) -> tuple[int, ...]:
        """The forms that were answered, in their order."""
        return tuple(sorted({response.stage for response in self.responses}))


def read_answers(
    *paths: Path, stage: int | None = None, team: str = "", same_team: Mapping[str, str] | None = None
) -> Answers:
    """Read files of answers, or folders of them; in a folder, the folder inside it that holds a file names the team.

    The form is told by ``stage``, else a column, a line ``# stage: 2`` above the headings, the file's name, or the items.

    Args:
        team: of whoever names none.
        same_team: spellings that mean another team, such as ``{"アプリ開初": "アプリ開発"}``.

    Raises:
        Slip: if a file is not there, damaged, or holds nothing that the forms ask; if a folder has no such file.
    """
    found: list[FoundRow] = []
    faults: list[FileFault] = []
    for root in paths:
        for path in _files(root):
            within = path.relative_to(root).parts[0] if len(path.relative_to(root).parts) > 1 else ""
            rows, said = _read_file(path, stage)
            found += [
                FoundRow(replace(row, team=row.team or within or team), path.name, "" if row.team else within)
                for row in rows
            ]
            faults += [FileFault(path.name, fault) for fault in said]
    codes, said = own_words(found)
    found, twice = once(codes)
    faults += said + twice
    spelt = one_spelling((each.row.team for each in found), same_team)
    responses = [
        Response(row.stage, spelt.get(row.team, ""), row.code, row.marks, row.issues, row.words)
        for row in (each.row for each in found)
    ]
    faults += about_teams([(each, one.team) for each, one in zip(found, responses, strict=True)])
    return Answers(tuple(responses), tuple(faults))


def _files(root: Path) -> list[Path]:
    if not root.is_dir():
        return [root]
    files = [path for path in sorted(root.rglob("*")) if path.suffix.lower() in ENDINGS and path.is_file()]
    # What Excel and other tools lay beside an open file.
    files = [path for path in files if not path.name.startswith((".", "~$"))]
    if not files:
        raise Slip(
            T("There is no file of answers in “{name}”.", "「{name}」に回答のファイルがありません。").format(
                name=root.name
            ),
            T("Put the form tool's CSV there.", "フォームから書き出したCSVを入れてください。"),
        )
    return files


def _read_file(path: Path, stage: int | None) -> tuple[list[Row], list[Fault]]:
    sheet = read_sheet(path)
    columns = read_headings(sheet.headings, [[row[at] for _, row in sheet.rows] for at in range(len(sheet.headings))])
    faults = list(sheet.passed_over)
    by_item = {column.means for column in columns} >= {"key", "value"}
    if not by_item and not any(column.means in ("item", "issue") for column in columns):
        raise Slip(
            T(
                "“{name}” has no question of the survey among its headings: {found}.",
                "「{name}」の見出しに、アンケートの質問が見つかりません: {found}。",
            ).format(name=path.name, found=quoted(", ".join(filter(None, sheet.headings)))),
            T(
                "The headings are to be the questions as the form has them, or their ids.",
                "見出しは、フォームの質問文か、質問のIDにしてください。",
            ),
        )
    if not by_item and not any(column.means == "item" for column in columns) and any(map(_is_answer, sheet.headings)):
        raise Slip(
            T("In “{name}” answers stand where the headings should be: {found}.", "「{name}」は、見出しの行に回答が入っています: {found}。").format(
                name=path.name, found=quoted(", ".join(filter(_is_answer, sheet.headings)))
            ),
            T("Put the line with the questions back on top.", "消えた質問文の行を、いちばん上に戻してください。"),
        )  # fmt: skip
    whole = stage if stage is not None else _stage_of(sheet, path, columns)
    filled = [any(row[at] for _, row in sheet.rows) for at in range(len(columns))]
    faults += _about_columns(
        *([each for each, has in zip(every, filled, strict=True) if has] for every in (sheet.headings, columns))
    )
    scale = sheet.about.get("scale", sheet.about.get("尺度", ""))
    if by_item:
        rows = _by_item(sheet, columns, whole, faults)
    else:
        line = Line(columns, sheet.rows, whole, scale, faults)
        rows = [row for number, cells in sheet.rows if (row := line.read(number, cells))]
    if any(row.stage not in STAGES for row in rows):
        raise Slip(
            T("It cannot be told to which form “{name}” belongs.", "「{name}」がどのアンケートの回答か、わかりません。").format(
                name=path.name
            ),
            T(
                "Name the file before.csv, stage-1.csv, stage-2.csv or stage-3.csv.",
                "ファイル名を before.csv、stage-1.csv、stage-2.csv、stage-3.csv のどれかにしてください。",
            ),
        )  # fmt: skip
    return rows, faults


def _stage_of(sheet: Sheet, path: Path, columns: Sequence[Column]) -> int | None:
    """The form that a whole file belongs to, if its notes, its name or its items say so."""
    told = [sheet.about.get(name, "") for name in ("stage", "form", "ステージ", "フォーム")]
    for text in (*told, path.stem):
        if (stage := stage_in(text)) is not None:
            return stage
    asked = {column.id for column in columns if column.means == "item"}
    fits = [stage for stage in STAGES if asked <= {item.id for item in survey_items(stage)}]
    return fits[0] if len(fits) == 1 else None


def _by_item(sheet: Sheet, columns: Sequence[Column], whole: int | None, faults: list[Fault]) -> list[Row]:
    """People from a table with one row an item; where an item comes again, the next person begins."""
    at = {column.means: place for place, column in enumerate(columns)}
    people: list[dict[str, str]] = []
    begin: list[int] = []
    for number, cells in sheet.rows:
        item, stage = cells[at["key"]].strip(), cells[at["stage"]] if "stage" in at else ""
        if not people or item in people[-1] or people[-1][""] != stage:
            people.append({"": stage})
            begin.append(number)
        people[-1][item] = cells[at["value"]]
    rows = []
    for number, person in zip(begin, people, strict=True):
        headings = read_headings(list(person), [[cell] for cell in person.values()])
        told = stage_in(person[""])
        line = Line(headings, [(number, list(person.values()))], whole if told is None else told, "", faults)
        if row := line.read(number, list(person.values())):
            rows.append(row)
    return rows


def _about_columns(headings: Sequence[str], columns: Sequence[Column]) -> Iterable[Fault]:
    dropped = [heading for heading, column in zip(headings, columns, strict=True) if column.means == "personal"]
    if dropped:
        yield Fault(
            1,
            T("“{names}” may tell who answered.", "「{names}」の列は、誰の回答かがわかるおそれがあります。").format(
                names=quoted(", ".join(dropped))
            ),
            T(
                "An address was used to see who answered twice, and nothing of it is kept.",
                "二重回答の確認だけに使い、残しません。",
            ),
        )
    items = every_item()
    for heading, column in zip(headings, columns, strict=True):
        if column.guessed and column.id in items:
            yield Fault(
                1,
                T(
                    "The heading “{heading}” resembles a question.", "見出し「{heading}」は、質問文と少し違います。"
                ).format(heading=quoted(heading)),
                T("It is read as “{asks}”.", "「{asks}」として読みます。").format(asks=items[column.id].asks),
            )
        if column.means == "" and heading and any(column.means for column in columns) and _asks(heading):
            yield Fault(
                1,
                T(
                    "“{heading}” is no question of the survey.", "「{heading}」は、アンケートの質問にありません。"
                ).format(heading=quoted(heading)),
                T("The column is not read.", "この列は読みません。"),
            )


def _is_answer(heading: str) -> bool:
    """Whether a heading is an answer: the line of headings was deleted."""
    return (number_of(heading) is not None and len(heading.strip()) <= 3) or plain(heading) in _LABELS


def _asks(heading: str) -> bool:
    """Whether a heading that is not known may be somebody's question, and is no column of the tool."""
    return len(unicodedata.normalize("NFKC", heading)) >= 8 and not re.fullmatch(r"[\w ()#-]{1,24}", heading, re.ASCII)
