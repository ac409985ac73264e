"""The expectation sheet of one list, filled in by hand: its lines must agree with the table and with each other."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Number
from mlcurric.question.makers import ask_for_hint
from mlcurric.question.question import Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.questions.lesson_1_5.counted import counted
from mlcurric.questions.lesson_1_5.sheet_findings import PARTS, findings
from mlcurric.questions.lesson_1_5.sheet_lines import number
from mlcurric.questions.lesson_1_5.sheet_slips import SLIPS
from mlcurric.subject.expectation import kept_bounds
from mlcurric.subject.ranges import Range
from mlcurric.text import T

_OF_100 = T("of 100", "100人中の人数")
_CUSTOMERS = T("customers", "人")


def _number(en: str, ja: str, unit: T = _OF_100, example: str = "50") -> Field:
    return Field(T(en, ja), Number(unit, example))


_FIELDS = {
    "list_size": _number("customers on the list", "リストの人数", _CUSTOMERS, "200"),
    "hits_low": _number("of 100 on the list, leave: low end", "リストの100人中、解約する人: 下限"),
    "hits_high": _number("… high end", "… 上限"),
    "success_low": _number("of 100 leavers called, stay: low end", "解約する100人に電話して、残る人: 下限"),
    "success_high": _number("… high end", "… 上限"),
    "kept_low": _number("kept by this list: low end", "このリストで引き止める人数: 下限", _CUSTOMERS, "200"),
    "kept_high": _number("… high end", "… 上限", _CUSTOMERS, "200"),
    "misses_of_100": _number("of 100 who leave, not on the list", "解約する100人中、リストに載らない人"),
    "owner": Field(
        T("who checks what came true", "結果を確かめる人"),
        Choice(
            {
                "a": T("everybody in customer success", "カスタマーサクセスの全員"),
                "b": T("Ms Hara of controlling, on 15 January", "管理部の原さん(1月15日に)"),
                "c": T("the model, every night", "モデル(毎晩)"),
            }
        ),
    ),
    "stop_rule": Field(
        T("when the calls stop", "電話をやめる条件"),
        Choice(
            {
                "a": T("if it turns out not to work", "効果がないとわかったら"),
                "b": T("if it is right about fewer than 90 of 100 customers", "正解が100人中90人を下回ったら"),
                "c": T(
                    "if on 15 January fewer than 44 of 600 were kept, compared with the half that a lot left alone",
                    "1月15日に、くじで電話しなかった半分と比べて、引き止めた人が600人あたり44人未満なら",
                ),
                "d": T(
                    "if on 15 January fewer of 600 were kept than kept_high, compared with the half that a lot left alone",
                    "1月15日に、くじで電話しなかった半分と比べて、引き止めた人が600人あたり kept_high 未満なら",
                ),
            }
        ),
    ),
}


_LINES = {part: ", ".join(line for line in _FIELDS if line.startswith(part)) for part in PARTS}
"""The lines that each part of the findings is about."""
_PARTS = ("hits", "success")
"""The two ranges that the promise is made of."""


def _kept(lines: Mapping[str, Any]) -> float:
    """Each part is judged by itself; a line that is not there is wrong, and spoils no sum of another."""
    # “a” is wrong in both, and nobody counts to infinity.
    missing = {name: "a" if isinstance(line.form, Choice) else math.inf for name, line in _FIELDS.items()}
    found = findings(missing | lines)
    return sum(finding is None for finding in found.values()) / len(found)


def _check(sheet: dict[str, Any]) -> Verdict:
    found = findings(sheet)
    wrong = [part for part, finding in found.items() if finding]
    if wrong:
        part = wrong[0]
        name, says = found[part]
        seen = T("{lines}: {says}", "{lines}: {says}").format(lines=_LINES[part], says=says)
        ask = None if part in ("owner", "stop_rule") else ask_for_hint("promise_sheet")
        return failed(seen, None, ask, share=1 - len(wrong) / len(found), misconception=name)
    allowed = kept_bounds(sheet["list_size"], *(Range(sheet[f"{each}_low"], sheet[f"{each}_high"]) for each in _PARTS))
    return passed(
        T(
            "It adds up: your lines allow {least} to {most} kept, and you promise {low} to {high}. A computer that lets both parts vary says {sim_low} to {sim_high}: both at their bad ends at once is rare.",
            "つじつまが合いました。各行から言えるのは{least}〜{most}人、約束は{low}〜{high}人です。2つの材料を同時に動かしてコンピューターで計算すると{sim_low}〜{sim_high}人。両方とも悪い端になることは、めったにないからです。",
        ).format(
            least=number(round(allowed.low)),
            most=number(round(allowed.high)),
            low=number(round(sheet["kept_low"])),
            high=number(round(sheet["kept_high"])),
            sim_low=f"{counted().kept.low:.0f}",
            sim_high=f"{counted().kept.high:.0f}",
        )
    )


promise_sheet = Question(
    name="promise_sheet",
    data="fixed",
    kind="S",
    form=Fields(_FIELDS),
    points=9,
    title=T("Fill in the expectation sheet", "期待値すり合わせシートを埋める"),
    check=_check,
    kept=_kept,
    hints=(
        T(
            "Three lines stand in the table as they are: the list, who would leave, whom a call keeps. The others follow from them.",
            "リストの人数、解約する人、電話で残る人の3つは、表にそのまま書いてあります。残りはそこから計算します。",
        ),
        T(
            "Kept, at worst: list × low of 100 ÷ 100 × low of 100 ÷ 100. At best the same with both high ends; you may type 600*0.3*0.2. Misses: what is left to 100.",
            "引き止める人数の下限は、リスト×下限÷100×下限÷100。上限も同じように計算します。600*0.3*0.2 のような式を書いてもかまいません。見逃しは、見つけた人を100から引いた残りです。",
        ),
    ),
    misconceptions=SLIPS,
    why=T(
        "Least: 600 × 30/100 × 19/100. Most: 600 × 40/100 × 43/100. Misses: 74 of 100, because 26 are on the list. The calls stop where they no longer pay, on a day, by a count.",
        "いちばん少なくて 600 × 30/100 × 19/100、多くて 600 × 40/100 × 43/100。リストに載るのは100人中26人なので、見逃しは74人。採算がとれなくなる人数と日付で、やめる条件が決まります。",
    ),
)
