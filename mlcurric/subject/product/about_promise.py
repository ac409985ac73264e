"""Can the promise be kept at all, and is the list that is handed over the list of the sheet?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlcurric.subject.digits import as_count
from mlcurric.subject.expectation.reconcile import ROUNDING, SLACK
from mlcurric.subject.product.collected import Collected
from mlcurric.subject.product.figures import numbers
from mlcurric.subject.product.finding import LineFinding, clash, question
from mlcurric.subject.product.numerals import NUMBER, SEPARATOR, plain_figures
from mlcurric.subject.product.sum_words import whole
from mlcurric.subject.ranges import Range
from mlcurric.text import T

_MEND = T("Mend the promise, or what it is made of.", "約束か、もとになる数を直してください。")
_WHO = (
    r"names|customers|clients|pupils|students|patients|members|subscribers|accounts"
    r"|people(?= (?:to (?:call|ring|contact)|on (?:a|the) list|a|per|each|every)\b)"
)
_HANDED = (
    re.compile(
        rf"\blists? of (?:up to |about )?(?P<low>{NUMBER})(?: ?{SEPARATOR} ?(?P<high>{NUMBER}))? (?P<who>[a-z]+)"
    ),
    re.compile(
        rf"(?<![\d.])(?<!of )(?<!for )(?<!to )(?<!by )(?<!among )(?<!from )(?<!the )(?P<low>{NUMBER})(?: ?{SEPARATOR} ?(?P<high>{NUMBER}))? (?P<who>{_WHO})\b(?! (?:of|out of|ring|call|at the|in the))"
    ),
    re.compile(
        rf"(?<![\d.])(?P<low>{NUMBER})[人名件社]?(?:{SEPARATOR}(?P<high>{NUMBER}))?(?P<who>[件社](?=分?の(?:リスト|一覧|名簿))|[人名](?!中|のうち|うち|につき|あたり|当たり|ごと|ずつ|に|で|が|体制|以上のチーム|の(?:チーム|担当|室長|社員|スタッフ|営業)))"
    ),
)
# A list for each of several groups, or of another stretch of time, has another size.
_SHARED_OUT = re.compile(
    r"\beach\b(?! (?:day|morning|week|month|quarter|year))|\bper (?!day|week|month|quarter|year|list)|\bapiece\b|ごと|別|ずつ|各|それぞれ"
)
_PERIODS = (
    re.compile(r"\b(?:daily|(?:a|per|each|every) (?:day|morning|evening))\b|毎[日朝晩]|1日|日次"),
    re.compile(
        r"\b(?:weekly|(?:a|per|each|every) (?:week|monday|tuesday|wednesday|thursday|friday))\b|毎週|週に?\d?回?|1週間"
    ),
    re.compile(r"\b(?:monthly|(?:a|per|each|every) month)\b|毎月|月次|月に|1か月|ひと月"),
)


def about_promise(lines: Collected, counted: Collected) -> Iterator[LineFinding]:
    """Findings about a promise beyond the list, and about a list of another size.

    Args:
        lines: as they are collected; a promise with its ends turned round still names how many it promises.
        counted: without those that are impossible by themselves (``about_lines.without_impossible``).
    """
    yield from _beyond_the_list(lines, counted)
    yield from _about_handing_over(counted)


def _beyond_the_list(lines: Collected, counted: Collected) -> Iterator[LineFinding]:
    """More kept than the list can hold, as far as its lines are known; with all of them the sums of 1-5 say it."""
    ends = {name: span for name in ("kept_low", "kept_high") if (span := lines.span(name))}
    size, hits, success = counted.span("list_size"), counted.ends("hits"), counted.ends("success")
    if not (ends and size):
        return
    name = max(ends, key=lambda each: ends[each].high)
    kept = ends[name].high
    if hits and success and counted.ends("kept") and size.is_point:
        return
    most, says, others = size.high, T(
        "{kept} are to be kept of a list of {size}.", "リストは{size}人なのに、防げる件数が{kept}件になっています。"
    ), ""  # fmt: skip
    if hits:
        most, others = size.high * hits.high / 100, "hits_high"
        says = T(
            "The list holds {most} hits at most, and you would keep {kept}.",
            "リストの当たりは多くても{most}人なのに、防げる件数が{kept}件になっています。",
        )
    elif success and kept <= size.high and success.high >= 0:
        most, others = size.high * success.high / 100, "success_high"
        most += max(SLACK, ROUNDING * most)
        says = T(
            "Even if all {size} on the list were hits, {success} of 100 of them are kept at most; you promise up to {kept}.",
            "リストの{size}人が全員当たりでも、防げるのは100人中{success}件までです。約束の上限は{kept}件になっています。",
        )
    if kept > most:
        yield clash(
            "kept_above_list",
            f"{name} {others} list_size",
            says,
            _MEND,
            kept=as_count(kept),
            size=numbers(size),
            most=whole(most),
            success=as_count(success.high) if success else "",
        )


def _about_handing_over(lines: Collected) -> Iterator[LineFinding]:
    """A number of names in the words about the feature, beside the size of the list."""
    size, text = lines.span("list_size"), plain_figures(lines.text("feature_provides"))
    if not size or not text or _SHARED_OUT.search(text):
        return
    periods = [
        {n for n, words in enumerate(_PERIODS) if words.search(each)}
        for each in (text, plain_figures(lines.text("list_size")))
    ]
    if all(periods) and periods[0] != periods[1]:
        return
    handed = [
        (Range(float(found["low"]), float(found["high"] or found["low"])), found["who"])
        for pattern in _HANDED
        for found in pattern.finditer(text)
    ]
    # One person is somebody who acts; and where one of several numbers is the list's, the others are something else.
    handed = [(span, who) for span, who in handed if span.low > 1]
    if len({span for span, _ in handed}) != 1:
        return
    span, who = handed[0]
    # More than the list holds may be those from whom it is drawn, unless these are its names.
    if span.high < size.low or (span.low > size.high and who in ("names", "名")):
        yield question(
            "another_list_size",
            "feature_provides list_size",
            T("You hand over {n} {who}; the list has {size}.", "渡すのは{n}{counter}、リストは{size}{counter}です。"),
            T("Is it the same list?", "同じリストのことですか。"),
            n=numbers(span),
            who=who if who.isascii() else "names",
            counter="人" if who.isascii() or who == "名" else who,
            size=numbers(size),
        )
