"""The expectation sheet: from what was counted to what may be promised, as ranges whose lines agree with each other."""

from mlcurric.subject.expectation.evidence import Assumed, Counted, Pilot, between, chosen_in_pilot
from mlcurric.subject.expectation.example import repair_sheet
from mlcurric.subject.expectation.reconcile import (
    Finding,
    contradictions,
    expected_kept,
    expected_misses,
    kept_bounds,
)
from mlcurric.subject.expectation.rehearsal import rehearse
from mlcurric.subject.expectation.sheet import Decision, ExpectationSheet, NextLists
from mlcurric.subject.expectation.words import evidence_as_table, promise_in_words, sheet_as_table

__all__ = [
    "Assumed",
    "Counted",
    "Decision",
    "ExpectationSheet",
    "Finding",
    "NextLists",
    "Pilot",
    "between",
    "chosen_in_pilot",
    "contradictions",
    "evidence_as_table",
    "expected_kept",
    "expected_misses",
    "kept_bounds",
    "promise_in_words",
    "rehearse",
    "repair_sheet",
    "sheet_as_table",
]
