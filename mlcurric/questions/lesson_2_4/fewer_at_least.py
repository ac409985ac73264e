"""The effect of the October round, at its low end, from the table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from mlcurric.question.forms import Number
from mlcurric.question.keyed import OfWorld
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.question.verdict import Verdict, failed
from mlcurric.subject.experiments.effects import difference_of_shares
from mlcurric.subject.experiments.october import october_round, october_round_of
from mlcurric.subject.intervals import CONFIDENCE, Measured, wilson
from mlcurric.subject.simulation.world import World
from mlcurric.text import T


def _effect(rows: pd.DataFrame, group: pd.Series, left: pd.Series, confidence: float = CONFIDENCE) -> Measured:
    """Of 100, how many fewer leave in ``group``, with the interval."""
    counts = [(int(left[side].sum()), int(side.sum())) for side in (~group, group)]
    return Measured(*(100 * end for end in difference_of_shares(*counts[0], *counts[1], confidence)))


def _by_lot(world: World) -> Measured:
    rows = october_round_of(world)
    return _effect(rows, rows["drawn"], rows["left_in_week"].notna())


@cache
def effects() -> dict[str, Measured]:
    """The effect as it is, and as slips count it."""
    rows = october_round()
    left, week = rows["left_in_week"].notna(), october_round(week=5)["left_in_week"].notna()
    was_called = rows["called_in_week"].notna()
    return {
        "by_lot": _effect(rows, rows["drawn"], left),
        "by_calls": _effect(rows, was_called, left),
        "november": _effect(rows, rows["drawn"], week),
        "ninety": _effect(rows, rows["drawn"], left, 0.9),
    }


def _ends_apart() -> float:
    """The lowest that each share may be against the highest of the other, as overlapping intervals are read."""
    rows = october_round()
    left = rows["left_in_week"].notna()
    (low, _), (_, high) = (wilson(left[side].sum(), side.sum()) for side in (~rows["drawn"], rows["drawn"]))
    return float(100 * (low - high))


@dataclass(frozen=True)
class _LowEnd(Number):
    """One end of an interval; whoever gives both has not typed a thousands comma."""

    def read(self, value: Any) -> float | Verdict:
        match value:
            case [int() | float(), int() | float()]:
                return failed(
                    T(
                        "You gave both ends; the low one is asked for: a single number.",
                        "両端の値が入っています。聞いているのは下の端だけ、数値ひとつです。",
                    )
                )
        return super().read(value)


fewer_at_least = number_question(
    name="fewer_at_least",
    data="keyed",
    title=T("How many fewer leave, at least?", "少なくとも何人減った?"),
    points=3,
    form=_LowEnd(T("customers of 100", "100人あたりの人数"), example="3.5"),
    expected=OfWorld(lambda world: _by_lot(world).low),
    tolerance=0.1,
    right=T(
        "Hardly more than nothing, at the low end. The rule of the sheet says go on; the interval says keep counting.",
        "下の端では、ほとんどゼロです。シートの条件では「続ける」。けれど区間は「数え続けよ」と言っています。",
    ),
    otherwise=T(
        "Count who left in each group of the lot, over all 13 weeks, and take the low end of the interval.",
        "くじで分けた組ごとに、13週全部の解約を数え、区間の下の端を取ります。",
    ),
    misconceptions=(
        Misconception(
            "middle",
            lambda: effects()["by_lot"].value,
            T(
                "That is the middle. A promise of “at least” needs the low end of the interval.",
                "それは真ん中の値です。「少なくとも」と言うには、区間の下の端が要ります。",
            ),
        ),
        Misconception(
            "high_end",
            lambda: effects()["by_lot"].high,
            T("That is the high end: at most so many fewer.", "それは上の端です。「多くても」の人数です。"),
        ),
        Misconception(
            "sign",
            lambda: -effects()["by_lot"].high,
            T(
                "You took the called minus those left alone. Fewer leavers are a plus here: left alone minus called.",
                "「電話あり−電話なし」になっています。減った人数を聞いているので、「電話なし−電話あり」です。",
            ),
        ),
        Misconception(
            "middle_sign",
            lambda: -effects()["by_lot"].value,
            T(
                "That is the middle, and the wrong way round: left alone minus called is how many fewer. Then take the low end of the interval.",
                "それは真ん中の値で、引き算も逆です。減った人数は「電話なし−電話あり」。そのうえで、区間の下の端を取ります。",
            ),
        ),
        Misconception(
            "low_end_sign",
            lambda: -effects()["by_lot"].low,
            T(
                "That is the low end with the sign turned. Here fewer leavers are a plus, so even the low end is above 0.",
                "下の端の値ですが、符号が逆です。減った人数がプラスなので、下の端でも0を超えています。",
            ),
        ),
        Misconception(
            "of_600",
            lambda: 6 * effects()["by_lot"].low,
            T(
                "That is of the 600 of a list; of 100 is asked for.",
                "それは600人あたりの人数です。100人あたりで答えましょう。",
            ),
        ),
        Misconception(
            "by_calls",
            lambda: effects()["by_calls"].low,
            T(
                "You compare by who has a call on record. Whoever left before their turn then counts against being left alone; take the column drawn.",
                "実際に電話した人で分けています。順番の前に解約した人が「電話なし」に入ってしまいます。drawn の列で分けましょう。",
            ),
        ),
        Misconception(
            "november",
            lambda: effects()["november"].low,
            T(
                "That is the count of week 5. Today is 15 January; all 13 weeks count.",
                "それは第5週の数です。今日は1月15日。13週全部を数えます。",
            ),
        ),
        Misconception(
            "ends_apart",
            _ends_apart,
            T(
                "You set the low end of one share against the high end of the other. Both are rarely at their worst at once; combine them as in the lesson.",
                "片方の下の端から、もう片方の上の端を引いています。両方が同時に最悪になることはめったにありません。レッスンの式で組み合わせましょう。",
            ),
        ),
        Misconception(
            "ninety",
            lambda: effects()["ninety"].low,
            T("That is a 90% interval; 95% is asked for.", "それは90%の区間です。聞いているのは95%の区間です。"),
        ),
        Misconception(
            "share",
            lambda: effects()["by_lot"].low / 100,
            T(
                "That is right as a share; of 100 customers it is a hundred times as much.",
                "割合としては正しい値です。100人あたりなら、その100倍になります。",
            ),
            within=0.0006,
        ),
    ),
    hints=(
        T(
            'rows.groupby("drawn")["left_in_week"].count() counts who left; missing weeks are not counted.',
            'rows.groupby("drawn")["left_in_week"].count() で解約した人を数えられます。空の週は数えません。',
        ),
        T(
            "Then the lesson's lines: wilson(…) for both groups, and low = difference − hypot(alone − its low end, called's high end − called).",
            "あとはレッスンと同じです。両方の組で wilson(…) を求め、下の端 = 差 − hypot(電話なし − その下の端, 電話ありの上の端 − 電話あり)。",
        ),
    ),
    why=T(
        "As the lot fell, all 13 weeks, both groups' luck in one interval; and of the interval the end that you can stand by.",
        "くじで分けたとおりに、13週全部。2組の偶然をひとつの区間に。そして、責任を持てるほうの端を。",
    ),
)
