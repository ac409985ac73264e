"""What tells customers apart, as it is shown: zeros in front kept, no “.0” of Excel's, and nothing that names somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.reading.cells import all_plain, are_blank
from mlcurric.report.reading.familiar_names import is_full
from mlcurric.report.reading.kinds import Kind, Read
from mlcurric.report.reading.personal import tell_who, tells_who
from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T

_WITH_POINT = re.compile(r"\d{1,16}\.0{1,6}")
_SHORTENED = re.compile(r"\d(?:\.\d{1,15})?e\+?\d{1,3}", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(r"[\s_.#-]*\d{1,9}$")
_BARE = re.compile(r"[A-Za-z]{0,2}[-_]?[0-9]{1,8}")
_EXACT = 15
"""Digits of a number that Excel keeps; what follows it makes zeros."""
_PERSONAL = T("It is personal.", "個人情報です。")


def plain_ids(cells: pd.Series) -> pd.Series:
    """The cells of an id as they are compared and shown: in one width; 1001.0 as 1001 where a whole column is written so.

    Case and blanks within are kept: in some systems they tell customers apart.
    """
    ids = cells if cells.str.isascii().all() else cells.str.normalize("NFKC").str.strip()
    distinct = pd.unique(ids)
    filled = distinct[~are_blank(all_plain(list(distinct)))]
    with_point = [bool(_WITH_POINT.fullmatch(text)) for text in filled]
    # A code such as 1.0 beside A2 is no number of Excel's.
    if any(with_point) and all(fits or text.isdigit() for fits, text in zip(with_point, filled, strict=True)):
        ids = ids.str.replace(r"\.0+$", "", regex=True)
    return ids


def customer_codes(ids: pd.Series) -> NDArray[np.int_]:
    """Whose row each is: 0 for the first customer of the table, and so on.

    Args:
        ids: as ``plain_ids`` gives them; whatever differs in them is another customer.
    """
    return pd.factorize(ids)[0]


def _that_name(ids: Iterable[str]) -> set[str]:
    """Those ids that say who somebody is: an address, a number, or a whole name with a number behind it."""
    # Nobody is called so, nor has such a telephone number; most ids are like that, and there may be millions of them.
    some = [text for text in ids if not _BARE.fullmatch(text)]
    return {
        text for text, told in zip(some, tell_who(some), strict=True) if told or is_full(_NUMBER_BEHIND.sub("", text))
    }


def about_ids(name: str, ids: pd.Series, in_excel: bool) -> tuple[Remark, ...]:
    """What may make two customers of one, or one of two: numbers that Excel has shortened, and ids that differ in little.

    Args:
        ids: as ``plain_ids`` gives them.
        in_excel: whether they stand in a workbook.
    """
    distinct = [str(text) for text in pd.unique(ids)]
    told = []
    if short := shortened(distinct, in_excel):
        told.append(_about_shortened(name, short))
    groups: dict[str, list[str]] = {}
    for text in distinct:
        groups.setdefault("".join(text.casefold().split()), []).append(text)
    if alike := [group for key, group in groups.items() if key and len(group) > 1]:
        one, other, *_ = alike[0]
        said = T(
            "“{name}”: “{one}” and “{other}” differ only in case or blanks; they were taken as two customers (such groups: {n:,}).",
            "「{name}」の「{one}」と「{other}」は、大文字・小文字か空白だけが違います。別の顧客として扱いました(こうした組は{n:,}組)。",
        )
        if any(tells_who(text) for text in (one, other)):
            said = T(
                "“{name}”: some ids differ only in case or blanks; they were taken as different customers (such groups: {n:,}).",
                "「{name}」には、大文字・小文字か空白だけが違うものがあります。別の顧客として扱いました(こうした組は{n:,}組)。",
            )
        way_out = T(
            "If they are one customer, write them alike and make the report again.",
            "同じ顧客なら、書き方をそろえてから作り直してください。",
        )
        told.append(
            Remark("ids-alike", said.format(name=name, one=one[:40], other=other[:40], n=len(alike)), way_out, columns=(name,))
        )  # fmt: skip
    return tuple(told)


def shortened(distinct: list[str], in_excel: bool) -> str:
    """An id that Excel has shortened, such as 1.23457E+11, or a number of more digits than it keeps; empty if there is none."""
    numbers = [text for text in distinct if _SHORTENED.fullmatch(text)]
    # 12E5 may be a code among others.
    if numbers and (len(numbers) * 2 > len(distinct) or all("+" in text for text in numbers)):
        return numbers[0]
    return next(
        (text for text in distinct if in_excel and text.isdigit() and len(text) > _EXACT and text[0] != "0"), ""
    )


def _about_shortened(name: str, cell: str) -> Remark:
    said = T(
        "“{name}” holds long numbers that Excel has cut short (such as “{cell}”): some customers may have become one.",
        "「{name}」の長い番号が、Excelで丸められています(例: 「{cell}」)。別の顧客が同じ番号になっているかもしれません。",
    )
    return Remark(
        "shortened-ids", said.format(name=name, cell=cell), NOT_SHORTENED, columns=(name,), weight=Weight.DANGER
    )


NOT_SHORTENED = T(
    "Export the table once more as CSV and do not save it in Excel; or set the column to “Text” there before typing or pasting.",
    "元のシステムからCSVで書き出し直し、Excelでは保存しないでください。Excelを使うときは、貼り付ける前に列の書式を「文字列」にします。",
)


def ids_to_show(
    name: str,
    ids: pd.Series,
    customer: NDArray[np.int_],
    read: Read,
    lines: NDArray[np.int_],
    keep: NDArray[np.bool_],
    remarks: list[Remark],
) -> pd.Series:
    """The ids that the list shows: where one names somebody, the row of the file at which that customer stands last.

    Args:
        ids: as ``plain_ids`` gives them, of all rows; and as ``customer_codes`` does.
        keep: the rows that are customers.
        remarks: to which is added that ids are not shown.

    Returns:
        Objects of ``str``, with a RangeIndex over the rows kept.
    """
    shown = ids[keep].reset_index(drop=True).astype(object)
    distinct = pd.unique(shown)
    personal = set(distinct) if read.kind is Kind.PERSONAL else _that_name(distinct)
    if not personal:
        return shown
    for_maker = T(
        "Better: name a customer number with --id.", "顧客番号の列があれば、--id にはそちらを指定してください。"
    )
    if read.kind is Kind.PERSONAL:
        why = read.why or _PERSONAL
        said = T(
            "“{name}” is personal ({why}), so the list shows the row of your file instead, as Excel numbers it.",
            "「{name}」は個人情報なので({why})、リストには代わりに、ファイルをExcelで開いたときの行番号を載せます。",
        ).format(name=name, why=T(why.en[:1].lower() + why.en[1:].rstrip("."), why.ja.rstrip("。")))
    else:
        said = T(
            "“{name}”: ids that name somebody or say how to reach them: {n:,}. The list shows the row of your file instead, as Excel numbers it.",
            "「{name}」のうち{n:,}個は、人の名前や連絡先のようです。リストでは代わりに、ファイルをExcelで開いたときの行番号を載せます。",
        ).format(name=name, n=len(personal))
    remarks.append(Remark("personal-id", said, columns=(name,), for_maker=for_maker))
    last = pd.Series(lines[keep]).groupby(customer[keep]).transform("max")
    rows = [str(T("row {n}", "{n}行目").format(n=n)) for n in last]
    return pd.Series([row if text in personal else text for row, text in zip(rows, shown, strict=True)], dtype=object)
