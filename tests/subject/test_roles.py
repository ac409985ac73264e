"""The eight roles, and a team held against them."""

import json

import pytest

from mlcurric.curriculum import content, lesson_path, lessons
from mlcurric.subject import ROLES, roles_in_words
from mlcurric.subject.roles import cover
from mlcurric.text import speaking

TEAM = {"account_manager": "me", "data_scientist": "Ken", "ml_engineer": " ken ", "application_engineer": "結衣"}


def test_a_team_is_split_into_others_mine_and_gaps():
    team = cover(TEAM)
    assert team.mine == ("account_manager",)
    assert set(team.others) == {"data_scientist", "ml_engineer", "application_engineer"}
    assert team.gaps == ("ux_designer", "project_engineering_manager", "mlops_engineer", "infrastructure_engineer")


@pytest.mark.parametrize("name", ["me", "Me", "I", "私", "自分", "ｍｅ"])
def test_oneself_is_recognised(name):
    assert cover({"ux_designer": name}).mine == ("ux_designer",)


@pytest.mark.parametrize("name", ["", " ", "　", ..., None, "...", "nobody", "None", "なし", "未定", "?", "？"])
def test_nobody_is_recognised(name):
    assert "ux_designer" in cover({"ux_designer": name}).gaps


def test_the_words_count_roles_and_people_and_show_the_gaps():
    with speaking("en"):
        words = roles_in_words(TEAM)
        assert words.startswith("4 of 8 roles are filled, by 3 people.")
        assert "Yours: account manager" in words
        assert [str(role.missing) in words for role in ROLES.values()] == [role in cover(TEAM).gaps for role in ROLES]


def test_a_full_team_has_no_gaps_and_an_empty_one_eight():
    with speaking("en"):
        assert len(roles_in_words(dict.fromkeys(ROLES, "Ken")).splitlines()) == 1
        assert "0 of 8" in roles_in_words({})


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_lesson_1_7_says_of_each_role_what_the_library_says(lang):
    lesson = next(lesson for lesson in lessons() if lesson.id == "1-7")
    notebook = json.loads((content() / "notebooks" / lang / lesson_path(lesson)).read_text(encoding="utf-8"))
    cell = next("".join(cell["source"]) for cell in notebook["cells"] if "who = dict(" in "".join(cell["source"]))
    lines = [line.strip() for line in cell.splitlines()]
    for name, role in ROLES.items():
        assert lines[lines.index(f"# {getattr(role.brings, lang)}") + 1].startswith(f"{name}=")
