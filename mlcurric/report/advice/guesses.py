"""What is told of the columns of which nobody has said yet whether anybody can act on them, first of all where none can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mlcurric.report.advice.asking import of_all
from mlcurric.report.reading.names import first_columns
from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T, run_on

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import Listed
    from mlcurric.report.advice.words import Words


def about_guesses(words: Words, file: str, rows: Sequence[Listed] = ()) -> Remark | None:
    """What is told of the columns of which nobody has said whether anybody can act on them; nothing if all are said.

    Of a list only the columns count that are reasons on it: what is decided of others changes nothing there. Where for hardly
    anybody on it any reason is one that somebody can act on, that comes first: with such a list nobody knows what to do.

    Args:
        file: in which to say it, by its name.
        rows: of the list.
    """
    guessed, asked = _on_list(rows, words.guessed), _on_list(rows, words.asked)
    told = [
        says.format(columns=first_columns(names, _NAMED))
        for says, names in ((_GUESSED, guessed), (_OPEN, asked))
        if names
    ]
    if not told:
        return None
    without = sum(not row.actionable for row in rows)
    if asked and without > _NEARLY_ALL * len(rows):
        way_out = _FILL_IN.format(file=file, columns=first_columns(asked, _NAMED_FIRST))
        return Remark(
            "nothing-to-do",
            run_on((_NOTHING.format(who=of_all(without, rows)), *told)),
            way_out,
            (*guessed, *asked),
            Weight.DANGER,
        )
    return Remark(
        "guessed-words",
        run_on(told),
        T(
            "Tell the person who makes this page: it is written into “{file}”, and the page is made again with it.",
            "決まったことは、このページを作った人に伝えてください。「{file}」に書き込んで作り直すと、ページに反映されます。",
        ).format(file=file),
        (*guessed, *asked),
        Weight.NOTE,
    )  # fmt: skip


def _on_list(rows: Sequence[Listed], columns: Sequence[str]) -> Sequence[str]:
    """Those that are reasons on the list, the one of most customers first; without a list all of them."""
    if not rows:
        return columns
    counts = Counter(str(reason.column) for row in rows for reason in row.codes.reasons if (reason.points or 0) > 0)
    return [column for column, _ in counts.most_common() if column in columns]


_NEARLY_ALL = 0.95
_NAMED, _NAMED_FIRST = 5, 2
"""Columns that are named; of what is to be done first so few that it stays one line."""
_NOTHING = T(
    "For {who} no reason is marked “can act”.",
    "{who}について、「手を打てる」の印が付いた理由がひとつもありません。",
)
_FILL_IN = T(
    "Decide whether anybody can act on {columns}, and what to do. The person who makes this page writes "
    "it into “{file}” and makes the page again.",
    "{columns}に手を打てるかどうかと、何をするかを決めてください。ページを作る人が「{file}」に書き込んで作り直します。",
)
_GUESSED = T(
    "Whether anybody can act on {columns} was guessed by name; nobody has confirmed it.",
    "{columns}に手を打てるかどうかは、列名からの推測で、まだ誰も確かめていません。",
)
_OPEN = T(
    "Nobody has said yet whether anybody can act on {columns}.",
    "{columns}に手を打てるかどうかは、まだ誰も決めていません。",
)
