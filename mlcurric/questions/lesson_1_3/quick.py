"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_slide = choice_question(
    name="quick_slide",
    title=T("How many leavers did the machine name?", "機械は解約者を何人挙げた?"),
    points=0,
    options={
        "a": Option(
            T("about 92", "およそ92人"),
            T(
                "That is how the slide sounds. Go on to see what it says.",
                "そう聞こえますよね。先へ進んで確かめましょう。",
            ),
        ),
        "b": Option(
            T("about half", "半分くらい"),
            T(
                "A cautious guess, but the slide does not say so either. Go on.",
                "慎重な予想ですが、それもスライドには書いてありません。先へ進みましょう。",
            ),
        ),
        "c": Option(
            T("the slide does not say; perhaps none", "スライドからはわからない。ひとりも挙げていないかもしれない"),
            T(
                "Well seen. The next cells show how that can be.",
                "鋭いですね。なぜそうなるのか、次のセルで見ましょう。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "“92% right”, of whom? Of those who left, or of everybody?",
            "「正解率92%」は、誰についてでしょう。解約した人? それとも全員?",
        ),
    ),
    why=T("Two cells further on it is shown.", "少し先のセルで答えがわかります。"),
)


quick_whose = choice_question(
    name="quick_whose",
    title=T("Which number is Ms Mori asking about?", "森さんが聞いているのはどの数字?"),
    points=0,
    options={
        "a": Option(
            T("accuracy", "正解率"),
            T(
                "For that she would need all customers, those who stayed too. She counts those who left.",
                "正解率なら、続けた人も含めた全員が要ります。森さんが数えたのは解約したチームです。",
            ),
        ),
        "b": Option(
            T("precision", "適合率"),
            T(
                "That begins with those who were called. She begins with those who left.",
                "適合率は、電話した人から数え始めます。森さんは、解約したチームから数えています。",
            ),
        ),
        "c": Option(
            T("recall", "再現率"),
            T(
                "Yes: of 40 who left, 5 were reached. That is 1 in 8, and the other 35 are misses.",
                "そのとおり。解約した40チームのうち、届いていたのは5チーム。8分の1です。残りの35は見逃しです。",
            ),
            right=True,
        ),
        "d": Option(
            T("lift", "リフト"),
            T(
                "For that one needs to know what a list drawn by lot would have held. She does not compare.",
                "リフトには、くじ引きのリストとの比較が必要です。森さんは比べていません。",
            ),
        ),
    },
    hints=(
        T("What does she divide by: the list, or those who left?", "何で割っていますか。リストの人数? 解約した人数?"),
    ),
    why=T("5 of the 40 who left were on the list: recall.", "解約した40のうち5がリストに載っていた。再現率です。"),
)


quick_named = choice_question(
    name="quick_named",
    title=T("Of 100 whom the machine names, how many leave?", "名前が挙がった100人のうち、解約するのは?"),
    points=0,
    options={
        "a": Option(
            T("about 90", "およそ90人"),
            T(
                "Many people say so. Run the next cell.",
                "多くの人がそう答えます。次のセルを実行しましょう。",
            ),
        ),
        "b": Option(
            T("fewer than half of them", "半分より少ない"),
            T("Yes. The next cell counts them.", "そのとおり。次のセルで数えます。"),
            right=True,
        ),
        "c": Option(
            T("8, as among all customers", "8人。顧客全体と同じ"),
            T(
                "Then it would be worth no more than the lot. It is better than that; run the next cell.",
                "それではくじ引きと同じです。この機械は、もっと役に立ちます。次のセルを実行しましょう。",
            ),
        ),
    },
    hints=(
        T(
            "Take the thousand of the first picture, and name people in each of its two groups.",
            "最初の図の1,000人を使いましょう。解約する人と続ける人から、それぞれ何人の名前が挙がりますか。",
        ),
    ),
    why=T("The next cell counts them.", "次のセルで数えます。"),
)


quick_sign = choice_question(
    name="quick_sign",
    title=T("What do you say to the vendor?", "ベンダーにどう答える?"),
    points=0,
    options={
        "a": Option(
            T("“We sign: two numbers of 90% and more.”", "「契約します。どちらも90%以上ですから」"),
            T(
                "The first an empty machine has too; the second would be a fine list, if it was counted on customers that the machine had not seen. The slide does not say so.",
                "1つ目は空っぽの機械でも取れる数字。2つ目は、未見の顧客で数えたのなら立派なリストです。スライドには、そう書いてありません。",
            ),
        ),
        "b": Option(
            T(
                "“Learn from our spring, give us your list of 100 in 1,000 for summer, and we count it against our rule's.”",
                "「春の記録で学んで、夏の1,000人から100人のリストを出してください。うちのルールのリストと数え比べます」",
            ),
            T(
                "Yes: same length, customers it has not seen, your rule beside it. A good vendor will be glad to.",
                "そのとおり。同じ長さ、未見の顧客、いまのルールとの比較。よいベンダーなら喜んで応じます。",
            ),
            right=True,
        ),
        "c": Option(
            T("“Come back when it is 99% right.”", "「正解率99%になったら、また来てください」"),
            T(
                "Then you get what you asked for: a machine that says “stays” more surely. Ask for hits.",
                "それでは、「続ける」と言い切るのがうまい機械を持ってこられます。聞くべきは当たりの人数です。",
            ),
        ),
        "d": Option(
            T("“No, thanks. Such numbers are always tricks.”", "「結構です。どうせ数字のトリックでしょう」"),
            T(
                "The second slide may belong to a fine list, and you would have sent it away. Ask for counts, on customers it had not seen.",
                "2枚目のスライドの中身は、立派なリストかもしれません。追い返すのは惜しい。未見の顧客での人数を聞きましょう。",
            ),
        ),
    },
    hints=(
        T(
            "Which answer would let you compare their list with what you have?",
            "どう答えれば、向こうのリストといまのリストを比べられるでしょう。",
        ),
    ),
    why=T(
        "The one question worth asking: your list of 100 next to ours, on customers it has not seen; how many of each left?",
        "聞くべきことはひとつ。未見の顧客で、御社の100人とうちの100人、実際に解約したのはそれぞれ何人ですか。",
    ),
)
