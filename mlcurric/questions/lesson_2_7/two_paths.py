"""The month of November, played by either side."""

from __future__ import annotations

from mlcurric.questions.lesson_2_7.paths import path_question
from mlcurric.text import T

SCENARIO = "nobody-said"
_RIGHT = T(
    "What goes without saying was said while it still helped, and you can still work with each other. What each choice brought stands below.",
    "言うまでもないことが、間に合ううちに話に出て、関係も壊れていません。選択ごとの結果は下で振り返れます。",
)

path_developers = path_question(
    name="path_developers",
    title=T("November, as the app's developers", "アプリ開発チームの11月"),
    points=6,
    scenario=SCENARIO,
    side="developers",
    right=_RIGHT,
    hints=(
        T(
            "Which of your choices could only be answered by somebody who already knew that there was something to say?",
            "あなたの選択のうち、「言うべきことがある」と相手が自覚していないと答えが返ってこないものはどれですか。",
        ),
        T(
            "On the 16th a round of reports takes nearly as long as three quiet minutes of writing and what they bring out. Keep a quarter of an hour for the 17th; on some other day a friendly word will do.",
            "16日は、順番の報告も、黙って3分書いて読み上げるのも、かかる時間はほとんど同じです。17日のために15分残しましょう。ほかの日には、やさしいひと言だけで足りることもあります。",
        ),
    ),
    why=T(
        "What “done” means on the 2nd, a rumour turned into a fact on the 12th, what is plain written down on the 16th, both plans side by side on the 17th. And lunch and patience between: trust has to come from somewhere.",
        "2日に「できた」の意味、12日に噂の確認、16日に当たり前の書き出し、17日に2つの計画の見比べ。その間に昼休みと待つ日があります。信頼も、どこかで育てなければなりません。",
    ),
)

path_researchers = path_question(
    name="path_researchers",
    title=T("November, as the researchers", "研究チームの11月"),
    points=6,
    scenario=SCENARIO,
    side="researchers",
    right=_RIGHT,
    hints=(
        T(
            "Three of the six things are your own. On which day can you say them, and is it early enough?",
            "6つのうち3つは自分たちのものです。それを言える日はいつで、間に合うでしょうか。",
        ),
        T(
            "What does “done” hang on? Answer that on the 5th. And who reads the empty column of the 9th?",
            "「できた」のひと言で何が決まりますか。5日に答えましょう。9日の空欄は、誰が読みますか。",
        ),
    ),
    why=T(
        "“Done” in two meanings on the 5th, the reader of the column on the 9th, the doorway remark on the 12th, three things of one's own on the 16th, their week day by day on the 17th. On the 2nd a thank-you was enough.",
        "5日に「できた」の2つの意味、9日に欄の読み手、12日に立ち話の中身、16日に自分たちの3つのこと、17日に相手の1週間を日ごとに。2日はお礼だけで足りました。",
    ),
)
