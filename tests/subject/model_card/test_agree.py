"""The lines of a card contradict each other in known ways, and only then."""

from datetime import date

import pandas as pd
import pytest

from mlcurric.subject.model_card.agree import disagreements
from mlcurric.text import speaking

GOOD = {
    "trained_until": date(2025, 10, 1),
    "tested_from": date(2026, 1, 1),
    "list_size": 600,
    "capacity": 1_000,
    "hits_of_100": 29,
    "hits_low": 26,
    "hits_high": 33,
    "intended_use": "order customers",
    "not_for": "rate people",
    "who_decides": "Aya's callers",
    "stop_when": "no more leavers than by Aya's points; Daichi, every quarter",
}
WRONG = {
    "trained_after_test": {"trained_until": date(2026, 1, 1)},
    "labels_not_known": {"trained_until": date(2025, 10, 2)},
    "size_nobody": {"list_size": 0},
    "size_over_capacity": {"list_size": 1_001},
    "hits_not_of_100": {"hits_high": 101},
    "hits_turned": {"hits_low": 33, "hits_high": 26},
    "hits_point": {"hits_low": 29, "hits_high": 29},
    "hits_outside": {"hits_of_100": 34},
    "use_is_not_for": {"not_for": " Order  customers."},
    "nobody_decides": {"who_decides": "nobody"},
    "model_decides": {"who_decides": "the model decides"},
    "never_stopped": {"stop_when": "never"},
    "stop_without_number": {"stop_when": "when it is bad"},
}


def test_a_card_that_agrees_has_no_finding_and_what_is_missing_is_not_checked():
    assert list(disagreements(**GOOD)) == []
    assert list(disagreements()) == []
    for name in GOOD:
        assert list(disagreements(**{key: value for key, value in GOOD.items() if key != name})) == []


@pytest.mark.parametrize(("name", "lines"), WRONG.items(), ids=WRONG)
def test_each_contradiction_is_found_alone(name: str, lines: dict):
    (found,) = disagreements(**GOOD | lines)
    assert found.name == name
    assert set(found.lines) <= set(GOOD)
    for lang in ("en", "ja"):
        with speaking(lang):
            assert str(found.says)


def test_the_days_of_pandas_do_as_well_and_the_last_day_there_is_does_not_break_it():
    days = {name: pd.Timestamp(GOOD[name]) for name in ("trained_until", "tested_from")}
    assert list(disagreements(**days)) == []
    (found,) = disagreements(trained_until=date(9999, 11, 30), tested_from=date(9999, 12, 1))
    assert found.name == "labels_not_known"


def test_a_shorter_horizon_needs_less_time_between():
    close = {"trained_until": date(2025, 12, 1), "tested_from": date(2026, 1, 1)}
    assert [found.name for found in disagreements(**close)] == ["labels_not_known"]
    assert list(disagreements(**close, horizon_months=1)) == []


SAID = {
    "model_decides": ["The model.", "the score", "The model: whoever scores 0.5 or more is called", "AI", "モデル", "モデルが決める。", "モデル。スコアが0.5以上なら電話"],
    "nobody_decides": ["Nobody", "no one", "誰もいない", "特になし"],
    "never_stopped": ["Never!", "never: it learns anew every month", "it is never stopped", "止めない", "やめません。", "なし"],
    "stop_without_number": ["when it gets bad", "when the callers complain", "役に立たなくなったら", "悪くなったとき"],
}  # fmt: skip
LINE = {"model_decides": "who_decides", "nobody_decides": "who_decides"}
GOOD_ENDS = [
    "fewer than 20 of 100 left, on 1 October, Daichi looks", "no more leavers than Aya's points find", "below the rule",
    "when it loses to Aya's points twice", "解約者が彩さんの点数以下だったら。大地さんが四半期ごとに", "１００人中２０人を下回ったら",
    "彩さんの点数に負けたら、大地さんが止める",
]  # fmt: skip
GOOD_DECIDERS = [
    "Aya's callers; who differs writes down why", "Aya, not the model", "the model's owner, Rin", "Nobody but Aya",
    "彩さんのチーム", "モデルが出した順を見て、彩さんが決める", "モデルではなく彩さん",
]  # fmt: skip


@pytest.mark.parametrize(("name", "said"), [(name, said) for name, texts in SAID.items() for said in texts])
def test_a_line_that_names_nobody_or_no_end_is_found(name: str, said: str):
    line = LINE.get(name, "stop_when")
    assert [found.name for found in disagreements(**{line: said})] == [name]


@pytest.mark.parametrize("said", GOOD_ENDS)
def test_an_end_that_can_be_counted_stands(said: str):
    assert list(disagreements(stop_when=said)) == []


@pytest.mark.parametrize("said", GOOD_DECIDERS)
def test_a_person_who_decides_stands(said: str):
    assert list(disagreements(who_decides=said)) == []


@pytest.mark.parametrize("blank", ["", " ", "　", "。"])
def test_two_blank_lines_do_not_say_the_same(blank: str):
    assert list(disagreements(intended_use=blank, not_for=blank, who_decides=blank, stop_when=blank)) == []


def test_the_same_use_is_known_in_other_letters_and_marks():
    for one, other in (
        ("Order customers by risk.", "order customers by risk"),
        ("順に並べる", "順に、並べる。"),
        ("ＡＢ", "ab"),
    ):
        assert [found.name for found in disagreements(intended_use=one, not_for=other)] == ["use_is_not_for"]
