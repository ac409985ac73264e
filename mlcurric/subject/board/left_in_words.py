"""What stayed in the words of a note though it looks as if it was meant to say something about the note."""

from __future__ import annotations

import re

from mlcurric.subject.board.finding import short
from mlcurric.subject.board.typed_parts import NARROW, TAG
from mlcurric.text import T

# A number behind “#” or “>” is a number of the business: “ticket #12”, “> 100”.
_PART = re.compile(
    r"(?<=\s)(?:"
    r"@\s*-?(?P<at>[\doOlI][^\s@#\[\]]*)"
    r"|#(?P<lane>[^\W\d][^#@\[\]>]*)"
    rf"|-?>\s*(?P<tags>[a-z]\d{{1,6}}(?:[\s,、・]+{TAG})*)"
    r"|\[(?P<open>[^\[\]]+)$"
    r"|\[(?P<context>[^\[\]]+)\](?=\s*(?:$|[#@\[>]))"
    r"|by\s+(?P<by>\S*[^\s/]/[^\s/]\S*)(?=\s*(?:$|[#@\[>]))"
    r")\s*",
    re.IGNORECASE,
)
_LONGEST_LINE = 80
_SIGNS = {"at": "@{}", "lane": "#{}", "tags": "> {}", "open": "[{}]", "context": "[{}]", "by": "by {}"}


def left_in_words(tag: str, words: str) -> T | None:
    """What to tell of a note whose words hold a part that was not understood; ``None`` where they hold none.

    Args:
        tag: of the note, for the way out.
        words: what is written on it.
    """
    every = list(_PART.finditer(words.translate(NARROW)))
    if not every:
        return None
    parts = " ".join(words[slice(*found.span())].strip() for found in every)
    rest = " ".join(re.sub("|".join(re.escape(words[slice(*found.span())]) for found in every), " ", words).split())
    told = T(
        "“{part}” stayed in its words; if it is meant otherwise: “{line}”",
        "「{part}」は文の中に残しました。文でなければ「{line}」",
    )
    if 0 < len(rest) <= _LONGEST_LINE:
        told = T(told.en + ", then “{tag}: {rest}”", told.ja + "、続けて「{tag}: {rest}」")
    told = T(told.en, told.ja + "と書きます")
    line = " ".join([tag, *(_SIGNS[found.lastgroup].format(_meant(found)) for found in every)])
    return told.format(part=short(parts), line=line, tag=tag, rest=rest)


def _meant(found: re.Match[str]) -> str:
    typed = found[found.lastgroup].strip()
    return typed.translate(_DIGITS) if found.lastgroup == "at" else typed


# Letters that are taken for digits, by the eye and by hands on a keyboard.
_DIGITS = str.maketrans("oOlI", "0011")
