"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import (
    Option,
    choice_question,
)
from mlcurric.text import T

quick_new_rows = choice_question(
    name="quick_new_rows",
    title=T("What will the tree do on customers it has not seen?", "見せていない顧客ではどうなる?"),
    points=0,
    options={
        "a": Option(
            T("about as well", "だいたい同じ"),
            T(
                "That is what most people expect. Run the next cell.",
                "多くの人がそう予想します。次のセルを実行しましょう。",
            ),
        ),
        "b": Option(
            T("worse", "悪くなる"),
            T("Well guessed. The next cell shows how much.", "いい読みです。どのくらいか、次のセルで見ましょう。"),
            right=True,
        ),
        "c": Option(
            T("better", "よくなる"),
            T("It would need luck. Run the next cell.", "それには運が要りそうです。次のセルを実行しましょう。"),
        ),
    },
    hints=(
        T(
            "It may look at 20 people and choose the questions that suit just them.",
            "20人を見て、その人たちに都合のよい質問を選べるのです。",
        ),
        T("A guess is enough here.", "ここは勘でかまいません。"),
    ),
    why=T("The next cell answers it.", "次のセルが答えです。"),
)


quick_score = choice_question(
    name="quick_score",
    title=T("What does a score of 0.8 say?", "スコア0.8の意味は?"),
    points=0,
    options={
        "a": Option(
            T("This customer will leave.", "この顧客は解約する。"),
            T(
                "Of ten such customers two stayed. A score is a share, not a verdict.",
                "同じような10人のうち2人は残ったのです。スコアは割合で、判決ではありません。",
            ),
        ),
        "b": Option(
            T("Of customers like this one, 8 in 10 left.", "似た顧客10人のうち、8人が解約した。"),
            T(
                "Yes: the tree counted the people in the same group.",
                "そのとおり。ツリーは同じグループの人を数えただけです。",
            ),
            right=True,
        ),
        "c": Option(
            T("If we call, this customer stays with a chance of 80%.", "電話をかければ80%の確率で残る。"),
            T(
                "The table does not record calls, so the score knows nothing of them.",
                "表には電話の記録がありません。ですからスコアは、電話のことを何も知りません。",
            ),
        ),
    },
    hints=(
        T(
            "The tree sorts people into groups and counts in each.",
            "ツリーは人をグループに分け、それぞれで数えています。",
        ),
        T("0.8 is 8 of 10. Of whom?", "0.8は10人中8人です。どんな人の中で?"),
    ),
    why=T(
        "A score is counted among the rows that the tree learned from.", "スコアは、学習データの中で数えた割合です。"
    ),
)


quick_decide = choice_question(
    name="quick_decide",
    title=T("What do you do this week?", "今週はどうする?"),
    points=0,
    options={
        "a": Option(
            T("Call by our rule.", "いまのルールで電話をかける。"),
            T(
                "Good: the rule costs nothing, and half or more of the people on its list really leave. But in a month you still won't know what a call does.",
                "よい出発点です。ルールなら開発費がかからず、リストの半分以上は実際に解約する人です。ただ、ひと月たっても電話の効果はわからないままです。",
            ),
        ),
        "b": Option(
            T("Wait until the machine is ready.", "機械ができるまで待つ。"),
            T(
                "Meanwhile nobody is called, although half or more of the people on the list of your rule really leave.",
                "その間、誰にも電話がかかりません。いまあるルールでも、リストの半分以上は実際に解約する人なのに。",
            ),
        ),
        "c": Option(
            T(
                "Call by our rule, but leave some of the list uncalled, by lot.",
                "ルールで電話をかけ、リストの一部はくじで選んで、あえてかけずにおく。",
            ),
            T(
                "Yes. The calls start this week, and those left alone tell you next month whether they helped.",
                "そのとおり。電話は今週から始められ、かけなかった人と比べれば、効いたかどうかが来月にはわかります。",
            ),
            right=True,
        ),
    },
    hints=(
        T("What would you like to know a month from now?", "ひと月後に、何がわかっていたいですか。"),
        T(
            "The table does not say what a call does. How could you find out?",
            "電話の効果は表に書かれていません。どうすればわかるでしょう。",
        ),
    ),
    why=T("It acts today and learns for tomorrow.", "今日から動き、明日のために学べます。"),
)
