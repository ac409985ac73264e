"""A class at a glance as one self-contained page: what to teach next, and the picture, question by learner.

In the picture a learner stands at the same place in every strip, and how a question stands is told by the height of the
mark, so that it can be read without colour and at two pixels a learner.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from mlcurric.grading.glance.glance import (
    NOT_HANDED_IN,
    WAITS,
    WRONG,
    ExerciseGlance,
    Glance,
    QuestionGlance,
)
from mlcurric.grading.gradebook.grades_file import short
from mlcurric.question.verdict import Status
from mlcurric.templates import filled
from mlcurric.text import T, listed

MOST_MISCONCEPTIONS = 3
HEIGHT = 12
"""Units of a strip; a learner is one wide."""
_MARKS = {
    Status.PASSED.value: (0, 0),
    Status.FAILED.value: (0, HEIGHT),
    Status.NOT_ATTEMPTED.value: (HEIGHT - 4, HEIGHT),
    Status.NEEDS_MARKING.value: (4, 8),
    Status.ERROR.value: (0, 4),
    NOT_HANDED_IN: (0, HEIGHT),
}
"""Top and bottom of each mark: a full bar for what is wrong, nothing for what is right."""
_SIGNS = {
    Status.NOT_ATTEMPTED.value: "○",
    Status.NEEDS_MARKING.value: WAITS,
    Status.ERROR.value: "!",
    NOT_HANDED_IN: "·",
}
"""What stands in the table of learners where there are no points."""
STATES = {
    Status.PASSED.value: T("right", "正解"),
    Status.FAILED.value: T("not yet", "もう一歩"),
    Status.NOT_ATTEMPTED.value: T("not attempted", "未回答"),
    Status.NEEDS_MARKING.value: T("to be marked", "採点待ち"),
    Status.ERROR.value: T("an error", "エラー"),
    NOT_HANDED_IN: T("not handed in", "未提出"),
}
_COUNTED = T("{word} {n}", "{word} {n} 人")
WORDS = {
    "gradebook": T("Gradebook", "成績簿"),
    "heading": T("The class at a glance", "クラスの全体像"),
    "teach": T("Teach this next", "次に教えること"),
    "nothing_to_teach": T(
        "No wrong answer was given. Look below for what is not attempted or waits for a mark.",
        "誤った答えはありませんでした。未回答や採点待ちは、下の図で確かめてください。",
    ),
    "exercises": T("Exercises", "演習ごとのまとめ"),
    "exercise": T("Exercise", "演習"),
    "handed_in": T("handed in", "提出"),
    "mean": T("mean points so far", "平均点(現時点)"),
    "attempts": T("attempts, mean", "平均提出回数"),
    "waiting": T("texts to mark", "採点待ち"),
    "ungraded": T("not graded", "採点不可"),
    "picture": T("Question by learner", "問題ごと、学習者ごとの図"),
    "how": T(
        "Each strip is a question, each place in it a learner, from the most points on the left to the fewest on the right. "
        "A strip that is dark all along is a question to talk about; one that is dark on the right is hard for some.",
        "1本の帯が1問、帯の中の位置が学習者です。左ほど合計点が高く、右ほど低くなります。"
        "端から端まで濃い帯は、全員で話し合いたい問題です。右だけが濃い帯は、一部の人に難しい問題です。",
    ),
    "signs": T(
        "In the tables: points, ○ not attempted, ✎ to be marked, ! an error, · not handed in.",
        "表の数字は点数、○ は未回答、✎ は採点待ち、! はエラー、· は未提出です。",
    ),
    "learner": T("Learner", "学習者"),
    "total": T("so far", "現時点"),
    "every": T("Every learner", "学習者の一覧"),
    "other": T("wrong in other ways: {n}", "そのほかの誤り {n} 人"),
    "rests": T(
        "Counted is the newest hand-in of each learner for each exercise, and each learner once a question. “So far” leaves out texts "
        "that wait for a mark. Points show that the code works, not who wrote it.",
        "学習者ごと・演習ごとに最新の提出だけを数え、1問につき1人1回としています。「現時点」の点数に、採点待ちの記述は入っていません。"
        "点数が示すのは、コードが動くことであり、誰が書いたかではありません。",
    ),
}
KEPT = T(
    "The newest notebook could not be graded, but an earlier one was; it counts when it is handed in again:",
    "最新のノートブックを採点できなかったものの、前の提出は採点済みの人(もう一度提出されれば、その結果になります):",
)
_ABOUT = T("Learners: {learners}, exercises: {exercises}", "学習者 {learners} 人、演習 {exercises} 件")
_MISCONCEIVED = T("{n} of {of} who answered", "答えた {of} 人中 {n} 人")
_POINTS = T("of {most} points", "{most} 点")


def render_glance(glance: Glance) -> str:
    """The page as HTML, in the language spoken now; every text of a learner is escaped."""
    return filled(
        "mlcurric.grading.glance",
        "gradebook.html",
        made_on="",
        words=WORDS,
        about=_ABOUT.format(learners=len(glance.learners), exercises=len(glance.exercises)),
        teach=[
            {"count": WRONG.format(n=one.wrong, of=one.of), "exercise": one.exercise, "title": one.title, "says": one.says}
            for one in glance.teach_next
        ],
        kept=(KEPT, glance.kept),
        exercises=[_exercise(one, glance) for one in glance.exercises],
        legend=[(state, _strip([state] * 3), word) for state, word in STATES.items()],
        height=HEIGHT,
    )  # fmt: skip


def _exercise(one: ExerciseGlance, glance: Glance) -> dict[str, Any]:
    there = [at for at, learner in enumerate(glance.learners) if learner in one.totals]
    names = list(glance.learners.values())
    totals = [one.totals.get(learner) for learner in glance.learners]
    return {
        "id": one.id,
        "title": one.title,
        "handed_in": f"{len(one.totals)} / {len(glance.learners)}",
        "mean": "–" if one.mean is None else f"{one.shown_mean} / {short(one.most)}",
        "attempts": f"{one.mean_attempts:.1f}",
        "waiting": one.waiting or "–",
        "ungraded": one.ungraded or "–",
        "questions": [_question(each, len(glance.learners)) for each in one.questions],
        "rows": [
            (names[at], short(totals[at].all.points), [_cell(each, at) for each in one.questions]) for at in there
        ],
    }


def _question(one: QuestionGlance, learners: int) -> dict[str, Any]:
    counts = [_COUNTED.format(word=word, n=one.count(state)) for state, word in STATES.items() if one.count(state)]
    shown = one.misconceptions[:MOST_MISCONCEPTIONS]
    more = one.unknown + sum(each.learners for each in one.misconceptions[MOST_MISCONCEPTIONS:])
    return {
        "name": one.name,
        "title": one.title,
        "points": _POINTS.format(most=one.most),
        "counts": listed(counts) if counts else "",
        "width": learners,
        "strip": _strip(one.states),
        "misconceptions": [(_MISCONCEIVED.format(n=each.learners, of=each.of), each.says) for each in shown],
        "other": WORDS["other"].format(n=more) if more else "",
    }


def _strip(states: Sequence[str]) -> list[tuple[str, str]]:
    """A path for each state that occurs: equal neighbours are one bar."""
    paths: dict[str, str] = {}
    at = 0
    for state, group in groupby(states):
        n = len(list(group))
        top, bottom = _MARKS[state]
        if bottom > top:
            paths[state] = paths.get(state, "") + f"M{at} {top}h{n}v{bottom - top}h-{n}z"
        at += n
    return list(paths.items())


def _cell(one: QuestionGlance, at: int) -> tuple[str, str]:
    state, points = one.states[at], one.points[at]
    return state, short(points) if points is not None else _SIGNS[state]
