"""A module of ``mlcurric.notebook`` inside the sandbox: it shows things, and here nobody looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class _Nothing:
    """Takes whatever is done to what is shown, and does nothing."""

    def __call__(self, *_arguments: Any, **_options: Any) -> _Nothing:
        return self

    def __getattr__(self, name: str) -> _Nothing:
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __repr__(self) -> str:
        return ""


def __getattr__(name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(name)
    return _Nothing()
