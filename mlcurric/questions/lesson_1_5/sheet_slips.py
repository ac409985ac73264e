"""Slips that beginners make in the sheet: each is an example, and what it shows about the thinking behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mlcurric.question.question import Misconception
from mlcurric.questions.lesson_1_5.counted import counted
from mlcurric.questions.lesson_1_5.sheet_findings import OWNER, STOP_RULE
from mlcurric.subject.expectation import expected_kept
from mlcurric.subject.ranges import Range
from mlcurric.text import T

Line = float | str | Callable[[dict[str, Any]], float]
"""What a slip has in one line; a function computes it from the sheet that agrees."""


def model() -> dict[str, Any]:
    """A sheet that agrees with the table: its ends as they are shown there, and the careful sum."""
    sheet = counted()
    hits, success = (Range(round(each.low), round(each.high)) for each in (sheet.hits_of_100, sheet.success_of_100))
    return {
        "list_size": sheet.list_size,
        "hits_low": hits.low,
        "hits_high": hits.high,
        "success_low": success.low,
        "success_high": success.high,
        "kept_low": round(sheet.list_size * hits.low * success.low / 100**2),
        "kept_high": round(sheet.list_size * hits.high * success.high / 100**2),
        "misses_of_100": round(sheet.misses_of_100),
        "owner": OWNER,
        "stop_rule": STOP_RULE,
    }


def _kept(size: str | float, hits: str | float, success: str | float) -> Callable[[dict[str, Any]], float]:
    """A product of three numbers or lines, as a learner would type it."""

    def product(sheet: dict[str, Any]) -> float:
        return round(expected_kept(*(sheet[part] if isinstance(part, str) else part for part in (size, hits, success))))

    return product


def _slip(name: str, en: str, ja: str, **lines: Line) -> Misconception:
    def example() -> dict[str, Any]:
        sheet = model()
        return sheet | {line: value(sheet) if callable(value) else value for line, value in lines.items()}

    return Misconception(name, example, T(en, ja))


SLIPS = (
    _slip("beyond_counting", "more people than there are", "地球の人口より多い", hits_high=4e11),
    _slip("size_are_hits", "leavers taken for the list", "解約した人数をリストの人数とした", list_size=210),
    _slip("size_off", "another list", "別のリスト", list_size=10_000),
    _slip("hits_fraction", "a fraction for a count of 100", "割合で書いた", hits_low=0.3, hits_high=0.4),
    _slip("hits_of_list", "customers of the whole list", "リスト全体の人数で書いた", hits_low=178, hits_high=243),
    _slip("hits_not_of_100", "more than 100 of 100", "100人を超えている", hits_low=300, hits_high=400),
    _slip("hits_turned", "ends turned round", "上下が逆", hits_low=40, hits_high=30),
    _slip("hits_point", "a point for a range", "幅がない", hits_low=35, hits_high=35),
    _slip("hits_are_success", "the row of the calls", "電話の行を写した", hits_low=19, hits_high=43),
    _slip("hits_off", "surer than the count", "数えた結果より狭い", hits_low=34, hits_high=36),
    _slip("success_fraction", "a fraction for a count of 100", "割合で書いた", success_low=0.19, success_high=0.43),
    _slip("success_not_of_100", "more than 100 of 100", "100人を超えている", success_low=150, success_high=219),
    _slip("success_turned", "ends turned round", "上下が逆", success_low=43, success_high=19),
    _slip("success_point", "a point for a range", "幅がない", success_low=32, success_high=32),
    _slip("success_are_rates", "both groups' churn rates", "2つのグループの解約率", success_low=25, success_high=37),
    _slip("success_are_hits", "the row of the list", "リストの行を写した", success_low=30, success_high=40),
    _slip("success_off", "the difference of the rates", "解約率の差", success_low=10, success_high=14),
    _slip(
        "kept_per_100", "for each 100 on the list", "リスト100人あたり",
        kept_low=_kept(100, "hits_low", "success_low"), kept_high=_kept(100, "hits_high", "success_high"),
    ),
    _slip(
        "kept_are_leavers", "stopped after the leavers", "解約する人数で止まった",
        kept_low=_kept("list_size", "hits_low", 100), kept_high=_kept("list_size", "hits_high", 100),
    ),
    _slip(
        "kept_of_everybody", "as if all would leave", "全員が解約する計算",
        kept_low=_kept("list_size", 100, "success_low"), kept_high=_kept("list_size", 100, "success_high"),
    ),
    _slip(
        "kept_crossed", "low times high", "下限と上限を掛けた",
        kept_low=_kept("list_size", "hits_high", "success_low"), kept_high=_kept("list_size", "hits_low", "success_high"),
    ),
    _slip("kept_share", "a share of the list", "リストの中での割合", kept_low=0.06, kept_high=0.17),
    _slip("kept_not_divided", "of 100 taken for a number", "100で割らなかった", kept_low=342_000, kept_high=1_032_000),
    _slip("kept_trimmed", "from the break-even on", "損益分岐から", kept_low=44, kept_high=103),
    _slip("kept_turned", "ends turned round", "上下が逆", kept_low=103, kept_high=34),
    _slip("kept_point", "a point promise", "一点の約束", kept_low=67, kept_high=67),
    _slip("kept_above_leavers", "more than would leave", "解約する人より多い", kept_low=34, kept_high=600),
    _slip("kept_too_high", "more than the lines allow", "各行より多い", kept_low=34, kept_high=150),
    _slip("kept_too_low", "less than the lines allow", "各行より少ない", kept_low=5, kept_high=100),
    _slip("kept_off_middle", "beside the middle", "真ん中から外れている", kept_low=80, kept_high=103),
    _slip("kept_too_narrow", "surer than its parts", "材料より狭い", kept_low=60, kept_high=75),
    _slip("misses_fraction", "a fraction for a count of 100", "割合で書いた", misses_of_100=0.74),
    _slip("misses_of_all", "of all leavers", "解約した全員の中の人数", misses_of_100=588),
    _slip("misses_not_of_100", "more than 100 of 100", "100人を超えている", misses_of_100=390),
    _slip("misses_are_finds", "what the list finds", "見つけた人数", misses_of_100=26),
    _slip("misses_are_false_alarms", "false alarms", "空振り", misses_of_100=65),
    _slip("misses_off", "another number", "別の数字", misses_of_100=50),
    _slip(
        "misses_are_stayers", "what the hits leave of 100", "リストの中で解約しない人", misses_of_100=lambda sheet: 100 - sheet["hits_low"]
    ),
    _slip("misses_beside_the_table", "near, but not what was counted", "近いが、数えた結果と違う", misses_of_100=78),
    _slip("owner_everybody", "nobody in particular", "名指しがない", owner="a"),
    _slip("owner_model", "no person", "人ではない", owner="c"),
    _slip("stop_vague", "no number, no day", "数字も日付もない", stop_rule="a"),
    _slip("stop_accuracy", "accuracy", "正解率", stop_rule="b"),
    _slip("stop_at_the_top", "stops although it pays", "採算がとれるのにやめる", stop_rule="d"),
)  # fmt: skip
