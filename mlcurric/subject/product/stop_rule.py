"""Reads a stop rule as people write it: below which number they stop, of how many, and of what.

Lenient, and silent where it is not sure: a rule that is not read is held against nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mlcurric.subject.product.numerals import NUMBER, SEPARATOR, normalised, plain_figures


class Counted(StrEnum):
    """What a number in a stop rule counts."""

    KEPT = "kept"
    HITS = "hits"
    UNSAID = "unsaid"
    """The rule holds nothing but its number: “fewer than 20”, 「20人未満なら中止」."""


@dataclass(frozen=True)
class Part:
    """So many of so many, as a stop rule says it: “20 of 100”.

    Attributes:
        counter: the Japanese counter behind the part, 「人」 where there is none.
    """

    part: float
    whole: float
    counter: str = "人"


@dataclass(frozen=True)
class Floor:
    """“We stop below so many.”

    Attributes:
        least: the number.
        stops_there: whether that number itself stops it: “20 or fewer”, 「20人以下」.
        whole: of how many it is counted; ``None`` where the rule does not say.
        counts: what is counted.
        surely: whether those who would have stayed anyway are not in it.
        of_hits: whether the whole are hits; ``None`` where it may be hits or customers on the list.
        counter: the Japanese counter behind the number, 「人」 where there is none.
        may_span_lists: whether it may be counted over more than one list, because a period or a total is named.
    """

    least: float
    stops_there: bool
    whole: float | None
    counts: Counted
    surely: bool
    of_hits: bool | None
    counter: str
    may_span_lists: bool


_PEOPLE = "人|件|名|社"
_NO_RANGE = rf"(?!\.?\d|\s*{SEPARATOR}\s*\d)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_NO_TIME = (
    rf"(?!\.?\d|\s*(?:[/%:-]\s*\d|%|(?:days?|weeks?|months?|years?|quarters?|lists?|rounds?|meetings?|{_MONTH})\b))"
)
_WHOLE = rf"(?:out of|of|/)\s*(?:every |the |all |our )?(?P<whole>{NUMBER}){_NO_TIME}|(?:in|per|for)(?: every)? (?P<hundred>1000?){_NO_TIME}"
_HOW = (
    r"(?P<how>(?:fewer|less|lower) than|below|under|short of|(?:does|do|did) not (?:reach|get to)|fails? to reach|unless(?: at least)?|not (?:even|at least)|<(?!=)"
    r"|at most|no more than|not more than|only|≤|<=)\s*(?:about |around |the )?"
)
_LEAST = rf"(?P<least>{NUMBER}){_NO_RANGE}\s*(?P<percent>%|percent|per cent)?(?P<fewer> or (?:fewer|less|below))?"
_ENGLISH = (
    re.compile(rf"{_HOW}{_LEAST}(?P<what>[^\d.;]{{0,40}}?)(?:{_WHOLE})"),
    re.compile(rf"\bof (?:every |the )?(?P<whole>{NUMBER}){_NO_TIME}(?P<what>[^\d.;]{{0,40}}?){_HOW}{_LEAST}"),
    re.compile(rf"{_HOW}{_LEAST}"),
    re.compile(
        rf"(?<![\d.])(?P<how>){_LEAST}(?P<what>[^\d.;]{{0,40}}?)(?:{_WHOLE})[^\d.;,]{{0,20}}? (?P<or_fewer>or (?:fewer|less))\b"
    ),
    re.compile(
        rf"(?<![\d./])(?<!of )(?P<how>)(?P<least>{NUMBER})(?P<what>[^\d.;,]{{0,20}}?) (?P<or_fewer>or (?:fewer|less))\b"
    ),
)
_INCLUSIVE = re.compile(r"at most|more than|only|≤|<=|以下|しか")
_JA_WHOLE = rf"(?P<whole>{NUMBER})\s*(?:{_PEOPLE})?\s*(?:中|のうち|うち|あたり|当たり|につき)(?P<what>[^\d。]{{0,12}}?)"
_JA_HOW = (
    r"(?P<how>未満|以下|しか|[^\d。、]{0,4}?(?:を|も|より|に)?(?:下回|割り込|割っ|割れ|割る|少な(?!くとも)|低(?:い|け)|届か|達し(?:な|ません)|至ら|満た(?:な|ず))"
    r"|(?:以上|も|は|を|が)?[^\d。、]{0,8}?(?:なけれ|なかっ|ないな|ないと|ない場合|いかな))"
)
_JAPANESE = re.compile(
    rf"(?:{_JA_WHOLE})?(?P<least>{NUMBER}){_NO_RANGE}\s*(?P<percent>%|パーセント|割)?\s*(?P<counter>{_PEOPLE})?\s*{_JA_HOW}"
)
# Who surely stayed because of a contact; who was kept, or would have stayed anyway; who stayed.
_PREVENTED = re.compile(
    r"\bsaved?\b(?! (?:time|money|hours))|\bwon back\b|防げ|防い|防ぐ|防止|引き?止め|引きとめ|救え|救っ"
)
_KEPT = re.compile(
    r"\b(?:kept|keeps?)\b(?! (?:below|under|at|above|falling|dropping|being|their|his|her|its|the|an?|our|up|on|to)\b)"
)
_STAYED = re.compile(r"\b(?:stay(?:s|ed)?|remain(?:s|ed)?|retained)\b|残っ|残る|残ら|残れ|継続(?!して|的)|維持|とどま")
_HITS = re.compile(r"\bhits\b|\bhit rate\b|(?<![\d人件名社]) ?(?:当たり|当り)|的中")
_OTHERS = re.compile(
    r"\b(?:promises?|deadlines?|meetings?|word)\b|\bnot (?:be )?(?:kept|saved|retained)\b|(?:残ら|防げ)な(?!け|か)|(?:残ら|防げ|とどまら)なかった(?:人|件|顧客|生徒)|残っていな"
)
_OF_HITS_AFTER = re.compile(r"\s*(?:contacted |called )?(?:hits|leavers)\b")
_OF_HITS_BEFORE = re.compile(r"(?:当たり|的中|本当に\S{1,8})[のは、]?\s*$")
_ON_LIST_AFTER = re.compile(
    r"\s*(?:people |customers |names |calls |of them )?(?:on (?:the|a|our) list|listed|contacted|called|rung|names|calls|customers|people)\b(?! hits)"
)
_ON_LIST_BEFORE = re.compile(r"(?:リスト(?:の|に載った)?|連絡した|電話した|声をかけた)\s*$")
_SPAN = re.compile(
    r"\b(?:days?|weeks?|months?|quarters?|years?|daily|weekly|monthly|lists|rounds|total|altogether|together|so far|until|by)\b"
    r"|[日週月年期]|合計|累計|通算|合わせて|あわせて|までに|[\[(【(]"
)
# Where two conditions have to hold, or where the number lets one go on, it alone stops nothing.
_NOT_ALONE = re.compile(
    r"\band\b|\bboth\b|\bunless (?:fewer|less|below|under)|\b(?:continue|carry on|go on)\b"
    r"|かつ|両方|なおかつ|しかも|続行|続ける|継続する|(?:下回ら|割り込ま|割ら)な"
)
# “10 minutes of 3 calls” and “week 3 of 2” are no parts.
_PARTS = (
    re.compile(
        rf"(?<![\d.¥$€£/-])(?P<part>{NUMBER})(?: (?:hits|people|customers|kept|names|calls|leavers|pupils|students|patients|members|users|accounts|clients))? (?:out of|of) (?:every |the |all |our )?(?P<whole>{NUMBER}){_NO_TIME}"
    ),
    re.compile(
        rf"(?<![\d.¥$€£/-])(?P<whole>{NUMBER})\s*(?P<unit>{_PEOPLE})?\s*(?:中|のうち|うち)、?[^\d。、]{{0,8}}?(?P<part>{NUMBER}){_NO_RANGE}\s*(?P<counter>{_PEOPLE}|(?=未満|以下|以上|を|も|に|しか))(?!の)"
    ),
)
_COUNTED_OFF = re.compile(r"\b(?:days?|weeks?|months?|quarters?|rounds?|phases?|steps?|lists?|versions?|the|no\.?)\s*$")
_NOTHING_ELSE = re.compile(
    rf"{NUMBER}|\b(?:if|when|once|we|will|stop|stops|stopped|there|are|is|it|the|list|number|falls?|drops?|goes|people|customers|then|at|out|of|every|fewer|less|than|below|under|only|most|or|in)\b"
    r"|だったら|なら|ならば|であれば|の|場合|は|とき|時|に|を|が|で|たら|れば|ば|と|っ|中止|やめる|やめます|やめ|停止|終了|撤退|する|します|し|ます|リスト|人数|件数|続けて|連続|回|か月|ヶ月|週間|週|未満|以下|しか|下回|割|る|中|うち|人|件|名|社|[\s、。,.:;!%]"
)


def impossible_part(text: str) -> Part | None:
    """More than there are, as in “100 of 30” or 「30人中100人」; ``None`` where nothing of the kind stands there for sure."""
    plain = plain_figures(text)
    for pattern in _PARTS:
        for found in pattern.finditer(plain):
            parts = found.groupdict()
            part, whole, unit, counter = (
                float(parts["part"]),
                float(parts["whole"]),
                parts.get("unit"),
                parts.get("counter"),
            )
            if _COUNTED_OFF.search(plain[: found.start()]):
                continue
            # Two things that are counted differently are no part of each other.
            if part > whole > 0 and (unit == counter or not (unit and counter)):
                return Part(part, whole, counter or unit or "人")
    return None


def read_floors(text: str) -> Iterator[Floor]:
    """The numbers below which a rule stops, each with what it counts; one whose meaning is unsure is not among them."""
    plain = plain_figures(text)
    if not plain or _NOT_ALONE.search(plain):
        return
    found = list(_below(plain))
    for match in found:
        # Of several conditions each has its own words; of one, they may stand anywhere.
        near = plain if len(found) == 1 else _clause(plain, match)
        floor = _floor(match, near, spans=bool(_SPAN.search(normalised(text))))
        if floor:
            yield floor


def _below(plain: str) -> Iterator[re.Match[str]]:
    """What says “below so many”; what one pattern has taken, the next ones leave alone."""
    for pattern in (*_ENGLISH, _JAPANESE):
        matches = list(pattern.finditer(plain))
        yield from matches
        for match in matches:
            plain = plain[: match.start()] + "#" * len(match[0]) + plain[match.end() :]


def _clause(plain: str, match: re.Match[str]) -> str:
    """The words between the commas around a match."""
    before = re.split(r"[;；。,、]|\bor\b|または|もしくは|あるいは", plain[: match.start()])[-1]
    after = re.split(r"[;；。,、]|\bor\b|または|もしくは|あるいは", plain[match.end() :])[0]
    return before + match[0] + after


def _floor(match: re.Match[str], near: str, *, spans: bool) -> Floor | None:
    parts = match.groupdict()
    whole = next((float(parts[name]) for name in ("whole", "hundred") if parts.get(name)), None)
    least, percent = float(parts["least"]), parts.get("percent")
    if percent:
        if whole:
            return None
        least, whole = least * (10 if percent == "割" else 1), 100.0
    of_hits = _of_hits(match) if parts.get("whole") else None
    prevented, hits = _PREVENTED.search(near), _HITS.search(near)
    kept = prevented or _KEPT.search(near) or (of_hits and _STAYED.search(near))
    if _OTHERS.search(near) or (kept and hits and not of_hits):
        return None
    if kept:
        counts = Counted.KEPT
    elif hits and not of_hits:
        counts = Counted.HITS
    elif not _NOTHING_ELSE.sub("", near):
        counts = Counted.UNSAID
    else:
        return None
    inclusive = bool(parts.get("fewer") or parts.get("or_fewer") or _INCLUSIVE.search(parts["how"]))
    return Floor(least, inclusive, whole, counts, bool(prevented or hits), of_hits, parts.get("counter") or "人", spans)


def _of_hits(match: re.Match[str]) -> bool | None:
    before, after = match.string[: match.start("whole")], match.string[match.end("whole") :]
    if _OF_HITS_AFTER.match(after) or _OF_HITS_BEFORE.search(before):
        return True
    return False if _ON_LIST_AFTER.match(after) or _ON_LIST_BEFORE.search(before) else None
