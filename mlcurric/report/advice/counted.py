"""What was counted among later customers, scaled to the list: how many on it leave, and how many leavers it misses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from mlcurric.report.advice import counted_words as words
from mlcurric.report.advice.followed import followed
from mlcurric.report.advice.narrow import kept_of_lead, taken_back
from mlcurric.report.advice.stayers import (
    AS_LIKELY,
    SAFER,
    SAFER_AGAIN,
    by_their_scores,
    expected_of_each,
    stayed_on,
    taken_from,
)
from mlcurric.report.advice.worth import Worth, worth_of
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.leak_alarm import alarms_in
from mlcurric.report.contest.rules import Groups
from mlcurric.subject.digits import in_digits, so_many
from mlcurric.subject.expectation import Counted
from mlcurric.subject.metrics.at_k import on_list
from mlcurric.subject.metrics.confusion import Confusion
from mlcurric.subject.ranges import Range
from mlcurric.text import T, run_on

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import AtRisk
    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers

_LOWER = 0.02
"""So much lower the first of the list have to stand to be told of."""
_ALIKE_ENOUGH = 0.85
"""A list that comes to less than this part of what left where it was tried, or to so much more, is of other customers. What is
nearer may be luck: of customers drawn from the same ones it is that in 97 of 100 tables."""


@dataclass(frozen=True)
class Evidence:
    """The counts that a promise rests on, none of them from rows that anything has learned from.

    Attributes:
        hits: how many of a list leave, of how many counted.
        missed: of all who leave, how many are not on the list.
        value: what a leaver on this list is worth, on average; ``None`` where no column says it.
        rests_on, missed_on: where the hits and the misses were counted.
        worth: of each on the list; ``None`` where no column says it.
        fewer: why another share of this list leaves than of the one on which it was tried, in most cases a smaller one;
            ``None`` where both are alike.
        cut: the assumed factor, from and to, with which what was counted was taken down, because those on the list have stayed
            already; ``None`` where nothing was.
        next_look: of customers who had stayed, in the same order, the share that left by their next look, if followed.
        likely: the share of customers as likely to leave that left where it was tried, before anything is taken off, 0 to 1.
        usual: the share that leaves of all from whom the list was chosen, by the same count, 0 to 1.
        is_narrow: whether the list only just beat a lot, so that part of its lead was taken for luck.
        are_others: whether those on the list, whose outcome is open, look clearly less likely to leave, or more, than those did on
            whom it was tried.
        is_shorter: whether this list takes in a smaller part of all than the shortest that says anything, so that those with the
            same scores were counted instead of that longer one.
        of: so many customers the share that leaves is said of.
        time: in which those on the list leave, where it is not the one after their look, but one that begins today.
    """

    hits: Counted
    missed: Counted | None
    value: float | None
    rests_on: T
    missed_on: T
    worth: Worth | None = None
    fewer: T | None = None
    cut: Range[float] | None = None
    next_look: float | None = None
    likely: float = 0.0
    usual: float = 0.0
    is_narrow: bool = False
    are_others: bool = False
    is_shorter: bool = False
    of: int = 100
    time: T | None = None

    @property
    def misses_were_seen(self) -> bool:
        """Whether the misses were counted, of customers who had left, and not reckoned for those to be listed."""
        return self.missed_on not in (words.BESIDE, words.ALL_ON)

    def is_fewer_than(self, tried: float) -> bool:
        """Whether fewer of this list are expected, and counted, than of the list on which it was tried.

        Args:
            tried: the share of that list that left.
        """
        return self.hits.share < tried and (self.next_look is None or self.next_look < tried)


def said_of_each(evidence: Evidence, risks: np.ndarray) -> np.ndarray:
    """The risk that is said of each on the list: as learned, or taken down where they have stayed already.

    Args:
        risks: of each, 0 to 1, as learned.
    """
    return expected_of_each(risks, evidence.hits.share) if evidence.cut else risks


def counted(customers: Customers, split: Split, contest: Contest, at_risk: AtRisk) -> Evidence:
    """Count on the rows to judge by, as the winner ranks them; where it only just won, part of its lead is taken for luck.

    A list of customers whose outcome is open is like the list of the judge rows, unless clearly fewer of them look likely to
    leave, or more: then those of the judge rows with the same scores are counted. So they are where it is shorter than any that
    says something (``SHORTEST``). A list of those who are still here is another one in any case:
    whoever left is no longer among them, so at the top of the order they are fewer; and at the same score they are safer,
    because those of them who were likelier to leave have left. Where the table follows customers from look to look, stayers
    are counted at their next look (``followed``); else it is said how far down it may be (``by_their_scores``).

    Args:
        contest: on lists as long as this one (``as_it_ends``).
        at_risk: a list with somebody on it.
    """
    evidence = replace(_as_it_came(customers, split, contest, at_risk), of=contest.said_of)
    if contest.everybody_fits:
        return evidence
    return _without_luck(evidence, kept_of_lead(contest), contest.of_winner.precision.value)


def _as_it_came(customers: Customers, split: Split, contest: Contest, at_risk: AtRisk) -> Evidence:
    of, risk, size = contest.of_winner, contest.winner_risk, len(at_risk.rows)
    happened = np.asarray(contest.happened, dtype=bool)
    told = {"n": f"{of.total:,}", "listed": f"{of.listed:,}", "others": words.LATER if split.by_date else words.OTHERS}
    top = words.ALL_OF if of.listed == of.total else words.FIRST_OF
    said = told | _so_many(contest.said_of, tried=of.precision.value)
    said |= {"whom": top[0].format(**told), "top": top[1].format(**told)}
    scores = _scores(customers, split, contest, at_risk)
    rows = np.array([row.row for row in at_risk.rows])
    worth = worth_of(customers, split, on_list(risk, contest.k), (risk, scores[0]), rows)
    hits, leavers = Counted(of.hits, of.listed), of.base_rate.value * at_risk.could
    why, cut, are_others, rests_on = None, None, False, words.COUNTED.format(hits=f"{of.hits:,}", **said)
    is_as_long = abs(of.listed - size / at_risk.could * len(happened)) <= 1
    is_shorter = not is_as_long and not contest.everybody_fits
    if split.listed_kind == "not yet known":
        if others := _of_others(contest, scores, is_as_long):
            why = (words.FEWER_SUCH if others[0].share < hits.share else words.MORE_SUCH).format(**said)
            (hits, leavers), rests_on, are_others = others, words.SUCH.format(**said), True
        elif is_shorter:
            hits, leavers = _of_shorter(contest, scores, AS_LIKELY)
            told = {**said, **_so_many(contest.said_of, here=hits.share)}
            rests_on, why = words.SUCH.format(**said), words.SHORTER.format(**told)
        # A short list is judged by a longer one, which misses fewer; so is what a list holds of everybody.
        elif is_as_long and of.happened and size < at_risk.could:
            on = words.MISSED.format(missed=f"{of.misses:,}", all=f"{of.happened:,}")
            return _evidence(hits, Counted(of.misses, of.happened), of.base_rate.value, rests_on, on, worth)
    else:
        if after := followed(customers, split, contest, size / at_risk.could):
            return _of_followed(after, of.precision.value, worth, contest.said_of)
        if is_shorter:
            hits, leavers = _of_shorter(contest, scores, SAFER)
        else:
            hits, leavers = by_their_scores(risk, happened, *scores, contest.k, SAFER)
        why = _why_fewer(contest, taken_from(hits, SAFER), is_shorter)
        cut, rests_on = SAFER, words.ALIKE.format(**said)
    all_on = size == at_risk.could and leavers >= 1
    found = leavers if all_on else min(leavers, size * hits.share)
    missed = Counted(round(leavers) - round(found), round(leavers)) if round(leavers) else None
    missed_on = words.ALL_ON if all_on else words.BESIDE
    evidence = _evidence(hits, missed, leavers / at_risk.could, rests_on, missed_on, worth, why, cut)
    return replace(evidence, are_others=are_others, is_shorter=is_shorter)


def _of_shorter(contest: Contest, scores: tuple[np.ndarray, np.ndarray], safer: Range[float]) -> tuple[Counted, float]:
    """How many leave of a list that is shorter than the one on which it was tried, and of all.

    That one reaches further down, to customers less likely to leave. A rule's group was drawn by other customers, so its own are
    counted, and no more than they are known. At the top of an order luck gathers: it is promised no more for it than its scores say.

    Args:
        scores: as ``_scores`` gives them.
        safer: as for ``by_their_scores``.
    """
    risk, happened = contest.winner_risk, np.asarray(contest.happened, dtype=bool)
    if isinstance(contest.best, Groups):
        reached = int((risk >= scores[0].min()).sum())
        return by_their_scores(risk, happened, *scores, contest.k, safer, inf, int(np.clip(reached, 1, contest.k)))
    return by_their_scores(risk, happened, *scores, contest.k, safer, max(_higher(contest, scores[0]), 1))


def _higher(contest: Contest, listed: np.ndarray) -> float:
    """So many times the scores of the list on which it was tried, on average, are those of this list."""
    return float(listed.mean() / np.sort(contest.winner_risk)[::-1][: contest.k].mean())


def _of_others(
    contest: Contest, scores: tuple[np.ndarray, np.ndarray], is_as_long: bool
) -> tuple[Counted, float] | None:
    """How many leave of a list, and of all, where clearly fewer of those to be listed look likely to leave, or clearly more.

    Args:
        scores: as ``_scores`` gives them.
        is_as_long: whether the list is as large a part of all as the one on which it was tried.

    Returns:
        ``None`` where they are like those on whom it was tried.
    """
    risk, tried = contest.winner_risk, contest.of_winner.precision.value
    happened = np.asarray(contest.happened, dtype=bool)
    # The curve alone would take luck at the top of the order for more leavers: they have to score higher, too.
    at_most = max(_higher(contest, scores[0]), 1)
    hits, leavers = by_their_scores(risk, happened, *scores, contest.k, AS_LIKELY, at_most)
    are_more = is_as_long and hits.share * _ALIKE_ENOUGH > tried
    return (hits, leavers) if hits.share < tried * _ALIKE_ENOUGH or are_more else None


def _why_fewer(contest: Contest, lower: float, is_shorter: bool) -> T:
    """Why fewer leave of those who are still here.

    Args:
        lower: the share of their list that leaves by the order alone, before it is taken into account that they have stayed.
        is_shorter: whether this list is shorter than the one on which it was tried, so that others were counted.
    """
    tried, known = contest.of_winner.precision.value, [words.FEWER_KNOWN] if alarms_in(contest.remarks) else []
    why = [words.FEWER_LOWER, *known] if tried - lower > _LOWER else [words.FEWER]
    why = [words.SHORTER, words.FEWER_OF_THESE] if is_shorter else why
    said = _so_many(contest.said_of, tried=tried, lower=lower, here=lower)
    said |= {"low": f"{100 * SAFER.low:.0f}", "listed": f"{contest.of_winner.listed:,}"}
    return run_on((*why, words.TO_BE_COUNTED)).format(**said)


def _so_many(of: int, **shares: float) -> dict[str, str]:
    """Shares as so many of ``of``, and of how many, for the sentence in which they stand."""
    return {"of": in_digits(of), **{name: so_many(share, of) for name, share in shares.items()}}


def _without_luck(evidence: Evidence, kept: float, tried: float) -> Evidence:
    """The same with the part of the lead that is expected of the next list.

    Args:
        kept: that part, 0 to 1.
        tried: the share that left of the list on which it was tried.
    """
    hits = taken_back(evidence.hits, evidence.usual, kept)
    if hits is evidence.hits:
        return evidence
    missed = evidence.missed
    if missed:
        found = (missed.of - missed.count) * hits.share / evidence.hits.share
        missed = Counted(missed.of - round(found), missed.of)
    # What is taken down already is a reckoning: nobody has counted it.
    before = evidence.hits.share if evidence.fewer else tried
    narrow = words.NARROW[evidence.fewer is not None].format(**_so_many(evidence.of, before=before))
    return replace(
        evidence,
        hits=hits,
        missed=missed,
        missed_on=words.BESIDE,
        value=evidence.worth.of_a_leaver(hits.share) if evidence.worth else None,
        fewer=run_on((evidence.fewer, narrow)) if evidence.fewer else narrow,
        is_narrow=True,
    )


def _evidence(
    hits: Counted,
    missed: Counted | None,
    usual: float,
    rests_on: T,
    missed_on: T,
    worth: Worth | None,
    fewer: T | None = None,
    cut: Range[float] | None = None,
) -> Evidence:
    value = worth.of_a_leaver(hits.share) if worth else None
    likely = taken_from(hits, cut or AS_LIKELY)
    return Evidence(hits, missed, value, rests_on, missed_on, worth, fewer, cut, likely=likely, usual=usual)


def _of_followed(of: Confusion, tried: float, worth: Worth | None, said_of: int) -> Evidence:
    rests_on = words.FOLLOWED.format(
        n=f"{of.total:,}", listed=f"{of.listed:,}", hits=f"{of.hits:,}", low=f"{100 * SAFER_AGAIN.low:.0f}"
    )
    missed = Counted(of.misses, of.happened) if of.happened else None
    on = words.MISSED.format(missed=f"{of.misses:,}", all=f"{of.happened:,}")
    next_look = of.precision.value
    fewer = (words.FEWER_NEXT if next_look < tried else words.NO_FEWER_NEXT).format(
        low=f"{100 * SAFER_AGAIN.low:.0f}", **_so_many(said_of, tried=tried, next=next_look)
    )
    usual = SAFER_AGAIN.middle * of.base_rate.value
    evidence = _evidence(stayed_on(Counted(of.hits, of.listed)), missed, usual, rests_on, on, worth, fewer, SAFER_AGAIN)
    return replace(evidence, next_look=next_look, likely=next_look)


def _scores(customers: Customers, split: Split, contest: Contest, at_risk: AtRisk) -> tuple[np.ndarray, np.ndarray]:
    """The scores of those on the list, and of all from whom it was chosen, on the scale of those who judge.

    A rule is counted anew for the list, so that its shares are no longer those of the rows that judged it.
    """
    if contest.winner != "rule":
        return np.array([row.risk for row in at_risk.rows]), at_risk.risks
    rule = contest.rule
    table = learnable(customers, rule.columns)
    listed = [row.row for row in at_risk.rows]
    return rule.risk(table.iloc[listed]), rule.risk(table.iloc[np.asarray(split.today)])
