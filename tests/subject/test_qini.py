"""The Qini curve: against counting by hand, against the truth of a large pilot, and at its edges."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from mlcurric.subject import (
    PRACTICE,
    draw_world,
    load_customers,
    qini_ahead,
    qini_area,
    qini_by_lot,
    qini_curve,
    qini_figure,
)
from mlcurric.subject.style import use_style
from mlcurric.text import speaking

CALLED = [True, False, False, True, True, False]
STAYED = [True, False, True, True, False, True]


def by_counting(stayed, called, score) -> dict[int, float]:
    """The curve by its definition, one loop over the distinct scores."""
    heights = {0: 0.0}
    for least in sorted(set(score), reverse=True):
        top = [place for place, one in enumerate(score) if one >= least]
        n_called = sum(called[place] for place in top)
        n_alone = len(top) - n_called
        if n_alone:
            s_called = sum(stayed[place] and called[place] for place in top)
            s_alone = sum(stayed[place] and not called[place] for place in top)
            heights[len(top)] = s_called - s_alone * n_called / n_alone
    return heights


@pytest.mark.parametrize(
    "score", [[6, 5, 4, 3, 2, 1], [3, 3, 2, 2, 2, 1], [1, 2, 3, 3, 2, 1], [0] * 6, [9, 1, 1, 8, 7, 1]]
)
def test_the_curve_is_what_counting_gives(score):
    curve = qini_curve(STAYED, CALLED, score)
    assert curve.to_dict() == pytest.approx(by_counting(STAYED, CALLED, score))


def test_a_random_pilot_with_many_ties_is_counted_alike():
    random = np.random.RandomState(1)
    stayed, called = random.rand(400) < 0.9, random.rand(400) < 0.3
    score = random.randint(0, 12, 400)
    assert qini_curve(stayed, called, score).to_dict() == pytest.approx(
        by_counting(stayed.tolist(), called.tolist(), score.tolist())
    )


def test_it_ends_with_the_whole_pilot_whatever_the_order_and_by_lot_is_the_straight_line():
    pilot = load_customers("pilot")
    stayed, called = ~pilot["churned"], pilot["called"]
    shares = stayed.groupby(called).mean()
    whole = called.sum() * (shares[True] - shares[False])
    for score in (pilot["nps"], pilot["value"], pilot["nps"] * 0):
        curve = qini_curve(stayed, called, score)
        assert curve.iloc[-1] == pytest.approx(whole)
        assert curve.index[-1] == len(pilot)
    assert list(curve.index) == [0, len(pilot)]
    assert qini_area(curve) == pytest.approx(0)


def test_the_order_of_the_rows_means_nothing_where_scores_are_tied():
    pilot = load_customers("pilot").head(2_000)
    other = pilot.sample(frac=1, random_state=3)
    curves = [qini_curve(~rows["churned"], rows["called"], rows["open_tickets"]) for rows in (pilot, other)]
    pd.testing.assert_series_equal(*curves)


def test_leaving_as_the_response_turns_it_over():
    pilot = load_customers("pilot")
    staying = qini_curve(~pilot["churned"], pilot["called"], pilot["value"])
    leaving = qini_curve(pilot["churned"], pilot["called"], pilot["value"])
    np.testing.assert_allclose(staying, -leaving, atol=1e-9)


def test_on_a_large_pilot_it_tells_the_true_number_of_customers_kept():
    world = draw_world(PRACTICE)
    rows = world.pilot("large", 400_000)
    truth = world.draw("large", 400_000)[1]
    kept = truth.churn_if_left_alone - truth.churn_if_called
    curve = qini_curve(~rows["churned"], rows["called"], kept)
    order = np.argsort(-kept, kind="stable")
    for top in (0.05, 0.1, 0.3, 1.0):
        size = int(top * len(kept))
        called = rows["called"].to_numpy()[order[:size]]
        true = kept[order[:size]].mean() * called.sum()
        # Four standard errors of the difference of two counts.
        noise = 4 * np.sqrt(2 * called.sum() * 0.25 if top < 0.2 else 2 * called.sum() * 0.12)
        assert np.interp(size, curve.index, curve) == pytest.approx(true, abs=noise)


def test_where_the_first_were_all_called_there_is_no_point():
    curve = qini_curve([True, False, True, True], [True, True, False, True], [9, 8, 7, 6])
    assert list(curve.index) == [0, 3, 4]
    assert curve[3] == pytest.approx(1 - 1 * 2 / 1)


def test_where_the_first_were_all_left_alone_nobody_is_kept_yet():
    assert qini_curve([True, True, True], [False, False, True], [3, 2, 1]).tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize("called", [[True] * 6, [False] * 6])
def test_a_pilot_with_one_side_is_refused(called):
    with pytest.raises(ValueError, match="compares"):
        qini_curve(STAYED, called, range(6))
    with pytest.raises(ValueError, match="compares"):
        qini_by_lot(STAYED, called)


def test_gaps_strangers_and_empty_columns_are_refused():
    with pytest.raises(ValueError, match="gaps"):
        qini_curve(STAYED, CALLED, [1, 2, None, 4, 5, 6])
    with pytest.raises(ValueError, match="rows"):
        qini_curve(STAYED, CALLED, [1, 2])
    with pytest.raises(ValueError, match="empty"):
        qini_curve([], [], [])
    with pytest.raises(ValueError, match="other rows"):
        qini_curve(pd.Series(STAYED, index=range(1, 7)), pd.Series(CALLED), pd.Series(range(6)))
    with pytest.raises(ValueError, match="Called and score belong to other rows"):
        qini_curve(STAYED, pd.Series(CALLED), pd.Series(range(6), index=range(6)[::-1]))
    with pytest.raises(ValueError, match="a column each"):
        qini_curve(STAYED, CALLED, 5)


def test_the_area_is_the_mean_height_above_the_straight_line():
    curve = pd.Series([0.0, 6.0, 4.0], index=[0, 2, 4])
    # Two triangles above the line to (4, 4): both as high as 6 − 2 in the middle.
    assert qini_area(curve) == pytest.approx(4 * 4 / 2 / 4)


@pytest.mark.parametrize(
    "curve",
    [
        pd.Series([0.0], index=[0]),
        pd.Series([], dtype=float),
        pd.Series([1.0, 2.0], index=[1, 2]),
        pd.Series([0.0, 2.0, 1.0], index=[0, 4, 2]),
        pd.Series([0.0, 2.0, 1.0], index=[0, 2, 2]),
        [0.0, 1.0],
    ],
)
def test_what_is_no_curve_has_no_area(curve):
    with pytest.raises(ValueError, match="A curve as qini_curve gives it"):
        qini_area(curve)


def test_a_curve_with_gaps_has_no_area():
    with pytest.raises(ValueError, match="curve has a gap"):
        qini_area(pd.Series([0.0, np.nan, 1.0], index=[0, 1, 2]))


@pytest.mark.parametrize("wrong", [{"draws": 0}, {"draws": -1}, {"draws": 2.5}, {"seed": -1}, {"seed": "1"}])
def test_lots_without_sense_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        qini_by_lot(STAYED, CALLED, **wrong)


@pytest.mark.filterwarnings("error")
def test_the_band_leaves_out_lengths_at_which_nobody_was_left_alone():
    bands = [qini_by_lot([True] * 6, [True] * 5 + [False], draws=1, seed=seed) for seed in range(9)]
    assert not any(band.isna().any(axis=None) for band in bands)
    assert {(band.index[0], band.index[-1]) for band in bands} == {(0, 6)}
    assert min(map(len, bands)) < 7


def test_orders_by_lot_lie_in_the_band_nineteen_times_of_twenty():
    pilot = load_customers("pilot")
    stayed, called = ~pilot["churned"], pilot["called"]
    band = qini_by_lot(stayed, called)
    at = band.index[50]
    inside = 0
    for seed in range(200):
        score = np.random.RandomState(1_000 + seed).rand(len(pilot))
        curve = qini_curve(stayed, called, score)
        inside += band["low"][at] <= np.interp(at, curve.index, curve) <= band["high"][at]
    assert 178 <= inside <= 199
    assert band.iloc[0].tolist() == [0, 0]
    assert band["low"].iloc[-1] == pytest.approx(band["high"].iloc[-1])
    pd.testing.assert_frame_equal(band, qini_by_lot(stayed, called))


@pytest.mark.parametrize(
    ("lang", "words"), [("en", ["Customers kept", "84", "the first 2"]), ("ja", ["引き止め", "84", "上から2"])]
)
def test_the_picture_says_what_it_shows(lang, words):
    steep = pd.Series([0.0, 84.0, 20.0], index=[0, 2, 4])
    flat = pd.Series([0.0, 83.0, 20.0], index=[0, 2, 4])
    band = pd.DataFrame({"low": [0.0, 20.0], "high": [0.0, 20.0]}, index=[0, 4])
    with speaking(lang):
        use_style()
        figure = qini_figure({"steep": steep, "flat": flat}, band, reach=2)
        (ax,) = figure.axes
        said = [ax.get_title(loc="left"), *(text.get_text() for text in ax.texts)]
        figure.canvas.draw()
    assert all(any(word in one for one in said) for word in words)
    heights = [text for text in ax.texts if text.get_text().isdigit()]
    boxes = sorted((text.get_window_extent() for text in heights), key=lambda box: box.y0)
    assert boxes[0].y1 <= boxes[1].y0 + 3
    assert [text.get_text() for text in figure.legends[0].get_texts()][1:] == ["steep", "flat"]
    plt.close(figure)


def test_how_far_one_order_is_ahead_is_the_difference_of_the_curves_and_its_range_that_of_pilots_drawn_anew():
    pilot = load_customers("pilot").head(3_000)
    stayed, called = ~pilot["churned"], pilot["called"]
    others = {"nps": pilot["nps"], "itself": pilot["open_tickets"]}
    ahead = qini_ahead(stayed, called, pilot["open_tickets"], others, at=700, draws=60, seed=4)

    def height(rows, column):
        curve = qini_curve(~rows["churned"], rows["called"], rows[column])
        return np.interp(700, curve.index, curve)

    assert ahead.loc["nps", "value"] == pytest.approx(height(pilot, "open_tickets") - height(pilot, "nps"))
    # The same draws, as tables of customers.
    random = np.random.RandomState(4)
    drawn = [pilot.iloc[random.randint(len(pilot), size=len(pilot))] for _ in range(60)]
    apart = [height(rows, "open_tickets") - height(rows, "nps") for rows in drawn]
    assert ahead.loc["nps", ["low", "high"]].tolist() == pytest.approx(np.percentile(apart, [2.5, 97.5]).tolist())
    # An order is not ahead of itself in any draw: the comparison is paired.
    assert ahead.loc["itself"].tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"others": {}}, "order to compare with"),
        ({"others": {"rule": [1, 2]}}, r"others\['rule'\]"),
        ({"others": {"rule": [1, 2, None, 4, 5, 6]}}, r"others\['rule'\] has 1 gaps"),
        ({"at": 0}, "at is a whole number from 1 to 6"),
        ({"at": 7}, "at is a whole number from 1 to 6"),
        ({"draws": 0}, "draws"),
        ({"seed": -1}, "seed"),
        ({"called": [True] * 6}, "compares"),
        ({"called": [True] * 5 + [False]}, "too small"),
    ],
)
def test_a_comparison_that_cannot_be_made_is_refused(changed, says):
    asked = {"stayed": STAYED, "called": CALLED, "score": range(6), "others": {"rule": [1] * 6}, "at": 3, "draws": 50}
    with pytest.raises(ValueError, match=says):
        qini_ahead(**(asked | changed))
