"""How it is decided in the end whether contacts go on: at which difference of the two groups, and how often that goes wrong."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from mlcurric.report.advice import experiment_words as words
from mlcurric.report.advice.comparing import by_luck, chance_to_go_on, surely_found
from mlcurric.report.advice.promise_words import at_least
from mlcurric.subject.digits import as_count, in_digits, so_many
from mlcurric.subject.experiments.sizes import POWER
from mlcurric.text import T, run_on

if TYPE_CHECKING:
    from mlcurric.report.advice.counted import Evidence


def how_to_decide(
    evidence: Evidence, pays: float | None, wanted: float, go_on: float, lists: int | None, alone: int, contacted: int
) -> T:
    """How the two groups are compared, of all lists together; and how often a number like that decides wrongly.

    Args:
        pays: the difference of shares from which contacts pay; ``None`` if nobody knows.
        wanted: the share of leavers kept that is looked for, above 0 and up to 1.
        go_on: how many fewer of those contacted have to leave, a difference of shares.
        lists: that are added up; ``None`` where no number of them shows what is wanted: then a smaller difference stops nothing.
        alone, contacted: customers of all these lists together.
    """
    share = evidence.hits.share
    luck = by_luck(share, alone, contacted)
    enough = words.PAYS if pays and pays > luck else words.PAYS_WITHIN_LUCK
    why = words.BY_LUCK if pays is None else enough
    found = surely_found(share, go_on, alone, contacted)
    chances = words.CHANCES if found is not None else words.CHANCE_OF_NOTHING
    decide = words.DECIDE if lists == 1 else words.DECIDE_SUM
    stops, goes_on_only = (
        (decide, why, chances, words.RECKONED, words.FEWER_TAKE_MORE),
        (words.TELLS_LITTLE, words.RECKONED),
    )
    return run_on(stops if lists else goes_on_only).format(
        lists=as_count(lists or 1),
        go_on=_of_1000(go_on),
        pays=_of_1000(pays or 0),
        luck=_of_1000(luck),
        found=at_least(found),
        nothing=at_least(chance_to_go_on(share, 0, go_on, alone, contacted)),
        wanted=at_least(wanted),
        reached=in_digits(round(100 * chance_to_go_on(share, wanted, go_on, alone, contacted))),
        stopped=at_least(1 - POWER),
        share=so_many(share, evidence.of),
        of=in_digits(evidence.of),
    )


def _of_1000(share: float) -> str:
    """Of 1,000, rounded up: of 100 it would be parts of a person."""
    return as_count(ceil(round(1000 * share, 6)))
