"""A structured answer: named fields, each of a form of its own, typed as ``dict(field=..., ...)``."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from mlcurric.question.forms import Form, Text, shown
from mlcurric.question.verdict import Verdict, failed, not_attempted
from mlcurric.text import T


@dataclass(frozen=True)
class Field:
    """One line of a structured answer.

    Attributes:
        label: what the field asks for, in a few words.
        form: how its value is typed.
        comment: what stands beside it in the template, where the label is too long for that.
    """

    label: T
    form: Form
    comment: T | None = None


@dataclass(frozen=True)
class Fields:
    """Named fields that are read together, because they must agree with each other."""

    fields: Mapping[str, Field]

    def untouched(self, value: Any) -> bool:
        if not isinstance(value, dict):
            return value is ...
        # A form without its lines has been touched: read() says which are gone.
        return value.keys() == self.fields.keys() and all(
            field.form.untouched(value[name]) for name, field in self.fields.items()
        )

    def template(self) -> str:
        width = max(map(len, self.fields))
        lines = []
        for name, field in self.fields.items():
            # A text field is one line here: triple quotes inside dict() trip beginners.
            blank = '""' if isinstance(field.form, Text) else field.form.template()
            # The space before the comma: a double click on the dots must not take the comma along.
            lines.append(f"    {name:<{width}} = {blank} ,  # {field.comment or field.label}")
        return "\n".join(["dict(", *lines, ")"])

    def note(self) -> T:
        return T("fill in each line", "1行ずつ埋める")

    def read(self, value: Any) -> dict[str, Any] | Verdict:
        if not isinstance(value, dict):
            return failed(
                T("You replaced the whole form by {value}.", "記入欄全体が {value} に置きかわっています。").format(
                    value=shown(value)
                ),
                T("The lines {names} are expected.", "{names} の各行が必要です。").format(names=", ".join(self.fields)),
                T(
                    "Undo until the lines are back, then change what is right of each “=”.",
                    "取り消し操作で行を戻し、各「=」の右だけを書きかえてください。",
                ),
            )
        for name in value:
            if name not in self.fields:
                return failed(*self._about_unknown(name))
        typed = self.filled_in(value)
        if open_fields := [name for name in self.fields if name not in typed]:
            return not_attempted(
                T("Still to fill in: {names}.", "まだ埋まっていない行: {names}。").format(names=", ".join(open_fields))
            )
        clean = {}
        for name, field in self.fields.items():
            clean[name] = field.form.read(value[name])
            if isinstance(clean[name], Verdict):
                return _named(clean[name], name)
        return clean

    def filled_in(self, value: Any) -> list[str]:
        """The lines in which something is typed."""
        if not isinstance(value, dict):
            return []
        return [name for name, line in self.fields.items() if name in value and not line.form.untouched(value[name])]

    def readable(self, value: dict[str, Any]) -> dict[str, Any]:
        """The clean values of those lines that can be read, whatever stands in the others."""
        clean = {name: self.fields[name].form.read(value[name]) for name in self.filled_in(value)}
        return {name: typed for name, typed in clean.items() if not isinstance(typed, Verdict)}

    def _about_unknown(self, name: str) -> tuple[T, T]:
        near = difflib.get_close_matches(name, self.fields, 1)
        seen = T("There is no line called “{name}”.", "「{name}」という行はありません。").format(name=name)
        if near:
            return seen, T("Did you mean “{near}”?", "「{near}」でしょうか。").format(near=near[0])
        return seen, T("The lines are {names}.", "行の名前は {names} です。").format(names=", ".join(self.fields))


def _named(verdict: Verdict, name: str) -> Verdict:
    """The same verdict, saying which line it is about."""
    seen = T("{name}: {seen}", "{name}: {seen}").format(name=name, seen=verdict.seen)
    return replace(verdict, seen=seen)
