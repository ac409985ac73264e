"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_rule = choice_question(
    name="quick_rule",
    title=T("The model is not there by the first list. What now?", "最初のリストに、モデルが間に合わない。どうする?"),
    points=0,
    options={
        "a": Option(
            T("Move the trial until the model is ready.", "モデルができるまで、試行を遅らせる。"),
            T(
                "Two weeks, for something that the trial does not ask. And the executive date does not move along.",
                "試行で確かめたいことは、モデルとは関係ありません。それに、森さんが決める日は動きません。",
            ),
        ),
        "b": Option(
            T("Begin on time, with the rule “fewer than three invited by day 7”.", "予定どおり始める。リストは「7日目までに招待が3人未満」のルールで作る。"),
            T(
                "Yes. Do leaders answer, can the desk do it? For that it does not matter who names the twenty; and the model has something to beat.",
                "そのとおり。リーダーは返事をくれるか、サポートで回せるか。それを知るのに、20チームの選び方は問いません。モデルには、勝つべき相手もできます。",
            ),
            right=True,
        ),
        "c": Option(
            T("Begin on time with half a model, and mend it while the trial runs.", "できかけのモデルで始めて、試行しながら直す。"),
            T(
                "Then nobody can say in April what was tried: each Monday's list was made in another way.",
                "4月に、何を試したのか誰にも言えなくなります。毎週、違う作り方のリストになるからです。",
            ),
        ),
        "d": Option(
            T("Leave the lot out this time, to gain more teams.", "チーム数を増やすため、今回はくじをやめる。"),
            T("Whoever was written to cannot be left alone afterwards: nothing to compare with, neither in April nor in July.", "声をかけた相手は、もう比べる相手になりません。4月にも7月にも、比べるものがなくなります。"),
        ),
    },
    hints=(
        T("What does Ms Mori want to know on 15 April?", "4月15日に、森さんは何を知りたいのでしょう。"),
        T("Lesson 2-1: what does a new way have to beat?", "2-1 で、新しいやり方が勝つべき相手は何でしたか。"),
    ),
    why=T("The trial asks whether the work can be done; the model is asked beside it, on the same teams.", "試行で問うのは、仕事として回るかどうか。モデルは、その横で、同じチームを使って比べます。"),
)  # fmt: skip

quick_april = choice_question(
    name="quick_april",
    title=T("What may stand on the page of 15 April?", "4月15日の紙に書いてよいのは?"),
    points=0,
    options={
        "a": Option(
            T(
                "“It works: of the teams with help three more use it weekly than of those without.”",
                "「効きました。声をかけた組では、毎週使うチームが3つ多くなりました」",
            ),
            T("Three of 40: luck alone does that all the time. In July somebody remembers that sentence.", "40のうちの3つは、偶然でもよくあることです。7月に、その一文を覚えている人がいます。"),
        ),
        "b": Option(
            T("“The trial was too small; we can say nothing.”", "「試行が小さすぎて、何も言えません」"),
            T("It says a great deal: whether leaders answer, how long it takes, who complained. Only one thing it does not say.", "言えることは、たくさんあります。返事は来たか、何分かかったか、苦情はあったか。言えないのは、ひとつだけです。"),
        ),
        "c": Option(
            T(
                "“So many leaders answered, so many minutes a team, so many complaints. Whether more teams stay, we count on 30 July; if it is ten of 100 we shall see it two times of three, if it is five, one time of four.”",
                "「返事をくれたリーダーは何人、1チームに何分、苦情は何件。毎週使うチームが増えたかどうかは、7月30日に数えます。増加が100チームあたり10なら3回に2回は見えますが、5だと見えるのは4回に1回です」",
            ),
            T("Yes. What is known, what is not, when it will be, and how large it has to be to be seen.", "そのとおり。わかったこと、わからないこと、それがわかる日、どのくらい大きければ見えるか。"),
            right=True,
        ),
        "d": Option(
            T("“The model finds more stuck teams than the rule, so the trial is a success.”", "「モデルはルールより多く、止まったチームを見つけました。試行は成功です」"),
            T("Finding is not helping. That a list is better says nothing about the 15 minutes.", "見つけることと、助けることは別です。リストが良くても、15分の相談が効くとは限りません。"),
        ),
    },
    hints=(
        T("Look at the table: how often would a rise of five be found in April?", "表を見ましょう。4月に、5の増加が見つかるのは何回でしたか。"),
        T("What was counted, and what was only hoped for?", "数えたことと、期待したことを分けましょう。"),
    ),
    why=T("A page that says what it cannot tell is believed in what it tells.", "言えないことを書いた紙は、言えることを信じてもらえます。"),
)  # fmt: skip
