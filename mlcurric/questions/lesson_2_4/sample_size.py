"""How many customers each group needs, as a function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import ceil
from typing import Any

from scipy.stats import norm

from mlcurric.question.asking import Case
from mlcurric.question.functions import Wrong, function_question
from mlcurric.question.makers import ask_for_hint
from mlcurric.question.question import Misconception
from mlcurric.question.verdict import Status, Verdict, failed
from mlcurric.subject.experiments.sizes import sample_size_per_arm
from mlcurric.subject.simulation.practice import practice_world
from mlcurric.text import T

TOLERANCE = 0.03
"""By so much, relative, one formula is told from another, rounded or not; whether a size is rounded up is looked at afterwards."""


def _case(en: str, ja: str, alone: float, called: float, alpha: float = 0.05, power: float = 0.8) -> Case:
    return Case(T(en, ja), {"alone": alone, "called": called, "alpha": alpha, "power": power})


def _cases() -> list[Case]:
    return [
        _case("8 and 6 of 100", "100人中8人と6人", 0.08, 0.06),
        _case("27 and 21 of 100", "100人中27人と21人", 0.27, 0.21),
        _case("a power of 0.9", "検出力0.9", 0.27, 0.21, power=0.9),
        _case("an alpha of 0.01", "有意水準0.01", 0.27, 0.21, alpha=0.01),
        _case("a call that does harm (6 and 8 of 100)", "電話が害になる場合(6人と8人)", 0.06, 0.08),
        _case("a tiny effect (8 and 7.8 of 100)", "ごく小さい効果(8人と7.8人)", 0.08, 0.078),
        _case("two shares that are the same", "2つの割合が同じ場合", 0.08, 0.08),
        _case("percent instead of shares (8 and 6)", "割合でなく%の数字(8と6)", 8, 6),
        _drawn(),
    ]


def _drawn() -> Case:
    """Shares of this world: they can be typed in nowhere beforehand."""
    random = practice_world().random("sample size")
    # So close together that a group is large: a slip is found whichever way it was rounded.
    alone = round(random.uniform(0.1, 0.4), 3)
    called = round(alone * random.uniform(0.85, 0.92), 3)
    return _case("two drawn shares", "無作為に決めた2つの割合", alone, called, power=round(random.uniform(0.7, 0.9), 2))


def _formula(
    z_of_alpha: Callable[[float], float] = lambda alpha: norm.ppf(1 - alpha / 2),
    z_of_power: Callable[[float], float] = norm.ppf,
    both_z: Callable[[float, float], float] = lambda one, other: (one + other) ** 2,
    spread: Callable[[float, float], float] = lambda p, q: p * (1 - p) + q * (1 - q),
    apart: Callable[[float], float] = lambda d: d**2,
    groups: int = 1,
    rounded: Callable[[float], float] = ceil,
    checked: bool = True,
    refuses: type[Exception] = ValueError,
) -> Callable[..., float]:
    """The formula with one part exchanged."""

    def sample_size(alone: float, called: float, alpha: float, power: float) -> float:
        if checked and (alone == called or not (0 < alone < 1 and 0 < called < 1)):
            raise refuses("two different shares, please")
        z = both_z(z_of_alpha(alpha), z_of_power(power))
        return groups * rounded(z * spread(alone, called) / apart(alone - called))

    return sample_size


_PARTS: dict[str, tuple[dict[str, Any], T]] = {
    "one_sided": (
        {"z_of_alpha": lambda alpha: norm.ppf(1 - alpha)},
        T(
            "Your z for alpha is one-sided: norm.ppf(1 - alpha). A call may also do harm, so alpha is shared between both sides.",
            "有意水準の z が片側(norm.ppf(1 - alpha))になっています。電話は害にもなりうるので、alpha は両側に分けます。",
        ),
    ),
    "no_power": (
        {"z_of_power": lambda power: 0.0},
        T(
            "The power is missing: so many customers find the effect in half of the rounds only.",
            "検出力が入っていません。その人数では、効果があっても2回に1回しか見つかりません。",
        ),
    ),
    "z_below_zero": (
        {"z_of_power": lambda power: norm.ppf(1 - power)},
        T(
            "One of your two z is below 0, so they cancel out instead of adding up. Both are above 0: norm.ppf(1 - alpha / 2) and norm.ppf(power).",
            "2つの z のどちらかがマイナスで、足すはずのものが打ち消し合っています。norm.ppf(1 - alpha / 2) と norm.ppf(power) なら、どちらもプラスです。",
        ),
    ),
    "z_not_squared": (
        {"both_z": lambda one, other: one + other},
        T(
            "The sum of the two z is not squared. In the formula ² stands behind the bracket: (… + …) ** 2.",
            "2つの z の和が2乗されていません。式では括弧の外に ² がついています。(… + …) ** 2 です。",
        ),
    ),
    "z_squared_apart": (
        {"both_z": lambda one, other: one**2 + other**2},
        T(
            "You square each z and then add. Add first: (… + …) ** 2.",
            "z を1つずつ2乗してから足しています。先に足しましょう。(… + …) ** 2 です。",
        ),
    ),
    "fixed_z": (
        {"z_of_alpha": lambda _: 1.96, "z_of_power": lambda _: 0.84},
        T(
            "1.96 and 0.84 hold for one alpha and one power only. Take both from the arguments: norm.ppf(1 - alpha / 2) and norm.ppf(power).",
            "1.96 と 0.84 が使えるのは、ひと組の有意水準と検出力のときだけです。引数から norm.ppf(1 - alpha / 2) と norm.ppf(power) で求めましょう。",
        ),
    ),
    "both_groups": (
        {"groups": 2},
        T(
            "That is for both groups together; asked is the size of each.",
            "それは2組を合わせた人数です。聞いているのは1組の人数です。",
        ),
    ),
    "not_squared": (
        {"apart": abs},
        T(
            "The difference is not squared: half the effect takes four times the customers, not twice.",
            "差が2乗されていません。効果が半分なら、必要な人数は2倍ではなく4倍です。",
        ),
    ),
    "not_squared_signed": (
        {"apart": lambda difference: difference},
        T(
            "“alone - called” stands below the line without its square. With ** 2 half the effect takes four times the customers, and a call that does harm gives no size below 0.",
            "割る数の alone - called が2乗されていません。** 2 をつければ、効果が半分なら人数は4倍になり、電話が害になる場合も人数がマイナスになりません。",
        ),
    ),
    "one_group_varies": (
        {"spread": lambda p, q: p * (1 - p)},
        T(
            "Only one of the groups has luck in your formula; both are counted, so both spreads add up.",
            "式の中で偶然にゆれるのが1組だけになっています。2組とも数えるので、ばらつきは両方を足します。",
        ),
    ),
    "spread_of_alone": (
        {"spread": lambda p, q: 2 * p * (1 - p)},
        T(
            "You take the spread of those left alone for both groups; the called have a share, and a spread, of their own.",
            "2組とも「電話なし」のばらつきを使っています。電話した組には、その割合なりのばらつきがあります。",
        ),
    ),
}


def _wrong() -> dict[str, Wrong]:
    slips = {name: Wrong(_formula(**part), says) for name, (part, says) in _PARTS.items()}
    slips["asserts"] = Wrong(
        _formula(refuses=AssertionError),
        T(
            "The formula is right, and it refuses what it should. But assert is for your own slips, and python -O leaves it out; tell a caller with raise ValueError(…).",
            "式も、断るところも正しいです。ただ、assert は自分の間違いを見つけるためのもので、python -O では消えます。呼んだ人には raise ValueError(…) で伝えましょう。",
        ),
    )
    slips["unchecked"] = Wrong(
        _formula(checked=False),
        T(
            "The formula is right. But 8 and 6, typed as percent, give a number too, and it is nonsense; so do two equal shares. Raise a ValueError there.",
            "式は正しいです。ただ、%のつもりで 8 と 6 を渡しても、意味のない数が返ります。割合が同じときも困ります。そこでは ValueError を起こしましょう。",
        ),
    )
    return slips


_by_formula = function_question(
    name="sample_size",
    data="keyed",
    title=T("How many customers in each group?", "1組に何人必要?"),
    points=5,
    signature="alone, called, alpha=0.05, power=0.8",
    doc=T(
        "Customers in each group, rounded up; a ValueError unless two different shares.",
        "1組に必要な人数(切り上げ)。2つの異なる割合でなければ ValueError。",
    ),
    returns=T("a whole number of customers", "人数(整数)"),
    cases=_cases,
    expected=sample_size_per_arm,
    tolerance=TOLERANCE,
    wrong=_wrong(),
    right=T(
        "Right on all inputs: usual ones, a call that does harm, percent, and equal shares.",
        "どの入力でも正しく答えます。ふつうの値も、害になる電話も、%も、同じ割合も。",
    ),
    hints=(
        T(
            "norm.ppf(1 - alpha / 2) and norm.ppf(power), from scipy.stats; add them, then square.",
            "scipy.stats の norm.ppf(1 - alpha / 2) と norm.ppf(power)。足してから2乗します。",
        ),
        T(
            "Times alone * (1 - alone) + called * (1 - called), divided by (alone - called) ** 2; round up with math.ceil.",
            "alone * (1 - alone) + called * (1 - called) を掛け、(alone - called) ** 2 で割り、math.ceil で切り上げます。",
        ),
        T(
            "First line of the body: if alone == called or not (0 < alone < 1 and 0 < called < 1): raise ValueError(...)",
            "本体の1行目: if alone == called or not (0 < alone < 1 and 0 < called < 1): raise ValueError(...)",
        ),
    ),
    why=T(
        "Both z add up, both spreads add up, and the effect enters squared. A function that others will call refuses percent.",
        "z は2つを足し、ばらつきも2つを足し、効果は2乗で効きます。ほかの人が呼ぶ関数なら、%を渡されたら断ります。",
    ),
)

_ROUNDING = (
    Misconception(
        "fraction",
        lambda: _formula(rounded=float),
        T(
            "The formula is right, but it gives a fraction of a customer. Round it up: math.ceil.",
            "式は合っていますが、人数に端数がついたままです。math.ceil で切り上げましょう。",
        ),
    ),
    Misconception(
        "rounded_down",
        lambda: _formula(rounded=int),
        T(
            "The formula is right, but you are a customer short: int() and // cut the fraction off, and round() often does. Who needs 2,550.2 needs 2,551: math.ceil.",
            "式は合っていますが、1人足りないことがあります。int() や // は端数を切り捨て、round() も切り捨てることがあるからです。2550.2人要るなら2551人。math.ceil で切り上げます。",
        ),
    ),
)


def _about_rounding(outcomes: list[Mapping[str, Any]]) -> Verdict | None:
    """What is said of sizes near the right ones; nothing where all are whole, rounded up, by either usual formula."""
    cases = [case for case, outcome in zip(_cases(), outcomes, strict=True) if "gave" in outcome]
    gave = [outcome["gave"] for outcome in outcomes if "gave" in outcome]
    formulas = [[sample_size_per_arm(**_shares_of(case), pooled=pooled) for case in cases] for pooled in (False, True)]
    if gave in formulas:
        return None
    for wanted in formulas:
        if all(0 <= right - size <= 1 for size, right in zip(gave, wanted, strict=True)):
            found = _ROUNDING[all(size == round(size) for size in gave)]
            return failed(found.says, misconception=found.id)
    case, size, right = next(each for each in zip(cases, gave, formulas[0], strict=True) if each[1] != each[2])
    return failed(
        T(
            "Near, but another formula: with {about}, sample_size gives back {size}; {right} is right.",
            "惜しいのですが、別の式になっています。{about}では {size} を返します。正しくは {right} です。",
        ).format(about=case.about, size=f"{size:.6g}", right=right),
        ask_for_hint("sample_size"),
    )


def _shares_of(case: Case) -> dict[str, float]:
    alone, called, alpha, power = case.arguments.values()
    return {"share_1": alone, "share_2": called, "alpha": alpha, "power": power}


def _check(outcomes: list[dict[str, Any]]) -> Verdict:
    verdict = _by_formula.check(outcomes)
    return (_about_rounding(outcomes) if verdict.status is Status.PASSED else None) or verdict


sample_size = replace(_by_formula, check=_check, misconceptions=(*_by_formula.misconceptions, *_ROUNDING))
