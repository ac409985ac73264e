"""Two statements about the model of the lesson, judged before the run that settles them."""

from __future__ import annotations

from functools import cache

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.metrics.at_k import at_k
from mlcurric.subject.risk import learn_risk, predicted_risk
from mlcurric.subject.simulation.practice import load_customers
from mlcurric.text import T

SIZE = 1000
FEW, MUCH = 10, 50


@cache
def _left() -> tuple[int, int, int]:
    """How many left: of the lowest scores of summer, of the highest, and of the highest of spring, a list each."""
    spring, summer = load_customers("spring"), load_customers("summer")
    model = learn_risk(spring)
    score = predicted_risk(model, summer)
    lists = (
        at_k(summer["churned"], -score, SIZE),
        at_k(summer["churned"], score, SIZE),
        at_k(spring["churned"], predicted_risk(model, spring), SIZE),
    )
    lowest, summers, springs = (counts.hits for counts in lists)
    return lowest, summers, springs


def _few_at_the_bottom() -> bool:
    return _left()[0] <= FEW


def _better_where_it_learned() -> bool:
    return _left()[2] - _left()[1] >= MUCH


two_bets = estimate_question(
    name="two_bets",
    title=T("Two bets on the model", "モデルについて2つの賭け"),
    statements={
        "a": Statement(
            T(
                "of the 1,000 customers of summer with the lowest scores, 10 or fewer left",
                "夏の顧客のうち、スコアが低いほうから数えた1,000人で、解約したのは10人以下",
            ),
            _few_at_the_bottom,
        ),
        "b": Statement(
            T(
                "on spring, from which it learned, the model's list of 1,000 holds at least 50 more leavers than on summer",
                "学習に使った春では、モデルの1,000人のリストに、夏より50人以上多く解約者が入る",
            ),
            _better_where_it_learned,
        ),
    },
    hints=(
        T(
            "a: by lot, about 80 of 1,000 would have left. How far down does a ranking push them?",
            "a: くじ引きなら、1,000人のうち約80人が解約します。順位の下のほうでは、どこまで減るでしょう。",
        ),
        T(
            "b: the tree of 1-1 learned from 20 customers and had many questions to choose from. This model weighs nine clues on 10,000.",
            "b: 1-1 のツリーは、20人から学び、質問を好きに選べました。このモデルは、1万人から9つの重みを決めるだけです。",
        ),
    ),
    why=T(
        "A ranking has two ends, and the lower one is good too: it says whom to leave in peace. And few weights learned from many rows leave little room to learn chance by heart.",
        "順位には両端があり、下の端も役に立ちます。電話しなくてよい人がわかるのです。また、少ない重みを多くの行から決めるなら、偶然を丸暗記する余地はほとんどありません。",
    ),
)
