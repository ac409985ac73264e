"""The report's charts: what moved, item by item, and what stands in the way; told apart without colour, and as inline SVG."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from mlcurric.subject.style import INK, LEFT, MACHINE, MUTED, STAYED, use_style
from mlcurric.subject.surveys.forms import MARKED, every_item
from mlcurric.subject.surveys.issues import BY_ID, IssueCount
from mlcurric.subject.surveys.measures import WHOLE, Cell
from mlcurric.subject.surveys.results import Results
from mlcurric.subject.surveys.words import KINDS, mean_in_words, name_of
from mlcurric.text import T, language

_WIDTH = 5.4
"""Inches; little more than a phone is wide, so that its letters stay readable there."""
_CHANGE = T("change in points (dot: mean, line: 95% range)", "変化(点)  点: 平均、線: 95%の幅")
_LONGEST = {"en": 30, "ja": 19}


def draw_moves(results: Results) -> Figure | None:
    """Understanding and motivation of the whole and of each team: the change with its interval; nothing if none is shown."""
    rows: list[tuple[str, Cell]] = []
    for kind in MARKED:
        cells = results.cells.get(kind, {})
        names = [WHOLE, *sorted(set(cells) - {WHOLE})]
        rows += [
            (f"{KINDS[kind]}: {name_of(name)}", cells[name])
            for name in names
            if name in cells and cells[name].move and (name == WHOLE or len(names) > 2)
        ]
    return _forest(rows)


def draw_items(results: Results) -> Figure | None:
    """Each item of the whole that can be compared, the largest change first; nothing if there is none."""
    items = every_item()
    cells = [by_team[WHOLE] for measure, by_team in results.cells.items() if measure in items and WHOLE in by_team]
    cells = sorted((cell for cell in cells if cell.move), key=lambda cell: -cell.move.value if cell.move else 0.0)
    return _forest([(str(items[cell.measure].asks), cell) for cell in cells])


def draw_issues(counts: Sequence[IssueCount]) -> Figure | None:
    """What three people or more named, as a share of those who answered, with Wilson's interval; nothing if there is none."""
    named = [count for count in counts if count.named]
    if not named:
        return None
    ax = _empty(1.1 + 0.42 * len(named))
    at = range(len(named))
    shares = [count.share for count in named]
    ax.barh(
        at, [100 * share.value for share in shares], height=0.62, color=STAYED, edgecolor=INK,
        xerr=[[100 * max(share.value - share.low, 0) for share in shares], [100 * max(share.high - share.value, 0) for share in shares]],
        ecolor=INK, capsize=3,
    )  # fmt: skip
    _name_rows(ax, [f"{BY_ID[count.issue].label}\n{count.says}" for count in named])
    ax.invert_yaxis()
    ax.set_xlim(0, 100)
    ax.xaxis.set_major_formatter(PercentFormatter(decimals=0))
    ax.set_xlabel(
        str(T("share of those who answered (line: 95% range)", "回答者に占める割合(線: 95%の幅)")), fontsize=10
    )
    return ax.figure


def inline_svg(figure: Figure, name: str, says: str) -> str:
    """A figure as SVG that stands inside a page: nothing is fetched, no clock, and its ids are its own.

    Args:
        name: letters only; set before each id, so that two charts on a page do not share one.
        says: what it shows, for a reader who does not see it.
    """
    out = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": name, "svg.fonttype": "path"}):
        figure.savefig(
            out, format="svg", metadata={"Date": None, "Creator": None}, bbox_inches="tight", pad_inches=0.04
        )
    svg = out.getvalue()
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg[svg.index("<svg") :], flags=re.DOTALL)
    svg = re.sub(r'\bid="', f'id="{name}-', svg)
    svg = re.sub(r'(href="|url\()#', rf"\g<1>#{name}-", svg)
    # Its size is the page's affair.
    svg = re.sub(r'^<svg([^>]*?) height="[^"]*"', r"<svg\1", svg)
    svg = re.sub(r'^<svg([^>]*?) width="([\d.]+)pt"', r'<svg\1 style="width:100%;max-width:\2pt"', svg)
    label = says.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return svg.replace("<svg", f'<svg role="img" aria-label="{label}"', 1)


def _empty(height: float) -> Axes:
    use_style()
    return Figure(figsize=(_WIDTH, height), layout="constrained").add_subplot()


def _name_rows(ax: Axes, names: Sequence[str]) -> None:
    # Teams are named in any language, whatever the page speaks.
    fonts = [*mpl.rcParams["font.family"], "IPAexGothic"]
    for tick in ax.set_yticks(range(len(names)), names, fontsize=10, fontfamily=fonts, color=INK):
        # A team may be called “$$$”.
        tick.label1.set_parse_math(False)
    ax.tick_params(axis="y", length=0)


def _forest(rows: Sequence[tuple[str, Cell]]) -> Figure | None:
    if not rows:
        return None
    names = [f"{_wrapped(name)}\n{_from_to(cell)}" for name, cell in rows]
    ax = _empty(0.8 + len(rows) * (0.16 + 0.165 * max(name.count("\n") + 1 for name in names)))
    ax.axvline(0, color=MUTED, lw=1.2)
    for at, (_, cell) in enumerate(rows):
        _change(ax, at, cell)
    _name_rows(ax, names)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ends = [end for _, cell in rows if cell.move for end in (cell.move.low, cell.move.high)]
    ax.set_xlim(min(-0.6, *ends) - 0.2, max(0.6, *ends) + 0.2)
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:+g}".replace("-", "−") if value else "0")
    ax.set_xlabel(str(_CHANGE), fontsize=10)
    return ax.figure


def _change(ax: Axes, at: int, cell: Cell) -> None:
    """Filled where it moved, hollow where that cannot be told."""
    value, low, high = cell.move or (0.0, 0.0, 0.0)
    colour = {1: MACHINE, -1: LEFT, 0: MUTED}[cell.moved]
    ax.errorbar(
        [value], [at], xerr=[[value - low], [high - value]], ls="", marker={1: "o", -1: "s", 0: "o"}[cell.moved], ms=8,
        color=colour, mfc=colour if cell.moved else "white", mec=colour, mew=1.6, elinewidth=2, capsize=4,
    )  # fmt: skip


def _from_to(cell: Cell) -> str:
    text = T("{first} → {last} ({n})", "{first} → {last} ({n}人)")
    people = str(cell.people[0]) if cell.people[0] == cell.people[1] else f"{cell.people[0]}, {cell.people[1]}"
    first, last = (mean_in_words(mean) for mean in cell.sides)
    return str(text.format(first=first, last=last, n=people))


def _wrapped(text: str) -> str:
    """A name in one line, or in two where it is long."""
    most = _LONGEST[language()]
    if len(text) <= most:
        return text
    if language() == "ja":
        # Between phrases, before a bracket, or after a particle.
        ends = [found.end() for found in re.finditer(r"、|[をにはが](?=[^、。)])|(?=\()", text[:most])]
        cut = max(ends, default=most)
        return f"{text[:cut]}\n{text[cut:]}"
    # Two lines of about one length.
    cut = text.rfind(" ", 0, min(most, len(text) // 2 + 7))
    return f"{text[:cut]}\n{text[cut + 1 :]}" if cut > 0 else text
