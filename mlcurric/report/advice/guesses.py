"""What is told of the columns of which nobody has said yet whether anybody can act on them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T, listed, run_on

if TYPE_CHECKING:
    from mlcurric.report.advice.words import Words


def about_guesses(words: Words, file: str) -> Remark | None:
    """What is told of the columns of which nobody has said whether anybody can act on them; nothing if all are said.

    Args:
        file: in which to say it, by its name.
    """
    told = [
        says.format(columns=_names(names)) for says, names in ((_GUESSED, words.guessed), (_OPEN, words.asked)) if names
    ]
    if not told:
        return None
    return Remark(
        "guessed-words",
        run_on(told),
        T(
            "Tell whoever made this page: it is written into “{file}”, and the page is made again with it.",
            "決まったことは、このページを作った人に伝えてください。「{file}」に書き込んで作り直すと、ページに反映されます。",
        ).format(file=file),
        (*words.guessed, *words.asked),
        Weight.NOTE,
    )  # fmt: skip


_GUESSED = T(
    "Whether anybody can act on {columns} was guessed by name; nobody has confirmed it.",
    "{columns}に手を打てるかどうかは、列名からの推測で、まだ誰も確かめていません。",
)
_OPEN = T(
    "Whether anybody can act on {columns} nobody has said yet.",
    "{columns}に手を打てるかどうかは、まだ誰も決めていません。",
)


def _names(columns: Collection[str]) -> T:
    quoted = [T(f"“{name}”", f"「{name}」") for name in list(columns)[:5]]
    if len(columns) > len(quoted):
        quoted.append(T(f"{len(columns) - len(quoted)} more", f"ほか{len(columns) - len(quoted)}列"))
    return listed(quoted)
