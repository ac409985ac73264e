"""An alarm for the whole result: what no list does that was made of things known in advance."""

from __future__ import annotations

import numpy as np
from scipy.stats import binom

from mlcurric.report.contest.contenders import expected_counts
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits
from mlcurric.subject.ranking import ranking_score
from mlcurric.text import T, run_on

_PAIRS = 0.95
_STAYERS, _BY_LUCK = 0.1, 0.05
"""On a list, a tenth as many stayers as among all customers; a rule by which 90 of 100 leave lets more of them in."""


def too_good(happened: np.ndarray, risk: np.ndarray, k: int) -> Remark | None:
    """What is said where a list judged on rows that it has not seen is too good to be true.

    Args:
        happened: of the rows that judge, who left.
        risk: of these rows, higher is riskier.
        k: customers on the list.
    """
    listed = expected_counts(happened, risk, k)
    stay = 1 - listed.happened / max(listed.total, 1)
    seen = []
    if binom.cdf(listed.listed - listed.hits, listed.listed, _STAYERS * stay) < _BY_LUCK:
        seen.append(_NEARLY_ALL.format(k=in_digits(listed.listed), n=in_digits(listed.hits)))
    if (pairs := ranking_score(happened, risk)) >= _PAIRS:
        seen.append(_ALL_PAIRS.format(n=min(99, round(100 * pairs))))
    if not seen:
        return None
    return Remark("too_good", run_on([_TOO_GOOD, *seen, _TOGETHER]), _WAY_OUT, weight=Weight.DANGER)


_TOO_GOOD = T("This is too good to be true.", "うますぎる結果です。")
_NEARLY_ALL = T(
    "Of the {k} customers on the list that was tried, {n} left.", "試したリストの{k}人のうち、{n}人が解約しています。"
)
_ALL_PAIRS = T(
    "Of 100 pairs of a leaver and a stayer, {n} were told apart.",
    "解約した人と続けた人の100組のうち、{n}組を見分けています。",
)
_TOGETHER = T(
    "A column that knows the answer may still be among those used; and columns that know it only when they are put together are "
    "not found by this report.",
    "答えを先に知っている列が、まだ残っているかもしれません。いくつかを組み合わせてはじめて答えがわかるような列は、このレポートでは見つけられません。",
)
_WAY_OUT = T(
    "Before anybody acts, go through the columns with whoever fills them in: was each known on the day of the look? Take out what "
    "was not with --drop.",
    "動く前に、どの列も見た日にわかっていた値かどうか、入力している人と一緒に確かめてください。違う列は --drop で外せます。",
)
