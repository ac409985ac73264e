"""A second formula to practise on: who should read a support ticket first, by today's rule or by a model."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from mlcurric.subject.value.sheets import CALENDAR
from mlcurric.subject.value.terms import Term
from mlcurric.text import T

_OF_TICKETS = T("{number} of 100 tickets", "100件中{number}件")


def ticket_terms() -> dict[str, Term]:
    """The terms: of 100 tickets some land with somebody who has to hand them on, and that costs minutes."""
    return {
        "tickets": Term(
            T("tickets in a quarter", "四半期の問い合わせ件数"),
            9_000,
            "ticket/quarter",
            T("Takumi", "拓海さん"),
            8_500,
            9_600,
        ),
        "wrong_by_rule": Term(
            T("land wrong by today's rule", "いまのルールで振り分けを誤る件数"),
            0.30,
            "",
            T("Takumi", "拓海さん"),
            0.27,
            0.33,
            of=_OF_TICKETS,
        ),
        "wrong_by_model": Term(
            T("land wrong by the model", "モデルで振り分けを誤る件数"),
            0.18,
            "",
            T("Rin", "凛さん"),
            0.15,
            0.22,
            of=_OF_TICKETS,
        ),
        "minutes_lost": Term(
            T("minutes lost where one lands wrong", "誤った1件で失われる時間"),
            12,
            "minute/ticket",
            T("Ms Kato", "加藤さん"),
            3,
            16,
        ),
        "yen_per_hour": Term(
            T("an hour of support", "サポート1時間の費用"), 3_600, "yen/hour", T("Ms Ueda", "上田さん"), 3_300, 4_000
        ),
        "licence": Term(T("licence", "ライセンス料"), 90_000, "yen/month", T("Daichi", "大地さん"), 80_000, 100_000),
        "minutes_per_hour": Term(T("minutes in an hour", "1時間の分数"), 60, "minute/hour", CALENDAR),
        "months_per_quarter": Term(T("months in a quarter", "四半期の月数"), 3, "month/quarter", CALENDAR),
    }


def ticket_gain(t: SimpleNamespace) -> Any:
    """What the model earns in a quarter in place of the rule, in yen: fewer tickets land wrong, and a licence is paid.

    Args:
        t: the numbers of ``ticket_terms``, as ``numbers_of`` gives them.
    """
    fewer_wrong = t.tickets * (t.wrong_by_rule - t.wrong_by_model)
    hours = fewer_wrong * t.minutes_lost / t.minutes_per_hour
    return hours * t.yen_per_hour - t.licence * t.months_per_quarter
