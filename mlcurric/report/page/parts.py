"""The parts of the page below its top, each a heading that is a sentence and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from mlcurric.report.advice.experiment_words import COST_NOT_KNOWN
from mlcurric.report.page import list_words, words
from mlcurric.report.page.headings import HEADINGS
from mlcurric.report.page.maker import Notes
from mlcurric.report.page.rows import jumps
from mlcurric.report.page.shown import Shown
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits, so_many
from mlcurric.subject.explain.reasons import of_100
from mlcurric.subject.product.figures import numbers
from mlcurric.text import T, listed, run_on

if TYPE_CHECKING:
    from mlcurric.report.advice.experiment import Plan
    from mlcurric.report.advice.promised import Promise

_BY_WEIGHT = {Weight.DANGER: 0, Weight.WARN: 1, Weight.NOTE: 2}


class Block(NamedTuple):
    """A piece of a part; the template knows each kind and what of the rest it needs."""

    kind: str
    says: object = None
    rows: Sequence[Any] = ()
    note: T | None = None
    svg: Markup | None = None
    jumps: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True)
class Part:
    """A part of the page."""

    id: str
    heading: T
    blocks: Sequence[Block]


def gravest_first(remarks: Sequence[Remark]) -> list[Remark]:
    """Each remark once, what would mislead before what is only to be known."""
    return sorted(dict.fromkeys(remarks), key=lambda each: _BY_WEIGHT[each.weight])


def first_part(shown: Shown, remarks: Sequence[Remark], notes: Notes) -> Part:
    """The first customers: each with the whole sum, or, where one rule made the list, a line each."""
    first = shown.first
    blocks = [
        Block("text", run_on((shown.points, *_same_value(shown)))),
        Block("text", list_words.NO_CAUSE),
        *([Block("text", why)] if (why := why_others(shown)) else []),
        Block("note", list_words.MARKS.format(file=shown.words_file)),
        *([Block("remarks", rows=[notes.told(each) for each in gravest_first(remarks)])] if remarks else []),
    ]
    if shown.by_rule:
        columns = listed(dict.fromkeys(line.label for row in shown.rows for line in row.lines))
        blocks += [
            Block(
                "text",
                (list_words.ONE_RULE if shown.size > 1 else list_words.ONE_BY_RULE).format(
                    n=f"{shown.size:,}", columns=columns
                ),
            ),
            *_lines_hold(shown),
            Block("lines", rows=first),
        ]
    else:
        blocks.append(Block("cards", rows=first))
    if shown.rest:
        blocks.append(Block("note", list_words.THE_OTHERS.format(file=shown.file)))
    return Part("first", HEADINGS["first"].format(n=_so_many(len(first))), blocks)


def _same_value(shown: Shown) -> list[T]:
    """That the same value counts more beside one customer than beside another, and why; nothing where it does not."""
    why = list_words.WHY_UNLIKE.get((shown.hangs_together, shown.scored_apart))
    if not shown.apart or why is None:
        return []
    n = list_words.POINTS[shown.apart == 1].format(n=f"{shown.apart:,}")
    return [list_words.SAME_VALUE.format(n=n, why=why)]


def why_others(shown: Shown) -> T | None:
    """Why of the whole list others leave than is said of single customers; ``None`` where there is nothing to explain."""
    shares = {"n": shown.leave, "said": shown.said, "seen": shown.seen.value}
    said = {"of": in_digits(shown.of), **{name: so_many(each, shown.of) for name, each in shares.items()}}
    if not shown.numbers_hold:
        order = [list_words.ORDER_HOLDS] if shown.order_holds and not shown.all_alike else []
        return run_on([list_words.NO_NUMBERS, *order, list_words.WHOLE_LIST.format(**said)])
    if shown.cut:
        cut = list_words.CUT_OFF[shown.off or "luck"] if shown.is_apart else list_words.CUT
        if shown.followed is not None:
            cut = list_words.CUT_FOLLOWED["fewer" if shown.followed < shown.said else "more"]
        more = [list_words.NARROW_TOO] if shown.is_narrow else []
        if cut is list_words.CUT and shown.starts_elsewhere:
            more = [list_words.CUT_FROM]
        return run_on((cut, *more)).format(low=f"{100 * shown.cut.low:.0f}", **said)
    if shown.is_narrow and shown.leave < shown.said and said["n"] != said["said"]:
        return list_words.NARROW.format(**said)
    return list_words.COUNTED_OFF[shown.off or "luck"].format(**said) if shown.is_apart else None


def _lines_hold(shown: Shown) -> list[Block]:
    """What a line of the list holds, where the lines begin."""
    notes = [list_words.LINE_HOLDS[shown.numbers_hold]]
    if shown.cut and shown.numbers_hold:
        notes.append(list_words.CUT_AS_ABOVE)
    if shown.all_alike:
        notes.append(list_words.ALL_ALIKE.format(n=f"{shown.size:,}"))
    elif shown.ties:
        notes.append(list_words.TIES)
    return [Block("note", run_on(notes))]


def no_list_part(why: T, could: int) -> Part:
    """What stands in the place of the list where there is none, of so many customers who could have been listed."""
    return Part("first", HEADINGS["no_first" if could else "nobody_here"], [Block("text", why)])


def promise_part(promise: Promise, everybody: bool, notes: Notes) -> Part:
    """What to expect of this list, what it misses, who checks, when to stop.

    Args:
        everybody: whether all who could be listed are.
    """
    rows = [(line.what, line.says, line.rests_on) for line in promise.lines]
    if promise.stops:
        told = ((words.WHO, promise.who), (words.WHEN, promise.when), (words.STOPS, promise.stops))
        rows += [(what, each, None) for what, each in told]
    # The decision stands at the top of the page, and why there is no list, in the part before.
    blocks = [Block("pairs", rows=rows)] if rows else [Block("text", words.NO_PROMISE)]
    if promise.evidence and promise.evidence.fewer:
        blocks.append(Block("text", promise.evidence.fewer))
    if promise.missing:
        missing = [(each.says, each.gives or "", None) for each in promise.missing]
        for each in promise.missing:
            notes.add(T("{option}: {says}", "{option}: {says}").format(option=each.option, says=each.says))
        blocks += [Block("heading", words.STILL_MISSING), Block("pairs", rows=missing)]
    if promise.lines:
        blocks.append(Block("note", words.NEXT_LIST))
    return Part("promise", _promised(promise, everybody), blocks)


def plan_part(plan: Plan, alone: int, file: str, by_line: bool, listed_any: bool = True, void: bool = False) -> Part:
    """What to ask, and what to try out, before anybody acts.

    Args:
        listed_any: whether there is a list.
        by_line: whether customers are shown as lines of a file, so that the lot hangs on these.
        void: whether nobody on the list is contacted, because a new one takes its place.
    """
    blocks = [Block("text", plan.why)]
    asked = [Block("heading", words.QUESTIONS), Block("points", rows=plan.questions)] if plan.questions else []
    if not plan.choices:
        # Where there is no list, the box says to begin with the questions.
        says = [Block("text", plan.says)] if listed_any else []
        return Part("plan", HEADINGS["plan"], [*blocks, *says, *asked])
    example = [Block("text", words.AS_AN_EXAMPLE)] if void else []
    blocks += [*asked, Block("heading", words.ROUND), *example, Block("text", plan.says)]
    if alone:
        drawn = list_words.LOT_DRAWN.format(mark=list_words.LEAVE_ALONE, alone=f"{alone:,}", file=file)
        blocks.append(Block("text", drawn))
        if by_line:
            blocks.append(Block("text", words.LOT_ON_LINES))
    if plan.about_lot:
        blocks.append(Block("note", plan.about_lot))
    blocks.append(Block("pairs", rows=[_choice(plan, at) for at in range(len(plan.choices))]))
    if not any(each.costs for each in plan.choices):
        blocks.append(Block("text", COST_NOT_KNOWN))
    if plan.compare:
        blocks.append(Block("text", plan.compare))
    return Part("plan", HEADINGS["plan"], blocks)


def _choice(plan: Plan, at: int) -> tuple[T, T, T | None]:
    choice = plan.choices[at]
    sizes = words.CHOICE.format(alone=f"{choice.alone:,}", contacted=f"{choice.contacted:,}")
    is_one_of_several = at == plan.recommended and len(plan.choices) > 1
    return (words.CHOSEN.format(choice=sizes) if is_one_of_several else sizes), choice.sees, choice.costs


def _so_many(rows: int) -> T:
    """In “of the 312 on the list”; “of the 1” nobody says."""
    return T(f"{rows:,}" if rows != 1 else "one", f"{rows:,}")


def _promised(promise: Promise, everybody: bool) -> T:
    if promise.leavers is None:
        return HEADINGS["no_promise"]
    said, missed = {"size": _so_many(promise.list_size), "leavers": numbers(promise.leavers)}, promise.misses_of_100
    if everybody:
        return HEADINGS["promise_everybody"].format(**said)
    if missed is None:
        return HEADINGS["promise_short"].format(**said)
    if not missed:
        seen = promise.evidence and promise.evidence.misses_were_seen
        return HEADINGS["promise_none_missed" if seen else "promise_hardly_missed"].format(**said)
    return HEADINGS["promise"].format(misses=of_100(missed / 100), **said)


def list_part(shown: Shown) -> Part:
    """Whoever comes after the first, a line each, folded until somebody asks for it; no more than a page can carry that is mailed."""
    places = {"first": f"{len(shown.first) + 1:,}", "last": f"{len(shown.rows):,}", "all": f"{shown.size:,}"}
    everybody = len(shown.rows) == shown.size
    heading = HEADINGS["list" if everybody else "list_cut"].format(**places)
    blocks = [] if everybody else [Block("note", list_words.MORE_IN_FILE.format(file=shown.file, **places))]
    # A rule's lines have been explained where the first of them stand.
    blocks += [] if shown.by_rule else _lines_hold(shown)
    stretches = jumps(len(shown.rows), len(shown.first))
    folded = Block(
        "list", words.UNFOLD.format(**places), shown.rest, list_words.ON_PAPER.format(file=shown.file), jumps=stretches
    )
    return Part("list", heading, [*blocks, folded])


def maker_part(notes: Notes) -> Part:
    """What whoever makes the page can do about what it says."""
    return Part("maker", words.FOR_MAKER, [Block("note", words.FOR_MAKER_SAYS), Block("notes", rows=notes.lines)])
