"""Six customers, one afternoon: who is worth a call?"""

from __future__ import annotations

from mlcurric.question.makers import Option, letters_question
from mlcurric.text import T

worth_calling = letters_question(
    name="worth_calling",
    title=T("Whom do you call?", "誰に電話しますか"),
    points=4,
    options={
        "a": Option(
            T(
                "12 seats, two tickets open for three weeks, 20 of 100 like this leave",
                "12席。問い合わせ2件が3週間そのまま。同じような顧客は100人中20人が解約",
            ),
            T(
                "Something does not work there, and a call can mend it.",
                "困りごとがあり、電話で解決できます。",
            ),
            right=True,
        ),
        "b": Option(
            T(
                "cut from 20 seats to 4, the highest risk of all: 70 of 100",
                "20席から4席に減った。見込みは最高で、100人中70人が解約",
            ),
            T(
                "The highest risk, but in the pilot no effect of a call was seen for teams that shrink.",
                "見込みは最高ですが、席数が減った顧客では、試行で電話の効果が見られませんでした。",
            ),
        ),
        "c": Option(
            T(
                "15 seats, with us for five years, nobody has logged in for six weeks",
                "15席。契約5年。6週間、誰もログインしていない",
            ),
            T(
                "Let it sleep: in the pilot such customers left more often when they were called.",
                "そっとしておきましょう。試行では、こういう顧客は電話したほうが多く解約しました。",
            ),
        ),
        "d": Option(
            T(
                "18 seats, the price has just gone up, 15 of 100 like this leave",
                "18席。値上げしたばかり。同じような顧客は100人中15人が解約",
            ),
            T(
                "A risk of 15 looks small, but here a call makes a difference, and 18 seats are worth it.",
                "15人は少なく見えますが、電話の効くところです。18席なら見合います。",
            ),
            right=True,
        ),
        "e": Option(
            T(
                "one seat, worth ¥8,000 a year, a ticket open",
                "1席、年8,000円の利益。問い合わせ1件が未解決",
            ),
            T(
                "A call would help; but a call and a voucher cost ¥4,500, and of 100 such customers it keeps a handful. Send a mail.",
                "電話は効きます。ただし電話とクーポンで4,500円。残せるのは100人中数人です。メールにしましょう。",
            ),
        ),
        "f": Option(
            T(
                "40 seats, logs in daily, would recommend us: 1 of 100 like this leaves",
                "40席。毎日ログイン、おすすめ度も高い。同じような顧客の解約は100人中1人",
            ),
            T(
                "A sure thing: it stays without a call, and would take the voucher.",
                "何もしなくても残ります。クーポンを渡すだけになります。",
            ),
        ),
    },
    right=T(
        "Those two: the call changes something, and the customer is worth it.",
        "この2人です。電話で何かが変わり、しかも見合う価値があります。",
    ),
    hints=(
        T(
            "For each ask: would a call change what they do? The picture of the pilot says where it did.",
            "1人ずつ考えます。電話で行動が変わる人でしょうか。試行の図に、変わったグループが出ています。",
        ),
        T(
            "Two are right. And what a customer is worth has to pay for the call.",
            "正解は2人。顧客の価値が、電話代に見合うことも条件です。",
        ),
    ),
    why=T(
        "A call pays where it makes a difference, times a value that is large enough. Risk alone says neither.",
        "電話が報われるのは、差が生まれ、しかも価値が十分に大きいとき。見込みだけでは、どちらもわかりません。",
    ),
)
