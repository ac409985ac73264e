"""Reads who signs: eight names in the order of the roles, as people write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from mlcurric.subject.poc.setting import PEOPLE
from mlcurric.subject.roles import ROLES
from mlcurric.text import LANGUAGES

LONGEST = 400
_NOBODY = {"", "-", "–", "—", "−", "ー", "?", "...", "none", "nobody", "tbd", "なし", "未定", "いない"}
_BETWEEN = re.compile(r"[,、，;；\n|]+")
_BOTH = re.compile(r"\s*(?:\+|/|＋|／|&|\band\b|(?<=さん)と|・)\s*")
_TITLES = re.compile(r"^(?:mr|ms|mrs|miss|dr)\b\.?\s*|(?:さん|様|氏|部長)$")


class NotEightNames(ValueError):
    """There are more names, or fewer, than roles.

    Attributes:
        found: how many there are.
    """

    def __init__(self, found: int) -> None:
        super().__init__(f"{found} names for {len(ROLES)} roles.")
        self.found = found


def read_signers(text: str, known: Mapping[str, str] | None = None) -> dict[str, tuple[str, ...]]:
    """Role → who signs: ``"Mr Sato, Nao, Ken, …"``, in the order of ``ROLES``.

    Args:
        text: names with commas between; “-” or nothing where nobody signs; “Ken + Rin” where two do. A role may stand
            before its name, with a colon.
        known: what a name is called here (see ``known_people``); a name that is not in it stays as it is written.

    Raises:
        NotEightNames: if there are not as many as roles.
    """
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).strip().strip(",、;")
    parts = [part.rpartition(":")[2].strip() for part in _BETWEEN.split(plain)]
    if len(parts) != len(ROLES):
        raise NotEightNames(len(parts) if plain else 0)
    return {role: _names(part, known or {}) for role, part in zip(ROLES, parts, strict=True)}


def known_people() -> dict[str, str]:
    """The people of the lessons by any name that somebody may type: “Mr Sato”, “sato”, 「佐藤」, 「佐藤さん」."""
    return {_bare(getattr(name, lang)): who for who, name in PEOPLE.items() for lang in LANGUAGES} | {
        who: who for who in PEOPLE
    }


def _names(part: str, known: Mapping[str, str]) -> tuple[str, ...]:
    if part.casefold() in _NOBODY:
        return ()
    return tuple(known.get(_bare(name), name) for name in _BOTH.split(part) if name)


def _bare(name: str) -> str:
    return _TITLES.sub("", name.strip().casefold()).strip()
