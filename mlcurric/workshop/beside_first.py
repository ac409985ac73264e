"""What a list says besides its first place: in what the first two differ, and what is stopped though its sum may be higher."""

from __future__ import annotations

from collections.abc import Iterator

from mlcurric.subject.usecases.choice import without_ml_in_words
from mlcurric.subject.usecases.criteria import CRITERIA
from mlcurric.subject.usecases.gates import gates_in_words
from mlcurric.subject.usecases.scoring import Ranking, Scored, points, rank
from mlcurric.subject.usecases.usecase import UseCase, UseCaseList
from mlcurric.text import T, listed

_MOST_STOPPED = 4


def beside_first(cases: UseCaseList) -> Iterator[T]:
    """A sentence on the first two, one on what begins without ML, one on those that are stopped; none where the list has none."""
    ranking = rank(cases)
    first_two = (*ranking.leaders, *ranking.runners_up)[:2]
    if len(first_two) == 2 and (differ := _differ(*first_two)):
        yield differ
    if begins := without_ml_in_words(cases):
        yield begins
    stopped = ranking.stopped
    if stopped:
        said = listed(_stopped(each, ranking) for each in stopped[:_MOST_STOPPED])
        yield (_STOPPED_SOME if len(stopped) > _MOST_STOPPED else _STOPPED).format(
            cases=said, more=len(stopped) - _MOST_STOPPED
        )


def _differ(one: UseCase, other: UseCase) -> T | None:
    """What speaks for either, criterion by criterion; the sum alone hides it."""
    speaks = [_speaks_for(one, other), _speaks_for(other, one)]
    told = [
        _FOR.format(id=case.id, names=listed(names)) for case, names in zip((one, other), speaks, strict=True) if names
    ]
    return _DIFFER.format(one=one.id, other=other.id, told=T(" ".join(t.en for t in told), "".join(t.ja for t in told))) if told else None  # fmt: skip


def _speaks_for(case: UseCase, other: UseCase) -> list[T]:
    pairs = {name: (case.scores[name], other.scores[name]) for name in CRITERIA}
    return [
        T("{name} {own}:{others}", "{name}{own}対{others}").format(name=CRITERIA[name].name, own=own, others=others)
        for name, (own, others) in pairs.items()
        if own > others
    ]


def _stopped(each: Scored, ranking: Ranking) -> T:
    best = max((other.total for other in ranking.scored if other.stands), default=None)
    # Only a sum of all its scores can be held against another.
    is_more = best is not None and not each.missing and each.total > best
    why = listed(gates_in_words(each.case))
    return (_MORE if is_more else _ONE).format(title=each.case.title, total=points(each.total), why=why)


_DIFFER = T("{one} or {other}? {told}", "{one}と{other}を比べると: {told}")
_FOR = T("For {id} speak: {names}.", "{id}が上なのは{names}。")
_STOPPED = T("Stopped, whatever the sum: {cases}.", "合計によらず止めたもの: {cases}。")
_STOPPED_SOME = T(
    "Stopped, whatever the sum: {cases}, and {more} more.", "合計によらず止めたもの: {cases}、ほか{more}件。"
)
_ONE = T("{title} ({why})", "{title}({why})")
_MORE = T("{title} ({total}, more than the first: {why})", "{title}({total}点で1位より高い。{why})")
