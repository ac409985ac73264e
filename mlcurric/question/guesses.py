"""One guess on one statement, and how the progress log keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mlcurric.text import T

LEAST_SURE, SUREST = 50, 99
SURE = "_sure"
"""How the name of a line ends that holds the sureness of a statement."""
YES_OR_NO = {"yes": T("yes", "はい"), "no": T("no", "いいえ")}


@dataclass(frozen=True)
class Guess:
    """What a learner says of one statement: true or false, and how sure, 50 to 99 percent."""

    says: bool
    sure: float

    @property
    def answer(self) -> T:
        return YES_OR_NO["yes" if self.says else "no"]

    @property
    def in_short(self) -> T:
        """Two words: “yes, 70%”, 「はい、70%」."""
        return T("{answer}, {sure:.0f}%", "{answer}、{sure:.0f}%").format(answer=self.answer, sure=self.sure)


def as_guesses(statements: Iterable[str], clean: Mapping[str, Any]) -> dict[str, Guess]:
    """The guesses in a clean answer, by the statement's name."""
    return {key: Guess(clean[key] == "yes", clean[f"{key}{SURE}"]) for key in statements}


def as_logged(guesses: Mapping[str, Guess]) -> dict[str, dict[str, Any]]:
    """Guesses as the progress log keeps them: ``{"a": {"answer": "yes", "sure": 70.0}}``."""
    return {key: {"answer": "yes" if guess.says else "no", "sure": guess.sure} for key, guess in guesses.items()}


def from_log(logged: Any) -> dict[str, Guess]:
    """Guesses as a line of the log holds them; what is not one, in a damaged or an older line, is left out."""
    found = {}
    for key, guess in logged.items() if isinstance(logged, dict) else ():
        says, sure = (guess.get("answer"), guess.get("sure")) if isinstance(guess, dict) else (None, None)
        if says in ("yes", "no") and type(sure) in (int, float) and LEAST_SURE <= sure <= SUREST:
            found[key] = Guess(says == "yes", float(sure))
    return found
