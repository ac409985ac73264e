"""Five colleagues' plans, and the one line of each that has to be changed."""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.text import T

_LINES = {
    "a": T("`customers`", "`customers`(顧客の数)"),
    "b": T("`go_from`", "`go_from`(実施のしきい値)"),
    "c": T("`metric`", "`metric`(何を数えるか)"),
    "d": T("`left_alone_by`", "`left_alone_by`(電話しない人の決め方)"),
    "e": T("`decides`", "`decides`(決め方)"),
    "f": T("`weeks`", "`weeks`(決めるまでの週数)"),
}
_WEEKS = T(
    "28 weeks are enough for 15 of calls and 13 of waiting; more weeks change none of these figures.",
    "28週あれば、電話の15週と待つ13週に足ります。週を増やしても、この数字は変わりません。",
)
_ENOUGH = T(
    "2,400 customers are enough in the other plans; here something else is wrong.",
    "2,400人は、ほかの計画なら足りる人数です。おかしいのは別の行です。",
)

plan_faults = matching_question(
    name="plan_faults",
    title=T("Which line first?", "どの行を直す?"),
    points=5,
    options=_LINES,
    items={
        "sato": Item(
            T(
                "Mr Sato: “We look every Monday. As soon as it says p < 0.05, we go.”",
                "佐藤さん「毎週月曜に見ます。p < 0.05 が出たら、すぐ実施です」",
            ),
            "e",
            {
                "a": _ENOUGH,
                "b": T(
                    "On the last day his go_from is the same as in the plan that can tell. He does not wait for that day.",
                    "最後の日のしきい値は、見分けられる計画と同じです。その日を待たないことが問題です。",
                ),
                "c": T(
                    "He counts leavers, called against left alone: that a call can change.",
                    "数えているのは解約で、電話した人としなかった人を比べています。それは電話で変えられます。",
                ),
                "d": T("His hold-out is drawn by lot.", "電話しない人は、くじで引いています。"),
                "f": _WEEKS,
            },
        ),
        "yuki": Item(
            T(
                "Yuki: “300 called, 300 left alone, and all the rest as in the sound plan. For a quarter of the money.”",
                "由紀さん「電話する300人、しない300人。あとは、きちんとした計画と同じ。費用は4分の1で済みます」",
            ),
            "a",
            {
                "b": T(
                    "With 600 no threshold does both: lower it, and luck says go still more often; raise it, and what works is missed.",
                    "600人では、どこに置いても両立しません。下げれば偶然の「実施」が増え、上げれば効いていても見逃します。",
                ),
                "c": T(
                    "The figures move from world to world, only not far enough from luck.",
                    "世界によって数字は動いています。ただ、偶然の幅を超えるほどではありません。",
                ),
                "d": T("She draws by lot, half and half.", "くじで、半々に引いています。"),
                "e": T("She looks once, on the last day.", "見るのは最後の日に一度だけです。"),
                "f": T(
                    "Waiting longer makes no customer more: those 300 are counted to the end already.",
                    "長く待っても、人数は増えません。300人は、もう最後まで数えています。",
                ),
            },
        ),
        "ken": Item(
            T(
                "Ken: “Success is when our model is right more often than ‘nobody leaves’.”",
                "健さん「モデルが『誰も解約しない』より多く正解すれば、成功です」",
            ),
            "c",
            {
                "a": T(
                    "Whatever their number: his figure changes in all three worlds alike.",
                    "人数をいくつにしても、3つの世界の数字がそろって変わるだけです。",
                ),
                "b": T(
                    "No threshold helps: what he counts hardly differs between the worlds, and where calls work it is the lowest.",
                    "しきい値では直せません。数えている値は3つの世界でほとんど変わらず、効く世界でいちばん低いのです。",
                ),
                "d": T(
                    "He does not even look at who was called; how the groups are parted plays no part.",
                    "誰に電話したかを、そもそも見ていません。分け方は関係ありません。",
                ),
                "e": T(
                    "He looks once, on the last day, at the wrong thing.",
                    "最後の日に一度だけ見ています。見るものが違うのです。",
                ),
                "f": _WEEKS,
            },
        ),
        "aya": Item(
            T(
                "Aya: “My people choose whom we leave in peace: whoever has not logged in for long.”",
                "彩さん「そっとしておく人は、うちのメンバーが選びます。長いことログインのない人です」",
            ),
            "d",
            {
                "a": T(
                    "More customers make a wrong comparison surer. Her figure is off by 10 of 100 before anybody calls.",
                    "人数を増やすと、間違った比べ方に自信がつくだけです。電話の前から、100人あたり10人ずれています。",
                ),
                "b": T(
                    "A higher threshold would have to know by how much the groups differ beforehand. Nobody does.",
                    "しきい値で直すには、2組が初めからどれだけ違うかを知らなければなりません。誰も知りません。",
                ),
                "c": T(
                    "Leavers are the right thing to count. Between whom are they compared?",
                    "解約を数えるのは正しいのです。誰と誰を比べていますか。",
                ),
                "e": T("She looks once, on the last day.", "見るのは最後の日に一度だけです。"),
                "f": _WEEKS,
            },
        ),
        "rin": Item(
            T(
                "Rin: “Five of 100 is what we want. So we go only if we count five.”",
                "凛さん「欲しいのは100人中5人。だから、5人と数えられたときだけ実施します」",
            ),
            "b",
            {
                "a": T(
                    "With any number of customers the count falls below its own middle every second time.",
                    "何人いても、数えた値は2回に1回、真ん中より下に出ます。",
                ),
                "c": T(
                    "Her figure moves as it should: no go where calls do nothing.",
                    "数字はきちんと動いています。効果がなければ「実施」になりません。",
                ),
                "d": T("Her hold-out is drawn by lot.", "電話しない人は、くじで引いています。"),
                "e": T(
                    "Once, on the last day, is right. At which number?",
                    "最後の日に一度だけ、は正しいのです。では、いくつから実施にしますか。",
                ),
                "f": _WEEKS,
            },
        ),
    },
    right=T(
        "Five plans, five faults, and each figure gives its own away: equal in all worlds, too often, too seldom, or both at once.",
        "5つの計画に、5つの間違い。どの世界でも同じ、出すぎ、出なさすぎ、その両方。数字を見れば、どこがおかしいかがわかります。",
    ),
    hints=(
        T(
            "Begin with the plans that say go in every world: what do they count, and between whom?",
            "どの世界でも「実施」になる計画から見ましょう。何を数え、誰と誰を比べていますか。",
        ),
        T(
            "Seldom go although calls work: the threshold. Often go although they do nothing: too many looks, or too few customers. One line is left over.",
            "効くのに実施が少ないなら、しきい値。効果がないのに実施が多いなら、見る回数か、人数。1つの行は余ります。",
        ),
    ),
    why=T(
        "A plan fails in its own way: it asks luck too often, hears it too loudly, asks the wrong thing, the wrong people, or too much.",
        "計画の失敗にも型があります。偶然に何度も聞く、偶然の声が大きすぎる、違うものを聞く、違う人に聞く、求めすぎる。",
    ),
)
