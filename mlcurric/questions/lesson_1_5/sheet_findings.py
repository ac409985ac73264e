"""What is wrong with a filled-in sheet, line by line: each finding with the learner's own numbers and the sum.

Whatever holds for any sheet is found by ``mlcurric.subject.expectation``; here stands what is wrong beside this table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mlcurric.questions.lesson_1_5.counted import counted
from mlcurric.questions.lesson_1_5.sheet_lines import (
    Finding,
    beyond_counting,
    lines_of,
    of_itself,
    range_of,
    to_count_with,
    told,
)
from mlcurric.subject.expectation import contradictions, expected_kept, kept_bounds
from mlcurric.subject.ranges import Range
from mlcurric.text import T

OWNER, STOP_RULE = "b", "c"
_NEAR = 1.6
"""A typed range may lie so far, of 100, beside the table's, which is rounded as well."""
_TRIM = 4
"""Customers by which the low end of a promise may lie above the computer's; twice as many below it at the high end."""


def findings(sheet: Mapping[str, Any]) -> dict[str, Finding | None]:
    """The first finding of each of ``PARTS``, in the order in which they are read; ``None`` where nothing is wrong."""
    countable = to_count_with(sheet)
    return {
        part: next(beyond_counting(sheet, part), None) or next(about(countable | lines_of(sheet, part)), None)
        for part, about in PARTS.items()
    }


def _near(one: Range, other: Range, within: float = _NEAR) -> bool:
    return abs(one.low - other.low) <= within and abs(one.high - other.high) <= within


def _about_size(sheet: Mapping[str, Any]) -> Iterator[Finding]:
    size, hits = counted().list_size, counted().hits
    typed = sheet["list_size"]
    if typed == size:
        return
    if typed == hits.count:
        yield (
            "size_are_hits",
            told(
                T(
                    "{typed} customers on the list left; the list itself holds {size}.",
                    "{typed}人は、リストの中で解約した人数です。リストには{size}人います。",
                ),
                typed=typed,
                size=size,
            ),
        )
    says = T(
        "You plan with a list of {typed}; Aya's team can call {size}.",
        "リストが{typed}人になっています。彩さんのチームが電話できるのは{size}人です。",
    )
    yield "size_off", told(says, typed=typed, size=size)


def _about_hits(sheet: Mapping[str, Any]) -> Iterator[Finding]:
    typed, table = range_of(sheet, "hits"), counted().hits_of_100
    if 0 < typed.high <= 1:
        yield "hits_fraction", _as_fraction(typed)
    if typed.high > 100 and _near(typed, counted().leavers, within=12):
        says = T(
            "{low} to {high} are customers of the whole list: {high} of {size} is {of_100} of 100.",
            "{low}〜{high}人は、リスト全体での人数です。{size}人中{high}人なら、100人あたり{of_100}人です。",
        )
        size = counted().list_size
        yield "hits_of_list", told(says, low=typed.low, high=typed.high, size=size, of_100=100 * typed.high / size)
    yield from of_itself(hits_of_100=typed)
    if _near(typed, counted().success_of_100):
        says = T(
            "{low} to {high} of 100 is what a call keeps; this line asks who on the list would leave.",
            "100人中{low}〜{high}人は、電話で残る人数です。この行で聞いているのは、リストの中で解約する人数です。",
        )
        yield "hits_are_success", told(says, low=typed.low, high=typed.high)
    if not _near(typed, table):
        yield "hits_off", _beside_the_table(typed)


def _about_success(sheet: Mapping[str, Any]) -> Iterator[Finding]:
    typed, pilot = range_of(sheet, "success"), counted().pilot
    if 0 < typed.high <= 1:
        yield "success_fraction", _as_fraction(typed)
    yield from of_itself(success_of_100=typed)
    if _near(typed, Range(100 * pilot.called.share, 100 * pilot.alone.share)):
        says = T(
            "{low} and {high} of 100 are the leavers of the two groups. What a call keeps is made from their difference, as in question 1.",
            "100人中{low}人と{high}人は、2つのグループそれぞれの解約者です。電話で残る人数は、1問目のように、その差から求めます。",
        )
        yield "success_are_rates", told(says, low=typed.low, high=typed.high)
    if _near(typed, counted().hits_of_100):
        says = T(
            "{low} to {high} of 100 on the list would leave; this line asks how many of those leavers a call keeps.",
            "100人中{low}〜{high}人は、リストの中で解約する人数です。この行で聞いているのは、そのうち電話で残る人数です。",
        )
        yield "success_are_hits", told(says, low=typed.low, high=typed.high)
    if not _near(typed, counted().success_of_100):
        yield "success_off", _beside_the_table(typed)


def _about_kept(sheet: Mapping[str, Any]) -> Iterator[Finding]:
    kept, hits, success, size = (
        range_of(sheet, "kept"), range_of(sheet, "hits"), range_of(sheet, "success"), sheet["list_size"],
    )  # fmt: skip
    typed = {"size": size, "low": kept.low, "high": kept.high, "hits": hits.high, "success": success.high}
    ends = [(hits.low, success.low), (hits.high, success.high)]

    def like(*sums: float) -> bool:
        return all(
            abs(end - each) <= max(1, 0.03 * abs(each)) for end, each in zip((kept.low, kept.high), sums, strict=True)
        )

    if 0 < kept.high < 1:
        says = T(
            "{high} is a share of the list; of {size} customers it is {customers}.",
            "{high}はリストの中での割合です。{size}人のうちなら{customers}人です。",
        )
        yield "kept_share", told(says, high=kept.high, size=size, customers=round(size * kept.high))
    for factor in (100, 100**2):
        if like(*(factor * expected_kept(size, *end) for end in ends)):
            says = T(
                "{high}? “{hits} of 100” is {hits}/100, and “{success} of 100” is {success}/100: divide each by 100.",
                "{high}人でしょうか。「100人中{hits}人」は {hits}/100、「100人中{success}人」は {success}/100。どちらも100で割ります。",
            )
            yield "kept_not_divided", told(says, **typed)
    if like(*(expected_kept(100, *end) for end in ends)):
        says = T(
            "{high} is 100 × {hits}/100 × {success}/100: that is for each 100 on the list, and the list holds {size}.",
            "{high}は 100 × {hits}/100 × {success}/100、つまりリスト100人あたりの人数です。リストには{size}人います。",
        )
        yield "kept_per_100", told(says, **typed)
    if like(*(size * end / 100 for end in (hits.low, hits.high))):
        says = T(
            "{size} × {hits}/100 = {high} would leave. Not all of them stay after a call: {success} of 100 at most.",
            "{size} × {hits}/100 = {high}人は、解約する人数です。電話で残るのは、そのうち多くても100人中{success}人です。",
        )
        yield "kept_are_leavers", told(says, **typed)
    if like(*(size * end / 100 for end in (success.low, success.high))):
        says = T(
            "{size} × {success}/100 = {high}: as if everybody on the list would leave. Of 100 on it {hits} do, at most.",
            "{size} × {success}/100 = {high}人。これではリストの全員が解約する計算です。解約するのは、多くても100人中{hits}人です。",
        )
        yield "kept_of_everybody", told(says, **typed)
    crossed = sorted(expected_kept(size, *end) for end in ((hits.low, success.high), (hits.high, success.low)))
    if like(*crossed) and kept.low < kept.high:
        says = T(
            "{low} and {high} come from a low end times a high one. The least is low × low, the most is high × high.",
            "{low}と{high}は、下限と上限を掛け合わせた値です。いちばん少ないのは下限×下限、いちばん多いのは上限×上限です。",
        )
        yield "kept_crossed", told(says, **typed)
    for found in contradictions(list_size=size, hits_of_100=hits, success_of_100=success, kept=kept):
        if found.name.startswith("kept"):
            yield found.name, found.says
    # Within all that lines as such allow, and still surer at one end than what was counted.
    if kept.low > counted().kept.low + _TRIM or kept.high < counted().kept.high - 2 * _TRIM:
        allowed = kept_bounds(size, hits, success)
        says = T(
            "Your lines allow {least} to {most}; {low} to {high} leaves an end of that out. Hope and break-even have no say here.",
            "各行から言えるのは{least}〜{most}人です。{low}〜{high}人では、片方の端が抜けています。希望や損益分岐に合わせてはいけません。",
        )
        ends_allowed = {"least": round(allowed.low), "most": round(allowed.high)}
        yield "kept_trimmed", told(says, low=kept.low, high=kept.high, **ends_allowed)


def _about_misses(sheet: Mapping[str, Any]) -> Iterator[Finding]:
    typed, missed = sheet["misses_of_100"], counted().missed
    if 0 < typed < 1:
        yield "misses_fraction", _as_fraction(Range(typed, typed))
    if abs(typed - missed.count) <= _NEAR:
        says = T(
            "{typed} customers left without being on the list; of {all} leavers, that is how many of 100?",
            "{typed}人は、リストに載らずに解約した人数です。解約した{all}人のうちなので、100人あたりでは何人でしょう。",
        )
        yield "misses_of_all", told(says, typed=typed, all=missed.of)
    size, hits = counted().list_size, range_of(sheet, "hits")
    for found in contradictions(list_size=size, hits_of_100=hits, misses_of_100=typed, leavers=missed.of):
        if found.name.startswith("misses"):
            yield found.name, found.says
    # The ends of the hits leave room for several misses; the table has counted which it is.
    if abs(typed - counted().misses_of_100) > _NEAR:
        listed = round(100 - counted().misses_of_100)
        for end in (end for end in (hits.low, hits.high) if abs(typed - (100 - end)) <= 0.5):
            says = T(
                "{typed} looks like 100 − {hits}: of 100 on the list so many would have stayed, and those are false alarms. The table has {listed} of 100 leavers on the list; the rest is missed.",
                "{typed}人は 100 − {hits} でしょうか。それはリストに載っていて、解約しない人。空振りです。表では解約する100人中{listed}人がリストの人です。見逃しはその残りです。",
            )
            yield "misses_are_stayers", told(says, typed=typed, hits=end, listed=listed)
        says = T(
            "{typed} does not go with the table: it has {listed} of 100 leavers on the list; the rest is missed.",
            "{typed}人では、表と合いません。表では解約する100人中{listed}人がリストの人です。見逃しはその残りです。",
        )
        yield "misses_beside_the_table", told(says, typed=typed, listed=listed)


def _about_owner(sheet: Mapping[str, Any]) -> Iterator[Finding]:
    wrong = {
        "a": T(
            "Everybody's line is nobody's line: whom do you ring up on the day?",
            "全員の担当は、誰の担当でもありません。その日、誰に電話して聞きますか。",
        ),
        "c": T(
            "A model cannot see that it was wrong; somebody has to count who left.",
            "モデルは自分の間違いに気づけません。誰が解約したかを数える人が必要です。",
        ),
    }
    if sheet["owner"] in wrong:
        yield {"a": "owner_everybody", "c": "owner_model"}[sheet["owner"]], wrong[sheet["owner"]]


def _about_stop_rule(sheet: Mapping[str, Any]) -> Iterator[Finding]:
    names = {"a": "stop_vague", "b": "stop_accuracy", "d": "stop_at_the_top"}
    wrong = {
        "a": T(
            "It has no number and no day, so nobody will ever be able to say that it has come.",
            "数字も日付もありません。これでは「そのときが来た」と誰にも言えません。",
        ),
        "b": T(
            "A list that names nobody is right about 92 of 100 customers; a stop rule counts what the sheet promises.",
            "誰の名前も挙げないリストでも、100人中92人は正解になります。中止ルールで数えるのは、シートの約束です。",
        ),
        "d": T(
            "That is the high end of the promise: you would stop nearly every time, also when it pays, which it does from {even} kept.",
            "それは約束の上限です。{even}人から採算がとれるのに、ほとんど毎回やめることになります。",
        ),
    }
    letter = sheet["stop_rule"]
    if letter in wrong:
        yield names[letter], told(wrong[letter], even=round(counted().break_even))


def _as_fraction(typed: Range) -> T:
    says = T(
        "{high} looks like a fraction; of 100 it is {of_100}.",
        "{high}は割合の書き方です。100人あたりなら{of_100}人です。",
    )
    return told(says, high=typed.high, of_100=100 * typed.high)


def _beside_the_table(typed: Range) -> T:
    says = T(
        "{low} to {high} of 100 is not what was counted; the table has this range, in its last column.",
        "100人中{low}〜{high}人は、数えた結果と違います。この範囲は、表のいちばん右の列にあります。",
    )
    return told(says, low=typed.low, high=typed.high)


PARTS: dict[str, Callable[[Mapping[str, Any]], Iterator[Finding]]] = {
    "list_size": _about_size,
    "hits": _about_hits,
    "success": _about_success,
    "kept": _about_kept,
    "misses": _about_misses,
    "owner": _about_owner,
    "stop_rule": _about_stop_rule,
}
"""What a sheet is made of: the beginning of its lines' names, and what may be wrong with them."""
