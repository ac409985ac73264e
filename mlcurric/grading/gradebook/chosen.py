"""Which free texts of a class a person marks: by default one a stage.

What a hand-in can earn hangs on it, so the choice is kept before the first page tells a learner of it, and later hand-ins
move it no more; only who marks can, with ``mlcurric marks export --questions``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace

from mlcurric import questions
from mlcurric.curriculum import STAGES, stage_of
from mlcurric.grading.gradebook.store import Gradebook
from mlcurric.grading.judging.judge import Graded
from mlcurric.grading.submission import Submission
from mlcurric.question.question import Question
from mlcurric.question.verdict import Status
from mlcurric.text import T

_SETTING = "marked_texts"


class NotThere(ValueError):
    """A text was asked for that no exercise has; ``says`` names those that were handed in."""

    def __init__(self, says: T) -> None:
        super().__init__(str(says))
        self.says = says


def full_name(exercise: str, question: str) -> str:
    """How a question is called on the command line: ``1-1/why_learn``."""
    return f"{exercise}/{question}"


def chosen(gradebook: Gradebook) -> tuple[str, ...]:
    """The texts that are marked, in the order of the curriculum.

    Those that were chosen before stay; a stage of which none was chosen has that of ``_of_most``.
    """
    kept = json.loads(gradebook.setting(_SETTING) or "[]")
    settled = {_stage(name) for name in kept}
    writers: dict[str, set[str]] = defaultdict(set)
    for one in gradebook.texts():
        writers[full_name(one.exercise, one.question)].add(one.learner)
    for stage in STAGES:
        names = [name for name in all_texts() if name in writers and _stage(name) == stage.number]
        if names and stage.number not in settled:
            kept.append(_of_most({name: writers[name] for name in names}))
    order = all_texts()
    return tuple(sorted(kept, key=lambda name: order.index(name) if name in order else len(order)))


def _of_most(writers: Mapping[str, set[str]]) -> str:
    """The last text that more than half of a stage's writers wrote: it asks for what the stage is about.

    One learner who runs ahead, or stays behind, does not take the points of the others with them. Where no text has so many,
    it is the one that most wrote, of equals the first: whoever got further mostly wrote that one, too.

    Args:
        writers: who wrote each text of the stage, in the order of the curriculum.
    """
    half = len(set().union(*writers.values())) / 2
    by_most = [name for name, learners in writers.items() if len(learners) > half]
    return by_most[-1] if by_most else max(writers, key=lambda name: len(writers[name]))


def settle(gradebook: Gradebook, names: Iterable[str]) -> None:
    """Mark these texts from now on; marks that were given to others stay, and do not count."""
    gradebook.settle(_SETTING, json.dumps(list(names)))


def keep_choice(gradebook: Gradebook) -> tuple[str, ...]:
    """Mark from now on what ``chosen`` says, because pages are about to tell it; the texts that were not settled before."""
    before = json.loads(gradebook.setting(_SETTING) or "[]")
    names = chosen(gradebook)
    new = tuple(name for name in names if name not in before)
    if new:
        settle(gradebook, names)
    return new


def for_this_class(gradebook: Gradebook) -> list[Submission]:
    """The newest hand-ins; a text that this class does not mark earns no points and waits for nobody."""
    not_marked = {*all_texts()} - {*chosen(gradebook)}

    def in_class(one: Submission) -> Submission:
        graded = (_for_oneself(each) if full_name(one.name, each.name) in not_marked else each for each in one.graded)
        return replace(one, graded=tuple(graded), earlier=one.earlier and in_class(one.earlier))

    return list(map(in_class, gradebook.current()))


def _for_oneself(each: Graded) -> Graded:
    if each.verdict.status is not Status.NEEDS_MARKING:
        return replace(each, most=0)
    return replace(each, most=0, verdict=replace(each.verdict, seen=_FOR_YOURSELF, next_step=None), label=_OWN)


def asked_for(gradebook: Gradebook, names: Iterable[str]) -> tuple[str, ...]:
    """The texts that somebody wants to mark.

    Args:
        names: such as ``"1-1/why_learn"``; none for those of ``chosen``.

    Raises:
        NotThere: if no exercise asks for one of them.
    """
    names = tuple(dict.fromkeys(names)) or chosen(gradebook)
    there = {full_name(one.exercise, one.question) for one in gradebook.texts()}
    if unknown := [name for name in names if name not in all_texts() and name not in there]:
        offered = [name for name in all_texts() if name in there] or all_texts()
        raise NotThere(_NOT_THERE.format(asked=", ".join(unknown), known=", ".join(offered)))
    return names


def all_texts() -> list[str]:
    """Every text that earns points, in the order of the curriculum."""
    return [
        full_name(exercise, question.name)
        for exercise in questions.exercise_ids()
        for question in _asked_in(exercise)
        if question.kind == "T" and question.points
    ]


def _asked_in(exercise: str) -> tuple[Question, ...]:
    # An author's slip in one exercise must not cost the grades of the others.
    with suppress(Exception):
        return questions.question_set(exercise).graded
    return ()


def _stage(name: str) -> int:
    try:
        return stage_of(name.partition("/")[0]).number
    except KeyError:
        return 0


_OWN = T("For yourself", "自分で確かめる")
_FOR_YOURSELF = T(
    "Received. Nobody marks this text in your class: hold it against the lines below yourself.",
    "受け取りました。このクラスでは、この文章は採点しません。下の観点と照らし合わせて、自分で確かめてみてください。",
)
_NOT_THERE = T(
    "No text is called {asked}. --questions takes names such as {known}, with commas between them.",
    "{asked} という記述問題はありません。--questions には {known} のような名前を、コンマで区切って指定してください。",
)
