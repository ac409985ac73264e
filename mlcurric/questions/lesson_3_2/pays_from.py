"""From how many questions a month on a machine pays, held against a page that is made by hand."""

from __future__ import annotations

from collections.abc import Mapping

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.text import T

PRICE = 90_000
"""Yen a month."""
YEN_PER_HOUR = 3_600
SAVED, LOOK = 3.0, 0.3
"""Minutes: saved where an earlier answer fits; spent on a look at the three, whether one fits or not."""
REPEATED, LEFT_BY_PAGE = 1 / 3, 1 / 6
"""Of all questions, those that were answered before; those of them that the page does not answer."""


def breaks_even(fitting: float = LEFT_BY_PAGE, look: float = LOOK, minutes_per_hour: float = 60) -> float:
    """Questions a month at which the machine just pays."""
    return PRICE / ((fitting * SAVED - look) * YEN_PER_HOUR / minutes_per_hour)


_SLIPS: Mapping[str, tuple[float, T]] = {
    "no_page": (
        breaks_even(REPEATED),
        T(
            "That is against nobody helping at all. The page runs from Monday on, and settles half of the repeated questions: there the machine saves nothing.",
            "何もしない場合と比べています。月曜からは1ページがあり、前にも答えた質問の半分は、それで片づきます。そこで機械が浮かせる時間はありません。",
        ),
    ),
    "no_look": (
        breaks_even(look=0),
        T(
            "The look is missing: three answers are read for every question, also where none of them fits.",
            "見る時間が抜けています。どれも合わない質問でも、3つの返事に目を通します。",
        ),
    ),
    "neither": (
        breaks_even(REPEATED, look=0),
        T(
            "Two things are missing: the page takes half of the repeated questions away, and the look costs 18 seconds for every question.",
            "2つ抜けています。前にも答えた質問の半分は1ページで片づくこと。そして、どの質問でも18秒は見ることです。",
        ),
    ),
    "of_those_that_fit": (
        breaks_even() * LEFT_BY_PAGE,
        T(
            "So many have to fit. All questions of the month are asked for: six times as many.",
            "それは、ぴったり合う質問の件数です。聞いているのは月の質問全体で、その6倍です。",
        ),
    ),
    "every_one_saves": (
        breaks_even(1),
        T(
            "You let every question save three minutes. One in six does.",
            "どの質問でも3分浮く計算になっています。浮くのは、6件に1件です。",
        ),
    ),
    "minute_for_hour": (
        breaks_even(minutes_per_hour=1),
        T(
            "¥3,600 is the price of an hour, and you took it for a minute.",
            "3,600円は1時間の値段です。1分の値段として使っています。",
        ),
    ),
}

pays_from = number_question(
    name="pays_from",
    data="fixed",
    title=T("From how many questions on does the machine pay?", "月に何件から、機械は元が取れる?"),
    points=3,
    form=Number(T("questions a month", "件/月"), example="1000"),
    expected=breaks_even,
    tolerance=5,
    right=T(
        "Two and a half times what comes in. The machine is not dear; the page has taken away what it would have saved.",
        "いま届く数の2.5倍です。機械が高いのではありません。浮くはずだった時間を、1ページが先に片づけたのです。",
    ),
    otherwise=T(
        "Count what one question brings, in minutes, once the page is there; then in yen.",
        "1ページがあるとき、質問1件で何分浮くかをまず数え、円に直しましょう。",
    ),
    misconceptions=tuple(
        Misconception(name, (lambda value=value: value), says, within=5) for name, (value, says) in _SLIPS.items()
    ),
    hints=(
        T(
            "Of six questions one fits and saves three minutes; all six cost a look of 0.3 minutes.",
            "6件に1件が合い、3分浮きます。一方、6件すべてで0.3分かけて見ます。",
        ),
        T(
            "So (3 − 6 × 0.3) ÷ 6 minutes a question, at ¥60 a minute. How many of them make ¥90,000?",
            "1件あたり(3 − 6 × 0.3)÷ 6 分。1分は60円です。何件で90,000円になりますか。",
        ),
    ),
    why=T(
        "A machine is held against the next best thing that is really done, not against nothing.",
        "機械は、「何もしない」ではなく、次によい、本当にやる手と比べます。",
    ),
)
