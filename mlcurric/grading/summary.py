"""What is said on the terminal when a run is over: how many, how they stand, and what somebody has to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.console import Console

from mlcurric.grading.judging.judge import Graded
from mlcurric.grading.reading.collect import Stray, display
from mlcurric.grading.submission import Submission
from mlcurric.question.verdict import LABELS, Status
from mlcurric.text import T

_SHOWN = 20
_TOTAL = T("Hand-ins: {n}, learners: {learners}.", "{learners} 人、{n} 件の提出を採点しました。")
_QUESTIONS = T("Questions: {counts}", "問題: {counts}")
_PROBLEMS = T("Hand-ins with a problem:", "問題のあった提出:")
_STRAYS = T("Left alone, not a hand-in:", "提出物ではないため、触れていません:")
_AND_MORE = T("and {n} more", "ほか {n} 件")
_IN_GRADES = T("and {n} more; all of them are in grades.csv", "ほか {n} 件(すべて grades.csv にあります)")
_TIMED_OUT = T("stopped after {seconds} seconds", "{seconds} 秒で打ち切り")
_DIED = T("Python ended before the last cell", "最後のセルまで行かずに Python が終了")
_STATUS_WORDS = {
    Status.PASSED: T("passed", "正解"),
    Status.FAILED: T("not yet", "もう一歩"),
    Status.NOT_ATTEMPTED: T("not attempted", "未回答"),
    Status.NEEDS_MARKING: T("to be marked", "人が採点"),
    Status.ERROR: T("errors", "エラー"),
}
_NOTHING_NEW = T("Nothing new: every hand-in is graded already.", "新しい提出はありません。すべて採点済みです。")
_CAPPED = T("Handed in more often than is graded:", "採点する回数の上限を超えた提出:")
_TOO_MUCH = T("stopped: too much memory or output", "メモリーか出力の上限を超えたため打ち切り")


class Tally:
    """What is said of hand-ins at the end, taken down one by one: nothing else of them is kept.

    Args:
        seconds: the time limit of one.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.hand_ins, self.learners = 0, set()
        self.statuses: Counter[Status] = Counter()
        self._problems: list[tuple[str, str, str]] = []

    def add(self, one: Submission) -> None:
        """Take a graded hand-in down."""
        self.hand_ins += 1
        self.learners.add(one.learner)
        self.statuses.update(each.verdict.status for each in one.graded)
        if line := _problem_line(one, self._seconds):
            self._problems.append((one.learner, one.file, line))

    def problems(self) -> list[str]:
        """A line for each that somebody has to look at, in the order in which they lie there."""
        return [line for _, _, line in sorted(self._problems)]


def show(console: Console, done: Tally, strays: Iterable[Stray], capped: Iterable[str]) -> None:
    """Say how it went.

    Args:
        done: what was graded in this run.
        strays: what lay among the hand-ins and is none.
        capped: the places of hand-ins that came after the last that is graded.
    """
    if done.hand_ins:
        console.print(str(_TOTAL.format(n=done.hand_ins, learners=len(done.learners))))
        said = ", ".join(f"{word} {done.statuses[status]}" for status, word in _STATUS_WORDS.items())
        console.print(str(_QUESTIONS.format(counts=said)))
    else:
        console.print(str(_NOTHING_NEW))
    _print_list(console, _PROBLEMS, done.problems(), _IN_GRADES)
    _print_list(console, _CAPPED, list(capped), _AND_MORE)
    _print_list(console, _STRAYS, [f"{stray.place}: {stray.why}" for stray in strays], _AND_MORE)


def _problem_line(one: Submission, seconds: float) -> str | None:
    place = f"{display(one.learner)}/{one.file}"
    if one.problem:
        return f"{place}: {one.problem.seen} {one.problem.detail}".rstrip()
    trouble = {"time": _TIMED_OUT.format(seconds=f"{seconds:g}"), "memory": _TOO_MUCH, "died": _DIED}.get(one.trouble)
    if trouble:
        return f"{place}: {trouble}"
    broken = broken_checks(one)
    return f"{place}: {broken[0].verdict.seen}" if broken else None


def broken_checks(one: Submission) -> list[Graded]:
    """The questions of a hand-in whose check failed by itself."""
    # Where a check of ours failed, the label says so; where a cell did, it says that.
    return [each for each in one.graded if each.verdict.status is Status.ERROR and each.label == LABELS[Status.ERROR]]


def _print_list(console: Console, title: T, lines: list[str], and_more: T) -> None:
    if not lines:
        return
    console.print(str(title))
    for line in lines[:_SHOWN]:
        console.print(f"  {line}")
    if len(lines) > _SHOWN:
        console.print(f"  {and_more.format(n=len(lines) - _SHOWN)}")
