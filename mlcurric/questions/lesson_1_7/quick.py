"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_next_step = choice_question(
    name="quick_next_step",
    title=T("What comes next for the tickets?", "問い合わせの仕分け、次の一歩は?"),
    points=0,
    options={
        "a": Option(
            T("Let two colleagues sort with her, by a written guide.", "手順を紙に書き、2人の同僚にも仕分けてもらう。"),
            T(
                "Yes: what she knows becomes a page, and soon there is something to record. The rule may turn out to be enough.",
                "そのとおり。加藤さんの頭の中が紙になれば、次は記録が残せます。案外、その手順書だけで足りるかもしれません。",
            ),
            right=True,
        ),
        "b": Option(
            T("Train a model on last year's tickets.", "去年の問い合わせをモデルに学習させる。"),
            T(
                "On which answers? Nobody noted which tickets she picked, so there are no labels.",
                "正解はどこにあるでしょう。どれを選んだか誰も記録していないので、正解ラベルがありません。",
            ),
        ),
        "c": Option(
            T("Have generative AI sort them, from tomorrow.", "明日から生成AIに仕分けさせる。"),
            T(
                "It will sort. Whether it sorts as she does, nobody can check: what she picks is written nowhere.",
                "仕分けはしてくれます。ただ、加藤さんと同じ判断かどうか確かめられません。彼女の判断がどこにも残っていないからです。",
            ),
        ),
    },
    hints=(
        T("On which of the five steps does the sorting stand today?", "仕分けはいま、5段階のどこにいますか。"),
        T("Which is the step right after it?", "そのすぐ次の段階は何でしょう。"),
    ),
    why=T(
        "One step at a time: each makes what the next one needs.", "一段ずつ。前の段階が、次の段階の材料を作ります。"
    ),
)


quick_thursday = choice_question(
    name="quick_thursday",
    title=T("What do you take to Ms Mori on Thursday?", "木曜日、森さんに何を持っていく?"),
    points=0,
    options={
        "a": Option(
            T(
                "A request for three more weeks, so that Ken can improve the model.",
                "モデルを改良するため、健さんの時間をあと3週間もらう相談。",
            ),
            T(
                "That polishes the part that is nearest to done, and tells her nothing about the rest.",
                "いちばん完成に近い部分だけが磨かれ、残りについては何もわからないままです。",
            ),
        ),
        "b": Option(
            T(
                "A plan for the whole year: servers, people, all five parts.",
                "サーバーから人員まで、5つの仕事をすべて並べた1年分の計画。",
            ),
            T(
                "A year of guesses asks her to believe a great deal at once. What could be a fact by Thursday?",
                "1年分の推測をまとめて信じてもらうことになります。木曜までに事実にできるものはどれでしょう。",
            ),
        ),
        "c": Option(
            T(
                "Three facts, three gifts, and a day on which you stop.",
                "確かめた事実3つと手土産3つ、それに「やめる日」。",
            ),
            T(
                "Yes. She decides on something that has an end, and you have shown that guesses become facts with you.",
                "そのとおり。終わりのある話なら、森さんは決められます。推測を事実に変える人だということも伝わります。",
            ),
            right=True,
        ),
    },
    hints=(
        T("What does she have to believe in each case?", "それぞれ、森さんは何を信じることになりますか。"),
        T("Which of the three has an end?", "3つのうち、終わりがあるのはどれでしょう。"),
    ),
    why=T(
        "Small, checked, and with an end: that can be decided.",
        "小さく、確かめてあり、終わりがある。だから決められます。",
    ),
)
