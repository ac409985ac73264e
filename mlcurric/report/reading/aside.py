"""Which columns of a table may be learned from, and why not the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mlcurric.report.command import typed_option
from mlcurric.report.reading.kinds import Kind, Read, name_customers
from mlcurric.report.reading.looks import IS_A_LOOK
from mlcurric.report.reading.names import Names, quoted
from mlcurric.report.reading.rare import without_rare
from mlcurric.report.reading.twins import about_twin, twins
from mlcurric.report.remark import Remark
from mlcurric.text import T

_LEARNED = (Kind.NUMBER, Kind.FLAG, Kind.CATEGORY, Kind.DAY)
_WHY = {
    Kind.TEXT: T("It is free text: it may hold names, and may have been written after the customer left.", "自由記述です。名前が入っていたり、解約のあとに書かれていたりするかもしれません。"),
    Kind.PERSONAL: T("It is personal.", "個人情報です。"),
    Kind.IDENTIFIER: T("Nearly every row has a value of its own, so that it says nothing about the next customer.", "ほぼ全部の行で値が違い、次の顧客については何もわかりません。"),
    Kind.CONSTANT: T("It is the same in every row.", "どの行も同じ値です。"),
    Kind.EMPTY: T("It is blank in every row.", "どの行も空欄です。"),
}  # fmt: skip
_CALLED = T("It says what customers are called.", "顧客の名称です。")
_CALLED_SO = T(
    "“{name}” holds what companies are called. It was not learned from: a reason would name them, and say nothing of the next.",
    "「{name}」には会社などの名称が入っています。理由に名称が出てしまい、次の顧客については何もわからないので、学習には使いませんでした。",
)
_MAY_BE_A_KIND = T(
    "If it is a kind of customer, such as a partner or a branch, have this page made again with it.",
    "代理店や支店など、顧客の種類を表す列なら、使うように指定して作り直せます。",
)
_KEEP = T("To use “{name}” all the same: {option}.", "「{name}」も使うときの指定は {option} です。")
_DROPPED = T("You asked to leave it out.", "使わないように指定されています。")


def set_aside(
    reads: dict[str, Read],
    names: Names,
    looks: Sequence[str],
    customer: NDArray[np.int_],
    keep: NDArray[np.bool_],
    remarks: list[Remark],
) -> tuple[dict[str, Read], dict[str, T], dict[str, str]]:
    """What may be learned from, and what not, with why not; and which of these are copies of a column that may be."""
    kept = {
        name: read.only(keep) for name, read in reads.items() if read.kind in _LEARNED and name not in names.special
    }
    kept, told = without_rare(kept, customer[keep])
    remarks += told
    copies = twins({name: read for name, read in kept.items() if _why_bare(read) is None}, (names.drop, names.keep))
    columns, aside = {}, {}
    for name, read in reads.items():
        if name in names.special:
            continue
        original = copies.get(name)
        if name in names.drop:
            aside[name] = _DROPPED
        elif name in looks:
            aside[name] = IS_A_LOOK
        elif name not in kept:
            aside[name] = read.why or _WHY[read.kind]
        elif bare := _why_bare(kept[name]):
            aside[name] = bare
        elif original is not None and (original not in names.drop or name not in names.keep):
            aside[name] = about_twin(original, left_out=original in names.drop)
        elif name not in names.keep and name_customers(kept[name]):
            aside[name] = _CALLED
            remarks.append(
                Remark(
                    "names-of-customers",
                    _CALLED_SO.format(name=name),
                    _MAY_BE_A_KIND,
                    (name,),
                    for_maker=_keep(name),
                )
            )
        else:
            columns[name] = kept[name]
    if too := tuple(
        name for name, original in copies.items() if original in names.drop and name not in (names.drop | names.keep)
    ):
        said = T(
            "Columns that say the same as one that you asked to leave out were left out too: {names}.",
            "使わないように指定された列と内容が同じ列も、一緒に外しました: {names}。",
        )
        remarks.append(Remark("dropped-too", said.format(names=quoted(too)), columns=too, for_maker=_keep(too[0])))
    return (
        columns,
        aside,
        {name: original for name, original in copies.items() if name in aside and original in columns},
    )


def _keep(name: str) -> T:
    return _KEEP.format(name=name, option=typed_option("--keep", name))


def _why_bare(read: Read) -> T | None:
    """Why a column says nothing, where it is blank or the same in all rows that are kept."""
    if not read.values.notna().any():
        return _WHY[Kind.EMPTY]
    return _WHY[Kind.CONSTANT] if read.missing + read.odd == 0 and read.values.nunique() == 1 else None


def about_aside(reads: dict[str, Read], names: Names, aside: dict[str, T]) -> list[Remark]:
    personal = tuple(name for name in aside if reads[name].kind is Kind.PERSONAL)
    kept = tuple(sorted(name for name in names.keep if name in aside))
    told = []
    if personal:
        said = T(
            "These columns were taken to be personal, by their headings and cells, and were left out of everything: {names}. "
            "Others may have been overlooked.",
            "見出しと中身から個人情報とみて、学習にもページにもリストにも使わなかった列: {names}。ほかにもあるかもしれません。",
        )
        way_out = T(
            "Before you mail the page, look for names in the reasons and in the list.",
            "メールで送る前に、理由とリストに人の名前などが残っていないか見てください。",
        )
        for_maker = T(
            "A column in which names are left is taken out with --drop.",
            "人の名前などが残っている列は、--drop で外せます。",
        )
        told.append(Remark("personal", said.format(names=quoted(personal)), way_out, personal, for_maker=for_maker))
    if kept:
        said = T(
            "You asked to use these, but they cannot be used: {names}.",
            "使うように指定されましたが、使えません: {names}。",
        )
        told.append(Remark("cannot-keep", said.format(names=quoted(kept)), columns=kept))
    return told
