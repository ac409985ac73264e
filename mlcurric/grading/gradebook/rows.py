"""What is kept of a hand-in as JSON, and back; the same words come out, in both languages.

All that is printed, shown or exported comes through here, and a sentence may hold what a learner typed: it is cleaned once,
where it comes out, so that gradebooks which were filled before hold nothing either that a terminal or a page would obey.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from mlcurric.grading.judging.judge import Graded, own_fault
from mlcurric.grading.reading.clean import clean, clean_line
from mlcurric.grading.reading.hand_ins import Problem
from mlcurric.grading.submission import StoppedCell, Submission
from mlcurric.question import plain
from mlcurric.question.verdict import LABELS, Status, Verdict
from mlcurric.text import T


def sound(one: Graded) -> Graded:
    """A graded question whose share of the points can be kept; any other is a fault of ours, and is told as one."""
    # Not a number is in no range.
    if 0 <= one.verdict.share <= 1:
        return one
    problem = own_fault(ValueError(one.verdict.share))
    verdict = Verdict(Status.ERROR, problem.seen, next_step=problem.next_step)
    return replace(one, verdict=verdict, label=LABELS[Status.ERROR], ours=True)


def as_json(one: Graded) -> str:
    """One graded question as JSON, without its name, points and status, which stand in columns of their own."""
    said = one.verdict
    return _dumps(
        {
            "seen": _both(said.seen),
            "expected": _both(said.expected),
            "next_step": _both(said.next_step),
            "share": said.share,
            "verdict_label": _both(said.label),
            "way": _both(said.way),
            "label": _both(one.label),
            "answer": plain.dumps(one.answer) if one.answered else None,
            "line": one.line,
            "ours": one.ours,
        }
    )


def from_json(name: str, most: int, status: str, misconception: str | None, text: str) -> Graded:
    """What ``as_json`` wrote.

    Raises:
        ValueError, KeyError: if it is none of its.
    """
    kept = json.loads(text)
    verdict = Verdict(
        Status(status),
        _text(kept["seen"]),
        _text(kept["expected"]),
        _text(kept["next_step"]),
        kept["share"],
        misconception,
        _text(kept["verdict_label"]),
        # Gradebooks that were begun before these two were kept do not have them.
        _text(kept.get("way")),
    )
    answered = kept["answer"] is not None
    answer = plain.loads(kept["answer"]) if answered else None
    return Graded(
        name, most, verdict, _text(kept["label"]), answered, answer, _line(kept["line"]), kept.get("ours", False)
    )


def details_as_json(one: Submission) -> str:
    """What is kept of a hand-in beside its questions."""
    problem = one.problem
    return _dumps(
        {
            "problem": problem and [_both(problem.seen), _both(problem.next_step), problem.detail],
            "trouble": one.trouble,
            "stopped": [[_both(cell.says), cell.line] for cell in one.stopped],
            "others": one.others,
            "second": one.second,
        }
    )


def details_from_json(text: str) -> dict[str, Any]:
    """The fields of a ``Submission`` that ``details_as_json`` wrote."""
    kept = json.loads(text)
    problem = kept["problem"]
    return {
        "problem": problem and Problem(_text(problem[0]), _text(problem[1]), clean_line(problem[2])),
        "trouble": kept["trouble"],
        "stopped": tuple(StoppedCell(_text(says), _line(line)) for says, line in kept["stopped"]),
        "others": tuple(kept["others"]),
        "second": kept["second"],
    }


def _dumps(kept: dict[str, Any]) -> str:
    return json.dumps(kept, ensure_ascii=True, sort_keys=True)


def _both(text: T | None) -> dict[str, str] | None:
    return None if text is None else {"en": text.en, "ja": text.ja}


def _text(both: Any) -> T | None:
    return None if both is None else T(clean_line(both["en"]), clean_line(both["ja"]))


def _line(source: str) -> str:
    """Lines of a learner's own, as they were typed."""
    return clean(source, keep="\n\t")
