"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_repair = choice_question(
    name="quick_repair",
    title=T("Which fault can no code repair?", "コードでは直せないのはどれ?"),
    points=0,
    options={
        "a": Option(
            T("the look that was delivered twice", "2回届いた10月分"),
            T(
                "drop_duplicates does it: both copies say the same.",
                "drop_duplicates で直せます。2つの写しは同じ内容です。",
            ),
        ),
        "b": Option(
            T("the −1 for “not in the log of 90 days”", "「90日分の記録にない」を表す −1"),
            T(
                "replace(-1, 90) does it, once somebody has told you what −1 means.",
                "意味さえ教えてもらえば、replace(-1, 90) で直せます。",
            ),
        ),
        "c": Option(
            T("the tickets that are 0 for everybody from January on", "1月から全員0になった問い合わせ"),
            T(
                "Yes. The numbers are not in the file, and nothing you type brings them back. Somebody has to be asked.",
                "そのとおり。値がファイルの中にないので、何を書いても戻りません。人に頼むしかありません。",
            ),
            right=True,
        ),
        "d": Option(
            T("the amounts in thousands of yen", "千円単位の金額"),
            T(
                "Times 1,000, and it is right again to the nearest ¥1,000.",
                "1,000倍すれば、千円未満の端数を除いて元どおりです。",
            ),
        ),
    },
    hints=(
        T("For each: is what you need still in the file?", "それぞれ、必要な値はまだファイルの中にありますか。"),
        T("One column has the same value everywhere.", "どこも同じ値になっている列があります。"),
    ),
    why=T(
        "Repair what is still there, write down how, and ask for what is gone.",
        "残っているものは直して記録する。消えたものは、人に頼む。",
    ),
)

quick_model = choice_question(
    name="quick_model",
    title=T("Which one goes to work?", "どれを使いますか"),
    points=0,
    options={
        "a": Option(
            T("Boosting: with more tuning it will win.", "ブースティング。調整すれば勝てるはず。"),
            T(
                "Perhaps. But whoever tunes until these later rows say yes has learned from them, and there are no others.",
                "そうかもしれません。でも、この「あとの時期の行」で勝つまで調整すれば、その行から学んだことになります。代わりの行はもうありません。",
            ),
        ),
        "b": Option(
            T(
                "The linear model with Aya's column; Aya's points stay as the rule that it has to beat.",
                "彩さんの列を加えた線形モデル。彩さんの点数は、勝ち続けるべき相手として残す。",
            ),
            T(
                "Yes: nothing here beats it, everybody can read it, and the day it falls behind the points it goes.",
                "そのとおり。これに勝つものはここになく、中身は誰にでも読めます。点数に負けた日が、やめる日です。",
            ),
            right=True,
        ),
        "c": Option(
            T("Aya's points: no model is needed.", "彩さんの点数。モデルは要らない。"),
            T(
                "A fair choice, if an order were all. But the sum of lesson 1-4 multiplies a probability, and the points say none.",
                "順番だけでよければ、それもありです。ただ 1-4 の計算では見込みを掛け算します。点数は見込みではありません。",
            ),
        ),
    },
    hints=(
        T(
            "Which finds the most leavers, and could you show Aya how it comes to a score?",
            "解約者をいちばん多く見つけ、しかも彩さんにスコアの出方を説明できるのは、どれでしょう。",
        ),
        T("What will you multiply with yen?", "円と掛け算するのは、どれでしょう。"),
    ),
    why=T(
        "Of models that cannot be told apart, take the one that can be read and repaired.",
        "差があると言えないなら、読めて直せるほうを選びます。",
    ),
)
