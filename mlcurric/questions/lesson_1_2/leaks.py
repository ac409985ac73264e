"""Which columns came by time machine."""

from __future__ import annotations

from mlcurric.question.makers import Option, letters_question
from mlcurric.text import T

leaks = letters_question(
    name="leaks",
    title=T("Which columns leak?", "リークしている列はどれですか"),
    points=4,
    options={
        "a": Option(
            T("months as a customer, on 31 March", "3月31日時点の契約月数"),
            T("On 1 April anybody could have written that down.", "4月1日には、誰でも書けた値です。"),
        ),
        "b": Option(
            T("tickets opened in the 90 days before 1 April", "4月1日までの90日間の問い合わせ件数"),
            T("It ends before the day you look, so it was known.", "観測日の前で締めているので、わかっていた値です。"),
        ),
        "c": Option(
            T(
                "last login, from the customer table exported on 30 June",
                "最終ログイン日(6月30日に書き出した顧客表から)",
            ),
            T(
                "A table exported later holds later values: people who leave stop logging in, and the column knows.",
                "あとから書き出した表には、あとの値が入っています。解約した人はログインしなくなる。この列はそれを知っています。",
            ),
            right=True,
        ),
        "d": Option(
            T("reason for cancelling, from the cancellation form", "解約理由(解約フォームから)"),
            T(
                "One column is filled only when somebody leaves: it is the label in disguise.",
                "解約したときにだけ埋まる列があります。正解ラベルが名前を変えただけです。",
            ),
            right=True,
        ),
        "e": Option(
            T("contract type, on 31 March", "3月31日時点の契約の種類"),
            T("It was on the contract before the day you looked.", "観測日より前に、契約書に書かれていました。"),
        ),
        "f": Option(
            T("“discount to keep the customer”, offered in the call to cancel", "解約の電話で提示した、引き止めの割引"),
            T(
                "Think of who writes each column, and when: one of these is written when a customer calls to cancel.",
                "それぞれの列を、誰がいつ書くか考えてみましょう。解約の電話が来たときに書かれる列があります。",
            ),
            right=True,
        ),
        "g": Option(
            T("answer to the survey of February", "2月のアンケートの回答"),
            T(
                "February lies before the day you look; old, but known.",
                "2月は観測日より前です。古いけれど、わかっていた値です。",
            ),
        ),
        "h": Option(
            T("total paid so far, from the books of 30 June", "これまでの支払総額(6月30日の帳簿から)"),
            T(
                "A total goes on growing for those who stay, right through the months that you want to predict.",
                "累計は、残った人だけ増え続けます。予測したい月の分まで入っています。",
            ),
            right=True,
        ),
    },
    right=T(
        "All four. Each was written, or written over, after the day you look.",
        "4つとも見つけました。どれも観測日よりあとに書かれたか、上書きされた値です。",
    ),
    hints=(
        T(
            "For each column ask: who writes it, and on which day?",
            "列ごとに問いましょう。誰が、どの日に書いた値ですか。",
        ),
        T(
            "Four leak. Two of them are totals or dates from a table exported in June.",
            "リークは4つ。そのうち2つは、6月に書き出した表から来ています。",
        ),
    ),
    why=T(
        "The test for every column: could somebody have written this value on 1 April? If not, it comes by time machine.",
        "どの列にも同じ質問をします。この値を、4月1日に書き込めた人はいますか。いないなら、タイムマシンで届いた値です。",
    ),
)
