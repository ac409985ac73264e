"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_point = choice_question(
    name="quick_point",
    title=T("How many of twenty teams keep a point promise?", "20チームのうち、約束を守れるのは?"),
    points=0,
    options={
        "a": Option(
            T("19 or 20: the number was counted, not guessed.", "19か20。勘ではなく、数えた数字だから。"),
            T(
                "It was counted well. But it was counted on other customers than those who come next. Run the next cell.",
                "たしかに、きちんと数えた数字です。でも、数えたのは次の顧客とは別の人たちでした。次のセルを実行しましょう。",
            ),
        ),
        "b": Option(
            T("about 15: most of them.", "15くらい。たいていは守れる。"),
            T(
                "Kind of you. A middle is the number that chance falls below as often as above. Run the next cell.",
                "やさしい見立てです。けれど中央の数字は、上回るのと同じくらい下回るもの。次のセルを実行しましょう。",
            ),
        ),
        "c": Option(
            T("about 10: half of them.", "10くらい。半分。"),
            T(
                "Well seen: a middle lies in the middle. The next cell shows how far beside it one can land.",
                "いい読みです。中央は、文字どおり真ん中ですから。どのくらい外れるのか、次のセルで見ましょう。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "Toss a coin 100 times and promise “at least 50 heads”.",
            "コインを100回投げて「表は50回以上」と約束するとしたら?",
        ),
        T("A guess is enough here.", "ここは勘でかまいません。"),
    ),
    why=T("The next cell answers it.", "次のセルが答えです。"),
)


quick_go = choice_question(
    name="quick_go",
    title=T("Go, no-go, or something in between?", "実施か、見送りか、その間か"),
    points=0,
    options={
        "a": Option(
            T("Go: call all 600, every quarter from now on.", "実施。これから四半期ごとに、600人全員に電話する。"),
            T(
                "It may pay. But with everybody called there is nobody left to compare with, and you never find out.",
                "もうかるかもしれません。でも全員に電話すると比べる相手がいなくなり、効いたかどうかが永遠にわかりません。",
            ),
        ),
        "b": Option(
            T(
                "One round: a lot picks half of the list, only those are called, and there is a stop rule.",
                "まず1回。くじで選んだ半分だけに電話し、中止ルールも決めておく。",
            ),
            T(
                "Yes. The range holds the break-even, so the next thing worth buying is a narrower range, and the round pays part of its price.",
                "そのとおり。範囲が損益分岐をまたいでいる間は、範囲を狭めることに価値があります。しかも、その費用の一部は1回目の成果でまかなえます。",
            ),
            right=True,
        ),
        "c": Option(
            T("No-go: wait until the range is narrow.", "見送り。範囲が狭くなるまで待つ。"),
            T(
                "Waiting narrows nothing. Only calls do, together with customers who were left alone.",
                "待っていても範囲は狭まりません。狭めるのは、電話した結果と、電話しなかった人との比較だけです。",
            ),
        ),
        "d": Option(
            T("Go, and show only the middle of the range.", "実施。見せるのは範囲の中央だけにする。"),
            T(
                "You have just seen how often such a promise is broken, and who stands there then.",
                "その約束がどのくらい破られるかは、いま見たばかりです。そのとき矢面に立つのは、あなたです。",
            ),
        ),
    },
    hints=(
        T("Where does the break-even lie, seen from the range?", "損益分岐は、範囲のどこにありますか。"),
        T(
            "What would you have to see in three months to know more?",
            "3か月後に、何が見えていればもっとわかりますか。",
        ),
    ),
    why=T(
        "Go, no-go, or find out more: the range says which of the three it is.",
        "実施、見送り、もう少し確かめる。3つのどれかを、範囲が教えてくれます。",
    ),
)
