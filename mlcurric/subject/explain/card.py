"""An output card: one customer for somebody who is going to talk to them, with what the score cannot say."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from mlcurric.subject.columns import check_rows, labels, numbers
from mlcurric.subject.explain.reasons import REST, ReasonCodes, signed
from mlcurric.subject.intervals import Measured, share
from mlcurric.templates import filled
from mlcurric.text import T

ALIKE = 300
_HEADLINE = T(
    "Of 100 customers like this one, about {n} left {within} ({low} to {high}).",
    "この顧客に似た100人のうち、{within}解約したのは約{n}人({low}〜{high}人)。",
)
_EVERYBODY = T("Of 100 customers in all: {n}.", "顧客全体では、100人中{n}人。")
_NOTHING_TO_MEND = T(
    "Nothing here is ours to mend. Before you call, ask whoever knows this customer.",
    "こちらで直せる項目はない。電話の前に、この顧客をよく知る人に聞く。",
)
_DO_NOT_CONCLUDE = T(
    "That this customer will leave: {stay} of 100 like it stayed, and nobody knows which. Nor that a reason above is why "
    "anybody leaves, or that changing it would keep them.",
    "「この顧客は解約する」とは言えない。似た100人のうち{stay}人は続けたし、どちらになるかは誰にもわからない。"
    "上の理由は解約の原因とは限らず、それを変えれば残ってくれるとも言えない。",
)
_HOW_TO_OVERRIDE = T(
    "If you know something that the table does not, go by what you know, and write down what it was.",
    "表にないことを知っていたら、そちらを優先し、何を知っていたかを記録する。",
)
_ACTIONABLE = T("{says} – can be acted on", "{says} – 手を打てる")
# Two of one size, and only drawn: a card is looked at, and what is pressed is the screen's affair.
_BUTTONS = (T("I call", "電話する"), T("I know better: ____", "判断が違う: ____"))
_TITLES = {
    "reasons": T("What goes with this score (points)", "このスコアと結びつくもの(点)"),
    "do_next": T("What to do next", "次にすること"),
    "do_not_conclude": T("What not to conclude", "ここから言えないこと"),
    "how_to_override": T("If you disagree", "判断が違うとき"),
}


@dataclass(frozen=True)
class Card:
    """What customer success gets for one customer; two views of the same words.

    Attributes:
        customer: the name by which the reader knows the customer.
        left: of customers like this one, the share that left, 0 to 1, with its range.
        everybody: of all customers, the share that left, 0 to 1.
        within: in which time.
        counted: among whom the share was counted.
        codes: the reasons.
    """

    customer: str
    left: Measured
    everybody: float
    within: T | str
    counted: T | str
    codes: ReasonCodes
    do_next: T | str
    do_not_conclude: T | str
    how_to_override: T | str

    @property
    def headline(self) -> T:
        n, low, high = (round(100 * part) for part in self.left)
        return _HEADLINE.format(n=n, low=low, high=high, within=self.within)

    @property
    def beside(self) -> T:
        return _EVERYBODY.format(n=round(100 * self.everybody))

    @property
    def diamonds(self) -> list[str]:
        """A hundred customers like this one, in four rows; a diamond left."""
        left = round(100 * self.left.value)
        everyone = "◆" * left + "○" * (100 - left)
        return [everyone[start : start + 25] for start in range(0, 100, 25)]

    @property
    def lines(self) -> list[tuple[str, T]]:
        """The reasons and the rest: points, and what they are about."""
        reasons = [
            (signed(one.points), _ACTIONABLE.format(says=one.says) if one.actionable else one.says)
            for one in self.codes.reasons
        ]
        return [*reasons, (signed(self.codes.rest), REST)]

    @property
    def advice(self) -> list[tuple[T, T | str]]:
        """The parts below the reasons: a title and a text each."""
        return [(_TITLES[name], getattr(self, name)) for name in ("do_next", "do_not_conclude", "how_to_override")]

    @property
    def buttons(self) -> tuple[T, T]:
        """What the reader can answer: to agree is as easy as to disagree."""
        return _BUTTONS

    def as_text(self) -> str:
        """The card as plain text, in the language spoken now."""
        lines = [self.customer, str(self.headline), str(self.beside), *self.diamonds, str(self.counted)]
        lines += ["", str(_TITLES["reasons"]), *(f"{points:>4}  {says}" for points, says in self.lines)]
        for title, text in self.advice:
            lines += ["", str(title), str(text)]
        lines += ["", *(f"[ {button} ]" for button in self.buttons)]
        return "\n".join(lines)

    def as_html(self) -> str:
        """The card as a piece of a page: nothing is fetched, and every text is escaped."""
        return filled("mlcurric.subject.explain", "card.html", card=self, reasons_title=_TITLES["reasons"])

    __str__ = as_text
    _repr_html_ = as_html

    def __repr__(self) -> str:
        return self.as_text()


def output_card(
    customer: str,
    codes: ReasonCodes,
    left: Measured,
    everybody: float,
    *,
    within: T | str,
    counted: T | str,
    do_next: T | str | None = None,
    do_not_conclude: T | str | None = None,
    how_to_override: T | str | None = None,
) -> Card:
    """Make a card; what is not said is filled in with words that hold for any customer.

    Args:
        customer, codes, left, everybody, within, counted: as in ``Card``.
        do_next: by default what can be done about the largest reason that somebody can act on.
    """
    to_mend = (one.action for one in codes.reasons if one.actionable and one.action and (one.points or 0) > 0)
    stay = round(100 * (1 - left.value))
    return Card(
        customer,
        left,
        everybody,
        within,
        counted,
        codes,
        do_next or next(to_mend, _NOTHING_TO_MEND),
        do_not_conclude or _DO_NOT_CONCLUDE.format(stay=stay),
        how_to_override or _HOW_TO_OVERRIDE,
    )


def left_of_alike(score: float, past_scores: pd.Series, left: pd.Series, alike: int = ALIKE) -> Measured:
    """Of the past customers with the nearest scores, the share that left, with Wilson's interval.

    It counts what came true, so it stays honest where the scores themselves are too high or too low.

    Args:
        score: of the customer; any scale that ``past_scores`` has too.
        past_scores: of customers that the model did not learn from.
        left: True or False (or 1 and 0), of the same customers.
        alike: how many of them to count.

    Raises:
        ValueError: if there are not so many; if a score is missing, an outcome is not known, or the two columns belong to
            other rows.
    """
    check_rows(past_scores, left, ("the column of past scores", "the outcomes"))
    past, truth = numbers(past_scores, "past_scores"), labels(left, "left")
    if not math.isfinite(score):
        raise ValueError(f"The customer's score is {score}; nobody is alike to it. Find out first why there is none.")
    if not 0 < alike <= len(past):
        raise ValueError(f"{alike} customers cannot be chosen from {len(past)}.")
    nearest = np.argsort(np.abs(past - score), kind="stable")[:alike]
    return share(int(truth[nearest].sum()), alike)
