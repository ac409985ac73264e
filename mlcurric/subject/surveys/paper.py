"""A form for paper, and as a list of questions to type into any form tool."""

from __future__ import annotations

import csv
import io

from mlcurric.spreadsheets import defused
from mlcurric.subject.surveys.forms import (
    ABOUT,
    EXAMPLE_WORD,
    LEADS,
    MARKED,
    MOMENTS,
    SCALE,
    Issue,
    issues_of,
    survey_items,
)
from mlcurric.subject.surveys.likert import LABELS
from mlcurric.templates import filled
from mlcurric.text import T, language

WORDS = {
    "title": T("Survey", "アンケート"),
    "minutes": T("Five minutes. Leave open what you like.", "5分で終わります。書けるところだけでかまいません。"),
    "ends": T("1 = no · 5 = yes", "1 = いいえ ・ 5 = はい"),
    "issues": T("What stands in the way? Tick what applies.", "困っていること(あてはまるものすべてに ✓)"),
    "none": T("none of these", "特になし"),
    "private": T(
        "Your word only ties your own forms together. Nothing is shown that rests on fewer than three people; what you write in "
        "words may be quoted without your name.",
        "合い言葉は、あなたの前後の回答を結びつけるためだけに使います。3人未満の集計は示しません。自由記述は、名前なしで引用することがあります。",
    ),
}
COLUMNS = ("no", "id", "type", "question", "choices", "note")
_MANY = 14
"""Items that a sheet of A4 holds in large letters."""
_TYPES = {
    "scale": T("one of five", "5段階から1つ"),
    "boxes": T("several", "複数選択"),
    "text": T("text", "記述"),
    "short": T("short text", "短い記述"),
}
_NOTES = {
    "team": T("the same spelling for everybody; best as a list to choose from", "表記をそろえるため、選択肢にするのがおすすめ"),
    "code": T("such as “{word}”, but not this one; no name, no number of an employee", "例:「{word}」(これは使わない)。名前や社員番号は書かない").format(word=EXAMPLE_WORD),
    "open": T("not required", "任意"),
    "mark": T("one question each, not required", "1問ずつ、任意"),
    "issues": T("not required", "任意"),
}  # fmt: skip


def form_page(stage: int) -> str:
    """A stage's form as HTML, to be printed on one sheet of A4, in the language spoken now.

    Raises:
        ValueError: if that stage has no form.
    """
    items = survey_items(stage)
    groups: dict[T, list[tuple[str, Issue]]] = {}
    for letter, issue in issues_of(stage).items():
        groups.setdefault(issue.group, []).append((letter, issue))
    return filled(
        "mlcurric.subject.surveys",
        "form.html",
        words=WORDS,
        # The form is the same on any day.
        made_on="",
        moment=MOMENTS[stage],
        about=list(ABOUT.values()),
        blocks=[(LEADS[kind], [item.asks for item in items if item.kind == kind]) for kind in MARKED],
        scale=range(SCALE[0], SCALE[1] + 1),
        groups=list(groups.items()),
        texts=[item.asks for item in items if item.kind == "open"],
        # The longest form fits on one sheet too.
        points=10.4 if len(items) <= _MANY else 9.4,
    )


def form_rows(stage: int) -> list[dict[str, str]]:
    """A stage's form as a list of questions, under ``COLUMNS``, in the language spoken now; a row a question.

    A form tool that keeps these questions as headings gives a file that ``answers.read_answers`` reads; so do the ids.

    Raises:
        ValueError: if that stage has no form.
    """
    rows = [_row(item.id, "short", item.asks, "", _NOTES[item.id]) for item in ABOUT.values()]
    marks = " / ".join(f"{number}: {label}" for number, label in enumerate(LABELS[language()], SCALE[0]))
    boxes = " / ".join(str(issue.label) for issue in issues_of(stage).values())
    for item in survey_items(stage):
        if item.kind in MARKED:
            lead = LEADS[item.kind]
            asks = T(f"{lead.en} {item.asks.en}", f"{lead.ja}{item.asks.ja}")
            rows.append(_row(item.id, "scale", asks, marks, _NOTES["mark"]))
        elif item.kind == "issues":
            rows.append(_row(item.id, "boxes", item.asks, f"{boxes} / {WORDS['none']}", _NOTES["issues"]))
        else:
            rows.append(_row(item.id, "text", item.asks, "", _NOTES["open"]))
    return [{"no": str(at), **row} for at, row in enumerate(rows, 1)]


def form_csv(stage: int) -> str:
    """The same as the text of a CSV file; write it with a byte-order mark, so that Excel shows Japanese.

    Raises:
        ValueError: if that stage has no form.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: defused(cell) for name, cell in row.items()} for row in form_rows(stage))
    return out.getvalue()


def typing_sheet(stage: int) -> str:
    """The line of headings, as CSV, under which answers on paper are typed, a line a person; 1 to 5, letters, words.

    Raises:
        ValueError: if that stage has no form.
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(str(item.asks) for item in (*ABOUT.values(), *survey_items(stage)))
    return out.getvalue()


def _row(id: str, kind: str, asks: T, choices: str, note: T) -> dict[str, str]:
    return {"id": id, "type": str(_TYPES[kind]), "question": str(asks), "choices": choices, "note": str(note)}
