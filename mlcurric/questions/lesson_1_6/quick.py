"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_reason = choice_question(
    name="quick_reason",
    title=T("What does the largest reason say?", "いちばん大きい理由から言えることは?"),
    points=0,
    options={
        "a": Option(
            T("Hinoki is leaving because it logs in less.", "ひのき社は、ログインが減ったせいで解約しかけている。"),
            T(
                "The sum says what the score looked at. Why anybody leaves is not in the table.",
                "足し算が示すのは、スコアが何を見たかだけ。なぜ解約するかは、表に書いてありません。",
            ),
        ),
        "b": Option(
            T("If we get Hinoki to log in more, it will stay.", "ログインを増やしてもらえば、ひのき社は残る。"),
            T(
                "The score would fall, for sure. Whether anybody at Hinoki changes their mind is another matter; read on.",
                "たしかにスコアは下がるでしょう。ひのき社の誰かが考えを変えるかどうかは、別の話です。先へ進みましょう。",
            ),
        ),
        "c": Option(
            T(
                "In spring, customers with falling logins left more often; that lifts this score most.",
                "春の顧客では、ログインが減った人ほど多く解約していた。それがこのスコアをいちばん押し上げている。",
            ),
            T(
                "Yes: it goes with leaving. No more than that, and that is worth knowing.",
                "そのとおり。解約と結びついている、というところまで。それだけでも知る価値があります。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "From what has the model learned? From who left, not from why.",
            "モデルは何から学びましたか。誰が解約したかであって、なぜかではありません。",
        ),
        T("Which of the three says only what was counted?", "数えたことだけを言っているのは、どれでしょう。"),
    ),
    why=T(
        "A contribution belongs to the score, and the score has learned what went with leaving.",
        "点数はスコアの内訳です。そしてスコアが学んだのは、解約と一緒に起きていたことです。",
    ),
)


quick_helped = choice_question(
    name="quick_helped",
    title=T("Where did the call help?", "電話が役立ったのは?"),
    points=0,
    options={
        "a": Option(
            T("where logins had fallen", "ログインが減っていた顧客"),
            T(
                "That is where most would start: it is the largest reason most often. Run the next cell.",
                "いちばん多い理由ですから、多くの人がそこから始めます。次のセルを実行しましょう。",
            ),
        ),
        "b": Option(
            T("where the price had gone up", "値上げがあった顧客"),
            T("Well guessed. The next cell shows how much.", "いい読みです。どのくらいか、次のセルで見ましょう。"),
            right=True,
        ),
        "c": Option(
            T("where the team had given up seats", "席数が減っていた顧客"),
            T(
                "They leave most often of all. Does that mean that a call helps most? Run the next cell.",
                "解約がいちばん多いのはこの人たちです。だから電話がいちばん効く、とは限りません。次のセルを実行しましょう。",
            ),
        ),
        "d": Option(
            T("where nobody had logged in for long", "長くログインがなかった顧客"),
            T(
                "Remember the sleeping dogs of lesson 1-4. Run the next cell.",
                "1-4 の「寝た子」を思い出してください。次のセルを実行しましょう。",
            ),
        ),
    },
    hints=(
        T(
            "What can the person on the telephone mend?",
            "電話をかけた人に、直せることは何でしょう。",
        ),
        T("A guess is enough here.", "ここは勘でかまいません。"),
    ),
    why=T("The next cell answers it.", "次のセルが答えです。"),
)


quick_headline = choice_question(
    name="quick_headline",
    title=T("Which headline goes on the card?", "カードの見出しは?"),
    points=0,
    options={
        "a": Option(
            T("“30.5% likely to leave. Main cause: falling logins”", "「解約確率30.5%。主因: ログインの減少」"),
            T(
                "A decimal that nobody can know, no range, and a cause that nobody has tested.",
                "小数点以下は誰にもわからず、幅もありません。しかもその「主因」は、誰も確かめていません。",
            ),
        ),
        "b": Option(
            T("“AI alert: HIGH RISK”, in red", "赤い文字で「AI警告: 高リスク」"),
            T(
                "“High” is 10 of 100 to one reader and 90 to the next, and red says nothing to those who cannot see it.",
                "「高い」は、ある人には100人中10人、別の人には90人です。赤が見分けにくい人には、色も伝わりません。",
            ),
        ),
        "c": Option(
            T(
                "“Of 100 like this one, about so many left, from … to …”, then the reasons, then “I know better”",
                "「似た100人のうち約○人(○〜○人)が解約」。その下に理由、そして「判断が違う」ボタン",
            ),
            T(
                "Yes: a count with its range, what the score looked at, and an easy way to disagree.",
                "そのとおり。幅のついた人数、スコアが見たもの、そして違う判断をしやすい出口がそろっています。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "Which of them would still be true after this customer has stayed?",
            "この顧客が続けたとしても、間違いにならないのはどれでしょう。",
        ),
        T(
            "Look for a range, and for what Aya can do if she knows better.",
            "幅と、彩さんのほうがよく知っている場合の出口を探しましょう。",
        ),
    ),
    why=T(
        "It promises nothing that it cannot keep, and leaves the decision with Aya.",
        "守れない約束をせず、決める権利を彩さんに残しています。",
    ),
)
