"""Lessons 3-4 and 3-5 in a room that has not typed anything yet: each cell says that the sheet is empty, none prints the story's figures."""

import re
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pandas as pd
import pytest

from mlcurric import subject
from mlcurric.curriculum import content
from mlcurric.subject.ideathon.example import example_team
from mlcurric.subject.ideathon.sheets import TEAM_SHEETS
from mlcurric.subject.roles import ROLES
from mlcurric.text import LANGUAGES, T, speaking

WORDS = {"en": ("empty", "has a number yet", "needs the day"), "ja": ("空", "まだありません")}
BLANK = {name: TEAM_SHEETS[name].begin("", None) for name in ("role-map", "raci", "pre-mortem", "plan")}
CELLS = {
    "roles.data.gaps": "3-4",
    "late(raci.data, weeks)": "3-4",
    "pre_mortem.data.causes": "3-4",
    "team_findings(roles.data": "3-4",
    'plan.data.of("executive")': "3-5",
}


def cell_with(lesson, part):
    (path,) = (content() / "notebooks/source/3-three-months").glob(f"{lesson}-*.md")
    cells = re.findall(r"```\{code-cell\}\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
    (found,) = [cell for cell in cells if part in cell]
    return found


def run(lesson, part, sheets, capsys):
    shown = []
    names = {name: getattr(subject, name) for name in ("a_day", "raci_findings", "team_findings", "working_days")}
    values = {name.replace("-", "_").replace("role_map", "roles"): SimpleNamespace(data=data) for name, data in sheets.items()}  # fmt: skip
    exec(cell_with(lesson, part), {**names, **values, "T": T, "pd": pd, "replace": replace, "timedelta": timedelta, "ROLES": ROLES, "display": shown.append})  # fmt: skip
    return capsys.readouterr().out, shown


@pytest.mark.parametrize(("part", "lesson"), CELLS.items())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_sheet_is_said_to_be_empty(part, lesson, lang, capsys):
    with speaking(lang):
        out, shown = run(lesson, part, BLANK, capsys)
    assert any(word in out for word in WORDS[lang])
    assert shown == []
    assert "≠" not in out


@pytest.mark.parametrize(("part", "lesson"), CELLS.items())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_the_worked_example_nothing_is_said_to_be_empty(part, lesson, lang, capsys):
    with speaking(lang):
        team = example_team(lang)
        sheets = {"role-map": team.roles, "raci": team.raci, "pre-mortem": team.pre_mortem, "plan": team.plan}
        out, shown = run(lesson, part, sheets, capsys)
    assert out
    assert not any(
        word in out for word in ("still empty", *WORDS["en"][1:], "シートがまだ空", "空のシート", "まだありません")
    )
    assert bool(shown) == ("causes" in part)
