"""The story of lesson 3-4 holds: who sat at the table, what a week's delay meets, and whose the gaps are."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from test_story import computed, text_of

from mlcurric.curriculum import content, lesson_path, lessons
from mlcurric.question.rubric import lint
from mlcurric.questions.lesson_3_4.bets import team_bets
from mlcurric.questions.lesson_3_4.raci_table import AWAY as AWAY_IN_EXERCISE
from mlcurric.questions.lesson_3_4.yuki_request import DECISION, GAP_CLOSED, RELEASE_PLAN
from mlcurric.subject import example_board, example_team, raci_findings, team_findings
from mlcurric.subject.roles import ROLES
from mlcurric.text import LANGUAGES, speaking

LESSON = next(lesson for lesson in lessons() if lesson.id == "3-4")
AWAY = {"en": ("Nao", "Takumi"), "ja": ("奈緒", "拓海")}
NOT_INVITED = {"en": {"Yuki", "Daichi"}, "ja": {"由紀", "大地"}}


def page(lang: str) -> str:
    return (content() / "notebooks" / lang / lesson_path(LESSON)).read_text(encoding="utf-8")


@pytest.fixture(params=LANGUAGES)
def team(request):
    with speaking(request.param):
        yield request.param, example_team()


def test_eight_people_sat_there_and_two_roles_are_empty_because_two_were_not_invited(team):
    lang, sheets = team
    board = example_board()
    authors = {board[at].author if isinstance(at, str) else at.author for at in board} - {""}
    assert not authors & NOT_INVITED[lang]
    # The PdM leads, and writes no note.
    assert len(authors | {"PdM"}) == 8
    gaps = {gap.role: gap for gap in sheets.roles.gaps}
    assert set(gaps) == {"project_engineering_manager", "mlops_engineer"}
    assert sheets.roles.pdm_gaps == [gaps["project_engineering_manager"]]
    assert [any(name in gap.how for name in NOT_INVITED[lang]) for gap in gaps.values()] == [True, True]


def test_the_figures_of_the_page_are_those_of_the_sheets():
    sheets = example_team("en")
    hours = sheets.roles.hours
    assert 40 < hours < 50
    assert {f"{hours:g}", str(len(ROLES)), str(len(sheets.roles.gaps))} <= computed("3-4")
    likely = {cause.reason: cause.likely for cause in sheets.pre_mortem.causes}

    def fails(without=None):
        survive = 1.0
        for reason, of_100 in likely.items():
            survive *= 1 if reason == without else 1 - of_100 / 100
        return str(round(100 * (1 - survive)))

    assert {fails(), fails("cooperation"), fails("specialists")} <= computed("3-4")
    assert min(likely, key=likely.get) == "specialists"
    assert max(likely, key=likely.get) == "cooperation"


def test_the_bets_are_settled_as_the_lesson_tells():
    assert {name: one.truth() for name, one in team_bets.statements.items()} == {
        "gaps": False,
        "hours": True,
        "specialists": False,
    }


def test_a_week_late_one_is_away_two_weeks_late_another_three_weeks_nobody(team):
    lang, sheets = team
    met = []
    for weeks in range(4):
        tasks = tuple(replace(task, by=task.by + timedelta(weeks=weeks)) for task in sheets.raci.tasks)
        found = [one for one in raci_findings(replace(sheets.raci, tasks=tasks)) if one.name == "away"]
        met.append({who for who in AWAY[lang] for one in found if who in str(one.says)})
    first, second = AWAY[lang]
    assert met == [set(), {first}, {second}, set()]


def test_the_sheets_of_the_example_agree(team):
    _, sheets = team
    assert team_findings(sheets.roles, sheets.raci, sheets.pre_mortem) == []


def test_what_is_said_to_the_room_is_what_the_sheets_say():
    sheets = example_team("en")
    by = {gap.role: gap.by for gap in sheets.roles.gaps}
    assert by["project_engineering_manager"] == date(2027, 1, 29) == GAP_CLOSED
    assert by["project_engineering_manager"].strftime("%A") == "Friday"
    assert by["mlops_engineer"] == date(2027, 2, 5)
    assert "three hours" in next(gap.how for gap in sheets.roles.gaps if gap.by == GAP_CLOSED)
    assert sheets.plan.of("meeting")[0].day == date(2027, 2, 4)
    remedy = next(cause.action for cause in sheets.pre_mortem.causes if cause.reason == "cooperation")
    assert remedy.startswith("Sato and Aya put letters and calls into one calendar by 29 January")


def test_the_exercise_repeats_the_days_of_the_sheets():
    sheets = example_team("en")
    days = {kind: sheets.plan.of(kind)[0] for kind in ("poc", "executive", "feasible")}
    assert days["poc"].day == date(2027, 3, 8)
    assert days["poc"].until == date(2027, 4, 9)
    assert days["executive"].day == DECISION
    assert days["feasible"].day == RELEASE_PLAN
    (nao,) = sheets.raci.away["Nao"]
    assert (nao,) == AWAY_IN_EXERCISE["nao"]
    (takumi,) = sheets.raci.away["Takumi"]
    assert (takumi.low, takumi.high) == (date(2027, 3, 1), date(2027, 3, 5))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_model_message_is_one_that_the_lint_passes(lang):
    text = re.search(r'ask_yuki = """(.*?)"""', text_of("3-4", f"exercises/solved/{lang}"), re.DOTALL)[1]
    assert lint(text) == []
    assert re.search(r"\b3 hours|週3時間", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_word_for_the_pre_mortem(lang):
    said = {"en": "pre-mortem", "ja": "事前検死"}[lang]
    assert said in page(lang).lower()
    with speaking(lang):
        from mlcurric.subject.team.pre_mortem import TABLE
        from mlcurric.subject.team.words import WORDS

        assert said in str(TABLE.title).lower()
        assert said in str(WORDS["pre_kicker"]).lower()
