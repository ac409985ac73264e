"""What is said on the terminal when a run is over: how many, how they stand, and what somebody has to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import groupby
from operator import attrgetter, itemgetter
from pathlib import Path

from rich.console import Console

from mlcurric.grading.gradebook.chosen import full_name
from mlcurric.grading.judging.judge import Graded
from mlcurric.grading.reading.collect import Stray, display
from mlcurric.grading.said import AND_MORE, STOPPED_BY, first_lines, kept_before
from mlcurric.grading.submission import Submission
from mlcurric.question.verdict import Status
from mlcurric.text import T, listed

_NOW = T("Graded now: {now}; the others were graded before.", "今回採点した提出: {now} 件。ほかは採点済みです。")
_TOTAL = T("Hand-ins: {n}, learners: {learners}.", "全部で {learners} 人、{n} 件の提出があります。")
_QUESTIONS = T("Questions: {counts}", "問題: {counts}")
_COUNTED = T("{word} {n}", "{word} {n}")
_PROBLEMS = T("Hand-ins with a problem:", "問題のあった提出:")
_STRAYS = T("Left alone, not a hand-in:", "提出物ではないため、触れていません:")
_IN_GRADES = T("and {n} more; all of them are in grades.csv", "ほか {n} 件(すべて grades.csv にあります)")
_MOST_OF_ONE = 3
"""Problems of one learner that are shown; one who hands in thousands of files must not bury the others'."""
_MORE_OF_ONE = T("{learner}: and {n} more", "{learner}: ほか {n} 件")
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


def show(
    console: Console,
    submissions: Collection[Submission],
    now: int,
    marked: Collection[str] = (),
    newly_marked: Iterable[str] = (),
) -> None:
    """Say how the class stands, and with which hand-ins there is a problem.

    Args:
        submissions: the newest of the class, whenever they were graded: a run that went on where another was stopped names
            what that one found, too.
        now: how many of them were graded in this run.
        marked: the texts that a person marks in this class, such as ``"1-1/why_learn"``.
        newly_marked: those of them that this run has settled.
    """
    if not now:
        console.print(str(_NOTHING_NEW))
    elif now < len(submissions):
        console.print(str(_NOW.format(now=now)))
    console.print(str(_TOTAL.format(n=len(submissions), learners=len({one.learner for one in submissions}))))
    console.print(str(_QUESTIONS.format(counts=listed(_counts(submissions, marked)))))
    if names := ", ".join(newly_marked):
        console.print(str(_NEWLY_MARKED.format(names=names)))
    show_list(console, _PROBLEMS, _problems(submissions), _IN_GRADES)


def show_left_out(console: Console, strays: Iterable[Stray], capped: Iterable[str]) -> None:
    """Say what was not graded.

    Args:
        strays: what lay among the hand-ins and is none.
        capped: the places of hand-ins that came after the last that is graded.
    """
    show_list(console, _CAPPED, list(capped))
    _show_strays(console, strays)


def show_none_found(console: Console, submissions: Path, strays: Iterable[Stray]) -> None:
    """Say that there is no hand-in in the folder at all, where they have to lie, and what lies there instead."""
    console.print(str(_NONE_FOUND.format(path=submissions)))
    _show_strays(console, strays)


def _show_strays(console: Console, strays: Iterable[Stray]) -> None:
    show_list(console, _STRAYS, [f"{stray.place}: {stray.why}" for stray in strays])


def _counts(submissions: Iterable[Submission], marked: Collection[str]) -> list[T]:
    graded = [(full_name(one.name, each.name), each.verdict.status) for one in submissions for each in one.graded]
    statuses = Counter(status for _, status in graded)
    to_mark = sum(status is Status.NEEDS_MARKING and name in marked for name, status in graded)
    for_oneself = statuses[Status.NEEDS_MARKING] - to_mark
    counts = [*((word, statuses[status]) for status, word in _STATUS_WORDS.items()), (_TO_MARK, to_mark)]
    if for_oneself:
        counts.append((_FOR_ONESELF, for_oneself))
    return [_COUNTED.format(word=word, n=n) for word, n in counts]


def _problems(submissions: Iterable[Submission]) -> list[str]:
    """A line for each that somebody has to look at, what costs most first; of one learner a few."""
    lines: list[tuple[int, str]] = []
    in_order = sorted(submissions, key=lambda one: (one.learner, _gravity(one), one.file))
    for learner, of_one in groupby(in_order, key=attrgetter("learner")):
        said = [(_gravity(one), line) for one in of_one if (line := _problem_line(one))]
        lines += said[:_MOST_OF_ONE]
        for weight, _ in said[_MOST_OF_ONE : _MOST_OF_ONE + 1]:
            lines.append((weight, str(_MORE_OF_ONE.format(learner=display(learner), n=len(said) - _MOST_OF_ONE))))
    # Of the same weight they stay in the order in which they lie there.
    return [line for _, line in sorted(lines, key=itemgetter(0))]


def _gravity(one: Submission) -> int:
    """How soon it is to be looked at: where a check failed, where nothing was graded, where a part was, where another counts."""
    if one.trouble == "ours" or broken_checks(one):
        return 0
    if one.second:
        return 3
    return 1 if one.problem else 2


def _problem_line(one: Submission) -> str | None:
    place, kept = f"{display(one.learner)}/{one.file}", kept_before(one)
    if one.problem:
        said = f"{place}: {one.problem.seen} {one.problem.detail}".rstrip()
        return f"{said} ({kept})" if kept else said
    if one.trouble and one.trouble != "ours":
        return f"{place}: {STOPPED_BY[one.trouble]}"
    broken = broken_checks(one)
    return f"{place}: {broken[0].verdict.seen}" if broken else None


def broken_checks(one: Submission) -> list[Graded]:
    """The questions of a hand-in whose check failed by itself."""
    return [each for each in one.graded if each.ours]


def show_list(console: Console, title: T, lines: list[str], and_more: T = AND_MORE) -> None:
    """Print a title and the first of its lines; of none nothing."""
    if not lines:
        return
    console.print(str(title))
    for line in first_lines(lines, and_more):
        console.print(line)
