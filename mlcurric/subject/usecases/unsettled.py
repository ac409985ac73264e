"""What keeps a list from being settled: use cases that may still come first, for want of a score or of a name."""

from __future__ import annotations

from collections.abc import Sequence

from mlcurric.subject.product.finding import quoted
from mlcurric.subject.usecases.criteria import CRITERIA
from mlcurric.subject.usecases.gates import wanted_in_words
from mlcurric.subject.usecases.scoring import Ranking, Scored
from mlcurric.text import T, run_on

_GROUPS = 3
"""So many reasons are told; of more use cases how many."""


def unsettled_in_words(ranking: Ranking) -> T | None:
    """Who may still come first and what is wanted of them, in one text; ``None`` where the order is settled."""
    groups: dict[tuple[str, str], list[Scored]] = {}
    for case in ranking.could_lead():
        each = ranking.of(case.id)
        lacks = lacking_in_words(each)
        groups.setdefault((lacks.en, lacks.ja), []).append(each)
    if not groups:
        return None
    said = [_ONE.format(cases=_titles(own), lacks=T(*lacks)) for lacks, own in list(groups.items())[:_GROUPS]]
    if more := sum(len(own) for own in list(groups.values())[_GROUPS:]):
        said.append(_MORE.format(n=more))
    only_names = all(not each.missing for own in groups.values() for each in own)
    return run_on([_NAME_FIRST if only_names else _NOT_SETTLED, *said])


def lacking_in_words(each: Scored) -> T:
    """What a use case lacks to be ranked: its scores, and the names that are asked for; it lacks one of them."""
    parts = []
    if len(each.missing) == len(CRITERIA) and not each.case.unread:
        parts.append(_NO_SCORES)
    elif each.missing:
        parts.append(_NO_SCORE.format(names=_criteria(each)))
    if each.unnamed:
        wanted = wanted_in_words(each.case)
        names = T(", ".join(name.en for name in wanted), "".join(f"「{name.ja}」" for name in wanted))
        parts.append(_NO_NAME.format(names=names))
    return T(", and ".join(part.en for part in parts), "。また、".join(part.ja for part in parts))


def _criteria(each: Scored) -> T:
    """The criteria without a score, each with what stands there in place of one."""
    en, ja = [], []
    for name in each.missing:
        shown, typed = CRITERIA[name].name, quoted(each.case.unread.get(name, ""))
        en.append(f"{shown.en} (“{typed}” cannot be read)" if typed else shown.en)
        ja.append(f"「{shown.ja}」(「{typed}」は読めません)" if typed else f"「{shown.ja}」")
    return T(", ".join(en), "".join(ja))


def _titles(own: Sequence[Scored]) -> T:
    if len(own) == 1:
        return T(own[0].case.title, own[0].case.title)
    ids = [each.case.id for each in own]
    return T(", ".join(ids), "、".join(ids))


_NOT_SETTLED = T("Not settled yet.", "まだ決まりません。")
_NAME_FIRST = T("Not settled yet: write a name, and it is ranked.", "まだ決まりません。名前を書けば、順位に入ります。")
_ONE = T("{cases}: {lacks}.", "{cases}は、{lacks}。")
_MORE = T("So it is with {n} more.", "ほかに{n}件あります。")
_NO_SCORES = T("no score yet", "点がまだです")
_NO_SCORE = T("no score for {names}", "{names}の点がまだです")
_NO_NAME = T("nobody named yet as {names}", "{names}の欄が空です")
