"""``mlcurric`` inside the sandbox: the exercise is there, and judges nothing."""

from __future__ import annotations

from typing import Any

__all__ = ["exercise"]


class Exercise:
    """Stands where a notebook calls its exercise: whatever is asked of it is passed over; the answers are read elsewhere.

    Its ``answer`` is ``None``, as everywhere before an answer has passed: cells that go on from one pass it over, too.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return f"exercise({self._name!r})"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return _pass_over


def exercise(exercise_id: str, lang: str | None = None) -> Exercise:
    """Open an exercise: language and charts are set as in a notebook, and nothing is checked."""
    from mlcurric.subject.style import use_style
    from mlcurric.text import speak

    if lang is not None:
        speak(lang)
    use_style()
    return Exercise(exercise_id)


def _pass_over(*_arguments: Any, **_options: Any) -> None:
    return None
