"""Four moments at the wall: what does whoever leads say?"""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.text import T

_SAYS = {
    "a": T(
        "“Good, I park it for 14:30. What happened just before somebody would need it?”",
        "「いいですね、14時30分まで預かります。それが要るのは、何が起きたときですか」",
    ),
    "b": T(
        "“Both of you are right. Hang both, and we draw a line between them. What do you call each of the two?”",
        "「どちらも正しいですね。2枚とも貼って、間に線を引きましょう。それぞれ、何と呼んでいますか」",
    ),
    "c": T(
        "“What was done, once all those steps were through? Write that, on one note.”",
        "「その手順が全部終わると、何が済みますか。それを1枚に書いてください」",
    ),
    "d": T(
        "“Think of the last day that annoyed you. What happened just before? Two minutes, on paper, then I read.”",
        "「最近、困った日を思い出してください。その直前に何が起きましたか。2分、紙に。読むのは私です」",
    ),
    "e": T(
        "“Let us vote on which is right, then we can go on.”",
        "「どちらが正しいか、多数決で決めて先へ進みましょう」",
    ),
}

what_to_say = matching_question(
    name="what_to_say",
    title=T("What do you say?", "何と言いますか"),
    points=4,
    options=_SAYS,
    items={
        "chatbot": Item(
            T(
                "13:15. “A chatbot could answer all that!” on a note",
                "13時15分。「全部チャットボットが答えればいい!」という付箋",
            ),
            "a",
            {
                "b": T(
                    "Nobody contradicts him yet; there is no second meaning to part from the first. It is a solution before its problem.",
                    "まだ、反対の意見も別の意味も出ていません。これは、困りごとより先に出た解決策です。",
                ),
                "c": T(
                    "It is not too fine, it is too early: a machine without a moment in which somebody needs it.",
                    "細かすぎるのではなく、早すぎるのです。誰がいつ困るかが、まだありません。",
                ),
                "d": T(
                    "He is not stuck; he is ahead of the others. Give his idea a place, and him a question.",
                    "止まっているのではなく、先に行きすぎています。案には置き場所を、本人には問いを。",
                ),
                "e": T(
                    "A vote on a solution, fifteen minutes before anybody has said what hurts?",
                    "何に困るかを誰も言わないうちに、解決策の多数決をするのですか。",
                ),
            },
        ),
        "active": Item(
            T(
                "13:40. Sales and support quarrel on the day on which a customer becomes “active”",
                "13時40分。お客さまが「利用中」になるのはいつか、営業とサポートが言い争っている",
            ),
            "b",
            {
                "a": T(
                    "This is no idea that can wait: their two days are the most valuable find of the hour.",
                    "預かってよい案ではありません。2つの「いつ」こそ、この1時間でいちばんの発見です。",
                ),
                "c": T(
                    "The steps are not too fine. One word has two meanings, and that is a border.",
                    "細かさの問題ではありません。1つの言葉に意味が2つある。そこが境界です。",
                ),
                "d": T(
                    "They have more than enough to write. What they need is that nobody has to be wrong.",
                    "書くことは十分あります。必要なのは、どちらも間違いにならずに済むことです。",
                ),
                "e": T(
                    "The majority would win, and the tables of the others would go on disagreeing. Two meanings are both kept.",
                    "多数派が勝っても、負けた側の表は合わないままです。意味が2つあるなら、2つとも残します。",
                ),
            },
        ),
        "clicks": Item(
            T(
                "13:20. Eleven notes from one person: “clicked”, “screen opened”, “clicked” …",
                "13時20分。ひとりで11枚。「押した」「画面が開いた」「押した」…",
            ),
            "c",
            {
                "a": T(
                    "It is no solution; it is what happens, only through a magnifying glass.",
                    "解決策ではありません。起きたことですが、虫めがねで見た大きさです。",
                ),
                "b": T(
                    "Nobody means something else by it. It is the same thing eleven times, in pieces.",
                    "意味が分かれているのではありません。1つのことが、11枚に分かれています。",
                ),
                "d": T(
                    "Whoever has written eleven notes needs no encouragement, but a larger unit.",
                    "11枚も書けた人に要るのは、きっかけではなく、もっと大きな単位です。",
                ),
                "e": T(
                    "There are not two sides here. One question helps: what was achieved by it?",
                    "対立している人はいません。聞くことはひとつ。それで何が済んだのか。",
                ),
            },
        ),
        "silent": Item(
            T(
                "13:18. The two from the call team have not written anything",
                "13時18分。電話チームの2人は、まだ1枚も書いていない",
            ),
            "d",
            {
                "a": T(
                    "There is nothing to park. They think that what they know is too plain for paper.",
                    "預かるものがありません。2人は、自分の知っていることなど当たり前すぎると思っています。",
                ),
                "b": T(
                    "No two notes stand against each other; there is none. Ask for one bad day.",
                    "食い違う付箋がありません。1枚もないのです。困った1日を聞きましょう。",
                ),
                "c": T(
                    "They would have to have written steps for that. Begin with a day that annoyed them.",
                    "まとめる手順が、まだ書かれていません。困った1日から始めてもらいましょう。",
                ),
                "e": T(
                    "Whoever writes nothing will not speak in a vote either.",
                    "書けない人は、多数決でも声を出せません。",
                ),
            },
        ),
    },
    right=T(
        "An idea is parked, two meanings stay two, small steps become one, and silence gets a day to think of.",
        "案は預かり、2つの意味は2つのまま残し、細かい手順は1枚にし、黙っている人には思い出す1日を渡す。そのとおりです。",
    ),
    hints=(
        T(
            "What is amiss each time: too early, two meanings, too fine, or nothing at all?",
            "それぞれ、何が起きていますか。早すぎる、意味が2つ、細かすぎる、何も出ない。",
        ),
        T(
            "One of the five sentences saves two minutes and loses what the hour was for. It is the one left over.",
            "5つのうちひとつは、2分早く済む代わりに、いちばん大事な発見を捨てます。それが余ります。",
        ),
    ),
    why=T(
        "Whoever leads has no opinion today; each of the four sentences hands the question back.",
        "進行役は、今日は意見を持ちません。4つの文はどれも、問いを相手に返しています。",
    ),
)
