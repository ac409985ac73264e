"""Two minutes for the sponsor, in the words of somebody from the front line."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

two_minutes = text_question(
    name="two_minutes",
    title=T("Two minutes for Ms Mori", "森さんへの2分"),
    hints=(
        T(
            "Begin with one real team, and with what she decides on which day. Leave out what the afternoon was like.",
            "実在の1チームの話と、森さんが何をいつ決めるのかから始めましょう。午後の感想は要りません。",
        ),
        T(
            "One number is on the wall: of 100 trial teams, how many use it weekly by day 30. What will 15 April tell about it, and what not? What do you need from her today?",
            "壁の数字はひとつ。お試し100チームのうち、30日目に毎週使っている数です。4月15日に何がわかり、何がわからないのか。今日、森さんに何をお願いしますか。",
        ),
    ),
    weak=T(
        "It was a great afternoon with lots of ideas! We decided to build an AI that supports trial users in their first 30 days. It will definitely increase contracts. We look forward to your support.",
        "とても有意義な午後でした! お試しのお客様の最初の30日をAIで支援することに決めました。契約は必ず増えます。ご支援をよろしくお願いいたします。",
    ),
    examples={
        "short": "Ms Mori, we need you on 15 April.",
        "no_number": "Ms Mori, in April you decide whether support goes on reaching out to trial teams that have got stuck. The trial tells whether leaders answer.",
        "overclaim": "Ms Mori, on 15 April you decide about the help for 20 trial teams a week; it is guaranteed to bring more contracts.",
        "maybe": "Ms Mori, on 15 April you decide about the help for 20 trial teams a week; probably 5 of 100 more of them will stay.",
    },
    why=T(
        "It begins with a team and with her decision, has one number with its denominator, says what 15 April can tell, what waits until 30 July and how large it has to be to be seen then, what happens if it does harm, and asks for one thing today.",
        "1つのチームと森さんの決定から始まり、分母のある数字がひとつ。4月15日にわかること、7月30日まで待つことと、そのとき見える増加の大きさ、害があればどうするかを言い、今日のお願いはひとつだけです。",
    ),
)
