"""The card in the learner's own words, for a colleague in customer success."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

card_in_words = text_question(
    name="card_in_words",
    title=T("The card in your own words", "カードを自分の言葉で"),
    hints=(
        T(
            "Open with Aya and what she decides, then one number: of 100 customers like Momiji, how many left, from … to …?",
            "彩さんの名前と、彩さんが決めることから始めましょう。次に数字をひとつ。もみじ社に似た100人のうち、何人が解約したか。幅もつけて。",
        ),
        T(
            "Say what the score looked at without “because”, what to do first, how many stay all the same, and when Aya should go by her own judgement.",
            "スコアが何を見たかを「〜だから」と言わずに書き、最初にすること、それでも残る人の数、彩さんが自分の判断を優先する場面にも触れましょう。",
        ),
    ),
    weak=T(
        "Our AI is highly accurate and has found that Momiji will leave because its logins fell. Please call at once.",
        "高性能なAIの分析で、もみじ社はログイン減少が原因で解約することがわかりました。至急お電話ください。",
    ),
    examples={
        "short": "Momiji will leave: 47 of 100!",
        "no_number": "Aya, before you ring Momiji: many customers like it left, and the score looked at its logins and at the open ticket.",
        "overclaim": "Aya, Momiji stands at 45 of 100, and I guarantee that it leaves if nobody solves the open ticket this week.",
        "maybe": "Aya, of 100 customers like Momiji 39 to 51 left, so it will probably leave; please see to the open ticket first.",
    },
    why=T(
        "It opens with Aya's decision, counts of 100 with a range, says what goes with the score without saying why, and makes it easy to disagree.",
        "彩さんの判断から始まり、100人あたりの数に幅をつけ、スコアと結びつくものを原因とは言わずに伝え、違う判断もしやすくしています。",
    ),
)
