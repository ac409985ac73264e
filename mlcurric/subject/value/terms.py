"""The terms of a value formula: each with its unit, its range, and the person who answers for it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pandas as pd

from mlcurric.subject.digits import from_to, in_digits
from mlcurric.subject.typed import Slip, about_no_number
from mlcurric.subject.value.checks import about
from mlcurric.subject.value.powers import Unit, UnitError
from mlcurric.subject.value.units import Amount, unpacked
from mlcurric.text import T, run_on

Formula = Callable[[SimpleNamespace], Any]
"""A formula takes all terms at once and reads them by name: ``lambda t: t.calls * t.yen_per_call``."""
_OF_100 = T("{number} of 100", "100人中{number}人")
_NOTHING = T(
    "The formula gives nothing back. Does every way through it end in “return”?",
    "式が何も返しません。どの道を通っても return に着くか、見てください。",
)
_NO_NUMBER = T(
    "The formula gives {gave}, not a number. Let it give back one plain number.",
    "式が返すのは {gave} で、数値ではありません。数値をひとつ、そのまま返してください。",
)
_DIVIDED = T(
    "With these values the formula cannot be computed: it divides by 0, or runs into a number that is far too big.",
    "この値では、式を計算できません。0 で割っているか、数が大きくなりすぎています。",
)
_WHERE = T("Where {name} is {value}:", "{name} が {value} のとき、")
_NO_SUCH_TERM = T(
    "There is no term “{name}”. Use the names at the left edge of the table.",
    "{name} という項はありません。表の左端の名前を使います。",
)
_NEAR = T("Did you mean {near}?", "{near} でしょうか。")
_ANY_ZERO = T(
    "The formula gives a plain 0, and 0 has any unit. Give it the unit of what else could come out: max(x, 0 * x), "
    "rather than max(x, 0).",
    "式が返すのはただの 0 で、単位がわかりません。0 にも単位をつけましょう。max(x, 0) ではなく max(x, 0 * x) と書きます。",
)


@dataclass(frozen=True)
class Term:
    """One term.

    Attributes:
        label: what it is, in the words of whoever owns it.
        value: the best guess.
        unit: as ``Unit.of`` reads it; ``""`` for a share of 0 to 1.
        owner: who can say the number, and is asked when it turns out wrong.
        low, high: how far off it may be; both are missing where nobody doubts it.
        of: what a share is told of: one hundred of these.

    Raises:
        ValueError: if one of the numbers is none, or is not finite; if the unit is not written as ``Unit.of`` reads it; if
            the range has one end only, or does not hold the best guess.
    """

    label: str | T
    value: float
    unit: str
    owner: str | T
    low: float | None = None
    high: float | None = None
    of: T = _OF_100

    def __post_init__(self) -> None:
        Unit.of(self.unit)
        for number in (self.value, *(end for end in (self.low, self.high) if end is not None)):
            if wrong := about(self.label, number):
                raise Slip(wrong)
        if (self.low is None) != (self.high is None):
            raise ValueError(f"{self.label}: a range has two ends; give both, or none where nobody doubts the number.")
        if self.is_open and not self.low <= self.value <= self.high:
            raise ValueError(f"{self.label}: {self.value} does not lie between {self.low} and {self.high}.")

    @property
    def is_open(self) -> bool:
        """Whether it has a range at all."""
        return self.low is not None

    def digits(self, number: float) -> str:
        """One number of this term without its unit; a share as so many of 100."""
        if self.unit == "" and abs(number) >= 0.01:
            return f"{100 * number:.0f}"
        return in_digits(100 * number if self.unit == "" else number)

    def told(self, *numbers: float) -> T:
        """One number of this term, or two as from … to, with the unit: “4 to 36 of 100”, 「6〜18か月」."""
        digits = [self.digits(number) for number in numbers]
        number = from_to(digits[0], digits[-1])
        if self.unit == "":
            return self.of.format(number=number)
        if self.unit == "month":
            return T("{number} months", "{number}か月").format(number=number)
        unit = Unit.of(self.unit).label
        return T("{number} {unit}", "{number}{unit}").format(number=number, unit=unit)


Terms = Mapping[str, Term]


class NoSuchTerm(Slip, AttributeError):
    """A formula, or whoever calls it, names a term that there is not; it says which name is near."""

    def __init__(self, name: str, names: Iterable[str]) -> None:
        near = difflib.get_close_matches(name.lower(), names, 1, cutoff=0.6)
        Slip.__init__(self, _NO_SUCH_TERM.format(name=name), *(_NEAR.format(near=each) for each in near))


class Values(SimpleNamespace):
    """The values of the terms by their names, as a formula reads them: ``t.calls``."""

    def __getattr__(self, name: str) -> Any:
        # Only what there is not comes here.
        raise NoSuchTerm(name, vars(self))


def numbers_of(terms: Terms, **other: float) -> SimpleNamespace:
    """The terms' values, to put into a formula: ``formula(numbers_of(terms))``.

    Args:
        **other: values that shall stand for those of the terms of the same name.

    Raises:
        NoSuchTerm: if there is no such term, here or where a formula reads one.
        ValueError: if a value that stands for one is not a finite number.
    """
    _check_names(terms, other)
    for name, number in other.items():
        if wrong := about(name, number):
            raise Slip(wrong)
    return Values(**{name: float(term.value) for name, term in terms.items()} | other)


def unit_of(formula: Formula, terms: Terms) -> Unit:
    """The unit in which a formula comes out: it is run once with units in place of bare numbers.

    What it cannot see: the same yen counted twice, a wrong number, or a share of the wrong whole.

    Returns:
        What equals ``"yen/quarter"``, for instance; or ``""`` for a bare number.

    Raises:
        NoSuchTerm: if the formula names a term that there is not.
        UnitError: where units meet that do not add up, such as yen a quarter and yen a month times days; where a unit meets a
            function that takes bare numbers; if no number comes out, or a plain 0, which has any unit.
        ValueError: if it cannot be computed with these values.
    """
    _check_names(terms, ())
    amounts = {name: Amount(float(term.value), Unit.of(term.unit)) for name, term in terms.items()}
    outcome = _run(formula, Values(**amounts))
    if isinstance(outcome, Amount):
        return outcome.unit
    if says := _about_outcome(outcome):
        raise UnitError(says)
    if outcome == 0:
        raise UnitError(_ANY_ZERO)
    return Unit()


def outcome_of(formula: Formula, terms: Terms, **other: float) -> float:
    """What comes out of a formula, with other values for some terms as in ``numbers_of``.

    Raises:
        ValueError: as for ``numbers_of``, and if anything but a finite number comes out.
    """
    numbers = numbers_of(terms, **other)
    where = [_WHERE.format(name=name, value=f"{value:.6g}") for name, value in other.items()]
    outcome = _run(formula, numbers, *where)
    if says := _about_outcome(outcome):
        raise Slip(*where, says)
    return float(outcome)


def terms_as_table(terms: Terms, owners: bool = True) -> pd.DataFrame:
    """The terms to read, one a row, in the language spoken now.

    Args:
        owners: whether the table says who owns each.
    """
    rows = {}
    for name, term in terms.items():
        row = {str(T("term", "項")): str(term.label), str(T("best guess", "見込み")): str(term.told(term.value))}
        row[str(T("range", "幅"))] = str(term.told(term.low, term.high)) if term.is_open else ""
        if owners:
            row[str(T("owner", "担い手"))] = str(term.owner)
        rows[name] = row
    return pd.DataFrame.from_dict(rows, orient="index")


def _check_names(terms: Terms, names: Iterable[str]) -> None:
    if wrong := [name for name, term in terms.items() if not isinstance(term, Term)]:
        raise ValueError(f"{wrong[0]} is not a Term; write Term(label, value, unit, owner).")
    if unknown := [name for name in names if name not in terms]:
        raise NoSuchTerm(unknown[0], terms)


def _run(formula: Formula, numbers: SimpleNamespace, *where: T) -> Any:
    try:
        return unpacked(formula(numbers))
    except ArithmeticError as error:
        raise Slip(*where, _DIVIDED) from error


def _about_outcome(outcome: Any) -> T | None:
    """What is wrong with what came out of a formula where a number is expected; nothing where it is one."""
    if outcome is None:
        return _NOTHING
    if says := about_no_number(outcome):
        return run_on(says) if isinstance(outcome, float) else _NO_NUMBER.format(gave=repr(outcome)[:40])
    return None
