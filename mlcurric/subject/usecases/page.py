"""The use-case list and the method-last sheets as pages to print on A4: self-contained, in the language spoken now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mlcurric.subject.board.model import Board
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.usecases.choice import choice_in_words
from mlcurric.subject.usecases.criteria import CRITERIA, MOST, PROBLEM
from mlcurric.subject.usecases.gates import gates_in_words
from mlcurric.subject.usecases.method_last import MethodLast, MethodLastSheets
from mlcurric.subject.usecases.page_words import WORDS
from mlcurric.subject.usecases.scoring import Ranking, points, rank
from mlcurric.subject.usecases.survival import ahead_in_words, survival, survival_in_words
from mlcurric.subject.usecases.unsettled import lacking_in_words, unsettled_in_words
from mlcurric.subject.usecases.usecase import EVEN, MODES, RULE_ENOUGH, UseCase, UseCaseList
from mlcurric.subject.usecases.workbook import METHOD_LAST, USE_CASES
from mlcurric.templates import filled
from mlcurric.text import T, listed

_PACKAGE = "mlcurric.subject.usecases"
_NOTE_SIGNS = 60
_BLANK = 3
"""Sheets that a team begins with: a pair each."""


def render_use_cases(
    cases: UseCaseList, findings: Sequence[LineFinding], made_on: date, board: Board | None = None
) -> str:
    """The list as a page: which comes first and how firmly, the order, what is stopped, and each use case in full.

    Args:
        findings: of ``use_case_findings``; they stand on the page until they are mended. A page for others is made without any.
        made_on: the date that the page carries.
        board: whose notes are quoted where a use case names them.
    """
    ranking = rank(cases)
    return filled(
        _PACKAGE,
        "use-cases.html",
        words=WORDS,
        kicker=WORDS["list"],
        title=cases.title,
        team=cases.team,
        made_on=made_on.isoformat(),
        verdict=use_case_verdict(cases),
        ranking=ranking,
        criteria=CRITERIA,
        problem=PROBLEM,
        weights={name: points(weight) for name, weight in ranking.weights.items()},
        weighted=any(weight != 1 for weight in ranking.weights.values()),
        most=points(ranking.most),
        points=points,
        standing=[each for each in ranking.scored if each.stands],
        unranked=[each for each in ranking.scored if each.is_open],
        stopped=ranking.stopped,
        without_ml=ranking.without_ml,
        choice=choice_in_words(cases),
        reasons={case.id: gates_in_words(case) for case in cases},
        lacking={each.case.id: lacking_in_words(each) for each in ranking.scored if each.is_open},
        could_lead={case.id for case in ranking.could_lead()},
        cards=[each.case for each in ranking.scored],
        heads={column.name: column.heading for column in USE_CASES.columns},
        notes={case.id: _notes(case, board) for case in cases},
        shown={**MODES, **RULE_ENOUGH},
        pips=range(1, MOST + 1),
        findings=findings,
        rests=WORDS["list_rests"],
    )  # fmt: skip


def use_case_verdict(cases: UseCaseList) -> list[T]:
    """Which use case comes first, and how firmly, a sentence each."""
    ranking = rank(cases)
    if not cases:
        return [WORDS["empty"], WORDS["empty_way"]]
    if all(score is None for case in cases for score in case.scores.values()):
        return [WORDS["no_score"], WORDS["no_score_way"]]
    if unsettled := unsettled_in_words(ranking):
        so_far = _so_far(ranking)
        return [unsettled, so_far] if so_far else [unsettled]
    if ranking.winner is None:
        if not ranking.leaders and ranking.without_ml:
            return [WORDS["nothing_ml"], WORDS["nothing_ml_way"]]
        if not ranking.leaders:
            return [WORDS["nothing"], WORDS["nothing_way"]]
        return [_named("level", ranking.leaders), WORDS["level_way"]]
    found = survival(ranking)
    first = T("{first} ({points})", "{first}({points})").format(
        first=_named("first", ranking.leaders), points=_points(ranking, ahead_in_words(found))
    )
    said = [first, *survival_in_words(found)]
    even = rank(cases, EVEN).leaders
    if even != ranking.leaders:
        said.append(WORDS["even"].format(names=", ".join(case.title for case in even)))
    return said


def render_method_last(
    sheets: MethodLastSheets, findings: Sequence[LineFinding], made_on: date, blank: int | None = None
) -> str:
    """The sheets as pages, one sheet of A4 each.

    Args:
        findings: of ``method_last_findings``; each stands on the page of its sheet.
        made_on: the date that the pages carry.
        blank: so many empty sheets to fill in by hand stand behind; without it none, or a few where nothing is filled in.
    """
    if blank is None:
        blank = 0 if sheets else _BLANK
    pages = [*sheets, *(MethodLast(f"M{len(sheets) + n}") for n in range(1, blank + 1))]
    return filled(
        _PACKAGE,
        "method-last.html",
        words=WORDS,
        kicker=WORDS["sheet"],
        title=sheets.title,
        team=sheets.team,
        made_on=made_on.isoformat(),
        sheets=pages,
        filled_in=len(sheets),
        columns={column.name: column for column in METHOD_LAST.columns},
        shown={**MODES, **RULE_ENOUGH},
        modes=MODES,
        enough=RULE_ENOUGH,
        of_sheet={sheet.id: [each for each in findings if each.lines[0].split(".")[0] == sheet.id] for sheet in pages},
        rests=WORDS["sheet_rests"],
    )


def _named(word: str, cases: Sequence[UseCase]) -> T:
    names = ", ".join(case.title for case in cases)
    return WORDS[word].format(name=names, names=names)


def _so_far(ranking: Ranking) -> T | None:
    """Who leads among those that stand already."""
    if not ranking.leaders:
        return None
    return WORDS["so_far"].format(
        names=", ".join(case.title for case in ranking.leaders), points=_points(ranking, None)
    )


def _points(ranking: Ranking, ahead: T | None) -> T:
    total = WORDS["points"].format(total=points(ranking.scored[0].total), most=points(ranking.most))
    return listed([total, ahead]) if ahead else total


def _notes(case: UseCase, board: Board | None) -> list[str]:
    """The notes that a use case names, with the beginning of what they say."""
    if board is None:
        return [case.board] if case.board else []
    quoted = []
    for number in case.notes:
        if note := board.notes.get(number):
            text = " ".join(note.text.split())
            quoted.append(f"{note.tag} {text if len(text) <= _NOTE_SIGNS else text[: _NOTE_SIGNS - 1] + '…'}")
        else:
            quoted.append(f"{number}?")
    return quoted
