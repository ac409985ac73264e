"""A class at a glance: how each question stands with each learner, and which ways of getting it wrong are the most frequent.

It is of the newest hand-in of every learner for every exercise, and of the questions that earn points in this class.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mlcurric.grading.gradebook.titles import exercise_title
from mlcurric.grading.gradebook.totals import Total, counting, handed_in_exercises, most_of, total_of
from mlcurric.grading.judging.judge import Graded
from mlcurric.grading.judging.telling import TYPED_IN
from mlcurric.grading.reading.names import shown_names
from mlcurric.grading.said import kept_before
from mlcurric.grading.submission import Submission
from mlcurric.question.question import Question
from mlcurric.question.verdict import Status, Verdict
from mlcurric.text import T

LONGEST_NAME = 40
"""Characters of a learner's name that are shown; a page has it in many places."""
MOST_TO_TEACH, MOST_WAYS = 5, 2
"""Questions that are named to be taught next, and ways of getting one wrong."""
WRONG = T("{n} of {of} who answered got it wrong:", "答えた {of} 人中 {n} 人が不正解:")
_OF_THEM = T("{n} of them: {says}", "うち {n} 人: {says}")
_IN_MANY_WAYS = T(
    "Not in one way that is known: look at some answers together.",
    "決まった誤り方は見つかっていません。いくつかの答えを一緒に見てみましょう。",
)
WAITS = "✎"
"""Stands beside points to which a person still adds some."""
NOT_HANDED_IN = "none"
"""How a question stands with somebody who has not handed the exercise in; else it is a ``Status``."""


@dataclass(frozen=True)
class Misconceived:
    """A way of getting a question wrong: a misconception, a slip in typing, or what stops its cell.

    Attributes:
        exercise, title: those of the question.
        says: what the misconception is, or what is told to whoever makes the slip.
        learners: how many show it in their newest answer.
        of: how many answered the question, right or wrong.
    """

    exercise: str
    title: T
    says: T
    learners: int
    of: int


@dataclass(frozen=True)
class QuestionGlance:
    """One question.

    Attributes:
        states: how it stands, a learner each, in the order of the class.
        points: what was earned, likewise; ``None`` where there is no number.
        misconceptions: the most frequent first.
        unknown: learners whose answer is wrong in a way that nothing describes.
        answered: learners who answered, right or wrong; the cell of a wrong answer may have stopped.
    """

    name: str
    title: T
    most: int
    states: tuple[str, ...]
    points: tuple[float | None, ...]
    misconceptions: tuple[Misconceived, ...]
    unknown: int
    answered: int

    @property
    def wrong(self) -> int:
        """Learners whose answer is wrong, in whatever way."""
        return self.unknown + sum(one.learners for one in self.misconceptions)

    def count(self, state: str) -> int:
        """How many learners it stands so with."""
        return self.states.count(state)


@dataclass(frozen=True)
class ToTeach:
    """A question that many got wrong.

    Attributes:
        wrong, of: how many got it wrong, of so many who answered.
        says: what they got wrong in the same way, the most frequent first, with how many where that is not all of them.
    """

    exercise: str
    title: T
    wrong: int
    of: int
    says: tuple[T, ...]


@dataclass(frozen=True)
class ExerciseGlance:
    """One exercise.

    Attributes:
        totals, attempts: by learner; of those who handed it in.
        most: the points that it can earn.
    """

    id: str
    totals: Mapping[str, Total]
    attempts: Mapping[str, int]
    most: float
    questions: tuple[QuestionGlance, ...]

    @property
    def title(self) -> str:
        """Its number and title."""
        return exercise_title(self.id)

    @property
    def mean(self) -> float | None:
        """The mean of the points so far, of hand-ins that could be graded."""
        points = [total.all.points for total in self.totals.values() if not total.ungraded]
        return sum(points) / len(points) if points else None

    @property
    def shown_mean(self) -> str:
        """The same as people read it."""
        return "–" if self.mean is None else f"{self.mean:.1f}" + (WAITS if self.waiting else "")

    @property
    def mean_attempts(self) -> float:
        """The mean number of hand-ins of a learner."""
        return sum(self.attempts.values()) / len(self.attempts)

    @property
    def waiting(self) -> int:
        """Texts that wait for a person."""
        return sum(total.waiting for total in self.totals.values())

    @property
    def ungraded(self) -> int:
        """Hand-ins that could not be graded."""
        return sum(total.ungraded for total in self.totals.values())


@dataclass(frozen=True)
class Glance:
    """A class.

    Attributes:
        learners: folder → the name that people read, from the most points to the fewest.
        unplaced: hand-ins whose exercise is unknown.
        kept: whose hand-in could not be graded, and what an earlier one earned.
    """

    learners: Mapping[str, str]
    exercises: tuple[ExerciseGlance, ...]
    unplaced: int = 0
    kept: tuple[str, ...] = ()

    @property
    def teach_next(self) -> tuple[ToTeach, ...]:
        """The questions that most got wrong, over all exercises; single learners only where there is nothing larger."""
        every = [(exercise.id, one) for exercise in self.exercises for one in exercise.questions if one.wrong]
        least = 2 if any(one.wrong > 1 for _, one in every) else 1
        first = sorted((each for each in every if each[1].wrong >= least), key=lambda each: -each[1].wrong)
        return tuple(
            ToTeach(exercise, one.title, one.wrong, one.answered, _shared(one, least))
            for exercise, one in first[:MOST_TO_TEACH]
        )


def _shared(one: QuestionGlance, least: int) -> tuple[T, ...]:
    """What at least so many got wrong in the same way."""
    found = [each for each in one.misconceptions if each.learners >= least][:MOST_WAYS]
    if not found:
        return (_IN_MANY_WAYS,)
    return tuple(
        each.says if each.learners == one.wrong else _OF_THEM.format(n=each.learners, says=each.says) for each in found
    )


def glance_of(
    submissions: Iterable[Submission], attempts: Mapping[tuple[str, str], int], marked: Collection[str]
) -> Glance:
    """A class at a glance.

    Args:
        submissions: the newest ones.
        attempts: how many there are, by learner and exercise.
        marked: the texts that a person marks, such as ``"1-1/why_learn"``.
    """
    submissions = [one for one in submissions if not one.second]
    by_place = {(one.learner, one.name): one for one in submissions}
    asked = counting(handed_in_exercises(submissions), marked)
    totals = {place: total_of(one, asked[one.name]) for place, one in by_place.items() if one.name in asked}
    earned: dict[str, float] = defaultdict(float)
    for (learner, _), total in totals.items():
        earned[learner] += total.all.points
    shown = shown_names(one.learner for one in submissions)
    order = sorted(shown, key=lambda learner: (-earned[learner], shown[learner], learner))
    return Glance(
        {learner: _short(shown[learner]) for learner in order},
        tuple(_exercise(name, of, order, by_place, totals, attempts) for name, of in asked.items()),
        sum(one.name not in asked for one in submissions),
        tuple(f"{_short(shown[one.learner])}, {one.name}: {kept}" for one in submissions if (kept := kept_before(one))),
    )


def _exercise(
    exercise: str,
    asked: Sequence[Question],
    learners: Sequence[str],
    by_place: Mapping[tuple[str, str], Submission],
    totals: Mapping[tuple[str, str], Total],
    attempts: Mapping[tuple[str, str], int],
) -> ExerciseGlance:
    there = [learner for learner in learners if (learner, exercise) in by_place]
    graded = {learner: {each.name: each for each in by_place[learner, exercise].graded} for learner in there}
    return ExerciseGlance(
        exercise,
        {learner: totals[learner, exercise] for learner in there},
        {learner: attempts.get((learner, exercise), 1) for learner in there},
        most_of(asked)[0],
        tuple(
            _question(exercise, question, [graded.get(learner, {}).get(question.name) for learner in learners])
            for question in asked
        ),
    )


def _question(exercise: str, question: Question, answers: Sequence[Graded | None]) -> QuestionGlance:
    answered = [one.verdict for one in answers if one and _is_answer(one.verdict)]
    # The lint of a text only warns; what it saw is no misconception.
    wrong = [] if question.kind == "T" else [verdict for verdict in answered if verdict.status is not Status.PASSED]
    says = {one.id: one.in_full for one in (*question.misconceptions, TYPED_IN)}
    # By their words: two ids may have the same, of two lines to match for instance.
    ways = [says.get(verdict.misconception or "", verdict.way) for verdict in wrong]
    counts = Counter(way for way in ways if way is not None)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0].en))
    return QuestionGlance(
        question.name,
        question.title,
        question.points,
        tuple(one.verdict.status.value if one else NOT_HANDED_IN for one in answers),
        tuple(_points(one) for one in answers),
        tuple(Misconceived(exercise, question.title, text, count, len(answered)) for text, count in order),
        len(wrong) - sum(counts.values()),
        len(answered),
    )


def _is_answer(verdict: Verdict) -> bool:
    """Whether somebody answered, right or wrong.

    Who left it open, or handed in what cannot be graded, shows nothing of what they think; nor does who never came to it,
    because the notebook stopped above.
    """
    stopped = verdict.status is Status.ERROR and verdict.way is not None
    return stopped or verdict.status in (Status.PASSED, Status.FAILED)


def _points(one: Graded | None) -> float | None:
    known = one is not None and one.verdict.status in (Status.PASSED, Status.FAILED)
    return one.points if known else None


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
