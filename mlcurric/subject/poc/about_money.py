"""What a plan puts aside, held against the calls that it makes."""

from __future__ import annotations

from collections.abc import Iterator

from mlcurric.subject.poc.plan import PocPlan, counted
from mlcurric.subject.poc.setting import Setting
from mlcurric.subject.product.finding import LineFinding, clash
from mlcurric.text import T

_ROUNDED, _SLACK = 0.97, 1.1
_NEAR = 0.02


def about_money(plan: PocPlan, setting: Setting) -> Iterator[LineFinding]:
    """What in the cost cannot stand; nothing is said where it is not known what a call costs."""
    cost, offer, calls = plan.cost, setting.offer, plan.calls
    if cost < 0 or (cost == 0 and offer is not None and offer.contact + offer.incentive > 0):
        says = T(
            "cost: {n}. Calls that cost nothing are paid by somebody else.",
            "cost が {n} です。ただの電話は、誰かがどこかで払っています。",
        )
        way_out = T(
            "Count contacts and incentives of all calls.",
            "全部の電話について、連絡の費用と、相手に渡すものの費用を数えましょう。",
        )
        yield clash("no_cost", "cost", says, way_out, n=counted(cost))
        return
    if offer is not None and calls >= 1:
        leave = (setting.leave_at(plan.customers) or 0) / 100
        least = calls * (offer.contact + offer.incentive * (1 - leave))
        most = calls * (offer.contact + offer.incentive)
        if not least * _ROUNDED <= cost <= most * _SLACK:
            yield _beside_the_calls(plan, setting, most)
    if setting.budget is not None and cost > setting.budget:
        says = T("cost: {n}. The budget is {budget}.", "cost が {n} です。予算は {budget} です。")
        way_out = T(
            "Fewer customers, or more of them left alone.",
            "customers を減らすか、電話しない人(hold_out_of_100)を増やします。",
        )
        yield clash(
            "over_budget",
            "cost customers hold_out_of_100",
            says,
            way_out,
            n=counted(cost),
            budget=f"{setting.budget:,.0f}",
        )


def _amount(money: float) -> str:
    """As it would be typed: whole yen, or dollars and cents."""
    return f"{money:,.0f}" if money == round(money) else f"{money:,.2f}"


def _beside_the_calls(plan: PocPlan, setting: Setting, most: float) -> LineFinding:
    offer, cost, calls = setting.offer, plan.cost, plan.calls
    told = {
        "n": counted(cost),
        "calls": f"{calls:,}",
        "most": _amount(most),
        "contact": _amount(offer.contact),
        "incentive": _amount(offer.incentive),
    }

    def near(amount: float) -> bool:
        return abs(cost - amount) <= _NEAR * amount

    way_out = T(
        "{calls} calls: {calls} × {contact}, and {incentive} for each of them who stays. {most} is enough.",
        "電話は{calls}件。{calls}×{contact} と、電話して解約しなかった人に {incentive} ずつ。{most} あれば足ります。",
    )
    if offer.incentive and near(calls * offer.contact):
        says = T(
            "cost: {n}. That pays for the calls, and not for the incentive of whoever is called and stays.",
            "cost が {n} です。これは電話代だけで、電話して解約しなかった人に渡す分が入っていません。",
        )
        return clash("incentive_forgotten", "cost", says, way_out, **told)
    if plan.left_alone and near(plan.customers * (offer.contact + offer.incentive)):
        says = T(
            "cost: {n}. That is for all customers of the trial, and {alone} of them are not called.",
            "cost が {n} です。試す顧客全員分になっていますが、{alone}人には電話しません。",
        )
        return clash("cost_of_everybody", "cost", says, way_out, **told, alone=f"{plan.left_alone:,}")
    says = T("cost: {n} does not fit the calls of this plan.", "cost の {n} が、この計画の電話の件数と合いません。")
    return clash("cost_beside_calls", "cost customers hold_out_of_100", says, way_out, **told)
