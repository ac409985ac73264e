"""Who left, out of the column that says so: yes and no, 「解約」 and 「継続」, or a day of leaving; what is unclear is asked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.reading.cells import all_plain, are_blank, as_flags, distinct_of, is_unknown, plain
from mlcurric.report.reading.days import as_days
from mlcurric.report.reading.outcome_headings import says
from mlcurric.report.reading.outcome_remarks import (
    announced,
    check_day_heading,
    check_heading,
    upside_down,
    what_days_were_taken_for,
    what_was_taken,
)
from mlcurric.report.reading.outcome_words import (
    ANOTHER,
    BLANK_IS,
    NOTHING,
    STAYED,
    all_left,
    blanks,
    means,
    one_class,
    only_blanks,
    quoted,
    say_left,
    several,
    stray,
)
from mlcurric.report.remark import Remark, Weight
from mlcurric.report.request import Request
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_MOSTLY_DAYS = 0.9
_OFTEN = 10
"""Beside values of so many rows each, one of a single row is no third one."""
_NEVER = ("9999", "2999", "0000")
LEFT_ODD = "left-odd"
"""The remark's id where a cell among days of leaving is none."""


@dataclass(frozen=True)
class Outcome:
    """Who left.

    Attributes:
        left: ``boolean``: missing where it is not known yet.
        day: of leaving, datetime64[ns], where the column says it.
        remarks: how the column was read.
        since: whose day of leaving is later than the last that counts; one a row, ``None`` where there is nobody.
    """

    left: pd.Series
    day: pd.Series | None = None
    remarks: tuple[Remark, ...] = ()
    since: NDArray[np.bool_] | None = None


def read_outcome(
    name: str,
    texts: pd.Series,
    request: Request,
    today: date | None = None,
    lines: NDArray[np.int_] | None = None,
    until: pd.Series | None = None,
) -> Outcome:
    """Read the column that says who left.

    Args:
        name: its heading.
        texts: ``""`` where blank.
        today: a day of leaving beyond it has only been announced; by default this machine's.
        lines: of the file, of each row; by default they are counted below the headings.
        until: the last day, a row, on which leaving counts; whoever left later had stayed. By default, and where missing, any counts.

    Raises:
        Slip: if it does not say for sure who left: of other than two values, of two that may mean either, of one value and
            blanks; naming the option that says it.
    """
    column = _Column(name, texts, request)
    if request.left_is:
        return _by_values(column)
    if not column.shown:
        raise Slip(only_blanks(name), ANOTHER)
    days = as_days(pd.Series(column.distinct, dtype=object))
    if column.counts[days.values.notna().to_numpy() & ~column.blank].sum() > _MOSTLY_DAYS * column.may_be_days:
        return _by_day(column, days.values, today or date.today(), until)
    sure = column.sure
    if not sure:
        raise Slip(only_blanks(name), ANOTHER)
    if len(sure) > 2:
        strays = {word: said for word, said in sure.items() if column.size[word] == 1}
        rest = {word: said for word, said in sure.items() if word not in strays and column.size[word] >= _OFTEN}
        if len(rest) == 2 and len(rest) + len(strays) == len(sure):
            # A cell of another column, where a row has slipped, is nobody's way of leaving.
            at = int(texts.isin(strays.values()).to_numpy().argmax())
            raise Slip(
                several(name, sure), stray(strays, at + 2 if lines is None else int(lines[at])), say_left(rest, name)
            )
        raise Slip(several(name, sure), say_left(sure, name))
    if len(sure) == 1 and (column.blank.any() or column.unknown.any()):
        return _of_one_value(column)
    if len(sure) == 1:
        raise Slip(one_class(name, next(iter(sure.values()))), ANOTHER)
    return _outcome(column, sure, _meaning(column, sure))


class _Column:
    """The column while it is read.

    Attributes:
        codes, distinct: which of its distinct cells each cell is, and those.
        counts: how often each occurs.
        words: the distinct cells as they are compared; 1.0 is 1.
        blank: which of them say nothing.
        shown: its values as they are compared, commonest first, and as they stand there.
        size: how many rows have each of them.
    """

    def __init__(self, name: str, texts: pd.Series, request: Request):
        self.name, self.request = name, request
        self.codes, self.distinct = distinct_of(texts)
        self.counts = np.bincount(self.codes, minlength=len(self.distinct))
        self.words = [_whole(word) for word in all_plain(self.distinct)]
        self.blank = are_blank(self.words)
        self.size: Counter[str] = Counter()
        stands: dict[str, str] = {}
        for at in np.argsort(-self.counts, kind="stable"):
            if not self.blank[at]:
                self.size[self.words[at]] += int(self.counts[at])
                stands.setdefault(self.words[at], str(self.distinct[at]))
        self.shown = {word: stands[word] for word, _ in self.size.most_common()}

    @property
    def unknown(self) -> NDArray[np.bool_]:
        """Which of the distinct cells say that it is not known: 「不明」; beside one other value 「なし」 says no."""
        return np.array(
            [is_unknown(word) and (len(self.shown) > 2 or word not in NOTHING) for word in self.words], dtype=bool
        )

    @property
    def sure(self) -> dict[str, str]:
        """``shown`` without those."""
        unsure = {word for word, is_unsure in zip(self.words, self.unknown, strict=True) if is_unsure}
        return {word: said for word, said in self.shown.items() if word not in unsure}

    @property
    def say_stayed(self) -> NDArray[np.bool_]:
        """Which of the distinct cells say that somebody stayed, as 「継続中」 or 9999-12-31 do in a column of days."""
        stayed = [word in STAYED or word.startswith(_NEVER) or is_unknown(word) for word in self.words]
        return np.array(stayed, dtype=bool)

    @property
    def may_be_days(self) -> int:
        """Rows whose cell is filled and does not say that somebody stayed."""
        return int(self.counts[~self.blank & ~self.say_stayed].sum())


def _whole(word: str) -> str:
    return re.sub(r"^(-?\d+)\.0+$", r"\1", word)


def _by_values(column: _Column) -> Outcome:
    """As ``--left-is`` says."""
    name, request = column.name, column.request
    wanted = {_whole(plain(value)): value for value in request.left_is}
    for word, value in wanted.items():
        if word not in column.shown:
            raise Slip(
                T("--left-is: “{name}” holds no “{value}”.", "--left-is: 「{name}」に「{value}」はありません。").format(name=name, value=value),
                T("It holds {values}.", "あるのは{values}です。").format(values=quoted(column.shown)),
            )  # fmt: skip
    # 「不明」 says nothing, unless somebody says that it does.
    known = {word: said for word, said in column.shown.items() if word in column.sure or word in wanted}
    meaning = {word: word in wanted for word in known}
    if all(meaning.values()) and len(known) == len(column.shown) and not column.blank.any():
        raise Slip(one_class(name, request.left_is[0]), ANOTHER) if len(known) == 1 else all_left(name, known)
    if all(meaning.values()) and request.blank_is is None:
        raise Slip(blanks(name, known), BLANK_IS)
    return _outcome(column, known, meaning)


def _by_day(column: _Column, days: pd.Series, today: date, until: pd.Series | None) -> Outcome:
    """A day where somebody left, else a blank, or a word that says that he stayed; 9999-12-31 is a blank too."""
    name, codes, turned = column.name, column.codes, column.request.blank_is == "left"
    has_day = days.notna().to_numpy()
    odd = ~has_day & ~column.blank & ~column.say_stayed
    if has_day[codes].all():
        raise Slip(
            T("In “{name}” everybody has a day of leaving.", "「{name}」では、全員に解約日が入っています。").format(
                name=name
            ),
            ANOTHER,
        )
    if column.request.blank_is == "unknown":
        raise Slip(one_class(name, T("a day", "日付")), ANOTHER)
    if not turned:
        check_day_heading(name)
    left = np.where(odd, np.nan, (column.blank if turned else has_day).astype(float))[codes]
    day = days.take(codes).reset_index(drop=True)
    since = None if turned or until is None else (day.dt.normalize() > until).to_numpy()
    if since is not None and since.any():
        left[since] = 0
    else:
        since = None
    remarks = [what_days_were_taken_for(name, left, int(column.blank[codes].sum()), since, column.request)]
    if odd[codes].any():
        cell = T(
            "“{name}”: {n} cells are neither a day nor blank; whether these customers left is taken as not known.",
            "「{name}」: 日付でも空欄でもないセルが{n}個あります。解約したかわからない顧客として扱いました。",
        )
        remarks.append(Remark(LEFT_ODD, cell.format(name=name, n=int(odd[codes].sum())), columns=(name,)))
    remarks += upside_down(name, left, (), {})
    if turned:
        return Outcome(_boolean(left), None, tuple(remarks))
    return Outcome(_boolean(left), day, (*remarks, *announced(name, day, today, since)), since)


def _of_one_value(column: _Column) -> Outcome:
    (word, said), asked = next(iter(column.sure.items())), column.request.blank_is
    if asked not in ("stayed", "left"):
        if asked == "unknown":
            raise Slip(one_class(column.name, said), ANOTHER)
        raise Slip(blanks(column.name, column.sure), BLANK_IS)
    # Whatever the one value is, the blanks are said to be the other.
    return _outcome(column, column.sure, {word: asked == "stayed"})


def _meaning(column: _Column, sure: dict[str, str]) -> dict[str, bool]:
    """Which of two values means that somebody left.

    Raises:
        Slip: if they may mean either: if the heading says who stayed, or if it says nothing and “yes” is the commoner.
    """
    one, other = sure
    told = {word: means(word) for word in sure}
    if None not in told.values() and told[one] != told[other]:
        return {word: bool(each) for word, each in told.items()}
    if sum(each is not None for each in told.values()) == 1 and {"no", "なし", "いいえ", "0", "false"} & {one, other}:
        # 「解約」 against “no”: the one that says it decides.
        return {word: bool(each) if each is not None else not next(filter(None.__ne__, told.values())) for word, each in told.items()}  # fmt: skip
    flags = as_flags(pd.Series([one, other], dtype=object)).values
    if set(flags) != {0.0, 1.0}:
        said = T(
            "“{name}” holds {values}; which of them means “left” is not clear.",
            "「{name}」の値は{values}ですが、どちらが解約なのか決められません。",
        )
        raise Slip(said.format(name=column.name, values=quoted(sure)), say_left(sure))
    true = {word: bool(value) for word, value in zip(sure, flags, strict=True)}
    yes, no = sorted(sure, key=true.__getitem__, reverse=True)
    check_heading(column.name, {word: sure[word] for word in (yes, no)}, column.size[yes] > column.size[no])
    return true


def _outcome(column: _Column, known: dict[str, str], meaning: dict[str, bool]) -> Outcome:
    """By the meaning of each of the values that say it; blanks as ``--blank-is`` says."""
    name, request = column.name, column.request
    left = np.array([float(meaning[word]) if word in meaning else np.nan for word in column.words])[column.codes]
    size = {known[word]: column.size[word] for word in meaning}
    open_rows = int(np.isnan(left).sum())
    if request.blank_is in ("stayed", "left"):
        left = np.where(np.isnan(left), float(request.blank_is == "left"), left)
    taken = {is_left: {said: size[said] for word, said in known.items() if meaning[word] is is_left} for is_left in (True, False)}  # fmt: skip
    remarks = [what_was_taken(name, taken[True], taken[False], open_rows, request.blank_is)]
    if n := int(np.isnan(left).sum()):
        said = T(
            "Rows in which “{name}” is blank or unknown: {n:,}. Whether they left is not known yet, so they were not learned from.",
            "{n:,}行は「{name}」が空欄か不明です。解約したかどうかまだわからない顧客とみなし、学習には使いません。",
        )
        remarks.append(Remark("not-known-yet", said.format(n=n, name=name), columns=(name,), weight=Weight.NOTE))
    others = {word: said for word, said in known.items() if not meaning[word]}
    gone = [said for word, said in known.items() if meaning[word] and _says_stayed(name, word)]
    remarks += upside_down(name, left, gone, others, as_said=bool(request.left_is))
    return Outcome(_boolean(left), None, tuple(remarks))


def _says_stayed(name: str, word: str) -> bool:
    """Whether a value reads as if somebody stayed: 「継続中」; “1” under “is_customer”, “no” under “churned”."""
    if means(word) is not None:
        return means(word) is False
    true = as_flags(pd.Series([word], dtype=object)).values[0]
    return says(name) == {1.0: "stayed", 0.0: "left"}.get(true, "neither")


def _boolean(left: NDArray[np.float64]) -> pd.Series:
    return pd.Series(pd.array(left == 1, dtype="boolean")).mask(np.isnan(left))
