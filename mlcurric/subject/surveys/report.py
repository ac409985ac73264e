"""The result report: one page that needs nothing else, for a phone, for A4 and for black and white."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from mlcurric.subject.digits import from_to
from mlcurric.subject.surveys.earlier import HELD, as_kept, told_as_kept
from mlcurric.subject.surveys.forms import MOMENTS, every_item
from mlcurric.subject.surveys.issues import BY_ID
from mlcurric.subject.surveys.measures import WHOLE, Cell
from mlcurric.subject.surveys.own_team import of_own_team
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
    mean_in_words,
    moments,
    name_of,
)
from mlcurric.templates import filled
from mlcurric.text import T, listed

HIDDEN = "–"
_SIGNS = {1: "▲", -1: "▼", 0: ""}
_MOST = T(
    "Named most often as standing in the way: {issues} ({count}).", "困りごとでいちばん多いのは{issues}です({count})。"
)
_MOST_ALIKE = T(
    "Named most often as standing in the way: {issues} ({count} each).",
    "困りごとでいちばん多いのは{issues}です(それぞれ{count})。",
)
_OF_EARLIER = T(
    "What stands in the way is that of the form {at}: the later one is held back.",
    "困りごとは「{at}」のアンケートのものです。そのあとのアンケートは伏せています。",
)


@dataclass(frozen=True)
class Table:
    """One table: what stands above its columns, and its rows; ``note`` stands below each row's name."""

    heads: tuple[object, ...]
    rows: tuple[tuple[object, str, tuple[object, ...]], ...]


def render_report(results: Results, made_on: date, *, product: str = "", own: str = "") -> str:
    """The report as HTML in the language spoken now; nothing is fetched, every text is escaped.

    Args:
        made_on: the date that the page carries.
        product: its title.
        own: the team whose report it is; what it said itself is told beside what all said.
    """
    return filled(
        "mlcurric.subject.surveys",
        "report.html",
        words=WORDS,
        title=product,
        made_on=made_on.isoformat(),
        in_short=results_in_short(results, own),
        kept=as_kept(results.told.counts),
        told=told_as_kept(results.told.told),
        answered=_answered(results),
        moves=_moves(results),
        charts=_charts(results),
        items=_items(results, compared=True),
        levels=_items(results, compared=False),
        issues=_issues(results),
        no_issues=HELD if results.held else WORDS["no_issues" if results.issues else "not_counted"],
        no_texts=HELD if results.held else WORDS["no_texts"],
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


def results_in_short(results: Results, own: str = "") -> list[T]:
    """What the answers say, in a few sentences: what moved, what is named most often as standing in the way, who goes first.

    Args:
        own: the team whose report it is, see ``of_own_team``.
    """
    says = [
        in_short(kind, cells[WHOLE], sum(any(cell.people) for team, cell in cells.items() if team != WHOLE))
        for kind in KINDS
        if (cells := results.cells.get(kind, {})) and WHOLE in cells and not cells[WHOLE].hidden
    ]
    says = [*([HELD] if results.held else []), *says, *of_own_team(results, own)]
    first = next((count for count in results.issues if count.named), None)
    if first:
        alike = [
            BY_ID[count.issue].label for count in results.issues if (count.low, count.high) == (first.low, first.high)
        ]
        says.append((_MOST if len(alike) == 1 else _MOST_ALIKE).format(
            issues=T(_and(f"“{label.en}”" for label in alike), "".join(f"「{label.ja}」" for label in alike)), count=first.says
        ))  # fmt: skip
        if any(stage > results.issues_at[0] for stage in results.held):
            says.append(_OF_EARLIER.format(at=MOMENTS[results.issues_at[0]]))
    return [*says, results.pilot.says] if len(results.teams) > 1 else says


def _and(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


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
        for team in (WHOLE, *(results.teams if len(results.teams) > 1 else ())):
            if team not in cells or not any(cell.first for cell in cells.values()):
                continue
            cell = cells[team]
            if not cell.first or not cell.last:
                told = (HIDDEN, HIDDEN, HIDDEN, HIDDEN)
            else:
                people = " / ".join(dict.fromkeys(map(str, cell.people)))
                change = f"{_SIGNS[cell.moved]} {change_in_words(cell.move)}" if cell.move else HIDDEN
                told = (*(str(mean_in_words(mean, cell.few)) for mean in (cell.first, cell.last)), change, people)
            rows.append((f"{name}: {name_of(team)}", "", told))
    heads = (WORDS["before"], WORDS["after"], WORDS["change_of"], WORDS["people"])
    return Table(heads, tuple(rows)) if rows else None


def _items(results: Results, compared: bool) -> Table | None:
    """The items of the whole: from where to where, or how they stand."""
    asked = every_item()
    rows = [
        (asked[measure].asks, str(moments(cell.stages)), _in_cells(cell))
        for measure, cells in results.cells.items()
        if measure in asked and ((cell := cells[WHOLE]).stages[0] != cell.stages[1]) == compared
    ]
    heads = ("before", "after", "change_of", "people") if compared else ("mean", "range", "people")
    return Table(tuple(WORDS[head] for head in heads), tuple(rows)) if rows else None


def _in_cells(cell: Cell) -> tuple[str, ...]:
    compared = cell.stages[0] != cell.stages[1]
    if not cell.sides:
        return (HIDDEN,) * (4 if compared else 3)
    interval = cell.move if compared else cell.level
    between = HIDDEN
    if interval:
        between = (
            str(change_in_words(interval)) if compared else str(from_to(f"{interval.low:.1f}", f"{interval.high:.1f}"))
        )
    people = " / ".join(dict.fromkeys(map(str, cell.people)))
    means = (str(mean_in_words(mean, cell.few)) for mean in cell.sides)
    return (*means, f"{_SIGNS[cell.moved]} {between}".strip(), people)


def _issues(results: Results) -> list[tuple[T, list[tuple[T, T, T | str]]]]:
    """By group: each issue, and how many named it now and on the first form."""
    earlier = {count.issue: count.says for count in results.issues_before}
    groups: dict[T, list[tuple[T, T, T | str]]] = {}
    for count in results.issues:
        issue = BY_ID[count.issue]
        groups.setdefault(issue.group, []).append((issue.label, count.says, earlier.get(count.issue, HIDDEN)))
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
