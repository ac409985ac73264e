"""What each answer adds to the share that left in a group: on average over all orders in which they can be asked."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import numpy as np
import pandas as pd

from mlcurric.report.contest.questions import Both, Group, Question

Answers = tuple[tuple[Question | Both, bool], ...]


def credited(group: Group, table: pd.DataFrame, left: np.ndarray) -> tuple[dict[str, float], ...]:
    """Of each group that is not parted any more, what each column adds to the share of everybody; they add up to its share.

    The tree has asked one of two answers first by accident, and often the one asked last takes nearly all. So each is counted
    in every order: what the share of those who gave these answers rises by where this one is asked for as well. The average is
    the Shapley value of a game in which answers are worth the share of the customers who gave them (Shapley 1953;
    Štrumbelj and Kononenko 2014, Knowl. Inf. Syst. 41:647-665). Not ``shap_contributions``: that asks a function about
    customers that it mixes, and these are counted.

    Args:
        group: the rule, counted on these rows.
        left: bools.

    Returns:
        By column, in the order of ``group.leaves()``. Two columns of which only a pair of answers was not given have one half each.
    """
    return tuple(_added(answers, leaf, group.share, table, left) for answers, leaf in group.leaves())


def _added(answers: Answers, leaf: Group, start: float, table: pd.DataFrame, left: np.ndarray) -> dict[str, float]:
    gave = _by_columns(answers, table)
    worth = {frozenset(): start, frozenset(gave): leaf.share}

    def share(asked: frozenset[tuple[str, ...]]) -> float:
        if asked not in worth:
            meant = np.logical_and.reduce([gave[each] for each in asked])
            # A group of which nobody was counted has the share of another; so have its answers.
            worth[asked] = float(left[meant].mean()) if meant.any() else leaf.share
        return worth[asked]

    added: Counter[str] = Counter()
    orders = list(permutations(gave))
    for order in orders:
        for at, columns in enumerate(order):
            more = share(frozenset(order[: at + 1])) - share(frozenset(order[:at]))
            for column in columns:
                added[column] += more / len(orders) / len(columns)
    return dict(added)


def _by_columns(answers: Answers, table: pd.DataFrame) -> dict[tuple[str, ...], np.ndarray]:
    """Who gave the answers about each column, or about a pair of columns that only both together say something of."""
    gave: dict[tuple[str, ...], np.ndarray] = {}
    for each, answer in answers:
        for one, wanted in each.answers if answer and isinstance(each, Both) else ((each, answer),):
            columns = tuple(dict.fromkeys(question.column for question in one.asked))
            gave[columns] = gave.get(columns, True) & (one.holds(table) == wanted)
    return gave
