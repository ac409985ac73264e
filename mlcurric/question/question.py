"""What a question is, and how one answer to it is judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from mlcurric.question.asking import Call, Case
from mlcurric.question.fields import Fields
from mlcurric.question.forms import Form
from mlcurric.question.rubric import RUBRIC, TOP_MARK
from mlcurric.question.verdict import Status, Verdict, not_attempted
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.subject.simulation.world import World

KINDS = {
    "N": T("number", "数値"),
    "F": T("function", "関数"),
    "M": T("choice", "選択"),
    "D": T("decision", "決定"),
    "S": T("form", "記入欄"),
    "C": T("chart", "グラフ"),
    "P": T("estimate", "予想"),
    "T": T("your words", "記述"),
}
DATA = ("keyed", "fixed", "none")
"""Where what is right comes from: the customers of a world, of which a graded hand-in meets one of its own; tables and facts
that are the same for everybody; or no data at all."""


_IN_FULL = T("{about}: {says}", "{about}: {says}")


@dataclass(frozen=True)
class Misconception:
    """A wrong answer that beginners give, and what it shows about their thinking.

    Attributes:
        id: a short name, unique in the question; an instructor sees how often it occurs.
        example: an answer that shows it, as plain data, or a function that computes one from the tables.
        says: the diagnosis; where the check words it with the learner's own numbers, what it is about.
        within: for a number, how far from the example an answer may lie to show it; by default as far as a right
            answer may lie from the right one.
        about: what the diagnosis is of, where its words alone do not say that.
    """

    id: str
    example: Any
    says: T
    within: float | None = None
    about: T | None = None

    @property
    def in_full(self) -> T:
        """The diagnosis as it can be read away from the question and the answer."""
        return _IN_FULL.format(about=self.about, says=self.says) if self.about else self.says

    def wrong_answer(self) -> Any:
        return self.example() if callable(self.example) else self.example


@dataclass(frozen=True)
class Question:
    """A question: the name of its answer's variable, how it is typed, what it earns, and how it is checked.

    Attributes:
        name: the variable that holds the answer.
        kind: one of ``KINDS``.
        form: how the answer is typed.
        points: what a right answer earns; 0 for a question that is asked but never graded.
        title: the question in a few words.
        check: from a clean answer to a verdict; plain code that stops at its first finding.
        hints: from a nudge to nearly the answer.
        misconceptions: the wrong answers that get a diagnosis of their own.
        why: why the model answer is right, shown with it.
        weak: for kind T, an answer that earns few marks, shown beside the model answer.
        items: for a question that matches several things to one list, the things.
        cases: for a function, computes the inputs on which it is tried.
        near_shown: for a number that is another in every world, whether in a world one number could be right there and on
            the practice customers, whom everybody has seen.
        kept: for a form whose lines are judged one by one, the share that some of its lines earn, where the others are
            not filled in or cannot be read.
        data: one of ``DATA``; there is no default.
    """

    name: str
    kind: str
    form: Form
    points: int
    title: T
    check: Callable[[Any], Verdict]
    hints: tuple[T, ...]
    misconceptions: tuple[Misconception, ...]
    why: T
    weak: T | None = None
    options: Mapping[str, T] = field(default_factory=dict)
    items: Mapping[str, T] = field(default_factory=dict)
    cases: Callable[[], Sequence[Case]] | None = None
    near_shown: Callable[[World], bool] | None = None
    kept: Callable[[Mapping[str, Any]], float] | None = None
    # Optional to Python alone: without it the question is refused by name, and no call of its maker has to be looked for.
    data: str = ""

    def calls(self) -> list[Call] | None:
        """The calls to make of the answer, where it is a function; they hold no expected value."""
        return None if self.cases is None else [case.call() for case in self.cases()]

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.name}: kind {self.kind!r} is not one of {', '.join(KINDS)}.")
        if self.data not in DATA:
            raise ValueError(
                f"{self.name}: say where what is right comes from: data= one of {', '.join(DATA)}, not {self.data!r}."
            )
        if self.kind == "N" and self.data == "keyed" and self.near_shown is None:
            raise ValueError(f"{self.name}: say what is expected in any world: expected=OfWorld(…).")
        if not self.hints:
            raise ValueError(f"{self.name}: give it at least one hint.")
        ids = [misconception.id for misconception in self.misconceptions]
        if len(set(ids)) != len(ids):
            raise ValueError(f"{self.name}: two misconceptions share an id; the ids are {', '.join(ids)}.")
        if self.kind == "T" and self.points not in (0, TOP_MARK * len(RUBRIC)):
            raise ValueError(
                f"{self.name}: a text earns {TOP_MARK * len(RUBRIC)} points, {TOP_MARK} a line of the rubric, or none."
            )


def judge(question: Question, value: Any) -> Verdict:
    """Judge one answer.

    Args:
        question: what was asked.
        value: the answer as plain data (see ``asking.answer_of``).

    Returns:
        The verdict; an error inside the check is reported as ours, never as the learner's.
    """
    try:
        if question.form.untouched(value):
            return untouched_verdict(question)
        clean = question.form.read(value)
        return question.check(clean) if not isinstance(clean, Verdict) else _slip(_with_share(question, value, clean))
    except Exception as error:
        return Verdict(
            Status.ERROR,
            T(
                "The check for {name} failed by itself ({error}).",
                "{name} の採点処理そのものが失敗しました({error})。",
            ).format(name=question.name, error=type(error).__name__),
            next_step=T(
                "This is not your mistake; go on with the next question.",
                "あなたの間違いではありません。次の問題に進んでください。",
            ),
        )


def _with_share(question: Question, value: Any, typed: Verdict) -> Verdict:
    """The same where lines are judged one by one: what is wrong with one of them, or with one too many, is its own loss alone."""
    form = question.form
    if question.kept is None or not isinstance(form, Fields) or not form.filled_in(value):
        return typed
    lines = len(form.fields)
    share = question.kept(form.readable(value)) * lines / (lines + len(value.keys() - form.fields.keys()))
    return replace(typed, status=Status.FAILED, share=share)


def _slip(typed: Verdict) -> Verdict:
    """What a form says of an answer that it cannot read: whoever types it so is told the same."""
    return replace(typed, way=typed.seen) if typed.status is Status.FAILED else typed


def untouched_verdict(question: Question) -> Verdict:
    """What is said of an answer that nobody has begun yet, in the words of what stands in its cell."""
    if question.kind == "T" or question.form.template().startswith('"""'):
        return not_attempted(
            T("Nothing is written in {name} yet.", "{name} はまだ空です。").format(name=question.name),
            T(
                "Write between the triple quotes, run the cell, then this one.",
                "三重引用符の間に書いてそのセルを実行し、もう一度このセルを実行してください。",
            ),
        )
    if question.kind == "F":
        return not_attempted(
            T("The function {name} has no body yet.", "関数 {name} の中身がまだありません。").format(
                name=question.name
            ),
            T(
                "Write its body below the first line, run that cell, then this one.",
                "1行目の下に中身を書いてそのセルを実行し、もう一度このセルを実行してください。",
            ),
        )
    if "..." not in question.form.template():
        # A table or a form that is given filled in, with the slips to be found: no dots stand there.
        return not_attempted(
            T("{name} stands as it was given.", "{name} は、まだ配られたときのままです。").format(name=question.name),
            T(
                "Change what you would do otherwise, run that cell, then this one.",
                "直したいところを書きかえてそのセルを実行し、もう一度このセルを実行してください。",
            ),
        )
    return not_attempted(
        T("{name} is still “...”.", "{name} は「...」のままです。").format(name=question.name),
        T(
            "Put your answer in place of the dots, run that cell, then this one.",
            "「...」を答えに置きかえてそのセルを実行し、もう一度このセルを実行してください。",
        ),
    )
