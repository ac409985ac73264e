"""What to ask, and whom, before anybody acts on the list: from its own reasons and columns, five questions at most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Hashable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from mlcurric.report.advice.lexicon import plain_name, quiet_side
from mlcurric.report.contest.features import learnable
from mlcurric.report.reading.names import first_columns
from mlcurric.subject.explain.wordings import counts
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.advice.lexicon import Side
    from mlcurric.report.advice.listing import AtRisk, Listed
    from mlcurric.report.contest.leaks import Suspect
    from mlcurric.report.reading.customers import Customers
    from mlcurric.subject.explain.reasons import Reason

MOST = 5
_NAMED = 3
_CONTACT = re.compile(
    r"contacted|campaign|\bcalled\b|outreach|\boffer|coupon|discount|retention|連絡|架電|施策|キャンペーン|クーポン|割引|値引|特典|引き止め"
)


def questions_to_ask(
    at_risk: AtRisk, customers: Customers, suspects: Sequence[Suspect] = (), contacting: bool = True
) -> tuple[T, ...]:
    """The questions, the one that can overturn most first.

    Args:
        contacting: whether anybody is contacted; else nobody is asked whom to leave out of it, nor what to say.
    """
    rows = at_risk.rows
    questions = [
        _about_answers([each.column for each in suspects if each.grade == "ask"]),
        _about_contacts([*customers.columns, *customers.aside]),
        _about_top_reason(rows, at_risk.words.guessed),
        *([_about_nothing_to_do(rows), _about_waking(rows, customers)] if contacting else []),
    ]
    return tuple(each for each in questions if each)[:MOST]


def _about_answers(columns: Sequence[str]) -> T | None:
    """Columns that may know the answer already."""
    if not columns:
        return None
    return T(
        "Whoever fills in {columns}: is it written before a customer decides to leave, or after? What is written after "
        "must not be used.",
        "{columns}を入力している人に: それが書かれるのは、顧客が解約を決める前ですか、あとですか。あとなら、その列は使えません。",
    ).format(columns=first_columns(columns, _NAMED))


def _about_contacts(columns: Sequence[str]) -> T:
    """What was done to these customers while they were counted."""
    named = [name for name in columns if _CONTACT.search(plain_name(name))]
    ask = T(
        "Were some of these customers contacted, or made an offer, while they were counted? Then the table shows who left in "
        "spite of it, and nobody knows who would have left without.",
        "集計の期間中に、連絡や特典の案内を受けた人はいませんか。いるなら、この表でわかるのは「それでも解約した人」で、何もしなければどうなったかはわかりません。",
    )
    if not named:
        return ask
    return T("{ask} Ask about {columns} first.", "{ask}まず{columns}について確かめてください。").format(
        ask=ask, columns=first_columns(named, _NAMED)
    )


def _about_top_reason(rows: Sequence[Listed], guessed: Collection[str]) -> T | None:
    """The reason that stands first most often, among those that go with leaving.

    Args:
        guessed: columns of which “can we act?” was only guessed.
    """
    first = [next((each for each in row.codes.reasons if (each.points or 0) > 0), None) for row in rows]
    counts = Counter(reason.column for reason in first if reason)
    if not counts:
        return None
    column, count = counts.most_common(1)[0]
    theirs = [each for each in first if each and each.column == column]
    # Where nobody can change it, nobody knows what came of a change. A blank cell is marked otherwise than its column.
    fixed = _GUESSED_FIXED if column in guessed else _FIXED
    ask = fixed if any(each.actionable is False for each in theirs) else _CHANGED
    return ask.format(who=of_all(count, rows), label=theirs[0].label)


def _about_nothing_to_do(rows: Sequence[Listed]) -> T | None:
    """Customers for whom no reason can be acted on."""
    without = sum(not row.actionable for row in rows)
    if not without:
        return None
    return T(
        "For {who}, no reason is marked “can act”. What would be said to them, and is that worth a contact?",
        "{who}について、「手を打てる」の印が付いた理由がひとつもありません。何を話しますか。それでも連絡する意味はありますか。",
    ).format(who=of_all(without, rows))


def _about_waking(rows: Sequence[Listed], customers: Customers) -> T | None:
    """Customers whom a contact would remind that they can leave: those of little use, or long unheard of."""
    if not rows:
        return None
    quiet: dict[Hashable, list[tuple[Listed, Reason]]] = {}
    for column, theirs in _reasons_of(rows).items():
        if side := quiet_side(str(column), customers.columns[column].kind):
            of = _on_side(side, column, customers)
            if found := [(row, reason) for row, reason in theirs if of[row.row]]:
                quiet[column] = found
    if not quiet:
        return _WHO_PAYS
    column, found = max(quiet.items(), key=lambda each: len(each[1]))
    reason, side = found[0][1], quiet_side(str(column), customers.columns[column].kind)
    kind = customers.columns[column].kind
    beside = (_COUNTED if counts(reason.label, reason.own) else _BESIDE)[side]
    form = _OWN if kind == "flag" else _LONGER_AGO if kind == "day" else beside
    what = form.format(label=reason.label, own=reason.own, usual=reason.usual)
    asks = _SOME_ASLEEP if len(found) <= len(rows) / 2 else _MANY_ASLEEP if len(rows) > 1 else _ONE_ASLEEP
    return asks.format(who=of_all(len(found), rows), what=what, first=_named([row.id for row, _ in found]))


def _named(ids: Sequence[str]) -> T:
    """The first of these customers, or all where they are few."""
    said = _ALL_OF_THEM if len(ids) <= _NAMED else _FIRST_OF_THEM
    return said.format(ids=T(", ".join(ids[:_NAMED]), "、".join(ids[:_NAMED])))


def _reasons_of(rows: Sequence[Listed]) -> dict[Hashable, list[tuple[Listed, Reason]]]:
    """By column, the reasons that go with leaving, and whose they are."""
    of: dict[Hashable, list[tuple[Listed, Reason]]] = {}
    for row in rows:
        for reason in row.codes.reasons:
            if (reason.points or 0) > 0:
                of.setdefault(reason.column, []).append((row, reason))
    return of


def _on_side(side: Side, column: Hashable, customers: Customers) -> np.ndarray:
    """Which customers lie on a side of the average; on the low one of a change only those whose value fell."""
    values = learnable(customers, [column])[column]
    if side == "high":
        return values.gt(values.mean()).to_numpy()
    return values.lt(min(values.mean(), 0) if values.lt(0).any() else values.mean()).to_numpy()


_CHANGED = T(
    "For {who}, “{label}” is the first reason. It goes with leaving; does anybody know a customer who stayed because of a change "
    "in it?",
    "{who}で、いちばんの理由は「{label}」です。これは解約と一緒に起きているだけかもしれません。"
    "ここが変わったから残った、という顧客を誰か知っていますか。",
)
_FIXED = T(
    "For {who}, “{label}” is the first reason, and nobody can change it. What do such customers need that others do not, and who "
    "knows?",
    "{who}で、いちばんの理由は「{label}」です。これは変えられません。こうした顧客が何に困っているか、知っている人はいませんか。",
)
_GUESSED_FIXED = T(
    "For {who}, “{label}” is the first reason; by its name, nobody can change it (a guess). If so, what do such customers need that "
    "others do not, and who knows?",
    "{who}で、いちばんの理由は「{label}」です。列名からは、変えられないものとみられます(推測です)。そのとおりなら、こうした顧客が何に困っているか、"
    "知っている人はいませんか。",
)
_WHO_PAYS = T(
    "Who on the list has long been inactive, and would only be reminded by a contact that they can leave? Take them out of the first "
    "round.",
    "リストの中に、しばらく動きがなく、連絡で解約を思い出すだけになりそうな人はいませんか。最初の回からは外しましょう。",
)
_BESIDE = {
    "high": T("“{label}” is higher than usual ({usual})", "「{label}」がふつうより大きく({usual})"),
    "low": T("“{label}” is lower than usual ({usual})", "「{label}」がふつうより小さく({usual})"),
}
_COUNTED = {
    "high": T("“{label}” is higher than usual ({usual})", "「{label}」がふつうより多く({usual})"),
    "low": T("“{label}” is lower than usual ({usual})", "「{label}」がふつうより少なく({usual})"),
}
_LONGER_AGO = T("“{label}” is longer ago than usual ({usual})", "「{label}」がふつうより古く({usual})")
_OWN = T("“{label}” is “{own}” ({usual})", "「{label}」が「{own}」になっていて({usual})")
_ONE_ASLEEP = T(
    "For {who}, {what}, as for many who left. Would a contact only remind this customer that they can leave?",
    "{who}で、{what}、これは解約した人に多い値です。連絡すると、かえって解約を思い出させるだけになりませんか。",
)
"""Of a list of one: nobody is left out of it."""
_SOME_ASLEEP = T(
    "For {who}, {what}, as for many who left: they may be asleep. {first} Would any of these only be reminded by a contact that they "
    "can leave? Leave those out of the first round.",
    "{who}で、{what}、これは解約した人に多い値です。眠っているだけかもしれません。{first}このうち、連絡で解約を思い出すだけになりそうな人は"
    "いますか。その人たちは、最初の回からは外しましょう。",
)
_FIRST_OF_THEM = T("The first of them: {ids}.", "上から順に{ids}などです。")
_ALL_OF_THEM = T("On the list: {ids}.", "リストでは{ids}です。")
_MANY_ASLEEP = T(
    "For {who}, {what}, as for many who left. They cannot all be left out. Does anybody know which of them would only be reminded "
    "by a contact that they can leave? Whether that happens often, only a comparison with customers left alone shows.",
    "{who}で、{what}、これは解約した人に多い値です。多すぎて、全員は外せません。このうち、連絡で解約を思い出すだけになりそうな人を、"
    "誰か知っていますか。それがよく起きるのかどうかは、連絡しない人たちと比べないとわかりません。",
)


def of_all(count: int, rows: Sequence[Listed]) -> T:
    """So many of a list, or all of it: in Japanese a noun, after which 「で」 or 「について」 follows, as of some."""
    if count == len(rows) == 1:
        return T("the one on the list", "リストの1人")
    if count == len(rows):
        return T("all {size} on the list", "リストの{size}人全員").format(size=f"{len(rows):,}")
    says = T("{n} of {size} on the list", "リストの{size}人のうち{n}人")
    return says.format(n=f"{count:,}", size=f"{len(rows):,}")
