"""The words by which a column says who left, and what is said where it does not say it for sure."""

from __future__ import annotations

import re

from mlcurric.text import T, listed

_NAMED = 6
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
STAYS_HEADING = re.compile(
    r"継続|在籍|有効|利用中|契約中|更新|残存|稼働|会員$|active|retain|retention|stay|renew|alive|current|subscribed|kept|loyal",
    re.I,
)
LEAVES_HEADING = re.compile(
    r"解約|退会|離脱|離反|失効|終了|停止|非継続|非更新|未更新|churn|left|leav|lost|cancel|attrit|terminat|exit|inactive|not[ _-]?renew|unsubscri|gone|closed|quit",
    re.I,
)
_NOT_LEFT = re.compile(
    r"未解約|未退会|なし|無し|していない|しない|検討|懸念|リスク|防止|阻止|撤回|取消|(?<![a-z])(?:not?|never|un|risk)(?![a-z])",
    re.I,
)


def quoted(shown: dict[str, str]) -> T:
    """Values one after the other, the first few."""
    some = [T(f"“{value[:30]}”", f"「{value[:30]}」") for value in list(shown.values())[:_NAMED]]
    more = [T("…", "…")] if len(shown) > _NAMED else []
    return listed([*some, *more])


def say_left(shown: dict[str, str]) -> T:
    """How to say which of the values mean that somebody left, with those that are likely to.

    Args:
        shown: as they are compared, commonest first, and as they stand there.
    """
    likely = likely_left(shown)
    sure = all(map(sounds_left, likely))
    ways = [f"--left-is {_shell(shown[word])}" for word in likely]
    some = T(" ".join(ways), " ".join(ways)) if sure else T(" or ".join(ways), " または ".join(ways))
    return T(
        "Say which of them left, such as: {ways}. The option may be given several times.",
        "どれが解約なのかを指定してください。例: {ways}。複数あれば、くり返し書けます。",
    ).format(ways=some)


def likely_left(shown: dict[str, str]) -> list[str]:
    """The values that are likeliest to mean that somebody left: those that say it; else, where two are left over, both, the
    rarer first; else the rarest that does not say that somebody stayed."""
    if sound := [word for word in shown if sounds_left(word)]:
        return sound[:_NAMED]
    open_ones = [word for word in reversed(shown) if word not in STAYED] or [*reversed(shown)]
    return open_ones if len(open_ones) == 2 else open_ones[:1]


def sounds_left(word: str) -> bool:
    """Whether a value says by itself that somebody left: 「解約(自己都合)」, “cancelled early”, but not 「解約なし」."""
    return word in LEFT or bool(LEAVES_HEADING.search(word) and not _NOT_LEFT.search(word) and word not in STAYED)


def _shell(value: str) -> str:
    return f'"{value}"' if re.search(r"[^\w.-]", value) else value


def several(name: str, shown: dict[str, str]) -> T:
    """That there are too many values."""
    said = T(
        "“{name}” has {n:,} values, not two: {values}.", "「{name}」の値が2つではなく{n:,}種類あります: {values}。"
    )
    return said.format(name=name, n=len(shown), values=quoted(shown))


def one_class(name: str, value: str | T) -> T:
    """That everybody is the same."""
    said = T(
        "“{name}” holds only “{value}”: nobody can be told apart.",
        "「{name}」には「{value}」しかありません。これでは見分けようがありません。",
    )
    return said.format(name=name, value=value)


def blanks(name: str, shown: dict[str, str]) -> T:
    """That there is one value, and blanks."""
    said = T("“{name}” holds only {values} and blanks.", "「{name}」には {values} と空欄しかありません。")
    return said.format(name=name, values=quoted(shown))


def only_blanks(name: str) -> T:
    """That there is nothing."""
    return T("“{name}” is blank in every row.", "「{name}」は、すべての行で空欄です。").format(name=name)


BLANK_IS = T(
    "Say what a blank means: --blank-is stayed, --blank-is left or --blank-is unknown.",
    "空欄の意味を指定してください: --blank-is stayed(継続)、--blank-is left(解約)、--blank-is unknown(不明)。",
)
ANOTHER = T(
    "A table is needed with customers who left and customers who stayed; or name another column with --churned.",
    "解約した顧客と続けている顧客の両方がいる表が要ります。別の列なら --churned で指定してください。",
)
