"""Makers of questions, one for each way of checking that several questions share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from mlcurric.question.choices import Choice, Letters
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Number, Text
from mlcurric.question.keyed import OfWorld
from mlcurric.question.question import Misconception, Question
from mlcurric.question.rubric import RUBRIC, TOP_MARK, lint
from mlcurric.question.verdict import Status, Verdict, failed, passed
from mlcurric.text import T, run_on


@dataclass(frozen=True)
class Option:
    """One option of a choice: what it says, and what is said to whoever picks it."""

    label: T
    feedback: T
    right: bool = False


def number_question(
    *,
    name: str,
    title: T,
    points: int,
    form: Number,
    expected: Callable[[], float],
    tolerance: float,
    right: T,
    otherwise: T,
    misconceptions: tuple[Misconception, ...],
    hints: tuple[T, ...],
    why: T,
    data: str = "",
) -> Question:
    """A number, compared with the value that ``expected`` computes, then with each misconception's.

    Args:
        expected: what is right; an ``OfWorld`` where ``data`` is keyed.
        tolerance: how far from the expected value an answer may lie and still be right, in its unit.
        right: what is said to a right answer.
        otherwise: what is said to a wrong one that matches no misconception.
        data: one of ``question.DATA``.
    """

    def check(answer: float) -> Verdict:
        if abs(answer - expected()) <= tolerance:
            return passed(right)
        for misconception in misconceptions:
            within = tolerance if misconception.within is None else misconception.within
            if abs(answer - misconception.wrong_answer()) <= within:
                return failed(misconception.says, misconception=misconception.id)
        return failed(
            T("{answer} is not it.", "{answer} ではありません。").format(answer=f"{answer:,.10g}"),
            otherwise,
            ask_for_hint(name),
        )

    near_shown = partial(expected.lies_near_shown, tolerance) if isinstance(expected, OfWorld) else None
    return Question(name, "N", form, points, title, check, hints, misconceptions, why, data=data, near_shown=near_shown)


def choice_question(
    *, name: str, title: T, points: int, options: Mapping[str, Option], hints: tuple[T, ...], why: T
) -> Question:
    """One letter; each wrong option is a misconception with a diagnosis of its own."""

    def check(letter: str) -> Verdict:
        option = options[letter]
        return passed(option.feedback) if option.right else failed(option.feedback, misconception=letter)

    labels = {letter: option.label for letter, option in options.items()}
    wrong = tuple(
        Misconception(letter, letter, option.feedback) for letter, option in options.items() if not option.right
    )
    return Question(name, "M", Choice(labels), points, title, check, hints, wrong, why, options=labels, data="none")


def letters_question(
    *, name: str, title: T, points: int, options: Mapping[str, Option], right: T, hints: tuple[T, ...], why: T
) -> Question:
    """A set of letters: the first one that should not be there is named, else the first that is missing."""
    wanted = {letter for letter, option in options.items() if option.right}
    named = {letter: _named(letter, option.label) for letter, option in options.items()}

    def check(letters: tuple[str, ...]) -> Verdict:
        hits = len(wanted & set(letters))
        false_alarms = [letter for letter in letters if letter not in wanted]
        share = max(0, hits - len(false_alarms)) / len(wanted)
        if false_alarms:
            letter = false_alarms[0]
            seen = T("“{option}” does not belong here.", "「{option}」は当てはまりません。").format(
                option=named[letter]
            )
            return failed(seen, options[letter].feedback, share=share, misconception=f"false_{letter}")
        missing = sorted(wanted - set(letters))
        if missing:
            seen = T(
                "So far all are right, but at least one is missing.",
                "選んだものはすべて正しいのですが、まだ足りません。",
            )
            # Named, it would be one more letter of the answer.
            says = _OF_ONE_MISSING.format(says=options[missing[0]].feedback)
            return failed(seen, says, share=share, misconception=f"missing_{missing[0]}")
        return passed(right)

    labels = {letter: option.label for letter, option in options.items()}
    all_right = ", ".join(sorted(wanted))
    misconceptions = tuple(
        Misconception(
            f"missing_{letter}",
            ", ".join(sorted(wanted - {letter})),
            option.feedback,
            about=_LEFT_OUT.format(option=named[letter]),
        )
        if letter in wanted
        else Misconception(
            f"false_{letter}", f"{all_right}, {letter}", option.feedback, about=_CHOSEN.format(option=named[letter])
        )
        for letter, option in options.items()
    )
    return Question(
        name, "M", Letters(labels), points, title, check, hints, misconceptions, why, options=labels, data="none"
    )


_OF_ONE_MISSING = T("Of one that you left out: {says}", "選ばなかったもののひとつについて: {says}")
_LEFT_OUT = T("“{option}” left out", "「{option}」を選んでいない")
_CHOSEN = T("“{option}” chosen", "「{option}」を選んだ")


def _named(letter: str, label: T) -> T:
    return T(f"{letter}: {label.en.rstrip('.')}", f"{letter}: {label.ja.rstrip('。')}")


_LETTER = T("a letter in quotes", "記号を引用符で囲む")


@dataclass(frozen=True)
class Item:
    """One thing to match: what it says, its right letter, and the feedback for each wrong one."""

    label: T
    right: str
    feedback: Mapping[str, T]


def matching_question(
    *,
    name: str,
    title: T,
    points: int,
    options: Mapping[str, T],
    items: Mapping[str, Item],
    right: T,
    hints: tuple[T, ...],
    why: T,
) -> Question:
    """Several things, each matched to one of the same options; right ones earn their share."""
    form = Fields({key: Field(item.label, Choice(options), comment=_LETTER) for key, item in items.items()})
    model = {key: item.right for key, item in items.items()}

    def wrong_in(letters: Mapping[str, str]) -> list[str]:
        return [key for key, item in items.items() if letters.get(key) != item.right]

    def kept(letters: Mapping[str, str]) -> float:
        return 1 - len(wrong_in(letters)) / len(items)

    def check(letters: dict[str, str]) -> Verdict:
        wrong = wrong_in(letters)
        if not wrong:
            return passed(right)
        key = wrong[0]
        label = items[key].label
        seen = T(
            "{n} of {all} fit. Look again at {key} ({label}).",
            "{all}件のうち{n}件が合っています。見直すのは {key}({label})です。",
        ).format(
            n=len(items) - len(wrong), all=len(items), key=key, label=T(label.en.rstrip("."), label.ja.rstrip("。"))
        )
        return failed(
            seen,
            items[key].feedback[letters[key]],
            share=kept(letters),
            misconception=f"{key}_{letters[key]}",
        )

    misconceptions = tuple(
        Misconception(f"{key}_{letter}", {**model, key: letter}, says)
        for key, item in items.items()
        for letter, says in item.feedback.items()
    )
    labels = {key: item.label for key, item in items.items()}
    return Question(
        name, "M", form, points, title, check, hints, misconceptions, why, options=options, items=labels, kept=kept,
        data="none",
    )  # fmt: skip


def text_question(
    *, name: str, title: T, hints: tuple[T, ...], weak: T, examples: Mapping[str, str], why: T
) -> Question:
    """A few sentences; the lint warns, people mark.

    Args:
        weak: an answer that earns few marks, to compare with.
        examples: for each finding of the lint, a text that has it.
    """

    def check(text: str) -> Verdict:
        warnings = lint(text)
        seen = T(
            "Your text is here; people mark texts, not the machine.",
            "文章を受け取りました。文章の採点は、機械ではなく人がします。",
        )
        if not warnings:
            return Verdict(Status.NEEDS_MARKING, seen)
        says = run_on(warning for _, warning in warnings)
        return Verdict(Status.NEEDS_MARKING, seen, says, misconception=warnings[0][0])

    misconceptions = tuple(Misconception(found, text, dict(lint(text))[found]) for found, text in examples.items())
    points = TOP_MARK * len(RUBRIC)
    return Question(name, "T", Text(), points, title, check, hints, misconceptions, why, weak=weak, data="none")


def ask_for_hint(name: str) -> T:
    """The next step of whoever has no idea: how the question's hints are had."""
    return T('Try ex.hint("{name}").', 'ex.hint("{name}") でヒントが見られます。').format(name=name)
