"""A plan for one's own product, written as people write: read, held against its facts, and rehearsed on like customers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas as pd

from mlcurric.subject.money import Offer
from mlcurric.subject.poc.findings import can_be_rehearsed, plan_findings
from mlcurric.subject.poc.ground import osaka_ground
from mlcurric.subject.poc.options import OPTIONS
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
    "incentive_cost": T("what each who is called and stays gets", "連絡して残った人に渡す特典"),
    "value_kept": T("what one kept customer is worth", "1人残ると得られる利益"),
}
"""The facts around one's own plan; those of lessons 1-2 and 1-4 have the names that they have there."""
LINES = {**LABELS, **FACTS}
"""Every line of one's own plan."""
_DAYS_A_WEEK = 7
_MONEY = ("currency", "cost", "contact_cost", "incentive_cost", "value_kept")
# A rehearsal of more takes seconds, and hardly any plan of that size fails for its size.
_MOST = 20_000
_LOT = re.compile(r"^lots?$|\b(?:a|the|by) lot\b(?! of)|lottery|random|drawn?\b|\bcoin|くじ|抽選|無作為|ランダム|乱数")
_NOBODY = re.compile(r"^(?:nobody|no one|none|0)\b|誰も|いない|なし")
_ACCURACY = re.compile(r"accura|\bauc\b|\bf1\b|precision|recall|正解率|適合率|再現率|精度")
_EVERY_WEEK = re.compile(r"every (?:week|day|monday)|weekly|daily|as soon as|毎週|毎日|すぐに|次第")
_OTHERS = re.compile(
    r"(?:last|previous) (?:year|month|quarter|period|time|season)|year before|forecast|predict|promise"
    r"|去年|昨年|前年|前回|前期|先月|予測|目標"
)
_ALIKE = re.compile(r"left alone|hold-?out|control|\bnot? |without|残した|残す|ない|なかった")
# “not at random”, 「くじではなく」: narrower than product.denial, for 「くじで残し、電話しない」 denies no lot.
_DENIED_BEFORE = re.compile(r"(?:\bnot?|\bnever|n['’]t|\bwithout|\binstead of|\brather than)\s+(?:\w+\s+){0,2}$")
_DENIED_AFTER = re.compile(r"^\S{0,2}?(?:で(?:は|も)?な|じゃな|は見ない|には見ない|は見ません|せず|なし)")


def _says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether somebody writes that, and does not deny it."""
    plain = normalised(text)
    return any(
        not _DENIED_BEFORE.search(plain[: found.start()]) and not _DENIED_AFTER.search(plain[found.end() :])
        for found in pattern.finditer(plain)
    )


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
        found: the rehearsal; ``None`` where it is not possible.
        product, currency: as written.
    """

    plan: PocPlan | None
    setting: Setting
    open: tuple[str, ...]
    findings: tuple[LineFinding, ...]
    found: PlanRehearsal | None
    product: str
    currency: str


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
    plan = PocPlan(
        **{name: known[name] for name in NUMBERS},
        **days,
        signed=_signed(written, unread),
        said={line: written.get(line, "") for line in OPTIONS},
        metric="accuracy" if _says(_ACCURACY, written.get("metric", "")) else "fewer_leavers",
        baseline=_compared_with(written, unread),
        left_alone_by=_parted_by(written, unread),
        decides="peeking" if _says(_EVERY_WEEK, written.get("decides", "")) else "thresholds",
    )
    findings = (*unread, *plan_findings(plan, setting))
    found = _rehearsed(plan, setting, known) if can_be_rehearsed(plan, findings) else None
    return OwnPlan(plan, setting, (), findings, found, written.get("product", ""), written.get("currency", ""))


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
        says = T("signed: {n} names, and there are {all} roles.", "signed: 名前が{n}個ですが、役は{all}つあります。")
        way_out = T(
            "One name a role, with commas between, “-” where nobody is: {roles}.",
            "役ごとに1人の名前を「、」で区切ります。いない役は「-」です。順番は {roles}。",
        )
        roles = T(
            ", ".join(role.name.en for role in ROLES.values()), "、".join(role.name.ja for role in ROLES.values())
        )
        unread.append(clash("not_eight", "signed", says, way_out, n=error.found, all=len(ROLES), roles=roles))
        return {}


def _parted_by(written: Mapping[str, str], unread: list[LineFinding]) -> str:
    text = normalised(written.get("left_alone_by", ""))
    if not text or _says(_LOT, text):
        return "lot"
    if _NOBODY.search(text):
        return "nobody"
    says = T("left_alone_by: “{text}” names no lot.", "left_alone_by:「{text}」は、くじではありません。")
    way_out = T(
        "Whoever or whatever chooses, the two groups differ before anybody is called. Draw by lot.",
        "誰が選んでも、何で選んでも、電話の前から2組は違ってしまいます。くじで決めましょう。",
    )
    unread.append(clash("no_lot", "left_alone_by", says, way_out, text=quoted(written["left_alone_by"])))
    return "score"


def _compared_with(written: Mapping[str, str], unread: list[LineFinding]) -> str:
    text = written.get("baseline", "")
    if not _says(_OTHERS, text) or _ALIKE.search(normalised(text)):
        return "hold_out"
    says = T(
        "baseline: “{text}” is no group of customers at the same time.",
        "baseline:「{text}」は、同じ時期の顧客ではありません。",
    )
    way_out = T(
        "Compare with those whom the lot left alone: then nothing but the calls differs.",
        "くじで残した人と比べましょう。違いは、電話だけになります。",
    )
    unread.append(clash("no_one_alike", "baseline", says, way_out, text=quoted(text)))
    return "elsewhere"


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
    offer = Offer(known["contact_cost"], known.get("incentive_cost", 0.0)) if "contact_cost" in known else None
    pays = None
    if offer and leave is not None and value:
        pays = pd.Series({1: 100 * (offer.contact + offer.incentive * (1 - leave / 100)) / value})
    there_are = known.get("customers_there_are")
    return Setting(
        customers=None if there_are is None else int(there_are),
        calls_a_week=known.get("most_calls_a_week"),
        weeks_to_know=known.get("horizon"),
        offer=offer,
        leave_of_100=None if leave is None else pd.Series({1: leave}),
        pays_from=pays,
        today=today,
    )


def _rehearsed(plan: PocPlan, setting: Setting, known: Mapping[str, float]) -> PlanRehearsal | None:
    leave = known.get("leave_of_100")
    if leave is None or not 0 < leave < 100 or plan.customers > _MOST:
        return None
    like = osaka_ground().first(int(plan.customers)).moved_to(leave).worth(known.get("value_kept", 0.0))
    return rehearse_plan(plan, like, offer=setting.offer or Offer(0, 0), weeks_to_know=known.get("horizon", 0.0))
