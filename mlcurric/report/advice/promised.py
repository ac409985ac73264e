"""What is promised of a list: the numbers, and the lines in which they are said."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from mlcurric.report.advice.checks import Stop
from mlcurric.report.advice.counted import Evidence
from mlcurric.report.advice.missing import Missing
from mlcurric.report.advice.worth import Few
from mlcurric.subject.expectation import Decision
from mlcurric.subject.money import Offer
from mlcurric.subject.ranges import Range
from mlcurric.text import T

WHO = T(
    "Somebody who has made neither the list nor the contacts, for instance from finance or sales planning, who is given the list "
    "and the names of those left alone before the contacts begin.",
    "リストを作った人でも連絡した人でもない人。たとえば経理や営業企画の担当者です。リストと、連絡しなかった人の名簿は、始める前に預けておきます。",
)

WHO_OF_ALL = T(
    "Somebody who has made neither the list nor the contacts, for instance from finance or sales planning, who is given the list "
    "before the contacts begin.",
    "リストを作った人でも連絡した人でもない人。たとえば経理や営業企画の担当者です。リストは、始める前に預けておきます。",
)
"""The same where everybody on the list is contacted."""


@dataclass(frozen=True)
class Line:
    """One line of the sheet.

    Attributes:
        name: for whoever looks for it: ``"leavers"``, ``"success"``, ``"kept"``, ``"misses"``, ``"break_even"``, ``"profit"``.
        what: it is about.
        says: what is expected.
        rests_on: what it was counted or computed from.
    """

    name: str
    what: T
    says: T
    rests_on: T


@dataclass(frozen=True)
class Promise:
    """What may be expected of the *next* list, as ranges; 19 of 20 hold what then comes if the customers stay as they are.

    Attributes:
        list_size: customers on it.
        evidence: what was counted; ``None`` if there is no list.
        leavers: of the list, who leave if nobody contacts them.
        assumed: of those, the share that stays because of the contact, 0 to 1; ``None`` if nobody has said it.
        kept: customers kept, if it is so.
        break_even: the share that has to stay for the contacts to pay, 0 to 1 or more; ``None`` without costs.
        profit: in ``currency``.
        offer: what a contact costs; ``None`` if nobody has said it.
        decision: go, a small round first, no-go.
        says: that decision in one sentence.
        when: to look at what came true.
        lines: the sheet.
        missing: what nobody has said; of it ``for_money`` is what the profit waits for.
        stop, stops: at which number the contacts stop, and in words; ``None`` where nobody is contacted.
        who: checks.
        few: the few customers who hold half of what may be kept, or more; ``None`` where it is spread.
        break_even_of_others: as ``break_even``, of the list without these.
        in_a_year: as ``break_even``, if a customer is worth twelve of the amounts; ``None`` unless they may be of one month.
        is_monthly: whether their name says so; ``None`` where it only may.
        shows: whether a round shows what the contact is supposed to do.
        break_even_of_most: as ``break_even``, if as many leave as the range of ``leavers`` allows.
        first_that_pay: so many from the first place on, with whom alone the contacts would pay by the middle of what is assumed, where
            they do not with the whole list; else 0.
        unpaid: places on the list of whom a contact costs more than it brings, even if as many are kept as is assumed at most; where
            nobody has assumed anything, even if all are.
        of_contacted: as ``profit``, of those on the list who are contacted; ``None`` where that is all of them, or nobody.
    """

    list_size: int
    evidence: Evidence | None
    leavers: Range[float] | None
    assumed: Range[float] | None
    kept: Range[float] | None
    break_even: float | None
    profit: Range[float] | None
    offer: Offer | None
    currency: str
    decision: Decision
    says: T
    when: T
    lines: tuple[Line, ...] = ()
    missing: tuple[Missing, ...] = ()
    stop: Stop | None = None
    stops: T | None = None
    who: T = WHO
    few: Few | None = None
    break_even_of_others: float | None = None
    in_a_year: float | None = None
    is_monthly: bool | None = None
    shows: bool = True
    of_contacted: Range[float] | None = None
    unpaid: Set[int] = frozenset()
    break_even_of_most: float | None = None
    first_that_pay: int = 0

    @property
    def most_leave(self) -> float:
        """Of the list, the share that leaves at the high end of the range, 0 to 1."""
        return self.leavers.high / self.list_size if self.leavers else 0.0

    @property
    def pays_with_most(self) -> bool:
        """Whether the contacts may pay only with more leavers than are expected, though within the range."""
        few, most = self.break_even, self.break_even_of_most
        return few is not None and most is not None and most <= 1 < few

    @property
    def lost_by(self) -> Literal["contact", "incentive", "both"]:
        """Which cost alone is more than the most that may be kept: all who would leave or, where it pays with all of them, as many
        as are assumed at most; ``"both"`` where either is, or only the two together are."""
        evidence, offer = self.evidence, self.offer
        if evidence is None or offer is None or evidence.value is None:
            return "both"
        kept = self.assumed.high if self.assumed and self.break_even is not None and self.break_even <= 1 else 1.0
        leave = evidence.hits.share
        brings, incentive = leave * kept * evidence.value, (1 - leave + leave * kept) * offer.incentive
        if not incentive or offer.contact >= brings > incentive:
            return "contact"
        return "incentive" if not offer.contact or incentive >= brings > offer.contact else "both"

    @property
    def misses_of_100(self) -> float | None:
        """Of 100 who leave, so many are not on the list; ``None`` if nobody leaves."""
        missed = self.evidence.missed if self.evidence else None
        return 100 * missed.share if missed else None

    @property
    def usual_break_even(self) -> float | None:
        """The share that has to stay for the contacts to pay, without the few who hold most of the money; ``None`` where not even
        all are enough."""
        shares = [each for each in (self.break_even_of_others, self.break_even) if each is not None and each <= 1]
        return shares[0] if shares else None

    @property
    def hangs_on_months(self) -> bool:
        """Whether contacts do not pay with the amounts as they are, but may if these are of one month and twelve are counted."""
        if self.decision != Decision.NO_GO or self.in_a_year is None:
            return False
        return self.in_a_year <= (self.assumed.high if self.assumed else 1)

    @property
    def months_matter(self) -> bool:
        """The same, also where contacts only seem not to be worth it."""
        if self.in_a_year is None or not self.leans_to_a_loss or not self.assumed:
            return self.hangs_on_months
        return self.in_a_year <= self.assumed.middle

    @property
    def leans_to_a_loss(self) -> bool:
        """Whether a loss is likelier than a gain, though both may come."""
        return more_likely_a_loss(self.profit, self.assumed, self.break_even)


def more_likely_a_loss(profit: Range[float] | None, assumed: Range[float] | None, break_even: float | None) -> bool:
    """Whether a range of money runs from a loss to a gain, and what is assumed lies below what it pays from."""
    if profit is None or assumed is None or break_even is None:
        return False
    return profit.low < 0 < profit.high and assumed.middle < break_even <= 1
