"""Who left, out of the column that says so: yes and no, 「解約」 and 「継続」, or a day of leaving; what is unclear is asked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.reading.cells import all_plain, are_blank, as_flags, is_unknown, plain
from mlcurric.report.reading.days import as_days
from mlcurric.report.reading.outcome_words import (
    ANOTHER,
    BLANK_IS,
    LEAVES_HEADING,
    LEFT,
    NOTHING,
    STAYED,
    STAYS_HEADING,
    blanks,
    one_class,
    only_blanks,
    quoted,
    say_left,
    several,
)
from mlcurric.report.remark import Remark, Weight
from mlcurric.report.request import Request
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_MOSTLY_DAYS = 0.9
_NEVER = ("9999", "2999", "0000")


@dataclass(frozen=True)
class Outcome:
    """Who left.

    Attributes:
        left: ``boolean``: missing where it is not known yet.
        day: of leaving, datetime64[ns], where the column says it.
        remarks: how the column was read.
    """

    left: pd.Series
    day: pd.Series | None = None
    remarks: tuple[Remark, ...] = ()


def read_outcome(name: str, texts: pd.Series, request: Request) -> Outcome:
    """Read the column that says who left.

    Args:
        name: its heading.
        texts: ``""`` where blank.

    Raises:
        Slip: if it does not say for sure who left: of other than two values, of two that may mean either, of one value and
            blanks; naming the option that says it.
    """
    codes, distinct = pd.factorize(texts)
    distinct = np.asarray(distinct, dtype=object)
    counts = np.bincount(codes, minlength=len(distinct))
    words = all_plain(distinct)
    blank = are_blank(words)
    shown = _shown(distinct, words, counts, blank)
    if request.left_is:
        return _by_values(name, request, codes, words, blank, shown)
    if not shown:
        raise Slip(only_blanks(name), ANOTHER)
    days = as_days(pd.Series(distinct, dtype=object))
    filled = counts * ~blank
    if filled[days.values.notna().to_numpy()].sum() > _MOSTLY_DAYS * _sure(filled, words):
        return _by_day(name, request, codes, words, blank, days.values)
    unsure = {word for word in shown if is_unknown(word) and (len(shown) > 2 or word not in NOTHING)}
    unknown = np.array([word in unsure for word in words], dtype=bool)
    sure = {word: said for word, said in shown.items() if word not in unsure}
    if not sure:
        raise Slip(only_blanks(name), ANOTHER)
    if len(sure) > 2:
        raise Slip(several(name, sure), say_left(sure))
    if len(sure) == 1 and (blank.any() or unknown.any()):
        return _of_one_value(name, request, codes, words, blank | unknown, sure)
    if len(sure) == 1:
        raise Slip(one_class(name, next(iter(sure.values()))), ANOTHER)
    meaning = _meaning(name, sure)
    left = np.array([np.nan if blank[at] or unknown[at] else float(meaning[word]) for at, word in enumerate(words)])
    return _outcome(name, request, left[codes], sure, meaning)


def _sure(filled: NDArray[np.int_], words: list[str]) -> int:
    """Filled cells but those that say who stayed, such as 「継続中」 or 9999-12-31 in a column of days."""
    return int(filled[~_say_stayed(words)].sum())


def _say_stayed(words: list[str]) -> NDArray[np.bool_]:
    return np.array([word in STAYED or word.startswith(_NEVER) or is_unknown(word) for word in words], dtype=bool)


def _shown(distinct: NDArray, words: list[str], counts: NDArray[np.int_], blank: NDArray[np.bool_]) -> dict[str, str]:
    """The values of a column as they are compared, commonest first, and as they stand there; 1.0 is 1."""
    size: Counter[str] = Counter()
    stands: dict[str, str] = {}
    for at in np.argsort(-counts, kind="stable"):
        if not blank[at]:
            words[at] = re.sub(r"^(-?\d+)\.0+$", r"\1", words[at])
            size[words[at]] += int(counts[at])
            stands.setdefault(words[at], str(distinct[at]))
    return {word: stands[word] for word, _ in size.most_common()}


def _by_values(
    name: str, request: Request, codes: NDArray, words: list[str], blank: NDArray[np.bool_], shown: dict[str, str]
) -> Outcome:
    """As ``--left-is`` says."""
    wanted = {re.sub(r"^(-?\d+)\.0+$", r"\1", plain(value)): value for value in request.left_is}
    for word, value in wanted.items():
        if word not in shown:
            raise Slip(
                T("--left-is: “{name}” holds no “{value}”.", "--left-is: 「{name}」に「{value}」はありません。").format(name=name, value=value),
                T("It holds {values}.", "あるのは {values} です。").format(values=quoted(shown)),
            )  # fmt: skip
    meaning = {word: word in wanted for word in shown}
    if all(meaning.values()) and not blank.any():
        raise Slip(one_class(name, request.left_is[0]), ANOTHER)
    if all(meaning.values()) and request.blank_is is None:
        raise Slip(blanks(name, shown), BLANK_IS)
    left = np.array([np.nan if blank[at] else float(meaning[word]) for at, word in enumerate(words)])
    return _outcome(name, request, left[codes], shown, meaning)


def _by_day(
    name: str, request: Request, codes: NDArray, words: list[str], blank: NDArray[np.bool_], days: pd.Series
) -> Outcome:
    """A day where somebody left, else a blank, or a word that says that he stayed; 9999-12-31 is a blank too."""
    has_day = days.notna().to_numpy()
    odd = ~has_day & ~blank & ~_say_stayed(words)
    left = np.where(odd, np.nan, has_day.astype(float))[codes]
    if has_day[codes].all():
        raise Slip(
            T("In “{name}” everybody has a day of leaving.", "「{name}」では、全員に解約日が入っています。").format(
                name=name
            ),
            ANOTHER,
        )
    if request.blank_is == "unknown":
        raise Slip(one_class(name, T("a day", "日付")), ANOTHER)
    said = T(
        "“{name}” holds days of leaving; whoever has none was taken to have stayed.",
        "「{name}」には解約した日が入っています。日付のない顧客は、継続中とみなしました。",
    )
    remarks = [Remark("left-by-day", said.format(name=name), columns=(name,), weight=Weight.NOTE)]
    if odd[codes].any():
        cell = T(
            "“{name}”: {n} cells are neither a day nor blank; whether these customers left is taken as not known.",
            "「{name}」: 日付でも空欄でもないセルが{n}個あります。解約したかわからない顧客として扱いました。",
        )
        remarks.append(Remark("left-odd", cell.format(name=name, n=int(odd[codes].sum())), columns=(name,)))
    day = days.take(codes).reset_index(drop=True)
    return Outcome(_boolean(left), day, tuple(remarks))


def _of_one_value(
    name: str, request: Request, codes: NDArray, words: list[str], blank: NDArray[np.bool_], sure: dict[str, str]
) -> Outcome:
    word = next(iter(sure))
    if request.blank_is not in ("stayed", "left"):
        if request.blank_is == "unknown":
            raise Slip(one_class(name, sure[word]), ANOTHER)
        raise Slip(blanks(name, sure), BLANK_IS)
    # Whatever the one value is, the blanks are said to be the other.
    left = np.where(blank, float(request.blank_is == "left"), float(request.blank_is == "stayed"))
    return _outcome(name, request, left[codes], sure, {word: request.blank_is == "stayed"})


def _meaning(name: str, sure: dict[str, str]) -> dict[str, bool]:
    """Which of two values means that somebody left.

    Raises:
        Slip: if they may mean either.
    """
    one, other = sure
    says = {word: True if word in LEFT else False if word in STAYED else None for word in sure}
    if None not in says.values() and says[one] != says[other]:
        return {word: bool(each) for word, each in says.items()}
    if sum(each is not None for each in says.values()) == 1 and {"no", "なし", "いいえ", "0", "false"} & {one, other}:
        # 「解約」 against “no”: the one that says it decides.
        return {word: bool(each) if each is not None else not next(filter(None.__ne__, says.values())) for word, each in says.items()}  # fmt: skip
    flags = as_flags(pd.Series([one, other], dtype=object))
    if set(flags.values) == {0.0, 1.0}:
        if STAYS_HEADING.search(plain(name)) and not LEAVES_HEADING.search(plain(name)):
            said = T(
                "“{name}” sounds as if {values} said who stayed, not who left.",
                "「{name}」は、{values} で「残ったかどうか」を表しているように見えます。",
            )
            raise Slip(said.format(name=name, values=quoted(sure)), say_left(sure))
        return {word: bool(value) for word, value in zip(sure, flags.values, strict=True)}
    said = T(
        "“{name}” holds {values}; which of them means “left” is not clear.",
        "「{name}」の値は {values} ですが、どちらが解約なのか決められません。",
    )
    raise Slip(said.format(name=name, values=quoted(sure)), say_left(sure))


def _outcome(
    name: str, request: Request, left: NDArray[np.float64], shown: dict[str, str], meaning: dict[str, bool]
) -> Outcome:
    if request.blank_is in ("stayed", "left"):
        left = np.where(np.isnan(left), float(request.blank_is == "left"), left)
    gone = [shown[word] for word, is_left in meaning.items() if is_left]
    remarks = []
    if gone:
        said = T(
            "In “{name}”, {values} was taken to mean “left”.", "「{name}」列の {values} を「解約した」とみなしました。"
        )
        values = quoted({value: value for value in gone})
        remarks.append(Remark("left-means", said.format(name=name, values=values), columns=(name,), weight=Weight.NOTE))
    if n := int(np.isnan(left).sum()):
        said = T(
            "Of {n:,} customers “{name}” does not say whether they left; they were not learned from.",
            "{n:,}行は「{name}」が空欄か不明です。解約したかどうかまだわからない顧客とみなし、学習には使いません。",
        )
        remarks.append(Remark("not-known-yet", said.format(n=n, name=name), columns=(name,), weight=Weight.NOTE))
    return Outcome(_boolean(left), None, tuple(remarks))


def _boolean(left: NDArray[np.float64]) -> pd.Series:
    return pd.Series(pd.array(left == 1, dtype="boolean")).mask(np.isnan(left))
