"""What each column of a table holds: numbers, days, yes and no, words; or something that nobody should learn from."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.reading.cells import Cells, as_flags, as_numbers, plain
from mlcurric.report.reading.codes import about_codes, about_day_codes, codes_in, day_codes_in
from mlcurric.report.reading.column import MOSTLY, SAMPLE, Column, Kind, Read
from mlcurric.report.reading.days import about_order, are_serials, as_days
from mlcurric.report.reading.mixed import about_mixture
from mlcurric.report.reading.personal import tell_who, why_personal
from mlcurric.report.reading.sparse import are_merged, why_sparse
from mlcurric.report.reading.table import RawTable
from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T

_MANY = 50
_EXACT = 2**53
"""Beyond, whole numbers that differ may be read as the same."""
_SENTENCE = 20
"""Signs of a cell, on average, from which on a column of many different ones is free text."""
_NOTES = re.compile(
    r"メモ|備考|コメント|自由記|感想|経緯|内容$|議事|特記|詳細|memo|comment|note|remark|description|feedback|free ?text",
    re.I,
)
_ID_HEADING = re.compile(
    r"(?:^|[\s_\-.(])(?:id|no|nr|num|number|key|uuid|guid|code|index)\.?\)?$|[a-z]id$|番号$|コード$|^no\.?$|^#$|^連番|^unnamed|id$|ＩＤ$", re.I
)  # fmt: skip
_DAY_HEADING = re.compile(r"日(?:付|時)?$|日\(|date|day|_at$|time", re.I)
_CODE = re.compile(r"0\d+")
_VERSION_HEADING = re.compile(
    r"バージョン|ファーム|(?:^|[\W_])(?:app|os|sdk|ios|android|macos|windows|kernel|firmware|version|ver|build)(?:[\W_]|$)|(?:os|sdk)$", re.I
)  # fmt: skip
_VERSION = re.compile(r"\d{1,4}(?:\.\d{1,6}){1,4}")
_COMPANY_HEADING = re.compile(
    r"(?:会社|企業|法人|医院|病院|クリニック|薬局|事業所|事業者|施設|団体|取引先|得意先|顧客|契約先|請求先|お客様|貴社|園|サロン)の?名(?:称|前)?$|^(?:会社|企業|屋号|取引先|得意先|社名|貴社名|勤務先)$"
    r"|^(?:company|account|organi[sz]ation|business|clinic|customer|client|firm|employer)(?:[ _-]?name)?$",
    re.I,
)  # fmt: skip
_NAME_IN_HEADING = re.compile(r"name|名|屋号|取引先|得意先")
_COMPANIES = re.compile(
    r"株式会社|有限会社|合同会社|㈱|㈲|[(（][株有][)）]|法人|医院|クリニック|歯科|病院|薬局|\b(?:inc|llc|ltd|gmbh|corp|co|plc)\b",
    re.I,
)
_FEW_COMPANIES = 20
"""Names that are no more than these may be a group's branches, or a plan's partners; more of them are the customers themselves."""
_A_COMPANY = T(
    "It says what the customer is called: it tells customers apart, and says nothing about the next one.",
    "顧客の名称です。顧客を見分けるためのもので、次の顧客については何もわかりません。",
)


def read_columns(raw: RawTable, as_they_stand: Collection[str] = (), look: str | None = None) -> dict[str, Read]:
    """Each column of a table by its heading.

    Args:
        as_they_stand: columns in which no number is a code.
        look: the column that says when each row was looked at. Where it holds days as Excel counts them, so may others.
    """
    counted = look is not None and are_serials(as_numbers(raw.cells[look]).values)
    return {
        name: read_column(
            name,
            cells,
            raw.lines,
            serials=raw.in_excel or (counted and name != look and counts_days(name, cells)),
            coded=name not in as_they_stand,
        )
        for name, cells in raw.cells.items()
    }


def counts_days(name: str, cells: pd.Series) -> bool:
    """Whether a column holds days as Excel counts them and nothing else, by its heading and the size of its numbers."""
    if not _DAY_HEADING.search(name):
        return False
    numbers = as_numbers(cells)
    return not numbers.odd.any() and are_serials(numbers.values)


def read_column(
    name: str, texts: pd.Series, lines: NDArray[np.int_], *, serials: bool = False, coded: bool = True
) -> Read:
    """One column.

    Args:
        texts: ``""`` where blank; a RangeIndex.
        lines: of the file, a row each.
        serials: whether days may stand as Excel's bare numbers.
        coded: whether 9999 may stand for “not known”.
    """
    column = Column(name, texts, lines)
    if not column.filled:
        return column.read(Kind.EMPTY, pd.Series(np.nan, index=texts.index, dtype=object))
    if len(column.words) == 1:
        return _of_one_value(column)
    by_day = bool(_DAY_HEADING.search(name))
    days = None if _are_versions(column) else column.mostly(lambda cells: as_days(cells, serials=serials and by_day))
    is_days = days is not None and (not column.are_numbers_too or _are_compact_days(column, serials))
    # The cells are seen by it as they stand; a number of ten digits may be a telephone.
    if why := why_personal(name, column.words, column.filled, are_days=is_days):
        return column.read(Kind.PERSONAL, column.texts(), why=why)
    if days is not None and is_days:
        return _of_days(column, days, coded)
    if flags := _as_flag(column):
        return flags
    if _are_codes(column):
        return _of_words(column)
    if numbers := _as_number(column, coded):
        return numbers
    return _of_words(column)


def _of_one_value(column: Column) -> Read:
    """A column of one value: the same for everybody, or a mark that some rows carry."""
    value = str(column.words[0])
    if column.filled == len(column.cells):
        return column.read(Kind.CONSTANT, column.texts())
    if why := why_personal(column.name, column.words, column.filled):
        return column.read(Kind.PERSONAL, column.texts(), why=why)
    if _NOTES.search(column.name):
        return column.read(Kind.TEXT, column.texts())
    if (days := column.mostly(as_days)) is not None and not column.are_numbers_too:
        return column.read(Kind.DAY, days.values, days)
    marked = (~column.blank).astype(float)[column.codes]
    said = T(
        "“{name}” holds “{value}” or nothing; a blank was read as “not {value}”.",
        "「{name}」は「{value}」か空欄です。空欄は「{value}ではない」とみなしました。",
    )
    told = Remark("blank-means-no", said.format(name=column.name, value=value), columns=(column.name,))
    return column.read(Kind.FLAG, pd.Series(marked), labels=("", value), remarks=(told,))


def _are_compact_days(column: Column, serials: bool) -> bool:
    """Whether what reads as a number too is a day: 20260401, or Excel's count of days."""
    eight = np.array([bool(re.fullmatch(r"\d{8}|\d{14}", text)) for text in column.words[:SAMPLE]]).mean() >= MOSTLY
    return bool(eight) or serials


def _of_days(column: Column, days: Cells, coded: bool) -> Read:
    codes, remarks = day_codes_in(days.values) if coded else (), about_order(column.name, days)
    if not codes:
        return column.read(Kind.DAY, days.values, days, remarks=remarks)
    known = days.values.mask(days.values.dt.normalize().isin(codes))
    told = about_day_codes(column.name, days.values, codes)
    return column.read(Kind.DAY, known, days, coded=True, remarks=(*remarks, told))


def _as_flag(column: Column) -> Read | None:
    if len(column.words) > _MANY:
        return None
    flags = as_flags(pd.Series(column.distinct, dtype=object))
    found = flags.values.to_numpy()
    if (flags.odd & ~column.blank).any() or len(np.unique(found[~np.isnan(found)])) < 2:
        return None
    labels = tuple(str(max(np.flatnonzero(found == side), key=lambda at: column.counts[at])) for side in (0, 1))
    values = pd.Series(found[column.codes])
    return column.read(Kind.FLAG, values, labels=tuple(str(column.distinct[int(at)]) for at in labels))


def _are_codes(column: Column) -> bool:
    """Whether digits are a name: 00123 is no number, and version 2.10 is later than 2.9."""
    some = column.words[:: max(1, len(column.words) // (4 * SAMPLE))]
    return sum(bool(_CODE.fullmatch(text)) for text in some) >= 0.05 * len(some) or _are_versions(column)


def _are_versions(column: Column) -> bool:
    """Whether the cells are versions by the heading and by their points: neither days (2024.1.2) nor numbers."""
    if not _VERSION_HEADING.search(column.name) or _DAY_HEADING.search(column.name):
        return False
    some = column.words[:SAMPLE]
    return sum(bool(_VERSION.fullmatch(text)) for text in some) >= MOSTLY * len(some)


def _as_number(column: Column, coded: bool) -> Read | None:
    numbers = column.mostly(as_numbers)
    if numbers is None:
        return None
    found = numbers.values.dropna()
    whole = bool((found == found.round()).all())
    if len(found) > 1 and whole and found.is_unique and column.filled == len(found):
        in_a_row = bool((found.diff().dropna().abs() == 1).all()) or (found.max() - found.min() + 1 == len(found))
        if _ID_HEADING.search(column.name) or in_a_row:
            return column.read(Kind.IDENTIFIER, column.texts())
    if found.nunique() == 1 and len(column.words) > 1 and abs(found.iloc[0]) > _EXACT:
        # Codes of so many digits that as numbers they are all one.
        return column.read(Kind.IDENTIFIER, column.texts())
    if found.nunique() == 1 and not numbers.odd.any() and numbers.values.notna().all():
        return column.read(Kind.CONSTANT, column.texts())
    codes = codes_in(numbers.values) if coded else ()
    known = numbers.values.mask(numbers.values.isin(codes))
    told = (about_codes(column.name, numbers.values, codes),) if codes else ()
    return column.read(Kind.NUMBER, known, numbers, coded=bool(codes), codes=codes, remarks=told)


def _of_words(column: Column) -> Read:
    words, filled = column.words, column.filled
    lengths = np.array([len(text) for text in words])
    mean = float(lengths @ column.counts[~column.blank] / filled)
    varied = len(words) / filled
    texts = column.texts()
    if (
        (_NOTES.search(column.name) and mean >= 6)
        or (len(words) > 5 and mean >= _SENTENCE and varied > 0.2)
        or mean >= 100
    ):
        return column.read(Kind.TEXT, texts)
    if mixed := None if _are_codes(column) else about_mixture(column):
        return column.read(Kind.CATEGORY, texts, why=mixed.says, remarks=(mixed,))
    if are_merged(column):
        return column.read(Kind.IDENTIFIER, texts, why=why_sparse(column))
    if (len(words) > 2 and varied >= 0.9) or (len(words) > _MANY and varied > 0.5):
        if mean >= _SENTENCE:
            return column.read(Kind.TEXT, texts)
        return column.read(Kind.IDENTIFIER, texts, why=why_sparse(column))
    if len(words) > _FEW_COMPANIES and _are_companies(column):
        return column.read(Kind.IDENTIFIER, texts, why=_A_COMPANY)
    # Somebody typed an address, or 「小林様」, into a column of something else.
    who = np.array(tell_who(column.distinct), dtype=bool)
    texts, remarks = _in_one_way(column)
    odd = who[column.codes]
    return column.read(Kind.CATEGORY, texts.mask(odd), Cells(texts, odd), remarks=remarks)


def _are_companies(column: Column) -> bool:
    """Whether the words are what customers are called: by the heading, or by what most of them end in."""
    return bool(_COMPANY_HEADING.search(plain(column.name))) or _end_as_companies(column.words)


def _end_as_companies(words: Sequence[str]) -> bool:
    some = words[:: max(1, len(words) // SAMPLE)]
    return sum(bool(_COMPANIES.search(text)) for text in some) >= MOSTLY * len(some)


def name_customers(read: Read) -> bool:
    """Whether a column of few words says what customers are called: by a heading such as “Account Name”, or by what the words
    end in. A branch or a partner may be meant, too."""
    if read.kind is not Kind.CATEGORY:
        return False
    heading = plain(read.name)
    by_heading = bool(_COMPANY_HEADING.search(heading) and _NAME_IN_HEADING.search(heading))
    return by_heading or _end_as_companies(list(read.values.dropna().unique()))


def _in_one_way(column: Column) -> tuple[pd.Series, tuple[Remark, ...]]:
    """Values that differ in case, width or blanks only, as the commonest of them is written."""
    ways: dict[str, list[str]] = {}
    for at in np.argsort(-column.counts, kind="stable"):
        if not column.blank[at]:
            ways.setdefault(column.plain[at], []).append(column.distinct[at])
    other = {way: first for first, *others in ways.values() for way in others}
    if not other:
        return column.texts(), ()
    way, first = next(iter(other.items()))
    said = T(
        "“{name}”: “{way}” was read as “{first}”; they differ only in how they are written.",
        "「{name}」: 「{way}」は「{first}」の書き方違いとみなし、まとめました。",
    )
    told = Remark(
        "written-apart", said.format(name=column.name, way=way, first=first), columns=(column.name,), weight=Weight.NOTE
    )
    words = np.array([other.get(text, text) for text in column.distinct], dtype=object)
    words[column.blank] = np.nan
    return pd.Series(words[column.codes], dtype=object), (told,)
