"""The method-last sheet: whose happiness, how it is done by hand today, input, output, rule, data; then, at last, ML.

Source E of the curriculum (from Google's course): useful ML automates, step by step, work that people already do and log.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from mlcurric.subject.usecases.usecase import UseCase, note_numbers


@dataclass(frozen=True)
class MethodLast:
    """One sheet; texts as somebody wrote them, ``""`` where nothing stands yet.

    Attributes:
        id: such as ``"M1"``.
        board: the hotspot's note on the board, as it is typed: “H12”.
        whose: whose happiness it is about, by role and situation.
        happier: what gets better for them.
        by_hand: how it is done by hand today, by whom, how often, how long.
        input: what they look at.
        output: what comes out.
        who_acts: who does what with it.
        rule: the rule that they go by.
        rule_enough: ``YES``, ``NO`` or ``NOT_TRIED``.
        data: what data there are.
        ml: what a machine would estimate better than the rule; “nothing” is an answer.
        mode: ``AUTOMATE`` or ``AUGMENT``.
        why: why the one or the other.
        more: what stands in columns that are not ours.
    """

    id: str
    board: str = ""
    whose: str = ""
    happier: str = ""
    by_hand: str = ""
    input: str = ""
    output: str = ""
    who_acts: str = ""
    rule: str = ""
    rule_enough: str = ""
    data: str = ""
    ml: str = ""
    mode: str = ""
    why: str = ""
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def notes(self) -> tuple[int, ...]:
        """The numbers of the board's notes that it is linked to."""
        return note_numbers(self.board)

    def as_use_case(self, id: str) -> UseCase:
        """The beginning of a line of the use-case list: what the two have in common is carried over."""
        return UseCase(
            id,
            target_user=self.whose,
            as_is=self.by_hand,
            to_be=self.happier,
            mode_why=self.why,
            data_now=self.data,
            **{
                each: getattr(self, each)
                for each in ("input", "ml", "output", "who_acts", "mode", "rule", "rule_enough", "board")
            },
        )


@dataclass(frozen=True)
class MethodLastSheets:
    """A team's sheets.

    Attributes:
        sheets: in the order of the file.
        title: what they are about.
        team: whose they are.
        more: the headings of columns that are not ours.
    """

    sheets: tuple[MethodLast, ...] = ()
    title: str = ""
    team: str = ""
    more: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[MethodLast]:
        return iter(self.sheets)

    def __len__(self) -> int:
        return len(self.sheets)


def to_cells(sheet: MethodLast) -> dict[str, str]:
    """A sheet as the cells of its line."""
    return {**sheet.more, **{name: getattr(sheet, name) for name in _TEXTS}}


def from_cells(cells: Mapping[str, str], id: str) -> MethodLast:
    """A sheet from the cells of its line."""
    return MethodLast(
        id,
        **{name: cells.get(name, "") for name in _TEXTS if name != "id"},
        more={name: cell for name, cell in cells.items() if cell and name not in _TEXTS},
    )


_TEXTS = tuple(each.name for each in fields(MethodLast) if each.name != "more")
