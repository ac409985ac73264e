"""What the files of an ideathon say to each other: each finding fires where it should, and the example keeps still."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mlcurric.subject.ideathon.across import noticed_in
from mlcurric.subject.ideathon.contents import read_contents
from mlcurric.subject.ideathon.example import IDEATHON_DAY, copy_example
from mlcurric.subject.ideathon.noticed import Gravity
from mlcurric.subject.usecases.carrying import with_sheets
from mlcurric.subject.usecases.method_last import MethodLast
from mlcurric.subject.usecases.usecase import UseCaseList


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ideathon")
    copy_example(folder, "ja")
    return read_contents(folder, IDEATHON_DAY)


def put(contents, name, sheet):
    return replace(contents, files={**contents.files, name: replace(contents.files[name], sheet=sheet)})


def with_plan(contents, kind, **values):
    steps = [replace(step, **values) if step.kind == kind else step for step in contents.plan.steps]
    return put(contents, "plan", replace(contents.plan, steps=tuple(steps)))


def told(contents, *files, **more):
    found = noticed_in(contents, more.pop("day", IDEATHON_DAY), **more)
    return [each for each in found if set(each.files) == set(files)]


def test_a_use_case_that_names_a_note_which_is_not_there(example):
    cases = example.cases.put(replace(example.cases["U1"], board="H8 E999"))
    assert any("999" in each.says.ja for each in told(put(example, "use-cases", cases), "use-cases.csv"))


def test_a_plan_that_builds_what_the_list_has_stopped(example):
    found = told(with_plan(example, "poc", what="U5を試す"), "plan.csv", "use-cases.csv")
    assert [each.gravity for each in found] == [Gravity.WRONG]
    assert "U5" in found[0].says.ja


def test_a_plan_that_builds_another_than_the_first(example):
    found = told(with_plan(example, "poc", what="過去の返事(U2)を試す"), "plan.csv", "use-cases.csv")
    assert [each.gravity for each in found] == [Gravity.ASKS]
    assert "U2" in found[0].says.ja
    assert "U1" in found[0].says.ja


@pytest.mark.parametrize("what", ["最初の30日を試す", "Ｕ１を試す", "U1とU2を比べる", "U11 は型番です"])
def test_a_plan_that_names_the_first_or_none_is_silent(example, what):
    assert told(with_plan(example, "poc", what=what), "plan.csv", "use-cases.csv") == []


def unmarked(cases):
    return replace(cases, cases=tuple(replace(case, chosen="") for case in cases))


def test_a_gift_of_another_case_than_the_chosen_one_is_asked_about(example):
    swapped = example.cases.put(replace(example.cases["U1"], chosen="runner-up"))
    swapped = put(example, "use-cases", swapped.put(replace(example.cases["U2"], chosen="chosen")))
    both = with_plan(with_plan(swapped, "poc", what="U2を試す"), "viable", what="最初の30日を欲しい10人")
    (found,) = [each for each in told(both, "plan.csv", "use-cases.csv") if "10人" in each.says.ja]
    assert found.says.ja == "計画の「最初の30日を欲しい10人」はU1 最初の30日のものですが、選んだのはU2 過去の返事です。"


def test_a_choice_that_nobody_marked_or_explained_is_asked_for(example):
    none = told(put(example, "use-cases", unmarked(example.cases)), "use-cases.csv")
    assert [each.says.ja for each in none] == ["どれを選んだかが、書かれていません。"]
    bare = example.cases.put(replace(example.cases["U1"], decided_by="", look_again=""))
    says = [each.says.ja for each in told(put(example, "use-cases", bare), "use-cases.csv")]
    assert says == [
        "U1 最初の30日を選んだ「決め手」が書かれていません。",
        "U1 最初の30日を「見直す日」が決まっていません。",
    ]
    both = example.cases.put(replace(example.cases["U2"], chosen="chosen"))
    says = [each.says.ja for each in told(put(example, "use-cases", both), "use-cases.csv")]
    assert says == ["2件に「選んだ」の印があります(U1 最初の30日、U2 過去の返事)。"]
    stopped = unmarked(example.cases).put(replace(example.cases["U5"], chosen="chosen", decided_by="x", look_again="3/12"))  # fmt: skip
    (found,) = told(put(example, "use-cases", stopped), "use-cases.csv")
    assert found.gravity is Gravity.WRONG


def test_a_plan_may_start_what_a_rule_is_enough_for(example):
    chosen = unmarked(example.cases).put(replace(example.cases["U4"], chosen="chosen", decided_by="x", look_again="3/12"))  # fmt: skip
    built = with_plan(put(example, "use-cases", chosen), "poc", what="U4のルールを動かす")
    assert not [each for each in told(built, "plan.csv", "use-cases.csv") if "止ま" in each.says.ja]


def test_a_tie_that_the_plan_leaves_open(example):
    cases = unmarked(example.cases.put(replace(example.cases["U2"], sponsor=3)))
    found = told(put(example, "use-cases", cases), "plan.csv", "use-cases.csv")
    assert ["U1" in each.says.ja and "U2" in each.says.ja for each in found] == [True]
    built = with_plan(put(example, "use-cases", cases), "poc", what="U2を試す")
    assert told(built, "plan.csv", "use-cases.csv") == []


def test_a_trial_although_nothing_may_be_built(example):
    stopped = example.cases
    for case in example.cases:
        stopped = stopped.put(replace(case, sponsor_name="まだいない"))
    assert len(told(put(example, "use-cases", stopped), "plan.csv", "use-cases.csv")) == 1


def test_two_sponsors(example):
    other = put(example, "plan", replace(example.plan, sponsor="村上部長"))
    assert [each.gravity for each in told(other, "plan.csv", "use-cases.csv")] == [Gravity.WRONG]
    same = put(example, "plan", replace(example.plan, sponsor="森さん"))
    assert told(same, "plan.csv", "use-cases.csv") == []


def test_the_owner_of_the_workflow_has_no_line_in_the_plan(example):
    cases = example.cases.put(replace(example.cases["U1"], workflow_owner="中野"))
    assert ["中野" in each.says.ja for each in told(put(example, "use-cases", cases), "plan.csv", "use-cases.csv")] == [True]  # fmt: skip


def test_an_owner_who_is_not_on_the_role_map(example):
    assert any(
        "小林" in each.says.ja for each in told(with_plan(example, "poc", owner="小林"), "plan.csv", "role-map.csv")
    )


def test_somebody_who_watches_and_is_not_on_the_role_map(example):
    causes = tuple(replace(cause, watcher="小林") for cause in example.pre_mortem.causes)
    found = told(put(example, "pre-mortem", replace(example.pre_mortem, causes=causes)), "pre-mortem.csv", "role-map.csv")  # fmt: skip
    assert ["小林" in each.says.ja for each in found] == [True]


def test_an_owner_who_was_not_there(example):
    other = with_plan(example, "poc", owner="小林")
    assert any("付箋" in each.says.ja for each in told(other, "plan.csv"))
    there = ("佐藤", "加藤さん", "奈緒", "健", "凛", "拓海")
    assert told(example, "plan.csv", present=there) == []
    assert ["加藤" in each.says.ja for each in told(example, "plan.csv", present=("佐藤", "奈緒", "健", "凛", "拓海"))] == [True]  # fmt: skip
    # Where hardly anybody's name was taken down, nobody is said to be missing.
    anonymous = put(example, "board", replace(example.board, notes={n: replace(note, author="") for n, note in example.board.notes.items()}))  # fmt: skip
    assert told(with_plan(anonymous, "poc", owner="小林"), "plan.csv") == []


@pytest.mark.parametrize(("days", "count"), [(-1, 1), (0, 0), (14, 0), (15, 1)])
def test_when_the_plan_begins(example, days, count):
    # Only what the day of the ideathon has to say; the plan's own dates are another's.
    day = IDEATHON_DAY - timedelta(days=days)
    assert len(told(example, "plan.csv", day=day)) == count


def test_a_next_meeting_that_is_over(example):
    found = told(with_plan(example, "meeting", day=IDEATHON_DAY), "plan.csv")
    assert [each.gravity for each in found] == [Gravity.WRONG]


def test_a_sheet_of_another_team(example):
    found = told(put(example, "raci", replace(example.raci, team="経理チーム")), "raci.csv")
    assert ["経理チーム" in each.says.ja for each in found] == [True]
    assert told(example, "raci.csv", team="解約防止") == []
    # Seven sheets of one other team are told once, with all their names.
    (once,) = (each for each in noticed_in(example, IDEATHON_DAY, "営業部") if "営業部" in each.says.ja)
    assert once.files[0] == "board.csv"
    assert {"raci.csv", "plan.csv"} < set(once.files)


def test_a_sheet_that_became_no_use_case(example):
    sheets = example.method_last
    first = replace(sheets.sheets[0], board="H10")
    other = put(example, "method-last", replace(sheets, sheets=(first, *sheets.sheets[1:])))
    assert ["H10" in each.says.ja for each in told(other, "method-last.csv", "use-cases.csv")] == [True]


def test_a_sheet_without_a_note_that_became_no_use_case(example):
    sheets = example.method_last
    new = MethodLast("M9", whose="経理の田中さん", by_hand="毎月20件を2時間で写す", output="請求書の下書き")
    other = put(example, "method-last", replace(sheets, sheets=(*sheets.sheets, new)))
    assert ["M9" in each.says.ja for each in told(other, "method-last.csv", "use-cases.csv")] == [True]


@pytest.mark.parametrize(
    ("change", "says"),
    [({"value": None}, "「価値」の点がまだです"), ({"sponsor_name": ""}, "名前を書けば、順位に入ります")],
)
def test_an_order_that_is_not_settled_yet(example, change, says):
    cases = example.cases.put(replace(example.cases["U1"], **change))
    found = told(put(example, "use-cases", cases), "use-cases.csv")
    assert any(says in each.says.ja for each in found)
    far = example.cases.put(replace(example.cases["U6"], value=None, feasibility=1, data=2))
    assert not any("まだ決まりません" in each.says.ja for each in told(put(example, "use-cases", far), "use-cases.csv"))


@pytest.mark.parametrize(
    ("change", "says"), [({"rule_enough": "yes"}, "「ルールで足りる」"), ({"ml": "なし"}, "「なし」")]
)
def test_a_first_place_that_leaves_nothing_to_learn(example, change, says):
    sheets = example.method_last
    of_first = [
        replace(each, **change) if set(each.notes) & set(example.cases["U1"].notes) else each for each in sheets
    ]
    other = put(example, "method-last", replace(sheets, sheets=tuple(of_first)))
    (found,) = told(other, "use-cases.csv", "method-last.csv")
    assert "1位のU1" in found.says.ja
    assert says in found.says.ja


def test_the_gravest_comes_first(example):
    other = with_plan(put(example, "raci", replace(example.raci, team="経理チーム")), "meeting", day=date(2027, 1, 20))
    gravities = [each.gravity for each in noticed_in(other, IDEATHON_DAY)]
    assert gravities == sorted(gravities)
    assert Gravity.WRONG in gravities
    assert Gravity.ASKS in gravities


def test_every_finding_says_the_way_out_in_both_languages(example):
    other = with_plan(put(example, "raci", replace(example.raci, team="経理チーム")), "poc", what="U5", owner="小林")
    for each in noticed_in(other, IDEATHON_DAY, "営業部"):
        for text in (each.says, each.way_out):
            assert text.en.strip()
            assert text.ja.strip()
            assert "{" not in text.en + text.ja


def test_a_sheet_that_was_mended_after_the_list_had_been_begun_is_told_with_the_line_that_still_says_the_old_text(
    example,
):
    begun = with_sheets(UseCaseList(), example.method_last)
    both = put(example, "use-cases", begun)
    assert told(both, "use-cases.csv", "method-last.csv") == []
    sheets = [replace(sheet, data="まだ何もない") if sheet.id == "M2" else sheet for sheet in example.method_last]
    later = put(both, "method-last", replace(example.method_last, sheets=tuple(sheets)))
    (found,) = told(later, "use-cases.csv", "method-last.csv")
    assert (
        found.says.ja
        == "一覧ができたあとで M2 が直されました。U2の次の列が、前のまま(または空欄)です: いまあるデータ。"
    )
    assert found.says.en == (
        "M2 was changed after the list had been begun; U2 still has the old text, or none, under data there are today."
    )
    mended = begun.put(replace(begun["U2"], data_now="まだ何もない"))
    assert told(put(later, "use-cases", mended), "use-cases.csv", "method-last.csv") == []


def test_an_empty_cell_for_which_a_sheet_has_words_is_told_of_a_list_typed_by_hand_too(example):
    cases = example.cases.put(replace(example.cases["U3"], who_acts=""))
    (found,) = told(put(example, "use-cases", cases), "use-cases.csv", "method-last.csv")
    assert found.says.en.startswith("M2 says more than U3 ")
    assert found.says.en.endswith(", which has nothing under who acts on it.")
