"""The stability index as a function that also holds at the edges: empty bins, open ends, gaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.question.asking import Case
from mlcurric.question.functions import Wrong, function_question
from mlcurric.subject.operations.stability import EMPTY, stability_index
from mlcurric.subject.simulation.practice import practice_world
from mlcurric.text import T, run_on

_EDGES = [-20.0, -5.0, 5.0, 20.0]


def _column(*blocks: tuple[float, int]) -> pd.Series:
    """A column made of blocks: a value, and how often it stands there."""
    values = np.repeat([value for value, _ in blocks], [times for _, times in blocks]).astype(float)
    # In no order: in a column that rises already, sorting it in place would leave no trace.
    return pd.Series(np.random.default_rng(0).permutation(values))


def _cases() -> Sequence[Case]:
    usual = _column((-30, 100), (-10, 200), (0, 400), (10, 200), (30, 100))
    moved = _column((-30, 240), (-10, 240), (0, 240), (10, 60), (30, 20))

    def case(en: str, ja: str, before: pd.Series, now: pd.Series, edges: list[float] = _EDGES) -> Case:
        return Case(T(en, ja), {"before": before, "now": now, "edges": edges})

    return [
        case("five filled bins", "5つの区間すべてに人がいる場合", usual, moved),
        case(
            "the same shares of twice as many customers", "人数が2倍で割合が同じ場合", usual, pd.concat([usual, usual])
        ),
        case("nobody in two bins today", "いま2つの区間が空の場合", usual, _column((-10, 300), (0, 500), (10, 200))),
        case("nobody in a bin before", "以前はある区間が空だった場合", _column((-10, 300), (0, 500), (10, 200)), usual),
        case(
            "values on the edges",
            "区切りちょうどの値がある場合",
            usual,
            _column((-20, 100), (-5, 200), (5, 400), (20, 100)),
        ),
        case("a single edge", "区切りが1つだけの場合", _column((0, 90), (1, 10)), _column((0, 50), (1, 50)), [0.5]),
        case("one customer today", "いまの顧客が1人だけの場合", usual, _column((0, 1))),
        case("a gap today", "いまの列に欠けた値がある場合", usual, _column((0, 3), (float("nan"), 1))),
        case("nobody before", "以前の列が空の場合", pd.Series([], dtype=float), usual),
        case("two drawn columns", "無作為に決めた2つの列", _drawn("before"), _drawn("now")),
    ]


def _drawn(name: str) -> pd.Series:
    """A column of this world: it can be typed in nowhere beforehand."""
    random = practice_world().random(f"stability {name}")
    return pd.Series(random.choice([-30.0, -10.0, 0.0, 10.0, 30.0], 120, p=random.dirichlet([5.0] * 5)))


def _counted(values: pd.Series, edges: Sequence[float], *, gaps: bool = False) -> NDArray[np.int64]:
    """Customers by bin; it raises where the model answer does."""
    if values.empty or (values.isna().any() and not gaps):
        raise ValueError("The column is empty or has gaps.")
    return np.histogram(values, [-np.inf, *edges, np.inf])[0]


def _index(p: NDArray[np.float64], q: NDArray[np.float64]) -> float:
    return float(((q - p) * np.log(q / p)).sum())


def _naive(before: pd.Series, now: pd.Series, edges: Sequence[float]) -> float:
    with np.errstate(divide="ignore", invalid="ignore"):
        return _index(_counted(before, edges) / len(before), _counted(now, edges) / len(now))


def _lesson(before: pd.Series, now: pd.Series, edges: Sequence[float]) -> float:
    """The lesson's own line by line, which is what most begin with."""
    bins = [-np.inf, *edges, np.inf]
    p, q = (
        pd.cut(column, bins, right=False).value_counts(normalize=True, sort=False)
        for column in (before.astype(float), now.astype(float))
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        return ((q - p) * np.log(q / p)).sum()


def _new_totals(before: pd.Series, now: pd.Series, edges: Sequence[float]) -> float:
    counts = (np.maximum(_counted(each, edges), EMPTY) for each in (before, now))
    return _index(*(count / count.sum() for count in counts))


def _drops_empty(before: pd.Series, now: pd.Series, edges: Sequence[float]) -> float:
    p, q = _counted(before, edges) / len(before), _counted(now, edges) / len(now)
    filled = (p > 0) & (q > 0)
    return _index(p[filled], q[filled])


def _least(share: float) -> Callable[..., float]:
    def index(before: pd.Series, now: pd.Series, edges: Sequence[float]) -> float:
        return _index(*(np.maximum(_counted(each, edges) / len(each), share) for each in (before, now)))

    return index


def _added(share: float) -> Callable[..., float]:
    def index(before: pd.Series, now: pd.Series, edges: Sequence[float]) -> float:
        return _index(*(_counted(each, edges) / len(each) + share for each in (before, now)))

    return index


def _below_zero(function: Callable[..., float]) -> Callable[..., float]:
    """The same with (p - q) in place of (q - p)."""
    return lambda before, now, edges: -function(before, now, edges)


def _to_base(base: float) -> Callable[..., float]:
    return lambda before, now, edges: stability_index(before, now, edges) / log(base)


def _half_everywhere(before: pd.Series, now: pd.Series, edges: Sequence[float]) -> float:
    return _index(*((_counted(each, edges) + EMPTY) / len(each) for each in (before, now)))


def _one_sided(before: pd.Series, now: pd.Series, edges: Sequence[float]) -> float:
    p, q = (np.maximum(_counted(each, edges), EMPTY) / len(each) for each in (before, now))
    return float((q * np.log(q / p)).sum())


def _counts(before: pd.Series, now: pd.Series, edges: Sequence[float]) -> float:
    return _index(*(np.maximum(_counted(each, edges), EMPTY) for each in (before, now)))


def _closed(before: pd.Series, now: pd.Series, edges: Sequence[float]) -> float:
    _counted(before, edges), _counted(now, edges)
    return _index(*(np.maximum(np.histogram(each, edges)[0], EMPTY) / len(each) for each in (before, now)))


def _below(before: pd.Series, now: pd.Series, edges: Sequence[float]) -> float:
    _counted(before, edges), _counted(now, edges)
    bins = [-np.inf, *edges, np.inf]
    counts = (pd.cut(each, bins).value_counts(sort=False).to_numpy() for each in (before, now))
    return _index(*(np.maximum(count, EMPTY) / len(each) for count, each in zip(counts, (before, now), strict=True)))


def _gaps_pass(before: pd.Series, now: pd.Series, edges: Sequence[float]) -> float:
    return _index(*(np.maximum(_counted(each, edges, gaps=True), EMPTY) / len(each) for each in (before, now)))


_DIGITS = (3, 4, 5, 6, 8, 9, 10, 12)
_TINY = T(
    "An empty bin gets the share {share}; such tiny ones are a convention you will meet. Asked for is half a customer: of 900 customers that is another share than of 1.",
    "空の区間の割合を、{share} というごく小さい数にしています。よくある決め方ですが、ここで求めているのは「0.5人」です。900人のうちと1人のうちでは、割合が違います。",
)
_ADDED = T(
    "{share} is added to the share of every bin, so filled ones move too. Only an empty bin is touched, and it counts as half a customer: np.maximum(counts, 0.5).",
    "{share} を、すべての区間の割合に足しています。人のいる区間まで動いてしまいます。変えるのは空の区間だけで、0.5人と数えます。np.maximum(人数, 0.5) です。",
)
_SIGN = T(
    "The sign is turned round: it is (q − p) · log(q / p), now less before. A PSI is never below 0.",
    "符号が逆です。(q − p) · log(q / p)、つまり「いま − 以前」です。PSIは0より小さくなりません。",
)
_AS_IN_LESSON = T(
    "The rest is the lesson's, and breaks where a bin is empty: count it as half a customer.",
    "ほかはレッスンの psi のままで、空の区間があると壊れます。空の区間は0.5人と数えましょう。",
)
_INFINITE = T(
    "And where a bin is empty it is infinite: count it as half a customer.",
    "それに、空の区間があると無限大になります。空の区間は0.5人と数えましょう。",
)
_BASE = T(
    "It is the natural logarithm, np.log; one to the base {base} gives another scale than that of 0.1 and 0.25.",
    "使うのは自然対数 np.log です。底が{base}の対数では目盛りが変わり、0.1 や 0.25 と比べられません。",
)

safe_psi = function_question(
    name="safe_psi",
    data="keyed",
    title=T("A PSI that does not break", "壊れないPSI"),
    points=5,
    signature="before, now, edges",
    doc=T(
        "The population stability index, sum of (q - p) * log(q / p) over bins.\n\n"
        "    before, now: columns of numbers. edges: a list of numbers, rising.\n"
        "    The first and last bins are open; a value on an edge is in the bin above.\n"
        "    An empty bin counts as half a customer (0.5); the totals stay as they are.\n"
        "    ValueError if a column is empty or has a gap (NaN).\n    ",
        "PSI(分布のずれ)。区間ごとの (q - p) * log(q / p) の合計。\n\n"
        "    before, now: 数値の列。 edges: 区切りの値のリスト(小さい順)。\n"
        "    両端の区間は開いている。区切りちょうどの値は、上の区間に入る。\n"
        "    空の区間は0.5人と数える。合計の人数は変えない。\n"
        "    列が空のとき、欠けた値(NaN)があるときは ValueError。\n    ",
    ),
    returns=T("a number", "数値"),
    cases=_cases,
    expected=stability_index,
    tolerance=1e-6,
    wrong={
        "drops_empty": Wrong(
            _drops_empty,
            T(
                "Empty bins are left out, and so the largest change of all, a group that has vanished, counts as none.",
                "空の区間を外しています。ある層がまるごと消えるという、いちばん大きな変化が数えられません。",
            ),
        ),
        **{
            f"tiny_share{digits}": Wrong(_least(10.0**-digits), _TINY.format(share=f"{10.0**-digits:g}"))
            for digits in _DIGITS
        },
        # Less than that moves no filled bin by what could be told.
        **{
            f"added_everywhere{digits}": Wrong(_added(10.0**-digits), _ADDED.format(share=f"{10.0**-digits:g}"))
            for digits in _DIGITS
            if digits < 7
        },
        "below_zero": Wrong(_below_zero(stability_index), _SIGN),
        "below_zero_lesson": Wrong(_below_zero(_lesson), run_on((_SIGN, _AS_IN_LESSON))),
        "below_zero_naive": Wrong(_below_zero(_naive), run_on((_SIGN, _INFINITE))),
        **{f"base{base}": Wrong(_to_base(base), _BASE.format(base=base)) for base in (2, 10)},
        "new_totals": Wrong(
            _new_totals,
            T(
                "You divide by totals that hold the half customers too; the totals stay as they are, len(before) and len(now).",
                "足した0.5人まで合計に入れて割っています。合計は変えず、len(before) と len(now) で割りましょう。",
            ),
        ),
        "half_everywhere": Wrong(
            _half_everywhere,
            T(
                "Half a customer is added to every bin; only an empty one gets it.",
                "すべての区間に0.5人を足しています。足すのは、空の区間だけです。",
            ),
        ),
        "one_sided": Wrong(
            _one_sided,
            T(
                "That is Σ q · ln(q / p), the Kullback-Leibler divergence. The PSI weighs with (q − p), so that it reads the same both ways.",
                "それは Σ q · ln(q / p)、つまりKL情報量です。PSIの重みは (q − p) で、どちら向きに比べても同じ値になります。",
            ),
        ),
        "counts": Wrong(
            _counts,
            T(
                "You compare counts; twice as many customers then look like a change. Divide by how many there are.",
                "人数のまま比べています。顧客が2倍になっただけで、変化に見えてしまいます。それぞれの人数で割りましょう。",
            ),
        ),
        "closed_ends": Wrong(
            _closed,
            T(
                "Whoever lies beyond the outermost edges is counted nowhere. Open the ends: [-inf, *edges, inf].",
                "両端の区切りより外の人が、どこにも数えられていません。[-inf, *edges, inf] のように端を開きましょう。",
            ),
        ),
        "edge_below": Wrong(
            _below,
            T(
                "A value on an edge goes to the bin below, as pandas' cut does by itself. It belongs above: right=False.",
                "区切りちょうどの値が、下の区間に入っています(pandas の cut の既定)。入るのは上の区間なので、right=False です。",
            ),
        ),
        "gaps_pass": Wrong(
            _gaps_pass,
            T(
                "A gap falls into no bin, and nobody hears of it. Gaps are how Tsubaki became an emergency (lesson 1-6): stop with a ValueError.",
                "欠けた値がどの区間にも入らず、誰も気づきません。つばき社が緊急案件になったのも、記録の穴のせいでした(1-6)。ValueError で止めましょう。",
            ),
        ),
        "lesson": Wrong(
            _lesson,
            T(
                "That is the lesson's: right while every bin is filled, inf or nothing where one is empty, and silent about gaps. Count an empty bin as half a customer, and raise a ValueError for a gap or an empty column.",
                "レッスンの psi のままです。どの区間にも人がいれば正しいのですが、空の区間があると inf などになり、欠けた値には黙っています。空の区間は0.5人と数え、欠けた値や空の列では ValueError を出しましょう。",
            ),
        ),
        "breaks_on_empty": Wrong(
            _naive,
            T(
                "It is right while every bin is filled; with an empty one it gives inf. An alarm that rings for ever is switched off. Count an empty bin as half a customer.",
                "どの区間にも人がいる間は正しいのですが、空の区間があると inf になります。鳴り続ける警報は、切られてしまいます。空の区間は0.5人と数えましょう。",
            ),
        ),
    },
    right=T(
        "Right at the edges too: empty bins, open ends, gaps. This one can go into the job.",
        "空の区間、開いた端、欠けた値。どれでも正しく動きます。これなら月次ジョブに入れられます。",
    ),
    hints=(
        T(
            "Start from the lesson's psi. np.histogram(values, [-np.inf, *edges, np.inf])[0] counts the bins, and puts a value on an edge above it.",
            "レッスンの psi から始めましょう。np.histogram(values, [-np.inf, *edges, np.inf])[0] で区間ごとの人数が数えられ、区切りちょうどの値は上の区間に入ります。",
        ),
        T(
            "np.maximum(counts, 0.5) / len(values) are the shares; before that, raise ValueError if values.empty or values.isna().any().",
            "割合は np.maximum(counts, 0.5) / len(values)。その前に、values.empty か values.isna().any() なら ValueError を出します。",
        ),
    ),
    why=T(
        "A share of 0 has no logarithm, so an empty bin needs a convention; write down which, because the alarm's threshold depends on it.",
        "割合が0だと対数がとれないので、空の区間には約束事が要ります。どう決めたかを書き残しましょう。警報のしきい値がそれに左右されるからです。",
    ),
)
