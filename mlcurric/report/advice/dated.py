"""Days that may still come, said with the day itself: “in 7 days” of a look two months ago are over by now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from mlcurric.report.contest.day_words import is_day
from mlcurric.report.reading.kinds import Read
from mlcurric.subject.explain.reasons import Reason, ReasonCodes
from mlcurric.subject.explain.wordings import Wording
from mlcurric.subject.product.dates import date_in_words
from mlcurric.text import T

_ON_DAY = T("{own}, on {day}", "{own}の{day}")


def with_their_day(
    codes: Sequence[ReasonCodes],
    rows: Sequence[int],
    table: pd.DataFrame,
    reads: Mapping[str, Read],
    wordings: Mapping[str, Wording],
) -> list[ReasonCodes]:
    """The same with the day beside “in 7 days” and “15 days before”, in columns in which days lie ahead.

    Args:
        rows: of the table, one for each of ``codes``.
        table: learnable, with all rows.
    """
    days = (name for name in table if reads[name].kind == "day" and is_day(wordings[name]))
    ahead = {name for name in days if bool(table[name].lt(0).any())}

    def dated(reason: Reason, row: int) -> Reason:
        if reason.column not in ahead or pd.isna(day := reads[reason.column].values.iloc[row]):
            return reason
        return replace(reason, own=_ON_DAY.format(own=reason.own, day=date_in_words(day)))

    return [
        replace(of, reasons=tuple(dated(each, row) for each in of.reasons)) for of, row in zip(codes, rows, strict=True)
    ]
