"""mlcurric.question.estimates: the edges of the scale, what is read as yes, and what the verdict gives away."""

import pytest

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.question.guesses import Guess, as_guesses
from mlcurric.question.plain import Opaque
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.text import T, speaking

_SAME = T("same", "同じ")
TRUTHS = {"a": True, "b": False, "c": True}


def unknown() -> bool:
    raise AssertionError("what is told later must not be computed now")


def bets(*names: str, settled_in: str | None = None, truths=TRUTHS, **options):
    return estimate_question(
        name="bets",
        title=_SAME,
        statements={
            name: Statement(
                T(f"claim {name}", f"主張 {name}"), truth=unknown if settled_in else lambda name=name: truths[name]
            )
            for name in names
        },
        hints=(_SAME,),
        why=_SAME,
        settled_in=settled_in,
        **options,
    )


def typed(**guesses):
    return {
        line: value for name, (says, sure) in guesses.items() for line, value in ((name, says), (f"{name}_sure", sure))
    }


@pytest.mark.parametrize(
    ("sure", "found"),
    [
        (50, None),
        (99, None),
        (49.9, "below_half"),
        (1.5, "below_half"),
        (0, "below_half"),
        (99.5, "certain"),
        (100, "certain"),
        (101, "above_hundred"),
        (1, "fraction"),
        (0.7, "fraction"),
    ],
)
@pytest.mark.parametrize("line", ["a", "b"])
def test_the_edges_of_a_sureness_in_each_statement(line, sure, found):
    verdict = judge(bets("a", "b"), typed(**{"a": ("no", 70), "b": ("no", 70), line: ("no", sure)}))
    assert verdict.misconception == found
    assert (verdict.status is Status.PASSED) == (found is None)
    assert found is None or verdict.seen.en.startswith(f"{line}_sure: ")


def test_a_negative_sureness_is_no_fraction():
    verdict = judge(bets("a"), typed(a=("yes", -70)))
    assert (verdict.status, verdict.misconception) == (Status.FAILED, None)


@pytest.mark.parametrize(
    "value", ["yes", "Yes.", "ＹＥＳ", "y", "True", "true", True, "はい", "はい。", " ○ ", "正しい"]
)
def test_yes_in_any_dress(value):
    assert as_guesses(["a"], bets("a").form.read(typed(a=(value, 80))))["a"] == Guess(True, 80)


@pytest.mark.parametrize("value", ["no", "NO", "n", "False", False, "いいえ", "×", "ｎｏ", "正しくない"])
def test_no_in_any_dress(value):
    assert as_guesses(["a"], bets("a").form.read(typed(a=(value, 80))))["a"] == Guess(False, 80)


@pytest.mark.parametrize("value", ["a", "maybe", "", 1, 0, None, ["yes"], "yes no", Opaque("x")])
def test_what_is_neither_is_said_so(value):
    verdict = judge(bets("a"), typed(a=(value, 80)))
    assert verdict.status is Status.FAILED
    assert "neither yes nor no" in verdict.seen.en


def test_an_open_line_is_not_attempted():
    verdict = judge(bets("a", "b"), typed(a=("yes", 80), b=("no", ...)))
    assert verdict.status is Status.NOT_ATTEMPTED
    assert "b_sure" in verdict.seen.en


@pytest.mark.parametrize("names", ["a", "abc"])
def test_what_is_settled_later_is_noted_and_not_computed(names):
    verdict = judge(bets(*names, settled_in="1-4"), typed(**dict.fromkeys(names, ("yes", 80))))
    assert (verdict.status, verdict.heading.en) == (Status.PASSED, "Noted")
    assert "1-4" in verdict.as_text()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_one_or_two_statements_are_told_each(lang):
    verdict = judge(bets("a", "b"), typed(a=("yes", 60), b=("yes", 90)))
    assert verdict.status is Status.PASSED
    assert "“claim a” is true; you were 60% sure of that." in verdict.seen.en
    assert "“claim b” is false; you were 90% sure of the opposite." in verdict.seen.en
    assert "確信度60%の予想が当たりました" in verdict.seen.ja
    assert "確信度90%の予想がはずれました" in verdict.seen.ja
    with speaking(lang):
        assert verdict.as_text().startswith({"en": "✓ Noted", "ja": "✓ 記録しました"}[lang])


def test_where_the_cells_below_tell_no_lesson_is_named():
    verdict = judge(bets("a", settled_in="1-4", told_below=True), typed(a=("yes", 80)))
    assert "The cells below tell." in verdict.next_step.en
    assert "このあとのセル" in verdict.next_step.ja
    assert "1-4" not in verdict.as_text()


def test_of_more_the_sum_and_every_miss_are_told_the_surest_first():
    verdict = judge(bets("a", "b", "c"), typed(a=("no", 60), b=("yes", 90), c=("yes", 55)))
    assert verdict.seen.en == (
        "1 of 3 is right. “claim b” is false; you were 90% sure of the opposite. "
        "“claim a” is true; you were 60% sure of the opposite."
    )
    assert "meeting" in verdict.expected.en


def test_an_outcome_takes_the_place_of_each_miss():
    def outcome(truths):
        true = "".join(name for name, true in truths.items() if true)
        return T(f"True are {true}.", f"正しいのは {true}。")

    verdict = judge(bets("a", "b", "c", outcome=outcome), typed(a=("no", 60), b=("yes", 90), c=("yes", 55)))
    assert verdict.seen.en == "1 of 3 is right. True are ac."


@pytest.mark.parametrize("settled_in", [None, "1-4"])
def test_a_second_estimate_is_told_that_the_first_counts(settled_in):
    question = bets("a", settled_in=settled_in)
    verdict = judge(question, typed(a=("no", 80)))
    first, now = {"a": Guess(True, 70)}, {"a": Guess(False, 80)}
    changed = question.against_first(verdict, first, now)
    assert "Your first estimate (yes, 70%) counts." in changed.next_step.en
    assert "数えるのは最初の予想(はい、70%)です。" in changed.next_step.ja
    assert ("1-4" in changed.next_step.en) == (settled_in is not None)
    assert "start page" not in changed.next_step.en
    assert question.against_first(verdict, now, now) == question.against_first(verdict, {}, now) == verdict


def test_of_several_estimates_those_that_changed_are_named():
    question = bets("a", "b", settled_in="1-4")
    now = {"a": Guess(True, 70), "b": Guess(False, 80)}
    verdict = judge(question, typed(a=("yes", 70), b=("no", 80)))
    says = question.against_first(verdict, {**now, "b": Guess(True, 60)}, now).next_step
    assert says.en.endswith("Your first estimate counts: b (yes, 60%).")
    assert says.ja.endswith("数えるのは最初の予想です: b(はい、60%)。")
    both = question.against_first(verdict, dict.fromkeys("ab", Guess(False, 55)), now).next_step
    assert both.en.endswith("Your first estimates count: a (no, 55%), b (no, 55%).")


def test_all_right_and_a_cautious_miss_need_no_comfort():
    right = judge(bets("a", "b", "c"), typed(a=("yes", 60), b=("no", 90), c=("yes", 55)))
    assert right.seen.en == "All 3 are right."
    cautious = judge(bets("a", "b", "c"), typed(a=("no", 60), b=("no", 90), c=("yes", 55)))
    assert right.expected is cautious.expected is None


def test_the_truth_is_computed_when_it_is_asked_for():
    truths = {"a": True}
    question = bets("a", truths=truths)
    assert "is true" in judge(question, typed(a=("yes", 60))).seen.en
    truths["a"] = False
    assert "is false" in judge(question, typed(a=("yes", 60))).seen.en


def test_an_error_in_the_truth_is_ours():
    assert judge(bets("a", truths={}), typed(a=("yes", 60))).status is Status.ERROR


@pytest.mark.parametrize("name", ["a_sure", "two words", "1"])
def test_a_name_that_cannot_be_a_line_is_refused(name):
    with pytest.raises(ValueError, match="cannot be the name of a statement"):
        bets(name)


def test_it_earns_nothing():
    question = bets("a", "b")
    assert (question.kind, question.points) == ("P", 0)
    assert question.items == {"a": T("claim a", "主張 a"), "b": T("claim b", "主張 b")}
