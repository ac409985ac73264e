"""Judge what a run answered: one ``Graded`` a question, whatever happened to the notebook."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from mlcurric.grading.judging.stopped import stop_of
from mlcurric.grading.reading.hand_ins import Problem
from mlcurric.grading.reading.read import Notebook
from mlcurric.grading.reading.sources import names_at_margin, names_set_in
from mlcurric.grading.running.beginnings import names_given
from mlcurric.grading.running.run_report import Run
from mlcurric.question.assigned import sign_instead
from mlcurric.question.question import Question, judge
from mlcurric.question.verdict import LABELS, Status, Verdict, not_attempted
from mlcurric.text import T

CELL_FAILED = T("The cell stopped", "セルがエラーで止まりました")
RUN_STOPPED = T("The notebook stopped", "ノートブックが途中で止まりました")
NOT_GRADED = T("Could not be graded", "採点できませんでした")

_MOST_NAMES = 1_000
"""That are looked at for one nearly like an answer's; a hand-in may hold a million."""

_MEND = T("Mend that cell.", "そのセルを直しましょう。")
_FILL_IN = T("Put your answer in.", "答えを入れましょう。")
_PUT_BACK = T(
    "Put the cell “{line}” back from a fresh copy of the exercise.",
    "新しい演習ファイルから「{line}」のセルを戻しましょう。",
)
_SET, _DEFINED = T("{name} = …", "{name} = …"), T("def {name}(…):", "def {name}(…):")
_CAPITALS = T(
    "Is it “{near}”? Python tells capitals apart: rename that to “{name}”.",
    "「{near}」のことなら、名前を「{name}」に直しましょう。Python は大文字と小文字を区別します。",
)
_RENAME = T("Is it “{near}”? Then rename that to “{name}”.", "「{near}」のことなら、名前を「{name}」に直しましょう。")
_RUN_AFRESH = T(
    "Restart the kernel and run all cells to see it; take away a first line such as “%%capture”, which hides errors.",
    "カーネルを再起動して全セルを実行し、確かめましょう。先頭に「%%capture」のような行があるとエラーが隠れるので、消してください。",
)
_FIND_LOOP = T(
    "Look there for a loop that never ends, or for something that takes very long.",
    "終わらないループや、とても時間のかかる処理がないか、そのセルを見直しましょう。",
)
_FIND_END = T("Look there for a line that ends Python.", "Python を終わらせる行がないか、そのセルを見直しましょう。")
_FIND_MEMORY = T(
    "Look there for a large table or list that is made or copied, or for output that goes on and on.",
    "大きな表やリストを作ったり複製したりしている行や、出力が際限なく続く行がないか、そのセルを見直しましょう。",
)

_CELL_OF = T("The cell that sets {name} (code cell {cell})", "{name} を決めるセル(コードセルの {cell} 番目)")
_NOT_SET = T("No cell sets {name}.", "{name} を決めるセルがありません。")
_HOLDS_NOTHING = T(
    "Code cell {cell} has a line that sets {name}, and {name} held nothing after the run.",
    "コードセルの {cell} 番目に {name} を決める行がありますが、実行後の {name} には何も入っていませんでした。",
)
_INSTEAD = {
    "==": T(
        "Code cell {cell} has “{name} == …”, which asks whether two things are equal and sets nothing.",
        "コードセルの {cell} 番目に「{name} == …」がありますが、「==」は等しいかどうかを尋ねるだけで、値を入れません。",
    ),
    "<-": T(
        "Code cell {cell} has “{name} <- …”, which asks whether one is less than minus the other and sets nothing.",
        "コードセルの {cell} 番目に「{name} <- …」がありますが、Python では「マイナスの値より小さいか」を尋ねるだけで、値を入れません。",
    ),
    ":": T(
        "Code cell {cell} has “{name}: …”, and a colon sets nothing.",
        "コードセルの {cell} 番目に「{name}: …」がありますが、「:」では値が入りません。",
    ),
}
_ONE_SIGN = T("Write one “=”: {name} = …", "「=」をひとつにして、{name} = … と書いてください。")
_STANDS_AS_TEXT = T(
    "“{line}” stands in a cell for text, which is not run.",
    "「{line}」が文章用(MarkdownかRaw)のセルにあり、実行されません。",
)
_BACK_TO_CODE = T(
    "Click beside that cell, press Esc and then Y: it is a code cell again.",
    "そのセルの左側をクリックし、Esc、Y の順に押すと、コードセルに戻ります。",
)
_TIMED_OUT = T(
    "The notebook had used up its {seconds} seconds, in code cell {cell}, before {name} was set.",
    "使える {seconds} 秒を使い切ったため、コードセルの {cell} 番目で実行を止めました。{name} はまだ決まっていませんでした。",
)
_TOO_MUCH = T(
    "The notebook was stopped in code cell {cell}, before {name} was set: it used more memory, or wrote more, than one notebook may.",
    "コードセルの {cell} 番目で、使えるメモリーか出力の上限を超えたため、実行を止めました。{name} はまだ決まっていませんでした。",
)
_DIED = T(
    "Python ended by itself in code cell {cell}, before {name} was set.",
    "コードセルの {cell} 番目で Python そのものが終了し、{name} はまだ決まっていませんでした。",
)
_OURS = T("The grading itself failed ({error}).", "採点プログラムそのものが失敗しました({error})。")
_NOT_YOURS = T(
    "This is not your mistake; your instructor has been told.", "あなたの間違いではありません。講師に知らせてあります。"
)


@dataclass(frozen=True)
class Graded:
    """How one question of one hand-in stands; plain data, fit to be kept and to cross from one process to another.

    Attributes:
        name: the question's.
        most: the points that it can earn.
        label: the verdict in two words.
        answered: whether there is an answer to show; the dots are none.
        answer: that answer as plain data; of one that is not attempted, what stands in its place.
        line: where the cell of the answer stopped, the line at which it did.
        ours: whether the check failed by itself, so that nothing is known of the answer.
    """

    name: str
    most: int
    verdict: Verdict
    label: T
    answered: bool = False
    answer: Any = None
    line: str = ""
    ours: bool = False

    @property
    def points(self) -> float:
        """What is earned so far; a text earns nothing until a person marks it."""
        return round(self.most * self.verdict.share, 2)


def judge_run(
    questions: Iterable[Question], notebook: Notebook, run: Run, time_limit: float, exercise: str = ""
) -> tuple[Graded, ...]:
    """Judge every question by what the run answered.

    Args:
        exercise: such as ``"1-4"``; of what its first cells make it is said where it is to be had again.
    """
    return tuple(_judge(question, notebook, run, time_limit, exercise) for question in questions)


def ungraded(questions: Iterable[Question], problem: Problem) -> tuple[Graded, ...]:
    """Every question of a hand-in that could not be run."""
    verdict = Verdict(Status.ERROR, problem.seen, next_step=problem.next_step)
    return tuple(Graded(question.name, question.points, verdict, NOT_GRADED) for question in questions)


def own_fault(error: Exception) -> Problem:
    """What is said where the grader itself failed."""
    return Problem(_OURS.format(error=type(error).__name__), _NOT_YOURS, repr(error)[:300])


def _judge(question: Question, notebook: Notebook, run: Run, time_limit: float, exercise: str) -> Graded:
    name = question.name
    answered = name in run.answers
    verdict = judge(question, run.answers[name]) if answered else _not_set(question, notebook, run, exercise)
    if verdict.status is not Status.NOT_ATTEMPTED:
        # Of an answer that is there, only a check that fails is an error.
        ours = verdict.status is Status.ERROR
        return Graded(name, question.points, verdict, verdict.heading, True, run.answers[name], ours=ours)
    # The dots may stand in a first cell, and the answer in one that did not get through.
    if failed := [error for error in run.errors if name in error.sets]:
        stop = stop_of(_CELL_OF.format(name=name, cell=failed[-1].cell + 1), failed[-1], notebook.cells, run, exercise)
        verdict = Verdict(Status.ERROR, stop.seen, next_step=stop.next_step or _MEND, way=stop.way)
        return Graded(name, question.points, verdict, CELL_FAILED, line=stop.line)
    if name in run.unfinished:
        seen = _why_stopped(name, run, time_limit)
        find = _FIND_LOOP if run.timed_out else _FIND_MEMORY if run.too_much else _FIND_END
        verdict = Verdict(Status.ERROR, seen, next_step=find)
        return Graded(name, question.points, verdict, RUN_STOPPED)
    if answered:
        # The next step of an open notebook, "then run this cell", is not that of a page.
        verdict = replace(verdict, next_step=_FILL_IN)
    return Graded(name, question.points, verdict, LABELS[Status.NOT_ATTEMPTED], answer=run.answers.get(name))


def _why_stopped(name: str, run: Run, time_limit: float) -> T:
    cell = (run.stopped_in or 0) + 1
    if run.timed_out:
        return _TIMED_OUT.format(name=name, cell=cell, seconds=f"{time_limit:g}")
    return (_TOO_MUCH if run.too_much else _DIED).format(name=name, cell=cell)


def _not_set(question: Question, notebook: Notebook, run: Run, exercise: str) -> Verdict:
    name, cells = question.name, notebook.cells
    line = (_DEFINED if question.kind == "F" else _SET).format(name=name)
    if setting := [number for number, source in enumerate(cells, 1) if names_set_in(source, (name,))]:
        return not_attempted(_HOLDS_NOTHING.format(name=name, cell=setting[-1]), _RUN_AFRESH)
    for number, source in enumerate(cells, 1):
        if sign := sign_instead(source, name):
            return not_attempted(_INSTEAD[sign].format(name=name, cell=number), _ONE_SIGN.format(name=name))
    if name in notebook.as_text:
        return not_attempted(_STANDS_AS_TEXT.format(line=line), _BACK_TO_CODE)
    made = (found for source in cells for found in names_at_margin(source))
    # What the exercise itself calls so, another answer above all, is no slip for this one.
    taken = {name, *run.answers, *names_given(exercise)}
    others = set(islice((found for found in made if found not in taken), _MOST_NAMES))
    return not_attempted(_NOT_SET.format(name=name), _near(name, sorted(others)) or _PUT_BACK.format(line=line))


def _near(name: str, others: list[str]) -> T | None:
    """How the answer is had from what has nearly its name; ``None`` where nothing has."""
    if alike := [other for other in others if other.lower() == name.lower()]:
        return _CAPITALS.format(near=alike[0], name=name)
    near = difflib.get_close_matches(name, others, 1, cutoff=0.7)
    return _RENAME.format(near=near[0], name=name) if near else None
