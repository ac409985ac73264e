"""A board on paper for the wall: A3 sheets side by side, and the same on the A4 sheets of any printer, glued at their overlaps."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from mlcurric.subject.board.draw import Drawing, draw, laid_out, save_drawing
from mlcurric.subject.board.letters import FONTS, Words
from mlcurric.subject.board.model import Board
from mlcurric.subject.style import INK, MUTED, use_style
from mlcurric.text import T

_MM = 1 / 25.4
MOST_SHEETS = 8
SMALLEST_NOTE = 22
"""Millimetres of an event's side: its smallest type is then read at arm's length. A longer board takes more sheets."""
_HELPS = 0.9
"""More sheets that make the notes larger by less than the rest of 1 are not worth the glue."""
_MOST_DOTS = 24_000_000
"""Dots of a picture; a wider wall is drawn more coarsely."""


@dataclass(frozen=True)
class Paper:
    """A kind of sheet, in millimetres.

    Attributes:
        edge: what a printer leaves white on each side.
        overlap: what two neighbours both show, to be glued.
    """

    name: str
    width: float
    height: float
    edge: float = 7
    overlap: float = 10

    def wall(self, sheets: int) -> tuple[float, float]:
        """The width and height of what so many sheets side by side show, in inches."""
        inside = self.width - 2 * self.edge
        return (inside + (sheets - 1) * (inside - self.overlap)) * _MM, (self.height - 2 * self.edge) * _MM


A3 = Paper("A3", 420, 297)
A4 = Paper("A4", 210, 297)
"""Upright: two of them are nearly one of ``A3`` on its side."""
_SHEET = T(
    "{title}  sheet {number} of {sheets}   cut along the dashed line and lay it on that of the next sheet",
    "{title}  {sheets}枚中の{number}枚目   点線で切り、次の紙の点線に重ねて貼ってください",
)
_LAST = T("{title}  sheet {number} of {sheets}", "{title}  {sheets}枚中の{number}枚目")


def sheets_of(board: Board, paper: Paper = A3) -> int:
    """How many sheets side by side a board needs: as many as make its notes large enough to read, or help at all."""
    most = round(MOST_SHEETS * A3.width / paper.width)

    def side(sheets: int) -> float:
        return laid_out(board, paper.wall(sheets))[1]

    # Wider paper never makes notes smaller, so the widest makes them as large as they get.
    enough = min(SMALLEST_NOTE * _MM, _HELPS * side(most))
    return next((sheets for sheets in range(1, most) if side(sheets) >= enough), most)


def save_board(board: Board, folder: Path, name: str = "board") -> list[Path]:
    """Write a board in the language spoken now: ``board.svg``, ``board.png``, ``board.pdf`` (A3), ``board-a4.pdf``.

    Returns:
        The files, in that order.

    Raises:
        OSError: if one cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{name}.svg", folder / f"{name}.png", folder / f"{name}.pdf", folder / f"{name}-a4.pdf"]
    sheets = sheets_of(board)
    width, height = A3.wall(sheets)
    drawing = draw(board, (width, height))
    save_drawing(drawing.figure, files[0])
    # Dots need no text that can be searched, and its outlines are drawn many times as fast.
    dots = draw(board, (width, height), traced=True).figure
    save_drawing(dots, files[1], min(150, math.sqrt(_MOST_DOTS / (width * height))))
    _save_cut(drawing, files[2], A3, sheets, board.title)
    save_sheets(board, files[3], A4)
    return files


def save_sheets(board: Board, path: Path, paper: Paper) -> int:
    """Write a board as a PDF of sheets that hang side by side, and say how many they are.

    Raises:
        OSError: if it cannot be written.
    """
    sheets = sheets_of(board, paper)
    _save_cut(draw(board, paper.wall(sheets)), path, paper, sheets, board.title)
    return sheets


def _save_cut(drawing: Drawing, path: Path, paper: Paper, sheets: int, title: str) -> None:
    """Write a drawing of the whole wall as its sheets; afterwards it shows the last of them."""
    use_style()
    # Without a date: the same board is the same file.
    about = {"CreationDate": None, "Title": title or "Event Storming"}
    with mpl.rc_context({"font.family": FONTS, "savefig.bbox": "standard"}), PdfPages(path, metadata=about) as pdf:
        for _ in _cut(drawing, paper, sheets, title):
            pdf.savefig(drawing.figure)


def _cut(drawing: Drawing, paper: Paper, sheets: int, title: str) -> Iterator[None]:
    """Turn a drawing of the whole wall into one sheet after the other."""
    figure, ax = drawing.figure, drawing.ax
    children = [(artist, _reach(artist, ax)) for artist in ax.get_children()]
    figure.set_size_inches(paper.width * _MM, paper.height * _MM)
    edge = paper.edge / paper.width, paper.edge / paper.height
    ax.set_position((edge[0], edge[1], 1 - 2 * edge[0], 1 - 2 * edge[1]))
    for artist, _ in children:
        artist.set_clip_on(True)
    left = ax.get_xlim()[0]
    # Points to a unit stay as they were drawn, so only the window moves.
    inside, step = (
        (side * _MM) / drawing.scale
        for side in (paper.width - 2 * paper.edge, paper.width - 2 * paper.edge - paper.overlap)
    )
    for number in range(sheets):
        ax.set_xlim(left + number * step, left + number * step + inside)
        begin, end = ax.get_xlim()
        for artist, (first, last) in children:
            artist.set_visible(first <= end and last >= begin)
        marks = _marks(figure, ax, paper, number, sheets, title)
        yield
        for mark in marks:
            mark.remove()


def _reach(artist: Artist, ax: Axes) -> tuple[float, float]:
    """From where to where along the wall something reaches."""
    if isinstance(artist, Words):
        return artist.reach
    extent = artist.get_window_extent()
    (first, _), (last, _) = ax.transData.inverted().transform([(extent.x0, 0), (extent.x1, 0)])
    return (first, last) if math.isfinite(first) and math.isfinite(last) else (-math.inf, math.inf)


def _marks(figure: Figure, ax: Axes, paper: Paper, number: int, sheets: int, title: str) -> list:
    """What tells where a sheet belongs and where its neighbours begin, in its white edge."""
    if sheets == 1:
        return []
    marks: list = []
    words = (_LAST if number == sheets - 1 else _SHEET).format(
        title=title or "Event Storming", number=number + 1, sheets=sheets
    )
    x, y = paper.edge / paper.width, 0.35 * paper.edge / paper.height
    marks.append(figure.text(x, y, str(words), fontsize=7.5, color=INK, va="bottom", parse_math=False))
    # In the middle of what both show: the same place of the wall on either sheet.
    seam = (paper.edge + paper.overlap / 2) / paper.width
    ends = ([1 - seam] if number < sheets - 1 else []) + ([seam] if number else [])
    for at in ends:
        line = Line2D([at, at], [0.6 * paper.edge / paper.height, 1 - 0.4 * paper.edge / paper.height], color=MUTED, linewidth=0.6,
                      linestyle=(0, (4, 4)), transform=figure.transFigure)  # fmt: skip
        marks.append(figure.add_artist(line))
    return marks
