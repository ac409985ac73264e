"""A rule as somebody would say it: “days since last login more than 45 and contract: monthly”."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from functools import reduce

from mlcurric.report.contest.questions import Both, Group, Question
from mlcurric.subject.digits import in_full
from mlcurric.subject.explain.reasons import finer, of_100
from mlcurric.subject.explain.wordings import Wording, default_wording
from mlcurric.text import T

Answers = tuple[tuple[Question | Both, bool], ...]

DAYS_BEFORE = T("{value} days before", "{value}日前")
"""How a column of days is said: so many days before the look. In a rule it is a day again, on one side of another."""
_MORE = T("{label} more than {value}", "{label}が{value}超")
_FROM = T("{label} {value} or more", "{label}が{value}以上")
_AT_MOST = T("{label} at most {value}", "{label}が{value}以下")
_BELOW = T("{label} less than {value}", "{label}が{value}未満")
_BETWEEN = T("{label} more than {low} and up to {high}", "{label}が{low}超{high}以下")
_WHOLE_BETWEEN = T("{label} from {low} to {high}", "{label}が{low}〜{high}")
_WHOLE_IS = T("{label} {low}", "{label}が{low}")
_LONG_AGO = T("{label} more than {value} days ago", "{label}から{value}日を過ぎた")
_LATELY = T("{label} within the last {value} days", "{label}から{value}日以内")
_DAYS_BETWEEN = T("{label} more than {low} and up to {high} days ago", "{label}から{low}日を過ぎ{high}日以内")
_IS = T("{label}: {value}", "{label}が「{value}」")
_IS_NOT = T("{label}: not {value}", "{label}が「{value}」以外")
_BLANK = T("{label} blank", "{label}が空欄")
_FILLED = T("{label} filled in", "{label}に記入あり")
_NOT_BOTH = T("not ({who})", "({who})以外")
_AND = T("{first} and {second}", "{first}、かつ{second}")
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
_OLDEST = T("By {label}, the day longest ago first.", "{label}が古い順。")
_NEWEST = T("By {label}, the latest day first.", "{label}が新しい順。")


def said_groups(
    rule: Group,
    wordings: Mapping[Hashable, Wording],
    flags: Iterable[str],
    whole: Iterable[str],
    gaps: Iterable[str],
    of: int | None = None,
) -> T:
    """A rule of groups, a line each, the riskiest first, with the share that left.

    Args:
        wordings: how columns are said; one without words is said by its own name.
        flags, whole, gaps: columns that hold yes and no only, whole numbers only, blanks too.
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
        who = [said_answers(answers, wordings, flags, whole, gaps) for answers in blocks[share]]
        told = {"place": place, "n": of_100(share, of)}
        if len(who) == 1:
            lines.append(_GROUP.format(who=who[0], **told))
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


def said_order(column: str, highest_first: bool, wordings: Mapping[Hashable, Wording]) -> T:
    """A rule that sorts by one column."""
    wording = wordings.get(column) or default_wording(column)
    if _is_day(wording):
        return (_OLDEST if highest_first else _NEWEST).format(label=wording.label)
    return (_HIGHEST if highest_first else _LOWEST).format(label=wording.label)


def _is_day(wording: Wording) -> bool:
    """Whether a column is said as so many days before: also in the words of a file, in one of the languages."""
    return wording.says.en.endswith(DAYS_BEFORE.en[7:]) or wording.says.ja.endswith(DAYS_BEFORE.ja[7:])


def said_answers(
    answers: Answers,
    wordings: Mapping[Hashable, Wording],
    flags: Iterable[str] = (),
    whole: Iterable[str] = (),
    gaps: Iterable[str] = (),
) -> T:
    """All answers that lead to one group; those about one number are said as one."""
    single = [(question, answer) for question, answer in answers if isinstance(question, Question)]
    single += [one for both, answer in answers if isinstance(both, Both) and answer for one in both.answers]
    said: list[T] = []
    for column in dict.fromkeys(question.column for question, _ in single):
        own = [(question, answer) for question, answer in single if question.column == column]
        wording = wordings.get(column) or default_wording(column)
        said += _said_column(own, wording, column in flags, column in whole, column in gaps)
    for both, answer in answers:
        if isinstance(both, Both) and not answer:
            said.append(_NOT_BOTH.format(who=said_answers(both.answers, wordings, flags, whole, gaps)))
    return reduce(lambda first, second: _AND.format(first=first, second=second), said)


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
    """A number above ``low`` and up to ``high``; of whole numbers, more than 9 is from 10 on."""
    if _is_day(wording) and min(border for border in (low, high) if border is not None) >= 0:
        return _said_days(label, low, high, whole)
    if whole and not _is_day(wording):
        low, high = None if low is None else float(int(low // 1) + 1), None if high is None else float(high // 1)
        forms = _AT_MOST, _FROM, _WHOLE_IS if low == high else _WHOLE_BETWEEN
    else:
        forms = _AT_MOST, _MORE, _BETWEEN
    if low is None and whole and high == 0 and not _is_day(wording):
        # 「0回以下」 makes one wonder what less than none is.
        return _BELOW.format(label=label, value=wording.value(1.0))
    # Whoever goes by the words has to find the customers of the rule: a border is never rounded.
    form = forms[0] if low is None else forms[1] if high is None else forms[2]
    low, high = (None if border is None else wording.value(border, in_full) for border in (low, high))
    return form.format(label=label, value=high if low is None else low, low=low, high=high)


def _said_days(label: T, low: float | None, high: float | None, whole: bool) -> T:
    """A day more than ``low`` and up to ``high`` days ago."""
    form = _LATELY if low is None else _LONG_AGO if high is None else _DAYS_BETWEEN
    low, high = (None if border is None else in_full(border // 1 if whole else border) for border in (low, high))
    return form.format(label=label, value=high if low is None else low, low=low, high=high)
