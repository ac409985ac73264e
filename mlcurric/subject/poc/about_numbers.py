"""How many customers, in which groups, at which pace: what of it cannot stand."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from mlcurric.subject.poc.plan import PocPlan, counted
from mlcurric.subject.poc.setting import Setting
from mlcurric.subject.product.finding import LineFinding, clash
from mlcurric.text import T

_LONGEST = 520
_MANY = 10**9
_A_DAY = 1 / 7
_SLOWEST = 1 / _LONGEST
"""Calls a week; at a slower pace not even one is made within the longest trial."""


def about_numbers(plan: PocPlan, setting: Setting) -> Iterator[LineFinding]:
    """What in the numbers of customers, calls and weeks cannot stand."""
    yield from _about_customers(plan, setting)
    yield from _about_groups(plan)
    yield from _about_weeks(plan, setting)


def _about_customers(plan: PocPlan, setting: Setting) -> Iterator[LineFinding]:
    size = plan.customers
    if size < 2:
        says = T("customers: {n}.", "customers が {n} になっています。")
        way_out = T("Two groups need two customers at least.", "2組に分けるには、最低でも2人は要ります。")
        yield clash("no_customers", "customers", says, way_out, n=counted(size))
    elif size != int(size):
        says = T("customers: {n}, and nobody is a part of one.", "customers の {n} は、人数として数えられません。")
        yield clash(
            "part_of_a_customer", "customers", says, T("Type a whole number.", "整数にしてください。"), n=f"{size:g}"
        )
    elif setting.customers is not None and size > setting.customers:
        says = T(
            "customers: {n}, and there are {all} in all.", "customers は{n}人ですが、顧客は全部で{all}人しかいません。"
        )
        way_out = T("The trial takes a part of them.", "試すのは、そのうちの一部です。")
        yield clash("too_many_customers", "customers", says, way_out, n=counted(size), all=f"{setting.customers:,}")


def _about_groups(plan: PocPlan) -> Iterator[LineFinding]:
    share = plan.hold_out_of_100
    if not 0 <= share <= 100:
        says = T(
            "hold_out_of_100: {n}. Of 100, 0 to 100 can be left alone.",
            "hold_out_of_100 が {n} です。100人のうち「電話しない人」にできるのは0〜100人です。",
        )
        way_out = T("Type how many of 100.", "100人中の人数を書いてください。")
        yield clash("hold_out_not_of_100", "hold_out_of_100", says, way_out, n=counted(share))
    elif 0 < share < 1:
        says = T(
            "hold_out_of_100: {n}. That is fewer than one of 100.",
            "hold_out_of_100 が {n} です。100人中1人にもなりません。",
        )
        way_out = T("Type {of_100} if you mean that share.", "割合のつもりなら {of_100} と書きます。")
        yield clash("hold_out_fraction", "hold_out_of_100", says, way_out, n=f"{share:g}", of_100=f"{100 * share:g}")
    elif plan.left_alone_by != "nobody" and (share == 100 or plan.calls < 1 <= plan.customers):
        yield _nobody_called(plan)
    elif share == 0 and (plan.baseline == "hold_out" or plan.left_alone_by != "nobody"):
        says = T(
            "hold_out_of_100 is 0: nobody is left alone, and the plan counts on those who are.",
            "hold_out_of_100 が 0 なので、電話しない人がいません。ところが、計画はその人たちを当てにしています。",
        )
        way_out = T(
            "Leave some alone by lot: hold_out_of_100 above 0.",
            "電話しない人を、くじで引きましょう。hold_out_of_100 を0より大きくします。",
        )
        yield clash("no_hold_out", "hold_out_of_100 baseline left_alone_by", says, way_out)
    elif share > 0 and plan.left_alone_by == "nobody":
        says = T(
            "left_alone_by says nobody, hold_out_of_100 says {n}.",
            "left_alone_by では「全員に電話する」、hold_out_of_100 では電話しない人が{n}人です。",
        )
        way_out = T(
            "Let both say the same; a lot makes groups alike.",
            "2行をそろえましょう。2組を似たものにできるのは、くじです。",
        )
        yield clash("some_and_nobody", "left_alone_by hold_out_of_100", says, way_out, n=counted(share))
    elif 1 <= plan.customers < _MANY and share > 0 and not plan.left_alone:
        says = T(
            "{n} of 100 of {customers} customers is nobody: no one is left alone.",
            "{customers}人の100人中{n}人では、電話しない人が1人もいません。",
        )
        way_out = T("Raise customers or hold_out_of_100.", "customers か hold_out_of_100 を増やしてください。")
        yield clash(
            "no_hold_out",
            "hold_out_of_100 customers",
            says,
            way_out,
            n=counted(share),
            customers=counted(plan.customers),
        )


def _nobody_called(plan: PocPlan) -> LineFinding:
    """What is said where the whole trial is left alone."""
    says = T(
        "hold_out_of_100: {n}. All {customers} customers are left alone, so nobody is called.",
        "hold_out_of_100 が {n} です。{customers}人の全員が「電話しない人」になり、誰にも電話しません。",
    )
    way_out = T(
        "Nothing is tried. 50 makes the groups alike in size.", "何も試せません。50 なら2組が同じ人数になります。"
    )
    return clash(
        "nobody_called",
        "hold_out_of_100",
        says,
        way_out,
        n=counted(plan.hold_out_of_100),
        customers=counted(plan.customers),
    )


def _about_weeks(plan: PocPlan, setting: Setting) -> Iterator[LineFinding]:
    pace, weeks = plan.calls_a_week, plan.weeks
    if pace < _SLOWEST:
        says = T(
            "calls_a_week: {n}. At that pace nobody is called.",
            "calls_a_week が {n} です。それでは誰にも電話できません。",
        )
        yield clash(
            "no_calls",
            "calls_a_week",
            says,
            T("Type the calls of one week.", "1週間の件数を書いてください。"),
            n=counted(pace),
        )
    elif setting.calls_a_week is not None and pace > setting.calls_a_week:
        says = T(
            "calls_a_week: {n}. The callers can make {most}.",
            "calls_a_week が {n} です。電話できるのは週{most}件までです。",
        )
        way_out = T("Fewer calls a week, and more weeks.", "週の件数を減らし、そのぶん週数を増やします。")
        yield clash(
            "too_many_calls", "calls_a_week", says, way_out, n=counted(pace), most=counted(setting.calls_a_week)
        )
    if weeks <= 0:
        says = T("weeks: {n}. A trial takes time.", "weeks が {n} です。試すには時間が要ります。")
        way_out = T(
            "Type the weeks from the first call to the decision.", "最初の電話から決める日までの週数を書いてください。"
        )
        yield clash("no_weeks", "weeks", says, way_out, n=counted(weeks))
    elif weeks > _LONGEST:
        says = T("weeks: {n}. That is more than ten years.", "weeks が {n} です。10年を超えています。")
        way_out = T(
            "Type the weeks from the first call to the decision.", "最初の電話から決める日までの週数を書いてください。"
        )
        yield clash("too_many_weeks", "weeks", says, way_out, n=counted(weeks))
    elif (
        pace >= _SLOWEST
        and setting.weeks_to_know is not None
        and 1 <= plan.customers < _MANY
        and 0 <= plan.hold_out_of_100 <= 100
    ):
        # Three months are thirteen weeks, and a day more or less asks for no week.
        needed = ceil(round(plan.weeks_of_calling, 6)) + ceil(setting.weeks_to_know - _A_DAY)
        if weeks < needed:
            says = T(
                "weeks: {n}. {calls} calls at {pace} a week take {calling} weeks, and whether the last one called leaves is known {after} weeks later.",
                "weeks が {n} です。電話{calls}件は、週{pace}件で{calling}週かかります。最後の人が解約したかどうかがわかるのは、さらに{after}週後です。",
            )
            way_out = T(
                "At least {needed} weeks; or fewer customers, or more of them left alone.",
                "最低{needed}週が必要です。または、customers を減らすか、電話しない人を増やします。",
            )
            yield clash(
                "too_short", "weeks customers calls_a_week hold_out_of_100", says, way_out, n=counted(weeks), calls=f"{plan.calls:,}",
                pace=counted(pace), calling=ceil(round(plan.weeks_of_calling, 6)), after=counted(setting.weeks_to_know), needed=needed,
            )  # fmt: skip
