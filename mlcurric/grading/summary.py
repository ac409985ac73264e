"""What is said on the terminal when a run is over: how many, how they stand, and what somebody has to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from rich.console import Console

from mlcurric.grading.gradebook.chosen import full_name
from mlcurric.grading.judging.judge import Graded
from mlcurric.grading.reading.collect import Stray, display
from mlcurric.grading.said import AND_MORE, first_lines
from mlcurric.grading.submission import Submission
from mlcurric.question.verdict import LABELS, Status
from mlcurric.text import T, listed

_TOTAL = T("Hand-ins: {n}, learners: {learners}.", "{learners} 人、{n} 件の提出を採点しました。")
_QUESTIONS = T("Questions: {counts}", "問題: {counts}")
_COUNTED = T("{word} {n}", "{word} {n}")
_PROBLEMS = T("Hand-ins with a problem:", "問題のあった提出:")
_STRAYS = T("Left alone, not a hand-in:", "提出物ではないため、触れていません:")
_IN_GRADES = T("and {n} more; all of them are in grades.csv", "ほか {n} 件(すべて grades.csv にあります)")
_MOST_OF_ONE = 3
"""Problems of one learner that are shown; one who hands in thousands of files must not bury the others'."""
_MORE_OF_ONE = T("{learner}: and {n} more", "{learner}: ほか {n} 件")
_TIMED_OUT = T("its {seconds} seconds were used up", "{seconds} 秒を使い切ったため打ち切り")
_DIED = T("Python ended before the last cell", "最後のセルまで行かずに Python が終了")
_STATUS_WORDS = {
    Status.PASSED: T("passed", "正解"),
    Status.FAILED: T("not yet", "もう一歩"),
    Status.NOT_ATTEMPTED: T("not attempted", "未回答"),
    Status.ERROR: T("errors", "エラー"),
}
_TO_MARK = T("to be marked", "人が採点")
_FOR_ONESELF = T("texts that this class does not mark", "このクラスでは採点しない記述")
_NEWLY_MARKED = T(
    "A person marks from now on, one text a stage: {names}. The points that can be had stay so; to mark others, choose them before "
    "you give pages back, with “mlcurric marks export --questions”, and run this again.",
    "今後、人が採点する記述(ステージごとに1問): {names}。満点もこれで決まります。"
    "ほかの記述にするなら、ページを返す前に「mlcurric marks export --questions」で選び、もう一度このコマンドを実行してください。",
)
NOT_A_FOLDER = T(
    "“{path}” is a file, and hand-ins are graded in a folder. Of a zip that Moodle or Canvas made, “mlcurric collect” makes one.",
    "「{path}」はファイルです。採点するフォルダーを指定してください。Moodle や Canvas の zip なら、まず「mlcurric collect」でフォルダーにします。",
)
_NONE_FOUND = T(
    "No hand-in was found in “{path}”, and nothing was written. They have to lie there as <learner>/<exercise>.ipynb; "
    "of zips that Moodle or Canvas made, “mlcurric collect” makes such a folder.",
    "「{path}」に提出物がひとつも見つからないため、何も書き出していません。<学習者>/<演習>.ipynb の形に置いてください。"
    "Moodle や Canvas の zip からは、「mlcurric collect」でこの形のフォルダーを作れます。",
)
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
        self.texts: Counter[str] = Counter()
        self._problems: list[tuple[str, str, str]] = []

    def add(self, one: Submission) -> None:
        """Take a graded hand-in down."""
        self.hand_ins += 1
        self.learners.add(one.learner)
        for each in one.graded:
            if each.verdict.status is Status.NEEDS_MARKING:
                self.texts[full_name(one.name, each.name)] += 1
            else:
                self.statuses[each.verdict.status] += 1
        if line := _problem_line(one, self._seconds):
            self._problems.append((one.learner, one.file, line))

    def problems(self) -> list[str]:
        """A line for each that somebody has to look at, in the order in which they lie there; of one learner a few."""
        lines: list[str] = []
        for learner, of_one in groupby(sorted(self._problems), key=itemgetter(0)):
            said = [line for _, _, line in of_one]
            lines += said[:_MOST_OF_ONE]
            if len(said) > _MOST_OF_ONE:
                lines.append(str(_MORE_OF_ONE.format(learner=display(learner), n=len(said) - _MOST_OF_ONE)))
        return lines


def show(
    console: Console,
    done: Tally,
    strays: Iterable[Stray],
    capped: Iterable[str],
    marked: Collection[str] = (),
    newly_marked: Iterable[str] = (),
) -> None:
    """Say how it went.

    Args:
        done: what was graded in this run.
        strays: what lay among the hand-ins and is none.
        capped: the places of hand-ins that came after the last that is graded.
        marked: the texts that a person marks in this class, such as ``"1-1/why_learn"``.
        newly_marked: those of them that this run has settled.
    """
    if done.hand_ins:
        console.print(str(_TOTAL.format(n=done.hand_ins, learners=len(done.learners))))
        console.print(str(_QUESTIONS.format(counts=listed(_counts(done, marked)))))
    else:
        console.print(str(_NOTHING_NEW))
    if names := ", ".join(newly_marked):
        console.print(str(_NEWLY_MARKED.format(names=names)))
    _print_list(console, _PROBLEMS, done.problems(), _IN_GRADES)
    _print_list(console, _CAPPED, list(capped))
    _show_strays(console, strays)


def show_none_found(console: Console, submissions: Path, strays: Iterable[Stray]) -> None:
    """Say that there is no hand-in in the folder at all, where they have to lie, and what lies there instead."""
    console.print(str(_NONE_FOUND.format(path=submissions)))
    _show_strays(console, strays)


def _show_strays(console: Console, strays: Iterable[Stray]) -> None:
    _print_list(console, _STRAYS, [f"{stray.place}: {stray.why}" for stray in strays])


def _counts(done: Tally, marked: Collection[str]) -> list[T]:
    to_mark = sum(n for name, n in done.texts.items() if name in marked)
    for_oneself = done.texts.total() - to_mark
    counts = [*((word, done.statuses[status]) for status, word in _STATUS_WORDS.items()), (_TO_MARK, to_mark)]
    if for_oneself:
        counts.append((_FOR_ONESELF, for_oneself))
    return [_COUNTED.format(word=word, n=n) for word, n in counts]


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


def _print_list(console: Console, title: T, lines: list[str], and_more: T = AND_MORE) -> None:
    if not lines:
        return
    console.print(str(title))
    for line in first_lines(lines, and_more):
        console.print(line)
