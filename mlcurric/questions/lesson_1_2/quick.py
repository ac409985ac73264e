"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_why = choice_question(
    name="quick_why",
    title=T("Where does the jump come from?", "この急上昇はどこから?"),
    points=0,
    options={
        "a": Option(
            T("The column is simply a strong clue.", "よい手がかりだったから。"),
            T(
                "Strong, yes. But could anybody have read it on 30 September 1997?",
                "たしかに強力です。でも、1997年9月30日にその値を読めた人はいたでしょうか。",
            ),
        ),
        "b": Option(
            T("It counts orders that came after the day we looked.", "観測日よりあとの注文まで数えているから。"),
            T(
                "Yes. An order within the horizon makes the count one higher: the answer is in the question.",
                "そのとおり。予測期間に注文すれば数がひとつ増えます。問題文に答えが書いてあるのです。",
            ),
            right=True,
        ),
        "c": Option(
            T("A tree gets better with every column.", "列が増えればツリーは賢くなるから。"),
            T(
                "The number of columns is not it: this one says the same as “orders so far”, but read at another time.",
                "列の数ではありません。「これまでの注文数」と同じことを、別の日に読んだだけの列です。",
            ),
        ),
    },
    hints=(
        T("On which day was the customer table exported?", "顧客表はいつ書き出されたものでしょう。"),
        T(
            "What happens to the column of a customer who orders in November 1997?",
            "1997年11月に注文した人では、この列はどうなりますか。",
        ),
    ),
    why=T(
        "The export is of 28 February 1998; the horizon ended in January.",
        "書き出しは1998年2月28日。予測期間は1月に終わっています。",
    ),
)


quick_pilot = choice_question(
    name="quick_pilot",
    title=T("Which model goes into the pilot?", "試行に使うのは?"),
    points=0,
    options={
        "a": Option(
            T(
                "The model with the CRM column: it has the best test.",
                "CRMの列を使うモデル。テストの成績がいちばんよい。",
            ),
            T(
                "Its test was read from the answers; you have just seen it lose in use.",
                "そのテストは、答えを盗み見た成績でした。本番では負けるところを、いま見たばかりです。",
            ),
        ),
        "b": Option(
            T("The modest model, with its modest number.", "控えめなモデルを、控えめな数字のまま。"),
            T(
                "Yes: it keeps what it promises. And ask for tables kept by day, for the next one.",
                "そのとおり。約束を守れるのはこちらです。次のモデルのために、日付ごとの表を残すことも頼みましょう。",
            ),
            right=True,
        ),
        "c": Option(
            T("Neither: wait until tables are kept by day.", "どちらも使わず、日付ごとの表がそろうまで待つ。"),
            T(
                "You need not wait: the modest model uses only what the dated orders say.",
                "待つ必要はありません。控えめなモデルが使うのは、日付のわかる注文だけです。",
            ),
        ),
    },
    hints=(
        T("Which of the two numbers came true?", "2つの数字のうち、本番でも本当だったのはどちらでしょう。"),
        T(
            "The modest model needs the orders only, and orders have dates.",
            "控えめなモデルに必要なのは注文だけ。注文には日付があります。",
        ),
    ),
    why=T("A promise that is kept is worth more than a splendid one.", "立派な約束より、守られる約束です。"),
)
