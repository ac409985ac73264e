"""A plan for one's own product, written as people write: read, held against its facts, and rehearsed on like customers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import pandas as pd

from mlcurric.subject.money import Offer, fewer_to_pay
from mlcurric.subject.poc.findings import can_be_rehearsed, plan_findings
from mlcurric.subject.poc.ground import osaka_ground
from mlcurric.subject.poc.options import OPTIONS, REHEARSED
from mlcurric.subject.poc.own_words import read_ways
from mlcurric.subject.poc.plan import NUMBERS, PocPlan
from mlcurric.subject.poc.rehearsal import PlanRehearsal, rehearse_plan
from mlcurric.subject.poc.setting import Setting
from mlcurric.subject.poc.signers import NotEightNames, read_signers
from mlcurric.subject.poc.words import LABELS
from mlcurric.subject.product.dates import read_date
from mlcurric.subject.product.figures import currency_in
from mlcurric.subject.product.finding import LineFinding, clash, quoted
from mlcurric.subject.product.numerals import normalised
from mlcurric.subject.product.reading import read_count, read_days, read_money, read_share
from mlcurric.subject.ranges import Range
from mlcurric.subject.roles import ROLES
from mlcurric.text import T

FACTS = {
    "leave_of_100": T(
        "of 100 on your list, how many leave (or do what you fear) if nobody acts",
        "リストの100人中、何もしなければそうなる人",
    ),
    "customers_there_are": T("customers that there are", "顧客の総数"),
    "most_calls_a_week": T("calls a week that your team can make", "チームが1週間にできる電話の件数"),
    "horizon": T(
        "how long until you know what became of somebody called", "電話した人がどうなったか、わかるまでの期間"
    ),
    "currency": T("one for all amounts", "金額の単位"),
    "contact_cost": T("one contact, time included", "連絡1件の費用(時間も含む)"),
    "incentive_cost": T("what each who is called and stays gets", "連絡して解約しなかった人に渡す特典"),
    "value_kept": T("what one kept customer is worth", "1人の解約を防ぐと得られる利益"),
}
"""The facts around one's own plan; those of lessons 1-2 and 1-4 have the names that they have there."""
LINES = {**LABELS, **FACTS}
"""Every line of one's own plan."""
_DAYS_A_WEEK = 7
_MONEY = ("currency", "cost", "contact_cost", "incentive_cost", "value_kept")
# A rehearsal of more takes seconds, and hardly any plan of that size fails for its size.
_MOST = 20_000
_FACTS_NEEDED = ("leave_of_100", "horizon", "contact_cost", "incentive_cost", "value_kept")
"""Without them customers would leave at once, or never, and the trial would cost nothing: it is not rehearsed."""


def _of_100(text: str) -> Range[float] | None:
    """A difference of 100; a bare 0.5 is half a customer of 100, and no share."""
    return read_share(text, 100, net=True) or read_count(text, net=True)


_READ: Mapping[str, Callable[[str], Range[float] | None]] = {
    **dict.fromkeys(("customers", "customers_there_are", "calls_a_week", "most_calls_a_week"), read_count),
    **dict.fromkeys(("smallest_effect", "go_from", "stop_below"), _of_100),
    "leave_of_100": partial(read_share, of=100),
    # A bare 0.5 is told what it says: fewer than one of 100.
    "hold_out_of_100": lambda text: read_share(text, 100) or read_count(text),
    **dict.fromkeys(_MONEY[1:], read_money),
    **dict.fromkeys(("weeks", "horizon"), read_days),
}


@dataclass(frozen=True)
class OwnPlan:
    """What somebody has written of a plan of their own.

    Attributes:
        plan: ``None`` while a number is open.
        setting: the facts, as far as they are known.
        open: the lines without which there is no plan, and in which nothing stands yet.
        findings: lines that nobody can read, and what does not fit.
        found: the rehearsal; ``None`` where it is not possible, or a line by which it goes cannot be read.
        product, currency: as written.
        rehearse: carries a plan out on the customers of ``found``.
    """

    plan: PocPlan | None
    setting: Setting
    open: tuple[str, ...]
    findings: tuple[LineFinding, ...]
    found: PlanRehearsal | None
    product: str
    currency: str
    rehearse: Callable[[PocPlan], PlanRehearsal] | None = field(default=None, repr=False, compare=False)


def read_own_plan(texts: Mapping[str, str], today: date | None = None) -> OwnPlan:
    """Read a plan, hold it against its facts, and rehearse it on simulated customers who leave as often as its own.

    The simulated customers differ among each other as ours do; of one's own they have only how many leave and what one
    is worth. What they do is what 13 weeks bring, scaled to the horizon.

    Args:
        texts: line → what somebody wrote, by the names of ``LINES``; a line left out is open.
        today: days before it are over; ``None`` does not look.
    """
    written = {name: text.strip() for name, text in texts.items() if name in LINES and text.strip()}
    unread: list[LineFinding] = []
    numbers = {name: _number(name, written[name], unread) for name in _READ if name in written}
    known = {name: value for name, value in numbers.items() if value is not None}
    days = {name: _day(name, written[name], unread) for name in ("starts_on", "signed_on") if name in written}
    _one_currency(written, unread)
    setting = _setting(known, today)
    missing = tuple(name for name in NUMBERS if name not in written)
    if missing or not all(name in known for name in NUMBERS):
        return OwnPlan(
            None, setting, missing, tuple(unread), None, written.get("product", ""), written.get("currency", "")
        )
    meant, unread_ways = read_ways(written)
    plan = PocPlan(
        **{name: known[name] for name in NUMBERS},
        **days,
        signed=_signed(written, unread),
        said={line: written.get(line, "") for line in OPTIONS},
        **meant,
    )
    # Of names that cannot be read it is not known who is missing.
    names_unread = any(one.name == "not_eight" for one in unread)
    agreed = (one for one in plan_findings(plan, setting) if not (names_unread and one.name == "unsigned"))
    findings = (*unread, *unread_ways, *_about_facts(plan, known, written), *agreed)
    stands = len(meant) == len(REHEARSED) and _can_be_drawn(plan, known) and can_be_rehearsed(plan, findings)
    rehearse = partial(_rehearsed, setting=setting, known=known) if stands else None
    found = rehearse(plan) if rehearse else None
    names = written.get("product", ""), written.get("currency", "")
    return OwnPlan(plan, setting, (), findings, found, *names, rehearse)


def _number(name: str, text: str, unread: list[LineFinding]) -> float | None:
    span = _READ[name](text)
    if span is not None and name in ("weeks", "horizon"):
        # A bare number of weeks is meant where weeks are asked.
        bare = read_count(text) if name == "weeks" and re.fullmatch(r"[\d.,\s]+", normalised(text)) else None
        span = bare or span.scaled(1 / _DAYS_A_WEEK)
    if span is None or not span.is_finite or (name not in ("weeks", "horizon") and not span.is_point):
        says = T("{line}: “{text}” is not one number.", "{line}:「{text}」が、ひとつの数として読めません。")
        way_out = T("Write one number, remarks in brackets.", "数をひとつ書き、補足は括弧に入れてください。")
        unread.append(clash("no_number", name, says, way_out, line=name, text=quoted(text)))
        return None
    # Of a month, which may have 28 to 31 days, the middle.
    return span.middle


def _day(name: str, text: str, unread: list[LineFinding]) -> date | None:
    days = read_date(text)
    if days is not None and days.is_point:
        return days.low
    says = T("{line}: “{text}” is not one day with its year.", "{line}:「{text}」が、年のある1つの日として読めません。")
    way_out = T("Write it as 2027-02-01.", "2027-02-01 のように書いてください。")
    unread.append(clash("no_day", name, says, way_out, line=name, text=quoted(text)))
    return None


def _signed(written: Mapping[str, str], unread: list[LineFinding]) -> dict[str, tuple[str, ...]]:
    try:
        return read_signers(written.get("signed", "")) if written.get("signed") else {}
    except NotEightNames as error:
        says = T("signed: {n} names, and there are {all} roles.", "signed: 名前が{n}人分ですが、役は{all}つあります。")
        way_out = T(
            "One name a role, with commas between, “-” where nobody is: {roles}.",
            "役ごとに1人の名前を「、」で区切ります。いない役は「-」です。順番は {roles}。",
        )
        roles = T(
            ", ".join(role.name.en for role in ROLES.values()), "、".join(role.name.ja for role in ROLES.values())
        )
        unread.append(clash("not_eight", "signed", says, way_out, n=error.found, all=len(ROLES), roles=roles))
        return {}


def _one_currency(written: Mapping[str, str], unread: list[LineFinding]) -> None:
    """Amounts in two currencies make every later sum wrong."""
    named = {name: code for name in _MONEY if (code := currency_in(written.get(name, "")))}
    if len(set(named.values())) > 1:
        first = next(iter(named))
        other = next(name for name, code in named.items() if code != named[first])
        says = T("{first} is “{one}”, {other} is “{two}”.", "{first} は「{one}」、{other} は「{two}」です。")
        way_out = T("Count everything in one currency.", "すべてを同じ通貨で数えてください。")
        texts = {"one": quoted(written[first]), "two": quoted(written[other])}
        unread.append(clash("currencies_differ", f"{other} {first}", says, way_out, first=first, other=other, **texts))


def _setting(known: Mapping[str, float], today: date | None) -> Setting:
    leave, value = known.get("leave_of_100"), known.get("value_kept")
    priced = "contact_cost" in known and "incentive_cost" in known
    offer = Offer(known["contact_cost"], known["incentive_cost"]) if priced else None
    pays = None
    if offer and leave is not None and 0 <= leave <= 100 and value is not None:
        pays = pd.Series({1: 100 * fewer_to_pay(leave / 100, value, offer)})
    there_are = known.get("customers_there_are")
    return Setting(
        customers=None if there_are is None else int(there_are),
        calls_a_week=known.get("most_calls_a_week"),
        weeks_to_know=known.get("horizon"),
        offer=offer,
        leave_of_100=None if leave is None else pd.Series({1: leave}),
        pays_from=pays,
        kept_worth=None if value is None else pd.Series({1: value}),
        today=today,
    )


def _about_facts(plan: PocPlan, known: Mapping[str, float], written: Mapping[str, str]) -> list[LineFinding]:
    """Facts that a rehearsal needs and does not have, and those with which it cannot be carried out here."""
    found = []
    # What is written and cannot be read has its own finding.
    if missing := [name for name in _FACTS_NEEDED if name not in written]:
        says = T(
            "Open: {names}. Without them it cannot be told what the plan would show, or what it costs; it is not rehearsed.",
            "{names} が空いています。これがないと、計画が何を示すかも、いくらかかるかもわからないので、リハーサルはまだです。",
        )
        way_out = T(
            "Write them here, or in “Take it back” of lessons 1-2 and 1-4; 0 where there is none.",
            "ここか、1-2 と 1-4 の「持ち帰る」に書いてください。ないものは 0 です。",
        )
        found.append(clash("facts_open", " ".join(missing), says, way_out, names=", ".join(missing)))
    leave = known.get("leave_of_100")
    if leave is not None and not 0 < leave < 100:
        says = T(
            "leave_of_100: {n}. Some leave, and some stay.",
            "leave_of_100 が {n} です。失う人も、失わずに済む人もいるはずです。",
        )
        way_out = T("Write a number above 0 and below 100.", "0より大きく、100より小さい数を書いてください。")
        found.append(clash("leave_not_of_100", "leave_of_100", says, way_out, n=f"{leave:g}"))
    if plan.customers > _MOST:
        says = T(
            "customers: {n}. Here at most {most} can be rehearsed.",
            "customers が {n} です。ここでリハーサルできるのは {most} 人までです。",
        )
        way_out = T(
            "Write {most}, and see whether those are enough.", "{most} と書いて、それで足りるかを見てください。"
        )
        found.append(clash("beyond_rehearsal", "customers", says, way_out, n=f"{plan.customers:,}", most=f"{_MOST:,}"))
    return found


def _can_be_drawn(plan: PocPlan, known: Mapping[str, float]) -> bool:
    """Whether simulated customers can be made like those of the plan."""
    return all(name in known for name in _FACTS_NEEDED) and 0 < known["leave_of_100"] < 100 and plan.customers <= _MOST


def _rehearsed(plan: PocPlan, setting: Setting, known: Mapping[str, float]) -> PlanRehearsal:
    # Osaka's customers beyond the list stay: a plan may compare with those who are not on it.
    listed = int(plan.customers)
    like = osaka_ground().moved_to(known["leave_of_100"], listed).worth(known["value_kept"], listed)
    return rehearse_plan(plan, like, offer=setting.offer, weeks_to_know=known["horizon"])
