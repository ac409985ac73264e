"""Who wins: the whole order counts where a list is short, luck makes few winners, and too few rows are said to be too few."""

import re

import numpy as np
import pytest
from scipy.stats import binom, norm
from sklearn.metrics import roc_auc_score

from mlcurric.report.contest.better import better_by, tells_more
from mlcurric.report.contest.verdict import TOO_FEW_TO_TELL, more, smallest_found, verdict, why_the_rule
from mlcurric.subject.intervals import Measured

UNSURE, ALIKE = Measured(0.0, -0.2, 0.2), Measured(0.0, -0.04, 0.04)


def world(luck, rows: int, tells: float, share: float = 0.2):
    """Who left, and a score that tells so much."""
    left = luck.random(rows) < share
    return left, tells * left + luck.normal(size=rows)


def test_luck_alone_makes_few_winners():
    """Also where the two contenders know nothing of each other, which is the worst case."""
    luck = np.random.default_rng(1)
    won, tables = 0, 2_000
    for _ in range(tables):
        left, rule = world(luck, 300, 0)
        won += verdict(left, (rule, luck.normal(size=300)), 30, UNSURE).winner != "nobody"
    # What is claimed, 5 of 100, and what luck does to a count of so many tables; in fact it is about 3.5.
    assert won <= binom.ppf(0.975, tables, 0.05)


def test_a_short_list_is_carried_by_the_whole_order():
    luck = np.random.default_rng(2)
    found = []
    for _ in range(60):
        left, model = world(luck, 300, 0.7)
        found.append(verdict(left, (np.zeros(300), model), 30, UNSURE).winner)
    assert found.count("model") >= 45


def test_an_order_whose_list_is_no_better_than_a_lot_does_not_win():
    left = np.zeros(400, dtype=bool)
    left[20:120] = True
    order = -np.arange(400.0)
    assert verdict(left, (order, order), 20, ALIKE).winner == "nobody"


def test_the_model_wins_only_if_it_is_clearly_better_and_one_of_them_beats_the_lot():
    luck = np.random.default_rng(3)
    left, good = world(luck, 4_000, 1.5)
    assert verdict(left, (good, good), 400, ALIKE).winner == "rule"
    assert verdict(left, (luck.normal(size=4_000), good), 400, Measured(0.3, 0.2, 0.4)).winner == "model"
    assert verdict(left, (good, luck.normal(size=4_000)), 400, Measured(-0.3, -0.4, -0.2)).winner == "rule"


@pytest.mark.parametrize(("rows", "id"), [(150, "too-few-to-tell"), (5_000, "nobody-wins")])
def test_too_few_rows_are_not_called_a_table_that_tells_nothing(rows, id):
    luck = np.random.default_rng(4)
    for _ in range(20):
        left, rule = world(luck, rows, 0)
        won = verdict(left, (rule, luck.normal(size=rows)), rows // 10, UNSURE)
        if won.winner == "nobody":
            assert won.remark.id == id
            assert ("まだ見分けられません" in won.remark.says.ja) == (id == "too-few-to-tell")
            # A ratio of two columns may tell what no column does: nobody has looked.
            assert ("such as one divided by another" in won.remark.says.en) == (id == "nobody-wins")
            assert ("ほかの使い方は試していません" in won.remark.says.ja) == (id == "nobody-wins")
            assert ("最大15,000行の中で20行に満たないもの)も試していません" in won.remark.says.ja) == (
                id == "nobody-wins"
            )
            assert ("of fewer than 20 of up to 15,000 rows" in won.remark.says.en) == (id == "nobody-wins")


def test_where_no_difference_can_be_shown_it_is_not_said_that_there_is_none():
    left, rule = world(np.random.default_rng(5), 400, 1.5)
    few = verdict(left, (rule, rule), 30, UNSURE)
    assert (few.winner, few.remark.id) == ("rule", "too-few-to-choose")
    assert "わかったわけではありません" in few.remark.says.ja
    assert "30人のリストで比べても、差ははっきりしません" in few.remark.says.ja
    assert "400人全員の順番で比べても、モデルのほうが良いとは言い切れません" in few.remark.says.ja
    assert "With so few rows" not in few.remark.says.en
    assert verdict(left, (rule, rule), 30, ALIKE).remark.id == "use-the-rule"


def test_where_few_leave_what_matters_is_measured_beside_what_the_rule_finds():
    left, rule = world(np.random.default_rng(8), 20_000, 1.0, share=0.01)
    # Four more of 100 are as many again as the rule finds.
    few = verdict(left, (rule, rule), 500, Measured(0.02, -0.01, 0.04))
    assert (few.winner, few.remark.id) == ("rule", "too-few-to-choose")
    assert verdict(left, (rule, rule), 500, Measured(0.0, -0.01, 0.01)).remark.id == "use-the-rule"


def test_a_leaver_or_two_on_a_list_decide_nothing():
    left = np.zeros(6_000, dtype=bool)
    left[[5, 9, *range(600, 640)]] = True
    order = -np.arange(6_000.0)
    won = verdict(left, (np.zeros(6_000), order), 30, Measured(0.05, 0, 0.15))
    assert (won.winner, won.remark.id) == ("nobody", "too-few-to-tell")


def test_where_the_order_of_all_rows_shows_that_nothing_tells_no_more_rows_are_sent_for():
    """220 leavers judged, and 170,000 rows were asked for, because a list by lot holds one of them."""
    luck = np.random.default_rng(7)
    left, rule = world(luck, 18_000, 0, share=0.012)
    won = verdict(left, (rule, luck.normal(size=18_000)), 90, UNSURE)
    assert (won.winner, won.remark.id) == ("nobody", "nobody-wins")
    # As many leavers at the top as luck does not put there are not nothing.
    rule[np.flatnonzero(left)[:2]] = rule.max() + 1
    assert verdict(left, (rule, rule), 10, UNSURE).remark.id == TOO_FEW_TO_TELL


def test_the_smallest_order_that_is_found_is_found_four_times_of_five():
    luck = np.random.default_rng(6)
    pairs = smallest_found(60, 240)
    # Two normal scores that lie so far apart tell this share of pairs apart.
    apart = np.sqrt(2) * norm.ppf(pairs)
    left = np.arange(300) < 60
    found = 0
    for _ in range(150):
        score = apart * left + luck.normal(size=300)
        found += verdict(left, (np.zeros(300), score), 150, UNSURE).winner == "model"
    assert 0.7 <= found / 150 <= 0.9


def test_where_lists_are_too_short_the_order_of_all_rows_chooses():
    """A model that is far better wins with a team of thirty as it does with a team of two hundred."""
    wins = {30: [], 200: []}
    for seed in range(20):
        luck = np.random.default_rng(seed)
        left, model = world(luck, 1_200, 1.4)
        rule = 0.7 * left + luck.normal(size=1_200)
        for k, won in wins.items():
            won.append(verdict(left, (rule, model), k, better_by(left, rule, model, k)))
    assert all([each.winner for each in won].count("model") >= 18 for won in wins.values())
    said = [each.remark.says for each in wins[30] if each.remark and each.remark.id == "whole-order"]
    assert said
    assert all("1,200人全員を見込みの高い順に並べると、モデルのほうがはっきり良く" in one.ja for one in said)
    assert all("when all 1,200 are sorted by risk, the model is clearly better" in one.en for one in said)


def test_the_rule_is_kept_where_the_model_tells_hardly_more_or_its_list_is_worse():
    left, rule = world(np.random.default_rng(10), 40_000, 1.5)
    hardly = rule + 0.05 * left
    assert tells_more(left, rule, hardly).low > 0
    assert verdict(left, (rule, hardly), 30, Measured(0.1, -0.1, 0.3)).winner == "rule"
    far = rule + 0.5 * left
    assert verdict(left, (rule, far), 30, Measured(0.1, -0.1, 0.3)).winner == "model"
    assert verdict(left, (rule, far), 30, Measured(-0.01, -0.2, 0.2)).winner == "rule"


def test_the_range_of_the_pairs_holds_what_other_rows_give():
    luck = np.random.default_rng(11)

    def drawn(rows):
        left, rule = world(luck, rows, 0.8)
        return left, np.round(rule), rule + 0.3 * left

    left, *risks = drawn(100_000)
    true = np.subtract(*(roc_auc_score(left, risk) for risk in risks[::-1]))
    assert tells_more(left, *risks).value == pytest.approx(true)
    held = sum(low <= true <= high for _, low, high in (tells_more(*drawn(400)) for _ in range(200)))
    assert 181 <= held <= 198
    assert tells_more(left, risks[0], risks[0]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("share", "said"), [(0.051, "+5"), (-0.02, "−2"), (0.0, "0"), (-0.0, "0"), (-0.003, "−0.3"), (0.0001, "0")]
)
def test_what_is_nearly_nothing_is_not_said_to_be_nothing(share, said):
    assert more(share, 100) == said


def test_what_is_said_of_lists_is_said_of_lists_of_that_length_also_where_they_hold_most():
    left, rule = world(np.random.default_rng(12), 400, 1.5)
    said = verdict(left, (rule, rule), 300, UNSURE).remark.says
    assert "On lists of 300 the difference" in said.en
    assert "300人のリストで比べても" in said.ja


@pytest.mark.parametrize(("leave", "judged"), [(0.3, 90), (0.1, 200)])
def test_where_rows_are_too_few_it_is_said_how_many_would_do(leave, judged):
    """“Add more customers” is read by a head of sales as “win more customers”, and named no number."""
    luck = np.random.default_rng(1)
    left = np.arange(judged) < round(leave * judged)
    risks = luck.normal(size=judged), luck.normal(size=judged)
    one = verdict(left, risks, judged // 5, better_by(left, *risks, judged // 5), 3 * judged)
    assert one.remark.id == TOO_FEW_TO_TELL
    said = re.search(r"about ([\d,]+), of whom about ([\d,]+) left", one.remark.way_out.en)
    rows, leavers = (int(each.replace(",", "")) for each in said.groups())
    # A third of them judges: then an order that is of use is found, and hardly with a quarter less.
    assert smallest_found(round(rows / 3 * leave), round(rows / 3 * (1 - leave))) <= 0.62
    assert smallest_found(round(rows / 4 * leave), round(rows / 4 * (1 - leave))) > 0.62
    assert leavers == pytest.approx(leave * rows, rel=0.1)
    assert f"約{rows:,}行、うち解約が約{leavers:,}人" in one.remark.way_out.ja
    assert one.remark.way_out.ja.startswith("まだ連絡しません。")


def test_where_a_list_ends_early_its_reason_is_said_of_lists_as_short():
    luck = np.random.default_rng(4)
    happened = luck.random(1_200) < 0.08
    named = luck.random(1_200) < np.where(happened, 0.4, 0.02)
    risks = named.astype(float), named * 0.3 + luck.random(1_200) * 0.69
    open_still = why_the_rule(happened, risks, 50, Measured(0.02, -0.1, 0.2))
    assert open_still.says.en.startswith("On lists of 50 the difference is not clear")
    assert why_the_rule(happened, risks, 50, Measured(-0.1, -0.25, 0)).id == "use-the-rule"
