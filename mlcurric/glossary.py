"""The words of the lessons: the same word for the same thing in both languages, what it means, where it comes first.

The terms stand in ``glossary.csv``, one a line, so that whoever translates needs no Python.
"""

from __future__ import annotations

import csv
import difflib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

from mlcurric.text import T, language

_NEAR_ENOUGH = 0.7
_MOST_NEAR = 3
_LOOSELY = ("accuracy", "precision", "recall")
"""The terms that people may mean by a word that says only “how good”."""
_LOOSE_WORDS = ("精度", "せいど", "予測精度", "モデルの精度")


@dataclass(frozen=True)
class Term:
    """One term.

    Attributes:
        term: as the lessons write it.
        reading: the Japanese term in hiragana, long vowels written out, by which Japanese pages sort.
        meaning: one sentence in plain words.
        lesson: the id of the lesson in which it comes first, or ``START_HERE``.
        also: other words for it, in either language, by which it is found.
    """

    term: T
    reading: str
    meaning: T
    lesson: str
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Every word by which it is found."""
        return (self.term.en, self.term.ja, self.reading, *self.also)


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the order of the file.

    Raises:
        ValueError: if a twin is missing.
    """
    text = resources.files("mlcurric").joinpath("glossary.csv").read_text(encoding="utf-8")
    return tuple(
        Term(
            T(row["en"], row["ja"]),
            row["reading"],
            T(row["meaning_en"], row["meaning_ja"]),
            row["lesson"],
            tuple(word for word in row["also"].split("|") if word),
        )
        for row in csv.DictReader(text.splitlines())
    )


def in_order() -> list[Term]:
    """All terms as a reader of the language spoken now looks for them: by reading in Japanese, else by alphabet."""
    return sorted(terms(), key=lambda term: _kana(term.reading) if language() == "ja" else (_folded(term.term.en), ""))


def find(word: str) -> list[Term]:
    """The terms that ``word`` names, in any of both languages: those of that name, else those that hold it, else near ones."""
    wanted = _folded(word)
    if not wanted:
        return []
    if _is_loose(wanted):
        return [term for name in _LOOSELY for term in terms() if term.term.en == name]
    named = [term for term in in_order() if wanted in map(_folded, term.words)]
    # One Latin letter stands in nearly every term; one kanji says something.
    held = [] if wanted.isascii() and len(wanted) == 1 else [term for term in in_order() if _holds(term, wanted)]
    if named or held:
        return named or held
    folded = {_folded(known): term for term in in_order() for known in term.words}
    near = difflib.get_close_matches(wanted, folded, _MOST_NEAR, _NEAR_ENOUGH)
    return list(dict.fromkeys(folded[known] for known in near))


def caution(word: str) -> T | None:
    """What to mind about a word that people use for several things; ``None`` for all others."""
    if _is_loose(_folded(word)):
        return T(
            "“{word}” means different things to different people: ask whether accuracy, precision or recall is meant.",
            "「{word}」は人によって意味が違います。正解率・適合率・再現率のどれかを聞きましょう。",
        ).format(word=word.strip())
    if _folded(word) == "accuracy":
        return T(
            "Many say “accuracy” and mean something else: ask whether this, precision or recall is meant.",
            "会話で accuracy と言う人が、いつもこの意味で使うとは限りません。正解率・適合率・再現率のどれかを聞きましょう。",
        )
    return None


def _is_loose(folded: str) -> bool:
    return folded in map(_folded, _LOOSE_WORDS)


def _holds(term: Term, wanted: str) -> bool:
    return any(wanted in _folded(known) for known in term.words)


def _folded(word: str) -> str:
    """A word without what people type differently: capitals, full width, spaces, hyphens, katakana for hiragana."""
    text = unicodedata.normalize("NFKC", word).casefold()
    kana = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)
    return "".join(c for c in kana if c.isalnum() and c != "ー")


def _kana(reading: str) -> tuple[str, str]:
    """A key that sorts hiragana as dictionaries do: か and が alike at first."""
    unvoiced = "".join(c for c in unicodedata.normalize("NFD", reading) if not unicodedata.combining(c))
    return unvoiced, reading
