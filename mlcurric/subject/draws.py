"""The same experiment on many draws of customers, because one draw is an anecdote."""

from __future__ import annotations

import pandas as pd

from mlcurric.subject.ranking import contact_list
from mlcurric.subject.trees import learn_tree, predicted_label, predicted_share


def repeat_draws(customers: pd.DataFrame, draws: int, size: int = 20) -> pd.Series:
    """How a small tree and two plain rules do, on average over many draws of ``size`` rows to learn from.

    Args:
        customers: rows with ``tenure`` (months), ``monthly_charges`` (US dollars) and ``churned`` (bool).
        draws: how often to draw; each draw takes ``size`` rows to learn from and ``size`` other rows to meet.

    Returns:
        Mean right answers of ``size``: ``tree_seen``, ``tree_unseen``, ``rule_unseen`` (fewer than 12 months) and
        ``nobody_unseen`` (nobody leaves).
    """
    right = []
    for draw in range(draws):
        rows = customers.sample(2 * size, random_state=draw)
        seen, unseen = rows[:size], rows[size:]
        tree = learn_tree(seen, ["tenure", "monthly_charges"], "churned", levels=2)
        right.append(
            {
                "tree_seen": (predicted_label(tree, seen) == seen["churned"]).sum(),
                "tree_unseen": (predicted_label(tree, unseen) == unseen["churned"]).sum(),
                "rule_unseen": ((unseen["tenure"] < 12) == unseen["churned"]).sum(),
                "nobody_unseen": (~unseen["churned"]).sum(),
            }
        )
    return pd.DataFrame(right).mean()


def repeat_lists(customers: pd.DataFrame, features: list[str], draws: int, size: int = 100) -> pd.DataFrame:
    """How many really left of each list of ``size``, over many ways to split the customers in half.

    Args:
        customers: rows with ``features``, ``tenure``, ``month_to_month`` and ``churned``.
        features: the columns that the tree may ask about.
        draws: how often to split; one half is learned from, the lists are drawn from the other.

    Returns:
        One row a split: ``by_lot``, ``by_rule`` (monthly contract, newest first) and ``by_tree``.
    """
    left = []
    for draw in range(draws):
        old = customers.sample(frac=0.5, random_state=draw)
        new = customers.drop(old.index)
        tree = learn_tree(old, features, "churned", levels=5, smallest_group=20)
        newest = new["month_to_month"] * 1000 - new["tenure"]
        left.append(
            {
                "by_lot": new.sample(size, random_state=draw)["churned"].sum(),
                "by_rule": contact_list(new, newest, size, seed=draw)["churned"].sum(),
                "by_tree": contact_list(new, predicted_share(tree, new), size, seed=draw)["churned"].sum(),
            }
        )
    return pd.DataFrame(left)
