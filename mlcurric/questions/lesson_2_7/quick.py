"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_kind = choice_question(
    name="quick_kind",
    title=T("How many of the six come out?", "6つのうち、いくつ話に出る?"),
    points=0,
    options={
        "a": Option(
            T("five or six: people who like each other talk.", "5つか6つ。仲がよければ、話は出てくる。"),
            T(
                "They talk, that is true. Of what they think of. Run the next cell.",
                "話はします。思いつくことについては。次のセルを実行しましょう。",
            ),
        ),
        "b": Option(
            T("about three: some by chance.", "3つくらい。偶然に出るものもある。"),
            T(
                "Chance does help, where somebody asks an awkward question. Run the next cell.",
                "偶然は、誰かが気まずい質問をしたときに働きます。次のセルを実行しましょう。",
            ),
        ),
        "c": Option(
            T("none.", "ひとつも出ない。"),
            T(
                "You have been in such a month. The next cell plays it.",
                "そんな月を、経験したことがあるのでしょう。次のセルで再現します。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "Which of your own choices brought something new to the table?",
            "あなたの選択で、新しい話が出たのはどのときでしたか。",
        ),
        T("A guess is enough here.", "ここは勘でかまいません。"),
    ),
    why=T("The next cell answers it.", "次のセルが答えです。"),
)

quick_question = choice_question(
    name="quick_question",
    title=T("Your first question to Ms Kato", "加藤さんへの最初の質問"),
    points=0,
    options={
        "a": Option(
            T(
                "“Is there anything that we should know about your work?”",
                "「お仕事について、知っておくべきことはありますか」",
            ),
            T(
                "She will think of what is unusual. What is usual with her, and unknown to you, does not come to her mind.",
                "加藤さんが思い浮かべるのは、珍しいこと。いつものことで、あなたが知らないことは、頭に浮かびません。",
            ),
        ),
        "b": Option(
            T("“Could you send us the description of your process?”", "「業務の手順書を送っていただけますか」"),
            T(
                "It says what was plain to nobody when it was written. What was plain to all is not in it.",
                "手順書に載るのは、書いた当時に説明が要ると思われたこと。みんなに当たり前だったことは載っていません。",
            ),
        ),
        "c": Option(
            T(
                "“What did you do last Tuesday, from nine to twelve?”",
                "「先週の火曜、9時から12時まで、何をしていましたか」",
            ),
            T(
                "Yes: one day that was, hour by hour. She will name things that she would call too plain to mention.",
                "そのとおり。実際にあった1日を、時間ごとに。言うまでもないと思っていることまで、加藤さんは話してくれます。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "Which question can be answered without knowing what you don't know?",
            "あなたが何を知らないかを、相手が知らなくても答えられる質問は?",
        ),
        T("Which of them has a day in it?", "日付が入っているのはどれでしょう。"),
    ),
    why=T(
        "People tell what they did, and can't tell what they take for granted.",
        "したことは話せても、当たり前だと思っていることは話せません。",
    ),
)
