"""Numbers with their units: what may be added, and what comes out of a product.

Just enough to run a formula once with units in place of bare numbers and hear where apples meet days; code that
computes with units all day uses a library for it, such as pint.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from numbers import Real

from mlcurric.text import T

_WORD = re.compile(r"[^\W\d_]+")
_JA = {
    "yen": "円",
    "customer": "人",
    "call": "件",
    "ticket": "件",
    "quarter": "四半期",
    "year": "年",
    "month": "月",
    "day": "日",
    "hour": "時間",
    "minute": "分",
}
_BARE = T("a bare number", "単位のない数")


class UnitError(ValueError):
    """Two amounts whose units do not go together.

    Attributes:
        says: which units met, in both languages.
    """

    def __init__(self, says: T) -> None:
        super().__init__(says)
        self.says = says

    def __str__(self) -> str:
        return str(self.says)


@dataclass(frozen=True)
class Unit:
    """A product of powers, such as yen per month: ``(("month", -1), ("yen", 1))``. Nothing at all is a bare number."""

    powers: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, text: str) -> Unit:
        """Read a unit: names multiplied by ``·`` or ``*``, then a ``/`` before each one divided by.

        Args:
            text: such as ``"yen/month"``, ``"1/month"``, ``"yen/customer/month"``, or ``""`` for a bare number.

        Raises:
            ValueError: if it is not written like that.
        """
        above, *below = (part.strip() for part in text.split("/"))
        names = [] if above in ("", "1") else [name.strip() for name in re.split(r"[·*]", above)]
        if wrong := [name for name in (*names, *below) if not _WORD.fullmatch(name)]:
            raise ValueError(
                f"{text!r} is not a unit: {wrong[0]!r} is not a name. Write it like 'yen/month', or '' for a bare number."
            )
        return cls._from(Counter(names), Counter(below))

    @classmethod
    def _from(cls, above: Counter[str], below: Counter[str]) -> Unit:
        powers = {name: above[name] - below[name] for name in (*above, *below)}
        return cls(tuple(sorted((name, power) for name, power in powers.items() if power)))

    def _split(self) -> tuple[Counter[str], Counter[str]]:
        above = Counter({name: power for name, power in self.powers if power > 0})
        return above, Counter({name: -power for name, power in self.powers if power < 0})

    def times(self, other: Unit) -> Unit:
        (a, b), (c, d) = self._split(), other._split()
        return self._from(a + c, b + d)

    def per(self, other: Unit) -> Unit:
        (a, b), (c, d) = self._split(), other._split()
        return self._from(a + d, b + c)

    def __str__(self) -> str:
        above, below = self._split()
        # Money first: “yen·day/month” reads as money that days have got into.
        names = sorted(above.elements(), key=lambda name: (name != "yen", name))
        return "/".join(["·".join(names) or "1", *sorted(below.elements())]) if self.powers else ""

    @property
    def label(self) -> T:
        """The unit as a reader likes it: “yen/month”, 「円/月」."""
        if not self.powers:
            return _BARE
        # “3月” would be March.
        ja = re.sub(r"^month\b", "か月", str(self))
        return T(str(self), _WORD.sub(lambda name: _JA.get(name[0], name[0]), ja))


@dataclass(frozen=True)
class Amount:
    """A number with its unit; it adds only to its like, and multiplies with anything. Bare numbers have no unit."""

    number: float
    unit: Unit = Unit()

    def __add__(self, other: Amount | float) -> Amount:
        # 0 is nothing of any unit, and sum() begins with it.
        other = Amount(0.0, self.unit) if _is_nothing(other) else _amount(other)
        if other.unit != self.unit:
            raise UnitError(
                T(
                    "{one} and {other} do not add up: their units differ.",
                    "{one}と{other}は足し引きできません。単位が違います。",
                ).format(one=self.unit.label, other=other.unit.label)
            )
        return Amount(self.number + other.number, self.unit)

    __radd__ = __add__

    def __neg__(self) -> Amount:
        return Amount(-self.number, self.unit)

    def __sub__(self, other: Amount | float) -> Amount:
        return self + (-_amount(other) if not _is_nothing(other) else 0)

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


def _is_nothing(value: Amount | float) -> bool:
    return isinstance(value, Real) and value == 0


def _amount(value: Amount | float) -> Amount:
    if isinstance(value, Amount):
        return value
    if isinstance(value, Real):
        return Amount(float(value))
    raise TypeError(f"An amount computes with numbers and amounts, not with {type(value).__name__}.")
