"""Tables as they come out of a CRM: a telephone company's, a shop's at several dates, a Japanese one, and a big one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from mlcurric.subject.snapshots import LABEL, snapshot
from mlcurric.subject.tables import load_cdnow, load_telco

LOOKS = ("1997-06-30", "1997-08-31", "1997-10-31", "1997-12-31", "1998-02-28")
_FULL_WIDTH = str.maketrans("0123456789,", "０１２３４５６７８９，")


def telco_csv(path: Path) -> Path:
    """The 7,043 customers of a telephone company; nobody says on which day they were looked at."""
    telco = load_telco().drop(columns="month_to_month")
    telco["churned"] = telco["churned"].map({True: "Yes", False: "No"})
    telco.to_csv(path, index=False)
    return path


def cdnow_looks(path: Path, customers: int = 4_000) -> Path:
    """A music shop's customers at five dates; what came of the last date is not known yet."""
    orders = load_cdnow()
    orders = orders[orders["customer"] <= customers]
    looks = []
    for day in LOOKS:
        look = snapshot(orders, day, lead_days=14, horizon_days=90).reset_index()
        look.insert(1, "observed_at", day)
        look[LABEL] = "" if day == LOOKS[-1] else look[LABEL].map({True: "yes", False: "no"})
        looks.append(look)
    pd.concat(looks).to_csv(path, index=False)
    return path


def japanese_csv(path: Path, encoding: str = "utf-8", customers: int = 3_000) -> Path:
    """A Japanese CRM's table: Japanese headings, full-width numbers, yen, names and e-mail addresses, a free text."""
    luck = np.random.default_rng(6)
    months, tickets = luck.integers(1, 90, customers), luck.poisson(0.8, customers)
    fee, quiet = luck.choice([980, 1_200, 2_980, 12_000], customers), luck.integers(0, 60, customers)
    yearly = luck.random(customers) < 0.4
    odds = -2.9 + 0.75 * tickets + 0.035 * quiet - 0.012 * months - 0.8 * yearly
    left = luck.random(customers) < 1 / (1 + np.exp(-odds))
    # In CP932 the yen sign is the byte that others show as a backslash; so does Excel write it.
    yen = "¥" if encoding.startswith("utf") else "\\"
    looked = pd.to_datetime("2026-01-01") + pd.to_timedelta(30 * (np.arange(customers) * 4 // customers), unit="D")
    last = looked - pd.to_timedelta(quiet, unit="D")
    table = pd.DataFrame(
        {
            "顧客番号": [f"K{number:05d}" for number in range(1, customers + 1)],
            "氏名": luck.choice(["佐藤 花子", "鈴木 一郎", "高橋 健", "田中 美咲", "伊藤 さくら"], customers),
            "メールアドレス": [f"user{number}@example.co.jp" for number in range(customers)],
            "観測日": [_slashed(day) for day in looked],
            "契約月数": [str(number).translate(_FULL_WIDTH) for number in months],
            "月額料金": [f"{yen}{number:,}" for number in fee],
            "年間売上": [f"{12 * number:,}".translate(_FULL_WIDTH) for number in fee],
            "契約形態": np.where(yearly, "年契約(自動更新あり)", "月契約"),
            "未解決の問い合わせ件数(直近3か月、電話とメールの合計)": tickets,
            "最終ログイン日": [_slashed(day) for day in last],
            "担当者メモ": luck.choice(
                ["前回の訪問では新しい担当の方と話せた。次は価格の説明を。", "特になし。", "機能の要望あり。"],
                customers,
            ),
            "解約": np.where(left, "解約", "継続"),
        }
    )
    table.to_csv(path, index=False, encoding=encoding)
    return path


def big_csv(path: Path, rows: int = 100_000, columns: int = 30) -> Path:
    """A table of ``rows`` × ``columns``, its id, its outcome and its date among them; some of its columns tell something."""
    luck = np.random.default_rng(30)
    numbers = luck.normal(size=(rows, columns - 9))
    table = pd.DataFrame(numbers.round(3), columns=[f"usage {number}" for number in range(1, columns - 8)])
    for name, words in (("plan", 4), ("region", 12), ("channel", 6), ("industry", 25)):
        table[name] = luck.integers(0, words, rows).astype(str) + f" of {words}"
    table["tickets"], table["value"] = luck.poisson(1, rows), luck.lognormal(8, 1, rows).round(2)
    table.loc[luck.random(rows) < 0.1, "usage 3"] = np.nan
    odds = -2.6 + 0.5 * table["tickets"] + 0.4 * numbers[:, 0] - 0.3 * numbers[:, 1] ** 2
    table["churned"] = np.where(luck.random(rows) < 1 / (1 + np.exp(-odds)), "yes", "no")
    table["observed"] = (
        pd.to_datetime("2026-01-01") + pd.to_timedelta(np.arange(rows) * 300 // rows, unit="D")
    ).astype(str)
    table.insert(0, "account", [f"A{number:06d}" for number in range(rows)])
    table.to_csv(path, index=False)
    return path


def _slashed(day: pd.Timestamp) -> str:
    return f"{day.year}/{day.month}/{day.day}"
