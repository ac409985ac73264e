"""Whether categories stand in an order that a reader knows: by size, by time, by degree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(
    r"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAYS = (
    (re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"), ("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
    (re.compile(r"([月火水木金土日])(?:曜日?)?"), tuple("月火水木金土日")),
)
_SEASONS = (("spring", "summer", "autumn", "winter"), ("spring", "summer", "fall", "winter"), tuple("春夏秋冬"))
_WORD_NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_ERA = re.compile(rf"({'|'.join(_ERAS)})(\d+|元)")
# Words around numbers that leave their order as it is: limits of ranges, and endings of ordinals and plurals.
_AROUND = re.compile(
    r"\b(?:under|over|below|above|less than|more than|up to|or more|or less|at least|at most|and|to|or|older|younger|than|from)\b"
    r"|(?<=\d)(?:st|nd|rd|th)\b|未満|以上|以下|以内|超|より|から|まで|[-~〜–—<>≤≥=+,.\s]"
)
_DAYS_IN = {"day": 1, "日": 1, "week": 7, "週": 7, "month": 30, "月": 30, "quarter": 91, "year": 365, "年": 365}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*-?\s*(day|week|month|quarter|year|日|週|月|年)s?")
_SCALES: tuple[tuple[str, ...], ...] = (
    ("daily", "weekly", "monthly", "quarterly", "yearly"),
    ("month-to-month|monthly", "1 year", "2 year|2 years"),
    ("月ごと|毎月|月払い", "1年|年払い", "2年", "3年"),
    ("毎日", "毎週", "毎月", "毎年"),
    ("lowest", "very low", "low", "medium|mid|middle|moderate|average|normal", "high", "very high", "highest"),
    ("very small|xs|tiny", "small|s", "medium|m|mid", "large|l", "very large|xl|huge", "xxl"),
    ("never", "rarely|seldom", "sometimes|occasionally", "often", "very often", "always"),
    ("strongly disagree", "disagree", "neither|neutral|undecided", "agree", "strongly agree"),
    ("very unlikely", "unlikely", "neither|neutral", "likely", "very likely"),
    ("very dissatisfied", "dissatisfied", "neither|neutral", "satisfied", "very satisfied"),
    ("very poor|terrible", "poor|bad", "fair|average|ok", "good", "very good", "excellent"),
    ("beginner|novice", "intermediate", "advanced", "expert"),
    ("bronze", "silver", "gold", "platinum", "diamond"),
    ("detractor", "passive", "promoter"),
    ("first", "second", "third", "fourth", "fifth", "sixth"),
    ("yesterday", "today", "tomorrow"),
    ("before", "during", "after"),
    ("past", "present", "future"),
    ("early", "mid|middle", "late"),
    ("none|no", "some", "most", "all"),
    ("morning", "noon", "afternoon", "evening", "night"),
    ("早朝", "朝", "午前", "昼", "午後", "夕方|夕", "夜", "深夜"),
    ("極小", "小", "中", "大", "特大"),
    ("低い|低", "中くらい|中間|中", "高い|高"),
    ("弱", "中", "強"),
    ("下", "中", "上"),
    ("初級", "中級", "上級"),
    ("初期", "中期", "後期"),
    ("上旬", "中旬", "下旬"),
    ("短い|短期", "中期", "長い|長期"),
    ("前", "中", "後"),
    ("昨日", "今日", "明日"),
    ("一昨年", "昨年|去年", "今年", "来年"),
    ("先月", "今月", "来月"),
    ("全くない|まったくない|ない", "あまりない|めったにない", "ときどき|時々", "よくある|よく", "いつも|常に"),
    (
        "とても不満|非常に不満",
        "やや不満",
        "不満",
        "どちらでもない|どちらともいえない|普通",
        "満足",
        "やや満足",
        "とても満足|非常に満足",
    ),
    (
        "全くそう思わない",
        "そう思わない",
        "どちらともいえない|どちらでもない",
        "そう思う",
        "とてもそう思う|強くそう思う",
    ),
    ("悪い", "やや悪い", "普通", "やや良い", "良い", "とても良い"),
    ("銅", "銀", "金"),
)
_LAST = re.compile(
    r"others?|all others?|rest|unknown|n/?a|none of (?:these|the above)|not? (?:answer|known)|total|overall|all|average|mean|"
    r"その他|他|不明|無回答|未回答|合計|全体|総計|平均|計"
)
Key = tuple[float, ...]


def in_order(labels: Sequence[str], values: Sequence[Sequence[float]]) -> bool:
    """Whether bars stand in an order that a reader sees at once.

    Args:
        labels: the categories' names, in the order in which they stand.
        values: one row a series, a value a category.

    Returns:
        True if one of the series, or their sum, rises or falls all the way, or the names are in a natural order: numbers, ranges, dates,
        months, weekdays, lengths of time, degrees (“low, medium, high”), letters; in English and Japanese, forwards or
        backwards. “Other”, “total” and the like may stand at either end. Two categories are always in order.
    """
    first, last = _middle(labels)
    if last - first <= 2:
        return True
    rows = [*values, [sum(column) for column in zip(*values, strict=True)]]
    return any(_monotone(row[first:last]) for row in rows) or natural(labels[first:last])


def natural(labels: Sequence[str]) -> bool:
    """Whether names are in an order of their own, such as that of time."""
    clean = [" ".join(unicodedata.normalize("NFKC", label).lower().split()) for label in labels]
    if len(set(clean)) < len(clean):
        return False
    return any(
        _monotone(keys) or (cycle and _one_turn(keys, cycle))
        for read, cycle in _READERS
        if (keys := read(clean)) is not None
    ) or any(_monotone(keys) for scale in _SCALES if (keys := _degrees(clean, scale)) is not None)


def _middle(labels: Sequence[str]) -> tuple[int, int]:
    """Where the categories begin and end that are not the rest or the sum of the others."""
    first, last = 0, len(labels)
    while last - first > 1 and _LAST.fullmatch(labels[last - 1].strip().lower()):
        last -= 1
    while last - first > 1 and _LAST.fullmatch(labels[first].strip().lower()):
        first += 1
    return first, last


def _monotone(keys: Sequence[float] | Sequence[Key]) -> bool:
    pairs = list(pairwise(keys))
    return all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)


def _one_turn(keys: Sequence[Key], cycle: int) -> bool:
    """Whether keys run round a cycle in even steps and do not pass their start again, such as April to March."""
    steps = [(b[0] - a[0]) % cycle for a, b in pairwise(keys)]
    return len(set(steps)) == 1 and min(sum(steps), sum(cycle - step for step in steps)) < cycle


def _numbers(labels: list[str]) -> list[Key] | None:
    """Keys of labels that differ in their numbers alone: 2024年度, Q1, 10–19, 3 months."""
    keys, shapes = [], set()
    for label in map(_in_figures, labels):
        numbers = re.findall(r"\d+(?:\.\d+)?", label.replace(",", ""))
        if not numbers:
            return None
        shapes.add(re.sub(r"s\b", "", re.sub(r"\d+", "", _AROUND.sub("", label))))
        keys.append(tuple(map(float, numbers)))
    if len(shapes) > 1:
        return None
    if len({len(key) for key in keys}) > 1:
        # “Under 10”, “10–19”, “20 and over”: the first number places a range.
        return [key[:1] for key in keys]
    # “Q1 2024”: the last number is the larger part.
    return keys if _monotone(keys) else [key[::-1] for key in keys]


def _in_figures(label: str) -> str:
    """A label with the numbers that it writes as words or as names of months and eras turned into figures."""
    label = _MONTH.sub(lambda found: f" {_MONTHS.index(found[1][:3]) + 1} ", label)
    label = _ERA.sub(lambda found: str(_ERAS[found[1]] + (1 if found[2] == "元" else int(found[2]))), label)
    for number, word in enumerate(_WORD_NUMBERS):
        label = re.sub(rf"\b{word}\b", str(number), label)
    return label


def _durations(labels: list[str]) -> list[Key] | None:
    """Lengths of time in different units: 1 month, 1 year."""
    keys = []
    for label in map(_in_figures, labels):
        found = _DURATION.findall(re.sub(r"[かヶカヵ箇]月", "月", label))
        if len(found) != 1:
            return None
        keys.append((float(found[0][0]) * _DAYS_IN[found[0][1]],))
    return keys


def _months(labels: list[str]) -> list[Key] | None:
    found = [_MONTH.fullmatch(label) or re.fullmatch(r"(\d{1,2})月", label) for label in labels]
    if not all(found):
        return None
    return [(float(one[1] if one[1].isdigit() else _MONTHS.index(one[1][:3]) + 1),) for one in found if one]


def _weekdays(labels: list[str]) -> list[Key] | None:
    for pattern, names in _WEEKDAYS:
        found = [pattern.fullmatch(label) for label in labels]
        if all(found):
            return [(float(names.index(one[1])),) for one in found if one]
    return None


def _seasons(labels: list[str]) -> list[Key] | None:
    return next(
        ([(float(names.index(label)),) for label in labels] for names in _SEASONS if set(labels) <= set(names)), None
    )


def _hours(labels: list[str]) -> list[Key] | None:
    found = [re.fullmatch(r"(\d{1,2})(?:時|:00)(?:台)?", label) for label in labels]
    return [(float(one[1]),) for one in found if one] if all(found) else None


def _letters(labels: list[str]) -> list[Key] | None:
    """Labels that differ in one letter alone: A, B, C; plan a, plan b."""
    found = [re.fullmatch(r"(.*?)\b([a-z])\b(.*)", label, re.ASCII) for label in labels]
    if not all(found) or len({(one[1], one[3]) for one in found if one}) > 1:
        return None
    return [(float(ord(one[2])),) for one in found if one]


def _degrees(labels: list[str], scale: tuple[str, ...]) -> list[Key] | None:
    """Places on a scale; a label may say more after the word, such as “low risk”."""
    words = sorted(
        ((word, place) for place, step in enumerate(scale) for word in step.split("|")), key=lambda pair: -len(pair[0])
    )
    keys, rests = [], set()
    for label in map(_in_figures, labels):
        hit = next(((w, p) for w, p in words if re.match(rf"{re.escape(w)}(?![a-z])", label)), None)
        if hit is None:
            return None
        keys.append((float(hit[1]),))
        rests.add(re.sub(r"s\b", "", label[len(hit[0]) :].strip()))
    return keys if len(rests) == 1 and len(set(keys)) == len(keys) else None


_READERS: tuple[tuple[Callable[[list[str]], list[Key] | None], int], ...] = (
    (_months, 12),
    (_weekdays, 7),
    (_seasons, 4),
    (_hours, 24),
    (_numbers, 0),
    (_durations, 0),
    (_letters, 0),
)
