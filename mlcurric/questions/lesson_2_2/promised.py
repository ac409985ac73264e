"""What a list promises if the weighted model's scores are read as shares."""

from __future__ import annotations

from mlcurric.question.forms import Number
from mlcurric.question.keyed import OfWorld
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.questions.lesson_2_2.counted import (
    LIST_SIZE,
    balanced_scores,
    evidence,
    exercise_rows,
    hits,
    promised,
    promised_in_the_lesson,
    weighted_scores,
)
from mlcurric.subject.simulation.practice import customers_of
from mlcurric.subject.simulation.world import World
from mlcurric.text import T


def _promised_in(world: World) -> float:
    return promised(weighted_scores(customers_of(world, "months")))


_promised = OfWorld(_promised_in)


promised_leavers = number_question(
    name="promised_leavers",
    data="keyed",
    title=T("What do the weighted scores promise?", "重みをつけたスコアの約束は?"),
    points=3,
    form=Number(T("customers", "人"), example="200"),
    expected=_promised,
    # Rounded to a whole customer; more room would let the practice world's number pass in others.
    tolerance=0.6,
    right=T(
        "Yes. And of these 600 not half as many left: read as shares, weighted scores promise what no list can keep.",
        "そのとおり。この600人のうち、実際に解約したのはその半分もいません。このスコアを割合として読むと、守れない約束になります。",
    ),
    otherwise=T(
        "If 2 customers score 0.7 and 0.4, the scores promise 1.1 leavers; the same for the 600 highest.",
        "スコアが0.7と0.4の2人なら、約束は1.1人です。上位600人で同じことをします。",
    ),
    misconceptions=(
        Misconception(
            "came",
            lambda: hits(balanced_scores(), exercise_rows()[1]),
            T(
                "So many of the list really left. The question is what the scores promise before anybody knows.",
                "それは、リストのうち実際に解約した人数です。聞いているのは、結果がわかる前のスコアの約束です。",
            ),
        ),
        Misconception(
            "first_rows",
            lambda: float(balanced_scores()[:LIST_SIZE].sum()),
            T(
                "Those are the first 600 rows of the file, in no order. Take the 600 highest scores: nlargest(600).",
                "それはファイルの先頭の600行で、順番に意味はありません。スコアの高い600人を取ります(nlargest(600))。",
            ),
        ),
        Misconception(
            "plain",
            lambda: evidence().promised,
            T(
                "That is what plain_score promises, the model without weights. The question is about weighted_score.",
                "それは plain_score、重みなしのモデルの約束です。聞いているのは weighted_score です。",
            ),
        ),
        Misconception(
            "of_the_lesson",
            promised_in_the_lesson,
            T(
                "That is the lesson's table: other rows to learn from, other rows to judge on. Add up the scores made here.",
                "それはレッスンの表の値です。学習の行も評価の行も違います。ここで作ったスコアを合計してください。",
            ),
        ),
        Misconception(
            "mean",
            lambda: _promised() / LIST_SIZE,
            T(
                "That is the mean score on the list; with 600 customers it promises 600 times as many.",
                "それはリストの平均スコアです。600人分の約束は、その600倍になります。",
            ),
            within=0.01,
        ),
        Misconception(
            "of_100",
            lambda: 100 * _promised() / LIST_SIZE,
            T(
                "That is of 100 on the list; the question is about all 600.",
                "それは100人あたりです。聞いているのは600人分です。",
            ),
            within=0.6,
        ),
        Misconception(
            "half",
            lambda: int((balanced_scores() >= 0.5).sum()),
            T(
                "So many customers score 0.5 or more: what predict() calls leavers. A promise adds the scores up, on the list only.",
                "それはスコアが0.5以上の人数、predict() が「解約」と呼ぶ人の数です。約束は、リストの人のスコアの合計です。",
            ),
        ),
        Misconception(
            "everybody",
            lambda: float(balanced_scores().sum()),
            T(
                "That adds up all 6,000 scores; the list has 600 customers.",
                "6,000人全員のスコアを足しています。リストは600人です。",
            ),
        ),
        Misconception(
            "all_of_list",
            LIST_SIZE,
            T(
                "As if all 600 left. Even these scores do not claim that.",
                "600人全員が解約する計算です。このスコアでさえ、そこまでは言っていません。",
            ),
        ),
    ),
    hints=(
        T(
            "A score read as a share: 10 customers with 0.3 promise 3 leavers. So the promise of a list is a sum.",
            "スコアを割合として読むと、0.3の顧客が10人で、約束は3人です。リストの約束は「合計」です。",
        ),
        T("pd.Series(score).nlargest(600).sum()", "pd.Series(score).nlargest(600).sum() です。"),
    ),
    why=T(
        "The order is as good as before, and the sum is more than twice what came: weights move every score up.",
        "並び順は同じくらい良いのに、合計は実際の2倍を超えます。重みは、全員のスコアを押し上げるのです。",
    ),
)
