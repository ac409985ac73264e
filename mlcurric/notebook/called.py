"""A call with an argument that is not there, or of something of ours that is not there: which one it is, and which was meant."""

from __future__ import annotations

import ast
import builtins
import dataclasses
import difflib
import inspect
import re
from collections.abc import Collection, Mapping
from typing import Any

from mlcurric.text import T

_UNKNOWN = re.compile(
    r"(?:got an unexpected keyword argument '(?P<name>\w+)'|'(?P<builtin>\w+)' is an invalid keyword argument)"
)
_MOST_NAMES = 8


def about_argument(error: TypeError, cell: str, namespace: Mapping[str, Any]) -> tuple[T, ...] | None:
    """What is said of an argument of an unknown name in a call of the cell; ``None`` if the error is another.

    Args:
        cell: the whole cell.
        namespace: the names that Python knows; what is called is looked up there, and not run.
    """
    found = _UNKNOWN.search(str(error))
    name = found and (found["name"] or found["builtin"])
    call = name and _call_with(name, cell)
    if not call:
        return None
    where, names = T("Line {n}: ", "{n}行目: ").format(n=call.lineno), _arguments(call, namespace)
    seen = T("{where}There is no line “{name}”.", "{where}{name} という名前の行はありません。").format(
        where=where, name=name
    )
    near = difflib.get_close_matches(name, names, 1)
    if near:
        return seen, T("Did you mean {near}?", "{near} でしょうか。").format(near=near[0])
    if 0 < len(names) <= _MOST_NAMES:
        return seen, T("There are {names}.", "あるのは {names} です。").format(names=", ".join(names))
    return seen, T("Look at its spelling.", "つづりを見直してください。")


def about_attribute(error: AttributeError, namespace: Mapping[str, Any]) -> tuple[T, ...] | None:
    """A misspelt ``ex.check`` or ``wall.print``; of what is not ours the traceback says more."""
    ours = getattr(error, "obj", None)
    if not type(ours).__module__.startswith("mlcurric."):
        return None
    called = [name for name, value in namespace.items() if value is ours and not name.startswith("_")]
    name = called[0] if called else type(ours).__name__.lower()
    verbs = [verb for verb in dir(ours) if not verb.startswith("_")]
    near = difflib.get_close_matches(error.name.lower(), verbs, 1, cutoff=0.5)
    return (
        T("There is no {name}.{verb}.", "{name}.{verb} というものはありません。").format(name=name, verb=error.name),
        T("Did you mean {name}.{near}?", "{name}.{near} でしょうか。").format(name=name, near=near[0])
        if near
        else T("There are {verbs}.", "あるのは {verbs} です。").format(verbs=", ".join(verbs)),
    )


def _call_with(name: str, cell: str) -> ast.Call | None:
    """The call in a cell that sets an argument of that name; its line is that of the argument."""
    try:
        parts = list(ast.walk(ast.parse(cell)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for part in parts:
        if isinstance(part, ast.Call):
            for argument in part.keywords:
                if argument.arg == name:
                    part.lineno = argument.value.lineno
                    return part
    return None


def _arguments(call: ast.Call, namespace: Mapping[str, Any]) -> Collection[str]:
    """The names of the arguments that what is called takes; none where that cannot be told without running something."""
    called = _found(call.func, namespace)
    if called is dataclasses.replace and call.args:
        changed = _found(call.args[0], namespace)
        return [each.name for each in dataclasses.fields(changed)] if dataclasses.is_dataclass(changed) else []
    try:
        parameters = inspect.signature(called).parameters.values() if callable(called) else []
    except (TypeError, ValueError):
        return []
    named = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    return [each.name for each in parameters if each.kind in named and each.name != "self"]


def _found(code: ast.expr, namespace: Mapping[str, Any]) -> Any:
    """What a name stands for, or a part of it by its type; nothing that has to be computed."""
    match code:
        case ast.Name(id=name):
            return namespace.get(name, getattr(builtins, name, None))
        case ast.Attribute(value=owner, attr=name) if (known := _found(owner, namespace)) is not None:
            holder = known if inspect.ismodule(known) or inspect.isclass(known) else type(known)
            found = inspect.getattr_static(holder, name, None)
            return getattr(found, "__func__", found)
    return None
