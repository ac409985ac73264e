"""Grade a folder of hand-ins, from collecting to the closing summary; whatever stops it, it goes on where it was."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from rich.console import Console

from mlcurric.disk_errors import why_refused
from mlcurric.grading import summary
from mlcurric.grading.cluster.connect import Cluster, NoCluster, Scheduler
from mlcurric.grading.exclusive import Busy, only_one
from mlcurric.grading.gradebook.chosen import chosen, keep_choice
from mlcurric.grading.gradebook.grades_file import GRADES
from mlcurric.grading.gradebook.store import FILE_NAME, KEY, Gradebook, NoGradebook, opened
from mlcurric.grading.gradebook.whereabouts import GONE, gone_lines, note_gone
from mlcurric.grading.guest.limits import Limits
from mlcurric.grading.judging.court import JudgingFailed
from mlcurric.grading.judging.courts import Courts
from mlcurric.grading.judging.worlds import key_of_round
from mlcurric.grading.one import failed_by_us, grade_one
from mlcurric.grading.pages.feedback_folder import FEEDBACK
from mlcurric.grading.progress import tracked
from mlcurric.grading.reading.collect import collect, display
from mlcurric.grading.reading.hand_ins import HandIn, hand_ins
from mlcurric.grading.reading.reader import Reader
from mlcurric.grading.results import write_results
from mlcurric.grading.running.crew import run_all
from mlcurric.grading.running.job import Runner
from mlcurric.grading.running.place import Place
from mlcurric.grading.running.trusting import Trusting
from mlcurric.grading.said import OUT_IS_FILE
from mlcurric.grading.sandbox.launch import NoSandbox, find_tools
from mlcurric.grading.sandbox.libraries import NoLibrary
from mlcurric.grading.sandbox.worker import Worker
from mlcurric.grading.submission import Submission
from mlcurric.text import T, run_on

MOST_ATTEMPTS = 10
_LONGEST = 86_400


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
        scheduler: that of the cluster which runs them, as many side by side as it can; nothing for this machine.
    """

    submissions: Path
    out: Path
    key: bytes = b""
    jobs: int = 1
    limits: Limits = field(default_factory=Limits)
    trusted: bool = False
    attempts: int = MOST_ATTEMPTS
    scheduler: Scheduler | None = None


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
    try:
        return _graded(asked, console, complaints)
    except KeyboardInterrupt:
        complaints.print(str(_STOPPED))
        return 130


def _graded(asked: Asked, console: Console, complaints: Console) -> int:
    if refusal := _why_not(asked):
        complaints.print(str(refusal))
        return 2
    with closing(Reader()) as reader:
        return _read_and_graded(asked, reader, console, complaints)


def _read_and_graded(asked: Asked, reader: Reader, console: Console, complaints: Console) -> int:
    try:
        files, strays = collect(asked.submissions)
        found = hand_ins(files, reader.parse)
    except OSError as error:
        complaints.print(str(_CANNOT_READ.format(path=asked.submissions, why=why_refused(error))))
        return 2
    if not found:
        summary.show_none_found(complaints, asked.submissions, strays)
        return 2
    try:
        with only_one(asked.out), opened(asked.out / FILE_NAME) as gradebook:
            fingerprint = _held_to_key(gradebook, asked.key)
            tasks, capped = _to_do(found, gradebook, asked.attempts)
            _grade(tasks, gradebook, fingerprint, asked, reader, console)
            note_gone(gradebook, found)
            newly_marked, marked = keep_choice(gradebook), chosen(gradebook)
            submissions = write_results(asked.out, gradebook, found, reader.saved_answers)
            gone = gone_lines(gradebook)
            # Whoever hands in after these pages meets other customers than they tell of.
            gradebook.close_round()
    except Busy:
        complaints.print(str(_BUSY.format(path=asked.out)))
        return 2
    except NoSandbox as error:
        complaints.print(str(run_on((_NO_SANDBOX.format(why=error.why), _OR_TRUST))))
        return 2
    except (NoGradebook, NoCluster, NoLibrary) as error:
        complaints.print(str(error.why))
        return 2
    except JudgingFailed as error:
        complaints.print(str(_NO_JUDGE.format(why=error)))
        return 2
    except OSError as error:
        complaints.print(str(_CANNOT_WRITE.format(path=asked.out, why=why_refused(error))))
        return 2
    summary.show(console, submissions, len(tasks), marked, newly_marked)
    summary.show_list(console, GONE.format(out=asked.out), gone)
    summary.show_left_out(console, strays, capped)
    console.print(str(_WHERE.format(grades=asked.out / GRADES, pages=asked.out / FEEDBACK)))
    return 0


def _grade(
    tasks: list[_Task], gradebook: Gradebook, fingerprint: str, asked: Asked, reader: Reader, console: Console
) -> None:
    if not tasks:
        return
    with _workshop(asked, gradebook.open_round()) as (courts, make_runner, side_by_side):
        results = run_all(
            tasks,
            make_runner,
            lambda task, runner: _held_open(
                grade_one(task.hand_in, task.attempt, runner, courts, asked.limits, reader.literals)
            ),
            lambda task, error: failed_by_us(task.hand_in, task.attempt, error),
            min(side_by_side, len(tasks)),
        )
        # What cannot be read, or is one too many, is done at once, and tells nothing of how long the rest takes.
        to_run = sum(not task.hand_in.problem for task in tasks)
        followed = tracked(results, to_run, console, counts=lambda graded: bool(graded.trouble) or not graded.problem)
        # Whatever stops this, the runners end before what they run with is taken away.
        with closing(results), closing(followed) as shown:
            for submission in shown:
                # With the first grade, not before: whoever could not begin may still choose.
                if gradebook.setting(KEY) is None:
                    gradebook.settle(KEY, fingerprint)
                gradebook.add(submission)


def _held_open(submission: Submission) -> Submission:
    """The same, to be graded again another time where a check of ours failed: the learner must not be left with that."""
    return replace(submission, trouble="ours") if summary.broken_checks(submission) else submission


def _to_do(found: list[HandIn], gradebook: Gradebook, attempts: int) -> tuple[list[_Task], list[str]]:
    """What is new, or was changed, or could not be graded for a reason of ours; and what came after the last attempt."""
    tasks, capped = [], []
    for hand_in in found:
        attempt, hash, again = gradebook.latest(hand_in.file.learner, hand_in.name) or (0, "", False)
        if again and hash == hand_in.hash:
            tasks.append(_Task(hand_in, attempt))
        elif hash != hand_in.hash or not attempt:
            if attempt < attempts:
                tasks.append(_Task(hand_in, attempt + 1))
            else:
                capped.append(f"{display(hand_in.file.learner)}/{hand_in.file.place}")
    # In this order a world is drawn once, however many hand-ins are graded on it.
    return sorted(tasks, key=lambda task: (task.hand_in.name, task.attempt)), capped


def _held_to_key(gradebook: Gradebook, key: bytes) -> str:
    """What the key is told by. One class, one key: grades of different worlds must not stand side by side unsaid."""
    fingerprint = hashlib.sha256(b"mlcurric grading" + key).hexdigest()[:16] if key else "none"
    if gradebook.setting(KEY) not in (None, fingerprint):
        raise NoGradebook(_OTHER_KEY.format(path=gradebook.path))
    return fingerprint


@contextmanager
def _workshop(asked: Asked, round: int) -> Iterator[tuple[Courts, Callable[[], Runner], int]]:
    """What hand-ins are judged and run with, and how many side by side; all of it is gone afterwards."""
    tools = None if asked.trusted or asked.scheduler else find_tools()
    with closing(Place()) as place, ExitStack() as opened:
        make_runner, side_by_side = (lambda: Trusting(place) if tools is None else Worker(tools, place)), asked.jobs
        if asked.scheduler:
            # Before anything that takes long: what is wrong with a cluster is said at once.
            cluster = opened.enter_context(closing(Cluster(asked.scheduler, place)))
            make_runner, side_by_side = cluster.runner, cluster.slots
        key = key_of_round(asked.key, round)
        with ThreadPoolExecutor(1) as beside:
            # They take about as long to begin, and neither waits for the other.
            courts = beside.submit(lambda: opened.enter_context(closing(Courts(place, key))))
            if tools:
                make_runner = _begun_with(opened.enter_context(closing(make_runner())), make_runner)
        yield courts.result(), make_runner, side_by_side


def _begun_with(first: Runner, make_runner: Callable[[], Runner]) -> Callable[[], Runner]:
    """What gives out one runner that is there already, and then makes others."""
    there = [first]

    def made() -> Runner:
        try:
            return there.pop()
        except IndexError:
            return make_runner()

    return made


def _why_not(asked: Asked) -> T | None:
    """Why nothing can be graded at all, or ``None``."""
    if asked.submissions.is_file():
        return summary.NOT_A_FOLDER.format(path=asked.submissions)
    if not asked.submissions.is_dir():
        return _NO_SUBMISSIONS.format(path=asked.submissions)
    if asked.out.exists() and not asked.out.is_dir():
        return OUT_IS_FILE.format(path=asked.out)
    inside, target, pages = asked.submissions.resolve(), asked.out.resolve(), (asked.out / FEEDBACK).resolve()
    if target.is_relative_to(inside) or inside.is_relative_to(pages):
        return _OUT_INSIDE.format(path=asked.out)
    if not 0 < asked.limits.seconds < _LONGEST:
        return _BAD_LIMIT
    if asked.trusted and asked.scheduler:
        return _NOT_BOTH
    return None


_NO_SUBMISSIONS = T(
    "There is no folder “{path}”; give the one that holds <learner>/<exercise>.ipynb.",
    "フォルダー「{path}」がありません。<学習者>/<演習>.ipynb を入れたフォルダーを指定してください。",
)
_OUT_INSIDE = T(
    "--out {path} and the hand-ins lie in one another; give --out a folder of its own.",
    "--out {path} と提出物のフォルダーが重なっています。--out には別のフォルダーを指定してください。",
)
_BAD_LIMIT = T(
    "The time limit must be more than 0 seconds, and less than a day.",
    "制限時間は、0 秒より長く、1 日より短くしてください。",
)
_CANNOT_WRITE = T("The results cannot be written to {path}: {why}.", "結果を {path} に書き込めません({why})。")
_CANNOT_READ = T("The hand-ins in {path} cannot be read: {why}.", "{path} の提出物を読めません({why})。")
_NOT_BOTH = T(
    "On a cluster hand-ins always run in a sandbox: leave out --trust-submissions, or --dask.",
    "クラスターでは、提出物を必ず隔離して動かします。--trust-submissions か --dask のどちらかを外してください。",
)
_BUSY = T(
    "Another “mlcurric grade” is at work in {path}: wait for it, or give another folder for --out.",
    "{path} では、別の「mlcurric grade」が採点中です。終わるまで待つか、--out に別のフォルダーを指定してください。",
)
_NO_JUDGE = T(
    "What judges the answers cannot start ({why}). Install mlcurric again, as the README says.",
    "答えを判定する仕組みが起動しません({why})。README のとおりに、mlcurric を入れ直してください。",
)
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
