"""Pictures in outputs: made small, and kept as they are while they look the same."""

from __future__ import annotations

import base64
import io

from PIL import Image, ImageChops

COLOURS = 64
_VISIBLE = 40
"""How far a colour channel (0 to 255) has to move before a reader could see it; choosing 64 colours moves it by less."""
_FEW_PIXELS = 8
"""Fewer than the pixels that change with one digit of a label."""


def smaller(png: str) -> str:
    """A PNG with at most ``COLOURS`` colours and without metadata; both as base64."""
    picture = _opened(png)
    reduced = picture.quantize(
        COLOURS, method=Image.Quantize.FASTOCTREE if picture.mode == "RGBA" else Image.Quantize.MEDIANCUT
    )
    file = io.BytesIO()
    reduced.save(file, "PNG", optimize=True)
    return base64.b64encode(file.getvalue()).decode()


def keep_or_replace(old: str, new: str) -> str:
    """The old picture if a reader could not tell it from the new one, else the new one."""
    return old if same(old, new) else new


def same(one: str, other: str) -> bool:
    """Whether two pictures look the same: the last bits of a fit and of a font differ between machines."""
    left, right = _opened(one).convert("RGBA"), _opened(other).convert("RGBA")
    if left.size != right.size:
        return False
    bands = ImageChops.difference(left, right).split()
    changed = sum(sum(band.histogram()[_VISIBLE:]) for band in bands)
    return changed <= _FEW_PIXELS


def _opened(png: str) -> Image.Image:
    picture = Image.open(io.BytesIO(base64.b64decode(png)))
    # A transparent ground turns black in a palette; a chart's ground is opaque already.
    opaque = picture.mode != "RGBA" or picture.getextrema()[3][0] == 255
    return picture.convert("RGB" if opaque else "RGBA")
