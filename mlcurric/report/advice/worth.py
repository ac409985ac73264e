"""What those on a list are worth: who of them leaves is a matter of luck, and where a few are worth most, so is the money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import expit, logit
from sklearn.linear_model import LogisticRegression

from mlcurric.subject.expectation import Assumed, Counted, between
from mlcurric.subject.money import Offer
from mlcurric.subject.ranges import Range

if TYPE_CHECKING:
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers

FEW = 0.1
"""Where so small a part of the list is worth half of it, the page says so."""
_ENOUGH = 10
"""Leavers and stayers of a known worth from which it is learned whether the dearer ones leave less often."""
_SURE = 1e-4
_LEVELS, _STEPS, _FURTHEST = 501, 801, 20.0
_MOST_DRAWS, _MOST_CELLS, _AT_ONCE = 20_000, 20_000_000, 1_000_000


def moved(risks: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """The risks, all moved by one number of log-odds, so that on average so many leave: nobody beyond 0 or 1.

    Args:
        risks: of customers, 0 to 1.
        shares: that leave on average, above 0 and below 1; one or several.

    Returns:
        A row for each of ``shares``, a column for each of ``risks``.
    """
    odds = logit(np.clip(risks, _SURE, 1 - _SURE))
    steps = np.linspace(-_FURTHEST, _FURTHEST, _STEPS)
    # A few hundred of very many tell their average.
    some = odds if len(odds) <= _LEVELS else np.quantile(odds, np.linspace(0, 1, _LEVELS))
    averages = expit(some + steps[:, None]).mean(axis=1)
    return expit(odds + np.interp(shares, averages, steps)[:, None])


class Few(NamedTuple):
    """The few customers who make half of what may be kept, or more, and what the list is without them.

    Attributes:
        customers: so many.
        part: of what may be kept, theirs, 0 to 1.
        others_leave: of the others, the share that leaves, 0 to 1.
        others_value: what one of the others is worth who leaves.
    """

    customers: int
    part: float
    others_leave: float
    others_value: float


@dataclass(frozen=True)
class Worth:
    """What each customer on a list is worth, and how likely each is to be among those who leave.

    Attributes:
        amounts: of each; who has none has one of the others’.
        risks: likewise, 0 to 1; only how they lie to each other counts.
        own: bool for each: whether the amount is the customer’s own.
    """

    amounts: np.ndarray
    risks: np.ndarray
    own: np.ndarray

    @property
    def known(self) -> Counted:
        """How many on the list have an amount of their own, of how many."""
        return Counted(int(self.own.sum()), len(self.own))

    def of_a_leaver(self, share: float) -> float:
        """What one who leaves is worth on average, if ``share`` of the list leaves."""
        (risks,) = moved(self.risks, np.array([share]))
        return float(np.average(self.amounts, weights=risks))

    def few(self, share: float) -> Few | None:
        """So few customers make half of what may be kept; ``None`` where it takes more than ``FEW`` of the list."""
        (risks,) = moved(self.risks, np.array([share]))
        parts = risks * self.amounts
        order = np.argsort(-parts, kind="stable")
        summed = parts[order].cumsum()
        few = 1 + int(np.searchsorted(summed, summed[-1] / 2))
        if not summed[-1] > 0 or few > FEW * len(parts):
            return None
        others = order[few:]
        return Few(
            few,
            float(summed[few - 1] / summed[-1]),
            float(risks[others].mean()),
            float(np.average(self.amounts[others], weights=risks[others])),
        )

    def unpaid(self, risks: np.ndarray, kept: float, offer: Offer) -> np.ndarray:
        """Of whom on the list a contact costs more than it brings, each with the own risk and the own amount.

        Args:
            risks: of each, 0 to 1, as they are said of them: whoever computes it from the list comes to the same.
            kept: of those who would leave, the share that stays because of the contact.

        Returns:
            Bools; never True of somebody whose amount had to be taken from the others.
        """
        return self.own & (self._earned(risks, kept, offer) < 0)

    def first_that_pay(self, risks: np.ndarray, kept: float, offer: Offer) -> int:
        """With so many from the first place on the contacts earn most; 0 where they never pay. Who is as likely to leave is not
        parted.

        Args:
            risks, kept: as of ``unpaid``.
        """
        summed = self._earned(risks, kept, offer).cumsum()
        ends = np.append(np.flatnonzero(np.diff(risks)), len(risks) - 1)
        most = int(ends[np.argmax(summed[ends])])
        return 1 + most if summed[most] > 0 else 0

    def _earned(self, risks: np.ndarray, kept: float, offer: Offer) -> np.ndarray:
        stay = 1 - risks + risks * kept
        return risks * kept * self.amounts - offer.contact - stay * offer.incentive

    def profit(
        self,
        hits: Counted,
        success: Assumed,
        offer: Offer,
        level: float,
        seed: int,
        contacted: np.ndarray | None = None,
    ) -> Range[float]:
        """What the list earns: kept × worth − contacts − incentives for all who stay, each customer with an amount of his own.

        In each of many draws a share of leavers and a success that the counts allow; then each customer leaves or does not,
        and of those who would leave, each stays because of the contact or does not.

        Args:
            contacted: bool for each on the list; by default all of them. The draws are the same, whoever is.
        """
        size, luck = len(self.amounts), np.random.default_rng(seed)
        who = np.ones(size, dtype=bool) if contacted is None else contacted
        draws = int(np.clip(_MOST_CELLS // size, _MOST_DRAWS // 20, _MOST_DRAWS))
        leave, stay = hits.drawn(draws, luck), success.drawn(draws, luck)
        lists = max(_AT_ONCE // size, 1)
        earned = []
        for first in range(0, draws, lists):
            some = slice(first, first + lists)
            risks = moved(self.risks, leave[some])
            turn = luck.random(risks.shape)
            # Of a turn below the risk, the lower part is kept: one number decides both.
            kept = (turn < risks * stay[some, None]) & who
            stayers = ((turn >= risks) & who).sum(axis=1) + kept.sum(axis=1)
            earned.append(kept @ self.amounts - who.sum() * offer.contact - stayers * offer.incentive)
        return between(np.concatenate(earned), level)


def worth_of(
    customers: Customers, split: Split, judged: np.ndarray, scores: tuple[np.ndarray, np.ndarray], rows: np.ndarray
) -> Worth | None:
    """What those on the list are worth.

    The amounts are the list’s own. Who of them leaves goes by the score and, where enough were counted, by whether the dearer
    ones of the same score left less often on the list on which it was tried.

    Args:
        judged: bool for each row that judges: whether it stood on that list.
        scores: of the rows that judge, and of those on the list.
        rows: positions of those on the list.

    Returns:
        ``None`` where nobody’s amount is known, neither of the list nor of the leavers on the one on which it was tried.
    """
    if customers.value is None:
        return None
    value, left = customers.value.to_numpy(dtype=float), customers.left
    tried = np.asarray(split.judge)[judged]
    own, theirs = value[rows], value[tried]
    happened = left.iloc[tried].to_numpy(dtype=bool)
    known = np.isfinite(own)
    told = own[known] if known.any() else theirs[happened & np.isfinite(theirs)]
    if not len(told):
        return None
    amounts = own.copy()
    holes = int((~known).sum())
    # The others’ amounts, spread as theirs are; a lot says who has which.
    others = np.quantile(told, (np.arange(holes) + 0.5) / holes) if holes else told[:0]
    amounts[~known] = np.random.default_rng(0).permutation(others)
    risks = _by_worth(scores[0][judged], theirs, happened, scores[1], amounts)
    return Worth(amounts, risks, known)


def _by_worth(
    scores: np.ndarray, amounts: np.ndarray, happened: np.ndarray, new_scores: np.ndarray, new_amounts: np.ndarray
) -> np.ndarray:
    known = np.isfinite(amounts)
    if min(happened[known].sum(), (~happened[known]).sum()) < _ENOUGH:
        return new_scores
    order = np.sort(amounts[known])

    def told(scores: np.ndarray, amounts: np.ndarray) -> np.ndarray:
        # The place among the amounts, from −1 to 1: one huge amount bends no line.
        place = np.searchsorted(order, amounts, "left") + np.searchsorted(order, amounts, "right")
        return np.column_stack([logit(np.clip(scores, _SURE, 1 - _SURE)), place / len(order) - 1])

    learned = LogisticRegression().fit(told(scores[known], amounts[known]), happened[known])
    return learned.predict_proba(told(new_scores, new_amounts))[:, 1]
