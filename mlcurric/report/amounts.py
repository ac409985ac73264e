"""The amounts of a request as people type them: how many, how much money, which share; a number with another unit is asked about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from mlcurric.report.currencies import currency_code, is_currency
from mlcurric.subject.product.numerals import NUMBER, plain_figures
from mlcurric.subject.product.reading import read_count, read_money, read_share
from mlcurric.subject.ranges import Range
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_MOST = 10_000_000
MOST_MONEY = 1e15
"""No customer is worth as much in any currency, and no contact costs it; the sums would have more digits than anybody reads."""
_NUMBER = T("Type a number of 0 or more, such as 1,500.", "1,500 のように、0以上の数を書いてください。")
_WHOLE = T(
    "Type how many customers the list is to hold, such as 1000.", "リストに載せる人数を、1000 のように書いてください。"
)
_SHARE = T("Type a share, such as 20%, 0.2 or 10-30%.", "20%、0.2、10〜30%、1割〜3割 のように、割合を書いてください。")
_SMALLER_FIRST = T("Put the smaller number first, as in 10-30%.", "10〜30% のように、小さい数を先に書いてください。")
_SPAN = re.compile(rf"\s*(?P<first>{NUMBER})\s*[%割]?\s*(?:[-–〜~]|to|から)\s*(?P<last>{NUMBER})\s*[%割]?\s*")
_NOTHING = ("none", "nothing", "free", "なし", "無料")
_PART = re.compile(r"%|割|percent|per cent|パーセント")
_AGAIN = re.compile(
    r"\b(?:per|a|an|every|each)\b|/|毎|あたり|当たり|につき|\b(?:daily|weekly|monthly)\b|[日週月年](?!\w)"
)
_ABOUT = r"(?:約|およそ|だいたい|about |around |ca\.? )?"
_CUSTOMERS = re.compile(
    rf"{_ABOUT}{NUMBER}\s*(?:人|名|件|社|customers?|people|persons?|accounts?|clients?|users?|companies|calls?|contacts?)?"
    r"(?:くらい|ぐらい|程度|ほど|まで)?"
)
_EACH = re.compile(
    r"(?:/|per |an? |each|every )\s*(?:contact|customer|call|person|head)?|/?\s*(?:件|人|回|通)(?:あたり|当たり|につき)?"
)
"""What a cost is of: it is of one contact, whoever says so and whoever does not."""
_TWO_WAYS = re.compile(
    r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,]|\s*(?:[千万億k]|thousand|million))", re.IGNORECASE
)
"""1.200 is 1,200 in much of Europe."""
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])(\d+),(\d{1,2})(?![\d.,]|\s*[-–~〜\d])")
"""4,50 can be read in one way only: no thousands have two digits."""


def capacity_of(text: str) -> int:
    """How many customers the list is to hold.

    Raises:
        Slip: if it is no whole number of customers: a share, so many a week, none at all, or more than anybody has.
    """
    plain = plain_figures(text)
    if _PART.search(plain):
        said = T(
            "--capacity: “{text}” is a share; a number of customers is needed.",
            "--capacity: 「{text}」は割合です。人数で指定してください。",
        )
        raise Slip(said.format(text=text[:40]), _WHOLE)
    if re.search(r"\d", plain) and not _CUSTOMERS.fullmatch(plain) and _AGAIN.search(re.sub(NUMBER, " ", plain)):
        said = T(
            "--capacity: “{text}” says how many in a while; the list is made once.",
            "--capacity: 「{text}」は期間あたりの人数です。リストは1回分を作ります。",
        )
        way_out = T(
            "Type how many this one list is to hold, such as 200.",
            "今回のリストに載せる人数を、200 のように書いてください。",
        )
        raise Slip(said.format(text=text[:40]), way_out)
    _in_one_way("--capacity", text)
    number = _one("--capacity", text, read_count, _WHOLE)
    if number > _MOST:
        said = T(
            "--capacity: “{text}” is more than this can be made for.",
            "--capacity: 「{text}」は大きすぎます。",
        )
        way_out = T(
            "Type at most {most:,}; a list of everybody has as many as the table.",
            "{most:,}以下で指定してください。全員のリストなら、表の人数で足ります。",
        )
        raise Slip(said.format(text=text[:40]), way_out.format(most=_MOST))
    if number == 0:
        raise Slip(
            T("--capacity: a list of nobody cannot be made.", "--capacity: 0人のリストは作れません。"),
            _WHOLE,
        )
    if number != int(number) or not _CUSTOMERS.fullmatch(plain):
        raise cannot("--capacity", text, _WHOLE)
    return int(number)


def cost_of(option: str, text: str) -> float:
    """A sum of money, 0 or more, whatever its currency.

    Raises:
        Slip: naming the option, if it is none: a share, a count of something else, or a number that can be read in two ways.
    """
    text = _DECIMAL_COMMA.sub(r"\1.\2", unicodedata.normalize("NFKC", text))
    plain = plain_figures(text)
    if plain in _NOTHING:
        return 0.0
    if _PART.search(plain):
        said = T(
            "{option}: “{text}” is a share; a cost is an amount of money.",
            "{option}: 「{text}」は割合です。金額で指定してください。",
        )
        raise Slip(said.format(option=option, text=text[:40]), _NUMBER)
    _in_one_way(option, text)
    amount = _one(option, text, read_money, _NUMBER)
    if amount > MOST_MONEY:
        said = T(
            "{option}: “{text}” is more than anything costs.", "{option}: 「{text}」は、費用としては大きすぎます。"
        )
        raise Slip(said.format(option=option, text=text[:40]), _NUMBER)
    before, after = (part.strip() for part in re.split(NUMBER, plain, maxsplit=1))
    before, after = re.sub(rf"^{_ABOUT}$|^{_ABOUT}", "", f"{before} ").strip(), _without_each(after)
    if any(unit and not is_currency(unit) for unit in (before, after)):
        said = T(
            "{option}: “{text}” is no amount of money that can be read here.",
            "{option}: 「{text}」は金額として読めません。",
        )
        raise Slip(said.format(option=option, text=text[:40]), _NUMBER)
    return amount


def currency_of(typed: str, costs: dict[str, str]) -> str:
    """The one currency of a request: as ``--currency`` says it, else as the costs do.

    Args:
        typed: after ``--currency``; may be empty.
        costs: what was typed after each of the options of money.

    Raises:
        Slip: if what was typed is no currency, or two are named.
    """
    if typed and not is_currency(typed):
        raise Slip(
            T("--currency: “{text}” is no currency that is known here.", "--currency: 「{text}」という通貨はわかりません。").format(text=typed[:40]),
            T("Type a sign or three letters, such as ¥ or USD.", "¥、円、USD のように書いてください。"),
        )  # fmt: skip
    named = {option: code for option, text in costs.items() if (code := currency_code(text, beside=typed))}
    if typed:
        named["--currency"] = currency_code(typed) or typed
    codes = list(dict.fromkeys(named.values()))
    if len(codes) > 1:
        raise Slip(
            T("{options}: the currencies differ ({codes}).", "{options}: 通貨が違います({codes})。").format(
                options=", ".join(named), codes=", ".join(codes)
            ),
            T("Give every amount in one currency.", "どの金額も同じ通貨で書いてください。"),
        )
    return typed or next(iter(codes), "")


def share_of(option: str, text: str) -> Range[float]:
    """A share, or a range of shares, 0 to 1.

    Raises:
        Slip: if it is none, or may be 1% as well as everybody.
    """
    figures = plain_figures(text)
    marked = any(sign in figures for sign in ("%", "割", "中", " of "))
    found = read_share(text, 1) if marked else read_count(text)
    if found is None or not found.is_finite or not any(sign.isdigit() for sign in figures[:12]):
        ends = _SPAN.fullmatch(figures)
        falls = ends and float(ends["first"]) > float(ends["last"])
        raise cannot(option, text, _SMALLER_FIRST if falls else _SHARE)
    if not marked and found.high > 1:
        # “20” can only be 20 of 100.
        found = found.scaled(0.01)
    elif not marked and found.high == 1:
        said = T("{option}: “{text}” may mean 1% or everybody.", "{option}: 「{text}」は、1%とも全員とも読めます。")
        raise Slip(said.format(option=option, text=text), T("Type 1% or 100%.", "1% か 100% と書いてください。"))
    if not 0 <= found.low <= found.high <= 1:
        raise cannot(option, text, _SHARE)
    # Three tenths are no 0.30000000000000004.
    return Range(round(found.low, 9), round(found.high, 9))


def cannot(option: str, text: str, way_out: T) -> Slip:
    """What is said of a text that cannot be used."""
    said = T("{option}: “{text}” cannot be used.", "{option}: 「{text}」は使えません。")
    return Slip(said.format(option=option, text=text[:40] or " "), way_out)


def _one(option: str, text: str, reader: Callable[[str], Range[float] | None], way_out: T) -> float:
    """One number, not below zero; a range, or “at least 30”, is none."""
    # A sentence may hold a number; an amount begins with it, and a minus is a slip of its own.
    figures = plain_figures(text)
    found = reader(text) if any(sign.isdigit() for sign in figures[:12]) else None
    if found is None or not found.is_finite or not found.is_point:
        raise cannot(option, text, way_out)
    return found.low


def _in_one_way(option: str, text: str) -> None:
    found = _TWO_WAYS.search(unicodedata.normalize("NFKC", text))
    if not found:
        return
    whole, point = found[0].replace(".", ""), found[0].rstrip("0") if found[0].count(".") == 1 else ""
    said = T("{option}: “{text}” can be read in two ways.", "{option}: 「{text}」は2通りに読めます。")
    way_out = (
        T("Type {whole} or {point}.", "{whole} か {point} と書いてください。")
        if point
        else T("Type {whole}.", "{whole} と書いてください。")
    )
    raise Slip(said.format(option=option, text=text[:40]), way_out.format(whole=whole, point=point.rstrip(".") or "0"))


def _without_each(unit: str) -> str:
    found = re.fullmatch(rf"(?P<unit>.*?)\s*(?:{_EACH.pattern})", unit)
    # 「3件」 counts contacts; only beside a currency, or after a stroke, it says what the cost is of.
    if not found or not (found["unit"] or unit.startswith(("/", "per", "each", "a ", "an ", "every"))):
        return unit
    return found["unit"].strip()
