"""Why a plan cannot tell success from failure: the line to change, and what the rehearsal shows of it."""

from __future__ import annotations

from math import ceil

import numpy as np
from scipy.stats import norm

from mlcurric.subject.digits import as_count, from_to, in_digits
from mlcurric.subject.poc.ground import HARMS, NOTHING, WORKS
from mlcurric.subject.poc.plan import PocPlan
from mlcurric.subject.poc.rehearsal import LEAST_FOUND, MOST_FOOLED, PlanRehearsal
from mlcurric.subject.poc.thresholds import thresholds_that_do
from mlcurric.subject.product.finding import LineFinding, clash
from mlcurric.text import T

_FOUND, _FOOLED = norm.ppf(LEAST_FOUND), norm.ppf(1 - MOST_FOOLED)
"""How many errors of the count have to lie between the threshold and the effect, and between nothing and the threshold."""
_MARGIN = 1.3
"""So many more customers than the formula asks for: it knows neither of quarters that differ nor of a second round."""
_BY_HUNDREDS = 100
_MOST_CUSTOMERS = 10_000
_MOST_KNOWN = 0.8
_MOVES = 1
"""A figure that moves by more than so many of 100 between the worlds is moved by the calls."""
_OF_EFFECT = 0.2
"""A stop_below at this share of the effect leaves room for an extension."""
_HALVES = 15
"""A hold-out that lies so near to 50 of 100 is a half: more would gain nothing."""
_SAME = T(
    "{line}: what is counted hardly moves with what the calls do. It lies at {works} where they work, {nothing} where they do nothing, {harms} where they do harm.",
    "{line}: 数えている値が、電話の効果でほとんど動きません。効くとき{works}、効果がないとき{nothing}、害になるとき{harms}です。",
)
_LOWER = T(
    "{line}: what is counted is lower the better the calls work. It lies at {works} where they work, {nothing} where they do nothing, {harms} where they do harm.",
    "{line}: 電話が効くほど、数えている値は小さくなります。効くとき{works}、効果がないとき{nothing}、害になるとき{harms}です。",
)
_BEFORE = T(
    "{line}: the two groups differ before anybody calls. Where calls do nothing, the count lies at {nothing} of 100 all the same.",
    "{line}: 電話する前から、2組が違っています。電話に効果がなくても、差は100人あたり{nothing}人と出ます。",
)
_COUNT = T(
    " Where calls do nothing, the count lies at {nothing} of 100, in 9 of 10 runs between {low} and {high}.",
    "電話に効果がなくても、差は100人あたり{nothing}人、10回中9回は{low}〜{high}人の間に出ます。",
)
_OTHERS = {
    "nobody": T(
        "left_alone_by: nobody is left alone, so the count is held against what somebody expected.",
        "left_alone_by: 電話しない人がいないので、比べる相手は「予想」だけです。",
    ),
    "off_list": T(
        "baseline: who is not on the list leaves less often, and that is why they are not on it.",
        "baseline: リストに載らないのは、もともと解約が少ない人たちです。",
    ),
    "elsewhere": T(
        "baseline: those were other customers, in another quarter.", "baseline: それは別の顧客の、別の時期の数です。"
    ),
    "promise": T(
        "baseline: a promise is no customer. The models are wrong by some, and quarters differ.",
        "baseline: 予測は顧客ではありません。モデルは少しずつ外れ、四半期ごとの波もあります。",
    ),
}
_LOT = T("Draw the hold-out by lot from the whole list.", "電話しない人は、リスト全体からくじで引きましょう。")
_LIKE = T(
    "Compare with customers like the called, at the same time: those whom the lot left alone.",
    "比べる相手は、同じ時期の、似た顧客です。くじで電話しないと決めた人にしましょう。",
)


def figures_in_words(found: PlanRehearsal) -> T:
    """How often a plan says go in each world, of 100 runs."""
    says = T(
        "Carried out {runs} times: where the calls keep {effect} of 100 it says go in {works} runs of 100, where they do nothing in {nothing}, where they do harm in {harms}.",
        "{runs}回試しました。「実施」となったのは、電話で解約が100人中{effect}人減る世界で100回中{works}回、効果がない世界で{nothing}回、害になる世界で{harms}回です。",
    )
    counts = {name: as_count(round(100 * share)) for name, share in found.go.items()}
    return says.format(runs=len(found.worlds[WORKS].go), effect=in_digits(found.plan.smallest_effect), **counts)


def why_not(found: PlanRehearsal) -> LineFinding | None:
    """The line that keeps a plan from telling success from failure, and the way out; ``None`` where it can tell."""
    if found.can_tell:
        return None
    plan = found.plan
    if plan.metric != "fewer_leavers":
        way_out = T(
            "Count what a call can change: who leaves, called against left alone.",
            "電話で変えられるものを数えましょう。解約です。電話した人と、しなかった人を比べます。",
        )
        lower = found.typical(HARMS, "first")[0] - found.typical(WORKS, "first")[0] > _MOVES
        return _told("cannot_move", "metric", _LOWER if lower else _SAME, way_out, found)
    if not plan.left_alone:
        return _told("nobody_to_compare", "left_alone_by", _beside("nobody"), _LIKE, found)
    if plan.left_alone_by != "lot":
        return _told(f"by_{plan.left_alone_by}", "left_alone_by", _BEFORE, _LOT, found)
    if plan.baseline != "hold_out":
        return _told(f"baseline_{plan.baseline}", "baseline", _beside(plan.baseline), _LIKE, found)
    if plan.people_do == "reach_over":
        says = T(
            "people_do: some of those left alone are called as well, the likeliest to leave. So the groups differ less than calls do: by {works} of 100 where {effect} are kept.",
            "people_do: 電話しないはずの人のうち、解約しそうな人にも電話しています。2組の違いが薄まり、{effect}人減る世界でも、差は{works}人しか出ません。",
        )
        way_out = T(
            "Nobody rings those left alone; whoever rings us is helped, and counted where the lot put them.",
            "電話しない組には、こちらからかけません。かかってきたら助けて、くじのとおりの組で数えます。",
        )
        return _told("lot_not_kept", "people_do", says, way_out, found, effect=in_digits(plan.smallest_effect))
    if plan.decides != "thresholds":
        return _about_decision(found)
    if plan.weeks < plan.weeks_of_calling + found.weeks_to_know and not _nearly_all_known(found):
        says = T(
            "weeks: on that day only a part of the leavers is known. Where calls keep {effect} of 100, the count shows {works}.",
            "weeks: その日には、解約の一部しかわかっていません。{effect}人減る世界でも、数えると{works}人です。",
        )
        way_out = T(
            "Wait until it is known of the last customer called.", "最後に電話した人の結果がわかるまで待ちましょう。"
        )
        return _told("counted_too_early", "weeks", says, way_out, found, effect=in_digits(plan.smallest_effect))
    return _about_numbers(found)


def _nearly_all_known(found: PlanRehearsal) -> bool:
    """Whether, though somebody may still leave, most of what the calls do is in the count."""
    return found.worlds[WORKS].first.mean() >= _MOST_KNOWN * found.plan.smallest_effect


def _beside(others: str) -> T:
    """What is said of a comparison with anything but the hold-out."""
    return T(_OTHERS[others].en + _COUNT.en, _OTHERS[others].ja + _COUNT.ja)


def _told(name: str, line: str, says: T, way_out: T, found: PlanRehearsal, **values: object) -> LineFinding:
    """A finding with the middle of what is counted in each world."""
    middle = {world: as_count(round(found.typical(world, "first")[0], 1)) for world in (WORKS, NOTHING, HARMS)}
    _, low, high = found.typical(NOTHING, "first")
    ends = {"low": as_count(round(low, 1)), "high": as_count(round(high, 1))}
    return clash(name, line, says, way_out, line=line, **middle, **ends, **values)


def _about_decision(found: PlanRehearsal) -> LineFinding:
    nothing = found.worlds[NOTHING]
    if found.plan.decides == "peeking":
        says = T(
            "decides: whoever looks every Monday gives luck a chance each week. Where calls do nothing, {early} of {runs} trials look significant on some Monday.",
            "decides: 毎週月曜に見ると、見るたびに、偶然で当たる機会が増えます。効果がなくても、{runs}回中{early}回は、どこかの月曜に「有意」に見えます。",
        )
        way_out = T(
            "Look once, on the last day, by the thresholds that were signed.",
            "最後の日に一度だけ、署名したしきい値で決めましょう。",
        )
        return clash("peeking", "decides", says, way_out, early=int(nothing.early.sum()), runs=len(nothing.go))
    says = T(
        "decides: among so many groups one is always lucky. Where calls do nothing, the best of them shows {nothing} of 100 in a typical trial.",
        "decides: グループがいくつもあれば、運のよいものが必ず混じります。効果がなくても、いちばん良いグループの差は、ふつうで100人あたり{nothing}人になります。",
    )
    way_out = T(
        "One count over everybody decides; groups are for the next plan.",
        "決めるのは全員分の数ひとつ。グループは、次の計画の材料です。",
    )
    return _told("best_group", "decides", says, way_out, found)


def _about_numbers(found: PlanRehearsal) -> LineFinding:
    """Customers, thresholds or the parting of the groups, whichever is to be changed."""
    plan, nothing = found.plan, found.worlds[NOTHING].first
    if ends := thresholds_that_do(found):
        low, high = map(in_digits, ends)
        if found.finds_enough:
            name, says = (
                "go_too_low",
                T(
                    "go_from is {go}: too low. Luck lifts the count above it in {fooled} of 100 trials in which calls do not work.",
                    "go_from の {go} は低すぎます。電話が効かなくても、100回中{fooled}回は、偶然でそこに届きます。",
                ),
            )
        else:
            name, says = (
                "go_too_high",
                T(
                    "go_from is {go}: too high. Luck pulls the count below it in {missed} of 100 trials that work.",
                    "go_from の {go} は高すぎます。効果があっても、100回中{missed}回は、偶然でそこに届きません。",
                ),
            )
        way_out = T(
            "With these customers a go_from of {ends} would do.", "この人数なら、go_from は {ends} で足ります。"
        )
        shares = {"missed": round(100 * (1 - found.go[WORKS])), "fooled": round(100 * found.fooled)}
        return clash(name, "go_from", says, way_out, go=in_digits(plan.go_from), ends=from_to(low, high), **shares)
    lower = _OF_EFFECT * plan.smallest_effect
    if plan.stop_below > lower and (ends := thresholds_that_do(found, stop_below=lower)):
        says = T(
            "stop_below is {stop}: too high. Trials that luck pulls down a little are stopped, and never get their second round.",
            "stop_below の {stop} は高すぎます。偶然で少し下に出た試行まで、延長せずに中止してしまいます。",
        )
        way_out = T(
            "With these customers a stop_below of {lower} and a go_from of {ends} would do.",
            "この人数なら、stop_below を {lower}、go_from を {ends} にすれば足ります。",
        )
        return clash(
            "stop_too_high", "stop_below go_from", says, way_out, stop=in_digits(plan.stop_below), lower=in_digits(lower),
            ends=from_to(*map(in_digits, ends)),
        )  # fmt: skip
    spread = (np.quantile(nothing, 0.95) - np.quantile(nothing, 0.05)) / 2
    says = T(
        "With {customers} customers, {alone} of them left alone, luck alone moves the count by up to {spread} of 100 either way (in 9 of 10 trials). No threshold tells {effect} from nothing often enough.",
        "{customers}人のうち電話しない人が{alone}人だと、偶然だけで、差は100人あたり±{spread}人ほど動きます(10回中9回)。しきい値をどこに置いても、{effect}人の効果と「効果なし」を十分には見分けられません。",
    )
    told = {
        "customers": f"{plan.customers:,}",
        "alone": f"{plan.left_alone:,}",
        "spread": in_digits(spread),
        "effect": in_digits(plan.smallest_effect),
    }
    halves = _needed(found, 0.5)
    if abs(plan.hold_out_of_100 - 50) > _HALVES and halves <= plan.customers:
        way_out = T(
            "In halves the same customers would do: hold_out_of_100 about 50.",
            "同じ人数でも、半々なら足ります。hold_out_of_100 を50前後に。",
        )
        return clash("uneven_halves", "hold_out_of_100", says, way_out, **told)
    # With fewer left alone, halves take fewer customers and fewer calls; with more, they take more calls.
    if (plan.hold_out_of_100 < 50 - _HALVES or _needed(found) > _MOST_CUSTOMERS) and halves <= _MOST_CUSTOMERS:
        way_out = T(
            "In halves (hold_out_of_100 about 50) about {needed} customers would do, with go_from a little above the middle, at {middle}; weeks and cost change with them.",
            "半々(hold_out_of_100 を50前後)なら、customers は{needed}人ほどで足ります。go_from は真ん中より少し上の {middle} あたりに。weeks と cost も見直しましょう。",
        )
        return clash(
            "uneven_halves",
            "hold_out_of_100 customers",
            says,
            way_out,
            **told,
            needed=f"{halves:,}",
            middle=_above_the_middle(plan),
        )
    if _needed(found) > _MOST_CUSTOMERS:
        way_out = T(
            "It would take about {needed} customers. Look for calls that change more, or do not try it.",
            "{needed}人ほど要ります。もっと効果の大きい電話を探すか、試すのをやめましょう。",
        )
        return clash(
            "effect_too_small", "smallest_effect customers", says, way_out, **told, needed=f"{_needed(found):,}"
        )
    way_out = T(
        "Raise customers to about {needed} (and weeks and cost with them), and put go_from a little above the middle, at {middle}.",
        "customers を{needed}人ほどに増やし(weeks と cost も見直し)、go_from は真ん中より少し上の {middle} あたりに置きましょう。",
    )
    return clash(
        "too_few",
        "customers",
        says,
        way_out,
        **told,
        needed=f"{_needed(found):,}",
        middle=_above_the_middle(plan),
    )


def _above_the_middle(plan: PocPlan) -> str:
    """A threshold between nothing and the effect, nearer to the effect by as much as being fooled is the rarer mistake."""
    return in_digits(plan.smallest_effect * _FOOLED / (_FOUND + _FOOLED))


def _spread_of(found: PlanRehearsal, share: float) -> float:
    """The variance of the difference of shares, times the customers, if that share of them is left alone."""
    plan = found.plan
    alone = np.clip(np.median(found.worlds[WORKS].left_alone) / plan.left_alone, 0.01, 0.99)
    called = np.clip(alone - plan.smallest_effect / 100, 0.01, 0.99)
    return alone * (1 - alone) / share + called * (1 - called) / (1 - share)


def _needed(found: PlanRehearsal, share: float | None = None) -> int:
    """Customers with whom one round tells the effect from nothing, in whole hundreds; the normal approximation.

    Args:
        share: of them who are left alone, 0 to 1; ``None`` for that of the plan.
    """
    plan = found.plan
    # Where the formula thinks that the plan has enough, the rehearsal has shown that it has not.
    least = _MARGIN * plan.customers if share is None else 0
    share = plan.left_alone / plan.customers if share is None else share
    customers = _MARGIN * (_FOUND + _FOOLED) ** 2 * _spread_of(found, share) / (plan.smallest_effect / 100) ** 2
    customers = max(customers, least)
    return ceil(customers / _BY_HUNDREDS) * _BY_HUNDREDS
