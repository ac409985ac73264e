"""What a call does to customers with an open ticket: from the right table, in the right unit."""

from __future__ import annotations

from functools import cache

import pandas as pd

from mlcurric.question.forms import Number
from mlcurric.question.keyed import OfWorld
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.subject.simulation.practice import customers_of, load_customers
from mlcurric.subject.simulation.world import World
from mlcurric.text import T


@cache
def _left(part: str) -> tuple[float, float]:
    """Of 100 customers with an open ticket, how many left: left alone, and called."""
    return _of_100(_with_ticket(load_customers(part)))


def _with_ticket(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["open_tickets"] > 0]


def _of_100(rows: pd.DataFrame) -> tuple[float, float]:
    alone, called = (100 * rows.loc[rows["called"] == side, "churned"].mean() for side in (False, True))
    return float(alone), float(called)


def _uplift(part: str) -> float:
    alone, called = _left(part)
    return alone - called


def _uplift_in(world: World) -> float:
    alone, called = _of_100(_with_ticket(customers_of(world, "pilot")))
    return alone - called


def _both_tables() -> float:
    rows = pd.concat([load_customers("pilot"), load_customers("habit")])
    alone, called = _of_100(_with_ticket(rows))
    return alone - called


def _everybody() -> float:
    alone, called = _of_100(load_customers("pilot"))
    return alone - called


def _one_ticket() -> float:
    pilot = load_customers("pilot")
    alone, called = _of_100(pilot[pilot["open_tickets"] == 1])
    return alone - called


ticket_uplift = number_question(
    name="ticket_uplift",
    data="keyed",
    title=T("The uplift of a group", "あるグループのアップリフト"),
    points=3,
    form=Number(T("customers of 100", "100人あたりの人数"), example="2.5"),
    expected=OfWorld(_uplift_in),
    # Rounded to one digit; more room would let slips pass in worlds where they come near.
    tolerance=0.06,
    right=T(
        "Of 100 customers with an open ticket, about so many stay because somebody rings; the old calls said the reverse of customers like them.",
        "未解決の問い合わせがある100人のうち、およそそれだけの人が電話で残ります。昔の電話の表は、同じような顧客について逆を言っていました。",
    ),
    otherwise=T(
        "Take the rows of the right table with an open ticket, and of 100 who left subtract: left alone less called.",
        "正しいほうの表から、未解決の問い合わせがある行を選び、100人中の解約を「電話なし − 電話あり」と引き算します。",
    ),
    misconceptions=(
        Misconception(
            "habit",
            lambda: _uplift("habit"),
            T(
                "That comes from the old calls: whom sales worried about was called, so the called were others to begin with. Which table was made by lot?",
                "それは、昔の電話の表から出る値です。心配な顧客に電話していたので、はじめから顔ぶれが違います。くじで分けたのは、どちらの表でしょう。",
            ),
        ),
        Misconception(
            "both_tables",
            _both_tables,
            T(
                "That is both tables put together: the old calls, chosen by worry, spoil what the lot had made alike. Take the pilot alone.",
                "それは2つの表を合わせた値です。くじでそろえた顔ぶれに、心配で選んだ昔の電話が混じっています。くじで決めた試行だけを使ってください。",
            ),
            within=0.03,
        ),
        Misconception(
            "habit_turned",
            lambda: -_uplift("habit"),
            T(
                "That is the old calls' difference, and with its sign turned. The lots were drawn in the other table.",
                "それは昔の電話の差で、符号も逆です。くじで分けたのは、もうひとつの表です。",
            ),
        ),
        Misconception(
            "sign",
            lambda: -_uplift("pilot"),
            T(
                "The size is right, the sign is not: uplift counts those who stay because of the call, and fewer leaving is a plus.",
                "大きさは合っていますが、符号が逆です。アップリフトは電話で残る人を数えます。解約が減れば、プラスです。",
            ),
        ),
        Misconception(
            "share",
            lambda: _uplift("pilot") / 100,
            T(
                "That is a share; of 100 customers it is a hundred times as much.",
                "それは割合です。100人あたりの人数なら、その100倍です。",
            ),
            within=0.0011,
        ),
        Misconception(
            "of_leavers",
            lambda: 100 * _uplift("pilot") / _left("pilot")[0],
            T(
                "That is of 100 who would leave, how many the call keeps. The question is about 100 customers with a ticket, leaver or not.",
                "それは「放っておけば解約する100人」のうち、電話で残る人数です。聞いているのは、問い合わせのある顧客100人あたりです。",
            ),
        ),
        Misconception(
            "called_only",
            lambda: _left("pilot")[1],
            T(
                "So many of the called left. What the call did is the difference to those left alone.",
                "それは、電話ありで解約した人数です。電話の効果は、電話なしとの差です。",
            ),
        ),
        Misconception(
            "everybody",
            _everybody,
            T(
                "That is the whole pilot. Among all customers help and harm nearly cancel; take those with a ticket.",
                "それは試行の全員の値です。全員では、効果と逆効果がほぼ打ち消し合います。問い合わせのある人だけを選んでください。",
            ),
        ),
        Misconception(
            "one_ticket",
            _one_ticket,
            T(
                "You took exactly one open ticket; those with two or three are meant too.",
                "未解決の問い合わせが、ちょうど1件の人だけになっています。2件、3件の人も含めます。",
            ),
        ),
    ),
    hints=(
        T(
            "Two tables have a column called. In one of them a lot decided it.",
            "called の列がある表は2つ。くじで決めたのは、そのうちの1つです。",
        ),
        T(
            'rows[rows["open_tickets"] > 0].groupby("called")["churned"].mean(), then the difference, times 100.',
            'rows[rows["open_tickets"] > 0].groupby("called")["churned"].mean() の差をとり、100を掛けます。',
        ),
    ),
    why=T(
        "A lot decided who was called, so the two sides differ in nothing but the call and chance: left alone less called, of 100.",
        "誰に電話するかはくじで決めたので、2つの違いは電話と偶然だけ。100人中の解約を「電話なし − 電話あり」と引けば、電話の効果です。",
    ),
)
