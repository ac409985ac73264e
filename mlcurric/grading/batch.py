"""Grade a folder of hand-ins, from collecting to the closing summary; whatever stops it, it goes on where it was."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from mlcurric.grading import summary
from mlcurric.grading.collect import collect, display
from mlcurric.grading.courts import Courts
from mlcurric.grading.crew import run_all
from mlcurric.grading.feedback import write_page
from mlcurric.grading.gradebook.store import FILE_NAME, Gradebook, NoGradebook
from mlcurric.grading.guest.confine import Limits
from mlcurric.grading.hand_ins import HandIn, hand_ins
from mlcurric.grading.job import Runner
from mlcurric.grading.names import shown_names
from mlcurric.grading.one import failed_by_us, grade_one
from mlcurric.grading.place import Place
from mlcurric.grading.report import write_grades
from mlcurric.grading.sandbox.launch import NoSandbox, find_tools
from mlcurric.grading.sandbox.worker import Worker
from mlcurric.grading.submission import Submission
from mlcurric.grading.trusting import Trusting
from mlcurric.text import T, run_on

GRADES = "grades.csv"
FEEDBACK = "feedback"
MOST_ATTEMPTS = 10


@dataclass(frozen=True)
class Asked:
    """What whoever grades asked for.

    Attributes:
        submissions: the folder of the hand-ins.
        out: the folder for the gradebook, the grades and the pages.
        key: the secret that the worlds are drawn from; nothing for the practice world.
        jobs: how many hand-ins are run side by side.
        limits: what each may use.
        trusted: whether they are run without a sandbox.
        attempts: so many hand-ins of one learner for one exercise are graded.
    """

    submissions: Path
    out: Path
    key: bytes = b""
    jobs: int = 1
    limits: Limits = field(default_factory=Limits)
    trusted: bool = False
    attempts: int = MOST_ATTEMPTS


@dataclass(frozen=True)
class _Task:
    hand_in: HandIn
    attempt: int


def grade_folder(asked: Asked) -> int:
    """Grade every hand-in that is not graded yet, and write ``grades.csv`` and the feedback pages.

    Returns:
        The exit code: 0 if the run is complete, whatever the hand-ins were; 2 if nothing could be graded; 130 if it was
        stopped: what is done is kept, and the same command goes on.
    """
    console, complaints = (
        Console(stderr=wrong, highlight=False, markup=False, soft_wrap=True) for wrong in (False, True)
    )
    if refusal := _why_not(asked):
        complaints.print(str(refusal))
        return 2
    try:
        files, strays = collect(asked.submissions)
        found = hand_ins(files)
    except OSError as error:
        complaints.print(str(_CANNOT_READ.format(path=asked.submissions, why=error.strerror)))
        return 2
    try:
        with closing(Gradebook(asked.out / FILE_NAME)) as gradebook:
            tasks, capped = _to_do(found, gradebook, asked.attempts)
            done = _grade(tasks, gradebook, asked, console)
            _write(gradebook.current(), asked.out)
    except NoSandbox as error:
        complaints.print(str(run_on((_NO_SANDBOX.format(why=error.why), _OR_TRUST))))
        return 2
    except NoGradebook as error:
        complaints.print(str(error.why))
        return 2
    except OSError as error:
        complaints.print(str(_CANNOT_WRITE.format(path=asked.out, why=error.strerror)))
        return 2
    except KeyboardInterrupt:
        complaints.print(str(_STOPPED))
        return 130
    summary.show(console, done, strays, capped, asked.limits.seconds)
    console.print(str(_WHERE.format(grades=asked.out / GRADES, pages=asked.out / FEEDBACK)))
    return 0


def _grade(tasks: list[_Task], gradebook: Gradebook, asked: Asked, console: Console) -> list[Submission]:
    _hold_to_key(gradebook, asked.key)
    done: list[Submission] = []
    if not tasks:
        return done
    with _bar(console) as bar, _workshop(asked) as (courts, make_runner):
        for submission in bar.track(
            run_all(
                tasks,
                make_runner,
                lambda task, runner: grade_one(task.hand_in, task.attempt, runner, courts, asked.limits),
                lambda task, error: failed_by_us(task.hand_in, task.attempt, error),
                min(asked.jobs, len(tasks)),
            ),
            total=len(tasks),
            description=str(_GRADING),
        ):
            gradebook.add(submission)
            done.append(submission)
    return done


def _to_do(found: list[HandIn], gradebook: Gradebook, attempts: int) -> tuple[list[_Task], list[str]]:
    """What is new, or was changed, or could not be graded for a reason of ours; and what came after the last attempt."""
    tasks, capped = [], []
    for hand_in in found:
        attempt, hash, again = gradebook.latest(hand_in.file.learner, hand_in.name) or (0, "", False)
        if again:
            tasks.append(_Task(hand_in, attempt))
        elif hash != hand_in.hash or not attempt:
            if attempt < attempts:
                tasks.append(_Task(hand_in, attempt + 1))
            else:
                capped.append(f"{display(hand_in.file.learner)}/{hand_in.file.place}")
    # In this order a world is drawn once, however many hand-ins are graded on it.
    return sorted(tasks, key=lambda task: (task.hand_in.name, task.attempt)), capped


def _hold_to_key(gradebook: Gradebook, key: bytes) -> None:
    """One class, one key: grades of different worlds must not stand side by side unsaid."""
    fingerprint = hashlib.sha256(b"mlcurric grading" + key).hexdigest()[:16] if key else "none"
    if gradebook.setting("key") not in (None, fingerprint):
        raise NoGradebook(_OTHER_KEY.format(path=gradebook.path))
    gradebook.settle("key", fingerprint)


@contextmanager
def _workshop(asked: Asked) -> Iterator[tuple[Courts, Callable[[], Runner]]]:
    """What hand-ins are run and judged with; all of it is gone afterwards."""
    tools = None if asked.trusted else find_tools()
    with closing(Place()) as place, closing(Courts(place, asked.key)) as courts:
        yield courts, lambda: Trusting(place) if tools is None else Worker(tools, place)


def _write(submissions: list[Submission], out: Path) -> None:
    """Write the grades, and every page that is not there or not of today's gradebook."""
    shown = shown_names(one.learner for one in submissions)
    for one in submissions:
        if not one.second:
            write_page(out / FEEDBACK, one, shown[one.learner])
    write_grades(out / GRADES, submissions)


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _why_not(asked: Asked) -> T | None:
    """Why nothing can be graded at all, or ``None``."""
    if not asked.submissions.is_dir():
        return _NO_SUBMISSIONS.format(path=asked.submissions)
    if asked.out.exists() and not asked.out.is_dir():
        return _OUT_IS_FILE.format(path=asked.out)
    inside, target, pages = asked.submissions.resolve(), asked.out.resolve(), (asked.out / FEEDBACK).resolve()
    if target.is_relative_to(inside) or inside.is_relative_to(pages):
        return _OUT_INSIDE.format(path=asked.out)
    if not asked.limits.seconds > 0:
        return _BAD_LIMIT
    return None


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
_OTHER_KEY = T(
    "The gradebook {path} was made with another key, or without one: give that key again, or another folder for --out.",
    "成績簿 {path} は、別の鍵で(または鍵なしで)作られています。そのときの鍵を指定するか、--out に別のフォルダーを指定してください。",
)
_STOPPED = T(
    "Stopped. What is graded is kept; the same command goes on where this one was.",
    "中断しました。採点済みの分は残っています。同じコマンドで、続きから再開できます。",
)
_WHERE = T("Grades: {grades}\nPages for the learners: {pages}", "成績: {grades}\n学習者に返すページ: {pages}")
_NO_SANDBOX = T(
    "A notebook is a program, and here it cannot be shut in: {why}",
    "ノートブックはプログラムです。このコンピューターでは、隔離して動かせません。{why}",
)
_OR_TRUST = T(
    "If you trust the learners, or this is a throw-away machine, --trust-submissions runs the notebooks with your own rights: "
    "they can read your files and use your network.",
    "提出者を信頼できるとき、または使い捨ての環境では、--trust-submissions を付ければ、あなたの権限のまま動かせます(ファイルもネットワークも使えてしまいます)。",
)
