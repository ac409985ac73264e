"""Lines that are filled in already: what teaches little is not typed, and may be changed all the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from mlcurric.question.fields import Fields
from mlcurric.question.forms import Form, OneLine
from mlcurric.question.verdict import Verdict
from mlcurric.text import LANGUAGES, T


@dataclass(frozen=True)
class Given(OneLine):
    """A form in which something stands already.

    Attributes:
        form: how the line is typed by whoever changes it.
        value: what stands there; a text may stand there in both languages.
    """

    form: Form
    value: T | str | int

    def template(self) -> str:
        value = str(self.value) if isinstance(self.value, T) else self.value
        return json.dumps(value, ensure_ascii=False)

    def note(self) -> T:
        return self.form.note()

    def read(self, value: Any) -> Any | Verdict:
        return self.form.read(value)

    def stands(self, value: Any) -> bool:
        """Whether the line is as it was given, in either language."""
        if isinstance(self.value, T):
            return value in [getattr(self.value, lang) for lang in LANGUAGES]
        return value == self.value


class PartlyGiven(Fields):
    """Named fields of which some are given; it is untouched while only those hold anything."""

    def untouched(self, value: Any) -> bool:
        if not isinstance(value, dict):
            return value is ...
        forms = {name: field.form for name, field in self.fields.items()}
        return value.keys() == forms.keys() and all(
            form.untouched(value[name]) or (isinstance(form, Given) and form.stands(value[name]))
            for name, form in forms.items()
        )
