"""1-8 Three pages to take to work: one quick check; the lesson is done when its pages are made."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.question.question import Question
from mlcurric.text import T

quick_open_line = choice_question(
    name="quick_open_line",
    title=T("What do you do with the open line?", "空いている行をどうする?"),
    points=0,
    options={
        "a": Option(
            T("take the line off the page", "その行をページから消す"),
            T(
                "Then she believes that it is settled, and finds out later that it was not.",
                "決まっているものと思われます。あとで違うとわかったとき、信用を失います。",
            ),
        ),
        "b": Option(
            T("show it open, and ask her for the number", "空いたまま見せて、その人に数字を尋ねる"),
            T(
                "Yes. She knows more about it than you, and the number that she gives is hers too.",
                "はい。いちばん知っているのはその人です。自分で出した数字なら、一緒に守ってくれます。",
            ),
            right=True,
        ),
        "c": Option(
            T("put the meeting off until every line is filled", "全部埋まるまで打ち合わせを延ばす"),
            T(
                "Some lines only she can fill. You would wait for the meeting that you put off.",
                "その人にしか埋められない行もあります。延ばした打ち合わせを待つことになってしまいます。",
            ),
        ),
        "d": Option(
            T("let generative AI write a likely number", "生成AIに、それらしい数字を入れてもらう"),
            T(
                "It has never seen your customers. A likely number looks like a known one, and nobody asks again.",
                "生成AIは、あなたの顧客を見たことがありません。それらしい数字は、確かな数字に見えてしまい、誰も聞き返さなくなります。",
            ),
        ),
    },
    hints=(
        T("Who in the room knows most about that line?", "その行のことを、いちばん知っているのは誰でしょう。"),
        T("A page with a question on it is an invitation.", "問いの残ったページは、話のきっかけになります。"),
    ),
    why=T(
        "An open line is a question to the person who knows; a guessed one is an answer that nobody checks.",
        "空いた行は、知っている人への質問になります。当て推量で埋めた行は、誰も確かめない答えになります。",
    ),
)

GRADED: tuple[Question, ...] = ()
QUICK: tuple[Question, ...] = (quick_open_line,)
