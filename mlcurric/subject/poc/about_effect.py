"""The smallest effect worth having, and the thresholds below it."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from mlcurric.subject.digits import in_digits
from mlcurric.subject.poc.plan import PocPlan, counted
from mlcurric.subject.poc.setting import Setting
from mlcurric.subject.product.finding import LineFinding, clash
from mlcurric.text import T

HOPED = 2.0
"""An effect that lies so many times above where the calls begin to pay is a hope, and not the smallest worth having."""
_ROUNDED = 0.051
_MANY = 10**9


def about_effect(plan: PocPlan, setting: Setting) -> Iterator[LineFinding]:
    """What in the effect and in the thresholds cannot stand."""
    yield from _about_effect(plan, setting)
    yield from _about_thresholds(plan)


def _about_effect(plan: PocPlan, setting: Setting) -> Iterator[LineFinding]:
    effect, size = plan.smallest_effect, int(min(max(plan.customers, 0), _MANY))
    leave, pays = setting.leave_at(size), setting.pays_at(size)
    if effect <= 0:
        says = T(
            "smallest_effect: {n}. An effect worth having is above 0.",
            "smallest_effect が {n} です。得たい効果なら、0より大きいはずです。",
        )
        way_out = T(
            "From how many fewer leavers of 100 do the calls pay?", "解約が100人あたり何人減れば、元がとれますか。"
        )
        yield clash("no_effect", "smallest_effect", says, way_out, n=counted(effect))
    elif pays == inf:
        says = T(
            "value_kept: whoever is kept brings no more than what they are given.",
            "value_kept が、渡す特典より大きくありません。引き止めても、得るものがありません。",
        )
        way_out = T(
            "Give less (incentive_cost), or look again at what one kept customer is worth.",
            "特典(incentive_cost)を減らすか、1人の解約を防いだときの利益を見直してください。",
        )
        yield clash("nothing_gained", "value_kept incentive_cost", says, way_out)
    elif effect < 1 and pays is not None and effect < pays / 20:
        says = T(
            "smallest_effect: {n}. That looks like a share; here customers of 100 are asked.",
            "smallest_effect が {n} です。割合のようですが、ここでは100人中の人数で書きます。",
        )
        yield clash(
            "effect_fraction", "smallest_effect", says,
            T("Type {of_100} if you mean that.", "そのつもりなら {of_100} と書きます。"), n=f"{effect:g}", of_100=f"{100 * effect:g}",
        )  # fmt: skip
    elif leave is not None and effect >= leave:
        says = T(
            "smallest_effect: {n}. But of 100 on such a list only about {leave} leave if nobody calls.",
            "smallest_effect が {n} です。しかし、このリストで電話しなければ解約するのは、100人中{leave}人ほどです。",
        )
        way_out = T("No call can keep more than that.", "それより多くは、どんな電話でも引き止められません。")
        yield clash(
            "effect_above_leavers",
            "smallest_effect customers",
            says,
            way_out,
            n=counted(effect),
            leave=counted(round(leave)),
        )
    elif pays is not None and effect < pays - _ROUNDED:
        says = T(
            "smallest_effect: {n}. {reckoned} on a list of {size} the calls earn what they cost from {pays} of 100; a smaller effect does not pay.",
            "smallest_effect が {n} です。{reckoned}{size}人のリストで電話の元がとれるのは、100人あたり{pays}人減ってからです。それより小さい効果は、あっても赤字です。",
        )
        way_out = T(
            "Raise smallest_effect to {pays} or more, or take fewer customers: the first ones are worth more.",
            "smallest_effect を {pays} 以上にするか、customers を減らします。上のほうの顧客ほど、引き止めたときの利益が大きいからです。",
        )
        yield clash(
            "effect_does_not_pay",
            "smallest_effect customers",
            says,
            way_out,
            n=in_digits(effect),
            size=counted(size),
            pays=f"{pays:.1f}",
            reckoned=setting.reckoned,
        )
    elif pays is not None and effect > HOPED * pays + _ROUNDED:
        says = T(
            "smallest_effect: {n}. Calls pay from {pays} of 100 on; your plan calls everything between the two worthless.",
            "smallest_effect が {n} です。元は100人あたり{pays}人からとれるのに、その間の効果を、計画は「要らない」と言っています。",
        )
        way_out = T(
            "That is what one hopes for. Type the smallest that you would still want: {pays} to {hoped}.",
            "それは期待です。それでも欲しい、いちばん小さい効果を書きましょう。{pays}〜{hoped} です。",
        )
        yield clash(
            "effect_hoped",
            "smallest_effect",
            says,
            way_out,
            n=counted(effect),
            pays=f"{pays:.1f}",
            hoped=f"{HOPED * pays:.1f}",
        )


def _about_thresholds(plan: PocPlan) -> Iterator[LineFinding]:
    go, stop, effect = plan.go_from, plan.stop_below, plan.smallest_effect
    if max(abs(go), abs(stop)) > 100:
        says = T(
            "go_from and stop_below are differences of 100 customers: −100 to 100.",
            "go_from と stop_below は100人あたりの差なので、−100〜100 です。",
        )
        way_out = T("Type how many fewer leavers of 100.", "100人あたり何人減ったら、を書いてください。")
        yield clash("no_threshold", "go_from stop_below", says, way_out)
        return
    if 0 < go < 1 <= effect and 100 * go <= effect:
        says = T(
            "go_from: {n}. That looks like a share; here customers of 100 are asked.",
            "go_from が {n} です。割合のようですが、ここでは100人中の人数で書きます。",
        )
        way_out = T("Type {of_100} if you mean that.", "そのつもりなら {of_100} と書きます。")
        yield clash("go_fraction", "go_from", says, way_out, n=f"{go:g}", of_100=f"{100 * go:g}")
        return
    if go <= 0:
        says = T(
            "go_from: {n}. Where calls do nothing, the difference is 0 or more in every second trial.",
            "go_from が {n} です。電話に効果がなくても、差は2回に1回は0以上になります。",
        )
        way_out = T("Put go_from between 0 and smallest_effect.", "go_from は0と smallest_effect の間に置きます。")
        yield clash("go_at_nothing", "go_from", says, way_out, n=in_digits(go))
    elif go > effect > 0:
        # The count lies as often above the effect as below it.
        says = T(
            "go_from is {go}, smallest_effect {effect}: calls that keep exactly what is worth having would mostly be stopped.",
            "go_from が {go}、smallest_effect が {effect} です。ちょうど得たいだけの効果があっても、たいてい中止になります。",
        ) if stop > effect else T(
            "go_from is {go}, smallest_effect {effect}: of calls that keep exactly what is worth having more than half would get no go; a count around {effect} means to extend, and after that mostly to stop.",
            "go_from が {go}、smallest_effect が {effect} です。ちょうど得たいだけの効果があっても、半分以上は「実施」になりません。{effect}前後なら延長になり、そのあと、たいてい中止です。",
        )  # fmt: skip
        way_out = T(
            "Luck pulls the count down as often as up; put go_from below smallest_effect.",
            "数えた値は、偶然で上にも下にもずれます。go_from は smallest_effect より下に置きます。",
        )
        yield clash(
            "go_above_effect", "go_from smallest_effect", says, way_out, go=in_digits(go), effect=in_digits(effect)
        )
    if stop >= go:
        says = T("stop_below is {stop}, go_from {go}: {both}.", "stop_below が {stop}、go_from が {go} です。{both}。")
        both = T("some counts say go and stop", "実施にも中止にもなる数があります") if stop > go else T(
            "nothing lies between, so the trial is never extended", "間がないので、延長になることがありません"
        )  # fmt: skip
        way_out = T(
            "Below stop_below: stop. From go_from on: go. Between: extend. Let stop_below be smaller.",
            "stop_below 未満は中止、go_from 以上は実施、その間は延長です。stop_below のほうを小さくしてください。",
        )
        yield clash(
            "stop_above_go", "stop_below go_from", says, way_out, stop=in_digits(stop), go=in_digits(go), both=both
        )
    elif stop < 0:
        says = T(
            "stop_below: {n}. A trial in which more of the called left than of the others would be extended.",
            "stop_below が {n} です。電話した人のほうが多く解約していても、延長することになります。",
        )
        way_out = T("Put stop_below at 0 or above.", "stop_below は 0 以上にします。")
        yield clash("extends_harm", "stop_below", says, way_out, n=in_digits(stop))
