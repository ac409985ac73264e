"""What in a plan cannot stand: a line that says nothing possible, and lines that exclude each other.

What lines in words do to the result (a metric that no call can move, a lot that is none) is not said here: the rehearsal
shows it.
"""

from __future__ import annotations

from collections.abc import Iterable

from mlcurric.subject.poc.about_dates import about_dates
from mlcurric.subject.poc.about_effect import about_effect
from mlcurric.subject.poc.about_money import about_money
from mlcurric.subject.poc.about_numbers import about_numbers
from mlcurric.subject.poc.about_words import about_signatures, about_words
from mlcurric.subject.poc.plan import PocPlan
from mlcurric.subject.poc.setting import Setting
from mlcurric.subject.product.finding import LineFinding


def plan_findings(plan: PocPlan, setting: Setting) -> tuple[LineFinding, ...]:
    """What cannot stand, in the order in which it is mended: numbers that are none, then lines that do not fit.

    Args:
        plan: any; its numbers may be of any size.
        setting: what it is held against.
    """
    found = [*about_numbers(plan, setting), *about_effect(plan, setting)]
    odd = _impossible(found)
    # A sum with a number that is none would only say the same again.
    if not odd & {"customers", "hold_out_of_100"}:
        found += about_money(plan, setting)
    if "weeks" not in odd:
        found += about_dates(plan, setting)
    return (*found, *about_words(plan), *about_signatures(plan, setting))


def can_be_rehearsed(plan: PocPlan, findings: Iterable[LineFinding]) -> bool:
    """Whether enough of a plan stands for it to be carried out on simulated customers."""
    return not _impossible(findings) and cannot_be_played(plan, Setting()) is None


def cannot_be_played(plan: PocPlan, setting: Setting) -> LineFinding | None:
    """The first thing that keeps a plan from being carried out at all; ``None`` where nothing does."""
    found = [*about_numbers(plan, setting), *about_effect(plan, setting)]
    for one in found:
        # Equal thresholds leave no room for an extension; the others say go and stop at once.
        if one.name in _IMPOSSIBLE or (one.name == "stop_above_go" and plan.stop_below > plan.go_from):
            return one
    return None


def _impossible(findings: Iterable[LineFinding]) -> set[str]:
    """The lines in which no number stands that anybody could go by."""
    return {line for one in findings if one.name in _IMPOSSIBLE for line in one.lines}


_IMPOSSIBLE = (
    *("no_customers", "part_of_a_customer", "too_many_customers", "hold_out_not_of_100", "nobody_called"),
    *("no_calls", "no_weeks", "too_many_weeks", "no_effect", "effect_above_leavers", "no_threshold"),
)
