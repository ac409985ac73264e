"""The page: who is meant, what to expect and what to do now on top; then what that rests on; the whole list at the end."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mlcurric.report.advice.promise_words import at_least, gain_or_loss
from mlcurric.report.contest.leak_alarm import alarms_in
from mlcurric.report.contest.verdict import TOO_FEW_TO_TELL
from mlcurric.report.page import list_words, title_words, words
from mlcurric.report.page.breaks import in_sentences, unbroken
from mlcurric.report.page.evidence import contest_part, outcome_of
from mlcurric.report.page.maker import Notes
from mlcurric.report.page.parts import (
    Part,
    first_part,
    list_part,
    maker_part,
    no_list_part,
    plan_part,
    promise_part,
)
from mlcurric.report.page.remarks import about_list, about_table, is_void
from mlcurric.report.page.rows import all_alike, cut
from mlcurric.report.page.shown import shown
from mlcurric.report.page.steps import by_line, do_now, filled_by_lot, left_off, no_go, to_clear_up, to_decide
from mlcurric.report.page.sureness import how_sure
from mlcurric.report.page.table import several_looks, table_part
from mlcurric.report.period import period_in_words
from mlcurric.report.reading.worth import ARE_SALES
from mlcurric.report.remark import Remark
from mlcurric.subject.digits import from_to, in_digits, of_one, so_many
from mlcurric.subject.product.dates import date_in_words
from mlcurric.subject.product.figures import numbers
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


@dataclass(frozen=True)
class Found:
    """All that was found out about a table.

    Attributes:
        request: what was asked for.
        name: of the table's file.
        learned: the columns learned from.
        remarks: of the table's file.
        about_words: of the words for the columns, and of whom the list could have held.
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
        made_on=date_in_words(made_on),
        title=title(found),
        in_sentences=in_sentences,
        kicker=words.KICKER.format(name=found.name),
        meant=_meant(found),
        top={"do_now": do_now(found), "expect": to_expect(found), "sure": how_sure(found)},
        parts=_parts(found),
        rests=_rests(found),
    )


def to_expect(found: Found) -> list[T]:
    """How many of the list would leave, and whether contacts pay; where there is no list, why."""
    expected = would_leave(found)
    if expected is None:
        return [found.at_risk.says]
    if is_void(found) and not no_go(found):
        # Nothing is decided of this list, and nobody on it is contacted.
        told = (expected, _money(found), _would_pay(found.promise), words.IF_ALIKE)
    else:
        told = (expected, _money(found), found.promise.says, _unpaid(found))
    return [each for each in told if each is not None]


def would_leave(found: Found) -> T | None:
    """What to expect of the list, in one sentence; ``None`` where there is none."""
    promise = found.promise
    if not found.at_risk.rows or promise.leavers is None or promise.evidence is None:
        return None
    of, usual = promise.evidence.of, promise.evidence.usual
    low, high = (so_many(end / promise.list_size, of) for end in (promise.leavers.low, promise.leavers.high))
    # Beside those of a trial, in which leavers were still among them, the number would be compared with another kind.
    beside = [words.AT_RANDOM_HERE] if usual and promise.evidence.fewer and not is_everybody(found) else []
    time = [words.THAT_IS.format(time=promise.evidence.time)] if promise.evidence.time else []
    return run_on((words.WOULD_LEAVE, *time, *beside)).format(
        n=so_many(promise.evidence.hits.share, of), of=in_digits(of), range=from_to(low, high), usual=so_many(usual, of)
    )


def _money(found: Found) -> T | None:
    promise = found.promise
    if promise.profit is None or promise.assumed is None:
        missing = [each.says for each in promise.missing if each.for_money]
        # Where not even a number of leavers kept is known from which it pays, the decision says what is missing.
        known = promise.break_even is not None
        return words.NO_MONEY.format(missing=listed(missing)) if missing and known else None
    kept = words.IF_KEPT.format(n=numbers(promise.assumed.scaled(100)))
    whose: T | str = ""
    of_contacted = None if no_go(found) or is_void(found) else promise.of_contacted
    if no_go(found) or is_void(found):
        whose = words.MONEY_OF["nobody"].format(n=f"{promise.list_size:,}")
    elif of_contacted:
        whose = words.MONEY_OF["contacted"].format(n=f"{promise.list_size - len(found.alone):,}")
    money = words.MONEY
    if any(each.id == ARE_SALES for each in found.customers.remarks):
        money = run_on((money, words.OF_SALES))
    earned = of_contacted or promise.profit
    return money.format(
        less=words.LESS["gain" if earned.low >= 0 else "loss" if earned.high <= 0 else "both"],
        whose=whose,
        column=cut(found.request.value or ""),
        currency="" if promise.currency else words.CURRENCY_OF_TABLE,
        profit=gain_or_loss(earned, promise.currency),
        kept=kept,
    )


def _would_pay(promise: Promise) -> T | None:
    """Whether the plan pays by these numbers, where nothing is decided by them; ``None`` where too little is known, or nothing costs.

    A new table brings other customers; what a contact costs and keeps stays as it is.
    """
    share, assumed = promise.break_even, promise.assumed
    if not share:
        return None
    if share > 1:
        return words.WOULD_PAY["never"]
    if not promise.profit or not assumed:
        return words.WOULD_PAY["from"].format(needed=at_least(share))
    says = "loss" if promise.leans_to_a_loss else "gain" if promise.profit.low > 0 else "open"
    return words.WOULD_PAY[says].format(needed=at_least(share), assumed=numbers(assumed.scaled(100)))


def _unpaid(found: Found) -> T | None:
    """That contacts do not pay for some of the list, though they may for all of it together."""
    promise = found.promise
    contacted = len(found.at_risk.rows) - len(found.alone)
    bad = len(promise.unpaid - found.alone)
    kept = promise.assumed.high if promise.assumed else 1
    # Where it does not pay for the list, or for nobody on it, that has been said.
    if not bad or bad == contacted or no_go(found):
        return None
    return words.UNPAID[bool(found.alone)].format(
        n=f"{bad:,}",
        contacted=f"{contacted:,}",
        kept=words.KEPT[kept == 1].format(n=so_many(kept)),
        mark=list_words.DOES_NOT_PAY,
        file=found.files[0],
    )


def title(found: Found) -> T:
    """Who stands on the list, and what to do with them."""
    rows = found.at_risk.rows
    if not rows:
        too_few = outcome_of(found.contest) == TOO_FEW_TO_TELL
        return title_words.NOT_YET if too_few else title_words.NO_TITLE
    whom = title_words.WHOM_ALIKE if left_off(found) else title_words.WHOM
    if is_everybody(found):
        whom = title_words.WHOM_ALL[found.contest.has_order and not all_alike(rows)]
    n, of = len(rows), len(rows) + left_off(found)
    if filled := filled_by_lot(found):
        whom, n, of = title_words.WHOM_FILLED, filled.count, filled.of
    who = of_one(whom.format(n=f"{n:,}", of=f"{of:,}", first=f"{len(rows) - n:,}"))
    if no_go(found):
        promise = found.promise
        said = title_words.TITLE_NOT_YET[promise.is_monthly] if promise.hangs_on_months else title_words.TITLE_NO_GO
        return said.format(who=who)
    if things := len(to_clear_up(found)):
        return title_words.TITLE_CLEAR_UP.format(who=who, things=title_words.THINGS[things])
    if to_decide(found):
        return title_words.TITLE_DECIDE.format(who=who)
    sides = found.plan.sides
    said = title_words.TITLE_SIDES if sides and found.alone else title_words.TITLE
    return said.format(who=who, sides=sides)


def _wanted(found: Found) -> int:
    """Customers of whom a list was wanted; where there is one, so many as it holds."""
    return len(found.at_risk.rows) or min(found.request.capacity, len(found.split.today))


def is_everybody(found: Found) -> bool:
    """Whether all who could be listed are."""
    return len(found.at_risk.rows) == found.at_risk.could


def _rests(found: Found) -> T:
    rests = words.RESTS.format(name=found.name)
    return run_on((rests, words.NAMES_CUSTOMERS)) if found.at_risk.rows else rests


def _meant(found: Found) -> T:
    request = found.request
    meant = words.MEANT_ALL if is_everybody(found) else words.MEANT
    chosen = meant[found.split.listed_kind] if found.at_risk.rows else words.MEANT_NOBODY
    left = words.LEFT_WITHIN if request.within else words.LEFT_MEANS
    sentences = (chosen.format(n=f"{len(found.split.today):,}"), left)
    within = period_in_words(request.within) if request.within else ""
    return run_on(sentences).format(churned=request.churned, within=within)


def _parts(found: Found) -> list[Part]:
    customers, at_risk, notes = found.customers, found.at_risk, Notes()
    looks, wordings, listed_ones = several_looks(customers), at_risk.words.wordings, shown(found)
    off = listed_ones.off if listed_ones else None
    parts = [
        table_part(
            customers,
            found.split,
            found.suspects,
            found.learned,
            about_table(found),
            alarms_in(found.contest.remarks),
            notes,
            found.contest.said_of,
        ),
        contest_part(
            found.contest,
            found.split,
            _wanted(found),
            looks,
            wordings,
            notes,
            off,
            at_risk.as_judged,
            listed_ones is not None and listed_ones.cut is not None,
        ),
    ]
    about = about_list(found)
    parts += [
        first_part(listed_ones, about, notes) if listed_ones else no_list_part(at_risk.says, at_risk.could),
        promise_part(found.promise, is_everybody(found), notes),
        plan_part(found.plan, len(found.alone), found.files[0], by_line(found), bool(at_risk.rows), is_void(found)),
    ]
    if notes.lines:
        parts.append(maker_part(notes))
    # Last, because it is long.
    return [*parts, list_part(listed_ones)] if listed_ones and listed_ones.rest else parts
