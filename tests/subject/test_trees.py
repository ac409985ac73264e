"""mlcurric.subject.trees: the words say what the tree does."""

import re

import pandas as pd

from mlcurric.subject.trees import in_words, learn_tree, predicted_label, predicted_share
from mlcurric.subject.words import worded
from mlcurric.text import T, speaking

ROWS = pd.DataFrame({"tenure": [1, 2, 3, 40, 50, 60], "churned": [True, True, True, False, False, True]})


def test_the_score_is_the_share_among_the_rows_of_the_same_group():
    tree = learn_tree(ROWS, ["tenure"], "churned", levels=1)
    assert list(predicted_share(tree, ROWS).round(3)) == [1, 1, 1, 0.333, 0.333, 0.333]
    assert list(predicted_label(tree, ROWS)) == [True, True, True, False, False, False]


def test_in_words_counts_every_row_once_in_both_languages():
    tree = learn_tree(ROWS, ["tenure"], "churned", levels=1)
    with speaking("en"):
        english = in_words(tree, yes=T("leaves", "解約"), no=T("stays", "続ける"))
    with speaking("ja"):
        japanese = in_words(tree, yes=T("leaves", "解約"), no=T("stays", "続ける"))
    assert "months as a customer at most 21.5" in english
    assert re.findall(r"\((\d) of (\d)", english) == [("3", "3"), ("1", "3")]
    assert "契約月数が21.5以下" in japanese
    assert re.findall(r"(\d)人中(\d)人", japanese) == [("3", "3"), ("3", "1")]


def test_worded_speaks_the_language_and_leaves_the_table_alone():
    with speaking("ja"):
        shown = worded(ROWS)
    assert list(shown.columns) == ["契約月数", "解約した?"]
    assert list(shown.iloc[:, 1]) == ["はい"] * 3 + ["いいえ"] * 2 + ["はい"]
    assert list(ROWS.columns) == ["tenure", "churned"]


def test_values_of_a_table_are_translated():
    contracts = pd.DataFrame({"contract": ["Month-to-month", "Two year"]})
    with speaking("ja"):
        assert list(worded(contracts).iloc[:, 0]) == ["月ごと", "2年"]
