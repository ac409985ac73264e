"""Do the lines of a sheet agree with each other? List × hits × success = kept, and what the list misses.

Works on any numbers, measured or typed by somebody into a form; whatever is missing is not checked.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from mlcurric.subject.digits import as_count
from mlcurric.subject.ranges import Range
from mlcurric.text import T

ROUNDING = 0.1
"""People round: a promise within a tenth of what its own lines give still agrees with them."""
SLACK = 1.5
"""How far a count of 100, or a handful of customers, may lie beside the sum and still be the sum, rounded."""
SPOILING = ("_turned", "_not_of_100")
"""How findings end after which no sum with their line means anything."""


@dataclass(frozen=True)
class Finding:
    """One way in which the lines of a sheet contradict each other.

    Attributes:
        name: of the contradiction, such as ``"kept_too_high"``.
        fields: the lines that it is between, by the names under which a sheet is saved (``"kept_high"``, …).
        says: what was seen, with its numbers and the sum.
    """

    name: str
    fields: tuple[str, ...]
    says: T


def expected_kept(list_size: float, hits_of_100: float, success_of_100: float) -> float:
    """Customers kept by one list: those on it who would leave, times the share of them whom a contact keeps.

    Args:
        list_size: customers contacted.
        hits_of_100: of 100 on the list, how many would leave if nobody contacted them (the precision, in percent).
        success_of_100: of 100 such leavers contacted, how many stay because of it, net of those driven away.

    Returns:
        Customers; negative where contacts drive away more than they keep.
    """
    return list_size * hits_of_100 / 100 * success_of_100 / 100


def kept_bounds(list_size: float, hits_of_100: Range, success_of_100: Range) -> Range:
    """The least and the most that a list can keep within both ranges: the careful sum that needs no computer.

    It is wider than the interval of a sheet: both numbers at their bad ends at once is a rare thing.
    """
    sums = [
        expected_kept(list_size, hits, success)
        for hits, success in product((hits_of_100.low, hits_of_100.high), (success_of_100.low, success_of_100.high))
    ]
    return Range(min(sums), max(sums))


def expected_misses(list_size: float, hits_of_100: float, leavers: float) -> float:
    """Of 100 customers who leave, how many are not on the list (100 × (1 − recall)).

    Args:
        list_size: customers on the list.
        hits_of_100: of 100 on the list, how many leave.
        leavers: customers who leave in all, on the list or not.

    Raises:
        ValueError: if nobody leaves, or fewer than the list is said to hold.
    """
    found = list_size * hits_of_100 / 100
    if leavers <= 0:
        raise ValueError("Misses are counted among customers who leave; here nobody does.")
    if found > leavers:
        raise ValueError(f"The list would hold {found:,.0f} leavers, but only {leavers:,.0f} leave in all.")
    return 100 * (1 - found / leavers)


def contradictions(
    *,
    list_size: float | None = None,
    hits_of_100: Range | None = None,
    success_of_100: Range | None = None,
    kept: Range | None = None,
    misses_of_100: float | None = None,
    leavers: float | None = None,
) -> tuple[Finding, ...]:
    """Where the lines of a sheet contradict each other, the plainest first; empty where they agree.

    Args:
        list_size: customers on one list.
        hits_of_100: of 100 on the list, how many would leave.
        success_of_100: of 100 leavers contacted, how many stay because of it.
        kept: customers kept per list, as promised.
        misses_of_100: of 100 who leave, how many are not on the list.
        leavers: customers who leave in all while the list is in use.

    Returns:
        Findings by name. For each of ``hits``, ``success``, ``kept``: ``…_turned`` (low above high), ``…_point`` (no
        range); ``hits_not_of_100``, ``success_not_of_100``, ``misses_not_of_100``; ``kept_above_leavers``,
        ``kept_too_high``, ``kept_too_low``, ``kept_off_middle``, ``kept_too_narrow``; ``misses_are_finds``,
        ``misses_are_false_alarms``, ``misses_off``.

    Raises:
        ValueError: naming a line that holds no finite number.
    """
    ranges = {"hits_of_100": hits_of_100, "success_of_100": success_of_100, "kept": kept}
    points = {"list_size": list_size, "misses_of_100": misses_of_100, "leavers": leavers}
    for name, each in (
        ranges | {name: Range(point, point) for name, point in points.items() if point is not None}
    ).items():
        if each and not each.is_finite:
            raise ValueError(
                f"{name} runs from {each.low} to {each.high}; finite numbers are expected, None if unknown."
            )
    found = list(_in_themselves(hits_of_100, success_of_100, kept, misses_of_100))
    # A line with its ends turned round, or with more than 100 of 100, would spoil the sums that use it; the others stand.
    spoilt = {finding.name.split("_")[0] for finding in found if finding.name.endswith(SPOILING)}
    if list_size and hits_of_100 and success_of_100 and kept and not spoilt & {"hits", "success", "kept"}:
        found += _about_kept(list_size, hits_of_100, success_of_100, kept)
    if list_size and hits_of_100 and leavers and misses_of_100 is not None and not spoilt & {"hits", "misses"}:
        found += _about_misses(list_size, hits_of_100, misses_of_100, leavers)
    return tuple(found)


def _in_themselves(
    hits: Range | None, success: Range | None, kept: Range | None, misses: float | None
) -> Iterator[Finding]:
    """What is wrong with one line, whatever the others say."""
    for name, each in (("hits", hits), ("success", success), ("kept", kept)):
        if each is None:
            continue
        fields = (f"{name}_low", f"{name}_high")
        if each.low > each.high:
            says = T(
                "The low end, {low}, is above the high end, {high}.",
                "下限の{low}が、上限の{high}より大きくなっています。",
            )
            yield Finding(f"{name}_turned", fields, _filled(says, low=each.low, high=each.high))
        elif each.low == each.high:
            says = T("{low} to {low} is one point, not a range.", "{low}〜{low}では、幅のない一点です。")
            yield Finding(f"{name}_point", fields, _filled(says, low=each.low))
    for name, each, least in (("hits", hits, 0), ("success", success, -math.inf)):
        if each and (each.high > 100 or each.low < least):
            says = T(
                "{low} to {high} cannot be counted among 100 customers.", "{low}〜{high}は、100人中の人数になりません。"
            )
            yield Finding(
                f"{name}_not_of_100", (f"{name}_low", f"{name}_high"), _filled(says, low=each.low, high=each.high)
            )
    if misses is not None and not 0 <= misses <= 100:
        says = T("{misses} of 100 cannot be missed.", "100人中{misses}人を見逃すことはできません。")
        yield Finding("misses_not_of_100", ("misses_of_100",), _filled(says, misses=misses))


def _about_kept(size: float, hits: Range, success: Range, kept: Range) -> Iterator[Finding]:
    """The promise against list × hits × success; the first that is found says enough."""
    bounds = kept_bounds(size, hits, success)
    slack = max(SLACK, ROUNDING * abs(bounds.high))
    numbers = {"size": size, "kept_low": kept.low, "kept_high": kept.high}
    ends = {"hits_low": hits.low, "hits_high": hits.high, "success_low": success.low, "success_high": success.high}
    most_leavers = size * hits.high / 100
    if kept.high > most_leavers:
        says = T(
            "{size} × {hits_high}/100 = {leavers} at most would leave, and you would keep {kept_high} of them.",
            "解約するのは多くても {size} × {hits_high}/100 = {leavers}人なのに、{kept_high}人を引き止めることになっています。",
        )
        yield Finding(
            "kept_above_leavers",
            ("kept_high", "hits_high"),
            _filled(says, **numbers, **ends, leavers=most_leavers),
        )
    elif kept.high > bounds.high + slack:
        says = T(
            "At best {size} × {hits_high}/100 × {success_high}/100 = {most} are kept; you promise up to {kept_high}.",
            "いちばんよくても {size} × {hits_high}/100 × {success_high}/100 = {most}人です。約束の上限は{kept_high}人になっています。",
        )
        yield Finding(
            "kept_too_high",
            ("kept_high", "hits_high", "success_high"),
            _filled(says, **numbers, **ends, most=bounds.high),
        )
    elif kept.low < bounds.low - slack:
        says = T(
            "At worst {size} × {hits_low}/100 × {success_low}/100 = {least} are kept; you promise from {kept_low}.",
            "いちばん悪くても {size} × {hits_low}/100 × {success_low}/100 = {least}人です。約束の下限は{kept_low}人になっています。",
        )
        yield Finding(
            "kept_too_low",
            ("kept_low", "hits_low", "success_low"),
            _filled(says, **numbers, **ends, least=bounds.low),
        )
    else:
        yield from _about_width(size, hits, success, kept)


def _about_width(size: float, hits: Range, success: Range, kept: Range) -> Iterator[Finding]:
    """Within the bounds, a promise may still lie beside its own middle, or be surer than what it is made of."""
    middle = expected_kept(size, hits.middle, success.middle)
    slack = max(SLACK, ROUNDING * abs(middle))
    if not kept.low - slack <= middle <= kept.high + slack:
        says = T(
            "The middles of your own lines give {size} × {hits}/100 × {success}/100 = {middle}, outside {low} to {high}.",
            "各行の真ん中どうしなら {size} × {hits}/100 × {success}/100 = {middle}人ですが、約束の{low}〜{high}人に入りません。",
        )
        says = _filled(
            says, size=size, hits=hits.middle, success=success.middle, middle=middle, low=kept.low, high=kept.high
        )
        yield Finding("kept_off_middle", ("kept_low", "kept_high"), says)
        return
    # What each part alone leaves open, with the other at its middle: a product is never surer than its least sure part.
    open_by = {
        "hits": abs(success.middle) * (hits.high - hits.low) * size / 100**2,
        "success": abs(hits.middle) * (success.high - success.low) * size / 100**2,
    }
    name = max(open_by, key=lambda each: open_by[each])
    part = {"hits": hits, "success": success}[name]
    if kept.low < kept.high and kept.high - kept.low < (1 - ROUNDING) * open_by[name] - SLACK:
        says = T(
            "Your {name} line runs from {part_low} to {part_high}; that alone leaves {width} customers open, and {low} to {high} is narrower.",
            "{name} の行は{part_low}〜{part_high}。それだけで{width}人の幅が出るのに、{low}〜{high}人はそれより狭い幅です。",
        ).format(
            name=name,
            **_shown(part_low=part.low, part_high=part.high, width=open_by[name], low=kept.low, high=kept.high),
        )
        yield Finding("kept_too_narrow", ("kept_low", "kept_high", f"{name}_low", f"{name}_high"), says)


def _about_misses(size: float, hits: Range, misses: float, leavers: float) -> Iterator[Finding]:
    """The misses against what the list finds of all who leave."""
    found = Range(size * hits.low / 100, size * hits.high / 100)
    lowest, highest = (100 * max(0.0, 1 - each / leavers) for each in (found.high, found.low))
    if lowest - SLACK <= misses <= highest + SLACK:
        return
    fields = ("misses_of_100", "hits_low", "hits_high")
    sums = {
        "found_low": found.low, "found_high": found.high, "leavers": leavers, "misses": misses,
        "lowest": lowest, "highest": highest,
    }  # fmt: skip
    if 100 - highest - SLACK <= misses <= 100 - lowest + SLACK:
        says = T(
            "Your list finds {found_low} to {found_high} of {leavers} leavers: about {misses} of 100 is what it finds. It misses the rest.",
            "リストが見つけるのは、解約者{leavers}人のうち{found_low}〜{found_high}人です。100人中{misses}人は「見つける」ほうの人数で、見逃すのは残りです。",
        )
        yield Finding("misses_are_finds", fields, _filled(says, **sums))
    elif 100 - hits.high - SLACK <= misses <= 100 - hits.low + SLACK:
        says = T(
            "{misses} of 100 on the list would have stayed: those are false alarms. Misses are leavers who are not on the list.",
            "リストの100人中{misses}人は、放っておいても続ける人。これは空振りです。見逃しは、リストに載っていない解約者のことです。",
        )
        yield Finding("misses_are_false_alarms", fields, _filled(says, **sums))
    else:
        says = T(
            "Your list finds {found_low} to {found_high} of {leavers} leavers, so of 100 it misses {lowest} to {highest}, not {misses}.",
            "リストが見つけるのは解約者{leavers}人のうち{found_low}〜{found_high}人。100人あたりの見逃しは{lowest}〜{highest}人で、{misses}人にはなりません。",
        )
        yield Finding("misses_off", fields, _filled(says, **sums))


def _filled(says: T, **numbers: float) -> T:
    return says.format(**_shown(**numbers))


def _shown(**numbers: float) -> dict[str, str]:
    return {name: as_count(number) for name, number in numbers.items()}
