"""A row of a RACI table as one types it: a text with a mark for each person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mlcurric.question.forms import OneLine, shown
from mlcurric.question.verdict import Verdict, failed
from mlcurric.subject.operations.raci import read_row
from mlcurric.text import T

_LONGEST = 100


@dataclass(frozen=True)
class Marks(OneLine):
    """The marks of one row, in the order of ``people``.

    Attributes:
        people: by whom the marks are read.
        example: how a row looks.
    """

    people: tuple[str, ...]
    example: str

    def note(self) -> T:
        return T('{n} marks in quotes, such as "{example}"', '{n}人分の記号を引用符で囲む。例: "{example}"').format(
            n=len(self.people), example=self.example
        )

    def read(self, value: Any) -> dict[str, frozenset[str]] | Verdict:
        wanted = T(
            'Marks in quotes are expected, one for each of the {n} people, with blanks between: R, A, C, I, AR or "-", such as "{example}".',
            '見出しの順に{n}人分の記号を、空白で区切り、引用符で囲んで書きます。使うのは R・A・C・I・AR と「-」です。例: "{example}"',
        ).format(n=len(self.people), example=self.example)
        if not isinstance(value, str):
            return failed(T("You typed {value}.", "{value} と書かれています。").format(value=shown(value)), wanted)
        try:
            return read_row(value[:_LONGEST], self.people)
        except ValueError:
            return failed(
                T("“{value}” is not a row of {n} marks.", "「{value}」は{n}人分の記号になっていません。").format(
                    value=value[:40], n=len(self.people)
                ),
                wanted,
            )
