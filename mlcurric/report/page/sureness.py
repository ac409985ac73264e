"""How sure the list is: how it did where it was tried, beside other lists, and what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlcurric.report.contest.leak_alarm import alarms_in
from mlcurric.report.page import words
from mlcurric.report.page.evidence import more_on_lists, outcome_of, range_of_difference, same_leavers
from mlcurric.report.page.remarks import is_void
from mlcurric.subject.digits import in_digits, so_many
from mlcurric.text import T, run_on

if TYPE_CHECKING:
    from mlcurric.report.page.page import Found


def how_sure(found: Found) -> list[T]:
    """How the list did where it was tried, beside other lists."""
    contest, promise = found.contest, found.promise
    outcome = outcome_of(contest)
    lists = found.plan.lists
    compared = (
        [words.COMPARED[lists > 1].format(lists=lists)]
        if found.alone and found.promise.shows and not is_void(found)
        else []
    )
    doubted = [words.DOUBTED] if contest.winner != "nobody" and alarms_in(contest.remarks) else []
    if outcome == "everybody-fits":
        return [*doubted, words.EVERYBODY_FITS[contest.has_order], *compared]
    first = "model" if contest.winner == "model" else "rule"
    of = {"model": contest.of_model.precision.value, "rule": contest.of_rule.precision.value}
    second = "rule" if first == "model" else "model"
    tried = words.TRIED.format(
        judged=words.MANY[not found.split.once].format(n=f"{len(found.split.judge):,}"),
        first=words.WHOSE[first],
        of_first=so_many(of[first], contest.said_of),
        second=words.WHOSE[second],
        of_second=so_many(of[second], contest.said_of),
        lot=so_many(contest.of_rule.base_rate.value, contest.said_of),
        of=in_digits(contest.said_of),
    )
    against = words.AGAINST[outcome] if more_on_lists(contest) else words.AS_MANY.get(outcome, words.AGAINST[outcome])
    if contest.winner == "rule" and (same := same_leavers(contest)):
        against = words.SAME_LEAVERS[same]
    against = against.format(
        k=f"{contest.k:,}",
        difference=range_of_difference(contest),
        of=in_digits(contest.said_of),
        judged=f"{len(found.split.judge):,}",
    )
    says = [*doubted, run_on((tried, against))]
    if promise.evidence and promise.evidence.are_others:
        says.append(words.OTHERS_HERE[promise.evidence.hits.share < of[first]])
    elif promise.evidence and promise.evidence.is_shorter:
        says.append(words.SHORTER_HERE)
    if promise.evidence and promise.evidence.fewer and promise.evidence.is_fewer_than(of[first]):
        here = words.FEWER_DOUBTED if doubted else words.FEWER_HERE
        stayed = promise.evidence.cut is not None
        says += [here] * stayed
        others = promise.evidence.are_others or promise.evidence.is_shorter
        says += [words.FEWER_BY_LUCK[stayed or others]] * promise.evidence.is_narrow
    return [*says, *compared]
