"""What a column's name lets one guess until somebody says it: whether anybody can act on it, what to do, and in which unit.

A guess by name and no more: in another table the same name may mean another thing. The page says which were guessed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from mlcurric.report.reading.column import Kind
from mlcurric.report.reading.worth import currency_named, scale_named
from mlcurric.subject.product.figures import in_currency
from mlcurric.text import T

Side = Literal["high", "low"]
"""On which side of the usual a value lies; of yes and no, yes is the high one."""


@dataclass(frozen=True)
class Guess:
    """What names of one kind let one guess.

    Attributes:
        can_act: whether somebody can do something about the fact itself.
        action: what, where it can be acted on.
        side: on which the action fits the value; ``None`` where it fits any. Nobody sorts out a payment that was made.
    """

    can_act: bool
    action: T | None = None
    side: Side | None = None


_CANNOT = Guess(False)
_TALK_PRICE = Guess(
    True,
    T(
        "Go through the price with them: what it buys, and whether a smaller plan would do.",
        "料金について話す。何が含まれるか、小さいプランで足りないか。",
    ),
    "high",
)
# The first that fits counts: 「未解決の問い合わせ」 is a ticket. How much somebody uses a product is not guessed: to bring people
# to use it is what customer success is there for in one company, and past and done in another. So it is asked.
_GUESSES = tuple(
    (re.compile(words), guess)
    for words, guess in (
        (
            r"\btickets?\b|complain|\bclaims?\b|incident|outage|\bbugs?\b|問い?合わ?せ|問合|苦情|クレーム|未解決|障害|不具合|トラブル",
            Guess(True, T("Solve what is open with them first.", "まず、未解決の件を解決する。"), "high"),
        ),
        (
            r"overdue|unpaid|delinquen|\blate pay|payment fail|failed pay|arrears|未払|滞納|延滞|督促|決済(?:失敗|エラー)|支払.?遅",
            Guess(True, T("Sort out the payment with them first.", "まず、支払いの件を一緒に解決する。"), "high"),
        ),
        (r"price (?:rise|up|change|increase)|値上げ|(?:価格|料金)改定", _TALK_PRICE),
        (
            (r"\btenure\b|(?:契約|利用|継続|加入|在籍|会員|入会)(?:月数|年数|日数|期間|からの)|months? (?:as|with|since)|\bage\b|年齢|年代|生年|"
            r"gender|\bsex\b|性別|region|\barea\b|prefecture|country|\bcity\b|\bstate\b|\bzip\b|都道府県|地域|エリア|住所|市区|郵便|"
            r"senior|partner|dependents?|married|家族|扶養|配偶|未婚|既婚|industry|業種|業界|employees|company size|従業員|社員数|企業規模|"
            r"segment|channel|acquisition|referr|獲得経路|流入|紹介元|sign ?up|started|\bjoin|registered|開始日|登録日|入会日|契約日|"
            r"\btotal\b|lifetime|\bltv\b|\bclv\b|revenue|累計|合計|通算|売上"),
            _CANNOT,
        ),
        (r"price|charge|\bfees?\b|\bcost\b|料金|月額|年額|価格|単価|請求額", _TALK_PRICE),
        (
            r"onboard|training|set ?up|tutorial|導入支援|初期設定|研修|オンボーディング|チュートリアル",
            Guess(True, T("Offer to set it up together with them.", "初期設定や使い始めを一緒に進める。"), "low"),
        ),
        (
            r"support|サポート",
            Guess(True, T("Ask what help they miss, and see that they get it.", "困っていることを聞き、必要な支援につなぐ。")),
        ),
    )
)  # fmt: skip
_DERIVED = re.compile(
    r"\bchanges?\b|\bchanged\b|\bdelta\b|\bdiff|\btrend|\bgrowth\b|\bindex\b|\bindices\b|\bscore|\brank\b|\bpercentile\b|"
    r"変化|変動|増減|差分|差額|前[年月週期]比|前[年月週期]差|推移|伸び率|指数|指標|スコア|偏差値|順位|ランク"
)
"""Names of numbers of which only their maker knows what much and little are: changes, indices, scores."""
_MONEY = re.compile(
    r"price$|charges?\b|\bfees?\b|amount|revenue|\bspen[dt]\b|\bmrr\b|\barr\b|料金$|金額|月額|年額|価格$|単価|売上|請求額"
)
# 「利用期間(月)」 is so many months; 「対局数(月)」 counts games of a month, and 「通話料(年)」 money of a year.
_LASTS = r"(?:歴|期間|経過|在籍|継続|契約|加入|入会|登録|勤続|滞在|待ち|残り?|間隔|年齢|月齢)"
_UNITS = (
    (re.compile(rf"\bdays\b|日数|{_LASTS}\(日\)"), T("days", "日")),
    (re.compile(rf"\bmonths\b|月数|\((?:か|ヶ|カ|ヵ)月\)|{_LASTS}\(月\)"), T("months", "か月")),
    (re.compile(rf"\byears\b|年数|{_LASTS}\(年\)"), T("years", "年")),
    (re.compile(r"回数|\(回\)"), T("times", "回")),
    (re.compile(r"%|％|\bpct\b|percent|パーセント"), T("%", "%")),
)
_COUNTED = re.compile(r"([件人席台個枚冊])数(?: ?\([^百千万億%差比率増減]*\))?$")
_WINDOW = re.compile(
    r"(?:\d+|\b(?:last|past|previous|recent|trailing|two|three|six|nine|twelve|thirty|sixty|ninety)\b)[ )]*(?:days?|weeks?|months?|years?)\b|"
    r"\d+ ?(?:日|週|[かヶカヵケ箇]月|年)(?!数)"
)
_AGE = re.compile(r"^年齢|^age$")


def plain_name(column: str) -> str:
    """A column's name as words: “MonthlyCharges”, “monthly_charges” and “Monthly charges” are one."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", unicodedata.normalize("NFKC", column))
    return " ".join(re.sub(r"[_\-./・]+", " ", spaced).lower().split())


def guess_of(column: str, kind: Kind) -> Guess | None:
    """What the name of a column lets one guess; ``None`` for a name that says nothing, or of which no action can be told.

    Args:
        kind: of the column: a change or an index of prices is a number on which nobody can act as it stands.
    """
    name = plain_name(column)
    guess = next((guess for words, guess in _GUESSES if words.search(name)), None)
    return None if guess and guess.can_act and kind is Kind.NUMBER and _DERIVED.search(name) else guess


def unit_of(column: str, currency: str = "") -> T | None:
    """The unit that a column of numbers says in its name; of money, the one there or else ``currency``."""
    name = plain_name(column)
    if _AGE.search(name):
        return T("years", "歳")
    # The 30 days of “logins in the last 30 days” are a window; its numbers are logins.
    counted = _WINDOW.sub(" ", name)
    for words, unit in _UNITS:
        if words.search(counted):
            return unit
    if scale_named(name) != 1:
        # 「売上(千円)」 says it itself; its 12 is no ¥12.
        return None
    own = currency_named(name)
    money = own or (currency if _MONEY.search(name) else "")
    return in_currency("", money) if money else None


def said_plain(column: str) -> T:
    """How a number without a unit is said: Japanese counts 「2件」 of 「問い合わせ件数」, where English says 2."""
    counted = _COUNTED.search(_WINDOW.sub(" ", plain_name(column)))
    return T("{value}", "{value}" + (counted[1] if counted else ""))


def is_monthly(column: str) -> bool | None:
    """Whether the amounts of a column are those of one month, by its name.

    Args:
        column: of amounts; 「請求月」 is none.

    Returns:
        ``None`` for what is paid again and again, where the name does not say how often: a fee, a price.
    """
    name = plain_name(column)
    if _MONTHLY.search(name):
        return True
    return None if _FEE.search(name) and not _OF_A_TIME.search(name) else False


def quiet_side(column: str, kind: Kind) -> Side | None:
    """The side on which a column says that a customer was hardly heard of: those whom a contact may wake.

    Args:
        kind: of the column; a day counts as the days that have gone by since.

    Returns:
        ``None`` where the name says nothing of that, or the column holds words.
    """
    name = plain_name(column)
    if kind not in (Kind.NUMBER, Kind.FLAG, Kind.DAY):
        return None
    if _SILENCE.search(name):
        return "high"
    if _USE.search(name):
        return "high" if kind is Kind.DAY else "low"
    return None


_SILENCE = re.compile(
    r"last (?:seen|order|purchase|log ?in|visit|activ|used?\b)|since (?:last|order|login|visit)|recency|inactiv|dormant|\bidle\b|最終|休眠|からの日数|未(?:ログイン|利用|使用)"
)
_USE = re.compile(r"log ?ins?\b|usage|\bactiv|session|visit|ログイン|利用(?!月数|期間|年数)|アクセス|来店|来訪|稼働")
_MONTHLY = re.compile(
    r"(?<![\dかヶカヵケ箇])月(?:額|間|次|商|謝|極|々|払|会費|[平均]*(?:売上|単価|利用料|使用料|料金|費用|請求|支払|課金))|毎月|月(?:あたり|当たり|ごと|平均)|"
    r"(?:ひと|(?<!\d)1 ?[かヶカヵケ箇]|一[かヶカヵケ箇])月|[先前当今]月(?!比|差|末|初)の?(?:売上|請求|支払|利用料|料金|金額)|"
    r"\(月\)|(?:円|料|費|額|金|代|価|売上|単価)[ (]月(?:$|\))|"
    r"\bmonthly\b|\bmtl\b|\bmonatl|\bmonats(?:beitrag|betrag|abschlag|preis|geb|rate|umsatz|zahlung|rechnung|kosten|miete|entgelt|abo)|\bpro monat\b|\bmensuel|\bmensual|\bmrr\b|\barp[ua]\b|\b(?:per|a|each|one|last|this|previous|current) mo(?:nth)?\b|(?<!\d)\b1 month\b|"
    r"(?:\b(?:usd|eur|gbp|jpy|fees?|price|charges?|cost|spend|revenue|sales|amount|rate|rent|payment|bill|dues|plan|value)|[$€£]) (?:mo|mth|month)\b|"
    r"(?<!\d )\b(?:mo|mth|month) (?:fees?|price|charges?|cost|spend|revenue|sales|amount|rate|rent|payment|bill|dues|value)\b"
)
_FEE = re.compile(
    r"会費|会員費|料金|利用料|使用料|授業料|受講料|単価|価格|プラン|定額|課金|請求額|支払額|\bfees?\b|\bprice\b|\bcharges?\b|\bdues\b|\bsubscription\b|\bplan\b|\bbill\b|\brate\b|"
    r"\bbeitrag\b|mitgliedsbeitrag|\babschlag\b|gebühr|\bpreis\b|\babo\b"
)
_OF_A_TIME = re.compile(
    r"年|\d ?[かヶカヵケ箇]月|累計|合計|通算|総額|生涯|初期|入会金|annual|jahr|jährl|einmal|gesamt|\byear|\barr\b|total|lifetime|\bltv\b|\bclv\b|quarter|week|months\b|\bdaily\b"
)
