"""The sheets and surveys of the worked example: clean in every check, twins, and with the surprises that lessons tell."""

import re
from dataclasses import fields
from datetime import timedelta

import pytest

from mlcurric.subject.ideathon.example import (
    IDEATHON_DAY,
    SURVEYS,
    example_answers,
    example_board,
    example_file,
    example_method_last,
    example_team,
    example_use_cases,
)
from mlcurric.subject.sheets import read_sheet
from mlcurric.subject.surveys.results import find_results
from mlcurric.subject.team.about_plan import plan90_findings
from mlcurric.subject.team.about_raci import raci_findings
from mlcurric.subject.team.about_reasons import pre_mortem_findings
from mlcurric.subject.team.about_roles import role_map_findings
from mlcurric.subject.team.days import working_days
from mlcurric.subject.team.plan90 import read_plan
from mlcurric.subject.team.pre_mortem import read_pre_mortem
from mlcurric.subject.team.raci import read_raci
from mlcurric.subject.team.role_map import read_role_map
from mlcurric.subject.team.together import team_findings
from mlcurric.subject.usecases.contradictions import use_case_findings
from mlcurric.subject.usecases.method_findings import method_last_findings
from mlcurric.subject.usecases.method_last import from_cells
from mlcurric.subject.usecases.scoring import rank
from mlcurric.subject.usecases.survival import survival
from mlcurric.subject.usecases.usecase import YES
from mlcurric.subject.usecases.workbook import read_method_last, read_use_cases
from mlcurric.text import LANGUAGES, speaking

both = pytest.mark.parametrize("lang", LANGUAGES)
READERS = {
    "method-last": read_method_last,
    "use-cases": read_use_cases,
    "role-map": read_role_map,
    "raci": read_raci,
    "pre-mortem": read_pre_mortem,
    "plan": read_plan,
}


@both
@pytest.mark.parametrize("name", READERS)
def test_a_sheet_is_read_without_a_fault(name, lang):
    with speaking(lang):
        assert READERS[name](example_file(name, lang)).faults == ()


@both
def test_nothing_is_found_in_the_sheets(lang):
    board, team = example_board(lang=lang), example_team(lang)
    found = [
        *method_last_findings(example_method_last(lang), board),
        *use_case_findings(example_use_cases(lang), board),
        *role_map_findings(team.roles),
        *raci_findings(team.raci),
        *pre_mortem_findings(team.pre_mortem),
        *plan90_findings(team.plan),
        *team_findings(team.roles, team.raci, team.pre_mortem, team.plan),
    ]
    assert [str(finding.says) for finding in found] == []


@pytest.mark.parametrize("name", READERS)
def test_the_twins_have_their_lines_and_filled_cells_alike(name):
    english, japanese = (read_sheet(example_file(name, lang)) for lang in LANGUAGES)
    assert [[bool(cell) for cell in row] for _, row in english.rows] == [
        [bool(cell) for cell in row] for _, row in japanese.rows
    ]


def test_the_twins_have_the_same_scores_links_days_and_letters():
    english, japanese = (example_use_cases(lang) for lang in LANGUAGES)
    assert [(case.id, case.scores, case.urgency, case.importance, case.notes) for case in english] == [
        (case.id, case.scores, case.urgency, case.importance, case.notes) for case in japanese
    ]
    english, japanese = (example_team(lang) for lang in LANGUAGES)
    assert [(step.kind, step.day, step.until) for step in english.plan.steps] == [
        (step.kind, step.day, step.until) for step in japanese.plan.steps
    ]
    assert [list(task.marks.values()) for task in english.raci.tasks] == [
        list(task.marks.values()) for task in japanese.raci.tasks
    ]


@both
def test_the_winner_leads_by_one_point_and_any_one_of_its_scores_topples_it(lang):
    ranking = rank(example_use_cases(lang))
    found = survival(ranking)
    assert found.winner.id == "U1"
    assert found.ahead == 1
    assert not found.of_one
    assert set(found.in_favour()) == {"U2"}


@both
def test_the_highest_sum_is_stopped_by_the_data_and_one_is_done_by_a_rule(lang):
    scored = {each.case.id: each for each in rank(example_use_cases(lang)).scored}
    assert max(scored.values(), key=lambda each: each.total).case.id == "U5"
    assert scored["U5"].closed == ("data",)
    assert scored["U4"].closed == ("rule",)
    assert [id for id, each in scored.items() if not each.stands] == ["U5", "U4"]


@both
def test_the_three_sheets_grew_into_lines_of_the_list(lang):
    cases = {case.notes: case for case in example_use_cases(lang)}
    sheets = list(example_method_last(lang))
    assert len(sheets) == 3
    assert [sheet.rule_enough for sheet in sheets].count(YES) == 1
    for sheet in sheets:
        (case,) = [case for notes, case in cases.items() if set(sheet.notes) <= set(notes)]
        for name in ("output", "who_acts", "rule_enough", "mode"):
            assert getattr(case, name) == getattr(sheet, name), name


def test_a_sheet_has_no_empty_line():
    for sheet in example_method_last("ja"):
        assert all(getattr(sheet, each.name) for each in fields(from_cells({}, "M1")) if each.name != "more")


@both
def test_two_seats_are_empty_and_one_is_the_pdms(lang):
    roles = example_team(lang).roles
    assert [seat.role for seat in roles.gaps] == ["project_engineering_manager", "mlops_engineer"]
    assert [seat.role for seat in roles.pdm_gaps] == ["project_engineering_manager"]


@both
def test_the_plan_fills_its_ninety_days(lang):
    plan = example_team(lang).plan
    assert plan.start == IDEATHON_DAY
    assert plan.ends == IDEATHON_DAY + timedelta(days=90)
    assert all(plan.by_phase.values())
    (decision,) = plan.of("executive")
    assert all(gift.day < decision.day for gift in plan.of("viable", "usable", "feasible"))
    pytest.importorskip("jpholiday")
    assert working_days(plan.start, plan.ends) == 62


@both
def test_the_surveys_have_the_faults_of_form_tools_and_are_read(lang):
    answers = example_answers(lang)
    assert answers.stages == tuple(SURVEYS)
    people = {team: sum(each.team == team and each.stage == 0 for each in answers.responses) for team in answers.teams}
    assert sorted(people.values()) == [3, 5, 6]
    # The column of addresses in each file, one person twice, one without the word of before; all others are read as they stand.
    assert len(answers.faults) == len(SURVEYS) + 2
    assert sum(fault.fault.lost for fault in answers.faults) == 1


def test_the_japanese_exports_come_in_three_encodings():
    starts = {example_file(name, "ja").read_bytes()[:2] for name in SURVEYS.values()}
    assert {b"\xef\xbb", b"\xff\xfe"} < starts
    assert "合い言葉" in example_file("survey-after-1", "ja").read_bytes().decode("cp932")


def test_the_twins_answer_alike():
    english, japanese = (example_answers(lang).responses for lang in LANGUAGES)
    assert [(each.stage, each.marks, each.issues) for each in english] == [
        (each.stage, each.marks, each.issues) for each in japanese
    ]


@both
def test_support_goes_first(lang):
    results = find_results(example_answers(lang))
    assert [team.casefold() for team in results.pilot.chosen] == [{"en": "support", "ja": "サポート"}[lang]]
    moved = {cell.team for cell in results.cells["motivation"].values() if cell.move and cell.move.low > 0}
    assert moved == {"", *results.pilot.chosen}


@both
def test_the_sheets_do_not_contradict_each_other_where_they_say_the_same(lang):
    """What a stranger found who read all of them: the sorted notes, and how sales hears of a move."""
    board = example_board(lang=lang)
    sheets = {sheet.id: sheet for sheet in example_method_last(lang)}
    cases = {case.id: case for case in example_use_cases(lang)}
    notes, move = sheets["M2"], sheets["M3"]
    assert notes.data == cases["U3"].data_now
    # October's forty are sorted, and no other.
    assert re.search("40 (?:notes|件を)|40件を", notes.by_hand)
    assert re.search("only the 40 of October are sorted|分類ずみは10月の40件だけ", notes.data)
    hears = {"en": "cancel", "ja": "解約"}[lang]
    for text in (move.by_hand, cases["U4"].as_is, board.notes[30].text):
        assert hears in text
    assert not re.search("by chance|偶然", move.by_hand)


@both
def test_nothing_in_the_pre_mortem_had_not_happened_yet(lang):
    """The sheet is of 16:30, the sponsor comes at 16:50 and only then says anything about a day."""
    causes = {cause.reason: cause for cause in example_team(lang).pre_mortem.causes}
    sponsor = causes["sponsor"]
    assert re.search("comes at 16:50|16時50分から", sponsor.speaks_for)
    assert not re.search("15 April|4月15日", sponsor.speaks_for + sponsor.speaks_against)
    # She rang in the break, as lesson 3-1 tells.
    assert re.search("In the break she rang|休憩中に、森さんのほうから電話", sponsor.speaks_against)


@both
def test_who_was_not_invited_and_stands_on_the_map_has_agreed(lang):
    seat = next(seat for seat in example_team(lang).roles.seats if seat.role == "infrastructure_engineer")
    assert re.search("agreed by telephone|電話で承諾", seat.note)


def test_one_word_for_the_side_of_the_business():
    assert {note.role for note in example_board(lang="ja")} == {"業務", "開発", "研究・デザイン"}
