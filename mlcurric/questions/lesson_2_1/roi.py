"""Return on a monthly cost over so many days, against what runs today, as a function."""

from __future__ import annotations

import math
from collections.abc import Callable

from mlcurric.question.asking import Case
from mlcurric.question.functions import Wrong, function_question
from mlcurric.subject.simulation.practice import practice_world
from mlcurric.subject.value.returns import DAYS_A_MONTH, return_on_cost
from mlcurric.text import T


def _case(en: str, ja: str, earned: float, baseline: float, cost_per_month: float, days: float) -> Case:
    arguments = {"earned": earned, "baseline": baseline, "cost_per_month": cost_per_month, "days": days}
    return Case(T(en, ja), arguments)


def _cases() -> list[Case]:
    return [
        _case("90 days", "90日間", 900_000, 200_000, 120_000, 90),
        _case("30 days", "30日間", 400_000, 100_000, 120_000, 30),
        _case("45 days", "45日間", 600_000, 100_000, 120_000, 45),
        _case("10 days", "10日間", 100_000, 20_000, 120_000, 10),
        _case("a year of 360 days", "360日間", 5_000_000, 1_000_000, 80_000, 360),
        _case("a baseline that loses money", "赤字のベースライン", 500_000, -400_000, 120_000, 90),
        _case("a baseline that is as good", "差のないベースライン", 300_000, 300_000, 120_000, 90),
        _case("a cost that is just earned", "ちょうど元が取れる場合", 560_000, 200_000, 120_000, 90),
        _case("nothing earned", "何も稼がない場合", 0, 0, 120_000, 30),
        _case("a cost of 0", "費用0円", 300_000, 100_000, 0, 90),
        _case("a period of 0 days", "期間0日", 0, 0, 120_000, 0),
        _case("a negative cost", "負の費用", 300_000, 100_000, -120_000, 90),
        _case("a cost that is missing (nan)", "費用が欠けている場合(nan)", 300_000, 100_000, math.nan, 90),
        _drawn(),
    ]


def _drawn() -> Case:
    """Numbers of this world: they can be typed in nowhere beforehand."""
    random = practice_world().random("roi")
    thousands, cost = random.integers((300, 50), (2_000, 250)), 1_000 * int(random.integers(60, 200))
    earned, baseline = (1_000 * int(each) for each in thousands)
    return _case("drawn numbers", "無作為に決めた数字", earned, baseline, cost, int(random.integers(20, 200)))


def _refuse(cost_per_month: float, days: float) -> None:
    if not (cost_per_month > 0 and days > 0):
        raise ValueError("nothing is paid")


def _months(days: float) -> float:
    return days / DAYS_A_MONTH


def _formula(
    periods: Callable[[float], float] = _months,
    against: Callable[[float], float] = lambda baseline: baseline,
    less_cost: bool = True,
    per: float = 1,
    refuse: Callable[[float, float], None] = _refuse,
) -> Callable[..., float]:
    """The formula with one part exchanged."""

    def roi(earned: float, baseline: float, cost_per_month: float, days: float) -> float:
        refuse(cost_per_month, days)
        cost = cost_per_month * periods(days)
        return per * (earned - against(baseline) - (cost if less_cost else 0)) / cost

    return roi


def _with_cost(formula: Callable[[float, float, float], float]) -> Callable[..., float]:
    """A formula of earned, baseline and the right cost, which refuses what it should."""

    def roi(earned: float, baseline: float, cost_per_month: float, days: float) -> float:
        _refuse(cost_per_month, days)
        return formula(earned, baseline, cost_per_month * _months(days))

    return roi


def _only_zero(cost_per_month: float, days: float) -> None:
    if cost_per_month == 0 or days == 0:
        raise ValueError("nothing is paid")


def _no_more_than_zero(cost_per_month: float, days: float) -> None:
    # A missing cost is not 0 or less either.
    if cost_per_month <= 0 or days <= 0:
        raise ValueError("nothing is paid")


def _assert(cost_per_month: float, days: float) -> None:
    if not (cost_per_month > 0 and days > 0):
        raise AssertionError


def _gives(instead: float) -> Callable[..., float]:
    def roi(earned: float, baseline: float, cost_per_month: float, days: float) -> float:
        if cost_per_month <= 0 or days <= 0:
            return instead
        return return_on_cost(earned, baseline, cost_per_month, days)

    return roi


def _of_what_was_earned(earned: float, baseline: float, cost_per_month: float, days: float) -> float:
    _refuse(cost_per_month, days)
    cost = cost_per_month * _months(days)
    return (earned - baseline - cost) / earned if earned else -math.inf


_PARTS: dict[str, tuple[dict[str, object], T]] = {
    "by_the_day": (
        {"periods": lambda days: days},
        T(
            "You charge a month's cost every day. Yen a month times days is no money: first turn the days into months.",
            "月額の費用を、毎日払っています。「円/月」に日数を掛けても金額になりません。先に日数を月数に直しましょう。",
        ),
    ),
    "one_month": (
        {"periods": lambda days: 1},
        T(
            "The cost of one month is charged, however long the period is: `days` is not used.",
            "期間がどれだけ長くても、1か月分しか払っていません。`days` が使われていません。",
        ),
    ),
    "whole_months": (
        {"periods": lambda days: math.ceil(days / DAYS_A_MONTH)},
        T(
            "You round up to whole months. 45 days are one and a half; what was earned is counted for 45 days too.",
            "月数を切り上げています。45日は1か月半。稼いだ額のほうも45日分です。",
        ),
    ),
    "whole_months_down": (
        {"periods": lambda days: days // DAYS_A_MONTH},
        T(
            "You count whole months only. 45 days are one and a half, and 10 days are a third: divide with /, not with //.",
            "まる1か月ごとにしか数えていません。45日は1か月半、10日は3分の1か月。// ではなく / で割りましょう。",
        ),
    ),
    "calendar_month": (
        {"periods": lambda days: days * 12 / 365},
        T(
            "You give a month 365/12 days. Nearer to the calendar, but here it was agreed that a month has 30.",
            "1か月を 365/12 日で数えています。暦には近いのですが、ここでは1か月は30日という約束です。",
        ),
    ),
    "against_nothing": (
        {"against": lambda baseline: 0},
        T(
            "The baseline is missing: what runs today would have earned its part without this cost.",
            "ベースラインを引いていません。その分は、この費用がなくても、いまのやり方が稼いだはずです。",
        ),
    ),
    "baseline_added": (
        {"against": lambda baseline: -baseline},
        T(
            "You add the baseline. What today's way earns anyway is taken off; where it loses money, taking off a loss adds it.",
            "ベースラインを足しています。いまのやり方でも稼げる分は引きます。赤字なら、マイナスを引くので増えます。",
        ),
    ),
    "cost_not_taken_off": (
        {"less_cost": False},
        T(
            "You divide by the cost, but do not take it off first: where it just pays for itself you get 1 instead of 0.",
            "費用で割る前に、費用を引いていません。ちょうど元が取れたとき、0 ではなく 1 になります。",
        ),
    ),
    "percent": (
        {"per": 100},
        T(
            "That is in percent; a share is asked for, 0.5 and not 50.",
            "%になっています。求めているのは割合で、50 ではなく 0.5 です。",
        ),
    ),
}
_AROUND = {
    "swapped": (
        lambda earned, baseline, cost: (baseline - earned - cost) / cost,
        T(
            "You take what was earned off the baseline. It is the other way round: earned − baseline.",
            "ベースラインから稼いだ額を引いています。逆です。稼いだ額 − ベースライン。",
        ),
    ),
    "no_parentheses": (
        lambda earned, baseline, cost: earned - baseline - cost / cost,
        T(
            "Python divides before it subtracts: only the last cost was divided. Put the three into parentheses first.",
            "Python は引き算より先に割り算をします。割られたのは最後の費用だけ。3つの引き算を、かっこで囲みましょう。",
        ),
    ),
    "rounded": (
        lambda earned, baseline, cost: round((earned - baseline - cost) / cost, 2),
        T(
            "The formula is right, but you round. Give back all digits, and leave rounding to whoever prints it.",
            "式は正しいのですが、丸めています。桁はそのまま返し、丸めるのは表示する側に任せましょう。",
        ),
    ),
}


def _wrong() -> dict[str, Wrong]:
    slips = {name: Wrong(_formula(**part), says) for name, (part, says) in _PARTS.items()}
    slips |= {name: Wrong(_with_cost(formula), says) for name, (formula, says) in _AROUND.items()}
    slips["of_earned"] = Wrong(
        _of_what_was_earned,
        T(
            "You divide by what was earned. That is a margin; a return divides by what was paid.",
            "稼いだ額で割っています。それは利益率です。収益率は、払った額で割ります。",
        ),
    )
    slips["unchecked"] = Wrong(
        _formula(refuse=lambda cost, days: None),
        T(
            "The formula is right. Where nothing is paid Python stops with a ZeroDivisionError, and a negative cost gives a number that means nothing: say what is wrong yourself, with a ValueError.",
            "式は正しいです。ただ、何も払わないときは ZeroDivisionError で止まり、負の費用では意味のない数が返ります。何がおかしいのかを、自分で ValueError にして伝えましょう。",
        ),
    )
    slips["asserts"] = Wrong(
        _formula(refuse=_assert),
        T(
            "The formula is right, and it refuses what it should. But assert is for your own slips, and python -O leaves it out; tell a caller with raise ValueError(…).",
            "式も、断るところも正しいです。ただ、assert は自分の間違いを見つけるためのもので、python -O では消えます。呼んだ人には raise ValueError(…) で伝えましょう。",
        ),
    )
    slips["only_zero_checked"] = Wrong(
        _formula(refuse=_only_zero),
        T(
            "Right for 0, but a negative cost still gives a number, and it looks like a good one. Refuse everything that is not above 0.",
            "0 のときは大丈夫です。ただ、負の費用では、もっともらしい数が返ります。0より大きくないものは、すべて断りましょう。",
        ),
    )
    slips["missing_gets_through"] = Wrong(
        _formula(refuse=_no_more_than_zero),
        T(
            "Right for every number. But a cost that is missing (nan) gets through, and nan comes out: nan <= 0 is False, and so is nan > 0. Ask for what you need: if not cost_per_month > 0.",
            "数であれば、すべて正しいです。ただ、欠けた費用(nan)は通り抜けて、nan が返ります。nan <= 0 も nan > 0 も False になるからです。必要なほうを聞きましょう。if not cost_per_month > 0 です。",
        ),
    )
    slips["zero_instead"] = Wrong(
        _gives(0.0),
        T(
            "Where nothing is paid your function gives back 0, which says: it just pays for itself. There is no return on nothing; raise a ValueError.",
            "何も払わないときに 0 を返すと、「ちょうど元が取れた」という意味になります。払っていないものの収益率はありません。ValueError を起こしましょう。",
        ),
    )
    slips["infinite"] = Wrong(
        _gives(math.inf),
        T(
            "Where nothing is paid your function gives back infinity, and the next table ranks that first. Raise a ValueError.",
            "何も払わないときに無限大を返すと、次の一覧表で1位になってしまいます。ValueError を起こしましょう。",
        ),
    )
    return slips


roi = function_question(
    name="roi",
    data="keyed",
    title=T("Return on a monthly cost", "月額費用の投資収益率"),
    points=5,
    signature="earned, baseline, cost_per_month, days",
    doc=T(
        "What each yen brings back on top of itself: a share, 0 where it just pays.\n\n"
        "    earned, baseline: yen in these days before this cost, with the model and\n"
        "        by what runs today.\n"
        "    cost_per_month: yen a month; a month has 30 days.\n"
        "    ValueError: if the cost or the period is 0 or less, or the cost is missing (nan).\n    ",
        "払った1円が、元を取ったうえで何円を生むか(割合)。ちょうど元が取れれば 0。\n\n"
        "    earned, baseline: その日数の、この費用を引く前の利益(円)。モデルを使う場合と、いまのやり方の場合。\n"
        "    cost_per_month: 月額(円)。1か月は30日とする。\n"
        "    ValueError: 費用か期間が0以下のとき、費用が欠けているとき(nan)。\n    ",
    ),
    returns=T("a number", "数値"),
    cases=_cases,
    expected=lambda earned, baseline, cost_per_month, days: return_on_cost(earned, baseline, cost_per_month, days),
    tolerance=1e-6,
    wrong=_wrong(),
    right=T(
        "It holds for any number of days, for a baseline that loses money, and where there is no cost to divide by.",
        "どの日数でも、赤字のベースラインでも、割るべき費用がないときでも、正しく答えます。",
    ),
    hints=(
        T(
            "First the cost of the whole period, in yen: yen a month times months, and the months are days / 30.",
            "まず期間全体の費用を円で。「円/月」に月数を掛けます。月数は days / 30 です。",
        ),
        T(
            "Then (earned - baseline - cost) / cost. And before all that: if not (cost_per_month > 0 and days > 0): raise ValueError(…). Asked like this, nan is refused too: it is not above 0.",
            "次に (earned - baseline - cost) / cost。その前に if not (cost_per_month > 0 and days > 0): raise ValueError(…)。こう書けば nan も断れます。nan は「0より大きい」とはいえないからです。",
        ),
    ),
    why=T(
        "Days become months before they meet a monthly price; what runs today is taken off; and a return on nothing, or on a cost that nobody knows, is refused.",
        "日数は月数に直してから月額に掛ける。いまのやり方の分は引く。払っていないもの、費用のわからないものの収益率は、断る。",
    ),
)
