"""The three stages at a glance: what is passed, what is next, how long the rest takes."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from mlcurric.curriculum import STAGES, Lesson, Stage, exercise_path, lesson_path, lessons
from mlcurric.notebook.progress import PAGES, Progress
from mlcurric.notebook.show import address
from mlcurric.notebook.workfolder import find_work, read_workshop
from mlcurric.questions import lesson_ids, question_set
from mlcurric.text import T, language, run_on

_MINUTES = T("{n} min", "{n}分")
_HOURS = T("{h} h", "{h}時間")
_LEFT = T("about {time} left", "残り約{time}")
_COMING = T("in preparation", "準備中")
_NEXT = T("next", "次はこれ")
_ALL_DONE = T("passed", "修了")
_PAGES_MADE = T("made", "作成済み")
_GO_TO = T("Next", "次は")
_EXERCISE_OF = T("the exercise of {lesson}", "{lesson} の演習")
_NOTHING_LEFT = T("All lessons that there are so far are done.", "いまあるレッスンは、すべて修了です。")
_HEADINGS = (T("Lesson", "レッスン"), T("Time", "時間"), T("Exercise", "演習"), T("State", "状態"))
_STEP = 5


@dataclass(frozen=True)
class Row:
    """One lesson as the table shows it.

    Attributes:
        done, total: questions of its exercise, or pages where it has none; ``total`` is 0 if it is not written yet.
        is_next: whether it is the first that is not done, in a team's folder of its workshop's stage.
    """

    lesson: Lesson
    done: int
    total: int
    is_next: bool

    @property
    def is_done(self) -> bool:
        return 0 < self.total == self.done

    @property
    def minutes_left(self) -> float:
        """Minutes that the rest of it takes, if every question takes as long."""
        return self.lesson.minutes * (1 - self.done / self.total if self.total else 1)

    @property
    def title(self) -> str:
        return f"{self.lesson.id}  {self.lesson.title}"

    @property
    def time(self) -> str:
        return str(_MINUTES.format(n=self.lesson.minutes))

    @property
    def share(self) -> str:
        return f"{self.done} / {self.total}" if self.total and self.lesson.has_exercise else "–"

    @property
    def state(self) -> str:
        if not self.total:
            return str(_COMING)
        if self.is_done:
            return f"✓ {_ALL_DONE if self.lesson.has_exercise else _PAGES_MADE}"
        return f"→ {_NEXT}" if self.is_next else ""


def rows(progress: Progress) -> dict[int, list[Row]]:
    """The rows of each stage, by the stage's number."""
    done = progress.done()
    written = lesson_ids()
    names = {lesson.id: _counted(lesson) if lesson.id in written else [] for lesson in lessons()}
    counts = {lesson: sum((lesson, name) in done for name in own) for lesson, own in names.items()}
    following = next((lesson for lesson in _in_order(progress) if counts[lesson] < len(names[lesson])), None)
    return {
        stage.number: [
            Row(lesson, counts[lesson.id], len(names[lesson.id]), lesson.id == following) for lesson in stage.lessons
        ]
        for stage in STAGES
    }


def _in_order(progress: Progress) -> list[str]:
    """The lessons in the order in which they are taken: a team that meets for a stage begins with it."""
    meets_for = read_workshop(progress.work).get("stage") if progress.work else None
    stages = sorted(STAGES, key=lambda stage: stage.number != meets_for)
    return [lesson.id for stage in stages for lesson in stage.lessons]


def _counted(lesson: Lesson) -> list[str]:
    """What has to be done in a lesson, by name."""
    return [question.name for question in question_set(lesson.id).graded] if lesson.has_exercise else [PAGES]


def time_left(stage_rows: list[Row]) -> str:
    """How long the rest of a stage takes, in steps of five minutes; an empty text if nothing is left."""
    minutes = _STEP * -int(-sum(row.minutes_left for row in stage_rows) // _STEP)
    hours, minutes = divmod(minutes, 60)
    parts = [_HOURS.format(h=hours)] * bool(hours) + [_MINUTES.format(n=minutes)] * bool(minutes)
    return str(_LEFT.format(time=run_on(parts))) if parts else ""


def as_text(progress: Progress) -> str:
    """The table as plain text."""
    table = rows(progress)
    parts = []
    for stage in STAGES:
        parts.append(" · ".join(part for part in (_heading(stage), time_left(table[stage.number])) if part))
        for row in table[stage.number]:
            parts.append("   " + " · ".join(cell for cell in (row.title, row.time, row.share, row.state) if cell))
    return "\n".join(parts)


def as_html(progress: Progress, work: Path | None = None) -> str:
    """The table as HTML, with headings that a screen reader can follow.

    Args:
        work: the learner's folder; the lessons that stand there are links, as seen from the current folder.
    """
    table = rows(progress)
    head = "".join(
        f'<th scope="col" style="text-align:left;padding:.3em .8em">{escape(str(h))}</th>' for h in _HEADINGS
    )
    body = []
    for stage in STAGES:
        body.append(
            f'<tr><th scope="rowgroup" colspan="{len(_HEADINGS)}" style="text-align:left;padding:.8em .8em .3em;'
            f'border-bottom:2px solid #1f3a5f">{stage.number}&ensp;{escape(str(stage.title))} '
            f'<span style="font-weight:normal">({escape(str(stage.who))}) &ensp;'
            f"{escape(time_left(table[stage.number]))}</span></th></tr>"
        )
        for row in table[stage.number]:
            weight = "bold" if row.is_next else "normal"
            lesson, exercise = _places(row, work)
            cells = (_link(row.title, lesson), escape(row.time), _link(row.share, exercise), escape(row.state))
            body.append(
                "<tr>"
                + "".join(
                    f'<td style="text-align:left;padding:.3em .8em;font-weight:{weight}">{cell}</td>' for cell in cells
                )
                + "</tr>"
            )
    return (
        f"<p>{_what_next(table, work)}</p>"
        '<table style="border-collapse:collapse;line-height:1.5">'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
    )


def _heading(stage: Stage) -> str:
    return f"{stage.number}  {stage.title} ({stage.who})"


def _what_next(table: dict[int, list[Row]], work: Path | None) -> str:
    """One line of HTML that leads on: to the lesson, or to its exercise where that has been begun."""
    row = next((row for stage_rows in table.values() for row in stage_rows if row.is_next), None)
    if row is None:
        return escape(str(_NOTHING_LEFT))
    lesson, exercise = _places(row, work)
    if row.done:
        return f"{_GO_TO}: {_link(str(_EXERCISE_OF.format(lesson=row.title)), exercise)}"
    return f"{_GO_TO}: {_link(row.title, lesson)} ({escape(row.time)})"


def _places(row: Row, work: Path | None) -> tuple[str | None, str | None]:
    """Where the lesson and its exercise stand, seen from the current folder; ``None`` for what is not there."""
    if work is None or not row.total:
        return None, None
    paths = (work / language() / path for path in (lesson_path(row.lesson), exercise_path(row.lesson)))
    lesson, exercise = (address(path) if path.is_file() else None for path in paths)
    return lesson, exercise


def _link(text: str, place: str | None) -> str:
    return f'<a href="{escape(place)}">{escape(text)}</a>' if place else escape(text)


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
