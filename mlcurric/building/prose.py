"""Numbers in prose: placeholders that the executed notebook fills, and typed numbers, which need a source."""

from __future__ import annotations

import ast
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mlcurric.building.problems import Place
from mlcurric.question.fields import Fields
from mlcurric.question.forms import Form
from mlcurric.questions import QuestionSet
from mlcurric.text import T

_PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}")
_LIST = re.compile(r"^[ \t]*\{\{\s*(options|items|fields)\((\w+)\)\s*\}\}[ \t]*$", re.MULTILINE)
_CODE_BLOCK = re.compile(r"^(`{3,}|~{3,}).*?^\1", re.MULTILINE | re.DOTALL)
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"\]\([^)\s]*(?:\s+\"[^\"]*\")?\)|<[^>\n]*>|https?://\S+")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?(?: ?%)?")
_SUSPICIOUS = re.compile(r"%|\.\d|,\d|\d{3}")


@dataclass(frozen=True)
class Placeholder:
    """One ``{{ expression:format }}``.

    Attributes:
        format: a format specification as Python's ``format`` takes it; empty for ``str``.
    """

    expression: str
    format: str

    @property
    def key(self) -> str:
        return f"{self.expression}:{self.format}" if self.format else self.expression


def placeholders(text: str, place: Place) -> list[Placeholder]:
    """The placeholders of a text, in their order, without the lists of options.

    Raises:
        SourceError: for one that Python cannot read.
    """
    text = _LIST.sub("", text)
    found = [_placeholder(match[1].strip(), place) for match in _PLACEHOLDER.finditer(text)]
    rest = _CODE_SPAN.sub("", _CODE_BLOCK.sub("", _PLACEHOLDER.sub("", text)))
    if "{{" in rest or "}}" in rest:
        raise place.error("A placeholder is not closed on its line.", "Write {{ expression:format }} on one line.")
    return found


def _placeholder(inside: str, place: Place) -> Placeholder:
    found = _split(inside)
    if found is None:
        raise place.error(f"Python cannot read the placeholder “{{{{ {inside} }}}}”.", "Write {{ expression:format }}.")
    if re.match(r"(options|items|fields)\(", found.expression):
        raise place.error(f"“{{{{ {inside} }}}}” stands inside a line.", "Give it a line of its own.")
    return found


def _split(inside: str) -> Placeholder | None:
    # The format begins at the first colon with a whole expression to its left: x[1:3]:,  d["a:b"]:.0%
    colons = [position for position, character in enumerate(inside) if character == ":"]
    for end in (*colons, len(inside)):
        expression = inside[:end].strip()
        try:
            ast.parse(expression, mode="eval")
        except SyntaxError:
            continue
        return Placeholder(expression, inside[end + 1 :].strip())
    return None


def fill(text: str, numbers: Mapping[str, str]) -> str:
    """The text with every placeholder replaced by what the notebook printed for it.

    Raises:
        KeyError: if the notebook printed nothing for one of them.
    """

    def value(match: re.Match[str]) -> str:
        found = _split(match[1].strip())
        return numbers[found.key if found else match[1]]

    return _PLACEHOLDER.sub(value, text)


def numbers_cell(wanted: Iterable[Placeholder]) -> str:
    """The code of the hidden last cell: it prints every placeholder of the page with its text, as JSON."""
    pairs = {one.key: one for one in wanted}
    lines = [f"    {_quoted(key)}: {_as_text(pairs[key])}," for key in sorted(pairs)]
    return "\n".join(["import json", "print(json.dumps({", *lines, "}, ensure_ascii=False, indent=1))"])


def _as_text(one: Placeholder) -> str:
    return f"format({one.expression}, {_quoted(one.format)})" if one.format else f"str({one.expression})"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def with_lists(text: str, questions: QuestionSet | None, lang: str, place: Place) -> str:
    """The text with ``{{ options(name) }}`` and ``{{ items(name) }}`` replaced by what the question offers; ``fields`` alike."""

    def as_list(match: re.Match[str]) -> str:
        what, name = match[1], match[2]
        question = questions and questions.find(name)
        if not question:
            near = questions and questions.nearest(name)
            raise place.error(
                f"There is no question “{name}”.", f"Did you mean “{near}”?" if near else "See mlcurric/questions/."
            )
        lines = _fields(question.form, lang) if what == "fields" else _entries(getattr(question, what), lang)
        if not lines:
            raise place.error(f"The question “{name}” has no {what}.", "Delete the line.")
        return "\n".join(lines)

    return _LIST.sub(as_list, text)


def _entries(entries: Mapping[str, T], lang: str, indent: str = "") -> list[str]:
    return [f"{indent}- **{letter}**  {getattr(label, lang)}" for letter, label in entries.items()]


def _fields(form: Form, lang: str) -> list[str]:
    """The lines of a form that is filled in, each with the options that it offers."""
    lines = []
    for name, line in form.fields.items() if isinstance(form, Fields) else ():
        lines += _entries({name: line.label}, lang)
        lines += _entries(getattr(line.form, "options", {}), lang, "  ")
    return lines


def lists(text: str) -> list[str]:
    """The lists of options that a text asks for, as they are written."""
    return [f"{what}({name})" for what, name in _LIST.findall(text)]


def typed_numbers(text: str) -> list[str]:
    """The numbers typed in prose that look like figures: with a percent sign, a point, a comma, or three digits."""
    for pattern in (_LIST, _PLACEHOLDER, _CODE_BLOCK, _CODE_SPAN, _LINK):
        text = pattern.sub(" ", text)
    numbers = (number.replace(" ", "") for number in _NUMBER.findall(unicodedata.normalize("NFKC", text)))
    return [number for number in numbers if _SUSPICIOUS.search(number)]
