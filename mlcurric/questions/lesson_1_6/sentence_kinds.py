"""Six sentences on a card: what the data show, what claims a cause, and what is advice."""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.text import T

_KINDS = {
    "a": T("association: the data show it", "関連: データが示している"),
    "b": T("claim of a cause: nobody has tested it", "原因の主張: 誰も確かめていない"),
    "c": T("advice: what somebody should do", "助言: 誰かがすること"),
}


sentence_kinds = matching_question(
    name="sentence_kinds",
    title=T("Association, cause or advice?", "関連か、原因か、助言か"),
    points=6,
    options=_KINDS,
    items={
        "nearly_half": Item(
            T(
                "“Of 100 customers like Momiji, nearly half left within three months.”",
                "「もみじ社に似た100人のうち、半数近くが3か月以内に解約した」",
            ),
            "a",
            {
                "b": T(
                    "It counts who left, and gives no reason for it.",
                    "解約した人を数えただけで、なぜかは言っていません。",
                ),
                "c": T(
                    "It asks nobody to do anything; it counts what happened.",
                    "誰にも行動を求めていません。起きたことを数えています。",
                ),
            },
        ),
        "shrinking": Item(
            T(
                "“Momiji is on its way out because its team shrinks.”",
                "「もみじ社が離れかけているのは、人が減ったからだ」",
            ),
            "b",
            {
                "a": T(
                    "The table shows fewer seats and customers who left. The “because” between them is added by hand.",
                    "表にあるのは、席数が減ったことと、解約したことだけ。両者を結ぶ「だから」は、人が書き足した言葉です。",
                ),
                "c": T(
                    "It says why, not what to do.",
                    "なぜかを言っていて、何をするかは言っていません。",
                ),
            },
        ),
        "ticket": Item(
            T(
                "“See that the open ticket is solved before you ring.”",
                "「電話の前に、未解決の問い合わせを片づけよう」",
            ),
            "c",
            {
                "a": T(
                    "No count in a table says “see to it”; it is a proposal, and a sensible one.",
                    "「片づけよう」とは、どの集計にも書いてありません。これは提案です。もっともな提案ですが。",
                ),
                "b": T(
                    "It does not say that the ticket drives anybody away; it says what to do.",
                    "問い合わせのせいで離れるとは言っていません。何をするかを言っています。",
                ),
            },
        ),
        "bring_back": Item(
            T(
                "“Once we bring their logins back up, they will stay.”",
                "「ログインが元どおりに増えれば、残ってくれる」",
            ),
            "b",
            {
                "a": T(
                    "The data show that falling logins go with leaving. What happens when somebody pushes them up, no table has seen.",
                    "データが示すのは、ログインの減少と解約が一緒に起きやすいことまで。人の手で増やしたらどうなるかは、表にありません。",
                ),
                "c": T(
                    "It sounds like a plan, but it promises an effect: change this, and that follows.",
                    "計画のように聞こえますが、約束しているのは効果です。「これを変えれば、こうなる」と。",
                ),
            },
        ),
        "more_often": Item(
            T(
                "“Customers with an open ticket left more often than those without.”",
                "「未解決の問い合わせがある顧客は、ない顧客より多く解約していた」",
            ),
            "a",
            {
                "b": T(
                    "It compares two groups and leaves open why they differ.",
                    "2つのグループを比べただけで、なぜ違うかは言っていません。",
                ),
                "c": T(
                    "It reports; whoever reads it still has to decide what to do.",
                    "報告です。何をするかは、読んだ人がこれから決めます。",
                ),
            },
        ),
        "ask": Item(
            T(
                "“Ask what has changed in their team, and write the answer down.”",
                "「チームに変化があったかを聞き、答えを記録しておこう」",
            ),
            "c",
            {
                "a": T(
                    "It asks somebody to find something out; the data do not know it yet.",
                    "誰かに調べてもらうことです。データはまだ知りません。",
                ),
                "b": T(
                    "It claims nothing: it goes and asks.",
                    "何も主張していません。聞きに行こうと言っています。",
                ),
            },
        ),
    },
    right=T(
        "All six. On a card each kind has its place: counts on top, advice below, and no cause that nobody has tested.",
        "6つとも正解です。カードの上に数えたこと、下に助言。確かめていない原因は載せません。",
    ),
    hints=(
        T(
            "Does it ask somebody to act? Advice. Does it only count or compare? Association.",
            "誰かに行動を求めていれば助言。数えたり比べたりしているだけなら関連です。",
        ),
        T(
            "A claim of a cause need not say “because”: “once we do this, that follows” claims one too.",
            "「〜だから」と書いていなくても原因の主張はあります。「こうすれば、ああなる」もそうです。",
        ),
    ),
    why=T(
        "A table of who left supports counts. A cause needs a trial, in which lots decide; advice is a proposal, and a trial can tell whether it helps.",
        "解約者の表から言えるのは、数えたことまで。原因を言うには、くじで分ける試行が要ります。助言は提案であり、役に立つかどうかは試行が教えてくれます。",
    ),
)
