"""Numbers as people write them, in both languages: “１，０００”, “3万5千”, “10k”, “a hundred” become plain figures."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 200
SEPARATOR = r"(?:〜|~|-|–|—|−|‐|ー|\bto\b|\bor\b|から|か)"
NUMBER = r"\d+(?:\.\d+)?"
_COUNTERS = r"人|名|件|社|円|個|回|店|校|軒|日|週|か月|ヶ月|カ月|ヵ月|ケ月|個月|年|割|%|パーセント|ドル"
_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_LARGE = {"万": 10_000, "億": 100_000_000}
_ENGLISH = {
    **{
        word: str(number)
        for number, word in enumerate(
            ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        )
    },
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "hundred": "100",
    "thousand": "1000",
}
_SCALED = re.compile(
    rf"(?<![\d.])(\d+(?:\.\d+)?)(\s*{SEPARATOR}\s*[¥$€£]?)(\d+(?:\.\d+)?)\s*([千万億]|k\b|thousand\b|million\b)", re.I
)
_WESTERN = re.compile(r"(\d+(?:\.\d+)?)\s*(k|thousand|million)\b", re.I)
_WESTERN_SCALES = {"k": 1_000, "thousand": 1_000, "million": 1_000_000}
# Kanji alone are a number only before a counter: 「三人」, but not 「一般」 or 「千葉」.
_JAPANESE = re.compile(
    rf"\d+(?:\.\d+)?[十百千万億](?:\d+(?:\.\d+)?|[〇一二三四五六七八九十百千万億])*"
    rf"|[〇一二三四五六七八九十百千万億]+(?=\s*(?:{_COUNTERS}|$))"
)
_PIECES = re.compile(r"\d+(?:\.\d+)?|.")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")


def normalised(text: str) -> str:
    """The text with ordinary characters for full-width ones, in small letters, and with single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def plain_figures(text: str) -> str:
    """A text, normalised, without what stands in brackets, in which every number is written in plain figures.

    A text of more than ``LONGEST`` characters is no number, and comes back empty.
    """
    if len(text) > LONGEST:
        return ""
    text = normalised(_BRACKETS.sub(" ", unicodedata.normalize("NFKC", text)))
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    text = re.sub(r"\bbetween (.+?) and ", r"\1 to ", text)
    text = re.sub(r"\b(?:a|one) (hundred|thousand)\b", lambda found: _ENGLISH[found[1]], text)
    text = re.sub(rf"\b(?:{'|'.join(_ENGLISH)})\b", _word, text)
    text = _SCALED.sub(_share_scale, text)
    text = _WESTERN.sub(lambda found: _short(float(found[1]) * _WESTERN_SCALES[found[2].lower()]), text)
    return _JAPANESE.sub(lambda found: _short(_japanese(found[0])), text)


def _word(found: re.Match[str]) -> str:
    # After a figure “thousand” is a scale, which comes later.
    before = found.string[: found.start()].rstrip()
    return found[0] if found[0] in _WESTERN_SCALES and before[-1:].isdigit() else _ENGLISH[found[0]]


def _share_scale(found: re.Match[str]) -> str:
    """In 「1〜2万円」 both are 万; in 「5000〜1万円」 only the second is."""
    low, between, high, scale = found.groups()
    return f"{low}{scale}{between}{high}{scale}" if float(low) < float(high) else found[0]


def _japanese(numeral: str) -> float:
    """The value of a numeral that mixes figures and kanji: 3万5千, 千二百, 12万3400."""
    total = section = 0.0
    number: float | None = None
    for piece in _PIECES.findall(numeral):
        if piece in _DIGITS:
            number = (number or 0) * 10 + _DIGITS[piece]
        elif piece in _SMALL:
            section += (1 if number is None else number) * _SMALL[piece]
            number = None
        elif piece in _LARGE:
            section += number or 0
            total += (section or 1) * _LARGE[piece]
            section, number = 0.0, None
        else:
            number = float(piece)
    return total + section + (number or 0)


def _short(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
