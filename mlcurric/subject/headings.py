"""What each heading of a list means: a column of ours under any of its names, one that is guessed and told, or a team's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from mlcurric.subject.cells import either, is_in_words, may_hold
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.subject.product.finding import quoted
from mlcurric.subject.sheets import Fault, Sheet, meant_of, plain_heading
from mlcurric.text import T

NEAR, CLEAR = 0.6, 0.1
"""So alike (2 × signs in common / signs of both) a heading has to be to a name, and so much more than to any other column's."""
_AS_IN_EXPLANATION = 0.7
"""How alike is a heading that the explanation of a column uses word for word; of so many signs at least."""
_WORD = 4
_NEIGHBOURS = 2
"""With fewer columns that are known a place says nothing."""
_MOST_NAMED = 5


class Headings:
    """The headings of a sheet while they are told apart.

    Attributes:
        names: by place: the name of a column, what the cells below are kept under, or ``""`` where there is nothing.
        faults: what was guessed, what is missing, and what is a team's own.
    """

    def __init__(self, sheet: Sheet, table: Table):
        self.sheet, self.table = sheet, table
        self.below = [[row[at] for _, row in sheet.rows] for at in range(len(sheet.headings))]
        self.column: dict[int, Column] = {}
        self._twice: dict[int, int] = {}
        self._belong: set[int] = set()
        self._known()
        exact = set(self.column)
        own = table.own
        self._belong = {at for at in self._free() if own and may_hold(own, self.below[at])}
        self.unclear = self._alike()
        self._by_place()
        self.guessed = {at: column for at, column in sorted(self.column.items()) if at not in exact}
        self.unclear = {at: columns for at, columns in self.unclear.items() if at not in self.column}
        self.names = self._names()
        self.faults = [*self._about_guesses(), *self._about_twice(), *self._about_rest(), *self._about_bare()]

    @property
    def missing(self) -> list[Column]:
        """The columns that nothing stands for so far."""
        found = {column.name for column in self.column.values()}
        return [column for column in self.table.columns if column.name not in found and not column.formula]

    def _known(self) -> None:
        columns = {heading: column for column in self.table.columns for heading in column.headings}
        meaning: dict[str, list[int]] = {}
        for at, heading in enumerate(self.sheet.headings):
            column = columns.get(plain_heading(heading))
            if column and column.if_words and is_in_words(column, self.below[at]):
                column = self.table.column(column.if_words)
            if column is None:
                continue
            meaning.setdefault(column.name, []).append(at)
        filled = [any(cells) for cells in self.below]
        for name, places in meaning.items():
            column = self.table.column(name)
            called = [plain_heading(each) for each in (name, column.heading.en, column.heading.ja, *column.also)]
            meant = meant_of(places, self.sheet.headings, called, filled)
            self.column[meant] = column
            self._twice |= {at: meant for at in places if at != meant}

    def _free(self) -> list[int]:
        """The places that mean nothing so far and hold something."""
        return [
            at
            for at, heading in enumerate(self.sheet.headings)
            if at not in {*self.column, *self._twice, *self._belong} and (heading or any(self.below[at]))
        ]

    def _alike(self) -> dict[int, list[Column]]:
        """Take the columns whose names are near; the places are returned that are near to several."""
        near: dict[int, list[tuple[float, Column]]] = {}
        for at in self._free():
            scored = [(likeness(self.sheet.headings[at], column), column) for column in self.missing if may_hold(column, self.below[at])]  # fmt: skip
            scored = sorted((each for each in scored if each[0] >= NEAR), key=lambda each: -each[0])
            if scored:
                near[at] = [each for each in scored if each[0] > scored[0][0] - CLEAR]
        for at, scored in near.items():
            best, column = scored[0]
            others = [score for place, found in near.items() for score, other in found if other is column and place != at]  # fmt: skip
            if len(scored) == 1 and all(best >= score + CLEAR for score in others):
                self.column[at] = column
        return {at: [column for _, column in scored] for at, scored in near.items()}

    def _by_place(self) -> None:
        """Take the columns that are missing where, between the same neighbours, just as many headings are not known."""
        order = [column for column in self.table.columns if not column.formula]
        shown = [at for at, column in sorted(self.column.items()) if not column.formula]
        if len(shown) < _NEIGHBOURS:
            return
        ends = [(-1, -1), *((at, order.index(self.column[at])) for at in shown)]
        free, missing = self._free(), self.missing
        for (left, first), (right, last) in pairwise(ends):
            places = [at for at in free if left < at < right]
            columns = order[first + 1 : last]
            if len(places) == len(columns) and all(column in missing for column in columns):
                pairs = list(zip(places, columns, strict=True))
                if all(may_hold(column, self.below[at]) for at, column in pairs):
                    self.column.update(pairs)

    def _names(self) -> list[str]:
        """A heading that comes again gets a number; what stands below no heading is kept too."""
        names: list[str] = []
        for at, heading in enumerate(self.sheet.headings):
            own = heading.strip() or (f"({at + 1})" if any(self.below[at]) else "")
            name = self.column[at].name if at in self.column else own
            again = 2
            if at in self._twice:
                # Under its heading alone it would be taken for ours when the list is read again.
                name, again = f"{own} (2)", 3
            taken = {*names, *(column.name for place, column in self.column.items() if place != at)}
            while name and name in taken:
                name, again = f"{own} ({again})", again + 1
            names.append(name)
        return names

    def _about_guesses(self) -> Iterable[Fault]:
        for at, column in self.guessed.items():
            heading = self.sheet.headings[at]
            if heading:
                says = T(
                    "the heading “{typed}” was read as the column “{name}”.",
                    "見出し「{typed}」は「{name}」の列として読みました。",
                )
                way_out = T("If that is wrong, change the heading.", "違うときは見出しを直してください。")
            else:
                says = T(
                    "column {at} has no heading; it was read as “{name}”.",
                    "左から{at}列目に見出しがありません。「{name}」の列として読みました。",
                )
                way_out = T("If that is wrong, give it a heading.", "違うときは見出しを書いてください。")
            yield Fault(self.sheet.line, says.format(typed=quoted(heading), name=column.heading, at=at + 1), way_out)  # fmt: skip

    def _about_twice(self) -> Iterable[Fault]:
        for at, meant in sorted(self._twice.items()):
            if any(self.below[at]):
                typed, read = self.sheet.headings[at], self.sheet.headings[meant]
                says = _AGAIN if typed == read else _SECOND
                way_out = _KEPT.format(name=quoted(self.names[at]))
                yield Fault(self.sheet.line, says.format(typed=quoted(typed), read=quoted(read), at=meant + 1), way_out)

    def _about_bare(self) -> Iterable[Fault]:
        """What stands right of the headings, where a comma that is in no quotes pushes the cells of a line."""
        bare = [at for at in self._free() if not self.sheet.headings[at] and at not in self.unclear]
        for at in bare[:1]:
            line, typed = next((line, row[at]) for line, row in self.sheet.rows if row[at])
            says = T("“{typed}” stands in a column without a heading.", "「{typed}」が、見出しのない列にあります。")
            way_out = T(
                "Look whether the cells of the line have slipped; else give the column a heading. It is kept as it is.",
                "行の中身が右にずれていないか、確かめてください。ずれていなければ、見出しを付けてください。内容はそのまま残ります。",
            )
            yield Fault(line, says.format(typed=quoted(typed)), way_out)

    def _about_rest(self) -> Iterable[Fault]:
        for at, columns in self.unclear.items():
            says = T(
                "the heading “{typed}” may be {names}.", "見出し「{typed}」が{names}のどれなのか、決められません。"
            )
            way_out = T("Give it the name that is meant.", "あてはまる列の名前に直してください。")
            yield Fault(self.sheet.line, says.format(typed=quoted(self.sheet.headings[at]), names=_named(columns)), way_out, missing=True)  # fmt: skip
        headings = [self.sheet.headings[at] for at in self._free() if at not in self.unclear]
        own = [T(quoted(heading), quoted(heading)) for heading in headings if heading]
        missing = [column.heading for column in self.missing]
        if own and missing:
            says = T(
                "headings that are not this sheet's: {own}. Columns not found: {missing}.",
                "この表にない見出しがあります: {own}。見つからない列があります: {missing}。",
            )
            way_out = T(
                "If one of them is meant, give it that heading; a column of your own is kept as it is.",
                "あてはまる列があれば、見出しをその名前に直してください。独自の列なら、そのまま残ります。",
            )
        elif own:
            says = T("headings that are not this sheet's: {own}.", "この表にない見出しがあります: {own}。")
            way_out = T("They are kept as columns of your own.", "独自の列として、そのまま残します。")
        elif missing:
            says = T("columns not found: {missing}.", "見つからない列があります: {missing}。")
            way_out = T(
                "They are read as empty; add the headings if you need them.",
                "空欄として読みました。使うときは、見出しを足してください。",
            )
        else:
            return
        named = {name: _quoted(headings) for name, headings in (("own", own), ("missing", missing)) if headings}
        yield Fault(self.sheet.line, says.format(**named), way_out)  # fmt: skip


def likeness(heading: str, column: Column) -> float:
    """How near a heading is to any name of a column, from 0 to 1; with what stands in brackets, and without."""
    forms = {_bare(form) for form in (heading, re.sub(r"[(（].*", "", heading))}
    best = max((_ratio(form, _bare(name)) for form in forms if len(form) > 1 for name in column.headings), default=0.0)
    plain = _bare(heading)
    explained = len(plain) >= _WORD and any(plain in _bare(text) for text in (column.holds.en, column.holds.ja))
    return max(best, _AS_IN_EXPLANATION if explained else 0.0)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def _named(columns: Sequence[Column]) -> T:
    """The columns between which it cannot be decided: “risk” or “value”, 「リスク」「価値」."""
    names = [T(f"“{column.heading.en}”", f"「{column.heading.ja}」") for column in columns]
    return T(either(names).en, "".join(name.ja for name in names))


def _quoted(names: Sequence[T]) -> T:
    """Names one after the other; of many the first."""
    shown, rest = names[:_MOST_NAMED], len(names) - _MOST_NAMED
    found = T(", ".join(f"“{name.en}”" for name in shown), "".join(f"「{name.ja}」" for name in shown))
    return T(f"{found.en} and {rest} more", f"{found.ja}ほか{rest}列") if rest > 0 else found


_AGAIN = T(
    "there is more than one column “{typed}”; column {at} was read.",
    "「{typed}」の列がいくつもあります。左から{at}列目を読みました。",
)
_SECOND = T(
    "the headings “{read}” and “{typed}” mean the same column; “{read}” was read.",
    "見出し「{read}」と「{typed}」は同じ意味の列なので、「{read}」のほうを読みました。",
)
_KEPT = T(
    "If this one is meant, change the other's heading; it is kept as a column “{name}” of your own.",
    "こちらの列が正しいときは、もう一方の見出しを変えてください。いまは独自の列「{name}」として残してあります。",
)
