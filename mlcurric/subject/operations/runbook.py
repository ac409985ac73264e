"""A runbook, decided before anything happens, and what it is worth: played over two years that look alike until outcomes come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from math import isfinite
from numbers import Real

ON_CHANGE = ("go on", "recalibrate", "retrain", "roll back", "trial", "switch off")
"""What is done about a change; see ``Runbook``."""
AFTER = ("full list", "compare by lot", "compare with promise", "stop")
"""What is done once outcomes are known; see ``Runbook``."""


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool) and isfinite(value)


@dataclass(frozen=True)
class Runbook:
    """What is done when an alarm rings.

    Attributes:
        psi_above: the alarm rings where the PSI of a column lies above this, more than 0; from then on the customers of that
            month are what later ones are compared with.
        ask_first: whether somebody asks what has changed before anything else is done. If not, every alarm counts as a change
            of the customers; if so, only a real one does, and each alarm costs ``Rehearsal.question``.
        on_change: one of ``ON_CHANGE``, for the three months until outcomes are known. All but the last two call the list
            less the usual hold-out; ``"recalibrate"`` and ``"retrain"`` from the newest three months whose outcome is known.
        called_of_100: in a trial, how many of 100 on the list are called, by lot; 0 to 100.
        after: one of ``AFTER``, for the rest of the year: the full list (less the hold-out) whatever came out; or only if
            fewer of the called left than of those left alone by lot; or only if of 100 called not more than
            ``Rehearsal.allowed`` more left than was promised; or no call any more. Where nobody was called, nothing can be
            compared, and nobody is; where nobody was left alone, the first comparison is not possible, and calls go on.

    Raises:
        ValueError: naming the attribute that nobody could carry out, and what it may be.
    """

    psi_above: float
    ask_first: bool
    on_change: str
    called_of_100: float
    after: str

    def __post_init__(self) -> None:
        if not _is_number(self.psi_above) or self.psi_above <= 0:
            raise ValueError(f"psi_above is a number above 0, such as 0.25; here it is {self.psi_above!r}.")
        # The text "no" would count as a yes.
        if not isinstance(self.ask_first, bool):
            raise ValueError(f"ask_first is True or False; here it is {self.ask_first!r}.")
        if not _is_number(self.called_of_100) or not 0 <= self.called_of_100 <= 100:
            raise ValueError(f"called_of_100 is a number from 0 to 100; here it is {self.called_of_100!r}.")
        for name, known in (("on_change", ON_CHANGE), ("after", AFTER)):
            if getattr(self, name) not in known:
                raise ValueError(f"{name} is one of {', '.join(known)}; here it is {getattr(self, name)!r}.")


GO_ON = Runbook(psi_above=1e9, ask_first=True, on_change="go on", called_of_100=0, after="full list")
STOP = Runbook(psi_above=0.25, ask_first=True, on_change="switch off", called_of_100=0, after="stop")
SIMPLE = (GO_ON, STOP, *(replace(STOP, on_change=on, after="full list") for on in ("recalibrate", "retrain")))
"""The runbooks that look at no outcome of the change: never do anything, stop for good, or put the model right and go on."""
_TRIED = replace(STOP, on_change="trial")


def candidates() -> list[Runbook]:
    """Runbooks among which the best is looked for."""
    shares = (2, 5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90)
    trials = [
        replace(_TRIED, psi_above=psi, called_of_100=share, after=after)
        for psi, share, after in product((0.1, 0.25, 0.4, 0.7), shares, AFTER[1:3])
    ]
    others = [replace(STOP, on_change=on, after=after) for on, after in product(ON_CHANGE[:4], AFTER[1:3])]
    return [*SIMPLE, *trials, *others]
