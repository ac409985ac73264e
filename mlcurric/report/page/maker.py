"""What only whoever makes the page can use: sentences with an option of the command stand in one note at its end."""

from __future__ import annotations

import re
from typing import NamedTuple

from mlcurric.report.remark import Remark, Weight
from mlcurric.text import T

_FOR_MAKER = re.compile(r"--[a-z]|pip install")
_IN_BRACKETS = re.compile(r"\s*[(（]--[a-z]+(?:-[a-z]+)*[)）]")
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\"[^\"]*\"")
_HIDDEN = re.compile("\ue000(\\d+)\ue001")
_SENTENCE = {"en": re.compile(r"(?<=[.?!”])\s+(?=[A-Z“])"), "ja": re.compile(r"(?<=。)")}


class Told(NamedTuple):
    """A remark as a reader meets it.

    Attributes:
        way_out: what a reader can do; ``None`` where only the maker of the page can do anything.
        note: the number of the note for the maker, from 1; ``None`` where there is none.
    """

    weight: Weight
    says: T
    way_out: T | None
    note: int | None


class Notes:
    """The notes for the maker, numbered as they come.

    Attributes:
        lines: each once.
    """

    def __init__(self) -> None:
        self.lines: list[T] = []

    def add(self, text: T) -> int:
        """The number of a note."""
        if text not in self.lines:
            self.lines.append(text)
        return self.lines.index(text) + 1

    def told(self, remark: Remark) -> Told:
        """A remark, what of it is for the maker taken out and noted."""
        says, more = parted(remark.says)
        way_out, option = parted(remark.way_out) if remark.way_out else (None, None)
        if says is None:
            # Nothing would be left to read.
            says, more = remark.says, None
        found = [each for each in (more, option) if each]
        note = self.add(_joined(found)) if found else None
        return Told(remark.weight, says, way_out, note)


def parted(text: T) -> tuple[T | None, T | None]:
    """What of a text anybody can read, and its sentences with an option; an option in brackets is left out.

    What stands in quotation marks is a heading or a cell: “Acct. Status” ends no sentence, and “--fee” is no option.
    """
    plain: dict[str, str] = {}
    noted: dict[str, str] = {}
    for lang, end in _SENTENCE.items():
        hidden, quoted = _without_quoted(getattr(text, lang))
        sentences = end.split(_IN_BRACKETS.sub("", hidden))
        blank = " " if lang == "en" else ""
        for found, is_for_maker in ((plain, False), (noted, True)):
            own = blank.join(each for each in sentences if bool(_FOR_MAKER.search(each)) is is_for_maker)
            found[lang] = _HIDDEN.sub(lambda at, quoted=quoted: quoted[int(at[1])], own)
    if not any(noted.values()):
        return T(**plain), None
    if not all(plain.values()) or not all(noted.values()):
        return None, text
    return T(**plain), T(**noted)


def _without_quoted(text: str) -> tuple[str, list[str]]:
    """A text with a number for whatever stands in each pair of quotation marks, and that."""
    quoted: list[str] = []

    def hide(found: re.Match[str]) -> str:
        quoted.append(found[0][1:-1])
        return f"{found[0][0]}\ue000{len(quoted) - 1}\ue001{found[0][-1]}"

    return _QUOTED.sub(hide, text), quoted


def _joined(texts: list[T]) -> T:
    return T(" ".join(each.en for each in texts), "".join(each.ja for each in texts))
