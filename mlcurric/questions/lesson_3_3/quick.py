"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_gate = choice_question(
    name="quick_gate",
    title=T("What do you answer Mr Sato?", "佐藤さんに、どう答えますか"),
    points=0,
    options={
        "a": Option(
            T("“Right, the sum decides. U5 it is.”", "「そうですね。点がいちばん高いので、U5にしましょう」"),
            T(
                "Then three people build for months, and on the first day there is nothing to learn from.",
                "何か月か作ったあとで、学ぶもとがないことに気づきます。",
            ),
        ),
        "b": Option(
            T(
                "“Let us give its data a weight of 3, then it falls behind.”",
                "「データの重みを3にすれば、U5は下がります」",
            ),
            T(
                "So the weights are turned until the result is the one you want. And with better data scores it would be back.",
                "望む結果になるまで、重みを動かしています。それに、ほかの点が上がれば、また戻ってきます。",
            ),
        ),
        "c": Option(
            T(
                "“A gate is no low score. As long as no price was varied by lot, five points elsewhere do not help.”",
                "「低い点ではなく、止まる条件なんです。価格をくじで変えた記録がないかぎり、ほかが5点でも始められません」",
            ),
            T(
                "Yes. And it says what would open the gate: a trial of prices by lot, and somebody who answers for it.",
                "そのとおり。条件を開ける方法も伝わります。価格をくじで変える試行と、その責任者です。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "Can a five in one column make up for a missing one in another?",
            "ある列の5点で、別の列の「ない」を埋め合わせられますか。",
        ),
        T(
            "What would have to happen before the first line of code?",
            "最初の1行を書く前に、何が起きていないといけませんか。",
        ),
    ),
    why=T(
        "A sum lets points trade places; a gate does not.",
        "足し算では点どうしが埋め合わせ合います。条件では、できません。",
    ),
)

quick_decides = choice_question(
    name="quick_decides",
    title=T("One point apart: what decides?", "1点差。何で決めますか"),
    points=0,
    options={
        "a": Option(
            T("Half points, until the two are further apart", "0.5点を使って、差をはっきりさせる"),
            T(
                "The opinions do not get sharper because the scale does.",
                "目盛りを細かくしても、意見が細かくなるわけではありません。",
            ),
        ),
        "b": Option(
            T("Everybody scores once more, now that they know the sums", "合計を見たうえで、もう一度つけ直す"),
            T(
                "Whoever knows the sums moves the points to where they want them.",
                "合計を見た人は、結果が望みどおりになる点をつけます。",
            ),
        ),
        "c": Option(
            T("Ms Mori, when she comes at 16:50", "16時50分に来る森さん"),
            T(
                "She decides about money in April. Two sentences that you can say yourselves are no question for a sponsor.",
                "森さんが決めるのは、4月のお金です。自分たちで言える2文を、スポンサーに預けるのは早すぎます。",
            ),
        ),
        "d": Option(
            T(
                "A sentence said aloud: which of them can begin on Monday, with nothing built?",
                "声に出した一文。「開発を待たずに、月曜に始められるのはどちら?」",
            ),
            T(
                "Yes. U2 can: a page with the twenty commonest answers. So U2 begins by hand on Monday, and the builders' hours go to U1: there nothing begins until somebody builds the list, be it by a rule.",
                "そのとおり。U2は、よくある20件を1ページにまとめれば始められます。だからU2は、月曜から手で。作る人の時間は、U1に使います。ルールのリストでさえ、誰かが作らないと始まらないからです。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "Which difference between the two stands in none of the six columns that are scored?",
            "2つの違いのうち、点をつけた6つの列のどれにもないものは何でしょう。",
        ),
        T(
            "Look at the line of the simplest rule: what is there on Monday?",
            "「いちばん簡単なルール」の行を見ましょう。月曜に何がありますか。",
        ),
    ),
    why=T(
        "Where the score does not decide, a reason does that everybody has heard.",
        "点で決まらないときは、全員が聞いた理由で決めます。",
    ),
)
