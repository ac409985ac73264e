"""Signs that nobody sees: controls, and those that turn round what stands behind them, so that a number reads as another."""

from __future__ import annotations

import re

_TURNING = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
TURNING = re.compile(f"[{_TURNING}]")
"""What directs a text from right to left, or back (Unicode Standard Annex 9): letters have a direction of their own."""
CONTROLS = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_TURNING}\ud800-\udfff]")
"""These, and what is no sign of a text at all."""


def straight(text: str) -> str:
    """The text without what turns it round: it is read as it is stored, in whatever it is shown."""
    return text if text.isascii() else TURNING.sub("", text)
