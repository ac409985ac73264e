"""The names of teams as people spell them: one team for “App team”, “ａｐｐ” and “APP-Team”."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

_TEAM = re.compile(r"(チーム|ちーむ|team|グループ|group)(名)?|さん$|の(みなさん|皆さん)$")
_ALIKE = 0.8


def team_key(name: str) -> str:
    """What two spellings of a team's name have in common; empty for an empty name."""
    squeezed = squeeze(name)
    return _TEAM.sub("", squeezed) or squeezed


def squeeze(text: str) -> str:
    """A text as headings and names are compared: one width, one case, letters and digits only."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def one_spelling(names: Iterable[str], same: Mapping[str, str] | None = None) -> dict[str, str]:
    """For each spelling the name that its team gets: the one used most, the first of them where two are used as often.

    Args:
        names: as they were typed, one an answer.
        same: spellings that stand for another team's name, such as ``{"アプリ開初": "アプリ開発"}``.
    """
    names = [name for name in names if name.strip()]
    meant = {team_key(one): team_key(other) for one, other in (same or {}).items()}
    spellings: dict[str, Counter[str]] = {}
    for name in names:
        key = team_key(name)
        own = spellings.setdefault(meant.get(key, key), Counter())
        # What is spelt like another team never names it.
        own[" ".join(unicodedata.normalize("NFKC", name).split())] += 0 if key in meant else 1
    said = {key: max(own, key=own.__getitem__) for key, own in spellings.items()}
    # A team that goes only by another spelling has the name that it was said to have.
    said |= {
        team_key(other): other
        for other in (same or {}).values()
        if not sum(spellings.get(team_key(other), Counter()).values())
    }
    return {name: said[meant.get(team_key(name), team_key(name))] for name in names}


def look_alike(teams: Mapping[str, int]) -> list[tuple[str, str]]:
    """Pairs of teams whose names differ by a slip of the pen, the smaller one first.

    Args:
        teams: the number of answers, by name.
    """
    pairs = []
    for one, other in combinations(sorted(teams, key=lambda name: (teams[name], name)), 2):
        keys = team_key(one), team_key(other)
        digits = [re.sub(r"\D", "", key) for key in keys]
        single = min(map(len, keys)) == 1
        if digits[0] == digits[1] and not single and difflib.SequenceMatcher(None, *keys).ratio() >= _ALIKE:
            pairs.append((one, other))
    return pairs
