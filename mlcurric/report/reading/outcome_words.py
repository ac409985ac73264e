"""The words by which a column says who left, and what is said where it does not say it for sure."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mlcurric.report.command import typed_option
from mlcurric.report.reading.cells import as_flags
from mlcurric.report.reading.outcome_headings import says
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed

_NAMED, _MANY = 6, 10
LEFT = frozenset(
    [
        "churned",
        "churn",
        "left",
        "lost",
        "cancelled",
        "canceled",
        "cancel",
        "closed",
        "inactive",
        "terminated",
        "gone",
        "attrited",
        "departed",
        "expired",
        "quit",
        "unsubscribed",
        "attrited customer",
        "not renewed",
        "non-renewed",
        "解約",
        "解約済",
        "解約済み",
        "解約した",
        "解約あり",
        "退会",
        "退会済",
        "退会済み",
        "離脱",
        "離反",
        "離反済",
        "失効",
        "終了",
        "契約終了",
        "利用終了",
        "非継続",
        "非更新",
        "未更新",
        "停止",
    ]
)
STAYED = frozenset(
    [
        "stayed",
        "stay",
        "active",
        "retained",
        "current",
        "existing",
        "alive",
        "open",
        "renewed",
        "customer",
        "subscribed",
        "ongoing",
        "kept",
        "loyal",
        "remaining",
        "existing customer",
        "not churned",
        "no churn",
        "継続",
        "継続中",
        "契約中",
        "利用中",
        "在籍",
        "在籍中",
        "会員",
        "有効",
        "未解約",
        "非解約",
        "解約なし",
        "解約していない",
        "更新",
        "更新済",
        "更新済み",
        "稼働",
        "稼働中",
        "存続",
        "加入中",
        "現役",
    ]
)
NOTHING = frozenset(("なし", "無し", "無", "none"))
"""Beside one other value these say no; beside two they say that nothing is known."""


def quoted(shown: dict[str, str]) -> T:
    """Values one after the other, the first few."""
    some = [T(f"“{value[:30]}”", f"「{value[:30]}」") for value in list(shown.values())[:_NAMED]]
    more = [T("…", "…")] if len(shown) > _NAMED else []
    return listed([*some, *more])


def say_left(shown: dict[str, str], heading: str = "") -> T:
    """How to say which of the values mean that somebody left, with those that are likely to.

    Args:
        shown: as they are compared, commonest first, and as they stand there.
        heading: of the column; what a yes among them means hangs on it.
    """
    if len(shown) > _MANY and not any(map(sounds_left, shown)):
        return _WHO_LEFT
    return T(
        "Say which of them left, such as: {ways}. The option may be given several times.",
        "どれが解約なのかを指定してください。例: {ways}。複数あれば、くり返し書けます。",
    ).format(ways=_options(shown, heading))


def say_otherwise(shown: dict[str, str]) -> T:
    """The same, where it may be right as it is."""
    return T(
        "If it is the other way round, say {ways}. If it is right, nothing has to be done.",
        "逆なら {ways} を指定してください。合っていれば、このままで構いません。",
    ).format(ways=_options(shown))


def _options(shown: dict[str, str], heading: str = "") -> T:
    likely = likely_left(shown, heading)
    if len(shown) > 2 and not any(map(says_something, shown)):
        # Any of 0, 1, 2 and 3 would be copied as it stands.
        return T("--left-is VALUE", "--left-is 値")
    ways = [typed_option("--left-is", shown[word]) for word in likely]
    if all(map(sounds_left, likely)) or {yes_or_no(word) for word in likely} in ({True}, {False}):
        return T(" ".join(ways), " ".join(ways))
    return T(" or ".join(ways), " または ".join(ways))


def likely_left(shown: dict[str, str], heading: str = "") -> list[str]:
    """The values that are likeliest to mean that somebody left: those that say it; else each yes among more than two, or each no
    where the heading says who stayed; else, where two are left over, both, the rarer first; else the rarest that does not say
    that somebody stayed."""
    if sound := [word for word in shown if sounds_left(word)]:
        return sound[:_NAMED]
    said = says(heading) != "stayed"
    # 0, 1 and 2 are codes, and none of them says more than the others.
    meant = [word for word in shown if yes_or_no(word) is said and not word.isdigit()]
    if len(shown) > 2 and meant:
        return meant
    open_ones = [word for word in reversed(shown) if means(word) is not False] or [*reversed(shown)]
    return open_ones if len(open_ones) == 2 else open_ones[:1]


def means(word: str) -> bool | None:
    """Whether a value says by itself that somebody left, 「解約(自己都合)」, or stayed, 「解約なし」; ``None`` where it does neither."""
    if word in LEFT or word in STAYED:
        return word in LEFT
    return {"left": True, "stayed": False}.get(says(word) or "")


def yes_or_no(word: str) -> bool | None:
    """Whether a value is a yes, or a no, in any of the ways in which it is written; ``None`` where it is neither."""
    flag = as_flags(pd.Series([word], dtype=object)).values[0]
    return None if np.isnan(flag) else bool(flag)


def says_something(word: str) -> bool:
    """Whether a value is more than a code such as 2 or A."""
    return len(word) > 1 and not word.replace(".", "").isdigit()


def sounds_left(word: str) -> bool:
    """Whether a value says by itself that somebody left: “cancelled early”."""
    return means(word) is True


def several(name: str, shown: dict[str, str]) -> T:
    """That there are too many values."""
    said = T(
        "“{name}” has {n:,} values, not two: {values}.", "「{name}」の値が2種類ではなく{n:,}種類あります: {values}。"
    )
    return said.format(name=name, n=len(shown), values=quoted(shown))


def stray(shown: dict[str, str], line: int) -> T:
    """That values stand in one row each, beside two that stand in many.

    Args:
        line: of the first of them.
    """
    said = T(
        "Each of these stands in one row only: {values} (the first in line {line}). See whether a cell has slipped there or is broken, "
        "and correct the row.",
        "1行にしか出てこない値があります: {values}(最初は{line}行目)。セルのずれや文字化けがないか見て、その行を直してください。",
    )
    return said.format(values=quoted(shown), line=line)


def one_class(name: str, value: str | T) -> T:
    """That everybody is the same."""
    said = T(
        "“{name}” holds only “{value}”: nobody can be told apart.",
        "「{name}」には「{value}」しかありません。これでは見分けようがありません。",
    )
    return said.format(name=name, value=value)


def all_left(name: str, shown: dict[str, str]) -> Slip:
    """That every value is said to mean “left”."""
    said = T(
        "--left-is names everything that “{name}” holds ({values}): nobody would have stayed.",
        "--left-is に、「{name}」の値が全部({values})書かれています。これでは継続の人がいません。",
    )
    return Slip(
        said.format(name=name, values=quoted(shown)),
        T("Name only what means “left”.", "「解約」を表す値だけを指定してください。"),
    )


def blanks(name: str, shown: dict[str, str]) -> T:
    """That there is one value, and blanks."""
    said = T("“{name}” holds only {values} and blanks.", "「{name}」には{values}と空欄しかありません。")
    return said.format(name=name, values=quoted(shown))


def only_blanks(name: str) -> T:
    """That there is nothing."""
    return T("“{name}” is blank in every row.", "「{name}」は、すべての行で空欄です。").format(name=name)


_WHO_LEFT = T(
    "Name the column that says who left (yes and no, or the day of leaving) with --churned.",
    "解約したかどうかの列(はい・いいえ、または解約日)を --churned で指定してください。",
)
BLANK_IS = T(
    "Say what a blank means: --blank-is stayed, --blank-is left or --blank-is unknown.",
    "空欄の意味を指定してください: --blank-is stayed(継続)、--blank-is left(解約)、--blank-is unknown(不明)。",
)
ANOTHER = T(
    "A table is needed with customers who left and customers who stayed; or name another column with --churned.",
    "解約した顧客と続けている顧客の両方がいる表が要ります。別の列なら --churned で指定してください。",
)
