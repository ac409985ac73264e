"""Asks a function: calls it on inputs that its author has not seen, and notes what came of each call as plain data.

It runs in the process that holds the learner's code; what it brings back is judged in another, or beside it in a notebook.
"""

from __future__ import annotations

import builtins
import contextlib
import ctypes
import dis
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mlcurric.question.plain import dumps, name_of, to_plain
from mlcurric.question.waiting import waited
from mlcurric.text import T

SECONDS = 2.0
"""How long one call may take."""
_LARGEST = 8_000
"""Characters, as JSON, that one call may give back; of all calls together no more than one answer may hold."""


@dataclass(frozen=True)
class Case:
    """One input on which a function is tried.

    Attributes:
        about: what is special about it, in a few words that fit behind “With”.
        arguments: by name, in order; numbers, texts, lists, and pandas tables or columns.
    """

    about: T
    arguments: Mapping[str, Any]

    def call(self) -> Call:
        """The arguments as plain data, fit to be sent to another process."""
        return {name: pack(value) for name, value in self.arguments.items()}


Call = Mapping[str, Any]
"""The arguments of one call by name, packed; see ``pack``."""
_TABLE, _COLUMN, _LABELS = "table", "column", "labels"
# By their identity: a class of a learner's may say that it is equal to any other.
_PYTHONS_ERRORS = {
    id(each): each.__name__
    for each in vars(builtins).values()
    if isinstance(each, type) and issubclass(each, BaseException)
}
# What Python's compiler makes of an empty body, from 3.11 on.
_NOTHING, _GIVE = ("RESUME", "NOP", "RETURN_VALUE"), ("LOAD_CONST", "RETURN_CONST")


def pack(value: Any) -> Any:
    """An argument as plain data; a pandas table or column as its values by name, with its row labels."""
    if _is_pandas(value, "DataFrame"):
        return {_TABLE: {str(name): value[name].tolist() for name in value}, _LABELS: value.index.tolist()}
    if _is_pandas(value, "Series"):
        return {_COLUMN: value.tolist(), "name": value.name, _LABELS: value.index.tolist()}
    return value


def unpack(packed: Any) -> Any:
    """The argument that ``pack`` packed, made anew: no two calls share one."""
    if isinstance(packed, dict) and (_TABLE in packed or _COLUMN in packed):
        # Imported here: a function that is asked about numbers needs no pandas.
        import pandas as pd

        labels = packed[_LABELS]
        # Rows that are numbered from 0 come with pandas' own numbering, as those of a file that was read.
        index = None if labels == list(range(len(labels))) else labels
        if _TABLE in packed:
            return pd.DataFrame(packed[_TABLE], index=index)
        return pd.Series(packed[_COLUMN], name=packed["name"], index=index)
    if isinstance(packed, list):
        return [unpack(item) for item in packed]
    return packed


def answer_of(value: Any, calls: Sequence[Call] | None) -> Any:
    """The answer as plain data: what came of each call where there are ``calls``, else the value itself.

    Returns:
        For a function ``{"asked": outcomes}``, one outcome a call: ``{"gave": plain, "type": name}``, ``{"raised": name,
        "kinds": names, "says": text, "line": number}`` with the errors of Python itself of which it is one
        and the line of its cell (0 in a file),
        ``{"too_large": type name}`` where it gave back more than a judge is told,
        ``{"endless": True}``, after which no other call is made, or ``{"changed": argument}``. A function whose body is
        still ``...`` is ``...``.
    """
    if calls is None or not callable(value):
        return to_plain(value)
    if _is_stub(value):
        return ...
    outcomes: list[dict[str, Any]] = []
    for call in calls:
        outcomes.append(_one(value, call))
        if "endless" in outcomes[-1]:
            break
    return {"asked": outcomes}


def _one(function: Callable[..., Any], call: Call) -> dict[str, Any]:
    arguments = {name: unpack(packed) for name, packed in call.items()}
    try:
        with _silence(), _limit(SECONDS):
            gave = function(*arguments.values())
    except _TooLong:
        return {"endless": True}
    except BaseException as error:  # A learner's function may raise anything, SystemExit too.
        if type(error) is KeyboardInterrupt:
            raise
        return {
            "raised": name_of(type(error)), "kinds": _kinds(error), "says": _said(error), "line": _line(error, function)
        }  # fmt: skip
    for name, packed in call.items():
        # As text: a gap is not equal to itself.
        if dumps(to_plain(pack(arguments[name]))) != dumps(to_plain(packed)):
            return {"changed": name}
    plain, kind = _result(gave), name_of(type(gave))
    return {"too_large": kind} if len(dumps(plain)) > _LARGEST else {"gave": plain, "type": kind}


def _result(gave: Any) -> Any:
    """What a function gave back as plain data; arrays and columns as lists."""
    if type(gave).__module__ == "numpy" and getattr(gave, "shape", None):
        return to_plain(gave.tolist())
    if _is_pandas(gave, "Series"):
        return to_plain(gave.tolist())
    if _is_pandas(gave, "DataFrame"):
        return to_plain({str(name): gave[name].tolist() for name in gave})
    return to_plain(gave)


def _is_pandas(value: Any, name: str) -> bool:
    pandas = sys.modules.get("pandas")
    return pandas is not None and type(value) is getattr(pandas, name)


def _is_stub(function: Callable[..., Any]) -> bool:
    """Whether the body of a function is ``...`` or ``pass``, with or without a docstring: it does nothing at all."""
    code = getattr(function, "__code__", None)
    steps = [] if code is None else [(step.opname, step.argval) for step in dis.get_instructions(code)]
    return bool(steps) and all(name in _NOTHING or (name in _GIVE and value is None) for name, value in steps)


def _said(error: BaseException) -> str:
    try:
        return to_plain(" ".join(str(error)[:1_000].split())[:200])
    except Exception:  # A learner's own error class may fail when it is printed.
        return ""


def _kinds(error: BaseException) -> list[str]:
    """The errors of Python itself of which an error is one."""
    # By type's own descriptor: a metaclass may answer for its class.
    parents = type.__dict__["__mro__"].__get__(type(error))
    return [_PYTHONS_ERRORS[id(parent)] for parent in parents if id(parent) in _PYTHONS_ERRORS]


def _line(error: BaseException, function: Callable[..., Any]) -> int | None:
    """The line of the function's cell at which it stopped; 0 in a file, such as a library's, and none before it began."""
    code = getattr(function, "__code__", None)
    lines = [
        number
        for frame, number in traceback.walk_tb(error.__traceback__)
        if code is not None and frame.f_code.co_filename == code.co_filename
    ]
    return (0 if os.path.exists(code.co_filename) else lines[-1]) if lines else None


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """What a function prints is not its answer."""
    with (
        open(os.devnull, "w", encoding="utf-8") as nothing,
        contextlib.redirect_stdout(nothing),
        contextlib.redirect_stderr(nothing),
    ):
        yield


class _TooLong(BaseException):
    """The call took longer than it may; no ``except Exception`` of a learner catches it."""


@contextlib.contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """Stop the Python code of this thread after ``seconds``, and again until it has stopped.

    While others keep the processors busy its time stands still, where the system tells; see ``waited``. Signals would need the main thread and are not on every system; a call that waits inside a library is not stopped.
    """
    raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
    thread, ended, lock = ctypes.c_ulong(threading.get_ident()), threading.Event(), threading.Lock()
    task = f"self/task/{threading.get_native_id()}"

    def spent() -> float:
        return time.monotonic() - waited(task)

    def watch(until: float) -> None:
        while not ended.wait(max(0.0, until - spent())):
            if spent() < until:
                continue
            until = spent() + seconds
            with lock:
                if not ended.is_set():
                    raise_in(thread, ctypes.py_object(_TooLong))

    watcher = threading.Thread(target=watch, args=(spent() + seconds,), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with lock:
            ended.set()
            # One that was sent at the last moment must not go off later.
            raise_in(thread, None)
        watcher.join()
