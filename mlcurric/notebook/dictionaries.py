"""What is missing between “{” and “}”: the colon between a key and its value, the value itself."""

from __future__ import annotations

import keyword
import re
import unicodedata

from mlcurric.text import T

_KEY = r"""(?P<key>\d+|"[^"]*"|'[^']*')"""
_VALUE = r"""(?P<value>"[^"]*"|'[^']*'|\.\.\.|\w+)"""
_NO_COLON = re.compile(rf"(?:^|[{{,])\s*{_KEY}\s*(?P<sign>[;=]|->|→)?\s*{_VALUE}")
_NO_VALUE = re.compile(rf"(?:^|[{{,])\s*{_KEY}\s*:\s*(?=[,}}]|$)")
_KEY_ALONE = re.compile(r"""[{,]\s*(?P<key>\d+|"[^"]*"|'[^']*')\s*(?=[,}])""")
_SEMICOLON = re.compile(r""":\s*(?:"[^"]*"|'[^']*'|[\w.]+)\s*;""")


def about_dictionary(line: str, code: str, cell: str, number: int, message: str) -> tuple[T, ...] | None:
    """What is said of a line between “{” and “}” that Python cannot read; ``None`` where the slip is another.

    Args:
        line: as it was typed.
        code: the same without its strings and comments.
        cell: the whole cell, or as much of it as is known.
        number: the line's place in it, counted from 1.
        message: what Python says of it.
    """
    above = "\n".join(cell.splitlines()[: number - 1])
    within = above.count("{") > above.count("}")
    at = line.find("{")
    if "{" not in code and not within:
        return None
    text = unicodedata.normalize("NFKC", line if within else line[at:]).strip()
    if (found := _NO_COLON.search(text)) and not keyword.iskeyword(found["value"]):
        if found["sign"]:
            return (
                T("Between {key} and {value} stands “:”, not “{sign}”.", "{key} と {value} の間は「{sign}」ではなく「:」です。").format(
                    key=found["key"], value=found["value"], sign=found["sign"]
                ),
            )  # fmt: skip
        return (
            T("A “:” is missing between {key} and {value}.", "{key} と {value} のあいだに「:」が要ります。").format(
                key=found["key"], value=found["value"]
            ),
        )
    if found := _NO_VALUE.search(text):
        return (
            T("After {key}: nothing stands.", "「{key}:」の後ろに何もありません。").format(key=found["key"]),
            T("Write there what belongs to {key}.", "{key} に対応する値を書いてください。").format(key=found["key"]),
        )
    if "expected after dictionary key" in message and (found := _KEY_ALONE.search(text)):
        return (
            T("{key} stands alone: a pair is a key, “:” and a value.", "{key} が1つだけで立っています。組は、左の値、「:」、右の値の順に書きます。").format(
                key=found["key"]
            ),
        )  # fmt: skip
    if _SEMICOLON.search(text):
        return (T("Between two pairs stands “,”, not “;”.", "組と組のあいだは「;」ではなく「,」です。"),)
    return None
