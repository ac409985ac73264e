"""The days of a plan: signed before it starts, decided before the money ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mlcurric.subject.poc.plan import PocPlan
from mlcurric.subject.poc.setting import Setting
from mlcurric.subject.product.dates import in_words
from mlcurric.subject.product.finding import LineFinding, clash
from mlcurric.subject.ranges import Range
from mlcurric.text import T


def a_day(day: date) -> T:
    """A day with its year, in words."""
    return in_words(Range(day, day))


def about_dates(plan: PocPlan, setting: Setting) -> Iterator[LineFinding]:
    """What in the days cannot stand; days that nobody has written are not missed here."""
    for line in ("signed_on", "starts_on"):
        day = getattr(plan, line)
        if day is not None and setting.today is not None and day < setting.today:
            says = T("{line}: {day}, and today is {today}.", "{line} が{day}です。今日は{today}です。")
            way_out = T("Choose a day that is still to come.", "これから来る日にしてください。")
            yield clash("in_the_past", line, says, way_out, line=line, day=a_day(day), today=a_day(setting.today))
            return
    if plan.starts_on is None:
        return
    if plan.signed_on is not None and plan.signed_on >= plan.starts_on:
        says = T(
            "signed_on is {signed}, the first call {starts}: thresholds that are signed while the data come in can be moved to suit them.",
            "署名は{signed}、最初の電話は{starts}です。データが出始めてから署名するなら、しきい値を結果に合わせて動かせてしまいます。",
        )
        way_out = T("Sign before the first call.", "署名は、最初の電話より前の日にします。")
        yield clash(
            "signed_after_start",
            "signed_on starts_on",
            says,
            way_out,
            signed=a_day(plan.signed_on),
            starts=a_day(plan.starts_on),
        )
    decides = plan.decides_on
    if setting.ends_on is not None and (decides is None or decides > setting.ends_on):
        when = T("after the year 9999", "9999年より後") if decides is None else a_day(decides)
        says = T(
            "{weeks} weeks after {starts} is {decides}; the money ends on {ends}.",
            "{starts}から{weeks}週後は{decides}です。予算は{ends}に終わります。",
        )
        way_out = T(
            "Start earlier, or take fewer customers or fewer weeks.",
            "始める日を早めるか、customers か weeks を減らします。",
        )
        yield clash(
            "too_late",
            "starts_on weeks",
            says,
            way_out,
            weeks=f"{plan.weeks:g}",
            starts=a_day(plan.starts_on),
            decides=when,
            ends=a_day(setting.ends_on),
        )
