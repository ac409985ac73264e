"""Six requests, and the tool that fits each: a rule, machine learning, generative AI, or another workflow."""

from __future__ import annotations

from mlcurric.question.makers import (
    Item,
    matching_question,
)
from mlcurric.text import T

_METHODS = {
    "a": T("a rule", "ルール"),
    "b": T("machine learning (a prediction)", "機械学習(予測)"),
    "c": T("generative AI", "生成AI"),
    "d": T("a change of workflow", "業務の変更"),
}


method_for = matching_question(
    name="method_for",
    title=T("Which tool fits which request?", "どの依頼に、どの手段が合いますか"),
    points=6,
    options=_METHODS,
    items={
        "invoices": Item(
            T(
                "“Every invoice above one million yen needs a manager's approval.”",
                "「100万円を超える請求書は、必ず部長の承認を通したい」",
            ),
            "a",
            {
                "b": T(
                    "There is nothing to predict: the amount is on the invoice.",
                    "予測するものがありません。金額は請求書に書いてあります。",
                ),
                "c": T(
                    "Nothing has to be written; an amount has to be compared.",
                    "文章を作る仕事ではなく、金額を比べるだけです。",
                ),
                "d": T(
                    "The workflow is decided already; somebody must only apply it without fail.",
                    "業務の流れはもう決まっています。漏れなく当てはめるだけです。",
                ),
            },
        ),
        "calls": Item(
            T(
                "“20,000 customers, 500 calls a month. A rule picks them today; we want more leavers on the same 500 calls, from the 15 columns we keep.”",
                "「顧客は2万人、電話は月500件。いまはルールで選んでいる。手元の15列を使って、同じ500件でもっと多くの解約者に届きたい」",
            ),
            "b",
            {
                "a": T(
                    "That is what they have, and the yardstick. More leavers from many clues at once is where ML adds to it.",
                    "それはいまのやり方で、比べる基準です。多くの手がかりを合わせて上積みするのが、機械学習の役目です。",
                ),
                "c": T(
                    "A list is wanted, not a text; a language model has not seen your customers' history.",
                    "欲しいのは文章ではなくリストです。言語モデルは自社の顧客の履歴を知りません。",
                ),
                "d": T(
                    "The call team works; it lacks an order of whom to call first.",
                    "電話の体制はすでにあります。足りないのは、かける順番です。",
                ),
            },
        ),
        "replies": Item(
            T(
                "“Draft an answer to each complaint; our agents check and send it.”",
                "「苦情メールへの返信の下書きがほしい。確認と送信は担当者がする」",
            ),
            "c",
            {
                "a": T(
                    "Templates end where each complaint is told in its own words.",
                    "苦情は一通ごとに言葉が違うので、定型文では追いつきません。",
                ),
                "b": T(
                    "Nothing about the future is asked; a text is.",
                    "問われているのは将来の予測ではなく、文章づくりです。",
                ),
                "d": T(
                    "The workflow is fine, and a person checks each text: that is what makes a draft safe.",
                    "流れはこのままで十分です。人が確認するからこそ、下書きを任せられます。",
                ),
            },
        ),
        "first_login": Item(
            T(
                "“New customers quit because their first login takes nine days: the contract goes by post.”",
                "「契約書を郵送するため初回ログインまで9日かかり、その間に解約されてしまう」",
            ),
            "d",
            {
                "a": T(
                    "A rule can flag them, but the nine days remain.",
                    "ルールで対象者はわかりますが、9日は縮まりません。",
                ),
                "b": T(
                    "You know who leaves and why; a prediction removes no waiting.",
                    "誰がなぜ解約するかは、もうわかっています。予測しても待ち時間はなくなりません。",
                ),
                "c": T(
                    "A kind message during the nine days is still nine days.",
                    "待っている間に丁寧な文面が届いても、9日は9日です。",
                ),
            },
        ),
        "tickets": Item(
            T(
                "“How many tickets come next week, day by day? We have three years of counts.”",
                "「来週の問い合わせ件数を日ごとに知りたい。過去3年分の件数がある」",
            ),
            "b",
            {
                "a": T(
                    "“As last week” is a rule, and the yardstick to beat; weekdays, holidays and growth together are what ML learns.",
                    "「先週と同じ」は超えるべき物差しになるルールです。曜日・祝日・成長を合わせて学べるのが機械学習です。",
                ),
                "c": T(
                    "A number per day is asked, and it must be checked against what came; that is a prediction.",
                    "求められているのは日ごとの数で、実績と答え合わせができます。これは予測です。",
                ),
                "d": T(
                    "The shift plan stays as it is; it lacks a number.",
                    "シフトの決め方はそのままで、数字だけが足りません。",
                ),
            },
        ),
        "silent": Item(
            T(
                "“Tell the account's owner when nobody has logged in for 30 days. From tomorrow, please.”",
                "「30日間ログインがなければ担当者に知らせたい。明日から」",
            ),
            "a",
            {
                "b": T(
                    "No prediction is needed to see that 30 days have passed, and tomorrow is soon.",
                    "30日たったかどうかは予測しなくてもわかります。しかも明日からです。",
                ),
                "c": T(
                    "A date is compared with today; no text has to be invented.",
                    "日付を今日と比べるだけで、文章を考える必要はありません。",
                ),
                "d": T(
                    "The workflow may change one day; what is asked for is one sentence with a number in it.",
                    "いずれ業務も変わるかもしれませんが、いま求められているのは数字の入った一文です。",
                ),
            },
        ),
    },
    right=T(
        "All six fit. ML earned its place twice: where the answer lies ahead, and many clues speak at once.",
        "6件ともぴったりです。機械学習の出番は2件。答えが未来にあり、手がかりが多い場面でした。",
    ),
    hints=(
        T(
            "Ask of each: is there something nobody knows yet? If not, it is no prediction.",
            "それぞれに問いましょう。まだ誰も知らないことがありますか。なければ予測ではありません。",
        ),
        T(
            "Is one sentence with a number in it enough? Then it is a rule. Is a text wanted? Generative AI. Is the process itself the problem? Change it.",
            "数字の入った一文で足りるならルール。文章がほしいなら生成AI。仕事の流れそのものが問題なら、流れを変えます。",
        ),
    ),
    why=T(
        "Start from the problem. A rule, a prediction, a text and a better process are four tools, and the cheapest that solves it wins.",
        "出発点は課題です。ルール、予測、文章生成、業務の変更は4つの道具。解決できるなら、いちばん手軽なものが勝ちます。",
    ),
)
