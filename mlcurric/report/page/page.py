"""The page: who is meant, what to expect and what to do now on top; then what that rests on; the whole list at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup, escape

from mlcurric.report.advice.listing import on_several_days
from mlcurric.report.advice.worth import moved
from mlcurric.report.page import words
from mlcurric.report.page.evidence import contest_part, outcome_of, several_looks, table_part
from mlcurric.report.page.maker import Notes, parted
from mlcurric.report.page.parts import (
    MOST,
    Part,
    Shown,
    first_part,
    gravest_first,
    list_part,
    maker_part,
    no_list_part,
    plan_part,
    promise_part,
)
from mlcurric.report.page.rows import are_shares, cut, row_of
from mlcurric.report.period import period_in_words
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import from_to
from mlcurric.subject.expectation import Decision
from mlcurric.subject.product.dates import in_words
from mlcurric.subject.product.figures import numbers, rough_moneys
from mlcurric.subject.ranges import Range
from mlcurric.templates import filled
from mlcurric.text import T, listed, run_on

if TYPE_CHECKING:
    from mlcurric.report.advice.experiment import Plan
    from mlcurric.report.advice.listing import AtRisk
    from mlcurric.report.advice.promised import Promise
    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.contest.leaks import Suspect
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers
    from mlcurric.report.request import Request


_NAMED = 3
_UNBROKEN = re.compile(r"(--[a-z]+(?:-[a-z]+)*|−[¥$€£]?\d[\d,.]*)")


@dataclass(frozen=True)
class Found:
    """All that was found out about a table.

    Attributes:
        request: what was asked for.
        name: of the table's file.
        learned: the columns learned from.
        remarks: of the table's file.
        about_words: of the words for the columns.
        alone: places on the list that a lot has drawn to be left alone.
        files: names of the files beside the page: the list for a spreadsheet, and the words to be filled in.
    """

    request: Request
    name: str
    customers: Customers
    suspects: Sequence[Suspect]
    learned: Sequence[str]
    split: Split
    contest: Contest
    at_risk: AtRisk
    promise: Promise
    plan: Plan
    remarks: Sequence[Remark]
    about_words: Sequence[Remark]
    alone: Set[int]
    files: tuple[str, str]


def render_page(found: Found, made_on: date) -> str:
    """The page as HTML in the language spoken now: no script, nothing is fetched, every text is escaped.

    Args:
        made_on: the date that it carries.
    """
    return filled(
        "mlcurric.report.page",
        "report.html",
        unbroken=unbroken,
        words=words.WORDS,
        made_on=in_words(Range(made_on, made_on)),
        title=_title(found),
        kicker=words.KICKER.format(name=found.name),
        meant=_meant(found),
        short=in_short(found),
        do_now=do_now(found),
        parts=_parts(found),
        rests=words.RESTS.format(name=found.name),
    )


def in_short(found: Found) -> list[T]:
    """The three sentences on top: what to expect of the list, beside what, and what it may bring in money."""
    contest, promise = found.contest, found.promise
    of_100 = {
        "model": f"{100 * contest.of_model.precision.value:.0f}",
        "rule": f"{100 * contest.of_rule.precision.value:.0f}",
        "lot": f"{100 * contest.of_rule.base_rate.value:.0f}",
        "judged": words.MANY[several_looks(found.customers)].format(n=f"{len(found.split.judge):,}"),
    }
    against = words.AGAINST[outcome_of(contest)].format(**of_100)
    if not found.at_risk.rows or promise.leavers is None or promise.evidence is None:
        return [found.at_risk.says, against]
    share = promise.leavers.scaled(100 / promise.list_size)
    middle = 100 * promise.evidence.hits.share
    leave = words.WOULD_LEAVE.format(n=f"{middle:.0f}", range=from_to(f"{share.low:.0f}", f"{share.high:.0f}"))
    return [each for each in (leave, against, promise.evidence.fewer, _money(promise)) if each is not None]


def do_now(found: Found) -> list[T]:
    """What to do next, in this order: clear up what would mislead, decide, set some aside by lot, work through the list."""
    dangers = [each for each in gravest_first(all_remarks(found)) if each.weight == Weight.DANGER]
    # Two that are cleared up by the same question are one step.
    ways = list(dict.fromkeys(map(_what_to_do, dangers)))
    steps = [words.CLEAR_UP.format(says=each) for each in ways[:2]]
    if asked := [T(f"“{cut(one.column)}”", f"「{cut(one.column)}」") for one in found.suspects if one.grade == "ask"]:
        steps.append(words.ASK_ABOUT.format(columns=listed(asked[:_NAMED])))
    if not found.at_risk.rows:
        return [*steps, found.plan.says]
    steps += [found.promise.says, found.plan.says]
    if found.promise.decision == Decision.NO_GO:
        return steps
    work = words.USE_FILE_AND_LOT if found.alone else words.USE_FILE
    reach = words.REACH_BY_LINE.format(table=found.name) if _by_line(found) else words.REACH
    return [*steps, work.format(file=found.files[0], mark=words.LEAVE_ALONE, reach=reach)]


def all_remarks(found: Found) -> list[Remark]:
    """Everything that is told of the table, of the test and of the list."""
    return [*_about_table(found), *found.contest.remarks, *_about_list(found)]


def _what_to_do(remark: Remark) -> T:
    """What a reader can do about it; else what it is."""
    way_out, option = parted(remark.way_out) if remark.way_out else (None, None)
    # Half a way out is none.
    return way_out if way_out and not option else parted(remark.says)[0] or remark.says


def _by_line(found: Found) -> bool:
    """Whether customers are shown as lines of the file, because what tells them apart is personal."""
    return any(each.id == "personal-id" for each in found.customers.remarks)


def _about_table(found: Found) -> list[Remark]:
    return [*found.remarks, *found.customers.remarks, *found.split.remarks]


def _about_list(found: Found) -> list[Remark]:
    return [*found.at_risk.remarks, *found.about_words]


def _money(promise: Promise) -> T | None:
    if promise.profit is None or promise.assumed is None:
        missing = [each.says for each in promise.missing if each.for_money]
        return words.NO_MONEY.format(missing=listed(missing)) if missing else None
    kept = words.IF_KEPT.format(n=numbers(promise.assumed.scaled(100)))
    return words.MONEY.format(profit=rough_moneys(promise.profit, promise.currency), kept=kept)


def _title(found: Found) -> T:
    size = f"{len(found.at_risk.rows):,}"
    if not found.at_risk.rows:
        return words.NO_TITLE
    if found.promise.decision == Decision.NO_GO:
        return words.TITLE_NO_GO.format(n=size)
    sides = found.plan.sides
    return words.TITLE_SIDES.format(n=size, sides=sides) if sides and found.alone else words.TITLE.format(n=size)


def _meant(found: Found) -> T:
    request = found.request
    chosen = words.MEANT[found.split.listed_kind] if found.at_risk.rows else words.MEANT_NOBODY
    left = words.LEFT_WITHIN if request.within else words.LEFT_MEANS
    sentences = (chosen.format(n=f"{len(found.split.today):,}"), left)
    within = period_in_words(request.within) if request.within else ""
    return run_on(sentences).format(churned=request.churned, within=within)


def _parts(found: Found) -> list[Part]:
    customers, at_risk, notes = found.customers, found.at_risk, Notes()
    looks, wordings = several_looks(customers), at_risk.words.wordings
    parts = [
        table_part(customers, found.split, found.suspects, found.learned, _about_table(found), notes),
        contest_part(found.contest, found.split, found.request.capacity, looks, wordings, notes),
    ]
    shown = _shown(found)
    parts.append(first_part(shown, _about_list(found), notes) if shown else no_list_part(at_risk.says))
    parts += [
        promise_part(found.promise, notes),
        plan_part(found.plan, len(found.alone), found.files[0], _by_line(found)),
    ]
    if shown:
        parts.append(list_part(shown))
    return [*parts, maker_part(notes)] if notes.lines else parts


def _shown(found: Found) -> Shown | None:
    """The list; ``None`` where there is none."""
    rows, evidence = found.at_risk.rows, found.promise.evidence
    if not rows or not evidence:
        return None
    by_shares, guessed = are_shares(rows), frozenset(found.at_risk.words.guessed)
    file, words_file = found.files
    expected = [None] * len(rows)
    if evidence.cut:
        risks, share = np.array([row.risk for row in rows]), np.array([evidence.hits.share])
        expected = moved(risks, share)[0].tolist()
    return Shown(
        [
            row_of(one, found.alone, guessed, by_shares, found.customers.currency, on_several_days(rows), about)
            for one, about in zip(rows[:MOST], expected, strict=False)
        ],
        len(rows),
        sum(row.risk for row in rows) / len(rows),
        evidence.hits.share,
        by_shares,
        len({row.risk for row in rows}) < len(rows),
        file,
        words_file,
        evidence.cut,
    )


def unbroken(text: object) -> Markup:
    """A text whose options and losses stay on one line: “--save-rate”, “−$1,300”."""
    return Markup(_UNBROKEN.sub(r'<span class="one">\1</span>', str(escape(str(text)))))
