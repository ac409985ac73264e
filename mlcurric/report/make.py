"""A report from beginning to end: a table is read, a rule and a model are tried on it, and the page and the list are written."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.util import find_spec
from math import ceil
from pathlib import Path

from mlcurric.report.advice.alike import about_left_off
from mlcurric.report.advice.capacity import about_capacity
from mlcurric.report.advice.experiment import plan_experiment
from mlcurric.report.advice.followed import among_stayers
from mlcurric.report.advice.guesses import about_guesses
from mlcurric.report.advice.listing import make_list
from mlcurric.report.advice.promise import make_promise, of_those_contacted, with_stop, without_proof
from mlcurric.report.advice.promised import Promise
from mlcurric.report.advice.standing_out import as_it_ends, if_any_stands_out
from mlcurric.report.advice.words import check_words, read_words, starter_words
from mlcurric.report.contest.changed import Changed, about_shifts, changed_columns
from mlcurric.report.contest.contest import as_said, hold_contest
from mlcurric.report.contest.derived import about_derived, derived, headings_of
from mlcurric.report.contest.leaks import Suspect, order_remarks, suspects
from mlcurric.report.contest.split import split
from mlcurric.report.files import check_out, excel_file, list_file, words_file, write_files
from mlcurric.report.page.page import Found, render_page
from mlcurric.report.page.parts import gravest_first
from mlcurric.report.page.remarks import all_remarks
from mlcurric.report.reading.customers import Customers, read_customers
from mlcurric.report.reading.loading_lines import MOST_BYTES
from mlcurric.report.reading.names import Names
from mlcurric.report.reading.table import read_table
from mlcurric.report.reading.twins import about_twin
from mlcurric.report.reading.worth import ARE_SALES
from mlcurric.report.remark import Remark, Weight
from mlcurric.report.request import Request
from mlcurric.report.sheet import told_of
from mlcurric.subject.expectation import Decision
from mlcurric.subject.typed import Slip
from mlcurric.text import T, run_on

STEPS = (
    T("Reading the table", "表を読んでいます"),
    T("Looking for columns that know the answer already", "答えを先に知っている列を探しています"),
    T("Trying a rule and a model on customers that neither has seen", "ルールとモデルを、学習に使っていない顧客で試しています"),
    T("Making the list, with a reason for everybody on it", "全員に理由を付けて、リストを作っています"),
    T("Writing the page", "ページを書いています"),
)  # fmt: skip
_GRAVEST = 3
_MOST_LINES = 5
_MORE_LINES = T(
    "And {n} more lines of that file; the page names them.",
    "このファイルには、ほかにも{n}件あります。ページに書いてあります。",
)
_BIG = 40_000_000
_SECONDS_A_BYTE, _MEMORY_A_BYTE = 4e-6, 25
"""Estimated, from one table of a million rows and 170 MB on two cores; it is said as “about” and “up to”."""


@dataclass(frozen=True)
class Made:
    """What was made.

    Attributes:
        files: that were written, the page first.
        gravest: what to know before anything else, at most three.
        says: what has to be known of the files, and what nobody has said, with the options that say it.
    """

    files: tuple[Path, ...]
    gravest: tuple[Remark, ...]
    says: tuple[T, ...] = ()


def make_report(request: Request, tell: Callable[[T], None] = lambda _: None) -> Made:
    """Make the page and the files beside it, in the language spoken now.

    Args:
        tell: is told each of ``STEPS`` as it begins; before the first, of a big table how long it takes.

    Raises:
        Slip: what is wrong with the table or the request, and the way out; nothing is written then.
    """
    check_out(request)
    check_words(request.words)
    try:
        return _made(request, tell)
    except MemoryError:
        raise Slip(
            T(
                "“{name}” does not fit into this machine’s memory.", "「{name}」がこのパソコンのメモリーに入りません。"
            ).format(name=request.path.name),
            T(
                "Export only the columns that may matter, and only the latest looks; or close other programs.",
                "関係がありそうな列と最近の行だけに絞って書き出すか、ほかのプログラムを閉じてください。",
            ),
        ) from None


def _made(request: Request, tell: Callable[[T], None]) -> Made:
    if big := _about_size(request.path):
        tell(big)
    tell(STEPS[0])
    asked = (request.churned, request.id, request.value, request.observed_at, *request.drop, *request.keep)
    raw = read_table(request.path, tuple(filter(None, asked)))
    # From here on columns are called as the table calls them, however they were typed.
    request = Names.found(raw, request).in_request(request)
    customers = read_customers(raw, request)
    tell(STEPS[1])
    parts = split(customers, request.within)
    found = suspects(customers, parts.learn, request.keep)
    out = {each.column for each in found if each.is_out}
    changed = changed_columns(customers, [name for name in customers.columns if name not in out], request.keep)
    out |= {each.column for each in changed}
    customers = replace(customers, aside=_aside(customers, found, changed))
    columns = [name for name in customers.columns if name not in out]
    shifts = about_shifts(customers, columns)
    made = derived(customers, parts.learn, columns)
    customers, columns = replace(customers, columns=customers.columns | made), [*columns, *made]
    words = read_words(customers, columns, request.words, [*raw.cells.columns, *headings_of(raw.cells.columns)])
    tell(STEPS[2])
    contest = hold_contest(customers, parts, columns, request.capacity, [each.column for each in found if each.doubts])
    tell(STEPS[3])
    contest = among_stayers(customers, parts, contest, request.capacity)
    contest = if_any_stands_out(customers, parts, contest)
    at_risk = make_list(customers, parts, contest, columns, words, request.capacity)
    contest = as_said(as_it_ends(contest, at_risk), at_risk.as_judged)
    promise = make_promise(request, customers, parts, contest, at_risk)
    plan = plan_experiment(promise, at_risk, customers, found)
    if not plan.shows:
        promise = without_proof(promise, request.value or "")
    decision, promise = promise.decision, of_those_contacted(promise, plan.alone, request.value or "")
    if promise.decision != decision:
        plan = plan_experiment(promise, at_risk, customers, found)
    if promise.decision != Decision.NO_GO:
        promise = with_stop(promise, promise.list_size - len(plan.alone), len(plan.alone), request.within)
    tell(STEPS[4])
    told_in = (request.words or words_file(request.out)).name
    guesses = about_guesses(words, told_in, () if promise.decision == Decision.NO_GO else at_risk.rows)
    unused = about_capacity(plan, request.capacity, at_risk.longest or at_risk.could)
    left_off = about_left_off(at_risk, bool(plan.alone))
    beside = excel_file(request.out) if find_spec("openpyxl") else list_file(request.out)
    everything = Found(
        request=request,
        name=raw.name,
        customers=customers,
        suspects=found,
        learned=columns,
        split=parts,
        # The page states the rule as it has made the list.
        contest=replace(contest, rule=at_risk.rule) if at_risk.rule else contest,
        at_risk=at_risk,
        promise=promise,
        plan=plan,
        remarks=(
            *raw.remarks,
            *order_remarks(customers),
            *(each.remark for each in changed),
            *filter(None, (shifts, about_derived(made))),
        ),
        about_words=tuple(each for each in (guesses, left_off, unused) if each),
        alone=plan.alone,
        files=(beside.name, told_in),
    )
    page = render_page(everything, date.today())
    guessed = frozenset(words.guessed)
    told = told_of(everything)
    written, says = write_files(request, page, at_risk.rows, plan.alone, starter_words(words), guessed, told)
    gravest = [each for each in gravest_first(all_remarks(everything)) if each.weight != Weight.NOTE]
    unread = [each for each in words.remarks if each not in gravest[:_GRAVEST]]
    more = (*_in_words_file(unread), *_of_sales(gravest[_GRAVEST:]), *_not_said(promise))
    return Made(written, tuple(gravest[:_GRAVEST]), (*says, *more))


def _aside(customers: Customers, found: Sequence[Suspect], changed: Sequence[Changed]) -> dict[str, T]:
    """The columns that are not learned from, but for those that are told of as knowing the answer, each with why not."""
    whys = customers.aside | {each.column: each.why for each in changed}
    for each in changed:
        too = [name for name, original in customers.copies.items() if original == each.column]
        whys |= {name: about_twin(each.column, left_out=True) for name in too}
    return {name: why for name, why in whys.items() if name not in {each.column for each in found if each.is_out}}


def _about_size(path: Path) -> T | None:
    """What is said before a big table is read: how long it takes, and how much memory it needs; one too big is refused instead."""
    size = path.stat().st_size if os.path.isfile(path) else 0
    if not _BIG <= size <= MOST_BYTES:
        return None
    return T(
        "This table is big ({size} MB). It takes about {minutes} minutes and up to {memory} GB of memory. With fewer columns, or "
        "the latest looks only, it is faster.",
        "大きな表です({size} MB)。{minutes}分ほどかかり、メモリーを最大{memory} GB使います。列を減らすか、最近の行だけにすると速くなります。",
    ).format(
        size=round(size / 1e6), minutes=ceil(size * _SECONDS_A_BYTE / 60), memory=ceil(size * _MEMORY_A_BYTE / 1e9)
    )


def _in_words_file(unread: Sequence[Remark]) -> tuple[T, ...]:
    """What could not be read in the file of words, for whoever has written it: nobody who reads the page can mend it."""
    said = [run_on(filter(None, (each.says, each.way_out))) for each in unread[:_MOST_LINES]]
    rest = len(unread) - len(said)
    return (*said, _MORE_LINES.format(n=rest)) if rest else tuple(said)


def _of_sales(others: Sequence[Remark]) -> tuple[T, ...]:
    """That the money is reckoned with sales, for whoever has named the column, though graver things stand before it."""
    return tuple(
        T("{says} {way_out}", "{says}{way_out}").format(says=each.says, way_out=each.for_maker or "")
        for each in others
        if each.id == ARE_SALES
    )


def _not_said(promise: Promise) -> tuple[T, ...]:
    """What nobody has said, for whoever makes the page: with the option that says it."""
    if not promise.missing:
        return ()
    lines = [T(f"  {each.option}: {each.says.en}", f"  {each.option}: {each.says.ja}") for each in promise.missing]
    return (T("Nobody has said yet:", "まだ指定されていないこと:"), *lines)
