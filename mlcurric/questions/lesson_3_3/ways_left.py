"""How many single points still unsettle the first place once value counts twice."""

from __future__ import annotations

from fractions import Fraction

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.subject.ideathon.example import example_use_cases
from mlcurric.subject.usecases.scoring import rank
from mlcurric.subject.usecases.survival import survival
from mlcurric.text import T


def ways(value: int = 2) -> int:
    """Single scores whose change by a point takes the winner out of the lone first place."""
    return len(survival(rank(example_use_cases(), {"value": Fraction(value)})).singles)


ways_left = number_question(
    name="ways_left",
    data="fixed",
    title=T("Value counts twice: how many ways are left?", "価値を2倍にすると、残りは何通り?"),
    points=2,
    form=Number(T("ways", "通り"), example="7", whole=True),
    expected=ways,
    tolerance=0.1,
    right=T(
        "Both in the column that counts twice: U1's value down, or U2's up. The heavier a column, the more hangs on its one point.",
        "どちらも、2倍にした列の点です。U1の価値が下がるか、U2の価値が上がるか。重い列ほど、その1点に多くがかかります。",
    ),
    otherwise=T(
        "How many points lie between the two, and which single change is worth so many?",
        "2つの間は何点で、ひとつの変更でそれだけ動くのはどの列ですか。",
    ),
    misconceptions=(
        Misconception(
            "none",
            0,
            T(
                "“Two points ahead, so one point cannot matter”: but a point of value is now worth two.",
                "「2点差だから1点では変わらない」とはいきません。価値の1点は、いまは2点分です。",
            ),
        ),
        Misconception(
            "as_before",
            ways(1),
            T(
                "That is with all weights at 1. Now the two lie two points apart, and most changes are worth one.",
                "それは、重みがすべて1のときの数です。いまは2点差で、たいていの変更は1点分しか動きません。",
            ),
        ),
        Misconception(
            "one_side",
            1,
            T(
                "You have moved one of the two. A rival's point that was too low unsettles the order as much as the leader's that was too high.",
                "動かしたのは片方だけです。1位の点が高すぎたときと同じように、2位の点が低すぎたときも順位は変わります。",
            ),
        ),
        Misconception(
            "both_ways",
            4,
            T(
                "Up and down for both: but more value for U1, or less for U2, only makes the lead longer.",
                "2つとも上下に動かしています。U1の価値が上がるか、U2の価値が下がるなら、差は広がるだけです。",
            ),
        ),
    ),
    hints=(
        T(
            "With value twice U1 has 27 and U2 has 25. Which single score is worth two points now?",
            "価値を2倍にすると、U1は27点、U2は25点。いま、ひとつで2点動く列はどれですか。",
        ),
        T(
            "Only value is. Who has to go down, or up, for the two to be level?",
            "価値だけです。2つが並ぶには、どちらが下がるか、どちらが上がるかでしょう。",
        ),
    ),
    why=T(
        "Two: value of U1 from 4 to 3, or of U2 from 3 to 4; then the two are level.",
        "2通り。U1の価値が4から3に、またはU2の価値が3から4に動くと、並びます。",
    ),
)
