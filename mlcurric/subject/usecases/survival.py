"""Whether the winner is still the winner if one score, or two, were a point higher or lower: people who score differ by that.

A use case that has to share the first place has not survived. Only lower scores of the winner and higher ones of one other
can topple it; a second rival's points add nothing, because nobody needs them to pass the winner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from mlcurric.subject.usecases.criteria import CRITERIA, LEAST, MOST
from mlcurric.subject.usecases.gates import GATES
from mlcurric.subject.usecases.scoring import Ranking, Scored, points, rank
from mlcurric.subject.usecases.usecase import UseCase, UseCaseList
from mlcurric.text import T, listed


@dataclass(frozen=True)
class Change:
    """One score a point away from what stands there, or less where the scale ends."""

    case: UseCase
    criterion: str
    score: float
    to: float

    @property
    def says(self) -> T:
        """The change in words: “U1 value 4→3”."""
        return T("{id} {name} {score}→{to}", "{id}の{name} {score}→{to}").format(
            id=self.case.id, name=CRITERIA[self.criterion].name, score=self.score, to=self.to
        )


@dataclass(frozen=True)
class Topple:
    """What topples the winner.

    Attributes:
        changes: one score, or two of which neither does it alone.
        leaders: who stands first then; the old winner among them if it has to share the place; nobody if nobody is left.
    """

    changes: tuple[Change, ...]
    leaders: tuple[UseCase, ...]
    shares: bool

    @property
    def says(self) -> T:
        """The changes, and who is first then."""
        if not self.leaders:
            then = T("nothing is left that may be built", "作ってよいものがなくなる")
        elif self.shares:
            then = T("level with {others}", "{others}と並ぶ")
        else:
            then = T("then {others} is first", "{others}が1位になる")
        others = ", ".join(case.id for case in self.leaders if not (self.shares and case.id == self._winner))
        return T("{changes}: {then}", "{changes} → {then}").format(
            changes=listed(change.says for change in self.changes), then=then.format(others=others)
        )

    @property
    def _winner(self) -> str:
        """Where the place is shared, the old winner is the first of the leaders."""
        return self.leaders[0].id if self.shares else ""


@dataclass(frozen=True)
class Survival:
    """How firmly a winner stands.

    Attributes:
        winner: of the ranking; ``None`` if nobody leads alone.
        ahead: points ahead of the next; ``None`` if there is no next.
        unsettled: those that may still come first, because they lack a score or a name.
        singles: single scores whose change by one topples it.
        pairs: two scores that do it together, neither alone.
    """

    winner: UseCase | None
    ahead: Fraction | None
    singles: tuple[Topple, ...] = ()
    pairs: tuple[Topple, ...] = ()
    unsettled: tuple[UseCase, ...] = ()

    @property
    def of_one(self) -> bool:
        """Whether it stays alone in front whichever single score changes by a point."""
        return self.winner is not None and not self.singles and not self.unsettled

    @property
    def of_two(self) -> bool:
        """Whether it stays alone in front whichever two scores change by a point each."""
        return self.of_one and not self.pairs

    def in_favour(self) -> dict[str, int]:
        """Use case → how many single changes bring it to the front, or level with the front; most first."""
        counts: dict[str, int] = {}
        for topple in self.singles:
            for case in topple.leaders:
                if self.winner and case.id != self.winner.id:
                    counts[case.id] = counts.get(case.id, 0) + 1
        return dict(sorted(counts.items(), key=lambda pair: -pair[1]))


def survival(ranking: Ranking) -> Survival:
    """Hold a winner against every change of one score by a point, and of two.

    Whoever lacks a score, and cannot come first with a 5 there, counts with a 5; so a winner that is firm stays so.
    """
    if ranking.winner is None:
        return Survival(None, None)
    winner = ranking.of(ranking.winner.id)
    rivals = [each for each in ranking.scored if each is not winner and not each.missing and _may_stand(each)]
    behind = [each.total for each in rivals if each.stands]
    ahead = winner.total - max(behind) if behind else None
    if unsettled := ranking.could_lead():
        return Survival(winner.case, ahead, unsettled=unsettled)
    if any(each.is_open for each in ranking.scored):
        found = survival(_at_their_best(ranking))
        return replace(found, winner=winner.case, ahead=ahead)
    down = list(_changes(winner, -1))
    table = _Table(ranking, winner)
    # Two points are worth no more than two of the heaviest criterion; whoever is further behind cannot pass.
    reach = 2 * max(ranking.weights.values())
    near = [each for each in rivals if winner.total - each.total <= reach]
    singles: dict[tuple[str, ...], Topple] = {}
    pairs: dict[tuple[str, ...], Topple] = {}
    for found, size in ((singles, 1), (pairs, 2)):
        for rival in near or [None]:
            for changes in combinations([*down, *(_changes(rival, 1) if rival else ())], size):
                keys = tuple(f"{change.case.id} {change.criterion}" for change in changes)
                known = keys in found or any((key,) in singles for key in keys)
                if not known and (topple := table.after(changes)):
                    found[keys] = topple
    return Survival(winner.case, ahead, tuple(singles.values()), tuple(pairs.values()))


def survival_in_words(found: Survival, shown: int = 3) -> list[T]:
    """How firmly the winner stands, a sentence each; of the changes that topple it the first few are told."""
    if found.winner is None:
        return []
    name = {"name": found.winner.title}
    if found.unsettled:
        return [_UNSETTLED.format(ids=", ".join(case.id for case in found.unsettled))]
    if found.ahead is None and found.of_two:
        return [_ALONE.format(**name)]
    if found.of_two:
        return [
            T(
                "“{name}” stays first whichever two scores are a point off.",
                "「{name}」は、どの2つの点が1点ずつずれても1位のままです。",
            ).format(**name)
        ]
    if found.of_one:
        first = T(
            "“{name}” stays first whichever single score is a point off; two together topple it ({n} ways).",
            "「{name}」は、どれかひとつの点が1点ずれても1位のままです。2つ同時にずれると入れ替わります({n}通り)。",
        )
        return [first.format(n=len(found.pairs), **name), *_examples(found.pairs, shown)]
    first = T(
        "“{name}” does not survive: one score that is a point off is enough ({n} ways).",
        "「{name}」の1位は固くありません。どれかひとつの点が1点ずれるだけで変わります({n}通り)。",
    )
    said = [first.format(n=len(found.singles), **name), *_examples(found.singles, shown)]
    if counts := found.in_favour():
        each = (T("{id} in {n}", "{id}が{n}通り").format(id=id, n=count) for id, count in counts.items())
        said.append(T("Who gains: {each}.", "得をするのは、{each}です。").format(each=listed(each)))
    return said


def ahead_in_words(found: Survival) -> T | None:
    """By how many points the winner leads."""
    if found.ahead is None:
        return None
    return T("{n} ahead of the next", "次点と{n}点差").format(n=points(found.ahead))


_UNSETTLED = T(
    "How firmly cannot be told yet: {ids} may still come first.",
    "1位の固さは、まだわかりません({ids} も、まだ1位になりえます)。",
)
_ALONE = T(
    "“{name}” is first because nothing else stands in the order; there is nothing to hold it against.",
    "順位に入っているのは「{name}」だけです。比べる相手がいないので、固い1位とは言えません。",
)


def _at_their_best(ranking: Ranking) -> Ranking:
    """The ranking with a 5 for what is missing and somebody for each name that is."""
    cases = []
    for each in ranking.scored:
        names = {GATES[name].cell: each.case.id for name in each.unnamed}
        cases.append(replace(each.case, **dict.fromkeys(each.missing, MOST), **names) if each.is_open else each.case)
    return rank(UseCaseList(tuple(cases)), ranking.weights)


def _examples(topples: Sequence[Topple], shown: int) -> list[T]:
    # A lead that changes hands is told before one that is shared.
    first = sorted(topples, key=lambda topple: topple.shares)
    return [topple.says for topple in first[:shown]]


def _may_stand(scored: Scored) -> bool:
    """Whether no gate but those of scores stops it; one point may open such a one."""
    return all(GATES[name].score and not GATES[name].stops(scored.case) for name in scored.closed)


def _changes(scored: Scored, by: int) -> Iterator[Change]:
    for criterion, score in scored.case.scores.items():
        to = None if score is None else min(max(score + by, LEAST), MOST)
        if score is not None and to is not None and to != score:
            yield Change(scored.case, criterion, score, to)


class _Table:
    """A ranking whose winner and one rival are changed, without ranking everybody anew."""

    def __init__(self, ranking: Ranking, winner: Scored) -> None:
        self._ranking, self._winner = ranking, winner
        self._standing = [each for each in ranking.scored if each.stands and each is not winner]

    def after(self, changes: Sequence[Change]) -> Topple | None:
        """Who leads then; ``None`` if the winner still leads alone."""
        changed = {change.case.id: self._changed(change.case.id, changes) for change in changes}
        winner = changed.pop(self._winner.case.id, self._winner)
        others = [each for each in self._standing if each.case.id not in changed]
        others += [each for each in changed.values() if each.stands]
        best = max((each.total for each in others), default=None)
        if winner.stands and (best is None or winner.total > best):
            return None
        leaders = [each.case for each in others if each.total == best]
        shares = winner.stands and winner.total == best
        return Topple(tuple(changes), (winner.case, *leaders) if shares else tuple(leaders), shares)

    def _changed(self, id: str, changes: Sequence[Change]) -> Scored:
        old = self._ranking.of(id)
        mine = [change for change in changes if change.case.id == id]
        scores = {**old.case.scores, **{change.criterion: change.to for change in mine}}
        total = old.total + sum(
            self._ranking.weights[change.criterion] * Fraction(change.to - change.score) for change in mine
        )
        closed = tuple(
            name
            for name, gate in GATES.items()
            if (name in old.closed and gate.stops(old.case)) or (gate.score and scores[gate.score] == LEAST)
        )
        return replace(old, total=total, closed=closed)
