"""Numbers with their units: what may be added, and what comes out of a product.

Just enough to run a formula once with units in place of bare numbers and hear where apples meet days; code that
computes with units all day uses a library for it, such as pint.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass
from numbers import Real
from typing import Any

import numpy as np

from mlcurric.subject.value.powers import Unit, UnitError
from mlcurric.text import T

_UNLIKE = T(
    "{one} and {other} do not add up: their units differ.",
    "{one}と{other}は足し引きできません。単位が違います。",
)
_NOT_COMPARED = T(
    "{one} and {other} cannot be compared: their units differ. Only 0 is 0 in every unit.",
    "{one}と{other}は比べられません。単位が違います。どの単位でも同じなのは 0 だけです。",
)
_NOT_BARE = T(
    "{what} takes a bare number, not {unit}. Divide by an amount in {unit} first.",
    "{what} に入れられるのは単位のない数で、{unit}は入れられません。先に、{unit}の数で割りましょう。",
)
_NO_SUCH_POWER = T(
    "{unit} to the power of {power} is no unit. Take a whole power, or divide by an amount in {unit} first.",
    "{unit}の{power}乗は、単位になりません。整数乗にするか、先に{unit}の数で割りましょう。",
)
_NO_AMOUNT = T(
    "An amount computes with numbers and amounts, not with {value} ({kind}).",
    "計算できる相手は、数と、単位のついた数だけです。{value}({kind})とは計算できません。",
)
_NO_UNIT = Unit()


@dataclass(frozen=True)
class Amount:
    """A number with its unit, such as ``Amount(5, Unit.of("yen/month"))``; without one it is a bare number.

    It adds to its like, compares with its like, and multiplies with anything. To round it keeps its unit, and a whole power
    has that power of it. All other functions, such as exp, take bare numbers only. Python's and numpy's are understood.

    Raises:
        ValueError: if the number is none, or the unit is not a ``Unit``.
        UnitError: where units meet that do not go together, or where it meets anything but a number.
    """

    number: float
    unit: Unit = _NO_UNIT

    def __post_init__(self) -> None:
        if not isinstance(self.number, Real):
            raise ValueError(f"An amount has a number, not {self.number!r}.")
        if not isinstance(self.unit, Unit):
            raise ValueError(f"An amount has a Unit, not {self.unit!r}; write Unit.of('yen/month'), for instance.")

    def __add__(self, other: Amount | float) -> Amount:
        return Amount(self.number + self._like(other, _UNLIKE), self.unit)

    __radd__ = __add__

    def __neg__(self) -> Amount:
        return Amount(-self.number, self.unit)

    def __pos__(self) -> Amount:
        return self

    def __abs__(self) -> Amount:
        return Amount(abs(self.number), self.unit)

    def __sub__(self, other: Amount | float) -> Amount:
        return Amount(self.number - self._like(other, _UNLIKE), self.unit)

    def __rsub__(self, other: Amount | float) -> Amount:
        return -self + other

    def __mul__(self, other: Amount | float) -> Amount:
        other = _amount(other)
        return Amount(self.number * other.number, self.unit.times(other.unit))

    __rmul__ = __mul__

    def __truediv__(self, other: Amount | float) -> Amount:
        other = _amount(other)
        return Amount(self.number / other.number, self.unit.per(other.unit))

    def __rtruediv__(self, other: Amount | float) -> Amount:
        return _amount(other) / self

    def __floordiv__(self, other: Amount | float) -> Amount:
        return math.floor(self / other)

    def __rfloordiv__(self, other: Amount | float) -> Amount:
        return math.floor(_amount(other) / self)

    def __mod__(self, other: Amount | float) -> Amount:
        return Amount(self.number % self._like(other, _UNLIKE), self.unit)

    def __rmod__(self, other: Amount | float) -> Amount:
        return _amount(other) % self

    def __pow__(self, power: Amount | float) -> Amount:
        power = _amount(power)._bare("**")
        if self.unit == _NO_UNIT:
            return Amount(self.number**power)
        if power % 1 != 0:
            raise UnitError(_NO_SUCH_POWER.format(unit=self.unit.label, power=f"{power:g}"))
        powers = tuple((name, each * int(power)) for name, each in self.unit.powers) if power else ()
        return Amount(self.number**power, Unit(powers))

    def __rpow__(self, base: float) -> Amount:
        return _amount(base) ** self

    def __lt__(self, other: Amount | float) -> bool:
        return self.number < self._like(other, _NOT_COMPARED)

    def __le__(self, other: Amount | float) -> bool:
        return self.number <= self._like(other, _NOT_COMPARED)

    def __gt__(self, other: Amount | float) -> bool:
        return self.number > self._like(other, _NOT_COMPARED)

    def __ge__(self, other: Amount | float) -> bool:
        return self.number >= self._like(other, _NOT_COMPARED)

    def __bool__(self) -> bool:
        return self.number != 0

    def __round__(self, digits: int | None = None) -> Amount:
        return Amount(round(self.number, digits), self.unit)

    def __floor__(self) -> Amount:
        return Amount(math.floor(self.number), self.unit)

    def __ceil__(self) -> Amount:
        return Amount(math.ceil(self.number), self.unit)

    def __float__(self) -> float:
        return float(self._bare("float()"))

    def __int__(self) -> int:
        return int(self._bare("int()"))

    def __array_ufunc__(self, function: np.ufunc, method: str, *inputs: Any, **settings: Any) -> Any:
        """What numpy asks of whoever meets one of its numbers or functions."""
        amounts = [_amount(each) for each in inputs]
        if (own := _OPERATORS.get(function.__name__)) and method == "__call__" and not settings:
            # 0 has any unit for the operators, and as an amount it would be a bare one.
            return own(*(0 if _is_nothing(each) else amount for each, amount in zip(inputs, amounts, strict=True)))
        bare = [amount._bare(function.__name__) for amount in amounts]
        gave = getattr(function, method)(*bare, **settings)
        return Amount(gave) if isinstance(gave, Real) else gave

    def _like(self, other: Amount | float, otherwise: T) -> float:
        """The number of another amount of the same unit; 0 is nothing of any unit, and sum() begins with it."""
        if _is_nothing(other):
            return 0.0
        other = _amount(other)
        if other.unit != self.unit:
            raise UnitError(otherwise.format(one=self.unit.label, other=other.unit.label))
        return other.number

    def _bare(self, what: str) -> float:
        if self.unit != _NO_UNIT:
            raise UnitError(_NOT_BARE.format(what=what, unit=self.unit.label))
        return self.number


_OPERATORS: dict[str, Callable[..., Any]] = {
    "add": operator.add,
    "subtract": operator.sub,
    "multiply": operator.mul,
    "divide": operator.truediv,
    "floor_divide": operator.floordiv,
    "remainder": operator.mod,
    "power": operator.pow,
    "negative": operator.neg,
    "positive": operator.pos,
    "absolute": operator.abs,
    "less": operator.lt,
    "less_equal": operator.le,
    "greater": operator.gt,
    "greater_equal": operator.ge,
    "equal": operator.eq,
    "not_equal": operator.ne,
    "maximum": max,
    "minimum": min,
    "rint": round,
    "floor": math.floor,
    "ceil": math.ceil,
}
"""numpy's functions for which an amount has an operator of its own, by their names."""


def unpacked(value: Any) -> Any:
    """What stands in one of numpy's arrays without dimensions, which ``np.where`` gives back for a single value."""
    return value.item() if isinstance(value, np.ndarray) and not value.ndim else value


def _is_nothing(value: Any) -> bool:
    value = unpacked(value)
    return isinstance(value, Real) and value == 0


def _amount(value: Any) -> Amount:
    value = unpacked(value)
    if isinstance(value, Amount):
        return value
    if isinstance(value, Real):
        return Amount(float(value))
    raise UnitError(_NO_AMOUNT.format(value=repr(value)[:40], kind=type(value).__name__))
