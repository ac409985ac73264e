"""Questions that are answered by playing: the letters chosen, one a day, and how the month went with them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from mlcurric.question.decisions import passed_by_score
from mlcurric.question.forms import OneLine, shown
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed
from mlcurric.subject.scenario.engine import GOES_WELL, NoSuchOption, Played, every_play, letters_of, play
from mlcurric.subject.scenario.reader import load_scenario
from mlcurric.subject.scenario.words import day_in_words
from mlcurric.text import T

VERY_WELL = 0.75
"""The score from which a month is told with distinction."""
_GO_ON = T(
    "Play on with the buttons, or with show_scene, until the review; then type all the letters.",
    "ボタンか show_scene でレビューまで進めてから、記号をすべて書いてください。",
)


@dataclass(frozen=True)
class Path(OneLine):
    """The letters of a play to its end, in one pair of quotes; read as the play."""

    scenario: str
    side: str

    def note(self) -> T:
        return T('one letter a day, in quotes, such as "aaaaaa"', '1日1文字ずつ、引用符で囲む。例: "aaaaaa"')

    def read(self, value: Any) -> Played | Verdict:
        if not isinstance(value, str):
            return failed(
                T("You typed {value}, which is no text.", "{value} は文字ではありません。").format(value=shown(value)),
                T("One letter for each day is expected, in quotes.", "1日に1文字ずつ、引用符で囲んで書いてください。"),
            )
        try:
            outcome = play(load_scenario(self.scenario), letters_of(value), self.side)
        except NoSuchOption as error:
            return failed(error.says, next_step=_GO_ON)
        if not outcome.steps:
            return failed(
                T("There is no letter between the quotes.", "引用符の中に記号がありません。"), next_step=_GO_ON
            )
        if outcome.scene is not None:
            return failed(
                T("Your letters end before {day}.", "{day} の選択がまだです。").format(
                    day=day_in_words(outcome.scene.day)
                ),
                next_step=_GO_ON,
            )
        return outcome


def path_question(
    *, name: str, title: T, points: int, scenario: str, side: str, right: T, hints: tuple[T, ...], why: T
) -> Question:
    """A side of a scenario, to be played well; a play that fails is told the habit that it shows most.

    The misconceptions are the habits of the scenario that a failing play of this side can show.
    """
    story = load_scenario(scenario)

    def check(outcome: Played) -> Verdict:
        seen = _standing(outcome)
        if well := passed_by_score(outcome.score, seen, right, levels=(GOES_WELL, VERY_WELL)):
            return well
        habit = outcome.habit
        says = _unheard(outcome) if habit is None else story.habits[habit]
        talk = T(
            "show_choices in the next cell says what each choice brought.",
            "次のセルの show_choices で、選択ごとの結果を振り返れます。",
        )
        return failed(seen, says, talk, share=outcome.score, misconception=habit)

    misconceptions = tuple(
        Misconception(habit, lambda habit=habit: _worst(scenario, side)[habit], story.habits[habit])
        for habit in story.habits
        if habit in _worst(scenario, side)
    )
    form = Path(scenario, side)
    return Question(name, "D", form, points, title, check, hints, misconceptions, why, data="fixed")


def _standing(outcome: Played) -> T:
    return T(
        "{ending}: {n} of {all} things said in time, trust {before} of {most} before the review and {after} after it, score {score:.2f}.",
        "{ending}。間に合った話は{all}つのうち{n}つ、信頼は{most}のうちレビュー前{before}、レビュー後{after}、得点は{score:.2f}です。",
    ).format(
        ending=outcome.ending.title,
        n=len(outcome.in_time),
        all=len(outcome.scenario.unsaid),
        before=outcome.trust,
        most=outcome.scenario.most_trust,
        after=outcome.trust_after,
        score=outcome.score,
    )


def _unheard(outcome: Played) -> T:
    return T("Not said in time: {title}.", "間に合わなかった話: {title}。").format(title=outcome.bitten[0].title)


@cache
def _worst(scenario: str, side: str) -> dict[str, str]:
    """For each habit the failing play that shows it most with the lowest score, as its letters."""
    worst: dict[str, Played] = {}
    for outcome in every_play(load_scenario(scenario), side):
        habit = outcome.habit
        if habit and outcome.score < GOES_WELL and (habit not in worst or outcome.score < worst[habit].score):
            worst[habit] = outcome
    return {habit: outcome.path for habit, outcome in worst.items()}
