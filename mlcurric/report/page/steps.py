"""What to do next: clear up what would mislead, decide, contact whom and whom not, and ask what only others know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlcurric.report.contest.leak_alarm import alarms_in
from mlcurric.report.page import list_words
from mlcurric.report.page import step_words as words
from mlcurric.report.page.parts import gravest_first
from mlcurric.report.page.remarks import all_remarks, is_void
from mlcurric.report.page.rows import all_alike, cut
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.expectation import Counted, Decision
from mlcurric.text import T, listed, run_on

if TYPE_CHECKING:
    from mlcurric.report.page.page import Found

_NAMED = 3
_MOST_TO_CLEAR_UP = 3


def do_now(found: Found) -> list[T]:
    """What to do next, in this order: clear up what would mislead, decide, contact whom and whom not, ask what only others know."""
    # Where nobody is contacted, nothing comes before that.
    first = words.CLEAR_UP if found.at_risk.rows else T("{says}", "{says}")
    steps = [first.format(says=each) for each in to_clear_up(found)]
    steps += [each for each in (to_decide(found), what_to_do(found)) if each is not None]
    if reach := how_to_reach(found):
        steps.append(reach)
    if asked := [T(f"“{cut(one.column)}”", f"「{cut(one.column)}」") for one in found.suspects if one.grade == "ask"]:
        steps.append(words.ASK_ABOUT.format(columns=listed(asked[:_NAMED])))
    return steps


def to_clear_up(found: Found) -> list[T]:
    """What has to be cleared up before anybody is contacted, the gravest first."""
    dangers = [each for each in gravest_first(all_remarks(found)) if each.weight == Weight.DANGER]
    # Two that are cleared up by the same question are one step.
    ways = list(dict.fromkeys(map(_what_to_do, dangers)))
    if found.promise.months_matter:
        ways.insert(0, words.TWELVE_MONTHS[found.promise.is_monthly].format(column=cut(found.request.value or "")))
    return ways[:_MOST_TO_CLEAR_UP]


def to_decide(found: Found) -> T | None:
    """What has to be decided before anybody is contacted; ``None`` where nothing speaks against it."""
    if not found.at_risk.rows or no_go(found) or is_void(found):
        return None
    if not found.promise.leans_to_a_loss and found.promise.shows:
        return None
    decide = words.DECIDE_TO_TRY if found.promise.leans_to_a_loss else words.DECIDE_UNPROVED
    return decide.format(first=words.DECIDE[bool(to_clear_up(found))])


def what_to_do(found: Found, where: T | None = None) -> T:
    """Whom to contact, and whom not.

    Args:
        where: the list stands; by default in the file beside the page.
    """
    if not found.at_risk.rows:
        return words.NO_LIST
    if no_go(found):
        return found.plan.says
    where = where or words.WHERE.format(file=found.files[0])
    if is_void(found):
        return words.NOT_THIS_LIST.format(where=where)
    contacted, alone = len(found.at_risk.rows) - len(found.alone), len(found.alone)
    doubted = bool(alarms_in(found.contest.remarks))
    first = doubted or to_decide(found) is not None
    says = [words.ONLY_IF_KNOWN] if doubted else []
    says.append(
        words.ACT_ONE[first] if contacted + alone == 1 else words.ACTS[first, not all_alike(found.at_risk.rows)]
    )
    says += [words.NOT_CONTACTED] if alone else []
    says += _by_lot(found)
    how_many = f"{contacted:,}" if alone else words.THE.format(n=f"{contacted:,}")
    return run_on(says).format(contacted=how_many, alone=f"{alone:,}", where=where, mark=list_words.LEAVE_ALONE)


def _by_lot(found: Found) -> list[T]:
    """That a lot has chosen the list, or the last of it, among others who are exactly as likely to leave; nothing where none has."""
    size, others, filled = len(found.at_risk.rows), left_off(found), filled_by_lot(found)
    if others:
        return [words.AS_LIKELY[others == 1].format(n=f"{others:,}", size=f"{size:,}")]
    if filled is None:
        return []
    said = {"n": filled.count, "of": filled.of, "first": size - filled.count + 1, "last": size}
    return [words.FILLED_BY_LOT[filled.count == 1].format(**{name: f"{each:,}" for name, each in said.items()})]


def filled_by_lot(found: Found) -> Counted | None:
    """So many at the end of the list, of so many who are exactly as likely to leave: a lot has filled it up. ``None`` where none has,
    or where it has chosen everybody on it."""
    of_alike = found.at_risk.of_alike
    return of_alike if of_alike and of_alike.count < len(found.at_risk.rows) else None


def left_off(found: Found) -> int:
    """So many who could be listed are exactly as likely to leave as everybody on the list: a lot has left them off."""
    of_alike = found.at_risk.of_alike
    return of_alike.of - of_alike.count if of_alike and of_alike.count == len(found.at_risk.rows) else 0


def how_to_reach(found: Found) -> T | None:
    """How to find whoever stands on the list; ``None`` where nobody on it is contacted."""
    if not found.at_risk.rows or no_go(found) or is_void(found):
        return None
    return (
        words.REACH_BY_LINE.format(table=found.name) if by_line(found) else words.REACH.format(id=cut(found.request.id))
    )


def no_go(found: Found) -> bool:
    """Whether there is a list of whom nobody is contacted for now."""
    return bool(found.at_risk.rows) and found.promise.decision == Decision.NO_GO


def by_line(found: Found) -> bool:
    """Whether customers are shown as lines of the file, because what tells them apart is personal."""
    return any(each.id == "personal-id" for each in found.customers.remarks)


def _what_to_do(remark: Remark) -> T:
    """What a reader can do about it; else what it is."""
    return remark.way_out or remark.says
