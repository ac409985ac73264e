"""The order, its gates, and whether the winner survives a point: by an independent count of every change."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest

from mlcurric.subject.typed import Slip
from mlcurric.subject.usecases.criteria import CRITERIA, LEAST, MOST
from mlcurric.subject.usecases.gates import GATES, closed_gates, gates_in_words, wanted_names
from mlcurric.subject.usecases.scoring import as_weights, rank, read_weights, weights_text
from mlcurric.subject.usecases.survival import survival, survival_in_words
from mlcurric.subject.usecases.usecase import UseCase, UseCaseList
from mlcurric.text import speaking

OPEN = dict(data_now="2年分の問い合わせ", workflow_owner="加藤", sponsor_name="森", who_acts="加藤が返信する", gates="なし", rule_enough="no")  # fmt: skip


def case(id, *scores, **more):
    return UseCase(id, **dict(zip(CRITERIA, scores, strict=True)), **{**OPEN, **more})


def listed(*cases, **more):
    return UseCaseList(cases, **more)


def test_the_sum_orders_and_weights_count():
    cases = listed(case("U1", 5, 3, 3, 3, 3, 3), case("U2", 3, 4, 4, 4, 3, 3))
    assert rank(cases).winner.id == "U2"
    heavy = rank(replace(cases, weights=as_weights({"価値": 3})))
    assert [(each.case.id, each.total, each.place) for each in heavy.scored] == [("U1", 30, 1), ("U2", 27, 2)]
    assert heavy.most == 40


def test_a_tie_is_told_and_places_are_shared():
    tied = rank(listed(case("U1", *[3] * 6), case("U2", *[3] * 6), case("U3", *[2] * 6)))
    assert tied.winner is None
    assert [each.id for each in tied.leaders] == ["U1", "U2"]
    assert [each.place for each in tied.scored] == [1, 1, 3]
    assert survival(tied).winner is None
    assert survival_in_words(survival(tied)) == []


@pytest.mark.parametrize(
    ("change", "gate"),
    [
        ({"sponsor_name": "いない"}, "sponsor"),
        ({"sponsor": 1}, "sponsor"),
        ({"data_now": "データはまだない"}, "data"),
        ({"data_now": "none yet"}, "data"),
        ({"data": 1}, "data"),
        ({"workflow_owner": "未定"}, "owner"),
        ({"who_acts": "nobody"}, "acts"),
        ({"risk": 1}, "harm"),
        ({"rule_enough": "yes"}, "rule"),
        ({"gates": "法務の同意が先"}, "own"),
    ],
)
def test_each_gate_stops_whatever_the_sum(change, gate):
    good = case("U1", *[5] * 6)
    stopped = replace(good, **change)
    assert closed_gates(good) == ()
    assert closed_gates(stopped) == (gate,)
    found = rank(listed(stopped, case("U2", *[2] * 6)))
    assert found.winner.id == "U2"
    assert found.of("U1").place is None
    assert gates_in_words(stopped)
    assert GATES[gate].way_out


def test_what_the_team_wrote_is_quoted_at_its_gate():
    with speaking("ja"):
        assert str(gates_in_words(case("U1", *[3] * 6, gates="法務の同意が先"))[0]) == "止める条件: 法務の同意が先"
        # An empty cell does not stop: nobody has said that there is none; a 1 says it.
        assert gates_in_words(case("U1", *[3] * 6, sponsor_name="")) == []
        assert str(gates_in_words(case("U1", *[3] * 6, sponsor_name="いない"))[0]) == "スポンサーがいない"
        assert str(gates_in_words(case("U1", *[3] * 5, 1, sponsor_name=""))[0]) == "スポンサーがいない"


def test_who_is_not_wholly_scored_stands_in_no_order_but_may_still_come_first():
    cases = listed(case("U1", *[4] * 6), case("U2", 5, 5, 5, 5, 3, None), case("U3", 2, 2, 2, 2, 2, None))
    found = rank(cases)
    assert found.winner.id == "U1"
    assert found.of("U2").missing == ("sponsor",)
    assert [each.id for each in found.could_lead()] == ["U2"]


def test_an_empty_list_and_a_list_that_is_stopped_have_no_leader():
    for cases in (listed(), listed(case("U1", *[5] * 6, sponsor_name="いない"))):
        assert rank(cases).leaders == ()
        assert survival(rank(cases)).winner is None


def topplings(cases):
    """Every change of one score, and of two, by a point, ranked anew: which of them topple, none of whose parts does."""
    winner = rank(cases).winner.id
    moves = [
        (each.id, name, score + by)
        for each in cases
        for name, score in each.scores.items()
        if score is not None
        for by in (-1, 1)
        if LEAST <= score + by <= MOST
    ]

    def topples(changes):
        changed = cases
        for id, name, to in changes:
            changed = changed.put(replace(changed[id], **{name: to}))
        found = rank(changed)
        return found.winner is None or found.winner.id != winner

    singles = {move for move in moves if topples([move])}
    pairs = {
        frozenset(pair)
        for pair in combinations([move for move in moves if move not in singles], 2)
        if pair[0][:2] != pair[1][:2] and topples(pair)
    }
    return singles, pairs


def as_moves(topple):
    return frozenset((change.case.id, change.criterion, change.to) for change in topple.changes)


@pytest.mark.parametrize("seed", range(8))
def test_survival_finds_what_ranking_anew_finds(seed):
    rng = np.random.default_rng(seed)
    names = ["森", "いない", "森"]
    cases = listed(
        *(
            case(f"U{n}", *(int(score) for score in rng.integers(1, 6, 6)), sponsor_name=names[int(rng.integers(3))])
            for n in range(1, 4)
        ),
        case("U9", 4, 4, 3, 4, 4, int(rng.integers(2, 5))),
        weights=as_weights({"value": 2, "data": "0.5"}),
    )
    if rank(cases).winner is None:
        pytest.skip("nobody leads alone in this world")
    singles, pairs = topplings(cases)
    found = survival(rank(cases))
    assert {next(iter(as_moves(topple))) for topple in found.singles} == singles
    assert {as_moves(topple) for topple in found.pairs} == pairs


@pytest.mark.parametrize("empty", ["workflow_owner", "sponsor_name", "who_acts"])
def test_a_name_that_is_wanted_stops_nothing_and_is_ranked_once_it_is_there(empty):
    cases = listed(case("U1", *[5] * 6, **{empty: " "}), case("U2", *[2] * 6))
    found = rank(cases)
    assert closed_gates(cases["U1"]) == ()
    assert list(wanted_names(cases["U1"])) == [name for name, gate in GATES.items() if gate.cell == empty]
    assert (found.of("U1").place, found.winner.id) == (None, "U2")
    assert [each.id for each in found.could_lead()] == ["U1"]
    assert rank(cases.put(replace(cases["U1"], **{empty: "加藤"}))).winner.id == "U1"


def test_data_that_nobody_has_named_are_no_reason_to_leave_out_a_use_case_whose_data_are_scored():
    found = rank(listed(case("U1", *[5] * 6, data_now=""), case("U2", *[2] * 6)))
    assert found.winner.id == "U1"


def test_halves_are_added_and_moved_as_far_as_the_scale_goes():
    cases = listed(case("U1", 4.5, 4, 4, 4, 4, 4), case("U2", 4.5, 4, 4, 4, 4, 3.5))
    found = rank(cases)
    assert (found.winner.id, found.of("U1").total) == ("U1", Fraction(49, 2))
    firm = survival(found)
    assert firm.ahead == Fraction(1, 2)
    # Half a point is left above 4.5, and that is enough to be level.
    assert ("U2", "value", 5) in {next(iter(as_moves(topple))) for topple in firm.singles}


@pytest.mark.parametrize("more", [{}, {"value": 4.5, "sponsor_name": ""}])
def test_nothing_is_firm_while_one_that_lacks_a_score_or_a_name_may_come_first(more):
    cases = listed(case("U1", *[4.5] * 6), replace(case("U2", None, 5, 5, 5, 5, 5), **more), case("U3", *[1.5] * 6))
    found = survival(rank(cases))
    assert (found.winner.id, [each.id for each in found.unsettled]) == ("U1", ["U2"])
    assert not found.of_one
    with speaking("ja"):
        (said,) = survival_in_words(found)
        assert "固さは、まだわかりません(U2 も" in str(said)


def test_one_that_lacks_a_score_counts_with_a_5_where_it_cannot_come_first():
    cases = listed(case("U1", 5, 5, 5, 5, 4, 4), case("U2", *[2] * 6), case("U3", None, 5, 4, 4, 4, 5))
    assert survival(rank(cases)).of_one is False
    far = listed(case("U1", 5, 5, 5, 5, 4, 4), case("U2", *[2] * 6), case("U3", None, 2, 2, 2, 2, 2))
    assert survival(rank(far)).of_two


def test_who_stands_alone_is_not_called_firm():
    found = survival(rank(listed(case("U1", *[4] * 6), case("U2", *[5] * 6, gates="法務"))))
    with speaking("ja"):
        assert [str(each) for each in survival_in_words(found)] == [
            "順位に入っているのは「U1」だけです。比べる相手がいないので、固い1位とは言えません。"
        ]
    with speaking("en"):
        assert "stays first" not in str(survival_in_words(found)[0])


def test_one_two_and_none_are_told_apart():
    first = case("U1", *[4] * 6)
    by_one = survival(rank(listed(first, case("U2", 4, 4, 4, 4, 4, 3))))
    assert not by_one.of_one
    assert by_one.in_favour() == {"U2": 12}
    assert all(topple.shares and [each.id for each in topple.leaders] == ["U1", "U2"] for topple in by_one.singles)
    by_two = survival(rank(listed(first, case("U2", 4, 4, 4, 4, 3, 3))))
    assert (by_two.of_one, by_two.of_two) == (True, False)
    never = survival(rank(listed(first, case("U2", 4, 4, 4, 3, 3, 3))))
    assert never.of_two
    assert (by_one.ahead, by_two.ahead, never.ahead) == (1, 2, 3)
    with speaking("ja"):
        assert "固くありません" in str(survival_in_words(by_one)[0])
        assert "2つ同時" in str(survival_in_words(by_two)[0])
        assert "どの2つ" in str(survival_in_words(never)[0])


def test_a_point_may_close_the_winners_gate_or_open_a_rivals():
    closes = survival(rank(listed(case("U1", 5, 5, 2, 5, 5, 5), case("U2", *[2] * 6))))
    assert [str(topple.says.en) for topple in closes.singles] == ["U1 data 2→1: then U2 is first"]
    opens = survival(rank(listed(case("U1", *[3] * 6), case("U2", 5, 5, 1, 5, 5, 5))))
    assert [str(topple.says.en) for topple in opens.singles] == ["U2 data 1→2: then U2 is first"]
    alone = survival(rank(listed(case("U1", 5, 5, 2, 5, 5, 5))))
    assert [str(topple.says.ja) for topple in alone.singles] == ["U1のデータ 2→1 → 作ってよいものがなくなる"]


@pytest.mark.parametrize(
    "text", ["value 2, data 1.5", "価値=2、データ:１．５", "価値×2 ・ データ 1.5倍", "Value: 2; data: 1.5"]
)
def test_weights_are_read_as_people_write_them(text):
    weights = read_weights(text)
    assert (weights["value"], weights["data"], weights["risk"]) == (2, Fraction(3, 2), 1)
    assert read_weights(weights_text(weights)) == weights


@pytest.mark.parametrize(
    "text", ["beauty 2", "value lots", "value 101", "value 0, feasibility 0, data 0, workflow fit 0, risk 0, sponsor 0"]
)
def test_weights_that_are_none_get_a_sentence(text):
    with pytest.raises(Slip):
        read_weights(text)
