"""A unit is a product of powers of names, such as yen per month: how it is read, written, multiplied and divided."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

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
    """Amounts whose units do not go together, or a formula that comes out without one.

    Attributes:
        says: which units met and the way out, in both languages.
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
        if not isinstance(text, str):
            raise ValueError(f"A unit is a text such as 'yen/month', or '' for a bare number, not {text!r}.")
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
        """The unit of a product: yen/month times month is yen."""
        (a, b), (c, d) = self._split(), other._split()
        return self._from(a + c, b + d)

    def per(self, other: Unit) -> Unit:
        """The unit of a quotient: yen per month is yen/month; what stands on both sides falls out."""
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
