"""How a column is said to somebody who decides, and whether anybody can do something about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from mlcurric.subject.digits import in_digits
from mlcurric.text import T

_YES_OR_NO = {True: T("yes", "はい"), False: T("no", "いいえ")}
_UNKNOWN = T("unknown", "不明")
_COUNTS, _COUNTERS = re.compile(r"(?<![指係点関倍乗])数(?: ?[(（].*)?$"), re.compile(r"[回件人席台個枚冊日]$")
_COUNTS_IN_ENGLISH = re.compile(
    r"^(?:number|num|no|count) of |^num [a-z]"
    r"|(?:^| )(?:logins|visits|tickets|complaints|orders|calls|sessions|seats|users|purchases|inquiries|bookings|meetings|errors|returns"
    r"|newsletters|e?mails|messages|invoices|documents|files|downloads|uploads|posts|comments|views|clicks|reviews|referrals|classes"
    r"|lessons|absences|trips|nights|devices|licen[cs]es|members|employees|products|items|refunds|delays|incidents|outages|alerts"
    r"|contacts|events|reports|projects|exports|integrations|features|articles|episodes|cancellations|times|count)"
    r"(?: (?:opened|sent|made|missed|used|read|booked|attended|completed|open|unpaid|overdue))?"
    r"(?: (?:(?:in |last |past )*\d+ ?(?:d|days?|w|weeks?|m|months?)|(?:in )?(?:last|past|this|per|a) (?:day|week|month|quarter|year)|monthly|weekly))?$"
)
"""A table's own heading stands within the Japanese too."""
_BETWEEN_WORDS = re.compile(r"[\s_]+|(?<=[a-z])(?=[A-Z0-9])")


@dataclass(frozen=True)
class Wording:
    """The words for one column.

    Attributes:
        label: what the column is about, in a few words.
        says: how a number is said; ``{value}`` stands for it.
        says_one: how 1 is said, where that is another way: “1 month”; ``None`` where it is not.
        below: how a number below 0 is said, by its size: “in 18 days”; ``None`` where its sign says it.
        values: how other values are said; one that is not here is said as it stands in the table.
        signed: whether a number keeps its plus sign.
        actionable: whether somebody can do something about the fact itself; ``None`` where nobody has said. It does not
            promise that doing so keeps the customer.
        action: what to do about it, where it is actionable.
    """

    label: T
    says: T = field(default=T("{value}", "{value}"))
    values: Mapping[Hashable, T] = field(default_factory=lambda: _YES_OR_NO)
    signed: bool = False
    actionable: bool | None = None
    action: T | None = None
    says_one: T | None = None
    below: Wording | None = None

    def value(self, value: Any, digits: Callable[..., str] = in_digits) -> T:
        """One customer's value in words.

        Args:
            digits: how a number is written, with ``signed`` or without; by default as something measured.
        """
        if pd.isna(value):
            return _UNKNOWN
        if is_number(value):
            if self.below and value < 0:
                return self.below.value(-value, digits)
            shown = digits(value, signed=self.signed)
            return (self.says_one if self.says_one and shown in ("1", "+1") else self.says).format(value=shown)
        plain = value.item() if isinstance(value, np.generic) else value
        # A blank text in a table would be a text without words.
        text = str(value).strip() or "–"
        return self.values.get(plain) or T(text, text)


NO_WORDS: Mapping[Hashable, Wording] = MappingProxyType({})
"""The words for a table of one's own, until somebody says them: a column is called by its name there."""


def default_wording(column: Hashable) -> Wording:
    """The words for a column that nobody has worded: its own name, its own values."""
    name = str(column).strip() or "–"
    return Wording(T(name, name))


def counts(label: T, says: T) -> bool:
    """Whether numbers count something: in Japanese they are 多い and 少ない, not 大きい and 小さい.

    Args:
        label: what they are about.
        says: how they are said, or one of them.
    """
    heading = _BETWEEN_WORDS.sub(" ", label.ja).lower()
    return bool(_COUNTS.search(label.ja) or _COUNTS_IN_ENGLISH.search(heading) or _COUNTERS.search(says.ja))


def is_number(value: Any) -> bool:
    return isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool | np.bool_)


SIMULATED = {
    "tenure": Wording(T("months as a customer", "契約月数"), says=T("{value}", "{value}か月"), actionable=False),
    "yearly_contract": Wording(
        T("contract", "契約"), values={True: T("yearly", "年契約"), False: T("monthly", "月契約")}, actionable=False
    ),
    "seats": Wording(T("seats", "席数"), says=T("{value}", "{value}席"), actionable=False),
    "seat_change": Wording(
        T("seats gained or lost in 3 months", "3か月の席数の増減"),
        says=T("{value}", "{value}席"),
        signed=True,
        actionable=False,
    ),
    "price_rise": Wording(
        T("price went up at renewal", "更新時の値上げ"),
        values={True: T("yes", "あり"), False: T("no", "なし")},
        actionable=True,
        action=T(
            "Go through the new price with them: what it buys, and whether a smaller plan would do.",
            "新しい料金について話す。何が含まれるか、小さいプランで足りないか。",
        ),
    ),
    "logins_trend": Wording(
        T("logins against 3 months before", "ログイン数の前3か月比"),
        says=T("{value}%", "{value}%"),
        signed=True,
        actionable=False,
    ),
    "days_since_login": Wording(
        T("days since last login", "最後のログインからの日数"), says=T("{value}", "{value}日"), actionable=False
    ),
    "open_tickets": Wording(
        T("open tickets", "未解決の問い合わせ"),
        says=T("{value}", "{value}件"),
        actionable=True,
        action=T("See that the open ticket is solved first.", "まず、未解決の問い合わせを片づける。"),
    ),
    "nps": Wording(T("would recommend us (0–10)", "おすすめ度(0〜10)"), actionable=False),
}
"""The words for the columns of the simulated customers. In a table of one's own such a name may mean another thing, or unit."""
