"""The story of lesson 2-4 holds: what the pages say is what the practice world shows."""

import re

from test_story import computed, text_of

from mlcurric.questions.lesson_2_4.bets import proof_bets
from mlcurric.questions.lesson_2_4.fewer_at_least import effects
from mlcurric.subject import (
    ExpectationSheet,
    chosen_in_pilot,
    contact_list,
    expected_gain,
    first_alarm,
    learn_calls,
    load_customers,
    october_round,
    ratio_mismatch,
    simulate_looks,
)
from mlcurric.subject.experiments.effects import p_value
from mlcurric.subject.experiments.lots import ALARM


def by_the_lot(week: int) -> tuple[int, int, float]:
    rows = october_round(week)
    left = rows["left_in_week"].notna()
    alone, called = int(left[~rows["drawn"]].sum()), int(left[rows["drawn"]].sum())
    return alone, called, p_value(alone, 300, called, 300)


def test_significant_one_monday_and_not_the_next():
    assert by_the_lot(4)[2] < 0.05 < by_the_lot(5)[2]


def test_the_slide_is_more_impressive_than_the_lot_and_its_sizes_give_it_away():
    rows = october_round(week=5)
    was_called, left = rows["called_in_week"].notna(), rows["left_in_week"].notna()
    on_slide = p_value(left[~was_called].sum(), (~was_called).sum(), left[was_called].sum(), was_called.sum())
    assert on_slide < by_the_lot(5)[2] / 10
    assert ratio_mismatch(was_called.sum(), (~was_called).sum()) < ALARM
    # As the facilitator's note says.
    assert 300 - was_called.sum() == 57


def test_the_bets_are_settled_as_the_lesson_counts():
    assert {name: each.truth() for name, each in proof_bets.statements.items()} == {"looks": True, "enough": False}
    z = simulate_looks(0.27, 0.27, 300, 13)
    figures = computed("2-4")
    assert {str((first_alarm(z) > 0).sum()), str((first_alarm(z[:, -1:]) > 0).sum())} <= figures
    assert {"27", "21"} <= figures


def test_the_mornings_and_the_model_answer_repeat_what_is_counted():
    alone, called, _ = by_the_lot(13)
    low, high = (round(6 * end) for end in effects()["by_lot"][1:])
    pilot, summer = load_customers("pilot"), load_customers("summer")
    listed = contact_list(summer, expected_gain(learn_calls(pilot), summer), 600)
    sheet = ExpectationSheet.from_rows(listed, summer, chosen_in_pilot(pilot, share=0.06))
    figures = [alone, called, 2 * (alone - called), low, high, round(sheet.break_even)]
    figures += [round(end) for end in (sheet.kept.low, sheet.kept.high)]
    figures.append(round(200 * (alone - called) / 300))
    for lang in ("en", "ja"):
        text = text_of("2-4", f"exercises/solved/{lang}")
        for figure in figures:
            assert re.search(rf"(?<!\d){figure}(?!\d)", text), figure
        assert f"p = {by_the_lot(4)[2]:.3f}" in text
        assert f"p = {ratio_mismatch(345, 255):.4f}" in text


def test_by_the_stop_rule_the_calls_go_on_and_the_interval_leaves_it_open():
    alone, called, _ = by_the_lot(13)
    assert 2 * (alone - called) >= 25
    assert 0 < effects()["by_lot"].low < 4 < effects()["by_lot"].high
