"""The functions of the course that do what learners are asked to write: an answer that leaves its work to one is none.

Where answers are graded they are not there (``grading.running.let_in``); in a notebook, where they are there to try things
out, whoever uses one in an answer is told the same.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import CodeType, ModuleType
from typing import Any

from mlcurric.question.only_shown import OnlyShown

FORMULAS = frozenset(
    f"mlcurric.subject.{name}"
    for name in ("experiments.sizes", "metrics.qini", "operations.stability", "usecases.survival", "value.returns")
)
"""Modules with what learners write as functions themselves."""
LEFT_TO_ONE = {"asked": [{"raised": OnlyShown.__name__, "kinds": [], "says": "", "line": None}]}
"""What comes of asking such an answer, as ``asking.answer_of`` tells it."""


def is_left_to_formula(value: Any) -> bool:
    """Whether a function is one of those, or calls one: itself, or through another function of its notebook."""
    open_ones, seen = [value], set()
    while open_ones:
        function = _inner(open_ones.pop())
        if _is_formula(function):
            return True
        if id(function) not in seen and isinstance(getattr(function, "__code__", None), CodeType):
            seen.add(id(function))
            open_ones += [each for each in _called(function) if _is_formula(each) or _is_beside(each, function)]
    return False


def _is_formula(value: Any) -> bool:
    return callable(value) and getattr(value, "__module__", None) in FORMULAS


def _is_beside(value: Any, function: Any) -> bool:
    """Whether something is a function of the same notebook."""
    return getattr(_inner(value), "__globals__", None) is function.__globals__


def _inner(value: Any) -> Any:
    """The function that ``functools`` began or keeps the results of; anything else is itself."""
    while isinstance(value, functools.partial | functools._lru_cache_wrapper):
        value = value.func if isinstance(value, functools.partial) else value.__wrapped__
    return value


def _called(function: Callable[..., Any]) -> Iterator[Any]:
    """What the names in a function's body stand for: behind the dot of a module, imported there, defaults, and of a function around it."""
    there, names = function.__globals__, set(_names(function.__code__))
    modules = [each for name in names if isinstance(each := there.get(name, sys.modules.get(name)), ModuleType)]
    for name in names:
        if name in there:
            yield there[name]
        else:
            yield from (getattr(module, name, None) for module in modules)
    yield from (*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values())
    for cell in function.__closure__ or ():
        # One that is filled only later holds nothing yet.
        with suppress(ValueError):
            yield cell.cell_contents


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)
