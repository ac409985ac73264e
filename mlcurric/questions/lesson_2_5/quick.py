"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_top = choice_question(
    name="quick_top",
    title=T("Why does a look at the top cost so much?", "上位の人を見ると、なぜ損が大きい?"),
    points=0,
    options={
        "a": Option(
            T("People err more often than the machine there.", "そこでは、人が機械よりよく間違えるから。"),
            T(
                "They err less often: of the first 100 they judge 84 rightly, the machine 78. How often is not the point.",
                "いいえ、人のほうがよく当てます。最初の100人で正しいのは、人が84人、機械が78人。問題は、回数ではありません。",
            ),
        ),
        "b": Option(
            T(
                "A wrong “no” there loses far more than a needless call.",
                "そこでの間違った「不要」は、無駄な電話よりずっと高くつくから。",
            ),
            T(
                "Yes. People are right even more often than the machine. But it errs by calling in vain, which is cheap, and they err by not calling, which loses tens of thousands of yen.",
                "そのとおり。当たる回数は、人のほうが機械より多いのです。でも機械の間違いは無駄な電話で、安く済みます。人の間違いは電話をしないことで、1回に何万円も失います。",
            ),
            right=True,
        ),
        "c": Option(
            T("The look itself is too dear.", "見る費用が高すぎるから。"),
            T(
                "A look costs ¥250 wherever it is made. The bar is ten times as deep.",
                "見る費用は、どこでも1人250円です。棒の深さは、その10倍あります。",
            ),
        ),
    },
    hints=(
        T("How deep is the bar, and what does one look cost?", "棒の深さはいくらですか。1回見る費用は?"),
        T(
            "At the top: what is lost when a person says “no” to a customer who should be called?",
            "上位で、電話すべき人に「不要」と答えたら、何を失いますか。",
        ),
    ),
    why=T(
        "A second opinion pays where the first one is unsure, and what an error costs is not the same for both sides.",
        "別の人の目が役に立つのは、最初の判断が迷っているところです。そして、間違いの値段は「はい」と「いいえ」で違います。",
    ),
)

quick_no_corrections = choice_question(
    name="quick_no_corrections",
    title=T("What do you answer Mr Sato?", "佐藤さんに、どう答えますか"),
    points=0,
    options={
        "a": Option(
            T(
                "“Right: nobody has found an error there. Let us raise the share of automatic calls.”",
                "「ええ、誰も間違いを見つけていません。自動の割合を増やしましょう」",
            ),
            T(
                "Nobody has found one because nobody looks there.",
                "見つからないのは、そこを誰も見ていないからです。",
            ),
        ),
        "b": Option(
            T(
                "“Nobody looks there, so we cannot know. From now on a lot picks some of both other bands for a look, too.”",
                "「誰も見ていないので、わかりません。これからは、ほかの2つの帯からも、くじで何人か選んで見てもらいます」",
            ),
            T(
                "Yes. No correction is a finding only where somebody looked. A lot makes the few who are looked at stand for all.",
                "そのとおり。「修正なし」が意味を持つのは、見たところだけです。くじで選べば、少ない人数でも全体の代わりになります。",
            ),
            right=True,
        ),
        "c": Option(
            T(
                "“In the middle 46 of 100 are corrected, so it is about as many everywhere.”",
                "「真ん中では100人中46人が修正されています。ほかも同じくらいでしょう」",
            ),
            T(
                "The middle was chosen for being doubtful. What holds there says nothing of the rest.",
                "真ん中は、迷う相手だから選ばれた帯です。ほかには当てはめられません。",
            ),
        ),
    },
    hints=(
        T("Who has looked at a customer of the first band?", "1つ目の帯の顧客を、誰かが見ましたか。"),
        T(
            "How could two or three hours of looking say something about all of that band?",
            "2、3時間見るだけで、その帯全体のことが言えるようにするには?",
        ),
    ),
    why=T(
        "Labels exist only where somebody looked; a lot carries some of them to where nobody does.",
        "ラベルは、人が見たところにしか付きません。見ないところにもラベルを届けるのが、くじです。",
    ),
)
