"""What is asked of every number that goes into a formula or a return: that it is one, and finite."""

from __future__ import annotations

from typing import Any

from mlcurric.subject.typed import about_no_number
from mlcurric.text import T, run_on

_NAMED = T("{name}: {says}", "{name}: {says}")


def about(name: str | T, value: Any) -> T | None:
    """What is wrong with a value where a finite number is asked, with the name of its place; nothing where it is one."""
    says = about_no_number(value)
    return _NAMED.format(name=name, says=run_on(says)) if says else None


def check_numbers(**values: Any) -> None:
    """Let a function go on only with finite numbers.

    Raises:
        ValueError: naming the first argument that is none, and what it is instead.
    """
    for name, value in values.items():
        if wrong := about(name, value):
            raise ValueError(str(wrong))
