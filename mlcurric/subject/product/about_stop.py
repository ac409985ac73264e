"""The stop rule against the sheet: can its number be counted, and does it leave the promise a chance?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mlcurric.subject.digits import as_count
from mlcurric.subject.product.collected import Collected
from mlcurric.subject.product.finding import LineFinding, clash, question
from mlcurric.subject.product.stop_rule import Counted, Floor, impossible_part, read_floors
from mlcurric.text import T

_ROUNDING = 0.5
"""How far two shares of different wholes may lie beside each other and still be the same number, rounded."""
_ALWAYS = T("you would always stop.", "必ず中止になります。")
_NEARLY = T("you would stop nearly every time.", "ほとんど毎回、中止になります。")
_MEND = T("Lower that number, or mend the other lines.", "この数を下げるか、もとになる行を直してください。")
_MEANT = T("Is that meant?", "意図したものですか。")
_SEVERAL = T(
    "Or do you count several lists together? Then write how many.",
    "それとも、リスト何回かの合計ですか。そうなら、何回分かを書いてください。",
)
_OF_HITS = T(
    "Or do you count of {whole} hits contacted? Then write that.",
    "それとも、連絡した当たり{whole}人のうちの人数ですか。そうなら、そう書いてください。",
)
_ALL_WHO_STAY = T(
    "Or do you count all who stay, also those who would have stayed anyway?",
    "それとも、連絡しなくても残る人も数えますか。",
)
_WHICH = T(
    "Is that what you count? Then you would always stop.", "その人数で数えるのですか。それなら、必ず中止になります。"
)


@dataclass(frozen=True)
class _Reading:
    """The number of a rule beside the one of the sheet, counted alike.

    Attributes:
        least: below which the rule stops.
        best: what comes true at best.
        exact: whether neither was converted.
        lines: that the second number stands in.
        says: what both are.
    """

    least: float
    best: float
    exact: bool
    lines: str
    says: T

    @property
    def slack(self) -> float:
        return 0 if self.exact else _ROUNDING

    def stops_always(self, floor: Floor) -> bool:
        return self.least > self.best + self.slack or (floor.stops_there and self.exact and self.least == self.best)

    def stops_nearly_always(self, floor: Floor) -> bool:
        return self.exact and self.least == self.best and not floor.stops_there


def about_stop(lines: Collected) -> Iterator[LineFinding]:
    """Findings about the number of a stop rule; a rule that is not surely read is left alone.

    Args:
        lines: without those that are impossible by themselves (``about_lines.without_impossible``).
    """
    rule = lines.text("stop_rule")
    if part := impossible_part(rule):
        yield clash(
            "stop_not_counted",
            "stop_rule",
            T("“{part} of {whole}” cannot be counted.", "「{whole}{counter}中{part}{counter}」は数えられません。"),
            T("Write how many of how many.", "何人中の何人かを書いてください。"),
            part=as_count(part.part),
            whole=as_count(part.whole),
            counter=part.counter,
        )
        return
    for floor in read_floors(rule):
        if finding := _held(floor, lines):
            yield finding
            return


def _held(floor: Floor, lines: Collected) -> LineFinding | None:
    """What a number finds against the sheet; sure only if every reading of it agrees, and each can be held against it."""
    if floor.counts is Counted.UNSAID:
        return _unsaid(floor, lines)
    # Several lists keep more than one.
    if floor.whole is None and floor.may_span_lists:
        return None
    readings = list((_kept_readings if floor.counts is Counted.KEPT else _hits_readings)(floor, lines))
    always = [each for each in readings if each.stops_always(floor)]
    nearly = [each for each in readings if each.stops_nearly_always(floor)]
    if not (always or nearly):
        return None
    first = (always or nearly)[0]
    says = T("{says}: {so}", "{says}。{so}").format(says=first.says, so=_ALWAYS if always else _NEARLY)
    names = f"stop_rule {first.lines}"
    if not always:
        return question("stop_at_the_top", names, says, _MEANT) if first is readings[0] else None
    if floor.whole is None:
        return question("stop_always", names, says, _SEVERAL)
    # Of hits more are kept than of a list: a number that is too high for them is too high for both.
    in_two_ways = floor.counts is Counted.KEPT and _of_hits(floor, lines) is None and not lines.ends("success")
    agreed = len(always) == len(readings) and not in_two_ways
    if floor.surely and agreed:
        return clash("stop_always", names, says, _MEND)
    other = _ALL_WHO_STAY if agreed else _OF_HITS.format(whole=as_count(floor.whole))
    return question("stop_always", names, says, other)


def _of_hits(floor: Floor, lines: Collected) -> bool | None:
    """Whether a number is counted of hits: of 600 on a list of 600 it is not, of 100 it may be."""
    size = lines.span("list_size")
    of_list = size and size.is_point and floor.whole == size.low != 100
    return False if of_list else floor.of_hits


def _kept_readings(floor: Floor, lines: Collected) -> Iterator[_Reading]:
    """Kept of those on the list, and kept of those hits that are contacted, as far as the rule leaves it open."""
    kept, success, size = lines.ends("kept"), lines.ends("success"), lines.span("list_size")
    values, of_hits = _values(floor), _of_hits(floor, lines)
    if kept and not of_hits and kept.low <= kept.high:
        if floor.whole is None or (size and size.is_point and floor.whole == size.low):
            yield _Reading(
                floor.least, kept.high, True, "kept_high",
                T(
                    "You stop {below} kept, but promise {best} at best",
                    "{below_ja}なら中止とありますが、約束は最大{best}{counter}です",
                ).format(best=as_count(kept.high), **values),
            )  # fmt: skip
        elif size and size.is_point and size.low:
            yield _Reading(
                floor.least / floor.whole * size.low, kept.high, False, "kept_high list_size",
                T(
                    "You stop {below} of {whole} kept, but promise {best} of a list of {size} at best",
                    "{whole}人中{below_ja}なら中止とありますが、約束はリスト{size}人で最大{best}{counter}です",
                ).format(best=as_count(kept.high), size=as_count(size.low), **values),
            )  # fmt: skip
    if success and floor.whole and of_hits is not False and success.low <= success.high:
        yield _Reading(
            floor.least / floor.whole * 100, success.high, floor.whole == 100, "success_high",
            T(
                "You stop {below} of {whole} hits kept, but expect {best} of 100 at best",
                "当たり{whole}人中{below_ja}なら中止とありますが、見込みは100人中最大{best}{counter}です",
            ).format(best=as_count(success.high), **values),
        )  # fmt: skip


def _hits_readings(floor: Floor, lines: Collected) -> Iterator[_Reading]:
    """Hits of so many on the list; where the rule does not say of how many, of 100 or on one list."""
    hits, size = lines.ends("hits"), lines.span("list_size")
    if not hits or hits.low > hits.high or (floor.whole is None and not size):
        return
    on_list = max(hits.high, size.high * hits.high / 100) if size and floor.whole is None else hits.high
    least = floor.least / floor.whole * 100 if floor.whole else floor.least
    values = _values(floor)
    says = T(
        "You stop {below} hits of {whole}, but expect {best} of 100 at best",
        "当たりが{whole}人中{below_ja}なら中止とありますが、見込みは100人中最大{best}人です",
    )
    if floor.whole is None:
        says = T(
            "You stop {below} hits, but expect {best} on a list at best",
            "当たりが{below_ja}なら中止とありますが、見込みはリスト1回で最大{best}人です",
        )
    yield _Reading(
        least, on_list, floor.whole == 100, "hits_high", says.format(best=as_count(on_list), **values)
    )  # fmt: skip


def _unsaid(floor: Floor, lines: Collected) -> LineFinding | None:
    """A bare number, above all that the sheet counts so."""
    kept, hits, success = lines.ends("kept"), lines.ends("hits"), lines.ends("success")
    values = _values(floor)
    if floor.whole is None:
        if floor.may_span_lists or not kept or kept.low > kept.high or floor.least <= kept.high:
            return None
        return question(
            "stop_of_what",
            "stop_rule kept_high",
            T(
                "You stop {below}, but promise {best} kept at best.",
                "{below_ja}なら中止とありますが、防げるのは最大{best}{counter}という約束です。",
            ),
            _WHICH,
            best=as_count(kept.high),
            **values,
        )
    best = max((span.high for span in (hits, success) if span), default=None)
    if hits is None or best is None or floor.least / floor.whole * 100 <= best + _ROUNDING:
        return None
    return question(
        "stop_of_what",
        "stop_rule hits_high",
        T(
            "You stop {below} of {whole}, but expect {best} hits of 100 at best.",
            "{whole}人中{below_ja}なら中止とありますが、当たりの見込みは100人中最大{best}人です。",
        ),
        _WHICH,
        best=as_count(hits.high),
        **values,
    )


def _values(floor: Floor) -> dict[str, object]:
    number = as_count(floor.least)
    return dict(
        below=f"at {number} or fewer" if floor.stops_there else f"below {number}",
        below_ja=f"{number}{floor.counter}{'以下' if floor.stops_there else '未満'}",
        whole=as_count(floor.whole) if floor.whole else "",
        counter=floor.counter,
    )
