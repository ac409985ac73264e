"""A machine that asks questions: scikit-learn's decision tree, and what it learned in words."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from sklearn.tree import DecisionTreeClassifier

from mlcurric.subject.words import COLUMNS
from mlcurric.text import T


def learn_tree(
    rows: pd.DataFrame, features: list[str], target: str, levels: int, smallest_group: int = 1
) -> DecisionTreeClassifier:
    """Let a tree find its own questions.

    Args:
        rows: one row a customer.
        features: the columns that it may ask about.
        target: the bool column that it learns to tell.
        levels: how many questions it may ask one after the other.
        smallest_group: how many rows a group must hold at least.
    """
    tree = DecisionTreeClassifier(max_depth=levels, min_samples_leaf=smallest_group, random_state=0)
    return tree.fit(rows[features], rows[target])


def predicted_share(tree: DecisionTreeClassifier, rows: pd.DataFrame) -> pd.Series:
    """The score of each row: the share of “yes” among the rows that the tree learned from and put in the same group."""
    return pd.Series(tree.predict_proba(rows[tree.feature_names_in_])[:, 1], index=rows.index)


def predicted_label(tree: DecisionTreeClassifier, rows: pd.DataFrame) -> pd.Series:
    """The tree's yes or no for each row: yes where the share is above one half."""
    return predicted_share(tree, rows) > 0.5


def in_words(tree: DecisionTreeClassifier, yes: str | T, no: str | T, names: Mapping[str, T] = COLUMNS) -> str:
    """The tree's questions as indented text, in the language spoken now.

    Args:
        yes, no: what is said of a group where more, or at most, half are "yes".
        names: how each feature is called.
    """
    inner = tree.tree_
    lines: list[str] = []

    def walk(node: int, depth: int) -> None:
        indent = "    " * depth
        if inner.children_left[node] == -1:
            share = inner.value[node][0][1]
            count = inner.n_node_samples[node]
            lines.append(
                indent
                + str(
                    T("→ {verdict} ({k} of {n} left)", "→ {verdict}({n}人中{k}人が解約)").format(
                        verdict=yes if share > 0.5 else no, k=round(share * count), n=count
                    )
                )
            )
            return
        name = names[tree.feature_names_in_[inner.feature[node]]]
        cut = f"{inner.threshold[node]:.4g}"
        lines.append(indent + str(T("{name} at most {cut}:", "{name}が{cut}以下:").format(name=name, cut=cut)))
        walk(inner.children_left[node], depth + 1)
        lines.append(indent + str(T("{name} above {cut}:", "{name}が{cut}より大きい:").format(name=name, cut=cut)))
        walk(inner.children_right[node], depth + 1)

    walk(0, 0)
    return "\n".join(lines)
