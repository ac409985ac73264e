"""Estimates: statements judged true or false, each with a sureness; they make the learner's own calibration curve."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mlcurric.question.choices import YesNo
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Number
from mlcurric.question.guesses import LEAST_SURE, SURE, SUREST, YES_OR_NO, Guess, as_guesses
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Status, Verdict, failed
from mlcurric.text import T, listed, run_on

NOTED = T("Noted", "記録しました")
_TRUE_OR_FALSE = {True: T("true", "そのとおりです"), False: T("false", "そうではありません")}
_TOLD_AT_ONCE = 2
"""Up to so many statements the verdict tells one by one; of more it gives the sum, and tells those that were wrong."""
_VERY_SURE = 80
_FIRST_COUNTS = T(
    "Your first estimate goes to your curve on the start page.",
    "最初の予想が、「はじめに」のページのグラフに加わります。",
)

_LATER = T("Lesson {lesson} computes what is true.", "答えは {lesson} で計算します。")
_BELOW = T("The cells below tell.", "答えは、このあとのセルでわかります。")

_SLIPS: Mapping[str, tuple[float, T]] = {
    "fraction": (
        0.8,
        T(
            "A sureness of 1 or less looks like a fraction; 80% is written 80.",
            "1以下の値は割合の書き方です。80%なら 80 と書きます。",
        ),
    ),
    "below_half": (
        30,
        T(
            "Below 50 you believe the opposite: swap your answer, and type what is left to 100.",
            "50未満なら、反対だと思っているということ。答えを入れかえ、100から引いた数を書きましょう。",
        ),
    ),
    "above_hundred": (
        120,
        T("Nobody is surer than 100%; type 99 at most.", "100%を超える確信はありません。99までで答えてください。"),
    ),
    "certain": (
        100,
        T(
            "100 means that you would bet everything; 99 leaves room for a surprise.",
            "100 は「全財産を賭けられる」という意味です。予想外に備えるなら 99 までにしましょう。",
        ),
    ),
}
"""For each way to misread the scale: a value that shows it, and what is said to it."""


@dataclass(frozen=True)
class Statement:
    """One sentence that is true or false.

    Attributes:
        label: the sentence, without its full stop: “these 1,000 calls earn money”.
        truth: computes whether it is true.
    """

    label: T
    truth: Callable[[], bool]


@dataclass(frozen=True)
class Estimate(Question):
    """A question of kind P.

    Attributes:
        statements: what is judged, by the name of its line.
        settled_in: the lesson that tells what is true; ``None`` where the check tells it at once.
    """

    statements: Mapping[str, Statement] = field(default_factory=dict)
    settled_in: str | None = None

    def against_first(self, verdict: Verdict, first: Mapping[str, Guess], now: Mapping[str, Guess]) -> Verdict:
        """A verdict on estimates that passed, saying where an earlier one is the one that counts.

        Args:
            first: the first estimates that passed, by the statement's name.
            now: those that the verdict is about.
        """
        changed = {key: guess for key, guess in first.items() if key in now and now[key] != guess}
        if not changed:
            return verdict
        if len(self.statements) == 1:
            (guess,) = changed.values()
            says = T("Your first estimate ({first}) counts.", "数えるのは最初の予想({first})です。").format(
                first=guess.in_short
            )
        else:
            each = T("{key} ({first})", "{key}({first})")
            every = listed([each.format(key=key, first=guess.in_short) for key, guess in changed.items()])
            count = "estimate counts" if len(changed) == 1 else "estimates count"
            says = T("Your first {count}: {every}.", "数えるのは最初の予想です: {every}。").format(
                count=count, every=every
            )
        if self.settled_in is None or verdict.next_step is None:
            return replace(verdict, next_step=says)
        return replace(verdict, next_step=run_on([verdict.next_step, says]))


def estimate_question(
    *,
    name: str,
    title: T,
    statements: Mapping[str, Statement],
    hints: tuple[T, ...],
    why: T,
    settled_in: str | None = None,
    told_below: bool = False,
    outcome: Callable[[Mapping[str, bool]], T] | None = None,
) -> Estimate:
    """Yes or no to each statement, with a sureness from 50 to 99; typed as ``dict(a="yes", a_sure=70, ...)``.

    It earns no points: that it was answered before the run cannot be known.

    Args:
        statements: by the name of the line; the page shows them with ``{{ items(name) }}``.
        settled_in: a lesson's id; what is true is told there, and the check only notes. ``None``: the check tells it.
        told_below: whether the statements stand in that lesson itself, above the cells that settle them.
        outcome: what was true of all statements together, in a sentence, where that is shorter than to tell each.

    Raises:
        ValueError: for a statement's name that cannot be a line's.
    """
    for key in statements:
        if not key.isidentifier() or key.endswith(SURE):
            raise ValueError(f"{name}: “{key}” cannot be the name of a statement; use a plain word.")
    lines = {}
    for key, statement in statements.items():
        form = YesNo(YES_OR_NO)
        lines[key] = Field(statement.label, form, comment=form.note())
        lines[f"{key}{SURE}"] = Field(
            T("how sure, from 50 (a coin toss) to 99 (almost certain)", "確信度。50(五分五分)〜99(ほぼ確実)"),
            Number(T("percent", "%"), example="70"),
        )
    first, *_ = statements
    model = {line: "yes" if line in statements else 70 for line in lines}
    misconceptions = tuple(
        Misconception(slip, {**model, f"{first}{SURE}": typed}, says) for slip, (typed, says) in _SLIPS.items()
    )

    def check(clean: dict[str, Any]) -> Verdict:
        for key in statements:
            if odd := _about_sureness(f"{key}{SURE}", clean[f"{key}{SURE}"]):
                return odd
        guesses = as_guesses(statements, clean)
        if settled_in is None:
            return _settled(statements, guesses, outcome)
        return _noted(statements, guesses, _BELOW if told_below else _LATER.format(lesson=settled_in))

    return Estimate(
        name,
        "P",
        Fields(lines),
        0,
        title,
        check,
        hints,
        misconceptions,
        why,
        items={key: statement.label for key, statement in statements.items()},
        # What is true is told of the tables that the lesson shows, and those are the same for everybody.
        data="fixed",
        statements=statements,
        settled_in=settled_in,
    )


def _about_sureness(line: str, sure: float) -> Verdict | None:
    """What is wrong with a sureness, or ``None`` where it lies within the scale."""
    if LEAST_SURE <= sure <= SUREST:
        return None
    named = T("{line}: {says}", "{line}: {says}")
    if sure < 0:
        says = T("A sureness goes from 50 to 99.", "確信度は50から99までです。")
        return failed(named.format(line=line, says=says))
    slip = (
        "above_hundred" if sure > 100 else "certain" if sure > SUREST else "fraction" if 0 < sure <= 1 else "below_half"
    )
    return failed(named.format(line=line, says=_SLIPS[slip][1]), misconception=slip)


def _noted(statements: Mapping[str, Statement], guesses: Mapping[str, Guess], where: T) -> Verdict:
    """Said before the truth is known: “right” would give away what a later lesson is to find out."""
    if len(guesses) == 1:
        ((_, guess),) = guesses.items()
        seen = T("You say {answer}, {sure}% sure.", "{answer}、確信度{sure}%ですね。").format(
            answer=guess.answer, sure=f"{guess.sure:.0f}"
        )
    else:
        seen = T("You have made {n} estimates.", "{n}つの予想を受け取りました。").format(n=len(statements))
    return Verdict(Status.PASSED, seen, next_step=where, share=1.0, label=NOTED)


def _settled(
    statements: Mapping[str, Statement],
    guesses: Mapping[str, Guess],
    outcome: Callable[[Mapping[str, bool]], T] | None,
) -> Verdict:
    """Says which guesses are right: of one or two each, of more the sum and what was wrong, the surest first."""
    truths = {key: bool(statement.truth()) for key, statement in statements.items()}
    wrong = {key: guess for key, guess in guesses.items() if guess.says != truths[key]}
    by_sureness = sorted(wrong, key=lambda key: -wrong[key].sure)
    if len(statements) <= _TOLD_AT_ONCE:
        seen = run_on([_told(statements[key].label, guess, truths[key]) for key, guess in guesses.items()])
    elif not wrong:
        seen = T("All {n} are right.", "{n}つとも当たりです。").format(n=len(statements))
    else:
        hits = len(statements) - len(wrong)
        right = T("{right} of {n} {are} right.", "{n}つのうち、当たりは{right}つです。").format(
            right=hits, n=len(statements), are="is" if hits == 1 else "are"
        )
        told = [_told(statements[key].label, wrong[key], truths[key]) for key in by_sureness]
        seen = run_on([right, *([outcome(truths)] if outcome else told)])
    comfort = None
    if wrong and wrong[by_sureness[0]].sure >= _VERY_SURE:
        comfort = T(
            "Better to meet that surprise here than in a meeting.", "会議の席ではなく、ここでわかってよかったですね。"
        )
    return Verdict(Status.PASSED, seen, comfort, _FIRST_COUNTS, share=1.0, label=NOTED)


def _told(label: T, guess: Guess, truth: bool) -> T:
    """One statement, what is true of it, and how sure the learner was."""
    said = (
        T(
            "“{label}” is {truth}; you were {sure}% sure of that.",
            "「{label}」: {truth}。確信度{sure}%の予想が当たりました。",
        )
        if guess.says == truth
        else T(
            "“{label}” is {truth}; you were {sure}% sure of the opposite.",
            "「{label}」: {truth}。確信度{sure}%の予想がはずれました。",
        )
    )
    return said.format(label=label, truth=_TRUE_OR_FALSE[truth], sure=f"{guess.sure:.0f}")
