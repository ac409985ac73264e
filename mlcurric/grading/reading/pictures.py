"""Pictures that strangers saved, drawn anew: only their points are taken, and only of a PNG of a sensible size."""

from __future__ import annotations

import base64
import io
import struct
from dataclasses import dataclass

from PIL import Image

MOST_BYTES = 2_000_000
"""Of a picture as it was saved, and of one as it is written."""
MOST_POINTS = 4_000_000
"""Width times height, looked up before anything is unpacked."""
WIDEST = 1_400
"""Points; a wider picture is made smaller."""
_SIZE_AT = 16
"""In a PNG; read here, because its reader would already say a word on the terminal about a large one."""


@dataclass(frozen=True)
class Picture:
    """A PNG of our own making.

    Attributes:
        png: its bytes.
        width, height: in points.
    """

    png: bytes
    width: int
    height: int

    @property
    def address(self) -> str:
        """What an ``img`` shows without asking anybody for it."""
        return f"data:image/png;base64,{base64.b64encode(self.png).decode('ascii')}"


def redrawn(saved: str) -> Picture | None:
    """A PNG, in base64 as notebooks save it, drawn anew; ``None`` where it is none or is beyond a limit."""
    if len(saved) > MOST_BYTES * 4 // 3 + 4:
        return None
    try:
        raw = base64.b64decode("".join(saved.split()), validate=True)
        width, height = struct.unpack_from(">II", raw, _SIZE_AT)
        if width * height > MOST_POINTS:
            return None
        with Image.open(io.BytesIO(raw), formats=["PNG"]) as picture:
            # On a picture of our own: colour profiles, texts and further frames of the file are left behind.
            drawn = Image.new("RGB", picture.size, "white")
            points = picture.convert("RGBA")
            drawn.paste(points, mask=points)
    except Exception:  # A file made to break its reader may make it raise anything, and must cost nobody a page.
        return None
    if drawn.width > WIDEST:
        drawn = drawn.resize((WIDEST, max(1, drawn.height * WIDEST // drawn.width)))
    png = io.BytesIO()
    drawn.quantize(64).save(png, "PNG", optimize=True)
    return Picture(png.getvalue(), *drawn.size) if png.tell() <= MOST_BYTES else None
