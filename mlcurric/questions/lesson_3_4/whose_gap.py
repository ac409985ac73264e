"""Six empty places in a project, and who is to see that each is filled."""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.text import T

_WHO = {
    "a": T("you, the PdM", "あなた(PdM)"),
    "b": T("Takumi", "拓海さん"),
    "c": T("Kato", "加藤さん"),
    "d": T("Ms Mori", "森さん"),
    "e": T("nobody yet: the line stays empty, and says until when", "まだ誰も。空けたまま、いつまでかを書く"),
}
_EMPTY = T(
    "Left empty it delays the first list: this one is needed before 8 March.",
    "空けたままでは、最初のリストが遅れます。これは3月8日より前に要ります。",
)
_UP = T(
    "Ms Mori is for what two departments cannot settle between them. This can be settled below her.",
    "森さんの出番は、部門どうしで決められないときです。これは、その手前で決められます。",
)

whose_gap = matching_question(
    name="whose_gap",
    title=T("Whose gap is it?", "誰が埋める空席か"),
    points=6,
    options=_WHO,
    items={
        "releases": Item(
            T(
                "Nobody in the room knows the release plan. Nobody has offered to ask Yuki.",
                "リリースの計画を知る人が部屋にいない。由紀さんに聞くと言った人もいない。",
            ),
            "a",
            {
                "b": T(
                    "Takumi works by that plan, but he has not offered; a gap that nobody takes is the PdM's.",
                    "拓海さんはその計画で動く人ですが、引き取るとは言っていません。誰も取らない空席はPdMのものです。",
                ),
                "c": T("Kato has no part in releases, and has taken another gap.", "加藤さんはリリースに関わりません。別の空席を持っています。"),
                "d": _UP,
                "e": _EMPTY,
            },
        ),
        "monday_job": Item(
            T(
                "The list must come every Monday at nine. “I build what Daichi would start,” says Takumi, “I'll ask him tomorrow.”",
                "リストは毎週月曜の9時に要る。「大地さんが動かすものを作るのは私です。明日聞きます」と拓海さん。",
            ),
            "b",
            {
                "a": T(
                    "It is taken already: Takumi has said so, and knows what to ask Daichi. Keep those that only you can close.",
                    "もう引き取られています。何を頼めばよいかも拓海さんが知っています。あなたは、あなたにしか埋められないものを。",
                ),
                "c": T("Kato needs the list; she cannot say what its job takes.", "加藤さんはリストを使う人です。ジョブに何が要るかは言えません。"),
                "d": _UP,
                "e": _EMPTY,
            },
        ),
        "shifts": Item(
            T(
                "Twenty teams of 15 minutes: five hours a week of the support desk. Whose shift?",
                "20チームに15分ずつ。サポートの時間が週5時間要る。誰の当番から出すか。",
            ),
            "c",
            {
                "a": T(
                    "You can ask for it. Who makes the shift plan, and knows on which day five hours are least missed?",
                    "頼むことはできます。でも、当番表を作り、どの曜日なら5時間抜けるかを知っているのは誰ですか。",
                ),
                "b": T("Takumi can move the list, not the shifts.", "拓海さんが動かせるのはリストで、当番ではありません。"),
                "d": _UP,
                "e": _EMPTY,
            },
        ),
        "both_want_yuki": Item(
            T(
                "A week later: Yuki has three hours, and the Osaka project wants the same three. Both leaders have asked, neither gives way.",
                "1週間後。由紀さんに空いているのは3時間。大阪の計画も同じ3時間を頼んでいて、どちらの責任者も譲らない。",
            ),
            "d",
            {
                "a": T(
                    "You are one of the two. Whoever pays for both says which comes first; bring her what each would lose.",
                    "あなたは当事者の一方です。順番を決めるのは、両方にお金を出す人。どちらが何を失うかを添えて持っていきましょう。",
                ),
                "b": T("Then Takumi would judge between two departments.", "部門どうしの取り合いを、拓海さんに裁かせることになります。"),
                "c": T("Kato needs the outcome, and has no say over Yuki's hours.", "加藤さんは結果を待つ側で、由紀さんの時間は決められません。"),
                "e": T(
                    "Waiting is a decision too: in favour of whoever asks oftener.",
                    "待つのも決定のひとつです。何度も頼んだほうが勝ちます。",
                ),
            },
        ),
        "retraining": Item(
            T(
                "Who retrains the model? The trial until 9 April goes by a rule; a model is only compared.",
                "モデルを誰が再学習するか。4月9日までの試行はルールで動き、モデルは比べるだけ。",
            ),
            "e",
            {
                "a": T(
                    "Filled today, somebody's hours are held for something that does not exist before Ms Mori decides on 15 April.",
                    "いま埋めると、4月15日に森さんが決めるまで存在しないもののために、誰かの時間を押さえることになります。",
                ),
                "b": T("Takumi builds the list in; there is nothing to retrain yet.", "拓海さんはリストを組み込む人。再学習するものは、まだありません。"),
                "c": T("Kato works with the list, whatever makes it.", "加藤さんは、作り方が何であれ、リストを使う人です。"),
                "d": T("On 15 April she decides whether there will be a model at all. Before, there is nothing to ask her.", "モデルを使うかどうかを決めるのが、4月15日です。それまでは、聞くことがありません。"),
            },
        ),
        "front_line_go": Item(
            T(
                "Mr Sato brings Ms Mori's Go. Who hears whether the five at the desk will work with it? “I'll ask each of them this week,” says Kato.",
                "森さんの判断は佐藤さんが引き出す。では、当番の5人が使う気になるか、誰が聞くか。「今週、ひとりずつ聞きます」と加藤さん。",
            ),
            "c",
            {
                "a": T(
                    "From you it is a request of the project's, and one says yes to the project. Kato has taken it, and hears a no.",
                    "あなたが聞けば計画からの依頼になり、とりあえず「はい」と言われます。引き取った加藤さんなら「いいえ」も聞けます。",
                ),
                "b": T("Takumi does not know whom he would ask.", "拓海さんは、誰に聞けばよいかを知りません。"),
                "d": T("A Go from above is the other half; this one is from those who do the work.", "上からの実施判断は、もう半分のほうです。こちらは、手を動かす人たちの了解です。"),
                "e": T("What the desk thinks is cheap to learn now, and dear in April.", "現場の気持ちを知るのは、いまなら安く、4月では高くつきます。"),
            },
        ),
    },
    right=T(
        "What is taken stays with whoever took it; what two departments want goes up; what is not needed yet stays empty with a day; and all that is left is yours.",
        "引き取られたものは、その人に。部門で取り合うものは、上に。まだ要らないものは、日付をつけて空けておく。残りが、あなたの分です。",
    ),
    hints=(
        T("Read the quotes first: two of the six are taken already.", "まず、かぎかっこを読みましょう。6つのうち2つは、もう引き取られています。"),
        T("One is not needed before 15 April. One cannot be settled by those who quarrel about it.", "ひとつは、4月15日まで要りません。ひとつは、当事者どうしでは決まりません。"),
    ),
    why=T(
        "The PdM's gaps are those that are left: not all, and never those that somebody nearer to the work has taken.",
        "PdMが埋めるのは、残った空席です。全部ではありませんし、仕事に近い人が引き取ったものでもありません。",
    ),
)  # fmt: skip
