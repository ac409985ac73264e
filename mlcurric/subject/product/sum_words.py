"""What the sums of lesson 1-5 find, said for any product: of hits and people to whom it happens, not of churn."""

from __future__ import annotations

import math
from collections.abc import Mapping

from mlcurric.subject.digits import as_count, from_to
from mlcurric.subject.expectation import expected_kept
from mlcurric.subject.ranges import DIGITS, Range
from mlcurric.text import T

CLASHES = {
    "kept_above_leavers": T(
        "The list holds {found_most} hits at most, and you would keep {kept_high}.",
        "リストの当たりは多くても{found_most}人なのに、防げる件数が{kept_high}件になっています。",
    ),
    "kept_too_high": T(
        "At best {size} × {hits_best} of 100 × {success_high} of 100 = {most} are kept; you promise up to {kept_high}.",
        "いちばんよくても {size}人 × 100人中{hits_best}人 × 100人中{success_high}件 = {most}件です。約束の上限は{kept_high}件になっています。",
    ),
}
"""What no reading of the lines can make right."""
QUESTIONS = {
    "kept_too_low": T(
        "At worst {size} × {hits_worst} of 100 × {success_low} of 100 = {least} are kept; you promise from {kept_low}.",
        "いちばん悪くても {size}人 × 100人中{hits_worst}人 × 100人中{success_low}件 = {least}件です。約束の下限は{kept_low}件になっています。",
    ),
    "kept_off_middle": T(
        "The middles of your own lines give {size} × {hits_middle} of 100 × {success_middle} of 100 = {middle}, outside {kept_low} to {kept_high}.",
        "各行の真ん中どうしなら {size}人 × 100人中{hits_middle}人 × 100人中{success_middle}件 = {middle}件ですが、約束の{kept_low}〜{kept_high}件に入りません。",
    ),
    "kept_too_narrow": T(
        "The sum of your own lines runs from {least} to {most}; the promise, {kept_low} to {kept_high}, is narrower than one of them alone allows.",
        "ほかの行から計算すると{least}〜{most}件。約束の{kept_low}〜{kept_high}件は、もとになる1行の幅より狭くなっています。",
    ),
    "misses_are_finds": T(
        "The list finds {caught_least} to {caught_most} of the {leavers} to whom it happens: {misses} of 100 is about what it finds, not what it misses.",
        "本当にそうなる{leavers}人のうち、リストが見つけるのは{caught_least}〜{caught_most}人です。100人中{misses}人は、見逃すほうではなく、見つけるほうの人数です。",
    ),
    "misses_are_false_alarms": T(
        "{misses} of 100 on the list are no hits: those are false alarms. Missed is to whom it happens without being on the list.",
        "リストの100人中{misses}人は当たりではない人、つまり空振りです。見逃しは、リストに載らずに、本当にそうなる人のことです。",
    ),
    "misses_off": T(
        "The list finds {caught_least} to {caught_most} of the {leavers} to whom it happens, so of 100 it misses {missed_least} to {missed_most}, not {misses}.",
        "本当にそうなる{leavers}人のうち、リストが見つけるのは{caught_least}〜{caught_most}人。100人あたりの見逃しは{missed_least}〜{missed_most}人で、{misses}人にはなりません。",
    ),
}
"""What may be meant."""


def sum_values(
    size: float, ends: Mapping[str, Range[float]], misses: float | None, leavers: float | None
) -> dict[str, str]:
    """The numbers that the sentences name, as written or as whole people; those whose lines are missing are not in it.

    Args:
        size: customers on the list.
        ends: ``hits`` and ``success`` of 100, ``kept`` per list, as far as they are written.
        misses: of 100 to whom it happens.
        leavers: customers to whom it happens in all.
    """
    values = {"size": as_count(size)}
    values |= {f"{name}_{end}": as_count(getattr(span, end)) for name, span in ends.items() for end in ("low", "high")}
    hits, success = ends.get("hits"), ends.get("success")
    if hits:
        # “At most 6.7 people” are 6.
        values["found_most"] = as_count(math.floor(round(size * hits.high / 100, DIGITS)))
    if hits and success:
        best = hits.high if success.high >= 0 else hits.low
        worst = hits.low if success.low >= 0 else hits.high
        values |= dict(
            hits_best=as_count(best),
            hits_worst=as_count(worst),
            hits_middle=as_count(hits.middle),
            success_middle=as_count(success.middle),
            most=whole(expected_kept(size, best, success.high)),
            least=whole(expected_kept(size, worst, success.low)),
            middle=whole(expected_kept(size, hits.middle, success.middle)),
        )
    if hits and misses is not None and leavers:
        # A list cannot find more than there are.
        caught = [min(size * end / 100, leavers) for end in (hits.low, hits.high)]
        missed = [100 * (1 - each / leavers) for each in reversed(caught)]
        values |= dict(
            caught_least=whole(caught[0]),
            caught_most=whole(caught[1]),
            leavers=whole(leavers),
            misses=as_count(misses),
            missed_least=whole(missed[0]),
            missed_most=whole(missed[1]),
        )
    return values


def whole(value: float) -> str:
    """A computed number of people: there are no tenths of them; below one a tenth says more than “0”."""
    return as_count(value) if abs(value) < 1 else as_count(math.floor(abs(value) + 0.5) * (1 if value > 0 else -1))


def whole_people(span: Range[float]) -> T:
    """A computed range of people: “80”, “45 to 100”."""
    return from_to(whole(span.low), whole(span.high))
