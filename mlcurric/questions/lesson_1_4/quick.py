"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_lost = choice_question(
    name="quick_lost",
    title=T("What was wrong with the plan?", "計画のどこが間違っていた?"),
    points=0,
    options={
        "a": Option(
            T("The model: a better one would have earned money.", "モデル。もっと良いものなら利益が出た。"),
            T(
                "The second list knew every risk exactly, and lost money too.",
                "2つ目のリストは、見込みを正確に知っていました。それでも赤字です。",
            ),
        ),
        "b": Option(
            T("That a call helps everybody alike.", "電話の効き目は誰にでも同じ、という仮定。"),
            T(
                "Yes: “3 of 10 stay” was one number for all. For some the call helps, for some it changes nothing, and for some it does harm.",
                "そのとおり。「10人中3人が残る」を全員に当てはめていました。効く人もいれば、変わらない人も、かえって逆効果の人もいます。",
            ),
            right=True,
        ),
        "c": Option(
            T("The cut-off: 1,000 calls were too many.", "しきい値。1,000件は多すぎた。"),
            T(
                "Fewer calls lose less, but the first 500 of this list lose money too.",
                "減らせば損も減りますが、このリストでは最初の500件でも赤字です。",
            ),
        ),
    },
    hints=(
        T(
            "Which number of the plan did nobody ever measure?",
            "計画の数字のうち、誰も測っていなかったのはどれですか。",
        ),
        T(
            "“Of 10 leavers who are called, 3 stay.” Whoever they are?",
            "「放っておけば解約する人10人に電話すれば、3人は残る」。どんな人でも?",
        ),
    ),
    why=T(
        "How likely each was to leave was known. What a call does was assumed.",
        "解約の見込みはわかっていました。電話で何が変わるかは、仮定でした。",
    ),
)


quick_how_many = choice_question(
    name="quick_how_many",
    title=T("1,000 calls are paid for.", "予算は1,000件分"),
    points=0,
    options={
        "a": Option(
            T("Make 1,000: the budget is there to be used.", "1,000件かける。予算は使うためにある。"),
            T(
                "The calls after the top of the curve cost more than they bring: you would spend money to lose money.",
                "頂上を過ぎた電話は、費用のほうが多くかかります。お金を払って損をすることになります。",
            ),
        ),
        "b": Option(
            T("Make none: the pilot promises too much anyway.", "1件もかけない。試算は甘いのだから。"),
            T(
                "Too much, yes, but what is left is still a gain; calling nobody earns nothing.",
                "たしかに甘めですが、それでも利益は残ります。誰にも電話しなければゼロです。",
            ),
        ),
        "c": Option(
            T(
                "Make those that pay; with the rest, find out what helps the others.",
                "見合う分だけかける。残りは、ほかの顧客に何が効くかを確かめるのに使う。",
            ),
            T(
                "Yes. A capacity is a limit. What is left buys knowledge: ask the teams that shrink why.",
                "そのとおり。対応可能件数は上限です。残りで知恵を買いましょう。席数の減った顧客に理由を聞く、などです。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "What does the picture say about call number 900?",
            "図によれば、900件目の電話で利益は増えますか、減りますか。",
        ),
        T("What else could those hours buy?", "その時間で、ほかに何ができるでしょう。"),
    ),
    why=T("Spend where it earns; use the rest to learn.", "報われるところに使い、残りは学びに使う。"),
)
