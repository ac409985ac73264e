"""Answers as plain data, the only thing that a check ever sees.

A learner's object may lie (a ``float`` whose ``__eq__`` says yes), so its value is copied into exact plain
types first; what has none becomes ``Opaque``. The same data crosses from the process that ran a hand-in to the
one that judges it, as JSON: ``loads(dumps(plain)) == plain``.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, OrderedDict, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

MAX_DEPTH = 6
MAX_ITEMS = 1_000
MAX_TEXT = 20_000
MAX_SIZE = 200_000
"""The most values and characters that one answer may hold in all; a list of lists of the same list outgrows any other limit."""
LARGEST_INTEGER = 2**63
SIZE_OF_CHART = 2_000
"""What a chart costs beside its description: drawing its ticks takes about as long as copying so many values."""
_TAG, _TAGGED = "$", "is"
_DICTS = (dict, OrderedDict, defaultdict, Counter)


@dataclass(frozen=True)
class Opaque:
    """A value that is not plain data: only the name of its type is known."""

    type_name: str


def to_plain(value: Any) -> Any:
    """Copy ``value`` into ``bool``, ``int``, ``float``, ``str``, ``None``, ``list``, ``dict``, ``...`` or ``Opaque``.

    NumPy scalars become the Python number they hold, and so do decimals and fractions; a day, also one of pandas or NumPy,
    becomes a text such as ``"1998-03-15"``; a tuple becomes a list, a set a
    sorted one, and a dictionary of ``collections`` a plain one. A matplotlib ``Axes`` becomes its
    description (see ``mlcurric.subject.charts.schema``); so does a figure that holds one, and a figure of several becomes
    their list. A value that is too large, or whose own code fails in whatever way, is ``Opaque``: nothing is raised but
    the ``KeyboardInterrupt`` of somebody who stops the run.
    """
    try:
        return _Copier().copy(value, 0)
    except BaseException as error:  # A learner's object may raise anything when it is looked at, SystemExit too.
        if type(error) is KeyboardInterrupt:
            raise
        return Opaque(name_of(type(value)))


class _TooLarge(Exception):
    """The answer as a whole holds more than ``MAX_SIZE``."""


class _Copier:
    """Copies one answer and counts what it holds."""

    def __init__(self) -> None:
        self.left = MAX_SIZE

    def copy(self, value: Any, depth: int) -> Any:
        self._count(1)
        kind = type(value)
        if value is None or value is ... or kind in (bool, float, Opaque):
            return value
        if kind is int:
            return value if abs(value) < LARGEST_INTEGER else Opaque("int")
        if kind is str:
            return self._text(value)
        if depth > MAX_DEPTH:
            return Opaque(name_of(kind))
        if kind.__module__ == "numpy" and getattr(value, "shape", None) == ():
            # Of a moment to the nanosecond NumPy would give the number alone.
            inner = (value.astype("datetime64[us]") if kind is sys.modules["numpy"].datetime64 else value).item()
            if type(inner) is not kind:
                return self.copy(inner, depth)
            # A long double's item is itself.
            return float(value) if kind is sys.modules["numpy"].longdouble else Opaque(name_of(kind))
        if kind in (list, tuple) and len(value) <= MAX_ITEMS:
            return [self.copy(item, depth + 1) for item in value]
        if kind in (set, frozenset) and len(value) <= MAX_ITEMS:
            return sorted((self.copy(item, depth + 1) for item in value), key=_place)
        # By dict's own methods: those of a class written in Python can be replaced.
        if kind in _DICTS and len(value) <= MAX_ITEMS and all(type(key) is str for key in dict.keys(value)):
            return {self._text(key): self.copy(item, depth + 1) for key, item in dict.items(value)}
        if kind in (Decimal, Fraction):
            return self.copy(float(value), depth)
        if kind in (date, datetime):
            return _day(value)
        if _stems_from(kind, "pandas", "Timestamp"):
            return _day(value.to_pydatetime(warn=False))
        if _stems_from(kind, "matplotlib.axes", "Axes"):
            return self._chart(value, depth)
        if _stems_from(kind, "matplotlib.figure", "FigureBase"):
            return self._figure(value, depth)
        return Opaque(name_of(kind))

    def _chart(self, ax: Any, depth: int) -> Any:
        # Imported here: whoever holds a chart has loaded matplotlib, and nobody else needs it.
        from mlcurric.subject.charts.artists import guarded
        from mlcurric.subject.charts.describe import describe_chart

        self._count(SIZE_OF_CHART)
        # One that was taken out of its figure is seen by nobody.
        is_out = guarded(lambda: ax.figure is None, False)
        return Opaque(name_of(type(ax))) if is_out else self.copy(describe_chart(ax), depth)

    def _figure(self, figure: Any, depth: int) -> Any:
        from mlcurric.subject.charts.describe import panels

        charts = panels(figure)[:MAX_ITEMS]
        if len(charts) == 1:
            return self._chart(charts[0], depth)
        return [self._chart(ax, depth + 1) for ax in charts] or Opaque(name_of(type(figure)))

    def _text(self, text: str) -> str:
        text = text[:MAX_TEXT]
        self._count(len(text))
        return storable(text)

    def _count(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise _TooLarge


def _day(value: date) -> str:
    """A day as it is typed, year first; with its time of day where it has one."""
    at_midnight = type(value) is date or (value.time() == time.min and value.tzinfo is None)
    return value.strftime("%Y-%m-%d") if at_midnight else value.isoformat()


def _place(plain: Any) -> tuple[float, str]:
    """Where something stands among the members of a set, which have no order: numbers first, as they rise."""
    return plain if type(plain) in (int, float) else math.inf, dumps(plain)


def dumps(plain: Any) -> str:
    """Write plain data as JSON; what JSON has no word for is written as ``{"$": ..., "is": ...}``."""
    return json.dumps(_tagged(plain), ensure_ascii=True, allow_nan=False)


def open_in(text: str) -> int:
    """How much of an answer, as ``dumps`` wrote it, nobody has filled in yet: within a text its quotes are written otherwise."""
    return text.count(_OPEN)


def loads(text: str | bytes) -> Any:
    """Read what ``dumps`` wrote; the text may come from a hostile process, so the limits of ``to_plain`` hold again.

    Raises:
        ValueError: if it is not JSON of that form.
    """
    try:
        return to_plain(_untagged(json.loads(text, parse_constant=_refuse_constant)))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not plain data: {error}") from None


def _tagged(plain: Any) -> Any:
    if plain is ...:
        return {_TAG: "untouched", _TAGGED: ""}
    if isinstance(plain, Opaque):
        return {_TAG: "opaque", _TAGGED: plain.type_name}
    if isinstance(plain, float) and not math.isfinite(plain):
        return {_TAG: "float", _TAGGED: repr(plain)}
    if isinstance(plain, list):
        return [_tagged(item) for item in plain]
    if isinstance(plain, dict):
        tagged = {key: _tagged(item) for key, item in plain.items()}
        # A learner's own key "$" must not be read back as a tag.
        return {_TAG: "dict", _TAGGED: tagged} if _TAG in plain else tagged
    return plain


def _untagged(tagged: Any) -> Any:
    if isinstance(tagged, list):
        return [_untagged(item) for item in tagged]
    if not isinstance(tagged, dict):
        return tagged
    if _TAG not in tagged:
        return {key: _untagged(item) for key, item in tagged.items()}
    tag, inner = tagged[_TAG], tagged.get(_TAGGED)
    if tag == "untouched":
        return ...
    if tag == "opaque" and isinstance(inner, str):
        return Opaque(storable(inner[:100]))
    if tag == "float" and inner in ("nan", "inf", "-inf"):
        return float(inner)
    if tag == "dict" and isinstance(inner, dict):
        return {key: _untagged(item) for key, item in inner.items()}
    raise ValueError(f"an unknown tag {tag!r}")


def storable(text: str) -> str:
    """A text with half characters (lone surrogates), which no file and no table can hold, replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def name_of(kind: type) -> str:
    """The name of a class, whatever it says itself."""
    # A metaclass may answer for its class; type's own descriptor does not ask it.
    return storable(type.__dict__["__name__"].__get__(kind)[:100])


def _stems_from(kind: type, module: str, name: str) -> bool:
    """Whether ``kind`` is a class of a library, or one made from it, without importing that library."""
    parent = getattr(sys.modules.get(module), name, None)
    return isinstance(parent, type) and parent in type.__dict__["__mro__"].__get__(kind)


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


_OPEN = dumps(...)
