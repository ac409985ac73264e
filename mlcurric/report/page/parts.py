"""The parts of the page below its top, each a heading that is a sentence and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from mlcurric.report.page import words
from mlcurric.report.page.maker import Notes
from mlcurric.report.page.rows import Row, about_points, jumps
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.product.figures import numbers
from mlcurric.subject.ranges import Range
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.advice.experiment import Plan
    from mlcurric.report.advice.promised import Promise

FIRST = 20
"""Customers in part 3, each with a card."""
MOST = 1_000
"""Customers in the list at the end; more, and the page could not be mailed any longer."""
_MATTERS = 0.02
"""If what is said of single customers and of the list as a whole lies further apart, the page says why."""
_BY_WEIGHT = {Weight.DANGER: 0, Weight.WARN: 1, Weight.NOTE: 2}


class Block(NamedTuple):
    """A piece of a part; the template knows each kind and what of the rest it needs."""

    kind: str
    says: object = None
    rows: Sequence[Any] = ()
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


@dataclass(frozen=True)
class Shown:
    """The list as the page shows it.

    Attributes:
        rows: the first ``MOST`` of the list at most.
        size: of the whole list.
        said, leave: of the whole list, the share that leaves by what is said of each, and the share that is expected.
        by_shares: whether points are counted from the share of all customers.
        ties: whether some stand at the same place, so that a lot decides.
        file, words_file: the list for a spreadsheet, and the words to be filled in.
        cut: the assumed factor by which fewer leave of those who have stayed already; ``None`` where nothing is assumed.
    """

    rows: Sequence[Row]
    size: int
    said: float
    leave: float
    by_shares: bool
    ties: bool
    file: str
    words_file: str
    cut: Range[float] | None = None


def first_part(shown: Shown, remarks: Sequence[Remark], notes: Notes) -> Part:
    """The first customers, each with the whole sum."""
    first = shown.rows[:FIRST]
    blocks = [
        Block("text", about_points(shown.by_shares)),
        Block("text", words.NO_CAUSE),
        *([Block("text", why)] if (why := _why_others(shown)) else []),
        Block("note", words.MARKS.format(file=shown.words_file)),
        *([Block("remarks", rows=[notes.told(each) for each in gravest_first(remarks)])] if remarks else []),
        Block("cards", rows=first),
    ]
    if shown.size > len(first):
        blocks.append(Block("note", words.THE_OTHERS.format(file=shown.file)))
    return Part("first", words.HEADINGS["first"].format(n=len(first)), blocks)


def _why_others(shown: Shown) -> T | None:
    """Why of the whole list others leave than is said of single customers; ``None`` where there is nothing to explain."""
    leave = in_100(shown.leave)
    if shown.cut:
        return words.CUT.format(low=f"{100 * shown.cut.low:.0f}", n=leave)
    if abs(shown.said - shown.leave) <= _MATTERS:
        return None
    return (words.COUNTED_FEWER if shown.said > shown.leave else words.COUNTED_MORE).format(n=leave)


def no_list_part(why: T) -> Part:
    """What stands in the place of the list where there is none."""
    return Part("first", words.HEADINGS["no_first"], [Block("text", why)])


def promise_part(promise: Promise, notes: Notes) -> Part:
    """What to expect of this list, what it misses, who checks, when to stop."""
    rows = [(line.what, line.says, line.rests_on) for line in promise.lines]
    if promise.stops:
        told = ((words.WHO, promise.who), (words.WHEN, promise.when), (words.STOPS, promise.stops))
        rows += [(what, each, None) for what, each in told]
    blocks = [Block("text", promise.says), Block("pairs", rows=rows)]
    if promise.missing:
        missing = [(each.says, each.gives or "", None) for each in promise.missing]
        for each in promise.missing:
            notes.add(T("{option}: {says}", "{option}: {says}").format(option=each.option, says=each.says))
        blocks += [Block("heading", words.STILL_MISSING), Block("pairs", rows=missing)]
    if promise.lines:
        blocks.append(Block("note", words.NEXT_LIST))
    return Part("promise", _promised(promise), blocks)


def plan_part(plan: Plan, alone: int, file: str, by_line: bool) -> Part:
    """What to ask, and what to try out, before anybody acts.

    Args:
        by_line: whether customers are shown as lines of a file, so that the lot hangs on these.
    """
    blocks = [Block("text", plan.why)]
    asked = [Block("heading", words.QUESTIONS), Block("points", rows=plan.questions)] if plan.questions else []
    if not plan.choices:
        # It says to begin with the questions.
        return Part("plan", words.HEADINGS["plan"], [*blocks, Block("text", plan.says), *asked])
    blocks += [*asked, Block("heading", words.ROUND), Block("text", plan.says)]
    if alone:
        drawn = words.LOT_DRAWN.format(mark=words.LEAVE_ALONE, alone=f"{alone:,}", file=file)
        blocks.append(Block("text", drawn))
        if by_line:
            blocks.append(Block("text", words.LOT_ON_LINES))
    if plan.about_lot:
        blocks.append(Block("note", plan.about_lot))
    blocks.append(Block("pairs", rows=[_choice(plan, at) for at in range(len(plan.choices))]))
    if plan.compare:
        blocks.append(Block("text", plan.compare))
    return Part("plan", words.HEADINGS["plan"], blocks)


def _choice(plan: Plan, at: int) -> tuple[T, T, T]:
    choice = plan.choices[at]
    sizes = words.CHOICE.format(alone=f"{choice.alone:,}", contacted=f"{choice.contacted:,}")
    return (words.CHOSEN.format(choice=sizes) if at == plan.recommended else sizes), choice.sees, choice.costs


def _promised(promise: Promise) -> T:
    if promise.leavers is None:
        return words.HEADINGS["no_promise"]
    said = {"size": f"{promise.list_size:,}", "leavers": numbers(promise.leavers)}
    if promise.misses_of_100 is None:
        return words.HEADINGS["promise_short"].format(**said)
    if promise.misses_of_100 == 0:
        return words.HEADINGS["promise_all"].format(**said)
    return words.HEADINGS["promise"].format(misses=in_100(promise.misses_of_100 / 100), **said)


def list_part(shown: Shown) -> Part:
    """Everybody on the list, a few lines each; no more than a page can carry that is mailed."""
    size, everybody = {"n": f"{len(shown.rows):,}", "all": f"{shown.size:,}"}, len(shown.rows) == shown.size
    heading = words.HEADINGS["list" if everybody else "list_first"].format(**size)
    notes = [words.AS_ABOVE if everybody else words.MORE_IN_FILE.format(file=shown.file, **size)]
    if shown.cut:
        notes.append(words.CUT_AS_ABOVE)
    if shown.ties:
        notes.append(words.TIES)
    block = Block("list", words.ON_PAPER.format(file=shown.file), rows=shown.rows, jumps=jumps(len(shown.rows)))
    return Part("list", heading, [*(Block("note", each) for each in notes), block])


def maker_part(notes: Notes) -> Part:
    """What whoever makes the page can do about what it says."""
    return Part("maker", words.FOR_MAKER, [Block("note", words.FOR_MAKER_SAYS), Block("notes", rows=notes.lines)])


def in_100(share: float) -> str:
    """Of 100, without the words around it; never 0 where there is somebody."""
    n = 100 * share
    return f"{n:.0f}" if n >= 1 or n == 0 else f"{n:.1f}"
