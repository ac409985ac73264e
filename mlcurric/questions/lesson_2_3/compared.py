"""Six comparisons: which difference is what the contact did, and what is wrong with the others."""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.text import T

compared = matching_question(
    name="compared",
    title=T("Six comparisons", "6つの比較"),
    points=4,
    options={
        "a": T("fair: more than chance, so the contact did it", "公平な比較。偶然を超える差なので、働きかけの効果"),
        "b": T(
            "confounding: the two sides differed before anybody was contacted",
            "交絡。働きかける前から、2つは顔ぶれが違う",
        ),
        "c": T("fair once; then customers were taken out", "はじめは公平。あとから顧客が抜け落ちた"),
        "d": T("fair, but chance alone may have made it", "公平だが、偶然だけでも説明がつく差"),
    },
    items={
        "tenth": Item(
            T(
                "Of each list a tenth was drawn by lot and not called. Of 2,000 called 180 left, of 220 not called 33.",
                "リストの1割をくじで外し、電話しなかった。電話した2,000人中180人、しなかった220人中33人が解約。",
            ),
            "a",
            {
                "b": T(
                    "A lot drew the tenth; what could have differed beforehand, other than by chance?",
                    "1割はくじで選びました。偶然のほかに、はじめから違いようがありません。",
                ),
                "c": T(
                    "All of them are counted: 2,000 and 220, whatever became of them.",
                    "2,000人と220人の全員を、その後どうなったかにかかわらず数えています。",
                ),
                "d": T(
                    "9 of 100 against 15, on so many: the interval of 220 goes from about 11 to 20. Sides of unequal size are no harm.",
                    "100人中9人と15人。220人の区間は、およそ11〜20人です。人数が違っていても、比べるのに差し支えありません。",
                ),
            },
        ),
        "visits": Item(
            T(
                "Ms Kato's team visits accounts that it fears to lose. Of 100 visited 21 left, of 100 others 6.",
                "加藤さんのチームは、失いそうな顧客を訪問している。訪問した100人中21人、ほかは100人中6人が解約。",
            ),
            "b",
            {
                "a": T(
                    "Then visits would drive customers away. Who is visited? Those who were about to leave.",
                    "そうだとすると、訪問が顧客を追い出したことになります。訪問したのは、解約しそうな顧客でしたね。",
                ),
                "c": T(
                    "Nobody was taken out; the two sides were never alike.",
                    "誰も抜け落ちていません。はじめから、顔ぶれが違うのです。",
                ),
                "d": T(
                    "21 against 6 hardly comes by chance. It comes from how the visited were chosen.",
                    "21人と6人は、偶然ではまず出ません。訪問先の選び方から出た差です。",
                ),
            },
        ),
        "webinar": Item(
            T(
                "Everybody was invited to a webinar. Those who came leave half as often as those who did not.",
                "全員をウェビナーに招待した。参加した人の解約は、しなかった人の半分。",
            ),
            "b",
            {
                "a": T(
                    "Who comes of their own accord likes the product already. The invitation was for all, the choice was theirs.",
                    "自分から参加する人は、もともと製品が気に入っています。招待は全員でも、参加は本人が選びました。",
                ),
                "c": T(
                    "Nobody was taken out. They sorted themselves before it began.",
                    "抜け落ちた人はいません。始まる前に、自分たちで分かれたのです。",
                ),
                "d": T(
                    "Half as often may be no chance at all, and still not be the webinar.",
                    "半分という差は、偶然ではないかもしれません。それでも、ウェビナーの効果とは言えません。",
                ),
            },
        ),
        "picked_up": Item(
            T(
                "A lot decided whom to call. The slide compares those who picked up with all who were not called.",
                "電話する人はくじで決めた。資料は、電話に出た人だけを、電話しなかった全員と比べている。",
            ),
            "c",
            {
                "a": T(
                    "The lot made called and not called alike. Those who pick up are only some of the called, and the friendlier ones.",
                    "くじで同じ顔ぶれになったのは、「電話した人」と「しなかった人」です。出た人はその一部で、好意的な人に偏ります。",
                ),
                "b": T(
                    "Before the calls the two sides were alike, thanks to the lot. What happened to the called side afterwards?",
                    "くじのおかげで、電話する前は同じ顔ぶれでした。そのあと、電話した側に何が起きましたか。",
                ),
                "d": T(
                    "With more calls the same error would only become more exact.",
                    "件数を増やしても、同じ誤りが細かく測れるだけです。",
                ),
            },
        ),
        "thirty": Item(
            T(
                "By lot 30 customers were called and 30 were not. Of the called 2 left, of the others 4.",
                "くじで30人に電話し、30人にはしなかった。解約は、電話した人が2人、しなかった人が4人。",
            ),
            "d",
            {
                "a": T(
                    "The comparison is fair. But with 30 a side, 2 against 4 also comes about where calls do nothing at all.",
                    "比べ方は公平です。ただ、30人ずつなら、電話に何の効果がなくても、2人と4人くらいの差は出ます。",
                ),
                "b": T(
                    "A lot decided. The trouble is how few they are.",
                    "くじで決めています。困るのは、人数の少なさです。",
                ),
                "c": T(
                    "All 60 are counted. The trouble is how few they are.",
                    "60人全員を数えています。困るのは、人数の少なさです。",
                ),
            },
        ),
        "april": Item(
            T(
                "In March nobody was called and 12 of 100 left. From April on all were called, and 7 of 100 left.",
                "3月は誰にも電話せず、100人中12人が解約。4月からは全員に電話し、100人中7人が解約。",
            ),
            "b",
            {
                "a": T(
                    "March and April differ in more than the calls: yearly contracts end in March, say. Nobody was left alone in April to tell.",
                    "3月と4月の違いは、電話だけではありません。年度末で契約が切れる、など。4月に電話しない人がいなければ、わかりません。",
                ),
                "c": T(
                    "Nobody was taken out; two different months are compared.",
                    "抜け落ちた人はいません。比べているのは、別々の月です。",
                ),
                "d": T(
                    "More customers would not help: it is the month that differs.",
                    "人数を増やしても変わりません。違っているのは、月そのものです。",
                ),
            },
        ),
    },
    right=T(
        "All six. One question finds most of it: who decided who is contacted, and did everybody stay in the count?",
        "6つとも正解です。たいていは、2つの問いで見つかります。働きかける相手を、何が決めたのか。そして、全員を最後まで数えているか。",
    ),
    hints=(
        T(
            "First ask of each: who or what decided that somebody was contacted? A lot, or something that also moves churn?",
            "まず、働きかける相手を何が決めたかを考えます。くじですか。それとも、解約も左右する何かですか。",
        ),
        T(
            "Where a lot decided: is everybody counted whom it drew, and are they enough to tell 2 from 4?",
            "くじで決めた場合は、当たった人を全員数えているか、差が言えるだけの人数がいるかを見ます。",
        ),
    ),
    why=T(
        "A lot makes two sides alike, if everybody whom it drew is counted and there are enough of them. Nothing else does so by itself.",
        "くじは2つの顔ぶれをそろえます。ただし、当たった人を全員数え、人数も足りていれば、の話です。くじのほかに、ひとりでにそうなる方法はありません。",
    ),
)
