"""What is told of the column that says who left: what each value was taken for, and what looks upside down or lies ahead."""

from datetime import date

import pandas as pd
import pytest

from mlcurric.report.options import read_request
from mlcurric.report.reading.outcome import read_outcome
from mlcurric.report.remark import Weight
from mlcurric.subject.typed import Slip
from mlcurric.text import speaking

TODAY = date(2026, 11, 22)


def read(cells, name="状態", **typed):
    request = read_request(**{"path": "a.csv", "churned": name, "id": "id", "capacity": "9", "out": "r.html", **typed})
    return read_outcome(name, pd.Series(cells, dtype="str"), request, TODAY)


def remark(outcome, id):
    return next((each for each in outcome.remarks if each.id == id), None)


def proposed(cells, **typed):
    with pytest.raises(Slip) as caught:
        read(cells, **typed)
    with speaking("ja"):
        said = str(caught.value)
    return said.partition("例: ")[2].partition("。")[0]


STATES = ["契約中"] * 80 + ["解約"] * 15 + ["休会"] * 5


def test_each_value_is_told_with_what_it_was_taken_for():
    told = remark(read(STATES, left_is=["解約"]), "left-means")
    assert (
        told.says.ja
        == "「状態」列の「解約」(15行)を「解約した」、「契約中」(80行)、「休会」(5行)を「続けている」とみなしました。"
    )
    assert told.weight is Weight.WARN
    assert "--left-is 休会" in told.way_out.en
    assert "契約中" not in told.way_out.ja


def test_two_values_need_no_check():
    told = remark(read(["はい"] * 10 + ["いいえ"] * 30), "left-means")
    assert "「はい」(10行)" in told.says.ja
    assert told.weight is Weight.NOTE


def test_blanks_are_told_with_what_they_were_said_to_mean():
    told = remark(read(["解約"] * 10 + [""] * 30, blank_is="stayed"), "left-means")
    assert "空欄(30行)を「続けている」" in told.says.ja


def test_unknown_beside_a_named_value_is_not_known():
    cells = [*STATES, *["不明"] * 7]
    assert read(cells, left_is=["解約"]).left.isna().sum() == 7
    assert read(cells, left_is=["解約", "不明"]).left.sum() == 22


@pytest.mark.parametrize(
    ("cells", "option"),
    [
        (STATES, "--left-is 解約"),
        (["契約中"] * 50 + ["退会"] * 9 + ["解約"] * 20 + ["休会"], "--left-is 解約 --left-is 退会"),
        (["契約中"] * 50 + ["解約(自己都合)"] * 9 + ["解約なし"] * 20, '--left-is "解約(自己都合)"'),
        (["active"] * 50 + ["paused"] * 9, "--left-is paused"),
        (["1"] * 50 + ["2"] * 9 + ["3"] * 20, "--left-is 2"),
        (["A"] * 50 + ["B"] * 9, "--left-is B または --left-is A"),
    ],
)
def test_the_likely_value_is_proposed(cells, option):
    assert proposed(cells) == option


def test_where_the_heading_says_who_stayed_the_no_is_proposed():
    assert proposed(["1"] * 50 + ["0"] * 9, name="継続") == "--left-is 0"


def test_who_is_still_a_customer_is_not_taken_for_a_leaver_without_a_word():
    turned = remark(read(STATES, left_is=["契約中"]), "left-says-stayed")
    assert turned.weight is Weight.DANGER
    assert "--left-is 解約" in turned.way_out.en
    assert remark(read(STATES, left_is=["契約中"]), "left-means").way_out is None
    assert remark(read(STATES, left_is=["解約"]), "left-says-stayed") is None


@pytest.mark.parametrize(
    ("cells", "typed", "weight"),
    [
        (["A"] * 51 + ["B"] * 49, {"left_is": ["A"]}, Weight.DANGER),
        (["会員"] * 51 + [""] * 49, {"blank_is": "stayed"}, Weight.DANGER),
        (["yes"] * 51 + ["no"] * 49, {}, Weight.WARN),
        (["2026/4/1"] * 51 + [""] * 49, {}, Weight.WARN),
        (["yes"] * 50 + ["no"] * 50, {}, None),
    ],
)
def test_more_than_half_having_left_is_told(cells, typed, weight):
    outcome = read(cells, **typed)
    told = remark(outcome, "more-than-half-left") or remark(outcome, "left-says-stayed")
    assert (told and told.weight) == weight


def test_a_day_of_leaving_that_lies_ahead_is_told_as_announced():
    cells = ["2026/10/1"] * 20 + ["2026/12/31"] * 5 + [""] * 60
    outcome = read(cells)
    told = remark(outcome, "leaves-later")
    assert outcome.left.sum() == 25
    assert told.weight is Weight.WARN
    assert "2026年12月31日" in told.says.ja
    assert "5行" in told.says.ja
    assert remark(read(["2026/11/22"] * 20 + [""] * 60), "leaves-later") is None, "today has come"


def test_days_that_mostly_lie_ahead_are_the_ends_of_contracts():
    told = remark(read(["2026/10/1"] * 9 + ["2027/3/31"] * 16 + [""] * 60), "leaves-later")
    assert told.weight is Weight.DANGER
    assert "満了" in told.says.ja
