"""A board as a picture of a wall with sticky notes, told apart without colour by the tag in each corner and the kind of edge."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import BinaryIO

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.path import Path

from mlcurric.subject.board.evenly import evened, evenly
from mlcurric.subject.board.kinds import KINDS, Kind
from mlcurric.subject.board.layout import Box, Frame, Wall, lay_out
from mlcurric.subject.board.letters import FONTS, Letters, Style, Traced, Typed, drawable, shortened
from mlcurric.subject.board.model import LAYERS, TO_BE, Board, Note
from mlcurric.subject.board.stretch import Stretch
from mlcurric.subject.board.ties import LONGEST, Ways
from mlcurric.subject.board.votes import shown_dots
from mlcurric.subject.board.words_on_note import fitted
from mlcurric.subject.style import INK, MUTED, use_style
from mlcurric.text import T

A3 = (420 / 25.4, 297 / 25.4)
"""Inches, on its side."""
MARGIN = 0.35
HEAD, LEGEND, LEGEND_ROW = 0.75, 0.95, 0.62
"""Widths of an event above the wall for the title, and below it for the legend."""
_EDGES: Mapping[str, tuple[str, float]] = {
    "event": ("-", 0.8), "hotspot": ("-", 2.2), "actor": (":", 1.2), "command": ("-", 1.7), "policy": ("--", 1.2),
    "system": ("-.", 1.2), "information": (":", 1.2), "constraint": ("--", 1.8), "opportunity": ("-.", 1.8),
    "value": ("-", 0.8), "loss": ("--", 0.8), "ml_step": ("-", 2.6),
}  # fmt: skip
_TILT = -7
_MOST_SIGNS = 1_000
"""Of a text; no paper has room for so many."""
_HALO = 0.07
# Read once: a colour's name is looked up again at every drawing of every part.
_INK, _MUTED = to_rgba(INK), to_rgba(MUTED)
_PAPERS = {kind.id: to_rgba(kind.colour) for kind in KINDS.values()}
_TITLE = T("{title}   ({n} notes)", "{title}   (付箋{n}枚)")
_PART = T("{title}   ({n} of {all} notes)", "{title}   (全{all}枚のうち{n}枚)")
_IN_LEGEND = T("{name} ({paper}): {holds}", "{name}({paper}): {holds}")
_UNTITLED = T("Event Storming board", "イベントストーミングのボード")


@dataclass(frozen=True)
class Drawing:
    """A board drawn on one large sheet.

    Attributes:
        scale: inches to the width of an event.
    """

    figure: Figure
    ax: Axes
    scale: float


def draw_board(board: Board, size: tuple[float, float] = A3) -> Figure:
    """Draw a board on paper of a size in inches, title above and legend below; notes come out as large as they fit."""
    return draw(board, size).figure


def draw(board: Board, size: tuple[float, float], traced: bool = False) -> Drawing:
    """As ``draw_board``, with what whoever cuts the picture into sheets has to know; ``traced`` as in ``drawing_of``."""
    use_style()
    wall, scale = laid_out(board, size)
    return drawing_of(board, wall, size, scale, traced=traced)


def laid_out(board: Board, size: tuple[float, float]) -> tuple[Wall, float]:
    """A board on paper of a size in inches, with its title and legend; and how many inches an event is wide."""
    width, height = (side - 2 * MARGIN for side in size)
    return lay_out(board, width, height, HEAD + LEGEND)


def drawing_of(
    board: Board,
    wall: Wall,
    size: tuple[float, float],
    scale: float,
    marked: Collection[int] = (),
    on_row: int = len(KINDS),
    traced: bool = False,
) -> Drawing:
    """Draw a board that is laid out, from the left edge of its paper.

    Args:
        marked: the numbers of the notes to point out.
        on_row: how many kinds stand in a row of the legend.
        traced: whether letters may be outlines, for a picture of dots.
    """
    with mpl.rc_context({"font.family": FONTS}):
        figure = Figure(figsize=size)
        ax = figure.add_axes((0, 0, 1, 1))
        left, top = MARGIN / scale, MARGIN / scale + HEAD
        ax.set(xlim=(-left, size[0] / scale - left), ylim=(size[1] / scale - top, -top))
        ax.axis("off")
        letters = Traced(ax) if traced else Typed(ax, scale * 72)
        _Wall(ax, letters, board, wall, scale, marked, on_row).draw()
    return Drawing(figure, ax, scale)


def save_drawing(figure: Figure, file: FilePath | BinaryIO, dots_per_inch: float = 150) -> None:
    """Write a drawing at the size of its paper as SVG or PDF, by the ending of its path, else as PNG; the same board, the same file."""
    ending = file.suffix.lower()[1:] if isinstance(file, FilePath) else "png"
    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}
    with mpl.rc_context({"savefig.bbox": "standard", "svg.hashsalt": "board", "font.family": FONTS}):
        figure.savefig(file, format=ending, dpi=dots_per_inch, metadata=undated[ending])


class _Wall:
    """One drawing: where everything goes, and how many points the width of an event has."""

    def __init__(
        self, ax: Axes, letters: Letters, board: Board, wall: Wall, scale: float, marked: Collection[int], on_row: int
    ) -> None:
        self.ax, self.letters, self.board, self.wall = ax, letters, board, wall
        self.marked, self.on_row = marked, on_row
        self.points = scale * 72
        self.papers: list[tuple[Kind, list[tuple[float, float]]]] = []
        # A stretch ties to notes that it does not show.
        self.whole = board.whole if isinstance(board, Stretch) else board

    def draw(self) -> None:
        said = _TITLE if self.whole is self.board else _PART
        title = said.format(
            title=self.board.title or self.board.team or _UNTITLED, n=len(self.board), all=len(self.whole)
        )
        self.write(str(title), 0, -0.45, 0.26, Style(_INK))
        self.bands()
        self.columns()
        for frame in self.wall.frames:
            self.frame(frame)
        self.links()
        self.pivots()
        for note in self.board:
            self.note(note, self.wall.places[note.id])
        self.legend()
        self.stick()
        self.letters.done()

    def write(self, text: str | Sequence[str], x: float, y: float, size: float, style: Style, centred: bool = False, turn: float = 0) -> None:  # fmt: skip
        lines = [" ".join(text.split())] if isinstance(text, str) else text
        self.letters.write(lines, (x, y), size, style, centred, turn)

    def bands(self) -> None:
        for band in self.wall.bands:
            box = band.box
            ahead = band.layer == TO_BE
            self.ax.add_patch(
                Rectangle((box.x, box.y), box.width, box.height, facecolor="#e8f4f5" if ahead else "#f6f4ee",
                          edgecolor=_MUTED, linewidth=1.6 if ahead else 0.5, zorder=0)
            )  # fmt: skip
            name = str(LAYERS[TO_BE]) if ahead else band.name
            if name:
                shown = shortened(drawable(name), (box.width - 0.2) / 0.17)
                self.write(shown, box.x + 0.1, box.y + 0.22, 0.17, Style(_MUTED, 6, halo=True))

    def columns(self) -> None:
        """The number of each place, so that a note can be sent there by its number."""
        tops = {band.strip: min(self._ends(band.strip)) for band in self.wall.bands}
        for at, strip, middle in self.wall.columns:
            self.write(f"@{at:g}", middle, tops[strip] - 0.11, 0.11, Style(_MUTED), centred=True)

    def frame(self, frame: Frame) -> None:
        outline = frame.outline
        self.ax.add_collection(
            LineCollection([[*outline, outline[0]]], colors=[_INK], linewidths=1, linestyles=[(0, (5, 3))], zorder=2),
            autolim=False,
        )
        first = frame.parts[0]
        level = [part.width for part in frame.parts if part.y == first.y]
        shown = shortened(drawable(frame.context), (sum(level) - 0.1) / 0.12)
        self.write(shown, first.x + 0.05, first.y - 0.03, 0.12, Style(_INK, 6, halo=True))

    def links(self) -> None:
        """All ties as one drawing of lines."""
        ways = Ways(self.wall.places)
        lines = [
            Path(ways.between(note.id, end), [Path.MOVETO, Path.CURVE3, Path.CURVE3])
            for note in self.board
            for end in note.links
            # From strip to strip a line would cross half the wall; there the tag on the note says it.
            if end in self.wall.places and not self._far(note, end)
        ]
        self.ax.add_collection(
            PathCollection(lines, facecolors="none", edgecolors=_INK, linewidths=0.9, alpha=0.55, zorder=3),
            autolim=False,
        )

    def pivots(self) -> None:
        """A line down the wall where everything is different afterwards."""
        lines = [
            [(self.wall.places[note.id].centre[0], end) for end in self._ends(self.wall.strips[note.id])]
            for note in self.board
            if note.pivotal
        ]
        self.ax.add_collection(
            LineCollection(lines, colors=[_INK], linewidths=2.4, alpha=0.35, zorder=2.5), autolim=False
        )

    def note(self, note: Note, box: Box) -> None:
        kind = note.of_kind
        if note.id in self.marked:
            self.halo(box, kind)
        self.papers.append((kind, self._corners(box, kind)))
        turn = -_TILT if kind.tilted else 0
        # A tag in the corner, and the words below it.
        tag = 0.105 if box.height > 0.6 else 0.085
        far = [self.whole.notes[end].tag for end in note.links if self._far(note, end)]
        dots = f" {shown_dots(note.dots)}" if note.dots else ""
        corner = f"{note.tag}{' ★' if note.pivotal else ''}{dots}{''.join(f' →{end}' for end in far[:3])}"
        x, y = self._turned(box, 0.06, tag * 0.9, kind)
        self.write(corner, x, y, tag, Style(_INK, alpha=0.8), turn=turn)
        # Cut once, far beyond what has room: it is tried in many sizes. Named signs take room of their own.
        text = drawable(" ".join(note.text.split())[:_MOST_SIGNS])
        lines, size = evenly(text, box.width - 0.12, box.height - tag * 1.6 - 0.04)
        x, y = self._turned(box, box.width / 2, box.height / 2 + tag * 0.55, kind)
        self.write(lines, x, y, size, Style(_INK), centred=True, turn=turn)

    def stick(self) -> None:
        """All papers in one go; each tells its kind by its edge too."""
        edges = [_EDGES[kind.id] for kind, _ in self.papers]
        self.ax.add_collection(
            PolyCollection(
                [corners for _, corners in self.papers], facecolors=[_PAPERS[kind.id] for kind, _ in self.papers],
                edgecolors=[_INK], linestyles=[style for style, _ in edges] or "-",
                linewidths=[weight * self.points / 80 for _, weight in edges], zorder=4,
            ),
            autolim=False,
        )  # fmt: skip

    def halo(self, box: Box, kind: Kind) -> None:
        """A frame around a note that was just changed, to be found at a glance."""
        wide = Box(box.x - _HALO, box.y - _HALO, box.width + 2 * _HALO, box.height + 2 * _HALO)
        self.ax.add_collection(
            PolyCollection(
                [self._corners(wide, kind)], facecolors="white", edgecolors=[_INK], linewidths=2.2, zorder=3.5
            ),
            autolim=False,
        )

    def legend(self) -> None:
        used = used_kinds(self.board)
        if not used:
            return
        step = min(self.wall.width / min(len(used), self.on_row), 2.6)
        top = self.wall.height + 0.28
        words = [str(_IN_LEGEND.format(name=kind.name, paper=kind.paper, holds=kind.holds)) for kind in used]
        size = min(fitted(text, step - 0.62, 0.62)[1] for text in words)
        for at, kind in enumerate(used):
            row, column = divmod(at, self.on_row)
            box = Box(column * step, top + row * LEGEND_ROW, 0.42, 0.42)
            self.papers.append((replace(kind, tilted=False), self._corners(box, replace(kind, tilted=False))))
            self.write(kind.letter, *box.centre, 0.17, Style(_INK), centred=True)
            self.write(evened(words[at], (step - 0.62) / size), box.x + 0.5, box.centre[1], size, Style(_INK))

    def _corners(self, box: Box, kind: Kind) -> list[tuple[float, float]]:
        ends = ((0, 0), (box.width, 0), (box.width, box.height), (0, box.height))
        return [self._turned(box, right, down, kind) for right, down in ends]

    def _turned(self, box: Box, right: float, down: float, kind: Kind) -> tuple[float, float]:
        """A point on the paper, counted from its upper left corner, where the paper may be tilted."""
        if not kind.tilted:
            return box.x + right, box.y + down
        cos, sin = math.cos(math.radians(_TILT)), math.sin(math.radians(_TILT))
        x, y = right - box.width / 2, down - box.height / 2
        return box.centre[0] + cos * x - sin * y, box.centre[1] + sin * x + cos * y

    def _ends(self, strip: int) -> tuple[float, float]:
        """The upper and the lower end of a strip."""
        bands = [band.box for band in self.wall.bands if band.strip == strip]
        return min(box.y for box in bands), max(box.y + box.height for box in bands)

    def _far(self, note: Note, end: int) -> bool:
        """Whether a tie leads to another strip, out of the stretch that is drawn, or too far along the wall."""
        if end not in self.whole.notes:
            return False
        other = self.wall.strips.get(end)
        places = self.wall.places
        return other != self.wall.strips[note.id] or math.dist(places[note.id].centre, places[end].centre) > LONGEST


def used_kinds(board: Board) -> list[Kind]:
    """The kinds that the legend explains."""
    used = {note.kind for note in board.notes.values()}
    return [kind for kind in KINDS.values() if kind.id in used]
