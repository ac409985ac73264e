"""Which use case comes first by its scores: weights, gates, ties, and what is not scored yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from mlcurric.subject.sheets import plain_heading
from mlcurric.subject.typed import Slip
from mlcurric.subject.usecases.criteria import CRITERIA, MOST
from mlcurric.subject.usecases.gates import closed_gates, wanted_names
from mlcurric.subject.usecases.usecase import EVEN, UseCase, UseCaseList
from mlcurric.text import T

MOST_WEIGHT = 100


@dataclass(frozen=True)
class Scored:
    """One use case and where it stands.

    Attributes:
        total: weight times score, summed over the scores that are there.
        missing: the criteria that have no score.
        closed: the gates that stop it.
        unnamed: the gates at which nobody is named yet.
        place: 1 for the best; those with one total share a place. ``None`` if it does not stand in the order.
    """

    case: UseCase
    total: Fraction
    missing: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    place: int | None = None

    @property
    def stands(self) -> bool:
        """Whether it has a place in the order: nothing is missing, and nothing stops it."""
        return not self.missing and not self.closed and not self.unnamed

    @property
    def is_open(self) -> bool:
        """Whether it would stand with a score or a name that it lacks."""
        return bool(self.missing or self.unnamed) and not self.closed


@dataclass(frozen=True)
class Ranking:
    """The list in order.

    Attributes:
        scored: who stands, best first, then who lacks a score or a name, then who is stopped.
        weights: criterion → how much a point counts.
        most: the total of a use case that has 5 everywhere.
    """

    scored: tuple[Scored, ...]
    weights: Mapping[str, Fraction]
    most: Fraction

    @property
    def leaders(self) -> tuple[UseCase, ...]:
        """Those in the first place: one, several that are level, or none."""
        return tuple(each.case for each in self.scored if each.place == 1)

    @property
    def winner(self) -> UseCase | None:
        """The one that leads alone."""
        return self.leaders[0] if len(self.leaders) == 1 else None

    @property
    def runners_up(self) -> tuple[UseCase, ...]:
        """Those right behind a winner."""
        behind = [each for each in self.scored if each.place and each.place > 1]
        return tuple(each.case for each in behind if each.place == behind[0].place) if self.winner else ()

    def of(self, id: str) -> Scored:
        """How one use case stands.

        Raises:
            KeyError: if there is none of that id.
        """
        for each in self.scored:
            if each.case.id == id:
                return each
        raise KeyError(id)

    def could_lead(self) -> tuple[UseCase, ...]:
        """Those that lack a score or a name, and reach the first place if what is missing becomes a 5 and nobody stops them."""
        best = max((each.total for each in self.scored if each.stands), default=Fraction(0))
        return tuple(each.case for each in self.scored if each.is_open and self.at_best(each) >= best)

    def at_best(self, each: Scored) -> Fraction:
        """The total with a 5 for each score that is missing."""
        return each.total + sum(MOST * self.weights[name] for name in each.missing)


def rank(cases: UseCaseList, weights: Mapping[str, Fraction] | None = None) -> Ranking:
    """Put a list in order; nobody who is stopped by a gate stands in it, whatever the sum.

    Args:
        weights: in place of the list's own.
    """
    weights = {**EVEN, **(cases.weights if weights is None else weights)}
    scored = [_scored(case, weights) for case in cases]
    standing = sorted((each for each in scored if each.stands), key=lambda each: -each.total)
    placed = [
        replace(each, place=1 + sum(other.total > each.total for other in standing)) for each in standing
    ]  # fmt: skip
    open_ones = [each for each in scored if each.is_open]
    stopped = sorted((each for each in scored if each.closed), key=lambda each: -each.total)
    return Ranking((*placed, *open_ones, *stopped), weights, sum(MOST * weight for weight in weights.values()))


def _scored(case: UseCase, weights: Mapping[str, Fraction]) -> Scored:
    scores = case.scores
    return Scored(
        case,
        sum((weights[name] * Fraction(score) for name, score in scores.items() if score is not None), Fraction(0)),
        tuple(name for name, score in scores.items() if score is None),
        closed_gates(case),
        wanted_names(case),
    )


def as_weights(given: Mapping[str, object]) -> dict[str, Fraction]:
    """Weights by criterion; one that is not given counts once.

    Raises:
        Slip: if a name is no criterion, or a weight is not a number from 0 to 100; if all are 0.
    """
    weights = dict(EVEN)
    for name, value in given.items():
        criterion = _criterion(name)
        number = unicodedata.normalize("NFKC", str(value)).strip().removeprefix("x").removeprefix("×")
        if criterion is None:
            raise Slip(
                T("“{name}” is no criterion.", "「{name}」という評価項目はありません。").format(name=name),
                T("There are: {names}.", "あるのは {names} です。").format(names=", ".join(CRITERIA)),
            )
        if not re.fullmatch(r"\d{1,3}(\.\d{1,3})?", number) or not 0 <= Fraction(number) <= MOST_WEIGHT:
            raise Slip(
                T("The weight of {name} is “{value}”.", "「{name}」の重みが「{value}」です。").format(
                    name=CRITERIA[criterion].name, value=str(value)[:20]
                ),
                T("Write a number from 0 to 100, such as 2.", "2 のように、0〜100の数字で書いてください。"),
            )
        weights[criterion] = Fraction(number)
    if not any(weights.values()):
        raise Slip(
            T("All weights are 0.", "重みがすべて0です。"),
            T("Give at least one a weight of 1.", "少なくともひとつは1にしてください。"),
        )
    return weights


def weights_text(weights: Mapping[str, Fraction]) -> str:
    """Weights as a line of a file: “value 2, data 1.5”; those that count once are left out."""
    return ", ".join(f"{name} {points(weight)}" for name, weight in weights.items() if weight != 1)


def read_weights(text: str) -> dict[str, Fraction]:
    """Weights from a line: “value 2, data 1.5”, 「価値=2、データ:1.5」.

    Raises:
        Slip: as ``as_weights``, and if a part of it is no name with a number.
    """
    given = {}
    for part in filter(None, (part.strip() for part in re.split(r"[,;、・/\n]+", text))):
        found = re.fullmatch(r"(.+?)\s*[:：=＝×x]?\s*([\d０-９.．]+)\s*倍?", part)
        if found is None:
            raise Slip(
                T("“{part}” is no weight.", "重み「{part}」が読めません。").format(part=part[:20]),
                T("Write: value 2, data 1", "「価値 2、データ 1」のように書いてください。"),
            )
        given[found[1]] = found[2]
    return as_weights(given)


def points(total: Fraction) -> str:
    """Points as they are shown: “21”, “21.5”."""
    return f"{float(total):.10g}"


def _criterion(typed: str) -> str | None:
    plain = plain_heading(typed)
    for name, scale in CRITERIA.items():
        if plain in map(plain_heading, (name, scale.name.en, scale.name.ja, *scale.also)):
            return name
    return None
