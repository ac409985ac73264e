"""What the two shares of one list have in common: the sums that beginners make instead, and the question around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception, Question
from mlcurric.questions.lesson_1_3.counted import TOLERANCE, of_1000, plain_counts, with_percent
from mlcurric.subject.metrics.confusion import Counts
from mlcurric.text import T

_SUMS: dict[str, Callable[[Counts], float]] = {
    "precision": lambda counts: counts.hits / counts.listed,
    "recall": lambda counts: counts.hits / counts.happened,
    "false_alarms": lambda counts: counts.false_alarms / counts.listed,
    "missed": lambda counts: counts.misses / counts.happened,
    "accuracy": lambda counts: counts.accuracy,
    "base_rate": lambda counts: counts.happened / counts.total,
    "of_everybody": lambda counts: counts.hits / counts.total,
    "hits_by_false_alarms": lambda counts: counts.hits / counts.false_alarms,
    "hits_by_misses": lambda counts: counts.hits / counts.misses,
    "all_leavers": lambda counts: counts.happened / counts.listed,
    "length": lambda counts: counts.listed / counts.total,
    "among_others": lambda counts: counts.misses / (counts.total - counts.listed),
    "slide": lambda counts: 1 - counts.happened / counts.total,
}
"""What beginners work out from the four counts."""
_WITHIN = {"of_everybody": 0.003, "among_others": 0.005}
"""Sums so near to others that less room is left for rounding."""
_OF_NOBODY_ON_IT = {
    "among_others": T(
        "That is the share that left outside the frame, of those whom nobody called.",
        "それは枠の外、電話しなかった人たちの中での解約の割合です。",
    ),
    "slide": T(
        "That is the vendor's number: of all 1,000, those who stayed. It says nothing about any list.",
        "それはベンダーのスライドの数字、1,000人全体のうち続けた人の割合です。リストについては何も語っていません。",
    ),
}
"""Slips that are about neither share; both questions answer them alike."""


def share_question(
    *,
    name: str,
    title: T,
    of: Callable[[Counts], int],
    right: T,
    otherwise: T,
    slips: Mapping[str, T],
    hints: tuple[T, ...],
    why: T,
) -> Question:
    """The hits as a share of some of the 1,000 customers.

    Args:
        of: among whom the hits are counted.
        slips: what is said of other sums, by their names; those about neither share are added.
    """

    def share() -> float:
        return of_1000().hits / of(of_1000())

    def slip(sum_name: str, says: T) -> Misconception:
        return Misconception(sum_name, lambda: _SUMS[sum_name](of_1000()), says, within=_WITHIN.get(sum_name))

    wrong = [slip(sum_name, says) for sum_name, says in {**slips, **_OF_NOBODY_ON_IT}.items()]
    return number_question(
        name=name,
        # Whoever has never programmed counts the people of the picture and types what they counted.
        data="fixed",
        title=title,
        points=2,
        form=Number(T("a share from 0 to 1", "0〜1の割合"), example="0.5"),
        expected=share,
        tolerance=TOLERANCE,
        right=right,
        otherwise=otherwise,
        misconceptions=(
            Misconception(
                "percent",
                lambda: 100 * share(),
                T(
                    "That is right in percent; as a share it is a hundredth of it.",
                    "%としては正しい値です。割合で答えるなら、その100分の1です。",
                ),
                within=0.8,
            ),
            Misconception(
                "upside_down",
                lambda: 1 / share(),
                T(
                    "More than 1 cannot be a share: you divided the other way round.",
                    "1を超える割合はありません。割る数と割られる数が逆です。",
                ),
            ),
            *plain_counts(),
            *with_percent(wrong),
        ),
        hints=hints,
        why=why,
    )
