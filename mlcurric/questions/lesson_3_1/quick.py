"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_solution = choice_question(
    name="quick_solution",
    title=T("13:01. “AI predicts churn” is on the wall.", "13時01分。壁に「AIが解約を予測する」。"),
    points=0,
    options={
        "a": Option(
            T("Take it off: “I said no solutions.”", "はがす。「解決策は、まだ出さない約束です」"),
            T(
                "Then Mr Sato has been rebuked in the first minute, and seven others have learnt to wait for what is allowed.",
                "最初の1分で佐藤さんが叱られました。ほかの7人は「許されることだけ書こう」と覚えます。",
            ),
        ),
        "b": Option(
            T("Leave it, and let the room talk about it briefly.", "そのままにして、少しみんなで話してもらう。"),
            T(
                "It won't be brief. Whoever writes next will write around it, and the twenty minutes of silence are over.",
                "少しでは終わりません。次の人からは、その1枚のまわりに書くようになり、黙って書く20分は消えます。",
            ),
        ),
        "c": Option(
            T(
                "“Good, that has its place at 14:30; I'll park it. What happened, the last time somebody left?”",
                "「いいですね、14時30分に使います。ここに置いておきますね。前に誰かがやめたとき、何が起きましたか」",
            ),
            T(
                "Yes. The idea is not lost, its owner neither; and he has a question that he alone can answer.",
                "そのとおり。案も、書いた人も、なくなりません。しかも、佐藤さんにしか答えられない問いを渡しました。",
            ),
            right=True,
        ),
        "d": Option(
            T(
                "“How accurate would it be?”",
                "「正解率は、どのくらい出そうですか」",
            ),
            T(
                "Now the afternoon is about the model, and it is 13:02. Nobody has said yet whose problem it is.",
                "13時02分にして、話題はモデルになりました。誰の困りごとかは、まだ誰も言っていません。",
            ),
        ),
    },
    hints=(
        T("What shall Mr Sato do in the next minute?", "次の1分、佐藤さんに何をしていてほしいですか。"),
        T(
            "One answer ends in a question about something that was.",
            "実際にあったことを尋ねる答えが、ひとつあります。",
        ),
    ),
    why=T(
        "A solution is kept, not judged, and turned into a question about what happened.",
        "解決策は、裁かずに預かり、「何が起きたか」という問いに変えます。",
    ),
)

quick_chosen = choice_question(
    name="quick_chosen",
    title=T("Three pairs, 14 hotspots: which three go on?", "2人組が3つ、ホットスポットは14個。どの3つを選ぶ?"),
    points=0,
    options={
        "a": Option(
            T("Those that ML can solve.", "MLで解けそうな3つ。"),
            T(
                "That is the hammer looking for nails. Whether ML has a part in it, the sheet of 3-2 asks last.",
                "かなづちが釘を探しています。MLの出番があるかどうかは、3-2 のシートで最後に聞きます。",
            ),
        ),
        "b": Option(
            T("Those at the cancellation: for them we came.", "解約のところの困りごと。そのために集まったのだから。"),
            T(
                "Count once more where they hang. You would work on two of fourteen because of a question that was asked beforehand.",
                "どこに貼られたか、もう一度数えてみましょう。集まる前に立てた問いのために、14のうち2つだけに取り組むことになります。",
            ),
        ),
        "c": Option(
            T(
                "Those with the most dots, if somebody of the pair has it every week.",
                "丸が多く、2人組のどちらかが毎週それで困っているもの。",
            ),
            T(
                "Yes. The dots say what matters to the room; the one who has it every week keeps the sheet from being invented.",
                "そのとおり。丸は、部屋全体にとって大事なこと。毎週困っている人がいれば、シートが作り話になりません。",
            ),
            right=True,
        ),
        "d": Option(
            T("Those that the PdM finds most urgent.", "PdMがいちばん急ぐと思う3つ。"),
            T(
                "Then seven people have written for nothing, and the next time they won't.",
                "それなら、ほかの7人は何のために書いたのでしょう。次は書いてくれません。",
            ),
        ),
    },
    hints=(
        T("Who will be able to say what is done by hand today?", "いま手作業でどうしているかを話せるのは誰でしょう。"),
        T(
            "It needs two things: the room's interest, and somebody who knows.",
            "必要なのは2つ。部屋の関心と、知っている人です。",
        ),
    ),
    why=T(
        "A hotspot goes on when the room cares, and when somebody is there who has it.",
        "部屋が気にかけていて、困っている本人がいる。その2つがそろったものを選びます。",
    ),
)
