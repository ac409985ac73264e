"""Reason codes: at most four plain reasons a customer, in points that add up. A reason goes with leaving; it is no cause."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isclose
from typing import Any

import numpy as np
import pandas as pd
from scipy.special import expit, logit

from mlcurric.subject.digits import in_digits, in_full
from mlcurric.subject.explain.contributions import LOG_ODDS, PROBABILITY, Contributions
from mlcurric.subject.explain.wordings import NO_WORDS, Wording, default_wording, is_number
from mlcurric.templates import filled
from mlcurric.text import T

MOST = 4
POINTS = {LOG_ODDS: 10, PROBABILITY: 100}
"""Points for one unit of each scale. On log-odds 7 points about double the odds (10 · ln 2); on probability one is 1 of 100."""
FINER, _COARSE = (100, 1_000, 10_000), 2
"""Of so many customers a point of a probability is one: of the fewest of whom ``_COARSE`` leave on average. Where 5 of 1,000
leave, all that tells them from 9 of 1,000 would be rounded away in points that are 1 of 100."""

_VALUE_DIGITS, _AVERAGE_DIGITS = 4, 3
"""So many digits of a column's spread are given of a value, where the table has them, and of the average."""
_WHOLE_FROM, _MORE_PLACES = 10, 4
"""Of whole numbers the average is whole from here on; so many decimals are added at most to tell it from a value."""

_AVERAGE = T("average: {value}", "平均: {value}")
_SAME = T("as {n} customers", "{n}が同じ")
_SAYS = T("{label}: {own} ({usual})", "{label}: {own}({usual})")
_OUT_OF = T("{n} of {of}", "{of}人中{n}人")
_FEWER_THAN_1 = T("fewer than 1 of {of}", "{of}人中1人未満")
_MORE_THAN_ALL_BUT_1 = T("more than {n} of {of}", "{of}人中{n}人超")
REST = T("everything else together", "そのほかすべての合計")
_WORDS = {
    "points": T("points", "点"),
    "reason": T("reason", "理由"),
    "actionable": T("can we act on it?", "手を打てる?"),
    "rest": REST,
}
_CAN_ACT = {True: T("yes", "はい"), False: T("no", "いいえ"), None: T("ask", "要確認")}


@dataclass(frozen=True)
class Reason:
    """One reason.

    Attributes:
        column: the column of the table.
        points: what it adds to the score, seen from the average; above 0 it goes with leaving, below 0 with staying;
            ``None`` where it is hidden.
        label: what the column is about.
        own: the customer's own value.
        usual: what to compare it with.
        actionable: whether somebody can do something about the fact itself; ``None`` where nobody has said.
        action: what to do about it, where it is actionable.
    """

    column: Hashable
    points: int | None
    label: T
    own: T
    usual: T
    actionable: bool | None
    action: T | None = None

    @property
    def says(self) -> T:
        return _SAYS.format(label=self.label, own=self.own, usual=self.usual)


@dataclass(frozen=True)
class ReasonCodes:
    """The reasons of one customer. ``reasons`` and ``rest`` add up to ``points``.

    Attributes:
        reasons: the largest first, whichever way they point.
        rest: points of everything else together.
        points: of this customer, seen from the average.
        risk: what the model predicts for this customer, 0 to 1.
        base_risk: what it predicts for a customer who is average in everything, 0 to 1.
        others: columns in ``rest`` that add anything at all.
        of: so many customers the risks are said of; where a point is a probability, one of so many.
    """

    reasons: tuple[Reason, ...]
    rest: int
    points: int
    risk: float
    base_risk: float
    others: int = 0
    of: int = FINER[0]

    def hiding(self, column: Hashable) -> ReasonCodes:
        """The same with one reason's points left out, to be found by adding up.

        Raises:
            ValueError: naming the columns that stand among the reasons.
        """
        columns = [reason.column for reason in self.reasons]
        if column not in columns:
            raise ValueError(f"{column!r} is none of the reasons; they are {', '.join(map(str, columns))}.")
        hidden = (replace(one, points=None) if one.column == column else one for one in self.reasons)
        return replace(self, reasons=tuple(hidden))

    def as_text(self) -> str:
        """The sum, a line each, in the language spoken now."""
        start, end = self._ends()
        lines = [(0, start), *((one.points, str(one.says)) for one in self.reasons), (self.rest, str(REST))]
        summed = [f"{signed(points):>4}  {says}" for points, says in lines]
        return "\n".join([*summed, f"{signed(self.points):>4}  {end}"])

    def as_html(self) -> str:
        """The sum as a table."""
        start, end = self._ends()
        return filled(
            "mlcurric.subject.explain",
            "reasons.html",
            codes=self,
            start=start,
            end=end,
            words=_WORDS,
            signed=signed,
            can_act=_CAN_ACT.get,
        )

    __str__ = as_text
    _repr_html_ = as_html

    def __repr__(self) -> str:
        return self.as_text()

    def _ends(self) -> tuple[str, str]:
        start = T("an average customer: {n} leave", "平均的な顧客: {n}が解約").format(n=of_100(self.base_risk, self.of))
        end = T("this customer: {n} leave", "この顧客: {n}が解約").format(n=of_100(self.risk, self.of))
        return str(start), str(end)


def reason_codes(
    contributions: Contributions,
    rows: pd.DataFrame,
    background: pd.DataFrame,
    wordings: Mapping[Hashable, Wording] = NO_WORDS,
    most: int = MOST,
    start: float | None = None,
    of: int | None = None,
) -> list[ReasonCodes]:
    """The reasons of each customer, in the order of the rows.

    A reason is worth at least one point; the largest is given in any case, as long as it is worth anything. Points are rounded
    so that they add up exactly (largest remainder), which moves each by less than two. Where a point is 1 of 100 customers (of
    1,000 or 10,000, where that few leave: ``FINER``), they also lead from the risk that is shown for the average to the one that
    is shown for this customer. A number is compared with the average, because contributions are counted from there.

    Args:
        contributions: of these rows.
        rows: the customers, with the columns that the contributions name.
        background: the rows that a customer is compared with; those of the contributions.
        wordings: how columns are said; a column without words is said by its own name.
        most: how many reasons at most.
        start: where everybody starts, in the unit of the scale; by default ``contributions.base``. Customers who were scored by
            several learners can be told apart by points from one and the same start only; what the learner’s own lies away from
            it goes into the rest.
        of: so many customers risks are said of; by default 100, or where a point is a probability, as ``finer`` has it.

    Raises:
        ValueError: if rows and contributions are not of the same customers.
    """
    if not rows.index.equals(contributions.values.index):
        raise ValueError("The contributions are of other rows than these.")
    words = {column: wordings.get(column) or default_wording(column) for column in contributions.values}
    usual = {column: _Usual(background[column], words[column]) for column in words}
    by_share = contributions.scale == PROBABILITY
    begun = contributions if start is None else replace(contributions, base=start)
    of = of or (finer(begun.base_risk) if by_share else FINER[0])
    a_unit = of if by_share else POINTS[contributions.scale]
    in_points = contributions.values.to_numpy() * a_unit
    shifted = (contributions.base - begun.base) * a_unit
    columns = list(words)
    own = [rows[column].tolist() for column in columns]

    def reason(row: int, place: int, points: int) -> Reason:
        column, value = columns[place], own[place][row]
        word = words[column]
        said, beside = usual[column].beside(value)
        return Reason(column, points, word.label, said, beside, word.actionable, word.action)

    codes = []
    for row, (each, risk) in enumerate(zip(in_points, contributions.risk, strict=True)):
        order = np.argsort(-np.abs(each), kind="stable")
        shown = [place for place in order[:most] if abs(each[place]) >= 1] or [
            place for place in order[:1] if each[place]
        ]
        total = _shown(risk, of) - _shown(begun.base_risk, of) if by_share else None
        rounded = rounded_to_add_up([*each[shown], each.sum() - each[shown].sum() + shifted], total)
        reasons = tuple(reason(row, place, points) for place, points in zip(shown, rounded[:-1], strict=True))
        others = np.count_nonzero(each) - np.count_nonzero(each[shown])
        codes.append(ReasonCodes(reasons, rounded[-1], sum(rounded), risk, begun.base_risk, others, of))
    return codes


class _Usual:
    """What a value is compared with: the average of a number, else how many have the same."""

    def __init__(self, column: pd.Series, wording: Wording) -> None:
        self._wording = wording
        numeric = pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)
        self._mean = float(column.mean()) if numeric else None
        self._places = _places(column.dropna().astype(float)) if numeric else (0, 0)
        self._shares = {} if numeric else column.value_counts(normalize=True).to_dict()

    def beside(self, value: Any) -> tuple[T, T]:
        """A customer's value in words, and what to compare it with."""
        if self._mean is None:
            return self._wording.value(value), _SAME.format(n=of_100(self._shares.get(value, 0)))
        own, usual = self._told_apart(value) if is_number(value) and np.isfinite(value) else (value, self._rounded())
        return self._wording.value(own, in_full), _AVERAGE.format(value=self._wording.value(usual, in_full))

    def _rounded(self, more: int = 0) -> float:
        return round(self._mean, self._places[1] + more)

    def _told_apart(self, value: float) -> tuple[float, float]:
        """Both rounded; with more digits where one could not see on which side of the average the value lies."""
        alike = isclose(value, self._mean)
        for more in range(_MORE_PLACES + 1):
            own, usual = round(float(value), self._places[0] + more), self._rounded(more)
            if own == usual if alike else (own < usual) == (value < self._mean) and own != usual:
                break
        return own, usual


def _places(known: pd.Series) -> tuple[int, int]:
    """The decimals of a column's values, and of their average: those that it has, as far as its own spread gives them meaning."""
    known = known[np.isfinite(known)]
    if not len(known) or (known == known.round()).all():
        return 0, int(len(known) > 0 and abs(known.mean()) < _WHOLE_FROM)
    spread = known.std()
    first = int(np.floor(np.log10(spread if spread > 0 else known.abs().max())))
    most = max(_VALUE_DIGITS - 1 - first, 0)
    own = next((places for places in range(most) if (known == known.round(places)).all()), most)
    return own, min(own, max(_AVERAGE_DIGITS - 1 - first, 0))


def rounded_to_add_up(values: Sequence[float], total: int | None = None) -> list[int]:
    """Whole numbers that add up to ``total``, by default the rounded sum of ``values`` (largest remainder).

    With the default each is less than 1 from its own. What is 0 stays 0, unless nothing else could be moved.
    """
    floors = np.floor(np.round(values, 9))
    moved = np.flatnonzero(np.abs(values) > 1e-9) if np.any(np.abs(values) > 1e-9) else np.arange(len(floors))
    if total is None:
        total = round(float(np.sum(values)))
    each, more = divmod(total - int(floors.sum()), len(moved))
    remainders = np.asarray(values)[moved] - floors[moved]
    floors[moved] += each
    floors[moved[np.argsort(-remainders, kind="stable")[:more]]] += 1
    return floors.astype(int).tolist()


def risk_after(risk: float, points: float) -> float:
    """The risk, 0 to 1, once so many points on the scale of log-odds are added to it."""
    return float(expit(logit(risk) + points / POINTS[LOG_ODDS]))


def signed(points: int | None) -> str:
    """Points with their sign, a real minus; a question mark where they are hidden."""
    return "?" if points is None else in_digits(points, signed=True)


def finer(base_risk: float) -> int:
    """Of how many customers to say a share, or a point is one, so that of so many a few leave: 100, 1,000 or 10,000."""
    return next((of for of in FINER if of * base_risk >= _COARSE), FINER[-1])


def _shown(share: float, of: int) -> int:
    """The number that ``of_100`` shows."""
    return int(f"{of * share:.0f}")


def of_100(share: float, of: int = FINER[0]) -> T:
    """A share as a natural frequency; never 0 or all, which nobody knows.

    Args:
        of: of so many customers.
    """
    n, said = of * share, {"of": in_digits(of)}
    if n < 0.5:
        return _FEWER_THAN_1.format(**said)
    if n > of - 0.5:
        return _MORE_THAN_ALL_BUT_1.format(n=in_digits(of - 1), **said)
    return _OUT_OF.format(n=in_digits(_shown(share, of)), **said)
