"""Turning the runner-up down kindly, in writing."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

to_kato = text_question(
    name="to_kato",
    title=T("To Ms Kato, tonight", "今夜、加藤さんへ"),
    hints=(
        T(
            "Begin with what she gets and decides: the page from Monday, who writes it? Then the no, and why, in one sentence that has no points in it.",
            "加藤さんが手に入れるもの、決めることから。月曜からの1ページは、誰が書きますか。次に「いいえ」と、その理由を、点数を使わない一文で。",
        ),
        T(
            "Then what may be wrong about it: a lead of one point. What will you count, by when, and what happens then?",
            "それから、この決め方の弱いところ。1点差です。何を、いつまでに数え、その結果で何をしますか。",
        ),
    ),
    weak=T(
        "Dear Ms Kato, thank you for your great idea. Unfortunately it lost by 22 to 23, but we will certainly come back to it some day.",
        "加藤さん、すばらしい案をありがとうございました。22対23で惜しくも及びませんでしたが、またいつか必ず検討します。",
    ),
    examples={
        "short": "Ms Kato, U1 has won, 23 to 22.",
        "no_number": "Ms Kato, please start the page of commonest answers on Monday; the machine for it is not built now, and we look again together.",
        "overclaim": "Ms Kato, please start the page of 20 answers on Monday; it will certainly catch half of the thousand repeated questions.",
        "maybe": "Ms Kato, please start the page of 20 answers on Monday; it will probably catch many of the thousand repeated questions.",
    },
    why=T(
        "It begins with what she gets, says no in plain words with a reason that is not a score, admits how thin the lead is, asks for her help with the winner, and names the day and the count on which it is looked at again.",
        "手に入るものから始め、点数でない理由をつけて、はっきり断る。差がわずかなことも認め、1位の案への協力を頼み、見直す日と、そのとき数えるものを書いています。",
    ),
)
