"""A class at a glance on the terminal: the exercises first, then what to teach next, then the learners."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table

from mlcurric.curriculum import STAGES, stage_of
from mlcurric.grading.glance.glance import WAITS, WRONG, ExerciseGlance, Glance
from mlcurric.grading.gradebook.grades_file import short
from mlcurric.grading.gradebook.totals import Total
from mlcurric.text import T, run_on

MOST_LEARNERS = 40
"""So many fit on a screen or two; more are listed when asked for."""
_WIDE_NAME = 14
_UNGRADED = "!"


def show_glance(console: Console, glance: Glance, learners: bool) -> None:
    """Print a class.

    Args:
        learners: whether all learners are listed, however many.
    """
    console.print(_exercises(glance))
    if glance.teach_next:
        console.print(str(_TEACH))
        for one in glance.teach_next:
            says = run_on(one.says)
            console.print(f"  {WRONG.format(n=one.wrong, of=one.of)} {one.exercise} {one.title}: {says}")
        console.print()
    if learners or len(glance.learners) <= MOST_LEARNERS:
        for stage in STAGES:
            of_stage = [one for one in glance.exercises if stage_of(one.id) == stage]
            if of_stage:
                console.print(_learners(glance, of_stage))
        console.print(str(_LEGEND))
    else:
        console.print(str(_MANY.format(n=len(glance.learners))))
    if glance.unplaced:
        console.print(str(_UNPLACED.format(n=glance.unplaced)))


def _exercises(glance: Glance) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(str(_EXERCISE), overflow="ellipsis", no_wrap=True, max_width=25)
    for title in (_HANDED_IN, _MEAN, _MOST, _ATTEMPTS, _TO_MARK, _NOT_GRADED):
        table.add_column(str(title), justify="right")
    for one in glance.exercises:
        table.add_row(
            one.title, f"{len(one.totals)}/{len(glance.learners)}", one.shown_mean, short(one.most),
            f"{one.mean_attempts:.1f}", str(one.waiting or "–"), str(one.ungraded or "–"),
        )  # fmt: skip
    return table


def _learners(glance: Glance, exercises: list[ExerciseGlance]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(str(_LEARNER), overflow="ellipsis", no_wrap=True, max_width=_WIDE_NAME)
    for one in exercises:
        table.add_column(f"{one.id}\n/{short(one.most)}", justify="right", no_wrap=True)
    for learner, shown in glance.learners.items():
        table.add_row(shown, *(_cell(one.totals.get(learner), one.attempts.get(learner, 0)) for one in exercises))
    return table


def _cell(total: Total | None, attempts: int) -> str:
    """The points so far, ``×2`` for two attempts, and a sign for what waits or could not be graded."""
    if total is None:
        return "·"
    points = _UNGRADED if total.ungraded else short(total.all.points)
    return points + (f"×{attempts}" if attempts > 1 else "") + (WAITS if total.waiting else "")


_EXERCISE = T("Exercise", "演習")
_HANDED_IN = T("handed in", "提出")
_MEAN = T("mean", "平均点")
_MOST = T("of", "満点")
_ATTEMPTS = T("tries", "平均回数")
_TO_MARK = T("to mark", "採点待ち")
_NOT_GRADED = T("not graded", "採点不可")
_LEARNER = T("Learner", "学習者")
_TEACH = T("Teach this next:", "次に教えること:")
_LEGEND = T(
    "In the order of the points. Points so far; ×2: second attempt; ✎: a text waits for a mark; !: could not be graded; ·: not handed in.",
    "合計点の高い順。数字は現時点の点数。×2: 2回目の提出、✎: 採点待ちの記述あり、!: 採点できず、·: 未提出。",
)
_MANY = T(
    "{n} learners; --learners lists them here, and the page has them all.",
    "学習者は {n} 人です。ここに一覧を出すには --learners を付けてください。ページには全員分があります。",
)
_UNPLACED = T(
    "Hand-ins of no known exercise: {n}. “mlcurric grade” named them, and their pages say what to do.",
    "どの演習かわからない提出が {n} 件あります。「mlcurric grade」の表示と、各自のページを見てください。",
)
