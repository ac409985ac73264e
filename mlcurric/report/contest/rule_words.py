"""A rule as somebody would say it: “days since last login more than 45 and contract: monthly”."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from mlcurric.report.contest.questions import Group, Question
from mlcurric.subject.explain.reasons import of_100
from mlcurric.subject.explain.wordings import Wording, default_wording
from mlcurric.text import T

Answers = tuple[tuple[Question, bool], ...]

_MORE = T("{label} more than {value}", "{label}が{value}を超える")
_AT_MOST = T("{label} {value} or less", "{label}が{value}以下")
_BETWEEN = T("{label} more than {low} and up to {high}", "{label}が{low}を超え{high}以下")
_WHOLE_BETWEEN = T("{label} from {low} to {high}", "{label}が{low}〜{high}")
_WHOLE_IS = T("{label} {low}", "{label}が{low}")
_IS = T("{label}: {value}", "{label}が「{value}」")
_IS_NOT = T("{label}: not {value}", "{label}が「{value}」以外")
_BLANK = T("{label} blank", "{label}が空欄")
_FILLED = T("{label} filled in", "{label}に記入あり")
_AND = T("{first} and {second}", "{first}、かつ{second}")
_OR_BLANK = T("{said} (or blank)", "{said}(空欄も含む)")
_SHARE = T("{who} ({n} left)", "{who}の顧客({n}が解約)")
_FIRST = T("First those with {who}", "まず、{who}")
_THEN = T("then those with {who}", "次に、{who}")
_REST = T("last, everybody else ({n} left).", "最後に、そのほかの顧客({n}が解約)。")
_AS_THEY_COME = T("Nobody before anybody else: no question parts them.", "順番はつけない。どの質問でも差がつかない。")
_HIGHEST = T("By {label}, highest first.", "{label}が大きい順。")
_LOWEST = T("By {label}, lowest first.", "{label}が小さい順。")


def said_groups(
    rule: Group, wordings: Mapping[Hashable, Wording], flags: Iterable[str], whole: Iterable[str], gaps: Iterable[str]
) -> T:
    """A rule of groups, the riskiest first, each with the share that left.

    Args:
        wordings: how columns are said; one without words is said by its own name.
        flags, whole, gaps: columns that hold yes and no only, whole numbers only, blanks too.
    """
    if rule.question is None:
        return _AS_THEY_COME
    blocks: dict[float, list[T]] = {}
    for answers, group in sorted(rule.leaves(), key=lambda leaf: -leaf[1].share):
        blocks.setdefault(group.share, []).append(said_answers(answers, wordings, flags, whole, gaps))
    *first, last = blocks
    if not first:
        return _AS_THEY_COME
    parts = [
        (_THEN if place else _FIRST).format(who=_SHARE.format(who=_either(blocks[share]), n=of_100(share)))
        for place, share in enumerate(first)
    ]
    rest = _REST.format(n=of_100(last))
    return T("; ".join([*(part.en for part in parts), rest.en]), "。".join([*(part.ja for part in parts), rest.ja]))


def _either(said: list[T]) -> T:
    return T(" – or ".join(one.en for one in said), "、または".join(one.ja for one in said))


def said_order(column: str, highest_first: bool, wordings: Mapping[Hashable, Wording]) -> T:
    """A rule that sorts by one column."""
    label = (wordings.get(column) or default_wording(column)).label
    return (_HIGHEST if highest_first else _LOWEST).format(label=label)


def said_answers(
    answers: Answers,
    wordings: Mapping[Hashable, Wording],
    flags: Iterable[str] = (),
    whole: Iterable[str] = (),
    gaps: Iterable[str] = (),
) -> T:
    """All answers that lead to one group; those about one number are said as one."""
    said: T | None = None
    for column in dict.fromkeys(question.column for question, _ in answers):
        own = [(question, answer) for question, answer in answers if question.column == column]
        wording = wordings.get(column) or default_wording(column)
        for one in _said_column(own, wording, column in flags, column in whole, column in gaps):
            said = one if said is None else _AND.format(first=said, second=one)
    return said


def _said_column(own: list, wording: Wording, flag: bool, whole: bool, gap: bool) -> list[T]:
    label, said = wording.label, []
    borders = [(question.above, answer) for question, answer in own if question.above is not None]
    filled = any(question.blank and not answer for question, answer in own)
    if flag and borders:
        said.append(_IS.format(label=label, value=wording.value(borders[-1][1])))
        said[-1] = _OR_BLANK.format(said=said[-1]) if gap and not filled and not borders[-1][1] else said[-1]
    elif borders:
        low = max((border for border, answer in borders if answer), default=None)
        high = min((border for border, answer in borders if not answer), default=None)
        said.append(_said_range(label, wording, low, high, whole))
        said[-1] = _OR_BLANK.format(said=said[-1]) if gap and not filled and low is None else said[-1]
    texts = [(question.value, answer) for question, answer in own if question.value is not None]
    if yes := [value for value, answer in texts if answer]:
        said.append(_IS.format(label=label, value=wording.value(yes[0])))
    else:
        said.extend(_IS_NOT.format(label=label, value=wording.value(value)) for value, _ in texts)
    blank = [answer for question, answer in own if question.blank]
    # A border or a text that holds has said already that the cell is not blank.
    if blank and (blank[-1] or not said):
        said.append((_BLANK if blank[-1] else _FILLED).format(label=label))
    return said


def _said_range(label: T, wording: Wording, low: float | None, high: float | None, whole: bool) -> T:
    if low is None:
        return _AT_MOST.format(label=label, value=wording.value(high))
    if high is None:
        return _MORE.format(label=label, value=wording.value(low))
    if not whole:
        return _BETWEEN.format(label=label, low=wording.value(low), high=wording.value(high))
    # Of whole numbers, more than 9 is from 10 on.
    first, last = float(int(low // 1) + 1), float(high // 1)
    form = _WHOLE_IS if first == last else _WHOLE_BETWEEN
    return form.format(label=label, low=wording.value(first), high=wording.value(last))
