"""Reads a count, a share, a sum of money or a stretch of days from a line as a person writes it.

A reader returns the span that the line surely means, or ``None``: two numbers in one line are never guessed at.
"""

from __future__ import annotations

import math
import re

from mlcurric.subject.product.numerals import NUMBER, SEPARATOR, normalised, plain_figures
from mlcurric.subject.ranges import Range

_UNIT = r"(?:%|[人名件社円回割日年分]|[か月ヶカヵ週間]+(?=[〜~–—−ー-]|から)|時間|days?\b|weeks?\b|months?\b|years?\b|yen\b|dollars?\b|people\b|customers\b|[¥$€£\s])*"
# A minus is put into one sign of its own first, so that “-2-10” is no riddle.
_BELOW_ZERO = "¬"
_SIGNED = rf"{_BELOW_ZERO}?{NUMBER}"
_RANGE = rf"(?P<low>{_SIGNED}){_UNIT}{SEPARATOR}{_UNIT}(?P<high>{_SIGNED})"
_AMOUNT = rf"(?:{_RANGE}|(?P<one>{_SIGNED}))"
_PERCENT = re.compile(r"%|割|percent|per cent|パーセント")
_MINUS = re.compile(rf"(?:(?:^|(?<=[\s¥$€£〜~])|(?<=to)|(?<=から))[-−▲]|マイナス|\bminus\b)\s*[¥$€£]?\s*(?={NUMBER})")
_AT_LEAST = re.compile(
    r"以上|\bat least\b|\bmore than\b|\bover\b|\bmin(?:imum)?\b|(?<=\d)\s*[人名件社円%]*\s*(?:\+|〜|~)$"
)
_AT_MOST = re.compile(r"以下|未満|まで|\bat most\b|\bup to\b|\bless than\b|\bunder\b|\bmax(?:imum)?\b|^[〜~]")
# Denominators: “30 of 100”, 「100人中30人」, 「12人に1人」.
_OF = re.compile(rf"{_AMOUNT}{_UNIT}\s*(?:out of|of|in|per|/|÷)\s*(?:every\s+)?(?P<whole>{NUMBER})")
_OF_JA = re.compile(
    rf"(?P<whole>{NUMBER})\s*[人名件社回]*\s*(?:中|のうち|うち|につき|あたり|当たり|に)\D{{0,4}}?{_AMOUNT}"
)
_NOTHING = re.compile(r"(?:none|nothing|free|no cost|no incentive|なし|無し|無料|ゼロ|ありません|かからない)[。.]?")
_HALF = re.compile(r"(?:about |around |約|およそ|ほぼ)?(?:half|半分|半数)(?: of them)?[。.]?")
_UNKNOWN = re.compile(
    r"\?+|\b(?:unknown|(?:not|nobody|no one) (?:yet )?(?:known|knows|decided|measured|counted|sure|clear)(?: yet)?|no idea"
    r"|(?:do not|don['’]t) know(?: yet)?|tbd|tbc|to be (?:decided|confirmed|measured|counted)|undecided)\b"
    r"|(?:まだ|今は|誰も)?(?:(?:わから|分から|判ら|知ら)(?:ない|ず|ん|ぬ)|(?:わか|分か|知)りません)(?:です)?"
    r"|(?:まだ)?(?:不明|未定|未確認|未測定|未計測|未調査|要確認|確認中|調査中|検討中)(?:です)?"
)
_UNITS = (
    (re.compile(r"営業日|business days?|working days?"), 1.0, 2.0),
    (re.compile(r"週|weeks?\b"), 7.0, 7.0),
    (re.compile(r"か月|ヶ月|カ月|ヵ月|ケ月|個月|months?\b"), 365.25 / 12, 365.25 / 12),
    (re.compile(r"四半期|quarters?\b"), 365.25 / 4, 365.25 / 4),
    (re.compile(r"年|years?\b"), 365.25, 365.25),
    (re.compile(r"時間|hours?\b"), 1 / 24, 1 / 24),
    (re.compile(r"分|minutes?\b|mins?\b"), 1 / 1440, 1 / 1440),
    (re.compile(r"日|days?\b|\bd\b"), 1.0, 1.0),
)
_CALENDAR_DAYS = 3
"""How far a month or a year may lie beside the average one."""
_TIMES = (
    (re.compile(r"人日|\bperson[- ]?days?\b|\bman[- ]?days?\b"), 480.0),
    (re.compile(r"時間|\bhours?\b|\bh\b|\bhrs?\b"), 60.0),
    (re.compile(r"分|\bminutes?\b|\bmins?\b"), 1.0),
)
_HALF_A_YEAR = re.compile(r"(?:about |around |約|およそ)?(?:半年間?|half an? year|half[- ]year)[。.]?")
_ARTICLE = re.compile(r"\ba (?=(?:day|week|month|year|quarter)\b)")
_BARE = re.compile(rf"(?:about |around |約|およそ)?{NUMBER}(?:\s*{SEPARATOR}\s*{NUMBER})?")
_SAME_DAY, _NEXT_DAY = ("当日", "即日", "same day", "the same day"), ("翌日", "next day", "the next day")


def is_unknown(text: str, *, number: bool = False) -> bool:
    """Whether a line says that its answer is not known yet: “unknown”, “TBD”, 「わからない」.

    Args:
        number: whether a number is asked for; then the words may stand anywhere, as long as no figure does.
    """
    text = normalised(text)
    if number:
        return bool(_UNKNOWN.search(text)) and not re.search(r"\d", text)
    found = _UNKNOWN.match(re.sub(r"^(?:i|we) ", "", text))
    return (
        bool(found)
        and re.fullmatch(r"|[\s]*[,、。.(:;…—–!-].*", re.sub(r"^(?:i|we) ", "", text)[found.end() :]) is not None
    )


def is_bare_number(text: str) -> bool:
    """Whether a line holds a number, or a range, and no word of what it counts: “60”, “about 60”, 「６０〜７０」."""
    # What stands in brackets is no number, and may be the unit.
    return not re.search(r"[(\[【]", normalised(text)) and bool(_BARE.fullmatch(plain_figures(text)))


def read_count(text: str, *, net: bool = False) -> Range[float] | None:
    """A number of people or things: “1,000人”, “about 200”, “60〜70”, “at least 30”; ``None`` if it is not one amount.

    Args:
        net: whether it may lie below zero, because it is what remains of gains less losses.
    """
    return _amount(plain_figures(text), net=net)


def read_share(text: str, of: int, *, net: bool = False) -> Range[float] | None:
    """How many of ``of``: “30”, “30%”, “3割”, “30 of 100”, 「12人に1人」.

    Args:
        of: the whole.
        net: as for ``read_count``.

    Returns:
        The span, counted of ``of``; ``None`` where it is not one amount, or where a bare number below 1 may be a
        count as well as a share.
    """
    text = plain_figures(text)
    if _HALF.fullmatch(text):
        return Range(of / 2, of / 2)
    if _NOTHING.fullmatch(text):
        return Range(0.0, 0.0)
    for pattern in (_OF, _OF_JA):
        if found := pattern.search(text):
            rest = text[: found.start()] + " " + text[found.end() :]
            whole = float(found["whole"])
            if re.search(r"\d", rest) or not whole:
                return None
            part = _span(found)
            return part and Range(part.low / whole * of, part.high / whole * of)
    span = _amount(text, net=net)
    if span is None:
        return None
    if _PERCENT.search(text):
        factor = of / (10 if "割" in text else 100)
        return Range(span.low * factor, span.high * factor)
    return None if 0 < span.low < 1 or 0 < span.high < 1 else span


def read_money(text: str, currency: str = "") -> Range[float] | None:
    """A sum of money, whatever its currency: “¥1,500”, 「1〜2万円」, “$12.50”, “none”.

    Args:
        currency: in which the sums are counted; hours will do, and then “15 minutes” is a quarter.

    Returns:
        The span; ``None`` where it is not one amount, or is counted in time and the currency is not.
    """
    text = plain_figures(text)
    if _NOTHING.fullmatch(text):
        return Range(0.0, 0.0)
    span, unit, counted_in = _amount(text), _time_unit(text), _time_unit(plain_figures(currency))
    if span and unit:
        return Range(span.low * unit / counted_in, span.high * unit / counted_in) if counted_in else None
    return span


def _time_unit(text: str) -> float | None:
    """The minutes of the unit of time that a text names; of a person-day, eight hours."""
    return next((minutes for words, minutes in _TIMES if words.search(text)), None)


def read_days(text: str) -> Range[float] | None:
    """A stretch of time in days: “14日”, “2 weeks”, 「約3か月」, “half a year”; a bare number counts days."""
    plain = _ARTICLE.sub("1 ", plain_figures(text)).rstrip("。.")
    if plain in _SAME_DAY:
        return Range(0.0, 1.0)
    if plain in _NEXT_DAY:
        return Range(1.0, 1.0)
    if _HALF_A_YEAR.fullmatch(normalised(text)):
        return _days(Range(0.5, 0.5), 365.25, 365.25)
    span = _amount(plain)
    if span is None:
        return None
    tail = plain[re.search(NUMBER, plain).start() :]  # type: ignore[union-attr]
    for words, least, most in _UNITS:
        if words.search(tail):
            return _days(span, least, most)
    return span


def _days(span: Range[float], least: float, most: float) -> Range[float]:
    slack = _CALENDAR_DAYS if least > 7 else 0
    return Range(max(0.0, math.floor(span.low * least) - slack), math.ceil(span.high * most) + slack)


def _amount(text: str, *, net: bool = False) -> Range[float] | None:
    """The one number, or the one range, of a text in plain figures."""
    text, below_zero = _MINUS.subn(_BELOW_ZERO, text)
    if below_zero and not net:
        return None
    found = list(re.finditer(_AMOUNT, text))
    if len(found) != 1:
        return None
    span = _span(found[0])
    if span and found[0]["one"]:
        if _AT_LEAST.search(text):
            return Range(span.low, math.inf)
        if _AT_MOST.search(text):
            return Range(0.0, span.high)
    return span


def _span(found: re.Match[str]) -> Range[float] | None:
    """The span of a match; a range that runs backwards is none."""
    low, high = (float((found[end] or found["one"]).replace(_BELOW_ZERO, "-")) for end in ("low", "high"))
    return Range(low, high) if low <= high else None
