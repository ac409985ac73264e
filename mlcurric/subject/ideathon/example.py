"""The files of the worked example: a team's afternoon of 21 January 2027, from the first ten minutes to the last survey.

All of it is made up, on the facts of Stages 1 and 2. The files are what the team would have saved, and the surveys what a form
tool would have exported, with the faults that such exports have. They are read by the same readers as anybody's own.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from types import MappingProxyType

from mlcurric.subject.board.files import read_board
from mlcurric.subject.board.model import Board
from mlcurric.subject.surveys.answers import Answers, read_answers
from mlcurric.subject.team.days import EXAMPLE_BEGINS
from mlcurric.subject.team.plan90 import Plan, read_plan
from mlcurric.subject.team.pre_mortem import PreMortem, read_pre_mortem
from mlcurric.subject.team.raci import Raci, read_raci
from mlcurric.subject.team.role_map import RoleMap, read_role_map
from mlcurric.subject.usecases.method_last import MethodLastSheets
from mlcurric.subject.usecases.usecase import UseCaseList
from mlcurric.subject.usecases.workbook import read_method_last, read_use_cases
from mlcurric.text import T, known_language, language

IDEATHON_DAY = EXAMPLE_BEGINS
"""The day of the ideathon, and the first of the plan's 90."""

EXAMPLE: Mapping[str, T] = MappingProxyType(
    {
        "rough": T("the wall after the first ten minutes", "最初の10分の壁"),
        "board": T("the finished Event Storming board", "完成したイベントストーミングのボード"),
        "method-last": T("three problems, worked out with the method last", "手段を最後に考えた、3つの困りごと"),
        "use-cases": T("the scored ML use-case list", "採点ずみのMLユースケース一覧"),
        "role-map": T("the eight roles and who fills them", "8つの役と担当者"),
        "raci": T("who does what, and who answers for it", "実行と説明責任の分担(RACI)"),
        "pre-mortem": T("why it could fail, with the evidence", "失敗の理由と、その証拠"),
        "plan": T("the plan of 30, 60 and 90 days", "30日・60日・90日の計画"),
        "survey-before": T("the survey before Stage 1", "始める前のアンケート"),
        "survey-after-1": T("the survey after Stage 1", "ステージ1のあとのアンケート"),
        "survey-after-2": T("the survey after Stage 2", "ステージ2のあとのアンケート"),
        "survey-after-3": T("the survey after Stage 3", "ステージ3のあとのアンケート"),
    }
)
"""The name of each file, and what it holds."""
SURVEYS: Mapping[int, str] = MappingProxyType(
    {0: "survey-before", 1: "survey-after-1", 2: "survey-after-2", 3: "survey-after-3"}
)
"""The surveys by the stage that they close; 0 is before the first."""
_DATA = resources.files("mlcurric.subject.ideathon") / "data"


def example_file(name: str, lang: str | None = None) -> Path:
    """Where a file of the example stands.

    Args:
        name: one of ``EXAMPLE``.
        lang: ``"en"`` or ``"ja"``; without it the language spoken now.

    Raises:
        ValueError: if there is no such file or language, naming those that there are.
    """
    if name not in EXAMPLE:
        raise ValueError(f"The example has no file {name!r}; it has {', '.join(EXAMPLE)}.")
    return Path(str(_DATA)) / f"{name}.{known_language(lang or language())}.csv"


def example_board(name: str = "board", lang: str | None = None) -> Board:
    """A board of the example: ``"board"``, the finished one, or ``"rough"``, the wall after ten minutes.

    Raises:
        ValueError: if it is no board.
    """
    if name not in ("board", "rough"):
        raise ValueError(f"{name!r} is no board of the example; there are 'board' and 'rough'.")
    return read_board(example_file(name, lang)).board


def example_method_last(lang: str | None = None) -> MethodLastSheets:
    """The three problems of lesson 3-2, worked out with the method last."""
    return read_method_last(example_file("method-last", lang)).sheet


def example_use_cases(lang: str | None = None) -> UseCaseList:
    """The six use cases of lesson 3-3 with their scores."""
    return read_use_cases(example_file("use-cases", lang)).sheet


@dataclass(frozen=True)
class TeamSheets:
    """What the team wrote in lessons 3-4 and 3-5."""

    roles: RoleMap
    raci: Raci
    pre_mortem: PreMortem
    plan: Plan


def example_team(lang: str | None = None) -> TeamSheets:
    """The role map, the RACI table, the pre-mortem and the plan of 90 days."""
    return TeamSheets(
        read_role_map(example_file("role-map", lang), IDEATHON_DAY).sheet,
        read_raci(example_file("raci", lang), IDEATHON_DAY).sheet,
        read_pre_mortem(example_file("pre-mortem", lang), IDEATHON_DAY).sheet,
        read_plan(example_file("plan", lang), IDEATHON_DAY).sheet,
    )


def example_answers(lang: str | None = None) -> Answers:
    """The surveys of three teams (6, 5 and 3 people), before the first stage and after each."""
    return read_answers(*(example_file(name, lang) for name in SURVEYS.values()))


def copy_example(folder: Path, lang: str | None = None) -> list[Path]:
    """Copy the files of the example into a folder, as ``board.csv`` and so on; what stands there is left as it is.

    Args:
        folder: made where it is missing.

    Returns:
        The files that were written.

    Raises:
        ValueError: if there is no such language.
        OSError: if the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in EXAMPLE:
        target = folder / f"{name}.csv"
        if not target.exists():
            shutil.copyfile(example_file(name, lang), target)
            written.append(target)
    return written
