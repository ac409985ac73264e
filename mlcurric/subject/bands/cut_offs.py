"""Where the machine acts alone, where a person looks first, and where nobody is called: two cut-offs."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from numbers import Integral, Real

LOOKS_EACH = (1, 3)
"""How many people look at each customer, in the ways that are compared."""
_ENDLESS = 1e15


@dataclass(frozen=True)
class Bands:
    """Two cut-offs, in yen of expected gain, and how many people look at each customer between them.

    Raises:
        ValueError: if a cut-off is no number, calling begins below looking, or ``looks_each`` is no odd whole number.
    """

    call_from: float
    look_from: float
    looks_each: int = 1

    def __post_init__(self) -> None:
        for name, yen in (("call_from", self.call_from), ("look_from", self.look_from)):
            if not isinstance(yen, Real) or isinstance(yen, bool) or isnan(yen):
                raise ValueError(f"{name} is a number of yen, such as 3000; here it is {yen!r}.")
        if self.call_from < self.look_from:
            raise ValueError(
                f"call_from ({self.call_from:,.0f} yen) lies below look_from ({self.look_from:,.0f} yen); whoever is called "
                "at once is not looked at first."
            )
        people = self.looks_each
        if not isinstance(people, Integral) or isinstance(people, bool) or people < 1 or people % 2 == 0:
            raise ValueError(
                f"looks_each is an odd number of people, such as 1 or 3, so that there is a majority; here it is {people!r}."
            )


ALL_CALLED = Bands(0, 0)
"""Nobody looks: whoever has an expected gain is called."""
ALL_LOOKED_AT = Bands(_ENDLESS, 0)
"""Nobody is called at once: somebody looks at whoever has an expected gain."""
