"""Asking the sponsor, in the learner's own words."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

ask_sponsor = text_question(
    name="ask_sponsor",
    title=T("Ask the sponsor", "スポンサーに頼む"),
    hints=(
        T(
            "Begin with what she is to decide, and by when.",
            "森さんに何を、いつまでに決めてほしいのか。そこから書き始めましょう。",
        ),
        T(
            "Then the yen with their 1,000 calls and a range, what the list misses, and the day on which you stop.",
            "続けて、電話1,000件あたりの金額と幅、リストが見逃すもの、やめる日を書きましょう。",
        ),
    ),
    weak=T(
        "Our AI project is going really well, and with your support it will certainly reduce churn a lot.",
        "AIプロジェクトはとても順調です。ご支援いただければ、必ず解約を大幅に減らせます。",
    ),
    examples={
        "short": "Please sponsor us: 1,000 calls.",
        "no_number": "Ms Mori, would you be the sponsor of our new list, and meet us this week to decide how it will be judged?",
        "overclaim": "Ms Mori, please be our sponsor: 1,000 calls from the new list are guaranteed to earn 1 million yen.",
        "maybe": "Ms Mori, please be our sponsor: 1,000 calls from our new list would maybe earn 1 million yen.",
    },
    why=T(
        "It asks for one decision by a day, gives the yen with their calls and a range, says what is missed and who sees to it, and has an end.",
        "決めてほしいことと期日がまず書かれ、金額に件数と幅があり、見逃しとそのとき人がすること、やめる日まで書かれています。",
    ),
)
