"""How firmly the first place stands, as a function: every single score, a point up and a point down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from mlcurric.question.asking import Case
from mlcurric.question.functions import Wrong, function_question
from mlcurric.subject.simulation.practice import practice_world
from mlcurric.text import T

_COLUMNS = ("value", "data", "risk", "sponsor")
_LEAST, _MOST = 1, 5


def _case(en: str, ja: str, rows: dict[str, Sequence[int]], gates: Sequence[str] = ()) -> Case:
    import pandas as pd

    names = _COLUMNS[: len(next(iter(rows.values())))]
    return Case(T(en, ja), {"scores": pd.DataFrame.from_dict(rows, orient="index", columns=names), "gates": [*gates]})


def _cases() -> list[Case]:
    return [
        _case("a lead of one point", "1点差の場合", {"U1": (4, 3, 4), "U2": (3, 4, 3)}),
        _case("a lead of two points", "2点差の場合", {"U1": (4, 4, 4), "U2": (3, 4, 3)}),
        _case("three use cases close together", "3つが近い場合", {"U1": (4, 3, 4, 3), "U2": (3, 4, 3, 3), "U3": (2, 4, 3, 4)}),
        _case("a rival that has 5 in most columns", "次点がほとんど5点の場合", {"U1": (5, 5, 5), "U2": (5, 5, 4)}),
        _case("a winner that has 1 in most columns", "1位にも1点が多い場合", {"U1": (1, 1, 3), "U2": (1, 1, 2)}),
        _case("the highest sum stopped by a gate", "合計のいちばん高いものが止まる場合", {"U5": (5, 1, 5), "U1": (4, 3, 3), "U2": (3, 3, 3)}, ["data"]),
        _case("a stopped one that a single point sets free", "止まっていたものが、1点で動けるようになる場合", {"U5": (5, 1, 5), "U1": (4, 3, 3), "U2": (3, 2, 3)}, ["data"]),
        _case("a winner that a single point stops", "1位が、1点下がると止まる場合", {"U1": (5, 2, 5), "U2": (3, 3, 3)}, ["data"]),
        _case("two gates", "条件が2つの場合", {"U1": (5, 2, 2, 5), "U2": (4, 2, 3, 2), "U3": (5, 1, 5, 5)}, ["data", "risk"]),
        _case("only one use case", "ユースケースが1つだけの場合", {"U1": (3, 2, 4)}, ["data"]),
        _case("two that share the first place", "1位が並んでいる場合", {"U1": (4, 3, 3), "U2": (3, 4, 3)}),
        _case("everything stopped", "全部が止まっている場合", {"U1": (4, 1, 3), "U2": (3, 1, 3)}, ["data"]),
        _drawn(3),
        _drawn(4),
    ]  # fmt: skip


def _drawn(size: int) -> Case:
    """Points of so many use cases, one of them alone in front, in this world: they can be typed in nowhere beforehand."""
    random = practice_world().random(f"ways off {size}")
    while True:
        points = random.integers(_LEAST, _MOST + 1, (size, len(_COLUMNS))).tolist()
        rows = {f"U{at}": row for at, row in enumerate(points, 1)}
        case = _case(f"drawn points of {size}", f"無作為に決めた{size}つの点数", rows, ["data"])
        with suppress(ValueError):
            count_ways(**case.arguments)
            return case


def count_ways(
    scores: Any,
    gates: Sequence[str],
    *,
    counts: Callable[[list[str], str], bool] = lambda now, leader: now != [leader],
    moves: Callable[[str, str], bool] = lambda name, leader: True,
    within: tuple[int, int] = (_LEAST, _MOST),
    gates_after: bool = True,
    checked: bool = True,
) -> int:
    """Count the single changes by a point after which the leader is not alone in front.

    Args:
        scores: a table of points from 1 to 5, a line a use case, a column a criterion.
        gates: the columns in which a 1 stops a use case.
        counts: whether the leaders after a change are counted.
        moves: whether the scores of a use case are changed.
        within: the least and the most that a score may become.
        gates_after: whether gates are looked at again after a change.
        checked: whether a table without a lone leader is refused.

    Raises:
        ValueError: if nobody leads alone.
    """
    # Plain numbers: a table of pandas is a hundred times slower to change by one cell.
    table = {name: {column: int(scores.at[name, column]) for column in scores.columns} for name in scores.index}

    def stopped(rows: dict[str, dict[str, int]]) -> set[str]:
        return {name for name, row in rows.items() if any(row[gate] == _LEAST for gate in gates)}

    def leaders(rows: dict[str, dict[str, int]], out: set[str]) -> list[str]:
        sums = {name: sum(row.values()) for name, row in rows.items() if name not in out}
        return [name for name, total in sums.items() if total == max(sums.values())]

    first, at_first = leaders(table, stopped(table)), stopped(table)
    if len(first) != 1 and checked:
        raise ValueError("nobody leads alone")
    leader = first[0] if first else ""
    ways = 0
    for name in table:
        for column in scores.columns:
            for step in (-1, 1) if moves(name, leader) else ():
                point = table[name][column] + step
                if within[0] <= point <= within[1]:
                    changed = {**table, name: {**table[name], column: point}}
                    out = stopped(changed) if gates_after else at_first
                    ways += counts(leaders(changed, out), leader)
    return ways


def _wrong(**exchanged: Any) -> Callable[..., int]:
    return lambda scores, gates: count_ways(scores, gates, **exchanged)


def _no_gates(scores: Any, gates: Sequence[str]) -> int:
    return count_ways(scores, ())


ways_off = function_question(
    name="ways_off",
    data="keyed",
    title=T("How firmly does the first place stand?", "1位は、どのくらい固い?"),
    points=5,
    signature="scores, gates",
    doc=T(
        "In how many ways one score a point off ends the winner's lone first place.\n\n"
        "    scores: table of points from 1 to 5; a line a use case, a column a criterion.\n"
        "    gates: list of columns; a 1 in one of them puts a use case out.\n"
        "    ValueError: if nobody leads alone to begin with.\n    ",
        "どれかひとつの点が1点ずれて、1位が「単独の1位」でなくなるのは、何通りか。\n\n"
        "    scores: 1〜5点の表。1行が1つのユースケース、1列が1つの評価項目。\n"
        "    gates: 列の名前のリスト。そのどれかが1点なら、合計によらず順位から外れる。\n"
        "    ValueError: はじめから単独の1位がいないとき。\n    ",
    ),
    returns=T("a whole number", "整数"),
    cases=_cases,
    expected=count_ways,
    tolerance=1e-9,
    wrong={
        "ties_survive": Wrong(
            _wrong(counts=lambda now, leader: leader not in now),
            T(
                "You count only where the winner is passed. A winner that has to share the first place does not stand alone any more: count ties too.",
                "追い抜かれたときしか数えていません。並ばれたら、もう単独の1位ではありません。同点も数えましょう。",
            ),
        ),
        "only_winner_moves": Wrong(
            _wrong(moves=lambda name, leader: name == leader),
            T(
                "You count only where the winner's own points fall. A rival's may be too low as well: change every line, up and down.",
                "1位の点が下がる場合しか数えていません。ほかの案の点が、1点低すぎたのかもしれません。全部の行を、上下に動かしましょう。",
            ),
        ),
        "only_rivals_move": Wrong(
            _wrong(moves=lambda name, leader: name != leader),
            T(
                "You count only where rivals rise. The winner's own points may be too high as well: change every line, up and down.",
                "ほかの案の点が上がる場合しか数えていません。1位の点が、1点高すぎたのかもしれません。全部の行を、上下に動かしましょう。",
            ),
        ),
        "beyond_the_scale": Wrong(
            _wrong(within=(_LEAST - 1, _MOST + 1)),
            T(
                "Some of your scores become 0 or 6. Nobody can give those: leave out whatever leaves 1 to 5.",
                "0点や6点になる変更まで数えています。つけられない点です。1〜5を外れるものは除きましょう。",
            ),
        ),
        "gates_forgotten": Wrong(
            _no_gates,
            T(
                "The gates are not looked at: a use case with a 1 there leads your order.",
                "止める条件(gates)を見ていません。そこが1点のものまで、順位に入っています。",
            ),
        ),
        "gates_once": Wrong(
            _wrong(gates_after=False),
            T(
                "You look at the gates once, at the beginning. A point can also close a gate, or open one: look again after each change.",
                "止める条件を、はじめに一度見ただけです。1点動けば、新しく止まるものも、動けるようになるものもあります。変えるたびに見直しましょう。",
            ),
        ),
        "ties_unchecked": Wrong(
            _wrong(checked=False),
            T(
                "The count is right. But where nobody leads alone there is no winner to unsettle: stop there with a ValueError.",
                "数え方は正しいです。ただ、単独の1位がいなければ、揺らぐ1位もありません。そこは ValueError で止めましょう。",
            ),
        ),
    },
    right=T(
        "It counts ties, both directions and gates that open or close, and keeps to the scale.",
        "同点も、上下の両方も、開いたり閉じたりする条件も数え、1〜5の目盛りも守っています。",
    ),
    hints=(
        T(
            "First a small function of its own: given a table, who is in front? It leaves out whoever has a 1 in a gate, adds up the rest, and gives back all who have the most.",
            "まず、表を渡すと1位を返す小さな関数を作りましょう。条件の列が1点のものを外し、残りを合計して、最大のものをすべて返します。",
        ),
        T(
            "Then three loops: over scores.index, scores.columns and (-1, 1). Change a copy (scores.copy(), .loc), skip what leaves 1 to 5, and count where the leaders are not the same single one.",
            "次に3重のループ。scores.index、scores.columns、(-1, 1) です。写し(scores.copy())を .loc で変え、1〜5を外れるものは飛ばし、1位が「元の1つだけ」でなくなった回数を数えます。",
        ),
    ),
    why=T(
        "It asks of every score what happens if somebody had been a point more or less generous.",
        "すべての点について、「つけた人がもう1点甘かったら、辛かったら」と聞いているのです。",
    ),
)
