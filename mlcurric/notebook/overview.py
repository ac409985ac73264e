"""The three stages at a glance: what is passed, what is next."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from mlcurric.curriculum import STAGES, Lesson
from mlcurric.notebook.progress import Progress
from mlcurric.notebook.workfolder import find_work
from mlcurric.questions import exercise_ids, question_set
from mlcurric.text import T

_MINUTES = T("{n} min", "{n}分")
_COMING = T("in preparation", "準備中")
_NEXT = T("next", "次はこれ")
_ALL_DONE = T("passed", "修了")
_HEADINGS = (T("Lesson", "レッスン"), T("Time", "時間"), T("Done", "できた問題"), T("State", "状態"))


@dataclass(frozen=True)
class Row:
    """One lesson as the table shows it; ``total`` is 0 for a lesson that is not written yet."""

    lesson: Lesson
    done: int
    total: int
    is_next: bool

    @property
    def state(self) -> str:
        if not self.total:
            return str(_COMING)
        if self.done == self.total:
            return f"✓ {_ALL_DONE}"
        return f"→ {_NEXT}" if self.is_next else ""

    @property
    def cells(self) -> tuple[str, ...]:
        time = str(_MINUTES.format(n=self.lesson.minutes))
        share = f"{self.done} / {self.total}" if self.total else "–"
        return (f"{self.lesson.id}  {self.lesson.title}", time, share, self.state)


def rows(progress: Progress) -> dict[int, list[Row]]:
    """The rows of each stage, by the stage's number."""
    done = progress.done()
    written = exercise_ids()
    table: dict[int, list[Row]] = {}
    next_found = False
    for stage in STAGES:
        for lesson in stage.lessons:
            graded = question_set(lesson.id).graded if lesson.id in written else ()
            count = sum((lesson.id, question.name) in done for question in graded)
            is_next = bool(graded) and count < len(graded) and not next_found
            next_found = next_found or is_next
            table.setdefault(stage.number, []).append(Row(lesson, count, len(graded), is_next))
    return table


def as_text(progress: Progress) -> str:
    """The table as plain text."""
    table = rows(progress)
    parts = []
    for stage in STAGES:
        parts.append(f"{stage.number}  {stage.title} ({stage.who})")
        parts += ["   " + " · ".join(cell for cell in row.cells if cell) for row in table[stage.number]]
    return "\n".join(parts)


def as_html(progress: Progress) -> str:
    """The table as HTML, with headings that a screen reader can follow."""
    table = rows(progress)
    head = "".join(
        f'<th scope="col" style="text-align:left;padding:.3em .8em">{escape(str(h))}</th>' for h in _HEADINGS
    )
    body = []
    for stage in STAGES:
        body.append(
            f'<tr><th scope="rowgroup" colspan="{len(_HEADINGS)}" style="text-align:left;padding:.8em .8em .3em;'
            f'border-bottom:2px solid #1f3a5f">{stage.number}&ensp;{escape(str(stage.title))} '
            f'<span style="font-weight:normal">({escape(str(stage.who))})</span></th></tr>'
        )
        for row in table[stage.number]:
            weight = "bold" if row.is_next else "normal"
            cells = "".join(
                f'<td style="text-align:left;padding:.3em .8em;font-weight:{weight}">{escape(cell)}</td>'
                for cell in row.cells
            )
            body.append(f"<tr>{cells}</tr>")
    return f'<table style="border-collapse:collapse;line-height:1.5"><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>'


def progress_as_text(work: Path) -> str:
    """The table for the command line; says so where there is no learner's folder yet."""
    folder = find_work(work) if work.exists() else None
    if folder is None:
        return str(
            T(
                "There is no learner's folder at {work} yet; “mlcurric start” makes it.\n{table}",
                "学習用フォルダー {work} はまだありません。「mlcurric start」で作られます。\n{table}",
            ).format(work=work, table=as_text(Progress.of(None)))
        )
    return as_text(Progress.of(folder))
