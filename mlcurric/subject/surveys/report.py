"""The result report: one page that needs nothing else, for a phone, for A4 and for black and white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from mlcurric.subject.digits import from_to
from mlcurric.subject.surveys.forms import MOMENTS, every_item
from mlcurric.subject.surveys.issues import BY_ID
from mlcurric.subject.surveys.measures import WHOLE, Cell
from mlcurric.subject.surveys.pictures import draw_issues, draw_items, draw_moves, inline_svg
from mlcurric.subject.surveys.pilot import RULE
from mlcurric.subject.surveys.results import Results
from mlcurric.subject.surveys.words import (
    KINDS,
    LUCK,
    RESTS,
    WORDS,
    change_in_words,
    in_short,
    moments,
    name_of,
    signed,
)
from mlcurric.templates import filled
from mlcurric.text import T, listed

HIDDEN = "–"
_SIGNS = {1: "▲", -1: "▼", 0: ""}
_MOST_COLUMNS = 6
"""So many teams a table on A4 holds beside the whole."""


@dataclass(frozen=True)
class Table:
    """One table: what stands above its columns, and its rows; ``note`` stands below each row's name."""

    heads: tuple[object, ...]
    rows: tuple[tuple[object, str, tuple[object, ...]], ...]


def render_report(results: Results, made_on: date, *, product: str = "") -> str:
    """The report as HTML in the language spoken now; nothing is fetched, every text is escaped.

    Args:
        made_on: the date that the page carries.
        product: its title.
    """
    return filled(
        "mlcurric.subject.surveys",
        "report.html",
        words=WORDS,
        title=product,
        made_on=made_on.isoformat(),
        in_short=results_in_short(results),
        answered=_answered(results),
        moves=_moves(results),
        charts=_charts(results),
        items=_items(results, compared=True),
        levels=_items(results, compared=False),
        issues=_issues(results),
        issues_at=[MOMENTS[stage] for stage in dict.fromkeys(results.issues_at)],
        pilot=results.pilot.says,
        rule=RULE if len(results.teams) > 1 else None,
        changes=[(change.issue, change.count.says, change.step, change.who) for change in results.changes],
        texts=[(every_item()[item].asks, texts) for item, texts in results.texts.items()],
        kept_back=listed(every_item()[item].asks for item in results.texts_kept_back)
        if results.texts_kept_back
        else None,
        rests=[*RESTS, *_luck(results)],
    )


def results_in_short(results: Results) -> list[T]:
    """What the answers say, in a few sentences: what moved, what most name as standing in the way, who goes first."""
    says = [
        in_short(kind, cells[WHOLE])
        for kind in KINDS
        if (cells := results.cells.get(kind, {})) and WHOLE in cells and not cells[WHOLE].hidden
    ]
    first = next((count for count in results.issues if count.named), None)
    if first:
        says.append(
            T("What most name as standing in the way: {issue} ({count}).", "困りごとでいちばん多いのは「{issue}」です({count})。").format(
                issue=BY_ID[first.issue].label, count=first.says
            )
        )  # fmt: skip
    return [*says, results.pilot.says] if len(results.teams) > 1 else says


def _answered(results: Results) -> Table:
    teams = [*results.teams, WHOLE]
    rows = tuple(
        (MOMENTS[stage], "", tuple(str(counts.get(team, 0)) for team in teams))
        for stage, counts in results.answered.items()
    )
    return Table(tuple(map(name_of, teams)), rows)


def _moves(results: Results) -> Table | None:
    """Understanding and motivation, a row a team."""
    rows = []
    for kind, name in KINDS.items():
        cells = results.cells.get(kind, {})
        for team in (WHOLE, *results.teams):
            if team not in cells or not any(cell.move for cell in cells.values()):
                continue
            cell = cells[team]
            if cell.move is None:
                told = (HIDDEN, HIDDEN, HIDDEN, HIDDEN)
            else:
                people = " / ".join(dict.fromkeys(map(str, cell.people)))
                change = change_in_words(cell.move)
                told = (f"{cell.first:.1f}", f"{cell.last:.1f}", f"{_SIGNS[cell.moved]} {change}", people)
            rows.append((f"{name}: {name_of(team)}", "", told))
    heads = (WORDS["before"], WORDS["after"], WORDS["change_of"], WORDS["people"])
    return Table(heads, tuple(rows)) if rows else None


def _items(results: Results, compared: bool) -> list[Table]:
    """The items, a column for the whole and each team; several tables where there are many teams."""
    asked = every_item()
    measures = [
        measure
        for measure, cells in results.cells.items()
        if measure in asked and (cells[WHOLE].stages[0] != cells[WHOLE].stages[1]) == compared
    ]
    tables = []
    for start in range(0, max(len(results.teams), 1), _MOST_COLUMNS):
        teams = (WHOLE, *results.teams[start : start + _MOST_COLUMNS])
        rows = tuple(
            (
                asked[measure].asks,
                str(moments(cells[WHOLE].stages)),
                tuple(_in_cell(cells.get(team)) for team in teams),
            )
            for measure in measures
            if (cells := results.cells[measure])
        )
        if rows:
            tables.append(Table(tuple(map(name_of, teams)), rows))
    return tables


def _in_cell(cell: Cell | None) -> str:
    if cell is None or cell.hidden or cell.level is None:
        return HIDDEN
    people = "/".join(dict.fromkeys(map(str, cell.people)))
    count = T(f"(n={people})", f"({people}人)")
    if cell.move is None:
        level = from_to(f"{cell.level.low:.1f}", f"{cell.level.high:.1f}")
        return f"{cell.last:.1f} {count}\n{level}"
    move = from_to(signed(cell.move.low), signed(cell.move.high))
    return f"{_SIGNS[cell.moved]}{signed(cell.move.value)} {count}\n{move}\n{cell.first:.1f} → {cell.last:.1f}"


def _issues(results: Results) -> list[tuple[T, list[tuple[T, T, T | str, T | str]]]]:
    """By group: each issue, how many named it now and on the first form, and which teams."""
    earlier = {count.issue: count.says for count in results.issues_before}
    groups: dict[T, list[tuple[T, T, T | str, T | str]]] = {}
    for count in results.issues:
        issue = BY_ID[count.issue]
        row = (
            issue.label,
            count.says,
            earlier.get(count.issue, HIDDEN),
            listed(T(team, team) for team in count.teams) if count.teams else HIDDEN,
        )
        groups.setdefault(issue.group, []).append(row)
    order = list(dict.fromkeys(issue.group for issue in BY_ID.values()))
    return [(group, groups[group]) for group in order if group in groups]


def _charts(results: Results) -> dict[str, Markup]:
    drawn = {"moves": draw_moves(results), "items": draw_items(results), "issues": draw_issues(results.issues)}
    says = {
        "moves": WORDS["moved"],
        "items": WORDS["items"],
        "issues": WORDS["issues"],
    }
    below = T("{title}; the table below has the numbers", "{title}。数字は下の表にあります")
    return {
        # The SVG is our own drawing; texts in it are paths.
        name: Markup(inline_svg(figure, name, str(below.format(title=says[name])))) if figure else Markup("")
        for name, figure in drawn.items()
    }


def _luck(results: Results) -> Sequence[T]:
    n = results.compared
    return [LUCK.format(n=n, by_luck=max(round(n / 20), 1))] if n >= 10 else []
