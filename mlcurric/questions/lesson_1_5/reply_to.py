"""Four voices in the meeting, and the reply that each of them needs."""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.text import T

_REPLIES = {
    "a": T(
        "“Somebody who is not on the list is no safer for it: three of four who leave are not on it. Look after her as you do now.”",
        "「リストに載っていなくても、安心とは言えません。解約する人の4人に3人は載らないからです。今までどおり気にかけてください」",
    ),
    "b": T(
        "“Of 100 calls by lot 8 reach a leaver, of 100 on this list 30 to 40. It pays from 44 customers kept; on 15 January we count.”",
        "「くじ引きで電話すれば、解約者に当たるのは100件中8件。このリストなら30〜40件です。44人引き止めれば採算がとれます。1月15日に数えます」",
    ),
    "c": T(
        "“The list puts customers in order; people call, and most calls change nothing. Of 1,000 customers 80 leave a quarter; with the list, 70 to 76.”",
        "「リストが決めるのは順番です。電話するのは人で、たいていの電話では何も変わりません。四半期に解約するのは1,000人中80人。リストを使って70〜76人です」",
    ),
    "d": T(
        "“We guarantee the accuracy of our AI, so you can trust the result.”",
        "「AIの性能は保証します。結果を信じてください」",
    ),
    "e": T(
        "“Both ends of the range, please, and of how many. The middle alone is missed about every other time.”",
        "「下限と上限を、600人のうち、と添えて載せてください。真ん中だけだと、2回に1回は届きません」",
    ),
}

_GUARANTEE = {
    "zero": T(
        "That feeds the very hope that will be disappointed. Say what the list does, and what people do.",
        "それでは、裏切られる期待をふくらませるだけです。リストがすることと、人がすることを言いましょう。",
    ),
    "nothing": T(
        "Being asked for trust convinces nobody who has seen a number. Answer with a number beside it.",
        "数字を見て疑っている人は、「信じて」では動きません。比べる数字を添えて答えましょう。",
    ),
    "one_number": T(
        "Nothing was said of trust; a number for a slide is wanted, and a guarantee is one more point promise.",
        "求められているのは、スライドに載せる数字です。保証をつけても、一点の約束がもうひとつ増えるだけです。",
    ),
    "not_listed": T(
        "Who is missing from the list is exactly what nobody can guarantee.",
        "リストに載らない人のことこそ、誰にも保証できません。",
    ),
}

reply_to = matching_question(
    name="reply_to",
    title=T("Which reply to whom?", "誰に、どう答えますか"),
    points=4,
    options=_REPLIES,
    items={
        "zero": Item(
            T(
                "Ms Mori, who pays for it: “AI can do anything, right? So nobody leaves next quarter.”",
                "費用を出す森さん:「AIなら何でもできるんでしょう? だったら、次の四半期の解約はゼロね」",
            ),
            "c",
            {
                "a": T(
                    "True, but she asks what becomes of all leavers, not of one who is not on the list.",
                    "そのとおりですが、森さんが聞いているのは解約全体のこと。載っていない1人の話ではありません。",
                ),
                "b": T(
                    "That lifts up somebody who expects too little. She expects everything: show her how far the churn rate can fall.",
                    "それは、期待が低すぎる人を引き上げる答えです。森さんの期待は大きすぎます。解約がどこまで減るかを見せましょう。",
                ),
                "d": _GUARANTEE["zero"],
                "e": T(
                    "A range of customers kept does not yet say that leavers remain. Begin with how many leave, before and after.",
                    "引き止める人数の範囲だけでは、解約が残ることが伝わりません。解約する人数の前と後から始めましょう。",
                ),
            },
        ),
        "nothing": Item(
            T(
                "Ms Ueda, finance: “Two of three on your list were never going to leave. So it can't do much after all.”",
                "経理の上田さん:「リストの3人に2人は、もともと解約しない人じゃないですか。結局、たいしたことはできないんですね」",
            ),
            "b",
            {
                "a": T(
                    "That adds a second weakness. She compares with a perfect list; compare with the calls that you would make without one.",
                    "弱みをもうひとつ足しただけです。上田さんは完璧なリストと比べています。リストがないときの電話と比べましょう。",
                ),
                "c": T(
                    "That cools somebody who hopes too much. She hopes for nothing: show what the list adds, and from where on it pays.",
                    "それは、期待しすぎの人を落ち着かせる答えです。上田さんは期待していません。リストで何が増え、どこから採算がとれるかを示しましょう。",
                ),
                "d": _GUARANTEE["nothing"],
                "e": T(
                    "She doubts that a third is of any use; a range of customers kept does not say against what.",
                    "上田さんの疑問は、3分の1で役に立つのかということ。引き止める人数の範囲だけでは、何と比べた話かがわかりません。",
                ),
            },
        ),
        "one_number": Item(
            T(
                "Mr Sato, head of sales: “I need one number for my slide. 67 kept, all right?”",
                "営業部長の佐藤さん:「スライドに載せる数字をひとつください。引き止め67人、でいいですか」",
            ),
            "e",
            {
                "a": T(
                    "He does not ask about leavers off the list; he is about to make a point promise.",
                    "リストに載らない人の話ではありません。佐藤さんは、幅のない約束をしようとしています。",
                ),
                "b": T(
                    "That defends the list, which he does not doubt. It is his single number that will be held against you.",
                    "佐藤さんはリストを疑っていません。あとで責められるのは、そのひとつの数字のほうです。",
                ),
                "c": T(
                    "True, but he will still write 67. Give him what to write instead.",
                    "正しい話ですが、スライドには67と書かれます。代わりに書けるものを渡しましょう。",
                ),
                "d": _GUARANTEE["one_number"],
            },
        ),
        "not_listed": Item(
            T(
                "Mr Hayashi, account manager: “My largest customer is not on the list. So she stays.”",
                "営業担当の林さん:「いちばんの得意先がリストに載っていません。続けてくれるということですね」",
            ),
            "a",
            {
                "b": T(
                    "That is about the customers on the list; his is not on it.",
                    "それはリストに載った顧客の話です。林さんの得意先は載っていません。",
                ),
                "c": T(
                    "True of all customers together; he is about to stop watching one of them.",
                    "顧客全体としては正しい話です。でも林さんは、目の前の1社から目を離そうとしています。",
                ),
                "d": _GUARANTEE["not_listed"],
                "e": T(
                    "How many of the 600 are kept does not help him: his customer is none of them.",
                    "600人のうち何人を引き止めるかは、林さんの役に立ちません。得意先は、その600人の外にいます。",
                ),
            },
        ),
    },
    right=T(
        "All four. Too much hope hears what remains, too little hears what is added, and nobody hears a guarantee.",
        "4人ともぴったりです。期待しすぎの人には残るものを、期待していない人には増えるものを。保証は誰にもしません。",
    ),
    hints=(
        T(
            "Ask of each voice: does it expect too much, too little, one number, or safety off the list?",
            "ひとりずつ考えましょう。期待が大きすぎるのか、小さすぎるのか。一点の数字がほしいのか、リストの外なら安心だと思っているのか。",
        ),
        T(
            "One reply fits nobody. It is the one without a number.",
            "誰にも合わない返事がひとつあります。数字のない返事です。",
        ),
    ),
    why=T(
        "One sheet answers all four: each of them needs another line of it.",
        "答えはすべて、1枚のシートにあります。人によって、見せる行が違うだけです。",
    ),
)
