"""Explaining to the head of sales why more of the called left."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

tell_sato = text_question(
    name="tell_sato",
    title=T("Tell Mr Sato", "佐藤さんに伝える"),
    hints=(
        T(
            "Begin where he is right: his count is correct. Then say what he has to decide about the next calls.",
            "まず、佐藤さんの集計は正しいと認めましょう。次に、これからの電話について決めてほしいことを書きます。",
        ),
        T(
            "Two pairs of numbers are enough, each of 100: his, and the same customers where a lot decided.",
            "数字は、100人あたりで2組あれば足ります。佐藤さんの資料と、くじで決めた試行の、同じような顧客の数字です。",
        ),
        T(
            "Say what is still open: among whom did more leave because of the call, and what do his people do with them?",
            "まだ言えないことも書きましょう。電話で解約が増えた顧客もいました。その人たちには、担当者が何をしますか。",
        ),
    ),
    weak=T(
        "Your analysis ignores confounding. Our uplift model proves with a Qini score of 75 that calls are effective.",
        "佐藤さんの分析は交絡を無視しています。アップリフトモデルの Qini が75なので、電話に効果があることは証明済みです。",
    ),
    examples={
        "short": "Your slide compares apples with pears.",
        "no_number": "Mr Sato, please let your team go on calling: you had rung those who were leaving anyway, so the two groups were never alike.",
        "overclaim": "Mr Sato, please go on calling: of 100 customers after a price rise 14 left without a call and 9 with one, and that is guaranteed to hold.",
        "maybe": "Mr Sato, please go on calling after price rises: of 100 probably 5 more stay, because you had rung those who were leaving anyway.",
    },
    why=T(
        "It grants him his count, says in one picture why the groups differ, gives two pairs of numbers of 100 with a range, says whom a call harms and what people do there, and asks for one decision.",
        "集計の正しさを認め、顔ぶれの違いをひとことで示し、100人あたりの数字を2組、幅つきで伝えています。電話が逆効果になる顧客と、そこで人がすることにも触れ、決めてほしいことをひとつだけ頼んでいます。",
    ),
)
