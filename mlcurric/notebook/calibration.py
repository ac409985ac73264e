"""The learner's own calibration curve: the estimates in the progress log, held against what is true by now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mlcurric.notebook.progress import DONE, Progress
from mlcurric.notebook.show import as_paragraphs, show
from mlcurric.question.estimates import Estimate
from mlcurric.question.guesses import Guess, from_log
from mlcurric.question.question import Question
from mlcurric.question.verdict import Status, in_one_line
from mlcurric.questions import UnknownExercise, question_set
from mlcurric.subject.pictures.sureness import show_sureness
from mlcurric.subject.sureness import ENOUGH, Lean, lean
from mlcurric.text import T

_NONE_YET = T(
    "You have made no estimates yet; the first waits in the exercise of 1-1.",
    "予想はまだありません。最初の予想は、1-1 の演習に出てきます。",
)
_ALL_OPEN = T(
    "You have made {open} estimates, all still open: later lessons settle them, and then a picture appears here.",
    "予想は{open}件あり、答え合わせはこれからです。先のレッスンで答えがわかると、ここに図が現れます。",
)
_ONE_OPEN = T(
    "You have made one estimate, which is still open: a later lesson settles it, and then a picture appears here.",
    "予想は1件あり、答え合わせはこれからです。先のレッスンで答えがわかると、ここに図が現れます。",
)
_SUM = T(
    "{n} of your estimates are settled: you were {sure}% sure on average, and {right} of {n} were right.",
    "答えのわかった予想は{n}件。確信度は平均{sure}%で、{n}件中{right}件が当たりました。",
)
_SUM_OF_ONE = T(
    "One of your estimates is settled: you were {sure}% sure, and you were {right}.",
    "答えのわかった予想は1件。確信度は{sure}%で、{right}。",
)
_RIGHT, _WRONG = T("right", "当たりました"), T("wrong", "はずれました")
_STILL_OPEN = T("Still open: {open}.", "答え合わせがまだのものは{open}件です。")
_LEANS = {
    Lean.TOO_FEW: T(
        "That is too few to say anything about you; it takes {enough} at least.",
        "あなたの傾向を語るには、まだ少なすぎます。少なくとも{enough}件は必要です。",
    ).format(enough=ENOUGH),
    Lean.NEITHER: T(
        "The two go together so far: chance can explain what difference there is.",
        "いまのところ、確信度と当たり方は釣り合っています。差は偶然でも説明がつきます。",
    ),
    Lean.OVER_CONFIDENT: T(
        "That is fewer than you expected, and more than chance explains: you tend to be over-confident here. "
        "Lower numbers would have fitted better.",
        "見込みより少なく、偶然では説明しにくい差です。この種の問いでは自信過剰ぎみのようです。確信度はもう少し低めが合っていました。",
    ),
    Lean.UNDER_CONFIDENT: T(
        "That is more than you expected, and more than chance explains: you tend to be under-confident here. "
        "Higher numbers would have fitted better.",
        "見込みより多く、偶然では説明しにくい差です。この種の問いでは控えめすぎるようです。確信度はもう少し高めが合っていました。",
    ),
}


@dataclass(frozen=True)
class Record:
    """A learner's estimates.

    Attributes:
        sure: percent, 50 to 99, of each that is settled.
        right: whether it was right, in the same order.
        still_open: how many wait for the lesson that settles them.
    """

    sure: tuple[float, ...]
    right: tuple[bool, ...]
    still_open: int


def read_estimates(progress: Progress) -> Record:
    """The estimates in a learner's log. The first passed one of each statement counts: a later one may know the truth."""
    events = list(progress.events())
    begun = {event["exercise"] for event in events if event["event"] in DONE and _is_graded(event)}
    first = _first_guesses(events)
    settled = {
        key: (question, guess)
        for key, (question, guess) in first.items()
        if question.settled_in is None or question.settled_in in begun
    }
    right = tuple(
        guess.says == bool(question.statements[name].truth()) for (*_, name), (question, guess) in settled.items()
    )
    return Record(tuple(guess.sure for _, guess in settled.values()), right, len(first) - len(settled))


def first_estimates(progress: Progress, exercise_id: str, question: Estimate) -> dict[str, Guess]:
    """The guesses that count of one question's statements, by their names; those that were never made are left out."""
    return {
        name: guess
        for (exercise, of, name), (_, guess) in _first_guesses(progress.events()).items()
        if (exercise, of) == (exercise_id, question.name)
    }


def _first_guesses(events: Iterable[dict[str, Any]]) -> dict[tuple[str, str, str], tuple[Estimate, Guess]]:
    """The first passed guess of each statement, by exercise, question and statement."""
    first: dict[tuple[str, str, str], tuple[Estimate, Guess]] = {}
    for event in events:
        if event["event"] != Status.PASSED or not isinstance(question := _question(event), Estimate):
            continue
        for name, guess in from_log(event.get("estimates")).items():
            if name in question.statements:
                first.setdefault((event["exercise"], question.name, name), (question, guess))
    return first


def show_calibration(progress: Progress) -> None:
    """Show the learner's own curve, and in words what it says and how many estimates it rests on."""
    record = read_estimates(progress)
    if record.sure:
        show_sureness(list(record.sure), list(record.right))
    words = in_one_line(in_words(record))
    show(words, as_paragraphs(words))


def in_words(record: Record) -> tuple[T, ...]:
    """What a record says, in sentences that claim no more than it holds."""
    n = len(record.sure)
    if n == 0:
        waiting = {0: _NONE_YET, 1: _ONE_OPEN}
        return (waiting.get(record.still_open, _ALL_OPEN.format(open=record.still_open)),)
    mean = f"{sum(record.sure) / n:.0f}"
    if n == 1:
        summed = _SUM_OF_ONE.format(sure=mean, right=_RIGHT if record.right[0] else _WRONG)
    else:
        summed = _SUM.format(n=n, sure=mean, right=sum(record.right))
    waiting = (_STILL_OPEN.format(open=record.still_open),) if record.still_open else ()
    return (summed, _LEANS[lean(record.sure, record.right)], *waiting)


def _is_graded(event: dict[str, Any]) -> bool:
    """Whether an event is about a question of an exercise; an estimate is passed before anything is known."""
    question = _question(event)
    return question is not None and question.kind != "P" and question in question_set(event["exercise"]).graded


def _question(event: dict[str, Any]) -> Question | None:
    """The question that an event is about; ``None`` if the curriculum has it no more."""
    try:
        return question_set(event["exercise"]).find(event["question"])
    except UnknownExercise:
        return None
