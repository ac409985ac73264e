"""What people write where a name is asked: one person or two, nobody yet, a department, everybody, a machine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum

from mlcurric.subject.product import about_people as words
from mlcurric.subject.product.numerals import normalised
from mlcurric.subject.roles import cover

_BETWEEN = re.compile(
    r"[,、，;；\n|/+＋&＆／]|\band\b|(?<=さん)と|(?<=[一-鿿々ァ-ヴー様氏君])と(?=[一-鿿ァ-ヴ])|(?<![ァ-ヴー])・|・(?![ァ-ヴー])"
)
_BRACKETS = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_TITLES = re.compile(r"^(?:mr|ms|mrs|miss|dr)\b\.?\s*|(?:さん|様|氏|君|先生|社長|(?<=\w\w)本部長|部長|課長|係長|室長)$")
_VACANT = re.compile(r"vacant|open|to be (?:decided|hired|found)|tbd|tba|hiring|空席|募集中|採用予定|採用中|検討中|調整中|誰か|somebody|someone")  # fmt: skip
_PDM = re.compile(r"(?:the |our )?(?:pdm|product manager|pm)|プロダクトマネージャー|プロダクトマネジャー")
_ANY_ROLE = "ux_designer"


class Whom(Enum):
    """What a name stands for."""

    NOBODY = "nobody"
    PERSON = "person"
    GROUP = "group"
    EVERYBODY = "everybody"
    MACHINE = "machine"


def names_in(cell: str) -> tuple[str, ...]:
    """The names in a cell, as they are written and each once; none where nobody is named: 「健さんと凛さん」, 「翔太と由美」, “Ken + Rin”."""
    parts = [part.strip() for part in _BETWEEN.split(unicodedata.normalize("NFKC", cell))]
    found: dict[str, str] = {}
    for part in parts:
        if whom(part) is not Whom.NOBODY:
            found.setdefault(bare(part), part)
    return tuple(found.values())


def whom(name: str) -> Whom:
    """What one name stands for; what is not understood is taken for a person."""
    plain = normalised(_BRACKETS.sub("", name)).strip(" 。.!?？")
    if not plain or _VACANT.fullmatch(plain) or _ANY_ROLE in cover({_ANY_ROLE: plain}).gaps:
        return Whom.NOBODY
    for pattern, kind in (
        (words._MACHINE, Whom.MACHINE),
        (words._EVERYBODY, Whom.EVERYBODY),
        (words._GROUP, Whom.GROUP),
    ):
        if pattern.fullmatch(plain):
            return kind
    return Whom.PERSON


def bare(name: str) -> str:
    """A name as it is compared: 「佐藤さん」, 「佐藤部長(営業)」 and 「佐藤」 are one; whoever writes “me” is the PdM."""
    plain = normalised(_BRACKETS.sub("", name)).strip()
    if _PDM.fullmatch(plain) or cover({_ANY_ROLE: plain}).mine:
        return "pdm"
    return re.sub(r"\s+", "", _TITLES.sub("", plain).strip()) or plain


def is_among(name: str, names: Iterable[str]) -> bool:
    """Whether a name is one of ``names``, however it is written."""
    return bare(name) in {bare(other) for other in names}
