"""The four counts behind every measure of a list: hits, false alarms, misses, and those left in peace."""

from __future__ import annotations

from dataclasses import dataclass

from numpy.typing import ArrayLike
from sklearn.metrics import accuracy_score, confusion_matrix

from mlcurric.subject.columns import check_rows, labels
from mlcurric.subject.intervals import Measured, ratio, share


@dataclass(frozen=True)
class Counts:
    """People, counted by two questions: were they on the list, and did it happen?

    Attributes:
        hits: on the list, and it happened (true positives).
        false_alarms: on the list, and it did not happen (false positives).
        misses: not on the list, and it happened (false negatives).
        quiet: not on the list, and it did not happen (true negatives).

    Raises:
        ValueError: if one of them is negative, or nobody is counted.
    """

    hits: int
    false_alarms: int
    misses: int
    quiet: int

    def __post_init__(self) -> None:
        if min(self.hits, self.false_alarms, self.misses, self.quiet) < 0 or self.total == 0:
            raise ValueError(f"Nobody can be counted less than never, and somebody has to be counted: {self}.")

    @property
    def total(self) -> int:
        return self.listed + self.misses + self.quiet

    @property
    def listed(self) -> int:
        return self.hits + self.false_alarms

    @property
    def happened(self) -> int:
        return self.hits + self.misses

    @property
    def right(self) -> int:
        return self.hits + self.quiet

    @property
    def accuracy(self) -> float:
        """The share of right answers, 0 to 1, hits and quiet ones alike."""
        return self.right / self.total

    def per(self, size: int = 1000) -> Counts:
        """The same as natural frequencies: “of 1,000 …”, in whole numbers that add up to ``size``.

        How many it happened to, and how many are listed, are rounded first, each to the nearest whole number (a half
        goes up), so that “80 of 1,000 leave” stays true whichever list is drawn. The hits are then that whole number
        which, with both totals held, moves the four counts least, and the fewer of two that do. A count of 0 stays 0.

        Raises:
            ValueError: if ``size`` is less than 1.
        """
        if size < 1:
            raise ValueError(f"Natural frequencies are of 1 or more people, not of {size}.")
        # In whole numbers throughout: the last bit of a division must not move a person.
        happened, listed = (_nearest(count * size, self.total) for count in (self.happened, self.listed))
        exact = [count * size for count in (self.hits, self.false_alarms, self.misses, self.quiet)]

        def with_hits(hits: int) -> tuple[int, int, int, int]:
            return hits, listed - hits, happened - hits, size - listed - happened + hits

        def moved(hits: int) -> int:
            return sum(abs(count * self.total - was) for count, was in zip(with_hits(hits), exact, strict=True))

        fewest, most = max(0, listed + happened - size), min(listed, happened)
        return Counts(*with_hits(min(range(fewest, most + 1), key=moved)))


@dataclass(frozen=True)
class Confusion(Counts):
    """Counts of one list among one table of customers, with what they say of other customers of the same kind.

    The shares and the lift carry a 95% interval. It covers what chance does to the counts, on rows like these; it does not
    cover a later season, nor a model that learned from other rows.
    """

    @property
    def base_rate(self) -> Measured:
        """The share to whom it happened, 0 to 1, listed or not."""
        return share(self.happened, self.total)

    @property
    def precision(self) -> Measured:
        """Of those on the list, the share to whom it happened, 0 to 1: what the caller meets.

        Raises:
            ValueError: if nobody is on the list.
        """
        if self.listed == 0:
            raise ValueError("A list of nobody has no precision.")
        return share(self.hits, self.listed)

    @property
    def recall(self) -> Measured:
        """Of those to whom it happened, the share that was on the list, 0 to 1: what the sponsor asks.

        Raises:
            ValueError: if it happened to nobody.
        """
        if self.happened == 0:
            raise ValueError("It happened to nobody: there is nothing to find.")
        return share(self.hits, self.happened)

    @property
    def lift(self) -> Measured:
        """How many times as many as on a list drawn by lot: precision divided by the base rate.

        Its interval is that of the ratio of the listed to the *other* rows, which were counted on other people, carried
        over: with k the listed share and r that ratio, lift = r / (k·r + 1 − k), which only grows with r.

        Raises:
            ValueError: if nobody is on the list, or it happened to nobody.
        """
        if self.listed == 0 or self.happened == 0:
            raise ValueError("Lift compares a list with everybody; here the list is empty, or it happened to nobody.")
        value = self.hits * self.total / (self.listed * self.happened)
        if self.listed == self.total:
            return Measured(value, 1.0, 1.0)
        against_others = ratio(self.precision, share(self.misses, self.total - self.listed))
        k = self.listed / self.total
        low, high = (1 / (k + (1 - k) / r) if r else 0.0 for r in against_others[1:])
        return Measured(value, low, high)


def confusion(happened: ArrayLike, listed: ArrayLike) -> Confusion:
    """Count a list against what happened.

    Args:
        happened: True or False (or 1 and 0), one a customer.
        listed: whether the customer was on the list, row by row with ``happened``.

    Raises:
        ValueError: if a column is empty, has gaps, holds other values, or belongs to other rows.
    """
    check_rows(happened, listed)
    ((quiet, false_alarms), (misses, hits)) = confusion_matrix(
        labels(happened), labels(listed, "listed"), labels=[False, True]
    )
    return Confusion(int(hits), int(false_alarms), int(misses), int(quiet))


def counts_from_rates(happened: int, found_of_100: float, bothered_of_100: float, size: int = 1000) -> Counts:
    """Percentages about a test as natural frequencies: of ``size`` people, who is named, and rightly?

    Args:
        happened: to how many of ``size`` it happens (the base rate as a count).
        found_of_100: of 100 to whom it happens, how many are named (recall, or sensitivity, in percent).
        bothered_of_100: of 100 to whom it does not, how many are named by mistake (100 less the specificity).

    Returns:
        Whole numbers, each the nearest (a half goes up), that add up to ``size``.

    Raises:
        ValueError: if a number lies outside its range.
    """
    if not (0 <= happened <= size and 0 <= found_of_100 <= 100 and 0 <= bothered_of_100 <= 100):
        raise ValueError(
            f"Of {size} people 0 to {size}, and of 100 people 0 to 100 are expected, "
            f"not {happened}, {found_of_100} and {bothered_of_100}."
        )
    hits = int(happened * found_of_100 / 100 + 0.5)
    false_alarms = int((size - happened) * bothered_of_100 / 100 + 0.5)
    return Counts(hits, false_alarms, happened - hits, size - happened - false_alarms)


def accuracy_of_nobody(happened: ArrayLike) -> float:
    """How often “it happens to nobody” is right, 0 to 1: what any other accuracy has to be held against.

    Raises:
        ValueError: as for ``confusion``.
    """
    truth = labels(happened)
    return float(accuracy_score(truth, [False] * len(truth)))


def _nearest(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
