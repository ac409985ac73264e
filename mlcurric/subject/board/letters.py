"""How text gets onto a picture of a board: as text, which can be searched in a PDF, or traced at once, many times as fast."""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import matplotlib.patheffects as effects
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.collections import PathCollection
from matplotlib.font_manager import findfont, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.path import Path
from matplotlib.text import Text

from mlcurric.subject.board.words_on_note import LEADING, measure
from mlcurric.text import T

FONTS = ("IPAexGothic", "DejaVu Sans")
"""Notes are written in any language, whatever the page speaks."""
_UNSEEN = ("Cc", "Cf")
"""What joins or directs other signs and shows nothing of its own."""
_SKIN = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_NAMES: Mapping[str, T] = {
    "🔥": T("fire", "炎"), "👍": T("thumbs up", "いいね"), "👎": T("thumbs down", "よくない"), "💡": T("idea", "ひらめき"),
    "🎉": T("hooray", "お祝い"), "🙏": T("please", "お願い"), "😡": T("angry", "怒り"), "😢": T("sad", "悲しい"),
    "🚀": T("rocket", "ロケット"), "💰": T("money", "お金"), "📞": T("phone", "電話"), "📧": T("mail", "メール"),
    "🚨": T("alarm", "警報"), "🤔": T("thinking", "考え中"), "💔": T("broken heart", "失恋"), "👀": T("eyes", "注目"),
}  # fmt: skip
"""What is on notes most; of others the name in Unicode is told, which is English."""
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_HALO = 3
"""Points of white around letters that lines may cross."""
_TRACED_AT = 100
_FOOT = 0.36
"""From the middle of a line down to where its letters stand, in heights of the type."""


@dataclass(frozen=True)
class Style:
    """How letters look.

    Attributes:
        layer: what is higher covers what is lower.
        halo: whether they keep lines off.
    """

    colour: tuple[float, ...]
    layer: float = 5
    alpha: float = 1
    halo: bool = False


class Letters(Protocol):
    """Whoever can write on a picture."""

    def write(self, lines: Sequence[str], at: tuple[float, float], size: float, style: Style, centred: bool, turn: float) -> None:  # fmt: skip
        """Write lines around a height: from a place to the right, or centred on it.

        Args:
            size: of the type, in the picture's unit.
            turn: degrees, against the clock.
        """
        ...

    def done(self) -> None:
        """Put everything that was written on the picture."""
        ...


class Typed:
    """Writes text as text.

    Args:
        points: to the picture's unit.
    """

    def __init__(self, ax: Axes, points: float) -> None:
        self._ax, self._points = ax, points

    def write(self, lines: Sequence[str], at: tuple[float, float], size: float, style: Style, centred: bool = False, turn: float = 0) -> None:  # fmt: skip
        """Write lines as text, which a PDF can be searched for."""
        shown = [drawable(line) for line in lines]
        # One font is looked up in half the time of two, and nearly always does.
        family = FONTS[0] if all(_signs(FONTS[0]).issuperset(map(ord, line)) for line in shown) else FONTS
        words = Words(
            *at, "\n".join(shown), fontsize=size * self._points, color=style.colour, alpha=style.alpha,
            parse_math=False, family=family, zorder=style.layer, rotation=turn,
            path_effects=[effects.withStroke(linewidth=_HALO, foreground="white")] if style.halo else None,
        )  # fmt: skip
        words.stand(shown, size, centred)
        words.set_clip_path(self._ax.patch)
        self._ax.add_artist(words)

    def done(self) -> None:
        """Nothing is left to do."""


class Words(Text):
    """Lines of text whose places are worked out here: matplotlib would measure each of them again for every sheet.

    Attributes:
        reach: from where to where they go along the wall, in the picture's unit; no letter stands out.
    """

    reach: tuple[float, float] = (-math.inf, math.inf)

    def stand(self, lines: Sequence[str], size: float, centred: bool) -> None:
        """Work out where each line begins, in the picture's unit; y runs down."""
        widths = [sum(_glyph(sign)[2] for sign in line) for line in lines]
        begins = np.array(
            [(-width / 2 if centred else 0.0, _foot(row, len(lines))) for row, width in enumerate(widths)]
        )
        turn = _turning(self.get_rotation())
        self._starts = begins @ turn * size + self.get_position()
        ends = (begins + np.array([(width, 0.0) for width in widths])) @ turn * size + self.get_position()
        across = [*self._starts[:, 0], *ends[:, 0]]
        self.reach = min(across) - size, max(across) + size

    def draw(self, renderer: RendererBase) -> None:
        """Draw the lines from where they stand."""
        if not self.get_visible():
            return
        gc = renderer.new_gc()
        gc.set_foreground(self.get_color())
        gc.set_alpha(self.get_alpha())
        gc.set_clip_rectangle(self.get_clip_box())
        if self.get_path_effects():
            renderer = effects.PathEffectRenderer(self.get_path_effects(), renderer)
        height = renderer.get_canvas_width_height()[1]
        for line, (x, y) in zip(self.get_text().split("\n"), self.get_transform().transform(self._starts), strict=True):
            foot = height - y if renderer.flipy() else y
            renderer.draw_text(gc, x, foot, line, self.get_fontproperties(), self.get_rotation())
        gc.restore()


class Traced:
    """Traces the outlines of letters, all of one look in one go; y runs down."""

    def __init__(self, ax: Axes) -> None:
        self._ax = ax
        self._written: dict[Style, list[Path]] = defaultdict(list)

    def write(self, lines: Sequence[str], at: tuple[float, float], size: float, style: Style, centred: bool = False, turn: float = 0) -> None:  # fmt: skip
        """Trace the lines; they are put on the picture all at once, by ``done``."""
        points, codes = [], []
        for row, line in enumerate(lines):
            foot = _foot(row, len(lines))
            glyphs = [_glyph(sign) for sign in drawable(line)]
            x = -sum(advance for _, _, advance in glyphs) / 2 if centred else 0.0
            for outline, moves, advance in glyphs:
                if len(outline):
                    points.append(outline + np.array((x, foot)))
                    codes.append(moves)
                x += advance
        if points:
            turned = np.concatenate(points) @ _turning(turn) * size + at
            self._written[style].append(Path(turned, np.concatenate(codes)))

    def done(self) -> None:
        """Put everything that was traced on the picture."""
        for style, outlines in self._written.items():
            if style.halo:
                self._ax.add_collection(
                    PathCollection(outlines, facecolors="white", edgecolors="white", linewidths=_HALO, zorder=style.layer),
                    autolim=False,
                )  # fmt: skip
            self._ax.add_collection(
                PathCollection(outlines, facecolors=[style.colour], edgecolors="none", alpha=style.alpha, zorder=style.layer),
                autolim=False,
            )  # fmt: skip
        self._written.clear()


def drawable(text: str) -> str:
    """A text in the signs that the fonts have; an emoji they lack is named, as “(fire)”; any other is shown as 〓, the printers' mark."""
    signs = _signs(*FONTS)
    if not any(unicodedata.east_asian_width(sign) in "WF" for sign in text):
        # The Japanese font draws these as wide as a Japanese sign, which tears an English line apart.
        text = text.translate(_QUOTES)
    if text.isprintable() and signs.issuperset(map(ord, text)):
        return text
    return "".join(
        "" if unicodedata.category(sign) in _UNSEEN else sign if ord(sign) in signs else _no_sign(sign) for sign in text
    )


def _no_sign(sign: str) -> str:
    # A mark that only changes how another sign looks leaves no gap; of skin, too.
    if unicodedata.category(sign) in ("Mn", "Me") or sign in _SKIN:
        return ""
    name = _NAMES.get(sign) or unicodedata.name(sign, "").lower()
    return f"({name})" if name and unicodedata.category(sign) == "So" else "〓"


def shortened(text: str, width: float) -> str:
    """A text of at most a width in heights of its type, cut with “…” where it is longer."""
    # Of a text that is far too long only what may have room is measured, again and again.
    kept = text[: int(2 * width) + 2]
    if len(kept) == len(text) and measure(text) <= width:
        return text
    while kept and measure(kept) + 1 > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _foot(row: int, rows: int) -> float:
    """Where the letters of a line stand, below the middle of all lines, in heights of the type."""
    return (row - (rows - 1) / 2) * LEADING + _FOOT


def _turning(degrees: float) -> np.ndarray:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([(cos, -sin), (sin, cos)])


@cache
def _signs(*fonts: str) -> frozenset[int]:
    """What the fonts can write between them."""
    return frozenset().union(*(get_font(findfont(name)).get_charmap() for name in fonts))


@cache
def _glyph(sign: str) -> tuple[np.ndarray, np.ndarray, float]:
    """The outline of a sign in heights of the type, y down; the moves along it; and how far the next sign stands."""
    name = next((name for name in FONTS if ord(sign) in _signs(name)), FONTS[-1])
    font = get_font(findfont(name))
    font.set_size(_TRACED_AT, 72)
    glyph = font.load_char(ord(sign), flags=LoadFlags.NO_HINTING)
    outline, moves = font.get_path()
    return np.asarray(outline) * (1 / _TRACED_AT, -1 / _TRACED_AT), moves, glyph.linearHoriAdvance / 65536 / _TRACED_AT
