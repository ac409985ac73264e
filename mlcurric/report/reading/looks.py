"""On which day each row was looked at, out of the column that says so; and whether that column says something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.command import typed_option
from mlcurric.report.reading.column import BLANK, HIDDEN, Kind, Read
from mlcurric.report.reading.days import about_order, are_serials, as_days
from mlcurric.report.reading.kinds import counts_days
from mlcurric.report.reading.names import Names
from mlcurric.report.reading.personal import is_somebody
from mlcurric.report.reading.table import RawTable
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.product.dates import date_in_words
from mlcurric.subject.sheets import plain_heading
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed, run_on

_READABLE = 0.5
_EXAMPLES = 3
LOOK_COLUMN = "look-column"
"""The remark's id where a column reads like the day of the look, and nobody has said so."""
OLD = "looks-old"
"""The remark's id where the latest look is long gone."""
_OLD = 3
"""Months after which a list of customers at risk is stale."""
_LONG = 730
"""Days; whoever looks at all customers does not take two years for it."""
_MANY_DAYS, _MANY_OF_THEIR_OWN = 50, 12
"""Tables are exported on a few days; where the heading says that the days are the customers' own, fewer of them are enough."""
_OWN = re.compile(
    r"契約(?:開始|締結)?(?:年月)?日|開始(?:年月)?日|加入日|入会日|登録日|申込日|申し込み日|入社日|導入日|初回|初めて|開通日|購入日|創業|設立|生年月日|誕生|最終|直近"
    r"|sign(?:ed)? ?up|(?<![a-z])start|began|begin|joined|join date|registered|registration|created|since|onboard|activat|first|opened"
    r"|birth|(?<![a-z])dob(?![a-z])|(?<![a-z])last|latest",
)
"""Days that are each customer's own."""
_LOOKS = re.compile(
    r"基準|観測|時点|集計|抽出|出力|作成日|年月$|対象月|月末|snapshot|observ|as.?of|looked|report|export|extract"
)

_LOOK_HEADING = re.compile(
    r"基準|観測|時点|集計|抽出|出力|対象(?:年月|月|日)|^(?:年月|月次|月末)(?:日)?$|スナップショット|データ取得"
    r"|snapshot|observ|as.?of|look(?:ed)?.?(?:at|date|day)|report(?:ing|ed)?.?(?:at|date|day|month|period)|export|extract|(?:data|cut.?off).?date|^(?:year.?)?month$"
)
_FEW_LOOKS, _EACH = 60, 10
"""A table is exported on no more days than this, and each of them stands in so many rows on average."""


def look_columns(names: Names, reads: dict[str, Read]) -> tuple[str, ...]:
    """Columns that nobody has named and that read as the day on which each row was looked at: by their heading, and because
    few days stand in many rows.

    Whoever learns from one learns the calendar: the days to come were never in it.
    """
    found = []
    for name, read in reads.items():
        heading = plain_heading(name)
        if read.kind is not Kind.DAY or name in names.special | names.keep | names.drop:
            continue
        if not _LOOK_HEADING.search(heading) or _OWN.search(heading):
            continue
        days = read.values.dropna()
        if 1 < days.nunique() <= min(_FEW_LOOKS, len(days) / _EACH) and len(days) >= _READABLE * len(read.values):
            found.append(name)
    return tuple(found)


def about_look_columns(found: Sequence[str]) -> Remark:
    """That nobody has named the day of the look, though a column reads like it.

    Args:
        found: as ``look_columns`` gives it; at least one.
    """
    named = listed([T(f"“{name}”", f"「{name}」") for name in found])
    look, keep = (typed_option(option, found[0]) for option in ("--observed-at", "--keep"))
    for_maker = _OPTIONS.format(look=look, keep=keep)
    return Remark(LOOK_COLUMN, _UNNAMED.format(names=named), _NAME_IT, tuple(found), for_maker=for_maker)


def look_days(name: str, raw: RawTable, reads: dict[str, Read], remarks: list[Remark]) -> pd.Series:
    """The day on which each row was looked at.

    Args:
        remarks: to which is added what could not be read.

    Returns:
        datetime64[ns], missing where the cell is no day.

    Raises:
        Slip: if most of the cells are none.
    """
    read, told = reads[name], ()
    if read.kind is Kind.DAY:
        days = read.values
    else:
        counted = read.kind is Kind.NUMBER and are_serials(read.values)
        cells = as_days(raw.cells[name], serials=raw.in_excel or counted)
        days, told = cells.values, about_order(name, cells)
        if counted and not raw.in_excel and days.notna().any():
            others = [
                other for other in reads if reads[other].kind is Kind.DAY and counts_days(other, raw.cells[other])
            ]
            told = (*told, _about_serials(name, raw.cells[name], days, others))
    if days.notna().mean() < _READABLE:
        # A day among them would look as what is asked for.
        unread = list(dict.fromkeys(raw.cells[name][days.isna().to_numpy()]))[:_EXAMPLES]
        shown = [HIDDEN if is_somebody(cell) else cell[:30] for cell in unread]
        said = T(
            "--observed-at: in {n:,} of {all:,} rows “{name}” holds no day that can be read (such as {cells}).",
            "--observed-at: 「{name}」は、{all:,}行中{n:,}行が日付として読めません(例: {cells})。",
        )
        raise Slip(
            said.format(
                name=name,
                n=int(days.isna().sum()),
                all=len(days),
                cells=listed([T(f"“{cell}”", f"「{cell}」") if cell else BLANK for cell in shown]),
            ),
            T(
                "Write days as 2026-04-01, or leave the option out.",
                "日付を 2026-04-01 の形にするか、この指定を外してください。",
            ),
        )
    if (n := int(days.isna().sum())) > 0:
        said = T(
            "Rows in which “{name}” holds no day that can be read: {n:,}.", "{n:,}行で「{name}」の日付が読めません。"
        )
        remarks.append(Remark("no-look-day", said.format(n=n, name=name), columns=(name,)))
    remarks.extend([*read.remarks, *told])
    return days.reset_index(drop=True)


def _about_serials(name: str, cells: pd.Series, days: pd.Series, others: Sequence[str]) -> Remark:
    """That bare numbers were read as Excel counts days.

    Args:
        others: columns that were read so, too.
    """
    first = int(np.flatnonzero(days.notna())[0])
    says = _SERIAL_DAYS.format(name=name, cell=cells.iloc[first], day=date_in_words(days.iloc[first].date()))
    if others:
        named = listed([T(f"“{other}”", f"「{other}」") for other in others])
        says = run_on((says, _SO_WERE.format(names=named)))
    return Remark("serial-days", says, _FORMAT_AS_DAYS, columns=(name, *others), weight=Weight.NOTE)


def about_age(name: str, observed: pd.Series, today: date) -> tuple[Remark, ...]:
    """That some days of looking lie ahead, or that the latest is long gone.

    Args:
        observed: datetime64[ns], missing where nothing is known.
    """
    last, now = observed.max(), pd.Timestamp(today)
    ahead = int((observed > now).sum())
    if ahead:
        said = T(
            "“{name}” holds days that have not come yet (up to {last}; rows: {n:,}). Nobody can have looked at a customer then.",
            "「{name}」に、まだ来ていない日があります({last}まで、{n:,}行)。その日のデータは、まだあるはずがありません。",
        )
        way_out = T(
            "See whether the year is right and whether day and month stand in each other’s place, and export it again.",
            "年が正しいか、日と月が入れ替わっていないかを確かめて、書き出し直してください。",
        )
        told = said.format(name=name, last=date_in_words(last), n=ahead)
        return (Remark("looks-ahead", told, way_out, columns=(name,), weight=Weight.DANGER),)
    months = (now.year - last.year) * 12 + now.month - last.month - (now.day < last.day)
    if months < _OLD:
        return ()
    ago = T("{n} months", "{n}か月").format(n=months) if months < 24 else T("{n} years", "{n}年").format(n=months // 12)
    said = T(
        "The latest day in “{name}” is {last}, {ago} ago. What this page says is as of then; some customers have left since, "
        "and days to check may be over.",
        "「{name}」のいちばん新しい日は{last}で、{ago}前です。このページの内容はその時点のもので、その後に解約した人や、すでに過ぎた日付が含まれます。",
    )
    way_out = T(
        "This table is {ago} old. Before anybody is contacted, ask for a fresh export and a new page.",
        "この表は{ago}前のものです。連絡の前に、新しい表で作り直してもらってください。",
    )
    told = said.format(name=name, last=date_in_words(last), ago=ago)
    return (Remark(OLD, told, way_out.format(ago=ago), columns=(name,), weight=Weight.DANGER),)


def are_own_days(names: Names, customer: NDArray[np.int_], observed: pd.Series, remarks: list[Remark]) -> bool:
    """Whether the column holds days of each customer's own, such as when a contract began, rather than when a row was looked at:
    by its heading, and because every customer stands in one row, each on another day.

    Where only the days say it, spread over years, they are believed, and it is told.

    Args:
        customer: whose row each is.
        remarks: to which is added what was seen.
    """
    name = names.observed_at or ""
    days, heading = observed.dropna(), plain_heading(name)
    once = np.median(np.bincount(customer)) <= 1
    by_heading = bool(_OWN.search(heading))
    if not once or days.nunique() <= (_MANY_OF_THEIR_OWN if by_heading else _MANY_DAYS) or _LOOKS.search(heading):
        return False
    if not by_heading and (days.max() - days.min()).days < _LONG:
        return False
    seen = T(
        "“{name}” holds {n:,} days, one a customer, from {first} to {last}.",
        "「{name}」の日付は、顧客ごとに1つで、{first}から{last}まで{n:,}通りあります。",
    ).format(name=name, n=days.nunique(), first=date_in_words(days.min()), last=date_in_words(days.max()))
    way_out = T(
        "Ask whoever makes the table on which day it was exported, and have this page made again with that day.",
        "この表をいつ書き出したのかを、表を作る人に聞いて、その日付で作り直してもらってください。",
    )
    for_maker = T(
        "Leave --observed-at out, or name with it the column with the day on which the row was exported, such as the end of a month.",
        "--observed-at を外すか、行を書き出した日(月末など)の列を指定してください。",
    )
    says = run_on([seen, _NOT_USED if by_heading else _BELIEVED])
    remarks.append(Remark("own-days", says, way_out, columns=(name,), weight=Weight.DANGER, for_maker=for_maker))
    return by_heading


_NOT_USED = T(
    "It reads as a day of the customer’s own, such as the beginning of a contract, and not as the day on which the row was "
    "looked at; so it was not used as that.",
    "見出しからみても、契約の開始など顧客ごとの日付で、その行がいつの時点のデータかを示す日付ではなさそうです。データの日付としては使いませんでした。",
)
_BELIEVED = T(
    "The day on which a table was looked at is usually the same for many customers. If this is the day on which each of them "
    "began, “later rows” means newer customers here, and the day on which to check is wrong.",
    "ふつう、データの日付は大勢の顧客で同じです。もし顧客ごとの開始日なら、このレポートの「あとの時期の行」は新しい顧客という意味になり、確かめる日も正しくありません。",
)


_SERIAL_DAYS = T(
    "“{name}” holds the numbers by which Excel counts days; they were read so: “{cell}” is {day}.",
    "「{name}」にはExcelの日付の通し番号が入っているので、日付に直して読みました(「{cell}」は{day})。",
)
_SO_WERE = T("Read so, too: {names}.", "{names}も、同じように日付に直しました。")
_FORMAT_AS_DAYS = T(
    "If that is not the day, format the column as a date in Excel and export it again.",
    "日付が違っていたら、Excelでその列の表示形式を「日付」にして、書き出し直してください。",
)
IS_A_LOOK = T(
    "It reads as the day on which each row was looked at, and is not to be learned from.",
    "見出しと中身からみて、各行のデータの日付です。学習には使いません。",
)
_UNNAMED = T(
    "{names} reads as the day on which each row was looked at. It was not learned from. As nobody has said so, rule and model "
    "were judged on rows picked at random, not on later ones: next month may differ.",
    "{names}は、見出しと中身からみて、各行のデータの日付のようです。学習には使いませんでした。データの日付として指定されていないので、"
    "ルールとモデルは、あとの時期の行ではなく、無作為に選んだ行で確かめました。来月も同じとは限りません。",
)
_NAME_IT = T(
    "If it is that day, have this page made again with it; the later rows judge then.",
    "データの日付で合っていれば、指定して作り直してもらってください。あとの時期の行で確かめられるようになります。",
)
_OPTIONS = T(
    "The option is {look}; to learn from the column all the same, {keep}.",
    "指定は {look} です。データの日付ではなく、学習に使いたい列なら {keep} を付けてください。",
)
