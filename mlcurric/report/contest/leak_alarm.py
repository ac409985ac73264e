"""An alarm for the whole result: what no list does that was made of things known in advance."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
import pandas as pd
from scipy.stats import binom

from mlcurric.report.contest.contenders import Contender, expected_counts, expected_hits
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits
from mlcurric.subject.ranking import ranking_score
from mlcurric.text import T, listed, run_on

ALARMS = TOO_GOOD, TOO_SURE, MADE_OF = "too-good", "too-sure", "made-of"
"""The remarks' ids."""
_PAIRS = 0.95
_STAYERS, _BY_LUCK = 0.1, 0.05
"""On a list, a tenth as many stayers as among all customers; a rule by which 90 of 100 leave lets more of them in."""
_OF_LEAVERS, _LESS_LUCK = 0.05, 0.01
"""A rule's first group is asked about where it holds so many of the leavers, and luck explains it less often."""
_PART = 3
"""A list may be so long that it has to hold stayers; its head, as long as a third of the leavers are many, has not."""
_LEVEL = 3
_MIXED, _FEWER = 5, 0.25
"""So often the values are dealt out anew; a list that finds so much less then is made of them."""


def alarms_in(remarks: Iterable[Remark]) -> list[Remark]:
    """Those that say that a column used may know the answer, so that neither list nor numbers can be relied on yet."""
    return [each for each in remarks if each.id in ALARMS]


def too_good(happened: np.ndarray, risk: np.ndarray, k: int) -> Remark | None:
    """What is said where a list judged on rows that it has not seen is too good to be true.

    Args:
        happened: of the rows that judge, who left.
        risk: of these rows, higher is riskier.
        k: customers on the list.
    """
    seen = []
    for size, luck in ((k, _BY_LUCK), (min(k, int(happened.sum()) // _PART), _LESS_LUCK)):
        head = expected_counts(happened, risk, size)
        if not seen and _hardly_any(head.listed - head.hits, head.listed, happened, luck):
            seen.append(_NEARLY_ALL.format(k=in_digits(head.listed), n=in_digits(head.hits)))
    if (pairs := ranking_score(happened, risk)) >= _PAIRS:
        seen.append(_ALL_PAIRS.format(n=min(99, round(100 * pairs))))
    if not seen:
        return None
    says = run_on([_IT_IS, *seen, _TOGETHER])
    return Remark(TOO_GOOD, says, _WAY_OUT, weight=Weight.DANGER, for_maker=_TAKEN_OUT)


def too_sure(happened: np.ndarray, risk: np.ndarray, columns: Sequence[str]) -> Remark | None:
    """What is asked where hardly anybody but leavers is in the first group of a rule, whichever leak check has missed it.

    Args:
        happened: who left, of all rows whose outcome is known: a small group is seen in all of them sooner than in the few
            that judge.
        risk: of these rows, by the rule; those whom it puts first have the highest, to three digits.
        columns: by which the rule has found its first group.
    """
    level = np.round(risk, _LEVEL)
    first = level == level.max()
    rows, leavers = int(first.sum()), int(happened[first].sum())
    if first.all() or leavers < _OF_LEAVERS * happened.sum():
        return None
    if not _hardly_any(rows - leavers, rows, happened, _LESS_LUCK):
        return None
    named = listed([T(f"“{name}”", f"「{name}」") for name in columns])
    says = _FIRST_GROUP.format(rows=in_digits(rows), n=in_digits(leavers), columns=named)
    return Remark(TOO_SURE, says, _WHO_KNOWS.format(columns=named), tuple(columns), Weight.DANGER, _TAKEN_OUT)


def made_of(
    contender: Contender, judge: pd.DataFrame, happened: np.ndarray, k: int, doubted: Collection[str]
) -> Remark | None:
    """What is asked where a list is made of columns that the leak check has asked about and that make it doubtful.

    Args:
        contender: whose list it is.
        judge: the rows that judge.
        happened: of these rows, who left.
        k: customers on the list.
        doubted: the columns.
    """
    columns = [name for name in contender.columns if name in doubted]
    # Of a list of nearly everybody its head counts: the rest of it can only be filled up with stayers.
    size = min(k, int(happened.sum()))
    if not columns or not size:
        return None
    luck = np.random.default_rng(0)
    found = expected_hits(happened, contender.risk(judge), size)
    without = np.mean(
        [
            expected_hits(happened, contender.risk(_mixed(judge, columns, luck.permutation(len(judge)))), size)
            for _ in range(_MIXED)
        ]
    )
    if without > (1 - _FEWER) * found:
        return None
    named = listed([T(f"“{name}”", f"「{name}」") for name in columns])
    says = _RESTS_ON.format(
        columns=named, k=in_digits(size), n=in_digits(round(found)), without=in_digits(round(without))
    )
    return Remark(MADE_OF, says, _WHO_KNOWS.format(columns=named), tuple(columns), Weight.DANGER, _TAKEN_OUT)


def _mixed(judge: pd.DataFrame, columns: Sequence[str], order: np.ndarray) -> pd.DataFrame:
    """The same rows with the values of some columns dealt out in another order, together."""
    return judge.assign(**{name: judge[name].to_numpy()[order] for name in columns})


def _hardly_any(stayers: int, rows: int, happened: np.ndarray, luck: float) -> bool:
    """Whether stayers are too rare among some rows for a group of which a tenth as many stay as of all customers."""
    return bool(binom.cdf(stayers, rows, _STAYERS * (1 - happened.mean())) < luck)


_IT_IS = T("This is too good to be true.", "うますぎる結果です。")
_NEARLY_ALL = T(
    "Of the {k} customers on the list that was tried, {n} left.", "試したリストの{k}人のうち、{n}人が解約しています。"
)
_ALL_PAIRS = T(
    "Of 100 pairs of a leaver and a stayer, {n} were told apart.",
    "解約した人と続けた人の100組のうち、{n}組を見分けています。",
)
_TOGETHER = T(
    "A column that knows the answer may still be among those used; columns that know it only when they are put together are not "
    "all found by this report: of two some, of three or more none.",
    "答えを先に知っている列が、まだ残っているかもしれません。組み合わせてはじめて答えがわかるような列は、2つなら一部、3つ以上ならまったく、このレポートでは見つけられません。",
)
_FIRST_GROUP = T(
    "Of the {rows} customers in the first group of the rule, {n} left. What is known in advance hardly ever tells so surely. The "
    "group rests on {columns}.",
    "ルールの最初のグループでは、{rows}人のうち{n}人が解約しています。前もってわかることで、ここまで確かに言えることはまずありません。このグループを決めているのは、{columns}です。",
)
_RESTS_ON = T(
    "The list rests on {columns}, which part 1 asks about. Of the first {k} customers where it was tried, {n} left; with these "
    "values dealt out at random it would have been {without}.",
    "このリストを決めているのは、1で確認が必要とした{columns}です。試したときの上位{k}人のうち{n}人が解約しましたが、この列の値を無作為に入れ替えると{without}人になります。",
)
_WHO_KNOWS = T(
    "Who fills in {columns}, and when? Ask whether it was known on the day of the look; if it was not, have this page made again "
    "without it.",
    "{columns}を誰がいつ書き込むのかを聞いてください。データの日付の時点でわかっていた値ではないなら、その列を使わずに作り直してもらいます。",
)
_WAY_OUT = T(
    "Before anybody acts, go through the columns with whoever fills them in: was each known on the day of the look? If one was "
    "not, have this page made again without it.",
    "動く前に、どの列もデータの日付の時点でわかっていた値かどうか、入力している人と一緒に確かめてください。違う列があれば、それを使わずに作り直してもらいます。",
)
_TAKEN_OUT = T("A column is taken out with --drop.", "列は --drop で外せます。")
