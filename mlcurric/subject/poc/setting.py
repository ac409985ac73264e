"""What a plan is held against: how many customers there are, what a call costs and earns, how long one waits, who is who."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType

import numpy as np
import pandas as pd

from mlcurric.subject.money import OFFER, Offer, fewer_to_pay
from mlcurric.subject.poc.ground import WEEKS_TO_KNOW, Ground, company_models, osaka_ground
from mlcurric.text import T

SIZES = (600, 1_000, 1_400, 1_800, 2_200, 2_600, 3_000)
"""The lengths of a list for which the facts are told."""
_MORE = (1_200, 2_400, 4_000, 6_000, 8_000, 12_000, 20_000)
"""These are not told, but a plan may ask for them; beyond, the list holds hardly anybody whom a call would keep."""
HEADS: Mapping[str, T] = MappingProxyType(
    {
        "customers": T("customers", "顧客(人)"),
        "leave_of_100": T("leave, of 100", "解約(100人中)"),
        "kept_worth": T("worth of one kept (yen)", "防いだ1人の価値(円)"),
        "pays_from": T("pays from, of 100", "元がとれる減り方(100人あたり)"),
    }
)
"""How the columns of the facts are headed where they are told."""
PEOPLE: Mapping[str, T] = MappingProxyType(
    {
        "sato": T("Mr Sato", "佐藤さん"),
        "nao": T("Nao", "奈緒さん"),
        "ken": T("Ken", "健さん"),
        "yuki": T("Yuki", "由紀さん"),
        "rin": T("Rin", "凛さん"),
        "daichi": T("Daichi", "大地さん"),
        "takumi": T("Takumi", "拓海さん"),
        "mori": T("Ms Mori", "森さん"),
        "aya": T("Aya", "彩さん"),
    }
)
"""Those who may be asked to sign, in the order in which the exercise tells of them."""
DOES: Mapping[str, str] = MappingProxyType(
    {
        "account_manager": "sato",
        "ux_designer": "nao",
        "data_scientist": "ken",
        "project_engineering_manager": "yuki",
        "ml_engineer": "rin",
        "mlops_engineer": "daichi",
        "application_engineer": "takumi",
        "infrastructure_engineer": "daichi",
    }
)
"""Role → who does that work in the lessons' company."""
_BY_WHOM = T("By the numbers written here,", "ここに書いた数では、")


@dataclass(frozen=True)
class Setting:
    """The facts around a plan. What is not known of one's own product is ``None``, and nothing is held against it.

    Attributes:
        customers: that there are.
        calls_a_week: that the callers can make.
        weeks_to_know: from a call until it is known whether somebody left.
        offer: what a call costs.
        leave_of_100: of 100 on a list, how many leave if nobody is called, by length of the list.
        pays_from: of 100, how many fewer have to leave until calling earns what it costs, by length of the list.
        kept_worth: what a customer brings who is kept by a call, by length of the list.
        today, ends_on: the days between which the trial has to lie.
        budget: for the first round, in the currency of the offer.
        signs: role → who does that work, by name; empty where nobody has said.
        reckoned: by whom the facts about the list are reckoned, in words that begin a sentence.
    """

    customers: int | None = None
    calls_a_week: float | None = None
    weeks_to_know: float | None = None
    offer: Offer | None = None
    leave_of_100: pd.Series | None = field(default=None, repr=False)
    pays_from: pd.Series | None = field(default=None, repr=False)
    kept_worth: pd.Series | None = field(default=None, repr=False)
    today: date | None = None
    ends_on: date | None = None
    budget: float | None = None
    signs: Mapping[str, str] = field(default_factory=dict)
    reckoned: T = _BY_WHOM

    def leave_at(self, size: int) -> float | None:
        """Of 100 on a list of that length, how many leave if nobody is called."""
        return _at(self.leave_of_100, size)

    def pays_at(self, size: int) -> float | None:
        """Of 100 on a list of that length, how many fewer have to leave until the calls pay."""
        return _at(self.pays_from, size)

    def gain_at(self, size: int, fewer: float) -> float | None:
        """What calling a whole list of that length earns if of 100 on it so many fewer leave; below 0 what it loses.

        Whoever is kept takes the incentive.
        """
        pays, worth = self.pays_at(size), _at(self.kept_worth, size)
        if pays is None or worth is None or self.offer is None or not np.isfinite(pays):
            return None
        return size * (worth - self.offer.incentive) * (fewer - pays) / 100


def _at(column: pd.Series | None, size: int) -> float | None:
    return None if column is None else float(np.interp(size, column.index, column))


def list_facts(ground: Ground, sizes: tuple[int, ...] = SIZES, offer: Offer = OFFER) -> pd.DataFrame:
    """What the company's models say of the first so many of a list.

    Returns:
        By ``customers`` on the list: ``leave_of_100`` (if nobody is called), ``kept_worth`` (yen, what a customer brings
        who is kept by a call) and ``pays_from`` (of 100, how many fewer have to leave until the calls earn what they
        cost: ``money.fewer_to_pay``).
    """
    churn, value = company_models().churn(ground.customers), ground.customers["value"].to_numpy(float)
    alone, called = churn["if_left_alone"].to_numpy(), churn["if_called"].to_numpy()
    rows = {}
    for size in sizes:
        kept = (alone - called)[:size]
        worth = float(kept @ value[:size] / kept.sum())
        leave = float(alone[:size].mean())
        rows[size] = {
            "leave_of_100": 100 * leave,
            "kept_worth": worth,
            "pays_from": 100 * fewer_to_pay(leave, worth, offer),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("customers")


@cache
def osaka_setting() -> Setting:
    """The facts of the exercise: a sister company in Osaka, whose customers nobody has called yet."""
    facts = list_facts(osaka_ground(), tuple(sorted((*SIZES, *_MORE))))
    return Setting(
        customers=len(osaka_ground()),
        calls_a_week=80,
        weeks_to_know=WEEKS_TO_KNOW,
        offer=OFFER,
        leave_of_100=facts["leave_of_100"],
        pays_from=facts["pays_from"],
        kept_worth=facts["kept_worth"],
        today=date(2027, 1, 25),
        ends_on=date(2027, 9, 30),
        budget=6_000_000,
        signs=DOES,
        reckoned=T("By our models' reckoning,", "私たちのモデルの見立てでは、"),
    )


def osaka_facts() -> pd.DataFrame:
    """The facts of the exercise by length of the list, rounded as they are told: see ``list_facts``; in the language spoken now."""
    facts = list_facts(osaka_ground())
    return pd.DataFrame(
        {
            str(HEADS["leave_of_100"]): facts["leave_of_100"].round().astype(int),
            str(HEADS["kept_worth"]): facts["kept_worth"].round(-3).astype(int),
            str(HEADS["pays_from"]): facts["pays_from"].round(1),
        }
    ).rename_axis(str(HEADS["customers"]))
