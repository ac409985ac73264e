"""What a kind of list is: its columns, what each is called and what may stand in it, and what stands above them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mlcurric.subject.sheets import plain_heading
from mlcurric.text import T


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        name: in code and as the heading of a CSV.
        heading: in Excel and on pages.
        holds: what belongs there; Excel says it beside the cell.
        also: other headings that mean it, in either language.
        width: in half-width characters.
        choices: what may stand there → how it is shown; Excel offers it as a drop-down.
        words: other words for a choice → the choice.
        between: the least and the most of a number; then it is one.
        whole: whether that number is a whole one.
        halves: whether, where it is, a half is let through too.
        number_format: how Excel shows that number; empty for as it is.
        is_day: whether it is a day.
        if_words: the column that is meant in place of this one where most of what stands below the heading is no number;
            people write “sponsor” above names and above scores.
        formula: for a column that Excel computes: ``{row}``, and ``{name}`` for the letter of a column, are filled in. It is
            not read back.
    """

    name: str
    heading: T
    holds: T
    also: tuple[str, ...] = ()
    width: int = 18
    choices: Mapping[str, T] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    between: tuple[float, float] | None = None
    whole: bool = True
    halves: bool = False
    number_format: str = ""
    is_day: bool = False
    if_words: str = ""
    formula: str = ""

    @property
    def headings(self) -> set[str]:
        """Everything that it may be called, as headings are compared."""
        return {plain_heading(each) for each in (self.name, self.heading.en, self.heading.ja, *self.also)}


@dataclass(frozen=True)
class Table:
    """A kind of list.

    Attributes:
        name: of its file, such as ``"use-cases"``.
        title: of its sheet in Excel.
        columns: from left to right.
        about: what stands above the headings, one line each (a title, a team).
        explains: the first lines of the sheet that tells how to fill it in.
        pages_wide: over so many sheets of A4 it is printed.
        printed: the last column that is printed, by its name; empty for all of them.
        frozen: so many columns stay in sight, and are printed on each sheet.
        own: what stands in the columns of people's own that belong to it, such as one for each person.
    """

    name: str
    title: T
    columns: tuple[Column, ...]
    about: tuple[Column, ...] = ()
    explains: tuple[T, ...] = ()
    pages_wide: int = 1
    printed: str = ""
    frozen: int = 1
    own: Column | None = None

    def column(self, name: str) -> Column:
        """The column of a name.

        Raises:
            StopIteration: if there is none; names are the code's, not people's.
        """
        return next(column for column in self.columns if column.name == name)
