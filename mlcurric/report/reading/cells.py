"""The cells of a column as numbers, as days, or as yes and no, decided by the whole column; each distinct text is read once."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.subject.product.figures import currency_in
from mlcurric.subject.product.numerals import plain_figures
from mlcurric.text import T

_BLANK = frozenset(
    [
        "",
        "null",
        "na",
        "n/a",
        "nan",
        "nat",
        "<na>",
        "#n/a",
        "(null)",
        "<null>",
        "-",
        "--",
        "---",
        "ー",
        "…",
        "...",
        "*",
        "?",
        "#ref!",
        "#value!",
        "#div/0!",
        "#name?",
        "#num!",
        "#null!",
        "inf",
        "-inf",
        "infinity",
        "-infinity",
        "∞",
    ]
)
"""Texts that say that nothing is there, whatever the column; the last ones are what Excel and other programs show where a formula failed."""
_UNKNOWN = frozenset(
    [
        "none",
        "nil",
        "unknown",
        "not known",
        "missing",
        "tbd",
        "undefined",
        "なし",
        "無し",
        "無",
        "不明",
        "未定",
        "未設定",
        "未入力",
        "未登録",
        "未確認",
        "未回答",
        "該当なし",
        "該当無し",
        "データなし",
        "わからない",
        "分からない",
    ]
)
"""Texts that mean it among numbers and days, but may be a value of their own among words."""
_BLANKS = re.compile(r"[^\S\n]+")
_DECIDE = 2_000
"""So many distinct cells are enough to see which sign stands before the decimals."""
_DASHES = str.maketrans(dict.fromkeys("−–—―‐‑‒─", "-"))
_MINUS = str.maketrans(dict.fromkeys("△▲", "-"))

_NOTHING = 1e-30
"""What is nearer to zero is what a computer’s sums leave of it."""

LONGEST = 200
"""Signs of a number, a day or a name with a lot of room; what is longer is none, and no pattern is tried on it."""
_TOO_LONG = 1_000
_SIGN = r"[¥\\$€£]|jpy|usd|eur|gbp"
_NUMBER = re.compile(
    rf"(?P<open>\()?\s*(?P<minus>[-+])?\s*(?P<before>{_SIGN})?\s*(?P<inner>[-+])?\s*"
    r"(?P<digits>(?:\d|[.,]\d)(?:[\d.,']|\s(?=\d))*)(?P<power>e[-+]?\d{1,3})?"
    r"\s*(?P<unit>[^\d\s.,()+-][^\d.,()+-]{0,11})?\s*(?P<after>-)?(?P<close>\))?"
)
_SCALED = re.compile(r"\d\s*(?:[千万億]|k\b|thousand\b|million\b)")
_POINT = re.compile(r"(?:\d{1,3}(?:[,' ]\d{3})+|\d+)(?:\.\d*)?|[.]\d+")
"""1,234.5; the digits are grouped by commas, apostrophes or blanks."""
_COMMA = re.compile(r"(?:\d{1,3}(?:[.' ]\d{3})+|\d+)(?:,\d+)?|,\d+")
"""1.234,5, as much of Europe writes it."""

_PAIRS = (
    *(
        ("no", "yes"),
        ("n", "y"),
        ("false", "true"),
        ("f", "t"),
        ("0", "1"),
        ("off", "on"),
        ("いいえ", "はい"),
        ("無", "有"),
    ),
    *(
        ("無し", "有り"),
        ("なし", "あり"),
        ("×", "○"),
        ("未", "済"),
        ("未済", "済"),
        ("対象外", "対象"),
        ("不可", "可"),
        ("不要", "要"),
    ),
    *(("未加入", "加入"), ("未利用", "利用"), ("無効", "有効"), ("未登録", "登録済"), ("偽", "真")),
)
_LIKE = {
    **dict.fromkeys("◯〇⭕●◎", "○"), **dict.fromkeys(("✕", "✖", "✗", "✘", "❌", "╳"), "×"),
    **dict.fromkeys(("✓", "✔", "☑", "レ"), "yes"), "1.0": "1", "0.0": "0", "済み": "済", "有る": "有", "登録済み": "登録済",
}  # fmt: skip
_NO, _YES = (frozenset(pair[side] for pair in _PAIRS) for side in (0, 1))


@dataclass(frozen=True)
class Cells:
    """What the cells of a column were read as.

    Attributes:
        values: one a cell, missing where it is blank or odd.
        odd: whether a cell is neither blank nor readable.
        unit: what most cells carry beside their number: ``"JPY"``, ``"%"``, ``"件"``; or empty.
        unsure: of days: which two orders the whole column allows, such as ``("month", "day")`` if read with the month first.
        doubts: of days: what else of the reading may be wrong, with ``{name}`` for the heading.
    """

    values: pd.Series
    odd: NDArray[np.bool_]
    unit: str = ""
    unsure: tuple[str, str] | None = None
    doubts: tuple[T, ...] = ()


def plain(text: str) -> str:
    """A cell as it is compared: one width, one case, one dash, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split()).casefold()


def all_plain(texts: Sequence[str]) -> list[str]:
    """``plain`` for many cells at once, which takes a fifth of the time."""
    if not len(texts):
        return []
    if any(len(text) > _TOO_LONG for text in texts):
        # Free text, which nothing is compared with; to make it plain would take minutes.
        short = all_plain(["" if len(text) > _TOO_LONG else text for text in texts])
        return [text if len(text) > _TOO_LONG else plain_one for text, plain_one in zip(texts, short, strict=True)]
    joined = "\n".join([text.replace("\n", " ") for text in texts])
    joined = unicodedata.normalize("NFKC", joined).translate(_DASHES).casefold()
    return [text.strip() for text in _BLANKS.sub(" ", joined).split("\n")]


def are_blank(texts: Sequence[str]) -> NDArray[np.bool_]:
    """Which cells say that nothing is there, whatever the column: “”, “NULL”, “N/A”, 「―」.

    Args:
        texts: as ``all_plain`` gives them.
    """
    return np.array([text in _BLANK for text in texts], dtype=bool)


def are_unknown(texts: Sequence[str]) -> NDArray[np.bool_]:
    """Which cells say that a value is not known, or that there is none: 「不明」, 「なし」, “unknown”.

    Args:
        texts: as ``all_plain`` gives them.
    """
    return np.array([is_unknown(text) for text in texts], dtype=bool)


def is_unknown(text: str) -> bool:
    """Whether a plain cell says that its value is not known, or that there is none."""
    return text in _UNKNOWN


def as_numbers(texts: pd.Series) -> Cells:
    """A column of numbers: “１，２００”, “¥1,200”, “1,200円”, “12%” (12), “(300)” and “▲300” (−300), “1.2e3”, “3万”.

    A comma is the decimal sign where only that reads the column. A cell that has another unit than most is odd.

    Args:
        texts: any index.

    Returns:
        Floats, with the index of ``texts``.
    """
    codes, distinct = distinct_of(texts)
    found = pd.to_numeric(distinct, errors="coerce").astype(float)
    found[~np.isfinite(found)] = np.nan
    rest = np.flatnonzero(np.isnan(found))
    written = all_plain(distinct[rest])
    matches = [_number(text) for text in written]
    digits = [match["digits"].strip() for match in matches[:: max(1, len(matches) // _DECIDE)] if match]
    only_point = sum(not _COMMA.fullmatch(each) for each in digits if _POINT.fullmatch(each))
    only_comma = sum(not _POINT.fullmatch(each) for each in digits if _COMMA.fullmatch(each))
    comma = only_comma > only_point
    if comma:
        # “1.234” is a thousand here, though it reads as a plain number.
        rest = np.arange(len(distinct))
        written = all_plain(distinct)
        matches = [_number(text) for text in written]
        found[:] = np.nan
    units = [
        "" if match is None else _unit(f"{match['before'] or ''} {match['unit'] or ''}".strip()) for match in matches
    ]
    main = max(Counter(filter(None, units)).items(), key=lambda item: item[1], default=("", 0))[0]
    blank = np.zeros(len(distinct), dtype=bool)
    for at, text, match, unit in zip(rest, written, matches, units, strict=True):
        blank[at] = text in _BLANK
        if match is not None and unit in ("", main):
            found[at] = _value(match, comma)
    found[np.abs(found) < _NOTHING] = 0.0
    # 1e999 is more than a float holds.
    found[np.isinf(found)] = np.nan
    odd = np.isnan(found) & ~blank
    return Cells(pd.Series(found[codes], index=texts.index), odd[codes], main)


def _number(text: str) -> re.Match[str] | None:
    if len(text) > LONGEST:
        return None
    text = text.translate(_MINUS) if text[:1] in "△▲" else text
    if _SCALED.search(text):
        text = plain_figures(text)
    return _NUMBER.fullmatch(text) if text else None


@lru_cache(maxsize=4096)
def _unit(beside: str) -> str:
    # In CP932 the sign of the yen is the byte of the backslash.
    return currency_in(beside.replace("\\", "¥")) or beside


def _value(match: re.Match[str], comma: bool) -> float:
    digits = match["digits"].strip()
    if not (_COMMA if comma else _POINT).fullmatch(digits) or bool(match["open"]) != bool(match["close"]):
        return np.nan
    groups, point = (".", ",") if comma else (",", ".")
    for sign in (groups, "'", " "):
        digits = digits.replace(sign, "")
    below = bool(match["open"]) or "-" in (match["minus"], match["inner"], match["after"])
    value = float(digits.replace(point, ".") + (match["power"] or ""))
    return -value if below else value


def as_flags(texts: pd.Series) -> Cells:
    """A column of yes and no: “Yes”/“No”, 「はい」/「いいえ」, “1”/“0”, 「○」/「×」, 「あり」/「なし」, 「済」/「未」.

    Returns:
        1 and 0 as floats. A column that holds anything else too has odd cells; one whose yes is of another pair than its no
        is odd throughout.
    """
    codes, distinct = distinct_of(texts)
    words = [_LIKE.get(word, word) for word in all_plain(distinct)]
    seen = {word for word in words if word in _NO or word in _YES}
    fits = len(seen) < 2 or any(seen == set(pair) for pair in _PAIRS)
    found = np.array([1.0 if word in _YES else 0.0 if word in _NO else np.nan for word in words])
    if not fits:
        found[:] = np.nan
    blank = np.array([word in _BLANK or (word in _UNKNOWN and word not in _NO) for word in words])
    odd = np.isnan(found) & ~blank
    return Cells(pd.Series(found[codes], index=texts.index), odd[codes])


def distinct_of(texts: pd.Series) -> tuple[NDArray[np.intp], NDArray[np.object_]]:
    """Which of the distinct texts each cell is, and those; none is missing."""
    cells = texts.to_numpy(dtype=object)
    if max(map(len, cells), default=0) <= _TOO_LONG:
        codes, distinct = pd.factorize(texts)
        return codes, np.asarray(distinct, dtype=object)
    # pandas encodes each text anew; of letters in cells that takes ten times as long as Python's own table of them.
    places: dict[str, int] = {}
    codes = np.fromiter((places.setdefault(text, len(places)) for text in cells), dtype=np.intp, count=len(texts))
    return codes, np.array(list(places), dtype=object)
