"""Four mornings in a running experiment, and what to do on each."""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.text import T

_ACTIONS = {
    "a": T("carry on until the date that was agreed on", "決めた日まで、そのまま続ける"),
    "b": T("stop the calls today", "今日、電話を止める"),
    "c": T("compare nothing until the cause is found", "原因がわかるまで、何も比べない"),
    "d": T("one more list with a hold-out, then decide", "くじで残す人をもう1回分つくり、それから決める"),
    "e": T("call everybody from now on", "これからは全員に電話する"),
}

stop_or_go = matching_question(
    name="stop_or_go",
    title=T("Stop or continue?", "止めるか、続けるか"),
    points=4,
    options=_ACTIONS,
    items={
        "early": Item(
            T(
                "Week 4 of 13. Aya: “p = 0.015, and every week without a call loses customers!”",
                "13週のうち第4週。彩さん「p = 0.015 です。待っている間にも、電話していない人が解約していきます」",
            ),
            "a",
            {
                "b": T(
                    "Nobody is harmed; what looks good is no reason to stop the calls.",
                    "害は出ていません。よさそうに見えることは、電話を止める理由になりません。",
                ),
                "c": T(
                    "Nothing is broken. It is only too early to read it.",
                    "壊れたところはありません。読むのが早すぎるだけです。",
                ),
                "d": T(
                    "The date that was agreed on is nine weeks away; a further list is for the day when the count leaves it open.",
                    "決めた日は9週間先です。もう1回は、その日に数えて決めきれなかったときの手です。",
                ),
                "e": T(
                    "Of 1,000 rounds of nothing, more than 200 look “significant” on some Monday.",
                    "効果がなくても、1,000回のうち200回以上は、どこかの月曜に「有意」に見えます。",
                ),
            },
        ),
        "wrong_price": Item(
            T(
                "Week 5. Ms Kato: “The script quotes last year's price. Eleven of those called have complained that we deceived them.”",
                "第5週。加藤さん「電話の台本の料金が去年のままです。電話した人のうち11人から、だまされたと苦情が来ています」",
            ),
            "b",
            {
                "a": T(
                    "An agreed date protects the count from luck. It does not oblige anybody to go on doing harm.",
                    "日を決めるのは、偶然から数字を守るため。害を続ける約束ではありません。",
                ),
                "c": T(
                    "The count is sound; the calls are not. They go on while you search.",
                    "おかしいのは数字ではなく電話です。原因を探す間も、電話は続いてしまいます。",
                ),
                "d": T(
                    "That would quote the wrong price to hundreds more.",
                    "間違った料金を、さらに何百人にも伝えることになります。",
                ),
                "e": T(
                    "That would quote the wrong price to the other half too.",
                    "残りの半分にも、間違った料金を伝えることになります。",
                ),
            },
        ),
        "uneven": Item(
            T(
                "15 January. The lot was to split 600 in halves; the export holds 345 called and 255 left alone, p = 0.0002 for that. “Fewer left, though!”",
                "1月15日。くじで600人を半々に分けたはずが、データでは電話あり345人、電話なし255人。偶然なら p = 0.0002。「でも、解約は減っています!」",
            ),
            "c",
            {
                "a": T(
                    "The date is today, and time does not put customers back where the lot put them.",
                    "その日は今日です。それに、待っても、人数はくじのとおりには戻りません。",
                ),
                "b": T(
                    "There is no sign of harm. What is broken is who is counted where.",
                    "害が出ているわけではありません。おかしいのは、誰がどちらに数えられているかです。",
                ),
                "d": T(
                    "The next list would be split, or exported, in the same broken way.",
                    "同じ原因で、次のリストも同じように崩れます。",
                ),
                "e": T(
                    "Something other than the lot decided who is counted where; whatever it is may also explain the difference.",
                    "くじ以外の何かが組を分けています。減ったように見えるのも、それのせいかもしれません。",
                ),
            },
        ),
        "open": Item(
            T(
                "15 January, another team. Of 100, 1 more to 9 fewer leave; their plan says: go on from 4 fewer, and “not clear” is a third answer.",
                "1月15日、別のチーム。解約は100人あたり「1人増」から「9人減」の間。計画では「4人減から続ける」で、「はっきりしない」という3つ目の答えも決めてあります",
            ),
            "d",
            {
                "a": T(
                    "The date is today. What comes now was agreed on too.",
                    "その日は今日です。今日からどうするかも、決めてありました。",
                ),
                "b": T(
                    "The interval holds 4 and 8 fewer as well. Not clear is not harmful.",
                    "区間には4人減も8人減も入っています。はっきりしないことは、害があることとは違います。",
                ),
                "c": T(
                    "Nothing is broken: the lot was kept. It is just not enough yet.",
                    "壊れたところはありません。まだ数が足りないだけです。",
                ),
                "e": T(
                    "The interval holds effects that do not pay, and after calling everybody nobody will ever know.",
                    "区間には、採算のとれない効果も入っています。全員に電話したら、この先も確かめられません。",
                ),
            },
        ),
    },
    right=T(
        "Luck waits for the date. Harm waits for nothing. A broken lot comes before every result. And “not clear” had been agreed on, too.",
        "偶然は日が来るまで待つ。害は待たない。くじの崩れは結果より先。そして「はっきりしない」も、決めてあった答えです。",
    ),
    hints=(
        T(
            "Ask three things in this order: is anybody harmed? Was the lot kept? Is it the day?",
            "3つを順に聞きます。害は出ていないか。くじは守られたか。今日がその日か。",
        ),
        T(
            "One of the five is left over: nobody here may call everybody yet.",
            "5つのうち1つは余ります。「全員に電話」してよい朝は、ここにはありません。",
        ),
    ),
    why=T(
        "Harm first, then the lot, then the date, then the interval.",
        "まず害、次にくじ、次に日付、それから区間です。",
    ),
)
