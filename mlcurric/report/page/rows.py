"""A customer of the list as the page shows them: the points of the reasons and of the rest visibly add up."""

from __future__ import annotations

from collections.abc import Hashable, Sequence, Set
from dataclasses import dataclass, replace

from mlcurric.report.advice.listing import Listed
from mlcurric.report.advice.words import CAN_ACT, GUESSED
from mlcurric.report.page import list_words as words
from mlcurric.subject.digits import in_digits, so_many
from mlcurric.subject.explain.reasons import Reason, ReasonCodes, of_100, risk_after, signed
from mlcurric.subject.product.dates import date_in_words
from mlcurric.subject.product.figures import moneys
from mlcurric.subject.ranges import Range
from mlcurric.text import T

JUMP = 100
"""So many customers apart stand the places that one can jump to."""
_LONGEST = 48
_MARKS = {True: "yes", False: "no", None: "ask"}
_NO_CENTS = 1_000
"""Beside amounts as large as this nobody looks at cents."""
_EXAMPLE, _STEP = 10, 7
"""So many customers, and points that about double them where few leave."""


@dataclass(frozen=True)
class Line:
    """A reason as it stands on the page.

    Attributes:
        label: what the column is about.
        mark: ``"yes"``, ``"no"`` or ``"ask"``: how ``can_act`` is drawn.
        can_act: whether somebody can do something about it; ``None`` where it goes with staying, and nobody needs to.
        short: the same where there is little room; a question mark says that it is a guess.
        action: what to do, where it goes with leaving and somebody can.
    """

    points: str
    label: T
    says: T
    mark: str
    can_act: T | None
    short: T | None
    action: T | None


@dataclass(frozen=True)
class Row:
    """A customer; the points of ``lines`` and ``rest`` add up to ``points``.

    Attributes:
        of_100, leave: so many like this leave, in short and in words; ``None`` where such numbers do not hold.
        rest_says: what ``rest`` is the sum of.
        looked: the day of the look; ``None`` where it is the same for everybody, or not known.
    """

    place: int
    id: str
    of_100: T | None
    leave: T | None
    value: T | None
    lot: T | None
    looked: T | None
    start: T
    lines: tuple[Line, ...]
    rest: str
    rest_says: T
    points: str
    end: T

    @property
    def has_rest(self) -> bool:
        """Whether anything else adds to the sum, or there is nothing but that."""
        return not self.lines or self.rest != "0"

    @property
    def has_total(self) -> bool:
        """Whether there is anything to add up."""
        return len(self.lines) + self.has_rest > 1


def row_of(
    listed: Listed,
    alone: Set[int],
    guessed: Set[str],
    by_shares: bool,
    currency: str,
    dated: bool = False,
    expected: float | None = None,
    numbers_hold: bool = True,
    cents: int | None = None,
) -> Row:
    """A customer in the words of the page.

    Args:
        alone: places on the list that a lot has drawn to be left alone.
        guessed: columns of which “can we act?” was only guessed.
        by_shares: whether points are counted from the share of all customers, as a rule does.
        dated: whether the day of the look is shown.
        expected: the risk, 0 to 1, of somebody who has stayed already; ``None`` where it is that of all who are like this.
        numbers_hold: whether what is said of single customers came true where it was tried; else only their order is said.
        cents: digits behind the point of what each is worth.
    """
    codes, like_this = listed.codes, of_100(listed.risk, listed.codes.of)
    about = None if expected is None else in_digits(round(codes.of * expected))
    of_so_many, leave = like_this, words.LIKE_THIS.format(n=like_this)
    if about is not None:
        of_so_many = words.OF_100_CUT.format(n=like_this, about=about)
        leave = words.LIKE_THIS_CUT.format(n=like_this, about=about, of=in_digits(codes.of))

    def leaves(who: T, risk: float) -> T:
        return words.LEAVES.format(who=who, n=of_100(risk, codes.of)) if numbers_hold else who

    return Row(
        listed.place,
        cut(listed.id),
        of_so_many if numbers_hold else None,
        leave if numbers_hold else None,
        None if listed.value is None else moneys(Range(listed.value, listed.value), currency, cents),
        words.LEAVE_ALONE if listed.place in alone else None,
        date_in_words(listed.looked) if dated and listed.looked else None,
        leaves(words.START_ALL if by_shares else words.START, codes.base_risk),
        tuple(_line(each, each.column in guessed) for each in codes.reasons),
        signed(codes.rest),
        _rest_says(codes),
        signed(codes.points),
        leaves(words.END_ALIKE if numbers_hold else words.END, codes.risk),
    )


def jumps(rows: int, above: int = 0) -> list[tuple[int, int]]:
    """The first and the last place of each stretch of the list; none where one stretch holds it all.

    Args:
        above: so many places stand further up on the page: nobody can jump to them.
    """
    stretches = [
        (max(first, above + 1), last)
        for first in range(1, rows + 1, JUMP)
        if (last := min(first + JUMP - 1, rows)) > above
    ]
    return stretches if len(stretches) > 1 else []


def all_alike(listed: Sequence[Listed]) -> bool:
    """Whether nothing tells the several on a list apart."""
    return len(listed) > 1 and len({(one.risk, one.codes.points) for one in listed}) == 1


def are_shares(listed: Sequence[Listed]) -> bool:
    """Whether a point is one of so many customers, as a rule counts; with a model it moves a middling risk more than a small one."""
    return all(abs(one.codes.of * (one.codes.risk - one.codes.base_risk) - one.codes.points) <= 1 for one in listed)


def about_points(by_shares: bool, of: int, average: float | None) -> T:
    """What a point is: one of so many customers where points are counted so; else by what 7 of them do.

    Args:
        average: the share of all customers that leaves, 0 to 1; ``None`` where the numbers of single customers do not hold.
    """
    if average is None:
        return words.POINTS_ORDER[by_shares]
    if by_shares:
        return words.POINTS_SHARE.format(of=in_digits(of), average=words.IN_BRACKETS.format(n=of_100(average, of)))
    up, down = (so_many(risk_after(_EXAMPLE / of, step), of) for step in (_STEP, -_STEP))
    return words.POINTS_DOUBLE.format(of=in_digits(of), up=up, down=down)


def cents_of(listed: Sequence[Listed]) -> int:
    """Digits behind the point of what those on a list are worth: the same for all, as the amounts stand below each other."""
    values = [abs(float(one.value)) for one in listed if one.value is not None]
    return 0 if max(values, default=0) >= _NO_CENTS or all(each.is_integer() for each in values) else 2


def most_apart(listed: Sequence[Listed]) -> int:
    """How many points the same value of a column counts more beside one customer than beside another, at most."""
    points: dict[tuple[Hashable, T], list[int]] = {}
    for one in listed:
        for reason in one.codes.reasons:
            points.setdefault((reason.column, reason.own), []).append(reason.points or 0)
    return max((max(each) - min(each) for each in points.values()), default=0)


def mark_of(reason: Reason, guessed: bool, guess: T = GUESSED) -> T | None:
    """Whether somebody can act on a reason, as it is marked; a guess says that it is one.

    Args:
        guess: how it says so.

    Returns:
        ``None`` of what goes with staying: whoever acted on that would touch what speaks for the customer.
    """
    if (reason.points or 0) <= 0:
        return None
    said = CAN_ACT[reason.actionable]
    return guess.format(can_act=said) if guessed and reason.actionable is not None else said


def cut(text: str, longest: int = _LONGEST) -> str:
    """A text that fits into a line or two of a phone: a cell of a table may hold a whole letter."""
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"


def _rest_says(codes: ReasonCodes) -> T:
    """What stands beside the rest; without further columns it is what rounding, and another learner’s start, have left."""
    if codes.others:
        return words.REST.format(n=codes.others)
    return words.REST_ROUNDED if codes.rest else words.REST_NONE


def _line(reason: Reason, guessed: bool) -> Line:
    plain = replace(reason, label=_cut(reason.label), own=_cut(reason.own), usual=_cut(reason.usual))
    can_act = mark_of(reason, guessed)
    return Line(
        signed(reason.points),
        plain.label,
        plain.says,
        _MARKS[reason.actionable],
        can_act,
        mark_of(reason, guessed, words.GUESSED_SHORT),
        reason.action if can_act and reason.actionable else None,
    )


def _cut(text: T) -> T:
    return T(cut(text.en), cut(text.ja))
