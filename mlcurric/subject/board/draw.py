"""A board as a picture of a wall with sticky notes, told apart without colour by the tag in each corner and the kind of edge."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import BinaryIO

import matplotlib as mpl
import matplotlib.patheffects as effects
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, get_font
from matplotlib.patches import Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from mlcurric.subject.board.kinds import KINDS, Kind
from mlcurric.subject.board.layout import Box, Wall, lay_out
from mlcurric.subject.board.model import LAYERS, TO_BE, Board, Note
from mlcurric.subject.board.words_on_note import LEADING, fitted, wrapped
from mlcurric.subject.style import INK, MUTED, use_style
from mlcurric.text import T

A3 = (420 / 25.4, 297 / 25.4)
"""Inches, on its side."""
FONTS = ("IPAexGothic", "DejaVu Sans")
"""Notes are written in any language, whatever the page speaks."""
MARGIN = 0.35
HEAD, LEGEND, LEGEND_ROW = 0.75, 0.95, 0.62
"""Widths of an event above the wall for the title, and below it for the legend."""
_EDGES: Mapping[str, tuple[str, float]] = {
    "event": ("-", 0.8), "hotspot": ("-", 2.2), "actor": (":", 1.2), "command": ("-", 0.8), "policy": ("--", 1.2),
    "system": ("-.", 1.2), "information": (":", 1.2), "constraint": ("--", 1.8), "opportunity": ("-.", 1.8),
    "value": ("-", 0.8), "loss": ("-", 0.8), "ml_step": ("-", 2.6),
}  # fmt: skip
_TILT = -7
_BEND = 0.06
_HALO = 0.07
# Read once: a colour's name is looked up again at every drawing of every part.
_INK, _MUTED = to_rgba(INK), to_rgba(MUTED)
_PAPERS = {kind.id: to_rgba(kind.colour) for kind in KINDS.values()}
_TITLE = T("{title}   ({n} notes)", "{title}   (付箋{n}枚)")
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


def draw(board: Board, size: tuple[float, float]) -> Drawing:
    """As ``draw_board``, with what whoever cuts the picture into sheets has to know."""
    use_style()
    width, height = (side - 2 * MARGIN for side in size)
    wall = lay_out(board, width / height)
    return drawing_of(board, wall, size, room_for(wall, width, height))


def drawing_of(
    board: Board,
    wall: Wall,
    size: tuple[float, float],
    scale: float,
    marked: Collection[int] = (),
    on_row: int = len(KINDS),
) -> Drawing:
    with mpl.rc_context({"font.family": FONTS}):
        figure = Figure(figsize=size)
        ax = figure.add_axes((0, 0, 1, 1))
        left, top = (size[0] / scale - wall.width) / 2, MARGIN / scale + HEAD
        ax.set(xlim=(-left, size[0] / scale - left), ylim=(size[1] / scale - top, -top))
        ax.axis("off")
        _Wall(ax, board, wall, scale, marked, on_row).draw()
    return Drawing(figure, ax, scale)


def room_for(wall: Wall, width: float, height: float) -> float:
    """Inches to the width of an event, where a wall with its title and legend has a room of a size in inches."""
    return min(width / wall.width, height / (wall.height + HEAD + LEGEND))


def save_drawing(figure: Figure, file: FilePath | BinaryIO, dots_per_inch: float = 150) -> None:
    """Write a drawing at the size of its paper as SVG or PDF, by the ending of its path, else as PNG; the same board, the same file."""
    ending = file.suffix.lower()[1:] if isinstance(file, FilePath) else "png"
    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}
    with mpl.rc_context({"savefig.bbox": "standard", "svg.hashsalt": "board", "font.family": FONTS}):
        figure.savefig(file, format=ending, dpi=dots_per_inch, metadata=undated[ending])


class _Wall:
    """One drawing: where everything goes, and how many points the width of an event has."""

    def __init__(self, ax: Axes, board: Board, wall: Wall, scale: float, marked: Collection[int], on_row: int) -> None:
        self.ax, self.board, self.wall, self.marked, self.on_row = ax, board, wall, marked, on_row
        self.points = scale * 72

    def draw(self) -> None:
        title = _TITLE.format(title=self.board.title or _UNTITLED, n=len(self.board))
        self.write(str(title), 0, -0.45, 0.26, _INK)
        self.bands()
        self.columns()
        for frame in self.wall.frames:
            self.frame(frame.box, frame.context)
        self.links()
        for note in self.board:
            self.note(note, self.wall.places[note.id])
        self.legend()

    def write(self, text: str, x: float, y: float, size: float, colour: str, **more: object) -> None:
        shown = _drawable(text)
        # One font is looked up in half the time of two, and nearly always does.
        family = FONTS[0] if _signs(FONTS[0]).issuperset(map(ord, shown.replace("\n", ""))) else FONTS
        self.ax.text(
            x, y, shown, fontsize=size * self.points, color=colour, va="center", parse_math=False, family=family, **more
        )

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
                self.write(name, box.x + 0.1, box.y + 0.22, 0.17, _MUTED, zorder=6)

    def columns(self) -> None:
        """The number of each place, so that a note can be sent there by its number."""
        tops = {band.strip: min(self._ends(band.strip)) for band in self.wall.bands}
        for at, strip, middle in self.wall.columns:
            self.write(f"@{at:g}", middle, tops[strip] - 0.11, 0.11, _MUTED, ha="center")

    def frame(self, box: Box, context: str) -> None:
        self.ax.add_patch(
            Rectangle((box.x, box.y), box.width, box.height, fill=False, edgecolor=_INK, linewidth=1, linestyle=(0, (5, 3)), zorder=2)
        )  # fmt: skip
        paint = [effects.withStroke(linewidth=3, foreground="white")]
        self.write(context, box.x + 0.05, box.y - 0.03, 0.12, _INK, zorder=6, path_effects=paint)

    def links(self) -> None:
        """All ties as one drawing of lines, each a little bent, so that two of them can be told apart."""
        lines = []
        for note in self.board:
            for end in note.links:
                # From strip to strip a line would cross half the wall; there the tag on the note says it.
                if end in self.wall.places and not self._far(note, end):
                    (x0, y0), (x1, y1) = self.wall.places[note.id].centre, self.wall.places[end].centre
                    bend = (x0 + x1) / 2 + _BEND * (y1 - y0), (y0 + y1) / 2 - _BEND * (x1 - x0)
                    lines.append(Path([(x0, y0), bend, (x1, y1)], [Path.MOVETO, Path.CURVE3, Path.CURVE3]))
        self.ax.add_collection(
            PathCollection(lines, facecolors="none", edgecolors=_INK, linewidths=0.9, alpha=0.55, zorder=3),
            autolim=False,
        )

    def note(self, note: Note, box: Box) -> None:
        kind = note.of_kind
        turned = Affine2D().rotate_deg_around(*box.centre, _TILT if kind.tilted else 0) + self.ax.transData
        if note.id in self.marked:
            self.halo(box, turned)
        self.paper(box, kind, turned)
        if note.pivotal:
            self.ax.plot(
                [box.centre[0]] * 2,
                self._ends(self.wall.strips[note.id]),
                color=_INK,
                linewidth=2.4,
                alpha=0.35,
                zorder=2.5,
            )
        tilt = {"rotation": -_TILT if kind.tilted else 0}
        # A tag in the corner, and the words below it.
        tag = 0.105 if box.height > 0.6 else 0.085
        far = [self._tag(end) for end in note.links if self._far(note, end)]
        corner = f"{note.tag}{' ★' if note.pivotal else ''}{''.join(f' →{end}' for end in far[:3])}"
        self.write(corner, *self._turned(box, 0.05, tag * 0.75, kind), tag, _INK, zorder=5, alpha=0.8, **tilt)
        lines, size = fitted(note.text, box.width - 0.12, box.height - tag * 1.6 - 0.04)
        middle = box.height / 2 + tag * 0.55
        x, y = self._turned(box, box.width / 2, middle, kind)
        self.write("\n".join(lines), x, y, size, _INK, ha="center", zorder=5, linespacing=LEADING, **tilt)

    def paper(self, box: Box, kind: Kind, transform: object) -> None:
        style, weight = _EDGES[kind.id]
        self.ax.add_patch(
            Rectangle((box.x, box.y), box.width, box.height, facecolor=_PAPERS[kind.id], edgecolor=_INK, linestyle=style,
                      linewidth=weight * self.points / 80, transform=transform, zorder=4)
        )  # fmt: skip

    def halo(self, box: Box, transform: object) -> None:
        """A frame around a note that was just changed, to be found at a glance."""
        self.ax.add_patch(
            Rectangle((box.x - _HALO, box.y - _HALO), box.width + 2 * _HALO, box.height + 2 * _HALO, facecolor="white",
                      edgecolor=_INK, linewidth=2.2, transform=transform, zorder=3.5)
        )  # fmt: skip

    def legend(self) -> None:
        used = used_kinds(self.board)
        if not used:
            return
        step = min(self.wall.width / min(len(used), self.on_row), 2.6)
        top = self.wall.height + 0.28
        words = [f"{kind.name}: {kind.holds}" for kind in used]
        size = min(fitted(text, step - 0.62, 0.62)[1] for text in words)
        for at, kind in enumerate(used):
            row, column = divmod(at, self.on_row)
            box = Box(column * step, top + row * LEGEND_ROW, 0.42, 0.42)
            self.paper(box, kind, self.ax.transData)
            self.write(kind.letter, *box.centre, 0.17, _INK, ha="center", zorder=5)
            lines = wrapped(words[at], (step - 0.62) / size)
            self.write("\n".join(lines), box.x + 0.5, box.centre[1], size, _INK, linespacing=LEADING)

    def _turned(self, box: Box, right: float, down: float, kind: Kind) -> tuple[float, float]:
        """A point on the paper, counted from its upper left corner, where the paper may be tilted."""
        x, y = box.x + right, box.y + down
        return tuple(Affine2D().rotate_deg_around(*box.centre, _TILT if kind.tilted else 0).transform((x, y)))

    def _ends(self, strip: int) -> tuple[float, float]:
        """The upper and the lower end of a strip."""
        bands = [band.box for band in self.wall.bands if band.strip == strip]
        return min(box.y for box in bands), max(box.y + box.height for box in bands)

    def _far(self, note: Note, end: int) -> bool:
        return end in self.wall.strips and self.wall.strips[end] != self.wall.strips[note.id]

    def _tag(self, id: int) -> str:
        return self.board.notes[id].tag


def used_kinds(board: Board) -> list[Kind]:
    """The kinds that the legend explains."""
    return [kind for kind in KINDS.values() if board.of(kind.id)]


def _drawable(text: str) -> str:
    """A text in the signs that the fonts have; any other (an emoji, mostly) is shown as 〓, the printers' mark for it."""
    signs = _signs(*FONTS)
    return "".join(
        sign if ord(sign) in signs or sign == "\n" else "" if unicodedata.category(sign) in _UNSEEN else "〓"
        for sign in text
    )


@cache
def _signs(*fonts: str) -> frozenset[int]:
    """What the fonts can write between them."""
    return frozenset().union(*(get_font(findfont(name)).get_charmap() for name in fonts))


_UNSEEN = ("Cc", "Cf", "Mn", "Me")
"""Joiners and marks that change how another sign looks."""
