"""The facilitator's notes as they stand in the facilitator's edition: framed, so that nobody takes them for the lesson."""

from __future__ import annotations

from mlcurric.text import T

_LABEL = T("For the facilitator", "ファシリテーター用")
# A quotation would do, but nbconvert shows no table in one. No ground colour, which a dark theme would write on in white.
_OPEN = '<div style="border-left: 8px solid #edae49; padding: 8px 20px">'
_CLOSE = "</div>"


def framed(text: str, lang: str) -> str:
    """A note in a frame, under a label."""
    return f"{_OPEN}\n\n**{getattr(_LABEL, lang)}**\n\n{text}\n\n{_CLOSE}"


def unframed(note: str) -> str:
    """The words of a framed note, as its author wrote them."""
    return "\n".join(note.splitlines()[4:-2])
