"""Which texts name a currency: signs, words in both languages, and the three letters of ISO 4217."""

from __future__ import annotations

import re
import unicodedata

from mlcurric.subject.product.figures import currency_in
from mlcurric.subject.product.numerals import normalised

_CODES = (
    "aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd btn bwp byn bzd cad cdf chf clp cny cop "
    "crc cup cve czk djf dkk dop dzd egp ern etb eur fjd fkp gbp gel ghs gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr iqd irr "
    "isk jmd jod jpy kes kgs khr kmf kpw krw kwd kyd kzt lak lbp lkr lrd lsl lyd mad mdl mga mkd mmk mnt mop mru mur mvr mwk mxn "
    "myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sdg sek sgd shp sle sos srd "
    "ssp stn svc syp szl thb tjs tmt tnd top try ttd twd tzs uah ugx usd uyu uzs ved ves vnd vuv wst xaf xcd xof xpf yer zar "
    "zmw rmb"
)
_ISO = frozenset(_CODES.split())
_NAMES = (
    "franc francs krona kronor krone kroner kr won yuan renminbi rupee rupees baht real reais peso pesos zloty rand lira dirham "
    "ringgit rupiah dong"
)
_WORDS = frozenset(_NAMES.split())
_JAPANESE = (
    "元",
    "ウォン",
    "フラン",
    "クローナ",
    "クローネ",
    "ルピー",
    "バーツ",
    "リラ",
    "レアル",
    "ペソ",
    "ランド",
    "リンギット",
)
"""With or without the country before it: 「スイスフラン」."""
_SAME_SIGN = {
    "USD": frozenset(("aud", "cad", "nzd", "hkd", "sgd", "twd", "mxn", "clp", "cop", "ars", "bnd", "fjd", "jmd")),
    "JPY": frozenset(("cny", "rmb")),
}
"""Currencies whose sign is another's too."""
_SIGNS = {"USD": "$", "JPY": "¥"}


def is_currency(text: str) -> bool:
    """Whether a text is a currency and nothing else: “¥”, “US$”, “CHF”, “Swiss francs”, 「円」."""
    words = normalised(text).split()
    return bool(words) and len(words) <= 3 and (_is_one(words[-1]) or _is_one("".join(words)))


def _is_one(word: str) -> bool:
    letters = "".join(sign for sign in word if unicodedata.category(sign) != "Sc")
    if letters != word:
        # A$, NT$
        return len(letters) <= 3 and not any(sign.isdigit() for sign in letters)
    return word in _ISO or word in _WORDS or word.endswith(_JAPANESE) or currency_in(word) is not None


def currency_code(text: str, beside: str = "") -> str:
    """The three letters of the currency that a text names; empty where it names none that is known by a sign or a word.

    Args:
        beside: the currency that is named elsewhere; of those that share a sign it says which.
    """
    other = normalised(beside)
    iso = next((word for word in normalised(text).split() if word in _ISO), "")
    code = iso.upper() or currency_in(text) or ""
    if (
        other in _SAME_SIGN.get(code, ())
        and not iso
        and re.search(rf"(?<!us){re.escape(_SIGNS[code])}", normalised(text))
    ):
        return other.upper()
    return code
