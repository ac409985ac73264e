"""Three bets on a team that has not met its own role map yet."""

from __future__ import annotations

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.ideathon.example import example_team
from mlcurric.text import T

FULL_TIME = 40
"""Hours a week."""


def _specialists_likelier() -> bool:
    likely = {cause.reason: cause.likely or 0 for cause in example_team("en").pre_mortem.causes}
    return likely["specialists"] > likely["cooperation"]


team_bets = estimate_question(
    name="team_bets",
    title=T("Three bets on a team", "チームについての3つの賭け"),
    statements={
        "gaps": Statement(
            T(
                "eight people sit at the table, and each of the eight roles gets somebody's name",
                "席には8人いる。8つの役には、すべて誰かの名前が入る",
            ),
            truth=lambda: not example_team("en").roles.gaps,
        ),
        "hours": Statement(
            T(
                "all the hours that are promised for it add up to more than one full-time job (40 hours a week)",
                "約束された時間を全員分合わせると、専任ひとり分(週40時間)を超える",
            ),
            truth=lambda: example_team("en").roles.hours > FULL_TIME,
        ),
        "specialists": Statement(
            T(
                "held against evidence, “we have no specialists” comes out likelier than “the teams hardly co-operate”",
                "証拠と突き合わせると、「専門家がいない」のほうが「チームどうしの連携が弱い」より起こりやすい",
            ),
            truth=_specialists_likelier,
        ),
    },
    hints=(
        T(
            "Who was asked to come to the room, and who was not?",
            "この部屋に呼ばれたのは誰で、呼ばれなかったのは誰でしょう。",
        ),
        T(
            "A guess is enough; the sheets below settle all three.",
            "勘でかまいません。3つとも、下のシートでわかります。",
        ),
    ),
    why=T("The sheets of the lesson settle all three.", "3つとも、このレッスンのシートでわかります。"),
    settled_in="3-4",
    told_below=True,
)
