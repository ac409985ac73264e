"""What “97%” and “80%” support: two famous figures held against what was counted."""

from __future__ import annotations

from mlcurric.question.makers import Option, letters_question
from mlcurric.text import T

weak_numbers = letters_question(
    name="weak_numbers",
    title=T("What do “97%” and “80%” support?", "「97%」と「80%」から言えること"),
    points=3,
    options={
        "a": Option(
            T(
                "97 of 100 product managers are not interested in ML.",
                "プロダクトマネージャー100人のうち97人は、機械学習に興味がない。",
            ),
            T(
                "Counted was who joined one channel of one community. Who stays away may be busy, or read elsewhere; and members are not all product managers.",
                "数えたのは、あるコミュニティのチャンネルに入った人です。入らない人は、忙しいだけかもしれません。会員が全プロダクトマネージャーの代表ともかぎりません。",
            ),
        ),
        "b": Option(
            T(
                "Of 100 members of that community, about 3 had joined its ML channel.",
                "そのコミュニティの会員100人あたり、およそ3人が機械学習のチャンネルに入っていた。",
            ),
            T(
                "Look again at what was counted: that much, and no more, may be said.",
                "何を数えたのかを見直しましょう。数えたとおりのことなら、言ってかまいません。",
            ),
            right=True,
        ),
        "c": Option(
            T("Our project will fail with a probability of 80%.", "私たちのプロジェクトは、80%の確率で失敗する。"),
            T(
                "Nobody has shown which projects were counted, or what failing means; and yours is not one drawn by lot.",
                "どのプロジェクトを数え、何を失敗としたのか、誰も示していません。しかも、あなたの案件はくじで選ばれた1件ではありません。",
            ),
        ),
        "d": Option(
            T("RAND counted that four of five ML projects fail.", "RANDが数えた結果、5件に4件が失敗していた。"),
            T(
                "RAND wrote “by some estimates”: it passed the figure on. What it did itself was to ask 65 people for reasons.",
                "RANDは「ある推計によれば」と、ほかの数字を伝えただけです。自分でしたのは、65人に理由を聞くことでした。",
            ),
        ),
        "e": Option(
            T(
                "It pays to ask before the start which of the reasons named in the interviews might hit us.",
                "面談で挙がった失敗の理由が自分たちにも当てはまらないか、始める前に確かめる価値がある。",
            ),
            T(
                "One more may stand: interviews cannot say how often, but they can say what to look out for.",
                "もうひとつ言えます。面談で頻度はわかりませんが、何に気をつければよいかはわかります。",
            ),
            right=True,
        ),
        "f": Option(
            T("Projects that have a sponsor succeed.", "スポンサーのいるプロジェクトは成功する。"),
            T(
                "Nobody compared projects with a sponsor and projects without one.",
                "スポンサーがいる場合といない場合を、誰も比べていません。",
            ),
        ),
    },
    right=T(
        "Yes: one sentence that says what was counted, and one that asks instead of counting. The rest are conclusions that nobody has earned.",
        "そのとおり。数えたことをそのまま言う文と、数の代わりに問いを立てる文だけが残ります。ほかは、誰も確かめていない結論です。",
    ),
    hints=(
        T("Ask of each: who counted what, among whom?", "ひとつずつ問いましょう。誰が、誰の中で、何を数えましたか。"),
        T(
            "Two stand. One repeats a count; the other needs no count at all.",
            "言えるのは2つ。ひとつは数えたとおりの文、もうひとつは数がなくても言える文です。",
        ),
    ),
    why=T(
        "98 of about 3,500 is a count; “no interest” is a reading of it. “80%” is passed on from hand to hand. Say what was counted, and let the rest go.",
        "約3,500人中98人は数えた事実、「興味がない」はその解釈です。「80%」は人づてに広まった数字です。数えたことだけを言い、残りは手放しましょう。",
    ),
)
