"""Columns and values of the tables in a reader's words, for what is shown; the tables themselves keep their names."""

from __future__ import annotations

import pandas as pd

from mlcurric.text import T

COLUMNS = {
    "customer": T("customer", "顧客"),
    "tenure": T("months as a customer", "契約月数"),
    "monthly_charges": T("monthly charge ($)", "月額(ドル)"),
    "contract": T("contract", "契約の種類"),
    "churned": T("left?", "解約した?"),
    "started": T("started", "開始日"),
    "ended": T("ended", "終了日"),
    "date": T("day", "日付"),
    "cds": T("CDs", "枚数"),
    "usd": T("spent ($)", "金額(ドル)"),
    "days_since_order": T("days since last order", "最後の注文からの日数"),
    "orders": T("orders so far", "これまでの注文数"),
    "orders_90_days": T("orders in 90 days", "直近90日の注文数"),
    "went_silent": T("went silent?", "休眠した?"),
    "yearly_contract": T("yearly contract?", "年契約?"),
    "seats": T("seats", "席数"),
    "seat_change": T("seats gained or lost in 3 months", "3か月の席数の増減"),
    "price_rise": T("price went up at renewal?", "更新時に値上げ?"),
    "logins_trend": T("logins against 3 months before (%)", "ログイン数の前3か月比(%)"),
    "days_since_login": T("days since last login", "最後のログインからの日数"),
    "open_tickets": T("open tickets", "未解決の問い合わせ"),
    "nps": T("would recommend us (0–10)", "おすすめ度(0〜10)"),
    "value": T("worth in 12 months (¥)", "12か月で得られる利益(円)"),
    "called": T("called?", "電話した?"),
}
_VALUES = {
    "Month-to-month": T("monthly", "月ごと"),
    "One year": T("1 year", "1年"),
    "Two year": T("2 years", "2年"),
    True: T("yes", "はい"),
    False: T("no", "いいえ"),
}


def worded(table: pd.DataFrame) -> pd.DataFrame:
    """A copy of ``table`` to look at: no row numbers, and headings, yes and no, dates and gaps in the language spoken now."""
    shown = table.copy()
    for column in shown:
        values = shown[column]
        if pd.api.types.is_datetime64_any_dtype(values):
            shown[column] = values.dt.strftime("%Y-%m-%d").fillna("–")
        elif not pd.api.types.is_numeric_dtype(values) or pd.api.types.is_bool_dtype(values):
            shown[column] = [str(_VALUES.get(value, value)) for value in values]
    # The row numbers of a table mean nothing to a reader.
    shown.index = [""] * len(shown)
    return shown.rename(columns={name: str(text) for name, text in COLUMNS.items()})
