"""The first two parts of the page: what the table can tell, and how a rule and a model did on rows that neither has seen."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from mlcurric.report.advice.counted import in_100
from mlcurric.report.advice.followed import STAYERS_ALIKE
from mlcurric.report.contest.drift import NO_LONGER_HOLDS
from mlcurric.report.contest.verdict import WHOLE_ORDER, more
from mlcurric.report.page import evidence_words as words
from mlcurric.report.page.maker import Notes
from mlcurric.report.page.parts import Block, Part, gravest_first
from mlcurric.report.page.pictures import NAMES, draw_difference, draw_lists, draw_said
from mlcurric.report.page.rows import cut
from mlcurric.report.page.words import HEADINGS, MANY
from mlcurric.report.remark import Remark
from mlcurric.subject.intervals import ranged
from mlcurric.subject.product.dates import date_in_words
from mlcurric.subject.surveys.pictures import inline_svg
from mlcurric.text import T, listed, run_on

if TYPE_CHECKING:
    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.contest.leaks import Suspect
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers
    from mlcurric.report.reading.kinds import Read
    from mlcurric.subject.explain.wordings import Wording
    from mlcurric.subject.metrics.confusion import Confusion

_MOST_BLANKS = 12
_FEWEST_SAID = 3
"""Of fewer in 1,000 a rounded number would tell another share than the chart beside it."""
_ORDER = ("order-tells", "ids-tell")
"""Remarks that say that something beside the columns knows the answer."""
_IN_WHICH_WAY = (
    "only-the-model",
    WHOLE_ORDER,
    "too-few-to-choose",
    "everybody-fits",
    "too-few-to-tell",
    NO_LONGER_HOLDS,
    STAYERS_ALIKE,
)
"""Remarks that say of whoever won, or of nobody, what the heading and the top of the page have to say."""


def table_part(
    customers: Customers,
    split: Split,
    suspects: Sequence[Suspect],
    learned: Sequence[str],
    remarks: Sequence[Remark],
    alarms: Sequence[Remark],
    notes: Notes,
) -> Part:
    """What the data can and cannot tell.

    Args:
        alarms: that what was learned from the columns is too good to be true.
    """
    known = int(customers.left.notna().sum())
    left, not_known = int(customers.left.eq(True).sum()), len(customers.left) - known
    looks = several_looks(customers)
    counted = (words.COUNTED_LOOKS if looks else words.COUNTED).format(
        n=MANY[looks].format(n=f"{known:,}"), left=f"{left:,}", of_100=in_100(left / known)
    )
    often = words.SEVERAL_LOOKS if split.once else words.SEVERAL_LOOKS_ALL
    people = often.format(n=f"{customers.people:,}") if looks else None
    rows = [
        (words.ROWS["rows"], f"{len(customers.left):,}", people),
        (words.ROWS["known"], counted, None),
        *([(words.ROWS["not_known"], f"{not_known:,}", None)] if not_known else []),
        *_looked(customers),
        (
            words.ROWS["learned"],
            words.LEARNED.format(n=len(learned), columns=listed(T(cut(each), cut(each)) for each in learned)),
            None,
        ),
        (words.ROWS["blank"], _blanks([customers.columns[name] for name in learned]), None),
        *_days(customers, learned),
    ]
    blocks = [
        Block("pairs", rows=rows),
        Block("heading", words.CAREFUL),
        Block("remarks", rows=[notes.told(each) for each in gravest_first(remarks)]),
        Block("heading", words.SUSPECTS),
    ]
    if suspects:
        blocks.append(Block("suspects", rows=[_suspect(one, notes) for one in suspects]))
    shown = {one.column for one in suspects}
    named = [_quoted(name) for each in alarms for name in each.columns if name not in shown]
    if named:
        blocks.append(Block("text", words.TOO_SURE.format(columns=listed(named))))
    elif alarms and not suspects:
        blocks.append(Block("text", words.TOO_GOOD))
    elif not suspects:
        by_order = any(each.id in _ORDER for each in remarks)
        blocks.append(Block("text", words.NO_SUSPECT_COLUMN if by_order else words.NO_SUSPECTS))
    if customers.aside:
        aside = [(_quoted(name), why, None) for name, why in customers.aside.items()]
        blocks += [Block("heading", words.ASIDE), Block("pairs", rows=aside)]
    heading = HEADINGS["table_looks" if looks else "table"].format(n=in_100(left / known))
    if split.changed and split.judged_from:
        before, since = (in_100(share) for share in split.changed)
        heading = HEADINGS["table_changed"].format(day=date_in_words(split.judged_from), before=before, since=since)
    return Part("table", heading, blocks)


def several_looks(customers: Customers) -> bool:
    """Whether some customers stand in several rows, so that rows are not people."""
    return customers.people < len(customers.left)


def contest_part(
    contest: Contest, split: Split, size: int, looks: bool, wordings: Mapping[Hashable, Wording], notes: Notes
) -> Part:
    """A rule against a model, on rows neither has seen.

    Args:
        size: of the list, in customers.
        looks: whether the rows are looks at customers, several of one.
    """
    sizes = {
        "learn": MANY[looks].format(n=f"{len(split.learn):,}"),
        "judge": MANY[not split.once].format(n=f"{len(split.judge):,}"),
        "day": date_in_words(split.judged_from) if split.judged_from else None,
    }
    way = "by lot" if not split.by_date else "once" if looks and split.once else "later"
    outcome = outcome_of(contest)
    the_rule = (words.THE_RULE, contest.rule.in_words(wordings), None)
    if outcome == "everybody-fits":
        blocks = [Block("text", words.RULE_TRIED[way].format(**sizes)), Block("pairs", rows=[the_rule])]
    else:
        says = run_on((words.BOTH_TRIED[way].format(**sizes), _share(contest, split, size)))
        blocks = [Block("text", says), *_side_by_side(contest, the_rule)]
    if contest.winner != "nobody":
        blocks += _came_true(contest, split.listed_kind != "not yet known")
    # The heading says this one already.
    if remarks := [each for each in contest.remarks if each.id != "use-the-rule"]:
        blocks.append(Block("remarks", rows=[notes.told(each) for each in gravest_first(remarks)]))
    return Part("contest", HEADINGS[outcome].format(n=more_on_lists(contest)), blocks)


def outcome_of(contest: Contest) -> str:
    """Who won; and the id of the remark that says in which way, where one of ``_IN_WHICH_WAY`` does."""
    return next((each.id for each in contest.remarks if each.id in _IN_WHICH_WAY), contest.winner)


def _share(contest: Contest, split: Split, size: int) -> T:
    """How many each of them was to name."""
    judge = len(split.judge)
    said = {"k": f"{contest.k:,}", "judge": f"{judge:,}", "capacity": f"{size:,}", "today": f"{len(split.today):,}"}
    alike = not split.today.size or contest.k == round(size / len(split.today) * judge)
    return (words.LISTED_THERE if alike else words.LISTED_OTHERWISE).format(**said)


def _side_by_side(contest: Contest, the_rule: tuple[T, T, None]) -> list[Block]:
    """Rule, model and a lot, drawn and in numbers."""
    of = {"model": contest.of_model, "rule": contest.of_rule}
    found = {**{name: one.precision for name, one in of.items()}, "lot": contest.of_rule.base_rate}
    rows = [the_rule, (words.THE_MODEL, contest.model.says, None)]
    if winner := of.get(contest.winner):
        size = of_so_many(winner)
        four = winner.per(size)
        counted = words.FOUR.format(
            listed=f"{four.listed:,}",
            hits=f"{four.hits:,}",
            alone=f"{four.total - four.listed:,}",
            misses=f"{four.misses:,}",
        )
        rows.append((words.OF_SO_MANY.format(n=f"{size:,}"), counted, None))
    told = listed(
        T(f"{NAMES[name].en} {ranged(one)}", f"{NAMES[name].ja} {ranged(one)}") for name, one in found.items()
    )
    lists = _picture(
        draw_lists(found, contest.winner), "lists", words.LISTS_ALT.format(lists=told), words.LISTS_CAPTION
    )
    better = contest.better_by
    about = words.DIFFERENCE_LUCK if better.low <= 0 <= better.high else words.DIFFERENCE_SURE
    about = about if more_on_lists(contest) else words.DIFFERENCE_NONE
    # Two lists of everybody are one and the same.
    surely = [] if contest.k == contest.of_rule.total else [about]
    difference = _picture(
        draw_difference(better),
        "difference",
        words.DIFFERENCE_ALT.format(difference=_difference(contest)),
        run_on((words.DIFFERENCE.format(difference=_difference(contest), k=f"{contest.k:,}"), *surely)),
    )
    blocks = [lists, difference, Block("pairs", rows=rows)]
    if winner and winner.precision.low < contest.of_rule.base_rate.high:
        blocks.insert(2, Block("note", words.WHOLE_ORDER.format(judge=f"{winner.total:,}")))
    return blocks


def of_so_many(winner: Confusion) -> int:
    """Of so many customers the four counts are said: of 10,000 where of 1,000 hardly anybody on the list leaves."""
    return 1_000 if winner.hits * 1_000 >= _FEWEST_SAID * winner.total else 10_000


def _suspect(one: Suspect, notes: Notes) -> tuple[T, T, bool, T, T | None, int | None]:
    name, note = _quoted(one.column), None
    if one.for_maker:
        note = notes.add(T("{name}: {says}", "{name}: {says}").format(name=name, says=one.for_maker))
    return name, words.GRADES[one.grade], not one.is_out, one.why, one.way_out, note


def _quoted(name: str) -> T:
    return T(f"“{cut(name)}”", f"「{cut(name)}」")


def _came_true(contest: Contest, stayed: bool) -> list[Block]:
    """What was said beside what came true.

    Args:
        stayed: whether those on the list have stayed already, unlike those on whom it was tried.
    """
    table = contest.said_and_came
    groups = listed(
        words.TRUE_GROUP.format(said=in_100(row.predicted), came=in_100(row.observed)) for row in table.itertuples()
    )
    heading, says = words.TRUE_HEADING[contest.trusted], words.TRUE_SAYS[contest.trusted]
    if not contest.trusted and not contest.has_order:
        says = words.TRUE_SAYS_NEITHER
    off = table[(table["predicted"] < table["low"]) | (table["predicted"] > table["high"])]
    if contest.trusted and len(off):
        heading = words.TRUE_BUT.format(right=len(table) - len(off), groups=len(table))
        says = words.TRUE_SAYS_BUT.format(
            off=listed(
                words.OFF_GROUP.format(said=in_100(row.predicted), came=in_100(row.observed))
                for row in off.itertuples()
            )
        )
    if stayed and contest.trusted:
        says = run_on((says, words.TRUE_STAYED))
    return [
        Block("heading", heading),
        Block("text", says),
        _picture(draw_said(table), "said", words.TRUE_ALT.format(groups=groups), words.TRUE_CAPTION),
    ]


def _picture(figure: Any, name: str, alt: T, caption: T) -> Block:
    return Block("picture", caption, svg=Markup(inline_svg(figure, name, str(alt))))


def more_on_lists(contest: Contest) -> int:
    """Of 100 listed, so many more left on the model's list: of the two numbers as they are shown."""
    return round(100 * contest.of_model.precision.value) - round(100 * contest.of_rule.precision.value)


def _difference(contest: Contest) -> T:
    n = more_on_lists(contest)
    words_for = words.MORE if n > 0 else words.FEWER if n < 0 else words.AS_MANY
    return words_for.format(n=abs(n), range=range_of_difference(contest))


def range_of_difference(contest: Contest) -> T:
    """Of 100 listed, from so many to so many more leave on the model’s list."""
    low, high = map(more, contest.better_by[1:])
    return T(f"{low} to {high}", f"{low}〜{high}")


def _looked(customers: Customers) -> list[tuple[T, T, None]]:
    if customers.observed is None or not customers.observed.notna().any():
        return []
    first, last = customers.observed.min().date(), customers.observed.max().date()
    days = (
        date_in_words(first)
        if first == last
        else words.FROM_TO.format(first=date_in_words(first), last=date_in_words(last))
    )
    return [(words.ROWS["looked"], days, None)]


def _days(customers: Customers, learned: Sequence[str]) -> list[tuple[T, T, None]]:
    """Of the columns of days, which day is day 0."""
    days = {
        name: read.values
        for name in learned
        if pd.api.types.is_datetime64_any_dtype((read := customers.columns[name]).values)
    }
    if not days:
        return []
    if customers.observed is not None:
        return [(words.ROWS["days"], words.FROM_LOOK.format(columns=listed(map(_quoted, days))), None)]
    latest = [
        words.LATEST.format(column=cut(name), day=date_in_words(each.max().date())) for name, each in days.items()
    ]
    return [(words.ROWS["days"], words.FROM_LATEST.format(columns=listed(latest)), None)]


def _blanks(columns: Sequence[Read]) -> T:
    """Where cells are blank or cannot be read, the columns with the most of them first."""
    says = []
    for read in sorted(columns, key=lambda each: -each.missing - each.odd):
        if read.missing:
            says.append(words.BLANK.format(column=cut(read.name), n=in_100(read.missing / len(read.values))))
        if read.odd:
            line, cell = read.odd_examples[0]
            says.append(words.UNREADABLE.format(column=cut(read.name), n=f"{read.odd:,}", line=line, cell=cut(cell)))
    if len(says) > _MOST_BLANKS:
        rest = len(says) - _MOST_BLANKS
        says = [*says[:_MOST_BLANKS], T(f"and {rest} more", f"ほか{rest}件")]
    return listed(says) if says else words.NO_BLANKS
