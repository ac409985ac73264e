"""The words that tie a person's forms together: the same word in another script is one, a slip of the pen is told to whoever types."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mlcurric.subject.sheets import Fault
from mlcurric.subject.surveys.sounds import folded
from mlcurric.subject.surveys.teams import team_key
from mlcurric.subject.surveys.whose import FileFault, FoundRow
from mlcurric.text import T, listed

_ALIKE = 0.7
_NAMED = 8
"""So many words are named on either side."""


def one_word(found: Sequence[FoundRow]) -> list[FoundRow]:
    """The lines, a word written in two ways on two forms made one.

    Where both ways stand on one form of a team they are two people's, and stay two.
    """
    ways: dict[tuple[str, str], dict[int, set[str]]] = {}
    for each in found:
        if each.row.code:
            ways.setdefault(_key(each), {}).setdefault(each.row.stage, set()).add(each.row.code)
    one = {
        key: min(by_form[min(by_form)])
        for key, by_form in ways.items()
        if all(len(words) == 1 for words in by_form.values())
    }
    return [
        replace(each, row=replace(each.row, code=one.get(_key(each), each.row.code))) if each.row.code else each
        for each in found
    ]


def about_words(found: Sequence[FoundRow]) -> Iterator[FileFault]:
    """Team by team, the words that stand on its first form only and on its last form only, where one may be another's slip of the pen.

    For whoever types the answers; a page for all must not show it.
    """
    teams: dict[str, list[FoundRow]] = {}
    for each in found:
        teams.setdefault(team_key(each.row.team), []).append(each)
    for own in teams.values():
        stages = {each.row.stage for each in own}
        first, last = ([each for each in own if each.row.stage == stage] for stage in (min(stages), max(stages)))
        if len(stages) > 1:
            yield from _unmatched(first, last, named=len(teams) > 1)


def _unmatched(first: Sequence[FoundRow], last: Sequence[FoundRow], named: bool) -> Iterator[FileFault]:
    before, after = _beside(first, last), _beside(last, first)
    blank_before, blank_after = (sum(not each.row.code for each in rows) for rows in (first, last))
    near = next(((one, other) for other in after for one in before if _alike(one, other)), None)
    # Whoever left and whoever came have words of their own too: without one of these signs nobody need look.
    if not near and not (before and blank_after > blank_before) and not (after and blank_before > blank_after):
        return
    says = T("words only on the first form: {before}; only on the last: {after}.", "前だけにある合い言葉: {before}。あとだけ: {after}。").format(
        before=_listed(before, blank_before), after=_listed(after, blank_after)
    )  # fmt: skip
    if named and first[0].row.team:
        says = T("{team}: {says}", "{team}: {says}").format(team=first[0].row.team, says=says)
    at = near[1] if near else (after or before)[0]
    way_out = _IF_SLIPS
    if near:
        way_out = _IF_ONE.format(one=near[0].row.code, other=at.row.code, file=at.file, line=at.row.line)
    yield FileFault(at.file, Fault(at.row.line, says, way_out), asks=near is not None)


def _beside(rows: Sequence[FoundRow], others: Sequence[FoundRow]) -> list[FoundRow]:
    """Those whose word stands in none of the others."""
    known = {each.row.code for each in others}
    return [each for each in rows if each.row.code and each.row.code not in known]


def _listed(rows: Iterable[FoundRow], blank: int) -> T:
    words = list(dict.fromkeys(each.row.code for each in rows))
    said = [T(word, word) for word in words[:_NAMED]]
    if more := len(words) - _NAMED if len(words) > _NAMED else 0:
        said.append(T(f"{more} more", f"ほか{more}"))
    if blank:
        said.append(T(f"without a word {blank}", f"合い言葉なし{blank}件"))
    return listed(said or [T("none", "なし")])


def _alike(one: FoundRow, other: FoundRow) -> bool:
    sounds = folded(one.row.code), folded(other.row.code)
    return difflib.SequenceMatcher(None, *sounds).ratio() >= _ALIKE


def _key(each: FoundRow) -> tuple[str, str]:
    return team_key(each.row.team), folded(each.row.code)


_IF_ONE = T(
    "“{one}” and “{other}” may be one person's slip: then write “{one}” in {file}, line {line}. If they are two people, leave it. This is told here only.",
    "「{one}」と「{other}」は、同じ人の書き間違いかもしれません。そうなら、{file} の{line}行目を「{one}」に直してください。別の人なら、このままで。ここにだけ出て、報告書には載りません。",
)
_IF_SLIPS = T(
    "Where somebody wrote another word than before, write the first one in the later file; without it nobody can say what moved for them. Other people stay as they are. This is told here only.",
    "書き間違いなら、あとのファイルの合い言葉を前と同じに直してください。結びつかないと、その人の変化がわかりません。別の人なら、このままで。ここにだけ出て、報告書には載りません。",
)
