"""mlcurric.question.verdict: one set of words, two views, in either language."""

import re

import pytest

from mlcurric.question.question import judge
from mlcurric.question.verdict import _COLOURS, LABELS, Status, Verdict, failed
from mlcurric.questions import question_set
from mlcurric.text import T, speaking


def test_both_views_say_the_same_words():
    verdict = failed(T("One.", "一つ。"), T("Two.", "二つ。"), T("Three.", "三つ。"))
    with speaking("en"):
        assert verdict.as_text() == "→ Not yet: One. Two. Three."
        assert "One. Two. Three." in verdict.as_html()
    with speaking("ja"):
        assert verdict.as_text() == "→ もう一歩: 一つ。二つ。三つ。"


def test_what_a_learner_typed_is_escaped():
    verdict = failed(T("{x}", "{x}").format(x="<script>alert(1)</script>"))
    assert "<script>" not in verdict.as_html()
    assert "&lt;script&gt;" in verdict.as_html()


def luminance(colour: str) -> float:
    channels = [int(part, 16) / 255 for part in re.findall("..", colour[1:])]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_label_and_enough_contrast(status):
    ink, ground = _COLOURS[status]
    assert (luminance(ground) + 0.05) / (luminance(ink) + 0.05) >= 7
    assert LABELS[status]
    assert 'role="status"' in Verdict(status, T("a", "あ")).as_html()


def test_an_error_in_a_check_is_ours():
    question = question_set("1-1").find("rule_hits")
    broken = type(question)(**{**vars(question), "check": lambda _: 1 / 0})
    verdict = judge(broken, 4)
    assert verdict.status is Status.ERROR
    with speaking("en"):
        assert "not your mistake" in verdict.as_text()
