"""What counts as a unit on a chart: whether a reader can tell what “8” is eight of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SIGNS = r"%|°|‰|[$¥€£₩]|\bppm\b|\bpp\b|\bpct\b|パーセント|ポイント"
_MONEY = r"\b(?:yen|jpy|dollars?|usd|euros?|eur|pounds?|gbp|cents?)\b|円(?!グラフ|安|高|滑|周|形)|ドル|ユーロ|ポンド"
_MEASURES = r"\b(?:kg|mg|tons?|tonnes?|km|cm|mm|metres?|meters?|miles?|kwh|mwh|kw|mb|gb|tb|litres?|liters?|ms|percent(?:age points)?)\b"
_UNIT = re.compile(f"{_SIGNS}|{_MONEY}|{_MEASURES}|単位", re.IGNORECASE)
# “per” says how many a number is counted on; for money it does not say which money.
_PER = re.compile(
    r"\bper\s+\w+|\bof\s+(?:every\s+)?\d[\d,]*|\b(?:in|for)\s+every\s+\w+|\b(?:a|an|each|every)\s+(?:day|week|month|year|hour)\b"
    r"|\bin\s+(?:hundreds|thousands|millions|billions)\b|あたり|当たり|につき|[\d百千万億]\s*[人件社個回名台本枚店]中"
    r"|[人件社個回名台本枚]\s*/\s*[日週月年時人件]",
    re.IGNORECASE,
)
# “the last 30 days” is a period, not a unit.
_TIME = re.compile(
    r"(?<!\d )(?<!\d)(?<!\blast )(?<!\bpast )(?<!\bnext )\b(?:seconds|minutes|hours|days|weeks|months|years)\b|[日月年週]数"
    r"|(?:^|[\s、・/／:：])(?:時間|分|秒|日|週|か月|ヶ月|カ月|ヵ月|年|人|件|個|社|回|点|位|台|本|枚|倍|名|歳|票|店)$",
    re.IGNORECASE,
)
# What stands in brackets is taken for a unit, unless it is a year, a sample size or a remark of that kind.
_BRACKETS = re.compile(r"[(\[〔【]([^()\[\]〔〕【】]+)[)\]〕】]")
_REMARK = re.compile(
    r"(?:fy|c\.)?\s*\d[\d\s/.,–-]*(?:年度?|月|日|期)?|n\s*=.*"
    r"|(?:estimated?|estimates?|forecast|provisional|average|mean|median|total|推定|推計|見込み?|予測|速報|平均|中央値|合計)",
    re.IGNORECASE,
)
_MONEY_NOUN = re.compile(
    r"\b(?:revenues?|sales|turnover|earnings|incomes?|profits?|loss(?:es)?|costs?|expenses?|savings?|prices?|charges?|fees?|values?|"
    r"amounts?|spend(?:ing)?|spent|budgets?|margins?)\b|売上|売り上げ|金額|価格|料金|単価|費用|コスト|利益|収入|収益|支出|予算",
    re.IGNORECASE,
)
# Other words that name an amount without saying in what it is counted.
_BARE = re.compile(
    r"\b(?:rates?|growth|change|increase|decrease|churn|retention|conversion|durations?|time|tenure|age|distance|length|"
    r"height|weight|size|speed|temperature|performance|results?|progress)\b"
    r"|(?<![確比倍])率|時間|期間|年齢|距離|長さ|高さ|重さ|大きさ|速さ|温度|気温|増減|変化|成果|結果",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"\b(?:probability|chance|share|proportion|fraction)\b|確率|割合|比率|シェア", re.IGNORECASE)
# Words that are their own unit: pure numbers, and things that are counted.
_COUNT = re.compile(
    r"\b(?:number of|no\. of|count|how many|ratio|odds|log-odds|index|score|rank|lift|people|nps|auc|[a-z]{3,}(?<![siu])s)\b"
    r"|数|倍率|スコア|得点|順位|ランク|リフト|オッズ|何[人件社回個]|[人件]$",
    re.IGNORECASE,
)
# A number with a word or a sign on either side, and perhaps a remark in brackets; K and 万 are sizes of numbers, not units.
_WITH_NUMBER = re.compile(
    r"(?P<before>[^\d\s=()+-]{0,4}) ?[-+]?\d[\d,. ]*(?:e[-+]?\d+)?(?:[kmb](?![a-z])|[千万億兆])?"
    r" ?(?P<after>[^\d=()/*]{0,15})(?:\(.*\))?",
    re.IGNORECASE,
)


def has_unit(label: str, largest: float = 1.0) -> bool:
    """Whether an axis label says what its numbers are counted in.

    It does with
    - a sign or the name of a unit: %, ¥, 円, yen, hours, kg, ポイント;
    - “per”, “of 100”, “a month”, “in thousands”, 「100人あたり」「1,000人中」;
    - anything in brackets but a year, a sample size, or a remark such as (estimated);
    - a count, which is its own unit: “customers who left”, “number of calls”, 「顧客数」;
    - a pure number: ratio, index, score; and probability, share, 「割合」 as long as no number is above 1.5.

    It does not with a bare amount: “churn rate”, “revenue”, 「解約率」「売上」, even if it names things that could be counted
    (“revenue from customers”), and money needs its currency even where it is “per customer”.

    Args:
        largest: the largest number on the axis.
    """
    label = _one_line(label)
    if _UNIT.search(label) or any(not _REMARK.fullmatch(inside) for inside in _bracketed(label)):
        return True
    if _MONEY_NOUN.search(label):
        return False
    if _PER.search(label) or _TIME.search(label):
        return True
    if _FRACTION.search(label):
        return largest <= 1.5
    return bool(_COUNT.search(label)) and not _BARE.search(label)


def title_has_unit(title: str) -> bool:
    """Whether a chart's title says the unit: in brackets, as “in yen”, or as “of 100”. A number in it, “30% fewer”, is none."""
    title = _one_line(title)
    inside = [*_bracketed(title), *re.findall(r"\bin (\S+)", title)]
    return bool(_PER.search(title)) or any(_UNIT.search(part) and not re.search(r"\d", part) for part in inside)


def numbers_carry_unit(texts: Iterable[str]) -> bool:
    """Whether most numbers among ``texts``, such as the ticks of an axis, stand with a unit: “20%”, “¥500”, 「30人」, “7 of 100”."""
    numbers = [text for text in map(plain, texts) if re.search(r"\d", text)]
    return bool(numbers) and 2 * sum(map(_carries_unit, numbers)) >= len(numbers)


def _carries_unit(text: str) -> bool:
    parts = _WITH_NUMBER.fullmatch(text)
    return bool(_PER.search(text) or (parts and (parts["before"] or parts["after"].strip())))


def plain(text: str) -> str:
    """``text`` without the marks of mathematics that matplotlib puts around the number of a tick."""
    text = _one_line(text).replace("−", "-")
    return re.sub(r"\$\\mathdefault\{([^$]*)\}\$", lambda found: re.sub(r"[{}^\\]|times", "", found[1]), text).strip()


def _bracketed(text: str) -> list[str]:
    return [inside.strip() for inside in _BRACKETS.findall(text) if inside.strip()]


def _one_line(text: str) -> str:
    """``text`` with every run of blanks made one: patterns that try each of them twice would take for ever."""
    return " ".join(unicodedata.normalize("NFKC", text).split())
