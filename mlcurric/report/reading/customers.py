"""The customers of a table: who they are, who left, when each was looked at, what they are worth, and what may be learned from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.reading.aside import about_aside, set_aside
from mlcurric.report.reading.codes import NUMBER_CODE
from mlcurric.report.reading.ids import about_ids, customer_codes, ids_to_show, plain_ids
from mlcurric.report.reading.kinds import Read, read_columns
from mlcurric.report.reading.looks import (
    about_age,
    about_look_columns,
    are_own_days,
    look_columns,
    look_days,
)
from mlcurric.report.reading.names import Names
from mlcurric.report.reading.not_over import (
    about_not_over,
    gone_since,
    last_that_count,
    made_by,
    part_over,
    time_not_over,
    too_few_are_over,
)
from mlcurric.report.reading.outcome import read_outcome
from mlcurric.report.reading.rows import customer_rows
from mlcurric.report.reading.table import RawTable
from mlcurric.report.reading.worth import read_worth
from mlcurric.report.remark import Remark
from mlcurric.report.request import Request
from mlcurric.subject.typed import Slip
from mlcurric.text import T

FEWEST_KNOWN, FEWEST_OF_EACH = 200, 30
"""With fewer, nothing that is found could be told from luck."""
_NAMED = 5


@dataclass(frozen=True)
class Customers:
    """The rows of a table that are customers; all columns of one length, with a RangeIndex.

    Attributes:
        ids: to show; where the column is personal, the line of the file at which the customer stands last.
        customer: whose row each is, int: the same number in all rows of one customer, and in no other's.
        left: ``boolean``: True, False, or missing where it is not known yet.
        observed: datetime64[ns], on which day each row was looked at; missing where its cell is.
        value: what each is worth, in ``currency``; missing where unreadable.
        columns: what may be learned from, by heading.
        aside: heading → why it is not learned from.
        copies: of those set aside, which say the same as a column that may be learned from → that one.
        lines: of the file, a row each.
        remarks: what to know about them; those of the raw table are not repeated.
        currency: as somebody wrote it, or as three letters; empty where nobody did.
        looked: like ``observed``, of a column that reads as the day of the look though nobody has named it.
        today: the day on which the page is made.
        until: the day up to which the table tells who has left: today, or an earlier one by which it was made.
        stayed: of the time after its look, the part for which a customer has stayed by then whose time is not over, 0 to 1; 0 in
            all other rows, ``None`` where there are no such.
        blanks_said: whether somebody has said what a blank outcome means.
        since: who left after the time that counts; one a row, ``None`` where there is nobody.
    """

    ids: pd.Series
    customer: NDArray[np.int_]
    left: pd.Series
    observed: pd.Series | None
    value: pd.Series | None
    columns: dict[str, Read]
    aside: dict[str, T]
    lines: NDArray[np.int_]
    remarks: tuple[Remark, ...] = ()
    currency: str = ""
    looked: pd.Series | None = None
    copies: dict[str, str] = field(default_factory=dict)
    today: date = field(default_factory=date.today)
    until: date = field(default_factory=date.today)
    stayed: NDArray[np.float64] | None = None
    blanks_said: bool = False
    since: NDArray[np.bool_] | None = None

    @property
    def people(self) -> int:
        """How many customers there are: fewer than rows where some were looked at on several days."""
        return len(np.unique(self.customer))


def read_customers(raw: RawTable, request: Request, today: date | None = None) -> Customers:
    """Find the customers in a table.

    Args:
        today: a day of leaving beyond it has only been announced, and of looks whose time is not over then nothing is known yet;
            by default this machine's.

    Raises:
        Slip: if a column that is asked for is not there or holds something else; if ids are repeated so that nobody can tell
            which row counts; if too few are known to have left or stayed; if no column is left to learn from.
    """
    names, today = Names.found(raw, request), today or date.today()
    remarks: list[Remark] = []
    outcome = read_outcome(names.churned, raw.cells[names.churned], request, today, raw.lines)
    reads = read_columns(raw, names.keep, names.observed_at)
    observed = None if names.observed_at is None else look_days(names.observed_at, raw, reads, remarks)
    ids = plain_ids(raw.cells[names.id])
    customer = customer_codes(ids)
    if observed is not None and are_own_days(names, customer, observed, remarks):
        # Then it is a day like any other, and may be learned from.
        names, observed = replace(names, observed_at=None), None
    if observed is not None:
        remarks += about_age(names.observed_at or "", observed, today)
    # With a day of the look a second one is a column like others.
    looks = look_columns(names, reads) if names.observed_at is None else ()
    looked = reads[looks[0]].values if looks else None
    if looks:
        remarks.append(about_look_columns(looks))
    until = made_by(outcome.day, observed, today)
    running = time_not_over(observed, request.within, until)
    if outcome.day is not None and (last := last_that_count(observed, request.within, running)) is not None:
        outcome = read_outcome(names.churned, raw.cells[names.churned], request, today, raw.lines, last)
    remarks[:0] = outcome.remarks
    keep = customer_rows(raw, names, ids, customer, outcome, observed, remarks)
    remarks += about_ids(names.id, ids[keep], raw.in_excel)
    left, too_new, stayed = outcome.left, None, None
    if running is not None and (counted := running & keep & left.notna().to_numpy()).any():
        gone = gone_since(running & keep, left, observed, customer)
        remarks.append(about_not_over(observed[counted], int((gone & counted).sum()), request.within, today, until))
        too_new = too_few_are_over(int(counted.sum()), request.within, until)
        keep &= ~gone
        left = left.mask(counted)
        stayed = np.where(counted, part_over(observed, request.within, until), 0)[keep]
    left = left[keep].reset_index(drop=True)
    _check_enough(left, too_new)
    codes = reads[names.value].codes if names.value else ()
    value, currency = read_worth(names.value, raw, keep, request, remarks, codes)
    columns, aside, copies = set_aside(reads, names, looks, customer, keep, remarks)
    if not columns:
        raise _nothing_left(aside)
    # Of what customers are worth it is told already.
    told = (
        each for read in columns.values() for each in read.remarks if (each.id, read.name) != (NUMBER_CODE, names.value)
    )
    remarks += told
    remarks += about_aside(reads, names, aside)
    lines = raw.lines[keep]
    return Customers(
        ids=ids_to_show(names.id, ids, customer, reads[names.id], raw.lines, keep, remarks),
        customer=customer[keep],
        left=left,
        observed=None if observed is None else observed[keep].reset_index(drop=True),
        looked=None if looked is None else looked[keep].reset_index(drop=True),
        value=value,
        columns=columns,
        aside=aside,
        copies=copies,
        lines=lines,
        remarks=tuple(remarks),
        currency=currency,
        today=today,
        until=until,
        stayed=stayed,
        blanks_said=request.blank_is is not None,
        since=None if outcome.since is None else outcome.since[keep],
    )


def _check_enough(left: pd.Series, why: T | None) -> None:
    known, gone = int(left.notna().sum()), int(left.sum())
    if known >= FEWEST_KNOWN and min(gone, known - gone) >= FEWEST_OF_EACH:
        return
    raise Slip(
        T(
            "Only {known:,} rows say whether the customer left ({gone:,} left, {stayed:,} stayed). That is too few to learn from.",
            "解約したかどうかがわかるのは{known:,}行(解約{gone:,}行、継続{stayed:,}行)です。これでは少なすぎて学習できません。",
        ).format(known=known, gone=gone, stayed=known - gone),
        *([why] if why else []),
        T(
            "At least {known} are needed, with at least {each} who left and {each} who stayed. Add earlier months; with fewer, "
            "ask each of the customers instead.",
            "{known}行以上、うち解約と継続が{each}行ずつ以上必要です。過去の月も足してください。増やせないなら、一人ひとりに話を聞くほうが確かです。",
        ).format(known=FEWEST_KNOWN, each=FEWEST_OF_EACH),
    )


def _nothing_left(aside: dict[str, T]) -> Slip:
    way_out = T(
        "Export more of what is known of each customer.", "顧客についてわかることを、もっと書き出してください。"
    )
    if not aside:
        said = T(
            "The table has no column to learn from: nothing but those that you have named.",
            "学習に使える列がありません。表にあるのは、指定された列だけです。",
        )
        return Slip(said, way_out)
    whys = [T(f"“{name}”: {why.en}", f"「{name}」: {why.ja}") for name, why in list(aside.items())[:_NAMED]]
    more = [T("…", "…")] if len(aside) > _NAMED else []
    return Slip(T("No column is left to learn from.", "学習に使える列が残りませんでした。"), *whys, *more, way_out)
