"""What the room has chosen, whatever the points: which use case, what decided, and the day on which it is looked at again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mlcurric.subject.team.days import a_day
from mlcurric.subject.usecases.scoring import rank
from mlcurric.subject.usecases.usecase import UseCase, UseCaseList
from mlcurric.text import T


def to_build(cases: UseCaseList) -> tuple[UseCase, ...]:
    """What is built next: what the room has chosen; where nothing is marked, the first by points."""
    return cases.chosen or rank(cases).leaders


def choice_in_words(cases: UseCaseList) -> list[T]:
    """The choice in sentences, what was chosen first; nothing where nothing is marked."""
    if not cases.chosen:
        return []
    said = [_CHOSEN.format(names=_titles(cases.chosen))]
    for case in cases.chosen:
        said += list(_about(case))
    for case in cases.runners_up:
        reason = _one_line(case.decided_by)
        said.append((_RUNNER_UP_WHY if reason else _RUNNER_UP).format(name=case.title, text=reason))
    return said


def without_ml_in_words(cases: UseCaseList) -> T | None:
    """What begins without ML, in a sentence; ``None`` where there is none."""
    found = rank(cases).without_ml
    return _WITHOUT_ML.format(names=_titles(tuple(each.case for each in found))) if found else None


def _about(case: UseCase) -> Iterator[T]:
    if case.decided_by.strip():
        yield _DECIDED.format(text=_one_line(case.decided_by))
    if typed := case.look_again.strip():
        day = date.fromisoformat(typed) if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)", typed) else None
        yield _AGAIN.format(day=a_day(day) if day else typed)


def _one_line(text: str) -> str:
    return " ".join(text.split()).rstrip("。.")


def _titles(cases: tuple[UseCase, ...]) -> T:
    return T(", ".join(case.title for case in cases), "、".join(case.title for case in cases))


_CHOSEN = T("Chosen by the room: {names}", "部屋で選んだもの: {names}")
_DECIDED = T("What decided: {text}.", "決め手: {text}。")
_AGAIN = T("Looked at again on {day}.", "見直す日: {day}")
_RUNNER_UP = T("Runner-up: {name}.", "次点: {name}")
_RUNNER_UP_WHY = T("Runner-up: {name} ({text}).", "次点: {name}({text})")
_WITHOUT_ML = T(
    "To start without ML, a rule is enough: {names}.", "機械学習なしで始めるもの(ルールで足ります): {names}"
)
