"""What is typed as decisions is read as it was meant, and what cannot be is said in both languages, the near word with it."""

import re

import pytest

from mlcurric.subject.operations.decisions import DECISIONS, check_month, read_decisions
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, speaking


@pytest.mark.parametrize(
    "typed",
    ["switch off", "Switch Off", " SWITCH  OFF ", "ｓｗｉｔｃｈ　ｏｆｆ", "switch-off", "switch_off", "「switch off」"],
)
@pytest.mark.parametrize("month", [7, "7", " ７ ", 7.0])
def test_case_width_and_quotes_do_not_matter(typed: str, month):
    assert read_decisions({month: typed}, 12) == {7: "switch off"}


@pytest.mark.parametrize("nothing", [None, {}])
def test_nothing_may_be_decided(nothing):
    assert read_decisions(nothing, 12) == {}


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("停止", "switch off"),
        ("停止する", "switch off"),
        ("switch of", "switch off"),
        ("stop", "switch off"),
        ("試行", "trial"),
        ("trail", "trial"),
        ("続ける", "go on"),
        ("切り戻す", "roll back"),
        ("rollback", "roll back"),
        ("再学習", "retrain"),
        ("recalibration", "recalibrate"),
        ("ask Takumi", None),
        ("", None),
        (["trial"], None),
        (None, None),
        (3, None),
    ],
)
def test_a_word_that_is_no_decision_gets_the_near_one_and_all_there_are(typed, near: str | None):
    for lang in LANGUAGES:
        with speaking(lang), pytest.raises(Slip) as error:
            read_decisions({7: typed}, 12)
        with speaking(lang):
            said = str(error.value)
        assert all(f'"{name}"' in said for name in DECISIONS)
        suggested = {"en": r'Did you mean "([^"]+)"', "ja": r'"([^"]+)" でしょうか'}[lang]
        assert re.findall(suggested, said) == ([near] if near else [])


def test_an_empty_word_is_called_empty():
    with speaking("en"), pytest.raises(Slip, match="nothing between the quotes"):
        read_decisions({7: " "}, 12)


@pytest.mark.parametrize("month", [0, 13, -1, "13", "seven", "", 7.5, True, None, float("nan"), (7,), "9" * 500])
def test_there_are_twelve_months(month):
    with speaking("ja"), pytest.raises(Slip) as error:
        read_decisions({month: "trial"}, 12)
    with speaking("ja"):
        assert "月は1〜12です" in str(error.value)


@pytest.mark.parametrize("typed", [7, "trial", (7, "trial"), [7, "trial"], {7, "trial"}, {"trial"}, "", ...])
def test_month_and_decision_are_a_pair(typed):
    for lang in LANGUAGES:
        with speaking(lang), pytest.raises(Slip) as error:
            read_decisions(typed, 12)
        with speaking(lang):
            assert '{7: "trial"}' in str(error.value)


@pytest.mark.parametrize("month", [1, 12, 7.0])
def test_a_month_of_the_year_passes(month):
    check_month(month, 12)
