"""One bilingual string, and the language that is spoken now.

Whatever a learner reads stands as ``T("English", "日本語")``; ``str()`` picks the twin when it is shown,
so a verdict made once can be read in either language.
"""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

LANGUAGES = ("en", "ja")
LANGUAGE_VARIABLE = "MLCURRIC_LANG"

_OPEN_END = re.compile(r"[\w\"'\])}]$")

_spoken: str | None = None


@dataclass(frozen=True)
class T:
    """A text in both languages.

    Raises:
        ValueError: if a twin is missing, because a page that falls back to the other language is out of step.
    """

    en: str
    ja: str

    def __post_init__(self) -> None:
        for name in LANGUAGES:
            text = getattr(self, name)
            if not isinstance(text, str) or not text.strip():
                raise ValueError(f"T({self.en!r}, {self.ja!r}): the {name!r} twin is missing; write both.")

    def __str__(self) -> str:
        return getattr(self, language())

    def format(self, **values: object) -> T:
        """Fill ``{name}`` in both twins; a value that is itself a ``T`` is taken in the twin's language."""
        filled = {}
        for name in LANGUAGES:
            own = {key: getattr(value, name) if isinstance(value, T) else value for key, value in values.items()}
            filled[name] = getattr(self, name).format(**own)
        return T(**filled)


_NONE = T("none", "なし")


def listed(parts: Iterable[T]) -> T:
    """Texts one after the other: “calls, mails”, 「電話、メール」; of no text “none”, 「なし」."""
    parts = list(parts) or [_NONE]
    return T(", ".join(part.en for part in parts), "、".join(part.ja for part in parts))


def run_on(sentences: Iterable[T]) -> T:
    """Whole sentences one after the other, at least one; Japanese sets no space between them."""
    sentences = list(sentences)
    return T(" ".join(one.en for one in sentences), "".join(one.ja for one in sentences))


def closed(sentences: Iterable[T]) -> list[T]:
    """The same to be run on: in Japanese one that ends in what is to be typed has no full stop until another follows."""
    *before, last = sentences
    return [*(T(one.en, f"{one.ja}。") if _OPEN_END.search(one.ja) else one for one in before), last]


def known_language(name: str) -> str:
    """Return ``name`` if the curriculum speaks it.

    Raises:
        ValueError: naming the languages there are.
    """
    if name not in LANGUAGES:
        raise ValueError(f"lang={name!r} is not one of {', '.join(LANGUAGES)}.")
    return name


def language_of_machine() -> str:
    """The language of MLCURRIC_LANG, else of the locale, else English."""
    told = os.environ.get(LANGUAGE_VARIABLE, "")
    if told in LANGUAGES:
        return told
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "ja" if value.lower().startswith("ja") else "en"
    # Windows sets none of these; there the locale is called "Japanese_Japan".
    return "ja" if (locale.getlocale()[0] or "").lower().startswith("ja") else "en"


def language() -> str:
    """The language spoken now: ``"en"`` or ``"ja"``."""
    return _spoken or language_of_machine()


def speak(name: str | None) -> None:
    """Speak ``name`` from now on; ``None`` goes back to the machine's language."""
    global _spoken
    _spoken = None if name is None else known_language(name)


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """Speak ``name`` inside the ``with`` block."""
    before = _spoken
    speak(name)
    try:
        yield
    finally:
        speak(before)
