"""``mlcurric.subject.experiments.april`` inside the sandbox: what is believed of the lists is told, not drawn."""

from __future__ import annotations

from mlcurric.grading.guest.stand_ins import files
from mlcurric.subject.experiments.hold_out import Belief, Lists


def april_lists() -> Lists:
    """The lists of April to January, after a price rise."""
    told = files.told("april_lists")
    return Lists(**told | {"beliefs": {name: Belief(**each) for name, each in told["beliefs"].items()}})
