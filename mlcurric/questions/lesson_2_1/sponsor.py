"""Winning Ms Mori: a few short sentences that answer her objection and ask for her decision."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

win_sponsor = text_question(
    name="win_sponsor",
    title=T("Win Ms Mori", "森さんを味方にする"),
    hints=(
        T(
            "Begin with what she decides, and by when: does the list take the place of the rule on 5 October, or not?",
            "森さんが何を、いつまでに決めるのかから始めましょう。10月5日から、ルールをリストに替えるかどうかです。",
        ),
        T(
            "Then say yes to the line she has read, and where the money comes from: 400 calls and the vouchers. One figure with its range, and what happens if it turns out low. Customers or yen, which counts? That is hers to say.",
            "次に、森さんが気づいた行を認め、お金の出どころ(電話400件とそのクーポン)を言いましょう。幅のついた数字をひとつ、幅の下のほうだったときにどうするかも。人数と円のどちらで見るかを決めるのは、森さんです。",
        ),
    ),
    weak=T(
        "Our AI list has a return of over 500% on the licence, so please sign by Friday; the team is very motivated.",
        "AIリストの投資収益率は、ライセンス料に対して500%を超えています。チームの士気も高いので、金曜までにご署名ください。",
    ),
    examples={
        "short": "Ms Mori, please sign: ¥1.8 million.",
        "no_number": "Ms Mori, please decide on Friday that the list takes the place of today's rule; it earns more, though it keeps fewer customers.",
        "overclaim": "Ms Mori, please decide on Friday for the list of 600; it is guaranteed to bring ¥1.8 million more a quarter than the rule.",
        "maybe": "Ms Mori, please decide on Friday for the list of 600; it will probably bring ¥1.8 million more a quarter than the rule.",
    },
    why=T(
        "It asks for one decision by a day, begins with what speaks against it, gives yen against what runs today with the range and its reason, leaves her unit to her, and says when to stop. A sponsor is won by the line against you, said by you.",
        "いつまでに何を決めてほしいかがひとつ。自分に不利な行を先に認め、いまのやり方と比べた金額と、その幅と理由を言う。単位は本人に委ね、やめる条件も添える。スポンサーの信頼は、自分に不利な行を自分から言うことで得られます。",
    ),
)
