"""Grade a folder of hand-ins, from collecting to the closing summary; one that goes wrong never stops the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from mlcurric import questions
from mlcurric.grading.collect import Stray, collect, display
from mlcurric.grading.feedback import write_page
from mlcurric.grading.hand_ins import HandIn, hand_ins
from mlcurric.grading.judge import judge_run, own_fault, ungraded
from mlcurric.grading.names import safe_names, shown_names
from mlcurric.grading.report import Result, write_grades
from mlcurric.grading.run import run_notebook
from mlcurric.question.question import Question
from mlcurric.question.verdict import LABELS, Status
from mlcurric.text import T

GRADES = "grades.csv"
FEEDBACK = "feedback"
_STRAYS_SHOWN = 20

_NOT_TRUSTED = T(
    "A notebook is a program: graded here, it would run with your rights, read your files and use your network. "
    "There is no sandbox yet. If you trust the learners, or this is a throw-away machine, add --trust-submissions.",
    "ノートブックはプログラムです。ここで採点すると、あなたの権限で動き、ファイルもネットワークも使えてしまいます。"
    "隔離して動かす仕組みはまだありません。提出者を信頼できるとき、または使い捨ての環境でだけ、--trust-submissions を付けてください。",
)
_NO_SUBMISSIONS = T(
    "There is no folder “{path}”; give the one that holds <learner>/<exercise>.ipynb.",
    "フォルダー「{path}」がありません。<学習者>/<演習>.ipynb を入れたフォルダーを指定してください。",
)
_OUT_IS_FILE = T(
    "“{path}” is a file; give a folder for --out.", "「{path}」はファイルです。--out にはフォルダーを指定してください。"
)
_OUT_INSIDE = T(
    "--out {path} and the hand-ins lie in one another; give --out a folder of its own.",
    "--out {path} と提出物のフォルダーが重なっています。--out には別のフォルダーを指定してください。",
)
_BAD_LIMIT = T("The time limit must be more than 0 seconds.", "制限時間は 0 秒より長くしてください。")
_CANNOT_WRITE = T("The results cannot be written to {path}: {why}.", "結果を {path} に書き込めません({why})。")
_CANNOT_READ = T("The hand-ins in {path} cannot be read: {why}.", "{path} の提出物を読めません({why})。")
_GRADING = T("Grading", "採点中")
_TOTAL = T("Hand-ins: {n}, learners: {learners}.", "{learners} 人、{n} 件の提出を採点しました。")
_STATUS_WORDS = {
    Status.PASSED: T("passed", "正解"),
    Status.FAILED: T("not yet", "もう一歩"),
    Status.NOT_ATTEMPTED: T("not attempted", "未回答"),
    Status.NEEDS_MARKING: T("to be marked", "人が採点"),
    Status.ERROR: T("errors", "エラー"),
}
_QUESTIONS = T("Questions: {counts}", "問題: {counts}")
_PROBLEMS = T("Hand-ins with a problem:", "問題のあった提出:")
_STRAYS = T("Left alone, not a hand-in:", "提出物ではないため、触れていません:")
_AND_MORE = T("and {n} more", "ほか {n} 件")
_TIMED_OUT = T("stopped after {seconds} seconds", "{seconds} 秒で打ち切り")
_DIED = T("Python ended before the last cell", "最後のセルまで行かずに Python が終了")
_WHERE = T("Grades: {grades}\nPages for the learners: {pages}", "成績: {grades}\n学習者に返すページ: {pages}")


def grade_folder(submissions: Path, out: Path, *, trusted: bool, time_limit: float) -> int:
    """Grade every hand-in below ``submissions`` and write ``grades.csv`` and the feedback pages to ``out``.

    Returns:
        The exit code: 0 if the run is complete, whatever the hand-ins were; 2 if there was none.
    """
    console, complaints = (
        Console(stderr=wrong, highlight=False, markup=False, soft_wrap=True) for wrong in (False, True)
    )
    if refusal := _why_not(submissions, out, trusted, time_limit):
        complaints.print(str(refusal))
        return 2
    try:
        files, strays = collect(submissions)
    except OSError as error:
        complaints.print(str(_CANNOT_READ.format(path=submissions, why=error.strerror)))
        return 2
    try:
        results = _grade_all(hand_ins(files), out, time_limit, console)
    except OSError as error:
        complaints.print(str(_CANNOT_WRITE.format(path=out, why=error.strerror)))
        return 2
    _summarise(console, results, strays, out, time_limit)
    return 0


def grade_one(hand_in: HandIn, time_limit: float) -> Result:
    """Grade one hand-in; it never raises, and every question of a known exercise is in the result."""
    asked: tuple[Question, ...] = ()
    try:
        if hand_in.exercise and not hand_in.second:
            asked = questions.question_set(hand_in.exercise).graded
        if hand_in.problem:
            return Result(hand_in, ungraded(asked, hand_in.problem))
        cells = hand_in.notebook.cells
        calls = {question.name: made for question in asked if (made := question.calls()) is not None}
        run = run_notebook(list(cells), tuple(question.name for question in asked), time_limit, calls)
        return Result(hand_in, judge_run(asked, cells, run, time_limit), run)
    except Exception as error:  # Our own fault must cost neither this learner nor the next.
        problem = own_fault(error)
        return Result(replace(hand_in, problem=problem), ungraded(asked, problem))


def _why_not(submissions: Path, out: Path, trusted: bool, time_limit: float) -> T | None:
    """Why nothing can be graded at all, or ``None``."""
    if not trusted:
        return _NOT_TRUSTED
    if not submissions.is_dir():
        return _NO_SUBMISSIONS.format(path=submissions)
    if out.exists() and not out.is_dir():
        return _OUT_IS_FILE.format(path=out)
    inside, target, pages = submissions.resolve(), out.resolve(), (out / FEEDBACK).resolve()
    if target.is_relative_to(inside) or inside.is_relative_to(pages):
        return _OUT_INSIDE.format(path=out)
    if not time_limit > 0:
        return _BAD_LIMIT
    return None


def _grade_all(collected: list[HandIn], out: Path, time_limit: float, console: Console) -> list[Result]:

    folders = safe_names({hand_in.file.learner for hand_in in collected})
    shown = shown_names(folders)
    results = []
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        for hand_in in bar.track(collected, description=str(_GRADING)):
            result = grade_one(hand_in, time_limit)
            results.append(result)
            if not hand_in.second:
                learner = hand_in.file.learner
                write_page(out / FEEDBACK / folders[learner] / f"{_page_name(hand_in)}.html", result, shown[learner])
    write_grades(out / GRADES, results, shown)
    return results


def _page_name(hand_in: HandIn) -> str:
    return hand_in.exercise or safe_names([hand_in.name])[hand_in.name]


def _summarise(
    console: Console, results: list[Result], strays: tuple[Stray, ...], out: Path, time_limit: float
) -> None:
    """Say on the terminal how it went."""
    learners = {result.hand_in.file.learner for result in results}
    console.print(str(_TOTAL.format(n=len(results), learners=len(learners))))
    counts = Counter(one.verdict.status for result in results for one in result.graded)
    if counts:
        console.print(
            str(
                _QUESTIONS.format(
                    counts=", ".join(f"{word} {counts[status]}" for status, word in _STATUS_WORDS.items())
                )
            )
        )
    _print_list(console, _PROBLEMS, [line for result in results if (line := _problem_line(result, time_limit))])
    _print_list(console, _STRAYS, [f"{stray.place}: {stray.why}" for stray in strays], most=_STRAYS_SHOWN)
    console.print(str(_WHERE.format(grades=out / GRADES, pages=out / FEEDBACK)))


def _problem_line(result: Result, time_limit: float) -> str | None:
    file = result.hand_in.file
    place = f"{display(file.learner)}/{file.place}"
    if result.hand_in.problem:
        return f"{place}: {result.hand_in.problem.seen} {result.hand_in.problem.detail}".rstrip()
    if result.run.timed_out:
        return f"{place}: {_TIMED_OUT.format(seconds=f'{time_limit:g}')}"
    if result.run.died:
        return f"{place}: {_DIED}"
    # Where a check of ours failed, the label says so; where a cell did, it says that.
    broken = [one for one in result.graded if one.verdict.status is Status.ERROR and one.label is LABELS[Status.ERROR]]
    return f"{place}: {broken[0].verdict.seen}" if broken else None


def _print_list(console: Console, title: T, lines: list[str], most: int | None = None) -> None:
    if not lines:
        return
    console.print(str(title))
    for line in lines[:most]:
        console.print(f"  {line}")
    if most and len(lines) > most:
        console.print(f"  {_AND_MORE.format(n=len(lines) - most)}")
