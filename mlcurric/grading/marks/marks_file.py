"""``marks.csv``: a row a text and line of the rubric, and a row for the comment on the whole.

What a row belongs to stands in its first cell, so that rows and columns may be sorted, moved and taken out. That cell is a
hash with a letter in front: nothing that Excel would take for a number or a day.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping

from mlcurric.grading.gradebook.mark_table import WHOLE, Given, Place, WrittenText, folder_key
from mlcurric.grading.gradebook.titles import exercise_title, question_title
from mlcurric.grading.reading.clean import clean_text
from mlcurric.keeping import BYTE_ORDER_MARK
from mlcurric.question.rubric import RUBRIC, TOP_MARK
from mlcurric.spreadsheets import defused
from mlcurric.text import T, speaking

HEADINGS = {
    "id": T("row id", "行ID"),
    "learner": T("learner", "学習者"),
    "exercise": T("exercise", "演習"),
    "question": T("question", "問題"),
    "text": T("text", "文章"),
    "line": T("rubric line", "観点"),
    "mark": T(f"mark (0–{TOP_MARK})", f"点数(0〜{TOP_MARK})"),
    "comment": T("comment", "コメント"),
}
"""The columns in their order; what stands in brackets may be left out."""
ON_THE_WHOLE = T("On the whole (comment only)", "全体(コメントのみ)")
MOST_SHOWN = 30_000
"""Characters of a text that are shown: Excel breaks a cell of more than 32,767."""
BREAKS = "\n\t"
_CUT = T("… (the rest is in the hand-in)", "…(続きは提出物にあります)")


def lines_of_text() -> tuple[str, ...]:
    """What a text has a row for: each line of the rubric, then the whole."""
    return (*(line.name for line in RUBRIC), WHOLE)


def row_id(place: Place) -> str:
    """What a row is recognised by."""
    told = "\0".join((folder_key(place.learner), place.exercise, place.question, place.text, place.line))
    return f"m{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:14]}"


def as_marks_file(
    texts: Iterable[WrittenText], given: Mapping[Place, Given], shown: Mapping[str, str], anonymous: bool = False
) -> str:
    """The file as text.

    Args:
        given: what is marked already.
        shown: the name of each learner as people read it.
        anonymous: whether the names are left out; the texts then stand in an order that tells nothing.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS.values())
    texts = list(texts)
    titles = {asked: (exercise_title(asked[0]), question_title(*asked)) for asked in {one.asked for one in texts}}
    order = sorted(texts, key=lambda one: (*one.asked, one.hash)) if anonymous else texts
    for one in order:
        for row in _rows(one, titles[one.asked], given, "" if anonymous else shown[one.learner]):
            writer.writerow(map(defused, row))
    return BYTE_ORDER_MARK + text.getvalue()


def _rows(one: WrittenText, titles: tuple[str, str], given: Mapping[Place, Given], learner: str) -> Iterator[list[str]]:
    written = clean_text(one.text.replace("\r\n", "\n").strip(), keep=BREAKS)
    if len(written) > MOST_SHOWN:
        with speaking(one.lang):
            written = f"{written[:MOST_SHOWN]}{_CUT}"
    for line in lines_of_text():
        place = one.place(line)
        kept = given.get(place, Given())
        points = "" if kept.points is None else f"{kept.points:g}"
        yield [
            row_id(place), learner, *titles, written,
            str(line_title(line)), points, kept.comment,
        ]  # fmt: skip


def line_title(line: str) -> T:
    """What a line asks for."""
    if line == WHOLE:
        return ON_THE_WHOLE
    return next((each.asks for each in RUBRIC if each.name == line), T(line, line))
