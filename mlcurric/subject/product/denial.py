"""Whoever denies something uses the same words: “cannot guarantee”, 「必ずしも」."""

from __future__ import annotations

import re

_DENIED_BEFORE = re.compile(r"(?:\b(?:not?|never|nobody|cannot|without)\b|n['’]t\b)[^.!?]{0,25}$")
_DENIED_AFTER = re.compile(r"^[^。.!?]{0,14}(?:しも|ない|ません|とは限|わけでは|不可能|せず)")


def is_denied(text: str, found: re.Match[str]) -> bool:
    """Whether what was found in a text is denied by the words beside it."""
    return bool(_DENIED_BEFORE.search(text[: found.start()]) or _DENIED_AFTER.search(text[found.end() :]))
