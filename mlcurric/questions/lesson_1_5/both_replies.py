"""Answering “AI can do anything, right?” and “so it can't do much after all” in one message."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

both_replies = text_question(
    name="both_replies",
    title=T("Answer both in one message", "2人に、ひとつの文章で答える"),
    hints=(
        T(
            "Begin with Ms Mori and her decision; Ms Ueda's doubt is answered by the same range.",
            "まず森さんと、森さんが決めること。上田さんの疑いにも、同じ範囲で答えられます。",
        ),
        T(
            "Use the two ends from your sheet, with “of 600”; then what the list misses, who checks, and when you stop.",
            "シートの下限と上限を「600人のうち」と一緒に。続けて、見逃し、確かめる人、中止の条件を書きます。",
        ),
    ),
    weak=T(
        "AI cannot do everything, of course, but our model is certainly very good and will help to reduce churn a lot.",
        "AIは万能ではありませんが、うちのモデルはかなり優秀なので、解約は必ず大きく減ります。",
    ),
    examples={
        "short": "Ms Mori, expect 34 to 103.",
        "no_number": "Ms Mori, the list cannot keep everybody, Ms Ueda, but it can keep some of them, and that is worth a first round.",
        "overclaim": "Ms Mori, Ms Ueda, the list keeps 34 to 103 of the 600 customers; we guarantee that it pays off this year.",
        "maybe": "Ms Mori, Ms Ueda, the list probably keeps 34 to 103 of 600 customers, and many leavers are not on it.",
    },
    why=T(
        "It asks for one decision, gives both ends with their 600, says what is missed and who checks, and names the number and the day at which it stops.",
        "決めてほしいことがひとつ。600人という分母つきの上下限。見逃しと確かめる人。そして、やめる条件が数字と日付で書かれています。",
    ),
)
