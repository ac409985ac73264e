"""What is said of a column that looks as if it knew the answer, in natural frequencies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from mlcurric.report.command import typed_option
from mlcurric.report.contest.leak_pairs import TellingPair
from mlcurric.report.contest.leak_signs import GivenAway
from mlcurric.report.remark import Remark
from mlcurric.subject.digits import in_digits, in_full
from mlcurric.subject.product.dates import date_in_words
from mlcurric.text import T, run_on

Start = pd.Timestamp | Literal["look"] | None
"""From which day the days of a column are counted back: one for all rows, or that of each look; ``None`` where it holds no days."""
_GROUPS = {
    "is": T("with “{value}” in {column}", "{column}が「{value}」の顧客"),
    "above": T("with {value} or more in {column}", "{column}が{value}以上の顧客"),
    "below": T("with {value} or less in {column}", "{column}が{value}以下の顧客"),
    "blank": T("with a blank in {column}", "{column}が空欄の顧客"),
    "filled": T("with anything in {column}", "{column}に記入のある顧客"),
}
_ON_DAYS = {
    "is": T("with {day} in {column}", "{column}が{day}の顧客"),
    "above": T("with {day} or earlier in {column}", "{column}が{day}以前の顧客"),
    "below": T("with {day} or later in {column}", "{column}が{day}以降の顧客"),
}
_BEFORE_LOOK = {
    "is": T("with {column} {value} days before the look", "{column}がデータの日付の{value}日前の顧客"),
    "above": T("with {column} {value} days before the look or earlier", "{column}がデータの日付の{value}日前か、それより前の顧客"),
    "below": T("with {column} {value} days before the look or later", "{column}がデータの日付の{value}日前か、それより後の顧客"),
}  # fmt: skip
"""The same of a column of days, which are counted back: more days are an earlier day."""
_ON_LOOK = {
    "is": T("with {column} on the day of the look", "{column}がデータの日付と同じ日の顧客"),
    "above": T("with {column} on the day of the look or earlier", "{column}がデータの日付以前の顧客"),
    "below": T("with {column} on the day of the look or later", "{column}がデータの日付以降の顧客"),
}
_AFTER_LOOK = {
    "is": T("with {column} {value} days after the look", "{column}がデータの日付の{value}日後の顧客"),
    "above": T("with {column} {value} days after the look or earlier", "{column}がデータの日付の{value}日後か、それより前の顧客"),
    "below": T("with {column} {value} days after the look or later", "{column}がデータの日付の{value}日後か、それより後の顧客"),
}  # fmt: skip
"""Of days that lie ahead, which are counted below 0."""
_ONE_DAY = re.compile(r"(?<![\d,.])1 days (before|after)")


def by_pairs(column: str, pairs: float, unheard_of: bool) -> T:
    """It sorts so many pairs rightly, alone.

    Args:
        unheard_of: whether hardly anything that is known in advance does.
    """
    said = _PAIRS.format(column=column, n=_whole(pairs))
    return run_on((said, _HARDLY_EVER)) if unheard_of else said


def by_blanks(column: str, blank: np.ndarray, left: np.ndarray) -> T:
    """Whether it is filled in tells who left."""
    return T(
        "{column} is filled in for {left} of 100 who left and for {stayed} of 100 who stayed.",
        "{column}に記入があるのは、解約した人では100人中{left}人、続けた人では100人中{stayed}人です。",
    ).format(column=column, left=_whole((~blank[left]).mean()), stayed=_whole((~blank[~left]).mean()))


def by_group(column: str, group: GivenAway, start: Start = None) -> T:
    """Nearly only leavers have it.

    Args:
        start: as ``Start`` says.
    """
    return T(
        "Of {rows} customers {who}, {leavers} left; {of} of 100 leavers are among them.",
        "{who}{rows}人のうち、{leavers}人が解約しています。解約した人100人中{of}人がここに入ります。",
    ).format(
        who=_who(column, group, start),
        rows=in_digits(group.rows),
        leavers=in_digits(group.leavers),
        of=_whole(group.of_leavers),
    )


def by_stayers(column: str, group: GivenAway, usual: float, start: Start = None) -> T:
    """Hardly anybody who has it left.

    Args:
        group: as ``never_left`` gives it.
        usual: of all, the share that left.
        start: as for ``by_group``.
    """
    return T(
        "Of {rows} customers {who}, {left} left; by the share of all it would be about {usual}. So it may have been written only "
        "for those who stayed, changed by leaving, or counted from who left.",
        "{who}{rows}人のうち、解約したのは{left}人です。全体の割合なら{usual}人ほどのはずなので、続けた人にだけあとから書かれたか、解約の手続きで変わったか、解約の結果から計算されたのかもしれません。",
    ).format(
        who=_who(column, group, start),
        rows=in_digits(group.rows),
        left=in_digits(group.rows - group.leavers),
        usual=in_digits(usual * group.rows),
    )


def by_count(column: str) -> T:
    """It is the share that left of something."""
    return T(
        "Value by value, the share of customers who left goes along with {column} without the chance that anything known in "
        "advance leaves. It seems to have been counted from who left, for instance as the share of each area or shop.",
        "{column}の値ごとに見ると、解約した人の割合が、偶然のばらつきもなく値のとおりに増減しています。エリアや店舗ごとの解約率のように、解約の結果から計算された列のようです。",
    ).format(column=column)


def _who(column: str, group: GivenAway, start: Start) -> T:
    if isinstance(group.value, float) and start is not None and group.side in _ON_DAYS:
        if start == "look":
            return _beside_look(column, group.side, group.value)
        day = start - pd.Timedelta(days=group.value)
        return _ON_DAYS[group.side].format(
            column=column, day=date_in_words(day.ceil("D") if group.side == "below" else day)
        )
    value = in_full(group.value) if isinstance(group.value, float) else group.value
    return _GROUPS[group.side].format(column=column, value=value)


def _beside_look(column: str, side: str, days: float) -> T:
    """Days counted back from the look, those that lie ahead below 0."""
    words = _BEFORE_LOOK if days > 0 else _AFTER_LOOK if days < 0 else _ON_LOOK
    said = words[side].format(column=column, value=in_full(abs(days)))
    return T(_ONE_DAY.sub(r"1 day \1", said.en), said.ja)


def by_name(column: str) -> T:
    """Its name alone."""
    return T(
        "The name “{column}” sounds like something that is written when somebody leaves.",
        "「{column}」という名前は、解約のときに書かれるもののように見えます。",
    ).format(column=column)


def by_two(pair: TellingPair) -> T:
    """Two columns tell it together."""
    one, other = pair.columns
    says = _ADDED if pair.added else _BESIDE
    return says.format(one=one, other=other, n=_whole(pair.pairs), alone=_whole(pair.alone))


def after_look(column: str, rows: int, planned: bool) -> T:
    """Days after the look."""
    said = T(
        "In {n} rows the day in {column} lies after the day of the look.",
        "{n}行で、{column}の日付がデータの日付よりあとになっています。",
    ).format(n=in_digits(rows), column=column)
    if not planned:
        return said
    may_be = T("It may be a day that was planned, and known.", "予定日として、前もってわかっていたのかもしれません。")
    return run_on((said, may_be))


def lifts_all(column: str, without: float, together: float) -> T:
    """All others together are far worse."""
    return T(
        "All columns together sort {together} of 100 pairs of a leaver and a stayer rightly; without {column} it is {without}.",
        "解約した人と続けた人の100組のうち、すべての列を使うと{together}組を見分けられますが、{column}がないと{without}組です。",
    ).format(column=column, together=_whole(together), without=_whole(without))


def in_part(why: T, later: bool) -> T:
    """The same, said of the later or the earlier rows only."""
    if later:
        return T("Only in the later rows: {why}", "あとのほうの行だけですが、{why}").format(why=why)
    return T("Only in the earlier rows: {why}", "前のほうの行だけですが、{why}").format(why=why)


def copies(column: str, original: str) -> T:
    """It says the same under another name."""
    return T(
        "{column} is a copy of {original}: row by row it tells the same customers apart.",
        "{column}は{original}の写しです。書き方は違っても、どの行も同じ分かれ方をしています。",
    ).format(column=column, original=original)


def rows_tell(pairs: float) -> Remark:
    """The file is sorted by what happened."""
    return Remark(
        "order-tells",
        T(
            "The rows are sorted by who left: where a row stands in the file tells {n} of 100 pairs apart. It is not learned from.",
            "行が、解約したかどうかで並んでいます。行の位置だけで100組中{n}組を見分けられます。位置は学習に使っていません。",
        ).format(n=_whole(pairs)),
        T(
            "Ask whoever made the file whether leavers and stayers were put together from two lists, looked at on other days or "
            "in other ways.",
            "解約者と続けた人を、データの日付や集め方の違う2つの一覧からつないだのではないか、ファイルを作った人に確かめてください。",
        ),
    )


def ids_tell(pairs: float) -> Remark:
    """The numbers of customers tell who left."""
    return Remark(
        "ids-tell",
        T(
            "The customer numbers alone tell {n} of 100 pairs of a leaver and a stayer apart. They are not learned from.",
            "顧客番号だけで、解約した人と続けた人の100組中{n}組を見分けられます。番号は学習に使っていません。",
        ).format(n=_whole(pairs)),
        T(
            "Ask whether a number is given anew when somebody leaves, or whether newer customers simply leave more often.",
            "解約のときに番号が振り直されるのか、単に新しい顧客ほど解約しやすいのか、確かめてください。",
        ),
    )


def way_out_of(grade: str) -> T:
    """What was done with it, and what to do."""
    return _WAYS[grade]


def kept_anyway() -> T:
    """It is used because somebody said so."""
    return T(
        "It is used because you asked for it. Make sure that it was known on the day of the look.",
        "使うように指定されたので使っています。データの日付の時点でわかっていた値か、確かめてください。",
    )


def other_way(column: str, grade: str) -> T:
    """How to bring it back, or to take it out."""
    option = "--keep" if grade in ("answer", "likely") else "--drop"
    return _OTHER_WAYS[grade].format(option=typed_option(option, column))


def drop_any(columns: Sequence[str]) -> T:
    """How to take out those of some that are written when somebody leaves."""
    options = " ".join(typed_option("--drop", column) for column in columns)
    return T(
        "Those that are written when somebody leaves all the same can be taken out with {options}.",
        "それでも解約のときに書かれる列は、{options} で外せます。",
    ).format(options=options)


_PAIRS = T(
    "Take one customer who left and one who stayed: {column} alone tells which is which in {n} of 100 such pairs.",
    "解約した人と続けた人を1人ずつ並べると、{column}だけで100組中{n}組を見分けられます。",
)
_BESIDE = T(
    "Put beside each other, {one} and {other} (whether they are the same, or which is larger) tell {n} of 100 pairs of a "
    "leaver and a stayer apart; the better of the two alone tells {alone}.",
    "{one}と{other}を並べて見ると(同じか、どちらが大きいか)、解約した人と続けた人の100組中{n}組を見分けられます。片方だけでは{alone}組です。",
)
_ADDED = T(
    "Added up, {one} and {other} tell {n} of 100 pairs of a leaver and a stayer apart; the better of the two alone tells {alone}.",
    "{one}と{other}を足すと、解約した人と続けた人の100組中{n}組を見分けられます。片方だけでは{alone}組です。",
)
_HARDLY_EVER = T(
    "What is known in advance hardly ever tells so much.",
    "前もってわかることで、ここまで見分けられることはまずありません。",
)
_WAYS = {
    "answer": T("It was taken out: it knows the answer already.", "答えを先に知っている列なので、外しました。"),
    "likely": T(
        "It was taken out: it probably knows the answer already.", "答えを先に知っている列のようなので、外しました。"
    ),
    "ask": T(
        "It stays in. Ask whoever fills it in whether it was known on the day of the look.",
        "使っています。データの日付の時点でわかっていた値かどうか、入力している人に聞いてください。",
    ),
    "name": T(
        "It stays in: it tells next to nothing about who left.",
        "誰が解約したかは、この列からはほとんどわからないので、使っています。",
    ),
}
_OTHER_WAYS = {
    "answer": T(
        "If it really was known on the day of the look, bring it back with {option}.",
        "データの日付の時点で本当にわかっていた値なら、{option} で戻せます。",
    ),
    "likely": T(
        "If it was known on the day of the look, bring it back with {option}.",
        "データの日付の時点でわかっていた値なら、{option} で戻せます。",
    ),
    "ask": T(
        "If it was not known on the day of the look, take it out with {option}.",
        "データの日付の時点でわかっていた値でなければ、{option} で外せます。",
    ),
    "name": T(
        "If it is written when somebody leaves all the same, take it out with {option}.",
        "それでも解約のときに書かれる列なら、{option} で外せます。",
    ),
}


def _whole(share: float) -> str:
    """Of 100; not quite all is never said as all."""
    return "99" if 99.5 <= 100 * share < 100 else f"{100 * share:.0f}"
