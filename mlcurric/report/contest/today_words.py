"""What is told of who can be listed: whose outcome nobody has filled in, who is gone already, and who was seen long ago."""

from __future__ import annotations

from datetime import date

import pandas as pd

from mlcurric.report.period import period_in_words
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits
from mlcurric.subject.product.dates import date_in_words
from mlcurric.text import T

LONG_AGO = pd.Timedelta(days=45)
"""Looks further apart than this are not one look at all customers, where nobody says how long they have to leave."""


def never_filled_in(n: int, first: pd.Timestamp) -> Remark:
    return Remark(
        "never-filled-in",
        T(
            "In {n} rows of looks before {day} the outcome is blank, though that of others looked at then is known. Those are "
            "not customers of today: they were not listed on the strength of these rows, not learned from, and not judged on.",
            "データの日付が{day}より前の{n}行で、解約の列が空欄です。同じころのほかの人の結果はわかっているので、「いまの顧客」とはみなしていません。"
            "この{n}行は、リストにも、学ぶのにも、確かめるのにも使っていません。",
        ).format(n=in_digits(n), day=date_in_words(first.date())),
        T(
            "Fill in what came of them, or leave these rows out.",
            "その後どうなったかを入れるか、これらの行を除いてください。",
        ),
        for_maker=T(
            "If blank means “stayed”, say so with --blank-is stayed.",
            "空欄が「続けた」という意味なら、--blank-is stayed を付けてください。",
        ),
    )


def there_again(n: int) -> Remark:
    return Remark(
        "there-again",
        T(
            "{n} customers left after one look and are there again in a later one. That is read as: they left in the time after "
            "the earlier look, and came back. Whoever is there at the last look can be listed.",
            "ある時点のあとに解約したことになっているのに、それより後の行に再び出てくる顧客が{n}人います。いったん解約し、その後戻ってきたものとして扱いました。"
            "最後の行で続けている人は、リストの対象です。",
        ).format(n=in_digits(n)),
        T(
            "If nobody can come back (a contract that has ended), the later rows are a fault: ask whoever makes the table, and "
            "have them left out.",
            "戻ってくることのない契約なら、後の行は誤りです。表を作った人に確かめて、その行を除いてもらってください。",
        ),
    )


def had_left(n: int, last: pd.Timestamp) -> Remark:
    return Remark(
        "had-left",
        T(
            "{n} customers whose last row has no known outcome had left by {last}, the day of the last look: an earlier row says so, "
            "and its time is over. They were not listed.",
            "最後の行の結果がまだわからない顧客のうち{n}人は、前の行によると、表の最後の日付({last})までに解約しています。リストには入れていません。",
        ).format(n=in_digits(n), last=date_in_words(last.date())),
        weight=Weight.NOTE,
    )


def missing(n: int, last: pd.Timestamp) -> Remark:
    return Remark(
        "missing-from-last-look",
        T(
            "{n} customers whose last row has no known outcome were not looked at again by {last}, the day of the last look. In this "
            "table hardly anybody who is missing for so long comes again: they were taken to have left, and were not listed.",
            "最後の行の結果がまだわからない顧客のうち{n}人は、表の最後の日付({last})までに、続けていれば加わるはずの行がありません。"
            "この表では、これだけ行が途切れてから再び出てくる人はほとんどいないので、もう解約したものとみて、リストには入れていません。",
        ).format(n=in_digits(n), last=date_in_words(last.date())),
        _ADD_A_ROW,
    )


def may_be_missing(n: int, of: int, first: pd.Timestamp, last: pd.Timestamp) -> Remark:
    return Remark(
        "may-be-missing",
        T(
            "Of the {of} customers to choose from, {n} were not looked at again by {last} (the earliest was last looked at on {first}). "
            "In this table not everybody who is missing for so long comes again: they may have left, and what is said of them may be "
            "old.",
            "リストの対象{of}人のうち{n}人は、表の最後の日付({last})までに新しい行がありません(いちばん古い人の最後の行は{first})。"
            "この表では、これだけ行が途切れると再び出てこない人もいます。もう解約しているかもしれず、値も古いかもしれません。",
        ).format(n=in_digits(n), of=in_digits(of), first=date_in_words(first.date()), last=date_in_words(last.date())),
        _SEE_IN_CRM,
        weight=Weight.DANGER if n > of / 2 else Weight.WARN,
    )


def overdue(n: int, last: pd.Timestamp, within: str) -> Remark:
    return Remark(
        "outcome-overdue",
        T(
            "Of {n} customers the outcome is blank, though {within} had passed since their look by {last}, the day of the last look: "
            "what came of them could be known, and nobody has filled it in. They were not listed.",
            "結果が空欄の顧客のうち{n}人は、表の最後の日付({last})までに、データの日付から{within}が過ぎています。"
            "結果はわかるはずなのに空欄のままなので、リストには入れていません。",
        ).format(n=in_digits(n), within=period_in_words(within), last=date_in_words(last.date())),
        _FILL_IN_OR_ADD,
    )


def time_over(n: int, of: int, today: date, within: str, old: bool) -> Remark:
    """That the time in which those who could be listed were to leave is over.

    Args:
        n: customers of whom it is, of so many who could be listed.
        old: whether that makes the table too old for any list; else they alone were not listed.
    """
    says = (_ALL_OVER if n == of else _MOST_OVER) if old else _SOME_OVER
    told = says.format(n=in_digits(n), of=in_digits(of), within=period_in_words(within), today=date_in_words(today))
    if old:
        return Remark(ALL_OVER, told, _NEW_TABLE, weight=Weight.DANGER)
    return Remark("time-over", told, _ADD_A_ROW)


def next_time_over(n: int, of: int, last: pd.Timestamp, today: date, within: str) -> Remark:
    """That the time after the one of which it is known that they stayed is over, too.

    Args:
        n: customers of whom it is, of so many who could be listed.
        last: the day of the last look.
    """
    says = (_NEXT_OVER if n == of else _NEXT_MOSTLY_OVER).format(
        n=in_digits(n),
        of=in_digits(of),
        last=date_in_words(last.date()),
        within=period_in_words(within),
        today=date_in_words(today),
    )
    return Remark(ALL_OVER, says, _NEW_TABLE, weight=Weight.DANGER)


def may_have_left(n: int, of: int, *, named: bool) -> Remark:
    """That an earlier row says that they left, and not whether they did so before the last look.

    Args:
        named: whether somebody has said in which time they left.
    """
    return Remark(
        "may-have-left",
        T(
            "Of the {of} customers to choose from, {n} left by what an earlier row says. The table does not tell whether they had "
            "done so by their last row, and they were taken to be customers then. They may have left since.",
            "リストの対象{of}人のうち{n}人は、前の行では解約したことになっています。最後の行より後の解約かもしれないので、その時点ではまだ顧客だったとみなして"
            "対象に含めましたが、いまはもう解約しているかもしれません。",
        ).format(n=in_digits(n), of=in_digits(of)),
        T(
            "Before you contact anybody on the list, see in your CRM whether they are still a customer.",
            "リストの人に連絡する前に、いまも顧客かどうかをCRMで確かめてください。",
        ),
        for_maker=None
        if named
        else T(
            "With --within, whoever had left by the last look is told from whoever came back.",
            "--within で期間を指定すると、最後の日付までに解約した人と、戻ってきた人とを区別できます。",
        ),
    )


def not_listed(n: int, last: pd.Timestamp, within: str) -> Remark:
    return Remark(
        "long-ago",
        T(
            "{n} customers who stayed were looked at more than {within} before {last}, the day of the last look. Nobody knows "
            "whether they are customers still, so they were not listed.",
            "続けた顧客のうち{n}人は、表の最後の日付({last})より{within}以上前のデータしかありません。いまも顧客かどうかわからないので、リストには入れていません。",
        ).format(n=in_digits(n), within=period_in_words(within), last=date_in_words(last.date())),
        _ADD_A_ROW,
    )


def seen_long_ago(n: int, of: int, first: pd.Timestamp, last: pd.Timestamp) -> Remark:
    return Remark(
        "seen-long-ago",
        T(
            "Of the {of} customers to choose from, {n} were last looked at more than {days} days before {last}, the earliest of "
            "them on {first}. They may have left since, and what is said of them may be old.",
            "リストの対象{of}人のうち{n}人は、表の最後の日付({last})より{days}日を超えて前のデータしかありません(いちばん古いのは{first})。"
            "もう解約しているかもしれず、値も古いかもしれません。",
        ).format(
            n=in_digits(n),
            of=in_digits(of),
            days=LONG_AGO.days,
            first=date_in_words(first.date()),
            last=date_in_words(last.date()),
        ),
        _SEE_IN_CRM,
        weight=Weight.DANGER if n > of / 2 else Weight.WARN,
        for_maker=_NAME_THE_PERIOD,
    )


_ALL_OVER = T(
    "All {of} customers to choose from were looked at {within} or more before {today}, the day of this page: whoever was going to "
    "leave in that time has left.",
    "リストの対象{of}人は全員、このページを作った{today}の時点で、データの日付から{within}が過ぎています。その間に解約するはずだった人は、もう解約しています。",
)
_MOST_OVER = T(
    "Of the {of} customers to choose from, {n} were looked at {within} or more before {today}, the day of this page: whoever of them "
    "was going to leave in that time has left.",
    "リストの対象{of}人のうち{n}人は、このページを作った{today}の時点で、データの日付から{within}が過ぎています。その間に解約するはずだった人は、もう解約しています。",
)
_SOME_OVER = T(
    "Of {of} customers whose outcome is not known yet, {n} were looked at {within} or more before {today}, the day of this page: whoever "
    "of them was going to leave in that time has left. They were not listed.",
    "結果がまだわからない{of}人のうち{n}人は、このページを作った{today}の時点で、データの日付から{within}が過ぎています。"
    "その間に解約するはずだった人はもう解約しているので、リストには入れていません。",
)
_NEXT_OVER = T(
    "The latest look in this table is of {last}. Who stayed for {within} after it is known, and the time after that, of which a list "
    "would be, was over by {today}, the day of this page: another {within}.",
    "この表の最後のデータの日付は{last}です。それから{within}の結果はもうわかっていて、リストが見込むその次の{within}も、このページを作った{today}までに過ぎています。",
)
_NEXT_MOSTLY_OVER = T(
    "That the {of} customers to choose from stayed for {within} after their look is known; a list would be of the {within} after that. "
    "For {n} of them this time, too, was over by {today}, the day of this page.",
    "リストの対象{of}人について、データの日付から{within}は続けたとわかっていて、リストが見込むのはその次の{within}です。ところがこのうち{n}人は、"
    "このページを作った{today}までに、その期間も過ぎています。",
)
_NEW_TABLE = T(
    "This table is too old for a list of today. Before anybody is contacted, ask for a fresh export and a new page.",
    "いまのリストを作るには、この表は古すぎます。連絡の前に、新しい表で作り直してもらってください。",
)
_FILL_IN_OR_ADD = T(
    "Fill in what came of them. To have those who are still there listed, add a row of each as they are today, with a blank outcome.",
    "結果を入れてください。いまも顧客の人をリストの対象にするなら、その人たちのいまの行を、解約の列を空欄にして加えてください。",
)
_NAME_THE_PERIOD = T(
    "With --within only those are listed of whom the table says that they were still there.",
    "--within で期間を指定すると、まだ顧客だったと表からわかる人だけがリストに載ります。",
)
_ADD_A_ROW = T(
    "To have them listed, add a row of each as they are today, with a blank outcome.",
    "リストの対象にするなら、この人たちのいまの行を、解約の列を空欄にして加えてください。",
)
_SEE_IN_CRM = T(
    "Before you contact anybody who was looked at long ago, see in your CRM whether they are still a customer. The list shows the day of each look.",
    "データの古い人に連絡する前に、いまも顧客かどうかをCRMで確かめてください。リストには、一人ひとりのデータの日付を載せています。",
)
ALL_OVER = "all-time-over"
"""The remark's id where nobody on the list can be contacted before there is a new table."""
ABOUT_LISTED = ("may-be-missing", "may-have-left", "seen-long-ago")
"""The ids of what has to be done about customers before they are contacted: nothing, where there is no list."""
