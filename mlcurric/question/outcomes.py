"""What came of calls of a learner's function, and whether it is what came of the same calls of another one."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from mlcurric.question.plain import Opaque

_FORMS = (
    {"gave", "type"},
    {"too_large"},
    {"raised", "kinds", "says", "line"},
    {"endless"},
    {"changed"},
)
"""What is told of a call, see ``asking.answer_of``: it came to one of these and to no other."""


def outcomes_in(value: Any) -> list[dict[str, Any]] | None:
    """The outcomes of calls as they were told; ``None`` where one came to nothing, or to two things at once.

    They are told by the process that holds the learner's code, which may have put its own words in between.
    """
    match value:
        case {"asked": [*outcomes]} if outcomes and all(
            isinstance(each, dict) and each.keys() in _FORMS for each in outcomes
        ):
            return outcomes
    return None


def outcomes_alike(outcome: Mapping[str, Any], model: Mapping[str, Any], tolerance: float) -> bool:
    """Whether what came of a call (see ``asking.answer_of``) is what came of the same call of a model.

    Args:
        model: the outcome of a function of ours.
        tolerance: how far a number may lie from the model's, relative to it (absolute below 1).
    """
    if "gave" in outcome and "gave" in model:
        return _equal(outcome["gave"], model["gave"], tolerance)
    if "raised" in outcome and "raised" in model:
        # A StatisticsError is a ValueError, and whoever catches the one catches the other.
        return model["raised"] in (outcome["raised"], *_kinds(outcome))
    return outcome.keys() == model.keys()


def _kinds(outcome: Mapping[str, Any]) -> list[Any]:
    """Of which errors an error is one, as whoever ran the function says; nobody gains more by it than by raising those."""
    kinds = outcome.get("kinds")
    return kinds if isinstance(kinds, list) else []


def same_kind(got: Any, wanted: Any) -> bool:
    """Whether two values are of one type; a whole number is a number like any other."""

    def kind(value: Any) -> type:
        return float if type(value) is int else type(value)

    return kind(got) is kind(wanted) and not isinstance(got, Opaque)


def _equal(got: Any, wanted: Any, tolerance: float) -> bool:
    if not same_kind(got, wanted):
        return False
    if isinstance(wanted, list):
        return len(got) == len(wanted) and all(_equal(*pair, tolerance) for pair in zip(got, wanted, strict=True))
    if isinstance(wanted, dict):
        return got.keys() == wanted.keys() and all(_equal(got[key], wanted[key], tolerance) for key in wanted)
    if isinstance(wanted, int | float) and not isinstance(wanted, bool):
        if not (math.isfinite(wanted) and math.isfinite(got)):
            # A gap is not equal to itself, and next to infinity every number would be near enough.
            return repr(float(got)) == repr(float(wanted))
        return abs(got - wanted) <= tolerance * max(1.0, abs(wanted))
    return got == wanted
