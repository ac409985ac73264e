"""“92% accurate”, rewritten for somebody who has to decide, in the learner's own words."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

tell_sales = text_question(
    name="tell_sales",
    title=T("“Our model is 92% accurate”, rewritten for sales", "「正解率92%のモデルです」を営業に伝え直す"),
    hints=(
        T(
            "Say first what Mr Sato decides on Thursday. Then give him counts: of 100 on the list, how many?",
            "まず、佐藤さんが木曜日に決めることを書きます。それから人数です。リストの100人中、何人か。",
        ),
        T(
            "Two lists side by side, each with its range; then whom both miss, and what a person does about it.",
            "2つのリストを、それぞれの幅と一緒に並べます。そして、どちらも見逃す人がいること、そこで人がすることを書きます。",
        ),
    ),
    weak=T(
        "Our AI model predicts churn with 92% accuracy and an AUC of 0.84, so you will certainly lose fewer customers with it.",
        "当社のAIモデルは正解率92%、AUC 0.84で解約を予測します。使えば確実に解約が減ります。",
    ),
    examples={
        "short": "It is 92% accurate.",
        "no_number": "Mr Sato, on Thursday you decide whether Aya's team calls from the new list, which is better than the old one.",
        "overclaim": "Mr Sato, of 100 customers on the list 38 leave, and we guarantee that Aya's team will keep them.",
        "maybe": "Mr Sato, of 100 customers on the new list maybe 38 leave, and on the list of today probably 16 of them.",
    },
    why=T(
        "It begins with his decision, counts people of 100 with a range, sets the list against today's, and says whom it misses and what nobody knows yet.",
        "佐藤さんの判断から始まり、100人あたりの人数を幅つきで示し、いまのリストと比べ、見逃す人と、まだわからないことにも触れています。",
    ),
)
