"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_first = choice_question(
    name="quick_first",
    title=T("Month 4: the alarm rings. What first?", "4か月目。警報が鳴った。まず何をする?"),
    points=0,
    options={
        "a": Option(
            T("Retrain at once on the newest outcomes.", "すぐに、最新の結果で再学習する。"),
            T(
                "The newest outcomes are those of month 1: three months late, and from before the change.",
                "いちばん新しい結果でも、わかっているのは1か月目のもの。3か月遅れで、変化より前の顧客です。",
            ),
        ),
        "b": Option(
            T("Switch the calls off until it is clear.", "はっきりするまで電話を止める。"),
            T(
                "It would have cost three good months, for a change in how logins are counted.",
                "ログインの数え方が変わっただけなのに、利益の出る3か月を捨てることになります。",
            ),
        ),
        "c": Option(
            T(
                "Ask Takumi what has changed about logins: the customers, or the counting?",
                "拓海さんに聞く。ログインの何が変わったのか。顧客か、数え方か。",
            ),
            T(
                "Yes. A number says that something moved; a person says what. Takumi needs five minutes: since this month a background sync counts no longer as a login.",
                "そのとおり。数字が教えるのは「動いた」ことだけ。「何が」を知っているのは人です。拓海さんなら5分で答えられます。この月から、自動同期をログインに数えなくなったのです。",
            ),
            right=True,
        ),
        "d": Option(
            T("Raise the threshold of the alarm.", "警報のしきい値を上げる。"),
            T(
                "Then it stays silent in month 7 as well, when it matters.",
                "それでは、肝心の7か月目にも鳴らなくなります。",
            ),
        ),
    },
    hints=(
        T(
            "Who knows first when a column is written in another way?",
            "列の書き方が変わったことを、最初に知るのは誰でしょう。",
        ),
        T("The cheapest of the four takes five minutes.", "4つのうち、いちばん安いものは5分で済みます。"),
    ),
    why=T(
        "An alarm is a reason to ask, not yet a reason to act.",
        "警報は、聞きに行く理由です。手を打つ理由になるのは、そのあとです。",
    ),
)

quick_tells = choice_question(
    name="quick_tells",
    title=T("Two years, the same alarms. What tells them apart?", "警報は同じ。2つの年を見分けるものは?"),
    points=0,
    options={
        "a": Option(
            T("The PSI of the columns.", "列のPSI。"),
            T(
                "It compares the tables, and the tables are alike in both years.",
                "比べているのは表です。表は、どちらの年でもほとんど同じです。",
            ),
        ),
        "b": Option(
            T("How many of the called left, against what was promised.", "電話した人の解約。約束と比べる。"),
            T(
                "In both years about 40 of 100 left, and about 13 were promised. That the world got harder does not say that calls do harm.",
                "どちらの年も、約束は100人中13人ほどで、実際は40人ほどが解約しました。世の中が厳しくなったことはわかっても、電話が害だとは言えません。",
            ),
        ),
        "c": Option(
            T("How many left of those whom a lot left alone.", "くじで電話しなかった人の解約。"),
            T(
                "Yes: only they show what would have happened without the call. Without a hold-out nobody can know.",
                "そのとおり。電話がなければどうなったかを教えてくれるのは、この人たちだけです。ホールドアウトがなければ、誰にもわかりません。",
            ),
            right=True,
        ),
    },
    hints=(
        T("What does a call do? Compared with what?", "電話で何が変わるのか。何と比べればわかりますか。"),
        T(
            "Lesson 2-4: why leave customers untouched?",
            "2-4 の問い。なぜ、あえて電話しない人をくじで決めるのでしょう。",
        ),
    ),
    why=T(
        "Whether calls help is a comparison; it needs somebody who is like the called, and was not called.",
        "電話が効くかどうかは、比べなければわかりません。似ていて、電話しなかった人が要ります。",
    ),
)
