"""Lift at K as a function, with ties at the cut."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mlcurric.question.asking import Case
from mlcurric.question.functions import Wrong, function_question
from mlcurric.subject.simulation.practice import practice_world
from mlcurric.text import T


def _refuse(score: pd.Series, churned: pd.Series, k: int) -> None:
    if not 1 <= k <= len(score):
        raise ValueError(f"k is {k}, and there are {len(score)} rows.")
    if score.isna().any():
        raise ValueError("A score is missing.")
    if not churned.any():
        raise ValueError("Nobody left.")


def expected_lift(score: pd.Series, churned: pd.Series, k: int) -> float:
    """The model answer: whoever ties at the cut gets the places left over by lot, so each counts by their share."""
    _refuse(score, churned, k)
    cut = score.nlargest(k).iloc[-1]
    above, tied = score > cut, score == cut
    left = churned[above].sum() + (k - above.sum()) * churned[tied].mean()
    return float(left / k / churned.mean())


def _of(score: pd.Series, churned: pd.Series, listed: pd.Index | pd.Series) -> float:
    return float(churned[listed].mean() / churned.mean())


def _first_rows(score: pd.Series, churned: pd.Series, k: int) -> float:
    _refuse(score, churned, k)
    return float(churned.head(k).mean() / churned.mean())


def _first_of_tied(score: pd.Series, churned: pd.Series, k: int) -> float:
    _refuse(score, churned, k)
    return _of(score, churned, score.sort_values(ascending=False, kind="stable").index[:k])


def _sorted_and_cut(score: pd.Series, churned: pd.Series, k: int) -> float:
    """What most people write first: no ties, and nothing is refused."""
    table = pd.DataFrame({"score": score, "left": churned}).sort_values("score", ascending=False, kind="stable")
    return float(table["left"].head(k).mean()) / float(churned.mean() or np.nan)


def _all_of_tied(score: pd.Series, churned: pd.Series, k: int) -> float:
    _refuse(score, churned, k)
    return _of(score, churned, score >= score.nlargest(k).iloc[-1])


def _none_of_tied(score: pd.Series, churned: pd.Series, k: int) -> float:
    _refuse(score, churned, k)
    above = score > score.nlargest(k).iloc[-1]
    return float(churned[above].sum() / k / churned.mean())


def _precision(score: pd.Series, churned: pd.Series, k: int) -> float:
    return expected_lift(score, churned, k) * float(churned.mean())


def _recall(score: pd.Series, churned: pd.Series, k: int) -> float:
    return expected_lift(score, churned, k) * k / len(score)


def _lowest(score: pd.Series, churned: pd.Series, k: int) -> float:
    return expected_lift(-score, churned, k)


def _against_others(score: pd.Series, churned: pd.Series, k: int) -> float:
    """The list against those who are not on it; of a list of everybody there are none."""
    precision = _precision(score, churned, k)
    others = len(score) - k
    rest = (churned.sum() - precision * k) / others if others else churned.mean()
    return float(precision / rest) if rest else float("inf")


def _by_position(score: pd.Series, churned: pd.Series, k: int) -> float:
    """Rows looked up by their numbers from 0; a filtered table does not have all of them."""
    _refuse(score, churned, k)
    rows = range(len(score))
    return expected_lift(pd.Series([score[at] for at in rows]), pd.Series([churned[at] for at in rows]), k)


def _cases() -> list[Case]:
    risk = [0.61, 0.08, 0.33, 0.12, 0.74, 0.05, 0.27, 0.19, 0.02, 0.41]
    left = [True, False, False, True, True, False, False, False, False, False]
    points = [1, 3, 1, 0, 1, 0, 3, 1, 0, 0]
    left_by_points = [False, True, False, False, False, False, True, True, False, True]
    # Customers of this world: they can be typed in nowhere beforehand.
    random = practice_world().random("lift at k")
    drawn = random.integers(0, 12, 40).tolist()
    left_of_drawn = [bool(random.random() * 12 < 2 + score / 2) for score in drawn]

    def case(
        about: T, score: list[float], churned: list[bool] | list[int], k: int, labels: list[int] | None = None
    ) -> Case:
        return Case(about, {"score": pd.Series(score, labels), "churned": pd.Series(churned, labels), "k": k})

    return [
        case(T("ten customers and k = 3", "10人の顧客で k = 3"), risk, left, 3),
        case(T("ten customers and k = 5", "10人の顧客で k = 5"), risk, left, 5),
        case(T("four customers tied for two places", "同点4人で残り2枠の場合"), points, left_by_points, 4),
        case(T("four customers tied for one place", "同点4人で残り1枠の場合"), points, left_by_points, 3),
        case(T("one score for everybody", "全員が同じスコアの場合"), [0.5] * 10, left, 3),
        case(T("churned as 0 and 1", "churned が0と1の場合"), risk, [int(each) for each in left], 4),
        case(T("scores of 0 to 100", "0〜100のスコア"), [100 * each for each in risk], left, 3),
        case(T("negative scores (log-odds)", "負のスコア(対数オッズ)"), [each - 3 for each in risk], left, 2),
        case(T("k = all rows", "k = 全行"), risk, left, 10),
        case(
            T("a filtered table (row labels 2, 5, 9, …)", "絞り込んだ表(行ラベルが 2、5、9…)"),
            points,
            left_by_points,
            4,
            [2, 5, 9, 11, 12, 17, 20, 23, 24, 31],
        ),
        case(T("one row, which left", "解約した1行だけの表"), [0.3], [True], 1),
        case(T("k larger than the table", "行数より大きい k"), risk, left, 11),
        case(T("k = 0", "k = 0"), risk, left, 0),
        case(T("nobody who left", "解約者が1人もいない表"), risk, [False] * 10, 3),
        case(T("a score missing", "スコアが1つ欠けた表"), [*risk[:9], float("nan")], left, 3),
        case(T("an empty table", "空の表"), [], [], 1),
        case(T("40 drawn customers", "無作為に決めた40人"), drawn, left_of_drawn, 13),
    ]


lift_at_k = function_question(
    name="lift_at_k",
    data="keyed",
    title=T("Lift at K, with ties", "上位K人のリフト(同点あり)"),
    points=6,
    signature="score, churned, k",
    doc=T(
        "How many times as many leavers the k highest scores hold as k rows by lot.\n\n"
        "    score, churned: columns of one length; churned is True or False, or 1 and 0.\n"
        "    cut: the k-th highest score. Places left over at the cut go by lot, so\n"
        "        left = leavers above cut + places left over * churn rate of those at cut\n"
        "        lift = left / k / churn rate of all rows\n"
        "    Scores 9 7 7 7 4, leavers the first two, k = 3: cut 7, 2 places left over for\n"
        "        3 tied rows; left = 1 + 2 * 1/3 = 1.667; lift = 1.667 / 3 / 0.4 = 1.389\n"
        "    ValueError: k below 1 or above the rows, a score missing, nobody left.\n    ",
        "スコア上位 k 行に、くじで選んだ k 行の何倍の解約者がいるか。\n\n"
        "    score, churned: 同じ長さの列。churned は True か False、または 1 か 0。\n"
        "    cut: k 番目に高いスコア。cut の人の残り枠は、くじで決めるものとして\n"
        "        left = cut より上の解約者数 + 残り枠 * cut の人の解約率\n"
        "        lift = left / k / 全員の解約率\n"
        "    例: スコア 9 7 7 7 4、解約は最初の2人、k = 3。cut は7、同点3人に残り枠2。\n"
        "        left = 1 + 2 * 1/3 = 1.667、lift = 1.667 / 3 / 0.4 = 1.389\n"
        "    ValueError: k が1未満か行数超え、スコアに欠け、解約者が0人。\n    ",
    ),
    returns=T("a number", "数値"),
    cases=_cases,
    expected=expected_lift,
    tolerance=1e-6,
    wrong={
        "first_of_tied": Wrong(
            _first_of_tied,
            T(
                "Where scores tie, whoever stands first in the table wins: sort the table otherwise, and the lift changes. Count each tied customer by the share of the places left over.",
                "同点のとき、表で上にいる行が選ばれています。行の順を変えるとリフトも変わります。残り枠 ÷ 同点の人数、の割合で数えましょう。",
            ),
        ),
        "sorted_and_cut": Wrong(
            _sorted_and_cut,
            T(
                "A good beginning, with two things missing. Where scores tie, whoever stands first in the table wins; count each tied customer by the share of the places left over. And what cannot be counted has to raise a ValueError.",
                "よい出発点ですが、足りないことが2つあります。同点のとき、表で上にいる行が選ばれています(残り枠 ÷ 同点の人数、の割合で数えましょう)。それから、数えられない入力では ValueError を出してください。",
            ),
        ),
        "all_of_tied": Wrong(
            _all_of_tied,
            T(
                "You let everybody in who ties at the cut, so the list is longer than k. There are only so many places left over.",
                "境目で同点の人を全員入れたので、リストが k 人より長くなっています。残り枠の分だけ数えましょう。",
            ),
        ),
        "none_of_tied": Wrong(
            _none_of_tied,
            T(
                "You leave out everybody at the cut: the customer with the k-th score belongs to the list too.",
                "境目のスコアの人を全員外しています。k 番目の人もリストの一員です。",
            ),
        ),
        "first_rows": Wrong(
            _first_rows,
            T(
                "Those are the first k rows of the table; nobody has put them in order of the score.",
                "表の先頭 k 行を見ています。まだスコアの順に並んでいません。",
            ),
        ),
        "precision": Wrong(
            _precision,
            T(
                "That is the precision of the list. Lift says how many times the share of all customers it is.",
                "それはリストの適合率です。リフトは、それが全体の解約率の何倍かを表します。",
            ),
        ),
        "recall": Wrong(
            _recall,
            T(
                "That is the recall: of all leavers, the share on the list. Lift divides the list's share by that of all customers.",
                "それは再現率(解約者のうちリストに載った割合)です。リフトは、リストの解約率を全体の解約率で割ります。",
            ),
        ),
        "lowest": Wrong(
            _lowest,
            T("You took the k lowest scores.", "スコアの低いほうから k 人を取っています。"),
        ),
        "by_position": Wrong(
            _by_position,
            T(
                "You look rows up by number: score[0] is the row labelled 0, and a filtered table need not have one. Pick rows with a column of True and False, such as churned[score > cut], or by .iloc.",
                "行を番号で引いています。score[0] は「ラベルが0の行」で、絞り込んだ表にあるとはかぎりません。churned[score > cut] のように True / False の列で選ぶか、.iloc を使いましょう。",
            ),
        ),
        "against_others": Wrong(
            _against_others,
            T(
                "You divide by the churn rate of those who are not on the list; lift compares with everybody, the list included.",
                "リストに載らなかった人の解約率で割っています。リフトの比較相手は、リストの人も含む全員です。",
            ),
        ),
    },
    right=T(
        "Right on every table. With ties it no longer depends on how somebody happened to sort the rows.",
        "どの表でも正解です。これなら、同点があっても行の並び順に左右されません。",
    ),
    hints=(
        T(
            "cut = score.nlargest(k).iloc[-1]; above, tied = score > cut, score == cut. Two columns of True and False pick the rows.",
            "cut = score.nlargest(k).iloc[-1]、above, tied = score > cut, score == cut。True / False の2列で行を選べます。",
        ),
        T(
            "left = churned[above].sum() + (k - above.sum()) * churned[tied].mean(). Refuse first what cannot be counted: if not 1 <= k <= len(score): raise ValueError(…); likewise score.isna().any(), and not churned.any().",
            "left = churned[above].sum() + (k - above.sum()) * churned[tied].mean()。数えられない入力は先に断ります: if not 1 <= k <= len(score): raise ValueError(…)。score.isna().any() と not churned.any() も同じです。",
        ),
    ),
    why=T(
        "Today's rule has three values for thousands of customers, so nearly every list of it cuts a tie; whoever sorts first and takes head(k) measures the order of the file.",
        "いまのルールの値は3種類しかなく、どこで切っても、たいてい同点の途中です。並べかえて head(k) を取るだけでは、ファイルの並び順を測ってしまいます。",
    ),
)
