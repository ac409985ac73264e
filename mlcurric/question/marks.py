"""A row of a RACI table as one types it: a text with a mark for each person."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from mlcurric.question.forms import OneLine, shown
from mlcurric.question.verdict import Verdict, failed
from mlcurric.subject.operations.raci import read_row
from mlcurric.text import T

_LONGEST = 100
_IN_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


@dataclass(frozen=True)
class Marks(OneLine):
    """The marks of one row, in the order of ``people``.

    Attributes:
        people: by whom the marks are read; eight at the most.
        example: how a row looks.
    """

    people: tuple[str, ...]
    example: str

    def note(self) -> T:
        """What is to be typed, as it stands behind the row in the cell."""
        note = T('marks in quotes, such as "{example}"', '{n}人分の記号を引用符で囲む。例: "{example}"')
        return note.format(example=self.example, n=len(self.people))

    def read(self, value: Any) -> dict[str, frozenset[str]] | Verdict:
        """The letters of each person, by name, of a row such as ``"R A C -"``; a verdict on one that cannot be read."""
        word, n = _IN_WORDS[len(self.people)], len(self.people)
        wanted = T(
            '{word} marks in quotes are expected, in the order of the header: letters of R, A, C, I, or "-". For instance "{example}".',
            '見出しの順に、{n}人分の記号を引用符で囲んで書きます。使うのは R・A・C・I と「-」だけです。例: "{example}"',
        ).format(example=self.example, word=word.capitalize(), n=n)
        if not isinstance(value, str):
            return failed(T("You typed {value}.", "{value} と書かれています。").format(value=shown(value)), wanted)
        try:
            return read_row(value[:_LONGEST], self.people)
        except ValueError:
            if apart := self._apart(value[:_LONGEST]):
                return failed(
                    T("There are no blanks between the marks.", "記号のあいだに空白がありません。"),
                    T("Put one between each two: {apart}", "記号のあいだに空白を入れてください: {apart}").format(
                        apart=apart
                    ),
                )
            return failed(
                T("“{value}” is not a row of {word} marks.", "「{value}」は{n}人分の記号になっていません。").format(
                    value=value[:40], word=word, n=n
                ),
                wanted,
            )

    def _apart(self, text: str) -> str | None:
        """Marks that were typed without blanks as they are to be typed; ``None`` if they are none, or too few or many."""
        plain = re.sub(r"[\s/・]", "", unicodedata.normalize("NFKC", text))
        marks = re.findall("AR|RA|.", plain.upper())
        if len(marks) != len(self.people):
            marks = list(plain.upper())
        try:
            read_row(" ".join(marks), self.people)
        except ValueError:
            return None
        return f'"{" ".join(marks)}"'
