"""What to ask, and whom, before anybody acts on the list: from its own reasons and columns, five questions at most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mlcurric.report.advice.lexicon import is_quiet, plain_name
from mlcurric.text import T, listed

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import AtRisk, Listed
    from mlcurric.report.contest.leaks import Suspect
    from mlcurric.report.reading.customers import Customers

MOST = 5
_NAMED = 3
_CONTACT = re.compile(
    r"contacted|campaign|\bcalled\b|outreach|\boffer|coupon|discount|retention|連絡|架電|施策|キャンペーン|クーポン|割引|値引|特典|引き止め"
)


def questions_to_ask(at_risk: AtRisk, customers: Customers, suspects: Sequence[Suspect] = ()) -> tuple[T, ...]:
    """The questions, the one that can overturn most first."""
    rows = at_risk.rows
    questions = [
        _about_answers([each.column for each in suspects if each.grade == "ask"]),
        _about_contacts([*customers.columns, *customers.aside]),
        _about_top_reason(rows),
        _about_nothing_to_do(rows),
        _about_waking(rows),
    ]
    return tuple(each for each in questions if each)[:MOST]


def _about_answers(columns: Sequence[str]) -> T | None:
    """Columns that may know the answer already."""
    if not columns:
        return None
    return T(
        "Whoever fills in {columns}: is it written before a customer decides to leave, or after? What is written after "
        "must not be used.",
        "{columns} を入力している人に: それが書かれるのは、顧客が解約を決める前ですか、あとですか。あとなら、その列は使えません。",
    ).format(columns=_names(columns))


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
    return T("{ask} Ask about {columns} first.", "{ask}まず {columns} について確かめてください。").format(
        ask=ask, columns=_names(named)
    )


def _about_top_reason(rows: Sequence[Listed]) -> T | None:
    """The reason that stands first most often, among those that go with leaving."""
    first = [next((each for each in row.codes.reasons if (each.points or 0) > 0), None) for row in rows]
    counts = Counter(reason.column for reason in first if reason)
    if not counts:
        return None
    column, count = counts.most_common(1)[0]
    label = next(reason.label for reason in first if reason and reason.column == column)
    return T(
        "For {who}, “{label}” is the first reason. It goes with leaving; does anybody know a customer who "
        "stayed because of a change in it?",
        "{who}で、いちばんの理由が「{label}」です。これは解約と一緒に起きているだけかもしれません。"
        "ここが変わったから残った、という顧客を誰か知っていますか。",
    ).format(who=_of_all(count, rows), label=label)


def _about_nothing_to_do(rows: Sequence[Listed]) -> T | None:
    """Customers for whom no reason can be acted on."""
    without = sum(not row.actionable for row in rows)
    if not without:
        return None
    return T(
        "For {who}, no reason is marked as one that somebody can act on. What would be said to them, and "
        "is that worth a contact?",
        "{who}には、「手を打てる」の印が付いた理由がひとつもありません。その人たちには何を話しますか。それでも連絡する意味はありますか。",
    ).format(who=_of_all(without, rows))


def _about_waking(rows: Sequence[Listed]) -> T | None:
    """Customers whom a contact would remind that they can leave."""
    if not rows:
        return None
    quiet = Counter(
        (reason.column, reason.label) for row in rows for reason in row.codes.reasons if is_quiet(str(reason.column))
        and (reason.points or 0) > 0
    )  # fmt: skip
    if not quiet:
        return T(
            "Who on the list pays without using it, and would be reminded by a contact that they can leave? Take them out of "
            "the first round.",
            "リストの中に、使わないまま払い続けていて、連絡で解約を思い出しそうな人はいませんか。最初の回からは外しましょう。",
        )
    (_, label), count = quiet.most_common(1)[0]
    return T(
        "For {who}, “{label}” speaks for leaving: they may be asleep. Whom would a contact only remind that "
        "they still pay? Take them out of the first round.",
        "{who}は、「{label}」が解約のほうを指しています。眠っているだけかもしれません。連絡で「まだ払っていた」と"
        "思い出すだけになりそうなのは誰ですか。最初の回からは外しましょう。",
    ).format(who=_of_all(count, rows), label=label)


def _of_all(count: int, rows: Sequence[Listed]) -> T:
    if count == len(rows):
        return T("all {size} on the list", "リストの{size}人全員").format(size=f"{len(rows):,}")
    says = T("{n} of {size} on the list", "リストの{size}人のうち{n}人")
    return says.format(n=f"{count:,}", size=f"{len(rows):,}")


def _names(columns: Sequence[str]) -> T:
    quoted = [T(f"“{name}”", f"「{name}」") for name in columns[:_NAMED]]
    if len(columns) > _NAMED:
        quoted.append(T(f"{len(columns) - _NAMED} more", f"ほか{len(columns) - _NAMED}列"))
    return listed(quoted)
