"""The story of lesson 2-8 holds, and the capstone hears what strangers write into it."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from test_story import LESSONS, computed, text_of

from mlcurric.curriculum import PROSE_NUMBERS, content, lesson_path
from mlcurric.notebook import plan_page, sheet_of_paper
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions import question_set
from mlcurric.questions.lesson_2_8.bets import plan_bets
from mlcurric.questions.lesson_2_8.plan import LEVELS, as_plan, judge_plan
from mlcurric.questions.lesson_2_8.plan_slips import MODEL
from mlcurric.subject import rehearse_osaka, rehearse_plan
from mlcurric.subject.poc.colleagues import COLLEAGUES, SOUND, colleagues_rehearsed
from mlcurric.subject.poc.ground import keyed_ground
from mlcurric.text import LANGUAGES, speak, speaking

QUESTIONS = {question.name: question for question in question_set("2-8").all}
PLAN = QUESTIONS["poc_plan"]
CLEAN = PLAN.form.read(MODEL)


def verdict_on(**changed):
    return judge(PLAN, {**MODEL, **changed})


def test_the_model_answer_is_the_sound_plan_and_that_of_the_exercise():
    plan = as_plan(CLEAN)
    assert {name: getattr(plan, name) for name in plan.__dataclass_fields__} == {
        name: getattr(SOUND, name) for name in SOUND.__dataclass_fields__
    }
    solved = re.search(r"poc_plan = dict\((.*?)\n\)", text_of("2-8", "exercises/solved/en"), re.DOTALL)[1]
    assert eval(f"dict({solved})") == MODEL


def test_the_days_are_the_days_of_the_story():
    # A Monday, the Friday of that week, the Monday after it, and the Monday of the decision.
    assert [day.strftime("%a") for day in (date(2027, 1, 25), SOUND.signed_on, SOUND.starts_on)] == [
        "Mon",
        "Fri",
        "Mon",
    ]
    assert SOUND.decides_on == date(2027, 8, 16)
    # An extension takes as long again.
    assert SOUND.decides_on + timedelta(weeks=SOUND.weeks) == date(2028, 2, 28)
    for lang, day in (("en", "28 February 2028"), ("ja", "2028年2月28日")):
        assert day in "\n".join("".join(cell["source"]) for cell in lesson(lang)["cells"])


def test_the_bets_are_settled_as_the_lesson_counts():
    assert {name: one.truth() for name, one in plan_bets.statements.items()} == {"full": False, "small": True}


def test_the_lesson_and_the_model_note_repeat_what_is_rehearsed():
    found = rehearse_osaka(SOUND)
    go = {world: str(round(100 * share)) for world, share in found.go.items()}
    assert {go["works"], go["nothing"]} <= computed("2-8")
    low, high = (-end / 1e6 for end in reversed(found.typical("nothing", "net")[1:]))
    for lang in LANGUAGES:
        note = text_of("2-8", f"exercises/solved/{lang}").partition('sponsor_note = """')[2]
        for figure in (go["works"], go["nothing"], SOUND.left_alone):
            assert re.search(rf"(?<!\d){int(figure):,}(?!\d)", note), figure
    # “between 4 and 10 million yen”
    assert (round(low), round(high)) == (4, 10)


def test_the_figures_give_each_colleagues_fault_away():
    with speaking("en"):
        table = colleagues_rehearsed()
    works, nothing, harms = (table.iloc[:, column] for column in range(3))
    assert (works - nothing)[["Ken", "Aya"]].abs().max() < 5
    assert harms[["Ken", "Aya"]].min() > 90
    assert works["Rin"] < 80
    assert nothing["Rin"] == 0
    assert nothing[["Mr Sato", "Yuki"]].min() > 10
    # “off by 10 of 100 before anybody calls”; “for a quarter of the money”
    assert round(rehearse_osaka(COLLEAGUES["aya"]).typical("nothing", "first")[0]) == 10
    assert COLLEAGUES["yuki"].cost == SOUND.cost / 4


def test_the_right_option_of_the_quick_check_is_right_by_the_lessons_table():
    # “even from 5 on luck says go in more than 10 of 100, and half of what works is missed”
    go = {key: int(text) for key, text in numbers_of_lesson().items() if key.startswith("go.loc[600]")}
    assert go["go.loc[600].iloc[1]"] > go["go.loc[600].iloc[9]"] > 10
    tables = [
        "".join(output["data"]["text/plain"])
        for cell in lesson("en")["cells"]
        for output in cell.get("outputs", ())
        if "text/plain" in output.get("data", {})
    ]
    row = next(found for table in tables if (found := re.search(r"^600((?: +\d+){10})", table, re.MULTILINE)))
    assert int(row[1].split()[8]) == pytest.approx(50, abs=5)
    assert int(numbers_of_lesson()["go.loc[2400].iloc[8]"]) < 80


def lesson(lang: str) -> dict:
    """The built notebook of the lesson."""
    return json.loads((content() / "notebooks" / lang / lesson_path(LESSONS["2-8"])).read_text(encoding="utf-8"))


def numbers_of_lesson() -> dict[str, str]:
    cells = lesson("en")["cells"]
    cell = next(cell for cell in cells if PROSE_NUMBERS in cell["metadata"].get("tags", ()))
    return json.loads("".join(cell["outputs"][0]["text"]))


def test_the_model_answer_passes_in_worlds_of_others():
    grounds = [keyed_ground(b"a class", "2-8", attempt) for attempt in range(50)]
    found = [rehearse_plan(SOUND, ground) for ground in grounds]
    assert all(one.can_tell for one in found)
    assert np.mean([one.score >= LEVELS[1] for one in found]) >= 0.9
    # Of the slips those that come nearest to passing; the others are told apart by far.
    for slip in ("too_few", "baseline_promise"):
        plan = as_plan(PLAN.form.read(example(slip)))
        assert np.mean([rehearse_plan(plan, ground, runs=60).can_tell for ground in grounds]) <= 0.02


@pytest.mark.parametrize("attempt", range(2))
@pytest.mark.parametrize(
    "slip",
    [
        *("cannot_move", "baseline_off_list", "nobody_to_compare", "by_score", "by_callers", "peeking", "best_group"),
        *("lot_not_kept", "uneven_halves", "go_too_high", "go_too_low"),
    ],
)
def test_a_slip_is_found_in_worlds_of_others(slip: str, attempt: int):
    ground = keyed_ground(b"another class", "2-8", attempt)
    verdict = judge_plan(PLAN.form.read(example(slip)), lambda plan: rehearse_plan(plan, ground))
    assert (verdict.status, verdict.misconception) == (Status.FAILED, slip)


def example(slip: str):
    return next(one for one in PLAN.misconceptions if one.id == slip).wrong_answer()


@pytest.mark.parametrize(
    "changed",
    [
        {"customers": 2_000, "weeks": 26, "cost": 4_500_000},
        {"customers": 2_000, "weeks": 26, "cost": 4_000_000, "smallest_effect": 5.5, "go_from": 3.2},
        {"customers": 1_400, "weeks": 22, "cost": 3_150_000, "smallest_effect": 5.5, "go_from": 3.6, "stop_below": 1.5},
        {"hold_out_of_100": 40, "weeks": 31, "cost": 6_000_000},
        {"hold_out_of_100": 60, "weeks": 25, "cost": 4_320_000},
        {"weeks": 34},
        {"stop_below": 0},
        {"starts_on": "2027/02/08", "signed_on": "２０２７年２月５日"},
        {"signed": ["佐藤さん", "奈緒さん", "健さん", "由紀さん", "凛さん", "大地さん", "拓海さん", "大地さん"]},
        {"metric": "D", "decides": "(c)"},
    ],
    ids=str,
)
def test_there_are_many_good_plans(changed):
    verdict = verdict_on(**changed)
    assert verdict.status is Status.PASSED, verdict.as_text()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"customers": "2,400"}, "customers: “2,400” is in quotes"),
        ({"customers": "many"}, "customers: You typed the text “many”"),
        ({"customers": "２４００"}, "customers: “２４００” is in quotes"),
        ({"customers": 2400.5}, "is not a whole number"),
        ({"customers": -5}, "customers: −5"),
        ({"customers": 31_000}, "30,000 in all"),
        ({"customers": 50, "weeks": 14, "cost": 112_500}, "No threshold tells 5 from nothing often enough"),
        ({"hold_out_of_100": "50%"}, "hold_out_of_100: “50%” is in quotes"),
        ({"hold_out_of_100": 0}, "nobody is left alone"),
        ({"hold_out_of_100": 100}, "nobody is called"),
        ({"weeks": 0}, "weeks: 0. A trial takes time"),
        ({"weeks": -3}, "weeks: −3"),
        ({"weeks": 15}, "At least 28 weeks"),
        ({"go_from": 0}, "go_from: 0"),
        ({"go_from": 9}, "go_from is 9, smallest_effect 5"),
        ({"stop_below": 3}, "stop_below is 3, go_from 3"),
        ({"cost": 100}, "cost: 100 does not fit"),
        ({"starts_on": 2027}, "starts_on:"),
        ({"starts_on": "1 February"}, "starts_on: “1 February” is not written year, month, day"),
        ({"starts_on": "2027-02-30"}, "There is no date"),
        ({"starts_on": "令和9年2月1日"}, "write the year as 2027"),
        ({"starts_on": "R9.2.1"}, "write the year as 2027"),
        ({"starts_on": "2月1日"}, "has no year"),
        ({"signed_on": "2027-08-15"}, "can be moved to suit them"),
        ({"signed": "Ms Mori"}, "signed: Names: 1. Needed: 8"),
        ({"signed": 8}, "signed: You typed 8"),
        ({"signed": "Sato, Nao, Ken, Yuki, Bob, Daichi, Takumi, Daichi"}, "Bob signs as ML engineer"),
        ({"decides": "a"}, "look significant on some Monday"),
        ({"metric": "a"}, "lower the better the calls work"),
        ({"metric": "c"}, "hardly moves with what the calls do"),
        ({"metric": "e"}, "There is no option “e”"),
        ({"left_alone_by": "a"}, "differ before anybody calls"),
        ({"baseline": "d"}, "a promise is no customer"),
        ({"cost": ...}, "Still to fill in: cost"),
        ({"go_form": 3}, "Did you mean “go_from”"),
    ],
)
def test_a_bad_plan_hears_which_line_and_the_way_out(changed, says):
    verdict = verdict_on(**changed)
    with speaking("en"):
        assert says in verdict.as_text()
    assert verdict.status in (Status.FAILED, Status.NOT_ATTEMPTED)
    assert len(verdict.sentences) > 1 or verdict.status is Status.NOT_ATTEMPTED


@pytest.mark.parametrize(
    ("changed", "slip"),
    [
        ({"baseline": "b", "smallest_effect": 8, "go_from": 5.5, "stop_below": 4}, "baseline_elsewhere"),
        ({"baseline": "d", "smallest_effect": 8, "go_from": 7, "stop_below": 4}, "baseline_promise"),
        ({"decides": "b", "smallest_effect": 8, "go_from": 7.5, "stop_below": 6}, "best_group"),
        ({"people_do": "b", "smallest_effect": 8, "go_from": 3}, "lot_not_kept"),
        ({"left_alone_by": "a", "smallest_effect": 8, "go_from": 2.5}, "by_score"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_comparison_that_is_none_does_not_pass_by_a_threshold_that_suits_it(changed, slip):
    answer = {**MODEL, **changed}
    found = rehearse_osaka(as_plan(PLAN.form.read(answer)))
    # The figures alone would do: that is the trap.
    assert found.finds_enough
    assert found.seldom_fooled
    verdict = judge(PLAN, answer)
    assert (verdict.status, verdict.misconception) == (Status.FAILED, slip)
    with speaking("en"):
        assert "The counts would do; but" in verdict.as_text()


def test_a_list_on_which_the_calls_do_not_pay_is_found_beyond_the_table_too():
    long = {"customers": 12_000, "hold_out_of_100": 95, "weeks": 21, "cost": 2_700_000}
    assert verdict_on(**long).misconception == "effect_does_not_pay"


def test_lines_that_are_begun_are_no_answer_yet():
    for lang in LANGUAGES:
        with speaking(lang):
            begun = eval(PLAN.form.template())
        assert PLAN.form.untouched(begun)
        assert judge(PLAN, begun).status is Status.NOT_ATTEMPTED
        assert judge(PLAN, {**begun, "metric": "d"}).status is Status.NOT_ATTEMPTED
        # What was begun is no gift: two roles are open.
        assert verdict_on(**{**MODEL, "signed": begun["signed"]}).misconception == "unsigned"


def test_what_is_told_of_80_and_10_and_the_verdict_agree():
    for go_from in (2.2, 2.3, 2.4, 2.5, 4.0, 4.2, 4.4, 4.5):
        found = rehearse_osaka(as_plan(PLAN.form.read({**MODEL, "go_from": go_from})))
        works, fooled = round(100 * found.go["works"]), round(100 * found.fooled)
        assert found.can_tell == (works >= 80 and fooled <= 10)


def test_a_plan_with_a_hold_out_of_nobody_also_hears_what_the_rehearsal_shows():
    with speaking("en"):
        assert "Carried out 500 times" in verdict_on(hold_out_of_100=0).as_text()


def test_a_line_that_is_missing_is_named():
    verdict = judge(PLAN, {name: value for name, value in MODEL.items() if name != "baseline"})
    assert verdict.status is Status.NOT_ATTEMPTED
    with speaking("en"):
        assert "baseline" in verdict.as_text()


@pytest.fixture
def shown(monkeypatch, tmp_path) -> list[str]:
    """What the notebook shows, with a learner's folder around it."""
    said: list[str] = []
    (tmp_path / "my-work/.mlcurric").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "my-work")
    monkeypatch.setattr(sheet_of_paper, "show", lambda text, html: said.append(text))
    monkeypatch.setattr(plan_page, "show_verdict", lambda verdict: said.append(verdict.as_text()))
    monkeypatch.setattr(plan_page, "show_notice", lambda *sentences: said.append(" ".join(map(str, sentences))))
    monkeypatch.setattr(plan_page, "show_plan", lambda found: said.append("picture"))
    speak("en")
    yield said
    speak(None)


PAGES = Path("my-product")


def test_the_page_is_shown_and_kept_beside_those_of_stage_1(shown):
    plan_page.show_rehearsal(MODEL)
    plan_page.show_plan_page(MODEL)
    assert shown[0] == "picture"
    assert "95 runs of 100" in shown[1]
    assert "2,400" in (PAGES / "poc-plan-osaka.html").read_text(encoding="utf-8")


def test_a_plan_that_is_not_written_yet_says_so_and_one_that_does_not_fit_says_it_on_the_page(shown):
    plan_page.show_rehearsal(dict.fromkeys(MODEL, ...))
    plan_page.show_rehearsal({**MODEL, "customers": 0})
    plan_page.show_plan_page({**MODEL, "cost": "free"})
    assert "Not attempted" in shown[0]
    assert "customers: 0" in shown[1]
    assert "You typed the text “free”" in shown[2]
    plan_page.show_plan_page({**MODEL, "customers": 0})
    assert "cannot stand yet" in (PAGES / "poc-plan-osaka.html").read_text(encoding="utf-8")


def test_a_plan_of_ones_own_takes_its_facts_from_stage_1(shown):
    plan_page.show_own_plan()
    assert "waits for numbers" in shown[-1]
    PAGES.mkdir()
    own = {
        "product": "Reminders", "smallest_effect": "4", "customers": "1,600", "hold_out_of_100": "half",
        "left_alone_by": "a coin", "calls_a_week": "100", "weeks": "10", "cost": "160,000", "go_from": "2.5",
        "stop_below": "0.5", "leave_of_100": "12",
    }  # fmt: skip
    facts = {
        "contact_cost": "200",
        "incentive_cost": "none",
        "value_kept": "9000",
        "currency": "yen",
        "rule_today": "-",
    }
    for lesson, lines in (("2-8", own), ("1-4", facts), ("1-2", {"horizon": "14 days"})):
        (PAGES / f"{lesson}.json").write_text(json.dumps(lines), encoding="utf-8")
    plan_page.show_own_plan()
    assert "picture" in shown
    assert "poc-plan.html" in shown[-1]
    html = (PAGES / "poc-plan.html").read_text(encoding="utf-8")
    assert "Reminders" in html
    assert "¥160,000" in html
    # What is still open has its way out beside the page.
    assert any("Open: metric, baseline, decides, people_do" in each and "Write them" in each for each in shown)


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"metric": "モデルの精度"}, "metric"),
        ({"decides": "毎週見て、よければ実施"}, "decides"),
        ({"customers": "100", "cost": "10,000"}, "customers"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_plan_of_ones_own_that_cannot_tell_hears_which_line_and_the_way_out(changed, line, shown):
    PAGES.mkdir()
    lines = {
        "smallest_effect": "4", "customers": "1,600", "hold_out_of_100": "half", "left_alone_by": "a coin",
        "calls_a_week": "100", "weeks": "10", "cost": "160,000", "go_from": "2.5", "stop_below": "0.5",
        "leave_of_100": "12", "contact_cost": "200", "incentive_cost": "0", "value_kept": "9000", "horizon": "14 days",
        "metric": "no-shows", "baseline": "the hold-out", "decides": "once, at the end", "people_do": "a", "currency": "yen",
    }  # fmt: skip
    (PAGES / "2-8.json").write_text(json.dumps(lines | changed), encoding="utf-8")
    plan_page.show_own_plan()
    told = next(each for each in shown[shown.index("picture") :] if each.startswith((line, "With")))
    assert line in told
    assert len(told.split(". ")) > 1


@pytest.mark.parametrize("lesson", ["2-2", "2-3", "2-8"])
def test_an_estimate_that_the_lesson_settles_says_that_the_answer_follows_below(lesson: str):
    bets = next(one for one in question_set(lesson).all if one.kind == "P")
    typed = {key: value for name in bets.statements for key, value in ((name, "yes"), (f"{name}_sure", 70))}
    says = judge(bets, typed).as_text()
    assert "below" in says
    assert lesson not in says


def test_the_companys_voucher_has_one_name():
    # 特典 is what somebody gives away for a product of their own.
    assert "特典" not in text_of("2-8", "exercises/ja")
    assert "クーポン" in text_of("2-8", "exercises/ja")
    forgotten = verdict_on(cost=1_800_000)
    with speaking("ja"):
        assert forgotten.misconception == "incentive_forgotten"
        assert "特典" not in forgotten.as_text()
