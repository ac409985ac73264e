"""A function inside the sandbox that was left outside: it says so when it is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from mlcurric.question.only_shown import OnlyShown


def absent(name: str) -> Callable[..., NoReturn]:
    """What stands in the place of a function of that name."""

    def refuse(*_arguments: Any, **_options: Any) -> NoReturn:
        raise OnlyShown(f"{name}() is there to try things out; it is not run while answers are graded.")

    return refuse
