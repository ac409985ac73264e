"""Which rows of a table are customers: without blank ids, without repeats, without those who had left before they were looked at."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.reading.cells import all_plain, are_blank
from mlcurric.report.reading.ids import NOT_SHORTENED, shortened
from mlcurric.report.reading.names import Names
from mlcurric.report.reading.outcome import Outcome
from mlcurric.report.reading.table import RawTable
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_MOSTLY_BLANK = 0.5
_NAMED = 5


def customer_rows(
    raw: RawTable,
    names: Names,
    ids: pd.Series,
    customer: NDArray[np.int_],
    outcome: Outcome,
    observed: pd.Series | None,
    remarks: list[Remark],
) -> NDArray[np.bool_]:
    """Which rows are customers, each once (at each look).

    Args:
        ids: as ``ids.plain_ids`` gives them.
        customer: whose row each is, as ``ids.customer_codes`` gives it.
        observed: on which day each row was looked at.
        remarks: to which is added what was left out.

    Raises:
        Slip: if hardly any row has an id, or one is repeated so that nobody can tell which row counts.
    """
    blank = are_blank(all_plain(list(ids)))
    if blank.mean() > _MOSTLY_BLANK:
        said = T(
            "--id: “{name}” is blank in {n:,} of {all:,} rows.", "--id: 「{name}」が、{all:,}行中{n:,}行で空欄です。"
        )
        raise Slip(
            said.format(name=names.id, n=int(blank.sum()), all=len(ids)),
            T("Name the column that tells customers apart.", "顧客を見分けられる列を指定してください。"),
        )
    if blank.any():
        said = T(
            "Rows in which “{name}” is blank: {n:,} (line {lines}). They were left out.",
            "{n:,}行で「{name}」が空欄です({lines}行目)。この行は除きました。",
        )
        told = said.format(n=int(blank.sum()), name=names.id, lines=_lines(raw.lines[blank]))
        remarks.append(Remark("blank-id", told, columns=(names.id,)))
    keep = ~blank
    looks = pd.DataFrame({"customer": customer, "day": 0 if observed is None else pd.factorize(observed)[0]})
    if (looks.duplicated(keep=False).to_numpy() & keep).any():
        keep &= ~_same_rows(raw, names, ids, looks[keep], observed is not None, remarks)
    if outcome.day is not None and observed is not None:
        keep &= ~_gone_before(names, outcome.day, observed, keep, remarks)
    return keep


def _lines(lines: NDArray[np.int_]) -> str:
    return ", ".join(map(str, lines[:_NAMED])) + (", …" if len(lines) > _NAMED else "")


def _same_rows(
    raw: RawTable, names: Names, ids: pd.Series, looks: pd.DataFrame, by_day: bool, remarks: list[Remark]
) -> NDArray[np.bool_]:
    """Rows that repeat another one word for word.

    Args:
        looks: of the rows that have an id, indexed as they stand in the table: ``customer``, and ``day`` as a number, -1 where
            none can be read.

    Returns:
        One a row of the table.

    Raises:
        Slip: if two rows of one customer (and one day) differ: nobody can tell which counts.
    """
    twice = looks[looks.duplicated(keep=False)]
    cells = raw.cells.loc[twice.index].assign(**{names.id: twice["customer"]})
    again = cells.duplicated(keep="first").to_numpy()
    others = twice[~again]
    # Whoever has two rows without a day may have been looked at twice.
    others = others[(others["day"] >= 0) & others.duplicated(keep=False)]
    if len(others):
        lines = raw.lines[others.index[(others == others.iloc[0]).all(axis=1)]]
        said = (
            T("“{name}”: the same customer stands twice on one day (line {lines}), with different cells.", "「{name}」: 同じ日に同じ顧客が2回以上出てきて({lines}行目)、中身が違います。")
            if by_day
            else T("“{name}”: the same customer stands in several rows (line {lines}), with different cells.", "「{name}」: 同じ顧客が複数の行にあり({lines}行目)、中身が違います。")
        )  # fmt: skip
        way_out = (
            T("Keep one row a customer and day.", "顧客ごと、日ごとに1行だけにしてください。")
            if by_day
            else T(
                "Keep one row a customer; or, if each row is a look at another day, name that day: --observed-at COLUMN.",
                "顧客1人につき1行にしてください。行ごとにデータの日付が違うなら、その日付の列を --observed-at で指定してください。",
            )
        )
        if short := shortened(list(ids[others.index]), raw.in_excel):
            cut = T(
                "“{name}” holds long numbers that Excel has cut short (such as “{cell}”), so that customers can no longer be told apart.",
                "「{name}」の長い番号が、Excelで丸められています(例: 「{cell}」)。これでは顧客を見分けられません。",
            )
            raise Slip(cut.format(name=names.id, cell=short), NOT_SHORTENED)
        count = T("Customers for whom it is so: {n:,}.", "このような顧客は{n:,}人います。").format(
            n=others["customer"].nunique()
        )
        raise Slip(said.format(name=names.id, lines=_lines(lines)), count, way_out)
    gone = np.zeros(len(raw.lines), dtype=bool)
    gone[twice.index[again]] = True
    if not gone.any():
        return gone
    said = T(
        "Rows that repeat another one word for word: {n:,} (line {lines}); each was counted once.",
        "まったく同じ行が{n:,}行重なっています({lines}行目)。1回だけ数えました。",
    )
    remarks.append(Remark("same-rows", said.format(n=int(gone.sum()), lines=_lines(raw.lines[gone]))))
    return gone


def _gone_before(
    names: Names, day: pd.Series, observed: pd.Series, keep: NDArray[np.bool_], remarks: list[Remark]
) -> NDArray[np.bool_]:
    """Rows of customers who had left before they were looked at."""
    gone = (day < observed).to_numpy() & keep
    leavers = int((day.notna().to_numpy() & keep).sum())
    if not gone.any():
        return gone
    if gone.sum() > leavers / 2:
        said = T(
            "Of {all:,} rows of leavers, {n:,} were looked at after the customer had left: every column may know the answer already.",
            "解約した顧客の{all:,}行のうち{n:,}行は、データの日付より前に解約しています。どの列も、答えを先に知っているかもしれません。",
        )
        way_out = T(
            "Look at everybody on a day on which they were still customers.",
            "全員がまだ顧客だった日の状態で、表を作り直してください。",
        )
        remarks.append(
            Remark("looked-too-late", said.format(n=int(gone.sum()), all=leavers), way_out, weight=Weight.DANGER)
        )
        return np.zeros_like(gone)
    said = T(
        "Rows of customers who had left before the day they were looked at: {n:,}. They were left out.",
        "データの日付より前に解約していた顧客の行が{n:,}行ありました。この行は除きました。",
    )
    remarks.append(Remark("left-before-look", said.format(n=int(gone.sum())), columns=(names.churned,)))
    return gone
