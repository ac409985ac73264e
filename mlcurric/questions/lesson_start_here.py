"""Start here: one question that is never graded, to learn how questions work."""

from __future__ import annotations

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.text import T

DAYS_IN_TWO_WEEKS = 14

first_answer = number_question(
    name="first_answer",
    data="none",
    title=T("How many days are two weeks?", "2週間は何日ですか"),
    points=0,
    form=Number(T("days", "日"), example="3"),
    expected=lambda: DAYS_IN_TWO_WEEKS,
    tolerance=0,
    right=T("That is how every exercise works.", "演習はすべて、この要領で進みます。"),
    otherwise=T("A week has seven days.", "1週間は7日です。"),
    misconceptions=(
        Misconception(
            "one_week", 7, T("That is one week; two are asked for.", "それは1週間です。2週間ではどうでしょう。")
        ),
        Misconception(
            "working_days",
            10,
            T("You counted working days; weekends count too.", "平日だけを数えています。週末も入れてください。"),
        ),
        Misconception(
            "weeks",
            2,
            T("That is the number of weeks; days are asked for.", "それは週の数です。日数で答えてください。"),
        ),
    ),
    hints=(
        T("A week has seven days.", "1週間は7日です。"),
        T("Twice seven.", "7の2倍です。"),
    ),
    why=T("Two times seven.", "7の2倍です。"),
)

GRADED = ()
QUICK = (first_answer,)
