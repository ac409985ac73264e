"""Decisions that are scored in money: what is decided earns something, and the learner is told how much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mlcurric.question.fields import Fields
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Status, Verdict, failed, passed
from mlcurric.subject.digits import TEN_THOUSAND, yen_in_words
from mlcurric.subject.money import DISTINCTION, PASS
from mlcurric.text import T

WITH_DISTINCTION = T("Right, with distinction", "正解。見事な決定です")


@dataclass(frozen=True)
class Earned:
    """What a decision earns.

    Attributes:
        profit: yen, expected, against deciding nothing.
        best: yen, what the best decision there is would earn.
        score: 0 to 1, as in ``mlcurric.subject.money_score``.
    """

    profit: float
    best: float
    score: float


def decision_question(
    *,
    name: str,
    title: T,
    points: int,
    form: Fields,
    earns: Callable[[dict[str, Any]], Earned],
    finding: Callable[[dict[str, Any]], str | None],
    misconceptions: Mapping[str, Misconception],
    right: T,
    otherwise: T,
    hints: tuple[T, ...],
    why: T,
    data: str = "",
) -> Question:
    """A decision; it passes where its expected profit comes near enough to the best, and the money is always shown.

    Args:
        earns: what a decision earns; it raises ``NotPossible`` for one that nobody can carry out.
        finding: the id of the misconception that a decision shows, or ``None``. It is told where the money fails, and
            where the decision is not possible; then there must be one.
        misconceptions: by id.
        right: what is said to a decision that passes.
        otherwise: what is said to one that fails and shows no misconception.
        data: one of ``question.DATA``.
    """

    def check(decision: dict[str, Any]) -> Verdict:
        found = finding(decision)
        try:
            earned = earns(decision)
        except NotPossible:
            return failed(misconceptions[found].says, misconception=found)
        money = _in_words(earned)
        return passed_by_score(earned.score, money, right) or failed(
            money, misconceptions[found].says if found else otherwise, misconception=found
        )

    return Question(name, "D", form, points, title, check, hints, tuple(misconceptions.values()), why, data=data)


def passed_by_score(
    score: float,
    seen: T,
    right: T,
    *,
    with_distinction: T | None = None,
    levels: tuple[float, float] = (PASS, DISTINCTION),
) -> Verdict | None:
    """The verdict on a decision that passes, or ``None`` where it does not.

    Args:
        score: 0 to 1.
        seen: what the decision earns.
        right: what is said to a decision that passes.
        with_distinction: what is said instead to one that passes with distinction.
        levels: the scores from which it does the one and the other.
    """
    pass_at, distinction_at = levels
    if score >= distinction_at:
        return Verdict(Status.PASSED, seen, with_distinction or right, share=1.0, label=WITH_DISTINCTION)
    return passed(seen, right) if score >= pass_at else None


class NotPossible(ValueError):
    """A decision that nobody can carry out, such as more calls than the team can make."""


def _in_words(earned: Earned) -> T:
    """The money and the regret, rounded to 10,000 yen so that the three amounts add up as they are shown."""
    profit, best = (TEN_THOUSAND * round(amount / TEN_THOUSAND) for amount in (earned.profit, earned.best))
    return T(
        "On average it really earns {profit}. The best list there is would earn {best}; you leave {regret} of it.",
        "実際に生む利益は、平均して{profit}です。考えうる最善のリストなら{best}。取りこぼしは{regret}です。",
    ).format(profit=yen_in_words(profit), best=yen_in_words(best), regret=yen_in_words(max(0, best - profit)))
