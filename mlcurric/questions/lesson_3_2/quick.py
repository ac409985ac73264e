"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_nothing = choice_question(
    name="quick_nothing",
    title=T("Which sheet ends with “nothing”?", "最後が「なし」になるのは?"),
    points=0,
    options={
        "a": Option(
            T("M1, the team that gets stuck", "M1(止まったままのチーム)"),
            T(
                "There are more trial teams than Kato's people can write to, and many clues. Whom to choose is worth estimating; a rule has not been tried yet.",
                "お試しチームは、加藤さんたちが連絡できる数より多く、手がかりもいくつもあります。誰を選ぶかは、見積もる価値があります。ルールは、まだ試していません。",
            ),
        ),
        "b": Option(
            T("M2, the call notes", "M2(通話メモ)"),
            T(
                "Twelve words were tried, and they are not enough: the same trouble is told in many ways. Something is left to learn.",
                "12の言葉を探すルールは試しましたが、足りません。同じ困りごとが、いろいろな言い方で書かれるからです。学ぶことが残っています。",
            ),
        ),
        "c": Option(
            T("M3, the leader who moves", "M3(リーダーの異動)"),
            T(
                "Yes. The app knows when the account changes hands. A rule sees every one of them, and five a week need no choosing.",
                "そのとおり。アカウントが人に渡れば、アプリにはわかります。ルールで全部見え、週5件なら選ぶ必要もありません。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "Read the line of the rule: on which sheet does it see everything?",
            "ルールの行を読みましょう。全部わかるのはどれですか。",
        ),
        T(
            "And the data: on which sheet is the answer itself in the log?",
            "データの行も。答えそのものが記録に残るのは、どれでしょう。",
        ),
    ),
    why=T("Where a rule sees everything, there is nothing to learn.", "ルールで全部わかるなら、学ぶことはありません。"),
)

quick_dashboard = choice_question(
    name="quick_dashboard",
    title=T("“I want a dashboard”", "「ダッシュボードがほしい」"),
    points=0,
    options={
        "a": Option(
            T("“Which charts shall be on it?”", "「どんなグラフを載せますか」"),
            T(
                "Then a dashboard is built, and nobody has said what it is for.",
                "それでは、何のためかわからないまま、ダッシュボードができあがります。",
            ),
        ),
        "b": Option(
            T(
                "“It is Monday, ten o'clock, and you have looked at it. What do you do next?”",
                "「月曜の10時、それを見終わりました。次に、何をしますか」",
            ),
            T(
                "Yes. Nao thought for a while: “I choose one thing to mend this week.” So she needs twelve reasons with their counts, and no dashboard.",
                "そのとおり。奈緒さんは少し考えて、「今週直すことを、ひとつ選びます」。要るのは12の理由とその件数で、ダッシュボードではありませんでした。",
            ),
            right=True,
        ),
        "c": Option(
            T("“How accurate must it be?”", "「何件中何件、当たればいいですか」"),
            T(
                "A good question, and one too early: how many may be wrong depends on what she does with it.",
                "よい質問ですが、まだ早いです。何件まで間違えてよいかは、それで何をするかで決まります。",
            ),
        ),
        "d": Option(
            T("“We have no data for that.”", "「そのデータはありません」"),
            T(
                "Maybe. But people who are told no at once stop telling you what hurts.",
                "そうかもしれません。でも、すぐに断られた人は、次から困りごとを話してくれなくなります。",
            ),
        ),
    },
    hints=(
        T("Which line of the sheet is still empty?", "シートの、どの行がまだ空いていますか。"),
        T("Who does what with it, on the day they get it?", "受け取った日に、誰が何をしますか。"),
    ),
    why=T(
        "Who wishes for a method has a need; ask for the day on which it helps.",
        "手段をほしがる人には、困りごとがあります。それが役に立つ日のことを聞きましょう。",
    ),
)
