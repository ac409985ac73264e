"""A cell of a list as its column has it: a choice, a number or a day by any way in which people write it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from mlcurric.subject.list_kinds import Column
from mlcurric.subject.product.dates import read_date
from mlcurric.subject.sheets import Fault
from mlcurric.text import LANGUAGES, T


def read_cell(column: Column, typed: str, line: int, faults: list[Fault]) -> str:
    """A cell as the table has it; what cannot be read stays as it is, and is told."""
    if not typed or column.formula:
        return typed
    if column.choices:
        found, wanted = chosen(typed, column.choices, column.words) or None, either(column.choices.values())
    elif column.between:
        low, high = column.between
        found = _number(column, typed)
        wanted = T(f"a number from {low:g} to {high:g}", f"{low:g}〜{high:g}の数字")
        if column.halves:
            wanted = T(f"{wanted.en}, or a half such as {low + 2.5:g}", f"{wanted.ja}({low + 2.5:g} のような半分も可)")
    elif column.is_day:
        days = read_date(typed)
        found = days.low.isoformat() if days and days.is_point else None
        wanted = T("one day, such as 2027-01-21", "1日だけの日付(例: 2027-01-21)")
    else:
        return typed
    if found is None:
        shown = f"{typed[:20]}…" if len(typed) > 21 else typed
        faults.append(
            Fault(
                line,
                T("“{typed}” under “{heading}” cannot be read.", "「{heading}」の「{typed}」が読めません。").format(
                    typed=shown, heading=column.heading
                ),
                T("Write {wanted}.", "{wanted}のどれかを書いてください。" if column.choices else "{wanted}を書いてください。").format(wanted=wanted),
                missing=True,
            )
        )  # fmt: skip
    return typed if found is None else found


def plain(text: str) -> str:
    """A cell as it is compared with others: one width, one case, no blanks, no marks at its ends."""
    return re.sub(r"[\s_]+", "", unicodedata.normalize("NFKC", text).casefold()).strip("。.・:*※")


def chosen(typed: str, choices: Mapping[str, T], words: Mapping[str, str]) -> str:
    """Which choice a text is: by its name, its word in either language, what stands before its bracket, or another word.

    Args:
        words: other words for a choice → the choice.

    Returns:
        The choice; ``""`` where it is none.
    """
    wanted = plain(typed)
    if not wanted:
        return ""
    for name, word in choices.items():
        forms = (name, *(getattr(word, lang) for lang in LANGUAGES))
        if wanted in {form for each in forms for form in (plain(each), plain(re.split(r"[(（:]", each)[0]))}:
            return name
    return next((name for word, name in words.items() if plain(word) == wanted), "")


def either(choices: Iterable[T]) -> T:
    """Choices one after the other, at least one: “yes, no or not tried”, 「足りる、足りない、試していない」."""
    *first, last = choices
    en = f"{', '.join(one.en for one in first)} or {last.en}" if first else last.en
    return T(en, "、".join(one.ja for one in (*first, last)))


def is_in_words(column: Column, cells: Sequence[str]) -> bool:
    """Whether most of what stands below a heading is no number of the column."""
    filled = [cell for cell in cells if cell]
    return sum(_number(column, cell) is None for cell in filled) * 2 > len(filled)


def may_hold(column: Column, cells: Sequence[str]) -> bool:
    """Whether at least half of some cells are such as the column has; texts are in any column of texts."""
    filled = [cell for cell in cells if cell]
    if column.choices:
        fit = [bool(chosen(cell, column.choices, column.words)) for cell in filled]
    elif column.between:
        fit = [_number(column, cell) is not None for cell in filled]
    elif column.is_day:
        fit = [bool(re.search(r"\d", cell)) for cell in filled]
    else:
        return True
    return 2 * sum(fit) >= len(filled)


def _number(column: Column, typed: str) -> str | None:
    """A number as it is typed, with what it counts behind it: “４”, “4.0”, 「4点」, “4 / 5”."""
    assert column.between
    low, high = column.between
    one_width = unicodedata.normalize("NFKC", typed).strip().casefold().replace(",", "")
    units = rf"点|時間|人|日|points?|pts?|h|hours?|hrs?|/\s*{high:g}(?:点)?"
    found = re.fullmatch(rf"(\d+(?:\.\d+)?)\s*(?:{units})?", one_width)
    if found is None:
        return None
    value = float(found[1])
    steps = value * 2 if column.halves else value
    fits = low <= value <= high and (steps.is_integer() or not column.whole)
    return f"{value:g}" if fits else None
