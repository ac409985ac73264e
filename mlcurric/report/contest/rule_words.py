"""A rule as somebody would say it: “days since last login more than 45 and contract: monthly”."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import reduce

from mlcurric.report.contest.allowed import allowed
from mlcurric.report.contest.day_words import is_day, said_day_order, said_days
from mlcurric.report.contest.questions import Both, Group, Question
from mlcurric.subject.digits import in_full
from mlcurric.subject.explain.reasons import finer, of_100
from mlcurric.subject.explain.wordings import Wording, counts, default_wording
from mlcurric.text import T

Answers = tuple[tuple[Question | Both, bool], ...]

_MORE = T("{label} more than {value}", "{label}が{value}超")
_FROM = T("{label} {value} or more", "{label}が{value}以上")
_AT_MOST = T("{label} at most {value}", "{label}が{value}以下")
_BETWEEN = T("{label} more than {low} and up to {high}", "{label}が{low}超{high}以下")
_WHOLE_BETWEEN = T("{label} from {low} to {high}", "{label}が{low}〜{high}")
_WHOLE_IS = T("{label} {low}", "{label}が{low}")
_IS = T("{label}: {value}", "{label}が「{value}」")
_IS_NOT = T("{label}: anything but “{value}”", "{label}が「{value}」以外")
_BLANK = T("{label} blank", "{label}が空欄")
_FILLED = T("{label} filled in", "{label}に記入あり")
_BRACKETS = T("({who})", "({who})")
_AND = T("{first} and {second}", "{first}、かつ{second}")
_OR = T("{first} or {second}", "{first}または{second}")
_OR_BLANK = T("{said} (or blank)", "{said}(空欄も含む)")
_GROUP = T("{place}. Those with {who} ({n} left)", "{place}. {who}の顧客({n}が解約)")
_ANY_GROUP = T(
    "{place}. Those for whom one of these holds ({n} left):", "{place}. 次のどれかにあてはまる顧客({n}が解約)"
)
_EITHER = T("– {who}", "・{who}")
_REST = T("{place}. Everybody else ({n} left)", "{place}. そのほかの顧客({n}が解約)")
_AS_THEY_COME = T(
    "In no order: no question tells leavers from the others.", "順番はつけません。どの質問でも差がつかないためです。"
)
_HIGHEST = T("By {label}, highest first.", "{label}が大きい順。")
_LOWEST = T("By {label}, lowest first.", "{label}が小さい順。")
_MOST = T("By {label}, highest first.", "{label}が多い順。")
_FEWEST = T("By {label}, lowest first.", "{label}が少ない順。")
_VERBS_AND = (("過ぎた", "過ぎ"), ("過ぎていない", "過ぎておらず"))
_VERBS_OR = (("過ぎた", "過ぎたか、"), ("過ぎていない", "過ぎていないか、"))


def said_groups(
    rule: Group,
    wordings: Mapping[Hashable, Wording],
    flags: Iterable[str],
    whole: Iterable[str],
    gaps: Iterable[str],
    around: Iterable[str] = (),
    of: int | None = None,
) -> T:
    """A rule of groups, a line each, the riskiest first, with the share that left.

    Args:
        wordings: how columns are said; one without words is said by its own name.
        flags, whole, gaps, around: columns that hold yes and no only, whole numbers only, blanks too, numbers on both sides of 0.
        of: so many customers a share is said of; by default as ``finer`` has it.
    """
    if rule.question is None:
        return _AS_THEY_COME
    blocks: dict[float, list[Answers]] = {}
    places = {answers[-1][0]: group.share for answers, group in rule.leaves() if answers[-1][1]}
    for answers, group in sorted(rule.leaves(), key=lambda leaf: -leaf[1].share):
        needed = _needed(answers, {both for both, share in places.items() if share >= group.share})
        blocks.setdefault(group.share, []).append(needed)
    *first, last = blocks
    if not first:
        return _AS_THEY_COME
    lines: list[T] = []
    # Where few leave, 3 and 8 of 1,000 would be the same of 100.
    counted = [group for _, group in rule.leaves()]
    of = of or finer(sum(each.leavers for each in counted) / max(sum(each.rows for each in counted), 1))
    for place, share in enumerate(first, 1):
        who = [said_answers(answers, wordings, flags, whole, gaps, around) for answers in blocks[share]]
        told = {"place": place, "n": of_100(share, of)}
        if len(who) == 1:
            said = _GROUP.format(who=who[0], **told)
            # 「60日を過ぎた顧客」
            lines.append(T(said.en, re.sub(r"(過ぎた|過ぎていない)の顧客", r"\1顧客", said.ja)))
        else:
            lines += [_ANY_GROUP.format(**told), *(_EITHER.format(who=one) for one in who)]
    lines.append(_REST.format(place=len(first) + 1, n=of_100(last, of)))
    return T("\n".join(line.en for line in lines), "\n".join(line.ja for line in lines))


def _needed(answers: Answers, above: Collection[Question | Both]) -> Answers:
    """The answers without those that go without saying: who is not named by a pair that stands above, or that no one here can be.

    Args:
        above: what names the groups that do not stand below.
    """
    named = [each for each, answer in answers if answer and isinstance(each, Both)]
    return tuple(
        (each, answer)
        for each, answer in answers
        if answer or not isinstance(each, Both) or not (each in above or any(each.excludes(other) for other in named))
    )


def said_order(column: str, highest_first: bool, wordings: Mapping[Hashable, Wording], below: bool = False) -> T:
    """A rule that sorts by one column.

    Args:
        below: whether numbers below 0 are in it.
    """
    wording = wordings.get(column) or default_wording(column)
    if is_day(wording):
        return said_day_order(wording.label, highest_first, below)
    first, last = (_MOST, _FEWEST) if counts(wording.label, wording.says) else (_HIGHEST, _LOWEST)
    return (first if highest_first else last).format(label=wording.label)


def said_answers(
    answers: Answers,
    wordings: Mapping[Hashable, Wording],
    flags: Iterable[str] = (),
    whole: Iterable[str] = (),
    gaps: Iterable[str] = (),
    around: Iterable[str] = (),
) -> T:
    """All answers that lead to one group; those about one column are said as one."""
    single = [(question, answer) for question, answer in answers if isinstance(question, Question)]
    single += [one for both, answer in answers if isinstance(both, Both) and answer for one in both.answers]
    said: list[T] = []
    for column in dict.fromkeys(question.column for question, _ in single):
        own = [(question, answer) for question, answer in single if question.column == column]
        wording = wordings.get(column) or default_wording(column)
        said.append(_said_column(own, wording, column in flags, column in whole, column in gaps, column in around))
    for both, answer in answers:
        if isinstance(both, Both) and not answer:
            # “Not (a and b)” has to be turned round in one’s head: who did not give both answers gave the opposite of one.
            turned = (((question, not given),) for question, given in both.answers)
            either = [said_answers(one, wordings, flags, whole, gaps, around) for one in turned]
            said.append(_joined(either, _OR) if len(answers) == 1 else _BRACKETS.format(who=_joined(either, _OR)))
    return _joined(said, _AND)


def _joined(said: Sequence[T], form: T) -> T:
    """Several in a row; 「60日を過ぎた」 ends in a verb, and goes on otherwise than 「60日以内」."""
    ends = _VERBS_OR if form is _OR else _VERBS_AND

    def linked(first: T, second: T) -> T:
        ja = next(
            (first.ja.removesuffix(verb) + goes_on for verb, goes_on in ends if first.ja.endswith(verb)), first.ja
        )
        return form.format(first=T(first.en, ja), second=second)

    return reduce(linked, said)


def _said_column(own: Answers, wording: Wording, flag: bool, whole: bool, gap: bool, around: bool) -> T:
    label, can = wording.label, allowed(own)
    if not can.filled:
        return _BLANK.format(label=label)
    if can.low is not None or can.high is not None:
        said = _said_number(wording, can.low, can.high, flag, whole, around)
    elif can.value is not None:
        said = _IS.format(label=label, value=wording.value(can.value))
    elif can.others:
        said = _joined([_IS_NOT.format(label=label, value=wording.value(value)) for value in can.others], _AND)
    else:
        return _FILLED.format(label=label)
    return _OR_BLANK.format(said=said) if gap and can.blank else said


def _said_number(wording: Wording, low: float | None, high: float | None, flag: bool, whole: bool, around: bool) -> T:
    if flag:
        return _IS.format(label=wording.label, value=wording.value(low is not None))
    if is_day(wording):
        return said_days(wording.label, low, high, whole, around)
    return _said_range(wording.label, wording, low, high, whole, around)


def _said_range(label: T, wording: Wording, low: float | None, high: float | None, whole: bool, around: bool) -> T:
    """A number above ``low`` and up to ``high``; of whole numbers, more than 9 is from 10 on.

    Args:
        around: whether numbers lie on both sides of 0.
    """
    if whole:
        low, high = None if low is None else float(int(low // 1) + 1), None if high is None else float(high // 1)
        # 「0回以下」 makes one wonder what less than none is.
        low = 0.0 if low is None and high == 0 and not around else low
        forms = _AT_MOST, _FROM, _WHOLE_IS if low == high else _WHOLE_BETWEEN
    else:
        forms = _AT_MOST, _MORE, _BETWEEN
    # Whoever goes by the words has to find the customers of the rule: a border is never rounded.
    form = forms[0] if low is None else forms[1] if high is None else forms[2]
    low, high = (None if border is None else wording.value(border, in_full) for border in (low, high))
    return form.format(label=label, value=high if low is None else low, low=low, high=high)
