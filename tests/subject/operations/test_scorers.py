"""What makes the monthly list: a row a customer whatever the row labels, empty months, levels, and what is refused."""

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject import learn_calls, load_customers, practice_world
from mlcurric.subject.operations.scorers import Levelled, monthly_list, recalibrated, retrained
from mlcurric.subject.simulation.months import labelled, live

MODELS = learn_calls(load_customers("pilot"))
TODAY = load_customers("today")
PILOT = load_customers("pilot").head(4_000)


class Sure:
    """A scorer that knows both chances beforehand."""

    def __init__(self, if_left_alone: float, if_called: float) -> None:
        # In this order: whoever takes them by their place exchanges them.
        self.gives = {"if_called": if_called, "if_left_alone": if_left_alone}

    def churn(self, customers: pd.DataFrame) -> pd.DataFrame:
        return pd.DataFrame(self.gives, index=customers.index)


def test_recalibrating_moves_the_level_to_what_came_true_and_keeps_the_order():
    pilot = load_customers("pilot").head(4_000)
    fitted = recalibrated(MODELS, pilot)
    churn, before = fitted.churn(pilot), MODELS.churn(pilot)
    for column, group in (("if_called", pilot["called"]), ("if_left_alone", ~pilot["called"])):
        assert churn.loc[group, column].mean() == pytest.approx(pilot.loc[group, "churned"].mean(), abs=1e-4)
        assert (churn[column].rank() == before[column].rank()).all()
    # Without a hold-out the other level stays where it was.
    assert recalibrated(MODELS, pilot[pilot["called"]]).left_alone == 0
    assert isinstance(recalibrated(MODELS, pilot.head(20).assign(churned=False)), Levelled)


def test_retraining_learns_from_the_business_alone():
    lived = live(practice_world(), 2_000, 3, calls=lambda number, table: np.arange(2_000) % 2 == 0)
    learned = retrained(labelled(lived, 1)).churn(load_customers("today"))
    assert learned.shape == (10_000, 2)
    assert not np.allclose(learned, MODELS.churn(load_customers("today")))


def test_nobody_whom_a_call_is_expected_to_harm_is_listed_and_a_tie_is_cut_alike_everywhere():
    listed = monthly_list(load_customers("today"), MODELS, 10_000)
    assert (listed["promised"] > 0).all()
    assert (listed["promised"] % 1 == 0).all()
    assert listed["promised"].is_monotonic_decreasing


@pytest.mark.parametrize("scorer", [MODELS, None])
def test_row_labels_may_repeat_and_every_customer_stands_on_the_list_once(scorer):
    one, other = TODAY.head(500), TODAY.iloc[500:1_000]
    below_each_other = pd.concat([one, other.set_index(one.index)])
    plain = monthly_list(pd.concat([one, other]), scorer, 100)
    found = monthly_list(below_each_other, scorer, 100)
    assert found["customer"].is_unique
    pd.testing.assert_frame_equal(found.reset_index(drop=True), plain.reset_index(drop=True))


@pytest.mark.parametrize("scorer", [MODELS, None])
def test_a_month_in_which_all_rest_or_nobody_is_there_has_an_empty_list(scorer):
    usual = monthly_list(TODAY, scorer, 5)
    for rows, resting in ((TODAY, TODAY["customer"]), (TODAY.head(0), ()), (TODAY.head(0), [3, 4])):
        found = monthly_list(rows, scorer, 200, resting)
        assert found.empty
        assert list(found.columns) == list(usual.columns)
    assert monthly_list(TODAY, scorer, 0).empty


def test_who_rests_is_not_listed_in_whatever_form_the_numbers_come():
    first = monthly_list(TODAY, MODELS, 200)["customer"]
    for resting in (first, list(first), set(first), first.to_numpy(), tuple(int(one) for one in first)):
        assert not monthly_list(TODAY, MODELS, 200, resting)["customer"].isin(first).any()


@pytest.mark.parametrize("scorer", [MODELS, None])
@pytest.mark.parametrize(
    ("rows", "asked", "says"),
    [
        (TODAY.drop(columns="customer"), {}, "no column 'customer'"),
        (TODAY.drop(columns="value"), {}, "no column 'value'"),
        (TODAY.assign(value="12,000"), {}, "value holds '12,000'; plain numbers"),
        (TODAY.assign(value=np.nan), {}, "value has 10000 gaps"),
        (TODAY.assign(customer=None), {}, "customer has 10000 gaps"),
        (TODAY.drop(columns="price_rise"), {}, "no column 'price_rise'"),
        (TODAY.assign(open_tickets=np.nan), {}, "open_tickets has 10000 gaps"),
        (TODAY.assign(open_tickets="two"), {}, "open_tickets holds 'two'"),
        (pd.concat([TODAY, TODAY]), {}, "Customer 1 stands in the table twice"),
        (TODAY, {"resting": "17"}, "Who rests is said by customers' numbers"),
        (TODAY, {"resting": TODAY.head(3)}, "Who rests is said by customers' numbers"),
        (TODAY, {"resting": None}, "Who rests is said by customers' numbers"),
        (TODAY, {"resting": [1, "17"]}, "Who rests holds '17'; in the table customers have numbers like 1"),
        (TODAY.assign(customer=TODAY["customer"].astype(str)), {"resting": [17]}, "Who rests holds 17; .* like '1'"),
        (TODAY, {"size": -1}, "A list has a size"),
        (TODAY, {"size": 2.5}, "A list has a size"),
        (TODAY, {"size": "200"}, "A list has a size"),
    ],
)
def test_what_no_list_can_be_made_of_is_named(scorer, rows, asked, says):
    with pytest.raises(ValueError, match=says):
        monthly_list(rows, scorer, **{"size": 200, **asked})


def test_a_scorer_that_gives_something_else_is_named():
    with pytest.raises(ValueError, match="if_called lies between"):
        monthly_list(TODAY, Sure(0.5, 1.2), 10)
    with pytest.raises(ValueError, match="if_left_alone has 10000 gaps"):
        monthly_list(TODAY, Sure(np.nan, 0.2), 10)

    class Short(Sure):
        def churn(self, customers):
            return super().churn(customers.head(3))

    with pytest.raises(ValueError, match="What the scorer gives has 3 rows, the table 10000"):
        monthly_list(TODAY, Short(0.5, 0.2), 10)


def test_levels_go_by_name_and_not_by_place():
    moved = Levelled(Sure(0.5, 0.2), left_alone=0.0, called=1.0).churn(PILOT.head(2))
    assert moved["if_left_alone"].tolist() == [0.5, 0.5]
    assert moved["if_called"].iloc[0] == pytest.approx(1 / (1 + 4 * np.exp(-1)))


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"called": "no"}, "called holds 'no'; True and False are expected"),
        ({"called": pd.array([pd.NA] * 4_000, "boolean")}, "called has 4000 gaps"),
        ({"churned": "left"}, "churned holds 'left'"),
        ({"churned": pd.array([pd.NA] * 4_000, "boolean")}, "churned has 4000 gaps"),
        ({"nps": np.nan}, "nps has 4000 gaps"),
    ],
)
def test_outcomes_that_say_neither_yes_nor_no_are_named(changed, says):
    with pytest.raises(ValueError, match=says):
        recalibrated(MODELS, PILOT.assign(**changed))


@pytest.mark.parametrize("name", ["called", "churned", "tenure"])
def test_a_column_that_is_missing_is_named(name):
    with pytest.raises(ValueError, match=f"no column '{name}'"):
        recalibrated(MODELS, PILOT.drop(columns=name))
    with pytest.raises(ValueError, match="is empty"):
        recalibrated(MODELS, PILOT.head(0))


def test_a_certainty_has_no_level_and_it_is_said():
    for certain in (0.0, 1.0):
        with pytest.raises(ValueError, match="No level fits: the scorer is certain"):
            recalibrated(Sure(certain, 0.2), PILOT)
