"""A decision is scored in money, and the money is always told."""

import pytest

from mlcurric.question.decisions import WITH_DISTINCTION, Earned, NotPossible, decision_question
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Number
from mlcurric.question.question import Misconception, judge
from mlcurric.question.verdict import Status
from mlcurric.text import T, speaking

BEST = 100_000


def finding(decision):
    calls = decision["calls"]
    return "too_many" if calls > 100 else "nobody" if calls == 0 else None


def earns(decision):
    if decision["calls"] > 100:
        raise NotPossible
    profit = 1_000 * decision["calls"]
    return Earned(profit, BEST, profit / BEST)


QUESTION = decision_question(
    name="campaign",
    title=T("Campaign", "施策"),
    points=4,
    form=Fields({"calls": Field(T("calls", "件数"), Number(T("calls", "件"), "10", whole=True))}),
    earns=earns,
    finding=finding,
    misconceptions={
        "too_many": Misconception("too_many", {"calls": 101}, T("Too many.", "多すぎます。")),
        "nobody": Misconception("nobody", {"calls": 0}, T("Nobody.", "ゼロです。")),
    },
    right=T("Well chosen.", "よい決定です。"),
    otherwise=T("Call more.", "もっとかけましょう。"),
    hints=(T("Call more.", "もっと。"),),
    why=T("It pays.", "見合います。"),
    data="none",
)


@pytest.mark.parametrize(
    ("calls", "status", "misconception"),
    [
        (100, Status.PASSED, None),
        (35, Status.PASSED, None),
        (34, Status.FAILED, None),
        (0, Status.FAILED, "nobody"),
        (101, Status.FAILED, "too_many"),
    ],
)
def test_what_passes_is_decided_by_the_money(calls, status, misconception):
    verdict = judge(QUESTION, {"calls": calls})
    assert (verdict.status, verdict.misconception) == (status, misconception)


def test_a_decision_near_the_best_passes_with_distinction():
    assert judge(QUESTION, {"calls": 70}).heading == WITH_DISTINCTION
    assert judge(QUESTION, {"calls": 69}).heading != WITH_DISTINCTION


@pytest.mark.parametrize("calls", [0, 39, 40, 100])
def test_money_and_regret_are_told_whether_it_passes_or_not(calls):
    verdict = judge(QUESTION, {"calls": calls})
    with speaking("en"):
        assert f"really earns ¥{10_000 * round(calls / 10):,}." in verdict.as_text()
        assert f"you leave ¥{100_000 - 10_000 * round(calls / 10):,} of it" in verdict.as_text()
    with speaking("ja"):
        earned = f"{round(calls / 10)}万" if calls else "0"
        assert f"平均して{earned}円" in verdict.as_text()


def test_a_loss_is_told_with_its_sign():
    from mlcurric.question import decisions

    with speaking("en"):
        assert "−¥1,470,000" in str(decisions._in_words(Earned(-1_465_900, 4_245_510, 0)))
    with speaking("ja"):
        assert "−147万円" in str(decisions._in_words(Earned(-1_465_900, 4_245_510, 0)))


def test_what_cannot_be_done_earns_nothing_and_tells_no_money():
    verdict = judge(QUESTION, {"calls": 500})
    with speaking("en"):
        assert verdict.as_text() == "→ Not yet: Too many."
    assert verdict.share == 0
