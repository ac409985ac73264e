"""A rule against a model, on rows that neither has seen; whoever is not clearly better has to be simpler."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.stats import binom
from threadpoolctl import threadpool_limits

from mlcurric.report.contest.better import better_by
from mlcurric.report.contest.contenders import Contender, expected_counts
from mlcurric.report.contest.contest_words import (
    EVERYBODY_FITS,
    NO_ORDER,
    NO_TREES,
    OFF,
    OFF_TOO,
    a_sample,
    everybody_fits,
    other_share,
    short_list,
)
from mlcurric.report.contest.cut import first_looks
from mlcurric.report.contest.drift import is_spent, judging_alike, no_longer_holds, order_faded, order_fades
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.folds import MOST_TO_LEARN, sample_of
from mlcurric.report.contest.leak_alarm import alarms_in, made_of, too_good, too_sure
from mlcurric.report.contest.model import explains_trees, learn_model
from mlcurric.report.contest.rules import Groups, Order, learn_rule
from mlcurric.report.contest.split import Split
from mlcurric.report.contest.verdict import CHOSEN, THE_RULE, Winner, verdict, why_the_rule
from mlcurric.report.remark import Remark
from mlcurric.subject.explain.reasons import finer
from mlcurric.subject.intervals import CONFIDENCE, Measured
from mlcurric.subject.metrics.calibration import calibration_table
from mlcurric.subject.metrics.confusion import Confusion
from mlcurric.subject.typed import Slip
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers

SHORTEST = 30
"""A list of fewer says nothing."""
_OF_WINNER = (*CHOSEN, "off", "other-share")
# One of more than half of all customers is no choice.
_LONGEST_SHARE = 0.5
_GROUPS, _GROUP_ROWS = 10, 50
FAR, FAR_RATIO = 0.02, 0.15
_BY_LUCK = 0.05


@dataclass(frozen=True)
class Contest:
    """What came of rule and model on rows that neither has seen.

    Attributes:
        rule, model: learned on the rows to learn from.
        winner: ``"nobody"`` where no list beats one drawn by lot; the rule where everybody is on the list anyway.
        happened: of the rows that judge, who left.
        rule_risk, model_risk: of these rows, 0 to 1.
        k: so many of these rows as the capacity is of the listed ones, at least 30; fewer where the list ends early (``at_length``).
        of_rule, of_model: their lists of ``k``, counted on average over the lots among those at the same place.
        better_by: hits of each listed customer, the model's less the rule's, 0 to 1, with its 95% range (the same rows
            and the lots drawn anew 1,000 times).
        said_and_came: ``calibration_table`` of the winner, with the ``lowest`` risk of each group; of the better one where nobody wins.
        trusted: whether what the winner says came true, within the ranges.
        remarks: what is to be told about it.
    """

    rule: Groups | Order
    model: Contender
    winner: Winner
    happened: np.ndarray
    rule_risk: np.ndarray
    model_risk: np.ndarray
    k: int
    of_rule: Confusion
    of_model: Confusion
    better_by: Measured
    said_and_came: pd.DataFrame
    trusted: bool
    remarks: tuple[Remark, ...] = ()

    @property
    def has_order(self) -> bool:
        """Whether somebody may go by the order of the list; not where no order is better than a lot, though all are on it, and
        not as long as a column may know the answer."""
        return self.winner != "nobody" and _is_ordered(self.remarks)

    @property
    def said_of(self) -> int:
        """Of so many customers the whole page says what share of them leaves: of 100, or of 1,000 or 10,000 where that few leave."""
        return finer(self.of_rule.base_rate.value)

    @property
    def everybody_fits(self) -> bool:
        """Whether nobody had to be chosen, so that nobody had to win."""
        return any(each.id == EVERYBODY_FITS for each in self.remarks)

    @property
    def of_winner(self) -> Confusion:
        """The list of whoever won, counted."""
        return self.of_rule if self.winner == "rule" else self.of_model

    @property
    def winner_risk(self) -> np.ndarray:
        """Likewise, of the rows that judge."""
        return self.rule_risk if self.winner == "rule" else self.model_risk

    @property
    def best(self) -> Contender:
        """Whoever won; where nobody did, the rule, which nobody has to believe."""
        return self.model if self.winner == "model" else self.rule

    def won_by_nobody(self, why: Remark) -> Contest:
        """The same where something else, which is told first, forbids what won: nothing speaks of using it any longer."""
        others = [each for each in self.remarks if each.id not in _OF_WINNER]
        return replace(self, winner="nobody", trusted=False, remarks=(why, *others))


@threadpool_limits.wrap(limits=1)
def hold_contest(
    customers: Customers, split: Split, columns: Sequence[str], capacity: int, doubted: Collection[str] = ()
) -> Contest:
    """Let rule and model learn on the earlier rows, and judge both on the later ones.

    Args:
        columns: what may be learned from, without those that know the answer already.
        capacity: customers whom the list is to hold.
        doubted: of the columns, those of which no list can be made before somebody has said when they are written.

    Raises:
        Slip: if no column is left to learn from.
    """
    if not columns:
        raise Slip(
            T("No column is left to learn from.", "学習に使える列が残っていません。"),
            T(
                "Add what was known about each customer on the day of the look, or bring a column back with --keep.",
                "データの日付の時点でわかっていたことの列を加えるか、--keep で列を戻してください。",
            ),
        )
    table = learnable(customers, columns)
    left = customers.left.astype("boolean")
    groups = customers.customer
    share = min(1.0, capacity / max(len(split.today), 1))
    remarks: list[Remark] = []
    places = np.asarray(split.learn)
    if len(places) > MOST_TO_LEARN:
        remarks.append(a_sample(len(places)))
        places = places[sample_of(left.iloc[places].to_numpy(dtype=bool), MOST_TO_LEARN)]
    learn, judge = table.iloc[places], table.iloc[split.judge]
    learned = left.iloc[places].to_numpy(dtype=bool)
    happened = left.iloc[split.judge].to_numpy(dtype=bool)
    k = _list_size(share, happened, remarks)
    # A ranking cannot be chosen by a list that holds nearly everybody.
    tried = min(share, _LONGEST_SHARE)
    rule = learn_rule(learn, learned, tried, groups[places])
    model = learn_model(learn, learned, tried, groups[places])
    if not explains_trees():
        remarks.append(NO_TREES)
    risks = rule.risk(judge), model.risk(judge)
    of_rule, of_model = (expected_counts(happened, risk, k) for risk in risks)
    better = better_by(happened, *risks, k)
    winner, why = verdict(happened, risks, k, better, len(split.learn) + len(split.judge))
    if share >= 1:
        # Whoever is asked, everybody is on the list: there is nothing to win, only an order to follow or not.
        remarks += [NO_ORDER] * (winner == "nobody")
        winner, why = "rule", everybody_fits(len(split.today), capacity)
    if split.judged_from:
        asked = [(rule, risks[0])] * (winner != "model") + [(model, risks[1])] * (winner != "rule")
        as_later = learn, learned, groups[places], judging_alike(customers, places, split.judge)
        faded = [found for each, risk in asked if (found := order_faded(each, *as_later, (happened, risk)))]
        if faded and (winner == "nobody" or is_spent(faded[0])):
            remarks = [each for each in remarks if each is not NO_ORDER]
            winner, why = "nobody", no_longer_holds(max(faded), split.judged_from)
        elif faded:
            remarks.append(order_fades(faded[0], split.judged_from))
    remarks += [why] if why else []
    shown = risks[1] if winner == "model" or (winner == "nobody" and of_model.hits > of_rule.hits) else risks[0]
    said = _said_and_came(happened, shown)
    once = first_looks(groups[np.concatenate([places, split.judge])])
    everybody = np.concatenate([learned, happened])[once], np.concatenate([rule.risk(learn), risks[0]])[once]
    rests = made_of(rule if winner == "rule" else model, judge, happened, k, doubted) if winner != "nobody" else None
    alarms = too_good(happened, shown, k), too_sure(*everybody, rule.first_columns), rests
    remarks += [alarm for alarm in alarms if alarm]
    trusted = winner != "nobody" and _came_true(said, happened, shown, k, remarks)
    return Contest(
        rule, model, winner, happened, *risks, k, of_rule, of_model, better, said, trusted, tuple(remarks)
    )  # fmt: skip


def at_length(contest: Contest, share: float) -> Contest:
    """The same contest with shorter lists, where the winner's list is shorter than the one for which it was held.

    Who won stays as it was: that was asked of the list that somebody wanted.

    Args:
        share: of those who could be listed, who are, 0 to 1.
    """
    happened, risks = np.asarray(contest.happened, dtype=bool), (contest.rule_risk, contest.model_risk)
    k = min(contest.k, max(round(share * len(happened)), _shortest(happened)))
    of_rule, of_model = (expected_counts(happened, risk, k) for risk in risks)
    better = better_by(happened, *risks, k)
    # The reason is said of these lists, too: nobody has seen the longer ones.
    remarks = (why_the_rule(happened, risks, k, better) if each.id in THE_RULE else each for each in contest.remarks)
    return replace(contest, k=k, of_rule=of_rule, of_model=of_model, better_by=better, remarks=tuple(remarks))


def as_said(contest: Contest, as_judged: Sequence[float]) -> Contest:
    """The contest, not trusted where forecasts are off by more than luck and by more than matters: in many groups, or far in one.

    Which groups count is asked of the list that is made: there may be customers on it like those of a group that the list on which
    it was tried did not reach.

    Args:
        as_judged: of each on the list, the risk that the winner gave as it was judged, 0 to 1.
    """
    said = contest.said_and_came
    if not contest.trusted:
        return contest
    far = far_outside(said)
    off = far if beyond_luck(int(far.sum()), len(said)) else far & too_far_for_luck(said)
    if not off.any() or not any_like(off, said, as_judged):
        return contest
    remark = OFF if _is_ordered(contest.remarks) else OFF_TOO
    return replace(contest, trusted=False, remarks=(*contest.remarks, remark))


def beyond_luck(off: int, groups: int) -> bool:
    """Whether luck alone seldom puts so many of these groups outside their ranges."""
    return bool(binom.sf(off - 1, groups, 1 - CONFIDENCE) < _BY_LUCK)


def too_far_for_luck(said: pd.DataFrame) -> pd.Series:
    """Of each group, whether luck alone seldom puts any of them all as far from its forecast (Bonferroni)."""
    rows, forecast = said["customers"], said["predicted"].clip(0, 1)
    came = (said["observed"] * rows).round()
    tail = np.minimum(binom.cdf(came, rows, forecast), binom.sf(came - 1, rows, forecast))
    return pd.Series(2 * len(said) * tail < _BY_LUCK, index=said.index)


def any_like(off: pd.Series, groups: pd.DataFrame, as_judged: Sequence[float]) -> bool:
    """Whether anybody on the list would have been in one of the groups that were off; as long as nobody is listed, anybody may.

    The same customer has another number once the winner is counted on all rows: by that nobody can be found again.

    Args:
        off: of each group, whether it was.
        groups: ``Contest.said_and_came``.
        as_judged: as for ``as_said``.
    """
    group = np.searchsorted(groups["lowest"].to_numpy()[1:], np.asarray(as_judged, dtype=float), side="right")
    return not len(group) or bool(off.to_numpy()[group].any())


def _shortest(happened: np.ndarray) -> int:
    """Of a list as long as this, a lot would hold a leaver."""
    return min(max(SHORTEST, ceil(1 / float(happened.mean()))), len(happened) // 2)


def _list_size(share: float, happened: np.ndarray, remarks: list[Remark]) -> int:
    wanted, shortest = round(share * len(happened)), _shortest(happened)
    if wanted < shortest:
        remarks.append(short_list(wanted, shortest))
    return max(wanted, shortest)


def _said_and_came(happened: np.ndarray, risk: np.ndarray) -> pd.DataFrame:
    groups = int(np.clip(len(happened) // _GROUP_ROWS, 1, _GROUPS))
    said, rising = calibration_table(happened, np.clip(risk, 0, 1), groups), np.sort(risk)
    return said.assign(lowest=rising[(said["customers"].cumsum() - said["customers"]).to_numpy()])


def _came_true(said: pd.DataFrame, happened: np.ndarray, risk: np.ndarray, k: int, remarks: list[Remark]) -> bool:
    """Whether what is said of those on a list may be said: not where all together came out otherwise than said, nor where several
    groups did by more than matters, one of which the list of ``k`` reaches."""
    off = far_outside(said)
    came, expected = float(happened.mean()), float(risk.mean())
    luck = 2 * np.sqrt(max((risk * (1 - risk)).sum(), 1e-9)) / len(risk)
    if abs(came - expected) > max(luck, FAR_RATIO * came):
        remarks.append(other_share(expected, came, finer(came), ordered=_is_ordered(remarks)))
        return False
    higher = said["customers"][::-1].cumsum()[::-1] - said["customers"]
    if off.sum() > 1 and off[higher < k].any():
        remarks.append(OFF if _is_ordered(remarks) else OFF_TOO)
        return False
    return True


def outside(said: pd.DataFrame) -> pd.Series:
    """Of each group, whether what was forecast lies outside the range of what came."""
    return (said["predicted"] < said["low"]) | (said["predicted"] > said["high"])


def far_outside(said: pd.DataFrame) -> pd.Series:
    """Of each group, whether it lies outside, and further from what came than matters."""
    apart = (said["predicted"] - said["observed"]).abs()
    return outside(said) & (apart > FAR) & (apart > FAR_RATIO * said["observed"])


def _is_ordered(remarks: Sequence[Remark]) -> bool:
    """Whether nothing that was seen speaks against the order of the list."""
    return NO_ORDER not in remarks and not alarms_in(remarks)
