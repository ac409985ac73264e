"""A runbook, decided before anything happens, and what it is worth: played over two years that look alike until outcomes come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

ON_CHANGE = ("go on", "retrain", "roll back", "trial", "switch off")
AFTER = ("full list", "compare by lot", "compare with promise", "stop")


@dataclass(frozen=True)
class Runbook:
    """What is done when an alarm rings.

    Attributes:
        psi_above: the alarm rings where the PSI of a column lies above this, more than 0; from then on the customers of that
            month are what later ones are compared with.
        ask_first: whether somebody asks what has changed before anything else is done. If not, every alarm counts as a change
            of the customers; if so, only a real one does, and each alarm costs ``Rehearsal.question``.
        on_change: one of ``ON_CHANGE``, for the three months until outcomes are known. All but the last two call the list
            less the usual hold-out.
        called_of_100: in a trial, how many of 100 on the list are called, by lot; 0 to 100.
        after: one of ``AFTER``, for the rest of the year: the full list (less the hold-out) whatever came out; or only if
            fewer of the called left than of those left alone by lot; or only if of 100 called not more than
            ``Rehearsal.allowed`` more left than was promised; or no call any more. Where nobody was called, nothing can be
            compared, and nobody is; where nobody was left alone, the first comparison is not possible, and calls go on.
    """

    psi_above: float
    ask_first: bool
    on_change: str
    called_of_100: float
    after: str

    def possible(self) -> bool:
        """Whether somebody can carry it out."""
        return self.psi_above > 0 and 0 <= self.called_of_100 <= 100


GO_ON = Runbook(psi_above=1e9, ask_first=True, on_change="go on", called_of_100=0, after="full list")
STOP = Runbook(psi_above=0.25, ask_first=True, on_change="switch off", called_of_100=0, after="stop")
SIMPLE = (GO_ON, STOP)
"""The runbooks that need no thought: never do anything, and stop at the first real change."""
_TRIED = replace(STOP, on_change="trial")


def candidates() -> list[Runbook]:
    """Runbooks among which the best is looked for."""
    shares = (2, 5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90)
    trials = [
        replace(_TRIED, psi_above=psi, called_of_100=share, after=after)
        for psi, share, after in product((0.1, 0.25, 0.4, 0.7), shares, AFTER[1:3])
    ]
    others = [
        replace(STOP, on_change=on, after=after) for on in ("go on", "retrain", "roll back") for after in AFTER[1:3]
    ]
    return [*SIMPLE, *trials, *others]
