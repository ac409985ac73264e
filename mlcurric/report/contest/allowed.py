"""What answers about one column still allow its cell to hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mlcurric.report.contest.questions import Question


@dataclass(frozen=True)
class Allowed:
    """What is left of a column after some answers.

    Attributes:
        low, high: the number lies above ``low`` and is ``high`` at most; ``None`` where it may be any.
        value: the text is this one; ``None`` where it may be any but ``others``.
        others: the text is none of these.
        filled, blank: whether the cell may be filled in, and whether it may be blank.
    """

    low: float | None
    high: float | None
    value: str | None
    others: tuple[str, ...]
    filled: bool
    blank: bool

    @property
    def nothing(self) -> bool:
        """Whether nobody can give these answers at once."""
        return not (self.filled or self.blank)


def allowed(answers: Iterable[tuple[Question, bool]]) -> Allowed:
    """What answers about one column allow together."""
    given = list(answers)
    borders = [(question.above, answer) for question, answer in given if question.above is not None]
    low = max((border for border, answer in borders if answer), default=None)
    high = min((border for border, answer in borders if not answer), default=None)
    texts = [(question.value, answer) for question, answer in given if question.value is not None]
    values = {value for value, answer in texts if answer}
    others = tuple(value for value, answer in texts if not answer)
    filled = not any(answer and question.above is None and question.value is None for question, answer in given)
    filled &= low is None or high is None or low < high
    filled &= len(values) <= 1 and values.isdisjoint(others)
    return Allowed(
        low, high, next(iter(values), None), others, filled, all(question.blank == answer for question, answer in given)
    )
