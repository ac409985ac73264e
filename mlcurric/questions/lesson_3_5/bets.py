"""Three bets on ninety days, laid before a calendar is opened."""

from __future__ import annotations

from datetime import timedelta

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.experiments.sizes import power_of_comparison
from mlcurric.subject.ideathon.example import IDEATHON_DAY
from mlcurric.subject.team.days import day_off, working_days
from mlcurric.text import T

SHARE, RISE, TEAMS = 0.40, 0.05, 40
"""Of 100 trial teams left alone, 40 use it weekly by day 30; the help is worth having from 5 more; so many teams a group."""

calendar_bets = estimate_question(
    name="calendar_bets",
    title=T("Three bets on ninety days", "90日についての3つの賭け"),
    statements={
        "working": Statement(
            T("from today to day 90 there are fewer than 65 working days", "今日から90日目までの営業日は、65日より少ない"),
            truth=lambda: working_days(IDEATHON_DAY, IDEATHON_DAY + timedelta(days=90)) < 65,
        ),
        "ends": Statement(
            T("day 30 and day 60 are both working days", "30日目と60日目は、どちらも営業日だ"),
            truth=lambda: not any(day_off(IDEATHON_DAY + timedelta(days=days)) for days in (30, 60)),
        ),
        "tells": Statement(
            T(
                "40 teams that get help and 40 that do not are enough to find, in at least 2 of 10 such trials, a rise from 40 to 45 of 100",
                "声をかけた40チームとかけない40チームを比べれば、100チーム中40から45への増加を、10回中2回以上は見つけられる",
            ),
            truth=lambda: power_of_comparison(SHARE, SHARE + RISE, TEAMS) >= 0.2,
        ),
    },
    hints=(
        T("Today is 21 January 2027. Which public holidays are there until the end of April?", "今日は2027年1月21日。4月下旬までに、祝日はいくつありますか。"),
        T("A guess is enough; this lesson counts all three.", "勘でかまいません。3つとも、このレッスンで数えます。"),
    ),
    why=T("The lesson counts all three.", "3つとも、このレッスンで数えます。"),
    settled_in="3-5",
    told_below=True,
)  # fmt: skip
