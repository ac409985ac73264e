"""The columns that somebody named on the command line, found among the headings of the table however they were typed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mlcurric.report.reading.numbers_of_people import without_e_mail
from mlcurric.report.reading.table import LONGEST_HEADING, RawTable
from mlcurric.report.request import Request
from mlcurric.subject.sheets import plain_heading
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed

_NAMED, _MOST_NAMED, _NEAR = 12, 30, 0.75


@dataclass(frozen=True)
class Names:
    """The headings that were asked for, as the table has them.

    Attributes:
        churned, id, value, observed_at: as in the request.
        drop, keep: likewise.
    """

    churned: str
    id: str
    value: str | None
    observed_at: str | None
    drop: frozenset[str]
    keep: frozenset[str]

    @classmethod
    def found(cls, raw: RawTable, request: Request) -> Names:
        """Find them.

        Raises:
            Slip: if one is not there, or two options name the same column.
        """
        headings = list(raw.cells)
        asked = {
            "--churned": request.churned, "--id": request.id, "--value": request.value, "--observed-at": request.observed_at,
        }  # fmt: skip
        found = {option: find_column(name, headings, option) for option, name in asked.items() if name}
        drop, keep = (
            frozenset(find_column(name, headings, option) for name in names)
            for option, names in (("--drop", request.drop), ("--keep", request.keep))
        )
        options = list(found)
        for at, option in enumerate(options):
            for other in options[:at]:
                if found[option] == found[other]:
                    raise Slip(
                        T("{other} and {option} name the same column, “{name}”.", "{other} と {option} が同じ列「{name}」を指しています。").format(
                            other=other, option=option, name=found[option]
                        ),
                        T("Each needs a column of its own.", "それぞれ別の列を指定してください。"),
                    )  # fmt: skip
        if both := drop & keep:
            raise Slip(
                T("“{name}” is named by --drop and by --keep.", "「{name}」が --drop と --keep の両方で指定されています。").format(name=min(both)),
                T("Decide for one of them.", "どちらか片方にしてください。"),
            )  # fmt: skip
        if found["--churned"] in keep:
            raise Slip(
                T("“{name}” is named by --churned and by --keep.", "「{name}」が --churned と --keep の両方で指定されています。").format(
                    name=found["--churned"]
                ),
                T("It says who left, so nothing is learned from it. Leave it out of --keep.", "解約したかを示す列からは学べません。--keep から外してください。"),
            )  # fmt: skip
        return cls(found["--churned"], found["--id"], found.get("--value"), found.get("--observed-at"), drop, keep)

    def in_request(self, request: Request) -> Request:
        """The request with the headings as the table has them, instead of as they were typed."""
        return replace(
            request,
            churned=self.churned,
            id=self.id,
            value=self.value,
            observed_at=self.observed_at,
            drop=tuple(sorted(self.drop)),
            keep=tuple(sorted(self.keep)),
        )

    @property
    def special(self) -> frozenset[str]:
        """Columns that are asked about, and not learned from."""
        return frozenset(filter(None, (self.churned, self.id, self.observed_at)))


def find_column(name: str, headings: Iterable[str], option: str) -> str:
    """A heading of the table by what somebody typed: in any width and case, blanks or none; one that was cut by its whole text.

    Raises:
        Slip: if there is none, naming those that come near.
    """
    headings, name = list(headings), without_e_mail(name)
    if name in headings:
        return name
    squeezed = {}
    for heading in reversed(headings):
        squeezed["".join(plain_heading(heading).split())] = heading
    wanted = "".join(plain_heading(name).split())
    if wanted in squeezed:
        return squeezed[wanted]
    begins = [
        each for each in headings if len(name) > LONGEST_HEADING and each.startswith(f"{name[:LONGEST_HEADING]}…")
    ]
    if len(begins) == 1:
        return begins[0]
    near = [each for each in squeezed if wanted and (wanted in each or (len(each) > 1 and each in wanted))][:3]
    # 「契約日」 is no slip of 「解約日」: of three signs two are the same.
    near = near or difflib.get_close_matches(wanted, squeezed, n=3, cutoff=_NEAR)
    said = T("{option}: there is no column “{name}”.", "{option}: 「{name}」という列がありません。").format(
        option=option, name=name if len(name) <= LONGEST_HEADING else f"{name[:LONGEST_HEADING]}…"
    )
    there = T("The table has {names}.", "表にある列は{names}です。").format(names=quoted(headings, _MOST_NAMED))
    if len(headings) == 1 and wanted and wanted in "".join(plain_heading(headings[0]).split()):
        raise Slip(said, _ONE_COLUMN.format(name=headings[0]), _COMMAS)
    if not near:
        raise Slip(said, there)
    meant = T("Did you mean {names}?", "{names}でしょうか。").format(names=quoted([squeezed[each] for each in near]))
    raise Slip(said, meant, there)


def first_columns(names: Iterable[str], most: int) -> T:
    """The first so many headings, and how many more there are: “plan”, “fee” and 3 more;「plan」、「fee」、ほか3列."""
    return first_of([T(f"“{name}”", f"「{name}」") for name in names], most)


def first_of(columns: Sequence[T], most: int) -> T:
    """The same of columns of which something is said; a last one is named, as that is shorter than to count it."""
    most += len(columns) == most + 1
    more, first = len(columns) - most, listed(columns[:most])
    return T(f"{first.en} and {more} more", f"{first.ja}、ほか{more}列") if more > 0 else first


def quoted(names: Iterable[str], most: int = _NAMED) -> T:
    """Headings one after the other, the first dozen, or ``most``."""
    names = list(names)
    more = [T("…", "…")] if len(names) > most else []
    return listed([*(T(f"“{name}”", f"「{name}」") for name in names[:most]), *more])


_ONE_COLUMN = T(
    "The whole line “{name}” was read as one column: its cells are parted by none of comma, tab, semicolon and |.",
    "「{name}」は、1行がまるごと1列として読まれました。セルの区切りが、カンマ、タブ、セミコロン、| のどれでもありません。",
)
_COMMAS = T("Export the table as CSV with commas, or as .xlsx.", "カンマ区切りのCSVか .xlsx で書き出し直してください。")
