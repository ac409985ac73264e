"""mlcurric.subject.ranking, against counting pairs."""

import itertools

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject.ranking import contact_list, ranking_score


def test_the_ranking_score_is_the_share_of_pairs_in_the_right_order():
    rng = np.random.RandomState(0)
    happened = pd.Series(rng.rand(40) < 0.4)
    score = pd.Series(rng.randint(0, 6, 40).astype(float))
    pairs = [
        1.0 if score[yes] > score[no] else 0.5 if score[yes] == score[no] else 0.0
        for yes, no in itertools.product(happened.index[happened], happened.index[~happened])
    ]
    assert ranking_score(happened, score) == pytest.approx(np.mean(pairs))


@pytest.mark.parametrize("value", [True, False])
def test_without_pairs_there_is_no_score(value):
    with pytest.raises(ValueError, match="everybody or to nobody"):
        ranking_score(pd.Series([value, value]), pd.Series([0.1, 0.2]))


def test_the_list_holds_the_highest_scores_and_ties_are_broken_by_lot():
    table = pd.DataFrame({"place": range(100)})
    score = pd.Series([1.0] * 10 + [0.5] * 90)
    first, second = contact_list(table, score, 20, seed=0), contact_list(table, score, 20, seed=1)
    assert set(range(10)) <= set(first["place"]) & set(second["place"])
    assert set(first["place"]) != set(second["place"])
    assert list(first["place"]) == list(contact_list(table, score, 20, seed=0)["place"])


def test_a_list_longer_than_the_table_is_refused():
    with pytest.raises(ValueError, match="list of 3 cannot be drawn from 2"):
        contact_list(pd.DataFrame({"a": [1, 2]}), pd.Series([1.0, 2.0]), 3)


@pytest.mark.parametrize(
    ("score", "says"),
    [
        (
            pd.Series([1.0, 2.0, 3.0], index=[2, 1, 0]),
            "The table and the score belong to other rows, or .* another order",
        ),
        (pd.Series([1.0, 2.0]), "The table has 3 rows, the score 2"),
        (np.arange(4), "The table has 3 rows, the score 4"),
        (pd.Series([1.0, None, 3.0]), "the score has 1 gaps"),
        (["1", "2", "3"], "the score holds '1'; plain numbers are expected"),
    ],
)
def test_a_score_of_other_rows_is_refused(score, says):
    with pytest.raises(ValueError, match=says):
        contact_list(pd.DataFrame({"a": [1, 2, 3]}), score, 1)


@pytest.mark.parametrize(
    ("happened", "score", "says"),
    [
        (["yes", "no"], [0.1, 0.2], "happened holds 'yes'"),
        ([True, None], [0.1, 0.2], "happened has 1 gaps"),
        ([True, False], [0.1, None], "score has 1 gaps"),
        (pd.Series([True, False]), pd.Series([0.1, 0.2], [1, 0]), "belong to other rows"),
        ([True], [0.1, 0.2], "1 rows, the other 2"),
    ],
)
def test_an_order_that_cannot_be_scored_is_told_why(happened, score, says):
    with pytest.raises(ValueError, match=says):
        ranking_score(happened, score)
