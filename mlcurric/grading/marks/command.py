"""``mlcurric marks`` as it was typed: what cannot be is said, and what is done is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console

from mlcurric.disk_errors import why_refused
from mlcurric.grading.gradebook.chosen import (
    NotThere,
    asked_for,
    chosen,
    full_name,
    keep_choice,
    settle,
)
from mlcurric.grading.gradebook.command import Refused, carried_out
from mlcurric.grading.gradebook.mark_table import Given, Place, WrittenText
from mlcurric.grading.gradebook.store import Gradebook
from mlcurric.grading.gradebook.titles import exercise_title, question_title
from mlcurric.grading.marks.marks_file import as_marks_file, line_title
from mlcurric.grading.marks.marks_import import Import, read_marks
from mlcurric.grading.reading.names import shown_names
from mlcurric.grading.results import write_results
from mlcurric.grading.said import AND_MORE, SHOWN, first_lines
from mlcurric.keeping import NO_FILE, Changed, write_whole
from mlcurric.question.rubric import RUBRIC
from mlcurric.text import T

_FAULTS_SHOWN = 50


def export_marks(out: Path, path: Path, asked: str = "", anonymous: bool = False) -> int:
    """Write the texts that are to be marked; never over a file, in which marks may stand.

    Args:
        out: the folder of the gradebook.
        path: the file to write.
        asked: the texts, with commas between them; by default one a stage.
        anonymous: whether the names of the learners are left out.

    Returns:
        The exit code: 0, or 2 if nothing was written.
    """
    return carried_out(out, lambda gradebook, console: _export(gradebook, console, path, asked, anonymous))


def import_marks(out: Path, path: Path) -> int:
    """Take over what a marks file says, all of it or nothing, and write the grades and pages anew.

    Returns:
        The exit code: 0, or 2 if nothing was taken over.
    """
    return carried_out(out, lambda gradebook, console: _import(gradebook, console, out, path), alone=True)


def _export(gradebook: Gradebook, console: Console, path: Path, asked: str, anonymous: bool) -> None:
    if path.suffix.lower() != ".csv":
        raise Refused(_NO_CSV.format(path=path))
    try:
        names = asked_for(gradebook, filter(None, (name.strip() for name in asked.replace("、", ",").split(","))))
    except NotThere as error:
        raise Refused(error.says) from error
    handed_in = [one for one in gradebook.texts() if one.newest]
    texts = [one for one in handed_in if full_name(one.exercise, one.question) in names]
    if not texts:
        raise Refused(_NO_TEXTS)
    shown = shown_names(one.learner for one in handed_in)
    try:
        write_whole(path, as_marks_file(texts, gradebook.marks(), shown, anonymous), NO_FILE)
    except Changed:
        raise Refused(_IN_THE_WAY.format(path=path)) from None
    settle(gradebook, names)
    counts = Counter(full_name(one.exercise, one.question) for one in texts)
    for name in names:
        exercise, _, question = name.partition("/")
        title = f"{exercise_title(exercise)} · {question_title(exercise, question)}"
        console.print(f"{title} ({_TEXTS.format(n=counts[name])})")
    if others := sorted({full_name(one.exercise, one.question) for one in handed_in} - set(names)):
        console.print(str(_OTHERS.format(n=len(others), names=",".join([*names, others[0]]))))
    console.print(str(_EXPORTED.format(path=path)))


def _import(gradebook: Gradebook, console: Console, out: Path, path: Path) -> None:
    texts, kept = gradebook.texts(everybodys=True), gradebook.marks()
    shown = shown_names(one.learner for one in texts)
    found = read_marks(path.read_bytes(), path.name, texts, kept, shown, gradebook.moved())
    if found.faults:
        more = len(found.faults) - _FAULTS_SHOWN
        lines = [*found.faults[:_FAULTS_SHOWN], *([AND_MORE.format(n=more)] if more > 0 else [])]
        raise Refused(*lines, _NOTHING_TAKEN.format(n=len(found.faults)))
    gradebook.mark(found.given)
    _tell(console, found, kept, shown)
    console.print(str(_WRITING))
    try:
        # Of a gradebook in which no grading has kept the choice yet.
        keep_choice(gradebook)
        write_results(out, gradebook)
    except OSError as error:
        raise Refused(_NOT_WRITTEN.format(path=error.filename or out, why=why_refused(error))) from error
    _tell_waiting(console, gradebook, gradebook.texts())


def _tell(console: Console, found: Import, kept: dict[Place, Given], shown: dict[str, str]) -> None:
    before = [(place, kept.get(place, Given()), after) for place, after in found.given.items()]
    new = sum(was.points is None and now.points is not None for _, was, now in before)
    changed = [(p, was, now) for p, was, now in before if was.points is not None and was.points != now.points]
    comments = sum(was.comment != now.comment for _, was, now in before)
    console.print(str(_IMPORTED.format(new=new, changed=len(changed), comments=comments, blank=found.blank)))
    for line in first_lines([_change(*each, shown) for each in changed]):
        console.print(line)
    if found.old:
        console.print(str(_OLD.format(n=len(found.old), rows=_listed(found.old))))


def _change(place: Place, was: Given, now: Given, shown: dict[str, str]) -> str:
    where = " · ".join((shown[place.learner], full_name(*place.asked), str(line_title(place.line))))
    return f"{where}: {was.points:g} → {'–' if now.points is None else f'{now.points:g}'}"


def _tell_waiting(console: Console, gradebook: Gradebook, texts: list[WrittenText]) -> None:
    names, marks = chosen(gradebook), gradebook.marks()
    newest = [one for one in texts if one.newest and full_name(one.exercise, one.question) in names]
    waiting = sum(any(marks.get(one.place(line.name), Given()).points is None for line in RUBRIC) for one in newest)
    console.print(str(_WAITING.format(n=waiting, of=len(newest)) if waiting else _ALL_MARKED))


def _listed(rows: Iterable[int]) -> str:
    rows = list(rows)
    return ", ".join(map(str, rows[:SHOWN])) + (" …" if len(rows) > SHOWN else "")


_NO_CSV = T(
    "“{path}” does not end in .csv; name it so, and Excel opens it.",
    "「{path}」が .csv で終わっていません。.csv にすれば、Excelで開けます。",
)
_WRITING = T("Writing the grades and the pages anew …", "成績とページを書き直しています…")
_NOT_WRITTEN = T(
    "The marks are in the gradebook, but “{path}” cannot be written ({why}). Close it and import the same file again.",
    "点数は成績簿に入りましたが、「{path}」に書き込めません({why})。閉じてから、同じファイルをもう一度取り込んでください。",
)
_NO_TEXTS = T(
    "Nobody has handed in such a text yet; grade the hand-ins first, or choose others with --questions.",
    "該当する記述の提出がまだありません。先に採点するか、--questions でほかの問題を選んでください。",
)
_IN_THE_WAY = T(
    "“{path}” is there already, and marks may stand in it. Give another name; what is imported stands in each new export.",
    "「{path}」はもうあり、点数が入っているかもしれません。別の名前にしてください。取り込み済みの点数は、新しいファイルにも入ります。",
)
_TEXTS = T("texts: {n}", "{n} 件")
_OTHERS = T(
    "Questions in words that are not marked: {n}. Choose others with --questions, such as {names}",
    "ほかに {n} 問の記述があります。採点する問題は --questions で選べます。例: {names}",
)
_EXPORTED = T(
    "Written: {path}. Type the marks there, a blank cell means not marked yet, save it, and then: mlcurric marks import",
    "{path} に書き出しました。点数を入れて(空欄は「まだ」の意味です)保存し、「mlcurric marks import」で取り込んでください。",
)
_NOTHING_TAKEN = T(
    "Cells that cannot be used: {n}. Nothing was taken over; mend them in the file and import it again.",
    "使えないセルが {n} か所あるため、何も取り込んでいません。ファイルを直して、もう一度取り込んでください。",
)
_IMPORTED = T(
    "Marks: {new} new, {changed} changed; comments changed: {comments}; left blank: {blank}. A blank cell takes nothing back, “-” does.",
    "点数: 新規 {new}、変更 {changed}。コメントの変更: {comments}。空欄: {blank}。空欄では何も消えません。取り消すときは「-」を入れます。",
)
_OLD = T(
    "Rows of a text that was handed in anew since: {n} (row {rows}). They are kept with the earlier text and do not count; export again to mark the new one.",
    "{n} 行は、その後に書き直された文章へのものです({rows}行目)。前の文章の点数として残し、成績には入れません。新しい文章は、もう一度書き出して採点してください。",
)
_WAITING = T("Texts that still wait for a mark: {n} of {of}.", "採点の残り: {of} 件中 {n} 件。")
_ALL_MARKED = T("Every chosen text is marked.", "選んだ記述は、すべて採点済みです。")
