"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_gap = choice_question(
    name="quick_gap",
    title=T("What goes into Yuki's line?", "由紀さんの行に何と書く?"),
    points=0,
    options={
        "a": Option(
            T("“PdM, 3 hours”: it is mine, so I do it.", "「PdM、3時間」。自分の空席だから、自分がやる。"),
            T(
                "Then the line is full and the role is empty: what is missing is somebody who can move a release, and the PdM cannot.",
                "行は埋まりますが、役は空いたままです。足りないのはリリースを動かせる人で、PdMには動かせません。",
            ),
        ),
        "b": Option(
            T(
                "“Yuki, 3 hours”: she is the only one, and she will understand.",
                "「由紀、3時間」。ほかにいないし、わかってくれるはず。",
            ),
            T(
                "A name that nobody has asked is no name. She finds out about it when something of hers is late.",
                "本人に聞いていない名前は、名前ではありません。由紀さんがそれを知るのは、何かが遅れたときです。",
            ),
        ),
        "c": Option(
            T(
                "The line stays empty. Beside it: “PdM asks Yuki by 29 January for 3 hours; until then the PdM keeps the plan.”",
                "行は空けておき、横に「PdMが1月29日までに、由紀さんへ週3時間を頼む。それまで計画はPdMが預かる」。",
            ),
            T(
                "Yes. The gap can be seen, it has somebody and a day, and everybody knows what happens until then.",
                "そのとおり。空席が見えて、誰がいつまでに埋めるかが決まり、それまでどうするかも全員にわかります。",
            ),
            right=True,
        ),
        "d": Option(
            T(
                "“Development department”: they will decide whom they send.",
                "「開発部」。誰を出すかは部で決めてもらう。",
            ),
            T(
                "A department has no telephone. Whom do you ring up on Monday?",
                "部署に電話はかけられません。月曜に、誰に電話しますか。",
            ),
        ),
    },
    hints=(
        T("Who has said yes so far?", "いまの時点で、誰が「はい」と言いましたか。"),
        T(
            "To close a gap: a name that has been asked, hours, a day.",
            "空席を埋めるとは、本人に聞いた名前と、時間と、日付をそろえることです。",
        ),
    ),
    why=T(
        "An empty line with a day is worth more than a full one that nobody has agreed to.",
        "誰も約束していない名前で埋まった行より、日付のある空いた行のほうが役に立ちます。",
    ),
)

quick_remedy = choice_question(
    name="quick_remedy",
    title=T("Which remedy goes on the sheet?", "シートに書く打つ手は?"),
    points=0,
    options={
        "a": Option(
            T("“All teams work together more closely.”", "「各チームが、いっそう密に連携する」"),
            T(
                "How would anybody see on Friday that it was done? It is a wish.",
                "金曜に、やったかどうかがわかりますか。これは願いごとです。",
            ),
        ),
        "b": Option(
            T(
                "“Sato and Aya put letters and calls into one calendar by 29 January.”",
                "「佐藤さんと彩さんが、1月29日までに、手紙と電話の予定をひとつのカレンダーに載せる」",
            ),
            T(
                "Yes. Two names, a day, something that one can look at; and it takes away the very thing that was seen.",
                "そのとおり。名前と、日付と、見ればわかるもの。しかも、壁に出てきた困りごとそのものを消します。",
            ),
            right=True,
        ),
        "c": Option(
            T("“The PdM looks after the co-operation.”", "「連携は、PdMが責任を持つ」"),
            T(
                "By doing what, by when? And in the week in which the PdM is away?",
                "何を、いつまでにするのでしょう。PdMが休む週は?",
            ),
        ),
        "d": Option(
            T("“A meeting of all teams, every day at nine.”", "「毎朝9時に、全チームで会議をする」"),
            T(
                "It could be seen. But it costs eight people an hour a day, and the letter would still be sent by somebody who is not asked.",
                "やったかどうかは見えます。でも毎日8人の時間を使い、それでも手紙は、会議に出ない人が送るかもしれません。",
            ),
        ),
    },
    hints=(
        T("Would you see on 29 January whether it was done?", "1月29日に、やったかどうかが見てわかりますか。"),
        T(
            "What was it that the wall showed: which two things met in one week?",
            "壁に出ていたのは何でしたか。同じ週に重なったのは?",
        ),
    ),
    why=T("Who does what by when, against what was seen.", "見えた困りごとに対して、誰が何をいつまでにするか。"),
)
