"""How many Mondays it takes until a rise can be told from luck."""

from __future__ import annotations

import math

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.subject.experiments.sizes import sample_size_per_arm
from mlcurric.text import T

BEFORE, AFTER, A_WEEK = 0.30, 0.40, 25
"""Of 100 teams without help 30 use it weekly by day 30; a rise to 40 is to be found; so many teams a list in each group."""


def teams(before: float = BEFORE, after: float = AFTER) -> int:
    """Teams needed in each group."""
    return int(sample_size_per_arm(before, after))


def _lists(number: float) -> int:
    return math.ceil(number / A_WEEK)


lists_needed = number_question(
    name="lists_needed",
    data="none",
    title=T("How many Monday lists?", "月曜のリストは何回要る?"),
    points=3,
    form=Number(T("lists", "回"), example="6", whole=True),
    expected=lambda: _lists(teams()),
    tolerance=0,
    right=T(
        "That many Mondays, and 23 days of waiting after the last. Their 90 days are over by then: the page has to say so.",
        "それだけの月曜と、最後のリストのあとの23日。そのころには90日が終わっています。紙に、そう書いておきましょう。",
    ),
    otherwise=T(
        "sample_size_per_arm gives the teams needed in each group; each Monday brings 25 to each.",
        "sample_size_per_arm が出すのは、1組に必要なチーム数です。月曜ごとに、1組に25チームずつ増えます。",
    ),
    misconceptions=(
        Misconception(
            "both_in_one",
            lambda: _lists(teams() / 2),
            T(
                "You divided by 50. The number is needed in each group, and each gets 25 a week.",
                "50で割っています。必要なのは1組あたりの数で、1組に入るのは週25チームです。",
            ),
        ),
        Misconception(
            "doubled",
            lambda: _lists(2 * teams()),
            T(
                "You counted the teams of both groups against the 25 of one.",
                "2組分のチーム数を、1組分の25で割っています。",
            ),
        ),
        Misconception(
            "rounded_down",
            lambda: teams() // A_WEEK,
            T(
                "That many lists do not bring enough teams. Round up: one more Monday is needed.",
                "その回数では、まだ足りません。端数の分も、もう1回要ります。",
            ),
        ),
        Misconception(
            "rise_of_the_lesson",
            lambda: _lists(teams(0.40, 0.45)),
            T("That is the lesson's rise, from 40 to 45. Here it is from 30 to 40.", "それはレッスンの、40から45への増加です。ここでは30から40です。"),
        ),
        Misconception(
            "five_points",
            lambda: _lists(teams(0.30, 0.35)),
            T("That is for a rise of five. Here ten of 100 are to be found.", "それは5の増加の場合です。ここで見つけたいのは、100チームあたり10です。"),
        ),
        Misconception(
            "teams",
            lambda: float(teams()),
            T("Those are teams in each group. How many Mondays are that?", "それは1組のチーム数です。月曜何回分ですか。"),
        ),
        Misconception(
            "teams_in_all",
            lambda: float(2 * teams()),
            T("Those are the teams of both groups. Each Monday brings 25 to each.", "それは2組のチーム数です。月曜ごとに、1組に25チームずつ増えます。"),
        ),
    ),
    hints=(
        T("Change the two shares in the cell above, and run it.", "上のセルの2つの割合を書きかえて、実行しましょう。"),
        T("The number it prints is needed in each group; divide by what one group gets on a Monday, and round up.", "表示されるのは1組に必要な数です。1組が月曜に増える数で割り、切り上げます。"),
    ),
    why=T(
        "Teams needed in each group, divided by the teams that each gets a week, rounded up.",
        "1組に必要なチーム数を、1組に週に入るチーム数で割り、切り上げます。",
    ),
)  # fmt: skip
