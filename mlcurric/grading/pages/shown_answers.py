"""An answer as people read it: the letter with its option, a number with the digits that are compared, a chart in words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from mlcurric.grading.reading.clean import clean, clean_text
from mlcurric.question.charts import Chart
from mlcurric.question.choices import Choice, Letters
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Form, Text
from mlcurric.question.functions import Function
from mlcurric.question.given import Given
from mlcurric.question.plain import Opaque
from mlcurric.question.verdict import Verdict
from mlcurric.subject.charts.words import in_words
from mlcurric.text import T

LONGEST_VALUE, LONGEST_CHART, LONGEST_NAME, MOST_LINES = 300, 2_000, 60, 60
_BREAKS = "\n\t"
_OF_TYPE = T("a value of type {kind}", "{kind} 型の値")
_TRIED = T("the function {name}, tried on {n} inputs", "関数 {name}({n} 通りの入力で確認)")
_AND_MORE = T("and {n} more", "ほか {n} 個")


@dataclass(frozen=True)
class Line:
    """One line of an answer as it is shown; ``label`` is empty where the answer is a single value."""

    label: str
    text: str


def answer_lines(form: Form | None, answer: Any) -> list[Line]:
    """An answer as text, line by line; without a form, as Python writes it."""
    if isinstance(form, Fields) and isinstance(answer, dict):
        lines = [_field_line(name, form.fields.get(name), value) for name, value in list(answer.items())[:MOST_LINES]]
        more = len(answer) - len(lines)
        return [*lines, Line("…", str(_AND_MORE.format(n=more)))] if more else lines
    return [Line("", _as_text(form, answer))]


def _field_line(name: str, field: Field | None, value: Any) -> Line:
    return Line(
        f"{name} · {field.label}" if field else _cut(clean(name), LONGEST_NAME),
        _as_text(field.form if field else None, value),
    )


def _as_text(form: Form | None, value: Any) -> str:
    if isinstance(form, Given):
        return _as_text(form.form, value)
    if isinstance(form, Text) and isinstance(value, str):
        # Not strip(): in Japanese a paragraph begins with a full-width space.
        return clean_text(value.rstrip().lstrip("\r\n"), keep=_BREAKS)
    if isinstance(form, Choice | Letters) and not isinstance(letters := form.read(value), Verdict):
        letters = (letters,) if isinstance(letters, str) else letters
        return "\n".join(_option(letter, str(form.options[letter])) for letter in letters)
    if isinstance(form, Function) and not isinstance(outcomes := form.read(value), Verdict):
        return str(_TRIED.format(name=form.name, n=len(outcomes)))
    if isinstance(form, Chart) and not isinstance(chart := form.read(value), Verdict):
        return _cut(clean(str(in_words(chart)), keep=_BREAKS), LONGEST_CHART)
    text = str(_OF_TYPE.format(kind=clean(value.type_name))) if isinstance(value, Opaque) else _code(value)
    return _cut(text, LONGEST_VALUE)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _option(letter: str, label: str) -> str:
    return label if label == letter else f"{letter}: {label}"


def _code(value: Any) -> str:
    """A number, text in quotes, list or the like as a learner would type it."""
    if isinstance(value, str):
        return f'"{clean(value, keep=_BREAKS)}"'
    if isinstance(value, float):
        return _short(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_code, value))}]"
    if isinstance(value, dict):
        return f"dict({', '.join(f'{clean(key)}={_code(item)}' for key, item in value.items())})"
    if isinstance(value, Opaque):
        return f"<{clean(value.type_name)}>"
    return "…" if value is ... else repr(value)


def _short(value: float) -> str:
    """A number with the digits that people compare: 0.2222, 7041, 1234.5."""
    if not 1_000 <= abs(value) < 1e15:
        return f"{value:.4g}"
    # Four digits would hide what is wrong with 1234.5 where a whole number is asked for.
    # The last bits of a sum of cents make no part of a number.
    return f"{value:.0f}" if math.isclose(value, round(value), rel_tol=1e-12) else f"{value:.1f}"
