"""From metric to promise: a sheet in natural frequencies, with numbers where others write “probably”.

A range in numbers costs little of the reader's trust, a hedge in words more (van der Bles et al. 2020).
"""

from __future__ import annotations

from fractions import Fraction

import pandas as pd

from mlcurric.subject.digits import from_to, yen_from_to, yen_in_words
from mlcurric.subject.expectation.evidence import Assumed, Pilot
from mlcurric.subject.expectation.sheet import Decision, ExpectationSheet
from mlcurric.subject.ranges import Range
from mlcurric.text import T, run_on

_DECISIONS = {
    Decision.GO: T("Go: even the low end of the range pays.", "実施。範囲の下限でも採算がとれます。"),
    Decision.SMALL_ROUND: T(
        "Neither go nor no-go yet: the range holds the break-even. Start with a smaller round, leave some of the list alone by lot, and count again.",
        "まだ決められません。範囲が損益分岐をまたいでいます。規模を小さくして始め、リストの一部はくじで選んで連絡せずにおき、数え直しましょう。",
    ),
    Decision.NO_GO: T(
        "No-go: even the high end of the range does not pay.", "見送り。範囲の上限でも採算がとれません。"
    ),
}
_ASSUMED = T("assumed; nobody has counted it", "仮定。数えた人はまだいない")
_DRIVES_AWAY = T(
    "Below zero means that contacts drive away more than they keep.",
    "マイナスは、引き止める人より離れていく人のほうが多いという意味です。",
)


def promise_in_words(sheet: ExpectationSheet) -> tuple[T, ...]:
    """The promise as sentences for somebody who has never heard of precision, in the order in which they are said."""
    kept = T(
        "Expect {kept} customers kept by one list; {sure} such ranges hold what then comes.",
        "1回のリストで引き止められるのは{kept}人の見込みです。こうした範囲は、{sure}回、実際の結果を含みます。",
    ).format(kept=_people(sheet.kept), sure=_natural(sheet.level))
    if sheet.kept.low < 0:
        kept = run_on((kept, _DRIVES_AWAY))
    return (
        T(
            "Of {size} on the list, {leavers} would really leave if nobody contacted them.",
            "リストの{size}人のうち、何もしなければ実際に解約するのは{leavers}人です。",
        ).format(size=f"{sheet.list_size:,}", leavers=_people(sheet.leavers)),
        T(
            "Contact 100 of those who would leave, and {success} stay because of it.",
            "解約するはずの100人に連絡すると、そのおかげで残るのは{success}人です。",
        ).format(success=_people(sheet.success_of_100)),
        kept,
        T(
            "Of 100 who leave, {misses} are not on the list; the list does not lead anybody to them.",
            "解約する100人のうち{misses}人はリストに載らず、リストからは連絡が届きません。",
        ).format(misses=f"{sheet.misses_of_100:.0f}"),
        T(
            "It pays from {even} customers kept. In money: {profit}.",
            "採算がとれるのは{even}人からです。利益にすると{profit}です。",
        ).format(even=f"{sheet.break_even:,.0f}", profit=yen_from_to(sheet.profit.low, sheet.profit.high)),
        _DECISIONS[sheet.decision],
    )


def sheet_as_table(sheet: ExpectationSheet) -> pd.DataFrame:
    """The sheet as a table to look at, in the language spoken now: one row a line, what it says, and what it rests on.

    Lines about people that nobody has filled in yet are left out.
    """
    rows = [
        (T("customers on the list", "リストの人数"), f"{sheet.list_size:,}", T("our choice", "自分たちで決める")),
        (
            T("of 100 on it, leave", "リストの100人中、解約する人"),
            _people(sheet.hits_of_100),
            _count(sheet.hits.count, sheet.hits.of),
        ),
        (
            T("of 100 leavers contacted, stay", "解約する100人に連絡して、残る人"),
            _people(sheet.success_of_100),
            _success_rests_on(sheet.pilot),
        ),
        (T("kept by one list", "1回のリストで引き止める人"), _people(sheet.kept), T("both together", "上の2つから")),
        (
            T("of 100 leavers, missed", "解約する100人中、見逃す人"),
            f"{sheet.misses_of_100:.0f}",
            _count(sheet.missed.count, sheet.missed.of),
        ),
        (
            T("break-even, customers kept", "損益分岐(引き止める人数)"),
            f"{sheet.break_even:,.0f}",
            T("costs {cost} ÷ {value} a leaver", "費用 {cost} ÷ 解約する人の価値 {value}").format(
                cost=yen_in_words(sheet.cost_at_break_even), value=yen_in_words(sheet.value, to=1_000)
            ),
        ),
        (
            T("profit", "利益"),
            yen_from_to(sheet.profit.low, sheet.profit.high),
            T("kept × value − costs", "引き止めた人数×価値−費用"),
        ),
        (T("who checks", "確かめる人"), sheet.owner, T("named beforehand", "先に決めておく")),
        (T("checked on", "確かめる日"), sheet.check_date, T("named beforehand", "先に決めておく")),
        (T("stop rule", "中止ルール"), sheet.stop_rule, T("named beforehand", "先に決めておく")),
    ]
    columns = [T("line", "項目"), T("what we say", "言えること"), T("what it rests on", "よりどころ")]
    return _as_table([row for row in rows if row[1]], columns)


def evidence_as_table(sheet: ExpectationSheet) -> pd.DataFrame:
    """What was counted for a sheet, for somebody who fills it in by hand: the ranges, but no promise yet.

    Returns:
        One row a count, in the language spoken now: what, so many of so many, and of 100.
    """
    left = sheet.missed.of
    rows = [
        (
            T("the list, tried on later customers: left", "リスト(あとの時期の顧客で試した): 解約した人"),
            _count(sheet.hits.count, sheet.hits.of),
            _people(sheet.hits_of_100),
        ),
        *_success_counted(sheet),
        (
            T("of all who left, on the list", "解約した全員のうち、リストの人"),
            _count(left - sheet.missed.count, left),
            f"{100 - sheet.misses_of_100:.0f}",
        ),
    ]
    return _as_table(rows, [T("what", "数えたもの"), T("counted", "人数"), T("of 100", "100人あたり")])


def _success_counted(sheet: ExpectationSheet) -> list[tuple[T, T, str | T]]:
    """The rows about what a contact does."""
    kept = T("of those who would leave, kept by a contact", "解約するはずの人のうち、連絡で残る人")
    if isinstance(sheet.pilot, Assumed):
        return [(kept, _ASSUMED, _people(sheet.success_of_100))]
    called, alone = sheet.pilot.called, sheet.pilot.alone
    return [
        (
            T("pilot, left alone: left", "試行(連絡なし): 解約した人"),
            _count(alone.count, alone.of),
            f"{100 * alone.share:.0f}",
        ),
        (
            T("pilot, contacted: left", "試行(連絡あり): 解約した人"),
            _count(called.count, called.of),
            f"{100 * called.share:.0f}",
        ),
        (kept, T("from the pilot", "試行から"), _people(sheet.success_of_100)),
    ]


def _success_rests_on(success: Pilot | Assumed) -> T:
    if isinstance(success, Assumed):
        return _ASSUMED
    return T("contacted: {called}; left alone: {alone}", "連絡あり: {called}、なし: {alone}").format(
        called=_count(success.called.count, success.called.of), alone=_count(success.alone.count, success.alone.of)
    )


def _as_table(rows: list[tuple[object, object, object]], columns: list[T]) -> pd.DataFrame:
    cells = [[str(cell) for cell in row] for row in rows]
    # The row numbers of a table mean nothing to a reader.
    return pd.DataFrame(cells, columns=[str(column) for column in columns], index=[""] * len(cells))


def _people(each: Range) -> T:
    # Python's own rounding and minus: exercise 1-5 has these numbers typed into a cell, and counts with them.
    return from_to(f"{each.low:,.0f}", f"{each.high:,.0f}")


def _count(count: int, of: int) -> T:
    return T(f"{count:,} of {of:,}", f"{of:,}人中{count:,}人")


def _natural(level: float) -> T:
    """A level as a natural frequency: 0.95 is 19 of 20."""
    share = Fraction(level).limit_denominator(20)
    return T(f"{share.numerator} of {share.denominator}", f"{share.denominator}回に{share.numerator}")
