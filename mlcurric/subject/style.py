"""The look of every chart: colours that do not rest on colour alone, and fonts that have the glyphs."""

from __future__ import annotations

import matplotlib as mpl
from matplotlib_fontja import get_font_ttf_path

from mlcurric.text import language

INK = "#22303c"
MUTED = "#6b7b8a"
PALE = "#e3e9ee"
LEFT = "#d1495b"
STAYED = "#8fa6b8"
RULE = "#edae49"
MACHINE = "#00798c"

# IPAexGothic stands first in Japanese: in the other order labels that mix Japanese and mathematics turn into boxes.
_FONTS = {"en": ["DejaVu Sans"], "ja": ["IPAexGothic", "DejaVu Sans"]}


def use_style() -> None:
    """Set matplotlib's defaults for the language spoken now."""
    mpl.font_manager.fontManager.addfont(get_font_ttf_path())
    mpl.rcParams.update(
        {
            "font.family": _FONTS[language()],
            "font.size": 11,
            "figure.dpi": 96,
            "savefig.bbox": "tight",
            "text.color": INK,
            "axes.labelcolor": INK,
            "axes.edgecolor": MUTED,
            "axes.titlesize": 12,
            "axes.titlelocation": "left",
            # The Japanese font has one weight; asking it for bold is answered with a warning on the page.
            "axes.titleweight": {"en": "bold", "ja": "normal"}[language()],
            "axes.titlepad": 12,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.unicode_minus": False,
            "xtick.color": MUTED,
            "ytick.color": MUTED,
            "legend.frameon": False,
        }
    )
