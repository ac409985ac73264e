"""Who wins: the model only if it is clearly better than the rule, nobody if no order can be told from a lot; and why."""

from __future__ import annotations

from math import ceil
from typing import Literal, NamedTuple

import numpy as np
from scipy.stats import hypergeom, mannwhitneyu, norm

from mlcurric.report.contest.better import PAIRS_MATTER, tells_more
from mlcurric.report.contest.contenders import expected_counts
from mlcurric.report.contest.folds import ENOUGH
from mlcurric.report.contest.rule_search import SMALLEST
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits
from mlcurric.subject.explain.reasons import finer
from mlcurric.subject.intervals import Measured
from mlcurric.subject.metrics.confusion import Confusion
from mlcurric.text import T, run_on

TOO_FEW_TO_TELL = "too-few-to-tell"
"""The remark's id where nobody wins because the rows are too few, not because the columns tell nothing."""
WHOLE_ORDER = "whole-order"
"""The remark's id where lists are too short to choose by, and the model wins by the order of all rows."""
THE_RULE = ("use-the-rule", "too-few-to-choose")
CHOSEN = (*THE_RULE, "only-the-model", WHOLE_ORDER)
"""The ids of the remarks that say why somebody won."""
Winner = Literal["rule", "model", "nobody"]

BY_LUCK = 0.0125
"""Two contenders are tried in two ways each; so luck alone makes a winner in at most 5 of 100 tables."""
_AT_LEAST_BETTER = 0.01
_FOUND = 0.8
_USEFUL = 0.62
"""An order that tells fewer pairs of a leaver and a stayer apart than this is of little use; 0.5 is a lot."""
_MAY_MATTER, _MAY_MATTER_TIMES = 0.1, 0.5
"""So many more of each listed customer would be worth a model; and where few leave, half as many again as the rule finds."""
_FEWEST_HITS = 3
"""Fewer leavers on a list are an anecdote, whatever the whole order shows."""


class Verdict(NamedTuple):
    """Who wins, and the remark that says why; ``None`` where the numbers say it all."""

    winner: Winner
    remark: Remark | None


def verdict(
    happened: np.ndarray, risks: tuple[np.ndarray, np.ndarray], k: int, better: Measured, known: int = 0
) -> Verdict:
    """Judge rule and model, once, on the rows that neither has seen.

    Args:
        happened: bools.
        risks: of the rule and of the model, row by row with ``happened``.
        k: customers on each list.
        better: hits of each listed customer that the model has more, with its range.
        known: rows whose outcome is known, those that judge among them; by default these alone.
    """
    counts = [expected_counts(happened, risk, k) for risk in risks]
    # Of a list that holds nearly everybody, no order beats a lot.
    shorter = [expected_counts(happened, risk, min(k, len(happened) // 2)) for risk in risks]
    rule_beats, model_beats = (_beats_the_lot(happened, risk, each) for risk, each in zip(risks, shorter, strict=True))
    if model_beats and better.low > 0 and better.value >= _AT_LEAST_BETTER:
        return Verdict("model", None)
    if rule_beats:
        if not _may_matter(better, counts[0]):
            return Verdict("rule", _USE_THE_RULE)
        # The lists are too short to tell the two apart; what they leave open the order of all rows may show.
        pairs, seen = tells_more(happened, *risks), (finer(happened.mean()), k, len(happened))
        if model_beats and better.value >= _AT_LEAST_BETTER and pairs.low >= PAIRS_MATTER:
            return Verdict("model", _by_whole_order(better, *seen))
        return Verdict("rule", _too_few_to_choose(better, pairs, *seen))
    if model_beats:
        return Verdict("model", _ONLY_MODEL)
    found = smallest_found(int(happened.sum()), int((~happened).sum()))
    hits = max(each.hits for each in shorter)
    # Where few leave, a list holds hardly a leaver, however many rows there are; then the order of all of them has to say it.
    are_luck = all(by_luck(happened, *each) >= BY_LUCK for each in zip(risks, shorter, strict=True))
    if found <= _USEFUL and (hits >= _FEWEST_HITS or are_luck):
        return Verdict("nobody", _NOBODY)
    by_lot = shorter[0].listed * float(happened.mean())
    times = max(_times_as_many(happened), _FEWEST_HITS / max(hits, by_lot))
    return Verdict("nobody", _too_few_to_tell(happened, found, times * max(known, len(happened))))


def why_the_rule(happened: np.ndarray, risks: tuple[np.ndarray, np.ndarray], k: int, better: Measured) -> Remark:
    """Why a rule that has won is used, said of lists of ``k``: shorter ones than those by which it won.

    Args:
        happened, risks, k, better: as for ``verdict``.
    """
    if not _may_matter(better, expected_counts(happened, risks[0], k)):
        return _USE_THE_RULE
    return _too_few_to_choose(better, tells_more(happened, *risks), finer(happened.mean()), k, len(happened))


def _may_matter(better: Measured, of_rule: Confusion) -> bool:
    """Whether the model may be better by so much that it matters, for all that the lists show."""
    return better.high >= min(_MAY_MATTER, _MAY_MATTER_TIMES * of_rule.precision.value)


def _beats_the_lot(happened: np.ndarray, risk: np.ndarray, counts: Confusion) -> bool:
    """Whether the list holds more leavers than by lot, and either its hits or the whole order are beyond luck.

    The whole order counts every row, a short list only a few of them: where rows are few it is the order that shows it.
    """
    if counts.hits < _FEWEST_HITS or counts.hits * counts.total <= counts.happened * counts.listed:
        return False
    return by_luck(happened, risk, counts) < BY_LUCK


def by_luck(happened: np.ndarray, risk: np.ndarray, counts: Confusion) -> float:
    """The chance, 0 to 1, that a lot has as many hits, or that an order drawn by lot tells as much: the smaller of the two."""
    by_hits = hypergeom.sf(counts.hits - 1, counts.total, counts.happened, counts.listed)
    by_order = mannwhitneyu(risk[happened], risk[~happened], alternative="greater").pvalue
    return float(min(by_hits, by_order))


def smallest_found(leavers: int, stayers: int) -> float:
    """The share of pairs of a leaver and a stayer that an order has to tell apart to be found four times out of five.

    By the normal approximation of the Mann-Whitney statistic under no difference: σ² = (n₁ + n₂ + 1) / (12 n₁ n₂).

    Returns:
        0.5 to 1.
    """
    sigma = np.sqrt((leavers + stayers + 1) / (12 * leavers * stayers))
    return float(min(1.0, 0.5 + (norm.isf(BY_LUCK) + norm.ppf(_FOUND)) * sigma))


def _times_as_many(happened: np.ndarray) -> float:
    """So many times the rows that judge it takes, with the same share of leavers, to find an order that is of use four times out of
    five: the inverse of ``smallest_found``."""
    leave = float(happened.mean())
    # σ² = (n + 1) / (12 n² p (1 − p)), and n of hundreds is next to n + 1.
    sigma = (_USEFUL - 0.5) / (norm.isf(BY_LUCK) + norm.ppf(_FOUND))
    return 1 / (12 * leave * (1 - leave) * sigma**2) / len(happened)


_USE_THE_RULE = Remark(
    "use-the-rule",
    T(
        "Use the rule: the model does not find clearly more of those who leave, and a rule can be said, checked and kept alive "
        "by anybody.",
        "ルールを使ってください。モデルが見つける解約者は、ルールよりはっきり多いとは言えません。ルールなら誰でも説明でき、確かめられ、続けられます。",
    ),
    weight=Weight.NOTE,
)
_NOBODY = Remark(
    "nobody-wins",
    T(
        "On the customers that judged, neither the rule’s list nor the model’s held clearly more leavers than one picked at random. "
        "There were enough of them to notice an order that is of use: no order by these columns that was tried tells who is going "
        "to leave. Put together in other ways, such as one divided by another, or days by their month, they were not tried; nor were "
        "very small groups, of fewer than {smallest} of up to {rows} rows. Do not act on this order.",
        "確かめた顧客では、ルールのリストにもモデルのリストにも、無作為に選んだリストと比べて、解約者がはっきり多いとは言えませんでした。"
        "役に立つ順番なら気づけるだけの人数で確かめましたが、これらの列から試した順番では、誰が解約するかを見分けられませんでした。"
        "ある列を別の列で割る、日付を月ごとに見るなど、ほかの使い方は試していません。ごく小さなグループ(最大{rows}行の中で{smallest}行に満たないもの)も"
        "試していません。この順番で動かないでください。",
    ).format(smallest=SMALLEST, rows=f"{ENOUGH:,}"),
    T(
        "Write down what your team notices before somebody leaves, and have it added as a column.",
        "解約の前に現場で気づくことを書き出し、列に加えてもらってください。",
    ),
    weight=Weight.DANGER,
)
_ONLY_MODEL = Remark(
    "only-the-model",
    T(
        "The model’s list held more leavers than luck alone puts on one; of the rule’s that cannot be said. The two do not "
        "differ clearly from each other: with more rows the rule may do as well.",
        "モデルのリストには、偶然だけでは説明しにくいほど多くの解約者がいました。ルールのリストでは、そうは言えません。"
        "ただし、ルールとモデルの差ははっきりしません。行が増えれば、ルールで足りるとわかるかもしれません。",
    ),
)


def _too_few_to_tell(happened: np.ndarray, found: float, wanted: float) -> Remark:
    """That nobody can tell yet.

    Args:
        found: as ``smallest_found`` gives it.
        wanted: about so many rows are needed whose outcome is known.
    """
    rows = roughly(wanted)
    return Remark(
        TOO_FEW_TO_TELL,
        T(
            "With so few rows it cannot be told yet. {left} of the {rows} customers that judged left; with so few, even an order "
            "that tells {pairs} of 100 pairs of a leaver and a stayer apart (at random: 50) goes unnoticed one time in five. That no "
            "list is better than one picked at random is not shown either. Do not act on this order yet.",
            "データが少なく、まだ見分けられません。確かめた{rows}人のうち、解約したのは{left}人です。この人数だと、解約した人と続けた人の100組のうち"
            "{pairs}組を見分ける順番(無作為なら50組)でも、5回に1回は見落とします。無作為に選ぶのと変わらない、とわかったわけでもありません。まだこの順番では動かないでください。",
        ).format(left=in_digits(happened.sum()), rows=in_digits(len(happened)), pairs=round(100 * found)),
        T(
            "Contact nobody yet. Have the page made again with more rows: about {rows}, of whom about {left} left (other customers, or "
            "earlier months).",
            "まだ連絡しません。表に載せる顧客か過去の月を増やして(めやすは結果のわかる行が約{rows}行、うち解約が約{left}人)、作り直してもらってください。",
        ).format(rows=f"{rows:,}", left=f"{roughly(rows * happened.mean()):,}"),
        weight=Weight.DANGER,
    )


def roughly(wanted: float) -> int:
    """So many rows, rounded up to two digits: what is only known about deserves no more."""
    step = 10 ** max(len(str(ceil(wanted))) - 2, 0)
    return ceil(round(wanted / step, 6)) * step


def _by_whole_order(better: Measured, of: int, k: int, rows: int) -> Remark:
    says = run_on((_ON_LISTS, _ORDER_IS_BETTER, _SO_THE_MODEL))
    return Remark(WHOLE_ORDER, says.format(**_said(better, of, k, rows)), weight=Weight.NOTE)


def _too_few_to_choose(better: Measured, pairs: Measured, of: int, k: int, rows: int) -> Remark:
    order = _NEITHER_ORDER if pairs.low < PAIRS_MATTER else _ORDER_IS_BETTER
    return Remark(
        "too-few-to-choose",
        run_on((_ON_LISTS, order, _SO_THE_RULE)).format(**_said(better, of, k, rows)),
        T(
            "With more rows, or for a longer list, make this page again: then the model may win.",
            "行を増やすか、リストを長くして作り直してください。そのときはモデルが選ばれるかもしれません。",
        ),
        weight=Weight.NOTE,
    )  # fmt: skip


def _said(better: Measured, of: int, k: int, rows: int) -> dict[str, str]:
    """The range of the difference, and of how many it is."""
    low, high = (more(each, of) for each in better[1:])
    return {"low": low, "high": high, "of": in_digits(of), "k": in_digits(k), "rows": in_digits(rows)}


def more(share: float, of: int) -> str:
    """So many more, or fewer, of so many: “+5”, “−2”, “0”; what is not quite nothing in parts, so that it is not taken for 0."""
    n = of * share
    said = f"{n:+.1f}" if round(n) == 0 and abs(n) >= 0.05 else f"{round(n):+d}"
    return {"+0": "0"}.get(said, said.replace("-", "−"))


_ON_LISTS = T(
    "On lists of {k} the difference is not clear: of {of} on its list, the model finds anything from {low} to {high} more than "
    "the rule.",
    "{k}人のリストで比べても、差ははっきりしません。リストの{of}人あたりで、モデルがルールより多く見つける人数は、{low}人〜{high}人のどこかです。",
)
_ORDER_IS_BETTER = T(
    "But when all {rows} are sorted by risk, the model is clearly better.",
    "ただ、{rows}人全員を見込みの高い順に並べると、モデルのほうがはっきり良くなります。",
)
_NEITHER_ORDER = T(
    "Nor is the model clearly better when all {rows} are put in order.",
    "{rows}人全員の順番で比べても、モデルのほうが良いとは言い切れません。",
)
_SO_THE_MODEL = T("So the model is used.", "そこで、モデルを使います。")
_SO_THE_RULE = T(
    "So the simpler of the two, the rule, is used. That does not show that the model is no better.",
    "そこで、簡単なほうのルールを使います。モデルのほうが良くない、とわかったわけではありません。",
)
