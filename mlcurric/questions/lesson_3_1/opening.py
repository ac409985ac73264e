"""The first minute of one's own Event Storming."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

opening_words = text_question(
    name="opening_words",
    title=T("The first minute of the afternoon", "午後の最初の1分"),
    hints=(
        T(
            "Who decides what at the end, and what do you ask of the people before you? Say both in the first two sentences.",
            "最後に誰が何を決めるのか。目の前の人たちに何を頼むのか。最初の2文で言いましょう。",
        ),
        T(
            "Then one rule (no solutions until when), how many hotspots you expect, from … to …, how many of them go on, who is missing in the room, and what you do about that.",
            "続けて、約束をひとつ(何時まで解決策を出さないか)。ホットスポットは何個から何個と見込み、そのうちいくつを選ぶか。部屋にいない人は誰で、その分をどうするか。",
        ),
    ),
    weak=T(
        "Thank you for coming! Today we want to find great ideas for AI together. There are no wrong answers, so let us all be creative.",
        "お集まりいただき、ありがとうございます。今日はみんなでAIの素晴らしいアイデアを出しましょう。正解はありませんので、自由な発想でお願いします。",
    ),
    examples={
        "short": "110 minutes, no solutions.",
        "no_number": "Dr Ogawa decides today what we build for the empty slots; until the break we only write what happened, in the past tense.",
        "overclaim": "Dr Ogawa decides at 16:50; whatever hangs on this wall by the break is guaranteed to be the whole truth.",
        "maybe": "Dr Ogawa decides at 16:50. I expect 10 to 20 hotspots, and maybe three of them are worth going on with.",
    },
    why=T(
        "Whoever decides, and what; one rule with its end; from how many to how many hotspots, and three of them; who is missing, and what is done about it.",
        "決める人と決めること、期限のある約束がひとつ、ホットスポットの見込みの幅とそのうちの3つ、部屋にいない人と、その補い方が書かれています。",
    ),
)
