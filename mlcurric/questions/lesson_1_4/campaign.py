"""The decision of the lesson: by what to rank, and how many to call, scored in the money that it earns."""

from __future__ import annotations

from typing import Any

from mlcurric.question.choices import Choice
from mlcurric.question.decisions import Earned, NotPossible, decision_question
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Number
from mlcurric.question.question import Misconception
from mlcurric.subject.campaigns import CAPACITY, RANKINGS, practice_campaign
from mlcurric.text import T

_LETTERS = dict(zip("abcd", RANKINGS, strict=True))
_ORDERS = {
    "a": T("risk, as the model predicts it", "解約の見込み(モデルの予測)"),
    "b": T("value of the customer", "顧客の価値"),
    "c": T("risk × value", "見込み × 価値"),
    "d": T("expected gain, from last year's pilot", "期待利益(去年の試行から)"),
}
_MANY = 500


def _decision(rank_by: str, how_many: int) -> dict[str, Any]:
    return {"rank_by": rank_by, "how_many": how_many}


_MISCONCEPTIONS = {
    one.id: one
    for one in (
        Misconception(
            "negative",
            _decision("d", -10),
            T("Fewer than no calls cannot be made.", "電話の件数を0より少なくすることはできません。"),
        ),
        Misconception(
            "over_capacity",
            _decision("d", 5_000),
            T(
                "The team can make 1,000 calls: type 1000 at most.",
                "チームがかけられるのは1,000件まで。1000 以下の数を書いてください。",
            ),
        ),
        Misconception(
            "nobody",
            _decision("d", 0),
            T(
                "Calling nobody costs nothing and earns nothing. There are customers whom a call keeps.",
                "誰にも電話しなければ損も得もありません。でも、電話すれば残る顧客がいます。",
            ),
        ),
        Misconception(
            "by_risk",
            _decision("a", CAPACITY),
            T(
                "The riskiest are mostly those whom no call keeps: risk says who leaves, not whom a call helps.",
                "見込みの高い人の多くは、電話では引き止められません。見込みが示すのは解約する人で、電話の効く人ではないのです。",
            ),
        ),
        Misconception(
            "by_value",
            _decision("b", CAPACITY),
            T(
                "The most valuable customers mostly stay anyway, and take the voucher.",
                "価値の高い顧客の多くは、電話がなくても残ります。クーポンを渡すだけになります。",
            ),
        ),
        Misconception(
            "by_risk_times_value",
            _decision("c", CAPACITY),
            T(
                "That is what is at stake, not what a call can save: large teams that shrink come first, and a call keeps few of them.",
                "それは「失うかもしれない額」で、「電話で守れる額」ではありません。大口で席数の減っている顧客が上に来ますが、電話ではほとんど残りません。",
            ),
        ),
        Misconception(
            "too_few",
            _decision("d", 20),
            T(
                "The order is right, but you stop while each call still earns a lot.",
                "並べ方は正解です。でも、まだ1件ごとに大きな利益が出るところでやめています。",
            ),
        ),
    )
}
_BY_ORDER = {"a": "by_risk", "b": "by_value", "c": "by_risk_times_value", "d": "too_few"}


def _finding(decision: dict[str, Any]) -> str | None:
    calls = decision["how_many"]
    if calls < 0:
        return "negative"
    if calls > CAPACITY:
        return "over_capacity"
    if calls == 0:
        return "nobody"
    return _BY_ORDER[decision["rank_by"]] if decision["rank_by"] != "d" or calls < _MANY else None


def _earns(decision: dict[str, Any]) -> Earned:
    if not 0 <= decision["how_many"] <= CAPACITY:
        raise NotPossible
    practice = practice_campaign()
    profit = practice.profit(_LETTERS[decision["rank_by"]], int(decision["how_many"]))
    return Earned(profit, practice.best, practice.score(profit))


campaign = decision_question(
    name="campaign",
    data="keyed",
    title=T("Your campaign", "あなたの施策"),
    points=6,
    form=Fields(
        {
            "rank_by": Field(
                T("by what you rank", "何の順に並べるか"),
                Choice(_ORDERS),
                comment=T("what you rank by, a letter in quotes", "並べ方。記号を引用符で囲む"),
            ),
            "how_many": Field(
                T("how many you call, 0 to 1000", "電話する件数(0〜1000)"),
                Number(T("calls", "件"), example="300", whole=True),
            ),
        }
    ),
    earns=_earns,
    finding=_finding,
    misconceptions=_MISCONCEPTIONS,
    right=T(
        "Less than the picture promised, as is usual for what was chosen because it looked best; and far more than any list by risk.",
        "図の試算より少ないのは、よく見えたものを選んだときの常です。それでも、見込み順のどのリストよりはるかに多い。",
    ),
    otherwise=T(
        "Look at the picture again: which order rises highest, and where is its top?",
        "もう一度、図を見てください。いちばん高く上がるのはどの並べ方で、その頂上はどこでしょう。",
    ),
    hints=(
        T("Which line of the picture lies highest?", "図で、いちばん上にある線はどれですか。"),
        T(
            "Move how_many in the cell above: behind the top, each further call costs more than it brings.",
            "上のセルの how_many を動かしてみましょう。頂上を過ぎると、電話1件ごとに損が出ます。",
        ),
    ),
    why=T(
        "Rank by what a call changes, in money, and stop where it no longer pays; the budget is a limit, not a target.",
        "電話で何がいくら変わるかの順に並べ、見合わなくなったところでやめる。予算は上限で、目標ではありません。",
    ),
)
