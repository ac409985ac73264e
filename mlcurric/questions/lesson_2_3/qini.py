"""The Qini curve as a function: read off at given lengths of the list, ties and empty arms included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from mlcurric.question.asking import Case
from mlcurric.question.functions import Wrong, function_question
from mlcurric.question.verdict import Status, Verdict, failed
from mlcurric.questions.lesson_2_3 import qini_slips as slips
from mlcurric.subject.metrics.qini import qini_curve
from mlcurric.subject.simulation.practice import load_customers
from mlcurric.text import T


def _expected(stayed: pd.Series, called: pd.Series, score: pd.Series, cuts: Sequence[int]) -> list[float]:
    curve = qini_curve(stayed, called, score)
    return np.interp(cuts, curve.index, curve).tolist()


def _rows(*rows: tuple[float, str, str]) -> dict[str, pd.Series]:
    """Customers as (score, “called” or “alone”, “stayed” or “left”), in no order."""
    score, how, end = zip(*rows, strict=True) if rows else ((), (), ())
    return {
        "stayed": pd.Series([each == "stayed" for each in end], dtype=bool, name="stayed"),
        "called": pd.Series([each == "called" for each in how], dtype=bool, name="called"),
        "score": pd.Series(score, dtype=float, name="score"),
    }


_EIGHT = _rows(
    (0.3, "alone", "stayed"),
    (0.9, "alone", "left"),
    (0.8, "called", "stayed"),
    (0.1, "called", "left"),
    (0.6, "called", "stayed"),
    (0.5, "alone", "stayed"),
    (0.2, "alone", "stayed"),
    (0.4, "called", "stayed"),
)
_TIED = _rows(
    (2, "alone", "stayed"),
    (1, "called", "left"),
    (2, "called", "stayed"),
    (2, "alone", "left"),
    (1, "alone", "stayed"),
    (3, "called", "stayed"),
    (3, "alone", "left"),
    (2, "called", "stayed"),
    (1, "alone", "stayed"),
)
_CALLED_FIRST = _rows(
    (9, "called", "stayed"),
    (8, "called", "left"),
    (7, "alone", "stayed"),
    (6, "called", "stayed"),
    (5, "alone", "left"),
)


def _from_the_pilot() -> dict[str, pd.Series]:
    pilot = load_customers("pilot").head(500)
    score = pilot["open_tickets"] + 2 * pilot["price_rise"]
    return {"stayed": ~pilot["churned"], "called": pilot["called"], "score": score.rename("score")}


_TIED_CUTS = [2, 3, 4, 6, 7, 9]


def _cases() -> list[Case]:
    only_called = {name: column[_EIGHT["called"]] for name, column in _EIGHT.items()}
    only_alone = {name: column[~_EIGHT["called"]] for name, column in _EIGHT.items()}
    filtered = {name: column[_EIGHT["score"] > 0.3] for name, column in _EIGHT.items()}
    gap = {**_EIGHT, "score": _EIGHT["score"].where(_EIGHT["score"] != 0.5)}
    return [
        Case(T("eight customers and no ties", "同点のない8人"), {**_EIGHT, "cuts": [2, 4, 8]}),
        Case(T("a cut in the middle of a tie", "同点の途中での区切り"), {**_TIED, "cuts": _TIED_CUTS}),
        Case(T("all customers tied", "全員同点の場合"), {**_TIED, "score": _TIED["score"] * 0, "cuts": [3, 9]}),
        Case(T("a cut of 0", "0人での区切り"), {**_EIGHT, "cuts": [0]}),
        Case(T("500 customers of the pilot", "試行の500人"), {**_from_the_pilot(), "cuts": [50, 100, 250, 500]}),
        Case(T("a list whose first two were both called", "先頭の2人がどちらも電話ありの場合"), {**_CALLED_FIRST, "cuts": [1, 2, 3, 5]}),
        Case(T("a filtered table (row labels 1, 2, 4, …)", "絞り込んだ表(行ラベルが 1、2、4…)"), {**filtered, "cuts": [2, 5]}),
        Case(T("nobody left alone", "電話なしの人がいない場合"), {**only_called, "cuts": [2]}),
        Case(T("nobody called", "電話ありの人がいない場合"), {**only_alone, "cuts": [2]}),
        Case(T("no customers at all", "顧客がひとりもいない場合"), {**_rows(), "cuts": [0]}),
        Case(T("a score missing", "スコアが1つ欠けた表"), {**gap, "cuts": [2, 4]}),
    ]  # fmt: skip


_question = function_question(
    name="qini",
    data="keyed",
    title=T("The Qini curve", "Qini 曲線"),
    points=5,
    signature="stayed, called, score, cuts",
    doc=T(
        """The Qini curve (Radcliffe's, not normalised): its height at each cut.

    stayed, called: columns of True and False, one row a customer of a pilot
    score: a column of numbers; the higher, the earlier on the list
    cuts: a list of lengths of the list, such as [500, 1000]

    Where N customers down to a score were called or left alone, and S of them stayed:
        height = S_called - S_alone * N_called / N_alone
    Tied customers are one step; inside it the curve is a straight line. It starts
    at 0. Where N_alone is still 0 there is no point: draw the line past it.
    Gives back a list of numbers. Raises ValueError if all were called, or nobody,
    or if a score is missing.
    """,
        """Qini 曲線(Radcliffe の定義。正規化なし)の、各区切りでの高さ。

    stayed, called: True / False の列。1行が試行の顧客1人(残ったか、電話したか)
    score: 数値の列。大きいほどリストの上に来る
    cuts: リストの長さを並べたもの。例 [500, 1000]

    あるスコアまでの顧客のうち、電話あり・なしの人数を N、残った人数を S として
        高さ = S_called - S_alone * N_called / N_alone
    同点の人はまとめて1段とし、その途中は直線で結ぶ。0人のときの高さは0。
    N_alone がまだ0のところには点を置かず、その先の点まで直線で結ぶ。
    数値のリストを返す。全員に電話した、または誰にも電話していないとき、
    スコアが欠けているときは ValueError。
    """,
    ),
    returns=T("a list of numbers, one for each cut", "区切りごとの数値を並べたリスト"),
    cases=_cases,
    expected=_expected,
    tolerance=1e-6,
    wrong={
        "leaving": Wrong(
            slips.upside_down,
            T(
                "Your curve stands on its head: you count those who left. The response is staying.",
                "曲線が上下さかさまです。解約した人を数えています。数えるのは、残った人です。",
            ),
        ),
        "lowest_first": Wrong(
            slips.lowest_first,
            T(
                "You begin at the bottom of the list: the highest score is called first.",
                "リストの下から数えています。最初に来るのは、スコアのいちばん高い人です。",
            ),
        ),
        "row_by_row": Wrong(
            slips.row_by_row,
            T(
                "You walk through tied customers in the order of the table, so a shuffled table gives another curve. A tied block is one step.",
                "同点の人を、表の並び順のまま1人ずつ数えています。表を並べかえると、別の曲線になってしまいます。同点は、まとめて1段です。",
            ),
        ),
        "whole_tie": Wrong(
            slips.whole_tie,
            T(
                "At a cut inside a tie you let the whole tie in, so the list is longer than the cut. Between the ends of the tie draw a straight line: np.interp.",
                "同点の途中で区切るとき、同点の全員を入れているので、リストが区切りより長くなっています。同点のはじめから終わりまでを、直線で結びます(np.interp)。",
            ),
        ),
        "same_ratio": Wrong(
            slips.same_ratio_everywhere,
            T(
                "You scale by the whole pilot's N_called / N_alone. Down to a cut the two may be mixed otherwise: count them there.",
                "試行全体の N_called / N_alone を掛けています。区切りまでの比率は、それとは違うことがあります。そこまでの人数で計算してください。",
            ),
        ),
        "not_scaled": Wrong(
            slips.not_scaled,
            T(
                "You subtract those left alone as if there were as many of them: the factor N_called / N_alone is missing.",
                "電話なしの人を、同じ人数いるものとして引いています。N_called / N_alone の掛け算が抜けています。",
            ),
        ),
        "shares": Wrong(
            slips.shares,
            T(
                "That is the difference of two shares. The curve counts customers: times N_called.",
                "それは割合の差です。曲線の高さは人数なので、N_called を掛けます。",
            ),
        ),
        "gain_curve": Wrong(
            slips.gain_curve,
            T(
                "That is the other variant, “uplift” or “gain” curve: times all customers down to the cut. Radcliffe's counts the called.",
                "それは別の定義(gain 曲線)で、区切りまでの全員の人数を掛けたものです。Radcliffe の定義では、電話した人数を掛けます。",
            ),
        ),
        "stairs": Wrong(
            slips.stairs,
            T(
                "Inside a tie your curve waits for its end, like stairs. Draw a straight line from its beginning to its end.",
                "同点の途中で、曲線が階段のように止まっています。段のはじめから終わりまで、直線で結びます。",
            ),
        ),
        "by_position": Wrong(
            slips.by_position,
            T(
                "You look rows up by number: stayed[0] is the row labelled 0, and a filtered table need not have one. Let groupby(score) find them, or use .iloc.",
                "行を番号で引いています。stayed[0] は「ラベルが0の行」で、絞り込んだ表にあるとはかぎりません。groupby(score) に任せるか、.iloc を使ってください。",
            ),
        ),
        "ratio_zero": Wrong(
            slips.nobody_expected,
            T(
                "As long as nobody was left alone, you take everybody who stayed for kept. There is nothing to compare with yet: no point.",
                "電話なしの人がまだいないところで、残った人を全員「引き止めた」と数えています。比べる相手がいないので、点を置かないでください。",
            ),
        ),
    },
    right=T(
        "Right on every table: ties, an empty side, and a list that starts with calls only.",
        "同点でも、片方が空でも、電話ありの人ばかりで始まるリストでも、正しい値です。",
    ),
    hints=(
        T(
            "The cell of the five customers counts as the function has to: take its lines over, with the arguments in place of the table.",
            "5人のセルの数え方を、そのまま使えます。表の列を、関数の引数に置きかえてください。",
        ),
        T(
            "Refuse first: if called.all() or not called.any(): raise ValueError(…), and likewise score.isna().any(): groupby would drop that customer without a word. Then the formula on the counts; 0/0 is NaN, which dropna() takes out.",
            "先に断ります: if called.all() or not called.any(): raise ValueError(…)。score.isna().any() も同じです(groupby は、その顧客を黙って落とします)。次に、数えた表に式を当てはめます。0/0 は NaN になるので、dropna() で落とせます。",
        ),
        T(
            "Between the points: np.interp(cuts, lengths, heights), with (0, 0) put in front, then .tolist().",
            "点の間は np.interp(cuts, 長さ, 高さ) で結びます。先頭に (0, 0) を足し、最後に .tolist() です。",
        ),
    ),
    why=T(
        "Grouping by score makes each tie one step; everything is counted down to the cut, on both sides; what cannot be compared is left out.",
        "スコアでまとめれば、同点が1段になります。人数は、どちらの側も区切りまでで数えます。比べられないところには点を置きません。",
    ),
)


def _check(outcomes: list[dict[str, Any]]) -> Verdict:
    """The verdict of the cases; where they say nothing better, what was done with the tied alone is held against slips.

    There are many ways to treat the edges, so whoever forgets the ties rarely answers like somebody else *everywhere*.
    """
    verdict = _question.check(outcomes)
    if verdict.status is Status.PASSED or verdict.misconception or len(outcomes) != len(_cases()):
        return verdict
    plain, tied, *_ = (outcome.get("gave") for outcome in outcomes)
    if not _alike(plain, _expected(**_cases()[0].arguments)):
        return verdict
    for name, heights in _by_the_tie():
        if _alike(tied, heights):
            says = next(slip.says for slip in _question.misconceptions if slip.id == name)
            return failed(verdict.seen, says, misconception=name)
    return verdict


@cache
def _by_the_tie() -> list[tuple[str, list[float]]]:
    """What comes of the tied table: row by row from above and from below, and with whole ties let in."""
    from_below = {name: column[::-1].reset_index(drop=True) for name, column in _TIED.items()}
    return [
        ("row_by_row", slips.row_by_row(**_TIED, cuts=_TIED_CUTS)),
        ("row_by_row", slips.row_by_row(**from_below, cuts=_TIED_CUTS)),
        ("whole_tie", slips.whole_tie(**_TIED, cuts=_TIED_CUTS)),
    ]


def _alike(gave: Any, heights: list[float]) -> bool:
    numbers = isinstance(gave, list) and all(isinstance(each, int | float) for each in gave)
    return numbers and len(gave) == len(heights) and np.allclose(gave, heights)


qini = replace(_question, check=_check)
