"""What the front page says besides the first place: the difference of the first two, and what is stopped."""

from dataclasses import replace

import pytest

from mlcurric.subject.ideathon.example import example_use_cases
from mlcurric.subject.usecases.usecase import UseCaseList
from mlcurric.text import LANGUAGES, speaking
from mlcurric.workshop.beside_first import beside_first


def said(cases, lang="ja"):
    with speaking(lang):
        return [str(sentence) for sentence in beside_first(cases)]


def test_of_the_example_it_tells_what_separates_the_two_and_that_the_highest_sum_is_stopped():
    assert said(example_use_cases("ja")) == [
        "U1とU2を比べると: U1が上なのは価値4対3、スポンサーの本気度4対2。U2が上なのはデータ4対3、業務へのなじみ5対4。",
        "機械学習なしで始めるもの(ルールで足ります): U4 リーダーの異動",
        "合計によらず止めたもの: U5 更新の特別価格(24点で1位より高い。データがない)。",
    ]
    assert said(example_use_cases("en"), "en") == [
        "U1 or U2? For U1 speak: value 4:3, sponsor's will 4:2. For U2 speak: data 4:3, workflow fit 5:4.",
        "To start without ML, a rule is enough: U4 The leader moves.",
        "Stopped, whatever the sum: U5 A price of one's own (24, more than the first: no data).",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nothing_is_stopped_and_the_two_are_twins_it_is_silent(lang):
    first = next(iter(example_use_cases(lang)))
    assert said(UseCaseList((first, replace(first, id="U2"))), lang) == []
    assert said(UseCaseList(()), lang) == []
    assert said(UseCaseList((first,)), lang) == []


def test_a_stopped_one_that_is_not_wholly_scored_is_not_held_against_the_first():
    cases = {case.id: case for case in example_use_cases("ja")}
    half = replace(cases["U5"], value=None)
    assert "1位より高い" not in said(UseCaseList((cases["U1"], half)))[-1]


def test_many_that_are_stopped_are_counted():
    first, *_, price, _ = example_use_cases("ja")
    many = tuple(replace(price, id=f"U{n}") for n in range(10, 17))
    assert "ほか3件" in said(UseCaseList((first, *many)))[-1]
