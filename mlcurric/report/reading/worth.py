"""What each customer is worth, out of the column that says so, and in which currency: only one that somebody has written."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlcurric.report.amounts import MOST_MONEY
from mlcurric.report.reading.cells import Cells, all_plain, are_unknown, as_numbers
from mlcurric.report.reading.codes import about_codes
from mlcurric.report.reading.column import HIDDEN
from mlcurric.report.reading.personal import is_somebody
from mlcurric.report.reading.table import RawTable
from mlcurric.report.remark import Remark, Weight
from mlcurric.report.request import Request
from mlcurric.subject.product.figures import currency_in
from mlcurric.subject.sheets import plain_heading
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_READABLE = 0.5
_TIMES = 1_000
"""However unlike customers are, the amounts of hundreds lie nearer to each other; and one so much larger decides every sum."""
_SCALES = (
    (1e8, re.compile(r"億円")),
    (1e6, re.compile(r"百万円|\bmillions?\b|\bmn\b")),
    (1e4, re.compile(r"(?<!百)万円")),
    (
        1e3,
        re.compile(r"千円|\bthousands?\b|\bk ?(?:usd|eur|gbp|jpy)\b|\b(?:usd|eur|gbp|jpy) ?k\b|[$€£¥] ?k\b|\bk[$€£¥]"),
    ),
)
_SALES = re.compile(
    r"売上|売り上げ|契約金額|契約額|受注額|年商|(?:購入|利用|請求|取引|課金|支払い?|入金|決済)(?:金)?額"
    r"|(?<!無)料金|(?:利用|使用|保険|受講|購読|視聴|会員|基本|通信|授業|賃借|リース|レンタル|サービス|保守|掲載|登録|加入|契約|回線|月額|年額|年間|月間)料"
    r"|会費|会員費|月謝|学費|家賃|賃料|購読費|受講費|月額|年額|単価|価格"
    r"|(?<![a-z])(?:revenues?|sales?|turnover|[am]rr|arp[ua]|acv|tcv|billings?|(?:contract|order|basket|deal)[ _-](?:value|amount)|spend(?:ing)?|spent"
    r"|fees?|dues|premiums?|subscriptions?|tuition|rents?|charges?|prices?|bills?|payments?|paid)(?![a-z])"
)
"""What customers pay: sales, and what a subscription is called in one trade or another."""
_NO_SALES = re.compile(
    r"利益|粗利|原価|コスト|差し?引|控除後|(?<![a-z])(?:margin|profit|contribution|clv|ltv|less|minus"
    r"|net(?![ _-]*(?:sales|revenues?|turnover|[am]rr|fees?|prices?))|(?<!subscription[ _-])costs?|after(?![ _-]*(?:discounts?|tax)))(?![a-z])"
)
"""What remains of them; what is paid out is none either."""
ARE_SALES = "value-sales"
"""The remark's id where a customer's worth is counted in sales."""
_WITHIN_A_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""“MonthlyCharges”."""
_BETWEEN_WORDS = re.compile(r"[()（）\[\]_/]+")


def currency_named(heading: str) -> str | None:
    """The currency that a heading names, in brackets or not: “usd”, “Revenue (EUR)”, 「売上(円)」; as three letters."""
    return currency_in(_BETWEEN_WORDS.sub(" ", heading))


def scale_named(heading: str) -> float:
    """How many of a currency 1 stands for by a heading: 1,000 of 「売上(千円)」; else 1."""
    plain = _BETWEEN_WORDS.sub(" ", plain_heading(heading))
    return next((scale for scale, words in _SCALES if words.search(plain)), 1.0)


def read_worth(
    name: str | None,
    raw: RawTable,
    keep: NDArray[np.bool_],
    request: Request,
    remarks: list[Remark],
    codes: tuple[float, ...] = (),
) -> tuple[pd.Series | None, str]:
    """The worth of each customer that is kept, in whole units of the currency that somebody names.

    The currency is that of the request; else that of the cells (“¥1,200”), or of the heading (“Revenue (USD)”). A bare number
    has none: nobody is told that it is yen.

    Args:
        name: the column, if one is asked for.
        keep: the rows that are customers.
        remarks: to which is added what could not be read.
        codes: numbers that say that nobody knows it.

    Returns:
        Floats with a RangeIndex, missing where blank or unreadable; and the currency, empty where nobody says it.

    Raises:
        Slip: if the column is blank, or holds hardly an amount.
    """
    if name is None:
        return None, request.currency
    cells = as_numbers(raw.cells[name])
    coded = cells.values.isin(codes)
    if unknown := int((coded & keep).sum()):
        remarks.append(about_codes(name, cells.values[keep], codes, worth=True))
        cells = replace(cells, values=cells.values.mask(coded))
    scale = 1.0 if cells.unit else scale_named(name)
    # 1.8e308, the largest that a database can say, is its “no value”.
    beyond = (scale * cells.values.abs() > MOST_MONEY).to_numpy()
    cells = replace(cells, values=cells.values.mask(beyond), odd=cells.odd | beyond)
    value = scale * cells.values[keep].reset_index(drop=True)
    if scale != 1:
        said = T(
            "By its heading “{name}” counts in {scale:,.0f}s; its amounts were multiplied by that.",
            "「{name}」は、見出しから1が{scale:,.0f}にあたるとみて、金額をその倍にしました。",
        )
        way_out = T(
            "If the cells hold whole amounts, give the column another heading.",
            "そのままの金額なら、列の見出しを変えて作り直してください。",
        )
        remarks.append(Remark("value-scaled", said.format(name=name, scale=scale), way_out, columns=(name,)))
    # Blank cells are customers whose worth nobody knows; words are another column.
    read, odd = int(value.notna().sum()), int(cells.odd[keep].sum())
    if not read and not odd:
        raise Slip(
            T("--value: “{name}” is blank in every row.", "--value: 「{name}」がどの行も空欄です。").format(name=name),
            T("Name another column, or leave the option out.", "別の列を指定するか、この指定を外してください。"),
        )
    if read < _READABLE * (read + odd):
        cell = next((each for each, odd in zip(raw.cells[name], cells.odd, strict=True) if odd), "")
        raise Slip(
            T("--value: “{name}” holds too few amounts (such as “{cell}”).", "--value: 「{name}」に金額として読める値がほとんどありません(例: 「{cell}」)。").format(
                name=name, cell=cell[:30]
            ),
            T("Name the column that says what a customer is worth.", "顧客1人の金額が入った列を指定してください。"),
        )  # fmt: skip
    remarks += _about_amounts(name, raw, cells, keep, unknown)
    if _is_sales(name):
        remarks.append(
            Remark(ARE_SALES, _LOOKS_LIKE_SALES.format(name=name), _MARGINS, (name,), for_maker=_NAME_MARGINS)
        )
    own = currency_in(cells.unit) or currency_named(name) or ""
    asked = currency_in(request.currency) if request.currency else None
    if own and asked and own != asked:
        said = T("“{name}” is in {own}, and the costs are in {asked}.", "「{name}」は{own}、費用は{asked}です。")
        way_out = T("Give the costs in {own}.", "費用も{own}で指定してください。").format(own=own)
        remarks.append(
            Remark("two-currencies", said.format(name=name, own=own, asked=asked), way_out, weight=Weight.DANGER)
        )
    return value, request.currency or own


def _is_sales(heading: str) -> bool:
    plain = plain_heading(_WITHIN_A_WORD.sub(" ", heading))
    return bool(_SALES.search(plain)) and not _NO_SALES.search(plain)


def _about_amounts(name: str, raw: RawTable, cells: Cells, keep: NDArray[np.bool_], unknown: int) -> list[Remark]:
    """How many amounts are missing, below zero, written so that they cannot be read, or out of all proportion to the others.

    Args:
        unknown: rows of which a code says so, and which have been told.
    """
    value, told = cells.values[keep], []
    unread = cells.odd & keep
    # 「不明」 says that nobody knows; it is no slip.
    unread[unread] = ~are_unknown(all_plain(list(raw.cells[name][unread])))
    for id, n, said in (
        (
            "value-missing",
            int(value.isna().sum()) - int(unread.sum()) - unknown,
            T(
                "Rows in which “{name}” holds no amount: {n:,} of {all:,}. What these customers are worth is not known.",
                "{all:,}行中{n:,}行で「{name}」に金額がありません。この顧客の金額は「不明」のままです。",
            ),
        ),
        (
            "value-below-zero",
            int((value < 0).sum()),
            T(
                "Rows in which “{name}” lies below zero: {n:,} of {all:,}. They were counted as they stand: to keep such a customer "
                "is a loss.",
                "{all:,}行中{n:,}行で「{name}」がマイナスです。そのまま、引き止めると損になる顧客として計算しました。",
            ),
        ),
    ):
        if n:
            way_out = _NO_CODES if id == "value-below-zero" else None
            told.append(Remark(id, said.format(n=n, all=len(value), name=name), way_out, columns=(name,)))
    if unread.any():
        says = _UNREAD.format(n=int(unread.sum()), all=len(value), **_first_of(name, raw, unread))
        told.append(Remark("value-odd", says, _PLAIN_NUMBERS, columns=(name,)))
    if (others := _largest_in_proportion(value.to_numpy())) is not None:
        huge = (cells.values > others).to_numpy() & keep
        largest = f"{others:,.2f}".removesuffix(".00")
        says = _HUGE.format(
            n=int(huge.sum()), all=len(value), largest=largest, times=_TIMES, **_first_of(name, raw, huge)
        )
        told.append(Remark("value-huge", says, _SEE_THEM, columns=(name,)))
    return told


def _first_of(name: str, raw: RawTable, which: NDArray[np.bool_]) -> dict[str, object]:
    """The first of these cells, as a sentence says it: its line, and what it holds if that is nobody's own."""
    at = int(np.flatnonzero(which)[0])
    cell = raw.cells[name].iloc[at]
    return {"name": name, "line": raw.lines[at], "cell": HIDDEN if is_somebody(cell) else cell[:30]}


def _largest_in_proportion(amounts: NDArray[np.float64]) -> float | None:
    """The amount above which, for fewer than half of the customers, comes none but what is ``_TIMES`` as large or more.

    Small change beside whole amounts, such as 1 where nobody knows it, is the other way about.

    Returns:
        ``None`` where there is no such gap.
    """
    known = np.sort(amounts[np.isfinite(amounts)])
    positive = known[known > 0]
    last = np.flatnonzero(np.diff(np.log10(positive)) >= np.log10(_TIMES))
    above = len(positive) - 1 - last
    fits = last[above < len(known) / 2]
    return float(positive[fits[0]]) if len(fits) else None


_LOOKS_LIKE_SALES = T(
    "“{name}” looks like sales, that is what customers pay, not like what remains of it. With a margin of 30 of 100, a customer who is kept brings only 30 of "
    "100 of what is reckoned here, while the costs stay: a gain is then less than a third, and a loss larger.",
    "「{name}」は、顧客が支払う金額(売上)のようです。売上のまま計算すると、損益が実際より良く見えます。たとえば粗利率が30%なら、引き止めて得られる額はここでの計算の30%になり、"
    "費用は変わらないので、黒字なら3分の1にも届かず、赤字ならもっと大きくなります。",
)
_MARGINS = T(
    "If it is, have the page made again with what remains after the costs of serving each customer.",
    "売上であれば、売上ではなく粗利の列を加えて、作り直してもらってください。",
)
_NAME_MARGINS = T("Give a column of margins with --value.", "粗利の列を --value に指定してください。")
_NO_CODES = T(
    "See whether these are losses. If they stand for “not known”, clear the cells and have this page made again.",
    "本当に赤字の顧客かを確かめてください。「不明」を表す値なら、空欄にして作り直してもらってください。",
)
_UNREAD = T(
    "Rows in which “{name}” holds what cannot be read as an amount: {n:,} of {all:,} (line {line}: “{cell}”).",
    "「{name}」に金額として読めない値があります({all:,}行中{n:,}行。{line}行目: 「{cell}」など)。",
)
_PLAIN_NUMBERS = T(
    "Write these amounts as plain numbers, or clear the cells; until then their worth is not known.",
    "数だけの形に直すか、空欄にしてください。それまで、この顧客の金額は「不明」のままです。",
)
_HUGE = T(
    "Rows in which “{name}” holds at least {times:,} times as much as in any other: {n:,} of {all:,} (line {line}: “{cell}”). The "
    "largest amount of the others is {largest}; where one of these customers is on the list, what this page says of money hangs on "
    "that one almost alone.",
    "「{name}」が、ほかの行の{times:,}倍以上の金額になっている行があります({all:,}行中{n:,}行。{line}行目: 「{cell}」など)。"
    "ほかの行の金額は、最大でも{largest}です。この顧客がリストに入ると、このページの金額は、ほぼその1人で決まってしまいます。",
)
_SEE_THEM = T(
    "See whether these amounts are right (zeros too many, another unit, a number of another column). If not, correct them or clear the cells.",
    "この金額が正しいか確かめてください(0が多い、単位が違う、別の列の番号が入っている、など)。違っていれば、直すか空欄にしてください。",
)
