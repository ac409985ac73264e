"""The message to Yuki, who was not invited."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

ask_yuki = text_question(
    name="ask_yuki",
    title=T("To Yuki, who was not in the room", "呼ばれなかった由紀さんへ"),
    hints=(
        T(
            "She was not invited, and hears of it now. Which sentence of yours belongs first?",
            "由紀さんは、呼ばれなかったことを、いま知ります。最初の一文は何でしょう。",
        ),
        T(
            "Your own answer to question 4 is the skeleton: what, how many hours, from when to when, by which day she answers, what she need not do, and what a no means.",
            "骨組みは4の答えです。何を、何時間、いつからいつまで、返事はいつまで、何が外れるか、断られたらどうするか。",
        ),
    ),
    weak=T(
        "Hi Yuki, we had a great ideathon and everybody agreed that your support is essential. Could you join our project? We will need some of your time in the coming weeks. Details to follow.",
        "由紀さん、お疲れさまです。先日アイデアソンを実施し、由紀さんのお力が不可欠との結論になりました。今後お時間をいただくことになりますので、ご協力をお願いいたします。詳細は追ってご連絡します。",
    ),
    examples={
        "short": "Yuki, three hours a week?",
        "no_number": "Yuki, we should have invited you on Thursday. May we ask you for a few hours of your week, to keep a place for our list in the release?",
        "overclaim": "Yuki, we ask you for 3 hours a week until 15 April; it is guaranteed to bring us a place in the May release.",
        "maybe": "Yuki, we ask you for 3 hours a week from 1 February until 15 April; probably that is enough to keep our place in the release.",
    },
    why=T(
        "It says that she should have been asked, what one thing is wanted, three hours from when to when, by which day she answers, what is taken off her desk, what is not known yet, and that she may say no.",
        "お呼びすべきだったこと、お願いするひとつの仕事、いつからいつまでの3時間か、返事の期限、代わりに外れる仕事、まだわからないこと、そして断ってよいことが書かれています。",
    ),
)
