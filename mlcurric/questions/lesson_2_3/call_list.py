"""The decision of the lesson: whom to call of customers whom no pilot has seen, as a list that code has made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pandas as pd
from scipy.stats import rankdata
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import Binarizer, SplineTransformer, StandardScaler

from mlcurric.question.decisions import Earned, decision_question
from mlcurric.question.question import Misconception
from mlcurric.question.verdict import Status, Verdict
from mlcurric.questions.lesson_2_3.customer_numbers import CustomerNumbers
from mlcurric.subject.campaigns import CAPACITY
from mlcurric.subject.listed import ListedCampaign, practice_next_quarter
from mlcurric.subject.simulation.practice import load_customers
from mlcurric.subject.uplift import expected_gain, learn_calls
from mlcurric.text import T

_ALIKE = 0.6
"""A list shows an order if so much of it stands in that order's own list of the same length."""
_FEW = 200
_MANY_BELOW = 0.1
"""If so much of a list that passes is expected to cost more than it brings, that is said."""


@cache
def _ranks() -> pd.DataFrame:
    """The place of each customer of the next quarter, counted from 0, in each order that a list may follow."""
    quarter = practice_next_quarter()
    churn = learn_calls(load_customers("pilot")).churn(quarter.customers)
    risk, gain = quarter.scores["risk"], quarter.scores["expected_gain"]
    orders = {
        "by_gain": gain,
        "by_risk": risk,
        "by_value": quarter.customers["value"],
        "by_risk_times_value": risk * quarter.customers["value"],
        "heads": churn["if_left_alone"] - churn["if_called"],
        "last_login": quarter.scores["last_login"],
        "upside_down": -gain,
        "top_of_table": -quarter.customers["customer"],
    }
    places = {name: rankdata(-score, method="ordinal") - 1 for name, score in orders.items()}
    return pd.DataFrame(places, index=quarter.customers["customer"].to_numpy())


def lesson_learner() -> Pipeline:
    """What each of the lesson's two models is learned with."""
    bent = SplineTransformer(n_knots=4, degree=2, knots="quantile")
    columns = [
        ("bent", bent, ["tenure", "days_since_login", "logins_trend"]),
        ("has_ticket", Binarizer(threshold=0), ["open_tickets"]),
        ("keeps_its_seats", Binarizer(threshold=-0.5), ["seat_change"]),
        ("as_it_is", "passthrough", ["yearly_contract", "price_rise", "nps"]),
    ]
    return make_pipeline(ColumnTransformer(columns), StandardScaler(), LogisticRegression())


@cache
def _costs_more() -> frozenset[int]:
    """Customers to whom a call costs more than it brings, by the lesson's models and by those of 1-4 as well.

    Near 0 the two differ by luck, and whoever has built either of them is right to follow it.
    """
    quarter = practice_next_quarter()
    own = expected_gain(learn_calls(load_customers("pilot"), model=lesson_learner()), quarter.customers)
    costs = (own < 0) & (quarter.scores["expected_gain"] < 0)
    return frozenset(quarter.customers.loc[costs, "customer"])


def _first(order: str, size: int) -> Callable[[], list[int]]:
    """The first customers of an order, computed when they are asked for."""
    return lambda: [int(number) for number in _ranks()[order].nsmallest(size).index]


_MISCONCEPTIONS = {
    one.id: one
    for one in (
        Misconception(
            "over_capacity",
            _first("by_gain", CAPACITY + 1),
            T("The team can make 1,000 calls.", "チームがかけられるのは1,000件までです。"),
        ),
        Misconception(
            "row_labels",
            lambda: [place % len(_ranks()) for place in range(0, 6_000, 10)],
            T("Row labels are no customer numbers.", "行のラベル(index)は、顧客番号ではありません。"),
        ),
        Misconception(
            "other_table",
            lambda: load_customers("pilot")["customer"].tail(600).tolist(),
            T("Numbers of another table are on the list.", "別の表の顧客番号が載っています。"),
        ),
        Misconception(
            "twice",
            lambda: _first("by_gain", 300)() * 2,
            T("A customer stands on the list more than once.", "同じ顧客が2回以上載っています。"),
        ),
        Misconception(
            "nobody",
            [],
            T(
                "An empty list costs nothing and earns nothing. There are customers whom a call keeps.",
                "空のリストなら、損も得もありません。でも、電話すれば残る顧客がいます。",
            ),
        ),
        Misconception(
            "by_risk",
            _first("by_risk", 600),
            T(
                "These are those likeliest to leave. Many of them no call keeps, and some it drives away.",
                "解約の見込みが高い人たちです。その多くは電話では引き止められず、電話で離れる人も混じっています。",
            ),
        ),
        Misconception(
            "by_value",
            _first("by_value", 600),
            T(
                "These are the most valuable customers; nearly all of them stay without a call, and take the voucher.",
                "価値の高い顧客が並んでいます。ほとんどは電話がなくても残り、クーポンを受け取るだけです。",
            ),
        ),
        Misconception(
            "by_risk_times_value",
            _first("by_risk_times_value", 600),
            T(
                "That is what is at stake, not what a call changes: you need a second model, of those who were called.",
                "それは「失うかもしれない額」で、「電話で変わる額」ではありません。電話した人から学んだ、2つ目のモデルが要ります。",
            ),
        ),
        Misconception(
            "heads",
            _first("heads", 300),
            T(
                "By uplift alone you keep many customers, whatever they are worth: a call and a voucher for a team of one seat earns nothing. Put yen in.",
                "アップリフトだけで並べると、人数は増えますが、価値が考慮されません。1席の顧客に電話代とクーポン代をかけても、もうけは出ません。円に直しましょう。",
            ),
        ),
        Misconception(
            "last_login",
            _first("last_login", 600),
            T(
                "You ring whoever has been silent longest: among them are most of those whom a call drives away.",
                "ログインが途絶えて長い人に電話しています。電話で離れる人の多くが、ここにいます。",
            ),
        ),
        Misconception(
            "upside_down",
            _first("upside_down", 600),
            T(
                "This list is upside down: it calls those to whom a call costs most. Look at the sign, or at the sort.",
                "順番が逆で、電話すると損の大きい人から並んでいます。符号か、並べかえの向きを見直しましょう。",
            ),
        ),
        Misconception(
            "top_of_table",
            _first("top_of_table", 600),
            T(
                "These are the first rows of the table. Did the list lose its order on the way, for instance in an index?",
                "表の先頭の行が、そのまま並んでいます。途中で(たとえば index で)並び順が失われていませんか。",
            ),
        ),
        Misconception(
            "too_few",
            _first("by_gain", 60),
            T(
                "The order is right, but you stop while each call still earns a lot.",
                "並べ方は正解です。でも、まだ1件ごとに大きな利益が出るところでやめています。",
            ),
        ),
    )
}


def _finding(numbers: list[int]) -> str | None:
    if not numbers:
        return "nobody"
    alike = (_ranks().loc[numbers] < len(numbers)).mean()
    found = str(alike.idxmax())
    if alike[found] < _ALIKE:
        return None
    if found == "by_gain":
        return "too_few" if len(numbers) < _FEW else None
    return found


def earned(numbers: list[int], quarter: ListedCampaign) -> Earned:
    """What a list earns in the next quarter of a world."""
    profit = quarter.outcome(numbers).profit
    return Earned(profit, quarter.best, quarter.score(profit))


_decision = decision_question(
    name="call_list",
    data="keyed",
    title=T("The list for the next quarter", "次の四半期のリスト"),
    points=6,
    form=CustomerNumbers(
        lambda: practice_next_quarter().customers["customer"].tolist(), CAPACITY, example="[50012, 50340]"
    ),
    earns=lambda numbers: earned(numbers, practice_next_quarter()),
    finding=_finding,
    misconceptions=_MISCONCEPTIONS,
    right=T(
        "Nobody had called these customers, and nobody knows yet who leaves: the pilot carried over to them.",
        "まだ誰も電話しておらず、誰が解約するかもわからない顧客で、試行から学んだことが通用しました。",
    ),
    otherwise=T(
        "The list earns too little. For each customer: what does a call change, in yen, and is it more than 0?",
        "利益が足りません。顧客ごとに、電話で何円変わり、それは0より大きいでしょうか。",
    ),
    hints=(
        T(
            "Two models from the pilot, one a side; then for each customer of next_quarter the chance to stay, both ways.",
            "試行の両側から1つずつ、2つのモデルを学ばせます。次に、next_quarter の顧客ごとに、残る見込みを両方の場合で出します。",
        ),
        T(
            "gain = stay_called * (value - 3000) - 1500 - stay_alone * value; keep those above 0, the largest first.",
            "gain = stay_called * (value - 3000) - 1500 - stay_alone * value を計算し、0より大きい人を、大きい順に残します。",
        ),
        T(
            'contact_list(next_quarter, gain, n)["customer"].tolist(), with n = how many have a gain above 0, at most 1,000.',
            'contact_list(next_quarter, gain, n)["customer"].tolist() です。n は gain が0より大きい人数(1,000まで)。',
        ),
    ),
    why=T(
        "Rank by what a call changes in yen, and stop where it changes nothing for the better. Risk says who leaves, uplift whom a call keeps, and only the gain what that is worth.",
        "電話で変わる金額の順に並べ、プラスにならなくなったらやめます。見込みは誰が解約するかを、アップリフトは誰が電話で残るかを示しますが、それがいくらになるかを示すのは期待利益だけです。",
    ),
)


def _check(numbers: list[int]) -> Verdict:
    """The verdict on the money; a list that passes also hears what it leaves lying."""
    verdict = _decision.check(numbers)
    more = _still_better(numbers) if verdict.status is Status.PASSED else None
    return replace(verdict, next_step=more) if more else verdict


def _still_better(numbers: list[int]) -> T | None:
    if _finding(numbers) == "heads":
        return T(
            "It passes, but in the order of uplift: put yen in, and the same number of calls earns more.",
            "合格ですが、アップリフト(人数)の順です。円に直して並べれば、同じ件数でもっと利益が出ます。",
        )
    below = len(_costs_more() & set(numbers))
    if below <= _MANY_BELOW * len(numbers):
        return None
    return T(
        "It passes, but by the pilot {n} of the {all} calls cost more than they bring: leave those out.",
        "合格ですが、試行から見積もると、{all}件のうち{n}件は利益より費用が大きくなります。その分を外しましょう。",
    ).format(n=f"{below:,}", all=f"{len(numbers):,}")


call_list = replace(_decision, check=_check)
