"""A list of customers who have stayed already: fewer of them leave by an assumption, and the page says that it is one."""

from dataclasses import replace
from types import SimpleNamespace as Some

import numpy as np
import pytest
from report.findings import NAMES, found

from mlcurric.report.advice.counted import Evidence
from mlcurric.report.contest.model import Model
from mlcurric.report.page.evidence import contest_part
from mlcurric.report.page.maker import Notes
from mlcurric.report.page.parts import first_part, list_part
from mlcurric.report.page.shown import shown as _shown
from mlcurric.report.page.sureness import how_sure
from mlcurric.subject.expectation import Counted
from mlcurric.subject.ranges import Range
from mlcurric.text import T


def of_stayers(share: float = 0.3):
    """Of each “42 of 100 like this leave”; on the list ``share`` is expected, because its customers have stayed."""
    made = found()
    evidence = Some(
        hits=Some(share=share),
        missed=Some(share=0.5),
        fewer=None,
        time=None,
        cut=Range(0.5, 1.0),
        likely=min(share / 0.75, 1),
        next_look=None,
        is_narrow=False,
        are_others=False,
    )
    return replace(made, promise=replace(made.promise, evidence=evidence))


def said(part) -> tuple[str, str]:
    texts = [each.says for each in part.blocks if hasattr(each.says, "en")]
    return "\n".join(each.en for each in texts), "\n".join(each.ja for each in texts)


@pytest.mark.parametrize(
    ("share", "english", "japanese"),
    [
        (0.3, "so fewer of them leave; how many fewer is an assumption", "それより少ない見込み"),
        (0.42, "so fewer of them leave; how many fewer is an assumption", "それより少ない見込み"),
        # Beyond what is assumed it is said what was counted: 42 are no fewer than 60, and 10 are not half of 42.
        (0.6, "more like them left than that. On the other hand, those", "それより多くいました"),
        (0.1, "fewer like them left than that. Besides, those", "それより少なくすみました"),
    ],
)
def test_what_is_assumed_is_not_said_to_have_been_counted(share, english, japanese):
    shown = _shown(of_stayers(share))
    told = said(first_part(shown, (), Notes()))
    assert english in told[0]
    assert ("like them left" in told[0]) == (share in (0.6, 0.1))
    assert "is an assumption (between 50 of 100" in told[0]
    assert f"about {round(100 * share)} of 100" in told[0]
    assert japanese in told[1]
    assert "仮定で" in told[1]
    # Else whoever takes three quarters of 42 comes to another number than 42.
    begins = ("of these 56 of 100 left", "(100人中56人)です。")
    assert [each in twin for each, twin in zip(begins, told, strict=True)] == [share == 0.42] * 2
    assert f"100人中約{round(100 * share)}人" in told[1]


def test_beside_each_customer_stands_the_lowered_number():
    shown = _shown(of_stayers())
    assert shown.rows[0].leave.en == "42 of 100 like this leave; on this list about 30 of 100"
    assert shown.rows[0].leave.ja == "似た人は100人中42人が解約。このリストでは100人中約30人"
    assert shown.rows[0].of_100.ja == "100人中42人(約30人)"
    assert "In brackets" in said(list_part(shown))[0]
    plain = _shown(found())
    assert plain.rows[0].leave.en == "42 of 100 like this leave"
    assert "In brackets" not in said(list_part(plain))[0]


def test_what_came_true_is_said_of_whom_it_was_tried_on():
    made = found()

    def told(kind):
        split = Some(**{**vars(made.split), "listed_kind": kind})
        return said(contest_part(made.contest, split, 300, False, {}, Notes()))

    assert "have stayed already" in told("still here")[0]
    assert "約何人" in told("still here")[1]
    assert "have stayed already" not in told("not yet known")[0]


@pytest.mark.parametrize(("rows", "is_said"), [(1_000, True), (999, False)])
def test_a_rule_made_of_many_rows_says_which_small_groups_it_may_have_missed(rows, is_said):
    for winner in ("rule", "model"):
        made = found(winner)
        split = Some(**{**vars(made.split), "learn": range(rows)})
        told = said(contest_part(made.contest, split, 300, False, {}, Notes()))
        assert ("only three conditions" in told[0]) == (is_said and winner == "rule")
        assert ("3つそろってはじめて" in told[1]) == (is_said and winner == "rule")


def test_the_lowered_numbers_come_to_what_is_expected_of_the_list():
    made = of_stayers()
    risks = np.linspace(0.05, 0.95, len(made.at_risk.rows))
    rows = tuple(replace(row, risk=risk) for row, risk in zip(made.at_risk.rows, risks, strict=True))
    shown = _shown(replace(made, at_risk=replace(made.at_risk, rows=rows)))
    lowered = [int(row.leave.en.rsplit(" ", 3)[1]) for row in shown.rows]
    like_this = [int(row.leave.en.split(" ", 1)[0]) for row in shown.rows]
    assert all(all_who / 2 - 1 <= here <= all_who for all_who, here in zip(like_this, lowered, strict=True))
    assert np.mean(lowered) == pytest.approx(30, abs=0.5)
    assert lowered == sorted(lowered)


@pytest.mark.parametrize(
    ("next_look", "english", "japanese"),
    [
        (0.14, "followed to their next look, fewer left", "それより少なくすみました"),
        (0.5, "no fewer left", "少なくはありませんでした"),
    ],
)
def test_where_stayers_were_followed_it_is_said_what_they_did_and_not_that_the_trial_was_off(
    next_look, english, japanese
):
    """“Where it was tried, fewer like them left” stood below “may be taken at its word”."""
    made = of_stayers(0.12)
    evidence = Some(**{**vars(made.promise.evidence), "cut": Range(0.75, 1.0), "next_look": next_look})
    part = first_part(_shown(replace(made, promise=replace(made.promise, evidence=evidence))), (), Notes())
    assert english in said(part)[0]
    assert japanese in said(part)[1]
    assert "Where it was tried" not in said(part)[0]


def test_the_top_says_fewer_only_where_fewer_were_counted():
    evidence = Evidence(Counted(45, 100), None, None, T("–", "–"), T("–", "–"), next_look=0.51)
    assert not evidence.is_fewer_than(0.49)
    assert replace(evidence, next_look=0.4).is_fewer_than(0.49)
    assert replace(evidence, next_look=None).is_fewer_than(0.49)


@pytest.mark.parametrize("stayed", [False, True])
def test_of_a_narrow_win_it_is_said_that_part_of_it_was_luck(stayed):
    made = of_stayers(0.25)
    tried = made.contest.of_model.precision.value
    evidence = Evidence(
        Counted(25, 100), None, None, T("–", "–"), T("–", "–"), fewer=T("why", "なぜ"),
        cut=Range(0.5, 1.0) if stayed else None, is_narrow=True, are_others=False,
    )  # fmt: skip
    assert evidence.is_fewer_than(tried)
    one = replace(made, promise=replace(made.promise, evidence=evidence))
    top = [(each.en, each.ja) for each in how_sure(one)]
    assert any(
        "only just beat picking at random" in english and "運も混じっている" in japanese for english, japanese in top
    )
    assert any("has stayed already" in english for english, _ in top) == stayed
    told = said(first_part(_shown(one), (), Notes()))
    assert "only just beat" in told[0]
    assert "運も混じっている" in told[1]
    assert "Among those on whom it was tried, fewer" not in told[0]


@pytest.mark.parametrize(
    ("kind", "kind_of_list", "why"),
    [
        (
            "trees",
            "still here",
            ("hangs on the customer’s other values, and everybody was", "組み合わせで意味が変わるうえ"),
        ),
        (
            "trees",
            "not yet known",
            ("what it tells hangs on the customer’s other values.", "組み合わせで、意味が変わる"),
        ),
        ("points", "still here", ("everybody was scored by points learned from other", "本人を除いた顧客から学んで")),
        ("points", "not yet known", None),
    ],
)
def test_how_far_the_points_of_one_value_lie_apart_is_counted_and_why_is_said(kind, kind_of_list, why):
    one = found()
    one.contest.model = Model(None, kind, NAMES)
    one.split.listed_kind = kind_of_list
    first = one.at_risk.rows[0]
    reason = first.codes.reasons[0]
    other = replace(first.codes, reasons=(replace(reason, points=reason.points + 9), *first.codes.reasons[1:]))
    alike = replace(one, at_risk=replace(one.at_risk, rows=(first, replace(first, place=2))))
    assert "The same value" not in said(first_part(_shown(alike), (), Notes()))[0]
    apart = replace(one, at_risk=replace(one.at_risk, rows=(first, replace(first, place=2, codes=other))))
    told = said(first_part(_shown(apart), (), Notes()))
    assert ("on this list by up to 9 points" in told[0]) == (why is not None)
    assert why is None or ("最大9点の差" in told[1] and why[0] in told[0] and why[1] in told[1])
