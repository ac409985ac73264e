"""The parts of the page below its top, each a heading that is a sentence and what it rests on."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from mlcurric.report.page import words
from mlcurric.report.page.pictures import NAMES, draw_lists, draw_said
from mlcurric.report.page.rows import about_points, cut, jumps, row_of
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.intervals import Measured, ranged
from mlcurric.subject.product.figures import numbers
from mlcurric.subject.surveys.pictures import inline_svg
from mlcurric.text import T, listed

if TYPE_CHECKING:
    from mlcurric.report.advice.experiment import Plan
    from mlcurric.report.advice.listing import Listed
    from mlcurric.report.advice.promise import Promise
    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.contest.leaks import Suspect
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers
    from mlcurric.report.reading.kinds import Read
    from mlcurric.subject.explain.wordings import Wording

FIRST = 20
"""Customers in part 3, each with a card."""
MOST = 1_000
"""Customers in the list at the end; more, and the page could not be mailed any longer."""
_MATTERS = 0.02
"""If what is said of single customers and of the list as a whole lies further apart, the page says why."""
_MOST_BLANKS = 12
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


def table_part(
    customers: Customers, suspects: Sequence[Suspect], learned: Sequence[str], remarks: Sequence[Remark]
) -> Part:
    """What the data can and cannot tell."""
    known = int(customers.left.notna().sum())
    left, not_known = int(customers.left.eq(True).sum()), len(customers.left) - known
    rows = [
        (words.ROWS["rows"], f"{len(customers.left):,}", None),
        (
            words.ROWS["known"],
            words.COUNTED.format(n=f"{known:,}", left=f"{left:,}", of_100=_of_100(left / known)),
            None,
        ),
        *([(words.ROWS["not_known"], f"{not_known:,}", None)] if not_known else []),
        *_looked(customers),
        (words.ROWS["learned"], f"{len(learned)}", ", ".join(map(cut, learned))),
        (words.ROWS["blank"], *_blanks([customers.columns[name] for name in learned])),
    ]
    blocks = [
        Block("pairs", rows=rows),
        Block("heading", words.CAREFUL),
        Block("remarks", rows=gravest_first(remarks)),
        Block("heading", words.SUSPECTS),
    ]
    if suspects:
        told = [(T(f"“{cut(one.column)}”", f"「{cut(one.column)}」"), words.GRADES[one.grade], one) for one in suspects]
        blocks.append(Block("suspects", rows=told))
    else:
        blocks.append(Block("text", words.NO_SUSPECTS))
    if customers.aside:
        aside = [(T(f"“{cut(name)}”", f"「{cut(name)}」"), why, None) for name, why in customers.aside.items()]
        blocks += [Block("heading", words.ASIDE), Block("pairs", rows=aside)]
    return Part("table", words.HEADINGS["table"].format(n=_of_100(left / known)), blocks)


def contest_part(contest: Contest, split: Split, capacity: int, wordings: Mapping[Hashable, Wording]) -> Part:
    """A rule against a model, on rows neither has seen."""
    how = words.JUDGED_LATER if split.by_date else words.JUDGED_BY_LOT
    sizes = {"learn": f"{len(split.learn):,}", "judge": f"{len(split.judge):,}", "day": split.judged_from}
    size = min(capacity, len(split.today))
    share = words.LISTED_THERE.format(
        k=f"{contest.k:,}", judge=sizes["judge"], capacity=f"{size:,}", today=f"{len(split.today):,}"
    )
    if split.today.size and contest.k != round(size / len(split.today) * len(split.judge)):
        share = words.LISTED_OTHERWISE.format(k=f"{contest.k:,}", judge=sizes["judge"])
    of = {"model": contest.of_model, "rule": contest.of_rule}
    found = {**{name: one.precision for name, one in of.items()}, "lot": contest.of_rule.base_rate}
    winner = of.get(contest.winner)
    rows = [
        (words.THE_RULE, contest.rule.in_words(wordings), None),
        (words.THE_MODEL, contest.model.says, None),
        (words.DIFFERENCE, _difference(contest.better_by), None),
    ]
    if winner:
        four = winner.per(1000)
        counted = words.FOUR.format(
            listed=four.listed, hits=four.hits, alone=four.total - four.listed, misses=four.misses
        )
        rows.append((words.OF_1000, counted, None))
    told = listed(
        T(f"{NAMES[name].en} {_plain(one)}", f"{NAMES[name].ja} {_plain(one)}") for name, one in found.items()
    )
    blocks = [
        Block("text", how.format(**sizes)),
        Block("text", share),
        _picture(draw_lists(found), "lists", words.LISTS_ALT.format(lists=told), words.LISTS_CAPTION),
        Block("pairs", rows=rows),
    ]
    if winner:
        blocks += _came_true(contest)
    # The heading says this one already.
    if told := [each for each in contest.remarks if each.id != "use_the_rule"]:
        blocks.append(Block("remarks", rows=gravest_first(told)))
    more = round(100 * contest.better_by.value)
    return Part("contest", words.HEADINGS[contest.winner].format(n=more), blocks)


def first_part(
    rows: Sequence[Listed],
    leave: float,
    remarks: Sequence[Remark],
    alone: Set[int],
    currency: str,
    file: str,
    words_file: str,
) -> Part:
    """The first customers, each with the whole sum.

    Args:
        leave: of the whole list, the share that is expected to leave.
    """
    shown = rows[:FIRST]
    said = sum(row.risk for row in rows) / len(rows)
    counted = words.COUNTED_FEWER if said > leave else words.COUNTED_MORE
    blocks = [
        Block("text", about_points(rows)),
        Block("text", words.NO_CAUSE),
        *([Block("text", counted.format(n=_of_100(leave)))] if abs(said - leave) > _MATTERS else []),
        Block("note", words.MARKS.format(file=words_file)),
        *([Block("remarks", rows=gravest_first(remarks))] if remarks else []),
        Block("cards", rows=[row_of(one, alone, currency) for one in shown]),
    ]
    if len(rows) > len(shown):
        blocks.append(Block("note", words.THE_OTHERS.format(file=file)))
    return Part("first", words.HEADINGS["first"].format(n=len(shown)), blocks)


def no_list_part(why: T) -> Part:
    """What stands in the place of the list where there is none."""
    return Part("first", words.HEADINGS["no_first"], [Block("text", why)])


def promise_part(promise: Promise) -> Part:
    """What to expect of this list, what it misses, who checks, when to stop."""
    rows = [(line.what, line.says, line.rests_on) for line in promise.lines]
    if promise.stops:
        told = ((words.WHO, promise.who), (words.WHEN, promise.when), (words.STOPS, promise.stops))
        rows += [(what, each, None) for what, each in told]
    blocks = [Block("text", promise.says), Block("pairs", rows=rows)]
    if promise.missing:
        missing = [(each.says, each.gives or "", None) for each in promise.missing]
        blocks += [Block("heading", words.STILL_MISSING), Block("pairs", rows=missing)]
    if promise.lines:
        blocks.append(Block("note", words.NEXT_LIST))
    return Part("promise", _promised(promise), blocks)


def plan_part(plan: Plan, alone: int, file: str) -> Part:
    """What to ask, and what to try out, before anybody acts."""
    blocks = [Block("text", plan.why)]
    if plan.questions:
        blocks += [Block("heading", words.QUESTIONS), Block("points", rows=plan.questions)]
    blocks += [Block("heading", words.ROUND), Block("text", plan.says)]
    if alone:
        drawn = words.LOT_DRAWN.format(mark=words.LEAVE_ALONE, alone=f"{alone:,}", file=file)
        blocks.append(Block("text", drawn))
    if plan.about_lot:
        blocks.append(Block("note", plan.about_lot))
    if plan.choices:
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
    return words.HEADINGS["promise"].format(misses=f"{promise.misses_of_100:.0f}", **said)


def list_part(rows: Sequence[Listed], alone: Set[int], currency: str, file: str) -> Part:
    """Everybody on the list, two lines each; no more than a page can carry that is mailed."""
    shown = rows[:MOST]
    size = {"n": f"{len(shown):,}", "all": f"{len(rows):,}"}
    heading = words.HEADINGS["list" if len(shown) == len(rows) else "list_first"].format(**size)
    note = words.AS_ABOVE if len(shown) == len(rows) else words.MORE_IN_FILE.format(file=file, **size)
    block = Block("list", rows=[row_of(one, alone, currency) for one in shown], jumps=jumps(len(shown)))
    return Part("list", heading, [Block("note", note), block])


def _came_true(contest: Contest) -> list[Block]:
    groups = listed(
        words.TRUE_GROUP.format(said=_of_100(row.predicted), came=_of_100(row.observed))
        for row in contest.said_and_came.itertuples()
    )
    return [
        Block("heading", words.TRUE_HEADING[contest.trusted]),
        Block("text", words.TRUE_SAYS[contest.trusted]),
        _picture(draw_said(contest.said_and_came), "said", words.TRUE_ALT.format(groups=groups), words.TRUE_CAPTION),
    ]


def _picture(figure: Any, name: str, alt: T, caption: T) -> Block:
    return Block("picture", caption, svg=Markup(inline_svg(figure, name, str(alt))))


def _difference(better_by: Measured) -> T:
    n = round(100 * better_by.value)
    words_for = words.MORE if n > 0 else words.FEWER if n < 0 else words.AS_MANY
    low, high = (f"{round(100 * end):+d}".replace("-", "−").replace("+0", "0") for end in better_by[1:])
    return words_for.format(n=abs(n), range=T(f"{low} to {high}", f"{low}〜{high}"))


def _looked(customers: Customers) -> list[tuple[T, T, None]]:
    if customers.observed is None or not customers.observed.notna().any():
        return []
    first, last = customers.observed.min().date(), customers.observed.max().date()
    return [(words.ROWS["looked"], words.FROM_TO.format(first=first, last=last), None)]


def _blanks(columns: Sequence[Read]) -> tuple[T, None]:
    """Where cells are blank or cannot be read, the columns with the most of them first."""
    says = []
    for read in sorted(columns, key=lambda each: -each.missing - each.odd):
        if read.missing:
            says.append(words.BLANK.format(column=cut(read.name), n=_of_100(read.missing / len(read.values))))
        if read.odd:
            line, cell = read.odd_examples[0]
            says.append(words.UNREADABLE.format(column=cut(read.name), n=f"{read.odd:,}", line=line, cell=cut(cell)))
    if len(says) > _MOST_BLANKS:
        rest = len(says) - _MOST_BLANKS
        says = [*says[:_MOST_BLANKS], T(f"and {rest} more", f"ほか{rest}件")]
    return (listed(says) if says else words.NO_BLANKS), None


def _of_100(share: float) -> str:
    """Of 100, without the words around it; never 0 where there is somebody."""
    n = 100 * share
    return f"{n:.0f}" if n >= 1 or n == 0 else f"{n:.1f}"


def _plain(measured: Measured) -> str:
    return ranged(measured)
