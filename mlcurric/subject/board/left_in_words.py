"""What stayed in the words of a note though it looks as if it was meant to say something about the note."""

from __future__ import annotations

import re

from mlcurric.subject.board.finding import short
from mlcurric.subject.board.kinds import BY_LETTER
from mlcurric.subject.board.typed_parts import NARROW, TAG
from mlcurric.text import T

_TAG_OF_A_KIND = rf"[{''.join(BY_LETTER)}]\d{{1,6}}"
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
# The sign of a part, and nothing behind it; time goes by and people pass by without a name.
_NOTHING_BEHIND = re.compile(
    r"(?<=\S)\s*(?:@|#|-?>|\[\]?|(?<!\bwent)(?<!\bpassed)(?<!\bcame)(?<!\bdropped)(?<!\bstopped)(?<!\bstood)(?<!\bflew)\sby)\s*$",
    re.IGNORECASE,
)
# Behind a border or a place a name alone is no end of a sentence; neither is “@name” behind another part.
_NAME = re.compile(
    r"(?:(?<=\])\s*|(?<=\s)@\s*\d+(?:\.\d+)?\s+(?=\S)|(?<=\s)(?P<sign>@)\s*)"
    r"(?P<name>(?:[A-Z]|[^\W\d_a-z])[^\s#@\[\]>/]{0,11}(?<![ただるい])(?:\s*/\s*[^\s#@\[\]>/]{1,12})?)$"
)
# A place that ends the words or has another part behind it, or a tie to a note: “met @3 pm” is a time, “more > 100” a number.
_PLACE_OR_TIE = re.compile(
    rf"(?<=\s)(?:@\d+(?:\.\d+)?(?=\s*$|\s+(?:[@\[#>]|->|(?:by|記入)(?!\w)))|-?>\s*{_TAG_OF_A_KIND})(?!\w).*$",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_LINE = 80
_SIGNS = {"at": "@{}", "lane": "#{}", "tags": "> {}", "open": "[{}]", "context": "[{}]", "by": "by {}"}


def place_or_tie_in(words: str) -> str:
    """What ends the words of a note and can hardly be meant as words: ``"@4 by lena/support"``, ``">E23 …"``; else ``""``."""
    found = _PLACE_OR_TIE.search(words.translate(NARROW))
    return words[slice(*found.span())].strip() if found else ""


def left_in_words(tag: str, words: str) -> T | None:
    """What to tell of a note whose words hold a part that was not understood; ``None`` where they hold none.

    Args:
        tag: of the note, for the way out.
        words: what is written on it.
    """
    plain = words.translate(NARROW)
    if (found := _NOTHING_BEHIND.search(plain)) and (sign := found[0].strip()):
        return _CUT_OFF.format(
            part=sign, tag=tag, would_be=_WOULD_BE[sign.casefold()], rest=short(words[: found.start()])
        )
    name = _NAME.search(plain)
    begin = len(plain) if name is None else name.start("sign" if name["sign"] else "name")
    every = list(_PART.finditer(plain[:begin]))
    if not every:
        name, every = None, list(_PART.finditer(plain))
    if not every:
        return None
    spans = [found.span() for found in every] + ([(begin, len(plain))] if name else [])
    parts = " ".join(words[slice(*span)].strip() for span in spans)
    ends = zip([0, *(end for _, end in spans)], [*(begin for begin, _ in spans), len(words)], strict=True)
    rest = " ".join(" ".join(words[begin:end] for begin, end in ends).split())
    told = T(
        "“{part}” stayed in its words; if it is meant otherwise: “{line}”",
        "「{part}」は文の中に残しました。文でなければ「{line}」",
    )
    if 0 < len(rest) <= _LONGEST_LINE:
        told = T(told.en + ", then “{tag}: {rest}”", told.ja + "、続けて「{tag}: {rest}」")
    told = T(told.en, told.ja + "と書きます")
    signs = [_SIGNS[found.lastgroup].format(_meant(found)) for found in every]
    line = " ".join([tag, *signs, *([_SIGNS["by"].format(name["name"])] if name else [])])
    return told.format(part=short(parts), line=line, tag=tag, rest=rest)


def _meant(found: re.Match[str]) -> str:
    typed = found[found.lastgroup].strip()
    return typed.translate(_DIGITS) if found.lastgroup == "at" else typed


# Letters that are taken for digits, by the eye and by hands on a keyboard.
_DIGITS = str.maketrans("oOlI", "0011")
_CUT_OFF = T(
    "“{part}” stayed in its words, for nothing stands behind it; if it is meant otherwise: “{tag} {would_be}”, then “{tag}: {rest}”",
    "「{part}」の後ろに何もないので、文の中に残しました。文でなければ「{tag} {would_be}」、続けて「{tag}: {rest}」と書きます",
)
_BORDER, _WRITER = T("[trial]", "[境界の名前]"), T("by Aya/calls", "by 名前/役割")
_WOULD_BE = {
    "@": T("@5", "@5"), "#": T("#support", "#レーンの名前"), ">": T("> E3", "> E3"), "->": T("> E3", "> E3"),
    "[": _BORDER, "[]": _BORDER, "by": _WRITER,
}  # fmt: skip
