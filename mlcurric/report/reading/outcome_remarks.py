"""What is told of the column that says who left: what each value was taken for, and what looks upside down or lies ahead."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.command import typed_option
from mlcurric.report.period import period_in_words
from mlcurric.report.reading.cells import plain
from mlcurric.report.reading.outcome_headings import says
from mlcurric.report.reading.outcome_words import means, quoted, say_left, say_otherwise, yes_or_no
from mlcurric.report.remark import Remark, Weight
from mlcurric.report.request import Request
from mlcurric.subject.product.dates import date_in_words
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed, run_on

_NAMED = 8
_HALF = 0.5
_BLANK = T("blank", "空欄")
_ASK = {
    "these": T(
        "Ask whoever makes the table whether {values} in “{name}” means “left”. If it does not, do not use this page.",
        "「{name}」列の{values}が「解約した」の意味なのかを、表を作る人に聞いてください。違うなら、このページは使えません。",
    ),
    "so many": T(
        "Ask whoever makes the table about “{name}”: {n:,} of {all:,} rows, more than half, say that the customer left. If it is "
        "the other way round, do not use this page.",
        "「{name}」列では、{all:,}行のうち{n:,}行と、半分を超える人が解約しています。合っているかを、表を作る人に聞いてください。"
        "逆なら、このページは使えません。",
    ),
}
"""Whom to ask what before anything else; by what looks upside down."""
_AS_NAMED = T(
    "In {n:,} of {all:,} rows the customer left: more than half. Which values mean that was said by whoever made this page.",
    "{all:,}行のうち{n:,}行、半分より多くが「解約した」です。どの値が「解約した」なのかは、このページを作った人の指定に従いました。",
)
_ENDS = re.compile(r"最終|最後|last|満了|期限|終期|end")
"""The last day of somebody who stayed for a while is the day on which he left."""
_BLANKS_MEAN = {"left": True, "stayed": False}


def what_was_taken(
    name: str, gone: Mapping[str, int], stayed: Mapping[str, int], open_rows: int, blank_is: str | None
) -> Remark:
    """What each value was taken for.

    Args:
        gone, stayed: the values that were taken to mean it, and how many rows have each.
        open_rows: rows that hold none of them.
        blank_is: what these mean, where somebody said it.
    """
    left, still = (_counted(values) for values in (gone, stayed))
    if blank_is in _BLANKS_MEAN and open_rows:
        (left if _BLANKS_MEAN[blank_is] else still).append(_rows(_BLANK, open_rows))
    said = T(
        "In “{name}”, {left} was taken to mean “left”, and {stayed} “still a customer”.",
        "「{name}」列の{left}を「解約した」、{stayed}を「続けている」とみなしました。",
    )
    says = said.format(name=name, left=listed(left or [_NOBODY]), stayed=listed(still or [_NOBODY]))
    answers = {yes_or_no(plain(value)) for value in gone}
    if alike := [value for value in stayed if yes_or_no(plain(value)) in answers - {None}]:
        option = " ".join(typed_option("--left-is", value) for value in alike)
        these = {
            "name": name,
            "values": quoted({each: each for each in alike}),
            "gone": quoted({each: each for each in gone}),
        }
        says, for_maker = run_on([says, _ALIKE.format(**these)]), _NAME_THEM_TOO.format(option=option, **these)
        return Remark("left-means", says, _ASK_ALIKE.format(**these), (name,), Weight.DANGER, for_maker)
    # Of two values each is the other's contrary, and so is a no of each yes; a third may be neither. What is upside down is told
    # by itself.
    contrary = {not answer for answer in answers if answer is not None}
    doubtful = [
        value for value in stayed if means(plain(value)) is not False and yes_or_no(plain(value)) not in contrary
    ]
    if len(stayed) < 2 or not doubtful or any(means(plain(value)) is False for value in gone):
        return Remark("left-means", says, columns=(name,), weight=Weight.NOTE)
    way_out = T(
        "Check {values}. Where it says that nobody knows yet who leaves, leave the rows in and clear these cells: they are the customers "
        "to choose from. Take out only rows that are no customers to choose from.",
        "{values}が「続けている」でよいか確かめてください。「まだわからない」という意味なら、その行は残して、このセルを空欄にしてください。リストは、そうした顧客から"
        "選びます。行ごと除くのは、リストの対象にならない人だけにしてください。",
    ).format(values=quoted({value: value for value in doubtful}))
    for_maker = T(
        "Where {value} means “left” too, name it as well: {option}.",
        "{value}も解約と同じ扱いなら {option} も付けてください。",
    ).format(value=quoted({doubtful[0]: doubtful[0]}), option=typed_option("--left-is", doubtful[0]))
    return Remark("left-means", says, way_out, columns=(name,), for_maker=for_maker)


def what_days_were_taken_for(
    name: str, left: NDArray[np.float64], blank: int, since: NDArray[np.bool_] | None, request: Request
) -> Remark:
    """Who was taken to have left by a column of days.

    Args:
        left: 1, 0, or missing, a row each.
        blank: rows without a day.
        since: who left after the time that counts, where somebody did.
    """
    n = int(np.nansum(left))
    if request.blank_is == "left":
        says = _DAYS_OF_STAYING.format(name=name, blank=blank, n=len(left) - blank)
    elif since is None:
        says = _DAYS_OF_LEAVING.format(name=name, n=n)
    else:
        says = _DAYS_WITHIN.format(name=name, n=n, since=int(since.sum()), within=period_in_words(request.within))
    return Remark("left-by-day", says, columns=(name,), weight=Weight.NOTE)


_DAYS_OF_STAYING = T(
    "“{name}” holds days: as you said, the {blank:,} rows without one were taken to have left, the {n:,} with one to have stayed.",
    "「{name}」には日付が入っています。指定のとおり、空欄の{blank:,}行を「解約した」、日付のある{n:,}行を「続けている」とみなしました。",
)
_DAYS_OF_LEAVING = T(
    "“{name}” holds days of leaving: {n:,} rows have one and were taken to have left, the others to have stayed.",
    "「{name}」には解約した日が入っています。日付のある{n:,}行を「解約した」、ほかの行を「続けている」とみなしました。",
)
_DAYS_WITHIN = T(
    "“{name}” holds days of leaving: in {n:,} rows it is within {within} of the day of the look, and these were taken to have left. In "
    "{since:,} rows it is later: for these {within} they count as having stayed, yet nobody is on the list of whom that is the last row.",
    "「{name}」には解約した日が入っています。データの日付から{within}以内に解約した{n:,}行を「解約した」とみなしました。それより後に解約した{since:,}行は、"
    "この{within}は「続けている」に数えます。ただし、最後の行がそうなっている人は、リストには載せません。",
)
_ALIKE = T("Yet {values} and {gone} mean the same.", "ただし、{values}は{gone}と同じ意味です。")
_ASK_ALIKE = T(
    "Do not use this page before {values} in “{name}” is taken to mean “left” too, or whoever makes the table says why it does not.",
    "「{name}」列の{values}も「解約した」に数えて作り直してもらうまで、このページは使わないでください。別の意味なら、表を作る人に確かめてください。",
)
_NAME_THEM_TOO = T("Name {values} as well: {option}.", "{values}も指定してください: {option}")
_NOBODY = T("no value", "(該当なし)")


def _counted(values: Mapping[str, int]) -> list[T]:
    counted = [_rows(T(f"“{value[:30]}”", f"「{value[:30]}」"), n) for value, n in list(values.items())[:_NAMED]]
    rest = list(values.values())[_NAMED:]
    others = T("{n} other values", "ほか{n}種類").format(n=len(rest))
    return [*counted, _rows(others, sum(rest))] if rest else counted


def _rows(value: T, n: int) -> T:
    return T("{value} ({n:,} rows)", "{value}({n:,}行)").format(value=value, n=n)


def check_heading(name: str, values: dict[str, str], mostly_yes: bool) -> None:
    """See whether a column of yes and no says who left.

    Args:
        values: the yes and the no, as they are compared and as they stand there.
        mostly_yes: whether the yes is the commoner.

    Raises:
        Slip: if the heading says who stayed, or both, or nothing and the yes is the commoner.
    """
    (_, yes), (no_word, no) = values.items()
    told = says(name)
    if told == "left" or (told is None and not mostly_yes):
        return
    if told == "stayed":
        said = T(
            "“{name}” sounds as if “{yes}” meant that somebody stayed, not that he left.",
            "「{name}」は、「{yes}」が「続けている」の意味に読めます。「解約した」とみなすと、すべてが逆さまになります。",
        )
        raise Slip(said.format(name=name, yes=yes), say_left({no_word: no}))
    said = (
        T("“{name}” may say who left or who stayed.", "「{name}」は、「解約した」とも「続けている」とも読めます。")
        if told
        else T(
            "“{name}” does not say whether “{yes}” means left or stayed, and most rows have it.",
            "「{name}」という見出しからは、「{yes}」が「解約した」なのか「続けている」なのかわかりません。しかも、半分より多くの行が「{yes}」です。",
        )
    )
    commonest_first = values.items() if mostly_yes else reversed(values.items())
    raise Slip(said.format(name=name, yes=yes), say_left(dict(commonest_first)))


def check_day_heading(name: str) -> None:
    """See whether a column of days says when somebody left.

    Raises:
        Slip: if it sounds as if those who stayed had one, such as the day of a renewal.
    """
    if says(name) != "stayed" or _ENDS.search(plain(name)):
        return
    said = T(
        "“{name}” holds days that sound as if those who stayed had one: whoever has one cannot be taken to have left.",
        "「{name}」の日付は、続けている顧客に入るもののように読めます。日付のある行を「解約した」とはみなせません。",
    )
    way_out = T(
        "If a blank means “left”, say --blank-is left; or name another column with --churned.",
        "空欄が解約の意味なら --blank-is left を付けてください。そうでなければ、別の列を --churned で指定してください。",
    )
    raise Slip(said.format(name=name), way_out)


def upside_down(
    name: str, left: NDArray[np.float64], gone: Sequence[str], others: Mapping[str, str], as_said: bool = False
) -> list[Remark]:
    """What looks as if those who stayed had been taken for those who left.

    Args:
        left: 1, 0, or missing, a row each.
        gone: values that were taken to mean “left” and read as if they said who stayed.
        others: the values that were taken to mean that somebody stayed, as they are compared and as they stand there.
        as_said: whether somebody has said which values mean “left”; then that more than half left is
            told, and not the first thing to be asked.
    """
    known = ~np.isnan(left)
    n = int(left[known].sum())
    for_maker = say_otherwise(dict(others)) if others else None
    about = {"columns": (name,), "weight": Weight.DANGER, "for_maker": for_maker}
    if gone:
        said = T(
            "{values} was taken to mean “left”, as you said; yet in “{name}” it reads as if these were still customers. If they "
            "are, the whole report is upside down.",
            "指定のとおり{values}を「解約した」とみなしましたが、「{name}」では、まだ続けている顧客のように読めます。もしそうなら、このレポートはすべて逆さまです。",
        )
        these = {"values": quoted({value: value for value in gone}), "name": name}
        return [Remark("left-says-stayed", said.format(**these), _ASK["these"].format(**these), **about)]
    if n <= _HALF * known.sum():
        return []
    rows = {"n": n, "all": int(known.sum()), "name": name}
    if as_said:
        # Whoever has said which value it is has answered already.
        return [Remark("more-than-half-left", _AS_NAMED.format(**rows), columns=(name,), weight=Weight.NOTE)]
    said = T(
        "In {n:,} of {all:,} rows the customer left: more than half. If these are the ones who stayed, the whole report is upside down.",
        "{all:,}行のうち{n:,}行、半分より多くが「解約した」になっています。続けている顧客のほうだとしたら、このレポートはすべて逆さまです。",
    )
    return [Remark("more-than-half-left", said.format(**rows), _ASK["so many"].format(**rows), **about)]


def announced(name: str, day: pd.Series, today: date, since: NDArray[np.bool_] | None = None) -> list[Remark]:
    """That some days of leaving lie ahead.

    Args:
        day: of leaving, missing where there is none.
        since: whose day is later than those that count, where there is one; these were taken to have stayed.
    """
    ahead = day[day > pd.Timestamp(today)]
    mostly = len(ahead) > _HALF * day.notna().sum()
    if not mostly and since is not None:
        ahead = ahead[~since[ahead.index]]
    if ahead.empty:
        return []
    if mostly:
        said = T(
            "{n:,} of {all:,} days in “{name}” lie ahead (up to {last}). They look like the ends of contracts, not like days on "
            "which somebody left; yet whoever has one was taken to have left.",
            "「{name}」の日付{all:,}件のうち{n:,}件は、これから来る日です({last}まで)。解約した日ではなく、契約の満了日のように見えます。いまは日付のある行をすべて「解約した」とみなしています。",
        )
        way_out = T(
            "Ask whoever makes the table what the days in “{name}” are, and have this page made again if they are the ends of "
            "contracts.",
            "「{name}」が何の日付なのかを、表を作る人に聞いてください。契約の満了日なら、作り直してもらってください。",
        ).format(name=name)
        weight = Weight.DANGER
        for_maker = T("Name a column that says who has left: --churned.", "解約したかどうかがわかる列を --churned で指定してください。")  # fmt: skip
    else:
        said = T(
            "{n:,} customers have a day in “{name}” that lies ahead (up to {last}). They have given notice and are still "
            "customers: they were counted as leavers and do not stand on the list.",
            "「{name}」がこれから来る日({last}まで)の行が{n:,}行あります。解約を申し出ていますが、まだ顧客です。「解約した」に数え、リストには載せていません。",
        )
        way_out = T(
            "Whoever can still be won back needs a list of their own. If the day is only when a contract runs out, clear the cell.",
            "引き止めたい相手がいれば、別のリストにしてください。契約が満了するだけの日なら、セルを空にしてください。",
        )
        for_maker, weight = None, Weight.WARN
    last = ahead.max()
    when = date_in_words(last.date())
    told = said.format(name=name, n=len(ahead), all=int(day.notna().sum()), last=when)
    return [Remark("leaves-later", told, way_out, columns=(name,), weight=weight, for_maker=for_maker)]
