"""What nobody has said, and what could be said with it: in plain words for who reads the page, as an option for who makes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mlcurric.report.advice.lexicon import is_monthly
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.request import Request


@dataclass(frozen=True)
class Missing:
    """Something that nobody has said.

    Attributes:
        option: of the command that says it; for whoever makes the page, not for who reads it.
        says: what is missing, without a full stop.
        gives: what could be said with it, or what was done without, as a sentence.
        for_money: whether nothing can be said of the profit without it.
    """

    option: str
    says: T
    gives: T | None = None
    for_money: bool = False


def what_is_missing(request: Request, value: float | None, currency: str) -> tuple[Missing, ...]:
    """What nobody has said.

    Args:
        value: what a leaver on the list is worth, as far as the table says it.
        currency: of the amounts; empty where nobody names one.
    """
    found = []
    if not request.within.strip():
        found.append(Missing("--within", _PERIOD, _PERIOD_GIVES))
    if request.save_rate is None:
        found.append(Missing("--save-rate", _SAVED, _SAVED_GIVES, for_money=True))
    if value is None:
        found.append(
            Missing("--value", _VALUE if request.value is None else _EMPTY_VALUE, _MONEY_GIVES, for_money=True)
        )
    elif request.value and (monthly := is_monthly(request.value)) is not False:
        says, gives = (_TWELVE_MONTHS, _TWELVE_MONTHS_GIVES) if monthly else (_HOW_LONG, _HOW_LONG_GIVES)
        found.append(Missing("--value", says.format(column=request.value), gives.format(column=request.value)))
    if request.contact_cost is None:
        # What both together give is said once.
        found.append(Missing("--contact-cost", _COST, _MONEY_GIVES if value is not None else None, for_money=True))
    elif request.incentive is None:
        found.append(Missing("--incentive", _INCENTIVE, _INCENTIVE_GIVES))
    if not currency and (value is not None or request.contact_cost is not None):
        found.append(Missing("--currency", _CURRENCY, _CURRENCY_GIVES))
    return tuple(found)


_PERIOD = T(
    "how long the customers counted as leavers had to leave, such as 3 months",
    "「解約した」と数えたのが、何か月のあいだの解約か(3か月など)",
)
_PERIOD_GIVES = T(
    "With it the page can say by when so many leave, and on which day to look at what came true.",
    "わかれば、いつまでに何人が解約するか、結果をいつ確かめるかを言えます。",
)
_SAVED = T("how many of 100 leavers stay because of the contact", "解約するはずの100人のうち、連絡のおかげで残る人数")
_SAVED_GIVES = T(
    "With it the page can say how many customers the list keeps.",
    "わかれば、このリストで何人引き止められるかを言えます。",
)
_VALUE = T("what a customer is worth", "顧客1人の価値")
_EMPTY_VALUE = T(
    "what those are worth who leave: the column given for it is blank for them",
    "解約する人の価値(指定された列では空欄)",
)
_MONEY_GIVES = T(
    "With what a customer is worth and what a contact costs the page can say from when it pays, and the profit.",
    "顧客の価値と連絡1件の費用がそろえば、採算の分かれ目と利益を言えます。",
)
_TWELVE_MONTHS = T("what a customer is worth in twelve months", "顧客1人の12か月分の価値")
_TWELVE_MONTHS_GIVES = T(
    "“{column}” reads as the amount of one month; the money on this page is reckoned with that.",
    "「{column}」は1か月分の金額とみられます。このページの金額は、その1か月分で計算しました。",
)
_HOW_LONG = T("what time “{column}” is paid for: a month, a year, or all in all", "「{column}」が何か月分の金額か")
_HOW_LONG_GIVES = T(
    "Here it was taken for all that a customer is worth. If it is one month’s, whoever makes this page gives a column of twelve "
    "months instead.",
    "ここでは、これが顧客1人の価値のすべてとして計算しました。1か月分なら、12か月分の金額の列を使って作り直します。",
)
_COST = T("what one contact costs, working time included", "連絡1件の費用(作業時間も含む)")
_INCENTIVE = T("what each contacted customer who stays is given", "連絡して残った人すべてに渡す特典")
_INCENTIVE_GIVES = T("It was taken as nothing.", "ここでは「なし」として計算しました。")
_CURRENCY = T("in which currency the amounts are", "金額の通貨")
_CURRENCY_GIVES = T(
    "Neither the table nor the costs say it, so the amounts on this page stand without one.",
    "表にも費用にも書かれていないので、このページの金額には通貨を付けていません。",
)
